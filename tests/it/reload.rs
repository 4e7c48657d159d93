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

    damage(folder.path(), FILE, "status = \"done\"", "status = \"approved\"");
    let Reload::Done { articles: 6, changed: 1, .. } = desk.reload(TODAY).unwrap() else {
        panic!("must be done")
    };
    assert!(ask().contains("the lamp shines"));
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
