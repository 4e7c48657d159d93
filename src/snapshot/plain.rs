//! Does an article read plainly, for somebody who is no expert?

use std::collections::HashMap;

use super::Snapshot;
use crate::domain::language::PerLanguage;
use crate::domain::problem::HardToRead;
use crate::domain::{Article, Language, SectionId};
use crate::knowledge::plain::{LONGEST_MEAN, LONGEST_SENTENCE, highest_lix, sentences, words};
use crate::knowledge::{HeavyWordsError, Readability, heavy_words};
use crate::search::{Analyzer, Form, Word};

/// So many words of a long sentence are enough to find it.
const BEGINNING_WORDS: usize = 6;

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

/// Heavy words of the three languages, ready to be found in whatever form.
#[derive(Debug)]
pub struct HeavyWords(PerLanguage<LanguageWords>);

#[derive(Debug)]
struct LanguageWords {
    analyzer: Analyzer,
    /// What to write instead, by the stems of the heavy word.
    plain: HashMap<String, String>,
    /// How many words the longest of them has.
    longest: usize,
}

impl HeavyWords {
    /// Reads the lists that are compiled in.
    ///
    /// # Errors
    /// When one of them is no valid TOML.
    pub fn load() -> Result<Self, HeavyWordsError> {
        let [swedish, finnish, english] = Language::ALL.map(LanguageWords::load);
        Ok(Self(PerLanguage([swedish?, finnish?, english?])))
    }
}

impl LanguageWords {
    fn load(language: Language) -> Result<Self, HeavyWordsError> {
        let analyzer = Analyzer::new(language);
        let (mut plain, mut longest) = (HashMap::new(), 0);
        for (heavy, instead) in heavy_words(language)? {
            let words = analyzer.words(&heavy);
            longest = longest.max(words.len());
            plain.insert(Word::stems(&words), instead);
        }
        Ok(Self { analyzer, plain, longest })
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
}

/// Judges an article by the limits of plain language, by a list of heavy words, and by the words that a snapshot knows
/// as those of experts.
pub fn plainness(article: &Article, heavy: &HeavyWords, snapshot: &Snapshot) -> Plainness {
    let paragraphs = read_by_all(article);
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
            for (word, plain) in heavy.0.get(article.language).find(sentence) {
                plainness.heavy_words += 1;
                push(HardToRead::HeavyWord { word: word.to_owned(), plain: plain.to_owned() });
            }
        }
        for term in unexplained(paragraph, article, snapshot, &mut named) {
            push(term);
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

/// The expert words of a paragraph that neither the article nor those related to it explain. Each is named once in an
/// article: `named` holds those of the paragraphs before.
fn unexplained(
    paragraph: &str,
    article: &Article,
    snapshot: &Snapshot,
    named: &mut Vec<String>,
) -> Vec<HardToRead> {
    let mut found = Vec::new();
    for mention in snapshot.terms_in(paragraph, article.language) {
        let is_own = mention.language == article.language && mention.form == Form::Whole;
        let is_explained =
            mention.topics.iter().any(|topic| *topic == article.topic || article.related.contains(topic));
        if !is_own || is_explained || named.contains(&mention.term) {
            continue;
        }
        let written = paragraph.get(mention.place.clone()).unwrap_or(&mention.term).to_owned();
        named.push(mention.term);
        found.push(HardToRead::UnexplainedTerm { term: written, topics: mention.topics });
    }
    found
}
