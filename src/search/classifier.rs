//! Which article a question is about, learned from the ways in which people ask for each.
//!
//! A linear classifier (multinomial logistic regression) over the stems of a question, their pieces and, where compounds are
//! written apart, pairs of neighbouring stems. It is trained by stochastic gradient descent on the names, the example questions
//! and the phrasings of the articles, each article a class, and on questions out of scope, one more class that stands for none
//! of them, whenever an index is built. A ranking by words cannot know that "email" tells less than "mailbox" where two
//! articles hold both, or that an "appeal" of a fine is none of theirs; this learns it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::grams;
use super::texts::LEAST_TEXTS;
use super::vocabulary::Compounds;

/// How often every example is gone through, and how far the first one moves the weights; later ones move them less, down to
/// nothing.
const EPOCHS: usize = 5;
const FIRST_STEP: f32 = 2.0;
/// An example that misses so little of certainty teaches nothing more.
const LEARNED_WELL: f32 = 0.03;
/// How fast the constants learn beside the weights.
const CONSTANT_STEP: f32 = 0.02;
/// The share of a word that its pieces make up; the rest is its stem.
const PIECES: f32 = 0.6;
/// How much a pair of neighbouring words counts beside a word.
const PAIR: f32 = 0.5;
/// In fewer texts than this, two neighbours are no pair.
const LEAST_TEXTS_OF_PAIR: usize = 3;
/// How long the pieces are, in characters, the marks of the word's ends among them: enough to bring compounds and inflected
/// forms together.
const PIECE: usize = 4;

/// Without examples of what no article answers, an article is likelier than none by this slope times the evidence for it, counted in
/// that of an example, less this.
const UNKNOWN_SLOPE: f32 = 9.4;
const UNKNOWN_LEAST: f32 = 4.5;
/// How much likelier than none a lone article is, of which nothing can be learned.
const LONE_ARTICLE: f32 = 1.5;

/// A trained classifier.
#[derive(Debug)]
pub(super) struct Classifier {
    numbers: HashMap<Feature, usize>,
    /// By feature: in how many classes it is.
    held_by: Vec<f32>,
    /// By feature, for each class how much it speaks for it.
    weights: Vec<f32>,
    constants: Vec<f32>,
    /// Whether the last column of the weights stands for questions that no article answers.
    out_of_scope: bool,
    /// How much an example speaks for its own article on average.
    usual: f32,
    /// As many classes as there are: articles, and none of them; at least [`LEAST_TEXTS`].
    presumed: f32,
}

/// Something that a word has, or two neighbours have.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Feature {
    Stem(Box<str>),
    Piece(Box<str>),
    Pair(Box<str>),
}

/// What a classifier says of a question.
#[derive(Debug)]
pub(super) struct Evidence {
    /// How much it speaks for each article, as the logarithm of its likelihood but for a constant.
    by_article: Vec<f32>,
    /// How much for the likeliest.
    most: f32,
    /// The same for no article, where there are examples of that.
    for_none: Option<f32>,
    /// How much an example speaks for its own article on average.
    usual: f32,
}

impl Evidence {
    fn new(by_article: Vec<f32>, for_none: Option<f32>, usual: f32) -> Self {
        let most = by_article.iter().copied().fold(f32::MIN, f32::max);
        Self { by_article, most, for_none, usual }
    }

    /// What is said of a question of which nothing is known: that it speaks for all articles alike, and as much for none.
    pub(super) fn of_nothing_known(articles: usize) -> Self {
        Self::new(vec![0.0; articles], Some(0.0), 1.0)
    }

    /// How far an article is behind the likeliest: 0 or less.
    pub(super) fn behind(&self, article: usize) -> f32 {
        self.of(article).map_or(0.0, |evidence| evidence - self.most)
    }

    /// How much more it speaks for an article than for none.
    pub(super) fn for_article_rather_than_none(&self, article: usize) -> f32 {
        let Some(evidence) = self.of(article) else { return 0.0 };
        match self.for_none {
            Some(none) => evidence - none,
            None => UNKNOWN_SLOPE * evidence / self.usual - UNKNOWN_LEAST,
        }
    }

    fn of(&self, article: usize) -> Option<f32> {
        self.by_article.get(article).copied()
    }
}

/// A word or a text as the numbers of its features with how much each counts.
type Values = Vec<(usize, f32)>;

