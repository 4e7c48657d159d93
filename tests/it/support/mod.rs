//! A desk to ask, on the built-in knowledge or on a small folder of its own.

pub mod discord;
pub mod fake_discord;
pub mod postgres;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use ledord::domain::{Asker, Carrier, Inbound, Language, LanguageHints, Organisation, Reply, Request};
use ledord::l10n::Catalog;
use ledord::service::{KnowledgeSource, Service};

/// The day on which the tests take place.
pub const TODAY: Date = date(2026, 11, 23);

/// The time at which the tests take place: nine in the morning in Finland.
pub fn now() -> Timestamp {
    "2026-11-23T07:00:00Z".parse().unwrap()
}

/// A desk on the built-in knowledge of a municipality that has set nothing.
pub fn desk() -> &'static Service {
    static DESK: OnceLock<Service> = OnceLock::new();
    DESK.get_or_init(|| desk_with(KnowledgeSource::default(), Organisation::default()))
}

pub fn desk_with(source: KnowledgeSource, organisation: Organisation) -> Service {
    let loaded = source.load(TODAY);
    Service::new(source, &loaded, organisation, Catalog::load().unwrap()).unwrap()
}

/// A desk on a small folder whose words never change.
pub fn fixture_desk() -> Service {
    desk_with(KnowledgeSource { folder: Some(fixtures()), overlay: None }, Organisation::default())
}

pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/knowledge")
}

pub fn ask_of(desk: &Service, languages: LanguageHints, text: &str) -> Reply {
    desk.answer(
        &Inbound {
            request: Request::Question(text.to_owned()),
            languages,
            carrier: Carrier::Terminal,
            asker: Asker::unknown(),
        },
        now(),
    )
}

/// Asks as someone in the terminal would: nothing is known of the language.
pub fn ask(text: &str) -> Reply {
    ask_of(desk(), LanguageHints::only_fallback(Language::English), text)
}

pub fn ask_in(language: Language, text: &str) -> Reply {
    ask_of(desk(), LanguageHints::chosen(language), text)
}

/// Copies a folder of articles, to be damaged.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Runs `ledord check` on a folder: its exit code, and what it prints.
pub fn run_check(folder: &Path, flags: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ledord"));
    command.arg("check").args(flags).arg(folder).current_dir(std::env::temp_dir());
    let output = command.output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

/// Replaces a text in a file, which must be there.
pub fn damage(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} does not hold {from}");
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}
