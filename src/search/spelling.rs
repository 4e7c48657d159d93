//! Known words, found despite one slip of the pen.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};

/// A shorter word with a slip is as near to many others.
const SHORTEST: usize = 4;
/// Below so many letters only a word that begins alike is near enough.
const LONG: usize = 6;
/// How near the word that was meant is to the one that was typed: not quite the same.
pub(super) const PUT_RIGHT: f32 = 0.9;

/// All words that the articles of one language use, and those that tell nothing of a subject.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    words: Vec<(Box<str>, u32)>,
    /// Each word by itself and with any one letter left out, as a hash, with its place: two words that differ by one slip have
    /// one of these in common.
    cut: Vec<(u64, u32)>,
}

impl Spelling {
    /// From words in lower case with how often they are used.
    pub(super) fn new(words: HashMap<String, u32>) -> Self {
        let mut words: Vec<(Box<str>, u32)> = words
            .into_iter()
            .filter(|(word, _)| word.chars().count() >= SHORTEST - 1)
            .map(|(word, times)| (word.into_boxed_str(), times))
            .collect();
        words.sort_unstable();
        let mut cut: Vec<(u64, u32)> = (0..)
            .zip(&words)
            .flat_map(|(place, (word, _))| cuts(word).map(move |hash| (hash, place)))
            .collect();
        cut.sort_unstable();
        cut.dedup();
        Self { words, cut }
    }

    /// The known word that differs from an unknown one by one slip: a letter left out, added, or in the place of another, or two
    /// neighbours that have changed places. Of several the one with the same first letter, then the most used.
    pub(super) fn meant(&self, typed: &str) -> Option<&str> {
        let length = typed.chars().count();
        if length < SHORTEST || typed.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let first = typed.chars().next();
        let candidates = cuts(typed).flat_map(|hash| {
            let from = self.cut.partition_point(|(other, _)| *other < hash);
            let same =
                self.cut.get(from..).unwrap_or_default().iter().take_while(move |(other, _)| *other == hash);
            same.filter_map(|(_, place)| self.words.get(usize::try_from(*place).ok()?))
        });
        let is_one_slip = |word: &str| {
            let begins_alike = word.chars().next() == first;
            (length >= LONG || begins_alike) && strsim::osa_distance(typed, word) == 1
        };
        let near = candidates.filter(|(word, _)| is_one_slip(word));
        let best = near.max_by_key(|(word, times)| {
            (word.chars().next() == first, *times, std::cmp::Reverse(word.len()))
        });
        best.map(|(word, _)| word.as_ref())
    }
}

/// The hashes of a word by itself and with any one letter left out.
fn cuts(word: &str) -> impl Iterator<Item = u64> {
    let ends = std::iter::once((word.len(), word.len()));
    let letters = word.char_indices().map(|(at, letter)| (at, at + letter.len_utf8()));
    ends.chain(letters).map(|(from, to)| {
        let mut hasher = DefaultHasher::new();
        for part in [word.get(..from), word.get(to..)].into_iter().flatten() {
            hasher.write(part.as_bytes());
        }
        hasher.finish()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_put_right_and_two_are_not() {
        let words = ["tietosuoja", "tietoturva", "risk", "vilken", "security"];
        let spelling = Spelling::new(words.map(|word| (word.to_owned(), 1)).into());
        for (typed, meant) in [
            ("tietosuja", Some("tietosuoja")),
            ("tietosuooja", Some("tietosuoja")),
            ("tietosuoka", Some("tietosuoja")),
            ("tietosouja", Some("tietosuoja")),
            ("teitosouja", None),
            ("secrity", Some("security")),
            ("rsik", Some("risk")),
            ("rask", Some("risk")),
            ("bisk", None),
            ("vlken", Some("vilken")),
            ("simhall", None),
            ("", None),
        ] {
            assert_eq!(spelling.meant(typed), meant, "{typed}");
        }
    }
}