impl Classifier {
    /// Learns from the texts that are to find each article, by article, and from those that are to find none, each as the numbers
    /// of its words in `stems`.
    pub(super) fn train<'a, Texts>(
        compounds: Compounds,
        stems: &[&str],
        by_article: impl Iterator<Item = Texts>,
        out_of_scope: &[Vec<usize>],
    ) -> Self
    where
        Texts: Iterator<Item = &'a Vec<usize>>,
    {
        let mut by_class: Vec<Vec<Vec<usize>>> =
            by_article.map(|texts| texts.map(|words| distinct(words)).collect()).collect();
        let articles = by_class.len();
        if !out_of_scope.is_empty() {
            by_class.push(out_of_scope.iter().map(|words| distinct(words)).collect());
        }
        let classes = by_class.len();
        let mut numbers: HashMap<Feature, usize> = HashMap::new();
        let mut held_by: Vec<f32> = Vec::new();
        let mut features_of: HashMap<usize, Vec<usize>> = HashMap::new();
        for texts in &by_class {
            let words: BTreeSet<usize> = texts.iter().flatten().copied().collect();
            let mut held: BTreeSet<usize> = BTreeSet::new();
            for word in words {
                let of_word = features_of.entry(word).or_insert_with(|| {
                    let features = stems.get(word).map(|stem| features(stem)).unwrap_or_default();
                    let number = |feature| {
                        let next = numbers.len();
                        *numbers.entry(feature).or_insert(next)
                    };
                    features.into_iter().map(number).collect()
                });
                held.extend(of_word.iter());
            }
            held_by.resize(numbers.len(), 0.0);
            for feature in held {
                if let Some(articles) = held_by.get_mut(feature) {
                    *articles += 1.0;
                }
            }
        }
        let mut pairs: HashMap<(usize, usize), usize> = HashMap::new();
        if compounds == Compounds::Apart {
            for (pair, articles) in frequent_pairs(&by_class) {
                let text = |word: usize| stems.get(word).copied().unwrap_or_default();
                pairs.insert(pair, held_by.len());
                numbers.insert(Feature::pair(text(pair.0), text(pair.1)), held_by.len());
                held_by.push(articles as f32);
            }
        }
        let mut classifier = Self {
            weights: vec![0.0; held_by.len() * classes],
            numbers,
            held_by,
            constants: vec![0.0; classes],
            out_of_scope: classes > articles,
            usual: 1.0,
            presumed: LEAST_TEXTS.max(classes as f32),
        };
        let known = |features: Vec<usize>| features.into_iter().map(Some).collect::<Vec<_>>();
        let values_of: HashMap<usize, Values> = features_of
            .into_iter()
            .map(|(word, features)| (word, classifier.values(&known(features))))
            .collect();
        let example = |(article, words): (usize, &Vec<usize>)| {
            let values = words.iter().filter_map(|word| values_of.get(word)).flatten().copied();
            let known = neighbours(words).filter_map(|pair| pairs.get(&pair));
            let pairs = known.map(|pair| (*pair, classifier.value_of_pair(*pair)));
            (of_length_one(values.chain(pairs).collect()), article)
        };
        let texts = by_class.iter().enumerate();
        let texts = texts.flat_map(|(article, texts)| texts.iter().map(move |words| (article, words)));
        let examples: Vec<(Values, usize)> = texts.map(example).collect();
        classifier.learn(&examples);
        let of_articles: Vec<_> = examples.iter().filter(|(_, article)| *article < articles).collect();
        let own = of_articles.iter().filter_map(|(example, article)| {
            Some(*classifier.constants.get(*article)? + classifier.evidence_for(example, *article))
        });
        let sum: f32 = own.sum();
        if sum > 0.0 {
            classifier.usual = sum / of_articles.len() as f32;
        }
        classifier
    }

    fn learn(&mut self, examples: &[(Values, usize)]) {
        // Examples of one article stand together; a step of the golden section between them mixes the articles well.
        let stride = coprime_from(examples.len() * 618 / 1000, examples.len());
        let all = (EPOCHS * examples.len()).max(1) as f32;
        let mut place = 0;
        for turn in 0..EPOCHS * examples.len() {
            place = (place + stride) % examples.len();
            let Some((example, article)) = examples.get(place) else { continue };
            let mut errors = shares(&self.evidence(example));
            if let Some(error) = errors.get_mut(*article) {
                *error -= 1.0;
                if *error > -LEARNED_WELL {
                    continue;
                }
            }
            let step = FIRST_STEP * (1.0 - turn as f32 / all);
            for (feature, value) in example {
                for (weight, error) in self.weights_of_mut(*feature).iter_mut().zip(&errors) {
                    *weight -= step * value * error;
                }
            }
            for (constant, error) in self.constants.iter_mut().zip(&errors) {
                *constant -= step * CONSTANT_STEP * error;
            }
        }
    }

    /// What a question in distinct stems speaks for; `None` when nothing of it is known. Where there is but one article, and no
    /// example of what it does not answer, all speaks for it.
    pub(super) fn evidence_in<'a>(&self, stems: impl Iterator<Item = &'a str>) -> Option<Evidence> {
        if let ([_], false) = (self.constants.as_slice(), self.out_of_scope) {
            return Some(Evidence::new(vec![self.usual], Some(self.usual - LONE_ARTICLE), self.usual));
        }
        let values_of = |stem| {
            let numbers = features(stem).into_iter().map(|feature| self.numbers.get(&feature).copied());
            self.values(&numbers.collect::<Vec<_>>())
        };
        let stems: Vec<&str> = stems.collect();
        let pairs = stems.windows(2).filter_map(|pair| {
            let [first, second] = pair else { return None };
            let number = *self.numbers.get(&Feature::pair(first, second))?;
            Some((number, self.value_of_pair(number)))
        });
        let values = of_length_one(stems.iter().copied().flat_map(values_of).chain(pairs).collect());
        if values.is_empty() {
            return None;
        }
        let mut by_article = self.evidence(&values);
        let for_none = if self.out_of_scope { by_article.pop() } else { None };
        Some(Evidence::new(by_article, for_none, self.usual))
    }

    fn evidence_for(&self, example: &Values, article: usize) -> f32 {
        let weighed = example
            .iter()
            .filter_map(|(feature, value)| Some(value * self.weights_of(*feature).get(article)?));
        weighed.sum()
    }

    fn evidence(&self, example: &Values) -> Vec<f32> {
        let mut evidence = self.constants.clone();
        for (feature, value) in example {
            for (sum, weight) in evidence.iter_mut().zip(self.weights_of(*feature)) {
                *sum += value * weight;
            }
        }
        evidence
    }

    fn weights_of(&self, feature: usize) -> &[f32] {
        let articles = self.constants.len();
        self.weights.get(feature * articles..(feature + 1) * articles).unwrap_or_default()
    }

    fn weights_of_mut(&mut self, feature: usize) -> &mut [f32] {
        let articles = self.constants.len();
        self.weights.get_mut(feature * articles..(feature + 1) * articles).unwrap_or_default()
    }

    /// How much the known features of a word count: its stem, then its pieces. It counts by how rare it is, shared among them.
    fn values(&self, features: &[Option<usize>]) -> Values {
        let Some((stem, pieces)) = features.split_first() else { return Values::new() };
        let word = self.rarity(*stem).sqrt();
        let length = pieces.iter().map(|piece| self.rarity(*piece)).sum::<f32>().sqrt();
        let of_piece = |piece: Option<usize>| {
            let value = word * PIECES.sqrt() * self.rarity(piece).sqrt() / length;
            piece.map(|number| (number, value))
        };
        let of_stem = stem.map(|number| (number, word * (1.0 - PIECES).sqrt()));
        of_stem.into_iter().chain(pieces.iter().copied().filter_map(of_piece)).collect()
    }

    fn value_of_pair(&self, pair: usize) -> f32 {
        PAIR * self.rarity(Some(pair)).sqrt()
    }

    /// How much a feature tells apart (the idf of BM25).
    fn rarity(&self, feature: Option<usize>) -> f32 {
        let articles = feature.and_then(|number| self.held_by.get(number)).copied().unwrap_or(0.0);
        ((self.presumed + 1.0) / (articles + 0.5)).ln()
    }
}

