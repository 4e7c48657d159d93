//! Days as people type them: with a year, without one, by the day of the week, or from today.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::heard::Heard;
use super::item::DayMonth;
use super::problem::WhenProblem;

/// Nobody plans further; what is beyond is a slip of the keyboard.
const MAX_YEARS_AHEAD: i64 = 10;
/// Within so many days every date of the year comes, 29 February too (1896 to 1904, 2096 to 2104).
const SEARCH_DAYS: i64 = 8 * 366;

/// Which of many days is meant where the year or the month is left out.
#[derive(Clone, Copy, Debug)]
pub(super) enum Near {
    /// The next one, today included.
    Ahead(Date),
    /// The last one, today included.
    Behind(Date),
    /// The one nearest to a day, and not before today.
    Around {
        /// Near this day.
        day: Date,
        /// Not before this one.
        today: Date,
    },
}

impl Near {
    fn find(self, is_meant: impl Fn(Date) -> bool) -> Option<Date> {
        let day = |from: Date, days: i64| from.checked_add(days.days()).ok();
        (0..=SEARCH_DAYS).find_map(|days| match self {
            Self::Ahead(today) => day(today, days).filter(|day| is_meant(*day)),
            Self::Behind(today) => day(today, -days).filter(|day| is_meant(*day)),
            Self::Around { day: from, today } => {
                let mut both = [days, -days].into_iter().filter_map(|days| day(from, days));
                both.find(|day| *day >= today && is_meant(*day))
            }
        })
    }

    const fn today(self) -> Date {
        match self {
            Self::Ahead(today) | Self::Behind(today) | Self::Around { today, .. } => today,
        }
    }
}

impl Heard {
    /// The day of a date that was typed, or counted from today.
    pub(super) fn given(&self, near: Near) -> Result<Option<Date>, WhenProblem> {
        match (&self.date, &self.relative) {
            (Some((_, piece)), Some(_)) => Err(WhenProblem::Twice(piece.clone())),
            (Some((date, piece)), None) => {
                find(*date, near).map(Some).ok_or_else(|| WhenProblem::NoSuchDate(piece.clone()))
            }
            (None, Some((days, piece))) => {
                let date = near.today().checked_add(i64::from(*days).days());
                date.map(Some).map_err(|_| WhenProblem::NoSuchDate(piece.clone()))
            }
            (None, None) => Ok(None),
        }
    }

    /// The date, if it is on the day of the week beside it.
    pub(super) fn on_its_weekday(&self, date: Date) -> Result<Date, WhenProblem> {
        match self.days.first() {
            Some((_, piece)) if self.days.iter().all(|(day, _)| *day != date.weekday()) => {
                Err(WhenProblem::WrongWeekday { piece: piece.clone(), date })
            }
            _ => Ok(date),
        }
    }

    /// The single day that was typed, in any way; `None` when there is only a time.
    pub(super) fn single_day(&self, near: Near) -> Result<Option<Date>, WhenProblem> {
        let given = self.given(near)?;
        let near = match near {
            Near::Ahead(today) if self.is_next => Near::Ahead(today.tomorrow().unwrap_or(today)),
            near => near,
        };
        let (date, piece) = match (given, self.days.as_slice(), &self.month_day) {
            (Some(_), _, Some((_, piece))) | (None, [_, (_, piece), ..], None) => {
                return Err(WhenProblem::Unclear(piece.clone()));
            }
            (Some(date), _, None) => return self.on_its_weekday(date).map(Some),
            (None, _, Some((day, piece))) => (near.find(|date| date.day() == *day), piece),
            (None, [(day, piece)], None) => (near.find(|date| date.weekday() == *day), piece),
            (None, [], None) => return Ok(None),
        };
        let date = date.ok_or_else(|| WhenProblem::NoSuchDate(piece.clone()))?;
        self.on_its_weekday(date).map(Some)
    }
}

fn find(typed: DayMonth, near: Near) -> Option<Date> {
    let (day, month) = (i8::try_from(typed.day).ok()?, i8::try_from(typed.month).ok()?);
    match typed.year {
        Some(year) => Date::new(i16::try_from(year).ok()?, month, day).ok(),
        None => near.find(|date| (date.month(), date.day()) == (month, day)),
    }
}

