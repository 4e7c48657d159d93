//! What Discord sends: events of the gateway and the objects inside them.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use twilight_model::util::Timestamp;

/// The application.
pub const APP: &str = "1100000000000000001";
/// The bot's own user.
pub const BOT: &str = "1100000000000000002";
/// The server.
pub const GUILD: &str = "1100000000000000010";
/// A text channel of the server.
pub const CHANNEL: &str = "1100000000000000020";
/// A user who is a member of the server.
pub const USER: &str = "1100000000000000030";
/// Another member.
pub const OTHER_USER: &str = "1100000000000000031";
/// The private channel with `USER`; see `direct_channel`.
pub const DM: &str = "1100000000000000040";
/// Permissions of an ordinary member: neither Manage Server nor Administrator.
pub const MEMBER_PERMISSIONS: &str = "104324673";
/// The same with Manage Server.
pub const MANAGER_PERMISSIONS: &str = "104324705";
/// View Channel, Send Messages and Embed Links.
pub const APP_PERMISSIONS: &str = "19456";

/// Flag of a message that still shows "thinking".
pub const LOADING: u64 = 1 << 7;

const JOINED: &str = "2024-01-01T00:00:00.000000+00:00";

/// Who asks, and where.
#[derive(Clone, Debug)]
pub struct Asker {
    pub locale: &'static str,
    pub place: Place,
    pub permissions: &'static str,
    pub roles: Vec<&'static str>,
    pub user: &'static str,
    pub app_permissions: &'static str,
}

/// Where something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Guild,
    Direct,
}

impl Default for Asker {
    fn default() -> Self {
        Self {
            locale: "sv-SE",
            place: Place::Guild,
            permissions: MEMBER_PERMISSIONS,
            roles: Vec::new(),
            user: USER,
            app_permissions: APP_PERMISSIONS,
        }
    }
}

impl Asker {
    /// The default asker in the private channel with the bot.
    pub fn direct() -> Self {
        Self { place: Place::Direct, ..Self::default() }
    }

    /// The channel in which this asker asks.
    pub fn channel(&self) -> String {
        match self.place {
            Place::Guild => CHANNEL.to_owned(),
            Place::Direct => direct_channel(self.user),
        }
    }
}

/// The id of the private channel between the bot and a user.
pub fn direct_channel(user: &str) -> String {
    user.parse::<u64>().map_or_else(|_| DM.to_owned(), |id| (id + 10).to_string())
}

/// A user object; the bot's is marked as a bot.
pub fn user(id: &str) -> Value {
    let name = match id {
        BOT => "ledord",
        USER => "uffe",
        _ => "kerstin",
    };
    json!({
        "id": id, "username": name, "discriminator": "0", "global_name": name, "avatar": null, "bot": id == BOT,
        "public_flags": 0, "flags": 0, "banner": null, "accent_color": null, "avatar_decoration_data": null,
        "collectibles": null, "primary_guild": null,
    })
}

/// What the bot is told of its own user.
pub fn own_user() -> Value {
    let mut own = user(BOT);
    for (key, value) in [("mfa_enabled", json!(true)), ("verified", json!(true)), ("locale", json!("en-US"))] {
        own[key] = value;
    }
    own
}

/// What the bot is told of its application.
pub fn application() -> Value {
    json!({
        "id": APP, "name": "ledord", "icon": null, "description": "", "type": null, "rpc_origins": [],
        "bot": user(BOT), "bot_public": true, "bot_require_code_grant": false, "owner": user(OTHER_USER),
        "verify_key": "00", "team": null, "flags": 565_248, "flags_new": "565248", "redirect_uris": [],
        "interactions_endpoint_url": null, "role_connections_verification_url": null,
        "approximate_guild_count": 1, "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0, "explicit_content_filter": 0, "eligible_oauth2_scopes": [],
    })
}

/// A member of the server, with the user inside.
pub fn member(id: &str, roles: &[&str]) -> Value {
    let mut member = membership(roles);
    member["user"] = user(id);
    member
}

