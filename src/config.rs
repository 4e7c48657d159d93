//! Settings: defaults, then the TOML file, then the environment, then flags; the later wins.
//!
//! The environment and the flags are read by clap in `cli`; here is what the file may hold.

mod calendar;
mod discord;
mod file;
mod knowledge;
mod language;
mod network;
mod organisation;
mod store;

pub use calendar::CalendarConfig;
pub use discord::{DiscordConfig, TokenInFile};
pub use file::{Config, ConfigError};
pub use knowledge::KnowledgeConfig;
pub use language::LanguageConfig;
pub use network::{NetworkConfig, PersonConfig, SessionsConfig};
pub use organisation::OrganisationConfig;
pub use store::{StoreConfig, StoreUrl, UnknownStore};
