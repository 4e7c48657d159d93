//! The connection with Discord: signing in, watching over it, and leaving without leaving anybody unanswered.

use std::sync::Arc;
use std::time::{Duration, Instant};

use poise::FrameworkOptions;
use secrecy::{ExposeSecret, SecretString};
use serenity::Client;
use serenity::all::{
    ApplicationId, BotGateway, ClientBuilder, ConnectionStage, GatewayError, GatewayIntents, Http,
    HttpBuilder, HttpError, ShardManager, UserId,
};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::asker::Roles;
use super::commands::{Adapter, CommandError, commands};
use super::handler::Handler;
use super::health::{Connection, Health};
use super::register::{Registered, register};
use super::respond::{Responder, nobody};
use super::sign_ins;
use super::turns::Turns;
use super::words;
use crate::domain::Language;
use crate::l10n::Message;
use crate::service::Service;

/// Interactions need no intent. These bring private messages and mentions; neither is privileged
/// (<https://discord.com/developers/docs/events/gateway#gateway-intents>).
const INTENTS: GatewayIntents =
    GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);
/// A request to Discord that takes longer has an unknown outcome.
const REQUEST: Duration = Duration::from_secs(30);
const CONNECT: Duration = Duration::from_secs(5);
/// How often the connection is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// While the connection is in trouble, how often Discord is asked for the sign-ins that are left.
const ASK_FOR_SIGN_INS: Duration = Duration::from_mins(1);
/// How often a first request is tried while Discord cannot be reached, and the pause between.
const FIRST_TRIES: usize = 6;
const FIRST_PAUSE: Duration = Duration::from_secs(5);
/// How long Discord may take to hear a goodbye.
const GOODBYE: Duration = Duration::from_secs(2);
/// What serenity has read by now is handed over within this time.
const HANDED_OVER: Duration = Duration::from_millis(100);

/// What the adapter needs to know.
#[derive(Debug)]
pub struct Options {
    /// The bot's token.
    pub token: SecretString,
    /// Roles of a server that make admins and hosts.
    pub admin_roles: Vec<u64>,
    /// See `admin_roles`.
    pub host_roles: Vec<u64>,
    /// A proxy for Discord's HTTP API that keeps the rate limits in the bot's place. Default: Discord itself.
    pub proxy: Option<String>,
    /// The client for Discord's HTTP API. Default: one with the system's certificates and time-outs.
    pub client: Option<reqwest::Client>,
    /// The language when nothing tells the asker's.
    pub fallback: Language,
}

/// Why the bot cannot work on Discord. Each says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum DiscordError {
    /// Discord does not know the token.
    #[error(
        "discord refused the token: copy it again from the developer portal (Bot, Reset Token) and set it anew"
    )]
    TokenRefused,
    /// The application lacks an intent.
    #[error(
        "discord refused an intent, though the bot asks for no privileged one: check in the developer portal (Bot) that the token is that of the right application"
    )]
    IntentRefused,
    /// The application may not do what every bot may.
    #[error(
        "discord does not allow {what}: add the bot to the server again with the link of `ledord discord invite`"
    )]
    NotAllowed {
        /// What was tried.
        what: &'static str,
    },
    /// Discord cannot be reached.
    #[error(
        "discord cannot be reached at {what}: check the network, a firewall and discordstatus.com, then start again"
    )]
    Unreachable {
        /// What was tried.
        what: &'static str,
    },
    /// The connection ended by itself.
    #[error("the connection with discord ended ({cause}): start again")]
    Ended {
        /// What the library says.
        cause: String,
    },
    /// A setting is wrong.
    #[error("cannot prepare the connection with discord: {cause}")]
    Client {
        /// What the library says.
        cause: String,
    },
}

impl DiscordError {
    fn of(error: &serenity::Error, what: &'static str) -> Self {
        match error {
            serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
                match response.status_code.as_u16() {
                    401 => Self::TokenRefused,
                    403 => Self::NotAllowed { what },
                    _ => Self::Unreachable { what },
                }
            }
            serenity::Error::Gateway(GatewayError::InvalidAuthentication) => Self::TokenRefused,
            serenity::Error::Gateway(
                GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents,
            ) => Self::IntentRefused,
            serenity::Error::Gateway(other) => Self::Ended { cause: other.to_string() },
            _ => Self::Unreachable { what },
        }
    }
}

/// How a gateway session is to go on.
enum Ended {
    Cancelled,
    HoldBack,
}

