//! What the adapter needs to know, why it may not work, and its HTTP clients.

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use serenity::all::{GatewayError, Http, HttpBuilder, HttpError};

use super::respond::nobody;
use crate::clock::Clock;
use crate::domain::Language;

/// A request to Discord that takes longer has an unknown outcome.
const REQUEST: Duration = Duration::from_secs(30);
const CONNECT: Duration = Duration::from_secs(5);

/// What the adapter needs to know.
#[derive(Clone, Debug)]
pub struct Options {
    /// The bot's token.
    pub token: SecretString,
    /// Roles of a server that make admins and hosts.
    pub admin_roles: Vec<u64>,
    /// See `admin_roles`.
    pub host_roles: Vec<u64>,
    /// A proxy for Discord's HTTP API that keeps the rate limits in the bot's place. Default: Discord itself.
    pub proxy: Option<String>,
    /// The client for Discord's HTTP API. Default: one with the system's certificates and time-outs.
    pub client: Option<reqwest::Client>,
    /// The time.
    pub clock: Clock,
    /// The language when nothing tells the asker's.
    pub fallback: Language,
}

/// Why the bot cannot work on Discord. Each says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum DiscordError {
    /// Discord does not know the token.
    #[error(
        "discord refused the token: copy it again from the developer portal (Bot, Reset Token) and set it anew"
    )]
    TokenRefused,
    /// The application lacks an intent.
    #[error(
        "discord refused an intent, though the bot asks for no privileged one: check in the developer portal (Bot) that the token is that of the right application"
    )]
    IntentRefused,
    /// The application may not do what every bot may.
    #[error(
        "discord does not allow {what}: add the bot to the server again with the link of `ledord discord invite`"
    )]
    NotAllowed {
        /// What was tried.
        what: &'static str,
    },
    /// Discord cannot be reached.
    #[error(
        "discord cannot be reached at {what}: check the network, a firewall and discordstatus.com, then start again"
    )]
    Unreachable {
        /// What was tried.
        what: &'static str,
    },
    /// The connection ended by itself.
    #[error("the connection with discord ended ({cause}): start again")]
    Ended {
        /// What the library says.
        cause: String,
    },
    /// A setting is wrong.
    #[error("cannot prepare the connection with discord: {cause}")]
    Client {
        /// What the library says.
        cause: String,
    },
}

impl DiscordError {
    pub(super) fn of(error: &serenity::Error, what: &'static str) -> Self {
        match error {
            serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
                match response.status_code.as_u16() {
                    401 => Self::TokenRefused,
                    403 => Self::NotAllowed { what },
                    _ => Self::Unreachable { what },
                }
            }
            serenity::Error::Gateway(GatewayError::InvalidAuthentication) => Self::TokenRefused,
            serenity::Error::Gateway(
                GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents,
            ) => Self::IntentRefused,
            serenity::Error::Gateway(other) => Self::Ended { cause: other.to_string() },
            _ => Self::Unreachable { what },
        }
    }
}

/// The client that the options name, or one with the system's certificates and time-outs.
///
/// # Errors
/// When the system's certificates cannot be read.
pub fn http_client(options: &Options) -> Result<reqwest::Client, DiscordError> {
    if let Some(client) = &options.client {
        return Ok(client.clone());
    }
    let client = reqwest::Client::builder().timeout(REQUEST).connect_timeout(CONNECT).build();
    client.map_err(|error| DiscordError::Client { cause: error.without_url().to_string() })
}

/// The token, when it can be one.
pub(super) fn token(options: &Options) -> Result<&str, DiscordError> {
    let token = options.token.expose_secret().trim();
    if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(DiscordError::TokenRefused);
    }
    Ok(token)
}

/// The proxy, when it is an address.
pub(super) fn proxy(options: &Options) -> Result<Option<&str>, DiscordError> {
    let Some(proxy) = &options.proxy else { return Ok(None) };
    reqwest::Url::parse(proxy)
        .map_err(|error| DiscordError::Client { cause: format!("proxy `{proxy}` is no address: {error}") })?;
    Ok(Some(proxy))
}

fn builder(options: &Options) -> Result<HttpBuilder, DiscordError> {
    let builder = HttpBuilder::new(token(options)?);
    let builder = builder.client(http_client(options)?).default_allowed_mentions(nobody());
    Ok(match proxy(options)? {
        Some(proxy) => builder.proxy(proxy),
        None => builder,
    })
}

/// For answers to interactions: without rate limits, see [`super::respond::Responder::interactions`].
pub(super) fn interactions_http(options: &Options) -> Result<Http, DiscordError> {
    Ok(builder(options)?.ratelimiter_disabled(true).build())
}

/// For everything else. serenity ignores a proxy while it keeps the rate limits, so a proxy must keep them.
pub(super) fn channels_http(options: &Options) -> Result<Http, DiscordError> {
    Ok(builder(options)?.ratelimiter_disabled(options.proxy.is_some()).build())
}
