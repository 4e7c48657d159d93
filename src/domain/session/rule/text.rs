//! Rules as text: the value of an RRULE (RFC 5545 3.3.10).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Weekday;

use super::{Nth, Rule};

/// The days of the week as RFC 5545 writes them, Monday first.
const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// The text is no rule that Ledord keeps.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no rule for sessions: {cause}")]
pub struct RuleError {
    /// What was given.
    pub text: String,
    /// What is wrong with it, in English.
    pub cause: &'static str,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let interval = |every: u16| if every == 1 { String::new() } else { format!(";INTERVAL={every}") };
        match self {
            Self::Weekly { every, days } => {
                let days: Vec<&str> = days.iter().map(|day| name(*day)).collect();
                write!(f, "FREQ=WEEKLY{};BYDAY={}", interval(*every), days.join(","))
            }
            Self::MonthlyByWeekday { every, nth, day } => {
                write!(f, "FREQ=MONTHLY{};BYDAY={}{}", interval(*every), nth.number(), name(*day))
            }
            Self::MonthlyByDate { every, day } => {
                write!(f, "FREQ=MONTHLY{};BYMONTHDAY={day}", interval(*every))
            }
            Self::Yearly { every } => write!(f, "FREQ=YEARLY{}", interval(*every)),
        }
    }
}

impl FromStr for Rule {
    type Err = RuleError;

    /// Reads the value of an RRULE, with or without `RRULE:` before it.
    ///
    /// # Errors
    /// When it is no RRULE, would never take place, recurs daily or oftener, has an end of its own, or says more than a
    /// [`Rule`] can hold.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let upper = text.trim().to_ascii_uppercase();
        let value = upper.strip_prefix("RRULE:").unwrap_or(&upper);
        Parts::read(value).and_then(Parts::rule).map_err(|cause| RuleError { text: text.to_owned(), cause })
    }
}

