//! Where the articles come from: the binary or a folder, and perhaps a folder laid over them.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::domain::{Article, Problem, ProblemKind, TopicId};
use crate::knowledge::{self, Collection};
use crate::search::IndexError;
use crate::snapshot::{Snapshot, example_questions_astray};

/// Where the articles come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnowledgeSource {
    /// A folder in place of the built-in articles.
    pub folder: Option<PathBuf>,
    /// A folder laid over the articles: adds and overrides by topic and language.
    pub overlay: Option<PathBuf>,
}

impl KnowledgeSource {
    /// Whether there is no folder to read again.
    pub fn is_built_in(&self) -> bool {
        self.folder.is_none() && self.overlay.is_none()
    }

    /// Reads everything, judged on the civil day `today`.
    pub fn load(&self, today: Date) -> Loaded {
        let base = match &self.folder {
            Some(folder) => knowledge::read_folder(folder, today),
            None => knowledge::builtin(today),
        };
        let collection = match &self.overlay {
            Some(overlay) => base.under(knowledge::read_folder(overlay, today)),
            None => base,
        };
        let elsewhere = match self.folder {
            Some(_) => builtin_topics(today),
            None => Vec::new(),
        };
        Loaded { collection, elsewhere }
    }
}

fn builtin_topics(today: Date) -> Vec<TopicId> {
    knowledge::builtin(today).articles().map(|(_, article)| article.topic.clone()).collect()
}

/// What was read, with its problems.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The files.
    pub collection: Collection,
    /// Topics to which the files may refer besides their own.
    elsewhere: Vec<TopicId>,
}

impl Loaded {
    /// Every problem, in the order of files and lines.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self.collection.problems().cloned().collect();
        problems.extend(knowledge::check_collection(&self.collection, &self.elsewhere));
        problems.sort_by(|a, b| a.place.cmp(&b.place));
        problems
    }

    /// A warning for every example question that finds another article than its own in a snapshot of these articles.
    ///
    /// # Errors
    /// When the index cannot be searched.
    pub fn questions_astray(&self, snapshot: &Snapshot) -> Result<Vec<Problem>, IndexError> {
        let mut problems = Vec::new();
        for astray in example_questions_astray(snapshot)? {
            let is_same = |article: &Article| article == astray.article;
            let Some((file, article)) = self.collection.articles().find(|(_, article)| is_same(article))
            else {
                continue;
            };
            let place = article.questions.iter().position(|known| known == astray.question);
            let line = place.and_then(|place| file.question_lines.get(place)).copied().unwrap_or(1);
            let (question, topic) = (astray.question.to_owned(), astray.finds.cloned());
            problems.push(Problem::at(&file.name, line, ProblemKind::QuestionAstray { question, topic }));
        }
        Ok(problems)
    }

    /// The articles that could be read.
    pub fn articles(&self) -> impl Iterator<Item = Article> {
        self.collection.articles().map(|(_, article)| article.clone())
    }
}
