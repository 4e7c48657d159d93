//! What a text about days and times says, before it is held against a calendar.

use jiff::civil::{Time, Weekday};

use super::item::{DayMonth, Item, What, items};
use super::problem::WhenProblem;
use super::word::Unit;
use crate::domain::session::Nth;

/// A value with the piece of text that it came from.
pub(super) type Typed<T> = (T, String);

/// What a text says.
#[derive(Debug, Default)]
pub(super) struct Heard {
    pub(super) time: Option<Typed<Time>>,
    pub(super) date: Option<Typed<DayMonth>>,
    /// So many days from today.
    pub(super) relative: Option<Typed<i8>>,
    pub(super) days: Vec<Typed<Weekday>>,
    /// Which such day of the week in a month.
    pub(super) nth: Option<Typed<Nth>>,
    /// Which day of a month; −1 for the last.
    pub(super) month_day: Option<Typed<i8>>,
    /// "Of the month".
    pub(super) month: Option<String>,
    /// Every so many weeks, months or years.
    pub(super) interval: Option<Typed<(Unit, u16)>>,
    /// "Every Thursday", "every second Thursday" with its number.
    pub(super) every_day: Option<Typed<Option<u16>>>,
    /// "From" stands beside the date.
    pub(super) is_from: bool,
    pub(super) is_next: bool,
    /// Two numbers with a dot that stand alone: a date more likely than a time.
    pub(super) doubtful: Option<String>,
}

/// Keeps a value unless there is one already.
fn set<T>(place: &mut Option<Typed<T>>, value: T, piece: &str) -> Result<(), WhenProblem> {
    match place.replace((value, piece.to_owned())) {
        None => Ok(()),
        Some(_) => Err(WhenProblem::Twice(piece.to_owned())),
    }
}

impl Heard {
    pub(super) fn new(text: &str) -> Result<Self, WhenProblem> {
        let items = items(text)?;
        let mut heard = Self::default();
        let is_monthly =
            items.iter().any(|item| matches!(item.what, What::Unit(Unit::Month) | What::Adverb(Unit::Month)));
        let mut bare = Vec::new();
        let mut dotted = Vec::new();
        let mut at = 0;
        while let Some(item) = items.get(at) {
            let next = items.get(at + 1);
            let piece = &item.piece;
            at += 1;
            match item.what {
                What::Every => at = heard.every(piece, &items, at, is_monthly)?,
                What::Nth(nth) => at += heard.nth(nth, piece, next)?,
                What::Bare(nth @ 1..=5) if is_monthly && next.is_some_and(is_day) => {
                    at += heard.nth(nth, piece, next)?;
                }
                What::Bare(number) => bare.push((number, piece)),
                What::DateOrTime(first, second) => dotted.push((first, second, piece)),
                What::Last => match next.map(|next| next.what) {
                    Some(What::Day(_) | What::Days(_)) => set(&mut heard.nth, Nth::Last, piece)?,
                    Some(What::AnyDay) => set(&mut heard.month_day, -1, piece)?,
                    _ => return Err(WhenProblem::Unclear(piece.clone())),
                },
                What::Day(day) => heard.day(day, piece),
                What::Days(day) => {
                    heard.day(day, piece);
                    heard.every_day.get_or_insert((None, piece.clone()));
                }
                What::Workdays => heard.workdays(piece),
                What::Date(date) => set(&mut heard.date, date, piece)?,
                What::Time(time) => set(&mut heard.time, time, piece)?,
                What::Relative(days) => set(&mut heard.relative, days, piece)?,
                What::Unit(Unit::Month) => heard.month = Some(piece.clone()),
                What::Unit(_) | What::Count(2..) => return Err(WhenProblem::Unclear(piece.clone())),
                What::Adverb(unit) => set(&mut heard.interval, (unit, 1), piece)?,
                What::Daily => return Err(WhenProblem::TooOften(piece.clone())),
                What::From => heard.is_from = true,
                What::Next => heard.is_next = true,
                What::AnyDay | What::Of | What::Count(_) => {}
            }
        }
        // In a text about months, a number alone is the day.
        heard.dotted(dotted, !bare.is_empty() && !is_monthly)?;
        heard.bare(bare, is_monthly)?;
        Ok(heard)
    }

    fn day(&mut self, day: Weekday, piece: &str) {
        if !self.days.iter().any(|(known, _)| *known == day) {
            self.days.push((day, piece.to_owned()));
        }
    }

    fn workdays(&mut self, piece: &str) {
        for day in Weekday::Monday.cycle_forward().take(5) {
            self.day(day, piece);
        }
        self.every_day.get_or_insert((None, piece.to_owned()));
    }

