//! Days, times and numbers as people write them in each language.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::domain::{Language, Tenths};

const MONTHS: [[&str; 12]; 3] = [
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "tammikuuta",
        "helmikuuta",
        "maaliskuuta",
        "huhtikuuta",
        "toukokuuta",
        "kesäkuuta",
        "heinäkuuta",
        "elokuuta",
        "syyskuuta",
        "lokakuuta",
        "marraskuuta",
        "joulukuuta",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const WEEKDAYS: [[&str; 7]; 3] = [
    ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    ["maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// A civil day in words: `23 november 2026`, `23. marraskuuta 2026`, `23 November 2026`.
pub(super) fn date(language: Language, date: Date) -> String {
    let month = usize::try_from(date.month() - 1).unwrap_or_default();
    let month =
        MONTHS.get(language.index()).and_then(|months| months.get(month)).copied().unwrap_or_default();
    let (day, year) = (date.day(), date.year());
    match language {
        Language::Swedish | Language::English => format!("{day} {month} {year}"),
        Language::Finnish => format!("{day}. {month} {year}"),
    }
}

/// A civil day and time with the day of the week.
pub(super) fn date_time(language: Language, moment: DateTime) -> String {
    with_time(language, moment, &time(language, moment.time()))
}

/// The same with seconds.
pub(super) fn to_the_second(language: Language, moment: DateTime) -> String {
    let separator = separator(language);
    let time = format!("{}{separator}{:02}", time(language, moment.time()), moment.second());
    with_time(language, moment, &time)
}

fn with_time(language: Language, moment: DateTime, time: &str) -> String {
    let day = weekday(language, moment.weekday());
    let date = date(language, moment.date());
    match language {
        Language::Swedish => format!("{day} {date} kl. {time}"),
        Language::Finnish => format!("{day} {date} klo {time}"),
        Language::English => format!("{day} {date} at {time}"),
    }
}

/// A time of day: `9.05`, in English `9:05`.
pub(super) fn time(language: Language, time: Time) -> String {
    format!("{}{}{:02}", time.hour(), separator(language), time.minute())
}

const fn separator(language: Language) -> char {
    match language {
        Language::Swedish | Language::Finnish => '.',
        Language::English => ':',
    }
}

/// The name of a day of the week.
pub(super) fn weekday(language: Language, day: Weekday) -> &'static str {
    let place = usize::try_from(day.to_monday_zero_offset()).unwrap_or_default();
    WEEKDAYS.get(language.index()).and_then(|days| days.get(place)).copied().unwrap_or_default()
}

/// A whole number with its thousands apart: a no-break space in Swedish and Finnish, a comma in English.
pub(super) fn number(language: Language, value: f64) -> String {
    let digits = format!("{value:.0}");
    let separator = match language {
        Language::Swedish | Language::Finnish => '\u{a0}',
        Language::English => ',',
    };
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        let left = digits.len() - place;
        if place > 0 && left % 3 == 0 && !grouped.ends_with('-') {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A number to one decimal: `15,3`, in English `15.3`.
pub fn tenths(language: Language, value: Tenths) -> String {
    let separator = match language {
        Language::Swedish | Language::Finnish => ',',
        Language::English => '.',
    };
    let whole = number(language, (value.0 / 10) as f64);
    format!("{whole}{separator}{}", value.0 % 10)
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn days_times_and_numbers_follow_the_language() {
        let moment = civil::date(2026, 11, 26).at(9, 5, 0, 0);
        let check = |language, expected_date, expected_time, expected_number: &str| {
            assert_eq!(date(language, moment.date()), expected_date);
            assert_eq!(date_time(language, moment), expected_time);
            assert_eq!(number(language, 1_234_567.0), expected_number);
            assert_eq!(number(language, 999.0), "999");
        };
        assert_eq!(tenths(Language::Swedish, Tenths(153)), "15,3");
        assert_eq!(tenths(Language::Finnish, Tenths::whole(1_062)), "1\u{a0}062,0");
        assert_eq!(tenths(Language::English, Tenths(9)), "0.9");
        check(
            Language::Swedish,
            "26 november 2026",
            "torsdag 26 november 2026 kl. 9.05",
            "1\u{a0}234\u{a0}567",
        );
        check(
            Language::Finnish,
            "26. marraskuuta 2026",
            "torstai 26. marraskuuta 2026 klo 9.05",
            "1\u{a0}234\u{a0}567",
        );
        check(Language::English, "26 November 2026", "Thursday 26 November 2026 at 9:05", "1,234,567");
    }
}
