//! How people put what an article answers: a text file beside the article, one question or phrase a line.
//!
//! They help to find the article and are never shown. A folder may add some to an article that stands in another.

use std::collections::HashSet;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::domain::{Language, TopicId, TopicKind};

/// The phrasings of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrasings {
    /// The name shown in problems.
    pub name: String,
    /// The article that they are to find.
    pub topic: TopicId,
    /// Its language.
    pub language: Language,
    /// Each as a person would type it.
    pub lines: Vec<String>,
}

/// Whether a path inside a knowledge folder is one of phrasings: a text file in the folder of a kind, but for a guide to editors.
pub(super) fn is_phrasings(path: &str) -> bool {
    let is_text = Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"));
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_guide = path.to_lowercase().ends_with("readme.txt");
    is_text && !is_guide && TopicKind::from_folder(folder).is_some()
}

/// The topic and the language that a path `<kind>/<topic>.<lang>.txt` names, if it does.
pub(super) fn identity(path: &str) -> Option<(TopicId, Language)> {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let (topic, language) = name.rsplit_once('.')?.0.rsplit_once('.')?;
    Some((TopicId::parse(topic)?, language.parse().ok()?))
}

/// The phrasings in a text, each once. Empty lines and those that begin with `#` are left out, and so is the bullet of a list.
pub(super) fn lines(text: &str) -> Vec<String> {
    let text: String = text.trim_start_matches('\u{feff}').nfc().collect();
    let lines = text.lines().map(|line| line.trim().trim_start_matches("- ").trim_start());
    let mut seen = HashSet::new();
    let told = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    told.filter(|line| seen.insert(*line)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_as_its_article_and_has_a_phrase_a_line() {
        assert!(is_phrasings("procedures/proc-own-data.sv.txt"));
        assert!(!is_phrasings("procedures/proc-own-data.sv.md"));
        assert!(!is_phrasings("notes.txt") && !is_phrasings("other/notes.txt"));
        let topic = TopicId::parse("proc-own-data").unwrap();
        assert_eq!(identity("procedures/proc-own-data.sv.txt"), Some((topic, Language::Swedish)));
        assert_eq!(identity("procedures/proc-own-data.se.txt"), None);
        assert_eq!(identity("procedures/notes.txt"), None);
        assert_eq!(
            lines(
                "\u{feff}# For parents\n\n- va har ni sparat om mej \r\nva har ni sparat om mej\nmitt barns a\u{30a}rskurs\n"
            ),
            ["va har ni sparat om mej", "mitt barns årskurs"]
        );
    }
}
