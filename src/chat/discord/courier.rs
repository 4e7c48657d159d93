//! Carries what is due to channels and people on Discord, each message once.

use std::fmt;
use std::num::NonZeroU64;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serenity::all::ChannelId;
use serenity::http::Route;

use super::api::{Api, Thing, Trouble};
use super::custom_id::stamp_of;
use super::event_board::EventBoard;
use super::known::Known;
use super::layout::{Readers, lay_out_once};
use super::options::{DiscordError, Options};
use super::respond::message;
use super::snowflake::lowest_at;
use super::visibility::Place;
use crate::domain::delivery::{Reason, Stamp};
use crate::domain::{Language, Target, TargetKind};
use crate::l10n::Message;
use crate::outbox::{Courier, Found, Notice, Sent};

/// The platform of Discord's targets.
const PLATFORM: &str = "discord";
/// Clocks differ by less; a message is looked for from so long before.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(5);
/// What Discord shows of a channel at once, at most.
const PAGE: usize = 100;
/// A channel with more messages since is not read to its end.
const PAGES: usize = 50;
/// Nobody waits longer for a link to a message.
const FOR_A_LINK: Duration = Duration::from_secs(3);

/// Discord's code when there is no such person (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>).
const INVALID_RECIPIENT: i64 = 50033;

type Say = Box<dyn Fn(Language, &Message<'_>) -> String + Send + Sync>;

/// Carries messages to Discord. Needs no gateway connection.
pub struct DiscordCourier {
    api: Arc<Api>,
    say: Say,
    /// By person: the private channel.
    private: Known<u64>,
    /// By channel: its server; `None` for a private one.
    servers: Known<Option<u64>>,
}

impl fmt::Debug for DiscordCourier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DiscordCourier").field("api", &self.api).finish_non_exhaustive()
    }
}

/// A courier to Discord; `say` gives its words.
///
/// # Errors
/// When the token or the proxy cannot be one.
pub fn courier(
    options: &Options,
    say: impl Fn(Language, &Message<'_>) -> String + Send + Sync + 'static,
) -> Result<DiscordCourier, DiscordError> {
    Ok(DiscordCourier {
        api: Arc::new(Api::new(options)?),
        say: Box::new(say),
        private: Known::default(),
        servers: Known::default(),
    })
}

#[derive(Debug, Serialize)]
struct Recipient<'a> {
    recipient_id: &'a str,
}

#[derive(Debug, Deserialize)]
struct Channel {
    guild_id: Option<String>,
    last_message_id: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Posted {
    id: String,
    author: Thing,
    #[serde(default)]
    components: Vec<Component>,
}

#[derive(Debug, Deserialize)]
struct Component {
    custom_id: Option<String>,
    #[serde(default)]
    components: Vec<Component>,
}

impl Component {
    fn bears(&self, stamp: &Stamp) -> bool {
        self.custom_id.as_deref().and_then(stamp_of).as_ref() == Some(stamp)
            || self.components.iter().any(|inner| inner.bears(stamp))
    }
}

#[async_trait]
impl Courier for DiscordCourier {
    async fn send(&self, target: &Target, notice: &Notice) -> Sent {
        let channel = match self.channel(target).await {
            Ok(channel) => channel,
            // Nothing was sent yet.
            Err(Trouble::Unknown) => return Sent::NotNow { retry_after: None },
            Err(trouble) => return sent(trouble),
        };
        let readers = match target.kind() {
            TargetKind::User => Readers::Asker(Place::Direct),
            TargetKind::Channel | TargetKind::Role => Readers::Anyone,
        };
        let words = |message: &Message<'_>| (self.say)(notice.reply.language, message);
        let card = lay_out_once(&notice.reply, readers, &notice.stamp, words);
        let body = message(&card, notice.stamp.as_str());
        let route = Route::ChannelMessages { channel_id: ChannelId::new(channel.get()) };
        // Side by side: once the message is there, nothing else may keep that from being written down.
        let (posted, link) = tokio::join!(self.api.post::<Thing>(route, &body), self.link_base(channel));
        match posted {
            Ok(Thing { id }) => {
                Sent::Delivered { message_link: link.map(|base| format!("{base}/{id}")), message_id: id }
            }
            Err(trouble) => sent(trouble),
        }
    }

    async fn find(&self, target: &Target, stamp: &Stamp, since: Timestamp) -> Found {
        match self.look(target, stamp, since).await {
            Ok(found) => found,
            Err(Trouble::Refused { .. }) => Found::Unreadable,
            Err(Trouble::NotNow { retry_after }) => Found::NotNow { retry_after },
            Err(Trouble::Unknown) => Found::NotNow { retry_after: None },
        }
    }
}

/// What a failed request means for a message.
fn sent(trouble: Trouble) -> Sent {
    match trouble {
        // A message that was sent with this nonce and then taken away counts as a 404 too: it is not sent again.
        Trouble::Refused { status: 404, .. } | Trouble::Refused { code: INVALID_RECIPIENT, .. } => {
            Sent::Refused(Reason::NotFound)
        }
        Trouble::Refused { status: 403, .. } => Sent::Refused(Reason::Forbidden),
        Trouble::Refused { .. } => Sent::Refused(Reason::Rejected),
        Trouble::NotNow { retry_after } => Sent::NotNow { retry_after },
        Trouble::Unknown => Sent::Unknown,
    }
}

const NO_SUCH_PLACE: Trouble = Trouble::Refused { status: 404, code: 0 };

impl DiscordCourier {
    /// The scheduled events of servers, within the same rate limits.
    pub fn event_board(&self) -> EventBoard {
        EventBoard::new(Arc::clone(&self.api))
    }

