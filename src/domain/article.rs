//! One article: a topic in one language.

use std::fmt;

use jiff::civil::Date;

use super::language::Language;
use super::prose::Prose;
use super::topic::{TopicId, TopicKind};

/// A topic explained in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// What it is about; its siblings in the other languages have the same.
    pub topic: TopicId,
    /// The kind, which is also its folder.
    pub kind: TopicKind,
    /// The language it is written in.
    pub language: Language,
    /// The official name of the thing, or a short heading.
    pub title: String,
    /// One sentence that tells the thing apart from its neighbours when two are compared.
    pub gist: Option<String>,
    /// Words that mean just what the title means.
    pub synonyms: Vec<String>,
    /// Other names and jargon that the article explains.
    pub terms: Vec<String>,
    /// How people put what it answers: found by the search, never shown or explained.
    pub phrasings: Vec<String>,
    /// Questions, as people type them, that this article answers.
    pub questions: Vec<String>,
    /// Topics to read next.
    pub related: Vec<TopicId>,
    /// The pages on which the text rests.
    pub sources: Vec<Source>,
    /// Time limits set by law; only in procedures.
    pub deadlines: Vec<Deadline>,
    /// Who answers for the text.
    pub owner: String,
    /// The day the text was compared with its sources.
    pub reviewed: Date,
    /// The day by which it should be compared again.
    pub review_by: Date,
    /// How far it may be relied on.
    pub status: Status,
    /// The plain answer: one paragraph.
    pub answer: Prose,
    /// What follows the answer, in the order of the file.
    pub sections: Vec<Section>,
}

impl Article {
    /// The section with this id.
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }
}

/// A part of an article under its own heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What the section is for.
    pub id: SectionId,
    /// The heading in the article's language.
    pub heading: String,
    /// The text.
    pub body: Prose,
}

/// What a section of an article is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SectionId {
    /// Why it matters.
    Why,
    /// What a leader decides.
    Decide,
    /// What a leader asks the experts.
    Ask,
    /// What to do, step by step.
    Steps,
    /// The official definition or wording.
    Expert,
    /// What the article does not answer, and where to go.
    NotCovered,
}

impl SectionId {
    /// All sections, in the order in which an article has them.
    pub const ALL: [Self; 6] =
        [Self::Why, Self::Decide, Self::Ask, Self::Steps, Self::Expert, Self::NotCovered];

    /// The id after the heading, as in `## Why it matters {#why}`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Why => "why",
            Self::Decide => "decide",
            Self::Ask => "ask",
            Self::Steps => "steps",
            Self::Expert => "expert",
            Self::NotCovered => "not-covered",
        }
    }

    /// The section with this id.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.as_str() == text)
    }
}

impl fmt::Display for SectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A page on which an article rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The title of the page.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// An `https` address.
    pub url: String,
    /// The language of the page, which may differ from the article's.
    pub language: Language,
}

/// A time limit set by law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its name among the article's deadlines, the same in all languages.
    pub id: String,
    /// How long, as an ISO 8601 duration such as `P1M` or `PT72H`.
    pub period: jiff::SpanFieldwise,
    /// What starts the clock, in the article's language.
    pub starts: String,
    /// The section that sets it, in the article's language.
    pub law: String,
    /// How much longer it may become.
    pub extension: Option<jiff::SpanFieldwise>,
}

/// How far an article may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Compared with its sources; no legal review.
    Compared,
    /// A responsible person has approved it.
    Approved,
    /// A point in it must be checked against the law.
    Check,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Compared, Self::Approved, Self::Check];

    /// The word in the front matter.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Compared => "compared",
            Self::Approved => "approved",
            Self::Check => "check",
        }
    }

    /// The status with this word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}
