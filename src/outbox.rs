//! Everything that must be sent once: what is due is written down first, then claimed, sent and confirmed.
//!
//! Sessions, questions to hosts and notices of trouble are its clients. Decisions are plain functions; [`Dispatcher`] carries
//! them out.

mod courier;
mod dispatch;
mod pace;
mod pause;
mod plan;

pub use courier::{Client, Courier, Found, Notice, Sent, Worded};
pub use dispatch::Dispatcher;
pub use pace::Pace;
pub use pause::pause;
pub use plan::{Difference, Window, difference};
