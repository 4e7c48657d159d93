//! Shows every coming session as a scheduled event on the servers whose channels are reminded of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::courier::DiscordCourier;
use super::event_board::{EventBoard, InStep};
use super::events::WantedEvent;
use crate::clock::Clock;
use crate::domain::delivery::{Key, Stamp};
use crate::domain::{Target, TargetKind};
use crate::service::Service;

/// The sessions are looked at so often.
const LOOK: Duration = Duration::from_secs(30);
/// Servers are compared anew after so many looks, also when nothing has changed here: people change events by hand.
const LOOKS: u32 = 120;

/// Keeps the scheduled events of servers in step with the sessions.
#[derive(Debug)]
pub struct EventsKeeper {
    service: Arc<Service>,
    courier: Arc<DiscordCourier>,
    board: EventBoard,
    clock: Clock,
}

impl EventsKeeper {
    /// For the sessions of a desk, by the connection of a courier.
    pub fn new(service: Arc<Service>, courier: Arc<DiscordCourier>, clock: Clock) -> Self {
        let board = courier.event_board();
        Self { service, courier, board, clock }
    }

    /// Keeps them in step until it is cancelled.
    pub async fn run(&self, cancelled: &CancellationToken) {
        let mut shown: BTreeMap<u64, (Vec<WantedEvent>, u32)> = BTreeMap::new();
        let keeping = async {
            loop {
                let mut wanted = self.wanted().await;
                // A server from which everything has gone is brought in step once more.
                for server in shown.keys() {
                    wanted.entry(*server).or_default();
                }
                for (server, events) in wanted {
                    let is_known =
                        shown.get(&server).is_some_and(|(known, looks)| *known == events && *looks > 0);
                    if is_known {
                        shown.entry(server).and_modify(|(_, looks)| *looks -= 1);
                        continue;
                    }
                    let looks = match self.board.keep_in_step(server, &events).await {
                        InStep::Yes => LOOKS,
                        InStep::Later { retry_after } => {
                            tokio::time::sleep(retry_after.unwrap_or_default().min(LOOK)).await;
                            0
                        }
                    };
                    shown.insert(server, (events, looks));
                }
                tokio::time::sleep(LOOK).await;
            }
        };
        let _: Option<std::convert::Infallible> = cancelled.run_until_cancelled(keeping).await;
    }

    /// What is wanted on each server.
    async fn wanted(&self) -> BTreeMap<u64, Vec<WantedEvent>> {
        let sessions = self.service.sessions();
        let mut wanted: BTreeMap<u64, Vec<WantedEvent>> = BTreeMap::new();
        for entry in self.service.agenda(self.clock.now()) {
            for target in &entry.targets {
                let Some(server) = self.courier.server(target).await else { continue };
                let key =
                    Key { target: Target::new("discord", TargetKind::Channel, server), ..entry.key.clone() };
                let event = WantedEvent {
                    stamp: Stamp::of(&key, &sessions.installation),
                    name: entry.name.clone(),
                    description: entry.description.clone(),
                    starts_at: entry.starts_at,
                    ends_at: entry.ends_at,
                    link: entry.link.clone(),
                    place: entry.place.clone(),
                };
                let events = wanted.entry(server).or_default();
                // Two channels of one server are reminded of one session.
                if !events.contains(&event) {
                    events.push(event);
                }
            }
        }
        wanted
    }
}
