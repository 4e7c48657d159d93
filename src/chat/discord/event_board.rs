//! Keeps the scheduled events of servers in step with the coming sessions.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serenity::all::{GuildId, ScheduledEventId};
use serenity::http::Route;

use super::api::{Api, Thing, Trouble};
use super::events::{EventAction, EventFields, ExistingEvent, Maker, Phase, WantedEvent, plan};

/// Discord's code when a server has as many events as it may have.
const TOO_MANY: i64 = 30038;
/// Discord's numbers: for members of the server, held outside Discord, going on.
const GUILD_ONLY: u8 = 2;
const EXTERNAL: u8 = 3;
const ACTIVE: u8 = 2;

/// What became of the events of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InStep {
    /// They show what is wanted.
    Yes,
    /// Something is left to be done at another time.
    Later {
        /// What Discord asks to wait.
        retry_after: Option<Duration>,
    },
}

/// The scheduled events of servers.
#[derive(Debug)]
pub struct EventBoard {
    api: Arc<Api>,
    /// One at a time: two that find the same event missing would both make it.
    turn: tokio::sync::Mutex<()>,
    /// What has been complained of, by server.
    complaints: Mutex<HashSet<(u64, i64)>>,
}

#[derive(Debug, Deserialize)]
struct Listed {
    id: String,
    creator_id: Option<String>,
    name: String,
    description: Option<String>,
    scheduled_start_time: Timestamp,
    scheduled_end_time: Option<Timestamp>,
    status: u8,
    entity_metadata: Option<Place>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Place {
    location: Option<String>,
}

#[derive(Debug, Serialize)]
struct Event {
    name: String,
    description: String,
    /// Left out where it may not change.
    #[serde(skip_serializing_if = "Option::is_none")]
    scheduled_start_time: Option<Timestamp>,
    scheduled_end_time: Timestamp,
    privacy_level: u8,
    entity_type: u8,
    entity_metadata: Place,
}

impl Event {
    fn new(fields: EventFields, phase: Phase) -> Self {
        Self {
            name: fields.name,
            description: fields.description,
            scheduled_start_time: Some(fields.starts_at).filter(|_| phase == Phase::Coming),
            scheduled_end_time: fields.ends_at,
            privacy_level: GUILD_ONLY,
            entity_type: EXTERNAL,
            entity_metadata: Place { location: Some(fields.location) },
        }
    }
}

impl Listed {
    fn existing(self, me: u64) -> Option<ExistingEvent> {
        let creator = self.creator_id.and_then(|id| id.parse().ok());
        Some(ExistingEvent {
            id: self.id.parse().ok().filter(|id| *id != 0)?,
            maker: if creator == Some(me) { Maker::Bot } else { Maker::Another },
            phase: if self.status == ACTIVE { Phase::Begun } else { Phase::Coming },
            name: self.name,
            description: self.description.unwrap_or_default(),
            starts_at: self.scheduled_start_time,
            ends_at: self.scheduled_end_time,
            location: self.entity_metadata.and_then(|place| place.location).unwrap_or_default(),
        })
    }
}

impl EventBoard {
    pub(super) fn new(api: Arc<Api>) -> Self {
        Self { api, turn: tokio::sync::Mutex::default(), complaints: Mutex::default() }
    }

    /// Makes the events of a server those that are wanted there. Whatever stands in the way is logged once and tried again
    /// with the next call, which begins by reading what is there: an event whose making had an unknown outcome is never
    /// made again unseen.
    pub async fn keep_in_step(&self, server: u64, wanted: &[WantedEvent]) -> InStep {
        if server == 0 {
            return InStep::Yes;
        }
        let _turn = self.turn.lock().await;
        match self.carry_out(GuildId::new(server), wanted).await {
            Ok(in_step) => in_step,
            Err(trouble) => self.later(server, trouble),
        }
    }

    async fn carry_out(&self, guild_id: GuildId, wanted: &[WantedEvent]) -> Result<InStep, Trouble> {
        let me = self.api.me().await?;
        let listed: Vec<Listed> = self.api.get(Route::GuildScheduledEvents { guild_id }, Vec::new()).await?;
        let existing: Vec<_> = listed.into_iter().filter_map(|listed| listed.existing(me)).collect();
        let mut in_step = InStep::Yes;
        for action in plan(wanted, &existing) {
            match self.act(guild_id, action).await {
                // One that is refused by itself, or has gone meanwhile, does not keep the others back.
                Err(trouble @ Trouble::Refused { status: 400 | 404, code }) if code != TOO_MANY => {
                    in_step = self.later(guild_id.get(), trouble);
                }
                outcome => outcome?,
            }
        }
        if in_step == InStep::Yes {
            let mut complaints = self.complaints.lock().unwrap_or_else(PoisonError::into_inner);
            complaints.retain(|(server, _)| *server != guild_id.get());
        }
        Ok(in_step)
    }

    async fn act(&self, guild_id: GuildId, action: EventAction) -> Result<(), Trouble> {
        let one = |id| Route::GuildScheduledEvent { guild_id, event_id: ScheduledEventId::new(id) };
        match action {
            EventAction::Delete(id) => self.api.delete(one(id)).await,
            EventAction::Change(id, phase, fields) => {
                let body = Event::new(fields, phase);
                self.api.patch::<Thing>(one(id), &body).await.map(drop)
            }
            EventAction::Create(fields) => {
                let body = Event::new(fields, Phase::Coming);
                self.api.post::<Thing>(Route::GuildScheduledEvents { guild_id }, &body).await.map(drop)
            }
        }
    }

    fn later(&self, server: u64, trouble: Trouble) -> InStep {
        match trouble {
            Trouble::Refused { status, code } => {
                let mut complaints = self.complaints.lock().unwrap_or_else(PoisonError::into_inner);
                if complaints.insert((server, code)) {
                    tracing::warn!(
                        server.id = server,
                        status,
                        code,
                        "discord refuses a scheduled event; the bot needs the permission Create Events, and a server holds at most 100"
                    );
                }
                InStep::Later { retry_after: None }
            }
            Trouble::NotNow { retry_after } => InStep::Later { retry_after },
            Trouble::Unknown => InStep::Later { retry_after: None },
        }
    }
}
