//! Conversations in the terminal.

use ledord::chat::console::{Console, Next};
use ledord::domain::Language;
use ledord::service::Service;

use crate::support::{desk, fixture_desk};

/// Types lines and returns what the console writes, without colours.
fn talk(desk: &Service, lines: &[&str]) -> String {
    let mut written = Vec::new();
    let mut console = Console::new(desk, &mut written, 70, Language::English, None);
    for line in lines {
        assert_eq!(console.line(line).unwrap(), Next::Continue, "{line}");
    }
    anstream::adapter::strip_str(&String::from_utf8(written).unwrap()).to_string()
}

#[test]
fn a_number_chooses_from_the_last_list_and_anything_else_starts_afresh() {
    let desk = fixture_desk();
    let text = talk(&desk, &["What is lighthouse keeping?", "2"]);
    assert!(text.contains("2  Asking for a pilot"), "{text}");
    assert!(text.contains("Call the harbour master now."), "{text}");
    let text = talk(&desk, &["What is lighthouse keeping?", "1"]);
    assert!(text.contains("a horn that sounds in fog"), "the part for experts is a choice: {text}");
    let text = talk(&desk, &["What is lighthouse keeping?", "9"]);
    assert!(text.contains("9 is not one of the choices"), "{text}");
    let text = talk(&desk, &["What is lighthouse keeping?", "How do I ask for a pilot?", "99"]);
    assert!(text.contains("Call the harbour master now."), "{text}");
}

#[test]
fn another_language_is_one_choice_away() {
    let desk = fixture_desk();
    let text = talk(&desk, &["What is lighthouse keeping?", "3"]);
    assert!(text.contains("Fyrpassning betyder"), "{text}");
}

#[test]
fn the_language_of_an_open_question_is_that_of_the_conversation() {
    for (question, sources) in [
        ("Mitä tietosuoja on?", "Lähteet"),
        ("Vad är dataskydd?", "Källor"),
        ("What is data protection?", "Sources"),
    ] {
        for open in ["GDPR", "dpia", "NIS2"] {
            let text = talk(desk(), &[question, open]);
            assert_eq!(text.matches(sources).count(), 2, "{open} after {question}: {text}");
        }
    }
}

#[test]
fn leaving_takes_one_word() {
    let desk = fixture_desk();
    let mut written = Vec::new();
    let mut console = Console::new(&desk, &mut written, 70, Language::English, None);
    assert_eq!(console.line("/quit").unwrap(), Next::Leave);
}
