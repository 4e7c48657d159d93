//! Which words tell which problem of an article.

use super::message::Message;
use super::problem_words::ProblemMessage;
use crate::domain::problem::{Difference, Expected, HardToRead, Unsupported};
use crate::domain::{ProblemKind, TopicId, TopicKind};

/// Says a problem through `say`, which words one message.
pub fn problem_message(kind: &ProblemKind, say: impl Fn(&Message<'_>) -> String) -> String {
    let folders = TopicKind::ALL.map(TopicKind::folder).join(", ");
    let message = match kind {
        ProblemKind::NotReadable { cause } => ProblemMessage::NotReadable { cause },
        ProblemKind::NotUtf8 => ProblemMessage::NotUtf8,
        ProblemKind::UnknownFolder { name, suggestion } => {
            ProblemMessage::UnknownFolder { name, suggestion: suggestion.unwrap_or(&folders) }
        }
        ProblemKind::FileName => ProblemMessage::FileName,
        ProblemKind::NoArticles => ProblemMessage::NoArticles,
        ProblemKind::NoFrontMatter => ProblemMessage::NoFrontMatter,
        ProblemKind::UnclosedFrontMatter => ProblemMessage::UnclosedFrontMatter,
        ProblemKind::InvalidToml { message } => ProblemMessage::InvalidToml { message },
        ProblemKind::UnknownKey { key, suggestion: None } => ProblemMessage::UnknownKey { name: key },
        ProblemKind::UnknownKey { key, suggestion: Some(suggestion) } => {
            ProblemMessage::UnknownKeyMeant { name: key, suggestion }
        }
        ProblemKind::MissingKey { key } => ProblemMessage::MissingKey { name: key },
        ProblemKind::EmptyValue { key } => ProblemMessage::EmptyValue { name: key },
        ProblemKind::WrongType { key, expected } => wrong_type(key, *expected),
        ProblemKind::UnknownStatus { value } => ProblemMessage::UnknownStatus { value },
        ProblemKind::UnknownLanguage { value } => ProblemMessage::UnknownLanguage { value },
        ProblemKind::QuestionCount { count } => ProblemMessage::QuestionCount { count: *count },
        ProblemKind::GistTooLong { words } => ProblemMessage::GistTooLong { words: *words },
        ProblemKind::NoSources => ProblemMessage::NoSources,
        ProblemKind::SourceNotHttps { url } => ProblemMessage::SourceNotHttps { url },
        ProblemKind::ReviewedInFuture { date } => ProblemMessage::ReviewedInFuture { date: *date },
        ProblemKind::ReviewByBeforeReviewed { date } => {
            ProblemMessage::ReviewByBeforeReviewed { date: *date }
        }
        ProblemKind::ReviewOverdue { date } => ProblemMessage::ReviewOverdue { date: *date },
        ProblemKind::DeadlineOutsideProcedure => ProblemMessage::DeadlineOutsideProcedure,
        ProblemKind::InvalidPeriod { value } => ProblemMessage::InvalidPeriod { value },
        ProblemKind::DuplicateDeadline { id } => ProblemMessage::DuplicateDeadline { name: id },
        ProblemKind::UnknownRelated { topic, suggestion: None } => ProblemMessage::UnknownRelated { topic },
        ProblemKind::UnknownRelated { topic, suggestion: Some(suggestion) } => {
            ProblemMessage::UnknownRelatedMeant { topic, suggestion }
        }
        ProblemKind::PersonalData { mask } => ProblemMessage::PersonalData { mask },
        ProblemKind::PhrasingsFileName => ProblemMessage::PhrasingsFileName,
        ProblemKind::OutOfScopeFileName => ProblemMessage::OutOfScopeFileName,
        ProblemKind::PhrasingsWithoutArticle { topic, suggestion: None } => {
            ProblemMessage::PhrasingsWithoutArticle { topic }
        }
        ProblemKind::PhrasingsWithoutArticle { topic, suggestion: Some(suggestion) } => {
            ProblemMessage::PhrasingsWithoutArticleMeant { topic, suggestion }
        }
        ProblemKind::RelatedToItself => ProblemMessage::RelatedToItself,
        ProblemKind::DuplicateTopic { other } => ProblemMessage::DuplicateTopic { other },
        ProblemKind::MissingSibling { topic, language } => {
            let file = format!("{topic}.{language}.md");
            return say(&Message::Problem(ProblemMessage::MissingSibling { file: &file }));
        }
        ProblemKind::MissingAnswer => ProblemMessage::MissingAnswer,
        ProblemKind::AnswerTooLong { words } => ProblemMessage::AnswerTooLong { words: *words },
        ProblemKind::TextBeforeSections => ProblemMessage::TextBeforeSections,
        ProblemKind::HeadingLevel => ProblemMessage::HeadingLevel,
        ProblemKind::HeadingWithoutId { heading } => ProblemMessage::HeadingWithoutId { heading },
        ProblemKind::UnknownSection { id, suggestion: None } => ProblemMessage::UnknownSection { name: id },
        ProblemKind::UnknownSection { id, suggestion: Some(suggestion) } => {
            ProblemMessage::UnknownSectionMeant { name: id, suggestion }
        }
        ProblemKind::DuplicateSection { id } => ProblemMessage::DuplicateSection { name: id },
        ProblemKind::EmptySection { id } => ProblemMessage::EmptySection { name: id },
        ProblemKind::RawHtml { html } => ProblemMessage::RawHtml { html },
        ProblemKind::StrayDelimiter => ProblemMessage::StrayDelimiter,
        ProblemKind::UnknownPlaceholder { key, suggestion: None } => {
            ProblemMessage::UnknownPlaceholder { name: key }
        }
        ProblemKind::UnknownPlaceholder { key, suggestion: Some(suggestion) } => {
            ProblemMessage::UnknownPlaceholderMeant { name: key, suggestion }
        }
        ProblemKind::BrokenPlaceholder => ProblemMessage::BrokenPlaceholder,
        ProblemKind::Unsupported { what } => unsupported(*what),
        ProblemKind::LinkInProse => ProblemMessage::LinkInProse,
        ProblemKind::QuestionAstray { question, topic: Some(topic) } => {
            ProblemMessage::QuestionAstray { question, topic: topic.as_str() }
        }
        ProblemKind::QuestionAstray { question, topic: None } => ProblemMessage::QuestionLost { question },
        ProblemKind::HardToRead { what } => return hard_to_read(what, say),
        ProblemKind::DiffersFrom { other, difference } => return differs(difference, other, say),
        ProblemKind::MissingColumn { name } => ProblemMessage::MissingColumn { name },
        ProblemKind::UnknownScope { value } => ProblemMessage::UnknownScope { value },
        ProblemKind::NoTopic => ProblemMessage::NoTopic,
        ProblemKind::UnknownTopic { topic, suggestion: None } => ProblemMessage::UnknownTopic { topic },
        ProblemKind::UnknownTopic { topic, suggestion: Some(suggestion) } => {
            ProblemMessage::UnknownTopicMeant { topic, suggestion }
        }
        ProblemKind::GoldenAstray { question, wanted, topic: Some(topic) } => {
            ProblemMessage::GoldenAstray { question, wanted, topic: topic.as_str() }
        }
        ProblemKind::GoldenAstray { question, wanted, topic: None } => {
            ProblemMessage::GoldenLost { question, wanted }
        }
        ProblemKind::GoldenAnswered { question, topic } => {
            ProblemMessage::GoldenAnswered { question, topic: topic.as_str() }
        }
    };
    say(&Message::Problem(message))
}

fn wrong_type(name: &str, expected: Expected) -> ProblemMessage<'_> {
    match expected {
        Expected::Text => ProblemMessage::ExpectedText { name },
        Expected::Texts => ProblemMessage::ExpectedTexts { name },
        Expected::Date => ProblemMessage::ExpectedDate { name },
        Expected::Tables => ProblemMessage::ExpectedTables { name },
    }
}

