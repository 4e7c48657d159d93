//! What is to be sent about sessions, when, and to whom; and who is told when that fails.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

use super::state::Sessions;
use crate::domain::delivery::{Delivery, Key, Reason, Stamp, State};
use crate::domain::session::{Lead, Network, Occurrence, Person, Series, SeriesId, SeriesState};
use crate::domain::{Target, TargetKind};
use crate::store::Planned;

/// A deputy is asked so many days after the host.
const DEPUTY_AFTER_DAYS: u16 = 2;
/// Private reminders of a day or more before are spread over this time before they are due.
const SPREAD: SignedDuration = SignedDuration::from_hours(1);
/// What fails together is told of together.
const TOGETHER: SignedDuration = SignedDuration::from_secs(30);
/// Those of some minutes before are spread over a third of the minutes, and at most this.
const SPREAD_SHORT: SignedDuration = SignedDuration::from_mins(10);

/// What a delivery about a session is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A reminder so long before the start; where the date was moved, with the start for which it is.
    Reminder(Lead, Option<DateTime>),
    /// Asks a host whether the date is still on.
    StillOn,
    /// Asks a deputy, when no host has replied.
    StillOnDeputy,
    /// Says that the date takes place at another time than was said, or after all; with when its host changed it, in seconds
    /// since 1970 in UTC, which keeps one such notice apart from the next.
    Moved(i64),
    /// Says that the date does not take place; with when its host said so, in the same way.
    Skipped(i64),
    /// The three lines after the session.
    Recap,
    /// Tells of deliveries that failed; the number of the first of them keeps one notice apart from the next.
    Trouble(i64),
}

const CIVIL: &str = "%Y-%m-%dT%H:%M:%S";

impl Purpose {
    /// The text in the key of a delivery.
    pub fn to_key(&self) -> String {
        let civil = |start: &DateTime| start.strftime(CIVIL).to_string();
        match self {
            Self::Reminder(lead, None) => format!("reminder:{lead}"),
            Self::Reminder(lead, Some(start)) => format!("reminder:{lead}@{}", civil(start)),
            Self::StillOn => "still-on".to_owned(),
            Self::StillOnDeputy => "still-on-deputy".to_owned(),
            Self::Moved(changed_at) => format!("moved:{changed_at}"),
            Self::Skipped(changed_at) => format!("skipped:{changed_at}"),
            Self::Recap => "recap".to_owned(),
            Self::Trouble(first) => format!("trouble:{first}"),
        }
    }

    /// The purpose of a key; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "still-on" => return Some(Self::StillOn),
            "still-on-deputy" => return Some(Self::StillOnDeputy),
            "recap" => return Some(Self::Recap),
            _ => {}
        }
        if let Some(changed_at) = text.strip_prefix("moved:") {
            return Some(Self::Moved(changed_at.parse().ok()?));
        }
        if let Some(changed_at) = text.strip_prefix("skipped:") {
            return Some(Self::Skipped(changed_at.parse().ok()?));
        }
        if let Some(first) = text.strip_prefix("trouble:") {
            return Some(Self::Trouble(first.parse().ok()?));
        }
        let rest = text.strip_prefix("reminder:")?;
        match rest.split_once('@') {
            None => Some(Self::Reminder(rest.parse().ok()?, None)),
            Some((lead, start)) => Some(Self::Reminder(lead.parse().ok()?, Some(start.parse().ok()?))),
        }
    }
}

/// The series and the original start that a delivery is about; `None` when it is not about a session.
pub fn date_of(key: &Key) -> Option<(SeriesId, DateTime)> {
    let series = key.subject.strip_prefix("series:")?.parse().ok()?;
    Some((SeriesId(series), key.occurrence.parse().ok()?))
}

/// The subject of the deliveries about a series.
pub fn subject(series: SeriesId) -> String {
    format!("series:{series}")
}

