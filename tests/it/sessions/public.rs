//! What anyone is told who asks when the next session is.

use ledord::desk::{self, World};
use ledord::domain::language::PerLanguage;
use ledord::domain::session::{SeriesId, SessionRequest};
use ledord::domain::{Asker, Carrier, Inbound, Language, LanguageHints, Reply, ReplyKind, Request};

use super::stage::{Stage, digifika, series, topic};
use crate::support::desk as built_in;

fn ask(stage: &Stage, text: &str) -> Reply {
    let inbound = Inbound {
        request: Request::Question(text.to_owned()),
        languages: LanguageHints::only_fallback(Language::English),
        carrier: Carrier::Terminal,
        asker: Asker::unknown(),
    };
    let world: World<'_> = stage.world();
    desk::reply(&inbound, &world).unwrap()
}

fn stage() -> Stage {
    let mut stage = Stage::new();
    stage.snapshot = built_in().snapshot();
    stage
}

#[test]
fn the_next_date_is_told_in_the_askers_language() {
    for (text, language, date) in [
        ("När är nästa Kaffe med Uffe?", Language::Swedish, "torsdag 26 november 2026 kl. 9.00"),
        ("milloin on seuraava kaffe med uffe", Language::Finnish, "torstai 26. marraskuuta 2026 klo 9.00"),
        ("when is the next Kaffe med Uffe?", Language::English, "Thursday 26 November 2026 at 9:00"),
    ] {
        let reply = ask(&stage(), text);
        assert_eq!((reply.kind, reply.language), (ReplyKind::Sessions, language), "{text}");
        assert!(reply.answer_text().contains(date), "{}", reply.answer_text());
        assert!(!reply.answer_text().contains("meet.example.org"), "not confirmed, no standing link");
        let requests: Vec<_> = reply.actions.iter().map(|action| &action.request).collect();
        assert!(matches!(requests[0], Request::Session(SessionRequest::Follow(_))));
        assert!(matches!(requests[1], Request::Session(SessionRequest::Calendar(_))));
    }
}

#[test]
fn a_confirmed_date_shows_its_link_and_a_skipped_one_is_said() {
    let confirmed = stage().confirmed("2026-11-26T09:00:00");
    assert!(
        ask(&confirmed, "när är nästa Kaffe med Uffe")
            .answer_text()
            .contains("https://meet.example.org/kaffe")
    );
    let skipped = stage().changed("2026-11-26T09:00:00", |change| change.is_skipped = true);
    let text = ask(&skipped, "när är nästa Kaffe med Uffe").answer_text();
    assert!(text.contains("Inställt: torsdag 26 november"), "{text}");
    assert!(text.contains("torsdag 31 december 2026"), "{text}");
}

#[test]
fn a_session_under_way_is_still_the_next() {
    let text = ask(&stage().at("2026-11-26T09:59:00"), "when is the next Kaffe med Uffe?").answer_text();
    assert!(text.contains("Under way") && text.contains("26 November"), "{text}");
    let text = ask(&stage().at("2026-11-26T10:00:00"), "when is the next Kaffe med Uffe?").answer_text();
    assert!(!text.contains("26 November"), "{text}");
}

#[test]
fn a_network_without_an_article_is_found_by_its_names() {
    let mut stage = stage();
    stage.sessions.networks[1].names =
        PerLanguage(["Molnfika", "Pilvikahvit", "Cloud coffee"].map(String::from));
    let without = ask(&stage, "när är nästa Molnfika?");
    assert_eq!(without.kind, ReplyKind::Sessions);
    assert!(without.answer_text().contains("inga datum"), "{}", without.answer_text());
    stage.sessions.series.push(series(SeriesId(8), "digifika", "2026-12-01T14:00:00", None));
    for text in
        ["när är nästa Molnfika?", "milloin on seuraavat Pilvikahvit?", "when is the next cloud coffee?"]
    {
        let reply = ask(&stage, text);
        assert_eq!((reply.kind, reply.topic.clone()), (ReplyKind::Sessions, Some(digifika().id)), "{text}");
        assert!(reply.answer_text().contains("2026"), "{text}: {}", reply.answer_text());
    }
}

#[test]
fn no_dates_yet_leads_to_the_article() {
    let mut stage = stage();
    stage.sessions.series.clear();
    let reply = ask(&stage, "När är nästa Kaffe med Uffe?");
    assert_eq!((reply.kind, reply.topic), (ReplyKind::Answer, Some(topic("net-kaffe-med-uffe"))));
    assert!(reply.lead.unwrap().contains("inga datum"));
    stage.sessions.networks.clear();
    let nothing = ask(&stage, "När är nästa Kaffe med Uffe?");
    assert!(nothing.lead.unwrap().contains("inga datum"));
}
