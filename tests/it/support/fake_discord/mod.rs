//! Discord on this machine: its HTTP API and its gateway, as far as the bot uses them.
//!
//! Also used by a benchmark and by the program that discord.js is tried against, which is why it names nothing of the
//! other test support.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::missing_panics_doc,
    clippy::pedantic,
    dead_code,
    unused_imports,
    missing_docs,
    unreachable_pub,
    unused_qualifications,
    reason = "a test may fail loudly, and not every user of this needs all of it"
)]

mod channels;
mod clock;
mod events;
mod gateway;
pub mod judges;
mod mischief;
pub mod payloads;
mod rest;

pub use channels::private_channel;
pub use mischief::Misbehaviour;

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::serve::ListenerExt;
use axum_server::tls_openssl::{OpenSSLAcceptor, OpenSSLConfig};
use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc};

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the fake behaves.
#[derive(Clone, Debug)]
pub struct Options {
    /// Gateway frames as zlib in binary frames instead of text.
    pub compress: bool,
    pub heartbeat_ms: u64,
    pub token: String,
    pub record: Record,
}

impl Default for Options {
    fn default() -> Self {
        Self { compress: false, heartbeat_ms: 41_250, token: TOKEN.to_owned(), record: Record::Everything }
    }
}

/// The token of the bot.
pub const TOKEN: &str = "fake.token.x";

/// What is kept of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// Everything, to be judged.
    Everything,
    /// When, what and with which status: under load.
    Light,
}

/// A request that the bot made.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub at: Instant,
    pub method: String,
    pub path: String,
    pub query: String,
    pub headers: HashMap<String, String>,
    pub body: Value,
    pub status: u16,
}

/// How one request is treated otherwise than usual.
#[derive(Clone, Debug)]
pub struct Script {
    pub method: &'static str,
    pub path_contains: String,
    pub act: Act,
}

