//! The TOML between the `+++` lines, read key by key so that one error does not hide the next.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::closest;
use crate::domain::problem::Expected;
use crate::domain::{Deadline, Language, Problem, ProblemKind, Source, Status, TopicId, TopicKind};

const KEYS: [&str; 12] = [
    "title",
    "gist",
    "synonyms",
    "terms",
    "questions",
    "related",
    "owner",
    "reviewed",
    "review_by",
    "status",
    "sources",
    "deadlines",
];
const SOURCE_KEYS: [&str; 4] = ["title", "publisher", "url", "language"];
const DEADLINE_KEYS: [&str; 5] = ["id", "period", "starts", "law", "extension"];

/// A gist is read side by side with another: longer ones lose the contrast.
const GIST_WORDS: usize = 14;

/// What could be read of the front matter.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) gist: Option<String>,
    pub(super) synonyms: Vec<String>,
    pub(super) terms: Vec<String>,
    /// Each with its line in the file.
    pub(super) questions: Vec<(usize, String)>,
    /// Each with its line in the file.
    pub(super) related: Vec<(usize, TopicId)>,
    pub(super) sources: Vec<Source>,
    pub(super) deadlines: Vec<Deadline>,
    pub(super) owner: Option<String>,
    pub(super) reviewed: Option<Date>,
    pub(super) review_by: Option<Date>,
    pub(super) status: Option<Status>,
}

/// Reads the front matter, which begins on line 2 of the file.
pub(super) fn read(
    file: &str,
    text: &str,
    kind: Option<TopicKind>,
    today: Date,
    problems: &mut Vec<Problem>,
) -> FrontMatter {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { file, text, problems };
    if let Some(error) = errors.first() {
        // What follows a slip such as a missing bracket is misread: only the slip itself helps the editor.
        let message = error.message().to_owned();
        let offset = error.span().map_or(0, |span| span.start);
        reader.push(offset, ProblemKind::InvalidToml { message });
        return FrontMatter::default();
    }
    let root = Table { table: document.get_ref(), span: 0..0 };
    reader.unknown_keys(&root, &KEYS);
    let front = FrontMatter {
        title: reader.text(&root, "title", Need::Required),
        gist: reader.gist(&root),
        synonyms: reader.texts(&root, "synonyms", Need::Optional).into_iter().map(|(_, text)| text).collect(),
        terms: reader.texts(&root, "terms", Need::Required).into_iter().map(|(_, text)| text).collect(),
        questions: reader.questions(&root),
        related: reader.related(&root),
        sources: reader.sources(&root),
        deadlines: reader.deadlines(&root, kind),
        owner: reader.text(&root, "owner", Need::Required),
        reviewed: reader.date(&root, "reviewed"),
        review_by: reader.date(&root, "review_by"),
        status: reader.status(&root),
    };
    reader.review_dates(&root, &front, today);
    front
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Required,
    Optional,
}

/// A table and where it stands; an empty span means the whole front matter.
struct Table<'a, 'i> {
    table: &'a DeTable<'i>,
    span: Range<usize>,
}

