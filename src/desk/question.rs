//! A question in a person's own words: what sort it is, and what answers it.

use super::cues::Cues;
use super::language::{self, Basis};
use super::wording::{capitalized, uncapitalized};
use super::{World, answer, compare, help, local, sessions};
use crate::domain::{Article, Carrier, Language, LanguageHints, Prose, Reply, ReplyKind, TopicId, TopicKind};
use crate::l10n::Message;
use crate::search::{Form, IndexError, MAX_QUESTION_CHARS, Mention, Zone};
use crate::snapshot::Found;

/// A question with more words than this is a text that somebody pasted.
const LONG_TEXT_WORDS: usize = 40;
/// How many readings are offered.
const READINGS: usize = 3;
/// The confidence of topics that are offered for a term alone.
const TERM_ONLY: f32 = 0.2;
/// The confidence of topics of a word that means several things, and of terms found in a long text.
const SEVERAL_MEANINGS: f32 = 0.4;
/// How much surer a match through another language must be to win.
const OTHER_LANGUAGE_LEAD: f32 = 0.1;

pub(super) fn reply(
    text: &str,
    hints: LanguageHints,
    carrier: Carrier,
    world: &World<'_>,
) -> Result<Reply, IndexError> {
    let chosen = language::choose(text, hints, world);
    let language = chosen.language;
    let cues = Cues::new(text);
    if cues.len() == 0 {
        return Ok(help::empty(language, world));
    }
    if cues.len() > LONG_TEXT_WORDS || text.chars().count() > MAX_QUESTION_CHARS {
        return Ok(long_text(text, language, world));
    }
    if cues.asks_whether_stored() {
        return Ok(help::privacy(language, carrier, world));
    }
    if cues.asks_for_help() {
        return Ok(help::help(language, world));
    }
    if let Some(reply) = compare::reply(text, &cues, language, world) {
        return Ok(reply);
    }
    if let Some(reply) = local::contact(text, &cues, language, world) {
        return Ok(reply);
    }
    let mentions = world.snapshot.terms_in(text, language);
    if cues.asks_when_next()
        && let Some(network) = sessions::asked_network(text, &mentions, language, world)
    {
        return Ok(sessions::next(&network, language, world));
    }
    // Many articles hold the words of a name, and come close to the one whose name it is.
    if mentions.len() == 1
        && let Some(reply) = named(text, language, chosen.basis, world)
    {
        return Ok(reply);
    }
    let reply = search(text, &mentions, language, chosen.basis, world)?;
    if !reply.kind.is_answered() && cues.tells_of_an_incident() {
        return Ok(emergency(&reply, world));
    }
    Ok(reply)
}

/// The article whose name the whole question is, in the asker's language or else in another, with the line that meets the name.
/// Where nothing tells the asker's language, the name's own does: that in which it is a title or a synonym, rather than one of the
/// terms, some of which are in other languages.
fn named(text: &str, language: Language, basis: Basis, world: &World<'_>) -> Option<Reply> {
    let others = Language::ALL.into_iter().filter(|other| *other != language);
    let mut names = std::iter::once(language).chain(others).filter_map(|names| {
        let mentions = world.snapshot.terms_in(text, names);
        let whole =
            only_subject(text, &mentions, names, world).filter(|mention| mention.topics.len() == 1)?;
        let (own, topic) = (whole.language, whole.topics.first()?.clone());
        let is_name =
            world.snapshot.article(&topic, own).is_some_and(|article| is_called(article, &whole.term));
        Some((is_name, own, topic, mentions))
    });
    // Of equals the first: that of the asker's language.
    let (_, own, topic, mentions) = match basis {
        Basis::Fallback => names.min_by_key(|(is_name, ..)| !is_name)?,
        Basis::Known | Basis::Detected => names.next()?,
    };
    let language = if basis == Basis::Fallback { own } else { language };
    let article = world.snapshot.article_in_any(&topic, language)?;
    let mut reply = answer::article(article, language, world);
    reply.confidence = 1.0;
    reply.topics = vec![article.topic.clone()];
    reply.lead = lead(text, &mentions, article, language, world);
    Some(reply)
}

/// Whether an article has a name: as its title or a synonym, or as an abbreviation, which may be the same in several languages.
fn is_called(article: &Article, name: &str) -> bool {
    let is_abbreviation = !name.chars().any(char::is_lowercase);
    is_abbreviation || article.title == name || article.synonyms.iter().any(|synonym| synonym == name)
}