#[derive(Clone, Debug)]
pub enum Act {
    /// This answer; the request is not carried out.
    Answer { status: u16, headers: Vec<(&'static str, String)>, body: Value },
    /// Carried out, but the answer gets lost.
    LoseAnswer,
    /// Carried out and answered late.
    Delay(Duration),
    /// Neither carried out nor answered.
    Hang,
}

/// What the test tells the gateway.
#[derive(Clone, Debug)]
enum Command {
    Dispatch(String, Value),
    Raw(Value),
    Close(u16),
    CloseWithoutCode,
    Drop,
}

pub struct Inner {
    options: Options,
    address: SocketAddr,
    gateway: SocketAddr,
    requests: Mutex<Vec<Recorded>>,
    cleared: AtomicUsize,
    /// Requests that have come in, carried out or not.
    arrived: AtomicUsize,
    frames: Mutex<Vec<Value>>,
    came: Notify,
    scripts: Mutex<VecDeque<Script>>,
    connection: Mutex<Option<mpsc::UnboundedSender<Command>>>,
    connections: AtomicUsize,
    closed_by_client: Mutex<Option<Instant>>,
    /// The intents of the session that may be resumed.
    session_intents: Mutex<Option<u64>>,
    heartbeats_ignored: std::sync::atomic::AtomicBool,
    clock: clock::Clock,
    channels: Mutex<channels::Channels>,
    events: Mutex<events::Events>,
    mischief: Mutex<mischief::Mischief>,
    /// By token of an interaction: when it was sent out, and whether it had its first answer.
    interactions: Mutex<HashMap<String, (Instant, bool)>>,
    commands: Mutex<Value>,
    sign_ins: Mutex<(u64, u64)>,
    files: Mutex<Vec<(String, String)>>,
    sequence: AtomicU64,
    next_id: AtomicU64,
}

#[derive(Clone)]
pub struct Fake(Arc<Inner>);

/// The fake over TLS.
pub struct Tls {
    pub certificate_pem: Vec<u8>,
    pub rest: SocketAddr,
}

impl Fake {
    fn new(options: Options, address: SocketAddr, gateway: SocketAddr) -> Self {
        Self(Arc::new(Inner {
            options,
            address,
            gateway,
            requests: Mutex::default(),
            cleared: AtomicUsize::new(0),
            arrived: AtomicUsize::new(0),
            frames: Mutex::default(),
            came: Notify::new(),
            scripts: Mutex::default(),
            connection: Mutex::default(),
            connections: AtomicUsize::new(0),
            closed_by_client: Mutex::default(),
            session_intents: Mutex::default(),
            heartbeats_ignored: false.into(),
            clock: clock::Clock::default(),
            channels: Mutex::default(),
            events: Mutex::default(),
            mischief: Mutex::default(),
            interactions: Mutex::default(),
            commands: Mutex::new(json!([])),
            sign_ins: Mutex::new((999, 14_400_000)),
            files: Mutex::default(),
            sequence: AtomicU64::new(0),
            next_id: AtomicU64::new(1_200_000_000_000_000_000),
        }))
    }

    fn router(&self) -> axum::Router {
        axum::Router::new()
            .route("/gateway-ws", axum::routing::any(gateway::connect))
            .fallback(rest::handle)
            .with_state(self.clone())
    }

    fn serve(&self, listener: tokio::net::TcpListener) {
        // Small frames must not wait for more: under load that would be measured instead of the bot.
        let listener = listener.tap_io(|stream| stream.set_nodelay(true).unwrap());
        let router = self.router();
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    }

    /// HTTP and gateway on one port of the loopback.
    pub async fn start(options: Options) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let fake = Self::new(options, address, address);
        fake.serve(listener);
        fake
    }

    /// HTTP as `https://discord.com` with a certificate of its own; the gateway without TLS.
    pub async fn start_tls(options: Options) -> (Self, Tls) {
        let (certificate_pem, key_pem) = certificate("discord.com");
        let rest = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        rest.set_nonblocking(true).unwrap();
        let address = rest.local_addr().unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let fake = Self::new(options, address, listener.local_addr().unwrap());
        let config = OpenSSLConfig::from_pem(&certificate_pem, &key_pem).unwrap();
        let server = axum_server::from_tcp(rest).unwrap().acceptor(OpenSSLAcceptor::new(config));
        let router = fake.router();
        tokio::spawn(async move { server.serve(router.into_make_service()).await.unwrap() });
        fake.serve(listener);
        (fake, Tls { certificate_pem, rest: address })
    }

    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    pub fn base_url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    fn gateway_url(&self) -> String {
        format!("ws://{}/gateway-ws", self.0.gateway)
    }

    fn next_id(&self) -> String {
        self.event_id().to_string()
    }

    /// An id that nothing has had yet.
    pub fn event_id(&self) -> u64 {
        self.0.next_id.fetch_add(1, SeqCst)
    }

    fn tell(&self, command: Command) -> bool {
        let connection = self.0.connection.lock().unwrap();
        connection.as_ref().is_some_and(|connection| connection.send(command).is_ok())
    }

    /// Sends an event that twilight can read.
    pub fn dispatch(&self, event: &str, data: Value) {
        judges::twilight_reads(event, &data).unwrap_or_else(|error| panic!("{event}: {error}"));
        assert!(self.try_dispatch(event, data), "no gateway connection");
    }

    /// Sends an event as it is; `false` when nobody is connected.
    pub fn try_dispatch(&self, event: &str, data: Value) -> bool {
        self.tell(Command::Dispatch(event.to_owned(), data))
    }

    pub fn send_raw(&self, frame: Value) {
        assert!(self.tell(Command::Raw(frame)), "no gateway connection");
    }

    pub fn close(&self, code: u16) {
        assert!(self.tell(Command::Close(code)), "no gateway connection");
    }

    pub fn close_without_code(&self) {
        assert!(self.tell(Command::CloseWithoutCode), "no gateway connection");
    }

    pub fn drop_connection(&self) {
        assert!(self.tell(Command::Drop), "no gateway connection");
    }

    pub fn ignore_heartbeats(&self) {
        self.0.heartbeats_ignored.store(true, SeqCst);
    }

    pub fn answer_heartbeats(&self) {
        self.0.heartbeats_ignored.store(false, SeqCst);
    }

    pub fn set_sign_ins(&self, remaining: u64, reset_after_ms: u64) {
        *self.0.sign_ins.lock().unwrap() = (remaining, reset_after_ms);
    }

    pub fn script(&self, method: &'static str, path_contains: &str, act: Act) {
        let script = Script { method, path_contains: path_contains.to_owned(), act };
        self.0.scripts.lock().unwrap().push_back(script);
    }

    /// Sets the fake's own clock, which stands still from then on: ids of messages hold its time, nonces are forgotten and
    /// events begin and end by it.
    pub fn set_clock(&self, now: jiff::Timestamp) {
        self.0.clock.set(now);
    }

    /// From now on posting messages fails at random.
    pub fn misbehave(&self, how: Misbehaviour) {
        *self.0.mischief.lock().unwrap() = mischief::Mischief::new(how);
    }

    /// Requests since the last `clear_requests`.
    pub fn requests(&self) -> Vec<Recorded> {
        let requests = self.0.requests.lock().unwrap();
        requests[self.0.cleared.load(SeqCst)..].to_vec()
    }

    /// Forgets the requests so far, except for the judges.
    pub fn clear_requests(&self) {
        self.0.cleared.store(self.0.requests.lock().unwrap().len(), SeqCst);
    }

    pub fn frames(&self) -> Vec<Value> {
        self.0.frames.lock().unwrap().clone()
    }

    pub fn connections(&self) -> usize {
        self.0.connections.load(SeqCst)
    }

    pub fn closed_by_client(&self) -> Option<Instant> {
        *self.0.closed_by_client.lock().unwrap()
    }

    pub fn acknowledged(&self, token: &str) -> bool {
        self.0.interactions.lock().unwrap().get(token).is_some_and(|(_, acknowledged)| *acknowledged)
    }

    /// How many interactions had no first answer.
    pub fn unanswered(&self) -> usize {
        self.0.interactions.lock().unwrap().values().filter(|(_, acknowledged)| !acknowledged).count()
    }

    /// For each answered interaction: from the frame that brought it until its callback came in.
    pub fn answer_times(&self) -> Vec<Duration> {
        let interactions = self.0.interactions.lock().unwrap();
        let requests = self.requests();
        let callbacks = requests.iter().filter(|request| request.path.ends_with("/callback"));
        let times = callbacks.filter_map(|request| {
            let token = request.path.rsplit('/').nth(1)?;
            Some(request.at.duration_since(interactions.get(token)?.0))
        });
        times.collect()
    }

    /// Waits for a condition that something that comes in may fulfil.
    async fn until<T>(&self, what: &str, found: impl Fn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            let came = self.0.came.notified();
            if let Some(found) = found() {
                return found;
            }
            if begun.elapsed() > PATIENCE {
                let seen: Vec<String> = self
                    .requests()
                    .iter()
                    .map(|request| format!("{} {} {}", request.method, request.path, request.status))
                    .collect();
                panic!("waited in vain for {what}; there were {seen:#?}");
            }
            let _ = tokio::time::timeout(Duration::from_millis(50), came).await;
        }
    }

