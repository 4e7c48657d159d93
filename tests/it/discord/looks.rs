//! How replies look, readable as text, in three languages.

use ledord::chat::discord::{Place, Readers, Start, lay_out};
use ledord::domain::reply::{CitedSource, ReplySection};
use ledord::domain::{Action, Block, Language, Prose, Reply, ReplyKind, Request, Span, TopicId};
use serde_json::json;

use crate::support::discord::{Stage, shown};
use crate::support::fake_discord::payloads::{self, Asker, mention, option, slash};
use crate::support::fixture_desk;

#[tokio::test(flavor = "multi_thread")]
async fn replies_in_three_languages() {
    let stage = Stage::new(fixture_desk()).await;
    for (language, locale, term, other) in [
        ("sv", "sv-SE", "fyrvakt", "lotsbegäran"),
        ("fi", "fi", "majakkavahti", "luotsipyyntö"),
        ("en", "en-GB", "beacon watch", "pilot request"),
    ] {
        let asker = Asker::speaking(locale);
        let text = "The fog signal failed, so we sent the pilot boat.";
        let compared = json!([option("first", term), option("second", other)]);
        let said = [
            ("answer", slash(stage.id(), &asker, "term", json!([option("term", term)]))),
            ("procedure", payloads::button(stage.id(), &asker, "l1:-:a:t.harbour-pilotage")),
            ("comparison", slash(stage.id(), &asker, "compare", compared)),
            ("readings", slash(stage.id(), &asker, "ask", json!([option("question", "boat")]))),
            ("unknown", slash(stage.id(), &asker, "ask", json!([option("question", "xyzzy")]))),
            ("explanation", payloads::message_command(stage.id(), &asker, "Explain in plain language", text)),
            ("help", slash(stage.id(), &asker, "help", json!([]))),
            ("outdated", payloads::button(stage.id(), &asker, "old")),
        ];
        for (name, interaction) in said {
            let answer = stage.answer(interaction).await;
            insta::assert_snapshot!(format!("{name}_{language}"), shown(&answer));
        }
    }
    stage.fake.dispatch("MESSAGE_CREATE", mention(stage.id(), "What is lighthouse keeping?"));
    insta::assert_snapshot!("mention_en", shown(&stage.posted(0).await));
}

fn long_reply(sections: usize, again: Option<Request>) -> Reply {
    let mut reply =
        Reply::new(ReplyKind::Answer, Language::English, Prose::paragraph("The answer. ".repeat(40)));
    reply.title = Some("Title ".repeat(80));
    reply.sections = (0..sections)
        .map(|number| ReplySection {
            heading: format!("Heading {number}"),
            body: Prose(vec![Block::Bullets(
                (0..6)
                    .map(|item| {
                        vec![Span::plain(format!("Item {number}.{item}. {}", "More words. ".repeat(9)))]
                    })
                    .collect(),
            )]),
        })
        .collect();
    reply.sources = (0..20)
        .map(|number| CitedSource {
            title: format!("Source {number} {}", "title ".repeat(60)),
            publisher: "Publisher".into(),
            url: format!("https://example.org/{number}"),
            language_note: Some("in Swedish".into()),
        })
        .collect();
    reply.review = vec!["Reviewed. ".repeat(200)];
    reply.actions = (0..40)
        .map(|number| Action {
            label: format!("Topic {number} {}", "x".repeat(100)),
            request: Request::Topic(TopicId::parse(&format!("topic-{number}")).unwrap()),
            language: None,
        })
        .collect();
    reply.again = again;
    reply
}

/// Follows "read more" from message to message and collects all text.
fn read_on(reply: &Reply) -> Vec<String> {
    let mut from = Start::Beginning;
    let mut pages = Vec::new();
    loop {
        let (card, rest) =
            lay_out(reply, from, Readers::Asker(Place::Channel), |message| message.key().to_owned());
        let sources = card.sources.clone().map(|(_, links)| links).unwrap_or_default();
        pages.push(card.text + &sources);
        pages.extend(rest.into_iter().map(|card| card.text));
        let more = card.rows.iter().flatten().find(|button| button.label == "button-more");
        let Some(more) = more else { return pages };
        let button = ledord::chat::discord::Button::parse(&more.id).unwrap();
        let ledord::chat::discord::Choice::More(_, place) = button.choice else { panic!("{button:?}") };
        assert!(from != Start::Sections(place), "it goes on");
        from = Start::Sections(place);
    }
}

#[test]
fn however_long_a_reply_is_it_fits_and_nothing_is_lost() {
    for again in [Some(Request::Help), None] {
        let reply = long_reply(12, again);
        let (card, _) = lay_out(&reply, Start::Beginning, Readers::Asker(Place::Channel), |message| {
            message.key().to_owned()
        });
        assert!(card.title.unwrap().chars().count() <= 256);
        assert!(card.footer.unwrap().chars().count() <= 2048);
        assert!(card.sources.unwrap().1.chars().count() <= 1024);
        assert!(card.rows.len() <= 5 && card.rows.iter().all(|row| row.len() <= 5));
        assert!(card.rows.iter().flatten().all(|button| button.label.chars().count() <= 80));
        let pages = read_on(&reply);
        assert!(pages.len() > 3, "{}", pages.len());
        let whole = pages.join("\n");
        for number in 0..12 {
            for item in 0..6 {
                let text = format!("Item {number}.{item}.");
                assert_eq!(whole.matches(&text).count(), 1, "{text}");
            }
        }
        for number in 0..20 {
            assert_eq!(whole.matches(&format!("https://example.org/{number})")).count(), 1, "{number}");
        }
        assert!(pages.iter().all(|page| page.chars().count() <= 1800 + 1024));
    }
}
