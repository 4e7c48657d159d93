//! Which articles answer a question best, and which of their sections comes nearest.

use tantivy::collector::TopDocs;
use tantivy::schema::Field;
use tantivy::{DocAddress, Score, Searcher};

use super::confidence::{confidence, likeness};
use super::index::{IndexError, LanguageIndex};
use super::query::{QueryWord, Role};
use crate::domain::SectionId;

/// How much a word counts in each part of an article.
const TITLE: Score = 3.0;
const TERMS: Score = 2.2;
const QUESTIONS: Score = 1.8;
const ANSWER: Score = 1.0;
const SECTIONS: Score = 0.7;
const HEADING: Score = 1.5;
const PASSAGE: Score = 1.0;

/// How many articles are looked at again by their example questions.
const CANDIDATES: usize = 10;
/// How much an example question that says the same raises an article.
const LIKENESS: Score = 0.6;

/// The articles found for a question, the best first.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// The best articles.
    pub hits: Vec<Hit>,
    /// How many words of the question tell what it is about.
    pub content_words: usize,
}

/// An article found for a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place in the list that the index was built from.
    pub article: usize,
    /// Higher is better; only comparable within one ranking.
    pub score: f32,
    /// How sure it is that this article answers the question, from 0 to 1.
    pub confidence: f32,
}

impl LanguageIndex {
    /// The best `limit` articles for a question.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn rank(&self, question: &str, limit: usize) -> Result<Ranking, IndexError> {
        let words = self.query_words(question);
        let content_words = words.iter().filter(|word| word.role == Role::Content).count();
        let whole = &self.whole;
        let fields = [
            (whole.title, TITLE),
            (whole.terms, TERMS),
            (whole.questions, QUESTIONS),
            (whole.answer, ANSWER),
            (whole.sections, SECTIONS),
        ];
        let mut found = self.top(&whole.searcher, &words, &fields, limit.max(CANDIDATES))?;
        for (article, score) in &mut found {
            *score *= 1.0 + LIKENESS * likeness(&self.vocabulary, &words, *article);
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let confidences = confidence(&self.vocabulary, &words, &found);
        let hits = found
            .iter()
            .zip(confidences)
            .filter_map(|(&(article, score), confidence)| {
                Some(Hit { article: *self.places.get(article)?, score, confidence })
            })
            .take(limit)
            .collect();
        Ok(Ranking { hits, content_words })
    }

    /// The section of an article that comes nearest to the question, if any shares a word with it. The article is
    /// named by its place in the list that the index was built from.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn nearest_section(&self, question: &str, article: usize) -> Result<Option<SectionId>, IndexError> {
        let mut words = self.query_words(question);
        words.retain(|word| word.role == Role::Content);
        let passages = &self.passages;
        let fields = [(passages.heading, HEADING), (passages.body, PASSAGE)];
        let found = self.top(&passages.searcher, &words, &fields, passages.sections.len().max(1))?;
        Ok(found.into_iter().find_map(|(document, _)| {
            let (number, section) = passages.sections.get(document)?;
            (self.places.get(*number) == Some(&article)).then_some(*section)
        }))
    }

    /// The best documents of an index, by id.
    fn top(
        &self,
        searcher: &Searcher,
        words: &[QueryWord],
        fields: &[(Field, Score)],
        limit: usize,
    ) -> Result<Vec<(usize, Score)>, IndexError> {
        let query = self.query(words, fields);
        let found = searcher.search(&query, &TopDocs::with_limit(limit).order_by_score())?;
        let by_id =
            |(score, address): (Score, DocAddress)| Some((usize::try_from(address.doc_id).ok()?, score));
        Ok(found.into_iter().filter_map(by_id).collect())
    }
}
