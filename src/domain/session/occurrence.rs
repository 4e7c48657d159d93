//! One date of a series, resolved from civil time to an instant.

use std::cmp::Ordering;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::lead::Lead;
use super::series::{Change, Series, SeriesId};
use crate::domain::holiday::{Holiday, holiday};

/// One date of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// Of which series.
    pub series: SeriesId,
    /// The start by the rule, in civil time of the series: names the date for good.
    pub original: DateTime,
    /// When it starts, in civil time of the series: the original start, or where it was moved to.
    pub start: DateTime,
    /// The instant of the start.
    pub starts_at: Timestamp,
    /// The instant of the end.
    pub ends_at: Timestamp,
    /// It does not take place.
    pub is_skipped: bool,
    /// What it is about.
    pub topic: Option<String>,
    /// Who speaks.
    pub speaker: Option<String>,
    /// A link of its own.
    pub link: Option<String>,
    /// Anything else that people should know.
    pub note: Option<String>,
    /// The three lines after the session.
    pub recap: Option<String>,
    /// A host or a deputy has said that it is still on.
    pub is_confirmed: bool,
    /// For calendars (RFC 5545 3.8.7.4): the sum of the series' and the date's.
    pub sequence: i64,
}

/// What is remarkable about a date, for the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Summer time begins in the seven days up to it: clocks went an hour ahead.
    SummerTimeBegan,
    /// Summer time ended in the seven days up to it.
    SummerTimeEnded,
    /// The time of day does not exist or exists twice on that day.
    ClockChange,
    /// A Finnish public holiday or an eve that most people have off.
    Holiday(Holiday),
    /// In July most people are away.
    July,
}

impl Series {
    /// Its dates with a start by the rule or a moved start from `from` (inclusive) to `until` (exclusive), skipped ones
    /// included, in the order of their starts.
    pub fn occurrences(&self, from: Timestamp, until: Timestamp) -> Vec<Occurrence> {
        let window = from..until;
        // A day on each side: near a clock change the order of civil times is not that of instants.
        let begin = self.zone.to_datetime(from).saturating_sub(1.day());
        let end = self.zone.to_datetime(until).saturating_add(1.day());
        let mut originals = self.originals(begin, end);
        let moved = self.changes.iter().filter(|change| change.moved_to.is_some());
        originals.extend(moved.map(|change| change.original).filter(|original| self.has(*original)));
        originals.sort_unstable();
        originals.dedup();
        let mut found: Vec<Occurrence> =
            originals.into_iter().filter_map(|original| self.resolve(original)).collect();
        found.retain(|occurrence| {
            window.contains(&occurrence.starts_at)
                || instant(&self.zone, occurrence.original).is_some_and(|original| window.contains(&original))
        });
        found.sort_by_key(|occurrence| (occurrence.starts_at, occurrence.original));
        found
    }

    /// The date that starts then by the rule; `None` when the series has none.
    pub fn occurrence(&self, original: DateTime) -> Option<Occurrence> {
        self.has(original).then(|| self.resolve(original)).flatten()
    }

    fn has(&self, original: DateTime) -> bool {
        !self.originals(original, original.saturating_add(1.nanosecond())).is_empty()
    }

    /// The starts by the rule, up to the last day of the series.
    fn originals(&self, from: DateTime, until: DateTime) -> Vec<DateTime> {
        let mut starts = match &self.rule {
            Some(rule) => rule.starts(self.start, from, until),
            None if (from..until).contains(&self.start) => vec![self.start],
            None => Vec::new(),
        };
        starts.retain(|start| self.ends_on.is_none_or(|last| start.date() <= last));
        starts
    }

    /// A date with what was changed for it; `None` beyond the end of time.
    fn resolve(&self, original: DateTime) -> Option<Occurrence> {
        let change = self.change(original).cloned().unwrap_or_else(|| Change::of(original));
        let start = change.moved_to.unwrap_or(original);
        let starts_at = instant(&self.zone, start)?;
        let duration = SignedDuration::from_mins(i64::from(self.duration_minutes));
        Some(Occurrence {
            series: self.id,
            original,
            start,
            starts_at,
            ends_at: starts_at.checked_add(duration).ok()?,
            is_skipped: change.is_skipped,
            topic: change.topic.or_else(|| self.about.clone()),
            speaker: change.speaker,
            link: change.link,
            note: change.note,
            recap: change.recap,
            is_confirmed: change.is_confirmed,
            sequence: self.sequence.saturating_add(change.sequence),
        })
    }
}

