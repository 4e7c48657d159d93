//! The store in SQL: one text for both databases.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::DateTime;

use super::database::Database;
use super::sqlite::InUse;
use super::{
    Claim, Installation, Location, Outcome, Plan, Store, StoreError, installation, outbox, postgres, schema,
    series, sqlite,
};
use crate::domain::delivery::{Delivery, DeliveryId};
use crate::domain::session::{Change, Follow, Series, SeriesId};
use crate::domain::{Target, TopicId};

/// A store in SQLite or PostgreSQL.
#[derive(Debug)]
pub struct SqlStore {
    pub(super) database: Database,
    /// Keeps a file from being replaced while it is open.
    in_use: Mutex<Option<InUse>>,
}

/// A store that is being opened.
pub type Opening<'a> = Pin<Box<dyn Future<Output = Result<Arc<dyn Store>, StoreError>> + Send + 'a>>;

/// Opens a store as [`SqlStore::open`] does. The future is boxed: the compiler cannot tell of an open one with connections in it
/// that threads may pass it on.
///
/// # Errors
/// As [`SqlStore::open`].
pub fn open(location: &Location) -> Opening<'_> {
    Box::pin(async move { Ok(Arc::new(SqlStore::open(location).await?) as Arc<dyn Store>) })
}

impl SqlStore {
    /// Opens a store, makes it where there is none, and brings an older one up to date.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] when the file or the server cannot be reached or written, [`StoreError::Damaged`] when
    /// it is no sound store of Ledord, [`StoreError::Newer`] when a newer Ledord has written it, and [`StoreError::InUse`]
    /// while it is being restored.
    pub async fn open(location: &Location) -> Result<Self, StoreError> {
        let (database, in_use) = match location {
            Location::File(path) => {
                let in_use = InUse::shared(path)?;
                (sqlite::open(path).await?, Some(in_use))
            }
            Location::Memory => (sqlite::in_memory().await?, None),
            Location::Server { url, password } => (postgres::open(url, password.as_ref()).await?, None),
        };
        Self::ready(database, in_use).await
    }

    /// The store on an open database, brought up to date.
    pub(super) async fn ready(database: Database, in_use: Option<InUse>) -> Result<Self, StoreError> {
        if let Err(error) = schema::bring_up_to_date(&database).await {
            database.close().await;
            return Err(error);
        }
        Ok(Self { database, in_use: Mutex::new(in_use) })
    }

    /// Closes the connections and gives the file free; waits for what is under way.
    pub async fn close(&self) {
        self.database.close().await;
        drop(self.in_use.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

#[async_trait]
impl Store for SqlStore {
    async fn installation(&self) -> Result<Installation, StoreError> {
        installation::read(&self.database).await
    }

    async fn series(&self) -> Result<Vec<Series>, StoreError> {
        series::all(&self.database).await
    }

    async fn one_series(&self, id: SeriesId) -> Result<Option<Series>, StoreError> {
        series::one(&self.database, id).await
    }

    async fn insert_series(&self, series: &Series) -> Result<bool, StoreError> {
        series::insert(&self.database, series).await
    }

    async fn update_series(&self, series: &Series, sequence: i64) -> Result<bool, StoreError> {
        series::update(&self.database, series, sequence).await
    }

    async fn put_change(&self, series: SeriesId, change: &Change) -> Result<bool, StoreError> {
        let mut writing = self.database.write().await?;
        let is_written = series::put_change(&mut writing, series, change).await?;
        writing.commit().await?;
        Ok(is_written)
    }

    async fn confirm(&self, series: SeriesId, original: DateTime) -> Result<(), StoreError> {
        series::confirm(&self.database, series, original).await
    }

    async fn forget_drafts(&self, before: Timestamp) -> Result<(), StoreError> {
        series::forget_drafts(&self.database, before).await
    }

    async fn follows(&self) -> Result<Vec<Follow>, StoreError> {
        series::follows(&self.database).await
    }

    async fn follow(&self, follow: &Follow) -> Result<(), StoreError> {
        series::follow(&self.database, follow).await
    }

    async fn unfollow(&self, person: &Target, network: &TopicId) -> Result<bool, StoreError> {
        series::unfollow(&self.database, person, network).await
    }

    async fn deliveries_since(&self, from: Timestamp) -> Result<Vec<Delivery>, StoreError> {
        outbox::since(&self.database, from).await
    }

    async fn deliveries_of(&self, subject: &str) -> Result<Vec<Delivery>, StoreError> {
        outbox::of_subject(&self.database, subject).await
    }

    async fn carry_out(&self, plan: &Plan, planned_at: Timestamp) -> Result<(), StoreError> {
        let mut writing = self.database.write().await?;
        outbox::apply(&mut writing, plan, Some(planned_at)).await?;
        installation::planned(&mut writing, planned_at).await?;
        writing.commit().await
    }

    async fn plan_again_from(&self, from: Timestamp) -> Result<(), StoreError> {
        installation::plan_again_from(&self.database, from).await
    }

    async fn claim(&self, claim: &Claim<'_>) -> Result<Vec<Delivery>, StoreError> {
        outbox::claim(&self.database, claim).await
    }

    async fn settle(&self, id: DeliveryId, by: &str, outcome: &Outcome) -> Result<bool, StoreError> {
        outbox::settle(&self.database, id, by, outcome).await
    }

    async fn untold(&self, limit: i64) -> Result<Vec<Delivery>, StoreError> {
        outbox::untold(&self.database, limit).await
    }

    async fn tell(&self, ids: &[DeliveryId], plan: &Plan) -> Result<(), StoreError> {
        outbox::tell(&self.database, ids, plan).await
    }

    async fn next_at(&self) -> Result<Option<Timestamp>, StoreError> {
        outbox::next_at(&self.database).await
    }

    async fn hold(
        &self,
        lease: &str,
        by: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<bool, StoreError> {
        installation::hold(&self.database, lease, by, now, until).await
    }

    async fn seize(&self, lease: &str, by: &str, until: Timestamp) -> Result<(), StoreError> {
        installation::seize(&self.database, lease, by, until).await
    }

    async fn let_go(&self, lease: &str, by: &str) -> Result<(), StoreError> {
        installation::let_go(&self.database, lease, by).await
    }
}
