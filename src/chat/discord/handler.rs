//! Takes on what Discord sends: once each, a bounded number at a time, and nobody is left without an answer.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use poise::FrameworkOptions;
use serenity::all::{
    Context, EventHandler, FullEvent, Interaction, Message, MessageType, Ready, ShardManager,
    ShardStageUpdateEvent, UserId,
};
use serenity::async_trait;
use tokio::sync::Semaphore;
use tokio_util::task::TaskTracker;

use super::asker::{Roles, Turn};
use super::commands::{Adapter, CommandError};
use super::messages::Told;
use super::recent::Recent;
use super::visibility::Place;

/// How many are answered at the same time. An answer takes about a millisecond; the rest is waiting for Discord.
const AT_ONCE: usize = 64;
/// Whoever waits longer than this for a turn would get an answer that Discord no longer takes.
const LONGEST_WAIT: Duration = Duration::from_millis(600);

/// Receives the events of the gateway.
pub(super) struct Handler {
    pub(super) adapter: Arc<Adapter>,
    pub(super) options: Arc<FrameworkOptions<Arc<Adapter>, CommandError>>,
    pub(super) bot: UserId,
    pub(super) shards: OnceLock<Arc<ShardManager>>,
    pub(super) tasks: TaskTracker,
    pub(super) recent: Recent,
    pub(super) turns: Arc<Semaphore>,
}

impl Handler {
    pub(super) fn new(
        adapter: Arc<Adapter>,
        options: Arc<FrameworkOptions<Arc<Adapter>, CommandError>>,
        bot: UserId,
        tasks: TaskTracker,
    ) -> Self {
        Self {
            adapter,
            options,
            bot,
            shards: OnceLock::new(),
            tasks,
            recent: Recent::default(),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Runs the work on an event of its own: when it panics, `sorry` tells the asker.
    async fn take_on<W, P>(&self, id: u64, work: W, sorry: P)
    where
        W: Future<Output = ()> + Send + 'static,
        P: Future<Output = ()> + Send,
    {
        let health = &self.adapter.responder.health;
        if !self.recent.is_new(id) {
            health.repeated_total.add();
            return;
        }
        let Ok(Ok(turn)) = tokio::time::timeout(LONGEST_WAIT, Arc::clone(&self.turns).acquire_owned()).await
        else {
            health.turned_away_total.add();
            tracing::warn!(turns.at_once = AT_ONCE, "too many requests at once; one was turned away");
            return;
        };
        let working = self.tasks.spawn(async move {
            work.await;
            drop(turn);
        });
        if working.await.is_err_and(|error| error.is_panic()) {
            health.panicked_total.add();
            tracing::error!("a handler panicked; the asker was told to try later");
            sorry.await;
        }
    }
}

#[async_trait]
impl EventHandler for Handler {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let id = interaction.id().get();
        let adapter = Arc::clone(&self.adapter);
        let Some(turn) = turn(&interaction, &adapter.roles) else { return };
        let sorry = Arc::clone(&adapter).sorry(turn.clone());
        match interaction {
            Interaction::Command(_) | Interaction::Autocomplete(_) => {
                let Some(shards) = self.shards.get().cloned() else { return };
                let (options, bot) = (Arc::clone(&self.options), self.bot);
                let data = Arc::clone(&self.adapter);
                let work = async move {
                    let framework = poise::FrameworkContext {
                        serenity_context: &context,
                        bot_id: bot,
                        options: &options,
                        user_data: &data,
                        shard_manager: &shards,
                    };
                    poise::dispatch_event(framework, FullEvent::InteractionCreate { interaction }).await;
                };
                self.take_on(id, work, sorry).await;
            }
            Interaction::Component(component) => {
                let work = async move { adapter.button(&turn, &component.data.custom_id).await };
                self.take_on(id, work, sorry).await;
            }
            Interaction::Modal(modal) => {
                let work = async move { adapter.form(&turn, &modal.data).await };
                self.take_on(id, work, sorry).await;
            }
            _ => {}
        }
    }

    async fn message(&self, _: Context, message: Message) {
        let is_said = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
        if message.author.bot || message.webhook_id.is_some() || !is_said {
            return;
        }
        let place = match message.guild_id {
            None => Place::Direct,
            Some(_) if message.mentions.iter().any(|user| user.id == self.bot) => Place::Channel,
            Some(_) => return,
        };
        let told = Told { message, place, bot: self.bot };
        let adapter = Arc::clone(&self.adapter);
        let id = told.message.id.get();
        let sorry = Arc::clone(&self.adapter).sorry_for(told.clone());
        self.take_on(id, async move { adapter.message(&told).await }, sorry).await;
    }

    async fn shard_stage_update(&self, _: Context, _: ShardStageUpdateEvent) {
        self.adapter.responder.health.stage_changes_total.add();
    }

    async fn ready(&self, _: Context, ready: Ready) {
        tracing::info!(guilds.count = ready.guilds.len(), "signed in to discord");
    }
}

/// The one to answer; `None` for what is no request of a person.
fn turn(interaction: &Interaction, roles: &Roles) -> Option<Turn> {
    match interaction {
        Interaction::Command(command) | Interaction::Autocomplete(command) => {
            Some(Turn::of_command(command, roles))
        }
        Interaction::Component(component) => Some(Turn::of_component(component, roles)),
        Interaction::Modal(modal) => Some(Turn::of_modal(modal, roles)),
        _ => None,
    }
}
