//! What hosts change, command by command.

use jiff::SignedDuration;
use ledord::desk::{Effect, sessions};
use ledord::domain::delivery::{Delivery, State};
use ledord::domain::session::{Announcement, Details, SeriesId, SeriesState, SessionRequest};
use ledord::domain::{Language, ReplyKind, Request, Role};

use super::stage::{DEPUTY, HOST, KAFFE, MEMBER, Stage, asker, delivery, instant, of, on, series, when};

fn announcement(when: &str) -> Announcement {
    Announcement { network: "kaffe".into(), when: when.into(), ..Announcement::default() }
}

fn says(reply: &ledord::domain::Reply, words: &str) {
    let text = format!("{reply:?}");
    assert!(text.contains(words), "no `{words}` in {text}");
}

#[test]
fn a_series_is_shown_first_and_saved_once() {
    let mut stage = Stage::new();
    let reply = stage.host_does(&SessionRequest::Announce(announcement("2026-12-10T09:00:00")));
    says(&reply, "Not saved yet");
    let saving = SessionRequest::Save(SeriesId(99));
    assert_eq!(reply.actions[0].request, Request::Session(saving.clone()));
    assert_eq!(stage.sessions.series[1].state, SeriesState::Draft);
    let stranger = stage.ask_in(Language::English, &asker(DEPUTY, Role::Member), &saving);
    assert!(stranger.effects.is_empty(), "only whoever announced it");
    let admin = stage.ask_in(Language::English, &asker(MEMBER, Role::Admin), &saving);
    assert_eq!(admin.effects.len(), 1, "or an admin");
    says(&stage.host_does(&saving), "Saved.");
    assert_eq!(stage.sessions.series[1].state, SeriesState::Active);
    assert_eq!(stage.sessions.series[1].since, stage.instant());
    let again = stage.host(&saving);
    assert!(again.effects.is_empty());
    says(&again.reply, "already saved");
}

#[test]
fn what_cannot_be_announced_is_told_why() {
    let check = |change: fn(&mut Announcement), words: &str| {
        let mut typed = announcement("2026-12-10T09:00:00");
        change(&mut typed);
        let outcome = Stage::new().host(&SessionRequest::Announce(typed));
        assert!(outcome.effects.is_empty(), "{words}");
        says(&outcome.reply, words);
    };
    check(|typed| typed.when = "2026-11-01T09:00:00".into(), "already been");
    check(|typed| typed.when = "blorp".into(), "I did not understand");
    check(|typed| typed.length = "blorp".into(), "how long");
    check(|typed| typed.reminders = "blorp".into(), "when to remind");
    check(|typed| typed.link = "meet me".into(), "https://");
    check(|typed| typed.topic = "about 131052-308T".into(), "personal identity code");
    check(|typed| typed.topic = "x".repeat(400), "too long");
    check(|typed| typed.network = "digifika".into(), "Maria");
    check(|typed| typed.network = "nothing".into(), "Kaffe med Uffe");
}

#[test]
fn a_clash_in_the_same_network_is_mentioned() {
    let mut stage = Stage::new();
    stage.host_does(&SessionRequest::Announce(announcement("2026-12-31T09:00:00")));
    says(&stage.host_does(&SessionRequest::Save(SeriesId(99))), "already has a session");
}

#[test]
fn a_skipped_date_is_skipped_once_and_can_be_brought_back() {
    let mut stage = Stage::new();
    let reply = stage.host_does(&SessionRequest::Skip(on("2026-11-26")));
    says(&reply, "Cancelled: Kaffe med Uffe");
    says(&reply, "31 December 2026");
    let change = stage.series().changes[0].clone();
    assert!(change.is_skipped && change.sequence == 1);
    let again = stage.host(&SessionRequest::Skip(on("2026-11-26")));
    assert!(again.effects.is_empty());
    says(&again.reply, "already cancelled");
    says(&stage.host_does(&SessionRequest::Confirm(on("2026-11-26"))), "takes place after all");
    let change = stage.series().changes[0].clone();
    assert!(!change.is_skipped && change.is_confirmed && change.sequence == 2);
}

#[test]
fn a_move_shows_both_times_and_counts_as_confirmation() {
    let mut stage = Stage::new();
    let asks = stage.host(&SessionRequest::Move(on("2026-11-26"), String::new()));
    assert!(asks.effects.is_empty());
    let reply = stage.host_does(&SessionRequest::Move(on("2026-11-26"), "2026-11-27T10:00:00".into()));
    says(&reply, "from Thursday 26 November 2026 at 9:00 to Friday 27 November 2026 at 10:00");
    let change = stage.series().changes[0].clone();
    assert!(change.is_confirmed && change.sequence == 1);
    assert_eq!(change.moved_to, Some(when("2026-11-27T10:00:00")));
    let again = stage.host(&SessionRequest::Move(on("2026-11-27"), "2026-11-27T10:00:00".into()));
    assert!(again.effects.is_empty());
    stage.host_does(&SessionRequest::Move(on("2026-11-27"), "2026-11-26T09:00:00".into()));
    assert_eq!(stage.series().changes[0].moved_to, None);
    let past = stage.host(&SessionRequest::Move(on("2026-11-26"), "2026-11-20T10:00:00".into()));
    assert!(past.effects.is_empty());
    says(&past.reply, "already been");
    let taken = stage.host(&SessionRequest::Move(on("2026-11-26"), "2026-12-31T09:00:00".into()));
    says(&taken.reply, "already has a session");
}