impl<'a, 'i> Table<'a, 'i> {
    fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'i>>> {
        self.table.iter().find(|(name, _)| name.get_ref().as_ref() == key).map(|(_, value)| value)
    }
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    /// The line of the file, counted from 1, at a byte of the front matter.
    fn line(&self, offset: usize) -> usize {
        self.text.get(..offset).unwrap_or(self.text).matches('\n').count() + 2
    }

    fn push(&mut self, offset: usize, kind: ProblemKind) {
        let line = self.line(offset);
        self.problems.push(Problem::at(self.file, line, kind));
    }

    /// A problem of a whole table: at its line, or on line 1 for the front matter itself.
    fn push_missing(&mut self, table: &Table<'_, '_>, key: &'static str) {
        let line = if table.span.is_empty() { 1 } else { self.line(table.span.start) };
        self.problems.push(Problem::at(self.file, line, ProblemKind::MissingKey { key }));
    }

    fn unknown_keys(&mut self, table: &Table<'_, '_>, known: &[&'static str]) {
        for (key, _) in table.table {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let suggestion = closest(name, known.iter().copied());
                self.push(key.span().start, ProblemKind::UnknownKey { key: name.to_owned(), suggestion });
            }
        }
    }

    fn text(&mut self, table: &Table<'_, '_>, key: &'static str, need: Need) -> Option<String> {
        let Some(value) = table.get(key) else {
            if need == Need::Required {
                self.push_missing(table, key);
            }
            return None;
        };
        let Some(text) = value.get_ref().as_str() else {
            self.push(value.span().start, ProblemKind::WrongType { key, expected: Expected::Text });
            return None;
        };
        if text.trim().is_empty() {
            self.push(value.span().start, ProblemKind::EmptyValue { key });
            return None;
        }
        Some(text.trim().to_owned())
    }

    /// The texts of a list, each with its byte offset.
    fn texts(&mut self, table: &Table<'_, '_>, key: &'static str, need: Need) -> Vec<(usize, String)> {
        let Some(value) = table.get(key) else {
            if need == Need::Required {
                self.push_missing(table, key);
            }
            return Vec::new();
        };
        let wrong = ProblemKind::WrongType { key, expected: Expected::Texts };
        let Some(items) = value.get_ref().as_array() else {
            self.push(value.span().start, wrong);
            return Vec::new();
        };
        if items.is_empty() && need == Need::Required {
            self.push(value.span().start, ProblemKind::EmptyValue { key });
        }
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) if !text.trim().is_empty() => {
                    texts.push((item.span().start, text.trim().to_owned()));
                }
                Some(_) => self.push(item.span().start, ProblemKind::EmptyValue { key }),
                None => self.push(item.span().start, wrong.clone()),
            }
        }
        texts
    }

    fn gist(&mut self, table: &Table<'_, '_>) -> Option<String> {
        let gist = self.text(table, "gist", Need::Optional)?;
        let words = gist.split_whitespace().count();
        if words > GIST_WORDS {
            let offset = table.get("gist").map_or(0, |value| value.span().start);
            self.push(offset, ProblemKind::GistTooLong { words });
        }
        Some(gist)
    }

    fn questions(&mut self, table: &Table<'_, '_>) -> Vec<(usize, String)> {
        let questions = self.texts(table, "questions", Need::Required);
        if let Some(value) = table.get("questions")
            && !(4..=6).contains(&questions.len())
        {
            self.push(value.span().start, ProblemKind::QuestionCount { count: questions.len() });
        }
        questions.into_iter().map(|(offset, text)| (self.line(offset), text)).collect()
    }

    fn related(&mut self, table: &Table<'_, '_>) -> Vec<(usize, TopicId)> {
        let mut related = Vec::new();
        for (offset, text) in self.texts(table, "related", Need::Required) {
            match TopicId::parse(&text) {
                Some(topic) => related.push((self.line(offset), topic)),
                None => self.push(offset, ProblemKind::UnknownRelated { topic: text, suggestion: None }),
            }
        }
        related
    }

    fn date(&mut self, table: &Table<'_, '_>, key: &'static str) -> Option<Date> {
        let Some(value) = table.get(key) else {
            self.push_missing(table, key);
            return None;
        };
        let date = value.get_ref().as_datetime().and_then(|datetime| {
            let date = datetime.date?;
            let only_a_date = datetime.time.is_none() && datetime.offset.is_none();
            let civil = Date::new(
                i16::try_from(date.year).ok()?,
                i8::try_from(date.month).ok()?,
                i8::try_from(date.day).ok()?,
            );
            civil.ok().filter(|_| only_a_date)
        });
        if date.is_none() {
            self.push(value.span().start, ProblemKind::WrongType { key, expected: Expected::Date });
        }
        date
    }

    fn status(&mut self, table: &Table<'_, '_>) -> Option<Status> {
        let word = self.text(table, "status", Need::Required)?;
        let status = Status::parse(&word);
        if status.is_none() {
            let offset = table.get("status").map_or(0, |value| value.span().start);
            self.push(offset, ProblemKind::UnknownStatus { value: word });
        }
        status
    }

    /// The tables under `[[key]]`.
    fn tables<'a, 'i>(&mut self, table: &Table<'a, 'i>, key: &'static str) -> Vec<Table<'a, 'i>> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let wrong = ProblemKind::WrongType { key, expected: Expected::Tables };
        let Some(items) = value.get_ref().as_array() else {
            self.push(value.span().start, wrong);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => tables.push(Table { table, span: item.span() }),
                None => self.push(item.span().start, wrong.clone()),
            }
        }
        tables
    }

    fn sources(&mut self, root: &Table<'_, '_>) -> Vec<Source> {
        let mut sources = Vec::new();
        let tables = self.tables(root, "sources");
        if tables.is_empty() {
            self.problems.push(Problem::at(self.file, 1, ProblemKind::NoSources));
        }
        for table in tables {
            self.unknown_keys(&table, &SOURCE_KEYS);
            let title = self.text(&table, "title", Need::Required);
            let publisher = self.text(&table, "publisher", Need::Required);
            let url = self.text(&table, "url", Need::Required);
            let language = self.source_language(&table);
            let (Some(title), Some(publisher), Some(url), Some(language)) = (title, publisher, url, language)
            else {
                continue;
            };
            let host = url.strip_prefix("https://").unwrap_or_default();
            if host.is_empty() || host.starts_with('/') || url.contains(char::is_whitespace) {
                let offset = table.get("url").map_or(0, |value| value.span().start);
                self.push(offset, ProblemKind::SourceNotHttps { url });
                continue;
            }
            sources.push(Source { title, publisher, url, language });
        }
        sources
    }

    fn source_language(&mut self, table: &Table<'_, '_>) -> Option<Language> {
        let code = self.text(table, "language", Need::Required)?;
        let language = code.parse().ok();
        if language.is_none() {
            let offset = table.get("language").map_or(0, |value| value.span().start);
            self.push(offset, ProblemKind::UnknownLanguage { value: code });
        }
        language
    }

    fn deadlines(&mut self, root: &Table<'_, '_>, kind: Option<TopicKind>) -> Vec<Deadline> {
        let mut deadlines: Vec<Deadline> = Vec::new();
        for table in self.tables(root, "deadlines") {
            if kind.is_some_and(|kind| kind != TopicKind::Procedures) {
                self.push(table.span.start, ProblemKind::DeadlineOutsideProcedure);
            }
            self.unknown_keys(&table, &DEADLINE_KEYS);
            let id = self.text(&table, "id", Need::Required);
            let period = self.period(&table, "period", Need::Required);
            let starts = self.text(&table, "starts", Need::Required);
            let law = self.text(&table, "law", Need::Required);
            let extension = self.period(&table, "extension", Need::Optional);
            let (Some(id), Some(period), Some(starts), Some(law)) = (id, period, starts, law) else {
                continue;
            };
            if deadlines.iter().any(|deadline| deadline.id == id) {
                self.push(table.span.start, ProblemKind::DuplicateDeadline { id });
                continue;
            }
            deadlines.push(Deadline { id, period, starts, law, extension });
        }
        deadlines
    }

    /// An ISO 8601 duration longer than nothing.
    fn period(
        &mut self,
        table: &Table<'_, '_>,
        key: &'static str,
        need: Need,
    ) -> Option<jiff::SpanFieldwise> {
        let value = self.text(table, key, need)?;
        let iso = value.starts_with('P');
        let span = value.parse::<jiff::Span>().ok().filter(|span| iso && span.is_positive());
        if span.is_none() {
            let offset = table.get(key).map_or(0, |value| value.span().start);
            self.push(offset, ProblemKind::InvalidPeriod { value });
        }
        span.map(jiff::Span::fieldwise)
    }

    fn review_dates(&mut self, root: &Table<'_, '_>, front: &FrontMatter, today: Date) {
        let offset = |key| root.get(key).map_or(0, |value| value.span().start);
        if let Some(date) = front.reviewed.filter(|reviewed| *reviewed > today) {
            self.push(offset("reviewed"), ProblemKind::ReviewedInFuture { date });
        }
        let Some(review_by) = front.review_by else { return };
        if front.reviewed.is_some_and(|reviewed| review_by < reviewed) {
            self.push(offset("review_by"), ProblemKind::ReviewByBeforeReviewed { date: review_by });
        } else if review_by < today {
            self.push(offset("review_by"), ProblemKind::ReviewOverdue { date: review_by });
        }
    }
}
