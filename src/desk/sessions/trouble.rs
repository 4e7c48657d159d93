//! What a host is told when something was not delivered, or nobody knows.

use super::plan::Purpose;
use super::receipt::{is_private, occurrence_key};
use super::voice::{Date, Voice};
use crate::domain::delivery::{Delivery, Key, Reason, State};
use crate::domain::reply::ReplySection;
use crate::domain::session::SessionRequest;
use crate::domain::{Prose, ReplyKind, Target, TargetKind};
use crate::l10n::Message;
use crate::outbox::Worded;

/// What was missed or is uncertain about a date: where, why, and what to do.
pub(super) fn word(voice: Voice<'_>, date: &Date<'_>, about: &[Delivery]) -> Result<Worded, Worded> {
    let key = occurrence_key(date.occurrence.original);
    let affected: Vec<(&Delivery, Purpose)> = about
        .iter()
        .filter(|delivery| delivery.key.occurrence == key)
        .filter(|delivery| matches!(delivery.state, State::Missed | State::Unknown))
        .filter_map(|delivery| Some((delivery, Purpose::parse(&delivery.key.purpose)?)))
        .collect();
    if affected.is_empty() {
        return Err(Worded::Cancel(Reason::Answered));
    }
    let mut lines: Vec<String> = Vec::new();
    let mut private: Vec<(Purpose, State, Option<Reason>, usize)> = Vec::new();
    for (delivery, purpose) in &affected {
        if is_private(purpose, &delivery.key.target, date) {
            let same = |(known, state, reason, _): &&mut (Purpose, State, Option<Reason>, usize)| {
                known == purpose && *state == delivery.state && *reason == delivery.reason
            };
            match private.iter_mut().find(same) {
                Some((.., count)) => *count += 1,
                None => private.push((purpose.clone(), delivery.state, delivery.reason, 1)),
            }
            continue;
        }
        let place = voice.place(&delivery.key.target, date.network);
        let mut said = line(voice, purpose, &place, delivery.state, delivery.reason);
        if let Some(fallback) = instead(delivery, date, about) {
            let place = voice.place(fallback, date.network);
            said = format!("{said}. {}", voice.say(&Message::SentInstead { place: &place }));
        }
        lines.push(said);
    }
    for (purpose, state, reason, count) in private {
        let place = voice.say(&Message::PlaceFollowers { count });
        lines.push(line(voice, &purpose, &place, state, reason));
    }
    let (name, moment) = (date.network.name(voice.language), date.occurrence.start);
    let mut reply = voice.said(ReplyKind::Sessions, &Message::TroubleAbout { network: name, moment });
    reply.topic = Some(date.network.id.clone());
    reply.title = Some(voice.say(&Message::TroubleTitle { network: name }));
    reply.answer.0.extend(Prose::bullets(lines).0);
    let mut steps: Vec<String> = Vec::new();
    for (delivery, _) in affected.iter().filter(|(one, purpose)| !is_private(purpose, &one.key.target, date))
    {
        let step = delivery.reason.map(|reason| step(voice, date, &delivery.key.target, reason));
        steps.extend(step.filter(|step| !steps.contains(step)));
    }
    if !steps.is_empty() {
        reply.sections.push(ReplySection {
            heading: voice.say(&Message::WhatToDoHeading),
            body: Prose::bullets(steps),
        });
    }
    if date.occurrence.ends_at > voice.world.now && !date.occurrence.is_skipped {
        reply.sections.push(ReplySection {
            heading: voice.say(&Message::PassOnHeading),
            body: Prose::bullets(voice.details(date)),
        });
    }
    let receipt = SessionRequest::Receipt(date.series.id.into());
    reply.actions.push(voice.action(&Message::ButtonReceipt, receipt));
    Ok(Worded::Say(Box::new(reply)))
}

/// Where a message went that its own channel refused.
fn instead<'a>(delivery: &Delivery, date: &Date<'a>, about: &[Delivery]) -> Option<&'a Target> {
    let fallback = date.network.fallback.as_ref().filter(|fallback| **fallback != delivery.key.target)?;
    let key = Key { target: fallback.clone(), ..delivery.key.clone() };
    about.iter().any(|other| other.key == key && other.state == State::Sent).then_some(fallback)
}

/// What the host can do about it.
fn step(voice: Voice<'_>, date: &Date<'_>, target: &Target, reason: Reason) -> String {
    let is_closed = matches!(reason, Reason::Forbidden | Reason::NotFound);
    if is_closed && target.kind() == TargetKind::User {
        let place = voice.place(target, date.network);
        return voice.say(&Message::WhatToDoPerson { place: &place });
    }
    voice.say(&Message::WhatToDo { reason })
}

fn line(voice: Voice<'_>, purpose: &Purpose, place: &str, state: State, reason: Option<Reason>) -> String {
    let what = purpose.name(voice);
    let reason = reason.map(|reason| voice.say(&Message::Reason { reason })).unwrap_or_default();
    let outcome = voice.say(&if state == State::Unknown {
        Message::OutcomeUnknown { reason: &reason }
    } else {
        Message::OutcomeMissed { reason: &reason }
    });
    voice.say(&Message::ReceiptLine { what: &what, place, outcome: &outcome })
}