/// A date to come, within what people plan.
pub(super) fn ahead(date: Date, today: Date) -> Result<Date, WhenProblem> {
    if date < today {
        Err(WhenProblem::Past(date))
    } else if date > today.saturating_add(MAX_YEARS_AHEAD.years()) {
        Err(WhenProblem::TooFar(date))
    } else {
        Ok(date)
    }
}

fn only_day(text: &str, near: Near) -> Result<Date, WhenProblem> {
    let heard = Heard::new(text)?;
    if let Some((_, piece)) = &heard.time {
        return Err(WhenProblem::Unknown(piece.clone()));
    }
    if heard.recurs() {
        return Err(WhenProblem::Unclear(text.trim().to_owned()));
    }
    heard.single_day(near)?.ok_or(WhenProblem::NoDay)
}

/// A day. Without a year, a month or a date it is the next such one, today included; with a year it may be past.
///
/// # Errors
/// When the text names no day, a day that does not exist, or more than a day.
pub fn date(text: &str, today: Date) -> Result<Date, WhenProblem> {
    only_day(text, Near::Ahead(today))
}

/// A day that has been. Without a year, a month or a date it is the last such one, today included.
///
/// # Errors
/// When the text names no day, a day that does not exist, or more than a day.
pub fn latest_date(text: &str, today: Date) -> Result<Date, WhenProblem> {
    only_day(text, Near::Behind(today))
}

