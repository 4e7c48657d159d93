//! `ledord eval`: what is asked, and what is told of it.

use std::path::Path;
use std::process::{Command, Output};

use ledord::domain::{Language, TopicId};
use serde_json::Value;

use crate::support::{copy_folder, fixture_desk, fixtures};

fn eval(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ledord"));
    command.arg("eval").args(arguments).arg("--knowledge").arg(folder);
    command.env_remove("LANG").current_dir(std::env::temp_dir()).output().unwrap()
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    let output = eval(folder, &[arguments, &["--format", "json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn exactly_one_set_of_questions_is_asked() {
    for arguments in [&[][..], &["--golden", "--own"], &["questions.tsv", "--own"]] {
        let output = eval(&fixtures(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn the_golden_questions_of_the_folder_are_asked() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    let golden = "g1\ten\tWhat is lighthouse keeping?\tlighthouse-keeping\t\tin\n\
                  g2\tsv\tVem betalar lotsbåten?\tharbour-pilotage\t\tin\n\
                  g3\tsv\tnär öppnar simhallen på lördag\tout-of-scope\t\tout\n";
    std::fs::write(folder.path().join("golden.tsv"), golden).unwrap();
    let report = json(folder.path(), &["--golden"]);
    assert_eq!((report["en"]["in_scope"].as_u64(), report["en"]["top1"].as_u64()), (Some(1), Some(1)));
    assert_eq!((report["sv"]["in_scope"].as_u64(), report["sv"]["top1"].as_u64()), (Some(1), Some(1)));
    assert_eq!(
        (report["sv"]["out_of_scope"].as_u64(), report["sv"]["out_answered"].as_u64()),
        (Some(1), Some(0))
    );

    std::fs::write(folder.path().join("golden.tsv"), "g1\ten\tWhy?\tx\t\tmaybe\n").unwrap();
    let output = eval(folder.path(), &["--golden"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && error.contains("golden.tsv:1: unknown scope “maybe”"), "{error}");
}

#[test]
fn what_went_wrong_is_listed_with_the_topics_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("questions.tsv");
    std::fs::write(&file, "q1\ten\tWhat is lighthouse keeping?\tharbour-pilotage\t\tin\n").unwrap();
    let output = eval(&fixtures(), &[file.to_str().unwrap()]);
    let report = String::from_utf8(output.stdout).unwrap();
    let line = report.lines().next().unwrap();
    assert!(line.starts_with("q1 en answer") && line.contains(": lighthouse-keeping"), "{report}");
    assert!(line.ends_with("; wanted harbour-pilotage"), "{report}");
}

#[test]
fn example_questions_are_asked_without_those_of_their_own_article() {
    let report = json(&fixtures(), &["--own"]);
    for language in ["sv", "fi", "en"] {
        assert_eq!(report[language]["in_scope"].as_u64(), Some(8), "{report}");
        assert_eq!(report[language]["no_article"].as_u64(), Some(0), "{report}");
    }
    let desk = fixture_desk();
    let snapshot = desk.snapshot();
    let article =
        snapshot.article(&TopicId::parse("lighthouse-keeping").unwrap(), Language::English).unwrap();
    let without = snapshot.without_questions_of(article).unwrap();
    assert!(snapshot.knows(Language::English, "night") && !without.knows(Language::English, "night"));
    assert!(without.knows(Language::English, "need"), "the questions of other articles stay");
    assert_eq!(without.articles(), snapshot.articles());
}