/// The article that explains a term, with the line that meets the term; any other text is a question.
pub(super) fn term(
    term: &str,
    hints: LanguageHints,
    carrier: Carrier,
    world: &World<'_>,
) -> Result<Reply, IndexError> {
    let chosen = language::choose(term, hints, world);
    match named(term, chosen.language, chosen.basis, world) {
        Some(reply) => Ok(reply),
        None => reply(term, hints, carrier, world),
    }
}

/// The first step when something bad has happened and no article fits: whom to tell, before anything else.
fn emergency(unsure: &Reply, world: &World<'_>) -> Reply {
    let mut topics = unsure.topics.clone();
    for topic in ["proc-incident-report", "proc-data-breach"].into_iter().filter_map(TopicId::parse) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics.truncate(READINGS);
    let mut reply = readings(&topics, &Message::Emergency, SEVERAL_MEANINGS, unsure.language, world);
    reply.review.extend(local::whom_to_call(unsure.language, world));
    reply
}

fn search(
    text: &str,
    mentions: &[Mention],
    language: Language,
    basis: Basis,
    world: &World<'_>,
) -> Result<Reply, IndexError> {
    let found = best_in_any(text, language, basis, world)?;
    let language = found.reply_language;
    if let Some(topics) = several_meanings(text, mentions, language, world) {
        return Ok(readings(&topics, &Message::DidYouMean, SEVERAL_MEANINGS, language, world));
    }
    let Some(best) = found.ranked.first() else { return Ok(no_answer(language, world)) };
    let topics: Vec<TopicId> =
        found.ranked.iter().take(READINGS).map(|found| found.article.topic.clone()).collect();
    match Zone::of(best.confidence) {
        Zone::Answer => {
            let article =
                world.snapshot.article_in_any(&best.article.topic, language).unwrap_or(best.article);
            let mut reply = answer::article(article, language, world);
            reply.confidence = best.confidence;
            reply.topics = topics;
            reply.lead = lead(text, mentions, article, language, world);
            let nearest = world.snapshot.nearest_section(best.article, text);
            answer::bring_forward(&mut reply, article, nearest);
            Ok(reply)
        }
        Zone::Suggest => {
            let likely: Vec<TopicId> = found
                .ranked
                .iter()
                .filter(|found| Zone::of(found.confidence) != Zone::Unknown)
                .take(READINGS)
                .map(|found| found.article.topic.clone())
                .collect();
            Ok(readings(&likely, &Message::DidYouMean, best.confidence, language, world))
        }
        Zone::Unknown => {
            Ok(by_terms(mentions, language, world).unwrap_or_else(|| no_answer(language, world)))
        }
    }
}

/// What is left when no article fits the question as a whole: the topics of the terms in it, to choose from.
fn by_terms(mentions: &[Mention], language: Language, world: &World<'_>) -> Option<Reply> {
    let mut topics: Vec<TopicId> = Vec::new();
    for topic in mentions
        .iter()
        .filter(|mention| mention.form == Form::Whole)
        .filter_map(|mention| mention.topics.first())
    {
        if !topics.contains(topic) && topics.len() < READINGS {
            topics.push(topic.clone());
        }
    }
    (!topics.is_empty()).then(|| readings(&topics, &Message::DidYouMean, TERM_ONLY, language, world))
}

/// What was found, and in which language to answer.
struct BestFound<'a> {
    ranked: Vec<Found<'a>>,
    reply_language: Language,
}

/// Searches the question's language first; when it gives no sure answer, the others too. A clear match elsewhere is
/// answered in the asker's language, or in the match's own when nothing told the asker's.
fn best_in_any<'a>(
    text: &str,
    language: Language,
    basis: Basis,
    world: &World<'a>,
) -> Result<BestFound<'a>, IndexError> {
    let mut best =
        BestFound { ranked: world.snapshot.rank(language, text, READINGS)?, reply_language: language };
    let confidence = |ranked: &[Found<'_>]| ranked.first().map_or(0.0, |found| found.confidence);
    if Zone::of(confidence(&best.ranked)) == Zone::Answer {
        return Ok(best);
    }
    for other in Language::ALL.into_iter().filter(|other| *other != language) {
        let ranked = world.snapshot.rank(other, text, READINGS)?;
        if Zone::of(confidence(&ranked)) == Zone::Answer
            && confidence(&ranked) > confidence(&best.ranked) + OTHER_LANGUAGE_LEAD
        {
            let reply_language = if basis == Basis::Fallback { other } else { language };
            best = BestFound { ranked, reply_language };
        }
    }
    Ok(best)
}

