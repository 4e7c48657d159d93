//! Whatever is typed gets a sensible reply, and never a panic.

use ledord::domain::{Asker, Carrier, Inbound, Language, LanguageHints, ReplyKind, Request};
use ledord::search::Form;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::support::{ask, desk, now};

#[test]
fn questions_without_a_subject_get_no_answer() {
    for text in ["och eller som", "mitä se on", "what is it about the", "906/2019", "72 2016 679", "12"] {
        let reply = ask(text);
        assert!(!reply.kind.is_answered(), "{text}: {:?}", reply.topic);
        assert!(reply.sources.is_empty(), "{text}");
    }
}

#[test]
fn questions_without_words_are_met_with_an_example() {
    for text in ["", "   ", "???", "😀😀", "\u{7}\u{1b}[", "\n\n"] {
        let reply = ask(text);
        assert_eq!((reply.kind, reply.topic.is_some()), (ReplyKind::Help, false), "{text:?}");
    }
}

#[test]
fn very_long_texts_are_not_searched_as_questions() {
    let reply = ask(&"dataskydd och riskhantering ".repeat(150));
    assert_eq!(reply.kind, ReplyKind::DidYouMean);
    assert_eq!(reply.topics[0].as_str(), "data-protection");
    assert_eq!(ask(&"x".repeat(4_000)).kind, ReplyKind::NoAnswer);
    assert_eq!(ask(&"bla ".repeat(1_000)).kind, ReplyKind::NoAnswer);
}

#[test]
fn a_pasted_mail_is_read_without_its_addresses() {
    let mail = "From: Anna Andersson <anna.andersson@example.org>\nTo: bo@example.org\nSubject: Begäran\n\n\
        Hej Bo,\n\ninvånaren Kalle ringde från 040 123 4567 och vill ha alla uppgifter som kommunen har om honom. \
        Hans personbeteckning är 131052-308T. Kan du kolla med dataskyddsombudet hur vi ska göra med begäran om \
        uppgifter, och om vi behöver be honom visa legitimation? Jag har lovat att svara honom före veckoslutet.\n\n\
        Hälsningar\nAnna";
    let reply = ask(mail);
    assert_eq!((reply.kind, reply.language), (ReplyKind::PersonalData, Language::Swedish));
    assert!(reply.topic.is_some());
    let shown = format!("{reply:?}");
    for secret in ["anna.andersson", "bo@", "040 123", "131052", "Kalle"] {
        assert!(!shown.contains(secret), "{secret} is repeated");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_gets_a_reply(text in "\\PC{0,200}|[\\x00-\\x7f]{0,80}|([a-zåäö]{1,9}[ ,.:'/-]?){0,30}") {
        for request in [Request::Question(text.clone()), Request::Explain(text.clone())] {
            let languages = LanguageHints::only_fallback(Language::English);
            let reply = desk().answer(&Inbound { request, languages, carrier: Carrier::Terminal, asker: Asker::unknown() }, now());
            prop_assert!((0.0..=1.0).contains(&reply.confidence));
            prop_assert!(!reply.answer_text().trim().is_empty());
            if !reply.kind.is_answered() && reply.kind != ReplyKind::PersonalData {
                prop_assert!(reply.sources.is_empty());
            }
        }
    }
}

proptest! {
    // The same strings each time: one that is answered can be looked into.
    #![proptest_config(ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_strings_are_never_answered(text in prop_oneof![any::<String>(), "([a-zåäö]{6,14} ?){1,6}"]) {
        // By chance it may hold an abbreviation that somebody could have typed.
        let snapshot = desk().snapshot();
        let is_name = |language| snapshot.terms_in(&text, language).iter().any(|found| found.form == Form::Whole);
        prop_assume!(!Language::ALL.into_iter().any(is_name));
        let reply = ask(&text);
        prop_assert!(!reply.kind.is_answered(), "{text}: {:?} {}", reply.topic, reply.confidence);
    }
}
