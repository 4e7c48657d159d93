//! Every stem of a language's articles: where it stands, and which stems are near a given one.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::texts::LEAST_TEXTS;

/// Where in an article a stem stands; the strongest place counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Standing {
    /// In a section below the answer.
    Section,
    /// In the plain answer.
    Answer,
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
    /// By article: its example questions and phrasings, each as its distinct stems.
    questions: Vec<Vec<HashSet<usize>>>,
    compounds: Compounds,
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
            self.questions.resize_with(article + 1, Vec::new);
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

    /// Adds an example question or a phrasing of an article as its stems.
    pub(super) fn add_question(&mut self, stems: Vec<usize>, article: usize) {
        if let Some(questions) = self.questions.get_mut(article) {
            questions.push(stems.into_iter().collect());
        }
    }

    /// The example questions and phrasings of an article, each as its distinct stems.
    pub(super) fn questions(&self, article: usize) -> &[HashSet<usize>] {
        self.questions.get(article).map_or(&[], Vec::as_slice)
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
        let (chars, letters) = (query.chars().count(), letters(query));
        let mut variants: Vec<Variant> =
            exact.into_iter().map(|stem| Variant { stem, similarity: 1.0 }).collect();
        for (number, stem) in self.stems.iter().enumerate() {
            if Some(number) == exact {
                continue;
            }
            let mut similarity = match self.compounds {
                Compounds::OneWord => compound_similarity(query, chars, stem),
                Compounds::Apart => 0.0,
            };
            // Each of two slips changes two letters at most; nearly all stems differ by more, and need not be compared.
            let is_near = (letters ^ stem.letters).count_ones() <= 4;
            if exact.is_none() && is_near && stem.is_named() {
                similarity = similarity.max(typing_similarity(query, chars, stem));
            }
            if similarity > 0.0 {
                variants.push(Variant { stem: number, similarity });
            }
        }
        variants.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.stem.cmp(&b.stem)));
        variants.truncate(MAX_VARIANTS);
        variants
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
