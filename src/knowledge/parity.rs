//! Do the three languages of a topic say the same?

use std::collections::BTreeMap;

use super::load::{Collection, Layer, LoadedFile};
use crate::domain::problem::Difference;
use crate::domain::{Article, Language, Problem, ProblemKind, SectionId, Severity, TopicId};

/// Hosts that have the same pages in several languages; the first stands for the others. Finlex has the laws in force, and
/// Stuklex their Swedish texts.
const SAME_PAGES: [&[&str]; 2] =
    [&["kuntaliitto.fi", "kommunforbundet.fi", "localfinland.fi"], &["finlex.fi", "stuklex.fi"]];

/// An article with its file.
type Sibling<'a> = (&'a LoadedFile, &'a Article);

/// Every difference between the siblings of a collection that should be the same in all languages.
///
/// A file that overrides one language of a topic from another folder has no siblings of its own. One with errors is
/// left out, since what could be read of it may not be all.
pub fn check(collection: &Collection) -> Vec<Problem> {
    let is_sound =
        |file: &LoadedFile| file.problems.iter().all(|problem| problem.severity() == Severity::Warning);
    let mut topics: BTreeMap<(&TopicId, Layer), BTreeMap<Language, Sibling<'_>>> = BTreeMap::new();
    for (file, article) in collection.articles().filter(|(file, _)| is_sound(file)) {
        let siblings = topics.entry((&article.topic, file.layer)).or_default();
        siblings.entry(article.language).or_insert((file, article));
    }
    topics
        .into_values()
        .flat_map(|siblings| differences(&siblings.into_values().collect::<Vec<_>>()))
        .collect()
}

/// The differences between siblings, each named in the file where it is most likely to be mended.
fn differences(siblings: &[Sibling<'_>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut push = |file: &LoadedFile, other: &LoadedFile, difference: Difference| {
        let kind = ProblemKind::DiffersFrom { other: other.name.clone(), difference };
        problems.push(Problem::in_file(&file.name, kind));
    };
    for section in SectionId::ALL {
        let there = siblings.iter().find(|(_, article)| article.section(section).is_some());
        let Some((other, _)) = there else { continue };
        for (file, _) in siblings.iter().filter(|(_, article)| article.section(section).is_none()) {
            push(file, other, Difference::Section(section));
        }
    }
    if let Some((last, newest)) = siblings.iter().max_by_key(|(_, article)| article.reviewed) {
        for (file, article) in siblings.iter().filter(|(_, article)| article.reviewed < newest.reviewed) {
            push(file, last, Difference::Reviewed { here: article.reviewed, there: newest.reviewed });
        }
    }
    if let Some(((other, first), rest)) = siblings.split_first() {
        for (file, article) in rest {
            for difference in against(article, first) {
                push(file, other, difference);
            }
        }
    }
    problems
}

/// What is not the same in an article as in the first of its siblings.
fn against(article: &Article, first: &Article) -> Vec<Difference> {
    let mut differences = Vec::new();
    if article.status != first.status {
        differences.push(Difference::Status { here: article.status, there: first.status });
    }
    if deadlines(article) != deadlines(first) {
        differences.push(Difference::Deadlines);
    }
    let (here, there) = (article.sources.len(), first.sources.len());
    if here != there {
        differences.push(Difference::SourceCount { here, there });
        return differences;
    }
    let (mut here, mut there) = (publishers(article), publishers(first));
    there.retain(|host| match here.iter().position(|other| other == host) {
        Some(place) => {
            here.remove(place);
            false
        }
        None => true,
    });
    if !there.is_empty() {
        differences.push(Difference::Publishers { here, there });
    }
    differences
}

/// What the time limits of an article are, whatever their words.
fn deadlines(article: &Article) -> BTreeMap<&str, (jiff::SpanFieldwise, Option<jiff::SpanFieldwise>)> {
    let deadlines = article.deadlines.iter();
    deadlines.map(|deadline| (deadline.id.as_str(), (deadline.period, deadline.extension))).collect()
}

/// The hosts of the sources, as far as they tell who publishes them: `www` and the like say nothing of that.
fn publishers(article: &Article) -> Vec<String> {
    article.sources.iter().map(|source| publisher(&source.url)).collect()
}

fn publisher(url: &str) -> String {
    let host = url.trim_start_matches("https://").split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.to_lowercase();
    let mut labels: Vec<&str> = host.rsplit('.').take(2).collect();
    labels.reverse();
    let registered = labels.join(".");
    let group = SAME_PAGES.iter().find(|group| group.contains(&registered.as_str()));
    group.and_then(|group| group.first()).map_or(registered, |first| (*first).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_publisher_may_have_a_host_for_each_language() {
        for url in [
            "https://www.kuntaliitto.fi/laki",
            "https://www.kommunforbundet.fi/juridik",
            "https://localfinland.fi",
        ] {
            assert_eq!(publisher(url), "kuntaliitto.fi");
        }
        assert_eq!(publisher("https://www.stuklex.fi/sv/ls/19990621/P6"), "finlex.fi");
        assert_eq!(publisher("https://eur-lex.Europa.eu:443/eli?a=b"), "europa.eu");
        assert_eq!(publisher("https://tietosuoja.fi/sv/hem"), publisher("https://tietosuoja.fi/en"));
    }
}
