//! Sessions: loads what the store holds, has the desk decide, and carries out what it wants changed.

mod complete;

use std::error::Error;
use std::sync::{Arc, PoisonError, RwLock};

use arc_swap::ArcSwap;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Mutex, Notify};

use super::Service;
use crate::desk::sessions::Entry;
use crate::desk::{self, Effect, Feeds, Known, Sessions};
use crate::domain::delivery::Delivery;
use crate::domain::session::{Network, SeriesId, SessionRequest};
use crate::domain::{Action, Discretion, Inbound, Prose, Reply, ReplyKind, Request, Target};
use crate::l10n::Message;
use crate::store::{self, Location, Store, StoreError};

/// Series are numbered at random below this: what a button carries stays short, and two stores hardly ever share one.
const SERIES_NUMBER_BITS: u32 = 40;

/// A draft that nobody has saved after so long is forgotten when the next one comes.
const DRAFTS_LAST: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What the settings say of sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionSettings {
    /// The networks whose sessions are announced here.
    pub networks: Vec<Network>,
    /// Who is told when no host can be.
    pub admins: Vec<Target>,
    /// The address before the path of calendar feeds, where they are served.
    pub feeds_url: Option<String>,
}

/// The sessions of networks as they were last read, and the store that they are read from.
#[derive(Debug, Default)]
pub(super) struct Book {
    settings: SessionSettings,
    pub(super) view: ArcSwap<Sessions>,
    store: RwLock<Option<Arc<dyn Store>>>,
    /// Where the store is, when it is opened only once it is needed.
    location: Option<Location>,
    /// One opening at a time.
    opening: Mutex<()>,
    /// One change at a time, so that two hosts of one process never overwrite each other.
    turn: Mutex<()>,
    /// One reading at a time, so that an older one never takes the place of a newer one.
    reading: Mutex<()>,
    changed: Notify,
}

/// Why a request about sessions could not be served.
#[derive(Debug, thiserror::Error)]
enum ServeError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the system gives no random numbers")]
    Random(#[from] getrandom::Error),
}

/// What came of carrying out what the desk wants changed.
enum Carried {
    Out,
    /// Somebody else has changed the same thing meanwhile.
    Conflict,
}

impl Service {
    /// With the networks of the settings.
    #[must_use]
    pub fn with_sessions(mut self, settings: SessionSettings) -> Self {
        let view = Sessions {
            networks: settings.networks.clone(),
            admins: settings.admins.clone(),
            ..Sessions::default()
        };
        self.book.view.store(Arc::new(view));
        self.book.settings = settings;
        self
    }

    /// With a store that is opened only when a request needs it, and made only when there is something to keep.
    #[must_use]
    pub fn with_store_at(mut self, location: Location) -> Self {
        self.book.location = Some(location);
        self
    }

    /// Takes a store into use and reads it.
    ///
    /// # Errors
    /// When it cannot be read; it is not in use then.
    pub async fn open_store(&self, store: Arc<dyn Store>) -> Result<(), StoreError> {
        self.read_from(store.as_ref()).await?;
        *self.book.store.write().unwrap_or_else(PoisonError::into_inner) = Some(store);
        Ok(())
    }

