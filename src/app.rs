//! The composition root: settings and flags in, a desk ready to answer out.

mod lease;
mod rehearse;
mod run;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use secrecy::{ExposeSecret, SecretString};

use crate::clock::Clock;
use crate::config::{Config, NetworkConfig, StoreUrl};
use crate::domain::{Language, Problem};
use crate::l10n::Catalog;
use crate::service::{KnowledgeSource, Service, SessionSettings};
use crate::store::{self, Location, Store};
pub use rehearse::{Rehearsed, rehearse};
pub use run::{Secrets, clock, discord_options, run};

/// What the command line and the environment say; they win over the file.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// The configuration file. Default: `ledord.toml` in the working folder, where there is one.
    pub config: Option<PathBuf>,
    /// A folder in place of the built-in articles.
    pub knowledge: Option<PathBuf>,
    /// A folder laid over the articles.
    pub overlay: Option<PathBuf>,
    /// The language to fall back on.
    pub language: Option<Language>,
    /// A proxy for Discord's HTTP API.
    pub discord_proxy: Option<String>,
    /// The URL of the store, perhaps with a password.
    pub store: Option<SecretString>,
}

/// The file that is read when none is named.
const DEFAULT_CONFIG: &str = "ledord.toml";

/// The settings in force: defaults, then the file, then the environment and the flags.
///
/// # Errors
/// When the file that is named cannot be read, or holds an unknown key or a wrong value.
pub fn settings(overrides: &Overrides) -> anyhow::Result<Config> {
    let mut config = match &overrides.config {
        Some(path) => Config::read(path)?,
        None if Path::new(DEFAULT_CONFIG).is_file() => Config::read(Path::new(DEFAULT_CONFIG))?,
        None => Config::default(),
    };
    if let Some(folder) = &overrides.knowledge {
        config.knowledge.dir = Some(folder.clone());
    }
    if let Some(folder) = &overrides.overlay {
        config.knowledge.overlay = Some(folder.clone());
    }
    if let Some(proxy) = &overrides.discord_proxy {
        config.discord.get_or_insert_default().proxy = Some(proxy.clone());
    }
    if let Some(url) = overrides.store.as_ref().filter(|url| !url.expose_secret().is_empty()) {
        config.store.url = url.expose_secret().parse().context("LEDORD_STORE_URL")?;
    }
    if let Some(language) = overrides.language {
        config.language.default = Some(language);
    }
    Ok(config)
}

/// Where the settings say that the articles come from.
pub fn knowledge_source(config: &Config) -> KnowledgeSource {
    KnowledgeSource { folder: config.knowledge.dir.clone(), overlay: config.knowledge.overlay.clone() }
}

/// Where the settings say that the store is.
///
/// # Errors
/// When the password cannot be read from its file.
pub fn store_location(config: &Config) -> anyhow::Result<Location> {
    Ok(match &config.store.url {
        StoreUrl::File(path) => Location::File(path.clone()),
        StoreUrl::Memory => Location::Memory,
        StoreUrl::Server(url) => Location::Server {
            url: url.clone(),
            password: config.store.password().context("the password for the store")?,
        },
    })
}

/// Opens the store that the settings name, and makes it where there is none.
///
/// # Errors
/// When it cannot be opened: the reason says what to do next.
pub async fn open_store(config: &Config) -> anyhow::Result<Arc<dyn Store>> {
    Ok(store::open(&store_location(config)?).await?)
}

/// Builds the desk, with every problem of its articles. A broken article never stops the others.
///
/// # Errors
/// When a knowledge folder is not there, the index or the words cannot be built, or the password of the store cannot be read.
pub fn build(config: &Config) -> anyhow::Result<(Service, Vec<Problem>)> {
    let source = knowledge_source(config);
    for folder in [&source.folder, &source.overlay].into_iter().flatten() {
        anyhow::ensure!(folder.is_dir(), "the knowledge folder {} is not there", folder.display());
    }
    let loaded = source.load(Clock::System.in_finland().date());
    let problems = loaded.problems();
    let catalog = Catalog::load().context("cannot read the locale files")?;
    let organisation = config.organisation.to_domain();
    let sessions = SessionSettings {
        networks: config.network.iter().map(NetworkConfig::to_domain).collect(),
        admins: config.sessions.admins.clone(),
        feeds_url: config.calendar.public_url(),
    };
    let service = Service::new(source, &loaded, organisation, catalog)?
        .with_sessions(sessions)
        .with_store_at(store_location(config)?);
    Ok((service, problems))
}
