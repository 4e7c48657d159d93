//! The scheduled events of a server show the coming sessions.

use jiff::{SignedDuration, Timestamp};
use ledord::chat::discord::{self, EventBoard, InStep, WantedEvent};
use ledord::domain::delivery::Stamp;
use serde_json::json;

use crate::support::discord::options;
use crate::support::fake_discord::payloads::{CHANNEL, GUILD};
use crate::support::fake_discord::{Act, Fake, Options};

const LATER: InStep = InStep::Later { retry_after: None };

/// A board on a fake; when it is dropped, every request has passed the judges.
struct Wall {
    fake: Fake,
    board: EventBoard,
}

impl Wall {
    async fn new() -> Self {
        let fake = Fake::start(Options::default()).await;
        fake.set_clock(now());
        let board = board(&fake);
        Self { fake, board }
    }

    async fn keep(&self, wanted: &[WantedEvent]) -> InStep {
        self.board.keep_in_step(GUILD.parse().unwrap(), wanted).await
    }

    fn changes(&self) -> usize {
        self.fake.requests().iter().filter(|request| request.method != "GET").count()
    }

    fn starts(&self) -> Vec<String> {
        let text = |event: serde_json::Value| event["scheduled_start_time"].as_str().unwrap().to_owned();
        self.fake.events(GUILD).into_iter().map(text).collect()
    }
}

impl Drop for Wall {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let violations = self.fake.violations();
            assert!(violations.is_empty(), "{violations:#?}");
        }
    }
}

fn board(fake: &Fake) -> EventBoard {
    discord::courier(&options(fake, None), |_, _| String::new()).unwrap().event_board()
}

fn now() -> Timestamp {
    "2026-12-01T07:00:00Z".parse().unwrap()
}

