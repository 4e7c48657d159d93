//! Every stem of a language's articles: where it stands, and which stems are near a given one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::texts::LEAST_TEXTS;

/// Where in an article a stem stands; the strongest place counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Standing {
    /// In a section below the answer.
    Section,
    /// In the plain answer.
    Answer,
    /// In a phrasing.
    Phrasing,
    /// In an example question.
    Question,
    /// Among the terms.
    Term,
    /// In the title or a synonym.
    Title,
}

/// A stem that a query word may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Variant {
    /// The stem's number in the vocabulary.
    pub(super) stem: usize,
    /// How near it is to the query word: 1 is the same.
    pub(super) similarity: f32,
}

/// All stems of one language.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    stems: Vec<Stem>,
    numbers: HashMap<String, usize>,
    /// By article: its title, synonyms and terms, each as its stems.
    names: Vec<Vec<Vec<usize>>>,
    /// The example questions and phrasings of all articles.
    questions: Vec<Question>,
    /// By stem: the questions that hold it.
    asked_in: HashMap<usize, Vec<u32>>,
    /// The stems in the order of their letters, and in that of their letters read backwards, to find those that begin or end with
    /// another.
    forwards: Vec<usize>,
    backwards: Vec<(String, usize)>,
    compounds: Compounds,
}

/// One way to ask for an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    pub(super) article: usize,
    /// The weight of its distinct stems.
    pub(super) weight: f32,
}

/// How a language writes compounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Compounds {
    /// As one word: a stem at the beginning or the end of another is a part of it.
    #[default]
    OneWord,
    /// Apart: "account" has nothing to do with "accountability".
    Apart,
}

#[derive(Debug)]
struct Stem {
    text: String,
    chars: usize,
    /// Which letters it has, see [`letters`].
    letters: u32,
    /// Its strongest place in each article.
    standing: BTreeMap<usize, Standing>,
}

impl Stem {
    /// Whether it stands in a title, a term or an example question.
    fn is_named(&self) -> bool {
        self.standing.values().any(|standing| *standing >= Standing::Question)
    }

    /// Whether it stands in those or in a phrasing.
    fn is_asked(&self) -> bool {
        self.standing.values().any(|standing| *standing >= Standing::Phrasing)
    }
}

/// Shorter stems are parts of too many words to be taken for parts of a compound.
const MIN_COMPOUND_PART: usize = 5;
/// A smaller share of a longer word says too little of it.
const MIN_COMPOUND_SHARE: f32 = 0.4;
/// At most this many stems stand for one query word; more only cost time.
const MAX_VARIANTS: usize = 12;

impl Vocabulary {
    pub(super) fn new(compounds: Compounds) -> Self {
        Self { compounds, ..Self::default() }
    }

