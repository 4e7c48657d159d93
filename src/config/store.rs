//! `[store]`: where series, follows and deliveries are kept.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::ConfigError;

/// The file of a store that is kept nowhere else.
const DEFAULT_FILE: &str = "ledord.db";
const POSTGRES: [&str; 2] = ["postgres://", "postgresql://"];
const REDACTED: &str = "[redacted]";

/// Where series, follows and deliveries are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct StoreConfig {
    /// A file of SQLite or a server of PostgreSQL. Default: `sqlite:ledord.db`.
    #[serde(deserialize_with = "without_password")]
    pub url: StoreUrl,
    /// A file that holds the password for PostgreSQL and nothing else. Default: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password_file: Option<PathBuf>,
}

/// Where the store is. Shows its password to nobody.
#[derive(Clone)]
pub enum StoreUrl {
    /// `sqlite:FILE`.
    File(PathBuf),
    /// `sqlite::memory:`: gone with the process.
    Memory,
    /// `postgres://USER@HOST/DATABASE`, perhaps with a password.
    Server(SecretString),
}

/// The text names no store. It is not repeated: it may hold a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no store is named like that: write it like sqlite:ledord.db or postgres://user@host/database")]
pub struct UnknownStore;

impl StoreConfig {
    /// The password for PostgreSQL, where a file holds it and the URL does not.
    ///
    /// # Errors
    /// [`ConfigError::Read`] when the file cannot be read, [`ConfigError::Empty`] when it holds nothing.
    pub fn password(&self) -> Result<Option<SecretString>, ConfigError> {
        let (StoreUrl::Server(url), Some(path)) = (&self.url, &self.password_file) else { return Ok(None) };
        if has_password(url.expose_secret()) {
            return Ok(None);
        }
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::Read { path: path.clone(), source })?;
        match text.trim() {
            "" => Err(ConfigError::Empty { path: path.clone() }),
            password => Ok(Some(password.into())),
        }
    }

    /// Takes paths from a folder.
    pub(super) fn resolve(&mut self, folder: &Path) {
        if let StoreUrl::File(path) = &mut self.url {
            *path = folder.join(&*path);
        }
        self.password_file = self.password_file.take().map(|path| folder.join(path));
    }
}

impl Default for StoreUrl {
    fn default() -> Self {
        Self::File(DEFAULT_FILE.into())
    }
}

impl FromStr for StoreUrl {
    type Err = UnknownStore;

    /// Reads `sqlite:FILE`, `sqlite::memory:` or `postgres://USER@HOST/DATABASE`.
    ///
    /// # Errors
    /// Any other text.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if POSTGRES.iter().any(|scheme| text.len() > scheme.len() && text.starts_with(scheme)) {
            return Ok(Self::Server(text.into()));
        }
        let path = text.strip_prefix("sqlite:").ok_or(UnknownStore)?;
        match path.strip_prefix("//").unwrap_or(path) {
            "" => Err(UnknownStore),
            ":memory:" => Ok(Self::Memory),
            path => Ok(Self::File(path.into())),
        }
    }
}

/// The URL with `[redacted]` in the place of a password.
impl fmt::Display for StoreUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "sqlite:{}", path.display()),
            Self::Memory => f.write_str("sqlite::memory:"),
            Self::Server(url) => f.write_str(&redacted(url.expose_secret())),
        }
    }
}

impl fmt::Debug for StoreUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq for StoreUrl {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::File(one), Self::File(other)) => one == other,
            (Self::Memory, Self::Memory) => true,
            (Self::Server(one), Self::Server(other)) => one.expose_secret() == other.expose_secret(),
            _ => false,
        }
    }
}

impl Eq for StoreUrl {}

impl Serialize for StoreUrl {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StoreUrl {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        without_password(from)
    }
}

fn without_password<'de, D: Deserializer<'de>>(from: D) -> Result<StoreUrl, D::Error> {
    let text = String::deserialize(from)?;
    if has_password(&text) {
        return Err(D::Error::custom(
            "a password does not belong here: put the whole URL in the environment as LEDORD_STORE_URL, or the password \
             in a file of its own named by password_file",
        ));
    }
    text.parse().map_err(D::Error::custom)
}

fn has_password(url: &str) -> bool {
    redacted(url) != url
}

