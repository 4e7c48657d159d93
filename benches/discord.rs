//! The whole program on a fake Discord on the loopback, under load: how long an interaction takes from the gateway frame to
//! the callback request, how much memory the program takes, and whether a stop or a crash loses anybody.
//!
//! `cargo bench --bench discord`, or with rates a second and a duration: `cargo bench --bench discord -- 1,200 60`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may fail loudly, and prints"
)]

#[path = "../tests/it/support/fake_discord/mod.rs"]
mod fake_discord;

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fake_discord::payloads::{self, Asker, option, slash};
use fake_discord::{Fake, Options, Record, TOKEN};
use serde_json::{Value, json};

const FIRST_ID: u64 = 1_600_000_000_000_000_000;

struct Program(Child);

impl Program {
    fn start(fake: &Fake, folder: &std::path::Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ledord"));
        command.arg("run").current_dir(folder).env("LEDORD_DISCORD_TOKEN", TOKEN);
        command.env("LEDORD_DISCORD_PROXY", fake.base_url()).stdin(Stdio::null()).stderr(Stdio::null());
        Self(command.spawn().unwrap())
    }

    fn signal(&self, name: &str) {
        Command::new("kill").arg(format!("-{name}")).arg(self.0.id().to_string()).status().unwrap();
    }

    /// Resident memory in kB, now and at its highest.
    fn memory_kb(&self) -> (u64, u64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let read = |key: &str| {
            let line = status.lines().find(|line| line.starts_with(key)).unwrap();
            line.split_whitespace().nth(1).unwrap().parse().unwrap()
        };
        (read("VmRSS:"), read("VmHWM:"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What people do, in turn: half of them ask in words.
fn interaction(id: u64) -> Value {
    let questions = ["Vad är cybersäkerhet?", "mikä on tietosuoja", "What is risk management?", "xyzzy"];
    let asker = Asker::speaking(["sv-SE", "fi", "en-GB"][usize::try_from(id % 3).unwrap()]);
    match id % 4 {
        0 | 1 => slash(
            id,
            &asker,
            "ask",
            json!([option("question", questions[usize::try_from(id / 4 % 4).unwrap()])]),
        ),
        2 => payloads::autocomplete(id, &asker, "term", "term", "tietosuja"),
        _ => payloads::button(id, &asker, "l1:-:a:t.cyber-security"),
    }
}

/// Sends interactions at a steady rate until the time is over or nobody is connected; returns how many.
async fn load(fake: &Fake, first: u64, rate: u32, time: Duration) -> u64 {
    let begun = Instant::now();
    let mut ticks = tokio::time::interval(Duration::from_secs(1) / rate);
    let mut sent = 0;
    while begun.elapsed() < time {
        ticks.tick().await;
        if !fake.try_dispatch("INTERACTION_CREATE", interaction(first + sent)) {
            break;
        }
        sent += 1;
    }
    sent
}

async fn until_all_answered(fake: &Fake) {
    let begun = Instant::now();
    while fake.unanswered() > 0 && begun.elapsed() < Duration::from_secs(5) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // The fake writes a request down a moment after it has carried it out.
    tokio::time::sleep(Duration::from_millis(100)).await;
}

/// The baseline: one request after another that does nothing, from this process to the fake and back.
async fn bare_requests(fake: &Fake) -> Vec<Duration> {
    let client = reqwest::Client::new();
    let address = format!("{}/api/v10/gateway", fake.base_url());
    let mut times = Vec::new();
    for _ in 0..2_000 {
        let begun = Instant::now();
        let request = client.get(&address).header("authorization", format!("Bot {TOKEN}"));
        request.send().await.unwrap().bytes().await.unwrap();
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    times
}

fn percentile(times: &[Duration], of_hundred: usize) -> f64 {
    times[(times.len() * of_hundred / 100).min(times.len() - 1)].as_secs_f64() * 1000.0
}

fn light() -> Options {
    Options { record: Record::Light, ..Options::default() }
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let rates: Vec<u32> = arguments
        .first()
        .map_or_else(|| vec![1, 200], |rates| rates.split(',').map(|rate| rate.parse().unwrap()).collect());
    let time = Duration::from_secs(arguments.get(1).map_or(60, |seconds| seconds.parse().unwrap()));
    let folder = tempfile::tempdir().unwrap();
    let mut id = FIRST_ID;
    let bare = bare_requests(&Fake::start(light()).await).await;
    println!("a bare request: p50 {:.2} ms, p99 {:.2} ms", percentile(&bare, 50), percentile(&bare, 99));
    for rate in rates {
        let fake = Fake::start(light()).await;
        let program = Program::start(&fake, folder.path());
        fake.frame(2, 0).await;
        // The language models are read on the first questions; that is not what is measured.
        id += load(&fake, id, 50, Duration::from_secs(2)).await;
        until_all_answered(&fake).await;
        fake.clear_requests();
        let (before, _) = program.memory_kb();
        let sent = load(&fake, id, rate, time).await;
        id += sent;
        until_all_answered(&fake).await;
        let (after, peak) = program.memory_kb();
        let mut times = fake.answer_times();
        times.sort_unstable();
        println!(
            "{rate}/s for {} s: sent {sent}, answered {}, unanswered {}, p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms; \
             resident {before} kB before, {after} kB after, peak {peak} kB",
            time.as_secs(),
            times.len(),
            fake.unanswered(),
            percentile(&times, 50),
            percentile(&times, 99),
            percentile(&times, 100),
        );
    }
    for signal in ["TERM", "KILL"] {
        let fake = Fake::start(light()).await;
        let program = Program::start(&fake, folder.path());
        fake.frame(2, 0).await;
        let loaded = fake.clone();
        let loading = tokio::spawn(async move { load(&loaded, id, 200, Duration::from_secs(5)).await });
        tokio::time::sleep(Duration::from_secs(3)).await;
        program.signal(signal);
        let sent = loading.await.unwrap();
        id += 10_000;
        until_all_answered(&fake).await;
        println!(
            "SIG{signal} at 200/s: sent {sent} until the connection closed, unanswered {}",
            fake.unanswered()
        );
        if signal == "KILL" {
            let lost = fake.unanswered();
            let again = Program::start(&fake, folder.path());
            fake.frame(2, 1).await;
            let sent = load(&fake, id, 200, Duration::from_secs(3)).await;
            until_all_answered(&fake).await;
            println!("after the new READY: sent {sent}, unanswered {}", fake.unanswered() - lost);
            drop(again);
        }
    }
}