    /// "Second" with what follows it; how many items of that belong to it.
    fn nth(&mut self, nth: u16, piece: &str, next: Option<&Item>) -> Result<usize, WhenProblem> {
        let none_such = || WhenProblem::NoSuchDate(piece.to_owned());
        if next.is_some_and(is_day) {
            let nth = u8::try_from(nth).ok().filter(|nth| (1..=5).contains(nth)).ok_or_else(none_such)?;
            set(&mut self.nth, Nth::From(nth), piece)?;
            return Ok(0);
        }
        let day = i8::try_from(nth).ok().filter(|day| (1..=31).contains(day)).ok_or_else(none_such)?;
        set(&mut self.month_day, day, piece)?;
        Ok(usize::from(next.is_some_and(|next| next.what == What::AnyDay)))
    }

    /// What follows "every" at a place; where it ends.
    fn every(
        &mut self,
        every: &str,
        items: &[Item],
        at: usize,
        is_monthly: bool,
    ) -> Result<usize, WhenProblem> {
        let what = |at: usize| items.get(at).map(|item| item.what);
        let (number, at) = match what(at) {
            Some(What::Nth(number) | What::Count(number) | What::Bare(number)) => (Some(number), at + 1),
            _ => (None, at),
        };
        let piece = items.get(at.saturating_sub(1)).map_or(every, |item| item.piece.as_str());
        let count = number.unwrap_or(1);
        if count == 0 {
            return Err(WhenProblem::Unclear(piece.to_owned()));
        }
        match (what(at), number) {
            (Some(What::Unit(unit)), _) => set(&mut self.interval, (unit, count), piece)?,
            (Some(What::AnyDay), Some(number)) if is_monthly && number <= 31 => {
                self.nth(number, piece, None)?;
            }
            (Some(What::AnyDay), Some(number)) if number % 7 == 0 => {
                set(&mut self.interval, (Unit::Week, number / 7), piece)?;
            }
            (Some(What::AnyDay), _) => return Err(WhenProblem::TooOften(piece.to_owned())),
            (Some(What::Day(day) | What::Days(day)), number) => {
                self.day(day, items.get(at).map_or(piece, |item| item.piece.as_str()));
                set(&mut self.every_day, number, piece)?;
            }
            (Some(What::Workdays), None) => self.workdays(piece),
            (Some(What::Last), None) => {
                self.month.get_or_insert_with(|| piece.to_owned());
                return Ok(at);
            }
            (Some(What::Date(_)), None) => {
                set(&mut self.interval, (Unit::Year, 1), piece)?;
                return Ok(at);
            }
            (_, Some(number)) => {
                self.nth(number, piece, None)?;
                self.month.get_or_insert_with(|| piece.to_owned());
                return Ok(at);
            }
            _ => return Err(WhenProblem::Unclear(piece.to_owned())),
        }
        Ok(at + 1)
    }

    /// Whether a day is named in some way, so that numbers with a dot are rather a time.
    const fn names_day(&self) -> bool {
        self.date.is_some()
            || self.relative.is_some()
            || !self.days.is_empty()
            || self.month_day.is_some()
            || self.interval.is_some()
    }

    /// Reads `9.00` and `17.12` by what else is there.
    fn dotted(&mut self, dotted: Vec<(u16, u16, &String)>, has_hour: bool) -> Result<(), WhenProblem> {
        let is_date = |first: u16, second: u16| (1..=31).contains(&first) && (1..=12).contains(&second);
        let (open, times): (Vec<_>, Vec<_>) =
            dotted.into_iter().partition(|(first, second, _)| is_date(*first, *second));
        for (hour, minute, piece) in times {
            set(&mut self.time, time(hour, minute, piece)?, piece)?;
        }
        let mut left = open.len();
        for (first, second, piece) in open {
            left -= 1;
            let has_time = self.time.is_some() || has_hour;
            if !has_time && left == 0 && self.names_day() {
                set(&mut self.time, time(first, second, piece)?, piece)?;
            } else {
                if !has_time && left == 0 {
                    self.doubtful = Some(piece.clone());
                }
                set(&mut self.date, DayMonth { day: first, month: second, year: None }, piece)?;
            }
        }
        Ok(())
    }

    /// Reads numbers that stand alone: the last one as the hour where there is no time yet, another as a day of the month.
    fn bare(&mut self, mut bare: Vec<(u16, &String)>, is_monthly: bool) -> Result<(), WhenProblem> {
        if self.time.is_none()
            && let Some((hour, piece)) = bare.pop()
        {
            set(&mut self.time, time(hour, 0, piece)?, piece)?;
        }
        for (day, piece) in bare {
            if !is_monthly {
                return Err(WhenProblem::Unclear(piece.clone()));
            }
            self.nth(day, piece, None)?;
        }
        Ok(())
    }
}

const fn is_day(item: &Item) -> bool {
    matches!(item.what, What::Day(_) | What::Days(_))
}

fn time(hour: u16, minute: u16, piece: &str) -> Result<Time, WhenProblem> {
    let parts = i8::try_from(hour).ok().zip(i8::try_from(minute).ok());
    parts
        .and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok())
        .ok_or_else(|| WhenProblem::NoSuchTime(piece.to_owned()))
}
