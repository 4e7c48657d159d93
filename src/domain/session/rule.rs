//! How a series recurs: the part of RFC 5545 that people use for meetings, expanded in civil time.

mod text;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Weekday};
pub use text::RuleError;

/// How a series recurs. Sub-daily rules are refused: they would repeat or vanish at clock changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Every so many weeks on these days of the week, Monday first.
    Weekly {
        /// Every so many weeks, at least 1.
        every: u16,
        /// At least one, in the order of the week, each once.
        days: Vec<Weekday>,
    },
    /// Every so many months on the nth such day of the week.
    MonthlyByWeekday {
        /// Every so many months, at least 1.
        every: u16,
        /// Which one in the month.
        nth: Nth,
        /// The day of the week.
        day: Weekday,
    },
    /// Every so many months on a day of the month; months without it are skipped (RFC 5545 3.3.10).
    MonthlyByDate {
        /// Every so many months, at least 1.
        every: u16,
        /// 1 to 31, or −1 for the last day.
        day: i8,
    },
    /// Every so many years on the date of the start; years without it (29 February) are skipped.
    Yearly {
        /// Every so many years, at least 1.
        every: u16,
    },
}

/// Which one in the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// The first, counted from 1 to 5; months without a fifth are skipped.
    From(u8),
    /// The last.
    Last,
}

impl Nth {
    /// The number of RFC 5545: −1 for the last.
    const fn number(self) -> i8 {
        match self {
            Self::From(nth) => nth.cast_signed(),
            Self::Last => -1,
        }
    }
}

impl Rule {
    /// The longest interval in weeks, months or years. Anything longer is a slip of the keyboard.
    pub const MAX_EVERY: u16 = 99;

    /// The starts from the first one on, `from` (inclusive) to `until` (exclusive), in civil time. `start` must be the first
    /// start; it counts even if the rule does not meet it, as people expect of the date that they typed.
    ///
    /// Weeks begin on Monday, and the interval counts from the week, month or year of `start`. Each date is computed from
    /// `start`, never from the date before it: a month without the day does not shift the ones that follow.
    pub fn starts(&self, start: DateTime, from: DateTime, until: DateTime) -> Vec<DateTime> {
        let mut starts = Vec::new();
        if (from..until).contains(&start) {
            starts.push(start);
        }
        let mut period = self.period_of(start.date(), from.max(start).date());
        while let Some(dates) = self.dates(start.date(), period) {
            if dates.begin > until.date() {
                break;
            }
            let times = dates.met.iter().map(|date| date.to_datetime(start.time()));
            starts.extend(times.filter(|time| *time > start && (from..until).contains(time)));
            period += 1;
        }
        starts
    }

    /// The first day from `from` on that the rule meets, when it begins there; `None` only at the end of the calendar.
    pub fn first_on_or_after(&self, from: Date) -> Option<Date> {
        let mut day = from;
        while !self.is_met_on(day) {
            day = day.tomorrow().ok()?;
        }
        Some(day)
    }

    /// Whether a day meets the rule, whatever its interval.
    fn is_met_on(&self, day: Date) -> bool {
        match self {
            Self::Weekly { days, .. } => days.is_empty() || days.contains(&day.weekday()),
            Self::MonthlyByWeekday { .. } | Self::MonthlyByDate { .. } => self.in_month(day) == Some(day),
            Self::Yearly { .. } => true,
        }
    }

    /// How many weeks, months or years lie between two dates.
    const fn every(&self) -> i64 {
        let (Self::Weekly { every, .. }
        | Self::MonthlyByWeekday { every, .. }
        | Self::MonthlyByDate { every, .. }
        | Self::Yearly { every }) = self;
        // A rule built by hand with 0 must not stand still.
        if *every == 0 { 1 } else { *every as i64 }
    }

