//! Judges of what the bot sends, by other hands than ours: Discord's official OpenAPI file, and twilight. What both miss
//! is checked by hand from Discord's documentation.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

use serde_json::{Value, json};

use super::Recorded;

/// What serenity writes that Discord takes and a strict reading of its file does not. Only in the list of commands.
mod tolerated {
    use super::Value;

    /// A file that comes along is named by its number in the request, which Discord's documentation writes as a number (Uploading
    /// Files), and its file as text.
    pub(super) fn numbers_of_new_files(body: &mut Value) {
        for message in ["/attachments", "/data/attachments"] {
            let files = body.pointer_mut(message).and_then(Value::as_array_mut);
            for file in files.into_iter().flatten() {
                if let Some(number) = file["id"].as_u64() {
                    file["id"] = number.to_string().into();
                }
            }
        }
    }

    /// Limits that are not set, as null; lists that are not used, as empty; defaults, also on options that cannot have them;
    /// `nsfw`, which Discord documents but its file lacks.
    pub(super) fn unused_fields_of_commands(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("nsfw");
                fields.retain(|key, value| match key.as_str() {
                    "min_value" | "max_value" | "min_length" | "max_length" => !value.is_null(),
                    "options" | "choices" | "channel_types" => *value != Value::Array(vec![]),
                    "autocomplete" | "required" => *value != false,
                    _ => true,
                });
                fields.values_mut().for_each(unused_fields_of_commands);
            }
            Value::Array(items) => items.iter_mut().for_each(unused_fields_of_commands),
            _ => {}
        }
    }
}

/// Everything that is wrong with a request.
pub fn judge(request: &Recorded) -> Vec<String> {
    let mut problems = Vec::new();
    if let Some(spec) = Spec::get() {
        problems.extend(spec.problems(request));
    }
    problems.extend(twilight(request));
    problems.extend(by_hand(request));
    problems
}

/// Whether Discord's OpenAPI file is there to judge by.
pub fn has_openapi_file() -> bool {
    Spec::get().is_some()
}

/// Discord's OpenAPI file, read strictly: fields that it does not name are refused.
struct Spec {
    document: Value,
    registry: jsonschema::Registry<'static>,
    validators: Mutex<HashMap<String, Arc<jsonschema::Validator>>>,
}