/// The parts of a rule as they stand in its text.
#[derive(Default)]
struct Parts<'a> {
    frequency: Option<&'a str>,
    interval: Option<&'a str>,
    by_day: Option<&'a str>,
    by_month_day: Option<&'a str>,
    by_position: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn read(value: &'a str) -> Result<Self, &'static str> {
        let mut parts = Self::default();
        for part in value.trim_end_matches(';').split(';') {
            let (name, value) = part.split_once('=').ok_or("write it like FREQ=MONTHLY;BYDAY=-1TH")?;
            let place = match (name, value) {
                ("FREQ", _) => &mut parts.frequency,
                ("INTERVAL", _) => &mut parts.interval,
                ("BYDAY", _) => &mut parts.by_day,
                ("BYMONTHDAY", _) => &mut parts.by_month_day,
                ("BYSETPOS", _) => &mut parts.by_position,
                ("WKST", "MO") => continue,
                ("WKST", _) => return Err("weeks begin on Monday, so leave WKST out"),
                ("COUNT" | "UNTIL", _) => {
                    return Err("the end of a series is kept as its last day, not in the rule");
                }
                ("BYHOUR" | "BYMINUTE" | "BYSECOND", _) => {
                    return Err("the time of day is that of the first start, not part of the rule");
                }
                ("BYMONTH" | "BYYEARDAY" | "BYWEEKNO", _) => {
                    return Err(
                        "BYMONTH, BYYEARDAY and BYWEEKNO are not kept; a yearly rule takes the date of the start",
                    );
                }
                _ => return Err("it has a part that RFC 5545 does not know"),
            };
            if place.replace(value).is_some() {
                return Err("it says the same part twice");
            }
        }
        Ok(parts)
    }

    fn rule(self) -> Result<Rule, &'static str> {
        let every = match self.interval {
            None => 1,
            Some("0") => return Err("with INTERVAL=0 it would never take place again"),
            Some(text) => number(text)
                .filter(|every| (1..=Rule::MAX_EVERY).contains(every))
                .ok_or("INTERVAL goes from 1 to 99")?,
        };
        match self.frequency.ok_or("FREQ is missing")? {
            "WEEKLY" => self.weekly(every),
            "MONTHLY" => self.monthly(every),
            "YEARLY" if self.by_day.or(self.by_month_day).or(self.by_position).is_none() => {
                Ok(Rule::Yearly { every })
            }
            "YEARLY" => Err("a yearly rule takes the date of the start, so leave out which day"),
            "DAILY" if every == 1 && self.by_day.is_some() => self.weekly(1),
            "DAILY" => Err("daily is too often; name the days of the week with FREQ=WEEKLY;BYDAY="),
            "HOURLY" | "MINUTELY" | "SECONDLY" => {
                Err("oftener than daily is not kept: such dates repeat or vanish when clocks change")
            }
            _ => Err("FREQ must be WEEKLY, MONTHLY or YEARLY"),
        }
    }

    fn weekly(self, every: u16) -> Result<Rule, &'static str> {
        if self.by_month_day.or(self.by_position).is_some() {
            return Err("a weekly rule takes days of the week only");
        }
        let names = self.by_day.ok_or("BYDAY is missing: say which days of the week")?;
        let mut days = Vec::new();
        for name in names.split(',') {
            let day = weekday(name).ok_or("the days of a weekly rule are MO, TU, WE, TH, FR, SA and SU")?;
            if !days.contains(&day) {
                days.push(day);
            }
        }
        days.sort_by_key(|day| day.to_monday_zero_offset());
        Ok(Rule::Weekly { every, days })
    }

    fn monthly(self, every: u16) -> Result<Rule, &'static str> {
        match (self.by_day, self.by_month_day) {
            (Some(day), None) => {
                let (nth, day) = nth_weekday(day, self.by_position)?;
                Ok(Rule::MonthlyByWeekday { every, nth, day })
            }
            (None, Some(_)) if self.by_position.is_some() => {
                Err("BYSETPOS goes with one day of the week only")
            }
            (None, Some(text)) if text.contains(',') => Err("it can name one day of the month only"),
            (None, Some(text)) => {
                let day = number(text).filter(|day| *day == -1 || (1..=31).contains(day));
                Ok(Rule::MonthlyByDate {
                    every,
                    day: day.ok_or("BYMONTHDAY goes from 1 to 31, or is -1 for the last day")?,
                })
            }
            (Some(_), Some(_)) => Err("it can name a day of the week or a day of the month, not both"),
            (None, None) => Err("say which day: BYDAY=-1TH or BYMONTHDAY=15"),
        }
    }
}

/// `-1TH`, or `TH` with the number in BYSETPOS, as some calendars write it.
fn nth_weekday(text: &str, position: Option<&str>) -> Result<(Nth, Weekday), &'static str> {
    if text.contains(',') {
        return Err("it can name one day of the week only, when it is monthly");
    }
    let (count, day) =
        text.len().checked_sub(2).and_then(|middle| text.split_at_checked(middle)).unwrap_or(("", text));
    let day = weekday(day).ok_or("BYDAY is written like -1TH: a number and MO, TU, WE, TH, FR, SA or SU")?;
    let count = match (count, position) {
        ("", None) => {
            return Err(
                "every such day of the month is FREQ=WEEKLY; say which one in the month: 1 to 5, or -1",
            );
        }
        ("", Some(count)) | (count, None) => count,
        (_, Some(_)) => return Err("it says twice which one in the month"),
    };
    let nth = match number::<i8>(count) {
        Some(-1) => Nth::Last,
        Some(nth @ 1..=5) => Nth::From(nth.cast_unsigned()),
        _ => return Err("which one in the month goes from 1 to 5, or is -1 for the last"),
    };
    Ok((nth, day))
}

/// RFC 5545 lets a plus stand before a number, and nothing else.
fn number<N: FromStr>(text: &str) -> Option<N> {
    text.parse().ok()
}

fn name(day: Weekday) -> &'static str {
    DAYS.iter().find(|(_, known)| *known == day).map_or("", |(name, _)| name)
}

