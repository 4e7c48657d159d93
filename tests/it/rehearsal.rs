//! A rehearsal tells what is really sent later.

use std::path::Path;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use ledord::app::{self, Rehearsed};
use ledord::clock::{self, Clock};
use ledord::config::Config;
use ledord::domain::delivery::Stamp;
use ledord::domain::session::{Announcement, DateRef, Details, SeriesRef, SessionRequest};
use ledord::domain::{Asker, Carrier, Inbound, Language, LanguageHints, Reply, Request, Role, Target};
use ledord::outbox::{Client, Courier, Dispatcher, Found, Notice, Pace, Sent};
use ledord::service::{Service, SessionClient};
use ledord::store::Store;

use crate::support::{TODAY, now};

/// Remembers what it carries.
#[derive(Debug)]
struct Recorder {
    clock: Clock,
    carried: Mutex<Vec<Rehearsed>>,
}

#[async_trait]
impl Courier for Recorder {
    async fn send(&self, target: &Target, notice: &Notice) -> Sent {
        let mut carried = self.carried.lock().unwrap();
        let (at, target, reply) = (self.clock.now(), target.clone(), notice.reply.clone());
        carried.push(Rehearsed { at, target, reply });
        Sent::Delivered { message_id: carried.len().to_string(), message_link: None }
    }

    async fn find(&self, _: &Target, _: &Stamp, _: Timestamp) -> Found {
        Found::NotThere
    }
}

fn asker() -> Asker {
    Asker { ids: vec!["discord:user:1".parse().unwrap()], role: Role::Host }
}

async fn ask(service: &Service, request: SessionRequest) -> Reply {
    let inbound = Inbound {
        request: Request::Session(request),
        languages: LanguageHints::chosen(Language::Swedish),
        carrier: Carrier::Terminal,
        asker: asker(),
    };
    service.serve(&inbound, now()).await
}

fn in_order(mut messages: Vec<Rehearsed>) -> Vec<Rehearsed> {
    messages.sort_by_key(|message| (message.at, message.target.clone()));
    messages
}

#[tokio::test]
async fn what_is_rehearsed_is_what_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        r#"
[store]
url = "sqlite:{}/ledord.db"
[[network]]
id = "net-kaffe-med-uffe"
name = "Kaffe med Uffe"
language = "sv"
hosts = [{{ name = "Uffe", id = "discord:user:1" }}]
deputies = [{{ name = "Disa", id = "discord:user:2" }}]
targets = ["discord:channel:10", "discord:channel:11"]
link = "https://meet.example.org/kaffe"
"#,
        folder.path().display()
    );
    let config = Config::parse(&text, Path::new("ledord.toml")).unwrap();
    let (service, _) = app::build(&config).unwrap();
    let service = Arc::new(service);
    let announcement = Announcement {
        network: "Kaffe med Uffe".into(),
        when: "varannan torsdag kl. 9".into(),
        ..Announcement::default()
    };
    let draft = ask(&service, SessionRequest::Announce(announcement)).await;
    let Some(Request::Session(save)) = draft.actions.first().map(|action| action.request.clone()) else {
        panic!("{draft:?}")
    };
    ask(&service, save).await;
    let network = service.network_meant("kaffe").unwrap();
    ask(&service, SessionRequest::Follow(network)).await;
    let date = |day: &str| DateRef { series: SeriesRef::default(), date: day.into() };
    let dates: Vec<String> = service
        .complete_dates("", "", &asker(), Language::Swedish, 5, now())
        .into_iter()
        .map(|date| date.term)
        .collect();
    ask(&service, SessionRequest::Skip(date(&dates[1]))).await;
    let details = Details { topic: Some("NIS2".into()), ..Details::default() };
    ask(&service, SessionRequest::Set(date(&dates[2]), details)).await;

    let store: Arc<dyn Store> = service.store().unwrap();
    let zone = clock::finland();
    let from = zone.to_timestamp(TODAY.tomorrow().unwrap().at(0, 0, 0, 0)).unwrap();
    let until = from + SignedDuration::from_hours(24 * 70);
    let rehearsed = app::rehearse(&config, store.as_ref(), from, until).await.unwrap();
    let sent_by_rehearsal = store.deliveries_since(Timestamp::UNIX_EPOCH).await.unwrap();
    assert!(sent_by_rehearsal.is_empty(), "a rehearsal leaves no trace: {sent_by_rehearsal:?}");

    let clock = Clock::at(now());
    let recorder = Arc::new(Recorder { clock: clock.clone(), carried: Mutex::default() });
    let client: Arc<dyn Client> = Arc::new(SessionClient::new(Arc::clone(&service)));
    let courier: Arc<dyn Courier> = recorder.clone();
    let mut dispatcher =
        Dispatcher::new(Arc::clone(&store), courier, client, clock.clone(), "live".to_owned());
    dispatcher.pace = Pace::new(SignedDuration::ZERO, SignedDuration::ZERO);
    while clock.now() <= until {
        dispatcher.settle_all_due().await.unwrap();
        let soon = clock.now() + SignedDuration::from_hours(5);
        let next = store.next_at().await.unwrap();
        clock.set(next.map_or(soon, |next| next.min(soon)).max(clock.now() + SignedDuration::from_millis(1)));
    }
    let mut sent = recorder.carried.lock().unwrap().clone();
    sent.retain(|message| message.at >= from);
    assert!(sent.len() > 20, "{}", sent.len());
    assert_eq!(in_order(rehearsed), in_order(sent));

    let again = app::rehearse(&config, store.as_ref(), from, until).await.unwrap();
    assert_eq!(again, [], "what has been sent is not rehearsed again");
}
