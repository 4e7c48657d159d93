//! From a question to the words that are searched, each with the stems it may stand for.

use std::collections::HashSet;

use super::MAX_QUESTION_CHARS;
use super::analyzer::{Analyzer, Word};
use super::index::{LanguageIndex, is_short};
use super::spelling::PUT_RIGHT;
use super::texts::Asked;
use super::vocabulary::Variant;

/// More words than this are a text, not a question; the first ones tell what it is about.
const MAX_WORDS: usize = 40;
/// No more are looked at, repetitions among them.
const MAX_READ: usize = 120;
/// A word written apart ("data skydd") that is known when joined.
const JOINED_SIMILARITY: f32 = 0.95;

/// So many letters at most an ending has where the stem is short.
const LONGEST_ENDING: usize = 3;
/// The same where the other word ends at once.
const LONGEST_AFTER_STEM: usize = 6;

/// How much the title of a leader counts beside other words.
const LEADER: f32 = 0.3;
/// The number of a law is two numbers: `621/1999` counts as one word.
const NUMBER: f32 = 0.5;

/// A word of a question, ready to be searched.
#[derive(Clone, Debug)]
pub(super) struct QueryWord {
    pub(super) word: Word,
    pub(super) role: Role,
    /// The stems it may stand for, the nearest first.
    pub(super) variants: Vec<Variant>,
    /// The stem that it makes together with its neighbour.
    pub(super) joined: Option<usize>,
}

/// What a word of a question may tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What the question is about.
    Content,
    /// A number: it helps to rank, but tells nothing by itself.
    Number,
    /// A word that any question may hold.
    Stop,
}

/// A word of a question, not looked up yet.
struct Distinct {
    /// As it was meant.
    word: Word,
    /// How near that is to what was typed.
    similarity: f32,
    joined: Option<usize>,
    /// What it may tell by itself.
    alone: Role,
}

impl Distinct {
    fn role(&self) -> Role {
        if self.joined.is_some() { Role::Content } else { self.alone }
    }
}

/// Whether two words differ by no more than an ending each: `sakko` and `sakkoihin`, but not `lunta` and `lunnaat`.
fn is_akin(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let [one, other] = [one, other].map(|word| word.chars().count() - shared);
    let (shorter, longer) = (one.min(other), one.max(other));
    longer <= LONGEST_ENDING || shorter <= 1 && longer <= LONGEST_AFTER_STEM
}

impl LanguageIndex {
    /// The distinct words of a question, with the stems that each may stand for.
    pub(super) fn query_words(&self, question: &str) -> Vec<QueryWord> {
        let query_word = |distinct: Distinct| {
            let role = distinct.role();
            let Distinct { word, similarity, joined, alone } = distinct;
            let mut variants = match alone {
                Role::Content => self.vocabulary.variants(&word.stem),
                Role::Number | Role::Stop => exactly(self.vocabulary.find(&word.stem)),
            };
            for variant in &mut variants {
                variant.similarity *= similarity;
            }
            if let Some(stem) = joined {
                variants.retain(|variant| variant.stem != stem);
                variants.insert(0, Variant { stem, similarity: JOINED_SIMILARITY });
            }
            QueryWord { word, role, variants, joined }
        };
        self.distinct_words(question).into_iter().map(query_word).collect()
    }

    /// The distinct words of a question that tell what it is about; without the search for the stems near them, which takes most
    /// of the time.
    pub fn content_words(&self, question: &str) -> Vec<Word> {
        let words = self.distinct_words(question).into_iter();
        words.filter(|word| word.role() == Role::Content).map(|word| word.word).collect()
    }

    /// A text with each word that no article uses as the one that was meant.
    pub fn put_right_in(&self, text: &str) -> String {
        let (mut right, mut rest) = (String::with_capacity(text.len()), 0);
        for word in self.analyzer.words(text).into_iter().take(MAX_READ) {
            let (place, typed) = (word.start..word.end, word.surface.clone());
            let (meant, _) = self.put_right(word);
            if meant.surface != typed {
                right.push_str(text.get(rest..place.start).unwrap_or_default());
                right.push_str(&meant.surface);
                rest = place.end;
            }
        }
        right.push_str(text.get(rest..).unwrap_or_default());
        right
    }

    fn distinct_words(&self, question: &str) -> Vec<Distinct> {
        let words = words_of(&self.analyzer, question);
        let joined = self.joined(&words);
        let mut seen = HashSet::new();
        words
            .into_iter()
            .zip(joined)
            .take(MAX_READ)
            .map(|(word, joined)| {
                let (word, similarity) = self.put_right(word);
                Distinct { alone: self.role(&word), word, similarity, joined }
            })
            .filter(|Distinct { word, .. }| {
                seen.insert(if word.stem.is_empty() { word.surface.clone() } else { word.stem.clone() })
            })
            .take(MAX_WORDS)
            .collect()
    }

