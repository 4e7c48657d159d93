//! Channels and the messages in them.

use std::collections::{HashMap, HashSet};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::clock::iso;
use super::payloads::{BOT, DM, GUILD, USER, user};
use super::rest::error;
use super::{Fake, Record};

/// How long a nonce is remembered: Discord says "the past few minutes".
const NONCE_LIFE: SignedDuration = SignedDuration::from_mins(5);

/// Everything that is known of channels. One that nothing is known of is a text channel of [`GUILD`].
#[derive(Default)]
pub(super) struct Channels {
    messages: HashMap<String, Vec<Held>>,
    /// By channel and nonce: the message that was made with it, and when.
    nonces: HashMap<(String, String), (u64, Timestamp)>,
    /// By private channel: whose it is.
    private: HashMap<String, String>,
    guilds: HashMap<String, String>,
    forbidden: HashSet<String>,
    gone: HashSet<String>,
    invisible: HashSet<String>,
    without_history: HashSet<String>,
    refusing: HashSet<String>,
    unknown_people: HashSet<String>,
}

/// A message as it is kept; [`shown`] makes what Discord shows of it.
struct Held {
    id: u64,
    at: Timestamp,
    nonce: Option<Value>,
    body: Value,
}

fn text(nonce: &Value) -> String {
    nonce.as_str().map_or_else(|| nonce.to_string(), str::to_owned)
}

/// The private channel with a person, always the same.
pub fn private_channel(person: &str) -> String {
    if person == USER {
        return DM.to_owned();
    }
    let number: u64 = person.parse().unwrap();
    (number + 400_000_000_000_000_000).to_string()
}

impl Channels {
    fn post(&mut self, channel: &str, id: u64, now: Timestamp, body: &Value, record: Record) -> (u16, Value) {
        if self.gone.contains(channel) {
            return error(404, 10003, "Unknown Channel");
        }
        if self.invisible.contains(channel) {
            return error(403, 50001, "Missing Access");
        }
        if self.forbidden.contains(channel) {
            return error(403, 50013, "Missing Permissions");
        }
        if self.private.get(channel).is_some_and(|person| self.refusing.contains(person)) {
            return error(403, 50007, "Cannot send messages to this user");
        }
        // The same channel and nonce give the first message again (Create Message, `enforce_nonce`).
        let nonce = body.get("nonce").filter(|nonce| !nonce.is_null()).cloned();
        let held = self.messages.entry(channel.to_owned()).or_default();
        if let Some(nonce) = nonce.as_ref().filter(|_| body["enforce_nonce"] == true) {
            let key = (channel.to_owned(), text(nonce));
            let is_fresh = |at: Timestamp| now.duration_since(at) < NONCE_LIFE;
            if let Some((first, _)) = self.nonces.get(&key).filter(|(_, at)| is_fresh(*at)) {
                return match held.iter().find(|message| message.id == *first) {
                    Some(first) => (200, shown(channel, first)),
                    None => error(404, 10008, "Unknown Message"),
                };
            }
            if self.nonces.len() % 1_000 == 999 {
                self.nonces.retain(|_, (_, at)| is_fresh(*at));
            }
            self.nonces.insert(key, (id, now));
        }
        let body = match record {
            Record::Everything => body.clone(),
            Record::Light => json!({"components": body["components"]}),
        };
        let message = Held { id, at: now, nonce, body };
        let answer = shown(channel, &message);
        held.push(message);
        (200, answer)
    }

    /// As Discord does: with `after` the oldest ones after it; always the newest first.
    fn history(&self, channel: &str, query: &HashMap<String, String>) -> (u16, Value) {
        if self.gone.contains(channel) {
            return error(404, 10003, "Unknown Channel");
        }
        if self.invisible.contains(channel) {
            return error(403, 50001, "Missing Access");
        }
        if self.without_history.contains(channel) {
            return (200, json!([]));
        }
        let number = |key: &str| query.get(key).map(|value| value.parse::<u64>().unwrap_or(u64::MAX));
        let limit = number("limit").unwrap_or(50) as usize;
        if !(1..=100).contains(&limit) || query.contains_key("around") {
            return error(400, 50035, "Invalid Form Body");
        }
        let held = self.messages.get(channel).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<&Held> = held
            .iter()
            .filter(|message| number("after").is_none_or(|after| message.id > after))
            .filter(|message| number("before").is_none_or(|before| message.id < before))
            .collect();
        found.sort_by_key(|message| message.id);
        if number("after").is_some() {
            found.truncate(limit);
        }
        let newest = found.into_iter().rev().take(limit).map(|held| {
            let mut message = shown(channel, held);
            // A fetched message does not show its nonce.
            message.as_object_mut().unwrap().remove("nonce");
            message
        });
        (200, newest.collect())
    }

    fn about(&self, channel: &str) -> (u16, Value) {
        if self.gone.contains(channel) {
            return error(404, 10003, "Unknown Channel");
        }
        if self.invisible.contains(channel) {
            return error(403, 50001, "Missing Access");
        }
        let last = self.messages.get(channel).and_then(|held| held.last()).map(|held| held.id.to_string());
        if channel == DM || self.private.contains_key(channel) {
            let person = self.private.get(channel).map_or(USER, String::as_str);
            let recipients = [user(person, "x", false)];
            return (
                200,
                json!({"id": channel, "type": 1, "flags": 0, "last_message_id": last, "recipients": recipients}),
            );
        }
        let guild = self.guilds.get(channel).map_or(GUILD, String::as_str);
        (
            200,
            json!({"id": channel, "type": 0, "guild_id": guild, "name": "kanal", "position": 0, "flags": 0,
            "nsfw": false, "last_message_id": last, "parent_id": null, "rate_limit_per_user": 0, "topic": null,
            "permission_overwrites": []}),
        )
    }

