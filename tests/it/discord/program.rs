//! The program itself, as an operator runs it.

use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::json;

use crate::support::fake_discord::payloads::{self, Asker, option, slash};
use crate::support::fake_discord::{Act, Fake, Options, TOKEN};

const TOKEN_VARIABLE: &str = "LEDORD_DISCORD_TOKEN";

/// `ledord` in a folder of its own, with nothing of the environment that could set it up.
fn ledord(folder: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ledord"));
    for variable in
        ["LEDORD_CONFIG", "LEDORD_KNOWLEDGE", "LEDORD_OVERLAY", "LEDORD_DISCORD_PROXY", TOKEN_VARIABLE]
    {
        command.env_remove(variable);
    }
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A running program that is killed when the test ends.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    fn start(fake: &Fake, folder: &std::path::Path) -> Self {
        let mut command = ledord(folder);
        command.arg("run").env(TOKEN_VARIABLE, TOKEN).env("LEDORD_DISCORD_PROXY", fake.base_url());
        Self(command.stderr(Stdio::null()).spawn().unwrap())
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.0.id().to_string()).status();
        assert!(sent.unwrap().success());
    }

    async fn exit(mut self) -> Option<i32> {
        for _ in 0..400 {
            if let Some(status) = self.0.try_wait().unwrap() {
                return status.code();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("it does not stop");
    }
}

#[test]
fn without_a_platform_or_a_token_it_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let output = ledord(folder.path()).arg("run").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no platform is set up: put the bot's token"), "{}", stderr(&output));
    std::fs::write(folder.path().join("ledord.toml"), "[discord]\n").unwrap();
    let output = ledord(folder.path()).arg("run").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("the token for discord is missing"), "{}", stderr(&output));
    std::fs::write(folder.path().join("ledord.toml"), "[discord]\ntoken_file = \"token\"\n").unwrap();
    let output = ledord(folder.path()).arg("run").output().unwrap();
    assert!(stderr(&output).contains("cannot read the file with the token"), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_token_ends_it_with_one_plain_sentence() {
    let fake = Fake::start(Options::default()).await;
    let folder = tempfile::tempdir().unwrap();
    let mut command = ledord(folder.path());
    command.arg("run").env(TOKEN_VARIABLE, "wrong.marker").env("LEDORD_DISCORD_PROXY", fake.base_url());
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert_eq!(output.status.code(), Some(2));
    let text = stderr(&output);
    assert!(text.contains("discord refused the token: copy it again from the developer portal"), "{text}");
    assert!(!text.contains("marker"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_invite_link_asks_for_the_least() {
    let folder = tempfile::tempdir().unwrap();
    let mut by_id = ledord(folder.path());
    by_id.args(["discord", "invite", "--application", "42"]);
    let output = by_id.output().unwrap();
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=17867064036352"
    );
    let fake = Fake::start(Options::default()).await;
    let mut by_token = ledord(folder.path());
    by_token.args(["discord", "invite"]).env(TOKEN_VARIABLE, TOKEN);
    by_token.env("LEDORD_DISCORD_PROXY", fake.base_url());
    let output = tokio::task::spawn_blocking(move || by_token.output().unwrap()).await.unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains(payloads::APP), "{}", stderr(&output));
}

#[test]
fn the_settings_in_force_never_show_a_token() {
    let folder = tempfile::tempdir().unwrap();
    let output =
        ledord(folder.path()).args(["config", "print"]).env(TOKEN_VARIABLE, "marker").output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("token = \"[redacted]\"") && !text.contains("marker"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_answers_what_was_received_and_a_crash_loses_nothing_that_comes_after() {
    let fake = Fake::start(Options::default()).await;
    let folder = tempfile::tempdir().unwrap();
    let asker = Asker::speaking("en-GB");
    let ask = |id: u64| slash(id, &asker, "ask", json!([option("question", "What is risk management?")]));
    let button = |id: u64| payloads::button(id, &asker, "l1:en:a:t.risk-management");
    let first = 1_450_000_000_000_000_000;

    let running = Running::start(&fake, folder.path());
    fake.frame(2, 0).await;
    let before = fake.arrived_count();
    for id in first..first + 40 {
        fake.script("POST", "/callback", Act::Delay(Duration::from_millis(400)));
        fake.dispatch("INTERACTION_CREATE", ask(id));
    }
    fake.arrived(before + 30).await;
    running.signal("TERM");
    assert!(fake.unanswered() > 0, "the stop comes while answers are under way");
    assert_eq!(running.exit().await, Some(0));
    assert_eq!(fake.unanswered(), 0);

    let crashing = Running::start(&fake, folder.path());
    fake.frame(2, 1).await;
    fake.dispatch("INTERACTION_CREATE", ask(first + 100));
    crashing.signal("KILL");
    assert_eq!(crashing.exit().await, None);

    let lost = fake.unanswered();
    let again = Running::start(&fake, folder.path());
    fake.frame(2, 2).await;
    for id in first + 200..first + 240 {
        fake.dispatch("INTERACTION_CREATE", button(id));
    }
    fake.request("the last answer", |request| request.path.contains(&(first + 239).to_string())).await;
    again.signal("TERM");
    assert_eq!(again.exit().await, Some(0));
    assert_eq!(fake.unanswered(), lost, "every one that came after the new sign-in is answered");
    let violations = fake.violations();
    assert!(violations.is_empty(), "{violations:#?}");
}