    /// The number of the period that a day lies in; the period of `start` is 0.
    fn period_of(&self, start: Date, day: Date) -> i64 {
        let passed = match self {
            Self::Weekly { .. } => days_between(monday(start), day).div_euclid(7),
            Self::MonthlyByWeekday { .. } | Self::MonthlyByDate { .. } => months(day) - months(start),
            Self::Yearly { .. } => i64::from(day.year()) - i64::from(start.year()),
        };
        passed.div_euclid(self.every())
    }

    /// The dates in a period, counted from `start`; `None` beyond the end of the calendar.
    fn dates(&self, start: Date, period: i64) -> Option<Period> {
        let passed = period.checked_mul(self.every())?;
        match self {
            Self::Weekly { days, .. } => {
                let begin = plus_days(monday(start), passed.checked_mul(7)?)?;
                let offsets = days.iter().map(|day| i64::from(day.to_monday_zero_offset()));
                Some(Period { begin, met: offsets.filter_map(|days| plus_days(begin, days)).collect() })
            }
            Self::MonthlyByWeekday { .. } | Self::MonthlyByDate { .. } => {
                let month = months(start) + passed;
                let year = i16::try_from(month.div_euclid(12)).ok()?;
                let begin = Date::new(year, i8::try_from(month.rem_euclid(12) + 1).ok()?, 1).ok()?;
                Some(Period { begin, met: self.in_month(begin).into_iter().collect() })
            }
            Self::Yearly { .. } => {
                let year = i16::try_from(i64::from(start.year()) + passed).ok()?;
                let begin = Date::new(year, 1, 1).ok()?;
                Some(Period { begin, met: Date::new(year, start.month(), start.day()).into_iter().collect() })
            }
        }
    }

    /// The date that a monthly rule means in the month of a day; `None` where the month has none.
    fn in_month(&self, month: Date) -> Option<Date> {
        match self {
            Self::MonthlyByWeekday { nth, day, .. } => month.nth_weekday_of_month(nth.number(), *day).ok(),
            Self::MonthlyByDate { day: -1, .. } => Some(month.last_of_month()),
            Self::MonthlyByDate { day, .. } => Date::new(month.year(), month.month(), *day).ok(),
            Self::Weekly { .. } | Self::Yearly { .. } => None,
        }
    }
}

/// A week, month or year.
struct Period {
    begin: Date,
    /// The dates in it that meet the rule, in order.
    met: Vec<Date>,
}

/// The Monday of the week of a day.
fn monday(day: Date) -> Date {
    plus_days(day, -i64::from(day.weekday().to_monday_zero_offset())).unwrap_or(day)
}

fn plus_days(day: Date, days: i64) -> Option<Date> {
    day.checked_add(SignedDuration::from_hours(days.checked_mul(24)?)).ok()
}

fn days_between(earlier: Date, later: Date) -> i64 {
    earlier.duration_until(later).as_hours() / 24
}

