//! Counting right and wrong answers; pure.

use std::fmt;

use serde_json::{Map, Value, json};

use super::LISTED_TOPICS;
use crate::domain::language::PerLanguage;
use crate::domain::{Language, Reply, ReplyKind, TopicId};
use crate::knowledge::{Expectation, Scope};

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outcome {
    kind: ReplyKind,
    language: Language,
    topics: Vec<TopicId>,
    /// The topics that came nearest besides, the best first.
    nearest: Vec<TopicId>,
    confidence: f32,
    /// Whether the first topic is right, and given as an answer.
    first_right: bool,
    /// Whether a right topic is among the three that are answered or offered.
    among_three: bool,
    /// Whether no article of the knowledge could be right.
    no_article: bool,
}

impl Outcome {
    pub(super) fn of(
        expectation: &Expectation,
        reply: &Reply,
        mut nearest: Vec<TopicId>,
        has_article: impl Fn(&str) -> bool,
    ) -> Self {
        let is_right = |topic: &TopicId| expectation.topics.iter().any(|right| right == topic.as_str());
        // Help and what only the municipality knows are answered without an article.
        let answerable =
            |topic: &String| topic == TopicId::LOCAL || topic == TopicId::BOT_HELP || has_article(topic);
        let is_help = reply.kind == ReplyKind::Help;
        let offers = reply.kind.is_answered() || is_help || reply.kind == ReplyKind::DidYouMean;
        nearest.retain(|topic| !reply.topics.contains(topic));
        nearest.truncate(LISTED_TOPICS.saturating_sub(reply.topics.len()));
        let first = reply.topic.as_ref().filter(|_| reply.kind.is_answered() || is_help);
        Self {
            kind: reply.kind,
            language: reply.language,
            topics: reply.topics.clone(),
            nearest,
            confidence: reply.confidence,
            first_right: first.is_some_and(is_right),
            among_three: offers && reply.topics.iter().take(3).any(is_right),
            no_article: !expectation.topics.iter().any(answerable),
        }
    }

    /// What went wrong: the topics of the reply, in brackets those that came nearest besides, and the right ones.
    pub(super) fn complaint(&self, expectation: &Expectation) -> Option<String> {
        let wrong = match expectation.scope {
            Scope::In => !self.first_right,
            Scope::Out => self.kind.is_answered(),
        };
        if !wrong && self.language == expectation.language {
            return None;
        }
        let mut found: Vec<&str> = self.topics.iter().map(TopicId::as_str).collect();
        let nearest = self.nearest.iter().map(TopicId::as_str).collect::<Vec<_>>().join(", ");
        let nearest = format!("({nearest})");
        if !self.nearest.is_empty() {
            found.push(&nearest);
        }
        let wanted = if expectation.scope == Scope::Out { "nothing" } else { &expectation.topics.join("|") };
        let note = if self.no_article && expectation.scope == Scope::In { " (no such article)" } else { "" };
        Some(format!(
            "{} {} {} {:.2}: {}; wanted {wanted}{note}\n    {}",
            expectation.id,
            self.language,
            self.kind.as_str(),
            self.confidence,
            found.join(", "),
            expectation.question
        ))
    }
}

/// Counts for one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Counts {
    in_scope: usize,
    top1: usize,
    top3: usize,
    unanswered: usize,
    did_you_mean: usize,
    no_article: usize,
    out_of_scope: usize,
    out_answered: usize,
    wrong_language: usize,
}

/// Counts for all languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Report(PerLanguage<Counts>);

impl Report {
    pub(super) fn of(outcomes: &[(Expectation, Outcome)]) -> Self {
        let mut report = Self::default();
        for (expectation, outcome) in outcomes {
            let counts = report.0.get_mut(expectation.language);
            counts.wrong_language += usize::from(outcome.language != expectation.language);
            match expectation.scope {
                Scope::In => {
                    counts.in_scope += 1;
                    counts.top1 += usize::from(outcome.first_right);
                    counts.top3 += usize::from(outcome.among_three);
                    counts.unanswered += usize::from(outcome.kind == ReplyKind::NoAnswer);
                    counts.did_you_mean += usize::from(outcome.kind == ReplyKind::DidYouMean);
                    counts.no_article += usize::from(outcome.no_article);
                }
                Scope::Out => {
                    counts.out_of_scope += 1;
                    counts.out_answered += usize::from(outcome.kind.is_answered());
                }
            }
        }
        report
    }

