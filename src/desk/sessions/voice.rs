//! How sessions are spoken of, in one language.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

use super::plan::is_unconfirmed;
use super::state::Sessions;
use crate::desk::World;
use crate::domain::session::{Lead, Mark, Network, Nth, Occurrence, Rule, Series, SessionRequest};
use crate::domain::{
    Action, Discretion, Language, Prose, Reply, ReplyKind, Request, Target, TargetKind, TopicId,
};
use crate::l10n::Message;

/// How far ahead dates are looked for at a time.
const WINDOW: SignedDuration = SignedDuration::from_hours(24 * 400);
/// Twelve dates of a series that recurs once a year lie within so many windows.
const WINDOWS: usize = 12;

/// The world, spoken of in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) language: Language,
}

/// A session of a series of a network.
#[derive(Clone, Debug)]
pub(super) struct Date<'a> {
    pub(super) series: &'a Series,
    pub(super) network: &'a Network,
    pub(super) occurrence: Occurrence,
}

impl Date<'_> {
    /// Whether its details are still open.
    pub(super) fn is_unconfirmed(&self) -> bool {
        is_unconfirmed(&self.occurrence, self.series, self.network)
    }

    /// The link that may be shown: its own, or the standing one once the date is confirmed.
    pub(super) fn link(&self) -> Option<&str> {
        let standing = || self.series.link.as_deref().or(self.network.link.as_deref());
        self.occurrence.link.as_deref().or_else(|| standing().filter(|_| !self.is_unconfirmed()))
    }

    /// What it is about: its own topic, or that of the series.
    pub(super) fn topic(&self) -> Option<&str> {
        self.occurrence.topic.as_deref().or(self.series.about.as_deref())
    }
}

/// The next dates that are not over at a moment, skipped ones included.
pub(super) fn coming(series: &Series, at: Timestamp, count: usize) -> Vec<Occurrence> {
    let length = SignedDuration::from_mins(i64::from(series.duration_minutes));
    let mut from = at.saturating_sub(length).unwrap_or(at);
    let mut found: Vec<Occurrence> = Vec::new();
    for _ in 0..WINDOWS {
        let until = from.saturating_add(WINDOW).unwrap_or(Timestamp::MAX);
        for occurrence in series.occurrences(from, until) {
            let is_new = found.iter().all(|known| known.original != occurrence.original);
            if is_new && occurrence.ends_at > at {
                found.push(occurrence);
            }
        }
        if found.len() >= count {
            break;
        }
        from = until;
    }
    found.sort_by_key(|occurrence| occurrence.starts_at);
    found.truncate(count);
    found
}

/// An instant as people read it where the series takes place.
pub(super) fn civil(at: Timestamp, series: &Series) -> DateTime {
    series.zone.to_datetime(at)
}

impl<'a> Voice<'a> {
    pub(super) fn say(&self, message: &Message<'_>) -> String {
        self.world.say(self.language, message)
    }

