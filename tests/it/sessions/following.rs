//! Private reminders and calendar files.

use ledord::desk::Effect;
use ledord::domain::session::{Follow, SessionRequest};
use ledord::domain::{Asker, Discretion, Language, Role};

use super::stage::{MEMBER, Stage, asker, on, target, topic};

#[test]
fn a_follow_is_begun_and_ended_once() {
    let mut stage = Stage::new();
    let member = asker(MEMBER, Role::Member);
    let follow = SessionRequest::Follow(topic("kaffe-med-uffe"));
    let outcome = stage.ask_in(Language::Finnish, &member, &follow);
    let expected = Follow {
        person: target(MEMBER),
        network: topic("net-kaffe-med-uffe"),
        language: Language::Finnish,
        since: stage.instant(),
    };
    assert_eq!(outcome.effects, [Effect::Follow(expected.clone())]);
    assert_eq!(outcome.reply.discretion, Discretion::AskerOnly);
    stage.sessions.follows.push(expected);
    assert!(stage.ask_in(Language::Finnish, &member, &follow).effects.is_empty());
    assert_eq!(stage.ask_in(Language::English, &member, &follow).effects.len(), 1, "in another language");
    let unfollow = SessionRequest::Unfollow(topic("net-kaffe-med-uffe"));
    let outcome = stage.ask_in(Language::English, &member, &unfollow);
    assert_eq!(outcome.effects, [Effect::Unfollow(target(MEMBER), topic("net-kaffe-med-uffe"))]);
    stage.sessions.follows.clear();
    assert!(stage.ask_in(Language::English, &member, &unfollow).effects.is_empty());
    let nobody = stage.ask_in(Language::English, &Asker::unknown(), &follow);
    assert!(nobody.effects.is_empty());
}

#[test]
fn a_calendar_file_holds_the_link_only_when_the_date_is_confirmed() {
    let member = asker(MEMBER, Role::Member);
    let file = |stage: &Stage| {
        let reply = stage.ask_in(Language::English, &member, &SessionRequest::Calendar(on(""))).reply;
        reply.files[0].text.clone()
    };
    assert!(!file(&Stage::new()).contains("meet.example.org"));
    let confirmed = Stage::new().confirmed("2026-11-26T09:00:00");
    assert!(file(&confirmed).replace("\r\n ", "").contains("https://meet.example.org/kaffe"));
}
