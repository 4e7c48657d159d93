//! `ledord eval`: how well a set of questions with known topics is answered.

mod corpus;
mod curve;
mod score;
mod slips;

use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};

use self::score::{Outcome, Report};
use super::arguments::{EvalArguments, TableFormat};
use crate::app;
use crate::chat::console::at;
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::{Article, Asker, Carrier, Inbound, Language, LanguageHints, Request, TopicId};
use crate::knowledge::{Expectation, QuestionSet, Scope};
use crate::l10n::problem_message;
use crate::search::ANSWER_FROM;
use crate::service::Service;
use crate::snapshot::Snapshot;

/// So many topics are listed for a question that went wrong.
const LISTED_TOPICS: usize = 3;
/// So many questions a language are asked with slips of the pen.
const SLIPS: usize = 100;

pub(super) fn run(arguments: &EvalArguments, config: &Config) -> anyhow::Result<()> {
    if arguments.questions.corpus.is_some() {
        return corpus::run(arguments);
    }
    let (service, _) = app::build(config)?;
    let now = Clock::System.now();
    let snapshot = service.snapshot();
    let has_article = |topic: &str| snapshot.articles().iter().any(|article| article.topic.as_str() == topic);
    // The language is not given, so that telling it apart is measured too; what leaves it open falls back on English.
    let languages = LanguageHints::only_fallback(Language::English);
    let mut curve = Vec::new();
    let mut ask = |expectation: Expectation, of: &Snapshot| -> anyhow::Result<(Expectation, Outcome)> {
        curve.push(judged(&expectation, of)?);
        let request = Request::Question(expectation.question.clone());
        let inbound = Inbound { request, languages, carrier: Carrier::Terminal, asker: Asker::unknown() };
        let reply = service.answer_from(of, &inbound, now);
        let nearest = nearest(&expectation, of)?;
        let outcome = Outcome::of(&expectation, &reply, nearest, has_article);
        Ok((expectation, outcome))
    };
    let mut outcomes = Vec::new();
    if arguments.questions.slips {
        for expectation in with_slips(&snapshot) {
            outcomes.push(ask(expectation, &snapshot)?);
        }
    } else if arguments.questions.own {
        for article in snapshot.articles() {
            let without = snapshot.without_questions_of(article)?;
            for expectation in own_questions(article) {
                outcomes.push(ask(expectation, &without)?);
            }
        }
    } else {
        let set = match &arguments.questions.file {
            Some(file) => read(file)?,
            None => app::knowledge_source(config).golden(),
        };
        for expectation in usable(set, &service)? {
            outcomes.push(ask(expectation, &snapshot)?);
        }
    }
    if let Some(file) = &arguments.curve {
        let svg = curve::svg(&curve, ANSWER_FROM);
        std::fs::write(file, svg).with_context(|| format!("cannot write {}", file.display()))?;
    }
    print(&outcomes, arguments.format)?;
    Ok(())
}

/// How sure the first topic is that the ranking of the question's own language gives, and whether it is right.
fn judged(expectation: &Expectation, snapshot: &Snapshot) -> anyhow::Result<curve::Judged> {
    let found = snapshot.rank(expectation.language, &expectation.question, 1)?;
    let first = found.first();
    let is_right = first
        .is_some_and(|found| expectation.topics.iter().any(|right| *right == found.article.topic.as_str()));
    Ok(curve::Judged {
        confidence: first.map_or(0.0, |found| found.confidence),
        is_right: (expectation.scope == Scope::In).then_some(is_right),
    })
}

fn print(outcomes: &[(Expectation, Outcome)], format: TableFormat) -> std::io::Result<()> {
    let report = Report::of(outcomes);
    let mut out = anstream::stdout();
    match format {
        TableFormat::Json => writeln!(out, "{}", report.to_json()),
        TableFormat::Text => {
            for (expectation, outcome) in outcomes {
                if let Some(line) = outcome.complaint(expectation) {
                    writeln!(out, "{line}")?;
                }
            }
            write!(out, "{report}")
        }
    }
}

fn read(file: &Path) -> anyhow::Result<QuestionSet> {
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
    Ok(QuestionSet::read(&name, &text))
}

/// The questions of a set without problems.
fn usable(set: QuestionSet, service: &Service) -> anyhow::Result<Vec<Expectation>> {
    if let Some(problem) = set.problems.first() {
        let words = problem_message(&problem.kind, |message| service.say(Language::English, message));
        bail!("{}: {words}", at(problem));
    }
    Ok(set.questions.into_iter().map(|(_, expectation)| expectation).collect())
}

/// Example questions with slips of the pen: in each language as many, of as many articles as there are.
fn with_slips(snapshot: &Snapshot) -> Vec<Expectation> {
    let mut chosen = Vec::new();
    for language in Language::ALL {
        let of_language = || snapshot.articles().iter().filter(|article| article.language == language);
        let longest = of_language().map(|article| article.questions.len()).max().unwrap_or(0);
        let in_turn = (0..longest).flat_map(|turn| {
            of_language().filter_map(move |article| own_questions(article).into_iter().nth(turn))
        });
        chosen.extend(in_turn.take(SLIPS));
    }
    for (expectation, seed) in chosen.iter_mut().zip(0..) {
        expectation.question = slips::slipped(&expectation.question, seed);
    }
    chosen
}

/// The example questions of an article.
fn own_questions(article: &Article) -> Vec<Expectation> {
    let named = article.questions.iter().zip(1..).map(|(question, number)| Expectation {
        id: format!("{}.{}/{number}", article.topic, article.language),
        language: article.language,
        question: question.clone(),
        topics: vec![article.topic.to_string()],
        scope: Scope::In,
    });
    named.collect()
}

/// The topics that come nearest to a question in its own language, whether or not they are shown to the asker.
fn nearest(expectation: &Expectation, snapshot: &Snapshot) -> anyhow::Result<Vec<TopicId>> {
    let found = snapshot.rank(expectation.language, &expectation.question, LISTED_TOPICS)?;
    Ok(found.into_iter().map(|found| found.article.topic.clone()).collect())
}
