//! What hosts and everybody else do with the sessions of networks, on a real store.

use std::sync::Arc;

use jiff::civil::Weekday;
use ledord::domain::language::PerLanguage;
use ledord::domain::session::{Change, Lead, Network, Nth, Person, Rule, Series, SeriesId, SeriesState};
use ledord::domain::{Language, Organisation, Target, TopicId};
use ledord::l10n::{Catalog, Message};
use ledord::service::{KnowledgeSource, SessionSettings};
use ledord::store::{Location, SqlStore, Store};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::desk_with;
use crate::support::discord::{Stage, button_id, is_hidden, shown};
use crate::support::fake_discord::Recorded;
use crate::support::fake_discord::payloads::{
    self, Asker, CHANNEL, MEMBER_PERMISSIONS, Place, USER, autocomplete_in, form, mention, option,
    subcommand, subcommand_with, with_channel,
};

const NETWORK: &str = "net-kaffe-med-uffe";
const HOST_ROLE: &str = "1500000000000000009";
const LANGUAGES: [(&str, Language); 4] = [
    ("sv-SE", Language::Swedish),
    ("fi", Language::Finnish),
    ("en-GB", Language::English),
    ("en-US", Language::English),
];

/// A bot with one network and a store of its own.
struct Scene {
    stage: Stage,
    store: Arc<SqlStore>,
    folder: TempDir,
}

/// The asker of the tests is a host.
async fn hosted() -> Scene {
    scene(format!("discord:user:{USER}")).await
}

async fn scene(host: String) -> Scene {
    let folder = tempfile::tempdir().unwrap();
    let store = SqlStore::open(&Location::File(folder.path().join("ledord.db"))).await.unwrap();
    let store = Arc::new(store);
    let service = desk_with(KnowledgeSource::default(), Organisation::default());
    let service =
        service.with_sessions(SessionSettings { networks: vec![network(&host)], ..Default::default() });
    service.open_store(Arc::clone(&store) as Arc<dyn Store>).await.unwrap();
    Scene { stage: Stage::new(service).await, store, folder }
}

fn network(host: &str) -> Network {
    Network {
        id: TopicId::parse(NETWORK).unwrap(),
        names: PerLanguage(["Kaffe med Uffe", "Kahvit Uffen kanssa", "Coffee with Uffe"].map(String::from)),
        hosts: vec![Person { name: "Uffe".into(), id: host.parse().unwrap() }],
        deputies: vec![],
        language: Language::Swedish,
        targets: vec![format!("discord:channel:{CHANNEL}").parse().unwrap()],
        fallback: None,
        link: Some("https://meet.example.org/uffe".into()),
        leads: vec![Lead::Days(7), Lead::Days(1), Lead::Minutes(15)],
        confirm_days: 5,
    }
}

/// A monthly series that has begun, as the store holds it.
fn series(id: i64) -> Series {
    Series {
        id: SeriesId(id),
        network: TopicId::parse(NETWORK).unwrap(),
        state: SeriesState::Active,
        start: jiff::civil::date(2026, 1, 29).at(9, 0, 0, 0),
        zone: jiff::tz::TimeZone::get("Europe/Helsinki").unwrap(),
        duration_minutes: 45,
        rule: Some(Rule::MonthlyByWeekday { every: 1, nth: Nth::Last, day: Weekday::Thursday }),
        ends_on: None,
        link: None,
        about: None,
        targets: vec![],
        leads: vec![],
        host: format!("discord:user:{USER}").parse().unwrap(),
        since: "2026-01-01T00:00:00Z".parse().unwrap(),
        sequence: 0,
        changes: vec![],
    }
}

fn say(language: Language, message: &Message<'_>) -> String {
    Catalog::load().unwrap().say(language, message)
}

impl Scene {
    async fn with_series(self) -> Self {
        assert!(self.store.insert_series(&series(7)).await.unwrap());
        // Whatever is asked of sessions has them read anew.
        self.said(&Asker::speaking("sv-SE"), "list", json!([])).await;
        self
    }

