//! `ledord explain`: every known term in a text.

use std::io::Write;

use serde::Serialize;

use super::arguments::{ExplainArguments, TableFormat};
use super::ask::text;
use crate::app;
use crate::chat::console::{Choices, to_text};
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::{Asker, Carrier, Inbound, Language, LanguageHints, Request, TopicId, personal_data};

/// A known term in a text, for programs. Places are counted in characters from 0.
#[derive(Debug, Serialize)]
struct JsonMention<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    term: &'a str,
    language: &'static str,
    topic: Option<&'a str>,
    topics: Vec<&'a str>,
}

pub(super) fn run(arguments: &ExplainArguments, config: &Config, fallback: Language) -> anyhow::Result<()> {
    let (service, _) = app::build(config)?;
    let text = text(&arguments.text)?;
    let mut out = anstream::stdout();
    match arguments.format {
        TableFormat::Text => {
            let languages = LanguageHints { chosen: arguments.lang, locale: None, fallback };
            let inbound = Inbound {
                request: Request::Explain(text),
                languages,
                carrier: Carrier::Terminal,
                asker: Asker::unknown(),
            };
            let reply = service.answer(&inbound, Clock::System.now());
            let say = |message: &crate::l10n::Message<'_>| service.say(reply.language, message);
            write!(out, "{}", to_text(&reply, textwrap::termwidth(), Choices::Listed, say))?;
        }
        TableFormat::Json => {
            // Blanks in place of personal data keep the places true for whoever has the text.
            let text = personal_data::guard(&text).blanked;
            let languages = LanguageHints { chosen: arguments.lang, locale: None, fallback };
            let inbound = Inbound {
                request: Request::Explain(text.clone()),
                languages,
                carrier: Carrier::Terminal,
                asker: Asker::unknown(),
            };
            let language = service.answer(&inbound, Clock::System.now()).language;
            let snapshot = service.snapshot();
            let mentions = snapshot.jargon_in(&text, language);
            let chars_before = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
            let rows: Vec<JsonMention<'_>> = mentions
                .iter()
                .map(|mention| JsonMention {
                    start: chars_before(mention.place.start),
                    end: chars_before(mention.place.end),
                    text: text.get(mention.place.clone()).unwrap_or_default(),
                    term: &mention.term,
                    language: mention.language.code(),
                    topic: mention.topics.first().map(TopicId::as_str),
                    topics: mention.topics.iter().map(TopicId::as_str).collect(),
                })
                .collect();
            writeln!(out, "{}", serde_json::to_string(&rows)?)?;
        }
    }
    Ok(())
}