    /// The store in use.
    pub fn store(&self) -> Option<Arc<dyn Store>> {
        self.book.store.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The sessions as they were last read.
    pub fn sessions(&self) -> Arc<Sessions> {
        self.book.view.load_full()
    }

    /// Reads the sessions anew. Without a store there are only the networks of the settings.
    ///
    /// # Errors
    /// When the store cannot be opened or read; what was read before stays in use.
    pub async fn refresh(&self) -> Result<Arc<Sessions>, StoreError> {
        if let Some(store) = self.store_if_any().await? {
            self.read_from(store.as_ref()).await?;
        }
        Ok(self.sessions())
    }

    /// The coming sessions as they were last read, for a platform's own calendar.
    pub fn agenda(&self, now: Timestamp) -> Vec<Entry> {
        let (snapshot, sessions) = (self.snapshot(), self.sessions());
        desk::sessions::agenda(&self.world(&snapshot, &sessions, now))
    }

    /// Wakes whoever sends reminders: something about the sessions has changed.
    pub const fn changed(&self) -> &Notify {
        &self.book.changed
    }

    /// Answers one request at `now`, with sessions as they stand in the store, and
    /// carries out what it changes. A failure of the store becomes "try later".
    pub async fn serve(&self, inbound: &Inbound, now: Timestamp) -> Reply {
        let served = match &inbound.request {
            Request::Session(request) => self.session(request, inbound, now).await,
            _ => self.answer_of_today(inbound, now).await,
        };
        served.unwrap_or_else(|error| {
            let cause = chain(&error);
            tracing::error!(error = %cause, "a request about sessions failed");
            self.try_later(inbound)
        })
    }

    /// An answer from the articles; one that tells of sessions is given only when they have been read anew.
    async fn answer_of_today(&self, inbound: &Inbound, now: Timestamp) -> Result<Reply, ServeError> {
        let before = self.sessions();
        let reply = self.answer(inbound, now);
        let is_network = reply
            .topic
            .as_ref()
            .is_some_and(|topic| before.networks.iter().any(|network| network.id == *topic));
        if !is_network || self.refresh().await? == before {
            return Ok(reply);
        }
        Ok(self.answer(inbound, now))
    }

    async fn session(
        &self,
        request: &SessionRequest,
        inbound: &Inbound,
        now: Timestamp,
    ) -> Result<Reply, ServeError> {
        let _turn = if only_reads(request) { None } else { Some(self.book.turn.lock().await) };
        for _ in 0..2 {
            let sessions = self.refresh().await?;
            let deliveries = match request {
                SessionRequest::Receipt(series) => {
                    let meant = complete::series_meant(&sessions, &series.0, &inbound.asker);
                    self.deliveries_of(meant.map(|series| series.id)).await?
                }
                _ => Vec::new(),
            };
            let known = Known { fresh: fresh_number(&sessions)?, deliveries: &deliveries };
            let outcome =
                desk::session(request, inbound, &known, &self.world(&self.snapshot(), &sessions, now));
            if outcome.effects.is_empty() {
                return Ok(outcome.reply);
            }
            if let Carried::Out = self.carry_out(&outcome.effects, now).await? {
                self.book.changed.notify_one();
                // What has been done is done; a reading that fails now is made up for by the next one.
                if let Err(error) = self.refresh().await {
                    tracing::warn!(error = %chain(&error), "the sessions could not be read after a change");
                }
                return Ok(outcome.reply);
            }
        }
        Ok(self.look_again(inbound))
    }

    /// Every delivery of some series, in the order in which they are due.
    async fn deliveries_of(
        &self,
        series: impl Iterator<Item = SeriesId>,
    ) -> Result<Vec<Delivery>, StoreError> {
        let Some(store) = self.store() else { return Ok(Vec::new()) };
        let mut deliveries = Vec::new();
        for id in series {
            deliveries.extend(store.deliveries_of(&format!("series:{id}")).await?);
        }
        deliveries.sort_by_key(|delivery| (delivery.due_at, delivery.id));
        Ok(deliveries)
    }

    async fn carry_out(&self, effects: &[Effect], now: Timestamp) -> Result<Carried, StoreError> {
        let store = self.store_or_new().await?;
        store.plan_again_from(now).await?;
        for effect in effects {
            let is_done = match effect {
                Effect::Insert(series) => {
                    store.forget_drafts(now.saturating_sub(DRAFTS_LAST).unwrap_or(now)).await?;
                    store.insert_series(series).await?
                }
                Effect::Update(series, sequence) => store.update_series(series, *sequence).await?,
                Effect::Put(series, change) => store.put_change(*series, change).await?,
                Effect::Confirm(series, original) => {
                    store.confirm(*series, *original).await.map(|()| true)?
                }
                Effect::Follow(follow) => store.follow(follow).await.map(|()| true)?,
                // Who was not following is not following now either.
                Effect::Unfollow(person, network) => store.unfollow(person, network).await.map(|_| true)?,
            };
            if !is_done {
                return Ok(Carried::Conflict);
            }
        }
        Ok(Carried::Out)
    }

    async fn read_from(&self, store: &dyn Store) -> Result<(), StoreError> {
        let _reading = self.book.reading.lock().await;
        let installation = store.installation().await?;
        let settings = &self.book.settings;
        let secret = installation.feed_secret;
        let sessions = Sessions {
            networks: settings.networks.clone(),
            series: store.series().await?,
            follows: store.follows().await?,
            admins: settings.admins.clone(),
            installation: installation.id,
            feeds: settings.feeds_url.clone().map(|base_url| Feeds { base_url, secret }),
        };
        self.book.view.store(Arc::new(sessions));
        Ok(())
    }

    /// The store in use, or the one that is there already.
    async fn store_if_any(&self) -> Result<Option<Arc<dyn Store>>, StoreError> {
        match (self.store(), &self.book.location) {
            (Some(store), _) => Ok(Some(store)),
            (None, Some(Location::File(path))) if !path.exists() => Ok(None),
            (None, Some(_)) => self.store_or_new().await.map(Some),
            (None, None) => Ok(None),
        }
    }

    async fn store_or_new(&self) -> Result<Arc<dyn Store>, StoreError> {
        let _opening = self.book.opening.lock().await;
        match (self.store(), &self.book.location) {
            (Some(store), _) => Ok(store),
            (None, Some(location)) => {
                let store = store::open(location).await?;
                *self.book.store.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&store));
                Ok(store)
            }
            (None, None) => Err(StoreError::Unreachable {
                place: "of the settings".to_owned(),
                source: "no store is set up".into(),
            }),
        }
    }

    /// Said when somebody else was quicker, twice in a row.
    fn look_again(&self, inbound: &Inbound) -> Reply {
        let language = inbound.languages.known().unwrap_or(inbound.languages.fallback);
        let words = self.say(language, &Message::SessionChangedMeanwhile);
        let mut reply = Reply::new(ReplyKind::Guide, language, Prose::paragraph(words));
        reply.discretion = Discretion::AskerOnly;
        reply.actions.push(Action {
            label: self.say(language, &Message::SessionLookAgain),
            request: Request::Session(SessionRequest::List),
            language: None,
        });
        reply
    }
}

/// Whether a request leaves everything as it is.
const fn only_reads(request: &SessionRequest) -> bool {
    matches!(
        request,
        SessionRequest::Next(_)
            | SessionRequest::List
            | SessionRequest::Preview(_)
            | SessionRequest::Receipt(_)
            | SessionRequest::Calendar(_)
    )
}

/// A number that no series has.
fn fresh_number(sessions: &Sessions) -> Result<SeriesId, getrandom::Error> {
    loop {
        let number = getrandom::u64()? >> (u64::BITS - SERIES_NUMBER_BITS);
        let id = SeriesId(i64::try_from(number).unwrap_or(0));
        if id.0 > 0 && sessions.series.iter().all(|series| series.id != id) {
            return Ok(id);
        }
    }
}

/// An error with its causes, for the log.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        text = format!("{text}: {source}");
        cause = source.source();
    }
    text
}
