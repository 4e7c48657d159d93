//! When a series or a single session takes place.

use jiff::civil::{Date, DateTime};

use super::day::{Near, ahead};
use super::heard::Heard;
use super::problem::WhenProblem;
use crate::domain::session::Rule;

/// A first start, and how it recurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The first start, in civil time.
    pub start: DateTime,
    /// How it recurs; `None` for a single session.
    pub rule: Option<Rule>,
}

/// Reads when a series or a single session takes place: "last Thursday of the month 09:00", "varannan fredag kl. 9",
/// "17.12.2026 klo 9", "2027-01-28 09:00 RRULE:FREQ=MONTHLY;BYDAY=-1TH".
///
/// A series starts on the date that stands beside its rule; with "from", or without a date, on the first day from there or
/// from today that meets the rule.
///
/// # Errors
/// When a piece is not understood, the day or the time of day is missing, or the date is past.
pub fn when(text: &str, today: Date) -> Result<When, WhenProblem> {
    let (words, rule) = split_rule(text)?;
    let heard = Heard::new(words)?;
    let near = Near::Ahead(today);
    let (given, rule) = match (rule, heard.recurs()) {
        (Some(_), true) => return Err(WhenProblem::Twice(words.trim().to_owned())),
        (Some(rule), false) => (heard.single_day(near)?, Some(rule)),
        (None, true) => {
            let given = heard.given(near)?;
            (given, heard.rule(given)?)
        }
        (None, false) => (heard.single_day(near)?, None),
    };
    let date = match &rule {
        None => given.ok_or(WhenProblem::NoDay)?,
        Some(rule) => {
            // A date in the past is a slip, also where only the days after it would count.
            let given = given.map(|date| ahead(date, today)).transpose()?;
            match (given, rule) {
                (Some(date), _) if !heard.is_from => heard.on_its_weekday(date)?,
                (None, Rule::Yearly { .. }) => return Err(WhenProblem::NoDay),
                (given, rule) => {
                    let tomorrow = today.tomorrow().unwrap_or(today);
                    let from = given.unwrap_or(if heard.is_next { tomorrow } else { today });
                    rule.first_on_or_after(from).ok_or(WhenProblem::TooFar(from))?
                }
            }
        }
    };
    let (time, _) = heard.time.ok_or(WhenProblem::NoTime)?;
    Ok(When { start: ahead(date, today)?.to_datetime(time), rule })
}

