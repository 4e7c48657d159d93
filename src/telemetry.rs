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
    if std::io::stderr().is_terminal() {
        let lines = fmt::layer().compact().with_target(false).with_writer(std::io::stderr);
        let _ = tracing_subscriber::registry().with(lines.with_filter(own())).try_init();
    } else {
        start_into(std::io::stderr);
    }
}

/// Writes records as JSON objects into anything that takes bytes. A second call does nothing.
pub fn start_into<W: for<'a> fmt::MakeWriter<'a> + Send + Sync + 'static>(writer: W) {
    let lines = fmt::layer().json().flatten_event(true).with_target(false).with_writer(writer);
    let _ = tracing_subscriber::registry().with(lines.with_filter(own())).try_init();
}

fn own() -> Targets {
    Targets::new().with_target(env!("CARGO_CRATE_NAME"), LevelFilter::INFO)
}
