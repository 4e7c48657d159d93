//! Reads what hosts type: days, times, rules, lengths and times before a session, in Swedish, Finnish and English at once.
//!
//! Case, missing dots over letters and small slips of the keyboard are forgiven. Words that nobody knows are not skipped:
//! "every Thursday except in July" must not become every Thursday.

mod amount;
mod day;
mod heard;
mod item;
mod problem;
mod recurrence;
mod token;
mod when;
mod word;

pub use amount::{leads, length};
pub use day::{date, latest_date, moved};
pub use problem::{LeadsProblem, LengthProblem, WhenProblem};
pub use when::{When, when};
