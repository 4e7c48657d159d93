//! How sure it is that a found article answers the question.
//!
//! Confidence is the share of the question's meaning that the article covers, lowered when another article comes
//! close. Words that the knowledge does not know count against it, so that a question about something else stays
//! unanswered even when it shares a word or two. Stop words and numbers never count.

use std::collections::HashSet;

use super::query::{QueryWord, Role};
use super::vocabulary::{Standing, Vocabulary};

/// An unknown word may be a name or a slip of the pen: it weighs less than a known word that is missing.
const UNKNOWN_WORD: f32 = 0.9;
/// The lead over the next article at which it no longer matters, as a share of the score.
const CLEAR_LEAD: f32 = 0.2;
/// How much of the confidence a tie with the next article takes away.
const TIE_PENALTY: f32 = 0.35;

/// From here on an article is the answer.
const ANSWER_FROM: f32 = 0.42;
/// From here on an article is worth offering.
const SUGGEST_FROM: f32 = 0.25;

/// What a confidence allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Answer.
    Answer,
    /// Offer it among others.
    Suggest,
    /// Say that the answer is not known.
    Unknown,
}

impl Zone {
    /// The zone of a confidence from 0 to 1.
    pub fn of(confidence: f32) -> Self {
        if confidence >= ANSWER_FROM {
            Self::Answer
        } else if confidence >= SUGGEST_FROM {
            Self::Suggest
        } else {
            Self::Unknown
        }
    }
}

/// From this likeness on, the question is taken for the example question itself.
const SAME_QUESTION: f32 = 0.6;
/// A question's only word, when it is not a whole name, may mean anything: it is offered, never the answer.
const LONE_WORD: f32 = 0.4;
/// A stop word is the same in most questions: it tells little of their likeness.
const STOP_WORD: f32 = 0.3;
/// A variant at least this near is taken for the word itself.
const SURELY_THE_SAME: f32 = 0.8;

/// The stems that surely are in the question.
pub(super) fn asked(words: &[QueryWord]) -> HashSet<usize> {
    let variants = words.iter().flat_map(|word| &word.variants);
    variants.filter(|variant| variant.similarity >= SURELY_THE_SAME).map(|variant| variant.stem).collect()
}

/// The confidence of the first `limit` articles found, given in the order of their scores.
pub(super) fn confidence(
    vocabulary: &Vocabulary,
    words: &[QueryWord],
    asked: &HashSet<usize>,
    found: &[(usize, f32)],
    limit: usize,
) -> Vec<f32> {
    let best = found.first().map_or(0.0, |(_, score)| *score);
    found
        .iter()
        .enumerate()
        .take(limit)
        .map(|(place, &(article, score))| {
            let coverage = coverage(vocabulary, words, asked, article);
            let rival = if place == 0 { found.get(1).map_or(0.0, |(_, score)| *score) } else { best };
            let lead = if score > 0.0 { (score - rival) / score } else { 0.0 };
            let certainty = (lead / CLEAR_LEAD).clamp(0.0, 1.0);
            let confidence = coverage * (1.0 - TIE_PENALTY * (1.0 - certainty));
            let likeness = likeness(vocabulary, words, article);
            if likeness >= SAME_QUESTION { confidence.max(likeness) } else { confidence }
        })
        .collect()
}

/// The share of the question's content words, by weight, that an article covers, from 0 to 1.
fn coverage(vocabulary: &Vocabulary, words: &[QueryWord], asked: &HashSet<usize>, article: usize) -> f32 {
    let named = named_in_full(vocabulary, asked, article);
    let lone = words.iter().filter(|word| word.role == Role::Content).count() == 1;
    let mut covered = 0.0;
    let mut total = 0.0;
    for word in words.iter().filter(|word| word.role == Role::Content) {
        let nearest = word.variants.first();
        let weight = match nearest {
            Some(variant) => vocabulary.weight(Some(variant.stem)),
            None => UNKNOWN_WORD * vocabulary.weight(None),
        };
        let match_quality = word
            .variants
            .iter()
            .filter_map(|variant| {
                let standing = vocabulary.standing(variant.stem, article)?;
                let trust = match named.contains(&variant.stem) {
                    true => 1.0,
                    false if lone => LONE_WORD,
                    false => trust(standing),
                };
                Some(variant.similarity * trust)
            })
            .fold(0.0, f32::max);
        covered += weight * match_quality;
        total += weight;
    }
    if total > 0.0 { covered / total } else { 0.0 }
}

/// How like the question is to the example question of an article that comes nearest: the weight of the words that
/// they share, against the weight of all words of both, from 0 to 1.
pub(super) fn likeness(vocabulary: &Vocabulary, words: &[QueryWord], article: usize) -> f32 {
    let weight = |word: &QueryWord, stem: Option<usize>| match word.role {
        Role::Content | Role::Number => vocabulary.weight(stem),
        Role::Stop => STOP_WORD * vocabulary.weight(stem),
    };
    let asked: f32 = words.iter().map(|word| weight(word, word.variants.first().map(|best| best.stem))).sum();
    let questions = vocabulary.questions(article).iter().map(|question| {
        let shared: f32 = words
            .iter()
            .filter_map(|word| {
                let best = word.variants.first().filter(|best| question.contains(&best.stem))?;
                Some(weight(word, Some(best.stem)) * best.similarity)
            })
            .sum();
        let theirs: f32 = question.iter().map(|stem| vocabulary.weight(Some(*stem))).sum();
        let all = asked + theirs - shared;
        if all > 0.0 { shared / all } else { 0.0 }
    });
    questions.fold(0.0, f32::max)
}

/// Whether every content word of the question belongs to a name of the article which the question holds in full.
pub(super) fn is_named(
    vocabulary: &Vocabulary,
    words: &[QueryWord],
    asked: &HashSet<usize>,
    article: usize,
) -> bool {
    let named = named_in_full(vocabulary, asked, article);
    let content = words.iter().filter(|word| word.role == Role::Content);
    let mut nearest = content.map(|word| word.variants.first().map(|variant| variant.stem)).peekable();
    nearest.peek().is_some() && nearest.all(|stem| stem.is_some_and(|stem| named.contains(&stem)))
}

/// The stems of those names of an article (its title, synonyms and terms) of which the question holds every word:
/// "data breach" is about the breach, "breach" alone may be about anything.
fn named_in_full(vocabulary: &Vocabulary, asked: &HashSet<usize>, article: usize) -> HashSet<usize> {
    let names = vocabulary.names(article).iter();
    names.filter(|name| name.iter().all(|stem| asked.contains(stem))).flatten().copied().collect()
}

/// How far a match in a part of the article shows that the article is about the word.
fn trust(standing: Standing) -> f32 {
    match standing {
        Standing::Title | Standing::Question | Standing::Answer => 0.8,
        Standing::Term => 0.7,
        Standing::Section => 0.5,
    }
}
