//! The gateway: a WebSocket for each connection of the bot.

use std::collections::HashMap;
use std::io::Write;
use std::ops::ControlFlow::{self, Break, Continue};
use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

use super::payloads::{self, BOT};
use super::{Fake, Heartbeats, lock};

/// The intent for the server and its channels.
pub const GUILDS: u64 = 1;
/// The intent for messages in servers.
pub const GUILD_MESSAGES: u64 = 1 << 9;
/// The intent for private messages.
pub const DIRECT_MESSAGES: u64 = 1 << 12;
/// The privileged intent for the text of messages that are not meant for the bot.
pub const MESSAGE_CONTENT: u64 = 1 << 15;
/// The intent for the server's scheduled events.
pub const GUILD_SCHEDULED_EVENTS: u64 = 1 << 16;

/// How long the other side may take to answer a close frame.
const FAREWELL: Duration = Duration::from_secs(1);

/// What a test does to the connections.
#[derive(Clone, Debug)]
pub enum Push {
    Event(String, Value),
    Raw(Value),
    Close(Option<u16>),
    Drop,
}

struct Live {
    number: usize,
    session: String,
    sender: UnboundedSender<Push>,
}

#[derive(Clone)]
struct Session {
    id: String,
    intents: u64,
    sequence: Arc<AtomicU64>,
}

/// The connections and sessions of the gateway.
#[derive(Default)]
pub struct Hub {
    live: RwLock<Vec<Live>>,
    sessions: Mutex<HashMap<String, Session>>,
    opened: AtomicUsize,
    deaf_to_heartbeats: AtomicBool,
    closed_by_client: Mutex<Option<Instant>>,
}

impl Hub {
    /// Hands something to every identified connection; false if there is none.
    pub fn push(&self, push: &Push) -> bool {
        let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
        live.iter().filter(|connection| connection.sender.send(push.clone()).is_ok()).count() > 0
    }

    /// How many connections have been opened so far.
    pub fn opened(&self) -> usize {
        self.opened.load(SeqCst)
    }

    /// When the bot last sent a close frame of its own.
    pub fn closed_by_client(&self) -> Option<Instant> {
        *lock(&self.closed_by_client)
    }

    /// Whether heartbeats are answered from now on.
    pub fn acknowledge_heartbeats(&self, heartbeats: Heartbeats) {
        self.deaf_to_heartbeats.store(heartbeats == Heartbeats::Ignored, SeqCst);
    }

    fn enter(&self, number: usize, session: &Session, sender: &UnboundedSender<Push>) {
        let mut live = self.live.write().unwrap_or_else(PoisonError::into_inner);
        live.retain(|connection| connection.number != number && connection.session != session.id);
        live.push(Live { number, session: session.id.clone(), sender: sender.clone() });
    }

    fn leave(&self, number: usize) {
        let mut live = self.live.write().unwrap_or_else(PoisonError::into_inner);
        live.retain(|connection| connection.number != number);
    }

    fn new_session(&self, intents: u64) -> Session {
        let mut sessions = lock(&self.sessions);
        let id = format!("session-{}", sessions.len() + 1);
        let session = Session { id, intents, sequence: Arc::new(AtomicU64::new(0)) };
        sessions.insert(session.id.clone(), session.clone());
        session
    }

    fn session(&self, id: &str) -> Option<Session> {
        lock(&self.sessions).get(id).filter(|session| session.intents != ENDED).cloned()
    }

    fn end_session(&self, id: &str) {
        if let Some(session) = lock(&self.sessions).get_mut(id) {
            session.intents = ENDED;
        }
    }
}

/// Stands in the place of intents for a session that cannot be resumed.
const ENDED: u64 = u64::MAX;

/// Takes a connection of the bot.
pub async fn upgrade(State(fake): State<Fake>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| hold(fake, socket))
}

async fn hold(fake: Fake, socket: WebSocket) {
    let number = fake.0.hub.opened.fetch_add(1, SeqCst);
    let (sender, mut pushes) = mpsc::unbounded_channel();
    let mut connection = Connection { fake, socket, number, sender, session: None };
    let ending = connection.talk(&mut pushes).await;
    connection.fake.0.hub.leave(number);
    if ending == Ending::Closed {
        // Unread frames at the drop would reset the connection, and the bot would miss the close frame.
        // Reading on also sends the answer to a close frame of the bot.
        let rest = async { while let Some(Ok(_)) = connection.socket.recv().await {} };
        let _ = tokio::time::timeout(FAREWELL, rest).await;
    }
}

#[derive(PartialEq, Eq)]
enum Ending {
    Closed,
    Dropped,
}

enum Step {
    Pushed(Push),
    Heard(Option<Result<Message, axum::Error>>),
}

struct Connection {
    fake: Fake,
    socket: WebSocket,
    number: usize,
    sender: UnboundedSender<Push>,
    session: Option<Session>,
}

impl Connection {
    async fn talk(&mut self, pushes: &mut UnboundedReceiver<Push>) -> Ending {
        let interval = self.fake.0.options.heartbeat_ms;
        self.send(&json!({"op": 10, "d": {"heartbeat_interval": interval}, "s": null, "t": null})).await;
        loop {
            // What was pushed before the bot's close frame is still sent before it is read.
            let step = tokio::select! {
                biased;
                Some(push) = pushes.recv() => Step::Pushed(push),
                heard = self.socket.recv() => Step::Heard(heard),
            };
            let next = match step {
                Step::Pushed(push) => self.carry_out(push).await,
                Step::Heard(Some(Ok(message))) => self.hear(message).await,
                Step::Heard(_) => Break(Ending::Dropped),
            };
            if let Break(ending) = next {
                return ending;
            }
        }
    }

