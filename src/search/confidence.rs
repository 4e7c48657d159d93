//! How sure it is that a found article answers the question.
//!
//! A logistic model of a few things that can be said of the match: how much of the question the article covers, how strong the
//! match is by words, whether what was learned speaks for the article rather than for none, whether the question names it, and
//! what of the question is unknown. It was fitted to questions in and out of scope; docs/retrieval.md tells how, and shows the
//! curve behind the thresholds. Stop words and numbers alone never give any confidence.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::query::{QueryWord, Role};
use super::vocabulary::{Standing, Vocabulary};
use crate::domain::Language;

/// What can be said of a match, or how much each of it weighs.
#[derive(Clone, Copy, Debug)]
struct Features {
    /// The share of the content words that the article covers, each by how well.
    coverage: f32,
    /// The logarithm of the score.
    log_score: f32,
    /// How much more of what was learned speaks for the article than for none, from −8 to 8.
    ours: f32,
    /// The share of the question that names the article in full.
    named_share: f32,
    /// The share of the content words that no article knows.
    unknown_share: f32,
}

impl Features {
    fn times(&self, weights: &Self) -> f32 {
        self.coverage * weights.coverage
            + self.log_score * weights.log_score
            + self.ours * weights.ours
            + self.named_share * weights.named_share
            + self.unknown_share * weights.unknown_share
    }
}

/// Fitted; see docs/retrieval.md.
const WEIGHTS: Features =
    Features { coverage: 0.54, log_score: 0.28, ours: 0.53, named_share: 1.78, unknown_share: -3.02 };
/// What was learned counts no more than this, for or against.
const MOST_LEARNED: f32 = 8.0;

/// What the model adds for the articles of each language, so that one threshold lets through about as many questions of others
/// in each.
const fn constant(language: Language) -> f32 {
    match language {
        Language::Swedish | Language::Finnish => -2.3,
        Language::English => -2.2,
    }
}

/// From here on an article is the answer.
pub const ANSWER_FROM: f32 = 0.5;
/// From here on an article is worth offering.
const SUGGEST_FROM: f32 = 0.12;
/// The highest confidence of an article with which the question shares pieces of words only.
const ONLY_PIECES: f32 = 0.1;
/// The highest confidence when the question's only word is no name in full: it may mean anything, and is offered.
const LONE_WORD: f32 = 0.4;

/// A question so like an example question or a phrasing is taken for that one.
pub(super) const SAME_QUESTION: f32 = 0.7;

/// What a confidence allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Answer.
    Answer,
    /// Offer it among others.
    Suggest,
    /// Say that the answer is not known.
    Unknown,
}

impl Zone {
    /// The zone of a confidence from 0 to 1.
    pub fn of(confidence: f32) -> Self {
        if confidence >= ANSWER_FROM {
            Self::Answer
        } else if confidence >= SUGGEST_FROM {
            Self::Suggest
        } else {
            Self::Unknown
        }
    }
}

/// A stop word that only one of two questions holds tells little of how unlike they are.
const STOP_WORD: f32 = 0.3;
/// A variant at least this near is taken for the word itself.
const SURELY_THE_SAME: f32 = 0.8;

/// What a question asks, seen from the articles of one language.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    language: Language,
    vocabulary: &'a Vocabulary,
    words: &'a [QueryWord],
    /// By word: the stems that it surely stands for, the nearest first.
    sure: Vec<Vec<usize>>,
    /// All of them.
    asked: HashSet<usize>,
    /// By article: see [`Subject::likeness`].
    likenesses: Vec<f32>,
    /// The weight of its content words, of all its words, and the share of the first that no article knows.
    content: f32,
    all: f32,
    unknown_share: f32,
}

/// What a question shares with one that is known.
#[derive(Clone, Debug, Default)]
struct Shared {
    /// The weight of the stems, each once.
    weight: f32,
    /// What the words that stand for them would count if they were not shared.
    alone: f32,
    /// The last word that is shared, counted from 1.
    last_word: usize,
}

impl<'a> Subject<'a> {
    pub(super) fn new(language: Language, vocabulary: &'a Vocabulary, words: &'a [QueryWord]) -> Self {
        let sure = |word: &QueryWord| {
            let near = word.variants.iter().filter(|variant| variant.similarity >= SURELY_THE_SAME);
            near.map(|variant| variant.stem).collect()
        };
        let sure: Vec<Vec<usize>> = words.iter().map(sure).collect();
        let mut subject = Self {
            language,
            vocabulary,
            words,
            asked: sure.iter().flatten().copied().collect(),
            sure,
            likenesses: Vec::new(),
            content: 0.0,
            all: 0.0,
            unknown_share: 0.0,
        };
        let weight = |word: &QueryWord| subject.weight(word);
        let content: f32 = subject.content_words().map(weight).sum();
        let unknown: f32 = subject.content_words().filter(|word| word.variants.is_empty()).map(weight).sum();
        let all = words.iter().map(weight).sum();
        (subject.content, subject.all) = (content, all);
        subject.unknown_share = if content > 0.0 { unknown / content } else { 0.0 };
        subject.likenesses = subject.likenesses();
        subject
    }

    fn content_words(&self) -> impl Iterator<Item = &QueryWord> {
        self.words.iter().filter(|word| word.role == Role::Content)
    }