impl Feature {
    fn pair(first: &str, second: &str) -> Self {
        Self::Pair(format!("{first} {second}").into())
    }
}

/// Words in their order, each where it first stands.
fn distinct(words: &[usize]) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    words.iter().copied().filter(|word| seen.insert(*word)).collect()
}

fn neighbours(words: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    words.iter().copied().zip(words.iter().copied().skip(1))
}

/// The pairs of neighbours that enough texts hold, each with the number of articles that do.
fn frequent_pairs(by_article: &[Vec<Vec<usize>>]) -> BTreeMap<(usize, usize), usize> {
    let mut counts: BTreeMap<(usize, usize), (usize, BTreeSet<usize>)> = BTreeMap::new();
    for (article, texts) in by_article.iter().enumerate() {
        for pair in texts.iter().flat_map(|words| neighbours(words)) {
            let (texts, articles) = counts.entry(pair).or_default();
            *texts += 1;
            articles.insert(article);
        }
    }
    counts.retain(|_, (texts, _)| *texts >= LEAST_TEXTS_OF_PAIR);
    counts.into_iter().map(|(pair, (_, articles))| (pair, articles.len())).collect()
}

/// What a word has: its stem, then its pieces.
fn features(stem: &str) -> Vec<Feature> {
    let pieces = grams::of_length(stem, PIECE..=PIECE).into_iter().map(|piece| Feature::Piece(piece.into()));
    std::iter::once(Feature::Stem(stem.into())).chain(pieces).collect()
}

/// The same, each feature once, so that the squares add up to 1.
fn of_length_one(mut values: Values) -> Values {
    values.sort_by_key(|(feature, _)| *feature);
    values.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            kept.1 += next.1;
        }
        is_same
    });
    let length = values.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
    for (_, value) in &mut values {
        *value /= length;
    }
    values
}

