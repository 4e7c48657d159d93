//! What is to be sent of a date that its host changed, and who is told when something fails.

use std::slice::from_ref;

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use ledord::desk::sessions::{escalate, wanted, why_not};
use ledord::domain::session::{Change, Follow, SeriesState};
use ledord::domain::{Delivery, Language, Reason, State};

use super::stage::{HOST, Stage, delivery, target, topic, when};

const DATE: &str = "2026-12-31T09:00:00";
const CHANNEL: &str = "discord:channel:10";

/// An instant of a civil time in Helsinki.
fn at(civil: &str) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Europe/Helsinki").unwrap();
    zone.to_timestamp(civil.parse::<DateTime>().unwrap()).unwrap()
}

/// A delivery of the date that went out when it was due.
fn sent(purpose: &str, to: &str, moment: &str) -> Delivery {
    let mut sent = delivery(purpose, to, moment);
    sent.key.occurrence = DATE.into();
    sent.state = State::Sent;
    sent.due_at = at(moment);
    sent.first_try_at = Some(at(moment));
    sent.settled_at = Some(at(moment));
    sent
}

/// The stage with a change of the date at a moment.
fn changed(moment: &str, change: impl FnOnce(&mut Change)) -> Stage {
    let mut stage = Stage::new();
    let mut made = Change::of(when(DATE));
    made.changed_at = Some(at(moment));
    change(&mut made);
    stage.series().changes = vec![made];
    stage
}

/// Purpose and target of what is wanted on a day and the next.
fn news(stage: &Stage, sent: &[Delivery], from: &str) -> Vec<String> {
    let from = at(from) - SignedDuration::from_secs(1);
    let until = from + SignedDuration::from_hours(24);
    let wanted = wanted(&stage.sessions, sent, from, until);
    wanted.into_iter().map(|planned| format!("{} {}", planned.key.purpose, planned.key.target)).collect()
}

#[test]
fn whoever_heard_of_a_date_is_told_of_its_change_however_it_was_moved() {
    let skipped_at = "2026-11-27T12:00:00";
    let skip = |change: &mut Change| {
        change.moved_to = Some(when("2026-12-03T09:00:00"));
        change.is_skipped = true;
    };
    let stage = changed(skipped_at, skip);
    let second = at(skipped_at).as_second();
    let reminded = [sent("reminder:7d@2026-12-03T09:00:00", CHANNEL, "2026-11-26T09:00:00")];
    assert_eq!(news(&stage, &reminded, skipped_at), [format!("skipped:{second} {CHANNEL}")]);
    assert_eq!(news(&stage, &[], skipped_at), [""; 0], "nobody was told of it, so nobody needs to be");
    let later = [sent("reminder:7d@2026-12-03T09:00:00", CHANNEL, "2026-11-28T09:00:00")];
    assert_eq!(news(&stage, &later, skipped_at), [""; 0], "a reminder of the date as it is now");
}

#[test]
fn a_pause_keeps_no_news_from_those_who_heard() {
    let moment = "2026-12-25T12:00:00";
    let mut stage = changed(moment, |change| change.is_skipped = true);
    stage.series().state = SeriesState::Paused;
    let reminded = [sent("reminder:7d", CHANNEL, "2026-12-24T09:00:00")];
    let purpose = format!("skipped:{}", at(moment).as_second());
    assert_eq!(news(&stage, &reminded, moment), [format!("{purpose} {CHANNEL}")]);
    assert_eq!(why_not(&sent(&purpose, CHANNEL, moment), &stage.sessions), None);
    assert_eq!(why_not(&sent("reminder:1d", CHANNEL, moment), &stage.sessions), Some(Reason::Paused));
}

#[test]
fn a_recap_of_a_moved_date_is_a_recap_and_no_news() {
    let stage = changed("2026-11-20T12:00:00", |change| {
        change.moved_to = Some(when("2026-12-04T09:00:00"));
        change.recap = Some("x".into());
        change.recap_at = Some(at("2026-12-04T11:00:00"));
    });
    let reminded = [sent("reminder:7d@2026-12-04T09:00:00", CHANNEL, "2026-11-27T09:00:00")];
    assert_eq!(news(&stage, &reminded, "2026-12-04T11:00:00"), [format!("recap {CHANNEL}")]);
}

#[test]
fn a_follow_just_before_a_reminder_still_gets_it() {
    for person in 100..140 {
        let mut stage = Stage::new();
        let since = at("2026-12-24T08:30:00");
        let follow = Follow {
            person: target(&format!("discord:user:{person}")),
            network: topic("net-kaffe-med-uffe"),
            language: Language::Finnish,
            since,
        };
        stage.sessions.follows = vec![follow.clone()];
        let wanted = wanted(&stage.sessions, &[], since, since + SignedDuration::from_hours(1));
        let private = wanted.iter().find(|planned| planned.key.target == follow.person).unwrap();
        assert!(private.due_at > since && private.due_at <= at("2026-12-24T09:00:00"));
    }
}

#[test]
fn the_fallback_comes_first_then_the_host_and_then_the_admin_and_each_is_told_once() {
    let stage = Stage::new();
    let now = at("2026-12-30T09:01:00");
    let failed = |id: i64, purpose: &str, to: &str, reason| {
        let mut failed = sent(purpose, to, "2026-12-30T09:00:00");
        (failed.id.0, failed.state, failed.reason) = (id, State::Missed, Some(reason));
        failed
    };
    let next = |deliveries: &[Delivery], there: &[Delivery]| -> Vec<String> {
        let planned = escalate(deliveries, there, &stage.sessions, now);
        planned.into_iter().map(|planned| format!("{} {}", planned.key.purpose, planned.key.target)).collect()
    };
    let refused = failed(1, "reminder:1d", CHANNEL, Reason::Forbidden);
    assert_eq!(next(from_ref(&refused), &[]), ["reminder:1d discord:channel:11"]);
    let also_refused = failed(2, "reminder:1d", "discord:channel:11", Reason::Forbidden);
    let trouble = |id| format!("trouble:{id} {HOST}");
    assert_eq!(next(from_ref(&also_refused), from_ref(&refused)), [trouble(2)]);
    assert_eq!(
        next(from_ref(&refused), from_ref(&also_refused)),
        [trouble(1)],
        "a fallback that has failed is no way out"
    );
    let late = [
        failed(3, "reminder:7d", CHANNEL, Reason::TooLate),
        failed(4, "reminder:1d", CHANNEL, Reason::TooLate),
    ];
    assert_eq!(next(&late, &[]), [trouble(3)], "one notice for one date");
    let mut on_its_way = sent("trouble:3", HOST, "2026-12-30T09:01:00");
    on_its_way.state = State::Planned;
    assert_eq!(next(&late[1..], &[on_its_way]), [""; 0]);
    let host_refuses = failed(5, "trouble:3", HOST, Reason::Forbidden);
    assert_eq!(next(&[host_refuses], &[]), ["trouble:3 discord:user:5"]);
    let follower = failed(6, "reminder:1d", "discord:user:77", Reason::Forbidden);
    assert_eq!(next(&[follower], &[]), [""; 0], "a private reminder is nobody else's business");
}

#[test]
fn whoever_is_no_host_any_more_is_not_asked() {
    let stage = Stage::new();
    let asked = |to: &str| why_not(&sent("still-on", to, "2026-12-26T09:00:00"), &stage.sessions);
    assert_eq!(asked(HOST), None);
    assert_eq!(asked("discord:user:55"), Some(Reason::Gone));
}
