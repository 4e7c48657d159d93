//! Does every example question still find the article that it stands in, and every golden question the right one?

use super::{Found, Snapshot};
use crate::domain::{Article, Language, TopicId};
use crate::knowledge::{Expectation, Scope};
use crate::search::{IndexError, Zone};

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

/// A golden question that was well answered, and no longer would be.
#[derive(Clone, Copy, Debug)]
pub struct GoldenAstray<'a> {
    /// The question.
    pub question: &'a Expectation,
    /// Its line, counted from 1, in its file.
    pub line: usize,
    /// The topic that it finds now, if it finds any.
    pub finds: Option<&'a TopicId>,
}

/// Every golden question that found a right topic first in one snapshot and finds another in the next, or that nothing
/// answered and something would. Questions about topics that the next snapshot does not hold do not count.
///
/// # Errors
/// When an index cannot be searched.
pub fn golden_questions_lost<'a>(
    questions: &'a [(usize, Expectation)],
    before: &Snapshot,
    after: &'a Snapshot,
) -> Result<Vec<GoldenAstray<'a>>, IndexError> {
    let mut lost = Vec::new();
    // Other articles than those for which the questions were written may well answer what is out of scope here.
    let is_ours =
        questions.iter().any(|(_, question)| question.scope == Scope::In && concerns(after, question));
    for (line, question) in questions.iter().filter(|(_, question)| is_ours && concerns(after, question)) {
        let finds = found(after, question)?;
        if !is_right(question, finds) && is_right(question, found(before, question)?) {
            lost.push(GoldenAstray { question, line: *line, finds });
        }
    }
    Ok(lost)
}

/// Whether a snapshot holds the topic that a question is about; one that must stay unanswered concerns them all.
fn concerns(snapshot: &Snapshot, question: &Expectation) -> bool {
    let topic = question.topics.first().and_then(|topic| TopicId::parse(topic));
    question.scope == Scope::Out
        || topic.is_some_and(|topic| snapshot.article(&topic, question.language).is_some())
}

fn is_right(question: &Expectation, finds: Option<&TopicId>) -> bool {
    match question.scope {
        Scope::In => finds.is_some_and(|topic| question.topics.iter().any(|right| right == topic.as_str())),
        Scope::Out => finds.is_none(),
    }
}

/// The topic that a question finds first; for one that must stay unanswered, the topic that would answer it in whatever
/// language.
fn found<'a>(snapshot: &'a Snapshot, question: &Expectation) -> Result<Option<&'a TopicId>, IndexError> {
    let first = |language| -> Result<Option<Found<'a>>, IndexError> {
        Ok(snapshot.rank(language, &question.question, 1)?.first().copied())
    };
    if question.scope == Scope::In {
        return Ok(first(question.language)?.map(|found| &found.article.topic));
    }
    for language in Language::ALL {
        if let Some(found) = first(language)?
            && Zone::of(found.confidence) == Zone::Answer
        {
            return Ok(Some(&found.article.topic));
        }
    }
    Ok(None)
}
