//! One language's articles, searchable.

use std::collections::{HashMap, HashSet};

use tantivy::TantivyError;

use super::analyzer::{Analyzer, Word};
use super::classifier::Classifier;
use super::spelling::Spelling;
use super::texts::{FieldWeights, TextIndex};
use super::vocabulary::{Compounds, Standing, Vocabulary};
use crate::domain::{Article, Language, SectionId};

/// A name: short, so that a word in it is most of it.
pub(super) const TITLE: FieldWeights =
    FieldWeights { weight: 6.0, length: 1.0, exact: 0.5, pronouns: 1.0, lead: 0, most_times: usize::MAX };
const TERMS: FieldWeights = FieldWeights { weight: 2.0, ..TITLE };
/// Each of them says the same again. Example questions are left out: so few as they are, they would draw to their article
/// what shares no more than a turn of phrase with them.
/// More than a few repetitions were measured to bring nothing, and cost much to index.
const PHRASINGS: FieldWeights = FieldWeights { weight: 4.0, most_times: 4, ..TITLE };
/// Running text, whose beginning tells best what it is about.
pub(super) const BODY: FieldWeights =
    FieldWeights { weight: 1.0, length: 0.75, exact: 0.1, pronouns: 0.2, lead: 15, most_times: usize::MAX };

/// So short words share their stems with too many others: `ufn` is no Uffe.
const SHORT: usize = 3;
/// Fewer questions out of scope teach too little of what no article answers: then each stands for itself only.
const LEAST_OUT_OF_SCOPE: usize = 300;
/// So short stems, in characters, are those of words that are not akin, too: `lunta` and `lunnaat`.
const SHORT_STEM: usize = 4;