/// Likelihoods that add up to 1.
fn shares(evidence: &[f32]) -> Vec<f32> {
    let most = evidence.iter().copied().fold(f32::MIN, f32::max);
    let mut shares: Vec<f32> = evidence.iter().map(|value| (value - most).exp()).collect();
    let all: f32 = shares.iter().sum();
    for share in &mut shares {
        *share /= all;
    }
    shares
}

/// The first number from `wanted` on that has no divisor in common with `of`, so that its steps come by every place.
fn coprime_from(wanted: usize, of: usize) -> usize {
    let divisor = |mut a: usize, mut b: usize| {
        while b > 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    (wanted.max(1)..=of).find(|step| divisor(*step, of) == 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trained(by_article: &[&[&'static str]]) -> Classifier {
        trained_where(Compounds::Apart, by_article)
    }

    fn trained_where(compounds: Compounds, by_article: &[&[&'static str]]) -> Classifier {
        let mut stems: Vec<&str> = Vec::new();
        let mut number = |stem| {
            stems.iter().position(|known| *known == stem).unwrap_or_else(|| {
                stems.push(stem);
                stems.len() - 1
            })
        };
        let mut words = |text: &&'static str| text.split(' ').map(&mut number).collect();
        let by_article: Vec<Vec<Vec<usize>>> =
            by_article.iter().map(|texts| texts.iter().map(&mut words).collect()).collect();
        Classifier::train(compounds, &stems, by_article.iter().map(|texts| texts.iter()), &[])
    }

    fn likeliest(classifier: &Classifier, stems: &str) -> usize {
        let evidence = classifier.evidence_in(stems.split(' ')).unwrap();
        (0..evidence.by_article.len())
            .max_by(|a, b| evidence.behind(*a).total_cmp(&evidence.behind(*b)))
            .unwrap()
    }

    #[test]
    fn a_word_that_several_articles_hold_tells_less_than_one_that_few_do() {
        let classifier = trained(&[
            &["read mail colleagu", "open mail absent"],
            &["odd mail link", "mail password trick"],
            &["leak mail"],
        ]);
        assert_eq!(likeliest(&classifier, "mail colleagu"), 0);
        assert_eq!(likeliest(&classifier, "mail link"), 1);
        assert_eq!(likeliest(&classifier, "mail leakag"), 2, "the beginning is known");
        assert!(classifier.evidence_in(["xyzzy"].into_iter()).is_none());
    }

    #[test]
    fn neighbours_tell_what_their_words_alone_do_not() {
        let texts: [&[&str]; 2] = [
            &["open data", "open data portal", "where open data"],
            &["data open", "data open access", "when data open", "portal where"],
        ];
        let apart = trained(&texts);
        assert_eq!((likeliest(&apart, "open data"), likeliest(&apart, "data open")), (0, 1));
        let evidence = |of: &Classifier, stems: &str| {
            of.evidence_in(stems.split(' ')).map(|evidence| evidence.by_article)
        };
        let (one, other) = (evidence(&apart, "portal where"), evidence(&apart, "where portal"));
        assert_eq!(one, other, "in too few texts to be a pair");
        let one_word = trained_where(Compounds::OneWord, &texts);
        assert_eq!(evidence(&one_word, "open data"), evidence(&one_word, "data open"));
    }

    #[test]
    fn it_learns_from_nothing_and_from_one_article() {
        assert!(trained(&[]).evidence_in(["mail"].into_iter()).is_none());
        let evidence = trained(&[&["mail"]]).evidence_in(["mail"].into_iter()).unwrap();
        assert!(evidence.behind(0).abs() < f32::EPSILON);
        assert!(evidence.for_article_rather_than_none(0) > 0.0);
    }

    #[test]
    fn it_learns_what_no_article_answers() {
        let stems = ["appeal", "refusal", "document", "park", "fine", "tax"];
        let articles = [vec![vec![0, 1], vec![1, 2], vec![0, 2]]];
        let by_article = || articles.iter().map(|texts| texts.iter());
        let out_of_scope = [vec![0, 3, 4], vec![0, 5]];
        let classifier = Classifier::train(Compounds::OneWord, &stems, by_article(), &out_of_scope);
        let ours =
            |stems: &str| classifier.evidence_in(stems.split(' ')).unwrap().for_article_rather_than_none(0);
        assert!(ours("appeal refusal") > 0.0 && ours("document") > 0.0);
        assert!(ours("appeal fine") < 0.0 && ours("park") < 0.0);
    }

    #[test]
    fn a_stride_comes_by_every_place() {
        for length in 1..200 {
            let stride = coprime_from(length * 618 / 1000, length);
            let places: BTreeSet<usize> = (0..length).map(|turn| turn * stride % length).collect();
            assert_eq!(places.len(), length);
        }
    }
}