    /// A word that no article uses as the one that was meant, and how near the two are.
    fn put_right(&self, word: Word) -> (Word, f32) {
        if is_short(&word.surface) && !self.short_words.contains(&word.surface) {
            // No stem: that of another word may look like it.
            return (Word { stem: String::new(), ..word }, 1.0);
        }
        if self.analyzer.is_stop_word(&word.surface) {
            return (word, 1.0);
        }
        if !self.is_form(&word) {
            // No slip, but another word.
            return (Word { stem: String::new(), ..word }, 1.0);
        }
        let is_known = self.vocabulary.find(&word.stem).is_some();
        let meant = if is_known { None } else { self.spelling.meant(&word.surface) };
        match meant {
            Some(meant) => {
                let stem = self.analyzer.stem(meant);
                (Word { surface: meant.to_owned(), stem, ..word }, PUT_RIGHT)
            }
            None => (word, 1.0),
        }
    }

    /// Whether a word with a known stem may be a form of a known word: the shortest stems are shared by words that are not akin.
    fn is_form(&self, word: &Word) -> bool {
        let Some(forms) = self.forms.get(&word.stem) else { return true };
        forms.contains(&word.surface) || forms.iter().any(|form| is_akin(form, &word.surface))
    }

    fn role(&self, word: &Word) -> Role {
        if word.is_number() {
            Role::Number
        } else if word.surface.chars().count() < 2
            || self.analyzer.is_stop_word(&word.surface)
            || self.analyzer.is_leader(&word.surface)
        {
            Role::Stop
        } else {
            Role::Content
        }
    }

    /// For each word, the stem that it makes together with its neighbour, when that is a known word. Two known words that the
    /// language writes apart stay apart.
    fn joined(&self, words: &[Word]) -> Vec<Option<usize>> {
        let mut joined = vec![None; words.len()];
        for (number, pair) in words.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let are_known = || [first, second].iter().all(|word| self.vocabulary.is_named(&word.stem));
            let is_letter = |word: &Word| word.surface.chars().count() < 2;
            let [is_number, is_single] = [Word::is_number, is_letter].map(|is| is(first) || is(second));
            // `får det ta` says nothing of `detta`.
            let are_stop_words = [first, second].iter().all(|word| self.analyzer.is_stop_word(&word.surface));
            if is_number || is_single || are_stop_words || self.vocabulary.writes_apart() && are_known() {
                continue;
            }
            let together = format!("{}{}", first.surface, second.surface);
            let stem = self.vocabulary.find(&self.analyzer.stem(&together));
            if stem.is_some() {
                for place in joined.iter_mut().skip(number).take(2) {
                    *place = stem;
                }
            }
        }
        joined
    }

    /// The words of a question as the ranking takes them: those that were typed, and those that two of them make together.
    pub(super) fn asked(&self, words: &[QueryWord]) -> Vec<Asked> {
        let mut asked: Vec<Asked> = words.iter().map(|word| as_asked(&self.analyzer, &word.word)).collect();
        for stem in words.iter().filter_map(|word| word.joined) {
            let stem = self.vocabulary.text(stem);
            if asked.iter().all(|known| known.stem != stem) {
                asked.push(Asked { stem: stem.to_owned(), is_pronoun: false, weight: 1.0 });
            }
        }
        asked
    }
}

/// The words of a question that are read.
fn words_of(analyzer: &Analyzer, question: &str) -> Vec<Word> {
    let end = question.char_indices().nth(MAX_QUESTION_CHARS).map_or(question.len(), |(end, _)| end);
    analyzer.words(question.get(..end).unwrap_or_default())
}

/// The distinct words of a question as the ranking takes them, where nothing but the texts is known.
pub(super) fn asked_of(analyzer: &Analyzer, question: &str) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    for word in words_of(analyzer, question) {
        if asked.len() < MAX_WORDS && asked.iter().all(|known| known.stem != word.stem) {
            asked.push(as_asked(analyzer, &word));
        }
    }
    asked
}

fn as_asked(analyzer: &Analyzer, word: &Word) -> Asked {
    let weight = if analyzer.is_leader(&word.surface) {
        LEADER
    } else if word.is_number() {
        NUMBER
    } else {
        1.0
    };
    Asked { stem: word.stem.clone(), is_pronoun: analyzer.is_pronoun(&word.surface), weight }
}

fn exactly(stem: Option<usize>) -> Vec<Variant> {
    stem.into_iter().map(|stem| Variant { stem, similarity: 1.0 }).collect()
}