/// A URL of PostgreSQL without its password. The name of the user ends at the last `@`, because a password that was not
/// written as URLs want it may hold others.
fn redacted(url: &str) -> String {
    let Some(scheme) = POSTGRES.iter().find(|scheme| url.starts_with(**scheme)) else {
        return url.to_owned();
    };
    let rest = url.strip_prefix(scheme).unwrap_or_default();
    let (user, address) = rest.rsplit_once('@').map_or((None, rest), |(user, address)| (Some(user), address));
    let (address, options) = address.split_once('?').map_or((address, None), |(a, o)| (a, Some(o)));
    let mut text = (*scheme).to_owned();
    if let Some(user) = user {
        text.push_str(
            &user.split_once(':').map_or(user.to_owned(), |(name, _)| format!("{name}:{REDACTED}")),
        );
        text.push('@');
    }
    text.push_str(address);
    if let Some(options) = options {
        let option = |option: &str| match option.split_once('=') {
            Some(("password", _)) => format!("password={REDACTED}"),
            _ => option.to_owned(),
        };
        text.push('?');
        text.push_str(&options.split('&').map(option).collect::<Vec<_>>().join("&"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn a_store_is_a_file_or_a_server() {
        let check = |text: &str, expected: &str| {
            assert_eq!(text.parse::<StoreUrl>().map(|url| url.to_string()), Ok(expected.to_owned()));
        };
        check("sqlite:a b/ö.db", "sqlite:a b/ö.db");
        check("sqlite:///var/lib/ledord.db", "sqlite:/var/lib/ledord.db");
        check("sqlite::memory:", "sqlite::memory:");
        check("postgres://u@h/d", "postgres://u@h/d");
        check("postgresql://h:5432/d?sslmode=require", "postgresql://h:5432/d?sslmode=require");
        for text in ["", "ledord.db", "sqlite:", "postgres://", "mysql://u:marker@h/d"] {
            let error = text.parse::<StoreUrl>().unwrap_err().to_string();
            assert!(!error.contains("marker"), "{error}");
        }
    }

    #[test]
    fn a_password_shows_nowhere() {
        for url in [
            "postgres://u:marker@h:5432/d",
            "postgres://:marker@h/d",
            "postgres://u:mar@ker/mark?marker@h/d",
            "postgres://h/d?sslmode=require&password=marker",
            "postgres://u@h/d?password=marker&user=v",
        ] {
            let read: StoreUrl = url.parse().unwrap();
            let config =
                Config { store: StoreConfig { url: read, password_file: None }, ..Config::default() };
            let shown = format!("{config:?} {}", config.to_toml().unwrap());
            assert!(!shown.contains("mark") && !shown.contains("ker") && shown.contains(REDACTED), "{shown}");
            let in_file = format!("[store]\nurl = \"{url}\"\n");
            let error = Config::parse(&in_file, Path::new("a.toml")).unwrap_err().to_string();
            assert!(error.starts_with("a.toml:2:7: a password does not belong here"), "{error}");
            assert!(error.contains("LEDORD_STORE_URL") && !error.contains("marker"), "{error}");
        }
    }

    #[test]
    fn a_password_comes_from_a_file_unless_the_url_has_one() {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("ledord.toml");
        let text = "[store]\nurl = \"postgres://u@h/d\"\npassword_file = \"password\"\n";
        std::fs::write(&settings, text).unwrap();
        let mut config = Config::read(&settings).unwrap();
        assert!(config.store.password().unwrap_err().to_string().contains("cannot read"));
        std::fs::write(folder.path().join("password"), " \n").unwrap();
        assert!(config.store.password().unwrap_err().to_string().contains("is empty"));
        std::fs::write(folder.path().join("password"), "marker\n").unwrap();
        assert_eq!(config.store.password().unwrap().unwrap().expose_secret(), "marker");
        config.store.url = "postgres://u:p@h/d".parse().unwrap();
        assert!(config.store.password().unwrap().is_none());
    }

    #[test]
    fn the_file_is_taken_from_the_folder_of_the_settings() {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("ledord.toml");
        for (text, file) in [("", "ledord.db"), ("[store]\nurl = \"sqlite:data/l.db\"\n", "data/l.db")] {
            std::fs::write(&settings, text).unwrap();
            let config = Config::read(&settings).unwrap();
            assert_eq!(config.store.url, StoreUrl::File(folder.path().join(file)));
        }
    }
}
