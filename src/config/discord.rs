//! `[discord]`: the bot on Discord.

use std::path::PathBuf;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// The bot on Discord. The table alone turns it on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct DiscordConfig {
    /// A file that holds the token and nothing else. Default: none, the token comes from `LEDORD_DISCORD_TOKEN`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_file: Option<PathBuf>,
    /// Ids of the server roles whose members are admins. Who may manage the server is one anyway. Default: none.
    #[serde(skip_serializing_if = "Vec::is_empty", with = "ids")]
    pub admin_roles: Vec<u64>,
    /// Ids of the server roles whose members are hosts of every network. Default: none.
    #[serde(skip_serializing_if = "Vec::is_empty", with = "ids")]
    pub host_roles: Vec<u64>,
    /// A proxy for Discord's HTTP API that keeps its rate limits, as an address without a path. Default: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proxy: Option<String>,
    /// Never in the file; here only to say so.
    #[serde(skip_serializing_if = "TokenInFile::is_unset")]
    pub token: TokenInFile,
}

/// A token has no place in the configuration file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenInFile {
    /// As it should be.
    #[default]
    Unset,
    /// A token is set elsewhere; it shows as `[redacted]`.
    Redacted,
}

impl TokenInFile {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
    fn is_unset(&self) -> bool {
        *self == Self::Unset
    }
}

impl Serialize for TokenInFile {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str("[redacted]")
    }
}

impl<'de> Deserialize<'de> for TokenInFile {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom(
            "a token does not belong here: put it in the environment as LEDORD_DISCORD_TOKEN, or in a file of its own \
             named by token_file",
        ))
    }
}

/// Ids are written as text, as Discord shows them: as numbers they would be longer than some programs can hold.
mod ids {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(ids: &[u64], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(ids.iter().map(u64::to_string))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u64>, D::Error> {
        let read = |text: &String| {
            let id = text.parse().ok().filter(|id| *id > 0);
            id.ok_or_else(|| {
                D::Error::custom(format!(
                    "`{text}` is no role id: turn on Developer Mode in Discord, then right-click the role and copy its id"
                ))
            })
        };
        Vec::<String>::deserialize(from)?.iter().map(read).collect()
    }
}
