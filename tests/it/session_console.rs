//! Sessions in the terminal: whole conversations on a store in a file.

use std::cell::RefCell;
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::{DateTime, datetime};
use ledord::chat::console::{Console, Next, Surroundings, owner};
use ledord::config::Config;
use ledord::domain::{Asker, Language, Organisation, TopicId};
use ledord::l10n::Message;
use ledord::service::{KnowledgeSource, Service, SessionSettings};
use ledord::store::Location;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::support::{desk_with, now};

const SETTINGS: &str = r#"
[[network]]
id = "net-kaffe-med-uffe"
name = "Kaffe med Uffe"
language = "sv"
hosts = [{ name = "Uffe", id = "discord:user:1" }]
deputies = [{ name = "Disa", id = "discord:user:2" }]
targets = ["discord:channel:10"]
link = "https://meet.example.org/kaffe"

[[network]]
id = "digifika"
name = { sv = "Digifika", fi = "Digikahvit", en = "Digital coffee" }
language = "fi"
hosts = [{ name = "Dora", id = "discord:user:3" }]
"#;

/// A machine with a terminal and a folder.
struct Machine {
    runtime: Runtime,
    folder: TempDir,
    now: Timestamp,
}

impl Machine {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { runtime, folder: tempfile::tempdir().unwrap(), now: now() }
    }

    fn store(&self) -> std::path::PathBuf {
        self.folder.path().join("ledord.db")
    }

    fn config(&self) -> Config {
        let text = format!("{SETTINGS}\n[store]\nurl = \"sqlite:{}\"\n", self.store().display());
        Config::parse(&text, Path::new("ledord.toml")).unwrap()
    }

    /// A program that is started on the store.
    fn service(&self) -> Service {
        let networks = self.config().network.iter().map(ledord::config::NetworkConfig::to_domain).collect();
        desk_with(KnowledgeSource::default(), Organisation::default())
            .with_sessions(SessionSettings { networks, ..SessionSettings::default() })
            .with_store_at(Location::File(self.store()))
    }

    /// Types lines and returns what the console writes, without colours and line breaks.
    fn talk(&self, service: &Service, language: Language, lines: &[&str]) -> String {
        let (text, _) = self.talk_with_files(service, language, lines);
        text
    }

    fn talk_with_files(
        &self,
        service: &Service,
        language: Language,
        lines: &[&str],
    ) -> (String, Vec<ledord::domain::Attachment>) {
        let mut written = Vec::new();
        let files = RefCell::new(Vec::new());
        let surroundings = Surroundings {
            serve: Box::new(|inbound| self.runtime.block_on(service.serve(inbound, self.now))),
            save: Box::new(|file| {
                files.borrow_mut().push(file.clone());
                Ok(file.name.clone())
            }),
        };
        let mut console =
            Console::new(service, &mut written, 100, language, Some(language)).within(surroundings);
        for line in lines {
            assert_eq!(console.line(line).unwrap(), Next::Continue, "{line}");
        }
        drop(console);
        let text = anstream::adapter::strip_str(&String::from_utf8(written).unwrap()).to_string();
        (text.split_whitespace().collect::<Vec<_>>().join(" "), files.into_inner())
    }
}

fn moment(service: &Service, language: Language, moment: DateTime) -> String {
    service.say(language, &Message::SessionStart { moment })
}

