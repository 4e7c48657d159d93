//! `ledord ask`: one question, one answer.

use std::io::{Read, Write};

use serde::Serialize;

use super::arguments::{AskArguments, AskFormat};
use super::run::runtime;
use crate::app;
use crate::chat::console::{Choices, to_markdown, to_text};
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::{Asker, Carrier, Inbound, Language, LanguageHints, Reply, Request, TopicId};
use crate::l10n::Message;

pub(super) fn run(arguments: &AskArguments, config: &Config, fallback: Language) -> anyhow::Result<()> {
    let (service, _) = app::build(config)?;
    let request = Request::Question(text(&arguments.question)?);
    let languages = LanguageHints { chosen: arguments.lang, locale: None, fallback };
    let inbound = Inbound { request, languages, carrier: Carrier::Terminal, asker: Asker::unknown() };
    let reply = runtime()?.block_on(service.serve(&inbound, Clock::System.now()));
    let say = |message: &Message<'_>| service.say(reply.language, message);
    let mut out = anstream::stdout();
    match arguments.format {
        AskFormat::Text => write!(out, "{}", to_text(&reply, textwrap::termwidth(), Choices::Listed, say))?,
        AskFormat::Markdown => writeln!(out, "{}", to_markdown(&reply, say))?,
        AskFormat::Json => writeln!(out, "{}", serde_json::to_string(&JsonReply::from(&reply))?)?,
    }
    Ok(())
}

/// The words of an argument that may stand in several parts, or `-` for standard input.
pub(super) fn text(parts: &[String]) -> anyhow::Result<String> {
    if parts == ["-"] {
        let mut text = Vec::new();
        std::io::stdin().read_to_end(&mut text)?;
        return Ok(String::from_utf8_lossy(&text).into_owned());
    }
    Ok(parts.join(" "))
}

/// A reply for programs. The names are a contract.
#[derive(Debug, Serialize)]
pub(super) struct JsonReply<'a> {
    kind: &'static str,
    language: &'static str,
    topic: Option<&'a str>,
    topics: Vec<&'a str>,
    confidence: f64,
    answer: String,
    sources: Vec<JsonSource<'a>>,
}

#[derive(Debug, Serialize)]
struct JsonSource<'a> {
    title: &'a str,
    url: &'a str,
}

impl<'a> From<&'a Reply> for JsonReply<'a> {
    fn from(reply: &'a Reply) -> Self {
        Self {
            kind: reply.kind.as_str(),
            language: reply.language.code(),
            topic: reply.topic.as_ref().map(TopicId::as_str),
            topics: reply.topics.iter().map(TopicId::as_str).take(3).collect(),
            confidence: (f64::from(reply.confidence.clamp(0.0, 1.0)) * 1000.0).round() / 1000.0,
            answer: reply.answer_text(),
            sources: reply
                .sources
                .iter()
                .map(|source| JsonSource { title: &source.title, url: &source.url })
                .collect(),
        }
    }
}
