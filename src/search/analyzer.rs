//! Words and their stems, one analysis for what is indexed and what is asked.

mod english;
mod finnish;
mod swedish;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::str::CharIndices;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::Language;
use crate::domain::language::PerLanguage;

/// The longest word that is looked at, in characters; longer ones are noise and cost time.
const MAX_WORD_CHARS: usize = 60;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in lower case, foreign accents taken off.
    pub surface: String,
    /// Its stem.
    pub stem: String,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends in the text, in bytes.
    pub end: usize,
}

impl Word {
    /// A word by itself, or `None` when it is too long or nothing is left of it.
    pub(super) fn unstemmed(written: &str, place: Range<usize>) -> Option<Self> {
        let surface = folded(written)?;
        Some(Self { surface, stem: String::new(), start: place.start, end: place.end })
    }

    /// The stems of words as one text, which is the same for every inflected form of them.
    pub fn stems<'a>(words: impl IntoIterator<Item = &'a Self>) -> String {
        words.into_iter().map(|word| word.stem.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether it is made of digits alone.
    pub fn is_number(&self) -> bool {
        self.surface.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Splits texts of one language into words and stems.
#[derive(Clone, Copy)]
pub struct Analyzer {
    language: Language,
    stemmer: Stemmer,
    /// Brings together the stems of one word that the stemmer leaves apart.
    conflate: fn(&mut String),
}

impl std::fmt::Debug for Analyzer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Analyzer").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Analyzer {
    /// The analyzer of a language.
    pub fn new(language: Language) -> Self {
        let (algorithm, conflate): (Algorithm, fn(&mut String)) = match language {
            Language::Swedish => (Algorithm::Swedish, swedish::conflate),
            Language::Finnish => (Algorithm::Finnish, finnish::conflate),
            Language::English => (Algorithm::English, |_| {}),
        };
        Self { language, stemmer: Stemmer::new(algorithm), conflate }
    }

    /// Its language.
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// The words of a text, in order.
    pub fn words(&self, text: &str) -> Vec<Word> {
        self.reader().words(text)
    }

    /// Reads many texts, or a long one.
    pub(super) fn reader(&self) -> Reader {
        Reader { analyzer: *self, stems: HashMap::new() }
    }

    /// The stem of a word in lower case.
    pub(super) fn stem(self, surface: &str) -> String {
        let mut stem = self.stemmer.stem(surface).into_owned();
        (self.conflate)(&mut stem);
        stem
    }

    /// Whether a word in lower case tells nothing about the subject.
    pub fn is_stop_word(&self, surface: &str) -> bool {
        STOP_WORDS.get(self.language).contains(surface)
    }

    /// All words that tell nothing about the subject.
    pub(super) fn stop_words(&self) -> impl Iterator<Item = &'static str> {
        STOP_WORDS.get(self.language).iter().copied()
    }

    /// Whether a word in lower case is a personal pronoun.
    pub(super) fn is_pronoun(&self, surface: &str) -> bool {
        PRONOUNS.get(self.language).contains(surface)
    }

    /// Whether a word in lower case is the title of a leader.
    pub(super) fn is_leader(&self, surface: &str) -> bool {
        LEADERS.get(self.language).iter().any(|beginning| surface.starts_with(beginning))
    }
}

/// Reads texts of one language and stems each of their words once: the same few thousand come again and again.
pub(super) struct Reader {
    analyzer: Analyzer,
    stems: HashMap<String, String>,
}

impl Reader {
    /// The words of a text, in order.
    pub(super) fn words(&mut self, text: &str) -> Vec<Word> {
        let mut words = unstemmed(text);
        for word in &mut words {
            if !self.stems.contains_key(&word.surface) {
                self.stems.insert(word.surface.clone(), self.analyzer.stem(&word.surface));
            }
            word.stem = self.stems.get(&word.surface).cloned().unwrap_or_default();
        }
        words
    }
}

/// The words of a text in whatever language, without their stems.
fn unstemmed(text: &str) -> Vec<Word> {
    Runs::of(text).filter_map(|place| Word::unstemmed(text.get(place.clone())?, place)).collect()
}

/// The distinct words of a text in whatever language, in the order of their letters: the same for texts in the same words.
pub fn wording(text: &str) -> Vec<String> {
    let mut words: Vec<String> = unstemmed(text).into_iter().map(|word| word.surface).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Gives texts that were read before, one stem a line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stems;

impl Tokenizer for Stems {
    type TokenStream<'a> = StemStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> StemStream<'a> {
        StemStream { stems: text.lines(), token: Token::default() }
    }
}

pub(super) struct StemStream<'a> {
    stems: std::str::Lines<'a>,
    token: Token,
}

impl TokenStream for StemStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(stem) = self.stems.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(stem);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// Words by language.
type WordLists = LazyLock<PerLanguage<HashSet<&'static str>>>;

static STOP_WORDS: WordLists =
    LazyLock::new(|| lists([swedish::STOP_WORDS, finnish::STOP_WORDS, english::STOP_WORDS]));

static PRONOUNS: WordLists =
    LazyLock::new(|| lists([swedish::PRONOUNS, finnish::PRONOUNS, english::PRONOUNS]));

static LEADERS: WordLists = LazyLock::new(|| lists([swedish::LEADERS, finnish::LEADERS, english::LEADERS]));

/// Words in Swedish, Finnish and English.
fn lists(words: [&'static str; 3]) -> PerLanguage<HashSet<&'static str>> {
    PerLanguage(words.map(|words| words.split_whitespace().collect()))
}

/// Where the words of a text stand, in bytes, without the case ending of `DPO:lle`.
pub(super) struct Runs<'a> {
    chars: CharIndices<'a>,
}

impl<'a> Runs<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { chars: text.char_indices() }
    }

    /// The end of the word that goes on from the current place, in bytes.
    fn word_end(&mut self) -> usize {
        loop {
            let rest = self.chars.as_str();
            let offset = self.chars.offset();
            match rest.chars().next() {
                Some(c) if is_letter(c) => {
                    self.chars.next();
                }
                _ => return offset,
            }
        }
    }

    /// Skips `:lle` in `DPO:lle`, and `'s` in `what's`: endings, not words.
    fn skip_ending(&mut self) {
        let rest = self.chars.as_str();
        let mut ahead = rest.chars();
        let ending = match ahead.next() {
            Some(':' | '\'' | '’') => ahead.as_str(),
            _ => return,
        };
        let letters = ending.chars().take_while(|c| c.is_alphabetic()).count();
        if (1..=6).contains(&letters) {
            for _ in 0..=letters {
                self.chars.next();
            }
        }
    }
}

