//! What is wrong with an article, as values; the words for it are in `l10n`.

use jiff::civil::Date;

use super::article::{SectionId, Status};
use super::language::Language;
use super::tenths::Tenths;
use super::topic::TopicId;

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, as the person named its folder.
    pub file: String,
    /// The line, counted from 1; `None` when the whole file is meant.
    pub line: Option<usize>,
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub kind: ProblemKind,
}

impl Problem {
    /// A problem in a line, counted from 1, of a file.
    pub fn at(file: &str, line: usize, kind: ProblemKind) -> Self {
        Self { place: Place { file: file.to_owned(), line: Some(line) }, kind }
    }

    /// A problem of a whole file or folder.
    pub fn in_file(file: &str, kind: ProblemKind) -> Self {
        Self { place: Place { file: file.to_owned(), line: None }, kind }
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        match self.kind {
            ProblemKind::ReviewOverdue { .. }
            | ProblemKind::LinkInProse
            | ProblemKind::QuestionAstray { .. }
            | ProblemKind::UnknownTopic { .. }
            | ProblemKind::DiffersFrom {
                difference: Difference::Publishers { .. } | Difference::Reviewed { .. },
                ..
            } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// Whether content with the problem may go live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Must be mended first.
    Error,
    /// Should be mended soon.
    Warning,
}

/// What a key of the front matter should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Text between quotation marks.
    Text,
    /// A list of texts.
    Texts,
    /// A date such as `2026-11-23`, without quotation marks.
    Date,
    /// Tables under `[[…]]`.
    Tables,
}

/// Something in Markdown that the platforms cannot all show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsupported {
    /// A picture.
    Image,
    /// A table.
    Table,
    /// Code.
    Code,
    /// A quotation.
    Quote,
    /// A list inside a list, or two paragraphs in one item.
    NestedList,
    /// A line across the page.
    Rule,
    /// Anything else that only some platforms know: struck-out text, footnotes, tick boxes.
    Markup,
}

/// What makes a text hard to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HardToRead {
    /// One long sentence.
    LongSentence {
        /// How many words it has.
        words: usize,
        /// Its first words.
        beginning: String,
    },
    /// Sentences that are long on the whole.
    LongSentences {
        /// Words in a sentence on average.
        mean: Tenths,
    },
    /// Long sentences and long words together.
    HighLix {
        /// The LIX of the text.
        lix: Tenths,
        /// The LIX that it may have.
        limit: Tenths,
    },
    /// A word of officials.
    HeavyWord {
        /// As it stands in the text.
        word: String,
        /// What to write instead.
        plain: String,
    },
    /// A word of experts that neither the article nor those related to it explain.
    UnexplainedTerm {
        /// As it stands in the text.
        term: String,
        /// The topics that explain it, the nearest first.
        topics: Vec<TopicId>,
    },
}

/// How an article differs from its sibling in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Only the sibling has this section.
    Section(SectionId),
    /// The time limits are not the same.
    Deadlines,
    /// There are more or fewer sources.
    SourceCount {
        /// How many this article has.
        here: usize,
        /// How many its sibling has.
        there: usize,
    },
    /// The sources come from other publishers.
    Publishers {
        /// The hosts that only this article names.
        here: Vec<String>,
        /// The hosts that only its sibling names.
        there: Vec<String>,
    },
    /// The sibling was reviewed later.
    Reviewed {
        /// When this article was reviewed.
        here: Date,
        /// When its sibling was.
        there: Date,
    },
    /// The status is not the same.
    Status {
        /// That of this article.
        here: Status,
        /// That of its sibling.
        there: Status,
    },
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it, and locales/*/problems.ftl says it in words")]
pub enum ProblemKind {
    NotReadable { cause: String },
    NotUtf8,
    UnknownFolder { name: String, suggestion: Option<&'static str> },
    FileName,
    NoArticles,
    NoFrontMatter,
    UnclosedFrontMatter,
    InvalidToml { message: String },
    UnknownKey { key: String, suggestion: Option<&'static str> },
    MissingKey { key: &'static str },
    EmptyValue { key: &'static str },
    WrongType { key: &'static str, expected: Expected },
    UnknownStatus { value: String },
    UnknownLanguage { value: String },
    QuestionCount { count: usize },
    GistTooLong { words: usize },
    NoSources,
    SourceNotHttps { url: String },
    ReviewedInFuture { date: Date },
    ReviewByBeforeReviewed { date: Date },
    ReviewOverdue { date: Date },
    DeadlineOutsideProcedure,
    InvalidPeriod { value: String },
    DuplicateDeadline { id: String },
    UnknownRelated { topic: String, suggestion: Option<String> },
    RelatedToItself,
    PhrasingsFileName,
    OutOfScopeFileName,
    PersonalData { mask: &'static str },
    PhrasingsWithoutArticle { topic: String, suggestion: Option<String> },
    DuplicateTopic { other: String },
    MissingSibling { topic: TopicId, language: Language },
    MissingAnswer,
    AnswerTooLong { words: usize },
    TextBeforeSections,
    HeadingLevel,
    HeadingWithoutId { heading: String },
    UnknownSection { id: String, suggestion: Option<&'static str> },
    DuplicateSection { id: String },
    EmptySection { id: String },
    RawHtml { html: String },
    StrayDelimiter,
    UnknownPlaceholder { key: String, suggestion: Option<&'static str> },
    BrokenPlaceholder,
    Unsupported { what: Unsupported },
    LinkInProse,
    QuestionAstray { question: String, topic: Option<TopicId> },
    HardToRead { what: HardToRead },
    DiffersFrom { other: String, difference: Difference },
    MissingColumn { name: &'static str },
    UnknownScope { value: String },
    NoTopic,
    UnknownTopic { topic: String, suggestion: Option<String> },
    GoldenAstray { question: String, wanted: String, topic: Option<TopicId> },
    GoldenAnswered { question: String, topic: TopicId },
}
