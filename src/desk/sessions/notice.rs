//! What a delivery about a session says at the moment it goes out.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

use super::next::for_anyone;
use super::plan::{Purpose, date_of, targets, why_not};
use super::receipt::is_private;
use super::voice::{Date, Voice, civil, coming, hosts};
use super::{question, trouble};
use crate::desk::World;
use crate::domain::delivery::{Delivery, Reason};
use crate::domain::session::{Lead, Network, Series, SeriesState, SessionRequest};
use crate::domain::{Discretion, Language, Prose, Reply, ReplyKind, TargetKind};
use crate::l10n::Message;
use crate::outbox::Worded;

/// A reminder this much after its time still counts as on time.
const ON_TIME: SignedDuration = SignedDuration::from_mins(2);
/// Closer than this the minutes are told.
const MINUTES_ARE_TOLD: i64 = 90;

/// What a delivery about a session says at `world.now`; `about` is every delivery of the same series.
pub fn notice(delivery: &Delivery, about: &[Delivery], world: &World<'_>) -> Worded {
    word(delivery, about, world).unwrap_or_else(|worded| worded)
}

/// The same; what is not said comes as the error, so that every step may end it.
fn word(delivery: &Delivery, about: &[Delivery], world: &World<'_>) -> Result<Worded, Worded> {
    let gone = || Worded::Cancel(Reason::Gone);
    let key = &delivery.key;
    let (id, original) = date_of(key).ok_or_else(gone)?;
    let series = world.sessions.series_numbered(id).ok_or_else(gone)?;
    let network = world.sessions.network(&series.network).ok_or_else(gone)?;
    let purpose = Purpose::parse(&key.purpose).ok_or_else(gone)?;
    let voice = Voice { world, language: language(delivery, &purpose, series, network, world)? };
    let Some(date) = date(series, network, original) else {
        let has_ended = series.ends_on.is_some_and(|last| original.date() > last);
        return match purpose {
            Purpose::Trouble(_) if has_ended => {
                let ended = Series { ends_on: None, ..series.clone() };
                let date = date(&ended, network, original).ok_or_else(gone)?;
                trouble::word(voice, &date, about)
            }
            _ if has_ended => Err(Worded::Cancel(Reason::Ended)),
            _ => Err(gone()),
        };
    };
    if let Purpose::Trouble(_) = purpose {
        return trouble::word(voice, &date, about);
    }
    if let Some(reason) = why_not(delivery, world.sessions) {
        return Err(Worded::Cancel(reason));
    }
    let worded = match purpose {
        Purpose::Reminder(lead, of) => reminder(voice, &date, delivery.due_at, lead, of)?,
        Purpose::StillOn | Purpose::StillOnDeputy => question::still_on(voice, &date, &purpose)?,
        Purpose::Moved(_) => moved(voice, &date)?,
        Purpose::Skipped(_) => skipped(voice, &date)?,
        Purpose::Recap => recap(voice, &date)?,
        Purpose::Trouble(_) => return Err(gone()),
    };
    let mut reply = worded;
    if is_private(&purpose, &key.target, &date) {
        reply.discretion = Discretion::AskerOnly;
        reply.review.push(voice.say(&Message::PrivateReminder));
        let follow = voice.action(&Message::ButtonFollow, SessionRequest::Follow(network.id.clone()));
        reply.actions.retain(|action| action.request != follow.request);
        let unfollow = SessionRequest::Unfollow(network.id.clone());
        reply.actions.push(voice.action(&Message::ButtonUnfollow, unfollow));
    }
    Ok(Worded::Say(Box::new(reply)))
}

fn date<'a>(series: &'a Series, network: &'a Network, original: DateTime) -> Option<Date<'a>> {
    let occurrence = series.occurrence(original)?;
    Some(Date { series, network, occurrence })
}

/// A follower's own language, and the network's for everybody else. Who no longer follows gets nothing.
fn language(
    delivery: &Delivery,
    purpose: &Purpose,
    series: &Series,
    network: &Network,
    world: &World<'_>,
) -> Result<Language, Worded> {
    let target = &delivery.key.target;
    if !purpose.is_for_everyone()
        || targets(series, network).contains(target)
        || network.fallback.as_ref() == Some(target)
    {
        return Ok(network.language);
    }
    let mut follows = world.sessions.follows.iter();
    let follow = follows.find(|one| one.person == *target && one.network == network.id);
    let not_followed = if target.kind() == TargetKind::User { Reason::Unfollowed } else { Reason::Gone };
    follow.map(|follow| follow.language).ok_or(Worded::Cancel(not_followed))
}

