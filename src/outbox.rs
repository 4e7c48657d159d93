//! Everything that must be sent once: what is due is written down first, then claimed, sent and confirmed.
//!
//! Sessions, questions to hosts and notices of trouble are its clients. Decisions are plain functions; [`Dispatcher`] carries
//! them out.

mod courier;

pub use courier::{Client, Courier, Found, Notice, Sent, Worded};