fn session(number: usize) -> WantedEvent {
    let starts_at = now() + SignedDuration::from_hours(24 * (1 + i64::try_from(number).unwrap()));
    WantedEvent {
        stamp: Stamp::parse(&format!("{number:024x}")).unwrap(),
        name: "Kaffe med Uffe".into(),
        description: "NIS2 i praktiken".into(),
        starts_at,
        ends_at: starts_at + SignedDuration::from_mins(45),
        link: Some("https://example.org/m".into()),
        place: "Kaffe med Uffe".into(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn events_are_made_moved_and_taken_away() {
    let wall = Wall::new().await;
    let all = [session(1), session(2)];
    assert_eq!(wall.keep(&all).await, InStep::Yes);
    let first = wall.fake.events(GUILD).remove(0);
    assert_eq!(first["entity_metadata"]["location"], "https://example.org/m");
    assert_eq!(first["description"], format!("NIS2 i praktiken\n\nledord:{}", session(1).stamp.as_str()));
    assert_eq!(wall.keep(&all).await, InStep::Yes);
    assert_eq!(wall.changes(), 2, "what is as it should be is left alone");
    // Another process finds them again.
    assert_eq!(board(&wall.fake).keep_in_step(GUILD.parse().unwrap(), &all).await, InStep::Yes);
    assert_eq!(wall.changes(), 2);
    let mut moved = session(1);
    moved.starts_at = "2026-12-05T08:30:00Z".parse().unwrap();
    moved.ends_at = "2026-12-05T09:30:00Z".parse().unwrap();
    moved.link = None;
    assert_eq!(wall.keep(&[moved, session(2)]).await, InStep::Yes);
    assert_eq!(wall.starts(), ["2026-12-05T08:30:00+00:00", "2026-12-04T07:00:00+00:00"]);
    assert_eq!(wall.fake.events(GUILD)[0]["entity_metadata"]["location"], "Kaffe med Uffe");
    assert_eq!(wall.keep(&[session(2)]).await, InStep::Yes);
    assert_eq!(wall.starts(), ["2026-12-04T07:00:00+00:00"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_goes_on_is_left_to_its_end() {
    let wall = Wall::new().await;
    wall.keep(&[session(1)]).await;
    let begun = session(1).starts_at + SignedDuration::from_mins(5);
    wall.fake.set_clock(begun);
    assert_eq!(wall.keep(&[]).await, InStep::Yes);
    assert_eq!(wall.fake.events(GUILD).len(), 1);
    let mut longer = session(1);
    longer.ends_at += SignedDuration::from_mins(30);
    assert_eq!(wall.keep(&[longer]).await, InStep::Yes);
    assert_eq!(wall.fake.events(GUILD)[0]["scheduled_end_time"], "2026-12-03T08:15:00+00:00");
    wall.fake.set_clock(session(2).starts_at);
    assert!(wall.fake.events(GUILD).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_whose_making_had_an_unknown_outcome_is_looked_for_first() {
    let wall = Wall::new().await;
    wall.fake.script("POST", "/scheduled-events", Act::LoseAnswer);
    assert_eq!(wall.keep(&[session(1), session(2)]).await, LATER);
    assert_eq!(wall.changes(), 1, "nothing more before the list is read again");
    assert_eq!(wall.keep(&[session(1), session(2)]).await, InStep::Yes);
    assert_eq!(wall.fake.events(GUILD).len(), 2);
    // Not even then when the list cannot be read.
    wall.fake.script("GET", "/scheduled-events", Act::LoseAnswer);
    let before = wall.changes();
    assert_eq!(wall.keep(&[session(3)]).await, LATER);
    assert_eq!(wall.changes(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_server_shows_the_nearest_and_never_loses_what_others_made() {
    let wall = Wall::new().await;
    let far = now() + SignedDuration::from_hours(24 * 300);
    let of_others: Vec<String> = (0..98)
        .map(|_| wall.fake.add_event(GUILD, "Fest", far, far + SignedDuration::from_hours(1)))
        .collect();
    let all: Vec<WantedEvent> = (1..=5).rev().map(session).collect();
    assert_eq!(wall.keep(&all).await, InStep::Yes);
    assert_eq!(wall.fake.events(GUILD).len(), 100);
    let mut shown = wall.starts();
    shown.sort();
    assert_eq!(shown[..2], ["2026-12-03T07:00:00+00:00", "2026-12-04T07:00:00+00:00"]);
    assert_eq!(wall.keep(&[]).await, InStep::Yes);
    let left: Vec<String> =
        wall.fake.events(GUILD).iter().map(|event| event["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(left, of_others);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_discord_refuses_is_tried_again_later() {
    let wall = Wall::new().await;
    let body = json!({"code": 30038, "message": "Maximum number of guild scheduled events reached (100)"});
    wall.fake.script("POST", "/scheduled-events", Act::Answer { status: 400, headers: vec![], body });
    assert_eq!(wall.keep(&[session(1), session(2)]).await, LATER);
    assert_eq!(wall.changes(), 1);
    wall.fake.forbid_events(GUILD);
    assert_eq!(wall.keep(&[session(1)]).await, LATER);
    wall.fake.allow_events(GUILD);
    assert_eq!(wall.keep(&[session(1)]).await, InStep::Yes);
    assert_eq!(wall.fake.events(GUILD).len(), 1);
    // One that Discord refuses by itself does not keep the others back.
    let body = json!({"code": 50035, "message": "Invalid Form Body"});
    wall.fake.script("POST", "/scheduled-events", Act::Answer { status: 400, headers: vec![], body });
    assert_eq!(wall.keep(&[session(1), session(2), session(3)]).await, LATER);
    assert_eq!(wall.fake.events(GUILD).len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_of_a_channel_is_told() {
    let fake = Fake::start(Options::default()).await;
    fake.set_guild("77", "1100000000000000099");
    let courier = discord::courier(&options(&fake, None), |_, _| String::new()).unwrap();
    let server = async |target: &str| courier.server(&target.parse().unwrap()).await;
    assert_eq!(server(&format!("discord:channel:{CHANNEL}")).await, Some(GUILD.parse().unwrap()));
    assert_eq!(server("discord:channel:77").await, Some(1_100_000_000_000_000_099));
    assert_eq!(server("discord:user:5").await, None);
    assert!(fake.violations().is_empty());
}
