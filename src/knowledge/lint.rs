//! Problems that show only when all articles are seen together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::closest;
use super::golden::{QuestionSet, Scope};
use super::load::Collection;
use super::phrasings::Phrasings;
use crate::domain::{Language, Problem, ProblemKind, TopicId};

/// Every problem between the files of a collection: doubled topics, missing languages, siblings that do not say the
/// same, loose ends in `related`.
/// Files are known by their paths, so that one with errors of its own counts too.
///
/// `elsewhere` names topics to which the collection may refer though it does not hold them: the built-in ones, over
/// which the folder may be laid.
pub fn check_collection(collection: &Collection, elsewhere: &[TopicId]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: HashMap<(&TopicId, Language), &str> = HashMap::new();
    let mut languages: BTreeMap<&TopicId, BTreeMap<Language, &str>> = BTreeMap::new();
    let mut known: BTreeSet<&TopicId> = elsewhere.iter().collect();
    for file in &collection.files {
        let Some((topic, language)) = &file.identity else { continue };
        known.insert(topic);
        if let Some(other) = first.insert((topic, *language), &file.name) {
            let other = other.to_owned();
            problems.push(Problem::in_file(&file.name, ProblemKind::DuplicateTopic { other }));
        }
        languages.entry(topic).or_default().insert(*language, &file.name);
    }
    for (topic, files) in &languages {
        // A single file may override one language of a built-in topic; two are a set that lacks the third.
        let overrides_one = files.len() == 1 && elsewhere.contains(topic);
        let Some(&file) = files.values().next().filter(|_| !overrides_one) else { continue };
        for language in Language::ALL.into_iter().filter(|language| !files.contains_key(language)) {
            let kind = ProblemKind::MissingSibling { topic: (*topic).clone(), language };
            problems.push(Problem::in_file(file, kind));
        }
    }
    for file in &collection.files {
        let own = file.identity.as_ref().map(|(topic, _)| topic);
        for (line, related) in &file.related {
            if Some(related) == own {
                problems.push(Problem::at(&file.name, *line, ProblemKind::RelatedToItself));
            } else if !known.contains(related) {
                let suggestion = closest(related.as_str(), known.iter().map(|topic| topic.as_str()));
                let kind = ProblemKind::UnknownRelated {
                    topic: related.to_string(),
                    suggestion: suggestion.map(str::to_owned),
                };
                problems.push(Problem::at(&file.name, *line, kind));
            }
        }
    }
    let reaches_nothing = |phrasings: &&Phrasings| {
        let is_here =
            languages.get(&phrasings.topic).is_some_and(|files| files.contains_key(&phrasings.language));
        !is_here && !elsewhere.contains(&phrasings.topic)
    };
    for phrasings in collection.loose.iter().filter(reaches_nothing) {
        let topic = phrasings.topic.to_string();
        let suggestion = closest(&topic, known.iter().map(|topic| topic.as_str())).map(str::to_owned);
        let kind = ProblemKind::PhrasingsWithoutArticle { topic, suggestion };
        problems.push(Problem::in_file(&phrasings.name, kind));
    }
    problems
}

/// A warning for every topic that a golden question names and that is neither in the collection nor `elsewhere`: a slip in its
/// name, and the question would test nothing.
pub fn check_golden(golden: &QuestionSet, collection: &Collection, elsewhere: &[TopicId]) -> Vec<Problem> {
    let own = collection.files.iter().filter_map(|file| file.identity.as_ref()).map(|(topic, _)| topic);
    let mut known: BTreeSet<&str> = own.chain(elsewhere).map(TopicId::as_str).collect();
    known.extend([TopicId::LOCAL, TopicId::BOT_HELP]);
    let in_scope = golden.questions.iter().filter(|(_, question)| question.scope == Scope::In);
    let named = in_scope.flat_map(|(line, question)| question.topics.iter().map(move |topic| (line, topic)));
    let unknown = named.filter(|(_, topic)| !known.contains(topic.as_str())).map(|(line, topic)| {
        let suggestion = closest(topic, known.iter().copied()).map(str::to_owned);
        Problem::at(&golden.file, *line, ProblemKind::UnknownTopic { topic: topic.clone(), suggestion })
    });
    unknown.collect()
}