    /// How many more questions are right first in the best language than in the worst, of those asked in.
    fn gap(&self) -> usize {
        let asked = self.0.0.iter().filter(|counts| counts.in_scope > 0).map(|counts| counts.top1);
        let (best, worst) = (asked.clone().max().unwrap_or(0), asked.min().unwrap_or(0));
        best - worst
    }

    pub(super) fn to_json(&self) -> Value {
        let mut report = Map::new();
        for language in Language::ALL {
            let counts = self.0.get(language);
            report.insert(
                language.code().to_owned(),
                json!({
                    "in_scope": counts.in_scope,
                    "top1": counts.top1,
                    "top3": counts.top3,
                    "unanswered": counts.unanswered,
                    "did_you_mean": counts.did_you_mean,
                    "no_article": counts.no_article,
                    "out_of_scope": counts.out_of_scope,
                    "out_answered": counts.out_answered,
                    "wrong_language": counts.wrong_language,
                }),
            );
        }
        report.insert("gap".to_owned(), json!(self.gap()));
        Value::Object(report)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "      top1    top3  unanswered  did_you_mean  no_article  out_answered  wrong_language"
        )?;
        for language in Language::ALL {
            let counts = self.0.get(language);
            let of = |count: usize, total: usize| format!("{count}/{total}");
            writeln!(
                f,
                "{language}  {:>6}  {:>6}  {:>10}  {:>12}  {:>10}  {:>12}  {:>14}",
                of(counts.top1, counts.in_scope),
                of(counts.top3, counts.in_scope),
                of(counts.unanswered, counts.in_scope),
                of(counts.did_you_mean, counts.in_scope),
                of(counts.no_article, counts.in_scope),
                of(counts.out_answered, counts.out_of_scope),
                counts.wrong_language,
            )?;
        }
        writeln!(f, "gap   {}", self.gap())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Prose;

    fn outcome(scope: Scope, kind: ReplyKind, topics: &[&str]) -> (Expectation, Outcome) {
        let expectation = Expectation {
            id: "x".into(),
            language: Language::Finnish,
            question: "?".into(),
            topics: vec!["right".into(), "fine".into()],
            scope,
        };
        let mut reply = Reply::new(kind, Language::Finnish, Prose::default());
        reply.topics = topics.iter().filter_map(|topic| TopicId::parse(topic)).collect();
        reply.topic = reply.topics.first().cloned();
        let nearest = ["near", "far", "off"].into_iter().filter_map(TopicId::parse).collect();
        let outcome = Outcome::of(&expectation, &reply, nearest, |topic| topic == "right");
        (expectation, outcome)
    }

    #[test]
    fn only_an_answer_counts_as_right_first_and_an_offer_among_three() {
        let report = Report::of(&[
            outcome(Scope::In, ReplyKind::Answer, &["fine"]),
            outcome(Scope::In, ReplyKind::Answer, &["wrong", "right"]),
            outcome(Scope::In, ReplyKind::DidYouMean, &["right", "wrong"]),
            outcome(Scope::In, ReplyKind::NoAnswer, &[]),
            outcome(Scope::Out, ReplyKind::DidYouMean, &["wrong"]),
            outcome(Scope::Out, ReplyKind::Answer, &["wrong"]),
        ]);
        let counts = report.0.get(Language::Finnish);
        assert_eq!((counts.in_scope, counts.top1, counts.top3), (4, 1, 3));
        assert_eq!((counts.unanswered, counts.did_you_mean), (1, 1));
        assert_eq!((counts.out_of_scope, counts.out_answered), (2, 1));
        assert_eq!(report.gap(), 0, "languages without questions do not count");
    }

    #[test]
    fn a_complaint_lists_three_topics_whether_or_not_they_were_shown() {
        let check = |kind, topics: &[&str], listed: &str| {
            let (expectation, outcome) = outcome(Scope::In, kind, topics);
            let complaint = outcome.complaint(&expectation).unwrap();
            assert!(complaint.contains(&format!(": {listed}; wanted right|fine\n")), "{complaint}");
        };
        check(ReplyKind::NoAnswer, &[], "(near, far, off)");
        check(ReplyKind::DidYouMean, &["wrong", "near"], "wrong, near, (far)");
        check(ReplyKind::Answer, &["wrong", "near", "far"], "wrong, near, far");
    }
}
