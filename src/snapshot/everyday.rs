//! Everyday words among the terms: they catch questions, but in a memo nobody needs them explained.

use std::collections::{HashMap, HashSet};

use super::glossary::Glossary;
use crate::domain::language::PerLanguage;
use crate::domain::{Article, Language, TopicId};
use crate::knowledge::everyday_words;

/// The everyday words among the synonyms and terms of articles, as these write them. Words that an article explains in a line of
/// its own are none.
#[derive(Debug)]
pub(super) struct Everyday(PerLanguage<HashMap<TopicId, HashSet<String>>>);

impl Everyday {
    pub(super) fn build(articles: &[Article], glossary: &Glossary) -> Self {
        Self(PerLanguage::from_fn(|language| {
            let words: HashSet<String> = everyday_words(language).map(str::to_lowercase).collect();
            let of_article = |article: &Article| {
                let terms = article.synonyms.iter().chain(&article.terms);
                let everyday = terms.filter(|term| {
                    words.contains(&term.to_lowercase()) && glossary.get(article, term).is_none()
                });
                (article.topic.clone(), everyday.cloned().collect())
            };
            articles.iter().filter(|article| article.language == language).map(of_article).collect()
        }))
    }

    pub(super) fn holds(&self, language: Language, topic: &TopicId, term: &str) -> bool {
        self.0.get(language).get(topic).is_some_and(|terms| terms.contains(term))
    }
}
