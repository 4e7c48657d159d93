//! What must outlive the process: series, follows, the outbox and the lease. The only user of sqlx.
//!
//! One trait, kept by SQLite (the default) and by PostgreSQL (where several processes run). One contract suite runs on both.

mod backup;
mod copy;
mod database;
mod installation;
mod location;
mod outbox;
mod postgres;
mod read;
mod schema;
mod series;
mod sql;
mod sqlite;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::domain::delivery::{Delivery, DeliveryId, Key, Reason};
use crate::domain::session::{Change, Follow, Series, SeriesId};
use crate::domain::{Target, TargetKind, TopicId};
pub use backup::{backup, restore};
pub use location::Location;
pub use sql::{Opening, SqlStore, open};
pub use sqlite::Alone;

/// Keeps what must outlive the process. Every method is one transaction: it has happened whole, or not at all.
///
/// Instants are kept in milliseconds since 1970 in UTC; civil times as text with the name of their zone beside them.
#[async_trait]
pub trait Store: Send + Sync + std::fmt::Debug {
    /// Who this installation is, and where planning stands.
    ///
    /// # Errors
    /// Every method of this trait fails with [`StoreError`] when the store cannot be reached or is damaged.
    async fn installation(&self) -> Result<Installation, StoreError>;

    /// Every series with its changes, drafts and ended ones included, by number.
    async fn series(&self) -> Result<Vec<Series>, StoreError>;
    /// One series with its changes; `None` when there is none of that number.
    async fn one_series(&self, id: SeriesId) -> Result<Option<Series>, StoreError>;
    /// Stores a new series with its changes under its number; `false` when the number is taken.
    async fn insert_series(&self, series: &Series) -> Result<bool, StoreError>;
    /// Writes everything but the changes of a series, if its sequence in the store is still `sequence`; `false` when somebody
    /// else changed it meanwhile or it is not there.
    async fn update_series(&self, series: &Series, sequence: i64) -> Result<bool, StoreError>;
    /// Writes what differs on one date, if its sequence in the store is still one less, or nothing was there; `false` when
    /// somebody else changed it meanwhile.
    async fn put_change(&self, series: SeriesId, change: &Change) -> Result<bool, StoreError>;
    /// Marks a date as confirmed without touching anything else of it.
    async fn confirm(&self, series: SeriesId, original: DateTime) -> Result<(), StoreError>;
    /// Forgets drafts that were last touched before a moment.
    async fn forget_drafts(&self, before: Timestamp) -> Result<(), StoreError>;

    /// Who wants private reminders of which network.
    async fn follows(&self) -> Result<Vec<Follow>, StoreError>;
    /// Adds a follow, or changes its language.
    async fn follow(&self, follow: &Follow) -> Result<(), StoreError>;
    /// Ends a follow; `false` when there was none.
    async fn unfollow(&self, person: &Target, network: &TopicId) -> Result<bool, StoreError>;

    /// Every delivery that was due at or after a moment, whatever has become of it.
    async fn deliveries_since(&self, from: Timestamp) -> Result<Vec<Delivery>, StoreError>;
    /// Every delivery about a subject, in the order in which they are due.
    async fn deliveries_of(&self, subject: &str) -> Result<Vec<Delivery>, StoreError>;
    /// Carries out a plan and notes how far it reaches.
    async fn carry_out(&self, plan: &Plan, planned_at: Timestamp) -> Result<(), StoreError>;
    /// Has the next pass of planning look back at least to `from`, when something is about to be changed: no pass may have been
    /// made yet, or the clock may have been ahead at the last one.
    async fn plan_again_from(&self, from: Timestamp) -> Result<(), StoreError>;
    /// Claims deliveries that may go out now: planned ones, and claimed ones whose claim has run out or lies so far ahead that
    /// the clock must have jumped. The earliest first; at most one a target, and none whose target has a claim in force, so
    /// that one slow target holds up nobody else. Each counts as a try from now on.
    async fn claim(&self, claim: &Claim<'_>) -> Result<Vec<Delivery>, StoreError>;
    /// Settles a claimed delivery; `false` when the claim is no longer this one's.
    async fn settle(&self, id: DeliveryId, by: &str, outcome: &Outcome) -> Result<bool, StoreError>;
    /// Missed and unknown deliveries of which nobody has been told yet, the oldest first.
    async fn untold(&self, limit: i64) -> Result<Vec<Delivery>, StoreError>;
    /// Notes that of these has been told, and plans what tells of them.
    async fn tell(&self, ids: &[DeliveryId], plan: &Plan) -> Result<(), StoreError>;
    /// When the next delivery may go out: the earliest of planned ones and of claims that run out.
    async fn next_at(&self) -> Result<Option<Timestamp>, StoreError>;

    /// Takes or keeps a lease until a moment; `false` while somebody else holds it.
    async fn hold(&self, lease: &str, by: &str, now: Timestamp, until: Timestamp)
    -> Result<bool, StoreError>;
    /// Takes a lease from whoever holds it, for one who knows that the holder has died.
    async fn seize(&self, lease: &str, by: &str, until: Timestamp) -> Result<(), StoreError>;
    /// Gives a lease up, if it is this one's.
    async fn let_go(&self, lease: &str, by: &str) -> Result<(), StoreError>;
}

/// Who this installation is, and where planning stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Installation {
    /// 32 random hexadecimal digits, made with the store.
    pub id: String,
    /// 64 random hexadecimal digits, made with the store: makes the paths of calendar feeds unguessable. A secret.
    pub feed_secret: String,
    /// When the last plan was made; `None` before the first.
    pub planned_at: Option<Timestamp>,
    /// When the store was restored from a backup; deliveries due before that may have been sent.
    pub restored_at: Option<Timestamp>,
}

