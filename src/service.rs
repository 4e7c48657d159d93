//! Loads a [`World`], calls the desk once, and carries out what follows. Reloads the knowledge.

mod knowledge_source;
mod session_client;
mod sessions;

use std::sync::Arc;
use std::time::Instant;

use arc_swap::ArcSwap;
use jiff::Timestamp;
use jiff::civil::Date;

pub use crate::desk::Suggestion;
use crate::desk::{self, Sessions, World};
use crate::domain::personal_data::{self, PersonalData};
use crate::domain::{
    Article, Inbound, Language, Organisation, Problem, ProblemKind, Prose, Reply, ReplyKind, Request,
    Severity,
};
use crate::l10n::{Catalog, Message};
use crate::search::{Detector, IndexError};
use crate::snapshot::{Snapshot, example_questions_astray};
pub use knowledge_source::{KnowledgeSource, Loaded, PlainFile};
pub use session_client::SessionClient;
use sessions::Book;
pub use sessions::SessionSettings;

/// The answer desk, ready for any platform. Shared between threads; a reload never holds up an answer.
#[derive(Debug)]
pub struct Service {
    snapshot: ArcSwap<Snapshot>,
    catalog: Catalog,
    detector: Detector,
    organisation: Organisation,
    book: Book,
    source: KnowledgeSource,
}

/// What came of a reload.
#[derive(Debug)]
pub enum Reload {
    /// The new articles are in use.
    Done {
        /// How many there are.
        articles: usize,
        /// How many differ from before, were added or went away.
        changed: usize,
        /// How long it took, in milliseconds.
        elapsed_ms: usize,
    },
    /// Something must be mended; the old articles stay in use.
    Refused(Vec<Problem>),
    /// The articles are compiled in.
    BuiltIn,
}

impl Service {
    /// Builds the desk from what could be loaded.
    ///
    /// # Errors
    /// When the search index cannot be built.
    pub fn new(
        source: KnowledgeSource,
        loaded: &Loaded,
        organisation: Organisation,
        catalog: Catalog,
    ) -> Result<Self, IndexError> {
        let snapshot = Snapshot::build(loaded.articles(), loaded.out_of_scope())?;
        Ok(Self {
            snapshot: ArcSwap::from_pointee(snapshot),
            catalog,
            detector: Detector::default(),
            organisation,
            book: Book::default(),
            source,
        })
    }

