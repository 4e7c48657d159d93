//! Sessions of networks: who hosts them, when they take place, and what is to be said of them.

mod follow;
mod lead;
mod network;
mod occurrence;
mod request;
mod rule;
mod series;

pub use follow::Follow;
pub use lead::Lead;
pub use network::{Network, Person};
pub use occurrence::{Mark, Occurrence};
pub use request::{Announcement, DateRef, Details, SeriesRef, SessionRequest};
pub use rule::{Nth, Rule, RuleError};
pub use series::{Change, Series, SeriesId, SeriesState};
