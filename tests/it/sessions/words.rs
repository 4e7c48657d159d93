//! What people read, in three languages. Read every text aloud before you accept a change.

use ledord::domain::session::{Announcement, SessionRequest};
use ledord::domain::{Language, Reason, Reply, Role, State};

use super::stage::{HOST, KAFFE, MEMBER, OTHER_HOST, Stage, asker, delivery, of, settled};

const CHANNEL: &str = "discord:channel:10";

/// One text in each language.
fn in_each(say: impl Fn(Language) -> (Stage, Reply)) -> String {
    let texts = Language::ALL.map(|language| {
        let (stage, reply) = say(language);
        assert_eq!(reply.language, language);
        stage.text(&reply)
    });
    texts.join("\n------------------------------\n\n")
}

fn asked(stage: impl Fn() -> Stage, person: &str, request: &SessionRequest) -> String {
    in_each(|language| {
        let stage = stage();
        let reply = stage.ask_in(language, &asker(person, Role::Member), request).reply;
        (stage, reply)
    })
}

#[test]
fn a_preview_before_saving() {
    let request = SessionRequest::Announce(Announcement {
        network: "kaffe".into(),
        when: "2026-11-26T09:00:00 FREQ=MONTHLY;BYDAY=-1TH".into(),
        topic: "Morgonkaffe om digital säkerhet".into(),
        ..Announcement::default()
    });
    insta::assert_snapshot!(asked(Stage::new, HOST, &request));
}

#[test]
fn reminders() {
    let check = |name: &str, now: &str, due: &str, lead: &str, confirmed: &str| {
        let text = in_each(|language| {
            let stage = Stage::new().at(now).speaking(language).changed("2026-11-26T09:00:00", |change| {
                change.is_confirmed = confirmed == "confirmed";
                if change.is_confirmed {
                    change.topic = Some("Lösenord".into());
                    change.speaker = Some("Anna".into());
                    change.note = Some("Ta med kaffe.".into());
                }
            });
            let reply = stage.says(&delivery(&format!("reminder:{lead}"), CHANNEL, due));
            (stage, reply)
        });
        insta::assert_snapshot!(name, text);
    };
    check("reminder_on_time", "2026-11-25T09:00:01", "2026-11-25T09:00:00", "1d", "confirmed");
    check("reminder_late", "2026-11-25T21:30:00", "2026-11-25T09:00:00", "1d", "confirmed");
    check("reminder_started", "2026-11-26T09:05:00", "2026-11-26T08:45:00", "15m", "confirmed");
    check("reminder_unconfirmed", "2026-11-19T09:00:00", "2026-11-19T09:00:00", "7d", "");
}

#[test]
fn the_question_to_a_host_and_to_the_deputy() {
    for (name, purpose, to) in
        [("still_on", "still-on", HOST), ("still_on_deputy", "still-on-deputy", "discord:user:2")]
    {
        let text = in_each(|language| {
            let stage = Stage::new().speaking(language);
            let reply = stage.says(&delivery(purpose, to, "2026-11-21T09:00:00"));
            (stage, reply)
        });
        insta::assert_snapshot!(name, text);
    }
}

/// When a host changed a date.
fn changed_at() -> jiff::Timestamp {
    "2026-11-23T06:00:00Z".parse().unwrap()
}

#[test]
fn news_of_a_move_a_cancellation_and_a_recap() {
    let check = |name: &str, purpose: &str, change: fn(&mut ledord::domain::session::Change)| {
        let text = in_each(|language| {
            let stage = Stage::new().speaking(language).changed("2026-11-26T09:00:00", change);
            let reply = stage.says(&delivery(purpose, CHANNEL, "2026-11-23T09:00:00"));
            (stage, reply)
        });
        insta::assert_snapshot!(name, text);
    };
    check("moved", &format!("moved:{}", changed_at().as_second()), |change| {
        change.changed_at = Some(changed_at());
        change.moved_to = Some("2026-11-27T10:00:00".parse().unwrap());
        change.is_confirmed = true;
    });
    check("skipped", &format!("skipped:{}", changed_at().as_second()), |change| {
        change.changed_at = Some(changed_at());
        change.is_skipped = true;
    });
    check("recap", "recap", |change| {
        change.recap = Some("Första raden.\nAndra raden.\nTredje raden.".into());
    });
}

/// What became of the messages about one date: one arrived, one was refused and went elsewhere, one is uncertain.
fn with_deliveries() -> Stage {
    let mut stage = Stage::new().at("2026-11-26T12:00:00").confirmed("2026-11-26T09:00:00");
    let mut sent = settled(
        delivery("reminder:1d", CHANNEL, "2026-11-25T09:00:00"),
        State::Sent,
        None,
        "2026-11-25T09:00:02",
    );
    sent.message_link = Some("https://chat.example.org/10/1".into());
    let refused = delivery("reminder:7d", CHANNEL, "2026-11-19T09:00:00");
    let elsewhere = delivery("reminder:7d", "discord:channel:11", "2026-11-19T09:00:05");
    let soon = delivery("reminder:15m", CHANNEL, "2026-11-26T08:45:00");
    let private = delivery("reminder:1d", MEMBER, "2026-11-25T08:55:00");
    stage.deliveries = vec![
        settled(refused, State::Missed, Some(Reason::Forbidden), "2026-11-19T09:00:01"),
        settled(elsewhere, State::Sent, None, "2026-11-19T09:00:09"),
        settled(delivery("still-on", HOST, "2026-11-21T09:00:00"), State::Sent, None, "2026-11-21T09:00:01"),
        settled(private, State::Sent, None, "2026-11-25T08:55:01"),
        sent,
        settled(soon, State::Unknown, Some(Reason::HistoryUnreadable), "2026-11-26T08:50:00"),
        settled(delivery("trouble:1", HOST, "2026-11-26T08:51:00"), State::Sent, None, "2026-11-26T08:51:01"),
    ];
    stage
}

#[test]
fn a_receipt() {
    insta::assert_snapshot!(asked(with_deliveries, HOST, &SessionRequest::Receipt(of("kaffe"))));
}

#[test]
fn a_refusal() {
    insta::assert_snapshot!(asked(Stage::new, OTHER_HOST, &SessionRequest::Pause(KAFFE.into())));
}

#[test]
fn trouble() {
    let text = in_each(|language| {
        let stage = with_deliveries().at("2026-11-26T08:51:00").speaking(language);
        let reply = stage.says(&delivery("trouble:1", HOST, "2026-11-26T08:51:00"));
        (stage, reply)
    });
    insta::assert_snapshot!(text);
}

#[test]
fn what_anyone_is_told_and_the_list() {
    let next = SessionRequest::Next(super::stage::topic("net-kaffe-med-uffe"));
    insta::assert_snapshot!("next", asked(Stage::new, MEMBER, &next));
    insta::assert_snapshot!("list", asked(Stage::new, HOST, &SessionRequest::List));
}
