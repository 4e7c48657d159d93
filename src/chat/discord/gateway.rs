//! The connection with Discord: signing in, and leaving without leaving anybody unanswered.

use std::sync::Arc;
use std::time::Duration;

use poise::FrameworkOptions;
use serenity::Client;
use serenity::all::{
    ApplicationId, BotGateway, ClientBuilder, ConnectionStage, GatewayIntents, Http, ShardManager, UserId,
};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::asker::Roles;
use super::commands::{Adapter, CommandError, commands};
use super::handler::Handler;
use super::health::{Connection, Health};
use super::kept_forms::KeptForms;
use super::options::{DiscordError, Options, channels_http, http_client, interactions_http};
use super::register::{Registered, register};
use super::respond::{Responder, nobody};
use super::sign_ins::pause_of;
use super::turns::Turns;
use super::watch::watch;
use super::words;
use crate::domain::Language;
use crate::l10n::Message;
use crate::service::Service;

/// Interactions need no intent. These bring private messages and mentions; neither is privileged
/// (<https://discord.com/developers/docs/events/gateway#gateway-intents>).
const INTENTS: GatewayIntents =
    GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);
/// While Discord cannot be reached, the pause between two tries.
const PAUSE: Duration = Duration::from_secs(5);
/// How often it is attempt at the start: after a power cut the network comes up late.
const FIRST_TRIES: usize = 6;
/// How long the start waits for Discord to take the commands.
const COMMANDS: Duration = Duration::from_secs(20);
/// How long Discord may take to hear a goodbye.
const GOODBYE: Duration = Duration::from_secs(2);
/// Within this time serenity hands over what it has read.
const HANDED_OVER: Duration = Duration::from_millis(300);

/// How a connection is to go on.
enum Ended {
    Cancelled,
    HoldBack,
}

/// The id of the application that a token belongs to.
///
/// # Errors
/// When Discord refuses the token or cannot be reached.
pub async fn application_id(options: &Options) -> Result<ApplicationId, DiscordError> {
    let http = interactions_http(options)?;
    let info = http.get_current_application_info().await;
    Ok(info.map_err(|error| DiscordError::of(&error, "discord.com"))?.id)
}

/// Serves Discord until it is cancelled; then closes the gateway, so that nothing new comes in, and returns. What is being
/// answered runs on `tasks`, for which the caller waits.
///
/// # Errors
/// [`DiscordError`] when Discord refuses the bot, or cannot be reached at the start.
pub async fn run(
    service: Arc<Service>,
    options: Options,
    tasks: TaskTracker,
    cancelled: CancellationToken,
    health: Arc<Health>,
) -> Result<(), DiscordError> {
    let options = Options { client: Some(http_client(&options)?), ..options };
    let served = cancelled.run_until_cancelled(prepare(service, &options, tasks, &health)).await;
    let ended = match served {
        None => Ok(()),
        Some(Err(error)) => Err(error),
        Some(Ok(bot)) => bot.serve(&options, &cancelled, &health).await,
    };
    tokio::time::sleep(HANDED_OVER).await;
    health.set(Connection::Stopped);
    ended
}

/// A bot that Discord knows.
struct Bot {
    id: UserId,
    adapter: Arc<Adapter>,
    framework: Arc<FrameworkOptions<Arc<Adapter>, CommandError>>,
    turns: Arc<Turns>,
    channels: Arc<Http>,
}

/// Asks Discord who the bot is, and offers the commands.
async fn prepare(
    service: Arc<Service>,
    options: &Options,
    tasks: TaskTracker,
    health: &Arc<Health>,
) -> Result<Bot, DiscordError> {
    let interactions = Arc::new(interactions_http(options)?);
    let channels = Arc::new(channels_http(options)?);
    let (application, id) = patiently(FIRST_TRIES, "discord.com", || async {
        let application = interactions.get_current_application_info().await?.id;
        Ok((application, interactions.get_current_user().await?.id))
    })
    .await?;
    interactions.set_application_id(application);
    channels.set_application_id(application);
    let adapter = Arc::new(Adapter {
        service,
        responder: Responder {
            interactions: Arc::clone(&interactions),
            channels: Arc::clone(&channels),
            health: Arc::clone(health),
        },
        roles: Roles { admins: options.admin_roles.clone(), hosts: options.host_roles.clone() },
        kept_forms: KeptForms::default(),
        clock: options.clock.clone(),
        fallback: options.fallback,
    });
    let framework = Arc::new(framework(&adapter));
    offer_commands(&interactions, &adapter, &framework).await?;
    let turns = Arc::new(Turns::new(tasks, Arc::clone(health)));
    Ok(Bot { id, adapter, framework, turns, channels })
}

fn framework(adapter: &Adapter) -> FrameworkOptions<Arc<Adapter>, CommandError> {
    let mut commands = commands();
    words::name_all(&mut commands, &|language: Language, message: &Message<'_>| {
        adapter.say(language, message)
    });
    poise::set_qualified_names(&mut commands);
    FrameworkOptions {
        commands,
        allowed_mentions: Some(nobody()),
        initialize_owners: false,
        ..FrameworkOptions::default()
    }
}

