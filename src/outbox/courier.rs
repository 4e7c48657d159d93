//! What the outbox asks of others: words from its clients, and transport from a platform.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;

use crate::domain::delivery::{Delivery, Reason, Stamp};
use crate::domain::{Reply, Target};
use crate::store::{Planned, StoreError};

/// A message on its way: what it says, and the stamp by which it is found again.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it says, and what may be chosen.
    pub reply: Reply,
    /// Its nonce, and part of the id of one of its buttons.
    pub stamp: Stamp,
}

/// What became of sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is there.
    Delivered {
        /// The platform's id of the message.
        message_id: String,
        /// A link that opens it.
        message_link: Option<String>,
    },
    /// The platform refuses, now and later.
    Refused(Reason),
    /// It was not sent; another try may succeed.
    NotNow {
        /// What the platform asks to wait.
        retry_after: Option<Duration>,
    },
    /// It may or may not be there.
    Unknown,
}

/// What became of looking for a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is there.
    There {
        /// The platform's id of the message.
        message_id: String,
        /// A link that opens it.
        message_link: Option<String>,
    },
    /// The history was read back to the moment asked for, and it is not there.
    NotThere,
    /// The history can never be read there.
    Unreadable,
    /// The history cannot be read now.
    NotNow {
        /// What the platform asks to wait.
        retry_after: Option<Duration>,
    },
}

/// A platform that carries messages.
#[async_trait]
pub trait Courier: Send + Sync + std::fmt::Debug {
    /// Sends a message. A second call with the same stamp, within minutes, gives the first message again.
    async fn send(&self, target: &Target, notice: &Notice) -> Sent;
    /// Looks for a message with a stamp among those since a moment.
    async fn find(&self, target: &Target, stamp: &Stamp, since: Timestamp) -> Found;
}

/// What a delivery says at the moment it goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum Worded {
    /// This.
    Say(Box<Reply>),
    /// Nothing: its reason has gone.
    Cancel(Reason),
    /// Nothing any more: it comes too late.
    Miss(Reason),
}

/// Whoever has something sent.
#[async_trait]
pub trait Client: Send + Sync + std::fmt::Debug {
    /// What is to go out after `from` (exclusive) and until `until` (inclusive), as things stand.
    ///
    /// # Errors
    /// When the store fails; planning is tried again.
    async fn wanted(&self, from: Timestamp, until: Timestamp) -> Result<Vec<Planned>, StoreError>;
    /// What a delivery says at the moment `now`.
    ///
    /// # Errors
    /// When the store fails; the delivery is tried again.
    async fn word(&self, delivery: &Delivery, now: Timestamp) -> Result<Worded, StoreError>;
    /// What is sent instead of, or because of, deliveries that were missed or are unknown: to a fallback, to the host, to an
    /// admin. Empty when nobody is left to be told.
    ///
    /// # Errors
    /// When the store fails; telling is tried again.
    async fn escalate(&self, deliveries: &[Delivery], now: Timestamp) -> Result<Vec<Planned>, StoreError>;
    /// Why a planned delivery that is not among [`Client::wanted`] is to be cancelled; `None` when it is to go out all the
    /// same, as a notice of trouble is.
    ///
    /// # Errors
    /// When the store fails; planning is tried again.
    async fn why_not(&self, delivery: &Delivery) -> Result<Option<Reason>, StoreError>;
}