/// The index cannot be built or searched.
#[derive(Debug, thiserror::Error)]
#[error("cannot use the search index")]
pub struct IndexError(#[from] TantivyError);

/// One language's articles, searchable.
#[derive(Debug)]
pub struct LanguageIndex {
    pub(super) analyzer: Analyzer,
    pub(super) vocabulary: Vocabulary,
    pub(super) spelling: Spelling,
    /// The shortest words as they are written: too many share their stems.
    pub(super) short_words: HashSet<String>,
    /// By the shortest stems: the words in lower case that the articles use.
    pub(super) forms: HashMap<String, HashSet<String>>,
    /// Whole articles; their numbers are places in [`LanguageIndex::places`].
    pub(super) articles: TextIndex,
    /// Which of them a question is about, by the same numbers.
    pub(super) classifier: Classifier,
    /// By article: its sections, each as its distinct stems.
    pub(super) sections: Vec<Vec<(SectionId, HashSet<usize>)>>,
    /// The place of each article in the list that the snapshot keeps.
    pub(super) places: Vec<usize>,
}

impl LanguageIndex {
    /// Indexes the articles of one language; `articles` names each by its place in the caller's list. Questions out of scope teach
    /// what none of them answers.
    ///
    /// # Errors
    /// When tantivy cannot build the index.
    pub fn build<'a>(
        language: Language,
        articles: impl IntoIterator<Item = (usize, &'a Article)>,
        out_of_scope: &[String],
    ) -> Result<Self, IndexError> {
        let analyzer = Analyzer::new(language);
        let mut reader = analyzer.reader();
        let (places, articles): (Vec<usize>, Vec<&Article>) = articles.into_iter().unzip();
        let compounds = match language {
            Language::Swedish | Language::Finnish => Compounds::OneWord,
            Language::English => Compounds::Apart,
        };
        let mut vocabulary = Vocabulary::new(compounds);
        let mut sections = Vec::with_capacity(articles.len());
        let mut asked: Vec<Vec<Vec<usize>>> = Vec::with_capacity(articles.len());
        let mut forms: HashMap<String, HashSet<String>> = HashMap::new();
        let mut used: HashMap<String, u32> = analyzer.stop_words().map(|word| (word.to_owned(), 1)).collect();
        for (number, article) in articles.iter().enumerate() {
            let mut add = |text: &str, standing| {
                let words = reader.words(text);
                for word in &words {
                    if let Some(times) = used.get_mut(&word.surface) {
                        *times += 1;
                        continue;
                    }
                    used.insert(word.surface.clone(), 1);
                    if word.stem.chars().count() <= SHORT_STEM {
                        forms.entry(word.stem.clone()).or_default().insert(word.surface.clone());
                    }
                }
                vocabulary.add_text(words.iter().map(|word| word.stem.as_str()), number, standing)
            };
            add(&article.title, Standing::Title);
            article.synonyms.iter().for_each(|text| drop(add(text, Standing::Title)));
            article.terms.iter().for_each(|text| drop(add(text, Standing::Term)));
            let mut ways: Vec<Vec<usize>> =
                article.questions.iter().map(|text| add(text, Standing::Question)).collect();
            ways.extend(article.phrasings.iter().map(|text| add(text, Standing::Phrasing)));
            asked.push(ways);
            add(&article.answer.to_plain_text(), Standing::Answer);
            let section = |section: &crate::domain::Section| {
                let text = format!("{}\n{}", section.heading, section.body.to_plain_text());
                (section.id, add(&text, Standing::Section).into_iter().collect())
            };
            sections.push(article.sections.iter().map(section).collect());
        }
        vocabulary.finish(&asked);
        let by_article =
            asked.iter().enumerate().map(|(number, ways)| vocabulary.names(number).iter().chain(ways));
        let out_of_scope = if out_of_scope.len() < LEAST_OUT_OF_SCOPE { &[] } else { out_of_scope };
        let out_of_scope: Vec<Vec<Word>> = out_of_scope.iter().map(|text| reader.words(text)).collect();
        let (stems, out_of_scope) = numbered(&vocabulary, &out_of_scope);
        let classifier = Classifier::train(compounds, &stems, by_article, &out_of_scope);
        let fields = [TITLE, TERMS, PHRASINGS, BODY];
        let texts = articles.iter().map(|article| contents(article));
        Ok(Self {
            articles: TextIndex::build(&mut reader, &fields, texts)?,
            classifier,
            analyzer,
            vocabulary,
            short_words: used.keys().filter(|word| is_short(word)).cloned().collect(),
            forms,
            spelling: Spelling::new(used),
            sections,
            places,
        })
    }

    /// Whether a title, a term or an example question holds a stem.
    pub fn knows(&self, stem: &str) -> bool {
        self.vocabulary.is_named(stem)
    }
}

/// Texts as the numbers of their stems, with all stems in the order of their numbers. Those that are not in the vocabulary stay out
/// of it and come after: no article is found by them.
fn numbered<'a>(vocabulary: &'a Vocabulary, texts: &'a [Vec<Word>]) -> (Vec<&'a str>, Vec<Vec<usize>>) {
    let mut stems = vocabulary.texts();
    let mut others: HashMap<&str, usize> = HashMap::new();
    let mut number = |word: &'a Word| {
        vocabulary.find(&word.stem).unwrap_or_else(|| {
            *others.entry(&word.stem).or_insert_with(|| {
                stems.push(&word.stem);
                stems.len() - 1
            })
        })
    };
    let texts = texts.iter().map(|words| words.iter().map(&mut number).collect()).collect();
    (stems, texts)
}

/// Whether a word is known by its letters and not by its stem.
pub(super) fn is_short(word: &str) -> bool {
    word.chars().count() <= SHORT
}

/// The names, the terms, the phrasings and the text of an article.
fn contents(article: &Article) -> Vec<String> {
    let names = std::iter::once(&article.title).chain(&article.synonyms);
    let mut body = article.gist.clone().unwrap_or_default();
    body.push('\n');
    body.push_str(&article.answer.to_plain_text());
    for section in &article.sections {
        body.push('\n');
        body.push_str(&section.heading);
        body.push('\n');
        body.push_str(&section.body.to_plain_text());
    }
    let joined = |texts: &[String]| texts.join("\n");
    vec![
        names.map(String::as_str).collect::<Vec<_>>().join("\n"),
        joined(&article.terms),
        joined(&article.phrasings),
        body,
    ]
}
