//! The fake Discord of the tests, alone, so that a client which nobody here wrote can be tried against it.
//!
//! Prints its address and sample payloads as the first line of JSON; then sends every line `{"t": event, "d": data}` that it
//! reads, and prints every request that it gets.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a program for tests may fail loudly, and prints"
)]

#[path = "../tests/it/support/fake_discord/mod.rs"]
mod fake_discord;

use std::time::Duration;

use fake_discord::payloads::{self, Asker, option};
use fake_discord::{Fake, Options};
use serde_json::{Value, json};

#[tokio::main]
async fn main() {
    let fake = Fake::start(Options::default()).await;
    let asker = Asker::default();
    let samples = json!({
        "slash": payloads::slash(1_400_000_000_000_000_001, &asker, "ask", json!([option("question", "Vad?")])),
        "autocomplete": payloads::autocomplete(1_400_000_000_000_000_002, &asker, "term", "term", "nä"),
        "message": payloads::message_command(1_400_000_000_000_000_003, &asker, "Explain", "DPIA"),
        "button": payloads::button(1_400_000_000_000_000_004, &asker, "l1:-:q"),
        "modal": payloads::modal(1_400_000_000_000_000_005, &asker, "l1:-:form", "question", "x"),
        "direct": payloads::direct_message(1_400_000_000_000_000_006, "hej"),
        "mention": payloads::mention(1_400_000_000_000_000_007, "hej"),
    });
    println!("{}", json!({"url": fake.base_url(), "token": fake_discord::TOKEN, "samples": samples}));
    let watched = fake.clone();
    tokio::spawn(async move {
        let mut seen = 0;
        loop {
            for request in watched.requests().iter().skip(seen) {
                println!(
                    "{}",
                    json!({"request": format!("{} {}", request.method, request.path),
                    "status": request.status, "body": request.body})
                );
                seen += 1;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    tokio::task::spawn_blocking(move || {
        for line in std::io::stdin().lines() {
            let event: Value = serde_json::from_str(&line.unwrap()).unwrap();
            fake.dispatch(event["t"].as_str().unwrap(), event["d"].clone());
        }
    })
    .await
    .unwrap();
}
