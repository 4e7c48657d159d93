//! Private reminders and calendar files.

use super::find::{Asked, Right, Unnamed};
use super::voice::{Date, Voice};
use super::{Effect, Outcome};
use crate::desk::calendar;
use crate::domain::session::{DateRef, Follow, Network, SessionRequest};
use crate::domain::{Attachment, Reply, ReplyKind, Request, Target, TopicId};
use crate::l10n::Message;

fn person<'a>(asked: &Asked<'a>) -> Result<&'a Target, Box<Reply>> {
    asked.asker.person().ok_or_else(|| asked.voice.no(&Message::FollowNobody))
}

/// Private reminders of a network for the asker.
pub(super) fn follow(asked: &Asked<'_>, wanted: &TopicId) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let again = |id: String| SessionRequest::Follow(TopicId::parse(&id).unwrap_or_else(|| wanted.clone()));
    let network = asked.network(wanted.as_str(), Right::Anyone, &again)?;
    let person = person(asked)?;
    let name = network.name(voice.language);
    let known = voice
        .sessions()
        .follows
        .iter()
        .find(|follow| follow.person == *person && follow.network == network.id);
    let stop = voice.action(&Message::ButtonUnfollow, SessionRequest::Unfollow(network.id.clone()));
    let words = match known {
        Some(_) => Message::FollowedAlready { network: name },
        None => Message::Followed { network: name },
    };
    let mut reply = voice.said(ReplyKind::Sessions, &words);
    reply.topic = Some(network.id.clone());
    reply.actions = vec![stop, voice.action(&Message::ButtonNext, SessionRequest::Next(network.id.clone()))];
    reply.review.extend(subscription(voice, network));
    if known.is_some_and(|follow| follow.language == voice.language) {
        return Ok(Outcome { reply, effects: Vec::new() });
    }
    let follow = Follow {
        person: person.clone(),
        network: network.id.clone(),
        language: voice.language,
        since: known.map_or(voice.world.now, |follow| follow.since),
    };
    Ok(Outcome { reply, effects: vec![Effect::Follow(follow)] })
}

/// No more private reminders of a network.
pub(super) fn unfollow(asked: &Asked<'_>, wanted: &TopicId) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let person = person(asked)?;
    // A network that has left the settings may still be followed.
    let followed = |id: &TopicId| {
        voice.sessions().follows.iter().any(|follow| follow.person == *person && follow.network == *id)
    };
    let id = if followed(wanted) {
        wanted.clone()
    } else {
        let again =
            |id: String| SessionRequest::Unfollow(TopicId::parse(&id).unwrap_or_else(|| wanted.clone()));
        asked.network(wanted.as_str(), Right::Anyone, &again)?.id.clone()
    };
    let name = voice.name(&id);
    let follow = voice.action(&Message::ButtonFollow, SessionRequest::Follow(id.clone()));
    let is_followed = followed(&id);
    let words = if is_followed {
        Message::Unfollowed { network: &name }
    } else {
        Message::NotFollowed { network: &name }
    };
    let mut reply = voice.said(ReplyKind::Sessions, &words);
    reply.actions.push(follow);
    let effects = if is_followed { vec![Effect::Unfollow(person.clone(), id)] } else { Vec::new() };
    Ok(Outcome { reply, effects })
}

/// A calendar file of one date.
pub(super) fn calendar(asked: &Asked<'_>, wanted: &DateRef) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let date = asked.date(wanted, Right::Anyone, Unnamed::Next, &SessionRequest::Calendar)?;
    let (network, moment) = (date.network.name(voice.language), date.occurrence.start);
    let mut reply = voice.said(ReplyKind::Sessions, &Message::CalendarHere { network, moment });
    reply.topic = Some(date.network.id.clone());
    reply.files = vec![calendar_file(voice, &date)];
    reply.review.extend(subscription(voice, date.network));
    let original = DateRef::of(date.series.id, date.occurrence.original);
    reply.again = Some(Request::Session(SessionRequest::Calendar(original)));
    reply.actions =
        vec![voice.action(&Message::ButtonFollow, SessionRequest::Follow(date.network.id.clone()))];
    Ok(Outcome { reply, effects: Vec::new() })
}

/// The file, with the link that may be shown.
fn calendar_file(voice: Voice<'_>, date: &Date<'_>) -> Attachment {
    let (installation, at) = (&voice.sessions().installation, voice.world.now);
    let Date { series, network, occurrence } = date;
    calendar::file(occurrence, series, network, installation, voice.language, date.link(), at)
}

/// Where calendar programs can subscribe to a network. Whoever knows the address can read it, so it is for the asker alone.
fn subscription(voice: Voice<'_>, network: &Network) -> Option<String> {
    let url = calendar::feed_url(voice.sessions().feeds.as_ref()?, &network.id);
    Some(voice.say(&Message::CalendarFeed { url: &url }))
}
