//! What the desk answers: worded in one language, laid out by no platform yet.

use super::inbound::Request;
use super::language::Language;
use super::prose::Prose;
use super::topic::TopicId;

/// An answer, worded and whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// What sort of answer it is.
    pub kind: ReplyKind,
    /// The language it is written in.
    pub language: Language,
    /// The best topic.
    pub topic: Option<TopicId>,
    /// Up to three topics, the best first.
    pub topics: Vec<TopicId>,
    /// How sure the desk is, from 0 to 1.
    pub confidence: f32,
    /// What the asker must know first, such as that the question held personal data.
    pub notices: Vec<String>,
    /// A line that meets the word which the asker used.
    pub lead: Option<String>,
    /// The heading of the answer.
    pub title: Option<String>,
    /// The plain answer.
    pub answer: Prose,
    /// What stands side by side in a comparison, or term by term in an explanation.
    pub entries: Vec<Entry>,
    /// One line that sums up the entries.
    pub closing: Option<String>,
    /// What follows the answer.
    pub sections: Vec<ReplySection>,
    /// The pages on which the answer rests; none when there is no answer.
    pub sources: Vec<CitedSource>,
    /// When it was reviewed and how far it may be relied on.
    pub review: Vec<String>,
    /// What the asker may choose next.
    pub actions: Vec<Action>,
    /// Files that come along.
    pub files: Vec<Attachment>,
    /// What gives the same reply again, without anything that the asker typed; `None` where the reply depends on it.
    pub again: Option<Request>,
    /// Who may see it.
    pub discretion: Discretion,
}

/// Who may see a reply, whatever the asker wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discretion {
    /// Anyone, when the asker wants to share it.
    Shareable,
    /// The asker alone: it belongs to their own case.
    AskerOnly,
}

impl Reply {
    /// A reply of words alone; the rest is filled in by the one who answers.
    pub fn new(kind: ReplyKind, language: Language, answer: Prose) -> Self {
        Self {
            kind,
            language,
            topic: None,
            topics: Vec::new(),
            confidence: 0.0,
            notices: Vec::new(),
            lead: None,
            title: None,
            answer,
            entries: Vec::new(),
            closing: None,
            sections: Vec::new(),
            sources: Vec::new(),
            review: Vec::new(),
            actions: Vec::new(),
            files: Vec::new(),
            again: None,
            discretion: Discretion::Shareable,
        }
    }

    /// The answer without sections, sources and choices, as plain text.
    pub fn answer_text(&self) -> String {
        let mut parts = self.notices.clone();
        parts.extend(self.lead.clone());
        if !self.answer.is_empty() {
            parts.push(self.answer.to_plain_text());
        }
        for entry in &self.entries {
            parts.push(format!("{}: {}", entry.heading, entry.body.to_plain_text()));
        }
        parts.extend(self.closing.clone());
        parts.join("\n")
    }
}

/// What sort of answer a reply is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyKind {
    /// One article, or a fact of the municipality's own.
    Answer,
    /// Two terms side by side.
    Compare,
    /// Up to three readings to choose from.
    DidYouMean,
    /// The desk does not know.
    NoAnswer,
    /// One question that leads to the right road.
    Guide,
    /// Coming dates of a network.
    Sessions,
    /// The bot itself.
    Help,
    /// The question held personal data; the rest of it is answered.
    PersonalData,
}

impl ReplyKind {
    /// The word in JSON output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Compare => "compare",
            Self::DidYouMean => "did_you_mean",
            Self::NoAnswer => "no_answer",
            Self::Guide => "guide",
            Self::Sessions => "sessions",
            Self::Help => "help",
            Self::PersonalData => "personal_data",
        }
    }

    /// Whether the asker got an answer about digital security, rather than a question back or a refusal.
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Answer | Self::Compare | Self::Guide | Self::Sessions)
    }
}

/// A term with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The term.
    pub heading: String,
    /// What it means.
    pub body: Prose,
}

/// A part of a reply under its own heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplySection {
    /// The heading.
    pub heading: String,
    /// The text.
    pub body: Prose,
}

/// A page on which a reply rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedSource {
    /// The title of the page.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Its address.
    pub url: String,
    /// Says which language the page is in, when it is not the reply's.
    pub language_note: Option<String>,
}

/// A file that comes along with a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, of letters, digits, `-` and `.`.
    pub name: String,
    /// What it holds, as UTF-8 text.
    pub text: String,
}

/// Something that the asker may choose next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What the choice says.
    pub label: String,
    /// What is asked by choosing it.
    pub request: Request,
    /// The language to answer in, when the choice is to change it.
    pub language: Option<Language>,
}