    /// What is known at this moment.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.load_full()
    }

    /// The words of the product.
    pub fn say(&self, language: Language, message: &Message<'_>) -> String {
        self.catalog.say(language, message)
    }

    /// Reads the language models, so that the first question need not wait for them.
    pub fn warm_up(&self) {
        self.detector.warm_up();
    }

    /// Answers one request at `now`. Personal data is taken out first; a failure
    /// inside becomes "try later". What a request about sessions changes is carried out by [`Service::serve`].
    pub fn answer(&self, inbound: &Inbound, now: Timestamp) -> Reply {
        self.answer_from(&self.snapshot.load(), inbound, now)
    }

    /// The same from another snapshot than the one in use: what would be answered if it were.
    pub fn answer_from(&self, snapshot: &Snapshot, inbound: &Inbound, now: Timestamp) -> Reply {
        let sessions = self.book.view.load();
        let world = self.world(snapshot, &sessions, now);
        let (inbound, found) = guarded(inbound);
        match desk::reply(&inbound, &world) {
            Ok(reply) if found.is_empty() => reply,
            Ok(reply) => desk::with_personal_data(reply, &found, &world),
            Err(_) => self.try_later(&inbound),
        }
    }

    fn try_later(&self, inbound: &Inbound) -> Reply {
        let language = inbound.languages.known().unwrap_or(inbound.languages.fallback);
        let words = self.catalog.say(language, &Message::TryLater);
        Reply::new(ReplyKind::NoAnswer, language, Prose::paragraph(words))
    }

    /// Up to `limit` terms that the asker may mean by what they have typed so far, at `now`.
    pub fn complete(&self, typed: &str, language: Language, limit: usize, now: Timestamp) -> Vec<Suggestion> {
        let snapshot = self.snapshot.load();
        desk::complete(typed, language, limit, &self.world(&snapshot, &self.book.view.load(), now))
    }

    fn world<'a>(&'a self, snapshot: &'a Snapshot, sessions: &'a Sessions, now: Timestamp) -> World<'a> {
        World {
            snapshot,
            catalog: &self.catalog,
            detector: &self.detector,
            organisation: &self.organisation,
            sessions,
            now,
        }
    }

    /// Builds new knowledge aside, judged on the civil day `today`, and swaps it whole. The old stays when there is any
    /// error in the new, or when an example question or a golden one that found its article would no longer find it.
    ///
    /// # Errors
    /// When the search index cannot be built; the old knowledge stays.
    pub fn reload(&self, today: Date) -> Result<Reload, IndexError> {
        if self.source.is_built_in() {
            return Ok(Reload::BuiltIn);
        }
        let started = Instant::now();
        let loaded = self.source.load(today);
        let errors: Vec<Problem> =
            loaded.problems().into_iter().filter(|problem| problem.severity() == Severity::Error).collect();
        if !errors.is_empty() {
            return Ok(Reload::Refused(errors));
        }
        let snapshot = Snapshot::build(loaded.articles(), loaded.out_of_scope())?;
        let before = self.snapshot.load();
        let mut lost = newly_astray(&before, loaded.questions_astray(&snapshot)?)?;
        lost.extend(loaded.golden_lost(&before, &snapshot)?);
        if !lost.is_empty() {
            return Ok(Reload::Refused(lost));
        }
        let changed = changed(before.articles(), snapshot.articles());
        let articles = snapshot.articles().len();
        self.snapshot.store(Arc::new(snapshot));
        let elapsed_ms = usize::try_from(started.elapsed().as_millis()).unwrap_or(usize::MAX);
        Ok(Reload::Done { articles, changed, elapsed_ms })
    }
}

/// The request without its personal data, and the kinds that were found.
fn guarded(inbound: &Inbound) -> (Inbound, Vec<PersonalData>) {
    let words = |text: &str, request: fn(String) -> Request| {
        let guarded = personal_data::guard(text);
        (request(guarded.text), guarded.found)
    };
    let (request, found) = match &inbound.request {
        Request::Question(text) => words(text, Request::Question),
        Request::Explain(text) => words(text, Request::Explain),
        Request::Term(text) => words(text, Request::Term),
        Request::Compare(first, second) => {
            let (first, second) = (personal_data::guard(first), personal_data::guard(second));
            let mut found = first.found;
            found.extend(second.found.into_iter().filter(|kind| !found.contains(kind)).collect::<Vec<_>>());
            (Request::Compare(first.text, second.text), found)
        }
        Request::Topic(_)
        | Request::TopicFrom(..)
        | Request::CompareTopics(..)
        | Request::Expert(_)
        | Request::Session(_)
        | Request::Help => (inbound.request.clone(), Vec::new()),
    };
    (Inbound { request, ..inbound.clone() }, found)
}

/// The example questions that went astray only now: until this reload they found their article.
fn newly_astray(before: &Snapshot, astray: Vec<Problem>) -> Result<Vec<Problem>, IndexError> {
    let astray_before = example_questions_astray(before)?;
    let found_before = |wanted: &str| {
        let known =
            before.articles().iter().any(|article| article.questions.iter().any(|known| known == wanted));
        known && !astray_before.iter().any(|old| old.question == wanted)
    };
    let lost = astray.into_iter().filter(|problem| match &problem.kind {
        ProblemKind::QuestionAstray { question, .. } => found_before(question),
        _ => false,
    });
    Ok(lost.collect())
}

/// How many articles differ, were added or went away.
fn changed(before: &[Article], after: &[Article]) -> usize {
    let same = |one: &Article, other: &Article| one.topic == other.topic && one.language == other.language;
    let new_or_changed = after.iter().filter(|article| !before.contains(article)).count();
    let gone = before.iter().filter(|old| !after.iter().any(|new| same(old, new))).count();
    new_or_changed + gone
}
