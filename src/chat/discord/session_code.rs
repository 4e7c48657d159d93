//! What is asked about sessions, as short text in the id of a button: numbers and dates, never words that a person typed.

use jiff::civil::DateTime;

use crate::domain::TopicId;
use crate::domain::session::{DateRef, SeriesId, SeriesRef, SessionRequest};

/// The text of a request; `None` when it holds words of a person.
pub(super) fn write(request: &SessionRequest) -> Option<String> {
    use SessionRequest as Ask;
    Some(match request {
        Ask::Next(network) => format!("n.n.{network}"),
        Ask::Follow(network) => format!("n.f.{network}"),
        Ask::Unfollow(network) => format!("n.u.{network}"),
        Ask::List => "s.l".to_owned(),
        Ask::Save(series) => format!("s.s.{series}"),
        Ask::Preview(series) => format!("s.p.{}", number(series)?),
        Ask::Pause(series) => format!("s.h.{}", number(series)?),
        Ask::Resume(series) => format!("s.r.{}", number(series)?),
        Ask::End(series) => format!("s.e.{}", number(series)?),
        Ask::Receipt(series) => format!("s.q.{}", number(series)?),
        Ask::Skip(date) => format!("o.s.{}", write_date(date)?),
        Ask::Confirm(date) => format!("o.c.{}", write_date(date)?),
        Ask::Calendar(date) => format!("o.k.{}", write_date(date)?),
        Ask::Announce(_) | Ask::Move(..) | Ask::Set(..) | Ask::Recap(..) => return None,
    })
}

/// The request of a text.
pub(super) fn read(text: &str) -> Option<SessionRequest> {
    use SessionRequest as Ask;
    let parts: Vec<&str> = text.splitn(4, '.').collect();
    Some(match *parts.as_slice() {
        ["n", kind, network] => {
            let network = TopicId::parse(network)?;
            match kind {
                "n" => Ask::Next(network),
                "f" => Ask::Follow(network),
                "u" => Ask::Unfollow(network),
                _ => return None,
            }
        }
        ["s", "l"] => Ask::List,
        ["s", kind, series] => {
            let series = SeriesRef(series.to_owned());
            let id = number(&series)?;
            match kind {
                "s" => Ask::Save(SeriesId(id)),
                "p" => Ask::Preview(series),
                "h" => Ask::Pause(series),
                "r" => Ask::Resume(series),
                "e" => Ask::End(series),
                "q" => Ask::Receipt(series),
                _ => return None,
            }
        }
        ["o", kind, series, date] => {
            let date = read_date(series, date)?;
            match kind {
                "s" => Ask::Skip(date),
                "c" => Ask::Confirm(date),
                "k" => Ask::Calendar(date),
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// A date of a series as `123.20261217T0900`; `None` when it is not named by its number and its original start.
pub(super) fn write_date(date: &DateRef) -> Option<String> {
    let series = number(&date.series)?;
    let compact: String = date.date.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let read = read_date(&series.to_string(), &compact)?;
    (read == *date).then(|| format!("{series}.{compact}"))
}

/// The date of a series of two such texts.
pub(super) fn read_date(series: &str, date: &str) -> Option<DateRef> {
    let id = number(&SeriesRef(series.to_owned()))?;
    let (day, time) = date.split_once('T')?;
    let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(day, 8) || !digits(time, 4) {
        return None;
    }
    let part = |text: &str, from, to| text.get(from..to)?.parse::<i8>().ok();
    let year = day.get(..4)?.parse().ok()?;
    let (month, of_month) = (part(day, 4, 6)?, part(day, 6, 8)?);
    let (hour, minute) = (part(time, 0, 2)?, part(time, 2, 4)?);
    let original = DateTime::new(year, month, of_month, hour, minute, 0, 0).ok()?;
    Some(DateRef::of(SeriesId(id), original))
}

/// The number of a series; `None` where it is named in another way.
fn number(series: &SeriesRef) -> Option<i64> {
    let number: i64 = series.0.parse().ok()?;
    (number.to_string() == series.0).then_some(number)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::session::{Announcement, Details};
    use proptest::prelude::*;

    /// One of each that a button can carry.
    pub(in super::super) fn carried(series: SeriesId, date: &DateRef) -> Vec<SessionRequest> {
        use SessionRequest as Ask;
        let network = || TopicId::parse("net-kaffe-med-uffe").unwrap();
        vec![
            Ask::Next(network()),
            Ask::Follow(network()),
            Ask::Unfollow(network()),
            Ask::List,
            Ask::Save(series),
            Ask::Preview(series.into()),
            Ask::Pause(series.into()),
            Ask::Resume(series.into()),
            Ask::End(series.into()),
            Ask::Receipt(series.into()),
            Ask::Skip(date.clone()),
            Ask::Confirm(date.clone()),
            Ask::Calendar(date.clone()),
        ]
    }

    #[test]
    fn words_of_a_person_are_never_written() {
        use SessionRequest as Ask;
        let by_number = DateRef { series: SeriesRef("1".into()), date: "2026-12-17T09:00".into() };
        let spoken =
            |series: &str, date: &str| DateRef { series: SeriesRef(series.into()), date: date.into() };
        for request in [
            Ask::Announce(Announcement::default()),
            Ask::Move(by_number.clone(), "x".into()),
            Ask::Set(by_number.clone(), Details::default()),
            Ask::Recap(by_number, "x".into()),
            Ask::Preview(SeriesRef("Kaffe med Uffe".into())),
            Ask::Preview(SeriesRef("+1".into())),
            Ask::Preview(SeriesRef(String::new())),
            Ask::Skip(spoken("1", "17.12.")),
            Ask::Skip(spoken("1", "")),
            Ask::Skip(spoken("1", "20261217T0900")),
            Ask::Skip(spoken("1", "2026-1217T09:00")),
            Ask::Skip(spoken("kaffe", "2026-12-17T09:00")),
        ] {
            assert_eq!(write(&request), None, "{request:?}");
        }
    }

    #[test]
    fn the_form_is_a_contract_with_old_messages() {
        let date = DateRef::of(SeriesId(123_456), jiff::civil::date(2026, 12, 17).at(9, 0, 0, 0));
        assert_eq!(write(&SessionRequest::Skip(date)).as_deref(), Some("o.s.123456.20261217T0900"));
        for old in
            ["o.s.1.20261317T0900", "o.s.1.20261217T0900.x", "o.x.1.20261217T0900", "s.s.x", "n.n.", "s"]
        {
            assert_eq!(read(old), None, "{old}");
        }
    }

    proptest! {
        #[test]
        fn every_series_and_date_is_read_back(
            series in any::<i64>(), year in 1i16..=9999, day in 0i32..365, minute in 0i64..1440,
        ) {
            let start = jiff::civil::date(year, 1, 1).at(0, 0, 0, 0);
            let start = start.saturating_add(jiff::Span::new().days(day).minutes(minute));
            let date = DateRef::of(SeriesId(series), start);
            for request in carried(SeriesId(series), &date) {
                let text = write(&request).unwrap();
                prop_assert_eq!(read(&text), Some(request), "{}", text);
            }
        }

        #[test]
        fn any_text_is_read_without_harm(text in "[nso]\\.[a-z]\\.\\PC{0,40}") {
            if let Some(request) = read(&text) {
                prop_assert!(write(&request).is_some());
            }
        }
    }
}
