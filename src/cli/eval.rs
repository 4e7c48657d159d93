//! `ledord eval`: how well a set of questions with known topics is answered.

mod corpus;
mod score;

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
use crate::service::Service;
use crate::snapshot::Snapshot;

/// So many topics are listed for a question that went wrong.
const LISTED_TOPICS: usize = 3;

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
    let ask = |expectation: Expectation, of: &Snapshot| -> anyhow::Result<(Expectation, Outcome)> {
        let request = Request::Question(expectation.question.clone());
        let inbound = Inbound { request, languages, carrier: Carrier::Terminal, asker: Asker::unknown() };
        let reply = service.answer_from(of, &inbound, now);
        let nearest = nearest(&expectation, of)?;
        let outcome = Outcome::of(&expectation, &reply, nearest, has_article);
        Ok((expectation, outcome))
    };
    let mut outcomes = Vec::new();
    if arguments.questions.own {
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
    print(&outcomes, arguments.format)?;
    Ok(())
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