pub(super) fn key(occurrence: &Occurrence, purpose: &str, target: &Target) -> Key {
    Key {
        subject: subject(occurrence.series),
        occurrence: occurrence.original.strftime(CIVIL).to_string(),
        purpose: purpose.to_owned(),
        target: target.clone(),
    }
}

/// When reminders of a series go out, the longest lead first.
pub fn leads<'a>(series: &'a Series, network: &'a Network) -> &'a [Lead] {
    if series.leads.is_empty() { &network.leads } else { &series.leads }
}

/// Where reminders of a series go.
pub fn targets<'a>(series: &'a Series, network: &'a Network) -> &'a [Target] {
    if series.targets.is_empty() { &network.targets } else { &series.targets }
}

/// Whether the details of a date are still open: its host was asked, or will be, and has not said that it is on. A date that was
/// announced or resumed so late that nobody is asked counts as confirmed by that.
pub fn is_unconfirmed(occurrence: &Occurrence, series: &Series, network: &Network) -> bool {
    network.confirm_days > 0
        && !occurrence.is_confirmed
        && asked_at(occurrence, series, network) > series.since
}

/// When the host is asked.
fn asked_at(occurrence: &Occurrence, series: &Series, network: &Network) -> Timestamp {
    occurrence.reminder_at(Lead::Days(network.confirm_days), series)
}

/// What is to go out after `from` (exclusive) and until `until` (inclusive), as things stand. `sent` holds every delivery about
/// the series of which a date was changed after `from`: only those are told of a change who have heard of the date before.
pub fn wanted(sessions: &Sessions, sent: &[Delivery], from: Timestamp, until: Timestamp) -> Vec<Planned> {
    let mut wanted = Vec::new();
    for series in sessions.series.iter().filter(|series| series.state != SeriesState::Draft) {
        let Some(network) = sessions.networks.iter().find(|network| network.id == series.network) else {
            continue;
        };
        // What is due in the window may be about a date that begins up to a lead later, or has ended and gets its recap.
        let day = SignedDuration::from_hours(24);
        let reach = day * (i32::from(Lead::MAX_DAYS) + 2);
        let since = from.saturating_sub(reach).unwrap_or(from);
        let until_start = until.saturating_add(reach).unwrap_or(until);
        for occurrence in series.occurrences(since, until_start) {
            let about = About { sessions, sent, series, network, occurrence: &occurrence };
            about.add(&mut wanted);
        }
    }
    wanted.retain(|planned| from < planned.due_at && planned.due_at <= until);
    wanted
}

/// The series of which a date was changed after a moment, for [`wanted`].
pub fn changed_since(sessions: &Sessions, from: Timestamp) -> impl Iterator<Item = SeriesId> {
    let is_new = move |series: &&Series| {
        series.changes.iter().any(|change| change.changed_at.is_some_and(|changed_at| changed_at > from))
    };
    sessions.series.iter().filter(is_new).map(|series| series.id)
}

/// One date with all that is known of it.
struct About<'a> {
    sessions: &'a Sessions,
    sent: &'a [Delivery],
    series: &'a Series,
    network: &'a Network,
    occurrence: &'a Occurrence,
}

