//! The Finnish personal identity code: `DDMMYY`, a century sign, three digits and a check character.
//!
//! Form and check character as described by the Digital and Population Data Services Agency; the signs
//! B to F and U to Y are in use since 2023 (decree 690/2022).

/// Whether the check character fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    Valid,
    Wrong,
}

const CHECK_CHARACTERS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// The length in characters of an identity code at the start of `rest`, and whether its check character fits.
pub(super) fn at(rest: &[char]) -> Option<(usize, Check)> {
    let date: String = rest.get(..6)?.iter().collect();
    if !date.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut position = 6;
    skip_blanks(rest, &mut position);
    let sign = rest.get(position)?.to_ascii_uppercase();
    let signed = matches!(sign, '+' | '-' | 'A'..='F' | 'U'..='Y');
    if signed {
        position += 1;
        skip_blanks(rest, &mut position);
    }
    let number: String = rest.get(position..position + 3)?.iter().collect();
    let check = rest.get(position + 3)?.to_ascii_uppercase();
    let ended = rest.get(position + 4).is_none_or(|c| !c.is_alphanumeric());
    if !number.bytes().all(|byte| byte.is_ascii_digit()) || !check.is_ascii_alphanumeric() {
        return None;
    }
    let day: u32 = date.get(..2)?.parse().ok()?;
    let month: u32 = date.get(2..4)?.parse().ok()?;
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let digits: usize = format!("{date}{number}").parse().ok()?;
    let expected = CHECK_CHARACTERS.get(digits % 31).copied().map(char::from);
    let valid = expected == Some(check) && (signed || ended && check.is_ascii_alphabetic());
    match valid {
        // A valid code may touch other words.
        true => Some((position + 4, Check::Valid)),
        false if signed && ended => Some((position + 4, Check::Wrong)),
        false => None,
    }
}

fn skip_blanks(rest: &[char], position: &mut usize) {
    let blanks = rest.iter().skip(*position).take(2).take_while(|c| c.is_whitespace()).count();
    *position += blanks;
}
