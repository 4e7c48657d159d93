//! Two terms side by side.

use std::borrow::Cow;

use super::cues::Cues;
use super::wording::{capitalized, uncapitalized};
use super::{World, answer, language, question};
use crate::domain::reply::Entry;
use crate::domain::{
    Action, Article, Carrier, Language, LanguageHints, Prose, Reply, ReplyKind, Request, TopicId,
};
use crate::l10n::Message;
use crate::search::{Form, IndexError, Mention};

/// A definition rests on an article's first sources; the rest belong to its sections.
const SOURCES_EACH: usize = 2;

/// A comparison, when the question names two known terms and asks how they differ.
pub(super) fn reply(text: &str, cues: &Cues, language: Language, world: &World<'_>) -> Option<Reply> {
    if !cues.compares() && !cues.says_or() {
        return None;
    }
    let mut text = Cow::Borrowed(text);
    let mut mentions = world.snapshot.terms_in(&text, language);
    // With a slip in it, the name of a role is taken for the compound of a subject that begins like it.
    if mentions.iter().filter(|mention| mention.form == Form::Whole).count() < 2 {
        text = world.snapshot.put_right(&text, language).into();
        mentions = world.snapshot.terms_in(&text, language);
    }
    let mut different: Vec<&Mention> = Vec::new();
    for mention in &mentions {
        if !different.iter().any(|known| known.term.eq_ignore_ascii_case(&mention.term)) {
            different.push(mention);
        }
    }
    let [first, second, ..] = different.as_slice() else { return None };
    if !cues.compares() && !only_two_terms(&text, &[first, second], language, world) {
        return None;
    }
    of_mentions(first, second, cues, language, world)
}

fn of_mentions(
    first: &Mention,
    second: &Mention,
    cues: &Cues,
    language: Language,
    world: &World<'_>,
) -> Option<Reply> {
    let (one, other) = topics(first, second)?;
    let one = world.snapshot.article_in_any(one, language)?;
    let other = world.snapshot.article_in_any(other, language)?;
    Some(if one.topic == other.topic {
        same_topic(one, first, second, cues, language, world)
    } else {
        side_by_side([(one, first), (other, second)], cues, language, world)
    })
}

/// Two terms that were named one by one. Where one of them is not known, what is known of the other.
pub(super) fn terms(
    first: &str,
    second: &str,
    hints: LanguageHints,
    carrier: Carrier,
    world: &World<'_>,
) -> Result<Reply, IndexError> {
    let language = language::choose(&format!("{first} {second}"), hints, world).language;
    let [one, other] = [first, second].map(|term| {
        let mentions = world.snapshot.terms_in(term, language);
        mentions.into_iter().max_by_key(|mention| mention.place.len())
    });
    let (one, other) = match (one, other) {
        (Some(one), Some(other)) => (one, other),
        (Some(_), None) => return question::term(first, hints, carrier, world),
        (None, Some(_)) => return question::term(second, hints, carrier, world),
        (None, None) => return question::reply(&format!("{first} {second}"), hints, carrier, world),
    };
    let cues = Cues::new("");
    let reply = of_mentions(&one, &other, &cues, language, world);
    reply.map_or_else(|| question::term(first, hints, carrier, world), Ok)
}

/// Two topics by their own names; a kind word when one is no longer there.
pub(super) fn topics_by_id(one: &TopicId, other: &TopicId, language: Language, world: &World<'_>) -> Reply {
    let named = |topic: &TopicId| {
        let article = world.snapshot.article_in_any(topic, language)?;
        let mention = Mention {
            place: 0..article.title.len(),
            term: article.title.clone(),
            language: article.language,
            topics: vec![topic.clone()],
            form: Form::Whole,
        };
        Some((article, mention))
    };
    match (named(one), named(other)) {
        (Some((one, first)), Some((other, second))) if one.topic != other.topic => {
            side_by_side([(one, &first), (other, &second)], &Cues::new(""), language, world)
        }
        (None, _) => answer::topic(one, language, world),
        _ => answer::topic(other, language, world),
    }
}

/// Whether the question holds the two terms and nothing else that tells.
fn only_two_terms(text: &str, mentions: &[&Mention], language: Language, world: &World<'_>) -> bool {
    world.snapshot.content_words(language, text).iter().all(|word| {
        mentions.iter().any(|mention| mention.place.start <= word.start && word.end <= mention.place.end)
    })
}

/// The topics of two terms: where a term has several, such that they differ.
fn topics<'a>(first: &'a Mention, second: &'a Mention) -> Option<(&'a TopicId, &'a TopicId)> {
    let pairs = first.topics.iter().flat_map(|one| second.topics.iter().map(move |other| (one, other)));
    pairs.clone().find(|(one, other)| one != other && both_nearest(first, second, one, other)).or_else(|| {
        let nearest = (first.topics.first()?, second.topics.first()?);
        Some(nearest)
    })
}