/// The words before an RRULE, and the rule.
fn split_rule(text: &str) -> Result<(&str, Option<Rule>), WhenProblem> {
    let upper = text.to_ascii_uppercase();
    let place = upper.find("RRULE:").or_else(|| upper.find("FREQ="));
    let Some((words, rule)) = place.and_then(|place| text.split_at_checked(place)) else {
        return Ok((text, None));
    };
    let rule = rule.parse().map_err(WhenProblem::BadRule)?;
    if words.trim().is_empty() {
        return Err(WhenProblem::NoTime);
    }
    Ok((words, Some(rule)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::{date as day, latest_date, leads, length, moved};
    use super::*;

    /// A Tuesday.
    const TODAY: Date = date(2026, 9, 15);

    /// The start and the rule, or the problem.
    fn read(text: &str) -> String {
        match when(text, TODAY) {
            Ok(When { start, rule: Some(rule) }) => format!("{} {rule}", start.strftime("%F %H:%M")),
            Ok(When { start, rule: None }) => start.strftime("%F %H:%M").to_string(),
            Err(problem) => format!("{problem:?}"),
        }
    }

    #[test]
    fn monthly_by_the_day_of_the_week() {
        let last_thursday = "2026-09-24 09:00 FREQ=MONTHLY;BYDAY=-1TH";
        for (text, expected) in [
            ("last Thursday of the month 09:00", last_thursday),
            ("Last thursday of every month at 9", last_thursday),
            ("every last Thursday 9am", last_thursday),
            ("the last Thursday each month, 9:00", last_thursday),
            ("monthly on the last Thursday at 9 a.m.", last_thursday),
            ("sista torsdagen i månaden kl 9", last_thursday),
            ("SISTA TORSDAGEN I MANADEN KL. 9.00", last_thursday),
            ("sista torsdagen varje månad kl. 09.00", last_thursday),
            ("varje månads sista torsdag kl 9", last_thursday),
            ("månadens sista torsdag klockan 9", last_thursday),
            ("sista tosrdagen i månaden kl 9", last_thursday),
            ("joka kuun viimeinen torstai klo 9.00", last_thursday),
            ("kuukauden viimeinen torstai klo 9", last_thursday),
            ("kuukauden viimeisenä torstaina kello 9.00", last_thursday),
            ("joka kuukauden viimeinen torstai klo 9", last_thursday),
            ("viimeinen torstai joka kuukausi 9:00", last_thursday),
            ("viimeinen to joka kk klo 9", last_thursday),
            ("första måndagen varje månad 8.30", "2026-10-05 08:30 FREQ=MONTHLY;BYDAY=1MO"),
            ("1:a måndagen varje månad 8.30", "2026-10-05 08:30 FREQ=MONTHLY;BYDAY=1MO"),
            ("every first Monday at 8.30", "2026-10-05 08:30 FREQ=MONTHLY;BYDAY=1MO"),
            ("2nd Tuesday every other month at 10", "2026-10-13 10:00 FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU"),
            ("every second Tuesday of the month at 10", "2026-10-13 10:00 FREQ=MONTHLY;BYDAY=2TU"),
            ("varje andra tisdag i månaden kl 10", "2026-10-13 10:00 FREQ=MONTHLY;BYDAY=2TU"),
            ("joka kuun toinen tiistai klo 10", "2026-10-13 10:00 FREQ=MONTHLY;BYDAY=2TU"),
            ("2 tisdagen i månaden kl 10", "2026-10-13 10:00 FREQ=MONTHLY;BYDAY=2TU"),
            ("sista torsdagen varannan månad kl 9", "2026-09-24 09:00 FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH"),
            (
                "joka toisen kuukauden viimeinen torstai klo 9",
                "2026-09-24 09:00 FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH",
            ),
            ("var tredje månad, första fredagen kl 9", "2026-10-02 09:00 FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR"),
            ("fifth Friday of the month 9:00", "2026-10-30 09:00 FREQ=MONTHLY;BYDAY=5FR"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn weekly_and_every_few_weeks() {
        for (text, expected) in [
            ("varje torsdag kl. 9", "2026-09-17 09:00 FREQ=WEEKLY;BYDAY=TH"),
            ("torsdagar kl 9", "2026-09-17 09:00 FREQ=WEEKLY;BYDAY=TH"),
            ("torstaisin klo 9", "2026-09-17 09:00 FREQ=WEEKLY;BYDAY=TH"),
            ("Thursdays at 9pm", "2026-09-17 21:00 FREQ=WEEKLY;BYDAY=TH"),
            ("every thirsday 9:30 pm", "2026-09-17 21:30 FREQ=WEEKLY;BYDAY=TH"),
            ("weekly on Thursday 9.30 p.m.", "2026-09-17 21:30 FREQ=WEEKLY;BYDAY=TH"),
            ("joka maanantai 8:15", "2026-09-21 08:15 FREQ=WEEKLY;BYDAY=MO"),
            ("joka viikko maanantaisin 8.15", "2026-09-21 08:15 FREQ=WEEKLY;BYDAY=MO"),
            ("varje vecka på måndag kl 8.15", "2026-09-21 08:15 FREQ=WEEKLY;BYDAY=MO"),
            ("varje måndag och torsdag kl 0900", "2026-09-17 09:00 FREQ=WEEKLY;BYDAY=MO,TH"),
            ("ma ja to joka viikko klo 9", "2026-09-17 09:00 FREQ=WEEKLY;BYDAY=MO,TH"),
            ("Mondays & Thursdays 9:00", "2026-09-17 09:00 FREQ=WEEKLY;BYDAY=MO,TH"),
            ("arkisin klo 9", "2026-09-15 09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("varje vardag kl 9", "2026-09-15 09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("varannan fredag 9", "2026-09-18 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
            ("varannan vecka på fredagar kl 9", "2026-09-18 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
            ("var tredje fredag kl 9", "2026-09-18 09:00 FREQ=WEEKLY;INTERVAL=3;BYDAY=FR"),
            ("joka toinen viikko torstaisin klo 9", "2026-09-17 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
            ("joka toinen torstai klo 9", "2026-09-17 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
            ("torstaisin kahden viikon välein klo 9", "2026-09-17 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
            ("2 viikon välein torstaina klo 9", "2026-09-17 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
            ("every 2 weeks on Monday 9", "2026-09-21 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
            ("every two weeks on monday at 9", "2026-09-21 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
            ("every 2 weeks on Monday 8.10", "2026-09-21 08:10 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
            ("varje torsdag 17.12 9.10", "2026-12-17 09:10 FREQ=WEEKLY;BYDAY=TH"),
            (
                "varannan tisdag kl 9 med start nästa tisdag",
                "2026-09-22 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
            ),
            ("every other Monday 9:00", "2026-09-21 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
            ("every 14 days on Monday 9:00", "2026-09-21 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
            ("fortnightly, Mondays at 9", "2026-09-21 09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
            ("every 3 weeks from 1.10.2026 at 9", "2026-10-01 09:00 FREQ=WEEKLY;INTERVAL=3;BYDAY=TH"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn monthly_by_date_and_yearly() {
        let fifteenth = "2026-09-15 09:00 FREQ=MONTHLY;BYMONTHDAY=15";
        for (text, expected) in [
            ("den 15 varje månad kl 9", fifteenth),
            ("15 varje månad kl 9", fifteenth),
            ("varje månad den 15:e kl. 9", fifteenth),
            ("15 varje månad 9.00", fifteenth),
            ("15 varje månad 9.10", "2026-09-15 09:10 FREQ=MONTHLY;BYMONTHDAY=15"),
            ("kuukauden 15. päivä klo 9", fifteenth),
            ("joka kuun 15. klo 9", fifteenth),
            ("joka kuukauden 15. päivänä klo 9.00", fifteenth),
            ("the 15th of every month at 9", fifteenth),
            ("every 15th of the month at 9", fifteenth),
            ("every 15th at 9", fifteenth),
            ("sista dagen i månaden kl 9", "2026-09-30 09:00 FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("kuukauden viimeinen päivä klo 9", "2026-09-30 09:00 FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("last day of the month 9:00", "2026-09-30 09:00 FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("den 31 varje månad kl 9", "2026-10-31 09:00 FREQ=MONTHLY;BYMONTHDAY=31"),
            ("every month from 1.10.2026 at 9", "2026-10-01 09:00 FREQ=MONTHLY;BYMONTHDAY=1"),
            ("17 december varje år kl 9", "2026-12-17 09:00 FREQ=YEARLY"),
            ("joka vuosi 17.12. klo 9", "2026-12-17 09:00 FREQ=YEARLY"),
            ("yearly on December 17 at 9", "2026-12-17 09:00 FREQ=YEARLY"),
            ("every 17 December at 9", "2026-12-17 09:00 FREQ=YEARLY"),
            ("vartannat år 17.12.2026 kl 9", "2026-12-17 09:00 FREQ=YEARLY;INTERVAL=2"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_beside_a_rule_is_its_start() {
        let expected = "2027-01-28 09:00 FREQ=MONTHLY;BYDAY=-1TH";
        for text in [
            "last Thursday of the month 09:00 from 28.1.2027",
            "sista torsdagen i månaden kl 9 från 28.1.2027",
            "sista torsdagen i månaden kl 9 fr.o.m. 28.1.2027",
            "sista torsdagen i månaden kl 9 från och med den 28 januari 2027",
            "joka kuun viimeinen torstai klo 9, 28.1.2027 alkaen",
            "joka kuun viimeinen torstai klo 9 alkaen 28.1.2027",
            "joka kuun viimeinen torstai klo 9 alkaen 1.1.2027",
            "sista torsdagen i månaden kl 9 från 28.1",
            "28.1.2027 kl 9, sista torsdagen i månaden",
            "2027-01-28 09:00 RRULE:FREQ=MONTHLY;BYDAY=-1TH",
            "28.1.2027 klo 9 FREQ=MONTHLY;BYDAY=-1TH",
            "från 1.1.2027 kl 9 rrule:freq=monthly;byday=-1th",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(read("torsdag kl 9 RRULE:FREQ=WEEKLY;BYDAY=MO"), "2026-09-17 09:00 FREQ=WEEKLY;BYDAY=MO");
        assert_eq!(read("kl 9 RRULE:FREQ=MONTHLY;BYDAY=-1TH"), "2026-09-24 09:00 FREQ=MONTHLY;BYDAY=-1TH");
    }

    #[test]
    fn single_sessions() {
        for (text, expected) in [
            ("17.12.2026 kl. 9.00", "2026-12-17 09:00"),
            ("17.12.2026 9", "2026-12-17 09:00"),
            ("17.12. 9.00", "2026-12-17 09:00"),
            ("17.12 9.10", "2026-12-17 09:10"),
            ("9.10 17.12.", "2026-12-17 09:10"),
            ("2026-12-17 09:00", "2026-12-17 09:00"),
            ("2026-12-17T09:00:00", "2026-12-17 09:00"),
            ("17 december kl 9", "2026-12-17 09:00"),
            ("17. joulukuuta klo 9", "2026-12-17 09:00"),
            ("December 17 at 9 o'clock", "2026-12-17 09:00"),
            ("17th of December, 12 am", "2026-12-17 00:00"),
            ("17 Dec 12:15 PM", "2026-12-17 12:15"),
            ("torstai 17.12. klo 9", "2026-12-17 09:00"),
            ("to 17.12. klo 9", "2026-12-17 09:00"),
            ("next Thursday 9:00", "2026-09-17 09:00"),
            ("torsdag den 17 kl 9", "2026-09-17 09:00"),
            ("to 17.12 9.10", "2026-12-17 09:10"),
            ("nästa tisdag kl 9", "2026-09-22 09:00"),
            ("ti klo 9", "2026-09-15 09:00"),
            ("imorgon 9.30", "2026-09-16 09:30"),
            ("den 20 kl 9", "2026-09-20 09:00"),
            ("1.9. kl 9", "2027-09-01 09:00"),
            ("29.2. kl 9", "2028-02-29 09:00"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (text, expected) in [
            ("", "Empty"),
            ("  ", "Empty"),
            ("då och då", r#"Unknown("då")"#),
            ("varje torsdag utom i juli kl 9", r#"Unknown("utom")"#),
            ("every Thursday not in July 9:00", r#"Unknown("not")"#),
            ("jämna veckor torsdag kl 9", r#"Unknown("jämna")"#),
            ("näst sista torsdagen i månaden kl 9", r#"Unknown("näst")"#),
            ("toiseksi viimeinen torstai joka kuukausi klo 9", r#"Unknown("toiseksi")"#),
            ("torsdag kl 9-10", r#"Range("9-10")"#),
            ("17.12.2026 klo 9.00 – 10.00", r#"Range("00 – 10")"#),
            ("varje torsdag den 15 kl 9", r#"Unclear("15")"#),
            ("torsdag från 16.9.2026 kl 9", r#"WrongWeekday { piece: "torsdag", date: 2026-09-16 }"#),
            ("varje torsdag i december kl 9", r#"Unknown("december")"#),
            ("varje torsdag", "NoTime"),
            ("17.12.2026", "NoTime"),
            ("RRULE:FREQ=WEEKLY;BYDAY=TH", "NoTime"),
            ("kl 9", "NoDay"),
            ("varje vecka kl 9", "NoDay"),
            ("varje månad kl 9", "NoDay"),
            ("varje år kl 9", "NoDay"),
            ("första måndagen kl 9", r#"OfWhat("första")"#),
            ("viimeinen torstai klo 9", r#"OfWhat("viimeinen")"#),
            ("torsdag varje månad kl 9", r#"OfWhat("torsdag")"#),
            ("31.9.2026 kl 9", r#"NoSuchDate("31.9.2026")"#),
            ("31 september kl 9", r#"NoSuchDate("31 september")"#),
            ("6th Thursday of the month 9:00", r#"NoSuchDate("6th")"#),
            ("den 32 varje månad kl 9", r#"NoSuchDate("32")"#),
            ("torsdag kl 24.00", r#"NoSuchTime("24.00")"#),
            ("torsdag 9:60", r#"NoSuchTime("9:60")"#),
            ("torsdag 13 pm", r#"NoSuchTime("13 pm")"#),
            ("torsdag 99", r#"NoSuchTime("99")"#),
            ("fredag 17.12.2026 kl 9", r#"WrongWeekday { piece: "fredag", date: 2026-12-17 }"#),
            (
                "sista torsdagen i månaden 27.1.2027 kl 9",
                r#"WrongWeekday { piece: "torsdagen", date: 2027-01-27 }"#,
            ),
            ("14.9.2026 kl 9", "Past(2026-09-14)"),
            ("i går kl 9", "Past(2026-09-14)"),
            ("varje torsdag kl 9 från 1.1.2026", "Past(2026-01-01)"),
            ("17.12.2206 kl 9", "TooFar(2206-12-17)"),
            ("varje dag kl 9", r#"TooOften("varje")"#),
            ("joka päivä klo 9", r#"TooOften("joka")"#),
            ("daily at 9", r#"TooOften("daily")"#),
            ("every 3 days at 9", r#"TooOften("3")"#),
            ("every 200 weeks on Monday at 9", r#"TooSeldom("200")"#),
            ("every 0 weeks on Monday at 9", r#"Unclear("0")"#),
            ("torsdag och fredag kl 9", r#"Unclear("fredag")"#),
            ("first and third Monday of the month 9:00", r#"Unclear("first")"#),
            ("torsdag kl 9 kl 10", r#"Twice("10")"#),
            ("varje torsdag kl 9 RRULE:FREQ=WEEKLY;BYDAY=TH", r#"Twice("varje torsdag kl 9")"#),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert!(matches!(when("17.12.2026 9:00 RRULE:FREQ=DAILY", TODAY), Err(WhenProblem::BadRule(_))));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_read_without_panic(
            text in "\\PC{0,60}|[\\x00-\\x7f]{0,60}\
                |((varje|joka|every|2|sista|15|17\\.12\\.|31|första|torsdag|to|fr|o|m|kl|9|9\\.00|månad|viikko|välein|\
                från|next|am|halv|h|min|puoli|RRULE:|FREQ=WEEKLY|99999|dag|,|:|\\.|-|/|2026|december|of|i|den)[ .]?){0,9}",
            year in -9999_i16..=9999,
        ) {
            let today = Date::new(year, 12, 31).unwrap();
            let _ = day(&text, today);
            let _ = latest_date(&text, today);
            let _ = moved(&text, today.at(9, 0, 0, 0), today);
            let _ = (length(&text), leads(&text));
            if let Ok(found) = when(&text, today) {
                prop_assert!(found.start.date() >= today);
                if let Some(rule) = found.rule {
                    prop_assert_eq!(rule.to_string().parse(), Ok(rule));
                }
            }
        }
    }
}
