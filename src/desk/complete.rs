//! Terms to choose from while a person types.

use super::World;
use crate::domain::Language;

/// A term to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The term, with the title of its article where that is another.
    pub label: String,
    /// The term.
    pub term: String,
}

/// Up to `limit` terms for what was typed, in the asker's language first.
pub fn complete(typed: &str, language: Language, limit: usize, world: &World<'_>) -> Vec<Suggestion> {
    let found = world.snapshot.complete(typed, language, limit);
    let suggestions = found.into_iter().map(|completion| {
        let article = world.snapshot.article_in_any(&completion.topic, language);
        let other_title = article
            .map(|article| &article.title)
            .filter(|title| !title.eq_ignore_ascii_case(&completion.term));
        let label = other_title
            .map_or_else(|| completion.term.clone(), |title| format!("{} · {title}", completion.term));
        Suggestion { label, term: completion.term }
    });
    suggestions.collect()
}
