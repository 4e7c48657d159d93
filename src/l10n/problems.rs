//! Which words tell which problem of an article.

use super::message::Message;
use crate::domain::problem::{Expected, Unsupported};
use crate::domain::{ProblemKind, TopicKind};

/// Says a problem through `say`, which words one message.
pub fn problem_message(kind: &ProblemKind, say: impl Fn(&Message<'_>) -> String) -> String {
    let folders = TopicKind::ALL.map(TopicKind::folder).join(", ");
    let message = match kind {
        ProblemKind::NotReadable { cause } => Message::NotReadable { cause },
        ProblemKind::NotUtf8 => Message::NotUtf8,
        ProblemKind::UnknownFolder { name, suggestion } => {
            Message::UnknownFolder { name, suggestion: suggestion.unwrap_or(&folders) }
        }
        ProblemKind::FileName => Message::FileName,
        ProblemKind::NoArticles => Message::NoArticles,
        ProblemKind::NoFrontMatter => Message::NoFrontMatter,
        ProblemKind::UnclosedFrontMatter => Message::UnclosedFrontMatter,
        ProblemKind::InvalidToml { message } => Message::InvalidToml { message },
        ProblemKind::UnknownKey { key, suggestion: None } => Message::UnknownKey { name: key },
        ProblemKind::UnknownKey { key, suggestion: Some(suggestion) } => {
            Message::UnknownKeyMeant { name: key, suggestion }
        }
        ProblemKind::MissingKey { key } => Message::MissingKey { name: key },
        ProblemKind::EmptyValue { key } => Message::EmptyValue { name: key },
        ProblemKind::WrongType { key, expected } => match expected {
            Expected::Text => Message::ExpectedText { name: key },
            Expected::Texts => Message::ExpectedTexts { name: key },
            Expected::Date => Message::ExpectedDate { name: key },
            Expected::Tables => Message::ExpectedTables { name: key },
        },
        ProblemKind::UnknownStatus { value } => Message::UnknownStatus { value },
        ProblemKind::UnknownSourceLanguage { value } => Message::UnknownSourceLanguage { value },
        ProblemKind::QuestionCount { count } => Message::QuestionCount { count: *count },
        ProblemKind::GistTooLong { words } => Message::GistTooLong { words: *words },
        ProblemKind::NoSources => Message::NoSources,
        ProblemKind::SourceNotHttps { url } => Message::SourceNotHttps { url },
        ProblemKind::ReviewedInFuture { date } => Message::ReviewedInFuture { date: *date },
        ProblemKind::ReviewByBeforeReviewed { date } => Message::ReviewByBeforeReviewed { date: *date },
        ProblemKind::ReviewOverdue { date } => Message::ReviewOverdue { date: *date },
        ProblemKind::DeadlineOutsideProcedure => Message::DeadlineOutsideProcedure,
        ProblemKind::InvalidPeriod { value } => Message::InvalidPeriod { value },
        ProblemKind::DuplicateDeadline { id } => Message::DuplicateDeadline { name: id },
        ProblemKind::UnknownRelated { topic, suggestion: None } => Message::UnknownRelated { topic },
        ProblemKind::UnknownRelated { topic, suggestion: Some(suggestion) } => {
            Message::UnknownRelatedMeant { topic, suggestion }
        }
        ProblemKind::RelatedToItself => Message::RelatedToItself,
        ProblemKind::DuplicateTopic { other } => Message::DuplicateTopic { other },
        ProblemKind::MissingSibling { topic, language } => {
            return say(&Message::MissingSibling { file: &format!("{topic}.{language}.md") });
        }
        ProblemKind::MissingAnswer => Message::MissingAnswer,
        ProblemKind::AnswerTooLong { words } => Message::AnswerTooLong { words: *words },
        ProblemKind::TextBeforeSections => Message::TextBeforeSections,
        ProblemKind::HeadingLevel => Message::HeadingLevel,
        ProblemKind::HeadingWithoutId { heading } => Message::HeadingWithoutId { heading },
        ProblemKind::UnknownSection { id, suggestion: None } => Message::UnknownSection { name: id },
        ProblemKind::UnknownSection { id, suggestion: Some(suggestion) } => {
            Message::UnknownSectionMeant { name: id, suggestion }
        }
        ProblemKind::DuplicateSection { id } => Message::DuplicateSection { name: id },
        ProblemKind::EmptySection { id } => Message::EmptySection { name: id },
        ProblemKind::RawHtml { html } => Message::RawHtml { html },
        ProblemKind::StrayDelimiter => Message::StrayDelimiter,
        ProblemKind::UnknownPlaceholder { key, suggestion: None } => {
            Message::UnknownPlaceholder { name: key }
        }
        ProblemKind::UnknownPlaceholder { key, suggestion: Some(suggestion) } => {
            Message::UnknownPlaceholderMeant { name: key, suggestion }
        }
        ProblemKind::BrokenPlaceholder => Message::BrokenPlaceholder,
        ProblemKind::Unsupported { what } => match what {
            Unsupported::Image => Message::UnsupportedImage,
            Unsupported::Table => Message::UnsupportedTable,
            Unsupported::Code => Message::UnsupportedCode,
            Unsupported::Quote => Message::UnsupportedQuote,
            Unsupported::NestedList => Message::UnsupportedNestedList,
            Unsupported::Rule => Message::UnsupportedRule,
            Unsupported::Markup => Message::UnsupportedMarkup,
        },
        ProblemKind::LinkInProse => Message::LinkInProse,
        ProblemKind::QuestionAstray { question, topic: Some(topic) } => {
            Message::QuestionAstray { question, topic: topic.as_str() }
        }
        ProblemKind::QuestionAstray { question, topic: None } => Message::QuestionLost { question },
    };
    say(&message)
}