    async fn carry_out(&mut self, push: Push) -> ControlFlow<Ending> {
        match push {
            Push::Event(event, data) => {
                let intents = self.session.as_ref().map_or(0, |session| session.intents);
                if let Some(data) = seen(&event, data, intents) {
                    self.event(&event, data).await;
                }
                Continue(())
            }
            Push::Raw(frame) => {
                self.send(&frame).await;
                Continue(())
            }
            Push::Close(code) => self.close(code).await,
            Push::Drop => Break(Ending::Dropped),
        }
    }

    async fn hear(&mut self, message: Message) -> ControlFlow<Ending> {
        let text = match message {
            Message::Close(frame) => {
                self.fake.0.hub.leave(self.number);
                *lock(&self.fake.0.hub.closed_by_client) = Some(Instant::now());
                // These two codes end the session; after any other it can be resumed.
                if let (Some(session), Some(1000 | 1001)) = (&self.session, frame.map(|frame| frame.code)) {
                    self.fake.0.hub.end_session(&session.id);
                }
                self.fake.0.news.notify_waiters();
                return Break(Ending::Closed);
            }
            Message::Text(text) => text,
            _ => return Continue(()),
        };
        let Ok(frame) = serde_json::from_str::<Value>(text.as_str()) else {
            return self.close(Some(4002)).await;
        };
        match frame["op"].as_u64() {
            Some(1) => {
                self.fake.heard(frame);
                if !self.fake.0.hub.deaf_to_heartbeats.load(SeqCst) {
                    self.send(&json!({"op": 11, "d": null, "s": null, "t": null})).await;
                }
                Continue(())
            }
            Some(2) => self.identify(frame).await,
            Some(6) => self.resume(frame).await,
            _ => {
                self.fake.heard(frame);
                Continue(())
            }
        }
    }

    async fn identify(&mut self, frame: Value) -> ControlFlow<Ending> {
        if !self.knows_token(&frame) {
            self.fake.heard(frame);
            return self.close(Some(4004)).await;
        }
        let session = self.fake.0.hub.new_session(frame["d"]["intents"].as_u64().unwrap_or(0));
        let ready = payloads::ready(&self.fake.0.gateway_url, &session.id);
        let guilds = session.intents & GUILDS != 0;
        // Before READY and before a test can see the frame: what it then pushes waits in the queue.
        self.fake.0.hub.enter(self.number, &session, &self.sender);
        self.session = Some(session);
        self.fake.heard(frame);
        self.event("READY", ready).await;
        if guilds {
            self.event("GUILD_CREATE", payloads::guild()).await;
        }
        Continue(())
    }

    async fn resume(&mut self, frame: Value) -> ControlFlow<Ending> {
        if !self.knows_token(&frame) {
            self.fake.heard(frame);
            return self.close(Some(4004)).await;
        }
        let Some(session) = self.fake.0.hub.session(frame["d"]["session_id"].as_str().unwrap_or_default())
        else {
            self.fake.heard(frame);
            self.send(&json!({"op": 9, "d": false, "s": null, "t": null})).await;
            return Continue(());
        };
        self.fake.0.hub.enter(self.number, &session, &self.sender);
        self.session = Some(session);
        self.fake.heard(frame);
        self.event("RESUMED", json!({"_trace": []})).await;
        Continue(())
    }

    fn knows_token(&self, frame: &Value) -> bool {
        let token = frame["d"]["token"].as_str().unwrap_or_default();
        token.strip_prefix("Bot ").unwrap_or(token) == self.fake.0.options.token
    }

    async fn event(&mut self, event: &str, data: Value) -> bool {
        let sequence = self.session.as_ref().map_or(0, |session| session.sequence.fetch_add(1, SeqCst) + 1);
        self.send(&json!({"op": 0, "t": event, "s": sequence, "d": data})).await
    }

    async fn send(&mut self, frame: &Value) -> bool {
        let text = frame.to_string();
        let message = if self.fake.0.options.compress {
            Message::Binary(compressed(&text).into())
        } else {
            Message::Text(text.into())
        };
        self.socket.send(message).await.is_ok()
    }

    async fn close(&mut self, code: Option<u16>) -> ControlFlow<Ending> {
        self.fake.0.hub.leave(self.number);
        let frame = code.map(|code| CloseFrame { code, reason: "".into() });
        let _ = self.socket.send(Message::Close(frame)).await;
        Break(Ending::Closed)
    }
}

/// Each payload by itself, as Discord compresses for `compress: true` in IDENTIFY.
fn compressed(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// What a bot with these intents sees of an event, if anything.
fn seen(event: &str, mut data: Value, intents: u64) -> Option<Value> {
    let in_guild = data.get("guild_id").is_some_and(|guild| !guild.is_null());
    let needed = match event {
        "MESSAGE_CREATE" if in_guild => GUILD_MESSAGES,
        "MESSAGE_CREATE" => DIRECT_MESSAGES,
        event if event.starts_with("GUILD_SCHEDULED_EVENT_") => GUILD_SCHEDULED_EVENTS,
        "GUILD_CREATE" | "GUILD_UPDATE" | "GUILD_DELETE" => GUILDS,
        _ => return Some(data),
    };
    if intents & needed == 0 {
        return None;
    }
    if event == "MESSAGE_CREATE" && in_guild && intents & MESSAGE_CONTENT == 0 && !concerns_bot(&data) {
        data["content"] = json!("");
        for key in ["embeds", "components", "attachments"] {
            data[key] = json!([]);
        }
    }
    Some(data)
}

fn concerns_bot(message: &Value) -> bool {
    let mentioned = message["mentions"].as_array().is_some_and(|all| all.iter().any(|user| user["id"] == BOT));
    mentioned || message["author"]["id"] == BOT
}