    async fn only_series(&self) -> Series {
        let mut all = self.store.series().await.unwrap();
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    async fn only_change(&self) -> Change {
        let mut changes = self.only_series().await.changes;
        assert_eq!(changes.len(), 1, "{changes:?}");
        changes.remove(0)
    }

    async fn said(&self, asker: &Asker, sub: &str, options: Value) -> Recorded {
        self.stage.answer(subcommand_with(self.stage.id(), asker, "session", sub, options)).await
    }

    async fn press(&self, asker: &Asker, on: &Recorded, label: &str) -> Recorded {
        self.stage.answer(payloads::button(self.stage.id(), asker, &button_id(on, label))).await
    }

    /// What is offered while somebody types: labels and values.
    async fn offered(
        &self,
        asker: &Asker,
        sub: &str,
        typing: (&str, &str),
        chosen: &[(&str, &str)],
    ) -> Vec<(String, String)> {
        let id = self.stage.id();
        let answer = self.stage.answer(autocomplete_in(id, asker, "session", sub, typing, chosen)).await;
        let choices = answer.body["data"]["choices"].as_array().unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        choices.iter().map(|choice| (text(&choice["name"]), text(&choice["value"]))).collect()
    }

    /// The nearest coming date of the series, as it is chosen from the list.
    async fn next_date(&self, asker: &Asker) -> String {
        let offered = self.offered(asker, "skip", ("date", ""), &[("series", "7")]).await;
        offered.first().unwrap().1.clone()
    }
}

/// The values with which a form opens, by field.
fn prefilled(modal: &Recorded) -> Vec<(String, Option<String>)> {
    assert_eq!(modal.body["type"], 9, "{:?}", modal.body);
    let rows = modal.body["data"]["components"].as_array().unwrap();
    let fields = rows.iter().map(|row| &row["components"][0]);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    fields.map(|field| (text(&field["custom_id"]).unwrap(), text(&field["value"]))).collect()
}

fn modal_id(modal: &Recorded) -> String {
    modal.body["data"]["custom_id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_announces_by_a_form_sees_the_dates_and_saves() {
    for (locale, language) in LANGUAGES {
        let scene = hosted().await;
        let asker = Asker::speaking(locale);
        let opened = scene.said(&asker, "announce", json!([option("network", NETWORK)])).await;
        let fields = prefilled(&opened);
        let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["when", "length", "link", "reminders", "topic"]);
        assert!(fields.iter().all(|(_, value)| value.is_none()), "nothing was typed yet");
        for row in opened.body["data"]["components"].as_array().unwrap() {
            let length = |key: &str| row["components"][0][key].as_str().unwrap().chars().count();
            assert!(length("label") <= 45 && length("placeholder") <= 100, "{row}");
        }
        let id = modal_id(&opened);
        assert!(id.contains(NETWORK), "{id}");

        // A field that cannot be read: said so, and nothing that was typed is lost.
        let typed = [("when", "marker"), ("length", "45"), ("link", ""), ("reminders", "7d"), ("topic", "")];
        let unread = scene.stage.answer(form(scene.stage.id(), &asker, &id, &typed)).await;
        assert!(is_hidden(&unread));
        assert!(scene.store.series().await.unwrap().is_empty());
        let again = scene.press(&asker, &unread, &say(language, &Message::ButtonChangeForm)).await;
        assert_eq!(modal_id(&again), id);
        assert_eq!(prefilled(&again)[0].1.as_deref(), Some("marker"));
        assert_eq!(prefilled(&again)[1].1.as_deref(), Some("45"));
        assert_eq!(prefilled(&again)[2].1, None);

        let when = match language {
            Language::Swedish => "sista torsdagen i månaden kl. 9",
            Language::Finnish => "kuukauden viimeinen torstai klo 9",
            Language::English => "last Thursday of the month 09:00",
        };
        let typed = [
            ("when", when),
            ("length", "45 min"),
            ("link", ""),
            ("reminders", "7 d, 1 d"),
            ("topic", "NIS2"),
        ];
        let preview = scene.stage.answer(form(scene.stage.id(), &asker, &id, &typed)).await;
        assert!(is_hidden(&preview), "{}", shown(&preview));
        assert_eq!(scene.only_series().await.state, SeriesState::Draft, "{}", shown(&preview));
        let _ = button_id(&preview, &say(language, &Message::ButtonChangeForm));
        let saved = scene.press(&asker, &preview, &say(language, &Message::ButtonSave)).await;
        assert!(is_hidden(&saved));
        let series = scene.only_series().await;
        assert_eq!(series.state, SeriesState::Active, "{}", shown(&saved));
        let topics: Vec<_> = series.changes.iter().map(|change| change.topic.as_deref()).collect();
        assert_eq!((series.duration_minutes, topics), (45, vec![Some("NIS2")]), "of the first date alone");
        assert_eq!(series.host.to_string(), format!("discord:user:{USER}"));
        assert_eq!(series.leads, [Lead::Days(7), Lead::Days(1)]);

        // What is saved needs no keeping.
        let anew = scene.said(&asker, "announce", json!([option("network", NETWORK)])).await;
        assert!(prefilled(&anew).iter().all(|(_, value)| value.is_none()));
        scene.stage.assert_nothing_public("NIS2");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reminders_go_to_a_chosen_channel_only_if_the_host_may_write_there() {
    let scene = hosted().await;
    let asker = Asker::speaking("en-GB");
    let chosen = |permissions| {
        let options = json!([option("network", "coffee")]);
        let said = subcommand_with(scene.stage.id(), &asker, "session", "announce", options);
        with_channel(said, CHANNEL, permissions)
    };
    let refused = scene.stage.answer(chosen("1024")).await;
    assert_eq!(refused.body["type"], 4);
    assert!(shown(&refused).contains("You may not write in that channel"), "{}", shown(&refused));
    let opened = scene.stage.answer(chosen(MEMBER_PERMISSIONS)).await;
    assert!(modal_id(&opened).ends_with(CHANNEL));
    let typed =
        [("when", "2027-01-28 09:00"), ("length", ""), ("link", ""), ("reminders", ""), ("topic", "")];
    scene.stage.answer(form(scene.stage.id(), &asker, &modal_id(&opened), &typed)).await;
    let target: Target = format!("discord:channel:{CHANNEL}").parse().unwrap();
    assert_eq!(scene.only_series().await.targets, [target]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_hosts_change_anything_and_others_are_told_who_can() {
    let scene = scene(format!("discord:role:{HOST_ROLE}")).await.with_series().await;
    for (locale, _) in LANGUAGES {
        let member = Asker::speaking(locale);
        let date = json!([option("date", "2027-01-28T09:00"), option("series", "7")]);
        for (sub, options) in [
            ("announce", json!([option("network", NETWORK)])),
            ("skip", date.clone()),
            ("set", json!([option("date", "2027-01-28T09:00"), option("topic", "x"), option("series", "7")])),
            ("end", json!([option("series", "7")])),
            ("receipt", json!([option("series", "7")])),
        ] {
            let refused = scene.said(&member, sub, options).await;
            assert_eq!(refused.body["type"], 4, "{sub}");
            assert!(is_hidden(&refused) && shown(&refused).contains("Uffe"), "{sub}: {}", shown(&refused));
        }
        assert!(scene.offered(&member, "skip", ("series", ""), &[]).await.is_empty());
    }
    assert_eq!(scene.only_series().await, series(7));
    let host = Asker { roles: vec![HOST_ROLE], ..Asker::speaking("sv-SE") };
    let opened = scene.said(&host, "announce", json!([option("network", NETWORK)])).await;
    assert_eq!(opened.body["type"], 9, "a role makes a host");
    scene.said(&host, "pause", json!([])).await;
    assert_eq!(scene.only_series().await.state, SeriesState::Paused);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_changes_single_dates_and_sees_what_was_sent() {
    let scene = hosted().await.with_series().await;
    let asker = Asker::speaking("en-GB");
    let date = scene.next_date(&asker).await;
    let on_date = |more: Vec<Value>| {
        let mut options = vec![option("date", &date)];
        options.extend(more);
        json!(options)
    };
    let set = on_date(vec![option("topic", "Passkeys"), option("link", "https://meet.example.org/one")]);
    let answer = scene.said(&asker, "set", set).await;
    let change = scene.only_change().await;
    assert_eq!(change.topic.as_deref(), Some("Passkeys"), "{}", shown(&answer));
    assert_eq!(change.link.as_deref(), Some("https://meet.example.org/one"));

    scene.said(&asker, "move", on_date(vec![option("to", "10:30")])).await;
    let moved = scene.only_change().await.moved_to.unwrap();
    assert_eq!((moved.date(), moved.hour(), moved.minute()), (change.original.date(), 10, 30));
    assert_eq!(scene.only_change().await.topic.as_deref(), Some("Passkeys"), "the topic stays");

    let skipped = scene.said(&asker, "skip", on_date(vec![])).await;
    assert!(scene.only_change().await.is_skipped, "{}", shown(&skipped));
    for (sub, options) in [("receipt", json!([])), ("preview", json!([])), ("list", json!([]))] {
        let answer = scene.said(&asker, sub, options).await;
        assert!(is_hidden(&answer) && answer.body["type"] == 4, "{sub}");
        assert!(shown(&answer).contains("Coffee with Uffe"), "{sub}: {}", shown(&answer));
    }
    scene.said(&asker, "end", json!([option("series", "7")])).await;
    assert_eq!(scene.only_series().await.state, SeriesState::Ended);
}

#[tokio::test(flavor = "multi_thread")]
async fn networks_series_and_dates_are_offered_while_somebody_types() {
    let scene = hosted().await.with_series().await;
    for (locale, language) in LANGUAGES {
        let asker = Asker::speaking(locale);
        let names = network("discord:user:1").names;
        let expected = (names.get(language).clone(), NETWORK.to_owned());
        assert_eq!(scene.offered(&asker, "next", ("network", "uff"), &[]).await, [expected]);
        assert!(scene.offered(&asker, "next", ("network", "xyzzy"), &[]).await.is_empty());
        let series = scene.offered(&asker, "skip", ("series", ""), &[]).await;
        assert_eq!(series.len(), 1);
        assert_eq!(series[0].1, "7");
        for chosen in [vec![("series", "7")], vec![]] {
            let dates = scene.offered(&asker, "skip", ("date", ""), &chosen).await;
            assert!(dates.len() >= 12, "{dates:?}");
            assert!(dates.iter().all(|(_, value)| value.ends_with("T09:00")), "{dates:?}");
        }
        let anybody = Asker { place: Place::Direct, ..asker };
        let dates = scene.offered(&anybody, "calendar", ("date", ""), &[("network", NETWORK)]).await;
        assert!(dates.len() >= 12, "{dates:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_confirms_and_moves_by_buttons_in_a_private_message() {
    let scene = hosted().await.with_series().await;
    let date = scene.next_date(&Asker::default()).await;
    let compact: String = date.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let host = Asker { place: Place::Direct, ..Asker::speaking("fi") };
    let stamp = "0123456789abcdef01234567";
    let press = |id: String| scene.stage.answer(payloads::button(scene.stage.id(), &host, &id));
    let answer = press(format!("l1:sv:a:o.c.7.{compact}#{stamp}")).await;
    assert_eq!(answer.body["type"], 4);
    assert!(scene.only_change().await.is_confirmed, "{}", shown(&answer));

    let opened = press(format!("l1:sv:f:o.m.7.{compact}#{stamp}")).await;
    let sent = form(scene.stage.id(), &host, &modal_id(&opened), &[("when", "11:00")]);
    let answer = scene.stage.answer(sent).await;
    assert_eq!(
        scene.only_change().await.moved_to.map(jiff::civil::DateTime::hour),
        Some(11),
        "{}",
        shown(&answer)
    );

    let opened = press(format!("l1:sv:f:o.t.7.{compact}#{stamp}")).await;
    let fields = [("topic", "NIS2"), ("speaker", ""), ("link", ""), ("note", "")];
    scene.stage.answer(form(scene.stage.id(), &host, &modal_id(&opened), &fields)).await;
    assert_eq!(scene.only_change().await.topic.as_deref(), Some("NIS2"));

    let answer = press(format!("l1:sv:a:o.s.7.{compact}#{stamp}")).await;
    assert!(scene.only_change().await.is_skipped, "{}", shown(&answer));
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_follows_a_network_and_leaves_it_again() {
    let scene = scene("discord:user:1".into()).await.with_series().await;
    for (locale, language) in LANGUAGES {
        let asker = Asker::speaking(locale);
        let followed = scene.said(&asker, "follow", json!([option("network", NETWORK)])).await;
        assert!(is_hidden(&followed));
        let follows = scene.store.follows().await.unwrap();
        assert_eq!(follows.len(), 1, "{}", shown(&followed));
        assert_eq!(follows[0].person.to_string(), format!("discord:user:{USER}"));
        assert_eq!(follows[0].language, language);
        let left = scene.said(&asker, "unfollow", json!([option("network", "kaffe med uffe")])).await;
        assert!(is_hidden(&left));
        assert!(scene.store.follows().await.unwrap().is_empty(), "{}", shown(&left));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_comes_as_a_calendar_file() {
    let scene = scene("discord:user:1".into()).await.with_series().await;
    let asker = Asker::speaking("en-GB");
    let answer = scene.said(&asker, "calendar", json!([option("network", NETWORK)])).await;
    assert!(is_hidden(&answer));
    let files = scene.stage.fake.files();
    assert_eq!(files.len(), 1, "{}", shown(&answer));
    assert!(files[0].0.rsplit_once('.').is_some_and(|(_, end)| end == "ics"), "{}", files[0].0);
    assert!(files[0].1.starts_with("BEGIN:VCALENDAR\r\n") && files[0].1.contains("BEGIN:VEVENT"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_for_the_next_session_may_follow_and_take_a_calendar_file() {
    let scene = scene("discord:user:1".into()).await.with_series().await;
    for (locale, language, question) in [
        ("sv-SE", Language::Swedish, "när är nästa Kaffe med Uffe?"),
        ("fi", Language::Finnish, "milloin on seuraava Kaffe med Uffe?"),
        ("en-GB", Language::English, "when's the next coffee with uffe"),
    ] {
        let (follow, calendar) =
            (say(language, &Message::ButtonFollow), say(language, &Message::ButtonCalendar));
        let asker = Asker::speaking(locale);
        let slash = payloads::slash(scene.stage.id(), &asker, "ask", json!([option("question", question)]));
        let private = scene.stage.answer(slash).await;
        let posts = scene.stage.fake.messages(CHANNEL).len();
        scene.stage.fake.dispatch("MESSAGE_CREATE", mention(scene.stage.id(), question));
        let public = scene.stage.posted(posts).await;
        for on in [&private, &public] {
            assert!(shown(on).contains('9'), "{}", shown(on));
            let answer = scene.press(&asker, on, &follow).await;
            assert!(is_hidden(&answer), "{}", shown(&answer));
            assert_eq!(scene.store.follows().await.unwrap().len(), 1, "{}", shown(&answer));
            scene.said(&asker, "unfollow", json!([option("network", NETWORK)])).await;
            let files = scene.stage.fake.files().len();
            let answer = scene.press(&asker, on, &calendar).await;
            assert!(is_hidden(&answer));
            assert_eq!(scene.stage.fake.files().len(), files + 1, "{}", shown(&answer));
        }
    }
    assert_eq!(scene.stage.fake.files().len(), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_store_does_not_cost_an_answer() {
    let scene = hosted().await.with_series().await;
    let asker = Asker::speaking("en-GB");
    let file = scene.folder.path().join("ledord.db");
    let other = sqlx::SqlitePool::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    let busy = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let said = subcommand(scene.stage.id(), &asker, "session", "pause");
    let token = said["token"].as_str().unwrap().to_owned();
    scene.stage.send(said.clone());
    let deferred = scene.stage.callback(&token).await;
    assert_eq!((deferred.body["type"].as_u64(), is_hidden(&deferred)), (Some(5), true));
    busy.rollback().await.unwrap();
    let edited = scene.stage.fake.request("the edit", |request| request.method == "PATCH").await;
    assert_eq!(scene.only_series().await.state, SeriesState::Paused, "{}", shown(&edited));
    // Discord may say it twice; it is done once.
    let sequence = scene.only_series().await.sequence;
    scene.stage.send(said);
    scene.said(&asker, "list", json!([])).await;
    assert_eq!(scene.only_series().await.sequence, sequence);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_is_named_in_every_language_within_the_limits_of_discord() {
    let scene = hosted().await;
    let registered = scene.stage.fake.request("the commands", |request| request.method == "PUT").await;
    let commands = registered.body.as_array().unwrap();
    let session = commands.iter().find(|command| command["name"] == "session").unwrap();
    let mut lines = Vec::new();
    for (locale, _) in LANGUAGES {
        siblings_differ(session, locale);
        lines.extend(outline(session, locale, 0));
    }
    insta::assert_snapshot!("session_command", lines.join("\n"));
    let size = size(session);
    assert!(size <= 8000, "{size} characters");
}

fn name<'a>(value: &'a Value, locale: &str) -> &'a str {
    value["name_localizations"][locale].as_str().unwrap_or_else(|| panic!("no name in {locale}: {value}"))
}

/// A command as somebody sees it.
fn outline(value: &Value, locale: &str, depth: usize) -> Vec<String> {
    let about = value["description_localizations"][locale].as_str().unwrap();
    let needed = if value["required"] == true { " (required)" } else { "" };
    let mut lines = vec![format!("{}{}{needed}: {about}", "  ".repeat(depth), name(value, locale))];
    for option in value["options"].as_array().into_iter().flatten() {
        lines.extend(outline(option, locale, depth + 1));
    }
    lines
}

fn siblings_differ(value: &Value, locale: &str) {
    let options: Vec<&Value> = value["options"].as_array().into_iter().flatten().collect();
    let mut names: Vec<&str> = options.iter().map(|option| name(option, locale)).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count, "{locale} {names:?}");
    for option in options {
        siblings_differ(option, locale);
    }
}

/// Names, descriptions and values, each in its longest language (Application Commands, limits).
fn size(value: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let longest = |key: &str| {
        let localized = value[format!("{key}_localizations")].as_object().into_iter().flatten();
        localized.map(|(_, text)| length(text)).max().unwrap_or(0).max(length(&value[key]))
    };
    let options: usize = value["options"].as_array().into_iter().flatten().map(size).sum();
    longest("name") + longest("description") + options
}
