//! Runs every platform that the settings name, until it is told to stop.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use async_trait::async_trait;
use secrecy::SecretString;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::lease::Lease;
use crate::chat::discord::{self, EventsKeeper, Health};
use crate::clock::Clock;
use crate::config::Config;
use crate::desk::calendar::feed_of_token;
use crate::domain::{Language, Severity};
use crate::http::{self, Calendars};
use crate::outbox::{Client, Courier, Dispatcher};
use crate::service::{Reload, Service, SessionClient};
use crate::store::{Store, StoreError};

/// How long a stop waits for answers that are on their way. Discord takes no first answer after three seconds.
const LAST_ANSWERS: Duration = Duration::from_secs(10);
/// How long a stop waits for messages that are under way: a try takes ten seconds at most.
const LAST_MESSAGES: Duration = Duration::from_secs(25);

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
/// Said when a simulated clock would reach real people.
const NOT_ALONE: &str = "LEDORD_SIMULATED_CLOCK is for tests and needs LEDORD_DISCORD_PROXY to be a loopback address such as \
    http://127.0.0.1:8080: with the real Discord it would send reminders at the wrong time";

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
        clock: Clock::System,
        fallback,
    }))
}

/// The clock: the system's, or for tests a file, which is refused unless Discord is a fake on this machine.
///
/// # Errors
/// When Discord's API is anywhere but on the loopback, or the file holds no instant.
pub fn clock(simulated: Option<&Path>, config: &Config) -> anyhow::Result<Clock> {
    let Some(file) = simulated else { return Ok(Clock::System) };
    let proxy = config.discord.as_ref().and_then(|discord| discord.proxy.as_deref());
    anyhow::ensure!(proxy.is_some_and(is_loopback), NOT_ALONE);
    Clock::file(file).map_err(|problem| anyhow::anyhow!("LEDORD_SIMULATED_CLOCK: {problem}"))
}

