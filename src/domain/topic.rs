//! What an article is about, and what kind of article it is.

use std::fmt;

/// The id of a topic, the same in all languages, such as `proc-own-data`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicId(String);

impl TopicId {
    /// What only the own municipality can answer: contacts, links, dates.
    pub const LOCAL: &'static str = "local-admin-info";
    /// The bot itself: help and privacy.
    pub const BOT_HELP: &'static str = "bot-help";
    /// The topic that leads to the right road for a request for information.
    pub const WHICH_REQUEST: &'static str = "proc-which-request";

    /// An id of lower-case letters, digits and single hyphens; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let sound = !text.is_empty()
            && text.split('-').all(|part| {
                !part.is_empty()
                    && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            });
        sound.then(|| Self(text.to_owned()))
    }

    /// The topic of answers that only the municipality's own settings hold.
    pub fn local() -> Self {
        Self(Self::LOCAL.to_owned())
    }

    /// The topic of answers about the bot itself.
    pub fn bot_help() -> Self {
        Self(Self::BOT_HELP.to_owned())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TopicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The kind of an article; also the name of its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TopicKind {
    /// What a word means, and why it matters.
    Concepts,
    /// What a law asks of the municipality.
    Laws,
    /// What leaders decide and ask.
    Leadership,
    /// What to do, step by step, and by which day.
    Procedures,
    /// Who does what.
    Roles,
    /// Where peers meet.
    Networks,
    /// Who helps from outside.
    Partners,
    /// Exercises, meters and services to use.
    Tools,
}

impl TopicKind {
    /// All kinds, in the order of the house.
    pub const ALL: [Self; 8] = [
        Self::Concepts,
        Self::Laws,
        Self::Leadership,
        Self::Procedures,
        Self::Roles,
        Self::Networks,
        Self::Partners,
        Self::Tools,
    ];

    /// The name of the folder that holds articles of this kind.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Concepts => "concepts",
            Self::Laws => "laws",
            Self::Leadership => "leadership",
            Self::Procedures => "procedures",
            Self::Roles => "roles",
            Self::Networks => "networks",
            Self::Partners => "partners",
            Self::Tools => "tools",
        }
    }

    /// The kind whose folder has this name.
    pub fn from_folder(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_kebab_case() {
        for good in ["cyber-security", "resolution-2020", "x"] {
            assert_eq!(TopicId::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "Cyber", "cyber--security", "-x", "x-", "cyber_security", "säkerhet", "a/b", "../x"]
        {
            assert!(TopicId::parse(bad).is_none(), "{bad}");
        }
    }
}
