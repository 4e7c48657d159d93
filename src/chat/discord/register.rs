//! Tells Discord of the commands, only when they differ from those that it has.

use serde_json::{Map, Value};
use serenity::all::{Command, CreateCommand, Http};

/// What makes a command what it is; the rest of what Discord returns is its own bookkeeping.
const KEYS: [&str; 16] = [
    "autocomplete",
    "channel_types",
    "choices",
    "contexts",
    "default_member_permissions",
    "description",
    "description_localizations",
    "integration_types",
    "max_length",
    "max_value",
    "min_length",
    "name",
    "name_localizations",
    "options",
    "required",
    "type",
];

/// What became of the commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Registered {
    /// Discord had them already.
    Unchanged,
    /// Discord has them now.
    Changed,
}

/// Registers commands everywhere, unless Discord has the same.
pub(super) async fn register(http: &Http, commands: &[CreateCommand]) -> Result<Registered, serenity::Error> {
    let held = http.get_global_commands_with_localizations().await?;
    if fingerprint(commands) == fingerprint(&held) {
        return Ok(Registered::Unchanged);
    }
    Command::set_global_commands(http, commands.to_vec()).await?;
    Ok(Registered::Changed)
}

/// The commands without what Discord or serenity adds, in the order of their names.
fn fingerprint(commands: &[impl serde::Serialize]) -> Vec<Value> {
    let mut plain: Vec<Value> = commands
        .iter()
        .map(|command| {
            let mut plain = essence(serde_json::to_value(command).unwrap_or_default());
            // Discord takes a command without a type as one that is typed (CHAT_INPUT).
            if let Value::Object(plain) = &mut plain {
                plain.entry("type").or_insert_with(|| 1.into());
            }
            plain
        })
        .collect();
    plain.sort_by_key(|command| command.get("name").map(Value::to_string));
    plain
}

fn essence(value: Value) -> Value {
    let says_nothing = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    };
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(key, _)| KEYS.contains(&key.as_str()));
            let fields = fields.map(|(key, value)| {
                let is_map_of_locales = key.ends_with("_localizations");
                (key, if is_map_of_locales { value } else { essence(value) })
            });
            Value::Object(fields.filter(|(_, value)| !says_nothing(value)).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(essence).collect()),
        other => other,
    }
}