    fn weight(&self, word: &QueryWord) -> f32 {
        self.vocabulary.weight(word.variants.first().map(|variant| variant.stem))
    }

    /// How like the question is to the example question or the phrasing of an article that comes nearest: the weight of the words
    /// that they share against that of all words of both, from 0 to 1.
    pub(super) fn likeness(&self, article: usize) -> f32 {
        self.likenesses.get(article).copied().unwrap_or(0.0)
    }

    fn likenesses(&self) -> Vec<f32> {
        // A question shares its common words with most of the thousands that are known: they have a place each.
        let mut shared = vec![Shared::default(); self.vocabulary.question_count()];
        let mut places: HashMap<usize, usize> = HashMap::new();
        self.sure.iter().flatten().for_each(|stem| *places.entry(*stem).or_default() += 1);
        let mut counted: HashSet<usize> = HashSet::new();
        let mut added: HashSet<(u32, usize)> = HashSet::new();
        let mut all_alone = 0.0;
        for (place, (word, sure)) in (1..).zip(self.words.iter().zip(&self.sure)) {
            // Two halves of a word written apart stand for the same stem: it counts once.
            let counts = sure.first().is_none_or(|first| counted.insert(*first));
            let alone = if word.role == Role::Stop { STOP_WORD } else { 1.0 } * self.weight(word);
            let alone = if counts { alone } else { 0.0 };
            all_alone += alone;
            for stem in sure {
                let weight = self.vocabulary.weight(Some(*stem));
                let is_of_several = places.get(stem).is_some_and(|words| *words > 1);
                for question in self.vocabulary.questions_with(*stem) {
                    let Some(shared) = shared.get_mut(*question as usize) else { continue };
                    if shared.last_word == place {
                        continue;
                    }
                    shared.last_word = place;
                    shared.alone += alone;
                    if !is_of_several || added.insert((*question, *stem)) {
                        shared.weight += weight;
                    }
                }
            }
        }
        let mut likenesses: Vec<f32> = Vec::new();
        for (number, shared) in (0..).zip(&shared).filter(|(_, shared)| shared.last_word > 0) {
            let Some(question) = self.vocabulary.question(number) else { continue };
            let all = question.weight + (all_alone - shared.alone).max(0.0);
            let likeness = if all > 0.0 { shared.weight / all } else { 0.0 };
            if likenesses.len() <= question.article {
                likenesses.resize(question.article + 1, 0.0);
            }
            if let Some(best) = likenesses.get_mut(question.article) {
                *best = f32::max(*best, likeness);
            }
        }
        likenesses
    }

    /// How sure it is that an article answers the question that got so high a score by words, and for which so much more speaks of
    /// what was learned than for none, from 0 to 1.
    pub(super) fn confidence(&self, article: usize, score: f32, ours: f32) -> f32 {
        if self.content <= 0.0 {
            return 0.0;
        }
        let features = self.features(article, score, ours);
        let evidence = constant(self.language) + features.times(&WEIGHTS);
        let confidence = 1.0 / (1.0 + (-evidence).exp());
        let likeness = self.likeness(article);
        if self.content_words().count() == 1 && features.named_share <= 0.0 && features.coverage > 0.0 {
            confidence.max(likeness).min(LONE_WORD)
        } else if likeness >= SAME_QUESTION {
            confidence.max(likeness)
        } else if features.coverage > 0.0 {
            confidence
        } else {
            confidence.min(ONLY_PIECES)
        }
    }

    fn features(&self, article: usize, score: f32, ours: f32) -> Features {
        let named = self.named(article);
        let name: f32 = named.iter().map(|stem| self.vocabulary.weight(Some(*stem))).sum();
        Features {
            coverage: self.covered(article, &named) / self.content,
            log_score: score.ln_1p(),
            ours: ours.clamp(-MOST_LEARNED, MOST_LEARNED),
            named_share: name / self.all,
            unknown_share: self.unknown_share,
        }
    }

    /// The weight of the content words that an article holds, each by how well.
    fn covered(&self, article: usize, named: &BTreeSet<usize>) -> f32 {
        let quality = |word: &QueryWord| {
            let qualities = word.variants.iter().filter_map(|variant| {
                let standing = self.vocabulary.standing(variant.stem, article)?;
                let trust = if named.contains(&variant.stem) { 1.0 } else { trust(standing) };
                Some(variant.similarity * trust)
            });
            qualities.fold(0.0, f32::max)
        };
        self.content_words().map(|word| self.weight(word) * quality(word)).sum()
    }

    /// The stems of those names of an article (its title, synonyms and terms) of which the question holds every word:
    /// "data breach" is about the breach, "breach" alone may be about anything.
    fn named(&self, article: usize) -> BTreeSet<usize> {
        let names = self.vocabulary.names(article).iter();
        names.filter(|name| name.iter().all(|stem| self.asked.contains(stem))).flatten().copied().collect()
    }
}

/// How far a match in a part of the article shows that the article is about the word.
const fn trust(standing: Standing) -> f32 {
    match standing {
        Standing::Title | Standing::Question | Standing::Phrasing | Standing::Answer => 0.8,
        Standing::Term => 0.7,
        Standing::Section => 0.5,
    }
}