fn both_nearest(first: &Mention, second: &Mention, one: &TopicId, other: &TopicId) -> bool {
    first.topics.first() == Some(one) || second.topics.first() == Some(other)
}

fn side_by_side(
    sides: [(&Article, &Mention); 2],
    cues: &Cues,
    language: Language,
    world: &World<'_>,
) -> Reply {
    let [(one, first), (other, second)] = sides;
    let mut reply = Reply::new(ReplyKind::Compare, language, Prose::default());
    reply.lead = cues.asks_whether_same().then(|| world.say(language, &Message::NotTheSame));
    let name = |article: &Article, mention: &Mention| match line(article, mention, world) {
        Some(_) => mention.term.clone(),
        None => uncapitalized(article),
    };
    let title =
        Message::CompareTitle { first: &capitalized(&name(one, first)), second: &name(other, second) };
    reply.title = Some(world.say(language, &title));
    reply.entries = [(one, first), (other, second)]
        .into_iter()
        .map(|(article, mention)| Entry {
            heading: heading(article, mention, language, world),
            body: match line(article, mention, world) {
                Some(line) => Prose::paragraph(line),
                None => answer::filled(&article.answer, language, world),
            },
        })
        .collect();
    let gists: Vec<&str> = [(one, first), (other, second)]
        .iter()
        .filter(|(article, mention)| names(article, mention))
        .filter_map(|(article, _)| article.gist.as_deref())
        .collect();
    reply.closing = (gists.len() == 2).then(|| gists.join(" "));
    for article in [one, other] {
        for source in answer::sources(&article.sources, language, world).into_iter().take(SOURCES_EACH) {
            if !reply.sources.iter().any(|known| known.url == source.url) {
                reply.sources.push(source);
            }
        }
        for line in answer::review(article, language, world) {
            if !reply.review.contains(&line) {
                reply.review.push(line);
            }
        }
        reply.actions.push(answer::to_topic(article));
    }
    let again = Request::CompareTopics(one.topic.clone(), other.topic.clone());
    for other_language in Language::ALL.into_iter().filter(|known| *known != language) {
        let has = |article: &Article| world.snapshot.article(&article.topic, other_language).is_some();
        if has(one) && has(other) {
            reply.actions.push(Action {
                label: world.say(language, &Message::ReadInLanguage { language: other_language }),
                request: again.clone(),
                language: Some(other_language),
            });
        }
    }
    reply.again = Some(again);
    reply.topic = Some(one.topic.clone());
    reply.topics = vec![one.topic.clone(), other.topic.clone()];
    reply.confidence = if first.form == Form::Whole && second.form == Form::Whole { 1.0 } else { 0.8 };
    reply
}

/// Two words for one thing, or two parts of one topic.
fn same_topic(
    article: &Article,
    first: &Mention,
    second: &Mention,
    cues: &Cues,
    language: Language,
    world: &World<'_>,
) -> Reply {
    let mut reply = answer::article(article, language, world);
    let glosses: Vec<String> = [first, second]
        .iter()
        .filter_map(|mention| {
            let line = world.snapshot.gloss(article, &mention.term)?;
            let term = capitalized(&mention.term);
            Some(world.say(language, &Message::Gloss { term: &term, line }))
        })
        .collect();
    let (term, other) = (capitalized(&first.term), &second.term);
    reply.lead = Some(if glosses.len() == 2 {
        glosses.join("\n")
    } else if names(article, first) && names(article, second) && cues.asks_whether_same() {
        world.say(language, &Message::SameThing { first: &term, second: other })
    } else {
        world.say(language, &Message::SameTopic { first: &term, second: other, title: &article.title })
    });
    reply
}

/// Whether a term is the title of an article or means the same.
fn names(article: &Article, mention: &Mention) -> bool {
    let same = |name: &String| name.to_lowercase() == mention.term.to_lowercase();
    same(&article.title) || article.synonyms.iter().any(same)
}

/// What an article says in one line of a term that is not its own name.
fn line<'a>(article: &Article, mention: &Mention, world: &World<'a>) -> Option<&'a str> {
    let snapshot = world.snapshot;
    if names(article, mention) { None } else { snapshot.gloss(article, &mention.term) }
}

/// The title, with the asker's own word when it is another.
fn heading(article: &Article, mention: &Mention, language: Language, world: &World<'_>) -> String {
    if article.title.eq_ignore_ascii_case(&mention.term) || mention.language != article.language {
        return article.title.clone();
    }
    if line(article, mention, world).is_some() {
        return capitalized(&mention.term);
    }
    let is_synonym = article.synonyms.iter().any(|name| name.eq_ignore_ascii_case(&mention.term));
    if is_synonym {
        let (term, title) = (capitalized(&mention.term), uncapitalized(article));
        let line = world.say(language, &Message::Officially { term: &term, title: &title });
        return line.trim_end_matches('.').to_owned();
    }
    world.say(language, &Message::AlsoCalled { title: &article.title, term: &mention.term })
}