/// Months since the year 0.
fn months(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};
    use proptest::prelude::*;

    use super::*;

    /// The starts of a rule, as days, from the first one up to a day.
    fn days(rule: &str, start: DateTime, until: DateTime) -> Vec<String> {
        let starts = rule.parse::<Rule>().unwrap().starts(start, start, until);
        assert!(starts.iter().all(|found| found.time() == start.time()));
        starts.iter().map(|start| start.date().to_string()).collect()
    }

    #[test]
    fn months_without_a_31st_are_skipped() {
        let found = days(
            "FREQ=MONTHLY;BYMONTHDAY=31",
            datetime(2026, 1, 31, 9, 0, 0, 0),
            "2026-12-31T10:00".parse().unwrap(),
        );
        assert_eq!(
            found,
            [
                "2026-01-31",
                "2026-03-31",
                "2026-05-31",
                "2026-07-31",
                "2026-08-31",
                "2026-10-31",
                "2026-12-31"
            ]
        );
    }

    #[test]
    fn the_last_day_of_the_month_is_the_last_of_every_month() {
        let found = days(
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            datetime(2028, 1, 31, 9, 0, 0, 0),
            "2028-05-01T00:00".parse().unwrap(),
        );
        assert_eq!(found, ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
    }

    #[test]
    fn a_yearly_leap_day_comes_in_leap_years_only() {
        let found =
            days("FREQ=YEARLY", datetime(2024, 2, 29, 9, 0, 0, 0), "2037-01-01T00:00".parse().unwrap());
        assert_eq!(found, ["2024-02-29", "2028-02-29", "2032-02-29", "2036-02-29"]);
        let found = days(
            "FREQ=YEARLY;INTERVAL=4",
            datetime(2096, 2, 29, 9, 0, 0, 0),
            "2109-01-01T00:00".parse().unwrap(),
        );
        assert_eq!(found, ["2096-02-29", "2104-02-29", "2108-02-29"], "2100 is no leap year");
    }

    #[test]
    fn months_without_a_fifth_weekday_are_skipped() {
        let found = days(
            "FREQ=MONTHLY;BYDAY=5TH",
            datetime(2026, 1, 29, 9, 0, 0, 0),
            "2027-01-01T00:00".parse().unwrap(),
        );
        assert_eq!(found, ["2026-01-29", "2026-04-30", "2026-07-30", "2026-10-29", "2026-12-31"]);
    }

    #[test]
    fn every_other_week_goes_on_across_week_53() {
        let start = datetime(2026, 12, 17, 9, 0, 0, 0);
        let found = days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", start, "2027-02-01T00:00".parse().unwrap());
        assert_eq!(
            found,
            [
                "2026-12-17",
                "2026-12-28",
                "2026-12-31",
                "2027-01-11",
                "2027-01-14",
                "2027-01-25",
                "2027-01-28"
            ]
        );
        assert_eq!(date(2026, 12, 31).iso_week_date().week(), 53);
        assert_eq!(date(2027, 1, 11).iso_week_date().week(), 2);
    }

    #[test]
    fn the_first_start_counts_even_off_the_rule_and_nothing_comes_before_it() {
        let start = datetime(2026, 9, 15, 9, 0, 0, 0);
        let rule: Rule = "FREQ=MONTHLY;BYDAY=-1TH".parse().unwrap();
        let found = rule.starts(start, DateTime::MIN, "2026-11-01T00:00".parse().unwrap());
        assert_eq!(found, [start, datetime(2026, 9, 24, 9, 0, 0, 0), datetime(2026, 10, 29, 9, 0, 0, 0)]);
        // Monday and Wednesday of that week are past on Thursday.
        let rule: Rule = "FREQ=WEEKLY;BYDAY=MO,WE,TH".parse().unwrap();
        let start = datetime(2026, 9, 17, 9, 0, 0, 0);
        let found = rule.starts(start, DateTime::MIN, "2026-09-22T00:00".parse().unwrap());
        assert_eq!(found, [start, datetime(2026, 9, 21, 9, 0, 0, 0)]);
    }

    #[test]
    fn windows_begin_inclusively_and_end_exclusively() {
        let start = datetime(2026, 9, 3, 9, 0, 0, 0);
        let rule: Rule = "FREQ=WEEKLY;BYDAY=TH".parse().unwrap();
        let next = datetime(2026, 9, 10, 9, 0, 0, 0);
        assert_eq!(rule.starts(start, start, next), [start]);
        assert_eq!(rule.starts(start, next, datetime(2026, 9, 10, 9, 0, 1, 0)), [next]);
        assert_eq!(rule.starts(start, next, next), []);
        assert_eq!(rule.starts(start, next, start), []);
    }

    #[test]
    fn windows_far_away_and_the_end_of_the_calendar_are_reached() {
        let start = datetime(2026, 9, 3, 9, 0, 0, 0);
        for text in
            ["FREQ=WEEKLY;BYDAY=TH", "FREQ=MONTHLY;BYDAY=1TH", "FREQ=MONTHLY;BYMONTHDAY=3", "FREQ=YEARLY"]
        {
            let rule: Rule = text.parse().unwrap();
            let from = datetime(9998, 12, 1, 0, 0, 0, 0);
            let far = rule.starts(start, from, DateTime::MAX);
            assert!(!far.is_empty() && far.iter().all(|found| *found >= from), "{text}");
            assert_eq!(rule.starts(start, DateTime::MIN, start), []);
        }
    }

    #[test]
    fn the_first_date_of_a_rule_is_found() {
        let today = date(2026, 9, 15);
        for (text, first) in [
            ("FREQ=MONTHLY;BYDAY=-1TH", date(2026, 9, 24)),
            ("FREQ=WEEKLY;BYDAY=MO,TU", today),
            ("FREQ=WEEKLY;BYDAY=MO", date(2026, 9, 21)),
            ("FREQ=MONTHLY;BYMONTHDAY=31", date(2026, 10, 31)),
            ("FREQ=MONTHLY;BYDAY=5TH", date(2026, 10, 29)),
        ] {
            assert_eq!(text.parse::<Rule>().unwrap().first_on_or_after(today), Some(first), "{text}");
        }
    }

    fn any_rule() -> impl Strategy<Value = Rule> {
        let weekday = (0_i8..7).prop_map(|offset| Weekday::from_monday_zero_offset(offset).unwrap());
        let nth = prop_oneof![Just(Nth::Last), (1_u8..=5).prop_map(Nth::From)];
        prop_oneof![
            (1_u16..=9, 1_u8..128).prop_map(|(every, set)| Rule::Weekly {
                every,
                days: (0_i8..7)
                    .filter(|offset| set & (1 << offset) != 0)
                    .map(|offset| Weekday::from_monday_zero_offset(offset).unwrap())
                    .collect(),
            }),
            (1_u16..=14, nth, weekday).prop_map(|(every, nth, day)| Rule::MonthlyByWeekday {
                every,
                nth,
                day
            }),
            (1_u16..=14, prop_oneof![Just(-1_i8), 1_i8..=31])
                .prop_map(|(every, day)| Rule::MonthlyByDate { every, day }),
            (1_u16..=5).prop_map(|every| Rule::Yearly { every }),
        ]
    }

    fn any_start() -> impl Strategy<Value = DateTime> {
        let day =
            prop_oneof![4 => 0_i64..12_000, 1 => Just(days_between(date(2000, 1, 1), date(2028, 2, 29)))];
        (day, 0_i8..24, 0_i8..60).prop_map(|(days, hour, minute)| {
            plus_days(date(2000, 1, 1), days).unwrap().at(hour, minute, 0, 0)
        })
    }

    /// What the `rrule` crate makes of a rule until 2040, read as civil time, and the start where it leaves it out.
    fn expanded_by_others(rule: &Rule, start: DateTime) -> Vec<DateTime> {
        let text =
            format!("DTSTART:{}\nRRULE:{rule};UNTIL=20391231T235959Z", start.strftime("%Y%m%dT%H%M%SZ"));
        let set: rrule::RRuleSet = text.parse().unwrap();
        let all = set.all(u16::MAX).dates;
        let mut all: Vec<DateTime> =
            all.iter().map(|date| date.format("%Y-%m-%dT%H:%M:%S").to_string().parse().unwrap()).collect();
        if all.first() != Some(&start) {
            all.insert(0, start);
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn rules_mean_what_others_read_in_them(rule in any_rule(), start in any_start(), skip in 0_i64..5_000, length in 0_i64..900) {
            prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule.clone()));
            let expected = expanded_by_others(&rule, start);
            let end = datetime(2040, 1, 1, 0, 0, 0, 0);
            prop_assert_eq!(&rule.starts(start, start, end), &expected);
            let from = plus_days(start.date(), skip).unwrap().at(12, 0, 0, 0);
            let until = plus_days(from.date(), length).unwrap().at(8, 0, 0, 0).min(end);
            let window: Vec<DateTime> = expected.into_iter().filter(|found| (from..until).contains(found)).collect();
            prop_assert_eq!(rule.starts(start, from, until), window);
        }
    }
}
