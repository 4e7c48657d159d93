//! Questions that people ask, against the built-in knowledge.

use ledord::domain::{Language, LanguageHints, Organisation, Reply, ReplyKind};
use ledord::service::KnowledgeSource;

use crate::support::{ask, ask_in, ask_of, desk, desk_with};

fn check(text: &str, language: Language, kind: ReplyKind, topic: &str) -> Reply {
    let reply = ask(text);
    let found = reply.topic.as_ref().map_or("-", ledord::domain::TopicId::as_str);
    assert_eq!((reply.language, reply.kind, found), (language, kind, topic), "{text}");
    reply
}

#[test]
fn the_questions_of_the_readme_are_answered_in_their_own_language() {
    let reply = check("Vad är cybersäkerhet?", Language::Swedish, ReplyKind::Answer, "cyber-security");
    assert!(!reply.sources.is_empty() && !reply.review.is_empty());
    let reply = check(
        "mitä eroa tietosuojalla ja tietoturvalla on?",
        Language::Finnish,
        ReplyKind::Compare,
        "data-protection",
    );
    assert_eq!(reply.topics.last().map(ledord::domain::TopicId::as_str), Some("information-security"));
    check(
        "How can I see what data the municipality holds on me?",
        Language::English,
        ReplyKind::Answer,
        "proc-own-data",
    );
    let reply =
        check("when does the swimming hall open on Saturday", Language::English, ReplyKind::NoAnswer, "-");
    assert!(reply.sources.is_empty() && reply.actions.is_empty());
    assert!(!reply.review.is_empty(), "says whom to ask");
}

#[test]
fn the_word_that_the_asker_used_is_met_first() {
    let lead = |text: &str| ask(text).lead.unwrap_or_default();
    assert_eq!(lead("vad är datasäkerhet"), "Datasäkerhet, officiellt informationssäkerhet.");
    assert_eq!(lead("mikä on tietoturva?"), "Tietoturva, virallisesti tietoturvallisuus.");
    assert_eq!(lead("Vad är informationssäkerhet?"), "", "the official word needs no introduction");
    assert!(
        lead("vad är konfidentialitet").starts_with("Konfidentialitet: "),
        "a word with a line of its own"
    );
}

#[test]
fn two_words_are_compared_however_they_are_asked() {
    for text in [
        "dataskydd vs datasäkerhet??",
        "Vad är skillnaden mellan dataskydd och informationssäkerhet?",
        "är dataskydd samma sak som datasäkerhet",
        "dataskydd eller datasäkerhet?",
    ] {
        check(text, Language::Swedish, ReplyKind::Compare, "data-protection");
    }
    let reply = check(
        "onks kyberturva ja tietoturva sama asia",
        Language::Finnish,
        ReplyKind::Compare,
        "cyber-security",
    );
    assert_eq!(reply.lead.as_deref(), Some("Ei ihan sama asia."));
    assert_eq!(reply.entries.len(), 2);
    assert!(reply.closing.is_some());
    let reply = check(
        "tietoturvavastava ja tietosuojavastaava onks ne sama homma",
        Language::Finnish,
        ReplyKind::Compare,
        "role-infosec-officer",
    );
    assert_eq!(reply.entries.len(), 2, "one slip is put right");
    let reply = check(
        "What is the difference between varautuminen and valmius?",
        Language::English,
        ReplyKind::Answer,
        "preparedness",
    );
    assert!(reply.lead.is_some());
}

#[test]
fn a_procedure_shows_its_time_limits_and_never_invents_them() {
    let reply = ask_in(Language::English, "How can I see what data the municipality holds on me?");
    let limits = reply.sections.iter().find(|section| section.heading == "Time limits").unwrap();
    let text = limits.body.to_plain_text();
    assert!(text.starts_with("- 1 month. The clock starts when the municipality"), "{text}");
    assert!(text.contains("2 months"), "{text}");
    let reply = ask_in(Language::Finnish, "tietosuojaloukkaus");
    assert!(reply.sections.iter().any(|section| section.body.to_plain_text().contains("72 tuntia")));
}

#[test]
fn the_router_asks_one_question_back() {
    let reply = check("tietopyyntö", Language::Finnish, ReplyKind::Guide, "proc-which-request");
    let labels: Vec<&str> = reply.actions.iter().map(|action| action.label.as_str()).take(2).collect();
    assert_eq!(labels, ["Tiedot sinusta itsestäsi", "Asiakirja tai muu tieto"]);
}

