//! Does an article read plainly, for somebody who is no expert?

use std::collections::{HashMap, HashSet};

use super::Snapshot;
use crate::domain::language::PerLanguage;
use crate::domain::problem::HardToRead;
use crate::domain::{Article, Language, SectionId, TopicId};
use crate::knowledge::plain::{LONGEST_MEAN, LONGEST_SENTENCE, highest_lix, sentences, words};
use crate::knowledge::{Readability, WordListError, familiar_words, heavy_words};
use crate::search::{Analyzer, Form, Word};

/// So many words of a long sentence are enough to find it.
const BEGINNING_WORDS: usize = 6;
/// A word of so few letters is a term only as its article writes it: too many others share its beginning.
const SHORT_WORD_LETTERS: usize = 5;

/// How plainly an article reads: its answer and its section on why, which everybody reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plainness {
    /// What is counted.
    pub readability: Readability,
    /// How many heavy words there are.
    pub heavy_words: usize,
    /// What is to be mended, in the order of the text.
    pub findings: Vec<Finding>,
}

/// Something that makes a text hard to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its paragraph or list item, counted from 0 through the answer and the section on why.
    pub paragraph: usize,
    /// What it is.
    pub what: HardToRead,
}

/// The words by which plain language is judged, in three languages.
#[derive(Debug)]
pub struct PlainWords(PerLanguage<LanguageWords>);

#[derive(Debug)]
struct LanguageWords {
    analyzer: Analyzer,
    /// What to write instead, by the stems of the heavy word.
    plain: HashMap<String, String>,
    /// How many words the longest heavy one has.
    longest: usize,
    /// The stems of terms that need no explanation.
    familiar: HashSet<String>,
    /// So many of its last letters a long word may lose in another form.
    ending: usize,
}

impl PlainWords {
    /// Reads the lists that are compiled in.
    ///
    /// # Errors
    /// When one of them is no valid TOML.
    pub fn load() -> Result<Self, WordListError> {
        let [swedish, finnish, english] = Language::ALL.map(LanguageWords::load);
        Ok(Self(PerLanguage([swedish?, finnish?, english?])))
    }
}

impl LanguageWords {
    fn load(language: Language) -> Result<Self, WordListError> {
        let analyzer = Analyzer::new(language);
        let (mut plain, mut longest) = (HashMap::new(), 0);
        for (heavy, instead) in heavy_words(language)? {
            let words = analyzer.words(&heavy);
            longest = longest.max(words.len());
            plain.insert(Word::stems(&words), instead);
        }
        let familiar = familiar_words(language)?;
        let familiar = familiar.iter().map(|term| Word::stems(&analyzer.words(term))).collect();
        let ending = match language {
            Language::Swedish | Language::English => 2,
            Language::Finnish => 3,
        };
        Ok(Self { analyzer, plain, longest, familiar, ending })
    }

    /// Each heavy word as it stands in a text, with what to write instead; of two that overlap, the longer.
    fn find<'a>(&'a self, text: &'a str) -> Vec<(&'a str, &'a str)> {
        let words = self.analyzer.words(text);
        let mut found = Vec::new();
        let mut rest = words.as_slice();
        while !rest.is_empty() {
            let longest = self.longest.min(rest.len());
            let heavy = (1..=longest).rev().find_map(|length| {
                let phrase = rest.get(..length)?;
                let plain = self.plain.get(&Word::stems(phrase))?;
                let written = text.get(phrase.first()?.start..phrase.last()?.end)?;
                Some((length, (written, plain.as_str())))
            });
            found.extend(heavy.map(|(_, words)| words));
            let looked_at = heavy.map_or(1, |(length, _)| length);
            rest = rest.get(looked_at..).unwrap_or_default();
        }
        found
    }

    fn is_familiar(&self, term: &str) -> bool {
        self.familiar.contains(&Word::stems(&self.analyzer.words(term)))
    }

    /// Whether a text holds a term but for its endings. Stems alone take the Finnish `heti` for `hetu`.
    fn is_form(&self, written: &str, term: &str) -> bool {
        let (written, term) = (self.analyzer.words(written), self.analyzer.words(term));
        if written.len() == term.len() {
            return written
                .iter()
                .zip(&term)
                .all(|(one, other)| self.is_form_of_word(&one.surface, &other.surface));
        }
        let joined = |words: &[Word]| words.iter().map(|word| word.surface.as_str()).collect::<String>();
        self.is_form_of_word(&joined(&written), &joined(&term))
    }

    fn is_form_of_word(&self, written: &str, word: &str) -> bool {
        let letters = word.chars().count();
        let kept = if letters > SHORT_WORD_LETTERS { letters - self.ending } else { letters };
        let shared = written.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
        shared >= kept
    }
}

