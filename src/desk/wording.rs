//! Titles and terms as they stand at the beginning of and inside a sentence.

use crate::domain::{Article, TopicKind};

/// The word with a capital at its beginning.
pub(super) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The title as it stands inside a sentence: a concept begins with a small letter, a name keeps its capital.
pub(super) fn uncapitalized(article: &Article) -> String {
    let mut chars = article.title.chars();
    let (Some(first), second) = (chars.next(), chars.clone().next()) else { return String::new() };
    let is_name = article.kind == TopicKind::Networks || second.is_some_and(char::is_uppercase);
    if is_name { article.title.clone() } else { first.to_lowercase().chain(chars).collect() }
}
