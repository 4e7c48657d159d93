//! Text cut into words, numbers and signs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer pieces are cut before they are shown back.
const PIECE_CHARS: usize = 40;

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Lower case, without marks on letters.
    pub(super) plain: String,
    /// No space stands before it.
    pub(super) glued: bool,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Sign,
}

/// The tokens of a text.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut glued = false;
        for (start, c) in text.char_indices() {
            if c.is_whitespace() {
                glued = false;
                continue;
            }
            let kind = kind(c);
            let plain: String =
                c.to_lowercase().nfd().filter(|c| !is_combining_mark(*c) && !is_apostrophe(*c)).collect();
            let end = start + c.len_utf8();
            match tokens.last_mut() {
                Some(last) if glued && last.kind == kind && kind != Kind::Sign => {
                    last.plain.push_str(&plain);
                    last.end = end;
                }
                _ => tokens.push(Token { kind, plain, glued, start, end }),
            }
            glued = true;
        }
        Self { text, tokens }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The number at a place, unless it is too long for any date, time or length.
    pub(super) fn number(&self, at: usize) -> Option<u16> {
        let token = self.get(at).filter(|token| token.kind == Kind::Number)?;
        token.plain.parse().ok()
    }

    /// How many digits the number at a place has.
    pub(super) fn digits(&self, at: usize) -> usize {
        self.get(at).filter(|token| token.kind == Kind::Number).map_or(0, |token| token.plain.len())
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.get(at).filter(|token| token.kind == Kind::Word).map(|token| token.plain.as_str())
    }

    pub(super) fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.get(at).is_some_and(|token| token.kind == Kind::Sign && token.plain == sign)
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    /// The text of some tokens as it was typed.
    pub(super) fn piece(&self, from: usize, until: usize) -> String {
        let start = self.get(from).map_or(self.text.len(), |token| token.start);
        let end = until.checked_sub(1).and_then(|last| self.get(last)).map_or(start, |token| token.end);
        self.text.get(start..end).unwrap_or_default().chars().take(PIECE_CHARS).collect()
    }
}

fn kind(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Number
    } else if c.is_alphabetic() || is_combining_mark(c) || is_apostrophe(c) {
        Kind::Word
    } else {
        Kind::Sign
    }
}

/// As in "o'clock".
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
