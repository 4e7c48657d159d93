//! How people put what an article answers: a text file beside the article, one question or phrase a line.
//!
//! They help to find the article and are never shown. A folder may add some to an article that stands in another.

use std::collections::HashSet;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::domain::{Language, Problem, ProblemKind, TopicId, TopicKind, personal_data};

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
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_guide = path.to_lowercase().ends_with("readme.txt");
    is_text(path) && !is_guide && TopicKind::from_folder(folder).is_some()
}

/// The topic and the language that a path `<kind>/<topic>.<lang>.txt` names, if it does.
pub(super) fn identity(path: &str) -> Option<(TopicId, Language)> {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let (topic, language) = name.rsplit_once('.')?.0.rsplit_once('.')?;
    Some((TopicId::parse(topic)?, language.parse().ok()?))
}

/// The name of a file of questions that no article answers, `out-of-scope.<lang>.txt`, before its language.
const OUT_OF_SCOPE: &str = "out-of-scope";

/// Whether a path inside a knowledge folder is meant to be such a file: at the top of the folder.
pub(super) fn is_out_of_scope(path: &str) -> bool {
    path.starts_with(OUT_OF_SCOPE) && is_text(path) && !path.contains('/')
}

fn is_text(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

/// The language of such a file, if its name says it.
pub(super) fn language_of_out_of_scope(path: &str) -> Option<Language> {
    path.strip_prefix(OUT_OF_SCOPE)?.strip_prefix('.')?.strip_suffix(".txt")?.parse().ok()
}

/// The phrasings in a text, each once and without the bullet of a list, and a problem for each line that holds personal
/// data, notes among them: such data is taken out of every question too. Empty lines and notes, which begin with `#`, are
/// no phrasings.
pub(super) fn read(name: &str, text: &str) -> (Vec<String>, Vec<Problem>) {
    let text: String = text.trim_start_matches('\u{feff}').nfc().collect();
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim().trim_start_matches("- ").trim_start();
        if let Some(found) = personal_data::guard(line).found.first() {
            let kind = ProblemKind::PersonalData { mask: found.mask() };
            problems.push(Problem::at(name, number, kind));
        } else if !line.is_empty() && !line.starts_with('#') && seen.insert(line) {
            lines.push(line.to_owned());
        }
    }
    (lines, problems)
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
        assert!(is_out_of_scope("out-of-scope.se.txt") && !is_out_of_scope("procedures/out-of-scope.fi.txt"));
        assert_eq!(language_of_out_of_scope("out-of-scope.fi.txt"), Some(Language::Finnish));
        assert_eq!(language_of_out_of_scope("out-of-scope.se.txt"), None);
        let text = "\u{feff}# For parents\n\n- va har ni sparat om mej \r\nva har ni sparat om mej\n\
                    svara till nagon@example.org\nmitt barns a\u{30a}rskurs\n# fråga 040 123 4567\n";
        let (lines, problems) = read("a.sv.txt", text);
        assert_eq!(lines, ["va har ni sparat om mej", "mitt barns årskurs"]);
        let personal = |line, mask| Problem::at("a.sv.txt", line, ProblemKind::PersonalData { mask });
        assert_eq!(problems, [personal(5, "•••@•••"), personal(7, "••• ••• ••••")]);
    }
}
