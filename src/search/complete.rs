//! Terms that begin as what a person has typed so far, typing errors included.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::{Article, Language, TopicId};

/// What is typed beyond this many characters no longer tells terms apart.
const MAX_TYPED_CHARS: usize = 60;
/// From this many characters on, one typing error is forgiven.
const ONE_ERROR_FROM: usize = 4;
/// From this many characters on, two typing errors are forgiven.
const TWO_ERRORS_FROM: usize = 8;

/// Every term of all articles, ready to be completed.
#[derive(Debug)]
pub struct Completer {
    terms: Vec<KnownTerm>,
}

#[derive(Debug)]
struct KnownTerm {
    completion: Completion,
    /// Lower case, without accents, so that `natfiske` finds `nätfiske`.
    folded: Vec<char>,
    standing: Standing,
}

/// A title comes before its synonyms, and these before the other terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Title,
    Synonym,
    Term,
}

/// How well a term fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Same,
    Beginning,
    LaterWord,
    Misspelt(usize),
}

/// A term that a person may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The term as an article names it.
    pub term: String,
    /// The language of the term.
    pub language: Language,
    /// The topic that explains it.
    pub topic: TopicId,
}

impl Completer {
    /// Collects the titles, synonyms and terms of articles.
    pub fn build<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let mut terms = Vec::new();
        for article in articles {
            let mut add = |term: &String, standing| {
                terms.push(KnownTerm {
                    completion: Completion {
                        term: term.clone(),
                        language: article.language,
                        topic: article.topic.clone(),
                    },
                    folded: folded(term),
                    standing,
                });
            };
            add(&article.title, Standing::Title);
            article.synonyms.iter().for_each(|term| add(term, Standing::Synonym));
            article.terms.iter().for_each(|term| add(term, Standing::Term));
        }
        Self { terms }
    }

    /// Up to `limit` terms for what was typed: those that begin so, then those with a later word that does, then
    /// those that differ by a typing error; in each, the preferred language first. Nothing typed gives the titles.
    pub fn complete(&self, typed: &str, preferred: Language, limit: usize) -> Vec<Completion> {
        let typed: Vec<char> = folded(typed.trim_start()).into_iter().take(MAX_TYPED_CHARS).collect();
        let mut fitting: Vec<(Fit, &KnownTerm)> =
            self.terms.iter().filter_map(|term| Some((fit(&typed, &term.folded)?, term))).collect();
        if typed.is_empty() {
            fitting.retain(|(_, term)| {
                term.standing == Standing::Title && term.completion.language == preferred
            });
        }
        fitting.sort_by_key(|(fit, term)| {
            (*fit, term.completion.language != preferred, term.standing, term.folded.len())
        });
        let mut completions: Vec<Completion> = Vec::new();
        for (_, term) in fitting {
            let known = |other: &Completion| folded(&other.term) == term.folded;
            if !completions.iter().any(known) {
                completions.push(term.completion.clone());
            }
            if completions.len() == limit {
                break;
            }
        }
        completions
    }
}

fn folded(text: &str) -> Vec<char> {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

fn fit(typed: &[char], term: &[char]) -> Option<Fit> {
    if term.starts_with(typed) {
        return Some(if term.len() == typed.len() { Fit::Same } else { Fit::Beginning });
    }
    let later = (1..term.len()).any(|start| {
        let begins_a_word = term.get(start - 1).is_some_and(|before| !before.is_alphanumeric());
        begins_a_word && term.get(start..).is_some_and(|rest| rest.starts_with(typed))
    });
    if later {
        return Some(Fit::LaterWord);
    }
    let forgiven = match typed.len() {
        ..ONE_ERROR_FROM => return None,
        ONE_ERROR_FROM..TWO_ERRORS_FROM => 1,
        _ => 2,
    };
    let typed: String = typed.iter().collect();
    let lengths = typed.chars().count().saturating_sub(1)..=typed.chars().count() + 1;
    let beginning = |length: usize| -> String { term.iter().take(length).collect() };
    let distance = lengths.map(|length| strsim::osa_distance(&typed, &beginning(length))).min()?;
    (distance <= forgiven).then_some(Fit::Misspelt(distance))
}
