//! Something that is to be sent once: its key, and what has become of it.

use std::fmt;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::target::Target;

/// Names one message for good: no two are ever sent for one key.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What it is about, such as `series:12`.
    pub subject: String,
    /// Which date or case of it, such as `2026-12-17T09:00:00`.
    pub occurrence: String,
    /// What it is for, such as `reminder:1d`.
    pub purpose: String,
    /// Where it goes.
    pub target: Target,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.subject, self.occurrence, self.purpose, self.target)
    }
}

/// A short name of a key, which travels with the message: as its nonce, and in the `custom_id` of a button, so that the
/// message can be found again. 24 characters; Discord takes nonces of at most 25.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stamp(String);

impl Stamp {
    /// How many characters it has.
    pub const LENGTH: usize = 24;

    /// The stamp of a key in one installation; another installation with the same numbers gets others.
    pub fn of(key: &Key, installation: &str) -> Self {
        let mut hash = Sha256::new();
        for part in [installation, &key.subject, &key.occurrence, &key.purpose, &key.target.to_string()] {
            hash.update(part.len().to_be_bytes());
            hash.update(part.as_bytes());
        }
        let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
        Self(digits.filter_map(|digit| char::from_digit(digit.into(), 16)).take(Self::LENGTH).collect())
    }

    /// A stamp that was read from a message; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let is_stamp = text.len() == Self::LENGTH
            && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        is_stamp.then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The number of a delivery in its store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeliveryId(pub i64);

/// One row of the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its number.
    pub id: DeliveryId,
    /// What it is.
    pub key: Key,
    /// When it is to go out.
    pub due_at: Timestamp,
    /// What has become of it.
    pub state: State,
    /// How often sending was tried.
    pub attempts: i64,
    /// When the first try began; from then on a message may be there.
    pub first_try_at: Option<Timestamp>,
    /// No try before this moment.
    pub not_before: Timestamp,
    /// Whether a try has an unknown outcome, so that the message must be looked for before the next.
    pub is_in_doubt: bool,
    /// When it reached its last state.
    pub settled_at: Option<Timestamp>,
    /// The platform's id of the message.
    pub message_id: Option<String>,
    /// A link that opens the message.
    pub message_link: Option<String>,
    /// Why it is cancelled, missed or unknown.
    pub reason: Option<Reason>,
}

/// What has become of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It will be sent when it is due.
    Planned,
    /// A dispatcher is at it.
    Claimed,
    /// It is there.
    Sent,
    /// It may or may not be there, and nobody can tell.
    Unknown,
    /// Its reason has gone; it was not sent.
    Cancelled,
    /// It could not be sent.
    Missed,
}

impl State {
    /// All states.
    pub const ALL: [Self; 6] =
        [Self::Planned, Self::Claimed, Self::Sent, Self::Unknown, Self::Cancelled, Self::Missed];

    /// The word in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Claimed => "claimed",
            Self::Sent => "sent",
            Self::Unknown => "unknown",
            Self::Cancelled => "cancelled",
            Self::Missed => "missed",
        }
    }

    /// The state of a word in the store.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// Why a delivery is cancelled, missed or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The session was skipped.
    Skipped,
    /// The session was moved; another delivery takes its place.
    Moved,
    /// The series is paused.
    Paused,
    /// The series has ended.
    Ended,
    /// The one it was for no longer wants it.
    Unfollowed,
    /// What it asks has been answered.
    Answered,
    /// Its subject is not known any more.
    Gone,
    /// The session was over, or too far on, before it could be sent.
    TooLate,
    /// The bot may not write there.
    Forbidden,
    /// The channel or the person does not exist there.
    NotFound,
    /// The platform refuses the message itself.
    Rejected,
    /// A try had an unknown outcome and the history cannot be read.
    HistoryUnreadable,
    /// The store was restored from a backup made before this was due.
    Restored,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 13] = [
        Self::Skipped,
        Self::Moved,
        Self::Paused,
        Self::Ended,
        Self::Unfollowed,
        Self::Answered,
        Self::Gone,
        Self::TooLate,
        Self::Forbidden,
        Self::NotFound,
        Self::Rejected,
        Self::HistoryUnreadable,
        Self::Restored,
    ];

    /// The word in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Skipped => "skipped",
            Self::Moved => "moved",
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::Unfollowed => "unfollowed",
            Self::Answered => "answered",
            Self::Gone => "gone",
            Self::TooLate => "too_late",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Rejected => "rejected",
            Self::HistoryUnreadable => "history_unreadable",
            Self::Restored => "restored",
        }
    }

    /// The reason of a word in the store.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_names_one_key_of_one_installation() {
        let key = |purpose: &str| Key {
            subject: "series:1".into(),
            occurrence: "2026-12-17T09:00:00".into(),
            purpose: purpose.into(),
            target: "discord:channel:1".parse().unwrap(),
        };
        let stamp = Stamp::of(&key("reminder:1d"), "a");
        assert_eq!(stamp.as_str().len(), Stamp::LENGTH);
        assert_eq!(Stamp::parse(stamp.as_str()), Some(stamp.clone()));
        assert_eq!(stamp, Stamp::of(&key("reminder:1d"), "a"));
        assert_ne!(stamp, Stamp::of(&key("reminder:7d"), "a"));
        assert_ne!(stamp, Stamp::of(&key("reminder:1d"), "b"));
        assert_eq!(Stamp::parse("x"), None);
    }

    #[test]
    fn words_of_the_store_are_read_back() {
        for state in State::ALL {
            assert_eq!(State::parse(state.as_str()), Some(state));
        }
        for reason in Reason::ALL {
            assert_eq!(Reason::parse(reason.as_str()), Some(reason));
        }
    }
}
