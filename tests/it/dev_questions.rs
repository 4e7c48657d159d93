//! Questions kept beside the repository, with the topics that answer them.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// The folder of shared material, from `LEDORD_SHARED`; where continuous integration runs, it must be there.
fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("LEDORD_SHARED").map(PathBuf::from);
    if folder.is_none() {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "LEDORD_SHARED must be set in CI");
        eprintln!("SKIPPED: set LEDORD_SHARED to the folder with eval/questions-dev.tsv");
    }
    folder
}

#[test]
fn questions_that_have_an_article_are_answered_and_others_are_not() {
    let Some(shared) = shared() else { return };
    let output = Command::new(env!("CARGO_BIN_EXE_ledord"))
        .args(["eval", "--format", "json"])
        .arg(shared.join("eval/questions-dev.tsv"))
        .env_remove("LANG")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    for language in ["sv", "fi", "en"] {
        let count = |name: &str| report[language][name].as_u64().unwrap();
        let answerable = count("in_scope") - count("no_article");
        assert!(count("top1") * 100 >= answerable * 72, "{language}: {report}");
        assert_eq!((count("out_answered"), count("wrong_language")), (0, 0), "{language}: {report}");
    }
    assert!(report["gap"].as_u64().unwrap() <= 2, "{report}");
}