/// A host announces, changes and looks, and somebody asks; in one language.
fn conversation(language: Language, when: &str, question: &str) {
    let machine = Machine::new();
    let service = machine.service();
    let at = |day: DateTime| moment(&service, language, day);
    let announce = format!("/session announce Kaffe med Uffe | {when} | 45 min");
    let text = machine.talk(&service, language, &[&announce, "1"]);
    let (november, december) = (datetime(2026, 11, 26, 9, 0, 0, 0), datetime(2026, 12, 31, 9, 0, 0, 0));
    for day in [november, december, datetime(2027, 10, 28, 9, 0, 0, 0)] {
        assert!(text.matches(&at(day)).count() == 2, "shown before and after saving: {day}\n{text}");
    }
    let name = "Kaffe med Uffe";
    assert!(text.contains(&service.say(language, &Message::SessionsSaved { network: name })), "{text}");

    let text = machine.talk(&service, language, &[question]);
    assert!(text.contains(&at(november)), "{text}");

    let skipped = service.say(language, &Message::Skipped { network: name, moment: november });
    let text = machine.talk(&service, language, &["/session skip 26.11.2026", question]);
    assert!(text.contains(&skipped) && text.contains(&at(december)), "{text}");

    let later = datetime(2026, 12, 17, 10, 30, 0, 0);
    let text = machine.talk(
        &service,
        language,
        &[
            "/session move kaffe | 31.12.2026 | 17.12.2026 10:30",
            "/session set topic 17.12.2026 | NIS2 | i praktiken",
            "/session set speaker kaffe | 17.12.2026 | Sara",
            question,
        ],
    );
    let topic = service.say(language, &Message::SessionTopic { topic: "NIS2 | i praktiken" });
    assert!(text.contains(&at(later)) && text.contains(&topic) && text.contains("Sara"), "{text}");

    let text = machine.talk(&service, language, &["/session receipt"]);
    assert!(text.contains(&service.say(language, &Message::ReceiptTitle { network: name })), "{text}");
    let text = machine.talk(&service, language, &["/session list", "/session pause", "/session resume"]);
    assert!(text.contains(&service.say(language, &Message::Resumed { network: name })), "{text}");
    let text = machine.talk(&service, language, &["/session follow kaffe"]);
    assert!(
        text.contains(&service.say(language, &Message::FollowNobody)),
        "nothing reaches a terminal: {text}"
    );
    let (text, files) = machine.talk_with_files(&service, language, &["/session calendar"]);
    assert!(files.len() == 1 && files[0].text.contains("DTSTART"), "{files:?}");
    assert!(text.contains(&service.say(language, &Message::FileSaved { name: &files[0].name })), "{text}");
}

#[test]
fn a_host_announces_and_changes_in_swedish() {
    conversation(Language::Swedish, "sista torsdagen i månaden kl. 9", "när är nästa Kaffe med Uffe?");
}

#[test]
fn a_host_announces_and_changes_in_finnish() {
    let question = "milloin on seuraava Kaffe med Uffe?";
    conversation(Language::Finnish, "kuukauden viimeinen torstai klo 9", question);
}

#[test]
fn a_host_announces_and_changes_in_english() {
    let question = "when is the next Kaffe med Uffe?";
    conversation(Language::English, "last Thursday of the month 9:00", question);
}

#[test]
fn a_first_chat_leaves_no_file_behind() {
    let machine = Machine::new();
    let service = machine.service();
    let lines = [
        "when is the next Kaffe med Uffe?",
        "/session",
        "/session list",
        "/session preview",
        "/session skip kaffe",
        "/session receipt",
        "/session announce Kaffe med Uffe | sometime",
        "/session announce Kaffe med Nobody | 17.12.2026 9:00",
    ];
    machine.talk(&service, Language::English, &lines);
    assert!(!machine.store().exists());
    machine.talk(&service, Language::English, &["/session announce Kaffe med Uffe | 17.12.2026 9:00"]);
    assert!(machine.store().exists());
}

#[test]
fn what_is_mistyped_gets_a_kind_answer() {
    let machine = Machine::new();
    let service = machine.service();
    for (line, words) in [
        ("/session", "/session announce NETWORK | WHEN"),
        ("/session anounce kaffe", "Did you mean /session announce?"),
        ("/session dance", "I don't know /session dance"),
        ("/session 131052-308T", "/session announce NETWORK | WHEN"),
        ("/session announce", "Tell me the network and when"),
        ("/session announce Kaffe med Uffe", "Tell me the network and when"),
        ("/session announce Kafe | 17.12.2026 9:00", "I do not know a network called"),
        ("/session announce Kaffe med Uffe | banana", "I did not understand"),
        ("/session announce Kaffe med Uffe | 17.12.2026", "At what time?"),
        ("/session announce Kaffe med Uffe | 17.12.2025 9:00", "has already been"),
        ("/session announce Kaffe med Uffe | 17.12.2026 9:00 | long", "I did not understand how long"),
        ("/session announce Kaffe med Uffe | 17.12.2026 9:00 | | ftp://x", "must begin with https://"),
        ("/session announce Kaffe med Uffe | 17.12.2026 9:00 | | | soon", "when to remind"),
        (
            "/session announce Kaffe med Uffe | 17.12.2026 9:00 | | | | om 131052-308T",
            "personal identity code",
        ),
        ("/session move", "Tell me which date and where to"),
        ("/session move 17.12.2026", "Tell me which date and where to"),
        ("/session set colour | blue", "Tell me what to set"),
        ("/session recap", "Write the text after the date"),
        ("/session save", "/session save NUMBER"),
        ("/session save 12345", "That draft is no longer here"),
        ("/session follow", "Which network do you mean? There are: Kaffe med Uffe, Digital coffee."),
        ("/session follow tea", "Which network do you mean?"),
        ("/session skip", "There are no sessions to choose from"),
    ] {
        let text = machine.talk(&service, Language::English, &[line]);
        assert!(text.contains(words), "{line}: {words} is not in\n{text}");
        assert!(!text.contains("131052"), "{line}: {text}");
    }
    assert!(!machine.store().exists());
}

