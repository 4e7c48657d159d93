//! Sessions as a client of the outbox: what is to be sent, and what it says at the moment it goes out.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;

use super::Service;
use crate::desk::sessions::{changed_since, subject};
use crate::desk::{self, Purpose, Sessions};
use crate::domain::delivery::{Delivery, Reason, State};
use crate::domain::session::SeriesId;
use crate::domain::target::TargetKind;
use crate::outbox::{Client, Worded};
use crate::store::{Planned, StoreError};

/// Has the reminders of sessions sent, and what belongs to them.
#[derive(Clone, Debug)]
pub struct SessionClient {
    service: Arc<Service>,
}

impl SessionClient {
    /// For the sessions of a desk.
    pub const fn new(service: Arc<Service>) -> Self {
        Self { service }
    }

    /// The sessions with one series as it stands in the store now, and no other.
    async fn only(&self, series: Option<SeriesId>, delivery: &Delivery) -> Result<Sessions, StoreError> {
        let read = self.service.sessions();
        let mut only = Sessions {
            networks: read.networks.clone(),
            admins: read.admins.clone(),
            installation: read.installation.clone(),
            feeds: read.feeds.clone(),
            ..Sessions::default()
        };
        if let (Some(id), Some(store)) = (series, self.service.store()) {
            only.series.extend(store.one_series(id).await?);
            // Whom a private reminder reaches may have ended it meanwhile; a channel cannot.
            if delivery.key.target.kind() == TargetKind::User {
                only.follows = store.follows().await?;
            }
        }
        Ok(only)
    }

    /// Every delivery about some series.
    async fn deliveries_of(
        &self,
        series: impl Iterator<Item = SeriesId> + Send,
    ) -> Result<Vec<Delivery>, StoreError> {
        let Some(store) = self.service.store() else { return Ok(Vec::new()) };
        let subjects: Vec<String> = series.map(subject).collect();
        let mut deliveries = Vec::new();
        for subject in subjects {
            deliveries.extend(store.deliveries_of(&subject).await?);
        }
        Ok(deliveries)
    }

    /// For a notice of trouble: what has failed of the date that it is about.
    async fn failed(&self, delivery: &Delivery) -> Result<Vec<Delivery>, StoreError> {
        let is_trouble = matches!(Purpose::parse(&delivery.key.purpose), Some(Purpose::Trouble(_)));
        let Some(store) = self.service.store().filter(|_| is_trouble) else { return Ok(Vec::new()) };
        let mut about = store.deliveries_of(&delivery.key.subject).await?;
        about.retain(|other| {
            other.key.occurrence == delivery.key.occurrence
                && matches!(other.state, State::Missed | State::Unknown)
                && !matches!(Purpose::parse(&other.key.purpose), Some(Purpose::Trouble(_)))
        });
        Ok(about)
    }
}

#[async_trait]
impl Client for SessionClient {
    async fn wanted(&self, from: Timestamp, until: Timestamp) -> Result<Vec<Planned>, StoreError> {
        let sessions = self.service.refresh().await?;
        let sent = self.deliveries_of(changed_since(&sessions, from)).await?;
        Ok(desk::wanted(&sessions, &sent, from, until))
    }

    async fn word(&self, delivery: &Delivery, now: Timestamp) -> Result<Worded, StoreError> {
        let sessions = self.only(series_of(&delivery.key.subject), delivery).await?;
        let about = self.failed(delivery).await?;
        let snapshot = self.service.snapshot();
        let world = self.service.world(&snapshot, &sessions, now);
        Ok(desk::notice(delivery, &about, &world))
    }

    async fn escalate(&self, deliveries: &[Delivery], now: Timestamp) -> Result<Vec<Planned>, StoreError> {
        let sessions = self.service.refresh().await?;
        let about: BTreeSet<SeriesId> =
            deliveries.iter().filter_map(|delivery| series_of(&delivery.key.subject)).collect();
        let there = self.deliveries_of(about.into_iter()).await?;
        Ok(desk::escalate(deliveries, &there, &sessions, now))
    }

    async fn why_not(&self, delivery: &Delivery) -> Result<Option<Reason>, StoreError> {
        // Asked about many right after planning, which has read the sessions.
        Ok(desk::why_not(delivery, &self.service.sessions()))
    }
}

/// The series that a subject names.
fn series_of(subject: &str) -> Option<SeriesId> {
    subject.strip_prefix("series:")?.parse().ok().map(SeriesId)
}
