//! One file: its path, its front matter and its body, put together.

use jiff::civil::Date;

use super::{closest, front_matter, sections};
use crate::domain::{Article, Language, Problem, ProblemKind, TopicId, TopicKind};

/// What could be read of one file, and what is wrong with it.
#[derive(Clone, Debug)]
pub(super) struct ParsedFile {
    /// The article, when enough could be read to show it.
    pub(super) article: Option<Article>,
    /// What the path says that it is about, and in which language.
    pub(super) identity: Option<(TopicId, Language)>,
    /// The topics in `related`, each with its line, counted from 1.
    pub(super) related: Vec<(usize, TopicId)>,
    /// The line, counted from 1, of each example question, in order.
    pub(super) question_lines: Vec<usize>,
    /// The line, counted from 1, of each paragraph and list item of the answer, then of the section on why.
    pub(super) plain_lines: Vec<usize>,
    /// Everything that is wrong, in the order of lines.
    pub(super) problems: Vec<Problem>,
}

/// Reads one article.
///
/// `file` is the name to show in problems; `path` is the path inside the knowledge folder,
/// `<kind>/<topic>.<lang>.md`; `today` is the civil day by which review dates are judged.
pub(super) fn parse_article(file: &str, path: &str, text: &str, today: Date) -> ParsedFile {
    let mut problems = Vec::new();
    let identity = identity(file, path, &mut problems);
    let text = normalized(text);
    let Some(parts) = split(&text) else {
        let kind = if text.lines().next().is_some_and(is_delimiter) {
            ProblemKind::UnclosedFrontMatter
        } else {
            ProblemKind::NoFrontMatter
        };
        problems.push(Problem::at(file, 1, kind));
        let identity = identity.map(|(_, topic, language)| (topic, language));
        return ParsedFile {
            article: None,
            identity,
            related: Vec::new(),
            question_lines: Vec::new(),
            plain_lines: Vec::new(),
            problems,
        };
    };
    let kind = identity.as_ref().map(|(kind, ..)| *kind);
    let front = front_matter::read(file, parts.front_matter, kind, today, &mut problems);
    let body = sections::read(file, parts.body, parts.body_line, &mut problems);
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    let related = front.related.clone();
    let named = identity.as_ref().map(|(_, topic, language)| (topic.clone(), *language));
    let question_lines = front.questions.iter().map(|(line, _)| *line).collect();
    let article = identity.and_then(|(kind, topic, language)| {
        Some(Article {
            topic,
            kind,
            language,
            title: front.title?,
            gist: front.gist,
            synonyms: front.synonyms,
            terms: front.terms,
            phrasings: Vec::new(),
            questions: front.questions.into_iter().map(|(_, question)| question).collect(),
            related: front.related.into_iter().map(|(_, topic)| topic).collect(),
            sources: front.sources,
            deadlines: front.deadlines,
            owner: front.owner?,
            reviewed: front.reviewed?,
            review_by: front.review_by?,
            status: front.status?,
            answer: body.answer?,
            sections: body.sections,
        })
    });
    let plain_lines = body.plain_lines;
    ParsedFile { article, identity: named, related, question_lines, plain_lines, problems }
}

/// The kind, topic and language that a path `<kind>/<topic>.<lang>.md` names.
fn identity(file: &str, path: &str, problems: &mut Vec<Problem>) -> Option<(TopicKind, TopicId, Language)> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let kind = TopicKind::from_folder(folder);
    if kind.is_none() {
        let suggestion = closest(folder, TopicKind::ALL.map(TopicKind::folder));
        let name = folder.to_owned();
        problems.push(Problem::in_file(file, ProblemKind::UnknownFolder { name, suggestion }));
    }
    let named = name
        .strip_suffix(".md")
        .and_then(|stem| stem.rsplit_once('.'))
        .and_then(|(topic, language)| Some((TopicId::parse(topic)?, language.parse::<Language>().ok()?)));
    if named.is_none() {
        problems.push(Problem::in_file(file, ProblemKind::FileName));
    }
    let (topic, language) = named?;
    Some((kind?, topic, language))
}

/// The text without a byte order mark, with one kind of line end and one form of each letter.
fn normalized(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").nfc().collect()
}

struct Parts<'a> {
    front_matter: &'a str,
    body: &'a str,
    /// The line of the file, counted from 1, on which the body begins.
    body_line: usize,
}

/// Splits at the first two lines that are `+++`; the front matter begins on line 2.
fn split(text: &str) -> Option<Parts<'_>> {
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next().filter(|line| is_delimiter(line))?;
    let start = opening.len();
    let mut end = start;
    for (line, number) in lines.zip(2..) {
        let after = end + line.len();
        if is_delimiter(line) {
            return Some(Parts {
                front_matter: text.get(start..end)?,
                body: text.get(after..)?,
                body_line: number + 1,
            });
        }
        end = after;
    }
    None
}

fn is_delimiter(line: &str) -> bool {
    line.trim_end() == "+++"
}
