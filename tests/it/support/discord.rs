//! The bot on the fake Discord, and what it says there as readable text.

use std::sync::Arc;
use std::time::Duration;

use ledord::chat::discord::{self, DiscordError, Health};
use ledord::clock::Clock;
use ledord::domain::Language;
use ledord::service::Service;
use secrecy::SecretString;
use serde_json::Value;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::fake_discord::payloads::CHANNEL;
use super::fake_discord::{Fake, Options, Recorded, TOKEN};

/// A bot at work on a fake Discord. When it is dropped, every request that it made has passed the judges.
pub struct Stage {
    pub fake: Fake,
    pub health: Arc<Health>,
    pub cancelled: CancellationToken,
    pub tasks: TaskTracker,
    pub running: Option<JoinHandle<Result<(), DiscordError>>>,
}

impl Stage {
    pub async fn new(service: Service) -> Self {
        Self::with(service, Options::default()).await
    }

    pub async fn with(service: Service, options: Options) -> Self {
        let fake = Fake::start(options).await;
        let mut stage = Self::on(fake, service, None);
        stage.ready().await;
        stage
    }

    /// A bot that has just been started.
    pub fn on(fake: Fake, service: Service, client: Option<reqwest::Client>) -> Self {
        let options = options(&fake, client);
        let (tasks, cancelled, health) = (TaskTracker::new(), CancellationToken::new(), Arc::default());
        let running =
            discord::run(Arc::new(service), options, tasks.clone(), cancelled.clone(), Arc::clone(&health));
        let running = Some(tokio::spawn(running));
        Self { fake, health, cancelled, tasks, running }
    }

    /// Waits until the bot has signed in.
    pub async fn ready(&mut self) {
        self.fake.frame(2, 0).await;
    }

    /// A new id for an event.
    pub fn id(&self) -> u64 {
        self.fake.event_id()
    }

    pub fn send(&self, interaction: Value) {
        self.fake.dispatch("INTERACTION_CREATE", interaction);
    }

    /// Sends an interaction and waits for its first answer.
    pub async fn answer(&self, interaction: Value) -> Recorded {
        let token = interaction["token"].as_str().unwrap().to_owned();
        self.send(interaction);
        self.callback(&token).await
    }

    pub async fn callback(&self, token: &str) -> Recorded {
        let path = format!("/{token}/callback");
        self.fake.request(&path, |request| request.path.ends_with(&path)).await
    }

    /// The `nth` message that the bot wrote in a channel.
    pub async fn posted(&self, nth: usize) -> Recorded {
        let is_post = |request: &Recorded| request.method == "POST" && request.path.ends_with("/messages");
        self.fake.nth_request("a message in a channel", nth, is_post).await
    }

    /// Nothing that the bot wrote is visible to others in the channel.
    pub fn assert_nothing_public(&self, marker: &str) {
        for request in self.fake.requests() {
            let body = request.body.to_string();
            let flags = [&request.body["data"]["flags"], &request.body["flags"]];
            let hidden = flags.iter().any(|flags| flags.as_u64().unwrap_or(0) & 64 != 0);
            // A change of a first answer stays as visible as that was.
            let changes = request.method == "PATCH";
            assert!(hidden || changes || !body.contains(marker), "{} {body}", request.path);
        }
        assert!(!format!("{:?}", self.fake.messages(CHANNEL)).contains(marker));
    }

    /// Stops the bot as SIGTERM does, and waits until it has answered.
    pub async fn stop(&mut self) -> Result<(), DiscordError> {
        self.cancelled.cancel();
        let ended = self.running.take().unwrap().await.unwrap();
        self.tasks.close();
        tokio::time::timeout(Duration::from_secs(10), self.tasks.wait()).await.unwrap();
        ended
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(running) = &self.running {
            running.abort();
        }
        if !std::thread::panicking() {
            let violations = self.fake.violations();
            assert!(violations.is_empty(), "{violations:#?}");
        }
    }
}

pub fn options(fake: &Fake, client: Option<reqwest::Client>) -> discord::Options {
    discord::Options {
        token: SecretString::from(TOKEN),
        admin_roles: vec![1_500_000_000_000_000_001],
        host_roles: vec![],
        proxy: client.is_none().then(|| fake.base_url()),
        client,
        clock: Clock::at(super::now()),
        fallback: Language::English,
    }
}

/// A message that was sent, as text: who sees it, the embed, the buttons with what they carry.
pub fn shown(request: &Recorded) -> String {
    let message = if request.path.ends_with("/callback") { &request.body["data"] } else { &request.body };
    let hidden = message["flags"].as_u64().unwrap_or(0) & 64 != 0;
    let mut lines = vec![format!("<{}>", if hidden { "only for the asker" } else { "for all here" })];
    for embed in message["embeds"].as_array().into_iter().flatten() {
        lines.extend(embed["title"].as_str().map(|title| format!("# {title}")));
        lines.extend(embed["description"].as_str().map(str::to_owned));
        for field in embed["fields"].as_array().into_iter().flatten() {
            lines.push(format!("## {}\n{}", text(&field["name"]), text(&field["value"])));
        }
        lines.extend(
            embed["footer"]["text"].as_str().map(|footer| format!("-- {}", footer.replace('\n', "\n-- "))),
        );
    }
    for row in message["components"].as_array().into_iter().flatten() {
        let button = |button: &Value| {
            let mark = if button["style"] == 1 { "*" } else { "" };
            format!("[{mark}{}]({})", text(&button["label"]), text(&button["custom_id"]))
        };
        lines.push(row["components"].as_array().unwrap().iter().map(button).collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Whether only the asker sees the message.
pub fn is_hidden(request: &Recorded) -> bool {
    request.body["data"]["flags"].as_u64().unwrap_or(0) & 64 != 0
}

/// The id of the button with a label.
pub fn button_id(request: &Recorded, label: &str) -> String {
    let message = if request.path.ends_with("/callback") { &request.body["data"] } else { &request.body };
    let rows = message["components"].as_array().into_iter().flatten();
    let buttons = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    let button = buttons.clone().find(|button| button["label"] == label);
    let labels: Vec<&str> = buttons.map(|button| text(&button["label"])).collect();
    text(&button.unwrap_or_else(|| panic!("no button `{label}` in {labels:?}"))["custom_id"]).to_owned()
}
