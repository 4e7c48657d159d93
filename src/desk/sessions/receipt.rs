//! Proof of what was sent, when and where; and three lines after a session.

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::find::{Asked, Right, Unnamed};
use super::plan::{Purpose, leads, targets};
use super::voice::{Date, Voice, civil, coming};
use super::{Effect, Known, Outcome};
use crate::domain::delivery::{Delivery, State};
use crate::domain::reply::ReplySection;
use crate::domain::session::{Change, DateRef, Occurrence, SeriesRef, SeriesState, SessionRequest};
use crate::domain::{Prose, Reply, ReplyKind, Request, Target, TargetKind};
use crate::l10n::{Message, ToTheSecond};

/// How many dates before and after now a receipt shows.
const EACH_WAY: usize = 3;
/// How far back a receipt looks for dates of which nothing was sent.
const LOOKS_BACK: SignedDuration = SignedDuration::from_hours(24 * 100);
/// A recap of more is no longer read.
const RECAP_LINES: usize = 3;
/// Three lines that fit on a telephone.
const RECAP_CHARS: usize = 500;

/// What was sent, when and where, for the last dates and the next.
pub(super) fn receipt(
    asked: &Asked<'_>,
    wanted: &SeriesRef,
    known: &Known<'_>,
) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let (series, network) = asked.series(wanted, Right::Hosts, &SessionRequest::Receipt)?;
    let name = network.name(voice.language);
    let now = voice.world.now;
    let mut dates = series.occurrences(now.saturating_sub(LOOKS_BACK).unwrap_or(now), now);
    dates.retain(|date| date.ends_at <= now);
    let mentioned =
        known.deliveries.iter().filter_map(|delivery| delivery.key.occurrence.parse::<DateTime>().ok());
    let mentioned: Vec<Occurrence> = mentioned.filter_map(|original| series.occurrence(original)).collect();
    dates.extend(mentioned.into_iter().filter(|date| date.ends_at <= now));
    dates.sort_by_key(|date| date.starts_at);
    dates.dedup_by_key(|date| date.original);
    let mut dates = dates.split_off(dates.len().saturating_sub(EACH_WAY));
    dates.extend(coming(series, now, EACH_WAY));
    let mut reply = voice.said(ReplyKind::Sessions, &Message::ReceiptIntro { network: name });
    reply.title = Some(voice.say(&Message::ReceiptTitle { network: name }));
    reply.topic = Some(network.id.clone());
    reply.again = Some(Request::Session(SessionRequest::Receipt(series.id.into())));
    for occurrence in dates {
        let date = Date { series, network, occurrence };
        let mut heading = voice.say(&Message::SessionStart { moment: date.occurrence.start });
        if date.occurrence.is_skipped {
            heading = format!("{heading} · {}", voice.say(&Message::MarkSkipped));
        }
        let lines = lines_of(voice, &date, known.deliveries);
        let body = if lines.is_empty() {
            Prose::paragraph(voice.say(&Message::ReceiptNothing))
        } else {
            Prose::bullets(lines)
        };
        reply.sections.push(ReplySection { heading, body });
    }
    if reply.sections.is_empty() {
        reply.answer = Prose::paragraph(voice.say(&Message::SessionsPast { network: name }));
    }
    Ok(Outcome { reply, effects: Vec::new() })
}

/// One line for each delivery of a date; private reminders are counted, not named.
fn lines_of(voice: Voice<'_>, date: &Date<'_>, deliveries: &[Delivery]) -> Vec<String> {
    let key = occurrence_key(date.occurrence.original);
    let of_date: Vec<&Delivery> =
        deliveries.iter().filter(|delivery| delivery.key.occurrence == key).collect();
    let mut lines = Vec::new();
    let mut private: Vec<(String, State, usize)> = Vec::new();
    for delivery in &of_date {
        let Some(purpose) = Purpose::parse(&delivery.key.purpose) else { continue };
        let what = purpose.name(voice);
        if is_private(&purpose, &delivery.key.target, date) {
            match private.iter_mut().find(|(known, state, _)| *known == what && *state == delivery.state) {
                Some((_, _, count)) => *count += 1,
                None => private.push((what, delivery.state, 1)),
            }
            continue;
        }
        let place = voice.place(&delivery.key.target, date.network);
        let outcome = outcome(voice, date, delivery);
        lines.push(voice.say(&Message::ReceiptLine { what: &what, place: &place, outcome: &outcome }));
    }
    for (what, state, count) in private {
        let outcome = voice.say(&state_name(state));
        lines.push(voice.say(&Message::ReceiptPrivate { what: &what, count, outcome: &outcome }));
    }
    lines.extend(to_come(voice, date, &of_date));
    lines
}