    /// Adds a text of an article as its stems, in order, and gives their numbers.
    pub(super) fn add_text<'a>(
        &mut self,
        stems: impl IntoIterator<Item = &'a str>,
        article: usize,
        standing: Standing,
    ) -> Vec<usize> {
        let numbers: Vec<usize> = stems.into_iter().map(|stem| self.add(stem, article, standing)).collect();
        if self.names.len() <= article {
            self.names.resize_with(article + 1, Vec::new);
        }
        if let (Standing::Title | Standing::Term, Some(names)) = (standing, self.names.get_mut(article)) {
            names.push(numbers.clone());
        }
        numbers
    }

    fn add(&mut self, text: &str, article: usize, standing: Standing) -> usize {
        let number = self.find(text).unwrap_or_else(|| {
            let number = self.stems.len();
            let (chars, letters) = (text.chars().count(), letters(text));
            self.stems.push(Stem { text: text.to_owned(), chars, letters, standing: BTreeMap::new() });
            self.numbers.insert(text.to_owned(), number);
            number
        });
        if let Some(stem) = self.stems.get_mut(number) {
            let place = stem.standing.entry(article).or_insert(standing);
            *place = (*place).max(standing);
        }
        number
    }

    /// The title, synonyms and terms of an article, each as its stems.
    pub(super) fn names(&self, article: usize) -> &[Vec<usize>] {
        self.names.get(article).map_or(&[], Vec::as_slice)
    }

    /// Adds the example questions and phrasings by article, each as its stems, once every text was added.
    pub(super) fn finish(&mut self, asked: &[Vec<Vec<usize>>]) {
        let by_article = asked.iter().enumerate();
        let questions =
            by_article.flat_map(|(article, asked)| asked.iter().map(move |stems| (article, stems)));
        for ((article, stems), number) in questions.zip(0..) {
            let distinct: BTreeSet<usize> = stems.iter().copied().collect();
            let weight = distinct.iter().map(|stem| self.weight(Some(*stem))).sum();
            self.questions.push(Question { article, weight });
            for stem in distinct {
                self.asked_in.entry(stem).or_default().push(number);
            }
        }
        let mut forwards: Vec<usize> = (0..self.stems.len()).collect();
        forwards.sort_by(|a, b| self.text(*a).cmp(self.text(*b)));
        self.forwards = forwards;
        let reversed = |(number, stem): (usize, &Stem)| (stem.text.chars().rev().collect(), number);
        self.backwards = self.stems.iter().enumerate().map(reversed).collect();
        self.backwards.sort();
    }

    /// How many example questions and phrasings there are.
    pub(super) fn question_count(&self) -> usize {
        self.questions.len()
    }

    /// One of the example questions and phrasings by its number.
    pub(super) fn question(&self, number: u32) -> Option<Question> {
        self.questions.get(usize::try_from(number).ok()?).copied()
    }

    /// The numbers of those that hold a stem.
    pub(super) fn questions_with(&self, stem: usize) -> &[u32] {
        self.asked_in.get(&stem).map_or(&[], Vec::as_slice)
    }

    /// The number of a stem.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        self.numbers.get(text).copied()
    }

    /// The text of every stem, by its number.
    pub(super) fn texts(&self) -> Vec<&str> {
        self.stems.iter().map(|stem| stem.text.as_str()).collect()
    }

    /// The text of a stem.
    pub(super) fn text(&self, stem: usize) -> &str {
        self.stems.get(stem).map_or("", |stem| stem.text.as_str())
    }

    /// Where a stem stands in an article.
    pub(super) fn standing(&self, stem: usize, article: usize) -> Option<Standing> {
        self.stems.get(stem)?.standing.get(&article).copied()
    }

    /// Whether a stem stands in a title, a term or an example question of any article.
    pub(super) fn is_named(&self, stem: &str) -> bool {
        self.find(stem).and_then(|number| self.stems.get(number)).is_some_and(Stem::is_named)
    }

    /// Whether the language writes compounds apart.
    pub(super) fn writes_apart(&self) -> bool {
        self.compounds == Compounds::Apart
    }

    /// How much a stem tells apart, by the share of articles that have it; `None` stands for an unknown word.
    pub(super) fn weight(&self, stem: Option<usize>) -> f32 {
        let known = stem.and_then(|stem| self.stems.get(stem)).map_or(0, |stem| stem.standing.len());
        let (all, with) = (LEAST_TEXTS.max(self.names.len() as f32), known as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// The stems that a query stem may stand for, the nearest first: itself, compounds that begin or end with it
    /// or that it begins or ends with, and, when it is unknown, stems that differ by a typing error or two.
    pub(super) fn variants(&self, query: &str) -> Vec<Variant> {
        let exact = self.find(query);
        let chars = query.chars().count();
        let mut near: BTreeMap<usize, f32> = BTreeMap::new();
        let mut add = |number: usize, similarity: f32| {
            if similarity > 0.0 && Some(number) != exact {
                let known = near.entry(number).or_insert(similarity);
                *known = known.max(similarity);
            }
        };
        if self.compounds == Compounds::OneWord && chars >= MIN_COMPOUND_PART {
            for number in self.parts_and_wholes(query) {
                if let Some(stem) = self.stems.get(number) {
                    add(number, compound_similarity(query, chars, stem));
                }
            }
        }
        if exact.is_none() {
            let letters = letters(query);
            for (number, stem) in self.stems.iter().enumerate() {
                // Each of two slips changes two letters at most; nearly all stems differ by more, and need not be compared.
                let is_near = (letters ^ stem.letters).count_ones() <= 4;
                if is_near && stem.is_asked() {
                    add(number, typing_similarity(query, chars, stem));
                }
            }
        }
        let exactly = exact.map(|stem| Variant { stem, similarity: 1.0 });
        let others = near.into_iter().map(|(stem, similarity)| Variant { stem, similarity });
        let mut variants: Vec<Variant> = exactly.into_iter().chain(others).collect();
        variants.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.stem.cmp(&b.stem)));
        variants.truncate(MAX_VARIANTS);
        variants
    }

    /// The stems with which a word begins or ends, and those that begin or end with it.
    fn parts_and_wholes(&self, word: &str) -> Vec<usize> {
        let from = self.forwards.partition_point(|number| self.text(*number) < word);
        let begin_alike = self.forwards.get(from..).unwrap_or_default().iter().copied();
        let mut found: Vec<usize> =
            begin_alike.take_while(|number| self.text(*number).starts_with(word)).collect();
        let reversed: String = word.chars().rev().collect();
        let from = self.backwards.partition_point(|(text, _)| text.as_str() < reversed.as_str());
        let end_alike = self.backwards.get(from..).unwrap_or_default().iter();
        found
            .extend(end_alike.take_while(|(text, _)| text.starts_with(&reversed)).map(|(_, number)| *number));
        for (at, _) in word.char_indices().skip(1) {
            let (beginning, end) = word.split_at(at);
            found.extend([beginning, end].into_iter().filter_map(|part| self.find(part)));
        }
        found
    }
}

