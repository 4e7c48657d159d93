//! What is due comes to channels and people once, and is found again.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ledord::chat::discord::{self, DiscordCourier};
use ledord::domain::delivery::{Key, Reason, Stamp};
use ledord::domain::session::SessionRequest;
use ledord::domain::{Action, Language, Prose, Reply, ReplyKind, Request, Target, TopicId};
use ledord::outbox::{Courier, Found, Notice, Sent};
use serde_json::json;

use crate::support::discord::{options, shown};
use crate::support::fake_discord::payloads::{CHANNEL, DM, GUILD, USER};
use crate::support::fake_discord::{Act, Fake, Misbehaviour, Options, Recorded, private_channel};
use crate::support::fixture_desk;

/// A courier to a fake; when it is dropped, every request has passed the judges.
struct Round {
    fake: Fake,
    courier: DiscordCourier,
}

impl Round {
    async fn new() -> Self {
        let fake = Fake::start(Options::default()).await;
        let courier = courier(&fake);
        Self { fake, courier }
    }

    async fn send(&self, target: &str, notice: &Notice) -> Sent {
        self.courier.send(&target.parse().unwrap(), notice).await
    }

    async fn find(&self, target: &str, notice: &Notice, since: Timestamp) -> Found {
        self.courier.find(&target.parse().unwrap(), &notice.stamp, since).await
    }
}

impl Drop for Round {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let violations = self.fake.violations();
            assert!(violations.is_empty(), "{violations:#?}");
        }
    }
}

fn courier(fake: &Fake) -> DiscordCourier {
    let desk = fixture_desk();
    discord::courier(&options(fake, None), move |language, message| desk.say(language, message)).unwrap()
}

fn channel() -> String {
    format!("discord:channel:{CHANNEL}")
}

fn network() -> TopicId {
    TopicId::parse("net-kaffe-med-uffe").unwrap()
}

fn reminder(number: usize) -> Notice {
    let target: Target = channel().parse().unwrap();
    let key = Key {
        subject: format!("series:{number}"),
        occurrence: "2026-12-17T09:00:00".into(),
        purpose: "reminder:1d".into(),
        target,
    };
    let text = "Kaffe med Uffe börjar i morgon kl. 9. @everyone";
    let mut reply = Reply::new(ReplyKind::Sessions, Language::Swedish, Prose::paragraph(text));
    reply.title = Some("Kaffe med Uffe".into());
    reply.actions = vec![Action {
        label: "Påminn mig privat".into(),
        request: Request::Session(SessionRequest::Follow(network())),
        language: None,
    }];
    Notice { reply, stamp: Stamp::of(&key, "test") }
}

fn now() -> Timestamp {
    "2026-12-16T07:00:00Z".parse().unwrap()
}

fn answer(status: u16, code: u64) -> Act {
    Act::Answer { status, headers: vec![], body: json!({"code": code, "message": "x"}) }
}

