//! Signing in, staying connected, and saying plainly why that does not work.

use std::time::Duration;

use ledord::chat::discord::{Connection, DiscordError};
use serde_json::json;

use crate::support::discord::Stage;
use crate::support::fake_discord::payloads::{Asker, slash};
use crate::support::fake_discord::{Act, Fake, Options};
use crate::support::fixture_desk;

async fn answers(stage: &Stage) {
    let asked = slash(stage.id(), &Asker::speaking("en-GB"), "help", json!([]));
    assert_eq!(stage.answer(asked).await.body["type"], 4);
}

async fn until(health: &ledord::chat::discord::Health, wanted: Connection) {
    for _ in 0..400 {
        if health.connection() == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("never {wanted:?}, but {:?}", health.connection());
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_asks_for_no_privileged_intent_and_takes_compressed_frames() {
    for compress in [false, true] {
        let mut stage = Stage::with(fixture_desk(), Options { compress, ..Options::default() }).await;
        let identify = stage.fake.frame(2, 0).await;
        assert_eq!(identify["d"]["intents"], 1 | (1 << 9) | (1 << 12));
        answers(&stage).await;
        until(&stage.health, Connection::Connected).await;
        stage.stop().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_are_registered_only_when_they_differ() {
    let mut stage = Stage::new(fixture_desk()).await;
    let is_put = |request: &crate::support::fake_discord::Recorded| request.method == "PUT";
    let put = stage.fake.request("the commands", is_put).await;
    let names: Vec<&str> =
        put.body.as_array().unwrap().iter().map(|command| command["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["ask", "term", "compare", "help", "session", "admin", "Explain in plain language"]);
    let ask = &put.body[0];
    assert_eq!(ask["name_localizations"]["sv-SE"], "fråga");
    assert_eq!(ask["name_localizations"]["fi"], "kysy");
    assert_eq!(ask["options"][0]["name_localizations"]["fi"], "kysymys");
    assert_eq!(put.body[6]["name_localizations"]["fi"], "Selitä selkeästi");
    stage.stop().await.unwrap();
    // The same bot again: nothing to register.
    let fake = stage.fake.clone();
    fake.clear_requests();
    let mut again = Stage::on(fake.clone(), fixture_desk(), None);
    fake.frame(2, 1).await;
    answers(&again).await;
    again.stop().await.unwrap();
    assert!(!fake.requests().iter().any(is_put));
    // Somebody has changed one of them.
    fake.change_command(0, "description", json!("something else"));
    let mut changed = Stage::on(fake.clone(), fixture_desk(), None);
    fake.request("the commands", is_put).await;
    changed.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_connection_is_resumed_or_made_anew() {
    let mut stage = Stage::with(fixture_desk(), Options { heartbeat_ms: 500, ..Options::default() }).await;
    stage.fake.frame(1, 0).await;
    answers(&stage).await;
    stage.fake.send_raw(json!({"op": 7, "d": null, "s": null, "t": null}));
    let resume = stage.fake.frame(6, 0).await;
    assert_eq!(resume["d"]["session_id"], "session-1");
    answers(&stage).await;
    stage.fake.close(4000);
    stage.fake.frame(6, 1).await;
    answers(&stage).await;
    stage.fake.drop_connection();
    stage.fake.frame(6, 2).await;
    answers(&stage).await;
    stage.fake.send_raw(json!({"op": 9, "d": false, "s": null, "t": null}));
    stage.fake.frame(2, 1).await;
    answers(&stage).await;
    stage.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_close_without_a_code_ends_in_a_new_connection() {
    let mut stage = Stage::with(fixture_desk(), Options { heartbeat_ms: 700, ..Options::default() }).await;
    answers(&stage).await;
    let before = stage.fake.connections();
    stage.fake.close_without_code();
    let anew = async {
        while stage.fake.connections() == before || stage.fake.sign_in_count() + resumed(&stage) < 2 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), anew).await.unwrap();
    answers(&stage).await;
    stage.stop().await.unwrap();
}

fn resumed(stage: &Stage) -> usize {
    stage.fake.frames().iter().filter(|frame| frame["op"] == 6).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn heartbeats_without_an_answer_show_and_lead_to_a_new_connection() {
    let mut stage = Stage::with(fixture_desk(), Options { heartbeat_ms: 1500, ..Options::default() }).await;
    stage.fake.frame(1, 0).await;
    until(&stage.health, Connection::Connected).await;
    // One heartbeat must have been answered before the silence.
    stage.fake.frame(1, 1).await;
    stage.fake.ignore_heartbeats();
    until(&stage.health, Connection::Unresponsive).await;
    stage.fake.answer_heartbeats();
    stage.fake.frame(2, 1).await;
    until(&stage.health, Connection::Connected).await;
    answers(&stage).await;
    stage.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_end_the_run_with_the_next_step() {
    for (code, sentence) in
        [(4004, "refused the token"), (4013, "refused an intent"), (4014, "refused an intent")]
    {
        let mut stage = Stage::new(fixture_desk()).await;
        answers(&stage).await;
        stage.fake.close(code);
        let ended = tokio::time::timeout(Duration::from_secs(10), stage.running.take().unwrap()).await;
        let error = ended.unwrap().unwrap().unwrap_err().to_string();
        assert!(error.contains(sentence) && error.contains("developer portal"), "{code}: {error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_discord_does_not_know_is_told_at_once() {
    let fake = Fake::start(Options { token: "another".into(), ..Options::default() }).await;
    let mut stage = Stage::on(fake, fixture_desk(), None);
    let error = stage.running.take().unwrap().await.unwrap().unwrap_err();
    assert!(matches!(error, DiscordError::TokenRefused), "{error}");
    assert_eq!(stage.fake.requests().len(), 1, "and not tried again: Discord bans addresses for that");
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_that_discord_does_not_take_now_do_not_stop_the_bot() {
    let fake = Fake::start(Options::default()).await;
    let body = json!({"message": "503", "code": 0});
    fake.script("GET", "/commands", Act::Answer { status: 503, headers: vec![], body });
    let mut stage = Stage::on(fake, fixture_desk(), None);
    stage.ready().await;
    answers(&stage).await;
    stage.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_ins_are_not_spent_to_the_last() {
    let fake = Fake::start(Options::default()).await;
    fake.set_sign_ins(0, 1_500);
    let mut stage = Stage::on(fake, fixture_desk(), None);
    until(&stage.health, Connection::HoldingBack).await;
    assert_eq!(stage.fake.sign_in_count(), 0);
    stage.fake.set_sign_ins(1000, 86_400_000);
    stage.ready().await;
    answers(&stage).await;
    stage.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outage_is_waited_out() {
    let fake = Fake::start(Options::default()).await;
    let body = json!({"message": "502", "code": 0});
    fake.script("GET", "/gateway/bot", Act::Answer { status: 502, headers: vec![], body });
    let mut stage = Stage::on(fake, fixture_desk(), None);
    stage.ready().await;
    answers(&stage).await;
    stage.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_cannot_be_read_disturbs_nobody() {
    let mut stage = Stage::new(fixture_desk()).await;
    let mut broken = slash(stage.id(), &Asker::default(), "help", json!([]));
    broken.as_object_mut().unwrap().remove("locale");
    assert!(stage.fake.try_dispatch("INTERACTION_CREATE", broken));
    assert!(stage.fake.try_dispatch("SOMETHING_NEW", json!({"x": 1})));
    answers(&stage).await;
    stage.stop().await.unwrap();
}
