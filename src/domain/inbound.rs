//! What a person asks of the desk, freed from the platform it came through.

use super::article::SectionId;
use super::asker::Asker;
use super::language::Language;
use super::session::SessionRequest;
use super::topic::TopicId;

/// One request and what is known of the asker's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbound {
    /// What is asked.
    pub request: Request,
    /// In which language to answer.
    pub languages: LanguageHints,
    /// Who carries the words between the asker and the desk.
    pub carrier: Carrier,
    /// Who asks.
    pub asker: Asker,
}

/// Who carries the words between the asker and the desk. The answer about privacy names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// The asker's own terminal.
    Terminal,
    /// A messaging service, by the name that people know.
    Messenger(&'static str),
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// A question in a person's own words.
    Question(String),
    /// A term, chosen from a list or typed.
    Term(String),
    /// Two terms side by side.
    Compare(String, String),
    /// Two topics side by side.
    CompareTopics(TopicId, TopicId),
    /// One article in full, chosen from a list.
    Topic(TopicId),
    /// One article in full, with one of its sections first.
    TopicFrom(TopicId, SectionId),
    /// What an article says to experts, chosen from a list.
    Expert(TopicId),
    /// Every known term in a text explained.
    Explain(String),
    /// Sessions of networks.
    Session(SessionRequest),
    /// What the desk can do.
    Help,
}

/// What is known of the asker's language, the stronger hint first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageHints {
    /// The asker chose it.
    pub chosen: Option<Language>,
    /// The platform says that the asker reads it.
    pub locale: Option<Language>,
    /// Used when neither is known and the question's own language is unclear.
    pub fallback: Language,
}

impl LanguageHints {
    /// No hint but a language to fall back on.
    pub const fn only_fallback(fallback: Language) -> Self {
        Self { chosen: None, locale: None, fallback }
    }

    /// A language that the asker chose.
    pub const fn chosen(language: Language) -> Self {
        Self { chosen: Some(language), locale: None, fallback: language }
    }

    /// The language that is known before the question is read.
    pub fn known(self) -> Option<Language> {
        self.chosen.or(self.locale)
    }
}
