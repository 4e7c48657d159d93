//! `ledord check`: every problem of the articles at once.

mod plain;

use std::io::Write;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};

use super::arguments::CheckArguments;
use crate::app;
use crate::chat::console::at;
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::{Language, Severity};
use crate::l10n::{Catalog, Message, problem_message};
use crate::service::KnowledgeSource;
use crate::snapshot::Snapshot;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

pub(super) fn run(
    arguments: &CheckArguments,
    config: &Config,
    fallback: Language,
) -> anyhow::Result<ExitCode> {
    let source = match &arguments.dir {
        Some(dir) => KnowledgeSource { folder: Some(dir.clone()), overlay: None },
        None => app::knowledge_source(config),
    };
    let loaded = source.load(Clock::System.in_finland().date());
    let mut problems = loaded.problems();
    let snapshot = Snapshot::build(loaded.articles(), loaded.out_of_scope())?;
    problems.extend(loaded.parity());
    problems.extend(loaded.questions_astray(&snapshot)?);
    let plain = loaded.plain_language(&snapshot)?;
    problems.extend(plain.iter().flat_map(|file| file.problems.iter().cloned()));
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    let catalog = Catalog::load()?;
    let language = arguments.lang.unwrap_or(fallback);
    let say = |message: &Message<'_>| catalog.say(language, message);
    let mut out = anstream::stdout();
    for problem in &problems {
        let (style, label) = match problem.severity() {
            Severity::Error => (ERROR, say(&Message::ErrorLabel)),
            Severity::Warning => (WARNING, say(&Message::WarningLabel)),
        };
        let words = problem_message(&problem.kind, say);
        writeln!(out, "{}: {style}{label}{style:#}: {words}", at(problem))?;
    }
    if arguments.plain {
        plain::print(&plain, language, say, &mut out)?;
    }
    let files = loaded.collection.files.len() + loaded.collection.phrasing_files;
    let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error).count();
    let summary = if problems.is_empty() {
        Message::CheckClean { files }
    } else {
        Message::CheckFound { errors, warnings: problems.len() - errors, files }
    };
    writeln!(out, "{}", say(&summary))?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
