//! Every known term of a text, each in one line.

use super::wording::capitalized;
use super::{World, language};
use crate::domain::reply::Entry;
use crate::domain::{Article, Block, Discretion, Language, LanguageHints, Prose, Reply, ReplyKind, Span};
use crate::l10n::Message;
use crate::search::Mention;

/// More terms than this are no longer read; the reply says how many were left out.
const MAX_TERMS: usize = 40;

pub(super) fn reply(text: &str, hints: LanguageHints, world: &World<'_>) -> Reply {
    let language = language::choose(text, hints, world).language;
    let mentions = distinct(world.snapshot.jargon_in(text, language));
    if mentions.is_empty() {
        let words = world.say(language, &Message::ExplainNothing);
        let mut reply = Reply::new(ReplyKind::NoAnswer, language, Prose::paragraph(words));
        reply.discretion = Discretion::AskerOnly;
        return reply;
    }
    let mut explained: Vec<(Entry, &Article)> = mentions
        .iter()
        .filter_map(|mention| {
            let article = world.snapshot.article_in_any(mention.topics.first()?, language)?;
            Some((entry(mention, article, language, world), article))
        })
        .collect();
    let left_out = explained.len().saturating_sub(MAX_TERMS);
    explained.truncate(MAX_TERMS);
    let intro = world.say(language, &Message::ExplainFound { count: explained.len() });
    let mut reply = Reply::new(ReplyKind::Answer, language, Prose::paragraph(intro));
    reply.discretion = Discretion::AskerOnly;
    for (entry, article) in explained {
        reply.entries.push(entry);
        if !reply.topics.contains(&article.topic) && reply.topics.len() < 3 {
            reply.topics.push(article.topic.clone());
            reply.actions.push(super::answer::to_topic(article));
            reply.review = super::answer::review(article, language, world);
        }
        for source in super::answer::sources(&article.sources, language, world).into_iter().take(1) {
            if !reply.sources.iter().any(|known| known.url == source.url) {
                reply.sources.push(source);
            }
        }
    }
    if left_out > 0 {
        reply.closing = Some(world.say(language, &Message::ExplainLeftOut { count: left_out }));
    }
    reply.topic = reply.topics.first().cloned();
    reply.confidence = 1.0;
    reply
}

/// Each term once, where it stands first.
fn distinct(mentions: Vec<Mention>) -> Vec<Mention> {
    let mut seen: Vec<(Language, String)> = Vec::new();
    mentions
        .into_iter()
        .filter(|mention| {
            let key = (mention.language, mention.term.to_lowercase());
            let new = !seen.contains(&key);
            seen.push(key);
            new
        })
        .collect()
}

/// The term with its own line, or with the first sentence of the article that covers it.
fn entry(mention: &Mention, article: &Article, language: Language, world: &World<'_>) -> Entry {
    let heading = capitalized(&mention.term);
    if let Some(line) = world.snapshot.gloss(article, &mention.term) {
        return Entry { heading, body: Prose::paragraph(line) };
    }
    let is_name = |name: &str| name.to_lowercase() == mention.term.to_lowercase();
    let names_the_topic = is_name(&article.title) || article.synonyms.iter().any(|name| is_name(name));
    let answer = super::answer::filled(&article.answer, language, world);
    if names_the_topic {
        return Entry { heading, body: answer };
    }
    let under = world.say(language, &Message::BelongsTo { term: &mention.term, title: &article.title });
    let mut blocks = vec![Block::Paragraph(vec![Span::plain(under)])];
    blocks.extend(answer.0);
    Entry { heading, body: Prose(blocks) }
}
