//! The values that messages may hold.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::domain::holiday::Holiday;
use crate::domain::{Language, Reason, Tenths};

/// A value inside a message.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument<'a> {
    Text(&'a str),
    Count(usize),
    Tenths(Tenths),
    Date(Date),
    DateTime(DateTime),
    ToTheSecond(DateTime),
    Time(Time),
    Weekday(Weekday),
    Language(Language),
}

/// A moment that is told to the second, as proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToTheSecond(pub DateTime);

/// A type that messages may hold.
pub(super) trait Value<'a>: Copy {
    fn argument(self) -> Argument<'a>;
    #[cfg(test)]
    fn sample() -> Self;
}

impl<'a> Value<'a> for &'a str {
    fn argument(self) -> Argument<'a> {
        Argument::Text(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        "x"
    }
}

impl<'a> Value<'a> for usize {
    fn argument(self) -> Argument<'a> {
        Argument::Count(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        2
    }
}

impl<'a> Value<'a> for Tenths {
    fn argument(self) -> Argument<'a> {
        Argument::Tenths(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self(153)
    }
}

impl<'a> Value<'a> for Date {
    fn argument(self) -> Argument<'a> {
        Argument::Date(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::constant(2026, 11, 23)
    }
}

impl<'a> Value<'a> for DateTime {
    fn argument(self) -> Argument<'a> {
        Argument::DateTime(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::constant(2026, 11, 23, 9, 0, 0, 0)
    }
}

impl<'a> Value<'a> for Language {
    fn argument(self) -> Argument<'a> {
        Argument::Language(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::Swedish
    }
}

impl<'a> Value<'a> for ToTheSecond {
    fn argument(self) -> Argument<'a> {
        Argument::ToTheSecond(self.0)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self(DateTime::constant(2026, 11, 23, 9, 0, 5, 0))
    }
}

impl<'a> Value<'a> for Time {
    fn argument(self) -> Argument<'a> {
        Argument::Time(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::constant(9, 0, 0, 0)
    }
}

impl<'a> Value<'a> for Weekday {
    fn argument(self) -> Argument<'a> {
        Argument::Weekday(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::Thursday
    }
}

impl<'a> Value<'a> for Reason {
    fn argument(self) -> Argument<'a> {
        Argument::Text(self.as_str())
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::Forbidden
    }
}

impl<'a> Value<'a> for Holiday {
    fn argument(self) -> Argument<'a> {
        Argument::Text(self.as_str())
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::Epiphany
    }
}
