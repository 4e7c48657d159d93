//! Runs every platform that the settings name, until it is told to stop.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use secrecy::SecretString;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::chat::discord::{self, Health};
use crate::clock;
use crate::config::Config;
use crate::domain::{Language, Severity};
use crate::service::{Reload, Service};

/// How long a stop waits for answers that are on their way. Discord takes no first answer after three seconds.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// What comes from the environment or from files of their own, never from the configuration file.
#[derive(Debug, Default)]
pub struct Secrets {
    /// The token of the bot on Discord.
    pub discord_token: Option<SecretString>,
}

/// Said when there is nothing to run.
const NO_PLATFORM: &str = "no platform is set up: put the bot's token in the environment as LEDORD_DISCORD_TOKEN, or add \
    [discord] with token_file to ledord.toml; docs/discord.md leads through it";
/// Said when Discord is set up without its token.
const NO_TOKEN: &str = "the token for discord is missing: put it in the environment as LEDORD_DISCORD_TOKEN, or name a \
    file that holds it as token_file under [discord]; docs/discord.md says where to get it";

/// The options of the adapter for Discord, when the settings or a token name it.
///
/// # Errors
/// When the settings name Discord and there is no token.
pub fn discord_options(
    config: &Config,
    secrets: Secrets,
    fallback: Language,
) -> anyhow::Result<Option<discord::Options>> {
    if config.discord.is_none() && secrets.discord_token.is_none() {
        return Ok(None);
    }
    let settings = config.discord.clone().unwrap_or_default();
    Ok(Some(discord::Options {
        token: secrets.discord_token.context(NO_TOKEN)?,
        admin_roles: settings.admin_roles,
        host_roles: settings.host_roles,
        proxy: settings.proxy,
        client: None,
        fallback,
    }))
}

/// Runs every platform that the settings name, until SIGTERM or SIGINT. SIGHUP reads the articles again.
///
/// # Errors
/// When no platform is named, or one of them cannot work: its reason says what to do next.
pub async fn run(config: &Config, secrets: Secrets, fallback: Language) -> anyhow::Result<()> {
    let discord = discord_options(config, secrets, fallback)?.context(NO_PLATFORM)?;
    // Before anything that takes time: until then a signal would end the program its own way.
    let signals = Signals::new().context("cannot listen for signals")?;
    let (service, problems) = super::build(config)?;
    for problem in problems.iter().filter(|problem| problem.severity() == Severity::Error) {
        let place = &problem.place;
        tracing::warn!(article.file = %place.file, article.line = place.line, "an article has an error and is left out");
    }
    let service = Arc::new(service);
    let warming = Arc::clone(&service);
    tokio::task::spawn_blocking(move || warming.warm_up());
    let (tasks, cancelled) = (TaskTracker::new(), CancellationToken::new());
    let reloading = tokio::spawn(reload_on_signal(signals.hangup, Arc::clone(&service)));
    let health = Arc::new(Health::default());
    let platform =
        tokio::spawn(discord::run(service, discord, tasks.clone(), cancelled.clone(), Arc::clone(&health)));
    let stopping = tokio::spawn(stop_on_signal(signals.terminate, signals.interrupt, cancelled));
    let ended = platform.await.context("the adapter for discord has failed")?;
    tasks.close();
    if tokio::time::timeout(LAST_ANSWERS, tasks.wait()).await.is_err() {
        tracing::warn!(tasks.count = tasks.len(), "some answers were not delivered before the stop");
    }
    health.log_counts();
    reloading.abort();
    stopping.abort();
    Ok(ended?)
}

struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
}

impl Signals {
    fn new() -> std::io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            hangup: signal(SignalKind::hangup())?,
        })
    }
}

async fn stop_on_signal(mut terminate: Signal, mut interrupt: Signal, cancelled: CancellationToken) {
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("stopping: no new requests; those under way are answered");
    cancelled.cancel();
}

async fn reload_on_signal(mut hangup: Signal, service: Arc<Service>) {
    while hangup.recv().await.is_some() {
        let service = Arc::clone(&service);
        let reloaded =
            tokio::task::spawn_blocking(move || service.reload(clock::now_in_finland().date())).await;
        match reloaded {
            Ok(Ok(Reload::Done { articles, changed, elapsed_ms })) => {
                tracing::info!(articles.count = articles, articles.changed = changed, elapsed_ms, "reloaded");
            }
            Ok(Ok(Reload::BuiltIn)) => tracing::info!("the articles are built in; nothing to reload"),
            Ok(Ok(Reload::Refused(problems))) => {
                let first = problems.first().map(|problem| problem.place.clone());
                let file = first.as_ref().map_or("", |place| place.file.as_str());
                let line = first.as_ref().and_then(|place| place.line);
                let count = problems.len();
                tracing::warn!(
                    problems.count = count,
                    problem.file = file,
                    problem.line = line,
                    "not reloaded: the articles have problems, see `ledord check`; the old ones stay in use"
                );
            }
            Ok(Err(error)) => tracing::error!(%error, "not reloaded: the index cannot be built"),
            Err(_) => tracing::error!("not reloaded: the reload panicked"),
        }
    }
}