fn unsupported(what: Unsupported) -> ProblemMessage<'static> {
    match what {
        Unsupported::Image => ProblemMessage::UnsupportedImage,
        Unsupported::Table => ProblemMessage::UnsupportedTable,
        Unsupported::Code => ProblemMessage::UnsupportedCode,
        Unsupported::Quote => ProblemMessage::UnsupportedQuote,
        Unsupported::NestedList => ProblemMessage::UnsupportedNestedList,
        Unsupported::Rule => ProblemMessage::UnsupportedRule,
        Unsupported::Markup => ProblemMessage::UnsupportedMarkup,
    }
}

fn hard_to_read(what: &HardToRead, say: impl Fn(&Message<'_>) -> String) -> String {
    let explained;
    let message = match what {
        HardToRead::LongSentence { words, beginning } => {
            ProblemMessage::LongSentence { beginning, words: *words }
        }
        HardToRead::LongSentences { mean } => ProblemMessage::LongSentences { mean: *mean },
        HardToRead::HighLix { lix, limit } => ProblemMessage::HighLix { lix: *lix, limit: *limit },
        HardToRead::HeavyWord { word, plain } => ProblemMessage::HeavyWord { word, plain },
        HardToRead::UnexplainedTerm { term, topics } => {
            explained = topics.iter().map(TopicId::as_str).collect::<Vec<_>>().join(", ");
            ProblemMessage::UnexplainedTerm { term, topics: &explained }
        }
    };
    say(&Message::Problem(message))
}

fn differs(difference: &Difference, other: &str, say: impl Fn(&Message<'_>) -> String) -> String {
    let hosts: [String; 2];
    let message = match difference {
        Difference::Section(id) => ProblemMessage::SectionDiffers { section: id.as_str(), other },
        Difference::Deadlines => ProblemMessage::DeadlinesDiffer { other },
        Difference::SourceCount { here, there } => {
            ProblemMessage::SourceCountDiffers { here: *here, there: *there, other }
        }
        Difference::Publishers { here, there } => {
            hosts = [here.join(", "), there.join(", ")];
            let [here, there] = &hosts;
            ProblemMessage::PublishersDiffer { here, there, other }
        }
        Difference::Reviewed { here, there } => {
            ProblemMessage::ReviewedDiffers { here: *here, there: *there, other }
        }
        Difference::Status { here, there } => {
            ProblemMessage::StatusDiffers { here: here.as_str(), there: there.as_str(), other }
        }
    };
    say(&Message::Problem(message))
}