impl Spec {
    /// `None`, loudly, when the file is not there; in CI that is an error.
    fn get() -> Option<&'static Self> {
        static SPEC: OnceLock<Option<Spec>> = OnceLock::new();
        SPEC.get_or_init(|| {
            let path = Self::path();
            let Ok(text) = std::fs::read(&path) else {
                let lost = format!("Discord's OpenAPI file is not at {}", path.display());
                assert!(std::env::var("CI").as_deref() != Ok("true"), "{lost}");
                eprintln!("SKIPPED: {lost}; requests are judged without it. Set DISCORD_OPENAPI.");
                return None;
            };
            Some(Self::new(&text))
        })
        .as_ref()
    }

    fn path() -> PathBuf {
        if let Ok(path) = std::env::var("DISCORD_OPENAPI") {
            return path.into();
        }
        let shared = std::env::var("LEDORD_SHARED").map(PathBuf::from);
        let shared = shared.unwrap_or_else(|_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"));
        shared.join("discord/openapi.json")
    }

    fn new(text: &[u8]) -> Self {
        let mut document: Value = serde_json::from_slice(text).unwrap();
        // Documented: such numbers may be written as text.
        let permissions =
            json!({"anyOf": [{"type": ["integer", "null"]}, {"type": "string", "pattern": "^[0-9]+$"}]});
        let schemas = &mut document["components"]["schemas"];
        for name in ["ApplicationCommandUpdateRequest", "ApplicationCommandCreateRequest"] {
            schemas[name]["properties"]["default_member_permissions"] = permissions.clone();
        }
        schemas.as_object_mut().unwrap().values_mut().for_each(close);
        document["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        let registry = jsonschema::Registry::new()
            .draft(jsonschema::Draft::Draft202012)
            .add("urn:discord", document.clone())
            .unwrap()
            .prepare()
            .unwrap();
        Self { document, registry, validators: Mutex::default() }
    }

    fn problems(&self, request: &Recorded) -> Vec<String> {
        let mut body = request.body.clone();
        if request.path.ends_with("/commands") {
            tolerated::unused_fields_of_commands(&mut body);
        } else {
            tolerated::numbers_of_new_files(&mut body);
        }
        let method = request.method.to_lowercase();
        let Some(path) = self.template(&request.path) else { return vec!["no such path".to_owned()] };
        let operation = &self.document["paths"][&path][&method];
        if operation.is_null() {
            return vec!["no such method".to_owned()];
        }
        if operation["requestBody"]["content"]["application/json"].is_null() {
            return if body.is_null() { vec![] } else { vec!["a body where none is taken".to_owned()] };
        }
        let pointer = format!(
            "/paths/{}/{method}/requestBody/content/application~1json/schema",
            path.replace('~', "~0").replace('/', "~1").replace('{', "%7B").replace('}', "%7D")
        );
        let validator = self.validator(&pointer);
        validator.iter_errors(&body).map(|error| format!("{error} at {}", error.instance_path())).collect()
    }

    fn validator(&self, pointer: &str) -> Arc<jsonschema::Validator> {
        let mut validators = self.validators.lock().unwrap();
        let made = validators.entry(pointer.to_owned()).or_insert_with(|| {
            let schema = json!({"$schema": "https://json-schema.org/draft/2020-12/schema",
                "$ref": format!("urn:discord#{pointer}")});
            let options = jsonschema::options();
            let options = options.with_registry(&self.registry).should_validate_formats(true).offline();
            Arc::new(options.build(&schema).unwrap())
        });
        Arc::clone(made)
    }

    /// The path of the file that a request's path stands for; the more literal one wins.
    fn template(&self, path: &str) -> Option<String> {
        let parts: Vec<&str> = path.trim_start_matches("/api/v10").trim_matches('/').split('/').collect();
        let matching = self.document["paths"].as_object()?.keys().filter(|template| {
            let template: Vec<&str> = template.trim_matches('/').split('/').collect();
            let fits = |(wanted, part): (&&str, &&str)| wanted.starts_with('{') || wanted == part;
            template.len() == parts.len() && template.iter().zip(&parts).all(fits)
        });
        matching
            .max_by_key(|template| template.split('/').filter(|part| !part.starts_with('{')).count())
            .cloned()
    }
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            let open = fields.contains_key("properties")
                && !fields.contains_key("additionalProperties")
                && !fields.contains_key("allOf");
            if open {
                fields.insert("additionalProperties".into(), json!(false));
            }
            fields.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

fn is_commands(request: &Recorded) -> bool {
    request.method == "PUT" && request.path.ends_with("/commands")
}

/// The message in a request, if it makes or changes one.
fn message_of(request: &Recorded) -> Option<&Value> {
    let path = request.path.as_str();
    if path.ends_with("/callback") {
        return matches!(request.body["type"].as_u64(), Some(4 | 7)).then(|| &request.body["data"]);
    }
    let writes = matches!(request.method.as_str(), "POST" | "PATCH")
        && (path.contains("/webhooks/") || path.ends_with("/messages"));
    writes.then_some(&request.body)
}

/// Documented limits, as twilight knows them.
fn twilight(request: &Recorded) -> Vec<String> {
    use twilight_model::application::command::Command;
    use twilight_model::channel::message::{Component, Embed};
    use twilight_validate as validate;
    let mut problems = Vec::new();
    if is_commands(request) {
        for command in request.body.as_array().into_iter().flatten() {
            let mut command = command.clone();
            let fields = command.as_object_mut().unwrap();
            fields.entry("type").or_insert(json!(1));
            fields.entry("version").or_insert(json!("1"));
            fields.entry("description").or_insert(json!(""));
            fields.entry("default_member_permissions").or_insert(Value::Null);
            match serde_json::from_value::<Command>(command) {
                Err(error) => problems.push(format!("twilight cannot read a command: {error}")),
                // The rules for names of slash commands are not those of menus.
                Ok(command) if command.description.is_empty() => {}
                Ok(command) => {
                    problems.extend(validate::command::command(&command).err().map(|e| e.to_string()))
                }
            }
        }
    }
    let Some(message) = message_of(request) else { return problems };
    if let Some(content) = message["content"].as_str() {
        problems.extend(validate::message::content(content).err().map(|error| error.to_string()));
    }
    let mut embeds = message["embeds"].clone();
    for embed in embeds.as_array_mut().into_iter().flatten() {
        embed["type"] = json!("rich");
    }
    if embeds.is_array() {
        match serde_json::from_value::<Vec<Embed>>(embeds) {
            Err(error) => problems.push(format!("twilight cannot read embeds: {error}")),
            Ok(embeds) => problems.extend(validate::message::embeds(&embeds).err().map(|e| e.to_string())),
        }
    }
    if message["components"].is_array() {
        match serde_json::from_value::<Vec<Component>>(message["components"].clone()) {
            Err(error) => problems.push(format!("twilight cannot read components: {error}")),
            Ok(components) => {
                problems
                    .extend(validate::message::components(&components, false).err().map(|e| e.to_string()));
            }
        }
    }
    problems
}

/// Discord's locales (Reference, Locales).
const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
    "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja",
    "zh-TW", "ko",
];

/// What neither of the others looks at.
fn by_hand(request: &Recorded) -> Vec<String> {
    let mut problems = Vec::new();
    if is_commands(request) {
        localizations(&request.body, &mut problems);
        option_order(&request.body, &mut problems);
    }
    if request.body["type"] == 8 && request.path.ends_with("/callback") {
        let choices = request.body["data"]["choices"].as_array().cloned().unwrap_or_default();
        if choices.len() > 25 {
            problems.push(format!("{} choices", choices.len()));
        }
        for choice in &choices {
            let length = choice["name"].as_str().unwrap_or_default().chars().count();
            if !(1..=100).contains(&length) {
                problems.push(format!("a choice of {length} characters"));
            }
        }
    }
    if request.body["type"] == 9 && request.path.ends_with("/callback") {
        let data = &request.body["data"];
        let (title, id) =
            (data["title"].as_str().unwrap_or_default(), data["custom_id"].as_str().unwrap_or_default());
        if title.chars().count() > 45 || id.is_empty() || id.len() > 100 {
            problems.push("a form with a title over 45 or an id that is not 1 to 100".to_owned());
        }
    }
    if request.method == "GET" && request.path.ends_with("/messages") {
        history(&request.query, &mut problems);
    }
    if request.method == "POST" && request.path.ends_with("/scheduled-events") {
        external_event(&request.body, &mut problems);
    }
    recurrence(&request.body["recurrence_rule"], &mut problems);
    let Some(message) = message_of(request) else { return problems };
    if message["allowed_mentions"]["parse"] != json!([]) {
        problems.push("somebody may be mentioned".to_owned());
    }
    let mentions = message["allowed_mentions"].as_object().into_iter().flatten();
    for (key, value) in mentions {
        let nobody = value.is_null() || *value == json!([]) || *value == json!(false);
        if !nobody {
            problems.push(format!("allowed_mentions.{key} is {value}"));
        }
    }
    if request.path.ends_with("/messages") {
        let nonce = message["nonce"].as_str().unwrap_or_default();
        if nonce.is_empty() || nonce.len() > 25 || message["enforce_nonce"] != true {
            problems.push("a channel message without an enforced nonce of 1 to 25 characters".to_owned());
        }
    }
    buttons(&message["components"], &mut problems);
    embeds(&message["embeds"], &mut problems);
    problems
}

fn localizations(value: &Value, problems: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if key.ends_with("_localizations") {
                    let unknown = value.as_object().into_iter().flatten();
                    let unknown =
                        unknown.map(|(locale, _)| locale).filter(|l| !LOCALES.contains(&l.as_str()));
                    problems.extend(unknown.map(|locale| format!("unknown locale {locale}")));
                }
                localizations(value, problems);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| localizations(item, problems)),
        _ => {}
    }
}