fn membership(roles: &[&str]) -> Value {
    json!({
        "nick": null, "avatar": null, "banner": null, "roles": roles, "joined_at": JOINED, "deaf": false,
        "mute": false, "flags": 0, "pending": false, "premium_since": null,
        "communication_disabled_until": null,
    })
}

/// The text channel `CHANNEL`.
pub fn channel() -> Value {
    json!({
        "id": CHANNEL, "type": 0, "guild_id": GUILD, "name": "allmant", "position": 0,
        "permission_overwrites": [], "flags": 0, "nsfw": false, "last_message_id": null, "parent_id": null,
        "rate_limit_per_user": 0, "topic": null,
    })
}

/// The private channel with a user.
pub fn private_channel(recipient: &str) -> Value {
    json!({
        "id": direct_channel(recipient), "type": 1, "flags": 0, "last_message_id": null,
        "recipients": [user(recipient)],
    })
}

/// The data of READY.
pub fn ready(gateway_url: &str, session: &str) -> Value {
    json!({
        "v": 10,
        "user": {
            "id": BOT, "username": "ledord", "discriminator": "0", "global_name": null, "avatar": null,
            "bot": true, "verified": true, "email": null, "mfa_enabled": true, "flags": 0,
        },
        "guilds": [{"id": GUILD, "unavailable": true}], "session_id": session, "session_type": "normal",
        "resume_gateway_url": gateway_url, "shard": [0, 1], "application": {"id": APP, "flags": 565_248},
        "private_channels": [], "presences": [], "relationships": [], "user_settings": {},
        "geo_ordered_rtc_regions": [], "guild_join_requests": [], "_trace": [],
    })
}

/// The data of the server's `GUILD_CREATE`.
pub fn guild() -> Value {
    // From text, because one json! of this size runs into the recursion limit of macros.
    let mut guild: Value = serde_json::from_str(
        r#"{"name":"Kommunen","icon":null,"splash":null,"discovery_splash":null,"region":"deprecated",
        "afk_channel_id":null,"afk_timeout":300,"verification_level":1,"default_message_notifications":1,
        "explicit_content_filter":0,"emojis":[],"features":["COMMUNITY"],"mfa_level":0,"application_id":null,
        "system_channel_id":null,"system_channel_flags":0,"rules_channel_id":null,"max_presences":null,
        "max_members":500000,"vanity_url_code":null,"description":null,"banner":null,"premium_tier":0,
        "premium_subscription_count":0,"preferred_locale":"sv-SE","public_updates_channel_id":null,
        "nsfw_level":0,"nsfw":false,"stickers":[],"premium_progress_bar_enabled":false,
        "safety_alerts_channel_id":null,"incidents_data":null,"hub_type":null,"large":false,
        "unavailable":false,"member_count":3,"voice_states":[],"threads":[],"presences":[],
        "stage_instances":[],"guild_scheduled_events":[],"soundboard_sounds":[]}"#,
    )
    .unwrap();
    guild["id"] = json!(GUILD);
    guild["owner_id"] = json!(OTHER_USER);
    guild["joined_at"] = json!(JOINED);
    guild["roles"] = json!([{
        "id": GUILD, "name": "@everyone", "color": 0,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null}, "hoist": false,
        "icon": null, "unicode_emoji": null, "position": 0, "permissions": MEMBER_PERMISSIONS,
        "managed": false, "mentionable": false, "flags": 0,
    }]);
    guild["members"] = json!([member(BOT, &[]), member(USER, &[]), member(OTHER_USER, &[])]);
    guild["channels"] = json!([channel()]);
    guild
}

/// A message as the HTTP API shows it, without embeds and components.
pub fn message(id: &str, channel: &str, author: Value, content: &str) -> Value {
    json!({
        "id": id, "channel_id": channel, "author": author, "content": content,
        "timestamp": "2026-01-01T00:00:00.000000+00:00", "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
        "pinned": false, "type": 0, "components": [], "flags": 0,
    })
}

