//! A series as a whole: paused, resumed, ended.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::find::Asked;
use super::plan::leads;
use super::voice::{Voice, civil, coming};
use super::{Effect, Outcome};
use crate::domain::session::{Change, Network, Occurrence, Series, SeriesRef, SeriesState, SessionRequest};
use crate::domain::{Reply, ReplyKind};
use crate::l10n::Message;

/// The longest session lasts no longer.
const BACK: SignedDuration = SignedDuration::from_hours(24);
/// No date that a host has moved lies further ahead.
const FAR: SignedDuration = SignedDuration::from_hours(24 * 3_653);
/// Private reminders go out up to so much before their time.
const EARLY: SignedDuration = SignedDuration::from_hours(1);

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
    let dates = coming(series, voice.world.now, 12);
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
    let after = Series { state: SeriesState::Active, since: voice.world.now, ..series.clone() };
    Ok(updated(reply, series, after))
}

/// No more dates after today. Later ones that people may have heard of are called off, so that they are told.
pub(super) fn end(asked: &Asked<'_>, wanted: &SeriesRef) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let (series, network) = asked.in_force(wanted, &SessionRequest::End)?;
    let now = voice.world.now;
    let today = civil(now, series).date();
    let dates = |series: &Series| {
        let (from, until) = (now.saturating_sub(BACK).unwrap_or(now), now.saturating_add(FAR).unwrap_or(now));
        let dates = series.occurrences(from, until).into_iter().filter(|date| date.ends_at > now);
        dates.partition::<Vec<_>, _>(|date| date.start.date() <= today)
    };
    let (to_come, later) = dates(series);
    let last = to_come.iter().find(|date| !date.is_skipped);
    let told: Vec<_> = later.iter().filter(|date| may_be_known(date, series, network, now)).collect();
    // What is to be said of a date is said only while the date belongs to the series.
    let kept = to_come.iter().chain(told.iter().copied()).map(|date| date.original.date());
    let ends_on = kept.fold(today, Date::max);
    let ends_on = series.ends_on.map_or(ends_on, |known| known.min(ends_on));
    let ending = Series { ends_on: Some(ends_on), ..series.clone() };
    let mut effects: Vec<Effect> = Vec::new();
    for date in dates(&ending).1.iter().filter(|date| !date.is_skipped) {
        let known = series.change(date.original).cloned();
        let mut change = known.unwrap_or_else(|| Change::of(date.original));
        change.sequence += 1;
        (change.is_skipped, change.changed_at) = (true, Some(now));
        effects.push(Effect::Put(series.id, change));
    }
    let mut reply = said(voice, &Message::Ended { network: network.name(voice.language) }, network);
    if !told.is_empty() {
        reply.notices.push(voice.say(&Message::EndedTold));
    }
    reply.closing = last.map(|last| voice.say(&Message::EndedLast { moment: last.start }));
    reply.actions.push(voice.action(&Message::ButtonReceipt, SessionRequest::Receipt(series.id.into())));
    let state = if last.is_some() { series.state } else { SeriesState::Ended };
    let after = Series { state, ..ending };
    if after != *series {
        let after = Series { sequence: series.sequence + 1, ..after };
        effects.push(Effect::Update(after, series.sequence));
    }
    Ok(Outcome { reply, effects })
}

/// Whether anybody may have been reminded of a date, or told that it was moved.
fn may_be_known(date: &Occurrence, series: &Series, network: &Network, now: Timestamp) -> bool {
    let is_moved = !date.is_skipped && date.start != date.original;
    is_moved || leads(series, network).iter().any(|lead| date.reminder_at(*lead, series) <= now + EARLY)
}
