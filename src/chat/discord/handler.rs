//! Receives what Discord sends, and gives each request its turn.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use poise::FrameworkOptions;
use serenity::all::{
    Context, EventHandler, FullEvent, Interaction, Message, MessageType, Ready, ShardManager,
    ShardStageUpdateEvent, UserId,
};
use serenity::async_trait;

use super::asker::{Roles, Turn};
use super::commands::{Adapter, CommandError};
use super::messages::Told;
use super::turns::{Kind, Turns};
use super::visibility::Place;

/// Discord takes no completion after this time.
const WHILE_TYPING: Duration = Duration::from_secs(3);

/// Receives the events of the gateway.
pub(super) struct Handler {
    pub(super) adapter: Arc<Adapter>,
    pub(super) options: Arc<FrameworkOptions<Arc<Adapter>, CommandError>>,
    pub(super) bot: UserId,
    pub(super) shards: OnceLock<Arc<ShardManager>>,
    pub(super) turns: Arc<Turns>,
}

impl Handler {
    pub(super) fn new(
        adapter: Arc<Adapter>,
        options: Arc<FrameworkOptions<Arc<Adapter>, CommandError>>,
        bot: UserId,
        turns: Arc<Turns>,
    ) -> Self {
        Self { adapter, options, bot, shards: OnceLock::new(), turns }
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
                // Nobody waits for words while they type.
                let is_typing = matches!(interaction, Interaction::Autocomplete(_));
                let sorry = async move {
                    if !is_typing {
                        sorry.await;
                    }
                };
                let work = async move {
                    let framework = poise::FrameworkContext {
                        serenity_context: &context,
                        bot_id: bot,
                        options: &options,
                        user_data: &data,
                        shard_manager: &shards,
                    };
                    let event = FullEvent::InteractionCreate { interaction };
                    // Large, for it holds the future of every command.
                    let working = Box::pin(poise::dispatch_event(framework, event));
                    if is_typing {
                        let _ = tokio::time::timeout(WHILE_TYPING, working).await;
                    } else {
                        working.await;
                    }
                };
                self.turns.take_on(Kind::Interaction, id, work, sorry).await;
            }
            Interaction::Component(component) => {
                let work = Box::pin(async move { adapter.button(&turn, &component.data.custom_id).await });
                self.turns.take_on(Kind::Interaction, id, work, sorry).await;
            }
            Interaction::Modal(modal) => {
                let work = Box::pin(async move { adapter.form(&turn, &modal.data).await });
                self.turns.take_on(Kind::Interaction, id, work, sorry).await;
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
        let sorry = Box::pin(Arc::clone(&self.adapter).sorry_for(told.clone()));
        let work = Box::pin(async move { adapter.message(&told).await });
        self.turns.take_on(Kind::Message, id, work, sorry).await;
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
