//! The rule that a text says.

use jiff::civil::{Date, Weekday};

use super::heard::Heard;
use super::problem::WhenProblem;
use super::word::Unit;
use crate::domain::session::{Nth, Rule};

impl Heard {
    /// Whether it says anything about recurring.
    pub(super) const fn recurs(&self) -> bool {
        self.nth.is_some() || self.month.is_some() || self.interval.is_some() || self.every_day.is_some()
    }

    /// The rule that it says; `None` for a single date. `first` is the day of the date that stands beside it.
    pub(super) fn rule(&self, first: Option<Date>) -> Result<Option<Rule>, WhenProblem> {
        let unclear = |piece: &str| Err(WhenProblem::Unclear(piece.to_owned()));
        let unit = self.interval.as_ref().map(|((unit, _), _)| *unit);
        let every = self.every_so_many()?;
        let is_monthly = unit == Some(Unit::Month) || unit.is_none() && self.month.is_some();
        if let (Some((_, piece)), Some(_)) = (&self.month_day, &self.nth) {
            return unclear(piece);
        }
        if let Some((nth, piece)) = &self.nth {
            return match (self.days.as_slice(), &self.every_day) {
                _ if unit.is_none() && self.month.is_none() => Err(WhenProblem::OfWhat(piece.clone())),
                ([(day, _)], None | Some((None, _))) if is_monthly => {
                    Ok(Some(Rule::MonthlyByWeekday { every, nth: *nth, day: *day }))
                }
                _ => unclear(piece),
            };
        }
        if let Some((day, piece)) = &self.month_day
            && self.recurs()
        {
            let is_plain = is_monthly && self.days.is_empty() && self.every_day.is_none();
            return if is_plain {
                Ok(Some(Rule::MonthlyByDate { every, day: *day }))
            } else {
                unclear(piece)
            };
        }
        if let Some((Some(number), piece)) = &self.every_day {
            return self.every_nth_day(*number, piece, every, is_monthly).map(Some);
        }
        match (unit, &self.every_day) {
            (Some(Unit::Year), None) => Ok(Some(Rule::Yearly { every })),
            (Some(Unit::Month | Unit::Year), Some((_, piece))) => unclear(piece),
            (Some(Unit::Week), _) | (None, Some(_)) => {
                let mut days: Vec<Weekday> = self.days.iter().map(|(day, _)| *day).collect();
                if days.is_empty() {
                    days.push(first.ok_or(WhenProblem::NoDay)?.weekday());
                }
                days.sort_by_key(|day| day.to_monday_zero_offset());
                Ok(Some(Rule::Weekly { every, days }))
            }
            _ if is_monthly => match self.days.first() {
                Some((_, piece)) => Err(WhenProblem::OfWhat(piece.clone())),
                None => Ok(Some(Rule::MonthlyByDate { every, day: first.ok_or(WhenProblem::NoDay)?.day() })),
            },
            _ => Ok(None),
        }
    }

    /// "Every second Tuesday": of the month where one is named, otherwise every other week; "every first" is of the month.
    fn every_nth_day(
        &self,
        number: u16,
        piece: &str,
        every: u16,
        is_monthly: bool,
    ) -> Result<Rule, WhenProblem> {
        let unclear = || WhenProblem::Unclear(piece.to_owned());
        let [(day, _)] = self.days.as_slice() else { return Err(unclear()) };
        if is_monthly || number == 1 && self.interval.is_none() {
            let nth = u8::try_from(number).ok().filter(|nth| (1..=5).contains(nth)).ok_or_else(unclear)?;
            return Ok(Rule::MonthlyByWeekday { every, nth: Nth::From(nth), day: *day });
        }
        if self.interval.is_some() {
            return Err(unclear());
        }
        if number > Rule::MAX_EVERY {
            return Err(WhenProblem::TooSeldom(piece.to_owned()));
        }
        Ok(Rule::Weekly { every: number, days: vec![*day] })
    }

    /// The interval, 1 where none is named.
    fn every_so_many(&self) -> Result<u16, WhenProblem> {
        match &self.interval {
            Some(((_, every), piece)) if *every > Rule::MAX_EVERY => {
                Err(WhenProblem::TooSeldom(piece.clone()))
            }
            Some(((_, every), _)) => Ok(*every),
            None => Ok(1),
        }
    }
}
