//! The question to a host before a session: still on, what about, where?

use super::plan::Purpose;
use super::voice::{Date, Voice, hosts};
use crate::domain::delivery::Reason;
use crate::domain::session::{DateRef, Details, SessionRequest};
use crate::domain::{Prose, Reply};
use crate::l10n::Message;
use crate::outbox::Worded;

/// The question, unless it has been answered.
pub(super) fn still_on(voice: Voice<'_>, date: &Date<'_>, purpose: &Purpose) -> Result<Reply, Worded> {
    let occurrence = &date.occurrence;
    if occurrence.is_skipped {
        return Err(Worded::Cancel(Reason::Skipped));
    }
    if !date.is_unconfirmed() {
        return Err(Worded::Cancel(Reason::Answered));
    }
    if voice.world.now >= occurrence.starts_at {
        return Err(Worded::Miss(Reason::TooLate));
    }
    let (name, moment) = (date.network.name(voice.language), occurrence.start);
    let words = Message::StillOn { network: name, moment };
    let mut reply = voice.said(crate::domain::ReplyKind::Sessions, &words);
    reply.topic = Some(date.network.id.clone());
    reply.title = Some(voice.say(&Message::StillOnTitle { network: name }));
    if *purpose == Purpose::StillOnDeputy {
        let hosts = hosts(date.network).unwrap_or_else(|| voice.say(&Message::PlaceHost));
        reply.lead = Some(voice.say(&Message::StillOnDeputy { hosts: &hosts }));
    }
    let topic = date.topic().map_or_else(
        || voice.say(&Message::StillOnNoTopic),
        |topic| voice.say(&Message::SessionTopic { topic }),
    );
    let standing = date.series.link.as_deref().or(date.network.link.as_deref());
    let link = occurrence
        .link
        .as_deref()
        .or(standing)
        .map_or_else(|| voice.say(&Message::StillOnNoLink), |link| voice.say(&Message::StillOnLink { link }));
    reply.answer.0.extend(Prose::bullets([topic, link]).0);
    reply.answer.0.extend(Prose::paragraph(voice.say(&Message::StillOnElse)).0);
    let original = || DateRef::of(date.series.id, occurrence.original);
    reply.actions = vec![
        voice.action(&Message::ButtonYes, SessionRequest::Confirm(original())),
        voice.action(&Message::ButtonMove, SessionRequest::Move(original(), String::new())),
        voice.action(&Message::ButtonSkip, SessionRequest::Skip(original())),
        voice.action(&Message::ButtonTopic, SessionRequest::Set(original(), Details::default())),
    ];
    Ok(reply)
}