/// Which letters a word has: a bit for each, shared by letters that are as far apart as there are bits.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % u32::BITS))
}

/// How near two stems are when one begins or ends with the other; 0 when neither does.
fn compound_similarity(query: &str, chars: usize, stem: &Stem) -> f32 {
    let (long, short, longer, shorter) = if chars > stem.chars {
        (query, stem.text.as_str(), chars, stem.chars)
    } else {
        (stem.text.as_str(), query, stem.chars, chars)
    };
    let share = shorter as f32 / longer as f32;
    if shorter < MIN_COMPOUND_PART
        || share < MIN_COMPOUND_SHARE
        || !(long.starts_with(short) || long.ends_with(short))
    {
        return 0.0;
    }
    0.3 + 0.6 * share
}

/// Whether two neighbouring letters have changed places, as in GDRP.
fn is_swapped(query: &str, stem: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(query) == sorted(stem) && strsim::osa_distance(query, stem) == 1
}

/// How near two stems are when one may be a mistyped other; 0 when they are too far apart.
fn typing_similarity(query: &str, chars: usize, stem: &Stem) -> f32 {
    let allowed = match chars {
        4 if stem.chars == 4 && is_swapped(query, &stem.text) => return 0.85,
        0..=4 => return 0.0,
        5..=7 => 1,
        _ => 2,
    };
    if stem.chars < 4 || chars.abs_diff(stem.chars) > allowed {
        return 0.0;
    }
    if query.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0.0;
    }
    let same_beginning = query.chars().next() == stem.text.chars().next();
    if chars <= 6 && !same_beginning {
        return 0.0;
    }
    let distance = strsim::osa_distance(query, &stem.text);
    if distance > allowed {
        return 0.0;
    }
    0.95 - 0.8 * distance as f32 / chars.max(stem.chars) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(stems: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for (article, stem) in stems.iter().enumerate() {
            vocabulary.add_text([*stem], article, Standing::Term);
        }
        vocabulary.finish(&[]);
        vocabulary
    }

    #[test]
    fn compounds_and_typing_errors_are_found_the_nearest_first() {
        let vocabulary = vocabulary(&["tietosuojavastaav", "tietosuoj", "tietoturv", "risk"]);
        let near = |query: &str| {
            let variants = vocabulary.variants(query);
            variants.iter().map(|variant| vocabulary.text(variant.stem)).collect::<Vec<_>>()
        };
        assert_eq!(near("tietosuoj"), ["tietosuoj", "tietosuojavastaav"]);
        assert_eq!(near("tietosouj"), ["tietosuoj"]);
        assert_eq!(near("kuntatietoturv"), ["tietoturv"]);
        assert_eq!(near("rosk"), Vec::<&str>::new(), "short words are too near to others");
        assert_eq!(near("simhall"), Vec::<&str>::new());
    }
}
