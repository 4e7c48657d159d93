//! What a text about days and times is made of, one item after the other.

use jiff::civil::{Time, Weekday};

use super::problem::WhenProblem;
use super::token::{Kind, Tokens};
use super::word::{Unit, Word, meaning};

/// An item with the piece of text that it came from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) what: What,
    pub(super) piece: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    Day(Weekday),
    Days(Weekday),
    Workdays,
    /// A date, perhaps without its year.
    Date(DayMonth),
    Time(Time),
    /// `17.12`: a date or a time, as the rest of the text has it.
    DateOrTime(u16, u16),
    /// A number that may be an hour, a day or a count.
    Bare(u16),
    Nth(u16),
    Last,
    Every,
    Count(u16),
    Unit(Unit),
    Adverb(Unit),
    AnyDay,
    Daily,
    From,
    Next,
    Relative(i8),
    Of,
}

/// A day of a month, perhaps of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DayMonth {
    pub(super) day: u16,
    pub(super) month: u16,
    pub(super) year: Option<u16>,
}

/// What stood before a number.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    Nothing,
    Clock,
    /// "The 15", "from 28.1".
    Day,
}

/// Reads all items of a text.
pub(super) fn items(text: &str) -> Result<Vec<Item>, WhenProblem> {
    let tokens = Tokens::new(text);
    if tokens.is_empty() {
        return Err(WhenProblem::Empty);
    }
    let mut reader = Reader { tokens, at: 0, before: Before::Nothing, items: Vec::new() };
    while let Some(token) = reader.tokens.get(reader.at) {
        match token.kind {
            Kind::Number => reader.number()?,
            Kind::Word => reader.word()?,
            Kind::Sign => reader.sign()?,
        }
    }
    Ok(reader.items)
}

/// Whether a day follows with this word.
const fn leads_to_day(word: Word) -> bool {
    matches!(word, Word::Day(_) | Word::The | Word::Next | Word::Relative(_))
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    at: usize,
    before: Before,
    items: Vec<Item>,
}

