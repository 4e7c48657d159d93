//! Which articles answer a question best, and which of their sections comes nearest.

use tantivy::collector::TopDocs;
use tantivy::{DocAddress, Score, Searcher};

use super::confidence::{asked, confidence, is_named, likeness};
use super::index::{IndexError, LanguageIndex};
use super::query::{QueryWord, Role, Weighted};
use super::vocabulary::Standing;
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
/// How much a question that is nothing but names of an article raises it: "GDPR" is one, "GDPR incident" another.
const NAMED: Score = 0.6;
/// How much an example question that says the same raises an article.
const LIKENESS: Score = 0.6;

/// An article found for a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place in the list that the index was built from.
    pub article: usize,
    /// How sure it is that this article answers the question, from 0 to 1.
    pub confidence: f32,
}

impl LanguageIndex {
    /// The best `limit` articles for a question, the best first.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn rank(&self, question: &str, limit: usize) -> Result<Vec<Hit>, IndexError> {
        let words = self.query_words(question);
        let whole = &self.whole;
        let fields = [
            Weighted { field: whole.title, standing: Standing::Title, weight: TITLE },
            Weighted { field: whole.terms, standing: Standing::Term, weight: TERMS },
            Weighted { field: whole.questions, standing: Standing::Question, weight: QUESTIONS },
            Weighted { field: whole.answer, standing: Standing::Answer, weight: ANSWER },
            Weighted { field: whole.sections, standing: Standing::Section, weight: SECTIONS },
        ];
        let asked = asked(&words);
        let mut found = self.top(&whole.searcher, &words, &fields, limit.max(CANDIDATES))?;
        for (article, score) in &mut found {
            let named = if is_named(&self.vocabulary, &words, &asked, *article) { NAMED } else { 0.0 };
            *score *= 1.0 + LIKENESS * likeness(&self.vocabulary, &words, *article) + named;
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let confidences = confidence(&self.vocabulary, &words, &asked, &found, limit);
        Ok(found
            .iter()
            .zip(confidences)
            .filter_map(|(&(article, _), confidence)| {
                Some(Hit { article: *self.places.get(article)?, confidence })
            })
            .collect())
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
        let fields = [
            Weighted { field: passages.heading, standing: Standing::Section, weight: HEADING },
            Weighted { field: passages.body, standing: Standing::Section, weight: PASSAGE },
        ];
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
        fields: &[Weighted],
        limit: usize,
    ) -> Result<Vec<(usize, Score)>, IndexError> {
        let query = self.query(words, fields);
        let found = searcher.search(&query, &TopDocs::with_limit(limit).order_by_score())?;
        let by_id =
            |(score, address): (Score, DocAddress)| Some((usize::try_from(address.doc_id).ok()?, score));
        Ok(found.into_iter().filter_map(by_id).collect())
    }
}
