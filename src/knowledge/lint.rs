//! Problems that show only when all articles are seen together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::closest;
use super::load::Collection;
use crate::domain::{Language, Problem, ProblemKind, TopicId};

/// Every problem between the articles of a collection: doubled topics, missing languages, loose ends in `related`.
///
/// `elsewhere` names topics to which the collection may refer though it does not hold them: the built-in ones, over
/// which the folder may be laid.
pub fn check_collection(collection: &Collection, elsewhere: &[TopicId]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: HashMap<(&TopicId, Language), &str> = HashMap::new();
    let mut languages: BTreeMap<&TopicId, BTreeMap<Language, &str>> = BTreeMap::new();
    let mut known: BTreeSet<&TopicId> = elsewhere.iter().collect();
    for (file, article) in collection.articles() {
        known.insert(&article.topic);
        if let Some(other) = first.insert((&article.topic, article.language), &file.name) {
            let other = other.to_owned();
            problems.push(Problem::in_file(&file.name, ProblemKind::DuplicateTopic { other }));
        }
        languages.entry(&article.topic).or_default().insert(article.language, &file.name);
    }
    for (topic, files) in &languages {
        let Some(&file) = files.values().next() else { continue };
        for language in Language::ALL {
            if !files.contains_key(&language) && !collection.has_file_for(topic, language) {
                let kind = ProblemKind::MissingSibling { topic: (*topic).clone(), language };
                problems.push(Problem::in_file(file, kind));
            }
        }
    }
    for (file, article) in collection.articles() {
        for (related, line) in article.related.iter().zip(&file.related_lines) {
            if *related == article.topic {
                problems.push(Problem::at(&file.name, *line, ProblemKind::RelatedToItself));
            } else if !known.contains(related) && !collection.has_any_file_for(related) {
                let suggestion = closest(related.as_str(), known.iter().map(|topic| topic.as_str()));
                let kind = ProblemKind::UnknownRelated {
                    topic: related.to_string(),
                    suggestion: suggestion.map(str::to_owned),
                };
                problems.push(Problem::at(&file.name, *line, kind));
            }
        }
    }
    problems
}
