//! A series as a whole: paused, resumed, ended.

use super::find::Asked;
use super::voice::{Voice, civil, coming};
use super::{Effect, Outcome};
use crate::domain::session::{Network, Series, SeriesRef, SeriesState, SessionRequest};
use crate::domain::{Reply, ReplyKind};
use crate::l10n::Message;

fn updated(reply: Reply, before: &Series, after: Series) -> Outcome {
    let after = Series { sequence: before.sequence + 1, ..after };
    Outcome { reply, effects: vec![Effect::Update(after, before.sequence)] }
}

fn unchanged(reply: Reply) -> Outcome {
    Outcome { reply, effects: Vec::new() }
}

fn said(voice: Voice<'_>, words: &Message<'_>, network: &Network) -> Reply {
    let mut reply = voice.said(ReplyKind::Sessions, words);
    reply.topic = Some(network.id.clone());
    reply
}

/// Nothing is sent until it is resumed.
pub(super) fn pause(asked: &Asked<'_>, wanted: &SeriesRef) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let (series, network) = asked.in_force(wanted, &SessionRequest::Pause)?;
    let name = network.name(voice.language);
    let is_paused = series.state == SeriesState::Paused;
    let words =
        if is_paused { Message::PausedAlready { network: name } } else { Message::Paused { network: name } };
    let mut reply = said(voice, &words, network);
    reply.actions.push(voice.action(&Message::ButtonResume, SessionRequest::Resume(series.id.into())));
    if is_paused {
        return Ok(unchanged(reply));
    }
    Ok(updated(reply, series, Series { state: SeriesState::Paused, ..series.clone() }))
}

/// Goes on after a pause. What was due meanwhile is not sent.
pub(super) fn resume(asked: &Asked<'_>, wanted: &SeriesRef) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let (series, network) = asked.in_force(wanted, &SessionRequest::Resume)?;
    let name = network.name(voice.language);
    let dates = coming(series, voice.world.instant, 12);
    let next = dates.iter().find(|date| !date.is_skipped);
    let closing = next.map(|next| voice.say(&Message::NextIs { moment: next.start }));
    if series.state == SeriesState::Active {
        let mut reply = said(voice, &Message::NotPaused { network: name }, network);
        reply.closing = closing;
        return Ok(unchanged(reply));
    }
    let mut reply = said(voice, &Message::Resumed { network: name }, network);
    reply.closing = closing;
    reply.actions.push(voice.action(&Message::ButtonPreview, SessionRequest::Preview(series.id.into())));
    let after = Series { state: SeriesState::Active, since: voice.world.instant, ..series.clone() };
    Ok(updated(reply, series, after))
}

/// No more dates after today.
pub(super) fn end(asked: &Asked<'_>, wanted: &SeriesRef) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let (series, network) = asked.in_force(wanted, &SessionRequest::End)?;
    let name = network.name(voice.language);
    let today = civil(voice.world.instant, series).date();
    let ends_on = series.ends_on.map_or(today, |ends_on| ends_on.min(today));
    let mut after = Series { ends_on: Some(ends_on), ..series.clone() };
    let left = coming(&after, voice.world.instant, 12).into_iter().find(|date| !date.is_skipped);
    let mut reply = said(voice, &Message::Ended { network: name }, network);
    match left {
        Some(last) => reply.closing = Some(voice.say(&Message::EndedLast { moment: last.start })),
        None => after.state = SeriesState::Ended,
    }
    reply.actions.push(voice.action(&Message::ButtonReceipt, SessionRequest::Receipt(series.id.into())));
    if after == *series {
        return Ok(unchanged(reply));
    }
    Ok(updated(reply, series, after))
}