#[test]
fn details_hold_for_one_date_and_a_dash_takes_them_away() {
    let mut stage = Stage::new();
    let details = Details {
        topic: Some("Passwords  and\nkeys".into()),
        link: Some("https://meet.example.org/1".into()),
        ..Details::default()
    };
    let reply = stage.host_does(&SessionRequest::Set(on(""), details));
    says(&reply, "Topic: Passwords and keys");
    says(&reply, "https://meet.example.org/1");
    let change = stage.series().changes[0].clone();
    assert!(change.is_confirmed && change.sequence == 1);
    let dash = Details { link: Some("-".into()), ..Details::default() };
    let reply = stage.host_does(&SessionRequest::Set(on(""), dash));
    says(&reply, "Topic: Passwords and keys");
    says(&reply, "https://meet.example.org/kaffe");
    assert_eq!(stage.series().changes[0].link, None);
    let code = Details { speaker: Some("Anna 131052-308T".into()), ..Details::default() };
    assert!(stage.host(&SessionRequest::Set(on(""), code)).effects.is_empty());
    let next = stage.host(&SessionRequest::Set(on("2026-12-31"), Details::default()));
    assert!(next.effects.is_empty() && !format!("{:?}", next.reply).contains("Passwords"));
}

#[test]
fn a_date_is_confirmed_once() {
    let mut stage = Stage::new();
    let outcome = stage.host(&SessionRequest::Confirm(on("")));
    assert_eq!(outcome.effects, [Effect::Confirm(KAFFE, when("2026-11-26T09:00:00"))]);
    stage.host_does(&SessionRequest::Confirm(on("")));
    let again = stage.host(&SessionRequest::Confirm(on("")));
    assert!(again.effects.is_empty());
    says(&again.reply, "already confirmed");
}

#[test]
fn a_pause_holds_until_it_is_resumed_and_nothing_old_goes_out() {
    let mut stage = Stage::new();
    says(&stage.host_does(&SessionRequest::Pause(of(""))), "on a break");
    assert_eq!(stage.series().state, SeriesState::Paused);
    assert!(stage.host(&SessionRequest::Pause(of("kaffe"))).effects.is_empty());
    stage.now = when("2026-12-28T12:00:00");
    says(&stage.host_does(&SessionRequest::Resume(of("7"))), "goes on");
    let now = stage.instant();
    assert_eq!((stage.series().state, stage.series().since), (SeriesState::Active, now));
    assert!(stage.host(&SessionRequest::Resume(of(""))).effects.is_empty());
}

#[test]
fn an_end_leaves_what_takes_place_today() {
    let mut stage = Stage::new().at("2026-11-26T08:00:00");
    says(&stage.host_does(&SessionRequest::End(of(""))), "The last one: Thursday 26 November 2026 at 9:00.");
    assert_eq!(stage.series().state, SeriesState::Active);
    stage.now = when("2026-11-26T12:00:00");
    stage.host_does(&SessionRequest::End(of("7")));
    assert_eq!(stage.series().state, SeriesState::Ended);
    says(&stage.host(&SessionRequest::Skip(on(""))).reply, "has ended");
}

#[test]
fn an_end_calls_off_the_later_dates_that_people_may_have_heard_of() {
    // A week and a day before; the date of 26 November is in three days.
    let mut stage = Stage::new().at("2026-11-23T12:00:00");
    let reply = stage.host_does(&SessionRequest::End(of("")));
    says(&reply, "has ended");
    says(&reply, "told that it is cancelled");
    let change = stage.series().changes.first().cloned().unwrap();
    assert_eq!((change.original, change.is_skipped), (when("2026-11-26T09:00:00"), true));
    let now = stage.instant();
    assert_eq!(change.changed_at, Some(now));
    assert_eq!(stage.series().changes.len(), 1, "nobody has heard of December");
    assert_eq!(stage.series().state, SeriesState::Ended);
    let heard = Delivery {
        state: State::Sent,
        first_try_at: Some(instant(when("2026-11-19T09:00:00"))),
        ..delivery("reminder:7d", "discord:channel:10", "2026-11-19T09:00:00")
    };
    let wanted = sessions::wanted(&stage.sessions, &[heard], now - SignedDuration::from_secs(1), now);
    assert_eq!(wanted.len(), 1, "{wanted:?}");
    assert!(wanted[0].key.purpose.starts_with("skipped:"));
    let skipped =
        Delivery { key: wanted[0].key.clone(), ..delivery("", "discord:channel:10", "2026-11-23T12:00:00") };
    assert_eq!(sessions::why_not(&skipped, &stage.sessions), None);
}

