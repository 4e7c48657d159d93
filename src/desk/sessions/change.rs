//! Changes of a single date: skipped, moved, described, confirmed.

use super::find::{Asked, Right, Unnamed};
use super::text;
use super::voice::{Date, Voice, coming};
use super::{Effect, Outcome};
use crate::desk::typed;
use crate::domain::session::{Change, DateRef, Details, Occurrence, SessionRequest};
use crate::domain::{Prose, Reply, ReplyKind};
use crate::l10n::Message;

/// Typed to take a text away.
const NOTHING: &str = "-";

/// A date of the asker's that is not over.
fn changeable<'a>(
    asked: &Asked<'a>,
    wanted: &DateRef,
    again: &dyn Fn(DateRef) -> SessionRequest,
) -> Result<Date<'a>, Box<Reply>> {
    asked.in_force(&wanted.series, &|series| again(DateRef { series, date: wanted.date.clone() }))?;
    let date = asked.date(wanted, Right::Hosts, Unnamed::Next, again)?;
    if date.occurrence.ends_at <= asked.voice.world.now {
        let network = date.network.name(asked.voice.language);
        return Err(asked.voice.no(&Message::SessionsDateOver { network, moment: date.occurrence.start }));
    }
    Ok(date)
}

/// What differs on a date so far, to be changed once more.
fn next_change(date: &Date<'_>) -> Change {
    let original = date.occurrence.original;
    let known = date.series.change(original).cloned();
    let mut change = known.unwrap_or_else(|| Change::of(original));
    change.sequence += 1;
    change
}

fn reference(date: &Date<'_>) -> DateRef {
    DateRef::of(date.series.id, date.occurrence.original)
}

/// The date as it will be.
fn with<'a>(date: &Date<'a>, change: &Change) -> Date<'a> {
    let occurrence = Occurrence {
        is_skipped: change.is_skipped,
        topic: change.topic.clone(),
        speaker: change.speaker.clone(),
        link: change.link.clone(),
        note: change.note.clone(),
        is_confirmed: change.is_confirmed,
        ..date.occurrence.clone()
    };
    Date { occurrence, ..date.clone() }
}

fn unchanged(reply: Reply) -> Outcome {
    Outcome { reply, effects: Vec::new() }
}

fn put(reply: Reply, date: &Date<'_>, change: Change) -> Outcome {
    Outcome { reply, effects: vec![Effect::Put(date.series.id, change)] }
}

/// Words about a date, with everything that people will be told of it.
fn described(voice: Voice<'_>, words: &Message<'_>, date: &Date<'_>) -> Reply {
    let mut reply = voice.said(ReplyKind::Sessions, words);
    reply.topic = Some(date.network.id.clone());
    reply.answer.0.extend(Prose::bullets(voice.details(date)).0);
    reply
}

/// One date does not take place.
pub(super) fn skip(asked: &Asked<'_>, wanted: &DateRef) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let date = changeable(asked, wanted, &SessionRequest::Skip)?;
    let (network, moment) = (date.network.name(voice.language), date.occurrence.start);
    let back = voice.action(&Message::ButtonStillOn, SessionRequest::Confirm(reference(&date)));
    if date.occurrence.is_skipped {
        let mut reply = voice.said(ReplyKind::Sessions, &Message::SkippedAlready { network, moment });
        reply.actions.push(back);
        return Ok(unchanged(reply));
    }
    let mut reply = voice.said(ReplyKind::Sessions, &Message::Skipped { network, moment });
    reply.topic = Some(date.network.id.clone());
    let dates = coming(date.series, voice.world.now, 12);
    let following = dates.iter().find(|one| !one.is_skipped && one.original != date.occurrence.original);
    reply.closing = following.map(|next| voice.say(&Message::NextIs { moment: next.start }));
    reply.actions.push(back);
    let changed_at = Some(voice.world.now);
    let change = Change { is_skipped: true, changed_at, ..next_change(&date) };
    Ok(put(reply, &date, change))
}

