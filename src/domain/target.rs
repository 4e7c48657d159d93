//! Where a message goes, in a form that no platform owns.

use std::fmt;
use std::str::FromStr;

/// Who or what receives a message, or who a person is: `discord:channel:123`, `discord:user:456`.
///
/// The platform reads its own ids; everything else only compares and keeps them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Target {
    platform: String,
    kind: TargetKind,
    id: String,
}

/// What sort of receiver it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TargetKind {
    /// A channel that several people read.
    Channel,
    /// One person, privately.
    User,
    /// Everyone who holds a role; names who may do something, and is never written to.
    Role,
}

impl TargetKind {
    const ALL: [Self; 3] = [Self::Channel, Self::User, Self::Role];

    /// The word in the textual form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::User => "user",
            Self::Role => "role",
        }
    }
}

impl Target {
    /// A receiver with an id on a platform.
    pub fn new(platform: &str, kind: TargetKind, id: impl fmt::Display) -> Self {
        Self { platform: platform.to_owned(), kind, id: id.to_string() }
    }

    /// The name of the platform, such as `discord`.
    pub fn platform(&self) -> &str {
        &self.platform
    }

    /// What sort of receiver it is.
    pub const fn kind(&self) -> TargetKind {
        self.kind
    }

    /// The id that the platform gave.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.platform, self.kind.as_str(), self.id)
    }
}

/// The text names no receiver.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no receiver: write it like discord:channel:123, discord:user:456 or discord:role:789")]
pub struct UnknownTarget(pub String);

impl FromStr for Target {
    type Err = UnknownTarget;

    /// Reads `platform:kind:id`.
    ///
    /// # Errors
    /// When a part is missing, the kind is unknown, or the id holds anything but letters, digits, `-`, `_`, `.` and `@`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownTarget(text.to_owned());
        let mut parts = text.splitn(3, ':');
        let (Some(platform), Some(kind), Some(id)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(unknown());
        };
        let kind = TargetKind::ALL.into_iter().find(|known| known.as_str() == kind).ok_or_else(unknown)?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@');
        let is_sound = |part: &str| !part.is_empty() && part.chars().all(is_plain);
        if !is_sound(platform) || !is_sound(id) {
            return Err(unknown());
        }
        Ok(Self::new(platform, kind, id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receivers_are_read_back_as_written() {
        for text in ["discord:channel:123", "discord:user:4", "discord:role:7", "terminal:user:me"] {
            assert_eq!(text.parse::<Target>().unwrap().to_string(), text);
        }
        for text in
            ["", "discord", "discord:user", "discord:user:", ":user:1", "discord:guild:1", "discord:user:1 2"]
        {
            assert!(text.parse::<Target>().is_err(), "{text}");
        }
    }
}
