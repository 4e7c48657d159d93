//! `ledord sessions`: what hosts see in chat, for the one who looks after the machine; and the rehearsal.

mod json;

use std::io::Write;
use std::sync::Arc;

use anyhow::Context;
use jiff::SignedDuration;

use super::arguments::{RehearseArguments, SessionsArguments, SessionsCommand, TableFormat};
use super::run::runtime;
use crate::app;
use crate::chat::console::{Choices, owner, to_text};
use crate::clock::{self, Clock};
use crate::config::Config;
use crate::domain::session::{SeriesRef, SessionRequest};
use crate::domain::{Carrier, Inbound, Language, LanguageHints, Reply, Request};
use crate::l10n::Message;
use crate::service::Service;
use crate::store::Store;

pub(super) fn run(command: &SessionsCommand, config: &Config, fallback: Language) -> anyhow::Result<()> {
    let (service, _) = app::build(config)?;
    runtime()?.block_on(async {
        match command {
            SessionsCommand::List { lang } => {
                let language = lang.unwrap_or(fallback);
                print(&service, SessionRequest::List, language).await
            }
            SessionsCommand::Preview(arguments) => preview(&service, arguments, fallback).await,
            SessionsCommand::Receipt(arguments) => receipt(&service, arguments, fallback).await,
            SessionsCommand::Rehearse(arguments) => rehearse(&service, arguments, config, fallback).await,
        }
    })
}

async fn preview(service: &Service, arguments: &SessionsArguments, fallback: Language) -> anyhow::Result<()> {
    match arguments.format {
        TableFormat::Text => {
            let request = SessionRequest::Preview(meant(arguments));
            print(service, request, arguments.lang.unwrap_or(fallback)).await
        }
        TableFormat::Json => {
            let sessions = service.refresh().await.context("cannot read the sessions")?;
            let series = json::series(service, &sessions, &meant(arguments))?;
            let text = json::preview(series, Clock::System.now())?;
            Ok(writeln!(anstream::stdout(), "{text}")?)
        }
    }
}

async fn receipt(service: &Service, arguments: &SessionsArguments, fallback: Language) -> anyhow::Result<()> {
    match arguments.format {
        TableFormat::Text => {
            let request = SessionRequest::Receipt(meant(arguments));
            print(service, request, arguments.lang.unwrap_or(fallback)).await
        }
        TableFormat::Json => {
            let sessions = service.refresh().await.context("cannot read the sessions")?;
            let series = json::series(service, &sessions, &meant(arguments))?;
            let deliveries = store(service)?.deliveries_of(&crate::desk::subject(series.id)).await?;
            let text = json::receipt(series, &deliveries)?;
            Ok(writeln!(anstream::stdout(), "{text}")?)
        }
    }
}

fn meant(arguments: &SessionsArguments) -> SeriesRef {
    SeriesRef(arguments.series.join(" "))
}

/// Asks as the owner of the machine, and prints the answer.
async fn print(service: &Service, request: SessionRequest, language: Language) -> anyhow::Result<()> {
    let inbound = Inbound {
        request: Request::Session(request),
        languages: LanguageHints::chosen(language),
        carrier: Carrier::Terminal,
        asker: owner(),
    };
    // In the chat a failure is worded kindly; here its cause is wanted.
    service.refresh().await.context("cannot read the sessions")?;
    let reply = service.serve(&inbound, Clock::System.now()).await;
    Ok(write!(anstream::stdout(), "{}", laid_out(service, &reply))?)
}

fn laid_out(service: &Service, reply: &Reply) -> String {
    let say = |message: &Message<'_>| service.say(reply.language, message);
    to_text(reply, textwrap::termwidth(), Choices::Listed, say)
}

fn store(service: &Service) -> anyhow::Result<Arc<dyn Store>> {
    service.store().context("there is no store yet: it is made when the first session is announced")
}

async fn rehearse(
    service: &Service,
    arguments: &RehearseArguments,
    config: &Config,
    fallback: Language,
) -> anyhow::Result<()> {
    let RehearseArguments { from, to, lang } = *arguments;
    anyhow::ensure!(from <= to, "--from {from} lies after --to {to}");
    service.refresh().await.context("cannot read the sessions")?;
    let zone = clock::finland();
    let begin =
        zone.to_timestamp(from.at(0, 0, 0, 0)).context("--from is no day that can be reckoned with")?;
    let after = to.tomorrow().and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)));
    let until = after.context("--to is no day that can be reckoned with")? - SignedDuration::from_millis(1);
    let messages = app::rehearse(config, store(service)?.as_ref(), begin, until).await?;
    let language = lang.unwrap_or(fallback);
    let mut out = anstream::stdout();
    for message in &messages {
        let moment = clock::in_finland(message.at);
        let when = service.say(language, &Message::SessionStart { moment });
        writeln!(out, "{when}  {}", message.target)?;
        let text = laid_out(service, &message.reply);
        writeln!(out, "{}", textwrap::indent(text.trim_end(), "    "))?;
        let choices: Vec<String> =
            message.reply.actions.iter().map(|action| format!("[{}]", action.label)).collect();
        if !choices.is_empty() {
            writeln!(out, "    {}", choices.join(" "))?;
        }
        writeln!(out)?;
    }
    let words = if messages.is_empty() {
        service.say(language, &Message::RehearsalNothing { from, to })
    } else {
        service.say(language, &Message::RehearsalSummary { count: messages.len() })
    };
    Ok(writeln!(out, "{words}")?)
}