    /// The `nth` request of a kind, counted from 0; waits for it.
    pub async fn nth_request(&self, what: &str, nth: usize, matches: impl Fn(&Recorded) -> bool) -> Recorded {
        self.until(what, || self.requests().into_iter().filter(|request| matches(request)).nth(nth)).await
    }

    pub async fn request(&self, what: &str, matches: impl Fn(&Recorded) -> bool) -> Recorded {
        self.nth_request(what, 0, matches).await
    }

    /// Waits until so many requests have come in, carried out or not.
    pub async fn arrived(&self, count: usize) {
        let all = || (self.0.arrived.load(SeqCst) >= count).then_some(());
        self.until(&format!("{count} requests"), all).await;
    }

    pub fn arrived_count(&self) -> usize {
        self.0.arrived.load(SeqCst)
    }

    /// The `nth` gateway frame of the bot with an opcode, counted from 0; waits for it.
    pub async fn frame(&self, op: u64, nth: usize) -> Value {
        let find = || self.frames().into_iter().filter(|frame| frame["op"] == op).nth(nth);
        self.until(&format!("gateway frame {op}"), find).await
    }

    /// What the judges say of every request so far.
    pub fn violations(&self) -> Vec<String> {
        let requests = self.0.requests.lock().unwrap().clone();
        requests
            .iter()
            .flat_map(|request| {
                let place = format!("{} {}", request.method, request.path);
                judges::judge(request).into_iter().map(move |problem| format!("{place}: {problem}"))
            })
            .collect()
    }
}

/// A self-signed certificate and its key, as PEM.
fn certificate(host: &str) -> (Vec<u8>, Vec<u8>) {
    use openssl::{
        asn1::Asn1Time, bn::BigNum, hash::MessageDigest, pkey::PKey, rsa::Rsa, x509::X509Builder,
        x509::X509NameBuilder, x509::extension::SubjectAlternativeName,
    };
    let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
    let mut name = X509NameBuilder::new().unwrap();
    name.append_entry_by_text("CN", host).unwrap();
    let name = name.build();
    let mut builder = X509Builder::new().unwrap();
    builder.set_version(2).unwrap();
    builder.set_serial_number(&BigNum::from_u32(1).unwrap().to_asn1_integer().unwrap()).unwrap();
    builder.set_subject_name(&name).unwrap();
    builder.set_issuer_name(&name).unwrap();
    builder.set_not_before(&Asn1Time::days_from_now(0).unwrap()).unwrap();
    builder.set_not_after(&Asn1Time::days_from_now(1).unwrap()).unwrap();
    builder.set_pubkey(&key).unwrap();
    let names = SubjectAlternativeName::new().dns(host).build(&builder.x509v3_context(None, None)).unwrap();
    builder.append_extension(names).unwrap();
    builder.sign(&key, MessageDigest::sha256()).unwrap();
    (builder.build().to_pem().unwrap(), key.private_key_to_pem_pkcs8().unwrap())
}