/// A message that the bot has sent with this request.
pub fn sent_message(id: &str, channel: &str, request: &Value) -> Value {
    let mut message = message(id, channel, user(BOT), "");
    message["timestamp"] = json!(now());
    dress(&mut message, request);
    message
}

/// The message after an edit; what was deferred is no longer loading.
pub fn edited(mut message: Value, request: &Value) -> Value {
    let flags = message["flags"].as_u64().unwrap_or(0);
    dress(&mut message, request);
    message["flags"] = json!((flags & !LOADING) | request["flags"].as_u64().unwrap_or(0));
    if flags & LOADING == 0 {
        message["edited_timestamp"] = json!(now());
    }
    message
}

fn now() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp::from_micros(i64::try_from(now.as_micros()).unwrap()).unwrap().iso_8601().to_string()
}

fn dress(message: &mut Value, request: &Value) {
    if let Some(content) = request.get("content") {
        message["content"] = json!(content.as_str().unwrap_or_default());
    }
    if let Some(embeds) = request["embeds"].as_array() {
        message["embeds"] = embeds.iter().cloned().map(shown_embed).collect();
    }
    if let Some(components) = request.get("components").filter(|components| components.is_array()) {
        message["components"] = components.clone();
        number(&mut message["components"], &mut 1);
    }
    for key in ["flags", "nonce"] {
        if let Some(value) = request.get(key).filter(|value| !value.is_null()) {
            message[key] = value.clone();
        }
    }
    if let Some(target) = request["message_reference"]["message_id"].as_str() {
        let channel = message["channel_id"].clone();
        message["message_reference"] = json!({"type": 0, "message_id": target, "channel_id": channel});
        message["type"] = json!(19);
    }
}

fn shown_embed(mut embed: Value) -> Value {
    embed["type"] = json!("rich");
    for field in embed.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten() {
        field["inline"] = json!(field["inline"] == true);
    }
    embed
}

/// Discord gives each component a number where the sender gave none.
fn number(components: &mut Value, next: &mut u64) {
    for component in components.as_array_mut().into_iter().flatten() {
        if component["id"].is_null() {
            component["id"] = json!(*next);
        }
        *next += 1;
        if let Some(inner) = component.get_mut("components") {
            number(inner, next);
        }
    }
}

/// A message of the bot, to press a button on.
pub fn shown_message(flags: u64, components: Value) -> Value {
    let mut shown = message("1380000000000000001", CHANNEL, user(BOT), "");
    shown["flags"] = json!(flags);
    shown["components"] = components;
    shown["application_id"] = json!(APP);
    shown
}

/// A slash command; `options` is Discord's array, or an object from names to values for short.
pub fn slash(id: u64, asker: &Asker, name: &str, options: Value) -> Value {
    interaction(id, asker, 2, command(name, 1, options_of(options)))
}

/// A slash command with a subcommand.
pub fn subcommand(id: u64, asker: &Asker, name: &str, sub: &str, options: Value) -> Value {
    let inner = json!([{"name": sub, "type": 1, "options": options_of(options)}]);
    interaction(id, asker, 2, command(name, 1, inner))
}

/// Typing in an option that completes; a name of two words is a command and its subcommand.
pub fn autocomplete(id: u64, asker: &Asker, name: &str, option: &str, typed: &str, others: Value) -> Value {
    let mut options = options_of(others);
    if let Some(list) = options.as_array_mut() {
        list.push(json!({"name": option, "type": 3, "value": typed, "focused": true}));
    }
    let (name, options) = match name.split_once(' ') {
        Some((name, sub)) => (name, json!([{"name": sub, "type": 1, "options": options}])),
        None => (name, options),
    };
    interaction(id, asker, 4, command(name, 1, options))
}

/// A command from the menu of a message that somebody else wrote.
pub fn message_command(id: u64, asker: &Asker, name: &str, content: &str) -> Value {
    let target = "1390000000000000001";
    let mut data = command(name, 3, json!([]));
    data["target_id"] = json!(target);
    data["resolved"] =
        json!({"messages": {target: message(target, &asker.channel(), user(OTHER_USER), content)}});
    interaction(id, asker, 2, data)
}

