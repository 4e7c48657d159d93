//! `ledord backup` and `ledord restore`: the store as one file, and back.

use std::io::Write;
use std::path::Path;

use super::run::runtime;
use crate::clock::Clock;
use crate::config::Config;
use crate::{app, store};

pub(super) fn back_up(file: &Path, config: &Config) -> anyhow::Result<()> {
    let location = app::store_location(config)?;
    runtime()?.block_on(store::backup(&location, file))?;
    writeln!(anstream::stdout(), "The store {} is backed up to {}.", config.store.url, file.display())?;
    Ok(())
}

pub(super) fn restore(file: &Path, config: &Config) -> anyhow::Result<()> {
    let location = app::store_location(config)?;
    let kept = runtime()?.block_on(store::restore(file, &location, Clock::System.now()))?;
    let kept = kept.map(|kept| format!(" What was there is kept as {}.", kept.display())).unwrap_or_default();
    writeln!(
        anstream::stdout(),
        "The store {} is restored from {}. What was due until now may have been sent, and is not sent again.{kept}",
        config.store.url,
        file.display()
    )?;
    Ok(())
}
