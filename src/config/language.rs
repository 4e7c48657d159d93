//! `[language]`: the language to fall back on.

use serde::{Deserialize, Serialize};

use crate::domain::Language;

/// The language to fall back on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct LanguageConfig {
    /// Used when the question's own language is unclear. Default: the terminal's locale, else English.
    #[serde(skip_serializing_if = "Option::is_none", with = "optional_language")]
    pub default: Option<Language>,
}

pub(super) mod optional_language {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::domain::Language;

    #[allow(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference to the field"
    )]
    pub(crate) fn serialize<S: Serializer>(value: &Option<Language>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(language) => to.serialize_str(language.code()),
            None => to.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Language>, D::Error> {
        String::deserialize(from)?.parse().map(Some).map_err(D::Error::custom)
    }
}
