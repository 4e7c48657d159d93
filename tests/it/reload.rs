//! A reload takes effect whole, or not at all.

use ledord::domain::{Language, LanguageHints, Organisation, ReplyKind};
use ledord::service::{KnowledgeSource, Reload};

use crate::support::{TODAY, ask_of, copy_folder, damage, desk, desk_with, fixtures};

const FILE: &str = "concepts/lighthouse-keeping.en.md";

#[test]
fn broken_content_keeps_the_old_and_names_its_problems() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    let source = KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: None };
    let desk = desk_with(source, Organisation::default());
    let ask = || {
        ask_of(&desk, LanguageHints::chosen(Language::English), "What is lighthouse keeping?").answer_text()
    };
    assert!(ask().contains("the lamp burns"));

    damage(folder.path(), FILE, "the lamp burns", "the lamp shines");
    damage(folder.path(), FILE, "status = \"compared\"", "status = \"done\"");
    let Reload::Refused(problems) = desk.reload(TODAY).unwrap() else { panic!("must be refused") };
    assert_eq!(problems.len(), 1);
    assert!(problems[0].place.file.ends_with(FILE));
    assert!(ask().contains("the lamp burns"), "the old version goes on");

    damage(folder.path(), FILE, "status = \"done\"", "status = \"compared\"");
    let reloaded = desk.reload(TODAY).unwrap();
    assert!(matches!(reloaded, Reload::Done { articles: 6, changed: 1, .. }), "{reloaded:?}");
    assert!(ask().contains("the lamp shines"));
}

#[test]
fn a_language_may_go_live_a_step_ahead_of_its_siblings() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    let source = KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: None };
    let desk = desk_with(source.clone(), Organisation::default());
    damage(folder.path(), FILE, "status = \"compared\"", "status = \"approved\"");
    assert!(!source.load(TODAY).parity().is_empty());
    assert!(matches!(desk.reload(TODAY).unwrap(), Reload::Done { changed: 1, .. }));
}

#[test]
fn a_reload_that_would_lose_an_example_question_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    let source = KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: None };
    let desk = desk_with(source, Organisation::default());
    let pilot = "procedures/harbour-pilotage.en.md";
    let stolen = "terms = [\"is the fog signal my job\", \"fog signal my job\", \"fog signal job\", ";
    damage(folder.path(), pilot, "terms = [", stolen);
    damage(folder.path(), pilot, "How do I ask for a pilot?", "is the fog signal really my job");
    damage(folder.path(), FILE, "\"fog signal\"", "\"horn\"");
    damage(folder.path(), FILE, "is the fog signal my job", "is it my job");
    damage(folder.path(), FILE, "who lights the lamp at night", "fog signal job, is it my pilot boat");
    assert!(
        matches!(desk.reload(TODAY).unwrap(), Reload::Done { .. }),
        "questions that never found are no loss"
    );
    damage(folder.path(), pilot, "Who pays the pilot boat?", "What must I decide about the lighthouse?");
    damage(folder.path(), pilot, "title = \"Asking for a pilot\"", "title = \"Decide about the lighthouse\"");
    let Reload::Refused(problems) = desk.reload(TODAY).unwrap() else { panic!("must be refused") };
    assert!(problems.iter().all(|problem| problem.place.line.is_some()), "{problems:#?}");
}

#[test]
fn built_in_articles_need_no_reload() {
    assert!(matches!(desk().reload(TODAY).unwrap(), Reload::BuiltIn));
}

#[test]
fn an_overlay_adds_and_overrides_by_topic_and_language() {
    let source = KnowledgeSource { folder: None, overlay: Some(fixtures()) };
    let desk = desk_with(source, Organisation::default());
    let reply = ask_of(&desk, LanguageHints::chosen(Language::English), "beacon watch");
    assert_eq!(reply.kind, ReplyKind::Answer);
    let reply = ask_of(&desk, LanguageHints::chosen(Language::English), "What is cyber security?");
    assert_eq!(reply.topic.unwrap().as_str(), "cyber-security", "the built-in articles are still there");
}

#[test]
fn a_broken_article_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    damage(folder.path(), FILE, "+++", "---");
    let source = KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: None };
    let desk = desk_with(source, Organisation::default());
    let reply = ask_of(&desk, LanguageHints::chosen(Language::English), "How do I ask for a pilot?");
    assert_eq!(reply.kind, ReplyKind::Answer);
}