impl Occurrence {
    /// The instant of a reminder: civil days before the start at the same time of day, or exact minutes before.
    pub fn reminder_at(&self, lead: Lead, series: &Series) -> Timestamp {
        match lead {
            Lead::Minutes(minutes) => self.before(SignedDuration::from_mins(i64::from(minutes))),
            Lead::Days(days) => {
                let civil = self.start.saturating_sub(i64::from(days).days());
                instant(&series.zone, civil)
                    .unwrap_or_else(|| self.before(SignedDuration::from_hours(24 * i64::from(days))))
            }
        }
    }

    fn before(&self, duration: SignedDuration) -> Timestamp {
        self.starts_at.checked_sub(duration).unwrap_or(Timestamp::MIN)
    }

    /// What is remarkable about the date.
    pub fn marks(&self, series: &Series) -> Vec<Mark> {
        let offset = series.zone.to_offset(self.starts_at);
        let week_before = series.zone.to_offset(self.reminder_at(Lead::Days(7), series));
        let clocks = match offset.cmp(&week_before) {
            Ordering::Greater => Some(Mark::SummerTimeBegan),
            Ordering::Less => Some(Mark::SummerTimeEnded),
            Ordering::Equal => None,
        };
        let is_ambiguous = series.zone.to_ambiguous_timestamp(self.start).is_ambiguous();
        clocks
            .into_iter()
            .chain(is_ambiguous.then_some(Mark::ClockChange))
            .chain(holiday(self.start.date()).map(Mark::Holiday))
            .chain((self.start.month() == 7).then_some(Mark::July))
            .collect()
    }
}