/// Reminders that lie so far ahead that they are not in the outbox yet.
fn to_come(voice: Voice<'_>, date: &Date<'_>, known: &[&Delivery]) -> Vec<String> {
    if date.occurrence.is_skipped || date.series.state != SeriesState::Active {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for lead in leads(date.series, date.network) {
        let due = date.occurrence.reminder_at(*lead, date.series);
        if due <= voice.world.now || due <= date.series.since {
            continue;
        }
        for target in targets(date.series, date.network) {
            let is_known = known.iter().any(|delivery| {
                let same_lead = matches!(
                    Purpose::parse(&delivery.key.purpose), Some(Purpose::Reminder(its, _)) if its == *lead
                );
                delivery.key.target == *target && same_lead && delivery.state != State::Cancelled
            });
            if !is_known {
                let what = voice.say(&Message::PurposeReminder { lead: &voice.lead(*lead) });
                let place = voice.place(target, date.network);
                let outcome = voice.say(&Message::OutcomePlanned { moment: civil(due, date.series) });
                lines.push(voice.say(&Message::ReceiptLine {
                    what: &what,
                    place: &place,
                    outcome: &outcome,
                }));
            }
        }
    }
    lines
}

/// Whether a delivery goes to somebody who follows the network, who is nobody's business.
pub(super) fn is_private(purpose: &Purpose, target: &Target, date: &Date<'_>) -> bool {
    target.kind() == TargetKind::User
        && purpose.is_for_everyone()
        && !targets(date.series, date.network).contains(target)
        && date.network.fallback.as_ref() != Some(target)
}

/// What became of a delivery, in words.
fn outcome(voice: Voice<'_>, date: &Date<'_>, delivery: &Delivery) -> String {
    let at_place = |at| civil(at, date.series);
    let reason = delivery.reason.map(|reason| voice.say(&Message::Reason { reason }));
    let reason = reason.unwrap_or_default();
    let settled = delivery.settled_at.unwrap_or(delivery.due_at);
    let attempts = usize::try_from(delivery.attempts).unwrap_or_default();
    let words = match delivery.state {
        State::Planned if attempts == 0 => Message::OutcomePlanned { moment: at_place(delivery.due_at) },
        State::Planned | State::Claimed => Message::OutcomeTrying { count: attempts },
        State::Sent => Message::OutcomeSent {
            due: at_place(delivery.due_at),
            moment: ToTheSecond(at_place(settled)),
            count: attempts,
        },
        State::Unknown => Message::OutcomeUnknown { reason: &reason },
        State::Cancelled => Message::OutcomeCancelled { reason: &reason },
        State::Missed => Message::OutcomeMissed { reason: &reason },
    };
    let mut words = voice.say(&words);
    if let Some(link) = &delivery.message_link {
        words = format!("{words} · {link}");
    }
    words
}

const fn state_name(state: State) -> Message<'static> {
    match state {
        State::Planned => Message::StatePlanned,
        State::Claimed => Message::StateClaimed,
        State::Sent => Message::StateSent,
        State::Unknown => Message::StateUnknown,
        State::Cancelled => Message::StateCancelled,
        State::Missed => Message::StateMissed,
    }
}

/// A date in the key of a delivery.
pub(super) fn occurrence_key(original: DateTime) -> String {
    original.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// Three lines after a session.
pub(super) fn recap(asked: &Asked<'_>, wanted: &DateRef, typed: &str) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let again = |date| SessionRequest::Recap(date, typed.to_owned());
    let date = asked.date(wanted, Right::Hosts, Unnamed::Begun, &again)?;
    let (network, moment) = (date.network.name(voice.language), date.occurrence.start);
    let lines: Vec<String> = typed
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    if lines.is_empty() {
        let reply = voice.said(ReplyKind::Sessions, &Message::RecapHow { network, moment });
        return Ok(Outcome { reply, effects: Vec::new() });
    }
    asked.without_identity_code([typed])?;
    if date.occurrence.is_skipped {
        return Err(voice.no(&Message::RecapSkipped { network, moment }));
    }
    if date.occurrence.starts_at > voice.world.now {
        return Err(voice.no(&Message::RecapTooEarly { network, moment }));
    }
    let text = lines.join("\n");
    if lines.len() > RECAP_LINES || text.chars().count() > RECAP_CHARS {
        return Err(voice.no(&Message::RecapTooLong { lines: RECAP_LINES, count: RECAP_CHARS }));
    }
    let words = if date.occurrence.recap.is_some() {
        Message::RecapChanged { network, moment }
    } else {
        Message::RecapKept { network, moment }
    };
    let mut reply = voice.said(ReplyKind::Sessions, &words);
    reply.topic = Some(date.network.id.clone());
    reply.answer.0.extend(Prose::bullets(lines).0);
    let original = date.occurrence.original;
    let change = date.series.change(original).cloned().unwrap_or_else(|| Change::of(original));
    let change = Change {
        recap: Some(text),
        recap_at: Some(voice.world.now),
        sequence: change.sequence + 1,
        ..change
    };
    Ok(Outcome { reply, effects: vec![Effect::Put(date.series.id, change)] })
}
