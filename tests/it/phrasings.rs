//! How people put it: text files beside the articles, found by and never shown.

use std::path::Path;

use jiff::civil::{Date, date};
use ledord::domain::{Language, LanguageHints, Organisation, Reply, ReplyKind, TopicId};
use ledord::service::{KnowledgeSource, Reload};

use crate::support::{ask_of, copy_folder, desk, desk_with, fixtures, run_check};

/// A day after the last review of the built-in articles.
const LATER: Date = date(2026, 12, 1);
const ODD: &str = "my kettle sings about gondolas";

fn write(folder: &Path, file: &str, text: &str) {
    let path = folder.join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn overlay(folder: &Path) -> KnowledgeSource {
    KnowledgeSource { folder: None, overlay: Some(folder.to_owned()) }
}

fn topic_of(reply: &Reply) -> Option<&str> {
    reply.topic.as_ref().map(TopicId::as_str)
}

#[test]
fn a_folder_may_add_phrasings_to_an_article_that_stands_elsewhere() {
    let english = LanguageHints::chosen(Language::English);
    assert_eq!(ask_of(desk(), english, ODD).kind, ReplyKind::NoAnswer);
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "procedures/proc-phishing.en.txt", &format!("# Heard at the desk.\n- {ODD}\n"));
    let desk = desk_with(overlay(folder.path()), Organisation::default());
    let reply = ask_of(&desk, english, ODD);
    assert_eq!((reply.kind, topic_of(&reply)), (ReplyKind::Answer, Some("proc-phishing")));
    assert!(!reply.answer_text().contains("kettle"), "phrasings are not shown");

    write(folder.path(), "procedures/proc-phishing.en.txt", "nothing of the kind\n");
    let reloaded = desk.reload(LATER).unwrap();
    assert!(matches!(reloaded, Reload::Done { changed: 1, .. }), "{reloaded:?}");
    assert_eq!(ask_of(&desk, english, ODD).kind, ReplyKind::NoAnswer);
}

#[test]
fn a_folder_may_add_questions_that_no_article_answers() {
    const NEAR: &str = "should i buy shares in a cyber security company";
    let english = LanguageHints::chosen(Language::English);
    let folder = tempfile::tempdir().unwrap();
    let lines = "# Heard at the desk.\nShould I buy shares in a cyber security company?\n";
    write(folder.path(), "out-of-scope.en.txt", lines);
    let before = ask_of(desk(), english, NEAR);
    let after = ask_of(&desk_with(overlay(folder.path()), Organisation::default()), english, NEAR);
    // What it shares with a topic is offered still.
    assert_eq!((before.kind, after.kind), (ReplyKind::Answer, ReplyKind::DidYouMean));

    let (code, report) = run_check(folder.path(), &["--lang", "en"]);
    assert_eq!(code, 0, "{report}");

    write(folder.path(), "out-of-scope.en.txt", "write to anna@example.org\n");
    let (code, report) = run_check(folder.path(), &["--lang", "en"]);
    assert!(code != 0 && report.contains("out-of-scope.en.txt:1: error: "), "{report}");

    write(folder.path(), "out-of-scope.se.txt", "which language is this\n");
    let (code, report) = run_check(folder.path(), &["--lang", "en"]);
    assert!(code != 0 && report.contains("out-of-scope.se.txt: error: name the file"), "{report}");
}

#[test]
fn an_article_without_phrasings_is_found_by_its_example_questions() {
    let file = "procedures/harbour-pilotage.en.md";
    let article = std::fs::read_to_string(fixtures().join(file)).unwrap();
    let asked = article.replace("questions = [", &format!("questions = [\n  \"{ODD}\","));
    assert_ne!(asked, article);
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), file, &asked);
    let desk = desk_with(overlay(folder.path()), Organisation::default());
    let reply = ask_of(&desk, LanguageHints::chosen(Language::English), ODD);
    assert_eq!((reply.kind, topic_of(&reply)), (ReplyKind::Answer, Some("harbour-pilotage")));
}

#[test]
fn an_article_that_takes_the_place_of_another_is_found_by_the_phrasings_of_both() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    write(folder.path(), "procedures/harbour-pilotage.en.txt", ODD);
    let over = tempfile::tempdir().unwrap();
    let file = "procedures/harbour-pilotage.en.md";
    write(over.path(), file, &std::fs::read_to_string(folder.path().join(file)).unwrap());
    write(over.path(), "procedures/harbour-pilotage.en.txt", "a goose on the fairway");
    let source =
        KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: Some(over.path().to_owned()) };
    let loaded = source.load(LATER);
    assert_eq!(loaded.problems(), []);
    let pilotage = TopicId::parse("harbour-pilotage").unwrap();
    let of_article =
        loaded.articles().find(|article| article.topic == pilotage && article.language == Language::English);
    assert_eq!(of_article.unwrap().phrasings, ["a goose on the fairway", ODD]);
}

#[test]
fn phrasings_that_could_find_nothing_are_pointed_out() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "procedures/proc-fishing.en.txt", ODD);
    write(folder.path(), "procedures/proc-phishing.xx.txt", ODD);
    write(folder.path(), "procedures/proc-phishing.en.txt", &format!("{ODD}\ncall 040 123 4567\n"));
    write(folder.path(), "notes.txt", "not one of ours");
    let name = folder.path().display().to_string();
    let (code, report) = run_check(folder.path(), &["--lang", "en"]);
    let expected = format!(
        "{name}/procedures/proc-fishing.en.txt: error: there is no article “proc-fishing” that these phrases could \
         find: did you mean “proc-phishing”?\n\
         {name}/procedures/proc-phishing.en.txt:2: error: this line holds personal data (••• ••• ••••): take it out. It \
         is taken out of questions too, so it is of no use here\n\
         {name}/procedures/proc-phishing.xx.txt: error: name the file as its article is named, with .txt at the \
         end, such as cyber-security.sv.txt\n"
    );
    assert!(code == 1 && report.starts_with(&expected), "{report}");
    assert!(report.contains("Errors: 3."), "{report}");
}

#[test]
fn a_lone_word_of_a_phrasing_is_offered_and_not_taken_for_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "procedures/proc-phishing.en.txt", "gondolas\n");
    let desk = desk_with(overlay(folder.path()), Organisation::default());
    for text in ["gondolas", "what is a gondola?"] {
        let reply = ask_of(&desk, LanguageHints::chosen(Language::English), text);
        assert_ne!(reply.kind, ReplyKind::Answer, "{text}");
    }
}

#[test]
fn a_word_said_twice_makes_no_question_surer_than_sure() {
    let snapshot = desk().snapshot();
    for (language, text) in [
        (Language::Finnish, "tiedonhallintalaki tiedonhallintalaista"),
        (Language::Swedish, "cybersäkerhetsstrategi skyldigheter kommun cybersäkerhetsstrategin"),
    ] {
        for found in snapshot.rank(language, text, 20).unwrap() {
            assert!((0.0..=1.0).contains(&found.confidence), "{text}: {}", found.confidence);
        }
    }
}
