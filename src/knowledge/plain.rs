//! How plainly a text reads: its sentences and words, and the limits that articles keep.

use crate::domain::{Language, Tenths};

/// Words in a sentence. Whoever reads on a phone between two meetings loses the thread of a longer one.
pub const LONGEST_SENTENCE: usize = 25;
/// Words in a sentence on average. One may be long where the matter asks for it; many in a row tire the reader.
pub const LONGEST_MEAN: Tenths = Tenths::whole(15);

/// A word with more letters counts as long in LIX (C. H. Björnsson, Läsbarhet, 1968).
const LONG_WORD_LETTERS: usize = 6;

const ENDS: [char; 4] = ['.', '!', '?', '…'];
const CLOSING: [char; 4] = ['"', '”', '»', ')'];
const OPENING: [char; 5] = ['"', '”', '«', '(', '„'];

/// The LIX that an article may have.
///
/// In Swedish and English 45 is in the middle of what newspapers have, and texts of officials have more. Finnish words
/// are long because endings and compounds are written together, so the same text gets a far higher figure: there the
/// limit is the level that our own articles keep.
pub const fn highest_lix(language: Language) -> Tenths {
    match language {
        Language::Swedish | Language::English => Tenths::whole(45),
        Language::Finnish => Tenths::whole(62),
    }
}

/// The sentences of a paragraph, in order.
///
/// A sentence ends with a full stop, an exclamation or question mark, or an ellipsis, and white space. What goes on
/// with a small letter or a digit is still the same one: `t.ex. vid`, `1 mom. 3 punkten`, `1. tammikuuta`.
pub fn sentences(paragraph: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = paragraph;
    for (place, end) in paragraph.match_indices(ENDS) {
        let next = paragraph.get(place + end.len()..).and_then(next_sentence);
        if let Some(next) = next.filter(|next| next.len() < rest.len()) {
            sentences.extend(rest.get(..rest.len() - next.len()));
            rest = next;
        }
    }
    sentences.push(rest);
    sentences.retain(|sentence| is_word(sentence));
    sentences.into_iter().map(str::trim).collect()
}

/// What follows a mark that may end a sentence, when another sentence begins there.
fn next_sentence(after: &str) -> Option<&str> {
    let after = after.trim_start_matches(ENDS).trim_start_matches(CLOSING);
    let next = after.trim_start();
    let first = next.trim_start_matches(OPENING).chars().next();
    let goes_on = first.is_some_and(|c| c.is_lowercase() || c.is_numeric());
    (next.len() < after.len() && !goes_on).then_some(next)
}

/// The words of a text: whatever stands between white space and holds a letter or a digit.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| is_word(word))
}

fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// What is counted in a text to tell how hard it is to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readability {
    /// All words.
    pub words: usize,
    /// All sentences.
    pub sentences: usize,
    /// The words of the longest sentence.
    pub longest: usize,
    /// Words with more than six letters.
    pub long_words: usize,
}

impl Readability {
    /// Counts in paragraphs and list items: each ends a sentence.
    pub fn of(paragraphs: &[String]) -> Self {
        let mut counted = Self::default();
        for sentence in paragraphs.iter().flat_map(|paragraph| sentences(paragraph)) {
            let length = words(sentence).count();
            counted.words += length;
            counted.sentences += 1;
            counted.longest = counted.longest.max(length);
            counted.long_words += words(sentence).filter(|word| is_long(word)).count();
        }
        counted
    }

    /// Words in a sentence on average.
    pub const fn mean(&self) -> Tenths {
        Tenths::quotient(self.words, self.sentences)
    }

    /// Words in a sentence on average, and the long ones in a hundred words, added up: Björnsson's LIX.
    pub const fn lix(&self) -> Tenths {
        let Self { words, sentences, long_words, .. } = *self;
        Tenths::quotient(words * words + 100 * long_words * sentences, words * sentences)
    }
}

fn is_long(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > LONG_WORD_LETTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, expected: &[&str]) {
        assert_eq!(sentences(paragraph), expected, "{paragraph}");
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        check("Ring nu. Säg vem du är!", &["Ring nu.", "Säg vem du är!"]);
        check("Ring t.ex. chefen. Eller?", &["Ring t.ex. chefen.", "Eller?"]);
        check("Lain 14. 3 momentti. Katso myös.", &["Lain 14. 3 momentti.", "Katso myös."]);
        check("He said “stop.” Then he left.", &["He said “stop.”", "Then he left."]);
        check("Stopp (genast.) (Sen vila.) „Vila” nu", &["Stopp (genast.)", "(Sen vila.)", "„Vila” nu"]);
        check("Stopp. (sedan vila.)", &["Stopp. (sedan vila.)"]);
        check("Vänta … Vad nu?! Version 2.0 är här.", &["Vänta …", "Vad nu?!", "Version 2.0 är här."]);
        check("– . ! Ja.", &["Ja."]);
        check("", &[]);
        check(" ... ", &[]);
    }

    #[test]
    fn words_sentences_and_lix_are_counted() {
        let text =
            ["Kommunen skyddar data. Det är viktigt – alltid.".to_owned(), "906/2019 gäller".to_owned()];
        let counted = Readability::of(&text);
        assert_eq!(counted, Readability { words: 9, sentences: 3, longest: 4, long_words: 3 });
        assert_eq!((counted.mean(), counted.lix()), (Tenths::whole(3), Tenths(364)));
        assert_eq!(Readability::of(&[]).lix(), Tenths(0));
    }
}
