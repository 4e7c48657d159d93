//! The HTTP API, as far as a bot that answers questions uses it.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::payloads::{self, APP, BOT};
use super::{Act, Fake, Record, Recorded, lock};

/// Discord's limit for the first answer to an interaction.
const FIRST_ANSWER: Duration = Duration::from_secs(3);
/// How long Discord takes further answers.
const TOKEN_LIFE: Duration = Duration::from_mins(15);
/// Flag of a message that only the asker sees.
const EPHEMERAL: u64 = 1 << 6;
/// The first millisecond of Discord's ids.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

type Reply = (u16, Value);

/// What exists on the fake's side.
#[derive(Default)]
pub struct Store {
    pub channels: HashMap<String, Vec<Value>>,
    pub nonces: HashMap<(String, String), Value>,
    pub commands: Vec<Value>,
    pub forbidden: HashSet<String>,
    pub session_start_limit: (u64, u64),
    tickets: HashMap<String, Ticket>,
    last_id: u64,
}

struct Ticket {
    id: String,
    dispatched: Instant,
    channel: String,
    acknowledged: bool,
    /// The message under the button that was pressed.
    pressed: Option<Value>,
    /// The message that `@original` stands for.
    original: Option<Value>,
}

impl Store {
    /// Notes an interaction that is about to be dispatched.
    pub fn register(&mut self, interaction: &Value, record: Record) {
        let text = |key: &str| interaction[key].as_str().unwrap_or_default().to_owned();
        let pressed = interaction.get("message").filter(|_| record == Record::Everything).cloned();
        let ticket = Ticket {
            id: text("id"),
            dispatched: Instant::now(),
            channel: text("channel_id"),
            acknowledged: false,
            pressed,
            original: None,
        };
        self.tickets.insert(text("token"), ticket);
    }

    /// Forgets an interaction that could not be dispatched.
    pub fn unregister(&mut self, interaction: &Value) {
        self.tickets.remove(interaction["token"].as_str().unwrap_or_default());
    }

    /// Whether the first answer to an interaction was accepted.
    pub fn is_acknowledged(&self, token: &str) -> bool {
        self.tickets.get(token).is_some_and(|ticket| ticket.acknowledged)
    }

    fn next_id(&mut self) -> String {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let since = (now.as_secs() * 1000 + u64::from(now.subsec_millis())).saturating_sub(DISCORD_EPOCH_MS);
        self.last_id = (since << 22).max(self.last_id + 1);
        self.last_id.to_string()
    }

    fn new_message(&mut self, channel: &str, body: &Value) -> Value {
        payloads::sent_message(&self.next_id(), channel, body)
    }

    fn first_answer(&mut self, call: &Call<'_>, id: &str, token: &str) -> Reply {
        let unknown = || error(404, "Unknown interaction", 10062);
        let Some(ticket) = self.tickets.get_mut(token).filter(|ticket| ticket.id == id) else {
            return unknown();
        };
        if ticket.acknowledged {
            return error(400, "Interaction has already been acknowledged.", 40060);
        }
        if call.at.saturating_duration_since(ticket.dispatched) > FIRST_ANSWER {
            return unknown();
        }
        ticket.acknowledged = true;
        let (channel, pressed) = (ticket.channel.clone(), ticket.pressed.take());
        let data = &call.body["data"];
        let kind = call.body["type"].as_u64();
        let original = match kind {
            Some(4 | 5) if call.record == Record::Light => Some(Value::Null),
            Some(4) => Some(self.new_message(&channel, data)),
            Some(5) => {
                let ephemeral = data["flags"].as_u64().unwrap_or(0) & EPHEMERAL;
                Some(self.new_message(&channel, &json!({"flags": ephemeral | payloads::LOADING})))
            }
            Some(6) => pressed,
            Some(7) => pressed.map(|message| payloads::edited(message, data)),
            _ => None,
        };
        if let Some(ticket) = self.tickets.get_mut(token) {
            ticket.original = original;
        }
        (204, Value::Null)
    }

    /// The reason why a token may not be used for further answers.
    fn refused(&self, call: &Call<'_>, app: &str, token: &str) -> Option<Reply> {
        match self.tickets.get(token).filter(|ticket| app == APP && ticket.acknowledged) {
            None => Some(error(404, "Unknown Webhook", 10015)),
            Some(ticket) if call.at.saturating_duration_since(ticket.dispatched) >= TOKEN_LIFE => {
                Some(error(401, "Invalid Webhook Token", 50027))
            }
            Some(_) => None,
        }
    }

    fn original(&mut self, call: &Call<'_>, app: &str, token: &str) -> Reply {
        if let Some(refusal) = self.refused(call, app, token) {
            return refusal;
        }
        let Some(ticket) = self.tickets.get_mut(token) else { return not_found() };
        let channel = ticket.channel.clone();
        let Some(original) = ticket.original.take() else { return unknown_message() };
        let shown = match (call.method, &original) {
            ("PATCH", Value::Null) => self.new_message(&channel, call.body),
            ("PATCH", _) => payloads::edited(original.clone(), call.body),
            _ => original.clone(),
        };
        if let Some(ticket) = self.tickets.get_mut(token) {
            ticket.original = Some(if original.is_null() { original } else { shown.clone() });
        }
        (200, shown)
    }

