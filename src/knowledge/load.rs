//! Reads a folder of articles, or the ones compiled into the binary.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use super::golden::QuestionSet;
use super::parse::parse_article;
use super::phrasings::{self, Phrasings};
use crate::domain::language::PerLanguage;
use crate::domain::{Article, Language, Problem, ProblemKind, TopicId};

static BUILTIN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

/// The golden questions of a folder.
const GOLDEN: &str = "golden.tsv";

/// All files of one folder, read.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// The files in the order of their names.
    pub files: Vec<LoadedFile>,
    /// How many files of phrasings there are, those of questions out of scope among them.
    pub phrasing_files: usize,
    /// Questions that no article answers.
    pub out_of_scope: PerLanguage<Vec<String>>,
    /// Phrasings of articles that stand elsewhere.
    pub loose: Vec<Phrasings>,
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

    /// This collection under another one, whose articles win by topic and language. Phrasings add up: those of an article that
    /// is overridden go on finding the one that takes its place.
    #[must_use]
    pub fn under(self, over: Self) -> Self {
        let overridden: HashSet<(TopicId, Language)> =
            over.articles().map(|(_, article)| (article.topic.clone(), article.language)).collect();
        let (hidden, mut files): (Vec<LoadedFile>, Vec<LoadedFile>) =
            self.files.into_iter().partition(|file| {
                let article = file.article.as_ref();
                article.is_some_and(|article| overridden.contains(&(article.topic.clone(), article.language)))
            });
        files.extend(over.files.into_iter().map(|file| LoadedFile { layer: Layer::Over, ..file }));
        let inherited = hidden.into_iter().filter_map(|file| {
            let Article { topic, language, phrasings: lines, .. } = file.article?;
            Some(Phrasings { name: file.name, topic, language, lines })
        });
        let loose = inherited.chain(self.loose).chain(over.loose).collect();
        let mut folder_problems = self.folder_problems;
        folder_problems.extend(over.folder_problems);
        let phrasing_files = self.phrasing_files + over.phrasing_files;
        let mut out_of_scope = self.out_of_scope;
        for (language, lines) in Language::ALL.into_iter().zip(over.out_of_scope.0) {
            out_of_scope.get_mut(language).extend(lines);
        }
        Self { files, phrasing_files, out_of_scope, loose, folder_problems }.settled()
    }

    /// Gives phrasings to their articles; those without one stay loose.
    fn settled(mut self) -> Self {
        let articles = self.files.iter().enumerate().filter_map(|(place, file)| {
            let article = file.article.as_ref()?;
            Some(((article.topic.clone(), article.language), place))
        });
        // Of two articles on one topic the first is shown.
        let mut places: HashMap<(TopicId, Language), usize> = HashMap::new();
        for (identity, place) in articles {
            places.entry(identity).or_insert(place);
        }
        for phrasings in std::mem::take(&mut self.loose) {
            let place = places.get(&(phrasings.topic.clone(), phrasings.language));
            match place.and_then(|place| self.files.get_mut(*place)?.article.as_mut()) {
                Some(article) => article.phrasings.extend(phrasings.lines),
                None => self.loose.push(phrasings),
            }
        }
        self
    }

    /// Reads a file with a question or a phrase a line.
    fn lines_of(&mut self, name: &str, text: &str) -> Vec<String> {
        self.phrasing_files += 1;
        let (lines, problems) = phrasings::read(name, text);
        self.folder_problems.extend(problems);
        lines
    }

    /// Reads a file, if it is one of the knowledge's.
    fn add(&mut self, name: String, path: String, text: &str, today: Date) {
        if is_article(&path) {
            self.files.push(read_one(name, path, text, today));
        } else if phrasings::is_out_of_scope(&path) {
            let Some(language) = phrasings::language_of_out_of_scope(&path) else {
                self.folder_problems.push(Problem::in_file(&name, ProblemKind::OutOfScopeFileName));
                return;
            };
            let lines = self.lines_of(&name, text);
            self.out_of_scope.get_mut(language).extend(lines);
        } else if let Some((topic, language)) = phrasings::identity(&path) {
            let lines = self.lines_of(&name, text);
            self.loose.push(Phrasings { name, topic, language, lines });
        } else {
            self.folder_problems.push(Problem::in_file(&name, ProblemKind::PhrasingsFileName));
        }
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
    let mut collection = Collection::default();
    for (path, text) in paths.into_iter().filter(|(path, _)| is_knowledge(path)) {
        collection.add(format!("knowledge/{path}"), path, text, today);
    }
    collection.settled()
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
                collection.add(name, path, &text, today);
                continue;
            }
            Ok(Err(_)) => ProblemKind::NotUtf8,
            Err(error) => ProblemKind::NotReadable { cause: error.to_string() },
        };
        let problems = vec![Problem::in_file(&name, problem)];
        if !is_article(&path) {
            collection.folder_problems.extend(problems);
            continue;
        }
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
    if collection.files.is_empty() && collection.phrasing_files == 0 && collection.folder_problems.is_empty()
    {
        let name = folder.display().to_string();
        collection.folder_problems.push(Problem::in_file(&name, ProblemKind::NoArticles));
    }
    collection.settled()
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
            if is_knowledge(&inside) {
                paths.push(inside);
            }
        }
    }
}

/// Whether a file is an article, has phrasings of one, or questions that none answers.
fn is_knowledge(path: &str) -> bool {
    is_article(path) || phrasings::is_phrasings(path) || phrasings::is_out_of_scope(path)
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
