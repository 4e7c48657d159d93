//! What people do, in three languages.

use ledord::domain::Organisation;
use ledord::service::KnowledgeSource;
use serde_json::json;

use crate::support::discord::{Stage, button_id, is_hidden, shown};
use crate::support::fake_discord::payloads::{
    self, Asker, CHANNEL, DM, MANAGER_PERMISSIONS, Place, option, slash,
};
use crate::support::{copy_folder, damage, desk_with, fixture_desk, fixtures};

const LOCALES: [&str; 3] = ["sv-SE", "fi", "en-GB"];

fn built_in() -> ledord::service::Service {
    desk_with(KnowledgeSource::default(), Organisation::default())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_to_the_asker_alone_in_their_language() {
    let mut stage = Stage::new(built_in()).await;
    for (locale, question, expected) in [
        ("sv-SE", "Vad är cybersäkerhet?", "Cybersäkerhet"),
        ("fi", "mikä on tietosuoja", "Tietosuoja"),
        ("en-GB", "What is risk management?", "Risk management"),
        ("fi", "Vad är cybersäkerhet?", "Kyberturvallisuus"),
        ("de", "Vad är cybersäkerhet?", "Cybersäkerhet"),
    ] {
        let asker = Asker::speaking(locale);
        let said = slash(stage.id(), &asker, "ask", json!([option("question", question)]));
        let answer = stage.answer(said).await;
        assert_eq!(answer.body["type"], 4, "at once");
        assert!(is_hidden(&answer));
        assert_eq!(answer.body["data"]["embeds"][0]["title"], expected, "{locale} {question}");
        assert!(!shown(&answer).contains(question), "the question is not repeated");
    }
    stage.stop().await.unwrap();
    assert_eq!(stage.health.delivered_total.get(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_asker_who_shares_is_heard_by_all() {
    let stage = Stage::new(built_in()).await;
    let asker = Asker::speaking("en-GB");
    let shared =
        json!([option("question", "What is risk management?"), {"name": "share", "type": 5, "value": true}]);
    let answer = stage.answer(slash(stage.id(), &asker, "ask", shared)).await;
    assert!(!is_hidden(&answer));
    // A question that leads to one's own case, or holds personal data, stays private whatever the asker wished.
    for question in ["request for information", "Can the person 131052-308T ask for their data?"] {
        let shared = json!([option("question", question), {"name": "share", "type": 5, "value": true}]);
        let answer = stage.answer(slash(stage.id(), &asker, "ask", shared)).await;
        assert!(is_hidden(&answer), "{question}");
        assert!(shown(&answer).contains("Only you can see this answer"), "{}", shown(&answer));
        assert!(!answer.body.to_string().contains("131052"));
    }
    // A private conversation has nobody to hide from.
    let direct = Asker { place: Place::Direct, ..asker };
    let said = slash(stage.id(), &direct, "ask", json!([option("question", "What is risk management?")]));
    let answer = stage.answer(said).await;
    assert!(!is_hidden(&answer) && !shown(&answer).contains("Share here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn sharing_posts_a_message_of_its_own_that_names_nobody() {
    let stage = Stage::new(built_in()).await;
    for (locale, label, done) in [
        ("sv-SE", "Dela här", "Delat i kanalen."),
        ("fi", "Jaa tänne", "Jaettu kanavalle."),
        ("en-US", "Share here", "Shared in this channel."),
    ] {
        stage.fake.clear_requests();
        let asker = Asker::speaking(locale);
        let answer =
            stage.answer(slash(stage.id(), &asker, "term", json!([option("term", "cyber security")]))).await;
        let share = payloads::button(stage.id(), &asker, &button_id(&answer, label));
        let deferred = stage.answer(share).await;
        assert_eq!((deferred.body["type"].as_u64(), is_hidden(&deferred)), (Some(5), true));
        let posted = stage.posted(0).await;
        assert!(posted.path.ends_with(&format!("/channels/{CHANNEL}/messages")), "where it was said");
        assert!(
            !posted.body.to_string().contains("testperson") && posted.body["message_reference"].is_null()
        );
        let edited = stage.fake.request("the edit", |request| request.method == "PATCH").await;
        assert_eq!(edited.body["embeds"][0]["description"], done);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_for_the_asker_alone_is_not_shared_by_any_button() {
    let stage = Stage::new(built_in()).await;
    let asker = Asker::speaking("en-GB");
    for (nth, (id, expected)) in [
        ("l1:en:s:t.proc-which-request", "Only you can see this answer"),
        ("l1:en:s:t.no-such-topic", "That choice is no longer available"),
    ]
    .into_iter()
    .enumerate()
    {
        stage.answer(payloads::button(stage.id(), &asker, id)).await;
        let edited = stage.fake.nth_request("the edit", nth, |request| request.method == "PATCH").await;
        assert!(shown(&edited).contains(expected), "{}", shown(&edited));
    }
    assert!(stage.fake.messages(CHANNEL).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_full_of_terms_is_explained_in_several_private_messages() {
    let mut stage = Stage::new(built_in()).await;
    let service = built_in();
    let snapshot = service.snapshot();
    let titles: Vec<&str> = snapshot
        .articles()
        .iter()
        .filter(|article| article.language == ledord::domain::Language::English)
        .map(|article| article.title.as_str())
        .take(45)
        .collect();
    let text = titles.join(", ");
    let command = "Explain in plain language";
    let asker = Asker::speaking("en-GB");
    let first = stage.answer(payloads::message_command(stage.id(), &asker, command, &text)).await;
    assert!(is_hidden(&first));
    stage.stop().await.unwrap();
    let requests = stage.fake.requests();
    let more: Vec<_> = requests.iter().filter(|request| request.path.contains("/webhooks/")).collect();
    assert!(!more.is_empty(), "one message does not hold them all");
    let mut whole = shown(&first);
    for message in more {
        assert_eq!(message.body["flags"], 64, "only for the asker");
        whole.push_str(message.body["embeds"][0]["description"].as_str().unwrap());
    }
    for title in &titles[..40] {
        assert!(whole.to_lowercase().contains(&title.to_lowercase()), "{title} is missing");
    }
    assert!(whole.contains("There was no room for 5 more words."), "{whole}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_bot_may_not_write_it_says_who_can_change_that() {
    let stage = Stage::new(fixture_desk()).await;
    let asker = Asker { app_permissions: "1024", ..Asker::speaking("en-GB") };
    let id = "l1:en:s:t.lighthouse-keeping";
    let answer = stage.answer(payloads::button(stage.id(), &asker, id)).await;
    assert!(
        is_hidden(&answer) && shown(&answer).contains("I am not allowed to write here"),
        "{}",
        shown(&answer)
    );
    // Discord's own refusal says the same.
    stage.fake.forbid(CHANNEL);
    let asker = Asker::speaking("en-GB");
    stage.answer(payloads::button(stage.id(), &asker, id)).await;
    let edited = stage.fake.request("the edit", |request| request.method == "PATCH").await;
    assert!(edited.body.to_string().contains("I am not allowed to write here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_are_completed_in_any_language_and_despite_a_slip() {
    let stage = Stage::new(built_in()).await;
    for (locale, typed, expected) in [
        ("sv-SE", "dataskyd", "dataskydd"),
        ("fi", "tietosuja", "tietosuoja"),
        ("en-GB", "cybre sec", "cyber security"),
        ("sv-SE", "tietosuoja", "tietosuoja"),
        ("fi", "INFORMATION SEC", "information security officer"),
    ] {
        let asker = Asker::speaking(locale);
        for (command, field) in [("term", "term"), ("compare", "first"), ("compare", "second")] {
            let answer =
                stage.answer(payloads::autocomplete(stage.id(), &asker, command, field, typed)).await;
            assert_eq!(answer.body["type"], 8);
            let first =
                answer.body["data"]["choices"][0]["value"].as_str().unwrap_or_default().to_lowercase();
            assert_eq!(first, expected, "{locale} {typed}: {}", answer.body);
        }
    }
    let asker = Asker::speaking("sv-SE");
    let answer = stage.answer(payloads::autocomplete(stage.id(), &asker, "term", "term", "")).await;
    assert!(answer.body["data"]["choices"].as_array().unwrap().len() > 5, "titles to begin with");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_terms_are_compared() {
    let stage = Stage::new(built_in()).await;
    for (locale, first, second, title) in [
        ("sv-SE", "dataskydd", "datasäkerhet", "Dataskydd och informationssäkerhet"),
        ("fi", "kyberturva", "tietoturva", "Kyberturvallisuus ja tietoturvallisuus"),
        ("en-GB", "data protection", "tietoturva", "Data protection and information security"),
    ] {
        let options = json!([option("first", first), option("second", second)]);
        let answer = stage.answer(slash(stage.id(), &Asker::speaking(locale), "compare", options)).await;
        assert_eq!(answer.body["data"]["embeds"][0]["title"], title);
    }
    let options = json!([option("first", "data protection"), option("second", "swimming hall")]);
    let answer = stage.answer(slash(stage.id(), &Asker::speaking("en-GB"), "compare", options)).await;
    assert_eq!(answer.body["data"]["embeds"][0]["title"], "Data protection", "what is known of the other");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_terms_of_a_message_are_explained_to_the_one_who_asks() {
    let stage = Stage::new(fixture_desk()).await;
    for locale in LOCALES {
        let content = "The fog signal failed, so we sent the pilot boat. @everyone";
        let asker = Asker::speaking(locale);
        let command = "Explain in plain language";
        let answer = stage.answer(payloads::message_command(stage.id(), &asker, command, content)).await;
        assert!(is_hidden(&answer), "{locale}");
        assert!(answer.body["data"]["embeds"][0]["description"].as_str().unwrap().contains("**"), "{locale}");
        assert!(!shown(&answer).contains("everyone"), "the message is not repeated");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_message_is_a_question_too() {
    let stage = Stage::new(built_in()).await;
    for (nth, (question, title)) in [
        ("Vad är cybersäkerhet?", "Cybersäkerhet"),
        ("mikä on tietosuoja", "Tietosuoja"),
        ("What is risk management?", "Risk management"),
    ]
    .into_iter()
    .enumerate()
    {
        stage.fake.dispatch("MESSAGE_CREATE", payloads::direct_message(stage.id(), question));
        let posted = stage.posted(nth).await;
        assert!(posted.path.ends_with(&format!("/channels/{DM}/messages")));
        assert_eq!(posted.body["embeds"][0]["title"], title);
        assert!(!shown(&posted).contains("Share here"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mention_gets_a_short_public_reply_and_a_way_to_the_rest() {
    let stage = Stage::new(built_in()).await;
    for (nth, (question, title, label)) in [
        ("Vad är cybersäkerhet?", "Cybersäkerhet", "Svara privat"),
        ("mikä on tietosuoja", "Tietosuoja", "Vastaa yksityisesti"),
        ("What is risk management?", "Risk management", "Answer privately"),
    ]
    .into_iter()
    .enumerate()
    {
        let id = stage.id();
        stage.fake.dispatch("MESSAGE_CREATE", payloads::mention(id, question));
        let posted = stage.posted(nth).await;
        assert!(posted.path.ends_with(&format!("/channels/{CHANNEL}/messages")));
        assert_eq!(posted.body["message_reference"]["message_id"], id.to_string());
        assert_eq!(posted.body["embeds"][0]["title"], title);
        let id = button_id(&posted, label);
        let answer = stage.answer(payloads::button(stage.id(), &Asker::speaking("fi"), &id)).await;
        assert!(is_hidden(&answer), "the rest is for the one who presses");
        let (public, private) = (shown(&posted), shown(&answer));
        assert!(public.len() < private.len(), "{public}\n{private}");
    }
    // A message that does not mention the bot is none of its business.
    stage.fake.dispatch("MESSAGE_CREATE", payloads::channel_message(stage.id(), "Vad är cybersäkerhet?"));
    stage.fake.dispatch("MESSAGE_CREATE", payloads::mention(stage.id(), ""));
    let posted = stage.posted(3).await;
    assert!(shown(&posted).contains("Ask privately"), "{}", shown(&posted));
    assert_eq!(stage.fake.messages(CHANNEL).len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mention_about_ones_own_case_shows_nothing_of_the_answer() {
    let stage = Stage::new(built_in()).await;
    let question = "Voiko henkilö 131052-308T pyytää omia tietojaan?";
    stage.fake.dispatch("MESSAGE_CREATE", payloads::mention(stage.id(), question));
    let public = stage.posted(0).await;
    let text = shown(&public);
    assert!(text.contains("Poista viesti") && !text.contains("131052"), "{text}");
    assert!(!text.contains("rekisterinpitäjä") && public.body["embeds"][0]["fields"].is_null(), "{text}");
    let id = button_id(&public, "Vastaa yksityisesti");
    let answer = stage.answer(payloads::button(stage.id(), &Asker::speaking("fi"), &id)).await;
    assert!(is_hidden(&answer));
    let answer_text = answer.body["data"]["embeds"][0]["description"].as_str().unwrap();
    stage.assert_nothing_public(answer_text.split("\n\n").next().unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn buttons_lead_on_privately_and_in_the_language_that_was_chosen() {
    let stage = Stage::new(built_in()).await;
    let asker = Asker::speaking("en-GB");
    let said = slash(stage.id(), &asker, "ask", json!([option("question", "What is cyber security?")]));
    let answer = stage.answer(said).await;
    let swedish = payloads::button(stage.id(), &asker, &button_id(&answer, "På svenska"));
    let answer = stage.answer(swedish).await;
    assert_eq!(answer.body["data"]["embeds"][0]["title"], "Cybersäkerhet");
    let related = button_id(&answer, "Informationssäkerhet");
    let answer = stage.answer(payloads::button(stage.id(), &asker, &related)).await;
    assert_eq!(answer.body["data"]["embeds"][0]["title"], "Informationssäkerhet", "the language stays");
    for old in ["l1:sv:a:t.no-such-topic", "l0:something:else", "fb:up:1", "l1:-:m:99:t.cyber-security"] {
        let answer = stage.answer(payloads::button(stage.id(), &asker, old)).await;
        assert!(is_hidden(&answer), "{old}");
        assert!(!answer.body["data"]["embeds"][0]["description"].as_str().unwrap().is_empty(), "{old}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_takes_another_question() {
    let stage = Stage::new(built_in()).await;
    for (locale, label, question, title) in [
        ("sv-SE", "Fråga något annat", "Vad är cybersäkerhet?", "Cybersäkerhet"),
        ("fi", "Kysy jotain muuta", "mikä on tietosuoja", "Tietosuoja"),
        ("en-GB", "Ask something else", "What is risk management?", "Risk management"),
    ] {
        let asker = Asker::speaking(locale);
        let said = slash(stage.id(), &asker, "ask", json!([option("question", "xyzzy")]));
        let answer = stage.answer(said).await;
        assert!(answer.body["data"]["embeds"][0]["fields"].is_null(), "no sources when nothing is known");
        let form = payloads::button(stage.id(), &asker, &button_id(&answer, label));
        let form = stage.answer(form).await;
        assert_eq!(form.body["type"], 9);
        let id = form.body["data"]["custom_id"].as_str().unwrap().to_owned();
        let field =
            form.body["data"]["components"][0]["components"][0]["custom_id"].as_str().unwrap().to_owned();
        let answer = stage.answer(payloads::modal(stage.id(), &asker, &id, &field, question)).await;
        assert!(is_hidden(&answer));
        assert_eq!(answer.body["data"]["embeds"][0]["title"], title);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_admins_reload_and_problems_come_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixtures(), folder.path());
    let source = KnowledgeSource { folder: Some(folder.path().to_owned()), overlay: None };
    let stage = Stage::new(desk_with(source, Organisation::default())).await;
    let anyone = Asker::speaking("en-GB");
    let refused = stage.answer(payloads::subcommand(stage.id(), &anyone, "admin", "reload")).await;
    assert!(is_hidden(&refused) && shown(&refused).contains("Only admins can do this"));
    let by_role = Asker { roles: vec!["1500000000000000001"], ..anyone.clone() };
    let manager = Asker { permissions: MANAGER_PERMISSIONS, ..anyone };
    for (nth, (admin, expected)) in
        [(&by_role, "No article has changed"), (&manager, "unknown key “titel”")].into_iter().enumerate()
    {
        if nth == 1 {
            damage(folder.path(), "concepts/lighthouse-keeping.en.md", "title =", "titel =");
        }
        let deferred = stage.answer(payloads::subcommand(stage.id(), admin, "admin", "reload")).await;
        assert_eq!((deferred.body["type"].as_u64(), is_hidden(&deferred)), (Some(5), true));
        let edited = stage.fake.nth_request("the edit", nth, |request| request.method == "PATCH").await;
        let text = shown(&edited).replace('\\', "");
        assert!(text.contains(expected), "{text}");
        if nth == 1 {
            assert!(text.contains("concepts/lighthouse-keeping.en.md:"), "{text}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_is_said_for_this_platform() {
    let stage = Stage::new(fixture_desk()).await;
    let question = "Is what I type here stored?";
    let said = slash(stage.id(), &Asker::speaking("en-GB"), "ask", json!([option("question", question)]));
    let answer = shown(&stage.answer(said).await);
    assert!(answer.contains("Discord carries your message"), "{answer}");
}
