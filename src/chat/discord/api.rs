//! Discord's HTTP API for what the bot does of its own accord: one request, one try, and the outcome as it is.
//!
//! serenity's own client waits and repeats by itself, hides how long Discord asks to wait, and sends a message again when it
//! cannot read a header of the answer. Here whoever asks decides.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use reqwest::header::HeaderMap;
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serenity::http::{LightMethod, Request, Route};
use tokio::time::Instant;

use super::options::{DiscordError, Options, http_client, proxy, token};

/// One try; longer has an unknown outcome.
const TRY: Duration = Duration::from_secs(10);
/// A pause that Discord asks for is waited out here when it is this short; the caller does something else meanwhile
/// otherwise.
const SHORT_PAUSE: Duration = Duration::from_secs(2);
/// After a refused token nothing is asked for so long: Discord bans addresses that go on
/// (<https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans>).
const AFTER_REFUSED_TOKEN: Duration = Duration::from_mins(1);
/// Beyond so many pauses those that are over are forgotten.
const PAUSES: usize = 1_000;

/// Why a request brought nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Discord refuses it, with an HTTP status and a code of its own
    /// (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>).
    Refused { status: u16, code: i64 },
    /// It was not carried out; another try may succeed.
    NotNow { retry_after: Option<Duration> },
    /// It may or may not have been carried out.
    Unknown,
}

/// What Discord says of a request that it does not carry out.
#[derive(Debug, Default, Deserialize)]
struct Refusal {
    code: Option<i64>,
    message: Option<String>,
    retry_after: Option<f64>,
    #[serde(default)]
    global: bool,
}

/// A thing with an id.
#[derive(Debug, Deserialize)]
pub(super) struct Thing {
    pub(super) id: String,
}

impl Thing {
    pub(super) fn number(&self) -> Option<u64> {
        self.id.parse().ok().filter(|id| *id != 0)
    }
}

/// Asks Discord.
pub(super) struct Api {
    client: reqwest::Client,
    token: SecretString,
    proxy: Option<String>,
    pauses: Pauses,
    is_token_refused: AtomicBool,
    /// The bot's own id.
    me: OnceLock<u64>,
}

impl std::fmt::Debug for Api {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Api").field("proxy", &self.proxy).finish_non_exhaustive()
    }
}

impl Api {
    pub(super) fn new(options: &Options) -> Result<Self, DiscordError> {
        Ok(Self {
            client: http_client(options)?,
            token: SecretString::from(format!("Bot {}", token(options)?)),
            proxy: proxy(options)?.map(str::to_owned),
            pauses: Pauses::default(),
            is_token_refused: AtomicBool::new(false),
            me: OnceLock::new(),
        })
    }

    /// The bot's own id.
    pub(super) async fn me(&self) -> Result<u64, Trouble> {
        if let Some(me) = self.me.get() {
            return Ok(*me);
        }
        let me: Thing = self.get(Route::UserMe, Vec::new()).await?;
        let me = me.number().ok_or(Trouble::Unknown)?;
        Ok(*self.me.get_or_init(|| me))
    }

    /// Reads something.
    pub(super) async fn get<T: DeserializeOwned>(
        &self,
        route: Route<'_>,
        query: Vec<(&'static str, String)>,
    ) -> Result<T, Trouble> {
        let request = Request::new(route, LightMethod::Get).params(Some(query).filter(|q| !q.is_empty()));
        self.ask(request, &lane("GET", route)).await
    }

    /// Makes something.
    pub(super) async fn post<T: DeserializeOwned>(
        &self,
        route: Route<'_>,
        body: &impl Serialize,
    ) -> Result<T, Trouble> {
        let request = Request::new(route, LightMethod::Post).body(Some(json(body)?));
        self.ask(request, &lane("POST", route)).await
    }

    /// Changes something.
    pub(super) async fn patch<T: DeserializeOwned>(
        &self,
        route: Route<'_>,
        body: &impl Serialize,
    ) -> Result<T, Trouble> {
        let request = Request::new(route, LightMethod::Patch).body(Some(json(body)?));
        self.ask(request, &lane("PATCH", route)).await
    }

    /// Takes something away.
    pub(super) async fn delete(&self, route: Route<'_>) -> Result<(), Trouble> {
        self.ask(Request::new(route, LightMethod::Delete), &lane("DELETE", route)).await
    }

    async fn ask<T: DeserializeOwned>(&self, request: Request<'_>, lane: &str) -> Result<T, Trouble> {
        self.pauses.wait(lane).await?;
        let request = request
            .build(&self.client, self.token.expose_secret(), self.proxy.as_deref())
            .map_err(|_| Trouble::NotNow { retry_after: None })?;
        match tokio::time::timeout(TRY, self.answer(request, lane)).await {
            Ok(answer) => answer,
            Err(_) => Err(Trouble::Unknown),
        }
    }

    async fn answer<T: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
        lane: &str,
    ) -> Result<T, Trouble> {
        let response = request.send().await.map_err(|error| {
            if error.is_connect() { Trouble::NotNow { retry_after: None } } else { Trouble::Unknown }
        })?;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let body = response.bytes().await;
        if seconds(&headers, "x-ratelimit-remaining").is_some_and(|remaining| remaining.is_zero())
            && let Some(pause) = seconds(&headers, "x-ratelimit-reset-after")
        {
            self.pauses.hold(lane, pause);
        }
        if (200..300).contains(&status) {
            self.is_token_refused.store(false, Ordering::Relaxed);
            let body = body.map_err(|_| Trouble::Unknown)?;
            let body: &[u8] = if body.is_empty() { b"null" } else { &body };
            return serde_json::from_slice(body).map_err(|_| Trouble::Unknown);
        }
        let refusal = body.ok().and_then(|body| serde_json::from_slice::<Refusal>(&body).ok());
        Err(self.trouble(status, &headers, refusal, lane))
    }

