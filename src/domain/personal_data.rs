//! Finds personal data in a text before anything else sees it.
//!
//! The guard rather masks one number too many than lets one through: what it finds is neither searched, shown,
//! logged nor kept. Law numbers (`906/2019`), also with a section, dates and business ids stay.

mod iban;
mod identity_code;

use std::ops::Range;

/// A text with its personal data taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guarded {
    /// The text without what was found.
    pub text: String,
    /// The text with a blank for each character that was found, so that places in it stay true.
    pub blanked: String,
    /// What was found, each kind once, in the order of the text.
    pub found: Vec<PersonalData>,
}

/// A kind of personal data that the guard knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonalData {
    /// A Finnish personal identity code with a valid check character.
    IdentityCode,
    /// An e-mail address.
    Email,
    /// A telephone number, Finnish or international.
    Phone,
    /// A bank account number with a valid checksum.
    Iban,
    /// A long number of some other kind.
    LongNumber,
}

impl PersonalData {
    /// What is shown in place of the data: its form, and nothing of it.
    pub const fn mask(self) -> &'static str {
        match self {
            Self::IdentityCode => "••••••-••••",
            Self::Email => "•••@•••",
            Self::Phone => "••• ••• ••••",
            Self::Iban => "•••• •••• •••• ••",
            Self::LongNumber => "•••••••••",
        }
    }
}

