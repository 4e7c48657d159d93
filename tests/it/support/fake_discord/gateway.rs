//! The gateway.

use std::io::Write;
use std::sync::atomic::Ordering::SeqCst;
use std::time::{Duration, Instant};

use axum::extract::{State, WebSocketUpgrade, ws};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::payloads::{BOT, SESSION, guild, ready};
use super::{Command, Fake};

const GUILD_MESSAGES: u64 = 1 << 9;
const DIRECT_MESSAGES: u64 = 1 << 12;
const MESSAGE_CONTENT: u64 = 1 << 15;

pub(super) async fn connect(State(fake): State<Fake>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| Session { fake, socket, intents: 0 }.run())
}

struct Session {
    fake: Fake,
    socket: ws::WebSocket,
    intents: u64,
}

impl Session {
    async fn run(mut self) {
        self.fake.0.connections.fetch_add(1, SeqCst);
        let hello = json!({"heartbeat_interval": self.fake.0.options.heartbeat_ms});
        self.send(&json!({"op": 10, "d": hello, "s": null, "t": null})).await;
        let (sender, mut commands) = mpsc::unbounded_channel();
        loop {
            tokio::select! {
                // What the bot says comes first: a close must be seen before more is sent.
                biased;
                message = self.socket.recv() => {
                    let Some(Ok(message)) = message else { return };
                    if !self.hear(message, &sender).await {
                        return;
                    }
                }
                Some(command) = commands.recv() => {
                    if !self.obey(command).await {
                        return;
                    }
                }
            }
        }
    }

    /// Does what the test says; `false` when the connection is over.
    async fn obey(&mut self, command: Command) -> bool {
        let frame = match command {
            Command::Dispatch(event, data) => {
                if let Some(data) = self.as_seen(&event, data) {
                    if event == "INTERACTION_CREATE" {
                        let token = data["token"].as_str().unwrap_or_default().to_owned();
                        self.fake.0.interactions.lock().unwrap().insert(token, (Instant::now(), false));
                    }
                    self.event(&event, data).await;
                }
                return true;
            }
            Command::Raw(frame) => {
                self.send(&frame).await;
                return true;
            }
            Command::Close(code) => Some(ws::CloseFrame { code, reason: "".into() }),
            Command::CloseWithoutCode => None,
            Command::Drop => return false,
        };
        let _ = self.socket.send(ws::Message::Close(frame)).await;
        self.drain().await;
        false
    }

    /// Reads on until the other side is gone: a socket that is dropped with something unread is reset, and the close frame
    /// may get lost with it.
    async fn drain(&mut self) {
        let reading = async { while let Some(Ok(_)) = self.socket.recv().await {} };
        let _ = tokio::time::timeout(Duration::from_secs(1), reading).await;
    }

    /// Hears the bot; `false` when it closes.
    async fn hear(&mut self, message: ws::Message, sender: &mpsc::UnboundedSender<Command>) -> bool {
        let text = match message {
            ws::Message::Text(text) => text,
            ws::Message::Close(_) => {
                *self.fake.0.closed_by_client.lock().unwrap() = Some(Instant::now());
                *self.fake.0.connection.lock().unwrap() = None;
                *self.fake.0.session_intents.lock().unwrap() = None;
                // The answer to a close goes out with the next read.
                self.drain().await;
                return false;
            }
            _ => return true,
        };
        let frame: Value = serde_json::from_str(&text).unwrap();
        // Only when it has been dealt with: a test that has seen a sign-in may send at once.
        let goes_on = self.deal_with(&frame, sender).await;
        self.fake.0.frames.lock().unwrap().push(frame);
        self.fake.0.came.notify_waiters();
        goes_on
    }

    async fn deal_with(&mut self, frame: &Value, sender: &mpsc::UnboundedSender<Command>) -> bool {
        match frame["op"].as_u64() {
            Some(1) if !self.fake.0.heartbeats_ignored.load(SeqCst) => {
                self.send(&json!({"op": 11, "d": null, "s": null, "t": null})).await;
            }
            Some(2) => {
                // serenity sends the token with "Bot " before it; Discord takes both.
                let token = frame["d"]["token"].as_str().unwrap_or_default();
                if token.trim_start_matches("Bot ") != self.fake.0.options.token {
                    let refused = ws::CloseFrame { code: 4004, reason: "Authentication failed.".into() };
                    let _ = self.socket.send(ws::Message::Close(Some(refused))).await;
                    self.drain().await;
                    return false;
                }
                self.intents = frame["d"]["intents"].as_u64().unwrap_or_default();
                *self.fake.0.session_intents.lock().unwrap() = Some(self.intents);
                self.fake.0.sequence.store(0, SeqCst);
                // Before READY: what a test sends meanwhile waits in the channel, in order.
                *self.fake.0.connection.lock().unwrap() = Some(sender.clone());
                self.event("READY", ready(&self.fake.gateway_url())).await;
                self.event("GUILD_CREATE", guild()).await;
            }
            Some(6) => {
                // A session that the bot has closed, or of another name, cannot be resumed.
                let intents = *self.fake.0.session_intents.lock().unwrap();
                let Some(intents) = intents.filter(|_| frame["d"]["session_id"] == SESSION) else {
                    self.send(&json!({"op": 9, "d": false, "s": null, "t": null})).await;
                    return true;
                };
                self.intents = intents;
                *self.fake.0.connection.lock().unwrap() = Some(sender.clone());
                self.event("RESUMED", json!({"_trace": []})).await;
            }
            _ => {}
        }
        true
    }

    /// What the intents let the bot see of an event.
    fn as_seen(&self, event: &str, mut data: Value) -> Option<Value> {
        if event != "MESSAGE_CREATE" {
            return Some(data);
        }
        let is_direct = data.get("guild_id").is_none();
        let needed = if is_direct { DIRECT_MESSAGES } else { GUILD_MESSAGES };
        if self.intents & needed == 0 {
            return None;
        }
        let mentions =
            data["mentions"].as_array().is_some_and(|all| all.iter().any(|user| user["id"] == BOT));
        if !is_direct && !mentions && self.intents & MESSAGE_CONTENT == 0 {
            data["content"] = json!("");
            data["embeds"] = json!([]);
            data["components"] = json!([]);
        }
        Some(data)
    }

    async fn event(&mut self, event: &str, data: Value) {
        let sequence = self.fake.0.sequence.fetch_add(1, SeqCst) + 1;
        self.send(&json!({"op": 0, "t": event, "s": sequence, "d": data})).await;
    }

    async fn send(&mut self, frame: &Value) {
        let message = if self.fake.0.options.compress {
            let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
            zlib.write_all(frame.to_string().as_bytes()).unwrap();
            ws::Message::Binary(zlib.finish().unwrap().into())
        } else {
            ws::Message::Text(frame.to_string().into())
        };
        let _ = self.socket.send(message).await;
    }
}
