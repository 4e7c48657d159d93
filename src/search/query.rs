//! From a question to the words that are searched, each with the stems it may stand for.

use std::collections::HashSet;

use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Term};

use super::MAX_QUESTION_CHARS;
use super::analyzer::Word;
use super::index::LanguageIndex;
use super::vocabulary::{Standing, Variant};

/// More words than this are a text, not a question; the first ones tell what it is about.
const MAX_WORDS: usize = 40;
/// A word written apart ("data skydd") that is known when joined.
const JOINED_SIMILARITY: f32 = 0.95;

/// How much a word's weaker matches in an article add to its best one.
const OTHER_MATCHES: Score = 0.4;

/// A word of a question, ready to be searched.
#[derive(Clone, Debug)]
pub(super) struct QueryWord {
    pub(super) word: Word,
    pub(super) role: Role,
    /// The stems it may stand for, the nearest first.
    pub(super) variants: Vec<Variant>,
}

/// A field of an index, the part of an article that it holds, and how much a word in it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighted {
    pub(super) field: Field,
    pub(super) standing: Standing,
    pub(super) weight: Score,
}

/// What a word of a question may tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What the question is about.
    Content,
    /// A number: it helps to rank, but tells nothing by itself.
    Number,
    /// A word that any question may hold.
    Stop,
}

impl LanguageIndex {
    /// The distinct words of a question.
    pub(super) fn query_words(&self, question: &str) -> Vec<QueryWord> {
        let end = question.char_indices().nth(MAX_QUESTION_CHARS).map_or(question.len(), |(end, _)| end);
        let words = self.analyzer.words(question.get(..end).unwrap_or_default());
        let joined = self.joined(&words);
        let mut seen = HashSet::new();
        words
            .into_iter()
            .zip(joined)
            .filter(|(word, _)| seen.insert(word.stem.clone()))
            .take(MAX_WORDS)
            .map(|(word, joined)| {
                let role = self.role(&word);
                let mut variants = match role {
                    Role::Content => self.vocabulary.variants(&word.stem),
                    Role::Number | Role::Stop => exactly(self.vocabulary.find(&word.stem)),
                };
                if let Some(stem) = joined {
                    variants.retain(|variant| variant.stem != stem);
                    variants.insert(0, Variant { stem, similarity: JOINED_SIMILARITY });
                }
                let role = if joined.is_some() { Role::Content } else { role };
                QueryWord { word, role, variants }
            })
            .collect()
    }

    /// The words of a question that tell what it is about.
    pub fn content_words(&self, question: &str) -> Vec<Word> {
        let words = self.query_words(question);
        words.into_iter().filter(|word| word.role == Role::Content).map(|word| word.word).collect()
    }

    fn role(&self, word: &Word) -> Role {
        if word.is_number() {
            Role::Number
        } else if word.surface.chars().count() < 2 || self.analyzer.is_stop_word(&word.surface) {
            Role::Stop
        } else {
            Role::Content
        }
    }

    /// For each word, the stem that it makes together with its neighbour, when that is a known word
    /// and the two apart are not both known.
    fn joined(&self, words: &[Word]) -> Vec<Option<usize>> {
        let mut joined = vec![None; words.len()];
        for (number, pair) in words.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            if first.is_number() || second.is_number() {
                continue;
            }
            let together = format!("{}{}", first.surface, second.surface);
            let stem = self.analyzer.stem(&together).and_then(|stem| self.vocabulary.find(&stem));
            if stem.is_some() {
                for place in joined.iter_mut().skip(number).take(2) {
                    *place = stem;
                }
            }
        }
        joined
    }

    /// A query in which each word counts mainly by its best variant in its best field.
    pub(super) fn query(&self, words: &[QueryWord], fields: &[Weighted]) -> BooleanQuery {
        let clauses = words.iter().filter(|word| !word.variants.is_empty()).map(|word| {
            let mut alternatives: Vec<Box<dyn Query>> = Vec::new();
            let role_weight = match word.role {
                Role::Content => 1.0,
                Role::Number => 0.5,
                Role::Stop => 0.1,
            };
            for variant in &word.variants {
                for Weighted { field, standing, weight } in fields {
                    if !self.vocabulary.occurs(variant.stem, *standing) {
                        continue;
                    }
                    let term = Term::from_field_text(*field, self.vocabulary.text(variant.stem));
                    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    let boost = weight * variant.similarity * role_weight;
                    alternatives.push(Box::new(BoostQuery::new(Box::new(query), boost)));
                }
            }
            let best: Box<dyn Query> =
                Box::new(DisjunctionMaxQuery::with_tie_breaker(alternatives, OTHER_MATCHES));
            (Occur::Should, best)
        });
        BooleanQuery::new(clauses.collect())
    }
}

fn exactly(stem: Option<usize>) -> Vec<Variant> {
    stem.into_iter().map(|stem| Variant { stem, similarity: 1.0 }).collect()
}
