//! Which articles answer a question best, and which of their sections comes nearest.

use super::classifier::Evidence;
use super::confidence::{SAME_QUESTION, Subject};
use super::index::{IndexError, LanguageIndex};
use super::query::Role;
use crate::domain::SectionId;

/// How many articles are looked at again by what was learned and by the ways to ask for them.
const CANDIDATES: usize = 20;
/// How much an example question or a phrasing that says just the same raises its article.
const RAISED: f32 = 5.0;
/// Its score is then at least so many times that of the article that comes first by words: an article may have no phrasings, and
/// its example questions are not among its words.
const SAID_BEFORE: f32 = 1.5;
/// From this likeness on a question has the very words of one that is known.
const JUST_THE_SAME: f32 = 0.99;
/// How much what was learned counts beside the score by words.
const LEARNED: f32 = 16.0;
/// However little speaks for an article of what was learned, it is no farther behind.
const FARTHEST_BEHIND: f32 = -8.0;

/// An article found for a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place in the list that the index was built from.
    pub article: usize,
    /// How sure it is that this article answers the question, from 0 to 1.
    pub confidence: f32,
    /// Whether one of its example questions or phrasings has the very same words.
    pub is_just_the_same: bool,
}

impl LanguageIndex {
    /// The best `limit` articles for a question, the best first.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn rank(&self, question: &str, limit: usize) -> Result<Vec<Hit>, IndexError> {
        let words = self.query_words(question);
        let subject = Subject::new(self.analyzer.language(), &self.vocabulary, &words);
        let asked = self.asked(&words);
        let mut scores = self.articles.scores(&asked)?;
        let highest = scores.iter().copied().fold(0.0, f32::max);
        for (article, score) in scores.iter_mut().enumerate() {
            let same = ((subject.likeness(article) - SAME_QUESTION) / (1.0 - SAME_QUESTION)).max(0.0);
            *score = (*score * (1.0 + RAISED * same)).max(highest * SAID_BEFORE * same);
        }
        let found = top(scores, limit.max(CANDIDATES));
        let learned = self.classifier.evidence_in(asked.iter().map(|word| word.stem.as_str()));
        let learned = learned.unwrap_or_else(|| Evidence::of_nothing_known(self.places.len()));
        let mut ranked: Vec<(usize, f32)> = Vec::with_capacity(found.len());
        for (place, (article, score)) in found.iter().enumerate() {
            let is_same = subject.likeness(*article) >= SAME_QUESTION;
            let behind = if is_same { 0.0 } else { learned.behind(*article).max(FARTHEST_BEHIND) };
            ranked.push((place, *score + LEARNED * behind));
        }
        ranked.sort_by(by_score);
        let hit = |&(place, _): &(usize, f32)| {
            let (article, score) = *found.get(place)?;
            let ours = learned.for_article_rather_than_none(article);
            Some(Hit {
                article: *self.places.get(article)?,
                confidence: subject.confidence(article, score, ours),
                is_just_the_same: subject.likeness(article) >= JUST_THE_SAME,
            })
        };
        Ok(ranked.iter().take(limit).filter_map(hit).collect())
    }

    /// The section of an article that comes nearest to the question, if any shares a word with it. The article is
    /// named by its place in the list that the index was built from.
    pub fn nearest_section(&self, question: &str, article: usize) -> Option<SectionId> {
        let mut words = self.query_words(question);
        words.retain(|word| word.role == Role::Content);
        let number = self.places.iter().position(|place| *place == article);
        let sections = number.and_then(|number| self.sections.get(number)).into_iter().flatten();
        let scored = sections.map(|(section, stems)| {
            let nearest = words.iter().filter_map(|word| {
                let variant = word.variants.iter().find(|variant| stems.contains(&variant.stem))?;
                Some(variant.similarity * self.vocabulary.weight(Some(variant.stem)))
            });
            (nearest.sum::<f32>(), *section)
        });
        let best = scored.filter(|(score, _)| *score > 0.0).max_by(|a, b| a.0.total_cmp(&b.0));
        best.map(|(_, section)| section)
    }
}

/// The highest score first; of equals the lower number.
fn by_score(a: &(usize, f32), b: &(usize, f32)) -> std::cmp::Ordering {
    b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
}

/// The best texts by their numbers, the best first; of equals the first.
pub(super) fn top(scores: Vec<f32>, limit: usize) -> Vec<(usize, f32)> {
    let mut found: Vec<(usize, f32)> =
        scores.into_iter().enumerate().filter(|(_, score)| *score > 0.0).collect();
    if found.len() > limit && limit > 0 {
        found.select_nth_unstable_by(limit - 1, by_score);
        found.truncate(limit);
    }
    found.sort_by(by_score);
    found
}
