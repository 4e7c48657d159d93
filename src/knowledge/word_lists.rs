//! The words that plain language is judged by, as editors keep them in `knowledge/plain-language`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::Language;

/// A list of words is no valid TOML.
#[derive(Debug, thiserror::Error)]
#[error("cannot read knowledge/plain-language/{file}.toml")]
pub struct WordListError {
    /// The name of the list.
    pub file: &'static str,
    /// What is wrong with it.
    #[source]
    pub cause: toml::de::Error,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Heavy {
    words: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Familiar {
    sv: Vec<String>,
    fi: Vec<String>,
    en: Vec<String>,
}

/// Each heavy word or phrase of a language in its base form, with what to write instead.
///
/// # Errors
/// When the list that is compiled in is no valid TOML.
pub fn heavy_words(language: Language) -> Result<BTreeMap<String, String>, WordListError> {
    let text = match language {
        Language::Swedish => include_str!("../../knowledge/plain-language/sv.toml"),
        Language::Finnish => include_str!("../../knowledge/plain-language/fi.toml"),
        Language::English => include_str!("../../knowledge/plain-language/en.toml"),
    };
    let list: Heavy = list(language.code(), text)?;
    Ok(list.words)
}

/// The words of a language that need no explanation, though an article has them among its terms.
///
/// # Errors
/// When the list that is compiled in is no valid TOML.
pub fn familiar_words(language: Language) -> Result<Vec<String>, WordListError> {
    let list: Familiar = list("familiar", include_str!("../../knowledge/plain-language/familiar.toml"))?;
    Ok(match language {
        Language::Swedish => list.sv,
        Language::Finnish => list.fi,
        Language::English => list.en,
    })
}

/// The words of a language that nobody needs to have explained in a memo, though an article has them among its names or terms to
/// catch questions: everyday words, and words that mostly mean something else.
pub fn everyday_words(language: Language) -> impl Iterator<Item = &'static str> {
    let text = match language {
        Language::Swedish => include_str!("../../knowledge/plain-language/everyday.sv.txt"),
        Language::Finnish => include_str!("../../knowledge/plain-language/everyday.fi.txt"),
        Language::English => include_str!("../../knowledge/plain-language/everyday.en.txt"),
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn list<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, WordListError> {
    toml::from_str(text).map_err(|cause| WordListError { file, cause })
}
