//! Words of officials and what to write instead, as editors keep them in `knowledge/plain-language`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::Language;

/// A list of heavy words is no valid TOML.
#[derive(Debug, thiserror::Error)]
#[error("cannot read knowledge/plain-language/{language}.toml")]
pub struct HeavyWordsError {
    /// Whose list it is.
    pub language: Language,
    /// What is wrong with it.
    #[source]
    pub cause: toml::de::Error,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: BTreeMap<String, String>,
}

/// Each heavy word or phrase of a language in its base form, with what to write instead.
///
/// # Errors
/// When the list that is compiled in is no valid TOML.
pub fn heavy_words(language: Language) -> Result<BTreeMap<String, String>, HeavyWordsError> {
    let text = match language {
        Language::Swedish => include_str!("../../knowledge/plain-language/sv.toml"),
        Language::Finnish => include_str!("../../knowledge/plain-language/fi.toml"),
        Language::English => include_str!("../../knowledge/plain-language/en.toml"),
    };
    let list: List = toml::from_str(text).map_err(|cause| HeavyWordsError { language, cause })?;
    Ok(list.words)
}