#[test]
fn a_choice_that_needs_a_text_says_what_to_type() {
    let machine = Machine::new();
    let service = machine.service();
    let lines = ["/session announce Kaffe med Uffe | 17.12.2026 9:00", "1", "/session confirm", "1"];
    let text = machine.talk(&service, Language::English, &lines);
    let line = text.rsplit("Type: ").next().unwrap().replace('…', "NIS2");
    assert!(line.starts_with("/session set topic"), "{text}");
    let text = machine.talk(&service, Language::English, &[&line]);
    assert!(text.contains("Topic: NIS2"), "{text}");
}

#[test]
fn two_programs_on_one_store_see_what_the_other_changes() {
    let machine = Machine::new();
    let (one, other) = (machine.service(), machine.service());
    let question = "when is the next Kaffe med Uffe?";
    machine.talk(&one, Language::English, &["/session announce Kaffe med Uffe | 17.12.2026 9:00", "1"]);
    let at = moment(&one, Language::English, datetime(2026, 12, 17, 9, 0, 0, 0));
    assert!(machine.talk(&other, Language::English, &[question]).contains(&at));
    machine.talk(&other, Language::English, &["/session set topic NIS2"]);
    assert!(machine.talk(&one, Language::English, &[question]).contains("Topic: NIS2"));
    machine.talk(&one, Language::English, &["/session end"]);
    assert!(!machine.talk(&other, Language::English, &[question]).contains(&at));
}

#[test]
fn what_is_typed_can_be_completed_with_values_that_are_read_back() {
    let machine = Machine::new();
    let service = machine.service();
    let announce = "/session announce Kaffe med Uffe | last Thursday of the month 9:00";
    machine.talk(&service, Language::English, &[announce, "1"]);
    let networks = service.complete_networks("digi", Language::Finnish, 9);
    assert_eq!((networks.len(), networks[0].label.as_str()), (1, "Digikahvit"));
    assert_eq!(service.network_meant("kaffe"), TopicId::parse("net-kaffe-med-uffe"));
    assert_eq!(service.network_meant(""), None, "there are two");
    let series = service.complete_series("uffe", &owner(), Language::English, 9, machine.now);
    let november = moment(&service, Language::English, datetime(2026, 11, 26, 9, 0, 0, 0));
    assert!(series.len() == 1 && series[0].label.contains(&november), "{series:?}");
    assert!(service.complete_series("", &Asker::unknown(), Language::English, 9, machine.now).is_empty());
    let dates = |typed: &str| {
        service.complete_dates(&series[0].term, typed, &owner(), Language::English, 25, machine.now)
    };
    assert_eq!(dates("").len(), 12 + 1, "a year and a little");
    assert_eq!(dates("")[0].term, "2026-11-26T09:00", "the nearest first");
    assert_eq!(dates("2027-02")[0].term, "2027-02-25T09:00");
    let line = format!("/session skip {} | {}", series[0].term, dates("2027-02")[0].term);
    let text = machine.talk(&service, Language::English, &[&line]);
    assert!(text.contains(&moment(&service, Language::English, datetime(2027, 2, 25, 9, 0, 0, 0))), "{text}");
}