fn weekday(name: &str) -> Option<Weekday> {
    DAYS.iter().find(|(known, _)| *known == name).map(|(_, day)| *day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_back_as_written() {
        for text in [
            "FREQ=MONTHLY;BYDAY=-1TH",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=5FR",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
            "FREQ=WEEKLY;BYDAY=SU",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=YEARLY",
            "FREQ=YEARLY;INTERVAL=99",
        ] {
            let rule: Rule = text.parse().unwrap();
            assert_eq!(rule.to_string(), text);
        }
    }

    #[test]
    fn other_spellings_of_the_same_rule_are_read() {
        for (text, plain) in [
            ("RRULE:FREQ=MONTHLY;BYDAY=-1TH", "FREQ=MONTHLY;BYDAY=-1TH"),
            (" rrule:freq=monthly;byday=-1th; ", "FREQ=MONTHLY;BYDAY=-1TH"),
            ("BYDAY=+2TU;FREQ=MONTHLY;INTERVAL=1", "FREQ=MONTHLY;BYDAY=2TU"),
            ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=-1TH"),
            ("FREQ=WEEKLY;BYDAY=TH,MO,TH;WKST=MO", "FREQ=WEEKLY;BYDAY=MO,TH"),
            ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ] {
            assert_eq!(text.parse::<Rule>().unwrap().to_string(), plain, "{text}");
        }
    }

    #[test]
    fn what_is_no_rule_for_sessions_is_refused_with_its_cause() {
        for (text, cause) in [
            ("", "write it like"),
            ("every Thursday", "write it like"),
            ("BYDAY=TH", "FREQ is missing"),
            ("FREQ=FORTNIGHTLY", "FREQ must be"),
            ("FREQ=HOURLY", "clocks change"),
            ("FREQ=DAILY", "daily is too often"),
            ("FREQ=DAILY;INTERVAL=2;BYDAY=MO", "daily is too often"),
            ("FREQ=WEEKLY;INTERVAL=0;BYDAY=MO", "never take place"),
            ("FREQ=WEEKLY;INTERVAL=100;BYDAY=MO", "1 to 99"),
            ("FREQ=WEEKLY;INTERVAL=-1;BYDAY=MO", "1 to 99"),
            ("FREQ=WEEKLY;COUNT=10;BYDAY=MO", "its last day"),
            ("FREQ=WEEKLY;UNTIL=20271231T000000Z;BYDAY=MO", "its last day"),
            ("FREQ=WEEKLY;BYDAY=MO;WKST=SU", "begin on Monday"),
            ("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9", "time of day"),
            ("FREQ=WEEKLY;BYDAY=MO;X-COLOUR=RED", "does not know"),
            ("FREQ=WEEKLY;BYDAY=MO;BYDAY=TU", "twice"),
            ("FREQ=WEEKLY", "BYDAY is missing"),
            ("FREQ=WEEKLY;BYDAY=", "MO, TU"),
            ("FREQ=WEEKLY;BYDAY=1MO", "MO, TU"),
            ("FREQ=MONTHLY", "say which day"),
            ("FREQ=MONTHLY;BYDAY=TH", "which one in the month"),
            ("FREQ=MONTHLY;BYDAY=0TH", "1 to 5"),
            ("FREQ=MONTHLY;BYDAY=6TH", "1 to 5"),
            ("FREQ=MONTHLY;BYDAY=-2TH", "1 to 5"),
            ("FREQ=MONTHLY;BYDAY=ÅTH", "1 to 5"),
            ("FREQ=MONTHLY;BYDAY=å", "a number and"),
            ("FREQ=MONTHLY;BYDAY=1TH,3TH", "one day of the week only"),
            ("FREQ=MONTHLY;BYMONTHDAY=0", "1 to 31"),
            ("FREQ=MONTHLY;BYMONTHDAY=32", "1 to 31"),
            ("FREQ=MONTHLY;BYMONTHDAY=-2", "1 to 31"),
            ("FREQ=MONTHLY;BYMONTHDAY=1,15", "one day of the month"),
            ("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "BYMONTH"),
            ("FREQ=YEARLY;BYDAY=1MO", "date of the start"),
        ] {
            let error = text.parse::<Rule>().unwrap_err();
            assert!(error.cause.contains(cause), "{text}: {}", error.cause);
            assert_eq!(error.text, text);
        }
    }
}
