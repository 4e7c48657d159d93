//! The messages that name what is wrong with an article, or with what stands beside the articles.

use jiff::civil::Date;

use super::argument::{Argument, Value};
use super::define::messages;
use crate::domain::Tenths;

messages! {
    /// What is wrong, and how to mend it. The words are in `locales/<language>/problems.ftl` under the key.
    ProblemMessage:

    NotReadable { cause: &'a str } = "not-readable",
    NotUtf8 = "not-utf8",
    UnknownFolder { name: &'a str, suggestion: &'a str } = "unknown-folder",
    FileName = "file-name",
    NoArticles = "no-articles",
    NoFrontMatter = "no-front-matter",
    UnclosedFrontMatter = "unclosed-front-matter",
    InvalidToml { message: &'a str } = "invalid-toml",
    UnknownKey { name: &'a str } = "unknown-key",
    UnknownKeyMeant { name: &'a str, suggestion: &'a str } = "unknown-key-meant",
    MissingKey { name: &'a str } = "missing-key",
    EmptyValue { name: &'a str } = "empty-value",
    ExpectedText { name: &'a str } = "expected-text",
    ExpectedTexts { name: &'a str } = "expected-texts",
    ExpectedDate { name: &'a str } = "expected-date",
    ExpectedTables { name: &'a str } = "expected-tables",
    UnknownStatus { value: &'a str } = "unknown-status",
    UnknownLanguage { value: &'a str } = "unknown-language",
    QuestionCount { count: usize } = "question-count",
    GistTooLong { words: usize } = "gist-too-long",
    NoSources = "no-sources",
    SourceNotHttps { url: &'a str } = "source-not-https",
    ReviewedInFuture { date: Date } = "reviewed-in-future",
    ReviewByBeforeReviewed { date: Date } = "review-by-before-reviewed",
    ReviewOverdue { date: Date } = "review-overdue",
    DeadlineOutsideProcedure = "deadline-outside-procedure",
    InvalidPeriod { value: &'a str } = "invalid-period",
    DuplicateDeadline { name: &'a str } = "duplicate-deadline",
    UnknownRelated { topic: &'a str } = "unknown-related",
    UnknownRelatedMeant { topic: &'a str, suggestion: &'a str } = "unknown-related-meant",
    PhrasingsFileName = "phrasings-file-name",
    PersonalData { mask: &'a str } = "personal-data-in-phrasing",
    PhrasingsWithoutArticle { topic: &'a str } = "phrasings-without-article",
    PhrasingsWithoutArticleMeant { topic: &'a str, suggestion: &'a str } = "phrasings-without-article-meant",
    RelatedToItself = "related-to-itself",
    DuplicateTopic { other: &'a str } = "duplicate-topic",
    MissingSibling { file: &'a str } = "missing-sibling",
    MissingAnswer = "missing-answer",
    AnswerTooLong { words: usize } = "answer-too-long",
    TextBeforeSections = "text-before-sections",
    HeadingLevel = "heading-level",
    HeadingWithoutId { heading: &'a str } = "heading-without-id",
    UnknownSection { name: &'a str } = "unknown-section",
    UnknownSectionMeant { name: &'a str, suggestion: &'a str } = "unknown-section-meant",
    DuplicateSection { name: &'a str } = "duplicate-section",
    EmptySection { name: &'a str } = "empty-section",
    RawHtml { html: &'a str } = "raw-html",
    StrayDelimiter = "stray-delimiter",
    UnknownPlaceholder { name: &'a str } = "unknown-placeholder",
    UnknownPlaceholderMeant { name: &'a str, suggestion: &'a str } = "unknown-placeholder-meant",
    BrokenPlaceholder = "broken-placeholder",
    UnsupportedImage = "unsupported-image",
    UnsupportedTable = "unsupported-table",
    UnsupportedCode = "unsupported-code",
    UnsupportedQuote = "unsupported-quote",
    UnsupportedNestedList = "unsupported-nested-list",
    UnsupportedRule = "unsupported-rule",
    UnsupportedMarkup = "unsupported-markup",
    LinkInProse = "link-in-prose",
    QuestionAstray { question: &'a str, topic: &'a str } = "question-astray",
    QuestionLost { question: &'a str } = "question-lost",

    // What makes a text hard to read.
    LongSentence { beginning: &'a str, words: usize } = "long-sentence",
    LongSentences { mean: Tenths } = "long-sentences",
    HighLix { lix: Tenths, limit: Tenths } = "high-lix",
    HeavyWord { word: &'a str, plain: &'a str } = "heavy-word",
    UnexplainedTerm { term: &'a str, topics: &'a str } = "unexplained-term",

    // How an article differs from its sibling in another language.
    SectionDiffers { section: &'a str, other: &'a str } = "section-differs",
    DeadlinesDiffer { other: &'a str } = "deadlines-differ",
    SourceCountDiffers { here: usize, there: usize, other: &'a str } = "source-count-differs",
    PublishersDiffer { here: &'a str, there: &'a str, other: &'a str } = "publishers-differ",
    ReviewedDiffers { here: Date, there: Date, other: &'a str } = "reviewed-differs",
    StatusDiffers { here: &'a str, there: &'a str, other: &'a str } = "status-differs",

    // Golden questions.
    MissingColumn { name: &'a str } = "missing-column",
    UnknownScope { value: &'a str } = "unknown-scope",
    NoTopic = "golden-no-topic",
    UnknownTopic { topic: &'a str } = "golden-unknown-topic",
    UnknownTopicMeant { topic: &'a str, suggestion: &'a str } = "golden-unknown-topic-meant",
    GoldenAstray { question: &'a str, wanted: &'a str, topic: &'a str } = "golden-astray",
    GoldenLost { question: &'a str, wanted: &'a str } = "golden-lost",
    GoldenAnswered { question: &'a str, topic: &'a str } = "golden-answered",
}
