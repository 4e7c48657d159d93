//! Finds the article that answers a question, the terms that a text uses, and the language it is written in.
//!
//! The only user of tantivy, of the stemmers and of the language detector.

mod analyzer;
mod classifier;
mod complete;
mod confidence;
mod corpus;
mod detect;
mod grams;
mod index;
mod jargon;
mod query;
mod rank;
mod spelling;
mod texts;
mod vocabulary;

pub use analyzer::{Analyzer, Word, wording};
pub use complete::{Completer, Completion};
pub use confidence::{ANSWER_FROM, Zone};
pub use corpus::{CorpusIndex, CorpusText};
pub use detect::{Certainty, Detector, Guess};
pub use index::{IndexError, LanguageIndex};
pub use jargon::{Candidate, Form, Jargon, Mention};
pub use rank::Hit;

/// Longest part of a question that is searched, in characters: past it nobody asks, and words only cost time.
pub const MAX_QUESTION_CHARS: usize = 2_000;
