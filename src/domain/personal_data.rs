//! Finds personal data in a text before anything else sees it.
//!
//! The guard rather masks one number too many than lets one through: what it finds is neither searched, shown,
//! logged nor kept. Law numbers (`906/2019`), dates and business ids stay.

mod iban;
mod identity_code;

/// A text with its personal data taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guarded {
    /// The text without what was found.
    pub text: String,
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
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::IdentityCode, Self::Email, Self::Phone, Self::Iban, Self::LongNumber];

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
    let chars: Vec<char> = text.chars().filter(|c| !is_invisible(*c)).map(plain_form).collect();
    let mut cleaned = String::with_capacity(text.len());
    let mut found = Vec::new();
    let mut at = 0;
    let mut previous = None;
    while let Some(&current) = chars.get(at) {
        let rest = chars.get(at..).unwrap_or_default();
        if previous.is_none_or(|c: char| !is_word(c)) {
            if let Some((kind, length)) = personal_data_at(rest, previous) {
                if !found.contains(&kind) {
                    found.push(kind);
                }
                at += length;
                previous = None;
                cleaned.push(' ');
                continue;
            }
            if let Some(length) = date_at(rest) {
                cleaned.extend(rest.iter().take(length));
                at += length;
                previous = Some('0');
                continue;
            }
        }
        cleaned.push(current);
        previous = Some(current);
        at += 1;
    }
    if found.is_empty() {
        return Guarded { text: text.to_owned(), found };
    }
    Guarded { text: cleaned.split_whitespace().collect::<Vec<_>>().join(" "), found }
}

/// The kind and the length in characters of personal data at the start of `rest`.
fn personal_data_at(rest: &[char], previous: Option<char>) -> Option<(PersonalData, usize)> {
    if let Some((length, check)) = identity_code::at(rest) {
        let kind = match check {
            identity_code::Check::Valid => PersonalData::IdentityCode,
            identity_code::Check::Wrong => PersonalData::LongNumber,
        };
        return Some((kind, length));
    }
    if let Some(length) = iban::at(rest) {
        return Some((PersonalData::Iban, length));
    }
    if let Some(length) = email_at(rest) {
        return Some((PersonalData::Email, length));
    }
    number_at(rest, previous)
}

/// The length of an e-mail address at the start of `rest`.
fn email_at(rest: &[char]) -> Option<usize> {
    let local = count_while(rest, |c| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\''));
    if local == 0 || rest.get(local) != Some(&'@') {
        return None;
    }
    let domain = rest.get(local + 1..)?;
    let mut length = count_while(domain, |c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    while length > 0 && matches!(domain.get(length - 1), Some('.' | '-')) {
        length -= 1;
    }
    let dotted = domain.get(..length)?.iter().skip(1).any(|c| *c == '.');
    (dotted && length >= 3).then_some(local + 1 + length)
}

/// A telephone number or another long number at the start of `rest`.
fn number_at(rest: &[char], previous: Option<char>) -> Option<(PersonalData, usize)> {
    let international = rest.first() == Some(&'+');
    if !international && !rest.first()?.is_ascii_digit() {
        return None;
    }
    if !international && matches!(previous, Some('/' | '.' | ',')) && date_at(rest).is_some() {
        return None;
    }
    let mut groups: Vec<String> = vec![String::new()];
    let mut length = usize::from(international);
    let mut end = length;
    while let Some(&c) = rest.get(length) {
        if c.is_ascii_digit() {
            groups.last_mut()?.push(c);
            length += 1;
            end = length;
            continue;
        }
        let separators = count_while(rest.get(length..)?, |c| matches!(c, ' ' | '-' | '(' | ')' | '\u{a0}'));
        let next_is_digit = rest.get(length + separators).is_some_and(char::is_ascii_digit);
        let after = rest.get(length + separators..)?;
        if !(1..=2).contains(&separators) || !next_is_digit || date_at(after).is_some() {
            break;
        }
        length += separators;
        groups.push(String::new());
    }
    if rest.get(end).is_some_and(|c| c.is_alphabetic()) {
        return None;
    }
    let digits: usize = groups.iter().map(String::len).sum();
    let first = groups.first()?;
    if international {
        return (7..=15).contains(&digits).then_some((PersonalData::Phone, end));
    }
    let longest = groups.iter().map(String::len).max()?;
    if longest < 3 || date_at(rest).is_some_and(|date| date == end) || all_years(&groups) {
        return None;
    }
    if first.starts_with('0') && first.len() != 1 && (7..=14).contains(&digits) {
        return Some((PersonalData::Phone, end));
    }
    let joined_up = longest >= 8;
    (joined_up || digits >= 9).then_some((PersonalData::LongNumber, end))
}

/// The length of a date such as `2026-11-23`, `23-11-2026` or `23/11/2026` at the start of `rest`.
fn date_at(rest: &[char]) -> Option<usize> {
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

fn all_years(groups: &[String]) -> bool {
    groups.iter().all(|group| group.len() == 4 && (group.starts_with("19") || group.starts_with("20")))
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
        check("991352-308T frågar", &[], "991352-308T frågar");
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
    fn laws_dates_years_and_business_ids_stay() {
        for text in [
            "FOI request time limit 621/1999",
            "GDPR 2016/679 artikel 33",
            "mötet är 23.11.2026 kl. 9.00-10.30",
            "2026-11-23 – 2026-11-24",
            "05-06-2026",
            "åren 2024 2025 2026",
            "72 h, 24 h och 30 dagar",
            "FO-nummer 1234567-8",
            "1 000 000 euro",
            "@alla",
            "a@b",
            "10 11 12 13 14 15",
        ] {
            check(text, &[], text);
        }
    }
}
