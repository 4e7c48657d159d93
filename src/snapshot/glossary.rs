//! Words that articles explain in one line: list items that begin with the word in bold and a colon.

use std::collections::HashMap;

use crate::domain::language::PerLanguage;
use crate::domain::{Article, Block, Language, Span, Style, TopicId};
use crate::search::{Analyzer, Word};

/// One-line explanations by article and by the stems of the word.
#[derive(Debug)]
pub(super) struct Glossary {
    analyzers: PerLanguage<Analyzer>,
    lines: HashMap<(TopicId, Language, String), String>,
}

impl Glossary {
    pub(super) fn build(articles: &[Article]) -> Self {
        let mut glossary = Self { analyzers: PerLanguage::from_fn(Analyzer::new), lines: HashMap::new() };
        for article in articles {
            for section in &article.sections {
                for block in &section.body.0 {
                    if let Block::Bullets(items) = block {
                        for item in items {
                            glossary.add(article, item);
                        }
                    }
                }
            }
        }
        glossary
    }

    pub(super) fn get(&self, article: &Article, term: &str) -> Option<&str> {
        let key = (article.topic.clone(), article.language, self.key(article.language, term));
        self.lines.get(&key).map(String::as_str)
    }

    /// Reads an item such as `**Sårbarhet (CVE):** en svaghet …`; each name in bold gets the line.
    fn add(&mut self, article: &Article, item: &[Span]) {
        let Some((Span::Text(bold, Style::Strong), rest)) = item.split_first() else { return };
        let Some(names) = bold.trim().strip_suffix(':') else { return };
        let line: String = rest.iter().map(Span::words).collect();
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let and = match article.language {
            Language::Swedish => " och ",
            Language::Finnish => " ja ",
            Language::English => " and ",
        };
        let names = names.replace(and, ",");
        for name in names.split(['(', ')', ',']).map(str::trim).filter(|name| !name.is_empty()) {
            let key = (article.topic.clone(), article.language, self.key(article.language, name));
            self.lines.entry(key).or_insert_with(|| line.to_owned());
        }
    }

    fn key(&self, language: Language, term: &str) -> String {
        Word::stems(&self.analyzers.get(language).words(term))
    }
}
