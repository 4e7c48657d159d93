//! `[calendar]`: where calendar programs fetch the dates of networks.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

/// Where calendar programs fetch the dates of networks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, try_from = "Table")]
pub struct CalendarConfig {
    /// The address and port to listen on. Default: none, there are no feeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<SocketAddr>,
    /// What stands before the path in the addresses that people are given. Default: `http://` and `listen`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
}

impl CalendarConfig {
    /// What stands before the path in the addresses that people are given; `None` when there are no feeds.
    pub fn public_url(&self) -> Option<String> {
        let listen = self.listen?;
        Some(self.base_url.clone().unwrap_or_else(|| format!("http://{listen}")))
    }
}

/// The table as it is typed, before its keys are seen together.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Table {
    #[serde(with = "listen")]
    listen: Option<SocketAddr>,
    #[serde(with = "base_url")]
    base_url: Option<String>,
}

impl TryFrom<Table> for CalendarConfig {
    type Error = String;

    fn try_from(table: Table) -> Result<Self, String> {
        let Table { listen, base_url } = table;
        match (listen, &base_url) {
            (Some(listen), None) if listen.ip().is_unspecified() => Err(format!(
                "listen = \"{listen}\" is every address of this machine, which people cannot open: add base_url, such as \
                 \"https://calendar.example.org\""
            )),
            (None, Some(_)) => {
                Err("base_url without listen: add the address to listen on, such as \"127.0.0.1:8086\""
                    .to_owned())
            }
            _ => Ok(Self { listen, base_url }),
        }
    }
}

mod listen {
    use std::net::SocketAddr;

    use serde::{Deserialize, Deserializer, de::Error};

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<SocketAddr>, D::Error> {
        let text = String::deserialize(from)?;
        let address = text.parse().ok().filter(|address: &SocketAddr| address.port() > 0);
        address.map(Some).ok_or_else(|| {
            D::Error::custom(format!(
                "`{text}` is no address to listen on: write it like 127.0.0.1:8086 or [::1]:8086"
            ))
        })
    }
}

mod base_url {
    use serde::{Deserialize, Deserializer, de::Error};

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
        let text = String::deserialize(from)?;
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let is_sound = rest.is_some_and(|rest| {
            let has_host =
                rest.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'[');
            has_host
                && rest.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '@' | '"' | '\\'))
        });
        if is_sound {
            Ok(Some(text.trim_end_matches('/').to_owned()))
        } else {
            Err(D::Error::custom(format!(
                "`{text}` is no address to build on: write it like https://calendar.example.org"
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<CalendarConfig, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn people_are_given_the_base_or_else_the_listener() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(read(text).unwrap().public_url().as_deref(), expect, "{text}");
        };
        check("", None);
        check("listen = \"127.0.0.1:8086\"", Some("http://127.0.0.1:8086"));
        check("listen = \"[::1]:8086\"", Some("http://[::1]:8086"));
        check("listen = \"0.0.0.0:8086\"\nbase_url = \"https://a.example/x/\"", Some("https://a.example/x"));
    }

    #[test]
    fn what_cannot_work_is_refused_with_the_way_out() {
        let check = |text: &str, expect: &str| {
            let error = read(text).unwrap_err();
            assert!(error.contains(expect), "{text}: {error}");
        };
        check("listen = \"8086\"", "`8086` is no address to listen on: write it like 127.0.0.1:8086");
        check("listen = \"localhost:8086\"", "no address to listen on");
        check("listen = \"127.0.0.1:0\"", "no address to listen on");
        check("listen = \"0.0.0.0:8086\"", "add base_url");
        check("base_url = \"https://a.example\"", "base_url without listen");
        for url in
            ["a.example", "ftp://a.example", "https://", "https:///x", "https://a.example/?x", "https://a b"]
        {
            check(&format!("listen = \"127.0.0.1:1\"\nbase_url = \"{url}\""), "is no address to build on");
        }
        check("lisen = 1", "unknown field `lisen`");
    }

    #[test]
    fn what_is_printed_is_read_back_the_same() {
        let config = read("listen = \"127.0.0.1:8086\"\nbase_url = \"https://a.example/\"").unwrap();
        assert_eq!(read(&toml::to_string(&config).unwrap()).unwrap(), config);
    }
}
