//! The pieces of a word: what compounds, inflected forms and mistyped words have in common.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use tantivy::tokenizer::{Token, TokenFilter, TokenStream, Tokenizer};

/// How long the pieces are, in characters, the marks of the word's ends among them.
const SHORTEST: usize = 3;
const LONGEST: usize = 5;
/// Marks the beginning and the end of a word, so that a piece from there is another than the same letters inside.
const BEGINNING: char = '^';
const END: char = '$';

/// The distinct pieces of a stem, of three to five characters with a mark at each end: `^ris`, `risk`, `isk$`.
pub(super) fn of(stem: &str) -> Vec<String> {
    of_length(stem, SHORTEST..=LONGEST)
}

/// The distinct pieces of a stem of such lengths.
pub(super) fn of_length(stem: &str, lengths: RangeInclusive<usize>) -> Vec<String> {
    let marked: Vec<char> =
        std::iter::once(BEGINNING).chain(stem.chars()).chain(std::iter::once(END)).collect();
    let mut grams: Vec<String> =
        lengths.flat_map(|length| marked.windows(length)).map(|window| window.iter().collect()).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// Gives the pieces of each word in the place of the word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grams;

impl TokenFilter for Grams {
    type Tokenizer<T: Tokenizer> = Cutting<T>;

    fn transform<T: Tokenizer>(self, inner: T) -> Cutting<T> {
        Cutting { inner, cut: HashMap::new() }
    }
}

/// The same few thousand words come again and again: each is cut once.
type Cut = HashMap<Box<str>, Arc<[Box<str>]>>;

#[derive(Clone)]
pub(super) struct Cutting<T> {
    inner: T,
    cut: Cut,
}

impl<T: Tokenizer> Tokenizer for Cutting<T> {
    type TokenStream<'a> = GramStream<'a, T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        let words = self.inner.token_stream(text);
        GramStream { words, cut: &mut self.cut, grams: Arc::default(), next: 0, token: Token::default() }
    }
}

pub(super) struct GramStream<'a, T> {
    words: T,
    cut: &'a mut Cut,
    grams: Arc<[Box<str>]>,
    next: usize,
    token: Token,
}

impl<T: TokenStream> TokenStream for GramStream<'_, T> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some(gram) = self.grams.get(self.next) {
                self.next += 1;
                self.token.text.clear();
                self.token.text.push_str(gram);
                return true;
            }
            if !self.words.advance() {
                return false;
            }
            let word = self.words.token();
            self.token.position = word.position;
            (self.token.offset_from, self.token.offset_to) = (word.offset_from, word.offset_to);
            self.next = 0;
            if let Some(grams) = self.cut.get(word.text.as_str()) {
                self.grams = Arc::clone(grams);
            } else {
                self.grams = of(&word.text).into_iter().map(String::into_boxed_str).collect();
                self.cut.insert(word.text.as_str().into(), Arc::clone(&self.grams));
            }
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_each_piece_once_with_its_ends_marked() {
        assert_eq!(of("nä"), ["^nä", "^nä$", "nä$"]);
        assert_eq!(of("aaaa"), ["^aa", "^aaa", "^aaaa", "aa$", "aaa", "aaa$", "aaaa", "aaaa$"]);
        assert_eq!(of(""), Vec::<String>::new());
    }
}
