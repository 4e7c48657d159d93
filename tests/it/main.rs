//! The one integration binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a test may fail loudly and read the environment"
)]

mod support;

mod answers;
mod architecture;
mod calendar;
mod calendar_feed;
mod check;
mod command_line;
mod configuration;
mod console;
mod contract;
mod dev_questions;
mod discord;
mod eval;
mod golden;
mod jargon_eval;
mod layout;
mod odd_input;
mod outbox;
mod parity;
mod phrasings;
mod plain;
mod rehearsal;
mod reload;
mod session_console;
mod sessions;
mod store;
