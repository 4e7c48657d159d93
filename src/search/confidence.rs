//! How sure it is that a found article answers the question.
//!
//! Confidence is the share of the question's meaning that the article covers, lowered when another article comes
//! close. Words that the knowledge does not know count against it, so that a question about something else stays
//! unanswered even when it shares a word or two. Stop words and numbers never count.

use tantivy::Score;

use super::query::{QueryWord, Role};
use super::vocabulary::{Standing, Vocabulary};

/// An unknown word may be a name or a slip of the pen: it weighs less than a known word that is missing.
const UNKNOWN_WORD: f32 = 0.75;
/// The lead over the next article at which it no longer matters, as a share of the score.
const CLEAR_LEAD: f32 = 0.2;
/// How much of the confidence a tie with the next article takes away.
const TIE_PENALTY: f32 = 0.35;

/// From here on an article is the answer.
const ANSWER_FROM: f32 = 0.55;
/// From here on an article is worth offering.
const SUGGEST_FROM: f32 = 0.3;

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

/// The confidence of each article found, given in the order of their scores.
pub(super) fn confidence(vocabulary: &Vocabulary, words: &[QueryWord], found: &[(usize, Score)]) -> Vec<f32> {
    let best = found.first().map_or(0.0, |(_, score)| *score);
    found
        .iter()
        .enumerate()
        .map(|(place, &(article, score))| {
            let coverage = coverage(vocabulary, words, article);
            let rival = if place == 0 { found.get(1).map_or(0.0, |(_, score)| *score) } else { best };
            let lead = if score > 0.0 { (score - rival) / score } else { 0.0 };
            let certainty = (lead / CLEAR_LEAD).clamp(0.0, 1.0);
            coverage * (1.0 - TIE_PENALTY * (1.0 - certainty))
        })
        .collect()
}

/// The share of the question's content words, by weight, that an article covers, from 0 to 1.
fn coverage(vocabulary: &Vocabulary, words: &[QueryWord], article: usize) -> f32 {
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
                Some(variant.similarity * trust(standing))
            })
            .fold(0.0, f32::max);
        covered += weight * match_quality;
        total += weight;
    }
    if total > 0.0 { covered / total } else { 0.0 }
}

/// How far a match in a part of the article shows that the article is about the word.
fn trust(standing: Standing) -> f32 {
    match standing {
        Standing::Title | Standing::Term => 1.0,
        Standing::Question => 0.95,
        Standing::Answer => 0.9,
        Standing::Section => 0.7,
    }
}
