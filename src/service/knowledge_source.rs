//! Where the articles come from: the binary or a folder, and perhaps a folder laid over them.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::domain::{Article, Problem, TopicId};
use crate::knowledge::{self, Collection};

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

    /// The articles that could be read.
    pub fn into_articles(self) -> impl Iterator<Item = Article> {
        self.collection.files.into_iter().filter_map(|file| file.article)
    }
}
