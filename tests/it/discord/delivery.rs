//! In time, once, and never without an answer.

use std::time::Duration;

use ledord::chat::discord::Connection;
use serde_json::json;

use crate::support::discord::{Stage, shown};
use crate::support::fake_discord::payloads::{self, Asker, CHANNEL, DM, direct_message, option, slash};
use crate::support::fake_discord::{Act, Fake, Options, Recorded};
use crate::support::fixture_desk;

fn help(stage: &Stage) -> serde_json::Value {
    slash(stage.id(), &Asker::speaking("en-GB"), "help", json!([]))
}

fn is_callback(request: &Recorded) -> bool {
    request.path.ends_with("/callback")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_answer_of_unknown_outcome_is_sent_again_and_counts_once() {
    let mut stage = Stage::new(fixture_desk()).await;
    // Carried out, but the answer got lost: the second try is told so, and that is as good.
    stage.fake.script("POST", "/callback", Act::LoseAnswer);
    let said = help(&stage);
    stage.send(said);
    let second = stage.fake.nth_request("the second try", 1, is_callback).await;
    assert_eq!(second.status, 400);
    // Not carried out, and a server error: the second try brings it.
    stage.fake.clear_requests();
    let body = json!({"message": "502: Bad Gateway", "code": 0});
    stage.fake.script("POST", "/callback", Act::Answer { status: 502, headers: vec![], body });
    let said = help(&stage);
    stage.send(said);
    assert_eq!(stage.fake.nth_request("the second try", 1, is_callback).await.status, 204);
    // No answer at all within the time of one try.
    stage.fake.clear_requests();
    stage.fake.script("POST", "/callback", Act::Hang);
    let said = help(&stage);
    stage.send(said);
    assert_eq!(stage.fake.nth_request("the second try", 1, is_callback).await.status, 204);
    stage.stop().await.unwrap();
    assert_eq!((stage.health.delivered_total.get(), stage.health.undelivered_total.get()), (3, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_comes_too_late_is_counted() {
    let mut stage = Stage::new(fixture_desk()).await;
    let body = json!({"message": "Unknown interaction", "code": 10062});
    stage.fake.script("POST", "/callback", Act::Answer { status: 404, headers: vec![], body });
    let said = help(&stage);
    stage.send(said);
    stage.fake.request("the answer", is_callback).await;
    stage.stop().await.unwrap();
    assert_eq!(stage.health.late_total.get(), 1);
    assert_eq!(
        stage.fake.requests().iter().filter(|request| is_callback(request)).count(),
        1,
        "no use in trying"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_comes_twice_is_answered_once() {
    let mut stage = Stage::new(fixture_desk()).await;
    let said = help(&stage);
    stage.answer(said.clone()).await;
    stage.send(said);
    let message = direct_message(stage.id(), "What is lighthouse keeping?");
    stage.fake.dispatch("MESSAGE_CREATE", message.clone());
    stage.posted(0).await;
    stage.fake.dispatch("MESSAGE_CREATE", message);
    let said = help(&stage);
    stage.answer(said).await;
    stage.stop().await.unwrap();
    assert_eq!(stage.health.repeated_total.get(), 2);
    assert_eq!(stage.fake.messages(DM).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_whose_answer_got_lost_is_there_once() {
    let mut stage = Stage::new(fixture_desk()).await;
    stage.fake.script("POST", "/messages", Act::LoseAnswer);
    stage.fake.dispatch("MESSAGE_CREATE", direct_message(stage.id(), "What is lighthouse keeping?"));
    let (first, second) = (stage.posted(0).await, stage.posted(1).await);
    assert_eq!(first.body["nonce"], second.body["nonce"]);
    stage.stop().await.unwrap();
    assert_eq!(stage.fake.messages(DM).len(), 1);
    assert_eq!(stage.health.delivered_total.get(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn discords_rate_limit_is_waited_for_and_the_answer_comes() {
    let (fake, tls) = Fake::start_tls(Options::default()).await;
    let client = reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([reqwest::Certificate::from_pem(&tls.certificate_pem).unwrap()])
        .resolve("discord.com", tls.rest)
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap();
    let mut stage = Stage::on(fake, fixture_desk(), Some(client));
    stage.ready().await;
    let headers = vec![
        ("retry-after", "1".to_owned()),
        ("x-ratelimit-limit", "5".to_owned()),
        ("x-ratelimit-remaining", "0".to_owned()),
        ("x-ratelimit-reset-after", "0.9".to_owned()),
        ("x-ratelimit-scope", "user".to_owned()),
    ];
    let body = json!({"message": "You are being rate limited.", "retry_after": 0.9, "global": false});
    stage.fake.script("POST", "/messages", Act::Answer { status: 429, headers, body });
    stage.fake.dispatch("MESSAGE_CREATE", direct_message(stage.id(), "What is lighthouse keeping?"));
    let (first, second) = (stage.posted(0).await, stage.posted(1).await);
    assert_eq!((first.status, second.status), (429, 200));
    assert!(second.at - first.at >= Duration::from_millis(900), "{:?}", second.at - first.at);
    assert_eq!(second.headers["host"], "discord.com");
    // Answers to interactions are not held up by it.
    let said = help(&stage);
    stage.answer(said).await;
    assert_eq!(stage.fake.messages(DM).len(), 1);
    stage.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_answers_what_is_under_way() {
    let mut stage = Stage::new(fixture_desk()).await;
    stage.fake.script("POST", "/callback", Act::Delay(Duration::from_millis(300)));
    let said = help(&stage);
    let token = said["token"].as_str().unwrap().to_owned();
    let before = stage.fake.arrived_count();
    stage.send(said);
    stage.fake.arrived(before + 1).await;
    assert!(!stage.fake.acknowledged(&token), "still under way");
    stage.stop().await.unwrap();
    assert!(stage.fake.acknowledged(&token));
    assert!(stage.fake.closed_by_client().is_some(), "the gateway is told");
    assert_eq!(stage.health.connection(), Connection::Stopped);
    assert_eq!(stage.health.delivered_total.get(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn buttons_from_before_a_restart_still_work() {
    let mut stage = Stage::new(fixture_desk()).await;
    let asker = Asker::speaking("en-GB");
    let said = slash(stage.id(), &asker, "term", json!([option("term", "lighthouse keeping")]));
    let before = stage.answer(said).await;
    let id = crate::support::discord::button_id(&before, "Asking for a pilot");
    stage.stop().await.unwrap();
    let mut after = Stage::on(stage.fake.clone(), fixture_desk(), None);
    after.fake.frame(2, 1).await;
    let answer = after.answer(payloads::button(stage.id(), &asker, &id)).await;
    assert!(shown(&answer).contains("Asking for a pilot"));
    after.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_leaves_no_trace_in_the_log() {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);
    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    let lines = Lines::default();
    let writer = lines.clone();
    ledord::telemetry::start_into(move || writer.clone());
    let mut stage = Stage::new(fixture_desk()).await;
    stage.fake.forbid(CHANNEL);
    let marker = "markerquestion";
    let asker = Asker::speaking("en-GB");
    let said = slash(stage.id(), &asker, "ask", json!([option("question", marker)]));
    let token = said["token"].as_str().unwrap().to_owned();
    stage.fake.script(
        "POST",
        "/callback",
        Act::Answer { status: 400, headers: vec![], body: json!({"code": 1, "message": marker}) },
    );
    stage.send(said);
    stage.callback(&token).await;
    stage.fake.dispatch("MESSAGE_CREATE", payloads::mention(stage.id(), marker));
    stage.posted(0).await;
    stage.fake.dispatch("MESSAGE_CREATE", direct_message(stage.id(), marker));
    stage.posted(1).await;
    stage.stop().await.unwrap();
    let log = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("signed in to discord"), "{log}");
    for secret in [marker, &token, "fake.token.x", "testperson", payloads::USER] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
}
