//! `ledord run`: the platforms; `ledord discord invite`: the link that adds the bot to a server.

use std::io::Write;
use std::num::NonZeroU64;
use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use secrecy::SecretString;

use crate::app::{self, Secrets};
use crate::chat::discord;
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::Language;
use crate::telemetry;

/// Holds the token of the bot on Discord.
const DISCORD_TOKEN: &str = "LEDORD_DISCORD_TOKEN";

pub(super) fn run(config: &Config, fallback: Language, clock: Clock) -> anyhow::Result<()> {
    telemetry::start();
    let secrets = secrets(config)?;
    let runtime = runtime()?;
    let ended = runtime.block_on(app::run(config, secrets, fallback, clock));
    // What still runs now, such as a reload, is not worth waiting for.
    runtime.shutdown_timeout(Duration::from_secs(1));
    ended
}

pub(super) fn invite(
    config: &Config,
    application: Option<NonZeroU64>,
    fallback: Language,
) -> anyhow::Result<()> {
    let application = if let Some(id) = application {
        id.get().into()
    } else {
        let options = app::discord_options(config, secrets(config)?, fallback)?.with_context(|| {
            format!("which application? Set its token as {DISCORD_TOKEN}, or give its id: --application ID")
        })?;
        runtime()?.block_on(discord::application_id(&options))?
    };
    writeln!(anstream::stdout(), "{}", discord::invite_link(application))?;
    Ok(())
}

/// What the environment holds, else the files that the settings name.
pub(super) fn secrets(config: &Config) -> anyhow::Result<Secrets> {
    #[allow(clippy::disallowed_methods, reason = "the command line reads the environment")]
    let from_environment = std::env::var(DISCORD_TOKEN).ok().filter(|token| !token.trim().is_empty());
    let file = config.discord.as_ref().and_then(|discord| discord.token_file.as_deref());
    let discord_token = match (from_environment, file) {
        (Some(token), _) => Some(SecretString::from(token)),
        (None, Some(file)) => Some(token_of(file)?),
        (None, None) => None,
    };
    Ok(Secrets { discord_token })
}

fn token_of(file: &Path) -> anyhow::Result<SecretString> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("cannot read the file with the token for discord, {}", file.display()))?;
    let token = text.trim();
    anyhow::ensure!(!token.is_empty(), "the file with the token for discord is empty: {}", file.display());
    Ok(SecretString::from(token))
}

/// What waits for others runs on this.
pub(super) fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the threads")
}
