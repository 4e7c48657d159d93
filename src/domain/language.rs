//! The three languages that Ledord answers in.

use std::fmt;
use std::str::FromStr;

/// A language of answers and articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Swedish, with the official terms of Finland.
    Swedish,
    /// Finnish.
    Finnish,
    /// English.
    English,
}

impl Language {
    /// All languages, in the order in which the product names them.
    pub const ALL: [Self; 3] = [Self::Swedish, Self::Finnish, Self::English];

    /// The two-letter code of ISO 639-1: `sv`, `fi` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::Finnish => "fi",
            Self::English => "en",
        }
    }

    /// What people call the language in that language.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Swedish => "svenska",
            Self::Finnish => "suomi",
            Self::English => "English",
        }
    }

    /// The language of a locale tag such as `sv-FI`, `fi_FI.UTF-8` or `en`; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }

    /// The place of this language in [`Language::ALL`].
    pub const fn index(self) -> usize {
        match self {
            Self::Swedish => 0,
            Self::Finnish => 1,
            Self::English => 2,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text is not the code of one of the three languages.
#[derive(Debug, thiserror::Error)]
#[error("unknown language `{0}`: use sv, fi or en")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads `sv`, `fi` or `en`.
    ///
    /// # Errors
    /// Any other text, locale tags included: a person's choice is never guessed.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == text)
            .ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

/// One value for each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerLanguage<T>(pub [T; 3]);

impl<T> PerLanguage<T> {
    /// Makes the value of each language by a function.
    pub fn from_fn(make: impl FnMut(Language) -> T) -> Self {
        Self(Language::ALL.map(make))
    }

    /// The value of one language.
    pub fn get(&self, language: Language) -> &T {
        let [swedish, finnish, english] = &self.0;
        match language {
            Language::Swedish => swedish,
            Language::Finnish => finnish,
            Language::English => english,
        }
    }

    /// The value of one language, to change.
    pub fn get_mut(&mut self, language: Language) -> &mut T {
        let [swedish, finnish, english] = &mut self.0;
        match language {
            Language::Swedish => swedish,
            Language::Finnish => finnish,
            Language::English => english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locale_tags_of_platforms_and_terminals_are_understood() {
        for (tag, expected) in [
            ("sv-SE", Some(Language::Swedish)),
            ("sv_FI.UTF-8", Some(Language::Swedish)),
            ("fi", Some(Language::Finnish)),
            ("FI-fi", Some(Language::Finnish)),
            ("en_US@euro", Some(Language::English)),
            ("C", None),
            ("svenska", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), expected, "{tag}");
        }
    }
}
