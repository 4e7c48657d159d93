//! Where the articles come from: the binary or a folder, and perhaps a folder laid over them.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::domain::language::PerLanguage;
use crate::domain::{Article, Problem, ProblemKind, TopicId};
use crate::knowledge::{self, Collection, QuestionSet, Readability, Scope, WordListError};
use crate::search::IndexError;
use crate::snapshot::{PlainWords, Snapshot, example_questions_astray, golden_questions_lost, plainness};

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
        Loaded { collection, elsewhere, golden: self.golden() }
    }

    /// The questions that must go on finding their topics: those of a folder where it has any, else the built-in ones.
    pub fn golden(&self) -> QuestionSet {
        let mut folders = [&self.overlay, &self.folder].into_iter().flatten();
        folders.find_map(|folder| knowledge::read_golden(folder)).unwrap_or_else(knowledge::builtin_golden)
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
    /// The questions that must go on finding their topics.
    golden: QuestionSet,
}

/// How plainly one article reads.
#[derive(Clone, Debug)]
pub struct PlainFile<'a> {
    /// The path of its file inside the folder.
    pub path: &'a str,
    /// What is counted in the answer and the section on why.
    pub readability: Readability,
    /// How many heavy words there are.
    pub heavy_words: usize,
    /// What is to be mended.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Every problem that keeps an article from use, or should be mended soon, in the order of files and lines.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self.collection.problems().cloned().collect();
        problems.extend(knowledge::check_collection(&self.collection, &self.elsewhere));
        problems.extend(self.golden.problems.iter().cloned());
        problems.extend(knowledge::check_golden(&self.golden, &self.collection, &self.elsewhere));
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

    /// What differs between the languages of a topic. An editor mends this before an article goes live; one that is live may be a
    /// step ahead of its siblings.
    pub fn parity(&self) -> Vec<Problem> {
        let mut problems = knowledge::check_parity(&self.collection);
        problems.sort_by(|a, b| a.place.cmp(&b.place));
        problems
    }

    /// How plainly each article reads, by the words that a snapshot of these articles explains. An editor mends this
    /// before an article goes live; one that is live is never refused for its style.
    ///
    /// # Errors
    /// When a list of words is no valid TOML.
    pub fn plain_language(&self, snapshot: &Snapshot) -> Result<Vec<PlainFile<'_>>, WordListError> {
        let by = PlainWords::load()?;
        let files = self.collection.articles().map(|(file, article)| {
            let found = plainness(article, &by, snapshot);
            let problems = found.findings.into_iter().map(|finding| {
                let line = file.plain_lines.get(finding.paragraph).copied().unwrap_or(1);
                Problem::at(&file.name, line, ProblemKind::HardToRead { what: finding.what })
            });
            PlainFile {
                path: &file.path,
                readability: found.readability,
                heavy_words: found.heavy_words,
                problems: problems.collect(),
            }
        });
        Ok(files.collect())
    }

    /// Every golden question that was well answered from one snapshot, and would not be from the next.
    ///
    /// # Errors
    /// When an index cannot be searched.
    pub fn golden_lost(&self, before: &Snapshot, after: &Snapshot) -> Result<Vec<Problem>, IndexError> {
        let lost = golden_questions_lost(&self.golden.questions, before, after)?;
        let problems = lost.into_iter().map(|lost| {
            let (question, topic) = (lost.question.question.clone(), lost.finds.cloned());
            let kind = match (lost.question.scope, topic) {
                (Scope::Out, Some(topic)) => ProblemKind::GoldenAnswered { question, topic },
                (_, topic) => {
                    let wanted = lost.question.topics.first().cloned().unwrap_or_default();
                    ProblemKind::GoldenAstray { question, wanted, topic }
                }
            };
            Problem::at(&self.golden.file, lost.line, kind)
        });
        Ok(problems.collect())
    }

    /// Questions that no article answers, as people type them.
    pub fn out_of_scope(&self) -> PerLanguage<Vec<String>> {
        self.collection.out_of_scope.clone()
    }

    /// The articles that could be read.
    pub fn articles(&self) -> impl Iterator<Item = Article> {
        self.collection.articles().map(|(_, article)| article.clone())
    }
}
