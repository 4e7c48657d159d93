//! How long before a session a reminder goes out.

use std::fmt;
use std::str::FromStr;

/// How long before a start a reminder goes out. Days are civil: the same time of day, also across a clock change; minutes
/// are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lead {
    /// So many minutes before.
    Minutes(u16),
    /// So many civil days before, at the time of day of the session.
    Days(u16),
}

impl Lead {
    /// The longest lead, in days. Also bounds how far ahead reminders are planned.
    pub const MAX_DAYS: u16 = 31;

    /// Whether the text of the reminder speaks of today.
    pub const fn is_within_a_day(self) -> bool {
        matches!(self, Self::Minutes(_))
    }
}

/// `7d`, `15m`: the form in the store and in keys.
impl fmt::Display for Lead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Minutes(minutes) => write!(f, "{minutes}m"),
            Self::Days(days) => write!(f, "{days}d"),
        }
    }
}

/// The text is no lead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no time before a session: write it like 7d, 1d, 2h or 15m, and at most 31 days")]
pub struct UnknownLead(pub String);

impl FromStr for Lead {
    type Err = UnknownLead;

    /// Reads `7d`, `2h` or `15m`.
    ///
    /// # Errors
    /// Any other text, zero, and more than [`Lead::MAX_DAYS`].
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownLead(text.to_owned());
        let unit = text.chars().last().ok_or_else(unknown)?;
        let number: u16 =
            text.strip_suffix(unit).and_then(|number| number.parse().ok()).ok_or_else(unknown)?;
        let lead = match unit {
            'd' => Self::Days(number),
            'h' => Self::Minutes(number.checked_mul(60).ok_or_else(unknown)?),
            'm' => Self::Minutes(number),
            _ => return Err(unknown()),
        };
        let is_sound = match lead {
            Self::Days(days) => (1..=Self::MAX_DAYS).contains(&days),
            Self::Minutes(minutes) => (1..=Self::MAX_DAYS * 24 * 60).contains(&minutes),
        };
        if is_sound { Ok(lead) } else { Err(unknown()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_are_read_back_as_written() {
        for (text, lead) in [("7d", Lead::Days(7)), ("15m", Lead::Minutes(15)), ("2h", Lead::Minutes(120))] {
            assert_eq!(text.parse(), Ok(lead));
            assert_eq!(lead.to_string().parse(), Ok(lead));
        }
        for text in ["", "d", "0d", "32d", "1w", "-1d", "1å", "å", "99999h"] {
            assert!(text.parse::<Lead>().is_err(), "{text}");
        }
    }
}
