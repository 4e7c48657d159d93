//! Which series, network and date people mean.

use ledord::domain::session::{DateRef, SeriesId, SessionRequest};
use ledord::domain::{Language, ReplyKind, Request, Role};

use super::stage::{HOST, KAFFE, MEMBER, Stage, asker, last_thursday, of, on, series};

#[test]
fn a_series_is_meant_by_number_id_name_or_beginning() {
    let stage = Stage::new();
    for text in ["", "7", "net-kaffe-med-uffe", "kaffe-med-uffe", "Kaffe med Uffe", " kaffe MED uffe ", "kaf"]
    {
        let outcome = stage.host(&SessionRequest::Preview(of(text)));
        assert_eq!(outcome.reply.kind, ReplyKind::Sessions, "{text}: {:?}", outcome.reply);
    }
    for text in ["8", "uffe", "xyz"] {
        let outcome = stage.host(&SessionRequest::Preview(of(text)));
        assert_ne!(outcome.reply.kind, ReplyKind::Sessions, "{text}");
    }
}

#[test]
fn several_series_are_offered_to_choose_from() {
    let mut stage = Stage::new();
    let second = series(SeriesId(8), "net-kaffe-med-uffe", "2026-12-01T14:00:00", Some(last_thursday()));
    stage.sessions.series.push(second);
    let reply = stage.host(&SessionRequest::Pause(of("kaffe"))).reply;
    let requests: Vec<_> = reply.actions.iter().map(|action| action.request.clone()).collect();
    let pause = |id: SeriesId| Request::Session(SessionRequest::Pause(id.into()));
    assert_eq!(requests, [pause(KAFFE), pause(SeriesId(8))]);
    assert_eq!(reply.kind, ReplyKind::DidYouMean);
}

#[test]
fn a_date_is_meant_by_its_day_its_start_or_by_being_next() {
    let stage = Stage::new().changed("2026-12-31T09:00:00", |change| {
        change.moved_to = Some("2027-01-07T09:00:00".parse().unwrap());
    });
    for (text, moment) in [
        ("", "26 November 2026"),
        ("2026-11-26", "26 November 2026"),
        ("2026-11-26T09:00", "26 November 2026"),
        ("2027-01-28", "28 January 2027"),
        ("2027-01-07", "7 January 2027"),
        ("2026-12-31", "7 January 2027"),
        ("2026-12-31T09:00", "7 January 2027"),
    ] {
        let outcome = stage.host(&SessionRequest::Skip(on(text)));
        assert_eq!(outcome.effects.len(), 1, "{text}");
        assert!(outcome.reply.answer_text().contains(moment), "{text}: {}", outcome.reply.answer_text());
    }
    let reply = stage.host(&SessionRequest::Skip(on("2026-11-27"))).reply;
    assert_eq!(reply.actions.len(), 5, "offers the coming dates");
    let first = DateRef::of(KAFFE, "2026-11-26T09:00:00".parse().unwrap());
    assert_eq!(reply.actions[0].request, Request::Session(SessionRequest::Skip(first)));
}

#[test]
fn a_skipped_date_is_not_the_next_one() {
    let stage = Stage::new().changed("2026-11-26T09:00:00", |change| change.is_skipped = true);
    let reply = stage.host(&SessionRequest::Confirm(on(""))).reply;
    assert!(reply.answer_text().contains("31 December 2026"), "{}", reply.answer_text());
}

#[test]
fn who_hosts_nothing_is_told_so_and_the_list_shows_what_is_there() {
    let stage = Stage::new();
    let member = asker(MEMBER, Role::Member);
    let reply = stage.ask_in(Language::English, &member, &SessionRequest::Pause(of(""))).reply;
    assert_eq!(reply.kind, ReplyKind::NoAnswer);
    let mine = stage.ask_in(Language::English, &asker(HOST, Role::Member), &SessionRequest::List).reply;
    assert_eq!(mine.entries.len(), 2);
    assert_eq!(mine.actions[0].request, Request::Session(SessionRequest::Preview(KAFFE.into())));
    let theirs = stage.ask_in(Language::English, &member, &SessionRequest::List).reply;
    assert!(matches!(theirs.actions[0].request, Request::Session(SessionRequest::Next(_))));
}