/// One date takes place at another time.
pub(super) fn shift(asked: &Asked<'_>, wanted: &DateRef, to: &str) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let again = |date| SessionRequest::Move(date, to.to_owned());
    let date = changeable(asked, wanted, &again)?;
    let (network, before) = (date.network.name(voice.language), date.occurrence.start);
    if to.trim().is_empty() {
        let words = Message::MoveWhere { network, moment: before };
        return Ok(unchanged(voice.said(ReplyKind::Sessions, &words)));
    }
    let after =
        typed::moved(to, before, voice.world.today()).map_err(|problem| text::unclear(voice, &problem))?;
    let starts_at = date.series.zone.to_timestamp(after).ok();
    let Some(starts_at) = starts_at.filter(|starts_at| *starts_at > voice.world.now) else {
        return Err(voice.no(&Message::SessionsInThePast { moment: after }));
    };
    if after == before && !date.occurrence.is_skipped {
        let words = Message::MovedAlready { network, moment: after };
        return Ok(unchanged(voice.said(ReplyKind::Sessions, &words)));
    }
    let change = Change {
        moved_to: (after != date.occurrence.original).then_some(after),
        is_skipped: false,
        is_confirmed: true,
        changed_at: Some(voice.world.now),
        ..next_change(&date)
    };
    let mut moved = with(&date, &change);
    moved.occurrence.start = after;
    moved.occurrence.starts_at = starts_at;
    let mut reply = described(voice, &Message::Moved { network, before, after }, &moved);
    let others = voice.sessions().series.iter().filter(|other| other.network == date.network.id);
    let is_taken =
        others.filter(|other| other.state == crate::domain::session::SeriesState::Active).any(|other| {
            let dates = other.occurrences(
                starts_at,
                starts_at.saturating_add(jiff::SignedDuration::from_secs(1)).unwrap_or(starts_at),
            );
            dates.iter().any(|one| {
                let is_itself = other.id == date.series.id && one.original == date.occurrence.original;
                one.starts_at == starts_at && !one.is_skipped && !is_itself
            })
        });
    if is_taken {
        reply.notices.push(voice.say(&Message::SessionsClash { network, moment: after }));
    }
    let reminders = voice.marks(&moved.occurrence, date.series);
    if !reminders.is_empty() {
        reply.closing = Some(reminders.join(", "));
    }
    let once_more = SessionRequest::Move(reference(&date), String::new());
    reply.actions.push(voice.action(&Message::ButtonMove, once_more));
    Ok(put(reply, &date, change))
}

/// What one date is about, who speaks, where to join, and anything else.
pub(super) fn set(asked: &Asked<'_>, wanted: &DateRef, typed: &Details) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let date = changeable(asked, wanted, &|date| SessionRequest::Set(date, typed.clone()))?;
    let (network, moment) = (date.network.name(voice.language), date.occurrence.start);
    let texts = [&typed.topic, &typed.speaker, &typed.link, &typed.note];
    if texts.iter().all(|text| text.as_deref().is_none_or(|text| text.trim().is_empty())) {
        return Ok(unchanged(described(voice, &Message::SetWhat { network, moment }, &date)));
    }
    asked.without_identity_code(texts.into_iter().flatten().map(String::as_str))?;
    let mut change = next_change(&date);
    for (typed, kept) in [
        (&typed.topic, &mut change.topic),
        (&typed.speaker, &mut change.speaker),
        (&typed.note, &mut change.note),
    ] {
        lay_over(typed.as_deref(), kept, |typed| text::line(voice, typed))?;
    }
    lay_over(typed.link.as_deref(), &mut change.link, |typed| text::link(voice, typed))?;
    change.is_confirmed = true;
    let after = with(&date, &change);
    let words = if change.is_skipped {
        Message::SetSkipped { network, moment }
    } else {
        Message::SetDone { network, moment }
    };
    let mut reply = described(voice, &words, &after);
    if change.is_skipped {
        let back = SessionRequest::Confirm(reference(&date));
        reply.actions.push(voice.action(&Message::ButtonStillOn, back));
    }
    Ok(put(reply, &date, change))
}

/// Empty leaves what was there; `-` takes it away.
fn lay_over(
    typed: Option<&str>,
    kept: &mut Option<String>,
    read: impl Fn(&str) -> Result<Option<String>, Box<Reply>>,
) -> Result<(), Box<Reply>> {
    match typed.map(str::trim) {
        None | Some("") => {}
        Some(NOTHING) => *kept = None,
        Some(typed) => *kept = read(typed)?,
    }
    Ok(())
}

/// The date is still on; one that was skipped takes place after all.
pub(super) fn confirm(asked: &Asked<'_>, wanted: &DateRef) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let date = changeable(asked, wanted, &SessionRequest::Confirm)?;
    let (network, moment) = (date.network.name(voice.language), date.occurrence.start);
    let mut change = next_change(&date);
    change.is_skipped = false;
    change.is_confirmed = true;
    change.changed_at = Some(voice.world.now);
    let after = with(&date, &change);
    let words = match (date.occurrence.is_skipped, date.occurrence.is_confirmed) {
        (true, _) => Message::OnAgain { network, moment },
        (false, true) => Message::ConfirmedAlready { network, moment },
        (false, false) => Message::Confirmed { network, moment },
    };
    let mut reply = described(voice, &words, &after);
    let topic = SessionRequest::Set(reference(&date), Details::default());
    reply.actions.push(voice.action(&Message::ButtonTopic, topic));
    let effects = if date.occurrence.is_skipped {
        vec![Effect::Put(date.series.id, change)]
    } else if date.occurrence.is_confirmed {
        Vec::new()
    } else {
        vec![Effect::Confirm(date.series.id, date.occurrence.original)]
    };
    Ok(Outcome { reply, effects })
}
