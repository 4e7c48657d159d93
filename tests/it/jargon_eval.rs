//! Terms found in texts such as a municipality writes, against labels made by hand: see `tests/eval/jargon`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ledord::domain::{Language, TopicId};

use crate::support::desk;

/// What precision and recall may not fall below. The texts are few: one pair more or less is about one per cent.
const FLOOR: f64 = 0.9;

/// A text, and the terms in it that an article explains.
struct Labelled {
    name: String,
    text: String,
    /// As the term stands in the text, and the topic that explains it.
    terms: Vec<(String, TopicId)>,
}

impl Labelled {
    fn read(path: &Path) -> Self {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let labels = std::fs::read_to_string(path.with_extension("tsv")).unwrap();
        let terms = labels.lines().enumerate().map(|(place, line)| {
            let label = line.split_once('\t');
            let topic = label.and_then(|(_, topic)| TopicId::parse(topic));
            let (surface, _) = label.unwrap_or_else(|| panic!("{name}.tsv:{}: no tab", place + 1));
            (surface.to_owned(), topic.unwrap_or_else(|| panic!("{name}.tsv:{}: no topic", place + 1)))
        });
        Self { terms: terms.collect(), text: std::fs::read_to_string(path).unwrap(), name }
    }

    fn expected(&self) -> BTreeSet<&TopicId> {
        self.terms.iter().map(|(_, topic)| topic).collect()
    }
}

/// The texts of a language, in the order of their names.
fn texts(language: Language) -> Vec<Labelled> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval/jargon");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries
        .filter(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            name.starts_with(&format!("{language}-"))
                && path.extension().is_some_and(|ending| ending == "txt")
        })
        .collect();
    paths.sort();
    paths.iter().map(|path| Labelled::read(path)).collect()
}

/// How many (text, topic) pairs were expected, found and found wrongly.
#[derive(Default)]
struct Score {
    expected: usize,
    right: usize,
    wrong: usize,
}

impl Score {
    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.expected.max(1) as f64
    }
}

/// Finds the terms of a text, adds them up, and tells what was missed and what was found wrongly.
fn measure(labelled: &Labelled, language: Language, score: &mut Score) {
    let snapshot = desk().snapshot();
    let mentions = snapshot.jargon_in(&labelled.text, language);
    let expected = labelled.expected();
    let (mut right, mut wrong) = (BTreeSet::new(), BTreeSet::new());
    for mention in &mentions {
        if let Some(topic) = mention.topics.iter().find(|topic| expected.contains(topic)) {
            right.insert(topic);
        } else if let Some(nearest) = mention.topics.first()
            && wrong.insert(nearest)
        {
            let surface = &labelled.text[mention.place.clone()];
            eprintln!("{}: wrong: {surface} ({nearest})", labelled.name);
        }
    }
    for topic in expected.difference(&right) {
        let terms = labelled.terms.iter().filter(|(_, of_term)| of_term == *topic);
        let surfaces: Vec<&str> = terms.map(|(surface, _)| surface.as_str()).collect();
        eprintln!("{}: missed: {} ({topic})", labelled.name, surfaces.join(", "));
    }
    score.expected += expected.len();
    score.right += right.len();
    score.wrong += wrong.len();
}

#[test]
fn every_label_stands_in_its_text_and_names_an_article() {
    let snapshot = desk().snapshot();
    for language in Language::ALL {
        let texts = texts(language);
        assert_eq!(texts.len(), 10, "{language}");
        for labelled in texts {
            let words = labelled.text.split_whitespace().count();
            assert!((60..=200).contains(&words), "{}: {words} words", labelled.name);
            for (surface, topic) in &labelled.terms {
                assert!(labelled.text.contains(surface), "{}: no {surface}", labelled.name);
                assert!(snapshot.article(topic, language).is_some(), "{}: no topic {topic}", labelled.name);
            }
        }
    }
}

#[test]
fn expert_terms_are_found_in_texts_and_everyday_words_are_not_taken_for_them() {
    let scores = Language::ALL.map(|language| {
        let mut score = Score::default();
        for labelled in texts(language) {
            measure(&labelled, language, &mut score);
        }
        (language, score)
    });
    eprintln!("language  expected  right  wrong  precision  recall");
    for (language, score) in &scores {
        let Score { expected, right, wrong } = score;
        let (precision, recall) = (score.precision(), score.recall());
        let language = language.code();
        eprintln!("{language:<8}  {expected:>8}  {right:>5}  {wrong:>5}  {precision:>9.2}  {recall:>6.2}");
    }
    for (language, score) in &scores {
        assert!(score.precision() >= FLOOR, "{language}: precision {:.2}", score.precision());
        assert!(score.recall() >= FLOOR, "{language}: recall {:.2}", score.recall());
    }
}

#[test]
fn everyday_words_hide_no_expert_term_and_are_explained_when_alone() {
    let snapshot = desk().snapshot();
    let topics = |text: &str, language| -> Vec<String> {
        let mentions = snapshot.jargon_in(text, language);
        mentions.iter().filter_map(|mention| Some(mention.topics.first()?.to_string())).collect()
    };
    let asked = "We asked who is our data protection officer and got no reply.";
    assert_eq!(topics(asked, Language::English), ["role-dpo"]);
    for alone in ["scam", "Scam?", " \"scam\" "] {
        assert_eq!(topics(alone, Language::English), ["proc-phishing"], "{alone}");
    }
    assert_eq!(topics("The budget for the exercise.", Language::English), Vec::<String>::new());
}
