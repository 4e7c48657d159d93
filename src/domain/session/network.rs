//! A network of peers, as the settings describe it.

use super::lead::Lead;
use crate::domain::language::{Language, PerLanguage};
use crate::domain::target::Target;
use crate::domain::topic::TopicId;

/// A network whose sessions are announced here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// Its id, which is also the id of the article about it, where there is one: `net-kaffe-med-uffe`.
    pub id: TopicId,
    /// What it is called in each language.
    pub names: PerLanguage<String>,
    /// Who announces its sessions, and is asked before each.
    pub hosts: Vec<Person>,
    /// Who is asked when no host replies.
    pub deputies: Vec<Person>,
    /// The language of its announcements.
    pub language: Language,
    /// Where its reminders go.
    pub targets: Vec<Target>,
    /// Where a reminder goes that its own channel refuses.
    pub fallback: Option<Target>,
    /// The meeting link of every session that has none of its own.
    pub link: Option<String>,
    /// When reminders go out, where a series says nothing else; the longest first.
    pub leads: Vec<Lead>,
    /// How many days before a session its host is asked whether it is still on; 0: never.
    pub confirm_days: u16,
}

/// Somebody with a part in a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What people call them.
    pub name: String,
    /// Who they are on a platform: a user, or a role that several hold.
    pub id: Target,
}

impl Network {
    /// Whether somebody with one of these ids is a host or a deputy.
    pub fn is_run_by(&self, ids: &[Target]) -> bool {
        self.hosts.iter().chain(&self.deputies).any(|person| ids.contains(&person.id))
    }

    /// What it is called in a language.
    pub fn name(&self, language: Language) -> &str {
        self.names.get(language)
    }
}
