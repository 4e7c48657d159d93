//! Articles and their indexes as one value that never changes; a reload builds another and swaps it whole.

mod everyday;
mod gate;
mod glossary;
mod plain;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::domain::language::PerLanguage;
use crate::domain::{Article, Language, SectionId, TopicId};
use crate::search::{Completer, Completion, IndexError, Jargon, LanguageIndex, Mention, wording};
use everyday::Everyday;
pub use gate::{Astray, GoldenAstray, example_questions_astray, golden_questions_lost};
use glossary::Glossary;
pub use plain::{Finding, PlainWords, Plainness, plainness};

/// Everything that the desk knows, at one moment. A clone shares all of it.
#[derive(Clone, Debug)]
pub struct Snapshot {
    articles: Arc<[Article]>,
    places: Arc<HashMap<(TopicId, Language), usize>>,
    indexes: PerLanguage<Arc<LanguageIndex>>,
    jargon: Arc<Jargon>,
    completer: Arc<Completer>,
    glossary: Arc<Glossary>,
    everyday: Arc<Everyday>,
    out_of_scope: Arc<OutOfScope>,
}

/// Questions that no article answers.
#[derive(Debug)]
struct OutOfScope {
    /// As they are written down.
    questions: PerLanguage<Vec<String>>,
    /// The words of each. One may be understood through the articles of another language, so all are in one set.
    wordings: HashSet<Vec<String>>,
}

/// An article found for a question.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The article.
    pub article: &'a Article,
    /// How sure it is that it answers the question, from 0 to 1.
    pub confidence: f32,
}

impl Snapshot {
    /// Indexes articles, and learns from questions out of scope what none of them answers. Where a topic has two in one language,
    /// the first stays.
    ///
    /// # Errors
    /// When the search index cannot be built.
    pub fn build(
        articles: impl IntoIterator<Item = Article>,
        out_of_scope: PerLanguage<Vec<String>>,
    ) -> Result<Self, IndexError> {
        let mut kept: Vec<Article> = Vec::new();
        let mut places = HashMap::new();
        for article in articles {
            let key = (article.topic.clone(), article.language);
            if let std::collections::hash_map::Entry::Vacant(entry) = places.entry(key) {
                entry.insert(kept.len());
                kept.push(article);
            }
        }
        let index = |language| {
            let of_language = kept.iter().enumerate().filter(|(_, article)| article.language == language);
            LanguageIndex::build(language, of_language, out_of_scope.get(language)).map(Arc::new)
        };
        // One language waits for no other.
        let [swedish, finnish, english] = std::thread::scope(|scope| {
            let threads = Language::ALL.map(|language| scope.spawn(move || index(language)));
            threads.map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let glossary = Glossary::build(&kept);
        Ok(Self {
            indexes: PerLanguage([swedish?, finnish?, english?]),
            jargon: Arc::new(Jargon::build(&kept)),
            completer: Arc::new(Completer::build(&kept)),
            everyday: Arc::new(Everyday::build(&kept, &glossary)),
            glossary: Arc::new(glossary),
            places: Arc::new(places),
            articles: kept.into(),
            out_of_scope: Arc::new(OutOfScope {
                wordings: out_of_scope.0.iter().flatten().map(|question| wording(question)).collect(),
                questions: out_of_scope,
            }),
        })
    }

    /// The same, but nothing finds an article by its own example questions; its phrasings stay.
    ///
    /// # Errors
    /// When the search index cannot be built.
    pub fn without_questions_of(&self, article: &Article) -> Result<Self, IndexError> {
        let language = article.language;
        let bare = Article { questions: Vec::new(), ..article.clone() };
        let of_language = self.articles.iter().enumerate().filter(|(_, other)| other.language == language);
        let articles = of_language
            .map(|(place, other)| (place, if other.topic == article.topic { &bare } else { other }));
        let index = LanguageIndex::build(language, articles, self.out_of_scope.questions.get(language))?;
        let mut snapshot = self.clone();
        *snapshot.indexes.get_mut(language) = Arc::new(index);
        Ok(snapshot)
    }

    /// All articles.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// How many topics there are.
    pub fn topic_count(&self) -> usize {
        let mut topics: Vec<_> = self.places.keys().map(|(topic, _)| topic).collect();
        topics.sort_unstable();
        topics.dedup();
        topics.len()
    }

    /// A topic in a language.
    pub fn article(&self, topic: &TopicId, language: Language) -> Option<&Article> {
        self.places.get(&(topic.clone(), language)).and_then(|place| self.articles.get(*place))
    }

    /// A topic in a language, or in the first other one that has it.
    pub fn article_in_any(&self, topic: &TopicId, language: Language) -> Option<&Article> {
        self.article(topic, language)
            .or_else(|| Language::ALL.into_iter().find_map(|other| self.article(topic, other)))
    }

    /// The best articles of one language for a question, the best first.
    ///
    /// # Errors
    /// When the index cannot be searched.
    pub fn rank(
        &self,
        language: Language,
        question: &str,
        limit: usize,
    ) -> Result<Vec<Found<'_>>, IndexError> {
        let hits = self.indexes.get(language).rank(question, limit)?;
        let is_out_of_scope = self.out_of_scope.wordings.contains(&wording(question));
        let found = hits.into_iter().filter_map(|hit| {
            let is_refused = is_out_of_scope && !hit.is_just_the_same;
            let confidence = if is_refused { 0.0 } else { hit.confidence };
            Some(Found { article: self.articles.get(hit.article)?, confidence })
        });
        Ok(found.collect())
    }

    /// The section of an article that comes nearest to a question.
    pub fn nearest_section(&self, article: &Article, question: &str) -> Option<SectionId> {
        let place = self.places.get(&(article.topic.clone(), article.language))?;
        self.indexes.get(article.language).nearest_section(question, *place)
    }

    /// Whether articles of a language hold a stem in a title, a term or an example question.
    pub fn knows(&self, language: Language, stem: &str) -> bool {
        self.indexes.get(language).knows(stem)
    }

    /// The words of a question that tell what it is about, in lower case, as read in one language.
    pub fn content_words(&self, language: Language, question: &str) -> Vec<crate::search::Word> {
        self.indexes.get(language).content_words(question)
    }

    /// A text with each word that no article of a language uses, but that one slip parts from one they use, as that one.
    pub fn put_right(&self, text: &str, language: Language) -> String {
        self.indexes.get(language).put_right_in(text)
    }

    /// Every known term in a text, without overlaps.
    pub fn terms_in(&self, text: &str, preferred: Language) -> Vec<Mention> {
        self.jargon.find(text, preferred)
    }

    /// Every known term in a text that may need explaining: without everyday words, unless an article explains them in a line of
    /// their own or the text is nothing else.
    pub fn jargon_in(&self, text: &str, preferred: Language) -> Vec<Mention> {
        let whole = text.trim_matches(|c: char| !c.is_alphanumeric()).len();
        self.jargon.find_those(text, preferred, |candidate| {
            candidate.place().len() == whole
                || candidate
                    .term()
                    .is_some_and(|(language, topic, term)| !self.everyday.holds(language, topic, term))
        })
    }

    /// Up to `limit` terms that a person may mean by what they have typed so far.
    pub fn complete(&self, typed: &str, preferred: Language, limit: usize) -> Vec<Completion> {
        self.completer.complete(typed, preferred, limit)
    }

    /// What an article says of a term in a list of words, in one line.
    pub fn gloss(&self, article: &Article, term: &str) -> Option<&str> {
        self.glossary.get(article, term)
    }
}