/// The instant of a civil time; in a gap the time an hour later, in a fold the first of the two (as RFC 5545 3.3.5 has it).
fn instant(zone: &TimeZone, civil: DateTime) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(civil).compatible().ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;
    use crate::domain::session::SeriesState;
    use crate::domain::topic::TopicId;

    fn series(start: &str, rule: &str) -> Series {
        Series {
            id: SeriesId(7),
            network: TopicId::parse("net-kaffe").unwrap(),
            state: SeriesState::Active,
            start: start.parse().unwrap(),
            zone: TimeZone::get("Europe/Helsinki").unwrap(),
            duration_minutes: 60,
            rule: (!rule.is_empty()).then(|| rule.parse().unwrap()),
            ends_on: None,
            link: Some("https://example.org/standing".to_owned()),
            about: None,
            targets: Vec::new(),
            leads: Vec::new(),
            host: "discord:user:1".parse().unwrap(),
            since: Timestamp::UNIX_EPOCH,
            sequence: 3,
            changes: Vec::new(),
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// Local start, instant, and marks, as a preview shows them.
    fn lines(series: &Series, from: &str, until: &str) -> Vec<String> {
        let line = |occurrence: &Occurrence| {
            let marks: Vec<String> =
                occurrence.marks(series).iter().map(|mark| format!(" {mark:?}")).collect();
            format!("{} {}{}", occurrence.start.strftime("%a %F %H:%M"), occurrence.starts_at, marks.concat())
        };
        series.occurrences(at(from), at(until)).iter().map(line).collect()
    }

    #[test]
    fn the_last_thursday_at_nine_is_at_nine_all_of_2026_and_2027() {
        let series = series("2026-01-29T09:00", "FREQ=MONTHLY;BYDAY=-1TH");
        assert_eq!(
            lines(&series, "2025-12-31T22:00Z", "2027-12-31T22:00Z"),
            [
                "Thu 2026-01-29 09:00 2026-01-29T07:00:00Z",
                "Thu 2026-02-26 09:00 2026-02-26T07:00:00Z",
                "Thu 2026-03-26 09:00 2026-03-26T07:00:00Z",
                "Thu 2026-04-30 09:00 2026-04-30T06:00:00Z",
                "Thu 2026-05-28 09:00 2026-05-28T06:00:00Z",
                "Thu 2026-06-25 09:00 2026-06-25T06:00:00Z",
                "Thu 2026-07-30 09:00 2026-07-30T06:00:00Z July",
                "Thu 2026-08-27 09:00 2026-08-27T06:00:00Z",
                "Thu 2026-09-24 09:00 2026-09-24T06:00:00Z",
                "Thu 2026-10-29 09:00 2026-10-29T07:00:00Z SummerTimeEnded",
                "Thu 2026-11-26 09:00 2026-11-26T07:00:00Z",
                "Thu 2026-12-31 09:00 2026-12-31T07:00:00Z Holiday(NewYearsEve)",
                "Thu 2027-01-28 09:00 2027-01-28T07:00:00Z",
                "Thu 2027-02-25 09:00 2027-02-25T07:00:00Z",
                "Thu 2027-03-25 09:00 2027-03-25T07:00:00Z",
                "Thu 2027-04-29 09:00 2027-04-29T06:00:00Z",
                "Thu 2027-05-27 09:00 2027-05-27T06:00:00Z",
                "Thu 2027-06-24 09:00 2027-06-24T06:00:00Z",
                "Thu 2027-07-29 09:00 2027-07-29T06:00:00Z July",
                "Thu 2027-08-26 09:00 2027-08-26T06:00:00Z",
                "Thu 2027-09-30 09:00 2027-09-30T06:00:00Z",
                "Thu 2027-10-28 09:00 2027-10-28T06:00:00Z",
                "Thu 2027-11-25 09:00 2027-11-25T07:00:00Z",
                "Thu 2027-12-30 09:00 2027-12-30T07:00:00Z",
            ]
        );
    }

    #[test]
    fn half_past_three_on_the_nights_when_clocks_change_comes_once() {
        let series = series("2026-03-22T03:30", "FREQ=WEEKLY;BYDAY=SU");
        let check =
            |from: &str, until: &str, expected: &[&str]| assert_eq!(lines(&series, from, until), expected);
        check(
            "2026-03-22T00:00Z",
            "2026-04-13T00:00Z",
            &[
                "Sun 2026-03-22 03:30 2026-03-22T01:30:00Z",
                "Sun 2026-03-29 03:30 2026-03-29T01:30:00Z SummerTimeBegan ClockChange",
                "Sun 2026-04-05 03:30 2026-04-05T00:30:00Z Holiday(EasterSunday)",
                "Sun 2026-04-12 03:30 2026-04-12T00:30:00Z",
            ],
        );
        check(
            "2026-10-18T00:00Z",
            "2026-11-02T00:00Z",
            &[
                "Sun 2026-10-18 03:30 2026-10-18T00:30:00Z",
                "Sun 2026-10-25 03:30 2026-10-25T00:30:00Z ClockChange",
                "Sun 2026-11-01 03:30 2026-11-01T01:30:00Z SummerTimeEnded",
            ],
        );
        check(
            "2027-03-28T00:00Z",
            "2027-03-29T00:00Z",
            &["Sun 2027-03-28 03:30 2027-03-28T01:30:00Z SummerTimeBegan ClockChange Holiday(EasterSunday)"],
        );
        check(
            "2027-10-31T00:00Z",
            "2027-11-08T00:00Z",
            &[
                "Sun 2027-10-31 03:30 2027-10-31T00:30:00Z ClockChange",
                "Sun 2027-11-07 03:30 2027-11-07T01:30:00Z SummerTimeEnded",
            ],
        );
    }

    #[test]
    fn a_window_holds_its_first_instant_and_not_its_last() {
        let series = series("2026-09-24T09:00", "");
        let count = |from: &str, until: &str| series.occurrences(at(from), at(until)).len();
        assert_eq!(count("2026-09-24T06:00Z", "2026-09-24T06:00:01Z"), 1);
        assert_eq!(count("2026-09-24T05:00Z", "2026-09-24T06:00Z"), 0);
        assert_eq!(count("2026-09-24T06:00:01Z", "2026-10-24T06:00Z"), 0);
        assert_eq!(series.occurrences(Timestamp::MIN, Timestamp::MAX).len(), 1);
        assert_eq!(series.occurrences(Timestamp::MAX, Timestamp::MIN).len(), 0);
    }

    #[test]
    fn a_series_ends_on_its_last_day_inclusively() {
        let mut series = series("2026-09-24T09:00", "FREQ=MONTHLY;BYDAY=-1TH");
        series.ends_on = Some(date(2026, 10, 29));
        assert_eq!(series.occurrences(Timestamp::MIN, Timestamp::MAX).len(), 2);
        assert!(series.occurrence(datetime(2026, 10, 29, 9, 0, 0, 0)).is_some());
        assert!(series.occurrence(datetime(2026, 11, 26, 9, 0, 0, 0)).is_none());
        assert!(series.occurrence(datetime(2026, 10, 29, 9, 30, 0, 0)).is_none());
    }

    #[test]
    fn changes_stay_with_their_date() {
        let mut series = series("2026-09-24T09:00", "FREQ=MONTHLY;BYDAY=-1TH");
        series.about = Some("Coffee".to_owned());
        let october = datetime(2026, 10, 29, 9, 0, 0, 0);
        series.changes = vec![
            Change {
                topic: Some("Phishing".to_owned()),
                link: Some("https://example.org/october".to_owned()),
                recap: Some("We met.".to_owned()),
                is_confirmed: true,
                sequence: 2,
                ..Change::of(october)
            },
            Change { is_skipped: true, ..Change::of(datetime(2026, 11, 26, 9, 0, 0, 0)) },
            Change { topic: Some("Nobody".to_owned()), ..Change::of(datetime(2026, 11, 1, 9, 0, 0, 0)) },
        ];
        let found = series.occurrences(at("2026-09-01T00:00Z"), at("2027-01-01T00:00Z"));
        let topics: Vec<_> = found.iter().map(|occurrence| occurrence.topic.as_deref().unwrap()).collect();
        assert_eq!(topics, ["Coffee", "Phishing", "Coffee", "Coffee"]);
        let links: Vec<_> = found.iter().map(|occurrence| occurrence.link.as_deref()).collect();
        assert_eq!(links, [None, Some("https://example.org/october"), None, None]);
        assert_eq!(found.iter().map(|occurrence| occurrence.sequence).collect::<Vec<_>>(), [3, 5, 3, 3]);
        assert_eq!(
            found.iter().map(|occurrence| occurrence.is_skipped).collect::<Vec<_>>(),
            [false, false, true, false]
        );
        let october = series.occurrence(october).unwrap();
        assert!(october.is_confirmed);
        assert_eq!(october.recap.as_deref(), Some("We met."));
        assert_eq!(october.ends_at, at("2026-10-29T08:00Z"));
    }

    #[test]
    fn a_moved_date_is_found_by_its_old_and_its_new_start() {
        let mut series = series("2026-09-24T09:00", "FREQ=MONTHLY;BYDAY=-1TH");
        let original = datetime(2026, 10, 29, 9, 0, 0, 0);
        let moved = datetime(2026, 12, 3, 13, 0, 0, 0);
        series.changes = vec![
            Change { moved_to: Some(moved), ..Change::of(original) },
            Change { moved_to: Some(moved), ..Change::of(datetime(2026, 10, 1, 9, 0, 0, 0)) },
        ];
        let by_old = series.occurrences(at("2026-10-29T00:00Z"), at("2026-10-30T00:00Z"));
        let by_new = series.occurrences(at("2026-12-03T00:00Z"), at("2026-12-04T00:00Z"));
        assert_eq!(by_old, by_new);
        assert_eq!(by_new.first().map(|found| (found.original, found.start)), Some((original, moved)));
        assert_eq!(by_new.first().map(|found| found.starts_at), Some(at("2026-12-03T11:00Z")));
        assert_eq!(
            lines(&series, "2026-10-01T00:00Z", "2026-12-31T00:00Z"),
            ["Thu 2026-11-26 09:00 2026-11-26T07:00:00Z", "Thu 2026-12-03 13:00 2026-12-03T11:00:00Z"]
        );
    }

    #[test]
    fn days_before_keep_the_time_of_day_and_minutes_are_exact() {
        let series = series("2026-10-29T09:00", "");
        let occurrence = series.occurrence(series.start).unwrap();
        let check =
            |lead: Lead, instant: &str| assert_eq!(occurrence.reminder_at(lead, &series), at(instant));
        check(Lead::Days(1), "2026-10-28T07:00Z");
        check(Lead::Days(7), "2026-10-22T06:00Z");
        check(Lead::Minutes(15), "2026-10-29T06:45Z");
        check(Lead::Minutes(7 * 24 * 60), "2026-10-22T07:00Z");
    }

    #[test]
    fn a_reminder_into_a_gap_or_a_fold_has_one_instant() {
        let check = |start: &str, instant: &str| {
            let series = series(start, "");
            let occurrence = series.occurrence(series.start).unwrap();
            assert_eq!(occurrence.reminder_at(Lead::Days(1), &series), at(instant));
        };
        check("2027-03-29T03:30", "2027-03-28T01:30Z");
        check("2027-11-01T03:30", "2027-10-31T00:30Z");
    }

    #[test]
    fn a_date_in_midsummer_says_so() {
        let series = series("2026-06-19T09:00", "");
        let marks = series.occurrence(series.start).unwrap().marks(&series);
        assert_eq!(marks, [Mark::Holiday(Holiday::MidsummerEve)]);
    }
}
