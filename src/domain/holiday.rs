//! Finnish public holidays.

use jiff::civil::{Date, Weekday};

/// A Finnish public holiday, or an eve that most people have off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// 1 January.
    NewYearsDay,
    /// 6 January.
    Epiphany,
    /// Two days before Easter.
    GoodFriday,
    /// The Sunday that others are counted from.
    EasterSunday,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    MayDay,
    /// The Thursday 39 days after Easter.
    AscensionDay,
    /// The Sunday 49 days after Easter.
    WhitSunday,
    /// The Friday of 19 to 25 June; an eve.
    MidsummerEve,
    /// The Saturday of 20 to 26 June.
    MidsummerDay,
    /// The Saturday of 31 October to 6 November.
    AllSaintsDay,
    /// 6 December.
    IndependenceDay,
    /// 24 December; an eve.
    ChristmasEve,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    BoxingDay,
    /// 31 December; an eve.
    NewYearsEve,
}

impl Holiday {
    /// Its name in the locale files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewYearsDay => "new-years-day",
            Self::Epiphany => "epiphany",
            Self::GoodFriday => "good-friday",
            Self::EasterSunday => "easter-sunday",
            Self::EasterMonday => "easter-monday",
            Self::MayDay => "may-day",
            Self::AscensionDay => "ascension-day",
            Self::WhitSunday => "whit-sunday",
            Self::MidsummerEve => "midsummer-eve",
            Self::MidsummerDay => "midsummer-day",
            Self::AllSaintsDay => "all-saints-day",
            Self::IndependenceDay => "independence-day",
            Self::ChristmasEve => "christmas-eve",
            Self::ChristmasDay => "christmas-day",
            Self::BoxingDay => "boxing-day",
            Self::NewYearsEve => "new-years-eve",
        }
    }

    /// All of them, in the order of the year.
    pub const ALL: [Self; 16] = [
        Self::NewYearsDay,
        Self::Epiphany,
        Self::GoodFriday,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::MayDay,
        Self::AscensionDay,
        Self::WhitSunday,
        Self::MidsummerEve,
        Self::MidsummerDay,
        Self::AllSaintsDay,
        Self::IndependenceDay,
        Self::ChristmasEve,
        Self::ChristmasDay,
        Self::BoxingDay,
        Self::NewYearsEve,
    ];
}

/// The holiday on a day, if any. Where two fall on one day, the one with a fixed date.
pub fn holiday(day: Date) -> Option<Holiday> {
    fixed(day).or_else(|| by_weekday(day)).or_else(|| by_easter(day))
}

fn fixed(day: Date) -> Option<Holiday> {
    Some(match (day.month(), day.day()) {
        (1, 1) => Holiday::NewYearsDay,
        (1, 6) => Holiday::Epiphany,
        (5, 1) => Holiday::MayDay,
        (12, 6) => Holiday::IndependenceDay,
        (12, 24) => Holiday::ChristmasEve,
        (12, 25) => Holiday::ChristmasDay,
        (12, 26) => Holiday::BoxingDay,
        (12, 31) => Holiday::NewYearsEve,
        _ => return None,
    })
}

fn by_weekday(day: Date) -> Option<Holiday> {
    Some(match (day.weekday(), day.month(), day.day()) {
        (Weekday::Friday, 6, 19..=25) => Holiday::MidsummerEve,
        (Weekday::Saturday, 6, 20..=26) => Holiday::MidsummerDay,
        (Weekday::Saturday, 10, 31) | (Weekday::Saturday, 11, 1..=6) => Holiday::AllSaintsDay,
        _ => return None,
    })
}

fn by_easter(day: Date) -> Option<Holiday> {
    let days_after = easter(day.year())?.duration_until(day).as_hours() / 24;
    Some(match days_after {
        -2 => Holiday::GoodFriday,
        0 => Holiday::EasterSunday,
        1 => Holiday::EasterMonday,
        39 => Holiday::AscensionDay,
        49 => Holiday::WhitSunday,
        _ => return None,
    })
}

/// Easter Sunday by the Gregorian calendar, after the anonymous algorithm in Nature, 20 April 1876 (Butcher), as printed in
/// Jean Meeus, Astronomical Algorithms, chapter 8.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let golden = year_number.rem_euclid(19);
    let (century, year_of_century) = (year_number.div_euclid(100), year_number.rem_euclid(100));
    let (leap_centuries, century_of_four) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon_shift + 15).rem_euclid(30);
    let (leap_years, year_of_four) = (year_of_century / 4, year_of_century % 4);
    let to_sunday = (32 + 2 * century_of_four + 2 * leap_years - epact - year_of_four).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let day_of_two_months = epact + to_sunday - 7 * late + 114;
    let month = i8::try_from(day_of_two_months / 31).ok()?;
    let day = i8::try_from(day_of_two_months % 31 + 1).ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_falls_where_almanacs_have_it() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)), "{year}");
        }
    }

    #[test]
    fn easter_is_a_sunday_of_spring_in_every_year() {
        for year in 1583..=9999 {
            let easter = easter(year).unwrap();
            assert_eq!(easter.weekday(), Weekday::Sunday, "{year}");
            assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&easter), "{year}");
        }
        for year in -9999..1583 {
            assert!(easter(year).is_some(), "{year}");
        }
    }

    /// The holidays of a year, as people read them in a calendar.
    fn year(year: i16) -> Vec<(Holiday, String)> {
        date(year, 1, 1)
            .series(jiff::Span::new().days(1))
            .take_while(|day| day.year() == year)
            .filter_map(|day| holiday(day).map(|holiday| (holiday, day.strftime("%a %-d %b").to_string())))
            .collect()
    }

    #[test]
    fn the_holidays_of_2026_and_2027_are_those_of_the_calendar() {
        let check = |found: Vec<(Holiday, String)>, days: [&str; 16]| {
            let (holidays, found): (Vec<Holiday>, Vec<String>) = found.into_iter().unzip();
            assert_eq!(holidays, Holiday::ALL);
            assert_eq!(found, days);
        };
        check(
            year(2026),
            [
                "Thu 1 Jan",
                "Tue 6 Jan",
                "Fri 3 Apr",
                "Sun 5 Apr",
                "Mon 6 Apr",
                "Fri 1 May",
                "Thu 14 May",
                "Sun 24 May",
                "Fri 19 Jun",
                "Sat 20 Jun",
                "Sat 31 Oct",
                "Sun 6 Dec",
                "Thu 24 Dec",
                "Fri 25 Dec",
                "Sat 26 Dec",
                "Thu 31 Dec",
            ],
        );
        check(
            year(2027),
            [
                "Fri 1 Jan",
                "Wed 6 Jan",
                "Fri 26 Mar",
                "Sun 28 Mar",
                "Mon 29 Mar",
                "Sat 1 May",
                "Thu 6 May",
                "Sun 16 May",
                "Fri 25 Jun",
                "Sat 26 Jun",
                "Sat 6 Nov",
                "Mon 6 Dec",
                "Fri 24 Dec",
                "Sat 25 Dec",
                "Sun 26 Dec",
                "Fri 31 Dec",
            ],
        );
    }

    #[test]
    fn a_fixed_date_goes_before_one_counted_from_easter() {
        assert_eq!(holiday(date(2008, 5, 1)), Some(Holiday::MayDay), "also Ascension Day");
        assert_eq!(holiday(date(2026, 9, 24)), None);
    }
}
