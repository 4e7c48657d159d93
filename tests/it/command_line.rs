//! The program as its users start it.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn ledord(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ledord"));
    command.args(arguments).env_clear().current_dir(std::env::temp_dir()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn json_answers_keep_their_contract() {
    let output = ledord(&["ask", "--format", "json", "Vad är cybersäkerhet?"]);
    assert!(output.status.success());
    let reply: Value = serde_json::from_str(&stdout(&output)).unwrap();
    let mut keys: Vec<&String> = reply.as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["answer", "confidence", "kind", "language", "sources", "topic", "topics"]);
    assert_eq!(
        (&reply["kind"], &reply["language"], &reply["topic"]),
        (&"answer".into(), &"sv".into(), &"cyber-security".into())
    );
    assert_eq!(reply["topics"][0], "cyber-security");
    assert!(reply["topics"].as_array().unwrap().len() <= 3);
    assert!((0.0..=1.0).contains(&reply["confidence"].as_f64().unwrap()));
    let source = reply["sources"][0].as_object().unwrap();
    assert!(source["url"].as_str().unwrap().starts_with("https://") && source.contains_key("title"));
}

#[test]
fn text_has_no_colours_in_a_pipe_and_the_language_can_be_chosen() {
    let output = ledord(&["ask", "--lang", "fi", "dataskydd"]);
    let text = stdout(&output);
    assert!(text.contains("Tietosuoja"), "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
}

#[test]
fn explain_gives_each_term_its_place() {
    let output = ledord(&["explain", "--format", "json", "En DPIA före avtalet"]);
    let rows: Value = serde_json::from_str(&stdout(&output)).unwrap();
    let row = &rows[0];
    assert_eq!((row["start"].as_u64(), row["end"].as_u64()), (Some(3), Some(7)));
    assert_eq!((row["text"].as_str(), row["topic"].as_str()), (Some("DPIA"), Some("data-protection")));
}

#[test]
fn a_chat_reads_lines_until_the_input_ends() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ledord"))
        .env_clear()
        .env("LANG", "sv_FI.UTF-8")
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all("Mitä tietosuoja on?\n/lang en\nvad är cybersäkerhet\n/nonsense\n".as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = stdout(&output);
    for words in [
        "Ledord svarar",
        "Tietosuoja suojelee",
        "I will answer in English",
        "Cyber security",
        "/nonsense",
        "Goodbye",
    ] {
        assert!(text.to_lowercase().contains(&words.to_lowercase()), "{words} is not in\n{text}");
    }
}

#[test]
fn settings_are_layered_and_errors_are_kind() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("my.toml");
    std::fs::write(&file, "[language]\ndefault = \"fi\"\n").unwrap();
    let path = file.to_str().unwrap();
    let printed = stdout(&ledord(&["--config", path, "config", "print"]));
    assert!(printed.contains("default = \"fi\""), "{printed}");
    let printed = stdout(&ledord(&["--config", path, "--default-lang", "sv", "config", "print"]));
    assert!(printed.contains("default = \"sv\""), "{printed}");

    std::fs::write(&file, "[language]\ndefalt = \"fi\"\n").unwrap();
    let output = ledord(&["--config", path, "ask", "hej"]);
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("my.toml:2:1: unknown field `defalt`"), "{error}");

    let output = ledord(&["--knowledge", "/nowhere", "ask", "hej"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("the knowledge folder /nowhere is not there"), "{error}");
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ledord"))
        .args(["ask", "Vad är cybersäkerhet?"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

/// A folder with settings for one network, in which the program runs.
fn folder_with_a_network() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let settings = "[[network]]\nid = \"net-kaffe-med-uffe\"\nname = \"Kaffe med Uffe\"\nlanguage = \"sv\"\n\
        targets = [\"discord:channel:10\"]\nlink = \"https://meet.example.org/kaffe\"\n";
    std::fs::write(folder.path().join("ledord.toml"), settings).unwrap();
    folder
}

fn ledord_in(folder: &Path, arguments: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ledord"))
        .args(arguments)
        .env_clear()
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn sessions_can_be_announced_looked_at_and_rehearsed() {
    let folder = folder_with_a_network();
    let run = |arguments: &[&str], typed: &str| stdout(&ledord_in(folder.path(), arguments, typed));
    run(&["chat", "--lang", "sv"], "/session list\nnär är nästa Kaffe med Uffe?\n");
    let output =
        ledord_in(folder.path(), &["sessions", "rehearse", "--from", "2027-01-01", "--to", "2027-02-01"], "");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("there is no store yet"), "{error}");
    assert!(!folder.path().join("ledord.db").exists(), "looking makes no store");

    let lines = "/session announce Kaffe med Uffe | sista torsdagen i månaden kl. 9 | 45 min\n1\n\
        /session calendar\n/session calendar\n";
    let text = run(&["chat", "--lang", "sv"], lines);
    let named: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    let calendars = named.iter().filter(|name| name.to_string_lossy().ends_with(".ics")).count();
    assert_eq!(calendars, 2, "the second has a name of its own: {named:?}\n{text}");

    assert!(run(&["sessions", "list", "--lang", "fi"], "").contains("Kaffe med Uffe"));
    assert!(run(&["sessions", "preview", "--lang", "en"], "").contains("Kaffe med Uffe: coming dates"));
    assert!(run(&["sessions", "receipt", "kaffe", "--lang", "en"], "").contains("Kaffe med Uffe: receipt"));
    let preview: Value =
        serde_json::from_str(&run(&["sessions", "preview", "--format", "json"], "")).unwrap();
    let dates = preview["dates"].as_array().unwrap();
    assert_eq!((dates.len(), preview["network"].as_str()), (12, Some("net-kaffe-med-uffe")));
    for date in dates {
        let start = date["start"].as_str().unwrap();
        assert!(start.contains("T09:00:00+") && start.ends_with("[Europe/Helsinki]"), "{start}");
    }
    let receipt: Value =
        serde_json::from_str(&run(&["sessions", "receipt", "net-kaffe-med-uffe", "--format", "json"], ""))
            .unwrap();
    assert_eq!(receipt["deliveries"], serde_json::json!([]));

    // The third date: all its reminders lie ahead, whatever day it is.
    let day = &dates[2]["date"].as_str().unwrap()[..10];
    let month_before: jiff::civil::Date = day.parse().unwrap();
    let from = month_before.checked_sub(jiff::Span::new().days(8)).unwrap().to_string();
    let text = run(&["sessions", "rehearse", "--from", &from, "--to", day, "--lang", "en"], "");
    assert_eq!(text.matches("discord:channel:10").count(), 3, "7 days, 1 day and 15 minutes before: {text}");
    assert!(text.contains("3 messages. Nothing has been sent"), "{text}");
    let text = run(&["sessions", "rehearse", "--from", day, "--to", &from, "--lang", "en"], "");
    assert_eq!(text, "");
}

#[test]
fn a_damaged_store_is_told_of_and_left_alone() {
    let folder = folder_with_a_network();
    let store = folder.path().join("ledord.db");
    std::fs::write(&store, "no store at all, but somebody's notes").unwrap();
    let output = ledord_in(folder.path(), &["sessions", "preview", "--format", "json"], "");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && error.contains("is damaged or not one of ledord"), "{error}");
    let text = stdout(&ledord_in(folder.path(), &["chat", "--lang", "en"], "/session list\n"));
    assert!(text.contains("try again"), "{text}");
    assert_eq!(std::fs::read_to_string(&store).unwrap(), "no store at all, but somebody's notes");
}