    fn follow_up(&mut self, call: &Call<'_>, app: &str, token: &str) -> Reply {
        if let Some(refusal) = self.refused(call, app, token) {
            return refusal;
        }
        let channel = self.tickets.get(token).map(|ticket| ticket.channel.clone()).unwrap_or_default();
        (200, self.new_message(&channel, call.body))
    }

    fn post_message(&mut self, call: &Call<'_>, channel: &str) -> Reply {
        if self.forbidden.contains(channel) {
            return error(403, "Missing Permissions", 50013);
        }
        let nonce = call.body.get("nonce").filter(|nonce| !nonce.is_null() && call.body["enforce_nonce"] == true);
        let key = nonce.map(|nonce| (channel.to_owned(), nonce.to_string()));
        if let Some(first) = key.as_ref().and_then(|key| self.nonces.get(key)) {
            return (200, first.clone());
        }
        let message = self.new_message(channel, call.body);
        if let Some(key) = key {
            self.nonces.insert(key, message.clone());
        }
        self.channels.entry(channel.to_owned()).or_default().push(message.clone());
        (200, message)
    }

    fn list_messages(&self, call: &Call<'_>, channel: &str) -> Reply {
        let id_of = |message: &Value| message["id"].as_str().and_then(|id| id.parse::<u64>().ok()).unwrap_or(0);
        let limit = call.parameter("limit").unwrap_or(50);
        let (after, before) = (call.parameter("after"), call.parameter("before"));
        let chosen = self.channels.get(channel).into_iter().flatten().rev().filter(|message| {
            let id = id_of(message);
            after.is_none_or(|after| id > after) && before.is_none_or(|before| id < before)
        });
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        (200, chosen.take(limit).map(fetched).collect())
    }

    fn get_message(&self, channel: &str, id: &str) -> Reply {
        let found = self.channels.get(channel).into_iter().flatten().find(|message| message["id"] == id);
        found.map_or_else(unknown_message, |message| (200, fetched(message)))
    }

    fn put_commands(&mut self, body: &Value) -> Reply {
        let wanted = body.as_array().into_iter().flatten();
        self.commands = wanted.map(|command| self.register_command(command)).collect();
        (200, json!(self.commands))
    }

    fn register_command(&mut self, wanted: &Value) -> Value {
        let defaults = json!({
            "type": 1, "description": "", "nsfw": false, "dm_permission": true, "integration_types": [0],
            "contexts": null, "default_member_permissions": null, "application_id": APP,
        });
        let mut command = with(defaults, wanted);
        settle(&mut command);
        let same = |known: &&Value| ["name", "type"].iter().all(|key| known[key] == command[key]);
        let known = self.commands.iter().find(same).map(|known| known["id"].clone());
        command["id"] = known.unwrap_or_else(|| json!(self.next_id()));
        command["version"] = json!(self.next_id());
        command
    }

    fn schedule(&mut self, call: &Call<'_>, guild: &str) -> Reply {
        let event = json!({
            "id": self.next_id(), "guild_id": guild, "status": 1, "channel_id": null, "creator_id": BOT,
            "creator": payloads::user(BOT), "entity_id": null, "image": null, "user_count": 0,
            "user_rsvp": null, "guild_scheduled_event_exceptions": [], "description": null,
            "scheduled_end_time": null, "recurrence_rule": null,
        });
        (200, with(event, call.body))
    }
}

struct Call<'a> {
    at: Instant,
    record: Record,
    method: &'a str,
    query: &'a str,
    body: &'a Value,
}

impl Call<'_> {
    fn parameter(&self, name: &str) -> Option<u64> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).and_then(|(_, value)| value.parse().ok())
    }
}

/// Answers every request that is not for the gateway.
pub async fn answer(
    State(fake): State<Fake>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let at = Instant::now();
    let record = fake.0.options.record;
    let path = uri.path().to_owned();
    let query = uri.query().unwrap_or_default();
    let body = if body.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&body).unwrap_or_else(|_| json!(String::from_utf8_lossy(&body)))
    };
    let act = fake.take_script(method.as_str(), &path);
    let mut extra = Vec::new();
    let (status, reply) = match &act {
        Some(Act::Answer { status, headers, body }) => {
            extra.clone_from(headers);
            (*status, body.clone())
        }
        Some(Act::Hang) => (0, Value::Null),
        _ => {
            let token = headers.get("authorization").and_then(|value| value.to_str().ok());
            let call = Call { at, record, method: method.as_str(), query, body: &body };
            carry_out(&fake, &call, &path, token)
        }
    };
    let mut recorded = Recorded::light(at, method.as_str(), path, status);
    if record == Record::Everything {
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        recorded.headers =
            headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect();
        recorded.query = query.to_owned();
        recorded.body = body;
    }
    fake.record(recorded);
    match act {
        // Ends the task of this connection, and with it the connection, without the hook that prints.
        Some(Act::LoseAnswer) => std::panic::resume_unwind(Box::new("the answer is lost on purpose")),
        Some(Act::Hang) => std::future::pending::<()>().await,
        Some(Act::Delay(delay)) => tokio::time::sleep(delay).await,
        Some(Act::Answer { .. }) | None => {}
    }
    let status = StatusCode::from_u16(status).unwrap();
    let mut response = if status == StatusCode::NO_CONTENT {
        status.into_response()
    } else {
        (status, axum::Json(reply)).into_response()
    };
    for (name, value) in extra {
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    response
}

