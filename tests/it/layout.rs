//! How replies look in the terminal and as Markdown, on a folder whose words never change.

use ledord::chat::console::{Choices, to_markdown, to_text};
use ledord::domain::{Asker, Carrier, Inbound, Language, LanguageHints, Reply, Request, TopicId};
use ledord::service::Service;

use crate::support::{ask_of, fixture_desk, now};

fn text(desk: &Service, reply: &Reply) -> String {
    let styled = to_text(reply, 60, Choices::Numbered, |message| desk.say(reply.language, message));
    anstream::adapter::strip_str(&styled).to_string()
}

#[test]
fn an_answer_in_the_terminal() {
    let desk = fixture_desk();
    let reply = ask_of(&desk, LanguageHints::chosen(Language::Swedish), "Vad är fyrvakt?");
    insta::assert_snapshot!("answer_sv", text(&desk, &reply));
    let topic = TopicId::parse("harbour-pilotage").unwrap();
    let inbound = Inbound {
        request: Request::Topic(topic),
        languages: LanguageHints::chosen(Language::Finnish),
        carrier: Carrier::Terminal,
        asker: Asker::unknown(),
    };
    insta::assert_snapshot!("procedure_fi", text(&desk, &desk.answer(&inbound, now())));
}

#[test]
fn a_comparison_and_readings_in_the_terminal() {
    let desk = fixture_desk();
    let reply = ask_of(&desk, LanguageHints::chosen(Language::English), "beacon watch vs pilot request");
    insta::assert_snapshot!("comparison_en", text(&desk, &reply));
    let reply = ask_of(&desk, LanguageHints::chosen(Language::English), "boat");
    insta::assert_snapshot!("readings_en", text(&desk, &reply));
}

#[test]
fn an_explanation_in_the_terminal() {
    let desk = fixture_desk();
    let request = Request::Explain("The fog signal failed, so we sent the pilot boat.".into());
    let inbound = Inbound {
        request,
        languages: LanguageHints::chosen(Language::English),
        carrier: Carrier::Terminal,
        asker: Asker::unknown(),
    };
    insta::assert_snapshot!("explanation_en", text(&desk, &desk.answer(&inbound, now())));
}

#[test]
fn an_answer_as_markdown_escapes_what_looks_like_markup() {
    let desk = fixture_desk();
    let mut reply = ask_of(&desk, LanguageHints::chosen(Language::English), "What is lighthouse keeping?");
    reply.lead = Some("*not* <b>markup</b>".into());
    insta::assert_snapshot!("markdown_en", to_markdown(&reply, |message| desk.say(reply.language, message)));
}