/// The topics of a word that means several things, when the question is that word and nothing else.
fn several_meanings(
    text: &str,
    mentions: &[Mention],
    language: Language,
    world: &World<'_>,
) -> Option<Vec<TopicId>> {
    let mention = only_subject(text, mentions, language, world)?;
    (mention.topics.len() > 1).then(|| mention.topics.iter().take(READINGS).cloned().collect())
}

/// The term that the whole question is about.
fn only_subject<'a>(
    text: &str,
    mentions: &'a [Mention],
    language: Language,
    world: &World<'_>,
) -> Option<&'a Mention> {
    let [mention] = mentions else { return None };
    let words = world.snapshot.content_words(language, text);
    let inside = |start: usize, end: usize| mention.place.start <= start && end <= mention.place.end;
    (mention.form == Form::Whole && words.iter().all(|word| inside(word.start, word.end))).then_some(mention)
}

/// A line that meets the word which the asker used, when it is not the title.
fn lead(
    text: &str,
    mentions: &[Mention],
    article: &Article,
    language: Language,
    world: &World<'_>,
) -> Option<String> {
    let about = |mention: &&Mention| mention.form == Form::Whole && mention.topics.contains(&article.topic);
    let is = |mention: &Mention, name: &str| name.to_lowercase() == mention.term.to_lowercase();
    let official = mentions.iter().filter(about).any(|mention| is(mention, &article.title));
    if official {
        return None;
    }
    let title = uncapitalized(article);
    let is_concept = article.kind == TopicKind::Concepts;
    let synonym = mentions
        .iter()
        .filter(about)
        .find(|mention| article.synonyms.iter().any(|synonym| is(mention, synonym)));
    if let Some(mention) = synonym.filter(|mention| is_concept && mention.language == language) {
        let term = capitalized(&mention.term);
        return Some(world.say(language, &Message::Officially { term: &term, title: &title }));
    }
    let mention = only_subject(text, mentions, language, world).filter(about)?;
    if let Some(line) = world.snapshot.gloss(article, &mention.term) {
        let term = capitalized(&mention.term);
        return Some(world.say(language, &Message::Gloss { term: &term, line }));
    }
    is_concept
        .then(|| world.say(language, &Message::BelongsTo { term: &mention.term, title: &article.title }))
}

fn no_answer(language: Language, world: &World<'_>) -> Reply {
    let answer = Prose::paragraph(world.say(language, &Message::NoAnswer));
    let mut reply = Reply::new(ReplyKind::NoAnswer, language, answer);
    reply.review.push(local::whom_to_ask(language, world));
    reply
}

/// Up to three topics to choose from.
fn readings(
    topics: &[TopicId],
    words: &Message<'_>,
    confidence: f32,
    language: Language,
    world: &World<'_>,
) -> Reply {
    let mut reply = Reply::new(ReplyKind::DidYouMean, language, Prose::paragraph(world.say(language, words)));
    let articles = topics.iter().filter_map(|topic| world.snapshot.article_in_any(topic, language));
    reply.actions = articles.map(answer::to_topic).collect();
    reply.topic = topics.first().cloned();
    reply.topics = topics.to_vec();
    reply.confidence = confidence;
    reply
}

/// A pasted text is not searched as a question: the terms in it tell what it may be about.
fn long_text(text: &str, language: Language, world: &World<'_>) -> Reply {
    let mut counts: Vec<(TopicId, usize)> = Vec::new();
    for topic in world.snapshot.terms_in(text, language).iter().filter_map(|mention| mention.topics.first()) {
        match counts.iter_mut().find(|(known, _)| known == topic) {
            Some((_, count)) => *count += 1,
            None => counts.push((topic.clone(), 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let topics: Vec<TopicId> = counts.into_iter().take(READINGS).map(|(topic, _)| topic).collect();
    if topics.is_empty() {
        return no_answer(language, world);
    }
    readings(&topics, &Message::LongText, SEVERAL_MEANINGS, language, world)
}