/// Judges an article by the limits of plain language, by lists of words, and by what a snapshot knows as expert terms.
pub fn plainness(article: &Article, by: &PlainWords, snapshot: &Snapshot) -> Plainness {
    let paragraphs = read_by_all(article);
    let by = by.0.get(article.language);
    let mut plainness = Plainness { readability: Readability::of(&paragraphs), ..Plainness::default() };
    plainness.judge_as_a_whole(article.language);
    let mut named = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let mut push = |what| plainness.findings.push(Finding { paragraph: number, what });
        for sentence in sentences(paragraph) {
            let length = words(sentence).count();
            if length > LONGEST_SENTENCE {
                let beginning = words(sentence).take(BEGINNING_WORDS).collect::<Vec<_>>().join(" ");
                push(HardToRead::LongSentence { words: length, beginning });
            }
            for (word, plain) in by.find(sentence) {
                plainness.heavy_words += 1;
                push(HardToRead::HeavyWord { word: word.to_owned(), plain: plain.to_owned() });
            }
            for term in unexplained(sentence, article, by, snapshot) {
                if !named.contains(&term.term) {
                    named.push(term.term.clone());
                    push(HardToRead::UnexplainedTerm { term: term.written, topics: term.topics });
                }
            }
        }
    }
    plainness
}

impl Plainness {
    fn judge_as_a_whole(&mut self, language: Language) {
        let (mean, lix, limit) = (self.readability.mean(), self.readability.lix(), highest_lix(language));
        let mut push = |what| self.findings.push(Finding { paragraph: 0, what });
        if mean > LONGEST_MEAN {
            push(HardToRead::LongSentences { mean });
        }
        if lix > limit {
            push(HardToRead::HighLix { lix, limit });
        }
    }
}

/// The paragraphs and list items that everybody reads: the answer, then the section on why.
fn read_by_all(article: &Article) -> Vec<String> {
    let mut paragraphs = article.answer.paragraphs();
    paragraphs.extend(article.section(SectionId::Why).iter().flat_map(|why| why.body.paragraphs()));
    paragraphs
}

/// An expert term as it stands in a text, as its article names it, and the topics that explain it.
struct Unexplained {
    written: String,
    term: String,
    topics: Vec<TopicId>,
}

/// The expert terms of a sentence that neither the article nor those related to it explain.
fn unexplained(
    sentence: &str,
    article: &Article,
    by: &LanguageWords,
    snapshot: &Snapshot,
) -> Vec<Unexplained> {
    let mut found = Vec::new();
    // No term goes on past a comma or a bracket.
    for clause in sentence.split([',', ';', ':', '(', ')', '–']) {
        for mention in snapshot.terms_in(clause, article.language) {
            let written = clause.get(mention.place.clone()).unwrap_or_default();
            let is_term = mention.language == article.language
                && mention.form == Form::Whole
                && by.is_form(written, &mention.term)
                && !by.is_familiar(&mention.term);
            let is_explained = |topic: &TopicId| *topic == article.topic || article.related.contains(topic);
            if is_term && !mention.topics.iter().any(is_explained) {
                let written = written.to_owned();
                found.push(Unexplained { written, term: mention.term, topics: mention.topics });
            }
        }
    }
    found
}