fn option_order(value: &Value, problems: &mut Vec<String>) {
    if let Some(options) = value["options"].as_array() {
        let required: Vec<bool> = options.iter().map(|option| option["required"] == true).collect();
        if required.windows(2).any(|pair| pair == [false, true]) {
            problems.push("a required option after an optional one".to_owned());
        }
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| option_order(value, problems)),
        Value::Array(items) => items.iter().for_each(|item| option_order(item, problems)),
        _ => {}
    }
}

/// Get Channel Messages: 1 to 100 at once, and only one of three ways to say which.
fn history(query: &str, problems: &mut Vec<String>) {
    let pairs: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let ways = pairs.iter().filter(|(key, _)| ["after", "before", "around"].contains(key)).count();
    let is_sound = pairs.iter().all(|(key, value)| match *key {
        "limit" => value.parse().is_ok_and(|limit: u64| (1..=100).contains(&limit)),
        "after" | "before" | "around" => value.parse::<u64>().is_ok(),
        _ => false,
    });
    if ways > 1 || !is_sound {
        problems.push(format!("a history is asked for with `{query}`"));
    }
}

/// Guild Scheduled Event, Field Requirements By Entity Type.
fn external_event(event: &Value, problems: &mut Vec<String>) {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let location = &event["entity_metadata"]["location"];
    for (value, longest) in [(&event["name"], 100), (&event["description"], 1000), (location, 100)] {
        if !(1..=longest).contains(&length(value)) {
            problems.push(format!("an event with a text that is not 1 to {longest} characters: {value}"));
        }
    }
    let moment = |key: &str| event[key].as_str().and_then(|text| text.parse::<jiff::Timestamp>().ok());
    let times = moment("scheduled_start_time").zip(moment("scheduled_end_time"));
    if event["entity_type"] != 3 || !event["channel_id"].is_null() {
        problems.push("an event that is not external".to_owned());
    }
    if times.is_none_or(|(start, end)| start >= end) {
        problems.push("an event that does not end after it starts".to_owned());
    }
}

