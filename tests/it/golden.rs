//! Golden questions: a reload may not lose them.

use std::collections::HashSet;
use std::path::Path;

use ledord::domain::{Language, Organisation, Problem, ProblemKind, TopicId};
use ledord::knowledge::{Scope, builtin_golden};
use ledord::service::{KnowledgeSource, Reload, Service};

use crate::support::{TODAY, copy_folder, damage, desk, desk_with, fixtures, run_check};

const ENGLISH: &str = "concepts/lighthouse-keeping.en.md";
const PILOT: &str = "procedures/harbour-pilotage.en.md";

/// Letters and digits in lower case, word by word.
fn normalized(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_golden_questions_are_many_and_about_topics_that_exist() {
    let golden = builtin_golden();
    assert_eq!(golden.problems, []);
    assert!(golden.questions.len() >= 150, "{}", golden.questions.len());
    let snapshot = desk().snapshot();
    let others = [TopicId::LOCAL, TopicId::BOT_HELP];
    let mut ids = HashSet::new();
    for (line, question) in &golden.questions {
        assert!(ids.insert(&question.id), "line {line}: {} is there twice", question.id);
        assert!(!question.question.is_empty(), "line {line}");
        for topic in question.topics.iter().filter(|_| question.scope == Scope::In) {
            let exists = TopicId::parse(topic)
                .is_some_and(|topic| snapshot.article(&topic, question.language).is_some());
            assert!(exists || others.contains(&topic.as_str()), "line {line}: no topic {topic}");
        }
    }
    for language in Language::ALL {
        let of_language = golden.questions.iter().filter(|(_, question)| question.language == language);
        assert!(of_language.count() >= 50, "{language}");
    }
    let out = golden.questions.iter().filter(|(_, question)| question.scope == Scope::Out).count();
    assert!(out >= 15, "{out}");
}

#[test]
fn no_golden_question_stands_in_an_article() {
    let snapshot = desk().snapshot();
    let examples: HashSet<String> = snapshot
        .articles()
        .iter()
        .flat_map(|article| article.questions.iter().chain(&article.phrasings))
        .map(|question| normalized(question))
        .collect();
    for (line, question) in builtin_golden().questions {
        assert!(!examples.contains(&normalized(&question.question)), "line {line}: {}", question.question);
    }
}

/// A desk on a folder with golden questions of its own.
fn desk_with_golden(folder: &Path, golden: &str) -> Service {
    copy_folder(&fixtures(), folder);
    std::fs::write(folder.join("golden.tsv"), golden).unwrap();
    desk_with(KnowledgeSource { folder: Some(folder.to_owned()), overlay: None }, Organisation::default())
}

fn refused(desk: &Service) -> Vec<Problem> {
    match desk.reload(TODAY).unwrap() {
        Reload::Refused(problems) => problems,
        other => panic!("must be refused: {other:?}"),
    }
}

#[test]
fn a_reload_that_would_lose_a_golden_question_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let golden = "# Of the harbour.\ng1\ten\tlamp oil bill\tlighthouse-keeping\t\tin\n\
                  g2\ten\tmooring fee for my sailing boat\tout-of-scope\t\tout\n\
                  g3\ten\tlamp oil invoice\tharbour-pilotage\t\tin\n";
    let desk = desk_with_golden(folder.path(), golden);
    damage(folder.path(), ENGLISH, "terms = [\"lamp\", ", "terms = [");
    damage(folder.path(), PILOT, "terms = [", "terms = [\"lamp oil\", \"oil bill\", \"lamp oil bill\", ");
    let file = folder.path().join("golden.tsv").display().to_string();
    let kind = ProblemKind::GoldenAstray {
        question: "lamp oil bill".to_owned(),
        wanted: "lighthouse-keeping".to_owned(),
        topic: TopicId::parse("harbour-pilotage"),
    };
    assert_eq!(refused(&desk), [Problem::at(&file, 2, kind)]);

    damage(
        folder.path(),
        PILOT,
        "\"lamp oil\", \"oil bill\", \"lamp oil bill\", ",
        "\"mooring fee for my sailing boat\", ",
    );
    damage(folder.path(), ENGLISH, "terms = [", "terms = [\"lamp\", ");
    let topic = TopicId::parse("harbour-pilotage").unwrap();
    let question = "mooring fee for my sailing boat".to_owned();
    assert_eq!(refused(&desk), [Problem::at(&file, 3, ProblemKind::GoldenAnswered { question, topic })]);

    damage(folder.path(), PILOT, "\"mooring fee for my sailing boat\", ", "");
    assert!(matches!(desk.reload(TODAY).unwrap(), Reload::Done { changed: 0, .. }));
}

#[test]
fn golden_questions_about_topics_that_are_gone_do_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk_with_golden(folder.path(), "g1\ten\tneed the pilot boat\tharbour-pilotage\t\tin\n");
    for language in ["sv", "fi", "en"] {
        let file = format!("concepts/lighthouse-keeping.{language}.md");
        damage(folder.path(), &file, "related = [\"harbour-pilotage\"]", "related = [\"cyber-security\"]");
    }
    std::fs::remove_dir_all(folder.path().join("procedures")).unwrap();
    assert!(matches!(desk.reload(TODAY).unwrap(), Reload::Done { articles: 3, .. }));
}

#[test]
fn a_folder_may_bring_its_own_golden_questions() {
    let folder = tempfile::tempdir().unwrap();
    let source = KnowledgeSource { folder: Some(fixtures()), overlay: Some(folder.path().to_owned()) };
    assert_eq!(source.golden(), builtin_golden());
    let bad =
        "id\tlang\tquestion\ttopic_id\talso_ok\tscope\ng1\ten\tWhy?\tx\t\tmaybe\ng2\tno\tHva?\tx\t\tin\n";
    std::fs::write(folder.path().join("golden.tsv"), bad).unwrap();
    let name = folder.path().join("golden.tsv").display().to_string();
    assert_eq!(source.golden().file, name);
    copy_folder(&fixtures(), folder.path());
    let (code, report) = run_check(folder.path(), &["--lang", "en"]);
    let expected = format!(
        "{name}:2: error: unknown scope “maybe”: use in or out\n\
         {name}:3: error: unknown language “no”: use sv, fi or en\n"
    );
    assert!(code == 1 && report.starts_with(&expected), "{report}");
}

#[test]
fn a_golden_question_about_a_topic_that_does_not_exist_is_pointed_out() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    let golden = "g1\ten\tIs the pilot boat free?\tharbour-pilotag\tbot-help; no-such-thing\tin\n\
                  g2\ten\tWhy?\t\t\tin\n";
    std::fs::write(folder.path().join("golden.tsv"), golden).unwrap();
    let name = folder.path().join("golden.tsv").display().to_string();
    let (code, report) = run_check(folder.path(), &["--lang", "en"]);
    let expected = format!(
        "{name}:1: warning: there is no topic “harbour-pilotag”, so it cannot be the right one: did you mean \
         “harbour-pilotage”?\n\
         {name}:1: warning: there is no topic “no-such-thing”, so it cannot be the right one: correct the name \
         or take it out\n\
         {name}:2: error: no topic: in the column “topic_id”, write the topic that answers the question, or write \
         “out” in the column “scope”\n"
    );
    assert!(code == 1 && report.starts_with(&expected), "{report}");
}
