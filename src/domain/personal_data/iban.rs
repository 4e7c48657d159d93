//! International bank account numbers (ISO 13616), with their checksum (ISO 7064, mod 97-10).

/// The length in characters, spaces included, of a valid account number at the start of `rest`.
pub(super) fn at(rest: &[char]) -> Option<usize> {
    let country = rest.get(..2)?;
    let check_digits = rest.get(2..4)?;
    if !country.iter().all(char::is_ascii_alphabetic) || !check_digits.iter().all(char::is_ascii_digit) {
        return None;
    }
    let mut account = String::new();
    for (position, &c) in rest.iter().enumerate() {
        if c == ' ' {
            let next_joins = rest.get(position + 1).is_some_and(char::is_ascii_alphanumeric);
            if next_joins {
                continue;
            }
            break;
        }
        if !c.is_ascii_alphanumeric() || account.len() == 34 {
            break;
        }
        account.push(c.to_ascii_uppercase());
        let ended = rest.get(position + 1).is_none_or(|next| !next.is_alphanumeric());
        if ended && account.len() >= 15 && is_valid(&account) {
            return Some(position + 1);
        }
    }
    None
}

/// Whether the number, its first four characters moved last and letters read as 10 to 35, leaves 1 modulo 97.
fn is_valid(account: &str) -> bool {
    let (head, tail) = account.split_at_checked(4).unwrap_or((account, ""));
    let mut remainder = 0_u32;
    for c in tail.chars().chain(head.chars()) {
        let Some(value) = c.to_digit(36) else { return false };
        let shift = if value < 10 { 10 } else { 100 };
        remainder = (remainder * shift + value) % 97;
    }
    remainder == 1
}