/// Only a refusal for good stops the start: the commands that Discord has go on working.
async fn offer_commands(
    http: &Http,
    adapter: &Adapter,
    framework: &FrameworkOptions<Arc<Adapter>, CommandError>,
) -> Result<(), DiscordError> {
    let say = |language: Language, message: &Message<'_>| adapter.say(language, message);
    let commands = words::for_discord(&framework.commands, &say);
    let registered = tokio::time::timeout(COMMANDS, register(http, &commands)).await;
    let trouble = match registered {
        Ok(Ok(Registered::Changed)) => {
            tracing::info!("discord has been told of the commands");
            return Ok(());
        }
        Ok(Ok(Registered::Unchanged)) => {
            tracing::info!("discord has the commands already");
            return Ok(());
        }
        Ok(Err(error)) => DiscordError::of(&error, "registering commands"),
        Err(_) => DiscordError::Unreachable { what: "registering commands" },
    };
    let DiscordError::Unreachable { what } = trouble else { return Err(trouble) };
    tracing::warn!(what, "discord did not take the commands now; those that it has go on working");
    Ok(())
}

/// Tries as long as Discord cannot be reached, so many times.
async fn patiently<T, F>(
    tries: usize,
    what: &'static str,
    mut request: impl FnMut() -> F,
) -> Result<T, DiscordError>
where
    F: Future<Output = Result<T, serenity::Error>>,
{
    let mut attempt = 1;
    loop {
        match request().await.map_err(|error| DiscordError::of(&error, what)) {
            Err(DiscordError::Unreachable { .. }) if attempt < tries => {
                tracing::warn!(what, attempt, "discord cannot be reached; trying again");
                attempt += 1;
                tokio::time::sleep(PAUSE).await;
            }
            found => return found,
        }
    }
}

impl Bot {
    /// One connection after another, until it is cancelled or Discord refuses the bot.
    async fn serve(
        &self,
        options: &Options,
        cancelled: &CancellationToken,
        health: &Health,
    ) -> Result<(), DiscordError> {
        // Whoever has been served once waits out any outage.
        let mut tries = FIRST_TRIES;
        loop {
            let connecting = async {
                let gateway = self.may_sign_in(tries, health).await?;
                let client = patiently(tries, "the gateway", || self.client(options)).await?;
                Ok::<_, DiscordError>((gateway, client))
            };
            let Some(connected) = cancelled.run_until_cancelled(connecting).await else { return Ok(()) };
            let (gateway, client) = connected?;
            match self.connection(client, gateway.shards, cancelled, health).await? {
                Ended::Cancelled => return Ok(()),
                Ended::HoldBack => tries = usize::MAX,
            }
        }
    }

    async fn client(&self, options: &Options) -> Result<Client, serenity::Error> {
        let http = interactions_http(options).map_err(|_| serenity::Error::Other("settings"))?;
        let (adapter, framework) = (Arc::clone(&self.adapter), Arc::clone(&self.framework));
        let handler = Arc::new(Handler::new(adapter, framework, self.id, Arc::clone(&self.turns)));
        let building = ClientBuilder::new_with_http(http, INTENTS).event_handler_arc(Arc::clone(&handler));
        let client = building.await?;
        let _ = handler.shards.set(Arc::clone(&client.shard_manager));
        Ok(client)
    }

    /// Waits until a sign-in may be spent.
    async fn may_sign_in(&self, tries: usize, health: &Health) -> Result<BotGateway, DiscordError> {
        loop {
            let gateway =
                patiently(tries, "the gateway's address", || self.channels.get_bot_gateway()).await?;
            let pause = pause_of(&gateway);
            if pause.is_zero() {
                health.set(Connection::Connecting);
                return Ok(gateway);
            }
            let remaining = gateway.session_start_limit.remaining;
            tracing::warn!(
                sign_ins.remaining = remaining,
                pause_seconds = pause.as_secs(),
                "few sign-ins are left; waiting"
            );
            health.set(Connection::HoldingBack);
            tokio::time::sleep(pause).await;
            if remaining > 0 {
                return Ok(gateway);
            }
        }
    }

    /// One connection, watched until it is cancelled, refused, or short of sign-ins.
    async fn connection(
        &self,
        mut client: Client,
        shards: u32,
        cancelled: &CancellationToken,
        health: &Health,
    ) -> Result<Ended, DiscordError> {
        let (manager, address) = (Arc::clone(&client.shard_manager), Arc::clone(&client.ws_url));
        let running = client.start_shards(shards.max(1));
        let ended = tokio::select! {
            ended = running => Err(match ended {
                Err(error) => DiscordError::of(&error, "the gateway"),
                Ok(()) => DiscordError::Ended { cause: "closed".to_owned() },
            }),
            () = cancelled.cancelled() => Ok(Ended::Cancelled),
            () = watch(&manager, &self.channels, health) => Ok(Ended::HoldBack),
        };
        // No connection can be made from here on, whatever serenity still tries.
        address.lock().await.clear();
        match ended {
            Ok(Ended::Cancelled) => say_goodbye(&manager).await,
            Ok(Ended::HoldBack) => manager.shutdown_all().await,
            Err(_) => {}
        }
        ended
    }
}

/// Closes the connection, and reads on until Discord has heard it: what Discord sent before that is answered too.
/// serenity's own shutdown would throw it away, and take five seconds when it crosses a reconnect.
async fn say_goodbye(manager: &ShardManager) {
    for shard in manager.runners.lock().await.values() {
        shard.runner_tx.shutdown_clean();
    }
    let heard = async {
        while manager.runners.lock().await.values().any(|shard| shard.stage == ConnectionStage::Connected) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let _ = tokio::time::timeout(GOODBYE, heard).await;
}