#[test]
fn an_end_calls_off_what_lies_before_a_date_that_was_moved() {
    for now in ["2026-11-23T12:00:00", "2026-11-26T08:00:00"] {
        let mut stage = Stage::new()
            .at(now)
            .changed("2027-01-28T09:00:00", |change| change.moved_to = Some(when("2027-03-01T09:00:00")))
            .changed("2027-02-25T09:00:00", |change| change.is_skipped = true);
        stage.host_does(&SessionRequest::End(of("")));
        let now = stage.instant();
        let dates = stage.series().occurrences(now, now + SignedDuration::from_hours(24 * 400));
        let left: Vec<_> = dates.iter().filter(|date| !date.is_skipped).map(|date| date.start).collect();
        let today = when("2026-11-26T09:00:00");
        assert_eq!(left, if stage.series().state == SeriesState::Active { vec![today] } else { vec![] });
        assert!(
            dates.iter().any(|date| date.original == when("2027-01-28T09:00:00")),
            "who heard of it is told"
        );
        assert!(
            dates.iter().all(|date| date.original <= when("2027-01-28T09:00:00")),
            "nobody heard of February"
        );
    }
}

#[test]
fn an_end_keeps_a_later_date_that_was_moved_to_today() {
    let moved = when("2026-11-23T15:00:00");
    let mut stage = Stage::new()
        .at("2026-11-23T12:00:00")
        .changed("2026-11-26T09:00:00", |change| change.moved_to = Some(moved));
    says(&stage.host_does(&SessionRequest::End(of(""))), "The last one: Monday 23 November 2026 at 15:00.");
    let now = stage.instant();
    let dates = stage.series().occurrences(now, now + SignedDuration::from_hours(24 * 60));
    assert_eq!(
        dates.iter().filter(|date| !date.is_skipped).map(|date| date.start).collect::<Vec<_>>(),
        [moved]
    );
}

#[test]
fn three_lines_are_kept_once_the_session_has_begun() {
    let recap = |text: &str| SessionRequest::Recap(on("2026-11-26"), text.into());
    let early = Stage::new().host(&recap("one"));
    assert!(early.effects.is_empty());
    says(&early.reply, "has not started");
    let mut stage = Stage::new().at("2026-11-26T10:00:00");
    for (text, words) in [("a\nb\nc\nd", "at most 3 lines"), ("131052-308T", "identity code")] {
        let outcome = stage.host(&recap(text));
        assert!(outcome.effects.is_empty());
        says(&outcome.reply, &words.replace("at most", "At most"));
    }
    assert!(stage.host(&recap(&"x".repeat(501))).effects.is_empty());
    let unnamed = SessionRequest::Recap(on(""), " one \n\ntwo".into());
    stage.host_does(&unnamed);
    assert_eq!(stage.series().changes[0].recap.as_deref(), Some("one\ntwo"));
    says(&stage.host_does(&recap("three")), "is changed");
}

#[test]
fn what_is_over_or_not_saved_stays_as_it_is() {
    let mut stage = Stage::new().at("2026-11-26T11:00:00");
    let over = stage.host(&SessionRequest::Skip(on("2026-11-26")));
    assert!(over.effects.is_empty());
    says(&over.reply, "already over");
    let mut draft = series(SeriesId(8), "net-kaffe-med-uffe", "2027-01-05T09:00:00", None);
    draft.state = SeriesState::Draft;
    stage.sessions.series.push(draft);
    let outcome = stage.host(&SessionRequest::Pause(of("8")));
    assert!(outcome.effects.is_empty());
    says(&outcome.reply, "not saved yet");
}

#[test]
fn only_hosts_deputies_and_admins_change_anything() {
    let stage = Stage::new();
    let requests = [
        SessionRequest::Announce(announcement("2026-12-10T09:00:00")),
        SessionRequest::Preview(of("kaffe")),
        SessionRequest::Skip(on("")),
        SessionRequest::Move(on(""), "2026-12-10T09:00:00".into()),
        SessionRequest::Set(on(""), Details::default()),
        SessionRequest::Confirm(on("")),
        SessionRequest::Pause(of("kaffe")),
        SessionRequest::Resume(of("7")),
        SessionRequest::End(of("7")),
        SessionRequest::Receipt(of("7")),
        SessionRequest::Recap(on(""), "x".into()),
    ];
    for request in &requests {
        let outcome = stage.ask_in(Language::English, &asker(MEMBER, Role::Member), request);
        assert!(outcome.effects.is_empty() && outcome.reply.kind == ReplyKind::NoAnswer, "{request:?}");
        says(&outcome.reply, "Ask Uffe.");
        for (person, role) in
            [(HOST, Role::Member), (DEPUTY, Role::Member), (MEMBER, Role::Host), (MEMBER, Role::Admin)]
        {
            let outcome = stage.ask_in(Language::English, &asker(person, role), request);
            assert!(!format!("{:?}", outcome.reply).contains("Ask Uffe"), "{request:?} {person}");
        }
    }
}