fn posts(fake: &Fake) -> Vec<Recorded> {
    let is_post = |request: &Recorded| request.method == "POST" && request.path.ends_with("/messages");
    fake.requests().into_iter().filter(is_post).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_is_there_once_though_its_answers_get_lost() {
    let round = Round::new().await;
    let notice = reminder(1);
    round.fake.script("POST", "/messages", Act::LoseAnswer);
    round.fake.script("POST", "/messages", answer(502, 0));
    assert_eq!(round.send(&channel(), &notice).await, Sent::Unknown);
    assert_eq!(round.send(&channel(), &notice).await, Sent::Unknown);
    let Sent::Delivered { message_id, message_link } = round.send(&channel(), &notice).await else {
        panic!("it is delivered");
    };
    let messages = round.fake.messages(CHANNEL);
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0]["id"], message_id);
    let link = format!("https://discord.com/channels/{GUILD}/{CHANNEL}/{message_id}");
    assert_eq!(message_link.as_deref(), Some(link.as_str()));
    assert_eq!(round.fake.stamps(), [(notice.stamp.as_str().to_owned(), 1)].into());
    let posted = shown(posts(&round.fake).last().unwrap());
    let button = format!("[Påminn mig privat](l1:-:a:n.f.net-kaffe-med-uffe#{})", notice.stamp.as_str());
    assert!(posted.contains(&button), "{posted}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_is_found_again_when_its_nonce_is_forgotten() {
    let round = Round::new().await;
    round.fake.set_clock(now());
    // More than one page of other messages around it.
    for number in 0..130 {
        round.send(&channel(), &reminder(number)).await;
    }
    let notice = reminder(7_000);
    round.fake.script("POST", "/messages", Act::LoseAnswer);
    assert_eq!(round.send(&channel(), &notice).await, Sent::Unknown);
    round.fake.set_clock(now() + SignedDuration::from_hours(3));
    let Found::There { message_id, message_link } = round.find(&channel(), &notice, now()).await else {
        panic!("it is found");
    };
    let messages = round.fake.messages(CHANNEL);
    assert_eq!(messages.last().unwrap()["id"], message_id);
    assert!(message_link.unwrap().ends_with(&message_id));
    assert_eq!(round.find(&channel(), &reminder(8_000), now()).await, Found::NotThere);
    let later = now() + SignedDuration::from_hours(2);
    assert_eq!(round.find(&channel(), &notice, later).await, Found::NotThere, "it is older");
    // The nonce is forgotten: without having looked, it would be sent twice.
    assert!(matches!(round.send(&channel(), &notice).await, Sent::Delivered { .. }));
    assert_eq!(round.fake.stamps()[notice.stamp.as_str()], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_history_that_cannot_be_read_is_not_taken_for_an_empty_one() {
    let round = Round::new().await;
    let since = Timestamp::UNIX_EPOCH;
    assert_eq!(
        round.find(&channel(), &reminder(1), since).await,
        Found::NotThere,
        "nothing was ever written"
    );
    round.send(&channel(), &reminder(1)).await;
    round.fake.hide_history(CHANNEL);
    assert_eq!(round.find(&channel(), &reminder(1), since).await, Found::Unreadable);
    round.fake.hide_channel("7");
    assert_eq!(round.find("discord:channel:7", &reminder(1), since).await, Found::Unreadable);
    round.fake.delete_channel("8");
    assert_eq!(round.find("discord:channel:8", &reminder(1), since).await, Found::Unreadable);
    round.fake.script("GET", "/channels/9/messages", answer(503, 0));
    let found = round.find("discord:channel:9", &reminder(1), since).await;
    assert_eq!(found, Found::NotNow { retry_after: None });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_of_another_is_not_taken_for_the_bots() {
    let round = Round::new().await;
    let notice = reminder(1);
    round.send(&channel(), &notice).await;
    let mut forged = round.fake.messages(CHANNEL).remove(0);
    forged["author"]["id"] = json!(USER);
    let body = json!([forged]);
    round.fake.script("GET", "/messages", Act::Answer { status: 200, headers: vec![], body });
    assert_eq!(round.find(&channel(), &notice, Timestamp::UNIX_EPOCH).await, Found::NotThere);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_gets_it_in_private() {
    let round = Round::new().await;
    let person = format!("discord:user:{USER}");
    let sent = round.send(&person, &reminder(1)).await;
    let Sent::Delivered { message_id, message_link } = sent else { panic!("{sent:?}") };
    let link = format!("https://discord.com/channels/@me/{DM}/{message_id}");
    assert_eq!(message_link, Some(link));
    assert_eq!(round.fake.messages(DM).len(), 1);
    round.send(&person, &reminder(2)).await;
    let opened =
        round.fake.requests().iter().filter(|request| request.path.ends_with("/users/@me/channels")).count();
    assert_eq!(opened, 1, "the channel is remembered");
    // Another process looks for it.
    let other = courier(&round.fake);
    let found = other.find(&person.parse().unwrap(), &reminder(2).stamp, Timestamp::UNIX_EPOCH).await;
    assert!(matches!(found, Found::There { .. }), "{found:?}");
    // A lost answer to the opening has sent nothing.
    round.fake.script("POST", "/users/@me/channels", Act::LoseAnswer);
    assert_eq!(round.send("discord:user:5", &reminder(3)).await, Sent::NotNow { retry_after: None });
    assert!(matches!(round.send("discord:user:5", &reminder(3)).await, Sent::Delivered { .. }));
    assert_eq!(round.fake.messages(&private_channel("5")).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_for_good_says_why() {
    let round = Round::new().await;
    round.fake.forbid("1");
    round.fake.hide_channel("2");
    round.fake.delete_channel("3");
    round.fake.refuse_private("4");
    round.fake.forget_person("5");
    round.fake.script("POST", "/channels/6/messages", answer(400, 50035));
    for (target, reason) in [
        ("discord:channel:1", Reason::Forbidden),
        ("discord:channel:2", Reason::Forbidden),
        ("discord:channel:3", Reason::NotFound),
        ("discord:user:4", Reason::Forbidden),
        ("discord:user:5", Reason::NotFound),
        ("discord:channel:6", Reason::Rejected),
        ("discord:role:7", Reason::NotFound),
        ("discord:channel:0", Reason::NotFound),
        ("discord:channel:x", Reason::NotFound),
        ("terminal:user:me", Reason::NotFound),
    ] {
        assert_eq!(round.send(target, &reminder(1)).await, Sent::Refused(reason), "{target}");
    }
    // Somebody has taken the message away: it does not come back.
    round.send(&channel(), &reminder(1)).await;
    round.fake.delete_messages(CHANNEL);
    assert_eq!(round.send(&channel(), &reminder(1)).await, Sent::Refused(Reason::NotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn discords_rate_limit_is_told_and_kept() {
    let round = Round::new().await;
    let body = json!({"message": "You are being rate limited.", "retry_after": 7.5, "global": false});
    let limited = Act::Answer { status: 429, headers: vec![], body };
    round.fake.script("POST", "/messages", limited);
    let wait = Duration::from_millis(7_500);
    assert_eq!(round.send(&channel(), &reminder(1)).await, Sent::NotNow { retry_after: Some(wait) });
    let Sent::NotNow { retry_after: Some(left) } = round.send(&channel(), &reminder(2)).await else {
        panic!("not yet");
    };
    assert!(left < wait);
    assert_eq!(posts(&round.fake).len(), 1, "Discord is not asked meanwhile");
    assert!(matches!(round.send("discord:channel:2", &reminder(3)).await, Sent::Delivered { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_token_stops_the_asking() {
    let round = Round::new().await;
    let body = json!({"message": "401: Unauthorized", "code": 0});
    round.fake.script("POST", "/messages", Act::Answer { status: 401, headers: vec![], body });
    assert!(matches!(round.send(&channel(), &reminder(1)).await, Sent::NotNow { .. }));
    assert!(matches!(round.send("discord:channel:2", &reminder(1)).await, Sent::NotNow { .. }));
    assert_eq!(posts(&round.fake).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_discord_nothing_is_sent_and_that_is_known() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let fake = Fake::start(Options::default()).await;
    let options = discord::Options { proxy: Some(nobody), ..options(&fake, None) };
    let courier = discord::courier(&options, |_, _| String::new()).unwrap();
    let target = channel().parse().unwrap();
    assert_eq!(courier.send(&target, &reminder(1)).await, Sent::NotNow { retry_after: None });
    let found = courier.find(&target, &reminder(1).stamp, now()).await;
    assert_eq!(found, Found::NotNow { retry_after: None });
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_it_says_it_is_one_message_that_can_be_found() {
    let round = Round::new().await;
    let mut long = reminder(1);
    long.reply.answer = Prose::paragraph("En mening som är ganska lång. ".repeat(300));
    let mut plain = reminder(2);
    plain.reply.actions.clear();
    let mut wide = reminder(3);
    let longest = TopicId::parse("a-topic-with-a-name-as-long-as-any-here").unwrap();
    wide.reply.actions = vec![Action {
        label: "x".into(),
        request: Request::CompareTopics(longest.clone(), longest),
        language: None,
    }];
    for (number, notice) in [long, plain, wide].iter().enumerate() {
        let target = format!("discord:channel:{}", number + 1);
        assert!(matches!(round.send(&target, notice).await, Sent::Delivered { .. }));
        assert_eq!(round.fake.messages(&(number + 1).to_string()).len(), 1);
        let found = round.find(&target, notice, Timestamp::UNIX_EPOCH).await;
        assert!(matches!(found, Found::There { .. }), "{number}: {found:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_bad_network_each_is_there_once_within_minutes() {
    let round = Round::new().await;
    round.fake.misbehave(Misbehaviour { lose_per_mille: 300, delay_ms: 3, refuse_per_mille: 300, seed: 11 });
    let mut tries = 0;
    for number in 0..40 {
        let target = format!("discord:channel:{}", number + 1);
        let notice = reminder(number);
        while !matches!(round.send(&target, &notice).await, Sent::Delivered { .. }) {
            tries += 1;
        }
    }
    assert!(tries > 20, "{tries} failed");
    let stamps = round.fake.stamps();
    assert_eq!((stamps.len(), stamps.values().sum::<usize>()), (40, 40));
}
