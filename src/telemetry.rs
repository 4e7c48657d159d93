//! What happens while the program runs, as records with fields.
//!
//! Only this crate's own records are written. Those of the libraries may hold what people wrote, and addresses with tokens
//! in them.

use std::io::IsTerminal;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt};

/// Writes records to standard error: lines for a terminal, else one JSON object each. A second call does nothing.
pub fn start() {
    let own = Targets::new().with_target(env!("CARGO_CRATE_NAME"), LevelFilter::INFO);
    let lines = if std::io::stderr().is_terminal() {
        fmt::layer().compact().with_target(false).with_writer(std::io::stderr).boxed()
    } else {
        fmt::layer().json().flatten_event(true).with_target(false).with_writer(std::io::stderr).boxed()
    };
    let _ = tracing_subscriber::registry().with(lines.with_filter(own)).try_init();
}
