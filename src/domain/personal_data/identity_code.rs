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
    skip_space(rest, &mut position);
    let sign = rest.get(position)?.to_ascii_uppercase();
    if !matches!(sign, '+' | '-' | 'A'..='F' | 'U'..='Y') {
        return None;
    }
    position += 1;
    skip_space(rest, &mut position);
    let number: String = rest.get(position..position + 3)?.iter().collect();
    let check = rest.get(position + 3)?.to_ascii_uppercase();
    let ended = rest.get(position + 4).is_none_or(|c| !c.is_alphanumeric());
    if !number.bytes().all(|byte| byte.is_ascii_digit()) || !check.is_ascii_alphanumeric() || !ended {
        return None;
    }
    let day: u32 = date.get(..2)?.parse().ok()?;
    let month: u32 = date.get(2..4)?.parse().ok()?;
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let digits: usize = format!("{date}{number}").parse().ok()?;
    let expected = CHECK_CHARACTERS.get(digits % 31).copied().map(char::from);
    let verdict = if expected == Some(check) { Check::Valid } else { Check::Wrong };
    Some((position + 4, verdict))
}

fn skip_space(rest: &[char], position: &mut usize) {
    if rest.get(*position) == Some(&' ') {
        *position += 1;
    }
}