impl Reader<'_> {
    /// Adds an item that ends before a token.
    fn push(&mut self, what: What, end: usize) {
        self.items.push(Item { what, piece: self.tokens.piece(self.at, end) });
        self.at = end;
        self.before = Before::Nothing;
    }

    fn skip(&mut self, before: Before) {
        self.at += 1;
        self.before = before;
    }

    fn unknown(&self) -> WhenProblem {
        WhenProblem::Unknown(self.tokens.piece(self.at, self.at + 1))
    }

    fn sign(&mut self) -> Result<(), WhenProblem> {
        let Some(token) = self.tokens.get(self.at) else { return Ok(()) };
        match token.plain.as_str() {
            // A dot may stand after `kl`.
            "." | "," | ";" | "(" | ")" | ":" | "&" | "+" => self.at += 1,
            "@" => self.skip(Before::Clock),
            "-" | "–" | "—" if self.at > 0 && self.tokens.number(self.at + 1).is_some() => {
                return Err(WhenProblem::Range(self.tokens.piece(self.at - 1, self.at + 2)));
            }
            _ => return Err(self.unknown()),
        }
        Ok(())
    }

    fn word(&mut self) -> Result<(), WhenProblem> {
        if let Some(end) = self.end_of_from_and_with() {
            self.push(What::From, end);
            self.before = Before::Day;
            return Ok(());
        }
        let Some(word) = self.tokens.word(self.at) else { return Ok(()) };
        let after_i = self.at.checked_sub(1).and_then(|before| self.tokens.word(before)) == Some("i");
        let meaning = match (word, after_i) {
            ("dag", true) => Word::Relative(0),
            ("morgon", true) => Word::Relative(1),
            ("gar", true) => Word::Relative(-1),
            (word, _) => meaning(word).ok_or_else(|| self.unknown())?,
        };
        let end = self.at + 1;
        // "To" is also the short form of a Thursday in Swedish and Finnish.
        let is_to =
            word == "to" && self.tokens.word(end).and_then(super::word::meaning).is_some_and(leads_to_day);
        match meaning {
            _ if is_to => self.at = end,
            Word::Clock => self.skip(Before::Clock),
            Word::The => self.skip(Before::Day),
            Word::And | Word::Filler => self.at = end,
            Word::Am | Word::Pm => return Err(self.unknown()),
            Word::Month(month) => return self.month(month),
            Word::Apart => return self.apart(),
            Word::EveryOther => {
                self.push(What::Every, end);
                self.items.push(Item { what: What::Nth(2), piece: self.tokens.piece(end - 1, end) });
            }
            Word::Fortnightly => {
                let piece = self.tokens.piece(self.at, end);
                self.push(What::Every, end);
                self.items.push(Item { what: What::Count(2), piece: piece.clone() });
                self.items.push(Item { what: What::Unit(Unit::Week), piece });
            }
            Word::From => {
                self.push(What::From, end);
                self.before = Before::Day;
            }
            Word::Day(day) => self.push(What::Day(day), end),
            Word::Days(day) => self.push(What::Days(day), end),
            Word::Workdays => self.push(What::Workdays, end),
            Word::Nth(nth) => self.push(What::Nth(nth.into()), end),
            Word::Last => self.push(What::Last, end),
            Word::Every => self.push(What::Every, end),
            Word::Count(count) => self.push(What::Count(count), end),
            Word::Unit(unit) => self.push(What::Unit(unit), end),
            Word::Adverb(unit) => self.push(What::Adverb(unit), end),
            Word::AnyDay => self.push(What::AnyDay, end),
            Word::Daily => self.push(What::Daily, end),
            Word::Next => self.push(What::Next, end),
            Word::Relative(days) => self.push(What::Relative(days), end),
            Word::Of => self.push(What::Of, end),
        }
        Ok(())
    }

    /// The end of `fr.o.m.` here, which would otherwise begin with a Friday.
    fn end_of_from_and_with(&self) -> Option<usize> {
        let mut at = self.at;
        for letter in ["fr", "o", "m"] {
            if self.tokens.word(at) != Some(letter) {
                return None;
            }
            at += 1;
            at += usize::from(self.tokens.is_sign(at, "."));
        }
        Some(at)
    }

    /// `December 17th, 2026`, `joulukuun 17. päivä`.
    fn month(&mut self, month: i8) -> Result<(), WhenProblem> {
        let mut at = self.at + 1;
        at += usize::from(self.tokens.is_sign(at, "."));
        at += usize::from(self.tokens.word(at).and_then(meaning) == Some(Word::The));
        let Some(day) = self.tokens.number(at).filter(|_| self.tokens.digits(at) <= 2) else {
            return Err(self.unknown());
        };
        let end = self.after_ordinal(at).unwrap_or(at + 1);
        let (year, end) = self.year_after(end);
        let month = month.unsigned_abs().into();
        self.push(What::Date(DayMonth { day, month, year }), end);
        Ok(())
    }

    /// `2 viikon välein`: the number and the unit are read already.
    fn apart(&mut self) -> Result<(), WhenProblem> {
        let unclear = || WhenProblem::Unclear(self.tokens.piece(self.at, self.at + 1));
        let place = self.items.len().checked_sub(1).ok_or_else(unclear)?;
        let is_unit = |item: &Item| matches!(item.what, What::Unit(_) | What::AnyDay);
        self.items.get(place).filter(|item| is_unit(item)).ok_or_else(unclear)?;
        let count = place.checked_sub(1).filter(|before| {
            self.items.get(*before).is_some_and(|item| matches!(item.what, What::Bare(_) | What::Count(_)))
        });
        let piece = self.tokens.piece(self.at, self.at + 1);
        self.items.insert(count.unwrap_or(place), Item { what: What::Every, piece });
        self.skip(Before::Nothing);
        Ok(())
    }

    fn number(&mut self) -> Result<(), WhenProblem> {
        if let Some((time, end)) = self.time() {
            let time = time.ok_or_else(|| WhenProblem::NoSuchTime(self.tokens.piece(self.at, end)))?;
            self.push(What::Time(time), end);
        } else if let Some((date, end)) = self.iso_date().or_else(|| self.date()) {
            self.push(What::Date(date), end);
        } else if let Some((first, second, end)) = self.dotted() {
            let is_date = self.before == Before::Day || self.tokens.digits(self.at + 2) == 1;
            let date = DayMonth { day: first, month: second, year: None };
            self.push(if is_date { What::Date(date) } else { What::DateOrTime(first, second) }, end);
        } else {
            let number = self.tokens.number(self.at).ok_or_else(|| self.unknown())?;
            match self.after_ordinal(self.at) {
                Some(end) => self.push(What::Nth(number), end),
                None if self.before == Before::Day => self.push(What::Nth(number), self.at + 1),
                None => self.push(What::Bare(number), self.at + 1),
            }
        }
        Ok(())
    }

    /// A time that cannot be anything else; `None` inside for one that no clock shows.
    fn time(&self) -> Option<(Option<Time>, usize)> {
        let (at, tokens) = (self.at, &self.tokens);
        let hour = tokens.number(at)?;
        let marked = self.before == Before::Clock;
        let has_minutes = (tokens.is_sign(at + 1, ":") || marked && tokens.is_sign(at + 1, "."))
            && tokens.digits(at + 2) == 2
            && tokens.is_glued(at + 1)
            && tokens.is_glued(at + 2);
        let (hour, minute, end) = if has_minutes {
            let is_seconds = tokens.is_sign(at + 3, ":") && tokens.digits(at + 4) == 2;
            (hour, tokens.number(at + 2)?, if is_seconds { at + 5 } else { at + 3 })
        } else if marked && tokens.digits(at) == 4 {
            (hour / 100, hour % 100, at + 1)
        } else {
            (hour, 0, at + 1)
        };
        let dotted_minutes = tokens.is_sign(at + 1, ".") && tokens.digits(at + 2) == 2;
        let (half, end) = self.half_of_day(end);
        let (hour, minute, half, end) = match half {
            // "9.30 pm"
            None if dotted_minutes && !has_minutes => {
                let (half, end) = self.half_of_day(at + 3);
                (hour, tokens.number(at + 2)?, half, end)
            }
            half => (hour, minute, half, end),
        };
        if !marked && !has_minutes && half.is_none() {
            return None;
        }
        let hour = match half {
            None => hour,
            Some(_) if !(1..=12).contains(&hour) => return Some((None, end)),
            Some(Word::Pm) => hour % 12 + 12,
            Some(_) => hour % 12,
        };
        let time = i8::try_from(hour).ok().zip(i8::try_from(minute).ok());
        Some((time.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok()), end))
    }

    /// `am`, `p.m.` at a place, and where it ends.
    fn half_of_day(&self, at: usize) -> (Option<Word>, usize) {
        let tokens = &self.tokens;
        if let Some(half @ (Word::Am | Word::Pm)) = tokens.word(at).and_then(meaning) {
            return (Some(half), at + 1);
        }
        let half = match tokens.word(at) {
            Some("a") => Word::Am,
            Some("p") => Word::Pm,
            _ => return (None, at),
        };
        if tokens.is_sign(at + 1, ".") && tokens.word(at + 2) == Some("m") {
            (Some(half), at + 3 + usize::from(tokens.is_sign(at + 3, ".")))
        } else {
            (None, at)
        }
    }

    /// `2026-12-17`.
    fn iso_date(&self) -> Option<(DayMonth, usize)> {
        let (at, tokens) = (self.at, &self.tokens);
        let is_iso = tokens.digits(at) == 4
            && tokens.is_sign(at + 1, "-")
            && tokens.is_sign(at + 3, "-")
            && (at + 1..at + 5).all(|at| tokens.is_glued(at));
        let date = || {
            let (year, month, day) = (tokens.number(at)?, tokens.number(at + 2)?, tokens.number(at + 4)?);
            Some((DayMonth { day, month, year: Some(year) }, at + 5))
        };
        is_iso.then(date).flatten()
    }

    /// `17.12.2026`, `17.12.`, `17/12`, `17 December 2026`, `17. joulukuuta`.
    fn date(&self) -> Option<(DayMonth, usize)> {
        let (at, tokens) = (self.at, &self.tokens);
        let day = tokens.number(at).filter(|_| tokens.digits(at) <= 2)?;
        if tokens.is_sign(at + 1, "/") {
            let month = tokens.number(at + 2)?;
            let (year, end) =
                if tokens.is_sign(at + 3, "/") { self.year_at(at + 4)? } else { (None, at + 3) };
            return Some((DayMonth { day, month, year }, end));
        }
        if tokens.is_sign(at + 1, ".") && tokens.digits(at + 2) <= 2 && tokens.is_sign(at + 3, ".") {
            let month = tokens.number(at + 2)?;
            let (year, end) = self.year_at(at + 4).unwrap_or((None, at + 4));
            // "9.00." is a time at the end of a sentence.
            let is_date = year.is_some() || (1..=31).contains(&day) && (1..=12).contains(&month);
            return is_date.then_some((DayMonth { day, month, year }, end));
        }
        let mut end = self.after_ordinal(at).unwrap_or(at + 1);
        end += usize::from(tokens.word(end).and_then(meaning) == Some(Word::Of));
        let Some(Word::Month(month)) = tokens.word(end).and_then(meaning) else { return None };
        end += 1;
        end += usize::from(tokens.is_sign(end, "."));
        let (year, end) = self.year_after(end);
        Some((DayMonth { day, month: month.unsigned_abs().into(), year }, end))
    }

    /// A year with all its digits, or with two that follow closely.
    fn year_at(&self, at: usize) -> Option<(Option<u16>, usize)> {
        let year = self.tokens.number(at)?;
        match self.tokens.digits(at) {
            4 => Some((Some(year), at + 1)),
            2 if self.tokens.is_glued(at) => Some((Some(2000 + year), at + 1)),
            _ => None,
        }
    }

    /// A year of four digits, perhaps after a comma.
    fn year_after(&self, at: usize) -> (Option<u16>, usize) {
        let place = at + usize::from(self.tokens.is_sign(at, ","));
        match self.tokens.number(place) {
            Some(year) if self.tokens.digits(place) == 4 => (Some(year), place + 1),
            _ => (None, at),
        }
    }

    /// `17.12`, `9.00`.
    fn dotted(&self) -> Option<(u16, u16, usize)> {
        let (at, tokens) = (self.at, &self.tokens);
        let is_dotted = tokens.is_sign(at + 1, ".") && tokens.is_glued(at + 1) && tokens.is_glued(at + 2);
        let are_short = tokens.digits(at) <= 2 && (1..=2).contains(&tokens.digits(at + 2));
        if !is_dotted || !are_short {
            return None;
        }
        Some((tokens.number(at)?, tokens.number(at + 2)?, at + 3))
    }

    /// The end of `15th`, `15:e`, `1a`, `15.`, `15:ntenä`; `None` for a number that is no ordinal.
    fn after_ordinal(&self, at: usize) -> Option<usize> {
        let tokens = &self.tokens;
        let ending = if tokens.is_sign(at + 1, ":") { at + 2 } else { at + 1 };
        let is_ending = tokens
            .word(ending)
            .is_some_and(|word| "st nd rd th e a s n nen nnen ntena".split(' ').any(|end| end == word));
        if is_ending && tokens.is_glued(ending) && tokens.is_glued(at + 1) {
            return Some(ending + 1);
        }
        let is_dot = tokens.is_sign(at + 1, ".") && tokens.is_glued(at + 1) && !tokens.is_glued(at + 2);
        // A dot at the very end ends the sentence.
        (is_dot && tokens.get(at + 2).is_some()).then_some(at + 2)
    }
}
