//! What makes a text hard to read is named by `ledord check`, and by nothing else.

use ledord::domain::language::PerLanguage;
use ledord::domain::{Language, Organisation};
use ledord::knowledge::{familiar_words, heavy_words};
use ledord::service::{KnowledgeSource, Reload};
use ledord::snapshot::Snapshot;

use crate::support::{TODAY, copy_folder, damage, desk, desk_with, fixtures, run_check};

const ENGLISH: &str = "concepts/lighthouse-keeping.en.md";
const SWEDISH: &str = "concepts/lighthouse-keeping.sv.md";
const PILOT: &str = "procedures/harbour-pilotage.en.md";
const LONG: &str = "A dark coast costs ships and crews and oil and time and sleep and nets and ropes and boats and men \
                    and hope and sails and tar.";

#[test]
fn everything_that_makes_a_text_hard_to_read_is_named_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    copy_folder(&fixtures(), root);
    let (heavy, plain) = heavy_words(Language::English).unwrap().into_iter().next().unwrap();
    damage(root, ENGLISH, "A dark coast costs ships.", LONG);
    damage(root, ENGLISH, "**Light** costs oil.", &format!("A pilot boat needs light. They {heavy} it."));
    damage(root, ENGLISH, "related = [\"harbour-pilotage\"]", "related = [\"harbor-pilotage\"]");
    let organisation = "Fyrpassningsorganisationens ansvarsfördelning förutsätter beredskapsplanering.";
    damage(root, SWEDISH, "En mörk kust kostar fartyg.", organisation);
    damage(root, PILOT, "now. Give the name", "now and give the name");
    damage(root, PILOT, "its draught.", "its draught and its port and its flag too.");
    damage(root, PILOT, "every winter.", "every winter and so do the marks on it.");
    let (code, report) = run_check(root, &["--lang", "en"]);
    assert_eq!(code, 1);
    for (file, line, words) in [
        (ENGLISH, 27, "the sentence “A dark coast costs ships and …” has 27 words"),
        (ENGLISH, 27, &format!("“{heavy}” is a heavy word: write “{plain}” instead")),
        (ENGLISH, 27, "“pilot boat” is an expert word that this article does not explain"),
        (ENGLISH, 27, "“related” (harbour-pilotage)"),
        (SWEDISH, 24, "hard to read (LIX 51.0): use shorter words and sentences, until LIX is 45.0 at most"),
        (PILOT, 31, "the sentences are long, 17.0 words on average"),
    ] {
        let place = format!("{}:{line}: error: ", root.join(file).display());
        let named = report.lines().any(|line| line.starts_with(&place) && line.contains(words));
        assert!(named, "{place}{words}\nis not in\n{report}");
    }
    let swedish = run_check(root, &["--lang", "sv"]).1;
    assert!(swedish.contains("LIX 51,0"), "numbers follow the language: {swedish}");
}

#[test]
fn a_term_is_known_in_any_form_but_not_by_a_likeness_of_stems() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    copy_folder(&fixtures(), root);
    let finnish = "concepts/lighthouse-keeping.fi.md";
    damage(root, finnish, "related = [\"harbour-pilotage\"]", "related = [\"cyber-security\"]");
    damage(root, "procedures/harbour-pilotage.fi.md", "\"luotsivene\"", "\"luotsivene\", \"hetu\"");
    damage(root, finnish, "Pimeä rannikko vie laivoja.", "Soita heti. Pimeä rannikko vie luotsiveneitä.");
    let report = run_check(root, &["--lang", "en"]).1;
    assert!(report.contains("“luotsiveneitä” is an expert word"), "{report}");
    assert!(!report.contains("“heti”"), "{report}");
}

#[test]
fn a_live_article_is_never_refused_for_its_style() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    let source = KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: None };
    let desk = desk_with(source.clone(), Organisation::default());
    damage(folder.path(), ENGLISH, "A dark coast costs ships.", LONG);
    assert_eq!(run_check(folder.path(), &[]).0, 1);
    assert_eq!(source.load(TODAY).problems(), []);
    assert!(matches!(desk.reload(TODAY).unwrap(), Reload::Done { changed: 1, .. }));
}

#[test]
fn the_table_shows_how_each_article_reads() {
    let (code, report) = run_check(&fixtures(), &["--plain", "--lang", "en"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!("table_en", report.trim_start());
    let report = run_check(&fixtures(), &["--plain", "--lang", "fi"]).1;
    assert!(report.contains("33,9"), "{report}");
}

#[test]
fn the_built_in_articles_are_plain() {
    let loaded = KnowledgeSource::default().load(TODAY);
    let plain = loaded.plain_language(&desk().snapshot()).unwrap();
    assert_eq!(plain.len(), desk().snapshot().articles().len());
    let problems: Vec<_> = plain.iter().flat_map(|file| &file.problems).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn the_lists_of_words_are_long_and_each_word_can_be_found() {
    for language in Language::ALL {
        let heavy = heavy_words(language).unwrap();
        assert!(heavy.len() >= 60, "{language}: {}", heavy.len());
        for (word, plain) in &heavy {
            assert!(word.chars().any(char::is_alphabetic) && !plain.trim().is_empty(), "{language}: {word}");
            assert_ne!(word, plain, "{language}");
        }
        let familiar = familiar_words(language).unwrap();
        assert!(familiar.iter().all(|word| !heavy.contains_key(word)), "{language}");
    }
}

#[test]
fn an_empty_snapshot_explains_nothing_and_asks_for_nothing() {
    let loaded = KnowledgeSource { folder: Some(fixtures()), overlay: None }.load(TODAY);
    let plain = loaded.plain_language(&Snapshot::build([], PerLanguage::default()).unwrap()).unwrap();
    assert!(plain.iter().all(|file| file.problems.is_empty()), "{plain:#?}");
}
