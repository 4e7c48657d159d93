//! When a delivery says nothing, and why.

use ledord::domain::session::{Follow, SeriesState, SessionRequest};
use ledord::domain::{Language, Reason, Request, State};
use ledord::outbox::Worded;

use super::stage::{DEPUTY, HOST, MEMBER, Stage, delivery, settled, target, topic, when};

const CHANNEL: &str = "discord:channel:10";

fn reminder(lead: &str, due: &str) -> ledord::domain::Delivery {
    delivery(&format!("reminder:{lead}"), CHANNEL, due)
}

#[test]
fn a_reminder_goes_out_only_while_its_reason_holds() {
    let due = "2026-11-25T09:00:00";
    let check = |stage: &Stage, purpose: &str, expected: Worded| {
        assert_eq!(stage.notice(&delivery(purpose, CHANNEL, due)), expected, "{purpose}");
    };
    let stage = || Stage::new().at(due);
    let skipped = stage().changed("2026-11-26T09:00:00", |change| change.is_skipped = true);
    check(&skipped, "reminder:1d", Worded::Cancel(Reason::Skipped));
    let moved =
        stage().changed("2026-11-26T09:00:00", |change| change.moved_to = Some(when("2026-11-27T09:00:00")));
    check(&moved, "reminder:1d", Worded::Cancel(Reason::Moved));
    check(&stage(), "reminder:1d@2026-11-27T09:00:00", Worded::Cancel(Reason::Moved));
    moved.says(&delivery("reminder:1d@2026-11-27T09:00:00", CHANNEL, "2026-11-26T09:00:00"));
    let mut paused = stage();
    paused.series().state = SeriesState::Paused;
    check(&paused, "reminder:1d", Worded::Cancel(Reason::Paused));
    let mut ended = stage();
    ended.series().ends_on = Some(when("2026-11-20T00:00:00").date());
    check(&ended, "reminder:1d", Worded::Cancel(Reason::Ended));
    let mut gone = stage();
    gone.sessions.series.clear();
    check(&gone, "reminder:1d", Worded::Cancel(Reason::Gone));
    check(&stage(), "reminder:soon", Worded::Cancel(Reason::Gone));
    check(&stage(), "skipped:1", Worded::Cancel(Reason::Moved));
    check(&stage(), "recap", Worded::Cancel(Reason::Gone));
}

#[test]
fn late_is_said_and_too_late_is_missed() {
    let check = |now: &str, lead: &str, due: &str, expected: Option<bool>| {
        let stage = Stage::new().at(now);
        match (stage.notice(&reminder(lead, due)), expected) {
            (Worded::Say(reply), Some(is_late)) => assert_eq!(!reply.notices.is_empty(), is_late, "{now}"),
            (Worded::Miss(Reason::TooLate), None) => {}
            (other, _) => panic!("{now} {lead}: {other:?}"),
        }
    };
    check("2026-11-25T09:02:00", "1d", "2026-11-25T09:00:00", Some(false));
    check("2026-11-25T09:02:01", "1d", "2026-11-25T09:00:00", Some(true));
    check("2026-11-26T08:59:59", "1d", "2026-11-25T09:00:00", Some(true));
    check("2026-11-26T09:00:00", "1d", "2026-11-25T09:00:00", None);
    check("2026-11-26T09:00:00", "15m", "2026-11-26T08:45:00", Some(false));
    check("2026-11-26T10:00:00", "15m", "2026-11-26T08:45:00", None);
}

#[test]
fn a_follower_reads_their_own_language_until_they_stop() {
    let mut stage = Stage::new().at("2026-11-25T09:00:00");
    let private = delivery("reminder:1d", MEMBER, "2026-11-25T09:00:00");
    assert_eq!(stage.notice(&private), Worded::Cancel(Reason::Unfollowed));
    stage.sessions.follows.push(Follow {
        person: target(MEMBER),
        network: topic("net-kaffe-med-uffe"),
        language: Language::Finnish,
        since: stage.instant(),
    });
    let reply = stage.says(&private);
    assert_eq!(reply.language, Language::Finnish);
    let stops = Request::Session(SessionRequest::Unfollow(topic("net-kaffe-med-uffe")));
    assert!(reply.actions.iter().any(|action| action.request == stops));
    let elsewhere = delivery("reminder:1d", "discord:channel:77", "2026-11-25T09:00:00");
    assert_eq!(stage.notice(&elsewhere), Worded::Cancel(Reason::Gone), "no longer a channel of the network");
    stage.says(&delivery("reminder:1d", "discord:channel:11", "2026-11-25T09:00:00"));
}

#[test]
fn a_host_is_asked_until_somebody_has_answered() {
    let question = delivery("still-on", HOST, "2026-11-21T09:00:00");
    let deputy = delivery("still-on-deputy", DEPUTY, "2026-11-23T09:00:00");
    let stage = Stage::new();
    assert_eq!(stage.says(&question).actions.len(), 4);
    assert!(stage.says(&deputy).lead.unwrap().contains("Uffe"));
    let check = |stage: &Stage, expected: Worded| assert_eq!(stage.notice(&question), expected);
    check(&Stage::new().confirmed("2026-11-26T09:00:00"), Worded::Cancel(Reason::Answered));
    let skipped = Stage::new().changed("2026-11-26T09:00:00", |change| change.is_skipped = true);
    check(&skipped, Worded::Cancel(Reason::Skipped));
    check(&Stage::new().at("2026-11-26T09:00:00"), Worded::Miss(Reason::TooLate));
}

#[test]
fn the_standing_link_waits_for_the_hosts_word_and_a_date_keeps_its_own() {
    let stage = Stage::new().at("2026-11-25T09:00:00");
    let text = |stage: &Stage| stage.says(&reminder("1d", "2026-11-25T09:00:00")).answer_text();
    assert!(!text(&stage).contains("https://"), "{}", text(&stage));
    assert!(text(&stage).contains("inte bekräftade"));
    let confirmed = Stage::new().at("2026-11-25T09:00:00").confirmed("2026-11-26T09:00:00");
    assert!(text(&confirmed).contains("https://meet.example.org/kaffe"));
    let mut never_asked = Stage::new().at("2026-11-25T09:00:00");
    never_asked.network().confirm_days = 0;
    assert!(text(&never_asked).contains("https://meet.example.org/kaffe"));
    let last_month = Stage::new().at("2026-12-30T09:00:00").changed("2026-11-26T09:00:00", |change| {
        change.topic = Some("marker".into());
        change.link = Some("https://marker.example.org".into());
        change.is_confirmed = true;
    });
    let mut next = reminder("1d", "2026-12-30T09:00:00");
    next.key.occurrence = "2026-12-31T09:00:00".into();
    assert!(!last_month.says(&next).answer_text().contains("marker"));
}

#[test]
fn trouble_is_told_while_there_is_any() {
    let mut stage = Stage::new();
    let trouble = delivery("trouble:1", HOST, "2026-11-23T09:00:00");
    assert_eq!(stage.notice(&trouble), Worded::Cancel(Reason::Answered));
    let private = delivery("reminder:7d", MEMBER, "2026-11-19T09:00:00");
    stage.deliveries = vec![settled(private, State::Missed, Some(Reason::Forbidden), "2026-11-19T09:00:01")];
    let text = stage.text(&stage.says(&trouble));
    assert!(text.contains("1 följare") && !text.contains("user"), "followers are counted, not named: {text}");
}