    fn trouble(&self, status: u16, headers: &HeaderMap, refusal: Option<Refusal>, lane: &str) -> Trouble {
        match status {
            401 => {
                if !self.is_token_refused.swap(true, Ordering::Relaxed) {
                    tracing::error!("discord refused the token; what is due waits until it is set anew");
                }
                self.pauses.hold(EVERYTHING, AFTER_REFUSED_TOKEN);
                Trouble::NotNow { retry_after: Some(AFTER_REFUSED_TOKEN) }
            }
            429 => {
                let refusal = refusal.unwrap_or_default();
                let is_global = refusal.global || headers.contains_key("x-ratelimit-global");
                let retry_after = refusal
                    .retry_after
                    .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
                    .or_else(|| seconds(headers, "retry-after"));
                if let Some(pause) = retry_after {
                    self.pauses.hold(if is_global { EVERYTHING } else { lane }, pause);
                }
                Trouble::NotNow { retry_after }
            }
            // Without Discord's own words it is something on the way that refuses.
            400..500 => match refusal.filter(|refusal| refusal.code.is_some() || refusal.message.is_some()) {
                Some(refusal) => Trouble::Refused { status, code: refusal.code.unwrap_or_default() },
                None => Trouble::NotNow { retry_after: None },
            },
            _ => Trouble::Unknown,
        }
    }
}

fn json(body: &impl Serialize) -> Result<Vec<u8>, Trouble> {
    serde_json::to_vec(body).map_err(|_| Trouble::Refused { status: 400, code: 0 })
}

fn seconds(headers: &HeaderMap, name: &str) -> Option<Duration> {
    let seconds: f64 = headers.get(name)?.to_str().ok()?.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

/// What shares a rate limit: the method and the path up to what belongs to one channel or server.
fn lane(method: &str, route: Route<'_>) -> String {
    let path = route.path();
    // https: / / discord.com / api / v10 / channels / 1 / messages
    let parts: Vec<&str> = path.split('/').skip(5).take(3).collect();
    format!("{method} {}", parts.join("/"))
}

/// The lane of all lanes.
const EVERYTHING: &str = "";

/// Until when nothing is asked for, by lane.
#[derive(Debug, Default)]
struct Pauses(Mutex<HashMap<String, Instant>>);

impl Pauses {
    fn hold(&self, lane: &str, pause: Duration) {
        let now = Instant::now();
        // A year is as good as any time that is longer.
        let until = now + pause.min(Duration::from_hours(365 * 24));
        let mut pauses = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pauses.len() >= PAUSES {
            pauses.retain(|_, until| *until > now);
        }
        let held = pauses.entry(lane.to_owned()).or_insert(until);
        *held = until.max(*held);
    }

    fn left(&self, lane: &str) -> Duration {
        let pauses = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let until = [lane, EVERYTHING].into_iter().filter_map(|lane| pauses.get(lane)).max();
        until.map_or(Duration::ZERO, |until| until.saturating_duration_since(Instant::now()))
    }

    async fn wait(&self, lane: &str) -> Result<(), Trouble> {
        let left = self.left(lane);
        if left > SHORT_PAUSE {
            return Err(Trouble::NotNow { retry_after: Some(left) });
        }
        if !left.is_zero() {
            tokio::time::sleep(left).await;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_pause_that_discord_asks_for_is_kept() {
        let pauses = Pauses::default();
        pauses.hold("POST channels/1/messages", Duration::from_secs(5));
        let held = pauses.wait("POST channels/1/messages").await;
        assert_eq!(held, Err(Trouble::NotNow { retry_after: Some(Duration::from_secs(5)) }));
        assert_eq!(pauses.wait("POST channels/2/messages").await, Ok(()), "other channels go on");
        let begun = Instant::now();
        pauses.hold("GET channels/2/messages", Duration::from_secs(1));
        assert_eq!(pauses.wait("GET channels/2/messages").await, Ok(()));
        assert_eq!(begun.elapsed().as_secs(), 1, "a short one is waited out");
        pauses.hold(EVERYTHING, Duration::from_mins(1));
        assert!(pauses.wait("POST channels/2/messages").await.is_err());
    }

    #[test]
    fn a_lane_is_a_method_and_what_belongs_to_one_channel_or_server() {
        let route = Route::GuildScheduledEvent { guild_id: 7.into(), event_id: 8.into() };
        assert_eq!(lane("PATCH", route), "PATCH guilds/7/scheduled-events");
        assert_eq!(lane("GET", Route::UserMe), "GET users/@me");
    }
}