fn carry_out(fake: &Fake, call: &Call<'_>, path: &str, token: Option<&str>) -> Reply {
    let Some(path) = path.strip_prefix("/api/v10/") else { return not_found() };
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    // Here the token of the interaction in the path is what counts.
    let open = matches!(parts.as_slice(), ["interactions", _, _, "callback"] | ["webhooks", ..]);
    if !open && token.and_then(|token| token.strip_prefix("Bot ")) != Some(fake.0.options.token.as_str()) {
        return error(401, "401: Unauthorized", 0);
    }
    let mut store = lock(&fake.0.store);
    match (call.method, parts.as_slice()) {
        ("GET", ["gateway"]) => (200, json!({"url": fake.0.gateway_url})),
        ("GET", ["gateway", "bot"]) => {
            let (remaining, reset_after) = store.session_start_limit;
            let limit = json!({
                "total": 1000, "remaining": remaining, "reset_after": reset_after, "max_concurrency": 1,
            });
            (200, json!({"url": fake.0.gateway_url, "shards": 1, "session_start_limit": limit}))
        }
        ("GET", ["users", "@me"]) => (200, payloads::own_user()),
        ("POST", ["users", "@me", "channels"]) => match call.body["recipient_id"].as_str() {
            Some(recipient) => (200, payloads::private_channel(recipient)),
            None => error(400, "Invalid Form Body", 50035),
        },
        ("GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]) => (200, payloads::application()),
        ("GET", ["applications", APP, "commands"]) => {
            let mut commands = json!(store.commands);
            if !call.query.split('&').any(|pair| pair == "with_localizations=true") {
                drop_localizations(&mut commands);
            }
            (200, commands)
        }
        ("PUT", ["applications", APP, "commands"]) => store.put_commands(call.body),
        ("POST", ["interactions", id, token, "callback"]) => store.first_answer(call, id, token),
        ("PATCH" | "GET", ["webhooks", app, token, "messages", "@original"]) => {
            store.original(call, app, token)
        }
        ("POST", ["webhooks", app, token]) => store.follow_up(call, app, token),
        ("POST", ["channels", channel, "messages"]) => store.post_message(call, channel),
        ("GET", ["channels", channel, "messages"]) => store.list_messages(call, channel),
        ("GET", ["channels", channel, "messages", id]) => store.get_message(channel, id),
        ("POST", ["guilds", guild, "scheduled-events"]) => store.schedule(call, guild),
        _ => not_found(),
    }
}

fn error(status: u16, message: &str, code: u32) -> Reply {
    (status, json!({"message": message, "code": code}))
}

fn not_found() -> Reply {
    error(404, "404: Not Found", 0)
}

fn unknown_message() -> Reply {
    error(404, "Unknown Message", 10008)
}

/// Discord does not show the nonce again when a message is fetched.
fn fetched(message: &Value) -> Value {
    let mut message = message.clone();
    if let Some(fields) = message.as_object_mut() {
        fields.remove("nonce");
    }
    message
}

/// The first object, overwritten by what the second one says.
fn with(mut base: Value, over: &Value) -> Value {
    for (key, value) in over.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
        base[key.as_str()] = value.clone();
    }
    base
}

/// Discord leaves out what an option does not use, and writes null where nothing is localized.
fn settle(command: &mut Value) {
    let Some(fields) = command.as_object_mut() else { return };
    for key in ["name_localizations", "description_localizations"] {
        if fields.get(key).and_then(Value::as_object).is_none_or(Map::is_empty) {
            fields.insert(key.to_owned(), Value::Null);
        }
    }
    for key in ["options", "choices", "channel_types", "min_value", "max_value", "min_length", "max_length"] {
        if fields.get(key).is_some_and(|value| value.is_null() || value == &json!([])) {
            fields.remove(key);
        }
    }
    let options = fields.get_mut("options").and_then(Value::as_array_mut);
    options.into_iter().flatten().for_each(settle);
}

fn drop_localizations(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| !key.ends_with("_localizations"));
            fields.values_mut().for_each(drop_localizations);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_localizations),
        _ => {}
    }
}
