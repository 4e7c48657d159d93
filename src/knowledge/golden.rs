//! Questions with the topics that answer them: what a reload must not lose, and what `ledord eval` asks.

use crate::domain::{Language, Problem, ProblemKind};

/// A question and what would answer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Its name in reports.
    pub id: String,
    /// The language in which it is asked.
    pub language: Language,
    /// The question, as a person types it.
    pub question: String,
    /// The topics that are right, the best first.
    pub topics: Vec<String>,
    /// Whether it is one for the desk.
    pub scope: Scope,
}

/// Whether a question is one for the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// It has an answer.
    In,
    /// It must stay unanswered.
    Out,
}

/// A table of questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionSet {
    /// The name shown in problems.
    pub file: String,
    /// Each question with its line, counted from 1.
    pub questions: Vec<(usize, Expectation)>,
    /// What is wrong with the table.
    pub problems: Vec<Problem>,
}

/// The columns, in the order that holds where no line names them.
const COLUMNS: [&str; 6] = ["id", "lang", "question", "topic_id", "also_ok", "scope"];

/// Where each column stands; `None` for one that is missing.
type Places = [Option<usize>; COLUMNS.len()];

impl QuestionSet {
    /// Reads a table with tabs between its columns. A first line with the names of the columns may put them in another
    /// order. Lines that begin with `#` are left out.
    pub fn read(file: &str, text: &str) -> Self {
        let mut set = Self { file: file.to_owned(), ..Self::default() };
        let lines = text.trim_start_matches('\u{feff}').lines().zip(1..);
        let mut rows = lines
            .filter(|(line, _)| !line.trim().is_empty() && !line.starts_with('#'))
            .map(|(line, number)| (number, line.split('\t').map(str::trim).collect::<Vec<_>>()))
            .peekable();
        let mut places: Places = std::array::from_fn(Some);
        if let Some((line, names)) = rows.next_if(|(_, cells)| names_columns(cells)) {
            places = COLUMNS.map(|column| names.iter().position(|name| *name == column));
            for (name, _) in COLUMNS.into_iter().zip(places).filter(|(_, place)| place.is_none()) {
                set.problems.push(Problem::at(file, line, ProblemKind::MissingColumn { name }));
            }
        }
        if set.problems.is_empty() {
            for (line, cells) in rows {
                match expectation(&cells, &places) {
                    Ok(expectation) => set.questions.push((line, expectation)),
                    Err(kind) => set.problems.push(Problem::at(file, line, kind)),
                }
            }
        }
        set
    }
}

/// Whether a line names columns: no question has two of the names among its cells.
fn names_columns(cells: &[&str]) -> bool {
    COLUMNS.iter().filter(|column| cells.contains(column)).count() > 1
}

fn expectation(cells: &[&str], places: &Places) -> Result<Expectation, ProblemKind> {
    let cell = |place: Option<usize>| place.and_then(|place| cells.get(place)).copied().unwrap_or_default();
    let [id, language, question, topic, also_ok, scope] = places.map(cell);
    let scope = match scope {
        "in" => Scope::In,
        "out" => Scope::Out,
        other => return Err(ProblemKind::UnknownScope { value: other.to_owned() }),
    };
    let Ok(language) = language.parse::<Language>() else {
        return Err(ProblemKind::UnknownLanguage { value: language.to_owned() });
    };
    let topics = std::iter::once(topic).chain(also_ok.split(';')).map(str::trim);
    let topics: Vec<String> = topics.filter(|topic| !topic.is_empty()).map(str::to_owned).collect();
    if scope == Scope::In && topics.is_empty() {
        return Err(ProblemKind::NoTopic);
    }
    Ok(Expectation { id: id.to_owned(), language, question: question.to_owned(), topics, scope })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_with_or_without_the_names_of_its_columns() {
        let named = "lang\tid\tquestion\tscope\ttopic_id\talso_ok\nsv\ta\tVad?\tin\tx\ty; z\n";
        let bare = "# a\tlang\n\na\tsv\tVad?\tx\ty; z\tin\n";
        for (text, line) in [(named, 2), (bare, 3)] {
            let set = QuestionSet::read("set.tsv", text);
            assert_eq!(set.problems, [], "{text}");
            let [(at, row)] = set.questions.as_slice() else { panic!("{set:?}") };
            assert_eq!((*at, row.id.as_str(), row.topics.join(",").as_str()), (line, "a", "x,y,z"));
            assert_eq!((row.language, row.scope), (Language::Swedish, Scope::In));
        }
    }

    #[test]
    fn every_bad_line_is_named() {
        let set = QuestionSet::read("set.tsv", "a\tsv\tVad?\tx\t\tmaybe\nb\tno\tHva?\tx\t\tin\n");
        let scope = ProblemKind::UnknownScope { value: "maybe".into() };
        let language = ProblemKind::UnknownLanguage { value: "no".into() };
        assert_eq!(set.problems, [Problem::at("set.tsv", 1, scope), Problem::at("set.tsv", 2, language)]);
        let set = QuestionSet::read("set.tsv", "a\tsv\tVad?\t\t;\tin\n");
        assert_eq!(set.problems, [Problem::at("set.tsv", 1, ProblemKind::NoTopic)]);
        let set = QuestionSet::read("set.tsv", "id\tquestion\n");
        assert!(set.problems.contains(&Problem::at(
            "set.tsv",
            1,
            ProblemKind::MissingColumn { name: "lang" }
        )));
        assert!(set.problems.contains(&Problem::at(
            "set.tsv",
            1,
            ProblemKind::MissingColumn { name: "scope" }
        )));
    }
}