fn reminder(
    voice: Voice<'_>,
    date: &Date<'_>,
    due_at: Timestamp,
    lead: Lead,
    of: Option<DateTime>,
) -> Result<Reply, Worded> {
    let (now, occurrence) = (voice.world.now, &date.occurrence);
    if occurrence.is_skipped {
        return Err(Worded::Cancel(Reason::Skipped));
    }
    if occurrence.start != of.unwrap_or(occurrence.original) {
        return Err(Worded::Cancel(Reason::Moved));
    }
    let has_started = now >= occurrence.starts_at;
    if now >= occurrence.ends_at || has_started && !lead.is_within_a_day() {
        return Err(Worded::Miss(Reason::TooLate));
    }
    let name = date.network.name(voice.language);
    let when = soon(voice, date);
    let mut reply = Reply::new(ReplyKind::Sessions, voice.language, Prose::bullets(voice.details(date)));
    reply.topic = Some(date.network.id.clone());
    reply.title = Some(voice.say(&Message::ReminderTitle { network: name, when: &when }));
    if !has_started && now > due_at.saturating_add(ON_TIME).unwrap_or(due_at) {
        let due = civil(due_at, date.series);
        reply.notices.push(voice.say(&Message::ReminderLate { moment: due }));
    }
    if date.is_unconfirmed() {
        reply.answer.0.extend(Prose::paragraph(voice.say(&Message::Unconfirmed)).0);
    }
    reply.actions = for_anyone(voice, date);
    Ok(reply)
}

/// How soon it is: "in 15 minutes", "tomorrow", "in 7 days", "has started".
fn soon(voice: Voice<'_>, date: &Date<'_>) -> String {
    let (now, starts_at) = (voice.world.now, date.occurrence.starts_at);
    if now >= starts_at {
        return voice.say(&Message::HasStarted);
    }
    let today = civil(now, date.series).date();
    let days = today.until(date.occurrence.start.date()).map_or(0, |span| span.get_days());
    // Rounded up: nobody comes too late because of it.
    let minutes = (starts_at.duration_since(now).as_secs() + 59) / 60;
    let message = match usize::try_from(days).unwrap_or_default() {
        _ if minutes <= MINUTES_ARE_TOLD => {
            Message::InMinutes { count: usize::try_from(minutes).unwrap_or_default() }
        }
        0 => Message::Today,
        1 => Message::Tomorrow,
        count => Message::InDays { count },
    };
    voice.say(&message)
}

/// It takes place at another time than a reminder said.
fn moved(voice: Voice<'_>, date: &Date<'_>) -> Result<Reply, Worded> {
    let occurrence = &date.occurrence;
    if voice.world.now >= occurrence.ends_at {
        return Err(Worded::Miss(Reason::TooLate));
    }
    let name = date.network.name(voice.language);
    let words = if occurrence.start == occurrence.original {
        Message::MovedBackNotice { after: occurrence.start }
    } else {
        Message::MovedNotice { before: occurrence.original, after: occurrence.start }
    };
    let mut reply = Reply::new(ReplyKind::Sessions, voice.language, Prose::paragraph(voice.say(&words)));
    reply.answer.0.extend(Prose::bullets(voice.details(date)).0);
    reply.topic = Some(date.network.id.clone());
    reply.title = Some(voice.say(&if occurrence.start == occurrence.original {
        Message::MovedBackTitle { network: name }
    } else {
        Message::MovedTitle { network: name }
    }));
    reply.actions = for_anyone(voice, date);
    Ok(reply)
}

/// It does not take place, though a reminder said so.
fn skipped(voice: Voice<'_>, date: &Date<'_>) -> Result<Reply, Worded> {
    let (name, moment) = (date.network.name(voice.language), date.occurrence.start);
    if voice.world.now >= date.occurrence.ends_at {
        return Err(Worded::Miss(Reason::TooLate));
    }
    let mut reply = Reply::new(
        ReplyKind::Sessions,
        voice.language,
        Prose::paragraph(voice.say(&Message::SkippedNotice { moment })),
    );
    reply.topic = Some(date.network.id.clone());
    reply.title = Some(voice.say(&Message::SkippedTitle { network: name }));
    if date.series.state == SeriesState::Active {
        let dates = coming(date.series, voice.world.now, 12);
        let next = dates.iter().find(|one| !one.is_skipped && one.original != date.occurrence.original);
        reply.closing = next.map(|next| voice.say(&Message::NextIs { moment: next.start }));
    }
    reply.actions = for_anyone(voice, date);
    Ok(reply)
}

/// Three lines after it.
fn recap(voice: Voice<'_>, date: &Date<'_>) -> Result<Reply, Worded> {
    let Some(recap) = &date.occurrence.recap else { return Err(Worded::Cancel(Reason::Gone)) };
    let (name, moment) = (date.network.name(voice.language), date.occurrence.start);
    let lines = recap.lines().map(str::to_owned);
    let mut reply = Reply::new(ReplyKind::Sessions, voice.language, Prose::bullets(lines));
    reply.topic = Some(date.network.id.clone());
    reply.title = Some(voice.say(&Message::RecapTitle { network: name, date: moment.date() }));
    if let Some(hosts) = hosts(date.network) {
        reply.review.push(voice.say(&Message::SessionHost { host: &hosts }));
    }
    reply.actions =
        vec![voice.action(&Message::ButtonFollow, SessionRequest::Follow(date.network.id.clone()))];
    reply.actions.push(voice.action(&Message::ButtonNext, SessionRequest::Next(date.network.id.clone())));
    Ok(reply)
}