/// A button pressed on a message.
pub fn button(id: u64, asker: &Asker, custom_id: &str, mut message: Value) -> Value {
    message["channel_id"] = json!(asker.channel());
    let mut pressed =
        interaction(id, asker, 3, json!({"custom_id": custom_id, "component_type": 2, "id": 2}));
    pressed["message"] = message;
    pressed
}

/// A modal with one text field, sent in.
pub fn modal(id: u64, asker: &Asker, custom_id: &str, field: &str, value: &str) -> Value {
    let input = json!({"type": 4, "id": 2, "custom_id": field, "value": value});
    let data = json!({"custom_id": custom_id, "components": [{"type": 1, "id": 1, "components": [input]}]});
    interaction(id, asker, 5, data)
}

/// Any interaction; its token is `token-` and the id.
pub fn interaction(id: u64, asker: &Asker, kind: u8, data: Value) -> Value {
    let mut whole = json!({
        "id": id.to_string(), "application_id": APP, "type": kind, "data": data, "token": format!("token-{id}"),
        "version": 1, "app_permissions": asker.app_permissions, "locale": asker.locale, "entitlements": [],
        "entitlement_sku_ids": [], "attachment_size_limit": 10_485_760, "channel_id": asker.channel(),
    });
    match asker.place {
        Place::Guild => {
            whole["guild_id"] = json!(GUILD);
            whole["guild"] = json!({"id": GUILD, "locale": "sv-SE", "features": ["COMMUNITY"]});
            whole["guild_locale"] = json!("sv-SE");
            whole["channel"] = channel();
            whole["channel"]["permissions"] = json!(asker.permissions);
            whole["member"] = member(asker.user, &asker.roles);
            whole["member"]["permissions"] = json!(asker.permissions);
            whole["member"]["unusual_dm_activity_until"] = Value::Null;
            whole["authorizing_integration_owners"] = json!({"0": GUILD});
            whole["context"] = json!(0);
        }
        Place::Direct => {
            whole["channel"] = private_channel(asker.user);
            whole["user"] = user(asker.user);
            // Discord writes 0 here for a command of a server's app that is used in private.
            whole["authorizing_integration_owners"] = json!({"0": "0"});
            whole["context"] = json!(1);
        }
    }
    whole
}

/// A private message to the bot.
pub fn direct_message(id: u64, content: &str) -> Value {
    let mut message = message(&id.to_string(), DM, user(USER), content);
    message["channel_type"] = json!(1);
    message
}

/// A message in the server's channel.
pub fn channel_message(id: u64, content: &str) -> Value {
    let mut message = message(&id.to_string(), CHANNEL, user(USER), content);
    message["channel_type"] = json!(0);
    message["guild_id"] = json!(GUILD);
    message["member"] = membership(&[]);
    message
}

/// A message in the server's channel that mentions the bot; the mention is put first if it is missing.
pub fn mention(id: u64, content: &str) -> Value {
    let at_bot = format!("<@{BOT}>");
    let content =
        if content.contains(&at_bot) { content.to_owned() } else { format!("{at_bot} {content}") };
    let mut message = channel_message(id, &content);
    message["mentions"] = json!([user(BOT)]);
    message
}

fn command(name: &str, kind: u8, options: Value) -> Value {
    json!({"id": "1300000000000000001", "name": name, "type": kind, "options": options})
}

fn options_of(options: Value) -> Value {
    match options {
        Value::Null => json!([]),
        Value::Object(named) => named
            .into_iter()
            .map(|(name, value)| {
                let kind = match &value {
                    Value::Bool(_) => 5,
                    Value::Number(number) if number.is_f64() => 10,
                    Value::Number(_) => 4,
                    _ => 3,
                };
                json!({"name": name, "type": kind, "value": value})
            })
            .collect(),
        listed => listed,
    }
}