/// Guild Scheduled Event, Recurrence Rule, system limitations.
fn recurrence(rule: &Value, problems: &mut Vec<String>) {
    if rule.is_null() {
        return;
    }
    let days = |key: &str| rule[key].as_array().map_or(0, Vec::len);
    let mut refuse = |refused: bool, what: &str| {
        if refused {
            problems.push(format!("recurrence: {what}"));
        }
    };
    for key in ["count", "end", "by_year_day"] {
        refuse(!rule[key].is_null(), key);
    }
    let kinds = [days("by_weekday"), days("by_n_weekday"), days("by_month") + days("by_month_day")];
    refuse(kinds.iter().filter(|days| **days > 0).count() > 1, "several kinds of days");
    let interval = rule["interval"].as_u64().unwrap_or(0);
    let weekly = rule["frequency"] == 2;
    refuse(interval != 1 && !(weekly && interval == 2), "interval");
    refuse(weekly && days("by_weekday") != 1, "weekly takes one weekday");
    let in_month = rule["by_n_weekday"].as_array().into_iter().flatten();
    let sound = in_month.clone().all(|day| (1..=5).contains(&day["n"].as_u64().unwrap_or(0)));
    refuse(
        rule["frequency"] == 1 && (days("by_n_weekday") != 1 || !sound),
        "monthly takes one weekday, n from 1 to 5",
    );
    let one_day = days("by_month") == 1 && days("by_month_day") == 1;
    refuse(rule["frequency"] == 0 && !one_day, "yearly takes one month and one day");
}

fn buttons(rows: &Value, problems: &mut Vec<String>) {
    let mut ids = HashSet::new();
    for row in rows.as_array().into_iter().flatten() {
        for button in row["components"].as_array().into_iter().flatten() {
            let label = button["label"].as_str().unwrap_or_default();
            if label.is_empty() && button["emoji"].is_null() {
                problems.push("a button without a label".to_owned());
            }
            let id = button["custom_id"].as_str().unwrap_or_default();
            if button["style"] != 5
                && (id.is_empty() || id.chars().count() > 100 || !ids.insert(id.to_owned()))
            {
                problems.push(format!("the custom_id `{id}` is empty, too long or used twice"));
            }
        }
    }
}

fn embeds(embeds: &Value, problems: &mut Vec<String>) {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let mut sum = 0;
    for embed in embeds.as_array().into_iter().flatten() {
        sum += length(&embed["title"]) + length(&embed["description"]) + length(&embed["footer"]["text"]);
        for field in embed["fields"].as_array().into_iter().flatten() {
            sum += length(&field["name"]) + length(&field["value"]);
        }
        let nothing = embed["title"].is_null() && length(&embed["description"]) == 0;
        if nothing {
            problems.push("an empty embed".to_owned());
        }
    }
    if sum > 6000 {
        problems.push(format!("{sum} characters in embeds"));
    }
}

/// Whether twilight can read what the fake sends: serenity drops what it cannot read without a word.
pub fn twilight_reads(event: &str, data: &Value) -> Result<(), String> {
    use twilight_model::application::interaction::Interaction;
    use twilight_model::channel::Message;
    use twilight_model::gateway::payload::incoming::Ready;
    let data = data.clone();
    match event {
        "INTERACTION_CREATE" => {
            serde_json::from_value::<Interaction>(data).map(drop).map_err(|e| e.to_string())
        }
        "MESSAGE_CREATE" => serde_json::from_value::<Message>(data).map(drop).map_err(|e| e.to_string()),
        "READY" => serde_json::from_value::<Ready>(data).map(drop).map_err(|e| e.to_string()),
        "GUILD_CREATE" => {
            serde_json::from_value::<twilight_model::guild::Guild>(data).map(drop).map_err(|e| e.to_string())
        }
        other => Err(format!("no reader for {other}")),
    }
}
