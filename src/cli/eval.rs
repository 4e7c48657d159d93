//! `ledord eval`: how well a set of questions with known topics is answered.

mod score;

use std::io::Write;

use anyhow::Context;

use self::score::{Expectation, Outcome, Report};
use super::arguments::{EvalArguments, TableFormat};
use crate::app;
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::{Asker, Carrier, Inbound, Language, LanguageHints, Request};

pub(super) fn run(arguments: &EvalArguments, config: &Config) -> anyhow::Result<()> {
    let file = &arguments.file;
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let expectations = score::read(&text).with_context(|| format!("cannot use {}", file.display()))?;
    let (service, _) = app::build(config)?;
    let now = Clock::System.now();
    let snapshot = service.snapshot();
    let has_article = |topic: &str| snapshot.articles().iter().any(|article| article.topic.as_str() == topic);
    // The language is not given, so that telling it apart is measured too; what leaves it open falls back on English.
    let languages = LanguageHints::only_fallback(Language::English);
    let outcomes: Vec<(Expectation, Outcome)> = expectations
        .into_iter()
        .map(|expectation| {
            let request = Request::Question(expectation.question.clone());
            let reply = service.answer(
                &Inbound { request, languages, carrier: Carrier::Terminal, asker: Asker::unknown() },
                now,
            );
            let outcome = Outcome::of(&expectation, &reply, has_article);
            (expectation, outcome)
        })
        .collect();
    let report = Report::of(&outcomes);
    let mut out = anstream::stdout();
    match arguments.format {
        TableFormat::Json => writeln!(out, "{}", report.to_json())?,
        TableFormat::Text => {
            for (expectation, outcome) in &outcomes {
                if let Some(line) = outcome.complaint(expectation) {
                    writeln!(out, "{line}")?;
                }
            }
            write!(out, "{report}")?;
        }
    }
    Ok(())
}
