//! From Markdown files to articles: everything that can be read, and every problem with its file and line.
//!
//! Parsing and checking are pure; only `load` touches files.

mod front_matter;
mod golden;
mod lint;
mod load;
mod parity;
mod parse;
mod phrasings;
pub mod plain;
mod sections;
mod word_lists;

pub use golden::{Expectation, QuestionSet, Scope};
pub use lint::{check_collection, check_golden};
pub use load::{Collection, Layer, LoadedFile, builtin, builtin_golden, read_folder, read_golden};
pub use parity::check as check_parity;
pub use phrasings::Phrasings;
pub use plain::Readability;
pub use word_lists::{WordListError, everyday_words, familiar_words, heavy_words};

/// The name among `known` that is closest to a mistyped one, when it is close enough to be meant.
pub fn closest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