/// Takes the personal data out of a text.
pub fn guard(text: &str) -> Guarded {
    // Each visible character in its plain form, with its place in the text.
    let (places, chars): (Vec<usize>, Vec<char>) = text
        .char_indices()
        .filter(|(_, c)| !is_invisible(*c))
        .map(|(place, c)| (place, plain_form(c)))
        .unzip();
    let mut found = Vec::new();
    let mut blanked = String::with_capacity(text.len());
    let mut kept_to = 0;
    let mut at = 0;
    while at < chars.len() {
        let rest = chars.get(at..).unwrap_or_default();
        let previous = at.checked_sub(1).and_then(|before| chars.get(before)).copied();
        if let Some((kind, length)) = personal_data_at(rest, previous) {
            if !found.contains(&kind) {
                found.push(kind);
            }
            let start = places.get(at).copied().unwrap_or(text.len());
            at += length;
            let end = places.get(at).copied().unwrap_or(text.len());
            blanked.push_str(text.get(kept_to..start).unwrap_or_default());
            blanked.extend(text.get(start..end).unwrap_or_default().chars().map(|_| ' '));
            kept_to = end;
        } else {
            at += harmless_at(rest, previous).unwrap_or(1);
        }
    }
    blanked.push_str(text.get(kept_to..).unwrap_or_default());
    let text = if found.is_empty() {
        text.to_owned()
    } else {
        blanked.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    Guarded { text, blanked, found }
}

/// The kind and the length in characters of personal data at the start of `rest`.
fn personal_data_at(rest: &[char], previous: Option<char>) -> Option<(PersonalData, usize)> {
    if !previous.is_some_and(|c| c.is_ascii_digit())
        && let Some((length, check)) = identity_code::at(rest)
    {
        return match check {
            identity_code::Check::Valid => Some((PersonalData::IdentityCode, length)),
            identity_code::Check::Wrong => Some((PersonalData::LongNumber, length)),
        };
    }
    if let Some(length) = iban::at(rest) {
        return Some((PersonalData::Iban, length));
    }
    if !previous.is_some_and(is_word)
        && let Some(length) = email_at(rest)
    {
        return Some((PersonalData::Email, length));
    }
    if harmless_at(rest, previous).is_some() {
        return None;
    }
    number_at(rest, previous)
}

/// The length of a date, a business id or a law cited with its section at the start of `rest`: numbers that tell
/// nothing of a person.
fn harmless_at(rest: &[char], previous: Option<char>) -> Option<usize> {
    if previous.is_some_and(is_word) {
        return None;
    }
    date_at(rest).or_else(|| business_id_at(rest)).or_else(|| law_section_at(rest))
}

/// Words for a part of a law, in their usual forms, beside the sign §.
const PARTS_OF_A_LAW: [&str; 17] = [
    "kap", "kapitel", "kapitlet", "mom", "moment", "momentet", "luku", "luvun", "luvussa", "momentti",
    "momentin", "art", "artikel", "artikeln", "artikla", "artiklan", "article",
];

/// The length of a law's number with the sections, chapters or articles after it: `906/2019 13–15 §`, `(1050/2018) 4 §`.
fn law_section_at(rest: &[char]) -> Option<usize> {
    let at = |place: usize| rest.get(place).copied();
    let from = |place: usize| rest.get(place..).unwrap_or_default();
    let digits = |place: usize| count_while(from(place), |c| c.is_ascii_digit());
    let blanks = |place: usize| count_while(from(place), char::is_whitespace);
    let number = digits(0);
    let year = number + 1;
    let century: String = from(year).iter().take(2).collect();
    let is_law =
        (1..=4).contains(&number) && at(0) != Some('0') && at(number) == Some('/') && digits(year) == 4;
    if !is_law || !["17", "18", "19", "20"].contains(&century.as_str()) {
        return None;
    }
    let mut end = year + 4;
    end += usize::from(at(end) == Some(')'));
    loop {
        let start = end + blanks(end);
        let length = digits(start);
        if !(1..=3).contains(&length) || start == end && !matches!(at(end - 1), Some('-' | ',')) {
            return None;
        }
        end = start + length;
        // `10 a kap.`, `31 a §`
        let letter = end + blanks(end);
        let is_letter = at(letter).is_some_and(char::is_alphabetic) && !at(letter + 1).is_some_and(is_word);
        let after = if is_letter { letter + 1 } else { end };
        let word = after + blanks(after);
        let length = count_while(from(word), char::is_alphabetic);
        let part: String = from(word).iter().take(length).collect::<String>().to_lowercase();
        if at(word) == Some('§') || PARTS_OF_A_LAW.contains(&part.as_str()) {
            return Some(end);
        }
        // `13–15`, `13, 14`, `24 ja 25`
        end = match at(word) {
            Some('-' | ',') => word + 1,
            _ if ["och", "ja", "and"].contains(&part.as_str()) => word + length,
            _ => return None,
        };
    }
}

/// The length of a Finnish business id, `1234567-8`, with a valid check digit.
fn business_id_at(rest: &[char]) -> Option<usize> {
    let id = rest.get(..9)?;
    let ended = rest.get(9).is_none_or(|c| !is_word(*c));
    let (number, tail) = id.split_at_checked(7)?;
    let ['-', check] = tail else { return None };
    let mut sum = 0;
    for (digit, weight) in number.iter().zip([7, 9, 10, 5, 8, 4, 2]) {
        sum += digit.to_digit(10)? * weight;
    }
    let expected = match sum % 11 {
        0 => 0,
        1 => return None,
        rest => 11 - rest,
    };
    (ended && check.to_digit(10) == Some(expected)).then_some(9)
}

/// The length of an e-mail address at the start of `rest`, also with blanks around the sign or with `(at)`.
fn email_at(rest: &[char]) -> Option<usize> {
    let local = count_while(rest, |c| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\''));
    let sign = at_sign(rest.get(local..)?)?;
    let start = local + sign;
    let domain = rest.get(start..)?;
    let mut length = count_while(domain, |c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    while length > 0 && matches!(domain.get(length - 1), Some('.' | '-')) {
        length -= 1;
    }
    let dotted = domain.get(..length)?.iter().skip(1).any(|c| *c == '.');
    (local > 0 && dotted && length >= 3).then_some(start + length)
}

/// The length of `@`, `(at)` or `[at]` with blanks around it.
fn at_sign(rest: &[char]) -> Option<usize> {
    let before = count_while(rest, |c| c == ' ');
    let sign = rest.get(before..)?;
    let length = match sign {
        ['@', ..] => 1,
        ['(', 'a' | 'A', 't' | 'T', ')', ..] | ['[', 'a' | 'A', 't' | 'T', ']', ..] => 4,
        _ => return None,
    };
    let after = count_while(sign.get(length..)?, |c| c == ' ');
    (before <= 1 && after <= 1).then_some(before + length + after)
}

/// A telephone number or another long number at the start of `rest`.
fn number_at(rest: &[char], previous: Option<char>) -> Option<(PersonalData, usize)> {
    let international = rest.first() == Some(&'+');
    let after_number = previous.is_some_and(|c| c.is_ascii_digit() || matches!(c, '/' | '.' | ','));
    if after_number || !international && !rest.first()?.is_ascii_digit() {
        return None;
    }
    let start = usize::from(international);
    let groups = digit_groups(rest, start)?;
    let end = groups.last()?.end;
    let digits: usize = groups.iter().map(|group| group.end - group.start).sum();
    let longest = groups.iter().map(|group| group.end - group.start).max()?;
    // Letters may touch a number long enough to be meant; "ISO27001" and "72h" are words.
    let touches_letters =
        previous.is_some_and(char::is_alphabetic) || rest.get(end).is_some_and(|c| c.is_alphabetic());
    if touches_letters && digits < 9 {
        return None;
    }
    if international {
        return (7..=15).contains(&digits).then_some((PersonalData::Phone, end));
    }
    if longest < 3 || all_years(rest, &groups) || is_amount(rest, &groups) {
        return None;
    }
    let first = groups.first()?;
    if rest.first() == Some(&'0') && first.end - first.start > 1 && (8..=14).contains(&digits) {
        return Some((PersonalData::Phone, end));
    }
    (digits >= 9).then_some((PersonalData::LongNumber, end))
}

/// The digits at the start of a number, in groups that at most three separators part. A date ends the number.
fn digit_groups(rest: &[char], start: usize) -> Option<Vec<Range<usize>>> {
    let mut groups = Vec::new();
    let mut at = start;
    loop {
        let length = count_while(rest.get(at..)?, |c| c.is_ascii_digit());
        if length == 0 {
            break;
        }
        groups.push(at..at + length);
        let gap = rest.get(at + length..)?;
        let separators = count_while(gap, |c| c.is_whitespace() || matches!(c, '-' | '.' | '/' | '(' | ')'));
        let next = gap.get(separators..)?;
        let goes_on = next.first().is_some_and(char::is_ascii_digit) && date_at(next).is_none();
        if !(1..=3).contains(&separators) || !goes_on {
            break;
        }
        at += length + separators;
    }
    Some(groups)
}

/// Whether the groups part the thousands of a sum of money: `100 000 000 euro`.
fn is_amount(rest: &[char], groups: &[Range<usize>]) -> bool {
    let thousands = groups.iter().skip(1).all(|group| group.end - group.start == 3);
    let end = groups.last().map_or(0, |group| group.end);
    let after: String = rest.iter().skip(end).skip_while(|c| c.is_whitespace()).take(5).collect();
    let after = after.to_lowercase();
    thousands && ["€", "eur", "mk", "milj", "kr"].iter().any(|unit| after.starts_with(unit))
}

/// The length of a date such as `2026-11-23`, `23.11.2026`, `23/11/2026` or `20261123` at the start of `rest`.
fn date_at(rest: &[char]) -> Option<usize> {
    let joined: String = rest.iter().take_while(|c| c.is_ascii_digit()).take(9).collect();
    if joined.len() == 8
        && (joined.starts_with("19") || joined.starts_with("20"))
        && rest.get(8).is_none_or(|c| !is_word(*c))
        && let Ok(number) = joined.parse::<u32>()
        && (1..=12).contains(&(number / 100 % 100))
        && (1..=31).contains(&(number % 100))
    {
        return Some(8);
    }
    let shapes = [(4, 2, 2), (2, 2, 4), (1, 2, 4), (2, 1, 4), (1, 1, 4)];
    for (first, second, third) in shapes {
        let length = first + second + third + 2;
        let Some(candidate) = rest.get(..length) else { continue };
        if rest.get(length).is_some_and(|c| is_word(*c)) {
            continue;
        }
        let parts: Vec<String> =
            candidate.split(|c| matches!(c, '-' | '/' | '.')).map(|part| part.iter().collect()).collect();
        if parts.iter().map(String::len).ne([first, second, third]) {
            continue;
        }
        let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        let [one, month, three] = numbers.as_slice() else { continue };
        let (year, day) = if first == 4 { (one, three) } else { (three, one) };
        if (1900..2100).contains(year) && (1..=12).contains(month) && (1..=31).contains(day) {
            return Some(length);
        }
    }
    None
}

/// Whether every group is a year: `2024 2025 2026`.
fn all_years(rest: &[char], groups: &[Range<usize>]) -> bool {
    groups.iter().all(|group| {
        let century: String = rest.iter().skip(group.start).take(2).collect();
        group.end - group.start == 4 && ["19", "20"].contains(&century.as_str())
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

fn count_while(chars: &[char], test: impl Fn(char) -> bool) -> usize {
    chars.iter().take_while(|c| test(**c)).count()
}

/// Characters that show nothing and could split a number unseen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Dashes and full-width forms as their plain counterparts.
fn plain_form(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kinds: &[PersonalData], rest: &str) {
        let guarded = guard(text);
        assert_eq!(guarded.found, kinds, "{text}");
        assert_eq!(guarded.text, rest, "{text}");
    }

    #[test]
    fn identity_codes_of_every_century_sign_are_found() {
        // The check character depends on the nine digits only, so one number serves all signs.
        for sign in ['+', '-', 'U', 'V', 'W', 'X', 'Y', 'A', 'B', 'C', 'D', 'E', 'F', 'a', '–'] {
            check(
                &format!("Voiko henkilö 131052{sign}308T pyytää tietoja?"),
                &[PersonalData::IdentityCode],
                "Voiko henkilö pyytää tietoja?",
            );
        }
        check("131052-308t", &[PersonalData::IdentityCode], "");
        check("hetu:131052 - 308T.", &[PersonalData::IdentityCode], "hetu: .");
        check("131052-\u{200b}308T", &[PersonalData::IdentityCode], "");
    }

    #[test]
    fn a_mistyped_identity_code_is_masked_all_the_same() {
        check("131052-308U frågar", &[PersonalData::LongNumber], "frågar");
        check("991352-308T frågar", &[PersonalData::LongNumber], "T frågar");
    }

    #[test]
    fn addresses_phones_and_accounts_are_found() {
        check("mejla anna.a+x@kommun.fi, tack", &[PersonalData::Email], "mejla , tack");
        check("åsa@exempel.ax!", &[PersonalData::Email], "!");
        check("ring 040-123 4567 nu", &[PersonalData::Phone], "ring nu");
        check("ring +358 (0)40 1234567", &[PersonalData::Phone], "ring");
        check("call +44 20 7946 0958 please", &[PersonalData::Phone], "call please");
        check("09 310 1691", &[PersonalData::Phone], "");
        check("FI21 1234 5600 0007 85 kiitos", &[PersonalData::Iban], "kiitos");
        check("konto fi2112345600000785.", &[PersonalData::Iban], "konto .");
        check("kort 4111 1111 1111 1111", &[PersonalData::LongNumber], "kort");
        check("ärende 123456789", &[PersonalData::LongNumber], "ärende");
        check(
            "131052-308T, 040 1234567 ja 131052-308T",
            &[PersonalData::IdentityCode, PersonalData::Phone],
            ", ja",
        );
    }

    #[test]
    fn unusual_spellings_do_not_slip_through() {
        for text in [
            "040.123.4567",
            "040/1234567",
            "+358.40.123.4567",
            "+358 40/123 4567",
            "040 – 123 4567",
            "040\t1234567",
            "0800 1234",
        ] {
            check(text, &[PersonalData::Phone], "");
        }
        check("puh0401234567", &[PersonalData::Phone], "puh");
        check("040 123 4567abc", &[PersonalData::Phone], "abc");
        check("hetu131052-308T", &[PersonalData::IdentityCode], "hetu");
        check("131052-308Tja", &[PersonalData::IdentityCode], "ja");
        check("131052308T", &[PersonalData::IdentityCode], "");
        check("131052  -  308T", &[PersonalData::IdentityCode], "");
        check("IBANFI2112345600000785", &[PersonalData::Iban], "IBAN");
        check("4111.1111.1111.1111", &[PersonalData::LongNumber], "");
        check("anna(at)kommun.fi", &[PersonalData::Email], "");
        check("anna.andersson @ kommun.fi", &[PersonalData::Email], "");
    }

    #[test]
    fn places_stay_true_in_the_blanked_text() {
        let text = "Åsa\u{200b}: 040 123 4567, DPIA";
        let guarded = guard(text);
        assert_eq!(guarded.blanked.chars().count(), text.chars().count());
        assert_eq!(
            guarded.blanked.find("DPIA").map(|place| guarded.blanked[..place].chars().count()),
            Some(20)
        );
    }

    #[test]
    fn laws_dates_years_and_business_ids_stay() {
        for text in [
            "FOI request time limit 621/1999",
            "703/2023 11 §",
            "lagen 906/2019 13–15 § och 1050/2018 31 a § 2 mom.",
            "lain 410/2015 10 luku",
            "tiedonhallintalaki (906/2019) 13 §",
            "621/1999 24 ja 25 §",
            "906/2019 13, 14 §",
            "906/2019 13 - 15 §",
            "lagen 906/2019 10 a kap. 2 §",
            "GDPR 2016/679 artikel 33",
            "mötet är 23.11.2026 kl. 9.00-10.30",
            "2026-11-23 – 2026-11-24",
            "05-06-2026",
            "åren 2024 2025 2026",
            "72 h, 24 h och 30 dagar",
            "Y-tunnus 0209602-6",
            "1 000 000 euro",
            "100 000 000 €",
            "20261123",
            "ISO 27001",
            "faktura 0012345",
            "kl. 09.00-10.30",
            "@alla",
            "a@b",
            "10 11 12 13 14 15",
        ] {
            check(text, &[], text);
        }
        check("ärende 703/2023 112 4567", &[PersonalData::LongNumber], "ärende");
        for (text, rest) in [
            ("soita 040/1234 567 Arto", "soita Arto"),
            ("call 040/1234 567 mom", "call mom"),
            ("0400/1234 56-78 §", "§"),
            ("050/2011 234 Kapanen", "Kapanen"),
        ] {
            check(text, &[PersonalData::Phone], rest);
        }
        check("400/2011 234 567 Artturi", &[PersonalData::LongNumber], "Artturi");
        check("lagen 703/2023 11 § 040 123 4567", &[PersonalData::Phone], "lagen 703/2023 11 §");
    }
}