impl Iterator for Runs<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = loop {
            let (start, c) = self.chars.next()?;
            if is_letter(c) {
                break start;
            }
        };
        let end = self.word_end();
        self.skip_ending();
        Some(start..end)
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// A word in lower case and in one Unicode form; accents go, but for those of å, ä and ö. `None` when it is too long or nothing is
/// left of it.
fn folded(word: &str) -> Option<String> {
    let is_too_long = |word: &str| word.chars().nth(MAX_WORD_CHARS).is_some();
    if is_too_long(word) {
        return None;
    }
    // Nearly every word; the general way takes many times as long.
    if word.chars().all(|c| c.is_ascii() || matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö')) {
        return Some(word.chars().flat_map(char::to_lowercase).collect());
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.nfc().flat_map(char::to_lowercase) {
        if c.is_ascii() || matches!(c, 'å' | 'ä' | 'ö') {
            folded.push(c);
        } else {
            let parts = std::iter::once(c).nfkd().filter(|part| part.is_alphanumeric());
            folded.extend(parts.flat_map(char::to_lowercase));
        }
    }
    (!folded.is_empty() && !is_too_long(&folded)).then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces(text: &str) -> Vec<String> {
        Analyzer::new(Language::Finnish).words(text).into_iter().map(|word| word.surface).collect()
    }

    #[test]
    fn letters_of_the_three_languages_stay_and_endings_go() {
        assert_eq!(surfaces("Åbo, Öjan ÄLY café A\u{30a}bo"), ["åbo", "öjan", "äly", "cafe", "åbo"]);
        assert_eq!(
            surfaces("DPO:lle GDPR:n what's 13:30 906/2019"),
            ["dpo", "gdpr", "what", "13", "30", "906", "2019"]
        );
        assert_eq!(surfaces("\u{7}\u{1f600} … !!"), Vec::<String>::new());
        assert_eq!(surfaces(&"a".repeat(70_000)), Vec::<String>::new());
    }

    #[test]
    fn inflected_forms_share_a_stem() {
        let check = |language, forms: &[&str]| {
            let analyzer = Analyzer::new(language);
            let words = forms.iter().flat_map(|form| analyzer.words(form));
            let stems: HashSet<_> = words.map(|word| word.stem).collect();
            assert_eq!(stems.len(), 1, "{forms:?}: {stems:?}");
        };
        check(Language::Swedish, &["dataskydd", "dataskyddet", "Dataskyddets"]);
        check(Language::Finnish, &["tietosuojavastaavan", "tietosuojavastaavalle", "tietosuojavastaava"]);
        check(Language::Finnish, &["tietoturvallisuus", "tietoturvallisuuden", "tietoturvallisuutta"]);
        check(Language::Finnish, &["varautuminen", "varautumisen", "varautumista", "varautumiseen"]);
        check(Language::Finnish, &["tietopyyntö", "tietopyynnön", "tietopyynnöt", "tietopyyntöön"]);
        check(Language::Finnish, &["henkilötunnus", "henkilötunnuksen", "henkilötunnukselle"]);
        check(Language::Finnish, &["tieto", "tiedon", "tiedot", "tietoja"]);
        check(Language::Finnish, &["oma", "omat", "omia", "omien"]);
        check(Language::Finnish, &["hallinta", "hallinnan", "hallintaa"]);
        check(Language::English, &["request", "requests", "requested"]);
    }
}
