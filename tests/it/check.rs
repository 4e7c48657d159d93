//! `ledord check` names every kind of damage, with its file and line.

use std::path::Path;
use std::process::Command;

use crate::support::{copy_folder, damage, fixtures, run_check};

fn check(folder: &Path) -> (i32, String) {
    run_check(folder, &["--lang", "en"])
}

#[test]
fn sound_folders_pass() {
    let (code, report) = check(&fixtures());
    assert_eq!((code, report.as_str()), (0, "6 files checked. No problems.\n"));
}

#[test]
fn every_kind_of_damage_is_named_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    copy_folder(&fixtures(), root);
    let english = "concepts/lighthouse-keeping.en.md";
    let swedish = "concepts/lighthouse-keeping.sv.md";
    let finnish = "concepts/lighthouse-keeping.fi.md";
    let pilot = "procedures/harbour-pilotage.en.md";
    damage(root, english, "questions =", "questons =");
    damage(root, english, "related = [\"harbour-pilotage\"]", "related = [\"harbor-pilotage\"]");
    damage(root, english, "https://", "http://");
    damage(root, english, "2027-11-01", "2026-11-02");
    damage(root, english, "A dark coast", "A <b>dark</b> coast");
    damage(root, english, "{{dpo.name|", "{{dpo.nam|");
    damage(root, swedish, "Fyrpassning betyder", &format!("{}Fyrpassning betyder", "ord ".repeat(60)));
    damage(root, swedish, "{#why}", "{#whi}");
    damage(root, swedish, "## Vad du beslutar {#decide}", "## Vad du beslutar");
    damage(root, finnish, "status = \"compared\"", "status = \"ready\"");
    damage(root, finnish, "reviewed = 2026-11-01", "reviewed = \"2026-11-01\"");
    damage(root, pilot, "period = \"P14D\"", "period = \"14 days\"");
    damage(root, pilot, "law = \"Harbour Act 1 §\"", "law = \"\"");
    std::fs::remove_file(root.join("procedures/harbour-pilotage.fi.md")).unwrap();
    std::fs::create_dir(root.join("tools")).unwrap();
    std::fs::copy(root.join("procedures/harbour-pilotage.sv.md"), root.join("tools/harbour-pilotage.sv.md"))
        .unwrap();
    std::fs::write(root.join("tools/broken.en.md"), "no front matter").unwrap();
    std::fs::write(root.join("tools/lamp.md"), "+++\ntitle = \"x\"\n").unwrap();
    std::fs::write(root.join("tools/bytes.en.md"), b"+++\n\xff\xfe").unwrap();
    std::fs::write(root.join("tools/toml.fi.md"), "+++\ntitle = \"x\nowner = 3\n+++\ntext").unwrap();
    let (code, report) = check(root);
    assert_eq!(code, 1);
    let line = |file: &str, line: usize| format!("{}:{line}: error: ", root.join(file).display());
    let file = |file: &str| format!("{}: error: ", root.join(file).display());
    for (place, words) in [
        (line(english, 6), "unknown key “questons”: did you mean “questions”?"),
        (line(english, 1), "the key “questions” is missing"),
        (line(english, 12), "there is no topic “harbor-pilotage”: did you mean “harbour-pilotage”?"),
        (line(english, 21), "is not an https address"),
        (line(english, 27), "<b>"),
        (line(english, 24), "unknown placeholder “dpo.nam”: did you mean “dpo.name”?"),
        (line(swedish, 24), "the plain answer has 75 words"),
        (line(swedish, 26), "unknown section “whi”: did you mean “why”?"),
        (line(swedish, 29), "the heading “Vad du beslutar” has no id"),
        (line(finnish, 16), "unknown status “ready”"),
        (line(finnish, 14), "“reviewed” must be a real date"),
        (line(pilot, 26), "“14 days” is not a period"),
        (line(pilot, 28), "“law” is empty"),
        (file("tools/harbour-pilotage.sv.md"), "harbour-pilotage.fi.md is missing"),
        (file("tools/harbour-pilotage.sv.md"), "the same topic and language as"),
        (line("tools/broken.en.md", 1), "the top of the article is missing"),
        (line("tools/lamp.md", 1), "the top of the article has no end"),
        (file("tools/lamp.md"), "the file name must be a topic and a language"),
        (file("tools/bytes.en.md"), "UTF-8"),
        (line("tools/toml.fi.md", 2), "TOML"),
        (line("tools/harbour-pilotage.sv.md", 24), "only procedures have deadlines"),
    ] {
        let named = report.lines().any(|line| line.starts_with(&place) && line.contains(words));
        assert!(named, "{place}{words}\nis not in\n{report}");
    }
    let late = format!("{}:15: warning: ", root.join(english).display());
    assert!(
        report.lines().any(|line| line.starts_with(&late) && line.contains("the review was due")),
        "{report}"
    );
}

#[test]
fn a_slip_in_the_toml_is_the_only_thing_named_in_its_block() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    damage(
        folder.path(),
        "concepts/lighthouse-keeping.en.md",
        "terms = [\"lamp\", \"fog signal\"]",
        "terms = [\"lamp\"",
    );
    let (code, report) = check(folder.path());
    assert_eq!((code, report.lines().count()), (1, 2), "{report}");
}

#[test]
fn what_cannot_be_shown_is_named_on_its_line_and_none_of_its_words_are_lost() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    let file = "concepts/lighthouse-keeping.en.md";
    let odd = "- Who keeps the lamp.\n  - At night.\n- ~~Never~~\n  mind {{dpo.emial|x}}.\n- How much oil there is.";
    damage(folder.path(), file, "- Who keeps the lamp.\n- How much oil there is.", odd);
    let (_, report) = check(folder.path());
    for (line, words) in [(31, "a list inside a list"), (32, "this markup"), (33, "dpo.emial")] {
        let place = format!("{}:{line}: error: ", folder.path().join(file).display());
        let named = report.lines().any(|line| line.starts_with(&place) && line.contains(words));
        assert!(named, "{place}{words}\nis not in\n{report}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_ledord"))
        .args(["ask", "--lang", "en", "What is lighthouse keeping?", "--knowledge"])
        .arg(folder.path())
        .current_dir(std::env::temp_dir())
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("Who keeps the lamp. At night."), "{shown}");
}

#[test]
fn one_language_of_a_built_in_topic_may_be_overridden() {
    let folder = tempfile::tempdir().unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge/concepts/cyber-security.sv.md");
    std::fs::create_dir(folder.path().join("concepts")).unwrap();
    std::fs::copy(built_in, folder.path().join("concepts/cyber-security.sv.md")).unwrap();
    assert_eq!(check(folder.path()).0, 0);
}

#[test]
fn warnings_alone_pass() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    damage(folder.path(), "concepts/lighthouse-keeping.en.md", "2027-11-01", "2026-11-02");
    let (code, report) = check(folder.path());
    assert_eq!(code, 0, "{report}");
    assert!(report.ends_with("Files checked: 6. Errors: 0. Warnings: 1.\n"), "{report}");
}

#[test]
fn a_missing_folder_is_named() {
    let (code, report) = check(Path::new("/nowhere/at/all"));
    assert_eq!(code, 1);
    assert!(report.starts_with("/nowhere/at/all: error: cannot be read"), "{report}");
}