/// Whether an address is one of this machine, by number: a name could lead anywhere.
fn is_loopback(address: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(address) else { return false };
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Runs every platform that the settings name, until SIGTERM or SIGINT. SIGHUP reads the articles again.
///
/// # Errors
/// When no platform is named, or one of them or the store cannot work: its reason says what to do next.
pub async fn run(config: &Config, secrets: Secrets, fallback: Language, clock: Clock) -> anyhow::Result<()> {
    let mut discord = discord_options(config, secrets, fallback)?.context(NO_PLATFORM)?;
    // Before anything that takes time: until then a signal would end the program its own way.
    let signals = Signals::new().context("cannot listen for signals")?;
    discord.client = Some(discord::http_client(&discord)?);
    discord.clock = clock.clone();
    let (service, problems) = super::build(config)?;
    for problem in problems.iter().filter(|problem| problem.severity() == Severity::Error) {
        let place = &problem.place;
        tracing::warn!(article.file = %place.file, article.line = place.line, "a file of the articles has an error: see `ledord check`");
    }
    let store = super::open_store(config).await?;
    service.open_store(Arc::clone(&store)).await?;
    let service = Arc::new(service);
    let warming = Arc::clone(&service);
    tokio::task::spawn_blocking(move || warming.warm_up());
    let (tasks, cancelled) = (TaskTracker::new(), CancellationToken::new());
    let reloading = tokio::spawn(reload_on_signal(signals.hangup, Arc::clone(&service), clock.clone()));
    let stopping = tokio::spawn(stop_on_signal(signals.terminate, signals.interrupt, cancelled.clone()));
    let health = Arc::new(Health::default());
    let by = process_name()?;
    let location = super::store_location(config)?;
    let lease =
        Lease { store: Arc::clone(&store), clock: clock.clone(), by, location, alone: Arc::default() };
    let process =
        Process { service, store, discord, clock, lease, tasks: tasks.clone(), health: Arc::clone(&health) };
    let ended = process.serve(config, &cancelled).await;
    tasks.close();
    if tokio::time::timeout(LAST_ANSWERS, tasks.wait()).await.is_err() {
        tracing::warn!(tasks.count = tasks.len(), "some answers were not delivered before the stop");
    }
    process.lease.given_up().await;
    health.log_counts();
    reloading.abort();
    stopping.abort();
    ended
}

/// A name that no other process has.
fn process_name() -> anyhow::Result<String> {
    let mut random = [0_u8; 8];
    getrandom::fill(&mut random).context("the system gives no random numbers")?;
    Ok(format!("{:016x}", u64::from_be_bytes(random)))
}

/// One of perhaps several processes on a store.
struct Process {
    service: Arc<Service>,
    store: Arc<dyn Store>,
    discord: discord::Options,
    clock: Clock,
    lease: Lease,
    tasks: TaskTracker,
    health: Arc<Health>,
}

impl Process {
    /// Stands by until the lease is ours, and serves while it is; until it is cancelled or cannot go on.
    async fn serve(&self, config: &Config, cancelled: &CancellationToken) -> anyhow::Result<()> {
        loop {
            let Some(until) = cancelled.run_until_cancelled(self.lease.taken()).await else { return Ok(()) };
            let serving = cancelled.child_token();
            let lease = self.lease.clone();
            let held = serving.clone();
            let keeping = tokio::spawn(async move { lease.kept_up(until, &held).await });
            let ended = self.serve_once(config, &serving).await;
            serving.cancel();
            let _ = keeping.await;
            ended?;
            if cancelled.is_cancelled() {
                return Ok(());
            }
        }
    }

    /// Serves until it is cancelled; then what is under way has been finished. A part that ends early, or by a panic, ends all.
    async fn serve_once(&self, config: &Config, serving: &CancellationToken) -> anyhow::Result<()> {
        let listener = match &config.calendar.listen {
            None => None,
            Some(address) => {
                let listener = tokio::net::TcpListener::bind(address).await;
                Some(listener.with_context(|| format!("cannot listen for calendars on {address}"))?)
            }
        };
        let client: Arc<dyn Client> = Arc::new(SessionClient::new(Arc::clone(&self.service)));
        let words = Arc::clone(&self.service);
        let courier = discord::courier(&self.discord, move |language, message| words.say(language, message))?;
        let courier = Arc::new(courier);
        let carrying = Arc::clone(&courier) as Arc<dyn Courier>;
        let (store, clock) = (Arc::clone(&self.store), self.clock.clone());
        let dispatcher = Dispatcher::new(store, carrying, client, clock, self.lease.by.clone());
        let mut parts: JoinSet<anyhow::Result<()>> = JoinSet::new();
        let (service, token) = (Arc::clone(&self.service), serving.clone());
        parts.spawn(async move {
            dispatcher.run(service.changed(), &token).await;
            Ok(())
        });
        let keeper = EventsKeeper::new(Arc::clone(&self.service), courier, self.clock.clone());
        let token = serving.clone();
        parts.spawn(async move {
            keeper.run(&token).await;
            Ok(())
        });
        if let Some(listener) = listener {
            let feeds = Feeds { service: Arc::clone(&self.service), clock: self.clock.clone() };
            let serving = http::serve(listener, Arc::new(feeds), serving.clone());
            parts.spawn(async move {
                serving.await;
                Ok(())
            });
        }
        let platform = discord::run(
            Arc::clone(&self.service),
            self.discord.clone(),
            self.tasks.clone(),
            serving.clone(),
            Arc::clone(&self.health),
        );
        parts.spawn(async move { Ok(platform.await?) });
        let first = parts.join_next().await;
        let is_early = !serving.is_cancelled();
        serving.cancel();
        let others = async { while parts.join_next().await.is_some() {} };
        if tokio::time::timeout(LAST_MESSAGES, others).await.is_err() {
            tracing::warn!("some messages were still under way at the stop; the next start looks for them");
        }
        first.context("nothing serves")?.context("a part of the program has failed")??;
        anyhow::ensure!(!is_early, "a part of the program has ended by itself");
        Ok(())
    }
}

/// The calendars of the networks, as the sessions stand in the store.
struct Feeds {
    service: Arc<Service>,
    clock: Clock,
}

#[async_trait]
impl Calendars for Feeds {
    async fn feed(&self, token: &str) -> Result<Option<String>, StoreError> {
        // The networks are those of the settings, so what was read before tells whether there is such a feed.
        if feed_of_token(&self.service.sessions(), token, self.clock.now()).is_none() {
            return Ok(None);
        }
        let sessions = self.service.refresh().await?;
        Ok(feed_of_token(&sessions, token, self.clock.now()))
    }
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

async fn reload_on_signal(mut hangup: Signal, service: Arc<Service>, clock: Clock) {
    while hangup.recv().await.is_some() {
        let (service, today) = (Arc::clone(&service), clock.in_finland().date());
        let reloaded = tokio::task::spawn_blocking(move || service.reload(today)).await;
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