    /// The server that a channel belongs to; `None` for everything else, and when Discord does not tell now.
    pub async fn server(&self, target: &Target) -> Option<u64> {
        if target.kind() != TargetKind::Channel {
            return None;
        }
        self.server_of(self.channel(target).await.ok()?).await.ok()?
    }

    /// The channel of a target; opens the private one of a person.
    async fn channel(&self, target: &Target) -> Result<NonZeroU64, Trouble> {
        let id: NonZeroU64 = target.id().parse().map_err(|_| NO_SUCH_PLACE)?;
        match target.kind() {
            _ if target.platform() != PLATFORM => Err(NO_SUCH_PLACE),
            TargetKind::Channel => Ok(id),
            TargetKind::Role => Err(NO_SUCH_PLACE),
            TargetKind::User => {
                if let Some(known) = self.private.get(id.get()).and_then(NonZeroU64::new) {
                    return Ok(known);
                }
                let recipient = Recipient { recipient_id: target.id() };
                let opened: Thing = self.api.post(Route::UserMeDmChannels, &recipient).await?;
                let channel = opened.number().and_then(NonZeroU64::new).ok_or(Trouble::Unknown)?;
                self.private.put(id.get(), channel.get());
                self.servers.put(channel.get(), None);
                Ok(channel)
            }
        }
    }

    /// The beginning of a link to a message in a channel; `None` when Discord does not tell now.
    async fn link_base(&self, channel: NonZeroU64) -> Option<String> {
        let server = tokio::time::timeout(FOR_A_LINK, self.server_of(channel)).await.ok()?.ok()?;
        let server = server.map_or_else(|| "@me".to_owned(), |server| server.to_string());
        Some(format!("https://discord.com/channels/{server}/{channel}"))
    }

    async fn server_of(&self, channel: NonZeroU64) -> Result<Option<u64>, Trouble> {
        if let Some(server) = self.servers.get(channel.get()) {
            return Ok(server);
        }
        let server = self.about(channel).await?.guild_id.and_then(|id| id.parse().ok());
        self.servers.put(channel.get(), server);
        Ok(server)
    }

    async fn about(&self, channel: NonZeroU64) -> Result<Channel, Trouble> {
        let channel_id = ChannelId::new(channel.get());
        self.api.get(Route::Channel { channel_id }, Vec::new()).await
    }

    async fn look(&self, target: &Target, stamp: &Stamp, since: Timestamp) -> Result<Found, Trouble> {
        let channel = self.channel(target).await?;
        let me = self.api.me().await?;
        let since = since.checked_sub(CLOCKS_DIFFER).unwrap_or(Timestamp::MIN);
        let mut after = lowest_at(since);
        let mut has_read = false;
        for _ in 0..PAGES {
            let query = vec![("after", after.to_string()), ("limit", PAGE.to_string())];
            let page = self.page(channel, query).await?;
            has_read |= !page.is_empty();
            let is_it = |posted: &&Posted| {
                posted.author.number() == Some(me) && posted.components.iter().any(|part| part.bears(stamp))
            };
            if let Some(posted) = page.iter().find(is_it) {
                let link = self.link_base(channel).await;
                let message_link = link.map(|base| format!("{base}/{}", posted.id));
                return Ok(Found::There { message_id: posted.id.clone(), message_link });
            }
            let newest = page.iter().filter_map(|posted| posted.id.parse().ok()).max();
            match newest {
                Some(newest) if page.len() >= PAGE && newest > after => after = newest,
                _ if has_read || self.shows_history(channel).await? => return Ok(Found::NotThere),
                _ => return Ok(Found::Unreadable),
            }
        }
        Ok(Found::Unreadable)
    }

    async fn page(
        &self,
        channel: NonZeroU64,
        query: Vec<(&'static str, String)>,
    ) -> Result<Vec<Posted>, Trouble> {
        let channel_id = ChannelId::new(channel.get());
        self.api.get(Route::ChannelMessages { channel_id }, query).await
    }

    /// Whether an empty answer means that there is nothing: whoever may not read the history of a channel gets an empty one
    /// too (<https://discord.com/developers/docs/resources/message#get-channel-messages>).
    async fn shows_history(&self, channel: NonZeroU64) -> Result<bool, Trouble> {
        if !self.page(channel, vec![("limit", "1".to_owned())]).await?.is_empty() {
            return Ok(true);
        }
        Ok(self.about(channel).await?.last_message_id.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_refuses_has_its_reason() {
        for (status, code, reason) in [
            (403, 50001, Reason::Forbidden),
            (403, 50013, Reason::Forbidden),
            (403, 50007, Reason::Forbidden),
            (404, 10003, Reason::NotFound),
            (404, 10008, Reason::NotFound),
            (400, 50033, Reason::NotFound),
            (400, 50035, Reason::Rejected),
        ] {
            assert_eq!(sent(Trouble::Refused { status, code }), Sent::Refused(reason), "{status} {code}");
        }
        assert_eq!(sent(Trouble::Unknown), Sent::Unknown);
    }
}