    fn open(&mut self, person: &str) -> (u16, Value) {
        if self.unknown_people.contains(person) || person.parse::<u64>().is_err() {
            return error(400, 50033, "Invalid Recipient(s)");
        }
        let channel = private_channel(person);
        self.private.insert(channel.clone(), person.to_owned());
        self.about(&channel)
    }
}

fn shown(channel: &str, held: &Held) -> Value {
    let mut message = message(held.id, held.at, channel, &held.body);
    if let Some(nonce) = &held.nonce {
        message["nonce"] = nonce.clone();
    }
    message
}

/// A message as Discord shows it, made of what was sent.
pub(super) fn message(id: u64, at: Timestamp, channel: &str, body: &Value) -> Value {
    let list = |key: &str| body.get(key).filter(|value| value.is_array()).cloned().unwrap_or(json!([]));
    let mut embeds = list("embeds");
    for embed in embeds.as_array_mut().unwrap() {
        embed["type"] = json!("rich");
    }
    let mut message = json!({"id": id.to_string(), "channel_id": channel, "author": user(BOT, "ledord", true),
        "content": body["content"].as_str().unwrap_or_default(),
        "timestamp": iso(at), "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "pinned": false,
        "type": 0, "embeds": embeds, "components": list("components"),
        "flags": body["flags"].as_u64().unwrap_or(0)});
    if let Some(reference) = body.get("message_reference").filter(|value| !value.is_null()) {
        message["message_reference"] = reference.clone();
    }
    message
}

impl Fake {
    pub(super) fn post_message(&self, channel: &str, body: &Value) -> (u16, Value) {
        let (id, now) = (self.0.clock.snowflake(), self.0.clock.now());
        self.0.channels.lock().unwrap().post(channel, id, now, body, self.0.options.record)
    }

    pub(super) fn history(&self, channel: &str, query: &HashMap<String, String>) -> (u16, Value) {
        self.0.channels.lock().unwrap().history(channel, query)
    }

    pub(super) fn about_channel(&self, channel: &str) -> (u16, Value) {
        self.0.channels.lock().unwrap().about(channel)
    }

    pub(super) fn open_private(&self, person: &str) -> (u16, Value) {
        self.0.channels.lock().unwrap().open(person)
    }

    /// Forbids writing in a channel.
    pub fn forbid(&self, channel: &str) {
        self.0.channels.lock().unwrap().forbidden.insert(channel.to_owned());
    }

    /// Allows writing in a channel again.
    pub fn allow(&self, channel: &str) {
        self.0.channels.lock().unwrap().forbidden.remove(channel);
    }

    /// Deletes a channel.
    pub fn delete_channel(&self, channel: &str) {
        self.0.channels.lock().unwrap().gone.insert(channel.to_owned());
    }

    /// Keeps the bot from seeing a channel.
    pub fn hide_channel(&self, channel: &str) {
        self.0.channels.lock().unwrap().invisible.insert(channel.to_owned());
    }

    /// Keeps the bot from reading the history of a channel: Discord then shows an empty one.
    pub fn hide_history(&self, channel: &str) {
        self.0.channels.lock().unwrap().without_history.insert(channel.to_owned());
    }

    /// Puts a channel into another server.
    pub fn set_guild(&self, channel: &str, guild: &str) {
        self.0.channels.lock().unwrap().guilds.insert(channel.to_owned(), guild.to_owned());
    }

    /// Somebody takes no private messages.
    pub fn refuse_private(&self, person: &str) {
        self.0.channels.lock().unwrap().refusing.insert(person.to_owned());
    }

    /// There is no such person.
    pub fn forget_person(&self, person: &str) {
        self.0.channels.lock().unwrap().unknown_people.insert(person.to_owned());
    }

    /// Somebody deletes every message in a channel.
    pub fn delete_messages(&self, channel: &str) {
        self.0.channels.lock().unwrap().messages.remove(channel);
    }

    /// As Discord does after some minutes.
    pub fn forget_nonces(&self) {
        self.0.channels.lock().unwrap().nonces.clear();
    }

    /// The messages that are now in a channel. With [`Record::Light`] only their ids, nonces and components.
    pub fn messages(&self, channel: &str) -> Vec<Value> {
        let channels = self.0.channels.lock().unwrap();
        let held = channels.messages.get(channel).map(Vec::as_slice).unwrap_or_default();
        held.iter().map(|held| shown(channel, held)).collect()
    }

    /// For each nonce: how many messages there are with it, in all channels.
    pub fn stamps(&self) -> HashMap<String, usize> {
        let channels = self.0.channels.lock().unwrap();
        let mut counts = HashMap::new();
        for nonce in channels.messages.values().flatten().filter_map(|held| held.nonce.as_ref()) {
            *counts.entry(text(nonce)).or_default() += 1;
        }
        counts
    }
}