#[test]
fn personal_data_is_taken_out_and_the_rest_is_answered() {
    let reply = check(
        "Voiko henkilö 131052-308T pyytää omia tietojaan?",
        Language::Finnish,
        ReplyKind::PersonalData,
        "proc-own-data",
    );
    let text = reply.answer_text();
    assert!(text.contains("henkilötunnus (••••••-••••)"), "{text}");
    assert!(!format!("{reply:?}").contains("131052"), "nothing of the code is repeated");
    assert!(!reply.sources.is_empty());
    let reply = ask_in(Language::English, "131052-308T");
    assert_eq!((reply.kind, reply.topic), (ReplyKind::PersonalData, None));
    let reply = ask_in(Language::Swedish, "anna@exempel.fi simhallens öppettider");
    assert_eq!((reply.kind, reply.topic), (ReplyKind::PersonalData, None));
    assert!(reply.sources.is_empty(), "no sources when the rest is not known");
}

#[test]
fn what_only_the_municipality_knows_is_shown_or_said_to_be_missing() {
    let text = "kuka on meijän tietosuojavastaava ja mikä sen puhnro on";
    let reply = check(text, Language::Finnish, ReplyKind::Answer, "local-admin-info");
    assert!(reply.answer_text().contains("Ylläpitäjä"), "says who can set it");
    let config =
        "[organisation.dpo]\nname = \"Maija Malli\"\nphone = \"000 0000\"\nemail = \"dso@example.org\"";
    let config = ledord::config::Config::parse(config, std::path::Path::new("test.toml")).unwrap();
    let desk = desk_with(KnowledgeSource::default(), config.organisation.to_domain());
    let reply = ask_of(&desk, LanguageHints::only_fallback(Language::English), text);
    assert_eq!(
        reply.answer_text(),
        "- Nimi: Maija Malli\n- Puhelin: 000 0000\n- Sähköposti: dso@example.org"
    );
    let reply = ask_of(&desk, LanguageHints::chosen(Language::English), "I sent a file to the wrong person");
    assert!(reply.answer_text().contains("dso@example.org"), "placeholders take the municipality's values");
}

#[test]
fn a_contact_named_in_passing_does_not_hide_the_question() {
    for text in [
        "I sent an email to the wrong person should I contact the DPO",
        "Pitääkö tietosuojavastaavaan ottaa yhteyttä kun lähetin sähköpostin väärälle henkilölle",
    ] {
        assert_eq!(ask(text).topic.unwrap().as_str(), "proc-data-breach", "{text}");
    }
    for text in [
        "välfärdsområdet skickade patientuppgifter till oss per e-post",
        "vem är dataskyddsombudets chef",
        "ska jag kontakta dataskyddsombudet vid en dataläcka",
    ] {
        assert_ne!(
            ask(text).topic.map(|topic| topic.to_string()).as_deref(),
            Some("local-admin-info"),
            "{text}"
        );
    }
}

#[test]
fn panic_is_met_with_the_first_step() {
    for text in ["vi har blivit hackade", "ransomware!! what do we do", "klikkasin outoa linkkiä"] {
        let reply = ask(text);
        let leads_on = ["proc-data-breach", "proc-incident-report", "proc-phishing", "lead-ransomware"];
        assert!(reply.topics.iter().any(|topic| leads_on.contains(&topic.as_str())), "{text}");
        assert_ne!(reply.kind, ReplyKind::NoAnswer, "{text}");
        assert!(reply.actions.len() >= 2, "{text}");
    }
}

#[test]
fn the_same_person_is_no_comparison_and_terms_are_compared_by_their_own_lines() {
    let reply = ask("Can the same person be responsible for data protection and information security?");
    assert_ne!(reply.kind, ReplyKind::Compare);
    let reply = check(
        "What is the difference between GDPR and NIS2?",
        Language::English,
        ReplyKind::Compare,
        "law-gdpr",
    );
    assert_eq!(reply.title.as_deref(), Some("General Data Protection Regulation and NIS2"));
    assert!(reply.closing.is_none());
}

#[test]
fn the_platforms_locale_wins_over_the_questions_language_and_a_choice_over_both() {
    let locale = LanguageHints { chosen: None, locale: Some(Language::Finnish), fallback: Language::English };
    assert_eq!(ask_of(desk(), locale, "Vad är cybersäkerhet?").language, Language::Finnish);
    let chosen = LanguageHints { chosen: Some(Language::English), ..locale };
    assert_eq!(ask_of(desk(), chosen, "Vad är cybersäkerhet?").language, Language::English);
}