    pub(super) const fn sessions(&self) -> &'a Sessions {
        self.world.sessions
    }

    /// A network by its name in the settings, or else by the title of its article.
    pub(super) fn name(&self, id: &TopicId) -> String {
        let article = || self.world.snapshot.article_in_any(id, self.language);
        let named = self.sessions().network(id).map(|network| network.name(self.language).to_owned());
        named.or_else(|| article().map(|article| article.title.clone())).unwrap_or_else(|| id.to_string())
    }

    /// Words for the asker alone.
    pub(super) fn said(&self, kind: ReplyKind, message: &Message<'_>) -> Reply {
        let mut reply = Reply::new(kind, self.language, Prose::paragraph(self.say(message)));
        reply.discretion = Discretion::AskerOnly;
        reply
    }

    /// Why not, in words for the asker alone.
    pub(super) fn no(&self, message: &Message<'_>) -> Box<Reply> {
        Box::new(self.said(ReplyKind::NoAnswer, message))
    }

    pub(super) fn action(&self, label: &Message<'_>, request: SessionRequest) -> Action {
        labelled(self.say(label), request)
    }

    /// A length of time.
    pub(super) fn length(&self, minutes: u16) -> String {
        let (hours, minutes) = (usize::from(minutes / 60), usize::from(minutes % 60));
        let hours_said = self.say(&Message::Hours { count: hours });
        let minutes_said = self.say(&Message::Minutes { count: minutes });
        match (hours, minutes) {
            (0, _) => minutes_said,
            (_, 0) => hours_said,
            _ => format!("{hours_said} {minutes_said}"),
        }
    }

    /// How long before: `7 days before`.
    pub(super) fn lead(&self, lead: Lead) -> String {
        match lead {
            Lead::Days(days) => self.say(&Message::LeadDays { count: days.into() }),
            Lead::Minutes(minutes) => self.say(&Message::LeadTime { length: &self.length(minutes) }),
        }
    }

    /// How a series recurs, and at what time.
    pub(super) fn rhythm(&self, series: &Series) -> String {
        let time = series.start.time();
        let weekdays = |days: &[_]| {
            let words = days.iter().map(|day| self.say(&Message::WeekdayName { day: *day }));
            words.collect::<Vec<_>>().join(", ")
        };
        match &series.rule {
            None => self.say(&Message::RhythmOnce { moment: series.start }),
            Some(Rule::Weekly { every, days }) => {
                self.say(&Message::RhythmWeekly { every: (*every).into(), days: &weekdays(days), time })
            }
            Some(Rule::MonthlyByWeekday { every, nth, day }) => {
                let nth = match nth {
                    Nth::From(place) => usize::from(*place),
                    Nth::Last => 0,
                };
                self.say(&Message::RhythmMonthlyWeekday { every: (*every).into(), nth, day: *day, time })
            }
            Some(Rule::MonthlyByDate { every, day }) => {
                let day = usize::try_from(*day).unwrap_or(0);
                self.say(&Message::RhythmMonthlyDate { every: (*every).into(), day, time })
            }
            Some(Rule::Yearly { every }) => {
                self.say(&Message::RhythmYearly { every: (*every).into(), date: series.start.date(), time })
            }
        }
    }

    /// A series in one line, to choose from.
    pub(super) fn series_line(&self, series: &Series) -> String {
        let (name, rhythm) = (self.name(&series.network), self.rhythm(series));
        self.say(&Message::SeriesLine { network: &name, rhythm: &rhythm })
    }

    /// What is to be known of a session, line by line: when, what, who, where.
    pub(super) fn details(&self, date: &Date<'_>) -> Vec<String> {
        let length = self.length(date.series.duration_minutes);
        let mut lines =
            vec![self.say(&Message::SessionWhen { moment: date.occurrence.start, length: &length })];
        let occurrence = &date.occurrence;
        lines.extend(date.topic().map(|topic| self.say(&Message::SessionTopic { topic })));
        lines.extend(
            occurrence.speaker.as_deref().map(|speaker| self.say(&Message::SessionSpeaker { speaker })),
        );
        lines.extend(date.link().map(|link| self.say(&Message::SessionLink { link })));
        lines.extend(occurrence.note.as_deref().map(|note| self.say(&Message::SessionNote { note })));
        if let Some(hosts) = hosts(date.network) {
            lines.push(self.say(&Message::SessionHost { host: &hosts }));
        }
        lines.push(self.say(&Message::SessionLanguage { language: date.network.language }));
        lines
    }

    /// What is remarkable about a date, in words.
    pub(super) fn marks(&self, occurrence: &Occurrence, series: &Series) -> Vec<String> {
        let marks = occurrence.marks(series).into_iter().map(|mark| match mark {
            Mark::SummerTimeBegan => self.say(&Message::MarkSummerTimeBegan),
            Mark::SummerTimeEnded => self.say(&Message::MarkSummerTimeEnded),
            Mark::ClockChange => self.say(&Message::MarkClockChange),
            Mark::July => self.say(&Message::MarkJuly),
            Mark::Holiday(holiday) => self.say(&Message::MarkHoliday { holiday }),
        });
        marks.collect()
    }

    /// A receiver as people know it: a host by name, a channel by its number, a follower by nothing.
    pub(super) fn place(&self, target: &Target, network: &Network) -> String {
        let mut people = network.hosts.iter().chain(&network.deputies);
        if let Some(person) = people.find(|person| person.id == *target) {
            return person.name.clone();
        }
        if self.sessions().admins.contains(target) {
            return self.say(&Message::PlaceAdmin);
        }
        match target.kind() {
            TargetKind::Channel => self.say(&Message::PlaceChannel { id: target.id() }),
            TargetKind::User | TargetKind::Role => self.say(&Message::PlaceHost),
        }
    }

    /// Where reminders go, in one line.
    pub(super) fn places(&self, targets: &[Target], network: &Network) -> String {
        let places: Vec<String> = targets.iter().map(|target| self.place(target, network)).collect();
        places.join(", ")
    }
}

pub(super) const fn labelled(label: String, request: SessionRequest) -> Action {
    Action { label, request: Request::Session(request), language: None }
}

/// The names of those who host.
pub(super) fn hosts(network: &Network) -> Option<String> {
    let names: Vec<&str> = network.hosts.iter().map(|person| person.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