impl About<'_> {
    fn add(&self, wanted: &mut Vec<Planned>) {
        self.add_news(wanted);
        if self.series.state == SeriesState::Active && !self.occurrence.is_skipped {
            self.add_reminders(wanted);
            self.add_questions(wanted);
        }
    }

    fn push(&self, purpose: &Purpose, target: &Target, due_at: Timestamp, wanted: &mut Vec<Planned>) {
        let key = key(self.occurrence, &purpose.to_key(), target);
        wanted.push(Planned { key, due_at, may_have_been_sent: false });
    }

    fn channels(&self) -> &[Target] {
        targets(self.series, self.network)
    }

    fn add_reminders(&self, wanted: &mut Vec<Planned>) {
        let occurrence = self.occurrence;
        let moved = (occurrence.start != occurrence.original).then_some(occurrence.start);
        let changed_at = self.series.change(occurrence.original).and_then(|change| change.changed_at);
        for lead in leads(self.series, self.network) {
            let due_at = occurrence.reminder_at(*lead, self.series);
            // Of a date that was moved or brought back, those that were due before are no longer worth sending.
            if due_at <= self.series.since || changed_at.is_some_and(|changed_at| due_at <= changed_at) {
                continue;
            }
            let purpose = Purpose::Reminder(*lead, moved);
            for target in self.channels() {
                self.push(&purpose, target, due_at, wanted);
            }
            let followers = self.sessions.follows.iter().filter(|follow| follow.network == self.network.id);
            for follow in followers.filter(|follow| due_at > follow.since) {
                let key = key(occurrence, &purpose.to_key(), &follow.person);
                // Not before the follow itself, or planning would never see it.
                let earliest = follow.since.max(self.series.since) + SignedDuration::from_millis(1);
                let due_at = due_at.saturating_sub(spread(&key, *lead)).unwrap_or(due_at).max(earliest);
                wanted.push(Planned { key, due_at, may_have_been_sent: false });
            }
        }
    }

    fn add_questions(&self, wanted: &mut Vec<Planned>) {
        if !is_unconfirmed(self.occurrence, self.series, self.network) {
            return;
        }
        let days = self.network.confirm_days;
        let deputy_days = days.saturating_sub(DEPUTY_AFTER_DAYS).max(1);
        let asked = [
            (Purpose::StillOn, days, &self.network.hosts),
            (Purpose::StillOnDeputy, deputy_days, &self.network.deputies),
        ];
        for (purpose, days, people) in asked {
            // With a day between them there is no time for a reply: the deputy is asked with the host.
            let due_at = self.occurrence.reminder_at(Lead::Days(days), self.series);
            for target in reachable(people) {
                self.push(&purpose, target, due_at, wanted);
            }
        }
    }

    /// What tells of a change, and what is told after the session.
    fn add_news(&self, wanted: &mut Vec<Planned>) {
        let occurrence = self.occurrence;
        let Some(change) = self.series.change(occurrence.original) else { return };
        if let Some(recap_at) =
            change.recap_at.filter(|_| occurrence.recap.is_some() && !occurrence.is_skipped)
        {
            let due_at = recap_at.max(occurrence.ends_at);
            self.channels().iter().for_each(|target| self.push(&Purpose::Recap, target, due_at, wanted));
        }
        let Some(changed_at) = change.changed_at else { return };
        let purpose = news(occurrence, changed_at);
        let about = key(occurrence, "", &self.series.host);
        let has_heard = |delivery: &&Delivery| {
            let is_about =
                delivery.key.subject == about.subject && delivery.key.occurrence == about.occurrence;
            let told = Purpose::parse(&delivery.key.purpose);
            let may_be_there = match delivery.state {
                State::Sent | State::Unknown | State::Claimed => true,
                State::Planned => delivery.is_in_doubt,
                State::Cancelled | State::Missed => false,
            };
            is_about
                && matches!(told, Some(Purpose::Reminder(..) | Purpose::Moved(_) | Purpose::Skipped(_)))
                && may_be_there
                && delivery.first_try_at.is_some_and(|first_try| first_try <= changed_at)
        };
        let heard: BTreeSet<&Target> =
            self.sent.iter().filter(has_heard).map(|delivery| &delivery.key.target).collect();
        for target in heard {
            self.push(&purpose, target, changed_at, wanted);
        }
    }
}

/// What is to be said of a date that its host changed.
fn news(occurrence: &Occurrence, changed_at: Timestamp) -> Purpose {
    if occurrence.is_skipped {
        Purpose::Skipped(changed_at.as_second())
    } else {
        Purpose::Moved(changed_at.as_second())
    }
}

/// People who can be written to.
fn reachable(people: &[Person]) -> impl Iterator<Item = &Target> {
    people.iter().map(|person| &person.id).filter(|id| id.kind() == TargetKind::User)
}