/// By hand, so that the secret cannot slip into it.
impl std::fmt::Debug for Installation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { id, planned_at, restored_at, .. } = self;
        f.debug_struct("Installation")
            .field("id", id)
            .field("planned_at", planned_at)
            .field("restored_at", restored_at)
            .finish_non_exhaustive()
    }
}

/// What a pass of planning changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// New deliveries. One whose key is already there is left alone, unless it is cancelled: then it is planned again.
    pub add: Vec<Planned>,
    /// Deliveries that are due at another time now; only planned ones change.
    pub reschedule: Vec<(DeliveryId, Timestamp)>,
    /// Deliveries that are no longer wanted; only planned ones are cancelled that cannot be there already.
    pub cancel: Vec<(DeliveryId, Reason)>,
}

impl Plan {
    /// Whether there is nothing to do.
    pub const fn is_empty(&self) -> bool {
        self.add.is_empty() && self.reschedule.is_empty() && self.cancel.is_empty()
    }
}

/// A delivery to be planned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Planned {
    /// What it is.
    pub key: Key,
    /// When it is to go out.
    pub due_at: Timestamp,
    /// It was due before the store was restored from a backup, and may have been sent: it begins as `unknown`.
    pub may_have_been_sent: bool,
}

/// Who claims how much for how long.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// The dispatcher; no two share a name.
    pub by: &'a str,
    /// The present.
    pub now: Timestamp,
    /// The claim holds until then; afterwards another may take over.
    pub until: Timestamp,
    /// No claim of ours reaches beyond this moment: one that does was made by a clock that has jumped back since.
    pub furthest: Timestamp,
    /// Only deliveries to users, or only those to all others.
    pub kind: TargetKind,
    /// How many at most.
    pub limit: i64,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The message is there.
    Sent {
        /// The platform's id of the message.
        message_id: String,
        /// A link that opens it.
        message_link: Option<String>,
        /// When it was confirmed.
        at: Timestamp,
    },
    /// It may or may not be there, and nobody can tell.
    Unknown {
        /// Why.
        reason: Reason,
        /// When this was found.
        at: Timestamp,
    },
    /// Its reason has gone.
    Cancelled {
        /// Why.
        reason: Reason,
        /// When this was found.
        at: Timestamp,
    },
    /// It cannot be sent.
    Missed {
        /// Why.
        reason: Reason,
        /// When this was found.
        at: Timestamp,
    },
    /// It is tried again, not before a moment.
    Later {
        /// Not before then.
        not_before: Timestamp,
        /// Whether the message may be there all the same.
        doubt: Doubt,
    },
}

/// Whether a message may be there after a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It was not sent.
    NotSent,
    /// Nobody knows.
    MayBeThere,
}

/// The store cannot do what is asked. Each says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The server or the file cannot be reached.
    #[error("cannot open the store {place}")]
    Unreachable {
        /// The file, or the server without its password.
        place: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A newer Ledord has written it.
    #[error(
        "the store {place} was written by a newer ledord: start that version, or restore a backup made by this one"
    )]
    Newer {
        /// The file or the server.
        place: String,
    },
    /// It is no store of Ledord, or it is damaged. Nothing was written to it.
    #[error(
        "the store {place} is damaged or not one of ledord: nothing was changed; restore a backup with `ledord restore FILE`, or name another store"
    )]
    Damaged {
        /// The file or the server.
        place: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Somebody uses it who must stop first.
    #[error("the store {place} is in use: stop ledord first")]
    InUse {
        /// The file or the server.
        place: String,
    },
    /// A backup never takes the place of a file.
    #[error("there is a file {place} already: name another")]
    Exists {
        /// The file.
        place: String,
    },
    /// A request to it failed.
    #[error("the store failed")]
    Failed {
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}
