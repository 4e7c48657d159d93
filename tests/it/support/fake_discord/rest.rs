//! The HTTP API.

use std::collections::HashMap;
use std::sync::atomic::Ordering::SeqCst;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::channels::message;
use super::payloads::{APP, BOT, CHANNEL, user};
use super::{Act, Fake, Record, Recorded};

/// A first answer is taken within this time (Interactions, Receiving and Responding).
const FIRST_ANSWER: Duration = Duration::from_secs(3);
/// The token of an interaction lives this long.
const TOKEN_LIFE: Duration = Duration::from_secs(15 * 60);

pub(super) async fn handle(
    State(fake): State<Fake>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let path = uri.path().to_owned();
    let mut act = {
        let mut scripts = fake.0.scripts.lock().unwrap();
        let place = scripts
            .iter()
            .position(|script| script.method == method.as_str() && path.contains(&script.path_contains));
        place.and_then(|place| scripts.remove(place)).map(|script| script.act)
    };
    let body = match boundary(&headers) {
        Some(boundary) => {
            let (body, files) = multipart(&body, &boundary);
            fake.0.files.lock().unwrap().extend(files);
            body
        }
        None => serde_json::from_slice(&body).unwrap_or(Value::Null),
    };
    if matches!(act, Some(Act::Hang)) {
        record(&fake, &method, &uri, &headers, body, 0);
        return std::future::pending().await;
    }
    fake.0.arrived.fetch_add(1, SeqCst);
    fake.0.came.notify_waiters();
    if act.is_none() && method == Method::POST && path.contains("/channels/") && path.ends_with("/messages") {
        let (late_ms, decided) = fake.0.mischief.lock().unwrap().decide();
        tokio::time::sleep(Duration::from_millis(late_ms)).await;
        act = decided;
    }
    if let Some(Act::Delay(time)) = act {
        tokio::time::sleep(time).await;
    }
    let (status, extra, answer) = match &act {
        Some(Act::Answer { status, headers, body }) => (*status, headers.clone(), body.clone()),
        _ => {
            let (status, answer) = carry_out(&fake, &method, &uri, &headers, &body);
            (status, vec![], answer)
        }
    };
    record(&fake, &method, &uri, &headers, body, status);
    if matches!(act, Some(Act::LoseAnswer)) {
        // Ends the connection's task, and so the connection, without a byte of an answer.
        std::panic::resume_unwind(Box::new("the answer is lost"));
    }
    let mut response = if status == 204 {
        StatusCode::NO_CONTENT.into_response()
    } else {
        (StatusCode::from_u16(status).unwrap(), axum::Json(answer)).into_response()
    };
    for (name, value) in extra {
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    response
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get("content-type")?.to_str().ok()?;
    let boundary = kind.strip_prefix("multipart/form-data")?.split_once("boundary=")?.1;
    Some(boundary.trim_matches('"').to_owned())
}

/// The JSON of a request with files, and the files by name (Reference, Uploading Files).
fn multipart(body: &[u8], boundary: &str) -> (Value, Vec<(String, String)>) {
    let text = String::from_utf8(body.to_vec()).unwrap();
    let (mut json, mut files) = (Value::Null, Vec::new());
    for part in text.split(&format!("--{boundary}")) {
        let Some((head, content)) = part.split_once("\r\n\r\n") else { continue };
        let content = content.strip_suffix("\r\n").unwrap();
        if head.contains("name=\"payload_json\"") {
            json = serde_json::from_str(content).unwrap();
        } else if let Some((_, name)) = head.split_once("filename=\"") {
            files.push((name.split('"').next().unwrap().to_owned(), content.to_owned()));
        }
    }
    (json, files)
}

fn record(fake: &Fake, method: &Method, uri: &Uri, headers: &HeaderMap, body: Value, status: u16) {
    let light = fake.0.options.record == Record::Light;
    let text = |value: &axum::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers: HashMap<String, String> = if light {
        HashMap::new()
    } else {
        headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect()
    };
    fake.0.requests.lock().unwrap().push(Recorded {
        at: Instant::now(),
        method: method.to_string(),
        path: uri.path().to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        headers,
        body: if light { Value::Null } else { body },
        status,
    });
    fake.0.came.notify_waiters();
}

pub(super) fn error(status: u16, code: u64, message: &str) -> (u16, Value) {
    (status, json!({"code": code, "message": message}))
}

fn carry_out(fake: &Fake, method: &Method, uri: &Uri, headers: &HeaderMap, body: &Value) -> (u16, Value) {
    let Some(path) = uri.path().strip_prefix("/api/v10") else { return error(404, 0, "404: Not Found") };
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let needs_token = !matches!(parts.as_slice(), ["interactions", ..] | ["webhooks", ..]);
    let token = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if needs_token && token != format!("Bot {}", fake.0.options.token) {
        return error(401, 0, "401: Unauthorized");
    }
    let inner = &fake.0;
    match (method.as_str(), parts.as_slice()) {
        ("GET", ["gateway"]) => (200, json!({"url": fake.gateway_url()})),
        ("GET", ["gateway", "bot"]) => {
            let (remaining, reset_after) = *inner.sign_ins.lock().unwrap();
            let limit = json!({"total": 1000, "remaining": remaining, "reset_after": reset_after,
                "max_concurrency": 1});
            (200, json!({"url": fake.gateway_url(), "shards": 1, "session_start_limit": limit}))
        }
        ("GET", ["users", "@me"]) => (200, user(BOT, "ledord", true)),
        ("GET", ["oauth2", "applications", "@me"]) => (200, application()),
        ("GET", ["applications", _, "commands"]) => {
            let mut commands = inner.commands.lock().unwrap().clone();
            if !uri.query().unwrap_or_default().contains("with_localizations=true") {
                commands.as_array_mut().unwrap().iter_mut().for_each(without_localizations);
            }
            (200, commands)
        }
        ("PUT", ["applications", _, "commands"]) => {
            let mut commands = body.as_array().cloned().unwrap_or_default();
            for command in &mut commands {
                let command = command.as_object_mut().unwrap();
                command.insert("id".into(), json!(fake.next_id()));
                command.insert("application_id".into(), json!(APP));
                command.insert("version".into(), json!(fake.next_id()));
                command.entry("type").or_insert(json!(1));
                command.entry("description").or_insert(json!(""));
                command.entry("nsfw").or_insert(json!(false));
                command.entry("default_member_permissions").or_insert(Value::Null);
                command.entry("dm_permission").or_insert(json!(true));
            }
            *inner.commands.lock().unwrap() = json!(commands);
            (200, json!(commands))
        }
        ("POST", ["interactions", _, token, "callback"]) => {
            let mut interactions = inner.interactions.lock().unwrap();
            match interactions.get_mut(*token) {
                Some((sent, false)) if sent.elapsed() > FIRST_ANSWER => {
                    error(404, 10062, "Unknown interaction")
                }
                Some((_, acknowledged @ false)) => {
                    *acknowledged = true;
                    (204, Value::Null)
                }
                Some((_, true)) => error(400, 40060, "Interaction has already been acknowledged."),
                None => error(404, 10062, "Unknown interaction"),
            }
        }
        ("PATCH", ["webhooks", _, token, "messages", _]) | ("POST", ["webhooks", _, token]) => {
            match inner.interactions.lock().unwrap().get(*token) {
                Some((sent, true)) if sent.elapsed() < TOKEN_LIFE => {
                    (200, message(fake.event_id(), inner.clock.now(), CHANNEL, body))
                }
                Some((_, true)) => error(401, 50027, "Invalid Webhook Token"),
                _ => error(404, 10015, "Unknown Webhook"),
            }
        }
        ("POST", ["channels", channel, "messages"]) => fake.post_message(channel, body),
        ("GET", ["channels", channel, "messages"]) => fake.history(channel, &query(uri)),
        ("GET", ["channels", channel]) => fake.about_channel(channel),
        ("POST", ["users", "@me", "channels"]) => {
            fake.open_private(body["recipient_id"].as_str().unwrap_or_default())
        }
        (method, ["guilds", guild, "scheduled-events"]) => fake.about_events(method, guild, None, body),
        (method, ["guilds", guild, "scheduled-events", id]) => {
            fake.about_events(method, guild, Some(id), body)
        }
        _ => error(404, 0, "404: Not Found"),
    }
}

fn query(uri: &Uri) -> HashMap<String, String> {
    let pairs = uri.query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn without_localizations(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| !key.ends_with("_localizations"));
            fields.values_mut().for_each(without_localizations);
        }
        Value::Array(items) => items.iter_mut().for_each(without_localizations),
        _ => {}
    }
}

fn application() -> Value {
    json!({"id": APP, "name": "Ledord", "icon": null, "description": "", "bot_public": true,
        "bot_require_code_grant": false, "summary": "", "verify_key": "x", "flags": 0, "hook": true,
        "rpc_origins": [], "tags": [], "owner": user(BOT, "owner", false), "team": null, "type": null,
        "redirect_uris": [], "interactions_endpoint_url": null, "role_connections_verification_url": null})
}

impl Fake {
    /// How many requests there were.
    pub fn request_count(&self) -> usize {
        self.0.requests.lock().unwrap().len()
    }

    /// The files that the bot has sent, by name, in their order.
    pub fn files(&self) -> Vec<(String, String)> {
        self.0.files.lock().unwrap().clone()
    }

    /// How many sign-ins there were.
    pub fn sign_in_count(&self) -> usize {
        self.frames().iter().filter(|frame| frame["op"] == 2).count()
    }

    /// Changes a registered command behind the bot's back.
    pub fn change_command(&self, nth: usize, key: &str, value: Value) {
        self.0.commands.lock().unwrap()[nth][key] = value;
    }
}
