//! Who asks, and what they may do.

use super::session::Network;
use super::target::Target;

/// Who asks: known by ids of a platform, never by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// The person first, then the roles that they hold; empty where nobody is known.
    pub ids: Vec<Target>,
    /// What they may do everywhere.
    pub role: Role,
}

/// What a person may do, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Ask.
    Member,
    /// Announce the sessions of every network.
    Host,
    /// That, and reload the knowledge.
    Admin,
}

impl Asker {
    /// Somebody of whom nothing is known.
    pub const fn unknown() -> Self {
        Self { ids: Vec::new(), role: Role::Member }
    }

    /// The person, for private messages.
    pub fn person(&self) -> Option<&Target> {
        self.ids.first()
    }

    /// Whether they may announce and change the sessions of a network.
    pub fn may_host(&self, network: &Network) -> bool {
        self.role >= Role::Host || network.is_run_by(&self.ids)
    }
}
