//! Reads a folder of articles, or the ones compiled into the binary.

use std::collections::HashSet;
use std::path::Path;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use super::golden::QuestionSet;
use super::parse::parse_article;
use crate::domain::{Article, Language, Problem, ProblemKind, TopicId};

static BUILTIN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

/// The golden questions of a folder.
const GOLDEN: &str = "golden.tsv";

/// All files of one folder, read.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// The files in the order of their names.
    pub files: Vec<LoadedFile>,
    /// Problems of the folder itself.
    pub folder_problems: Vec<Problem>,
}

/// One file of a collection.
#[derive(Clone, Debug)]
pub struct LoadedFile {
    /// The name shown in problems.
    pub name: String,
    /// The path inside the folder.
    pub path: String,
    /// The article, when enough of it could be read to show it.
    pub article: Option<Article>,
    /// What its path says that it is about, and in which language.
    pub identity: Option<(TopicId, Language)>,
    /// The topics in `related`, each with its line, counted from 1.
    pub related: Vec<(usize, TopicId)>,
    /// The line, counted from 1, of each example question.
    pub question_lines: Vec<usize>,
    /// The line, counted from 1, of each paragraph and list item of the answer, then of the section on why.
    pub plain_lines: Vec<usize>,
    /// Which folder it stands in.
    pub layer: Layer,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// Which of two folders a file stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The only one, or the lower one.
    Base,
    /// The one laid over the other.
    Over,
}

impl Collection {
    /// The articles that could be read, with their files.
    pub fn articles(&self) -> impl Iterator<Item = (&LoadedFile, &Article)> {
        self.files.iter().filter_map(|file| Some((file, file.article.as_ref()?)))
    }

    /// The problems of the folder and of each file by itself.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.folder_problems.iter().chain(self.files.iter().flat_map(|file| &file.problems))
    }

    /// This collection under another one, whose articles win by topic and language.
    #[must_use]
    pub fn under(self, over: Self) -> Self {
        let overridden: HashSet<(TopicId, Language)> =
            over.articles().map(|(_, article)| (article.topic.clone(), article.language)).collect();
        let mut files: Vec<LoadedFile> = self
            .files
            .into_iter()
            .filter(|file| {
                file.article
                    .as_ref()
                    .is_none_or(|article| !overridden.contains(&(article.topic.clone(), article.language)))
            })
            .collect();
        files.extend(over.files.into_iter().map(|file| LoadedFile { layer: Layer::Over, ..file }));
        let mut folder_problems = self.folder_problems;
        folder_problems.extend(over.folder_problems);
        Self { files, folder_problems }
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// The articles compiled into the binary, judged on the civil day `today`.
pub fn builtin(today: Date) -> Collection {
    let mut paths = Vec::new();
    collect_builtin(&BUILTIN, &mut paths);
    paths.sort_unstable();
    let files = paths
        .into_iter()
        .filter(|(path, _)| is_article(path))
        .map(|(path, text)| read_one(format!("knowledge/{path}"), path, text, today))
        .collect();
    Collection { files, folder_problems: Vec::new() }
}

fn collect_builtin(dir: &Dir<'static>, paths: &mut Vec<(String, &'static str)>) {
    for file in dir.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            paths.push((path.replace('\\', "/"), text));
        }
    }
    for folder in dir.dirs() {
        collect_builtin(folder, paths);
    }
}

/// Reads every article below a folder, judged on the civil day `today`. What cannot be read is a problem of the
/// collection, never a failure: the other files still load.
pub fn read_folder(folder: &Path, today: Date) -> Collection {
    let mut collection = Collection::default();
    let mut paths = Vec::new();
    walk(folder, folder, &mut paths, &mut collection.folder_problems);
    paths.sort_unstable();
    for path in paths {
        let full = folder.join(&path);
        let name = full.display().to_string();
        let problem = match std::fs::read(&full).map(String::from_utf8) {
            Ok(Ok(text)) => {
                collection.files.push(read_one(name, path, &text, today));
                continue;
            }
            Ok(Err(_)) => ProblemKind::NotUtf8,
            Err(error) => ProblemKind::NotReadable { cause: error.to_string() },
        };
        let problems = vec![Problem::in_file(&name, problem)];
        collection.files.push(LoadedFile {
            name,
            path,
            article: None,
            identity: None,
            related: Vec::new(),
            question_lines: Vec::new(),
            plain_lines: Vec::new(),
            layer: Layer::Base,
            problems,
        });
    }
    if collection.files.is_empty() && collection.folder_problems.is_empty() {
        let name = folder.display().to_string();
        collection.folder_problems.push(Problem::in_file(&name, ProblemKind::NoArticles));
    }
    collection
}

/// The golden questions compiled into the binary.
pub fn builtin_golden() -> QuestionSet {
    QuestionSet::read("knowledge/golden.tsv", include_str!("../../knowledge/golden.tsv"))
}

/// The golden questions that a folder has of its own, if it has any.
pub fn read_golden(folder: &Path) -> Option<QuestionSet> {
    let path = folder.join(GOLDEN);
    if !path.is_file() {
        return None;
    }
    let name = path.display().to_string();
    let kind = match std::fs::read(&path).map(String::from_utf8) {
        Ok(Ok(text)) => return Some(QuestionSet::read(&name, &text)),
        Ok(Err(_)) => ProblemKind::NotUtf8,
        Err(error) => ProblemKind::NotReadable { cause: error.to_string() },
    };
    let problems = vec![Problem::in_file(&name, kind)];
    Some(QuestionSet { file: name, problems, ..QuestionSet::default() })
}

fn walk(root: &Path, folder: &Path, paths: &mut Vec<String>, problems: &mut Vec<Problem>) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let kind = ProblemKind::NotReadable { cause: error.to_string() };
            problems.push(Problem::in_file(&folder.display().to_string(), kind));
            return;
        }
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if hidden {
            continue;
        }
        if path.is_dir() {
            walk(root, &path, paths, problems);
        } else if let Ok(inside) = path.strip_prefix(root) {
            let inside = inside.to_string_lossy().replace('\\', "/");
            if is_article(&inside) {
                paths.push(inside);
            }
        }
    }
}

/// Every Markdown file is an article, but for the guides to editors.
fn is_article(path: &str) -> bool {
    let is_markdown =
        Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    is_markdown && !file_name(path).eq_ignore_ascii_case("README.md")
}

fn read_one(name: String, path: String, text: &str, today: Date) -> LoadedFile {
    let parsed = parse_article(&name, &path, text, today);
    LoadedFile {
        name,
        path,
        article: parsed.article,
        identity: parsed.identity,
        related: parsed.related,
        question_lines: parsed.question_lines,
        plain_lines: parsed.plain_lines,
        layer: Layer::Base,
        problems: parsed.problems,
    }
}