/// How much earlier a private reminder goes out: always the same for the same one, so that many do not go out at once.
fn spread(key: &Key, lead: Lead) -> SignedDuration {
    let over = match lead {
        Lead::Days(_) => SPREAD,
        Lead::Minutes(minutes) => SignedDuration::from_mins(i64::from(minutes) / 3).min(SPREAD_SHORT),
    };
    let stamp = Stamp::of(key, "");
    let place = stamp.as_str().get(..8).and_then(|digits| i64::from_str_radix(digits, 16).ok()).unwrap_or(0);
    let seconds = over.as_secs().max(1);
    SignedDuration::from_secs(place % seconds)
}

/// Why a planned delivery is no longer wanted; `None` when it goes out all the same, as a notice of trouble does.
pub fn why_not(delivery: &Delivery, sessions: &Sessions) -> Option<Reason> {
    let (Some((id, original)), Some(purpose)) =
        (date_of(&delivery.key), Purpose::parse(&delivery.key.purpose))
    else {
        return Some(Reason::Gone);
    };
    let series = sessions.series.iter().find(|series| series.id == id);
    let network =
        series.and_then(|series| sessions.networks.iter().find(|network| network.id == series.network));
    let (Some(series), Some(network)) = (series, network) else { return Some(Reason::Gone) };
    if let Purpose::Trouble(_) = purpose {
        return None;
    }
    let is_news = matches!(purpose, Purpose::Moved(_) | Purpose::Skipped(_) | Purpose::Recap);
    match series.state {
        SeriesState::Active => {}
        SeriesState::Paused | SeriesState::Ended if is_news => {}
        SeriesState::Paused => return Some(Reason::Paused),
        SeriesState::Ended => return Some(Reason::Ended),
        SeriesState::Draft => return Some(Reason::Gone),
    }
    let Some(occurrence) = series.occurrence(original) else { return Some(Reason::Ended) };
    if occurrence.is_skipped && !matches!(purpose, Purpose::Skipped(_)) {
        return Some(Reason::Skipped);
    }
    let moved = (occurrence.start != occurrence.original).then_some(occurrence.start);
    match &purpose {
        Purpose::Reminder(_, start) if *start != moved => Some(Reason::Moved),
        Purpose::Moved(_) | Purpose::Skipped(_) if !is_newest(&purpose, &occurrence, series) => {
            Some(Reason::Moved)
        }
        Purpose::Recap if occurrence.recap.is_none() => Some(Reason::Gone),
        Purpose::StillOn | Purpose::StillOnDeputy if !is_unconfirmed(&occurrence, series, network) => {
            Some(Reason::Answered)
        }
        Purpose::StillOn | Purpose::StillOnDeputy => {
            (!network.is_run_by(std::slice::from_ref(&delivery.key.target))).then_some(Reason::Gone)
        }
        Purpose::Reminder(lead, _) => why_not_to(&delivery.key.target, series, network, sessions)
            .or_else(|| (!leads(series, network).contains(lead)).then_some(Reason::Gone)),
        Purpose::Moved(_) | Purpose::Skipped(_) | Purpose::Recap => {
            why_not_to(&delivery.key.target, series, network, sessions)
        }
        Purpose::Trouble(_) => None,
    }
}

/// Whether what is to be said of a change is still the last word.
fn is_newest(purpose: &Purpose, occurrence: &Occurrence, series: &Series) -> bool {
    let changed_at = series.change(occurrence.original).and_then(|change| change.changed_at);
    changed_at.is_some_and(|changed_at| *purpose == news(occurrence, changed_at))
}

fn why_not_to(target: &Target, series: &Series, network: &Network, sessions: &Sessions) -> Option<Reason> {
    let follows = |person: &Target| {
        sessions.follows.iter().any(|follow| follow.person == *person && follow.network == network.id)
    };
    match target.kind() {
        TargetKind::User => (!follows(target)).then_some(Reason::Unfollowed),
        _ if targets(series, network).contains(target) || network.fallback.as_ref() == Some(target) => None,
        _ => Some(Reason::Gone),
    }
}

