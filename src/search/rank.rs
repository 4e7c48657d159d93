//! Which articles answer a question best, and which of their sections comes nearest.

use tantivy::collector::TopDocs;
use tantivy::schema::Field;
use tantivy::{DocAddress, Score};

use super::confidence::confidence;
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
        let found = self.top(&words, &self.article_fields(), limit.max(2))?;
        let articles: Vec<(usize, Score)> = found
            .into_iter()
            .filter_map(|(score, address)| Some((self.document(address)?.article, score)))
            .collect();
        let confidences = confidence(&self.vocabulary, &words, &articles);
        let hits = articles
            .iter()
            .zip(confidences)
            .filter_map(|(&(article, score), confidence)| {
                Some(Hit { article: *self.articles.get(article)?, score, confidence })
            })
            .take(limit)
            .collect();
        Ok(Ranking { hits, content_words })
    }

    /// The section of an article that comes nearest to the question, if any shares a word with it.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn nearest_section(&self, question: &str, article: usize) -> Result<Option<SectionId>, IndexError> {
        let mut words = self.query_words(question);
        words.retain(|word| word.role == Role::Content);
        let fields = [(self.fields.heading, HEADING), (self.fields.passage, PASSAGE)];
        let found = self.top(&words, &fields, self.documents.len().max(1))?;
        Ok(found.into_iter().find_map(|(_, address)| {
            let document = self.document(address)?;
            let same = self.articles.get(document.article) == Some(&article);
            document.section.filter(|_| same)
        }))
    }

    fn article_fields(&self) -> [(Field, Score); 5] {
        let fields = &self.fields;
        [
            (fields.title, TITLE),
            (fields.terms, TERMS),
            (fields.questions, QUESTIONS),
            (fields.answer, ANSWER),
            (fields.sections, SECTIONS),
        ]
    }

    fn top(
        &self,
        words: &[QueryWord],
        fields: &[(Field, Score)],
        limit: usize,
    ) -> Result<Vec<(Score, DocAddress)>, IndexError> {
        let query = self.query(words, fields);
        Ok(self.searcher.search(&query, &TopDocs::with_limit(limit).order_by_score())?)
    }

    fn document(&self, address: DocAddress) -> Option<super::index::Document> {
        self.documents.get(usize::try_from(address.doc_id).ok()?).copied()
    }
}
