//! The configuration file as a whole.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{
    CalendarConfig, DiscordConfig, KnowledgeConfig, LanguageConfig, NetworkConfig, OrganisationConfig,
    SessionsConfig, StoreConfig,
};

/// Everything that the configuration file may hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where the articles come from.
    pub knowledge: KnowledgeConfig,
    /// The language to fall back on.
    pub language: LanguageConfig,
    /// The bot on Discord. Default: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discord: Option<DiscordConfig>,
    /// Where series, follows and deliveries are kept.
    pub store: StoreConfig,
    /// Where calendar programs fetch the dates of networks.
    pub calendar: CalendarConfig,
    /// What only the municipality knows.
    pub organisation: OrganisationConfig,
    /// Who is told when no host can be.
    pub sessions: SessionsConfig,
    /// The networks whose sessions are announced here.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "super::network::each_once")]
    pub network: Vec<NetworkConfig>,
}

/// The configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file is missing or may not be read.
    #[error("cannot read the configuration file {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file that is to hold a secret holds nothing.
    #[error("the file {} is empty", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file is not TOML, or a key or value in it is unknown.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Parse {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in characters.
        column: usize,
        /// What is wrong there.
        message: String,
    },
}

impl Config {
    /// Reads a file. Paths in it are taken from the folder of the file.
    ///
    /// # Errors
    /// [`ConfigError::Read`] when the file cannot be read; [`ConfigError::Parse`], with line and column, when it
    /// is not TOML or holds an unknown key or a value of the wrong type.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
        let mut config = Self::parse(&text, path)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut paths = vec![&mut config.knowledge.dir, &mut config.knowledge.overlay];
        paths.extend(config.discord.as_mut().map(|discord| &mut discord.token_file));
        for entry in paths {
            *entry = entry.take().map(|relative| folder.join(relative));
        }
        config.store.resolve(folder);
        Ok(config)
    }

    /// Reads the text of a file; `path` is only named in errors.
    ///
    /// # Errors
    /// [`ConfigError::Parse`] as for [`Config::read`].
    pub fn parse(text: &str, path: &Path) -> Result<Self, ConfigError> {
        toml::from_str(text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            let before = text.get(..offset).unwrap_or(text);
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            ConfigError::Parse {
                path: path.to_owned(),
                line: before.matches('\n').count() + 1,
                column: before.get(line_start..).map_or(0, |rest| rest.chars().count()) + 1,
                message: error.message().to_owned(),
            }
        })
    }

    /// The settings in force as TOML. A setting that holds a secret shows as `[redacted]`.
    ///
    /// # Errors
    /// When a value has no form in TOML.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_named_with_its_place() {
        let error =
            Config::parse("[knowledge]\noverlay = \"x\"\noverlai = 1\n", Path::new("a.toml")).unwrap_err();
        let text = error.to_string();
        assert!(text.starts_with("a.toml:3:1: unknown field `overlai`"), "{text}");
        let error = Config::parse("[language]\ndefault = \"se\"\n", Path::new("a.toml")).unwrap_err();
        assert_eq!(error.to_string(), "a.toml:2:11: unknown language `se`: use sv, fi or en");
    }

    #[test]
    fn dates_that_stand_where_they_once_stood_are_shown_the_way() {
        let text = "[[organisation.sessions]]\nnetwork = \"net-kaffe-med-uffe\"\n";
        let error = Config::parse(text, Path::new("a.toml")).unwrap_err().to_string();
        assert!(error.contains("[[network]]") && error.contains("/session announce"), "{error}");
    }

    #[test]
    fn a_token_in_the_file_is_refused_and_not_repeated() {
        let error = Config::parse("[discord]\ntoken = \"marker\"\n", Path::new("a.toml")).unwrap_err();
        let text = error.to_string();
        assert!(
            text.starts_with("a.toml:2:9: a token does not belong here") && !text.contains("marker"),
            "{text}"
        );
        let error = Config::parse("[discord]\nadmin_roles = [\"x\"]\n", Path::new("a.toml")).unwrap_err();
        assert!(error.to_string().contains("`x` is no role id"), "{error}");
    }

    #[test]
    fn what_is_printed_is_read_back_the_same() {
        let text = "[language]\ndefault = \"sv\"\n[organisation.dpo]\nemail = \"dso@exempel.fi\"\n";
        let config = Config::parse(text, Path::new("a.toml")).unwrap();
        let printed = config.to_toml().unwrap();
        assert_eq!(Config::parse(&printed, Path::new("b.toml")).unwrap(), config, "{printed}");
    }
}