#[test]
fn a_bare_name_is_answered_in_the_language_whose_name_it_is() {
    let open = LanguageHints::only_fallback(Language::English);
    for (text, language) in [
        ("Kunduppgiftslagen?", Language::Swedish),
        ("utpressningsprogram", Language::Swedish),
        ("Digitaalinen toimintaympäristö?", Language::Finnish),
        ("ransomware", Language::English),
        ("Digifika?", Language::English),
    ] {
        assert_eq!(ask_of(desk(), open, text).language, language, "{text}");
    }
}

#[test]
fn ordinary_forms_of_a_known_word_are_known() {
    for (language, text, topic) in [
        (Language::Finnish, "voiko kunta joutua sakkoihin", "law-data-protection-act"),
        (Language::English, "are minutes public", "proc-web-publication"),
    ] {
        let reply = ask_in(language, text);
        assert!(reply.topics.iter().any(|found| found.as_str() == topic), "{text}: {:?}", reply.topics);
    }
    assert_ne!(ask_in(Language::English, "does penicillin help against a virus").kind, ReplyKind::Answer);
}

#[test]
fn what_only_shares_words_with_a_topic_is_not_answered() {
    for text in [
        "How do I appeal a parking fine?",
        "I lost my library card, where do I get a new one?",
        "tuleeko huomenna lunta",
        "Hur överklagar man ett fastighetsskattebeslut?",
    ] {
        let kind = ask(text).kind;
        assert!(matches!(kind, ReplyKind::NoAnswer | ReplyKind::DidYouMean), "{text}: {kind:?}");
    }
}

#[test]
fn a_municipality_on_aland_is_told_that_other_laws_apply() {
    let organisation =
        Organisation { region: ledord::domain::organisation::Region::Aland, ..Organisation::default() };
    let desk = desk_with(KnowledgeSource::default(), organisation);
    let reply = ask_of(&desk, LanguageHints::chosen(Language::Swedish), "begäran om handling");
    assert!(reply.review.iter().any(|line| line.contains("Åland")), "{:?}", reply.review);
}

#[test]
fn help_and_privacy_are_about_the_bot_itself() {
    check("vad kan du?", Language::Swedish, ReplyKind::Help, "bot-help");
    check("tallennetaanko mitä kirjoitan tänne?", Language::Finnish, ReplyKind::Help, "bot-help");
    let reply = check("Is what I type here stored?", Language::English, ReplyKind::Help, "bot-help");
    assert!(reply.answer_text().contains("not"), "{}", reply.answer_text());
}

#[test]
fn a_word_of_another_language_is_understood_and_answered_in_the_askers() {
    let reply = ask_in(Language::Swedish, "tietosuoja");
    assert_eq!(reply.language, Language::Swedish);
    assert_eq!(reply.topic.unwrap().as_str(), "data-protection");
    assert_eq!(reply.title.as_deref(), Some("Dataskydd"));
}

#[test]
fn every_example_question_finds_its_own_article() {
    let snapshot = desk().snapshot();
    let astray = ledord::snapshot::example_questions_astray(&snapshot).unwrap();
    assert!(astray.is_empty(), "{astray:#?}");
}

#[test]
fn every_known_term_of_a_text_is_found_inflected_or_compounded() {
    let text = "Vi behöver en DPIA innan PUB-avtalet skrivs. Dataskyddets riskhanteringsplan är klar.";
    let snapshot = desk().snapshot();
    let found: Vec<(&str, String)> = snapshot
        .terms_in(text, Language::Swedish)
        .into_iter()
        .map(|mention| (&text[mention.place.clone()], mention.topics[0].to_string()))
        .collect();
    assert_eq!(
        found,
        [
            ("DPIA", "data-protection".to_owned()),
            ("PUB-avtalet", "data-protection".to_owned()),
            ("Dataskyddets", "data-protection".to_owned()),
            ("riskhanteringsplan", "risk-management".to_owned()),
        ]
    );
}

#[test]
fn two_stop_words_make_no_word_together() {
    let snapshot = desk().snapshot();
    let ranked = |question: &str| -> Vec<(String, f32)> {
        let found = snapshot.rank(Language::Swedish, question, 3).unwrap();
        found.iter().map(|found| (found.article.topic.to_string(), found.confidence)).collect()
    };
    // `det ta` is no `detta`; in Swedish the order of words tells nothing else.
    assert_eq!(ranked("hur länge får det ta att svara"), ranked("hur länge får ta det att svara"));
    assert_ne!(ranked("kommunens data skydd"), ranked("kommunens skydd data"));
}
