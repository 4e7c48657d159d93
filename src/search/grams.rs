//! The pieces of a word: what compounds, inflected forms and mistyped words have in common.

use std::collections::VecDeque;

use tantivy::tokenizer::{Token, TokenFilter, TokenStream, Tokenizer};

/// How long the pieces are, in characters, the marks of the word's ends among them.
const SHORTEST: usize = 3;
const LONGEST: usize = 5;
/// Marks the beginning and the end of a word, so that a piece from there is another than the same letters inside.
const BEGINNING: char = '^';
const END: char = '$';

/// The distinct pieces of a stem, of three to five characters with a mark at each end: `^ris`, `risk`, `isk$`.
pub(super) fn of(stem: &str) -> Vec<String> {
    let marked: Vec<char> =
        std::iter::once(BEGINNING).chain(stem.chars()).chain(std::iter::once(END)).collect();
    let mut grams: Vec<String> = (SHORTEST..=LONGEST)
        .flat_map(|length| marked.windows(length))
        .map(|window| window.iter().collect())
        .collect();
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
        Cutting { inner }
    }
}

#[derive(Clone)]
pub(super) struct Cutting<T> {
    inner: T,
}

impl<T: Tokenizer> Tokenizer for Cutting<T> {
    type TokenStream<'a> = GramStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        GramStream { words: self.inner.token_stream(text), left: VecDeque::new(), token: Token::default() }
    }
}

pub(super) struct GramStream<T> {
    words: T,
    left: VecDeque<String>,
    token: Token,
}

impl<T: TokenStream> TokenStream for GramStream<T> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some(gram) = self.left.pop_front() {
                self.token.text = gram;
                return true;
            }
            if !self.words.advance() {
                return false;
            }
            self.token.clone_from(self.words.token());
            self.left.extend(of(&self.words.token().text));
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
