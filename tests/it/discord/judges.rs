//! The judges refuse what Discord would refuse, and take what it takes.

use std::collections::HashMap;
use std::time::Instant;

use serde_json::{Value, json};

use crate::support::fake_discord::Recorded;
use crate::support::fake_discord::judges::{has_openapi_file, judge, twilight_reads};
use crate::support::fake_discord::payloads::{self, Asker, Place, guild, ready};

fn problems(method: &str, path: &str, body: Value) -> Vec<String> {
    judge(&Recorded {
        at: Instant::now(),
        method: method.to_owned(),
        path: format!("/api/v10{path}"),
        query: String::new(),
        headers: HashMap::new(),
        body,
        status: 200,
    })
}

/// What only Discord's description of its API refuses: where that is not there, which is said aloud, nobody can tell.
const BY_THE_FILE: [&str; 4] = ["a misspelt field", "an unknown field", "no such path", "no such method"];

fn assert_refused(what: &str, problems: &[String]) {
    let nobody_can_tell = !has_openapi_file() && BY_THE_FILE.contains(&what);
    assert!(nobody_can_tell || !problems.is_empty(), "{what}");
}

fn message() -> Value {
    json!({"content": "x", "nonce": "m1", "enforce_nonce": true, "allowed_mentions": {"parse": []}})
}

fn with(mut value: Value, key: &str, change: Value) -> Value {
    value[key] = change;
    value
}

#[test]
fn a_sound_message_passes_and_every_unsound_one_is_refused() {
    let path = "/channels/1/messages";
    assert_eq!(problems("POST", path, message()), Vec::<String>::new());
    let button = |label: &str, id: &str| json!({"type": 2, "style": 1, "label": label, "custom_id": id});
    let row = |buttons: Vec<Value>| json!([{"type": 1, "components": buttons}]);
    let long = "x".repeat(2001);
    for (what, body) in [
        ("a misspelt field", with(message(), "contents", json!("x"))),
        ("too long a text", with(message(), "content", json!(long))),
        ("no nonce", with(message(), "nonce", Value::Null)),
        ("an unenforced nonce", with(message(), "enforce_nonce", json!(false))),
        ("a nonce that is too long", with(message(), "nonce", json!("x".repeat(26)))),
        ("somebody mentioned", with(message(), "allowed_mentions", json!({"parse": ["users"]}))),
        ("nothing said of mentions", with(message(), "allowed_mentions", Value::Null)),
        ("a user mentioned", with(message(), "allowed_mentions", json!({"parse": [], "users": ["1"]}))),
        ("a button without a label", with(message(), "components", row(vec![button("", "a")]))),
        ("one id twice", with(message(), "components", row(vec![button("a", "a"), button("b", "a")]))),
        (
            "six buttons in a row",
            with(message(), "components", row((0..6).map(|n| button("a", &n.to_string())).collect())),
        ),
        (
            "too much in embeds",
            with(message(), "embeds", json!([{"description": "x".repeat(4096)}, {"description": long}])),
        ),
        ("an empty embed", with(message(), "embeds", json!([{"description": ""}]))),
    ] {
        assert_refused(what, &problems("POST", path, body));
    }
    assert_refused("no such path", &problems("POST", "/no/such/path", json!({})));
    assert_refused("no such method", &problems("DELETE", "/gateway", Value::Null));
}

#[test]
fn unsound_commands_are_refused() {
    let path = "/applications/1/commands";
    let option = |name: &str, required: bool| json!({"type": 3, "name": name, "description": "x", "required": required});
    let command =
        json!({"name": "ask", "description": "x", "options": [option("a", true), option("b", false)]});
    assert_eq!(problems("PUT", path, json!([command])), Vec::<String>::new());
    for (what, unsound) in [
        (
            "a locale that Discord has not",
            with(command.clone(), "name_localizations", json!({"sv": "fråga"})),
        ),
        ("a capital letter", with(command.clone(), "name", json!("Ask"))),
        (
            "a required option last",
            with(command.clone(), "options", json!([option("a", false), option("b", true)])),
        ),
        ("too long a description", with(command.clone(), "description", json!("x".repeat(101)))),
        ("an unknown field", with(command, "descripton", json!("x"))),
    ] {
        assert_refused(what, &problems("PUT", path, json!([unsound])));
    }
}

#[test]
fn unsound_recurrences_are_refused() {
    let path = "/guilds/1/scheduled-events";
    let rule = json!({"start": "2026-12-01T08:00:00Z", "frequency": 1, "interval": 1, "by_n_weekday": [{"n": 4, "day": 3}]});
    let event = json!({"name": "Kaffe", "description": "x", "privacy_level": 2, "entity_type": 3, "scheduled_start_time": "2026-12-01T08:00:00Z",
        "scheduled_end_time": "2026-12-01T09:00:00Z", "entity_metadata": {"location": "x"}, "recurrence_rule": rule});
    assert_eq!(problems("POST", path, event.clone()), Vec::<String>::new());
    for (what, change) in [
        ("a count", with(rule.clone(), "count", json!(3))),
        ("every second month", with(rule.clone(), "interval", json!(2))),
        ("two kinds of days", with(rule.clone(), "by_weekday", json!([1]))),
        ("a sixth week", with(rule.clone(), "by_n_weekday", json!([{"n": 6, "day": 3}]))),
        (
            "weekly on two days",
            json!({"start": "2026-12-01T08:00:00Z", "frequency": 2, "interval": 1, "by_weekday": [1, 2]}),
        ),
        (
            "every third week",
            json!({"start": "2026-12-01T08:00:00Z", "frequency": 2, "interval": 3, "by_weekday": [1]}),
        ),
        (
            "yearly without a day",
            json!({"start": "2026-12-01T08:00:00Z", "frequency": 0, "interval": 1, "by_month": [1]}),
        ),
    ] {
        assert!(!problems("POST", path, with(event.clone(), "recurrence_rule", change)).is_empty(), "{what}");
    }
}

#[test]
fn what_the_fake_sends_is_read_by_another_library_too() {
    twilight_reads("READY", &ready("ws://127.0.0.1:1/gateway-ws")).unwrap();
    twilight_reads("GUILD_CREATE", &guild()).unwrap();
    for asker in [Asker::default(), Asker { place: Place::Direct, ..Asker::speaking("fi") }] {
        for interaction in [
            payloads::slash(1, &asker, "ask", json!([payloads::option("question", "x")])),
            payloads::subcommand(2, &asker, "admin", "reload"),
            payloads::autocomplete(3, &asker, "term", "term", "x"),
            payloads::message_command(4, &asker, "Explain", "x"),
            payloads::button(5, &asker, "x"),
            payloads::modal(6, &asker, "x", "question", "x"),
        ] {
            twilight_reads("INTERACTION_CREATE", &interaction).unwrap();
        }
    }
    for message in
        [payloads::direct_message(7, "x"), payloads::mention(8, "x"), payloads::channel_message(9, "x")]
    {
        twilight_reads("MESSAGE_CREATE", &message).unwrap();
    }
}
