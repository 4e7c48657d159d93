//! Questions with slips of the pen, always the same ones.

/// Words of fewer letters are left as they are: their slips make other words.
const SHORTEST: usize = 4;

/// The question with one slip in every word of four letters or more: two neighbours change places, or one letter is left out,
/// doubled, or hit beside its key. `seed` decides which.
pub(super) fn slipped(question: &str, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut text = String::with_capacity(question.len() + 8);
    for word in question.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters: Vec<char> = word.chars().take_while(|c| c.is_alphabetic()).collect();
        if letters.len() < SHORTEST {
            text.push_str(word);
            continue;
        }
        text.extend(slip(letters, &mut dice));
        text.extend(word.chars().skip_while(|c| c.is_alphabetic()));
    }
    text
}

fn slip(mut letters: Vec<char>, dice: &mut Dice) -> Vec<char> {
    // The first letter is nearly always right.
    let place = 1 + dice.below(letters.len() - 1);
    match dice.below(4) {
        0 if place + 1 < letters.len() && letters.get(place) != letters.get(place + 1) => {
            letters.swap(place, place + 1);
        }
        1 => {
            if let Some(letter) = letters.get(place).copied() {
                letters.insert(place, letter);
            }
        }
        2 => {
            if let Some(letter) = letters.get_mut(place) {
                *letter = beside(*letter);
            }
        }
        _ => {
            letters.remove(place);
        }
    }
    letters
}

/// The letter on the key to the right, on a Nordic keyboard.
fn beside(letter: char) -> char {
    const ROWS: [&str; 3] = ["qwertyuiopå", "asdfghjklöä", "zxcvbnm"];
    ROWS.iter().find_map(|row| row.chars().skip_while(|c| *c != letter).nth(1)).unwrap_or('e')
}

/// Numbers that are the same for the same seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % (most.max(1) as u64)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_longer_word_has_one_slip_and_the_same_each_time() {
        let question = "Vad är informationssäkerhet egentligen?";
        let slips = slipped(question, 1);
        assert_eq!(slips, slipped(question, 1));
        assert_ne!(slips, slipped(question, 2));
        let words: Vec<&str> = slips.trim_end_matches('?').split(' ').collect();
        assert_eq!(words[..2], ["Vad", "är"]);
        for (word, right) in words[2..].iter().zip(["informationssäkerhet", "egentligen"]) {
            assert_ne!(*word, right);
            assert!(strsim::osa_distance(word, right) == 1, "{word}");
        }
    }
}