/// The id of the application that a token belongs to.
///
/// # Errors
/// When Discord refuses the token or cannot be reached.
pub async fn application_id(options: &Options) -> Result<ApplicationId, DiscordError> {
    let http = channels_http(options)?;
    let info = http.get_current_application_info().await;
    Ok(info.map_err(|error| DiscordError::of(&error, "the application's data"))?.id)
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
    let interactions = Arc::new(interactions_http(&options)?);
    let channels = Arc::new(channels_http(&options)?);
    let signing_in = sign_in(&channels);
    let Some((application, bot)) = cancelled.run_until_cancelled(signing_in).await.transpose()? else {
        return Ok(());
    };
    interactions.set_application_id(application);
    channels.set_application_id(application);
    let responder = Responder {
        interactions: Arc::clone(&interactions),
        channels: Arc::clone(&channels),
        health: Arc::clone(&health),
    };
    let adapter = Arc::new(Adapter {
        service,
        responder,
        roles: Roles { admins: options.admin_roles.clone(), hosts: options.host_roles.clone() },
        fallback: options.fallback,
    });
    let framework = Arc::new(framework(&adapter));
    offer_commands(&channels, &adapter, &framework).await?;
    let turns = Arc::new(Turns::new(tasks, Arc::clone(&health)));
    loop {
        let Some(gateway) = wait_for_sign_in(&channels, &cancelled, &health).await? else { break };
        let (adapter, framework) = (Arc::clone(&adapter), Arc::clone(&framework));
        let handler = Arc::new(Handler::new(adapter, framework, bot, Arc::clone(&turns)));
        let client = ClientBuilder::new_with_http(interactions_http(&options)?, INTENTS)
            .event_handler_arc(Arc::clone(&handler))
            .await
            .map_err(|error| DiscordError::of(&error, "the gateway"))?;
        let _ = handler.shards.set(Arc::clone(&client.shard_manager));
        match serve(client, gateway.shards, &channels, &cancelled, &health).await? {
            Ended::Cancelled => break,
            Ended::HoldBack => {}
        }
    }
    tokio::time::sleep(HANDED_OVER).await;
    health.set(Connection::Stopped);
    Ok(())
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

/// Old commands go on working while Discord refuses new ones, so only a refusal for good stops the start.
async fn offer_commands(
    http: &Http,
    adapter: &Adapter,
    framework: &FrameworkOptions<Arc<Adapter>, CommandError>,
) -> Result<(), DiscordError> {
    let say = |language: Language, message: &Message<'_>| adapter.say(language, message);
    match register(http, &words::for_discord(&framework.commands, &say)).await {
        Ok(Registered::Changed) => tracing::info!("discord has been told of the commands"),
        Ok(Registered::Unchanged) => tracing::info!("discord has the commands already"),
        Err(error) => match DiscordError::of(&error, "registering commands") {
            DiscordError::Unreachable { what } => {
                tracing::warn!(what, "discord did not take the commands; those that it has go on working");
            }
            refused => return Err(refused),
        },
    }
    Ok(())
}

/// The ids of the application and of the bot. It is tried for a while: after a power cut the network comes up late.
async fn sign_in(http: &Http) -> Result<(ApplicationId, UserId), DiscordError> {
    let mut tries = 1;
    loop {
        let found = async {
            let application = http.get_current_application_info().await?.id;
            Ok::<_, serenity::Error>((application, http.get_current_user().await?.id))
        };
        match found.await.map_err(|error| DiscordError::of(&error, "discord.com")) {
            Err(DiscordError::Unreachable { what }) if tries < FIRST_TRIES => {
                tracing::warn!(what, tries, "discord cannot be reached; trying again");
                tries += 1;
                tokio::time::sleep(FIRST_PAUSE).await;
            }
            found => return found,
        }
    }
}

/// Waits until a sign-in may be spent; `None` when cancelled.
async fn wait_for_sign_in(
    http: &Http,
    cancelled: &CancellationToken,
    health: &Health,
) -> Result<Option<BotGateway>, DiscordError> {
    loop {
        let Some(asked) = cancelled.run_until_cancelled(http.get_bot_gateway()).await else {
            return Ok(None);
        };
        let gateway = asked.map_err(|error| DiscordError::of(&error, "the gateway's address"))?;
        let wait = pause(&gateway);
        if wait.is_zero() {
            health.set(Connection::Connecting);
            return Ok(Some(gateway));
        }
        let remaining = gateway.session_start_limit.remaining;
        tracing::warn!(
            sign_ins.remaining = remaining,
            pause_seconds = wait.as_secs(),
            "few sign-ins are left; waiting"
        );
        health.set(Connection::HoldingBack);
        if cancelled.run_until_cancelled(tokio::time::sleep(wait)).await.is_none() {
            return Ok(None);
        }
        if remaining > 0 {
            return Ok(Some(gateway));
        }
    }
}

fn pause(gateway: &BotGateway) -> Duration {
    let limit = &gateway.session_start_limit;
    sign_ins::pause(limit.remaining, Duration::from_millis(limit.reset_after))
}

/// One connection, watched until it is cancelled, refused, or short of sign-ins.
async fn serve(
    mut client: Client,
    shards: u32,
    http: &Http,
    cancelled: &CancellationToken,
    health: &Health,
) -> Result<Ended, DiscordError> {
    let manager = Arc::clone(&client.shard_manager);
    let ended = {
        let running = client.start_shards(shards.max(1));
        let watching = watch(&manager, http, health);
        tokio::select! {
            ended = running => {
                let cause = match ended {
                    Err(error) => DiscordError::of(&error, "the gateway"),
                    Ok(()) => DiscordError::Ended { cause: "closed".to_owned() },
                };
                return Err(cause);
            }
            () = cancelled.cancelled() => Ended::Cancelled,
            () = watching => Ended::HoldBack,
        }
    };
    leave(&manager).await;
    Ok(ended)
}

/// Says goodbye, and reads on until Discord has heard it: what Discord sent before that is answered too. serenity's own
/// shutdown would throw it away.
async fn leave(manager: &ShardManager) {
    for shard in manager.runners.lock().await.values() {
        shard.runner_tx.shutdown_clean();
    }
    let heard = async {
        while manager.runners.lock().await.values().any(|shard| shard.stage == ConnectionStage::Connected) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let _ = tokio::time::timeout(GOODBYE, heard).await;
    manager.shutdown_all().await;
}

/// Keeps the health up to date; returns when the sign-ins run short, which happens when Discord ends every new session.
async fn watch(manager: &ShardManager, http: &Http, health: &Health) {
    let mut asked = Instant::now();
    let mut trouble = false;
    let mut pulse = Pulse::default();
    loop {
        tokio::time::sleep(LOOK).await;
        let shards = manager.runners.lock().await;
        let stages: Vec<_> = shards.values().map(|shard| (shard.stage, shard.latency.is_some())).collect();
        drop(shards);
        let connection = pulse.feel(&stages, health.stage_changes_total.get());
        health.set(connection);
        trouble |= connection != Connection::Connected;
        if trouble && asked.elapsed() >= ASK_FOR_SIGN_INS {
            asked = Instant::now();
            trouble = false;
            if http.get_bot_gateway().await.is_ok_and(|gateway| !pause(&gateway).is_zero()) {
                return;
            }
        }
    }
}

/// What the stages of all shards say of the connection.
#[derive(Debug, Default)]
struct Pulse {
    /// Whether the connections have had an answered heartbeat.
    answered: bool,
    stage_changes: u64,
}

impl Pulse {
    /// The state now. Each shard has its stage, and whether the delay of its last heartbeat is known: serenity forgets the
    /// delay when Discord has not answered a heartbeat, just before it connects anew.
    fn feel(&mut self, shards: &[(ConnectionStage, bool)], stage_changes: u64) -> Connection {
        if self.stage_changes != stage_changes {
            *self = Self { answered: false, stage_changes };
        }
        if shards.is_empty() || shards.iter().any(|(stage, _)| *stage != ConnectionStage::Connected) {
            self.answered = false;
            return Connection::Connecting;
        }
        let all_answered = shards.iter().all(|(_, answered)| *answered);
        let was_answered = self.answered;
        self.answered |= all_answered;
        if was_answered && !all_answered { Connection::Unresponsive } else { Connection::Connected }
    }
}

fn http_client(options: &Options) -> Result<reqwest::Client, DiscordError> {
    if let Some(client) = &options.client {
        return Ok(client.clone());
    }
    let client = reqwest::Client::builder().timeout(REQUEST).connect_timeout(CONNECT).build();
    client.map_err(|error| DiscordError::Client { cause: error.without_url().to_string() })
}

fn builder(options: &Options) -> Result<HttpBuilder, DiscordError> {
    let token = options.token.expose_secret().trim();
    if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(DiscordError::TokenRefused);
    }
    let builder = HttpBuilder::new(token).client(http_client(options)?).default_allowed_mentions(nobody());
    Ok(match &options.proxy {
        Some(proxy) => builder.proxy(proxy),
        None => builder,
    })
}

/// For answers to interactions: without rate limits, see [`Responder::interactions`].
fn interactions_http(options: &Options) -> Result<Http, DiscordError> {
    Ok(builder(options)?.ratelimiter_disabled(true).build())
}

/// For everything else. serenity ignores a proxy while it keeps the rate limits, so a proxy must keep them.
fn channels_http(options: &Options) -> Result<Http, DiscordError> {
    Ok(builder(options)?.ratelimiter_disabled(options.proxy.is_some()).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heartbeat_without_an_answer_shows() {
        let mut pulse = Pulse::default();
        let (connected, connecting) = (ConnectionStage::Connected, ConnectionStage::Connecting);
        assert_eq!(pulse.feel(&[], 0), Connection::Connecting);
        assert_eq!(pulse.feel(&[(connected, false)], 1), Connection::Connected, "none sent yet");
        assert_eq!(pulse.feel(&[(connected, true)], 1), Connection::Connected);
        assert_eq!(pulse.feel(&[(connected, false)], 1), Connection::Unresponsive);
        assert_eq!(pulse.feel(&[(connecting, false)], 2), Connection::Connecting);
        assert_eq!(pulse.feel(&[(connected, false)], 3), Connection::Connected, "a new connection");
        assert_eq!(pulse.feel(&[(connected, true), (connecting, true)], 3), Connection::Connecting);
    }
}
