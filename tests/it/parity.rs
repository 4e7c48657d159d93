//! The three languages of a topic say the same.

use std::path::Path;

use jiff::civil::date;
use ledord::domain::article::Status;
use ledord::domain::problem::Difference;
use ledord::domain::{Problem, ProblemKind, SectionId, Severity};
use ledord::service::KnowledgeSource;

use crate::support::{TODAY, copy_folder, damage, fixtures, run_check};

const ENGLISH: &str = "concepts/lighthouse-keeping.en.md";
const SWEDISH: &str = "concepts/lighthouse-keeping.sv.md";
const FINNISH: &str = "concepts/lighthouse-keeping.fi.md";

/// Every difference between siblings: the file, its sibling, and what differs.
fn differences(problems: &[Problem], root: &Path) -> Vec<(String, String, Difference)> {
    let short = |name: &str| name.trim_start_matches(&format!("{}/", root.display())).to_owned();
    let found = problems.iter().filter_map(|problem| match &problem.kind {
        ProblemKind::DiffersFrom { other, difference } => {
            Some((short(&problem.place.file), short(other), difference.clone()))
        }
        _ => None,
    });
    found.collect()
}

fn check(changes: &[(&str, &str, &str)], expected: &[(&str, &str, Difference)], severity: Severity) {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    for (file, from, to) in changes {
        damage(folder.path(), file, from, to);
    }
    let source = KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: None };
    let problems = source.load(TODAY).parity();
    let expected: Vec<_> = expected
        .iter()
        .map(|(file, other, what)| ((*file).to_owned(), (*other).to_owned(), what.clone()))
        .collect();
    assert_eq!(differences(&problems, folder.path()), expected, "{changes:?}");
    assert!(problems.iter().all(|problem| problem.severity() == severity), "{problems:?}");
}

#[test]
fn what_only_one_language_has_is_an_error() {
    let experts = "## För experter {#expert}\n- **Mistsignal:** ett horn som ljuder i dimma.\n";
    check(
        &[(SWEDISH, experts, "")],
        &[(SWEDISH, FINNISH, Difference::Section(SectionId::Expert))],
        Severity::Error,
    );
    let [swedish, finnish, english] =
        ["sv", "fi", "en"].map(|language| format!("procedures/harbour-pilotage.{language}.md"));
    check(
        &[(&english, "P14D", "P15D"), (&finnish, "P1M", "P2M")],
        &[(&english, &swedish, Difference::Deadlines), (&finnish, &swedish, Difference::Deadlines)],
        Severity::Error,
    );
    let second = "[[sources]]\ntitle = \"Another\"\npublisher = \"Example\"\nurl = \"https://example.org/b\"\n\
                  language = \"en\"\n\n[[sources]]";
    check(
        &[(SWEDISH, "[[sources]]", second)],
        &[
            (ENGLISH, SWEDISH, Difference::SourceCount { here: 1, there: 2 }),
            (FINNISH, SWEDISH, Difference::SourceCount { here: 1, there: 2 }),
        ],
        Severity::Error,
    );
    let status = Difference::Status { here: Status::Approved, there: Status::Compared };
    check(
        &[(FINNISH, "status = \"compared\"", "status = \"approved\"")],
        &[(FINNISH, SWEDISH, status)],
        Severity::Error,
    );
}

#[test]
fn other_publishers_and_an_older_review_are_warnings() {
    let publishers = Difference::Publishers {
        here: vec!["example.com".to_owned()],
        there: vec!["example.org".to_owned()],
    };
    check(
        &[(ENGLISH, "https://example.org", "https://www.example.com")],
        &[(ENGLISH, SWEDISH, publishers)],
        Severity::Warning,
    );
    let reviewed = Difference::Reviewed { here: date(2026, 11, 1), there: date(2026, 11, 2) };
    check(
        &[(SWEDISH, "reviewed = 2026-11-01", "reviewed = 2026-11-02")],
        &[(ENGLISH, SWEDISH, reviewed.clone()), (FINNISH, SWEDISH, reviewed)],
        Severity::Warning,
    );
}

#[test]
fn a_difference_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    damage(folder.path(), FINNISH, "status = \"compared\"", "status = \"approved\"");
    let (code, report) = run_check(folder.path(), &["--lang", "en"]);
    let [finnish, swedish] = [FINNISH, SWEDISH].map(|file| folder.path().join(file).display().to_string());
    let line = format!(
        "{finnish}: error: the status is “approved”, but “compared” in {swedish}: use the same in all languages"
    );
    assert!(code == 1 && report.lines().any(|printed| printed == line), "{line}\nis not in\n{report}");
}

#[test]
fn one_overridden_language_has_no_siblings_and_one_with_errors_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge/concepts/cyber-security.sv.md");
    std::fs::create_dir(folder.path().join("concepts")).unwrap();
    std::fs::copy(built_in, folder.path().join("concepts/cyber-security.sv.md")).unwrap();
    damage(folder.path(), "concepts/cyber-security.sv.md", "status = \"compared\"", "status = \"approved\"");
    let overlaid = KnowledgeSource { folder: None, overlay: Some(folder.path().to_owned()) };
    let is_about_it = |(file, other, _): &(String, String, Difference)| {
        file.contains("cyber-security.") || other.contains("cyber-security.")
    };
    let found = differences(&overlaid.load(TODAY).parity(), folder.path());
    assert!(!found.iter().any(is_about_it), "{found:?}");

    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    damage(folder.path(), ENGLISH, "{#expert}", "{#experts}");
    let source = KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: None };
    assert_eq!(differences(&source.load(TODAY).parity(), folder.path()), []);
}

#[test]
fn the_built_in_articles_say_the_same_in_all_languages() {
    let problems = KnowledgeSource::default().load(TODAY).parity();
    let differs = |problem: &&Problem| {
        problem.severity() == Severity::Error && matches!(problem.kind, ProblemKind::DiffersFrom { .. })
    };
    let errors: Vec<_> = problems.iter().filter(differs).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}