/// Where a date is moved to: a day keeps the time of day, a time keeps the day. A day without its year or its date is the
/// one nearest to the original start that is not past.
///
/// # Errors
/// When the text names neither a day nor a time, one that does not exist, or a day that is past.
pub fn moved(text: &str, original: DateTime, today: Date) -> Result<DateTime, WhenProblem> {
    let heard = Heard::new(text)?;
    if heard.recurs() {
        return Err(WhenProblem::Unclear(text.trim().to_owned()));
    }
    if let Some(piece) = heard.doubtful {
        return Err(WhenProblem::Unclear(piece));
    }
    let day = heard.single_day(Near::Around { day: original.date(), today })?;
    if day.is_none() && heard.time.is_none() {
        return Err(WhenProblem::NoDay);
    }
    let date = ahead(day.unwrap_or(original.date()), today)?;
    Ok(date.to_datetime(heard.time.map_or(original.time(), |(time, _)| time)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date as day, datetime};

    use super::*;

    /// A Tuesday.
    const TODAY: Date = day(2026, 9, 15);

    #[test]
    fn days_are_read_in_three_languages() {
        for (text, expected) in [
            ("17.12.2026", day(2026, 12, 17)),
            ("17.12.26", day(2026, 12, 17)),
            ("17. 12. 2026", day(2026, 12, 17)),
            ("17/12/2026", day(2026, 12, 17)),
            ("2026-12-17", day(2026, 12, 17)),
            ("17.12.", day(2026, 12, 17)),
            ("17.12", day(2026, 12, 17)),
            ("1.9.", day(2027, 9, 1)),
            ("15.9.", TODAY),
            ("29.2.", day(2028, 2, 29)),
            ("17 december", day(2026, 12, 17)),
            ("den 17 dec 2027", day(2027, 12, 17)),
            ("17. joulukuuta", day(2026, 12, 17)),
            ("joulukuun 17. päivä", day(2026, 12, 17)),
            ("December 17th, 2026", day(2026, 12, 17)),
            ("the 17th of December", day(2026, 12, 17)),
            ("torstai 17.12.", day(2026, 12, 17)),
            ("torsdag", day(2026, 9, 17)),
            ("tiistaina", TODAY),
            ("next Tuesday", day(2026, 9, 22)),
            ("ensi torstaina", day(2026, 9, 17)),
            ("idag", TODAY),
            ("i morgon", day(2026, 9, 16)),
            ("huomenna", day(2026, 9, 16)),
            ("yesterday", day(2026, 9, 14)),
            ("den 20", day(2026, 9, 20)),
            ("torsdag den 17", day(2026, 9, 17)),
            ("the 1st", day(2026, 10, 1)),
            ("1.9.2026", day(2026, 9, 1)),
        ] {
            assert_eq!(date(text, TODAY), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_single_day_is_refused() {
        let piece = |text: &str| text.to_owned();
        for (text, problem) in [
            ("", WhenProblem::Empty),
            ("snart", WhenProblem::Unknown(piece("snart"))),
            ("31.2.2027", WhenProblem::NoSuchDate(piece("31.2.2027"))),
            ("30 februari", WhenProblem::NoSuchDate(piece("30 februari"))),
            ("17.12.2026 kl 9", WhenProblem::Unknown(piece("9"))),
            (
                "fredag 17.12.2026",
                WhenProblem::WrongWeekday { piece: piece("fredag"), date: day(2026, 12, 17) },
            ),
            ("fredag den 17", WhenProblem::WrongWeekday { piece: piece("fredag"), date: day(2026, 9, 17) }),
            ("varje torsdag", WhenProblem::Unclear(piece("varje torsdag"))),
            ("17.12. 18.12.", WhenProblem::Twice(piece("18.12."))),
            ("idag 17.12.", WhenProblem::Twice(piece("17.12."))),
            ("torsdag och fredag", WhenProblem::Unclear(piece("fredag"))),
        ] {
            assert_eq!(date(text, TODAY), Err(problem), "{text}");
        }
    }

    #[test]
    fn a_day_that_has_been_is_the_last_such_one() {
        for (text, expected) in [
            ("17.9.", day(2025, 9, 17)),
            ("14.9.", day(2026, 9, 14)),
            ("torsdag", day(2026, 9, 10)),
            ("i går", day(2026, 9, 14)),
            ("tiistai", TODAY),
        ] {
            assert_eq!(latest_date(text, TODAY), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_move_keeps_what_it_does_not_name() {
        let original = datetime(2026, 10, 29, 9, 0, 0, 0);
        for (text, expected) in [
            ("kl 10", datetime(2026, 10, 29, 10, 0, 0, 0)),
            ("10.30", datetime(2026, 10, 29, 10, 30, 0, 0)),
            ("10", datetime(2026, 10, 29, 10, 0, 0, 0)),
            ("klo 9.10", datetime(2026, 10, 29, 9, 10, 0, 0)),
            ("2 pm", datetime(2026, 10, 29, 14, 0, 0, 0)),
            ("fredag", datetime(2026, 10, 30, 9, 0, 0, 0)),
            ("to Friday at 10", datetime(2026, 10, 30, 10, 0, 0, 0)),
            ("keskiviikkona klo 13", datetime(2026, 10, 28, 13, 0, 0, 0)),
            ("5.11.", datetime(2026, 11, 5, 9, 0, 0, 0)),
            ("5.11. 10.15", datetime(2026, 11, 5, 10, 15, 0, 0)),
            ("5.11 10.15", datetime(2026, 11, 5, 10, 15, 0, 0)),
            ("5.11 kl 10", datetime(2026, 11, 5, 10, 0, 0, 0)),
            ("2026-11-05T10:15", datetime(2026, 11, 5, 10, 15, 0, 0)),
            ("den 30", datetime(2026, 10, 30, 9, 0, 0, 0)),
            ("i morgon kl 8", datetime(2026, 9, 16, 8, 0, 0, 0)),
        ] {
            assert_eq!(moved(text, original, TODAY), Ok(expected), "{text}");
        }
        let of_next_year = datetime(2028, 1, 27, 9, 0, 0, 0);
        assert_eq!(moved("20.1.", of_next_year, TODAY), Ok(datetime(2028, 1, 20, 9, 0, 0, 0)));
        for (text, problem) in [
            ("", WhenProblem::Empty),
            ("5.11", WhenProblem::Unclear("5.11".to_owned())),
            ("1.9.2026", WhenProblem::Past(day(2026, 9, 1))),
            ("1.9.2206", WhenProblem::TooFar(day(2206, 9, 1))),
            ("varje fredag", WhenProblem::Unclear("varje fredag".to_owned())),
            ("kl 25", WhenProblem::NoSuchTime("25".to_owned())),
            (",", WhenProblem::NoDay),
        ] {
            assert_eq!(moved(text, original, TODAY), Err(problem), "{text}");
        }
    }
}
