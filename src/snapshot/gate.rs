//! Does every example question still find the article that it stands in?

use super::Snapshot;
use crate::domain::{Article, TopicId};
use crate::search::IndexError;

/// An example question that finds another article than its own.
#[derive(Clone, Copy, Debug)]
pub struct Astray<'a> {
    /// The article in which the question stands.
    pub article: &'a Article,
    /// The question.
    pub question: &'a str,
    /// The topic that it finds first, if it finds any.
    pub finds: Option<&'a TopicId>,
}

/// Every example question that finds another article first.
///
/// # Errors
/// When the index cannot be searched.
pub fn example_questions_astray(snapshot: &Snapshot) -> Result<Vec<Astray<'_>>, IndexError> {
    let mut astray = Vec::new();
    for article in snapshot.articles() {
        for question in &article.questions {
            let found = snapshot.rank(article.language, question, 1)?;
            let finds = found.first().map(|found| &found.article.topic);
            if finds != Some(&article.topic) {
                astray.push(Astray { article, question, finds });
            }
        }
    }
    Ok(astray)
}