/// What is sent because of deliveries that were missed or are unknown: the fallback channel first, then the hosts, then the
/// admins. Nobody is told of a private reminder that its own reader refuses. `there` holds every delivery about the same series.
pub fn escalate(
    deliveries: &[Delivery],
    there: &[Delivery],
    sessions: &Sessions,
    now: Timestamp,
) -> Vec<Planned> {
    let mut planned: Vec<Planned> = Vec::new();
    for delivery in deliveries {
        let Some(next) = next_step(delivery, there, sessions) else { continue };
        let targets = match next {
            Step::InsteadTo(target) => {
                // Due as before: it says itself that it is late.
                let key = Key { target, ..delivery.key.clone() };
                planned.push(Planned { key, due_at: delivery.due_at, may_have_been_sent: false });
                continue;
            }
            Step::Tell(targets) => targets,
        };
        let purpose = match Purpose::parse(&delivery.key.purpose) {
            Some(Purpose::Trouble(first)) => Purpose::Trouble(first),
            _ => Purpose::Trouble(delivery.id.0),
        };
        for target in targets {
            let key = Key { target, purpose: purpose.to_key(), ..delivery.key.clone() };
            let is_same = |known: &Key| {
                known.subject == key.subject
                    && known.occurrence == key.occurrence
                    && known.target == key.target
                    && matches!(Purpose::parse(&known.purpose), Some(Purpose::Trouble(_)))
            };
            // One notice tells of everything that has failed of a date until it goes out, which is a little later for that.
            let is_on_its_way = planned.iter().any(|planned| is_same(&planned.key))
                || there
                    .iter()
                    .any(|other| other.state == State::Planned && !other.is_in_doubt && is_same(&other.key));
            if !is_on_its_way {
                planned.push(Planned { key, due_at: now + TOGETHER, may_have_been_sent: false });
            }
        }
    }
    planned
}

/// What follows when a delivery has failed.
enum Step {
    /// It goes there instead.
    InsteadTo(Target),
    /// These are told.
    Tell(Vec<Target>),
}

fn next_step(delivery: &Delivery, there: &[Delivery], sessions: &Sessions) -> Option<Step> {
    let purpose = Purpose::parse(&delivery.key.purpose)?;
    let (id, _) = date_of(&delivery.key)?;
    let series = sessions.series.iter().find(|series| series.id == id);
    let network =
        series.and_then(|series| sessions.networks.iter().find(|network| network.id == series.network));
    let admins = || (!sessions.admins.is_empty()).then(|| Step::Tell(sessions.admins.clone()));
    let Some(network) = network else { return admins() };
    let target = &delivery.key.target;
    let is_refused = matches!(delivery.reason, Some(Reason::Forbidden | Reason::NotFound | Reason::Rejected));
    match purpose {
        Purpose::Trouble(_) if sessions.admins.contains(target) => return None,
        // A question that came too late is no trouble; where the host refuses it, the deputy is asked in two days anyway.
        Purpose::StillOn if !is_refused || reachable(&network.deputies).next().is_some() => return None,
        Purpose::StillOnDeputy if !is_refused => return None,
        Purpose::Trouble(_) | Purpose::StillOn | Purpose::StillOnDeputy => return admins(),
        _ if target.kind() == TargetKind::User => return None,
        _ => {}
    }
    let has_failed_there = |fallback: &Target| {
        let key = Key { target: fallback.clone(), ..delivery.key.clone() };
        there.iter().any(|other| other.key == key && matches!(other.state, State::Missed | State::Unknown))
    };
    let fallback = network.fallback.clone().filter(|fallback| is_refused && fallback != target);
    if let Some(fallback) = fallback.filter(|fallback| !has_failed_there(fallback)) {
        return Some(Step::InsteadTo(fallback));
    }
    let hosts: Vec<Target> = reachable(&network.hosts).cloned().collect();
    if hosts.is_empty() { admins() } else { Some(Step::Tell(hosts)) }
}
