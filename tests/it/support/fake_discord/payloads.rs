//! What Discord sends.

use serde_json::{Value, json};

pub const APP: &str = "1100000000000000001";
pub const BOT: &str = "1100000000000000002";
pub const GUILD: &str = "1100000000000000010";
pub const CHANNEL: &str = "1100000000000000020";
pub const DM: &str = "1100000000000000021";
/// The gateway session.
pub const SESSION: &str = "session-1";
pub const USER: &str = "1100000000000000030";

/// See, send, embed, add reactions, read history: what a member usually may.
pub const MEMBER_PERMISSIONS: &str = "117824";
/// The same and Manage Server.
pub const MANAGER_PERMISSIONS: &str = "117856";

/// Who asks, and from where.
#[derive(Clone, Debug)]
pub struct Asker {
    pub locale: &'static str,
    pub place: Place,
    pub permissions: &'static str,
    pub roles: Vec<&'static str>,
    pub app_permissions: &'static str,
}

impl Default for Asker {
    fn default() -> Self {
        Self {
            locale: "sv-SE",
            place: Place::Guild,
            permissions: MEMBER_PERMISSIONS,
            roles: vec![],
            app_permissions: MEMBER_PERMISSIONS,
        }
    }
}

impl Asker {
    pub fn speaking(locale: &'static str) -> Self {
        Self { locale, ..Self::default() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Guild,
    Direct,
}

pub fn user(id: &str, name: &str, bot: bool) -> Value {
    json!({"id": id, "username": name, "discriminator": "0", "global_name": name, "avatar": null, "bot": bot,
        "public_flags": 0, "flags": 0, "banner": null, "accent_color": null, "avatar_decoration_data": null,
        "collectibles": null, "display_name_styles": null, "primary_guild": null, "clan": null})
}

fn member(asker: &Asker) -> Value {
    json!({"user": user(USER, "testperson", false), "nick": null, "avatar": null, "banner": null,
        "roles": asker.roles, "joined_at": "2024-01-01T00:00:00.000000+00:00", "deaf": false, "mute": false,
        "flags": 0, "pending": false, "premium_since": null, "communication_disabled_until": null,
        "unusual_dm_activity_until": null, "permissions": asker.permissions})
}

fn channel(asker: &Asker) -> Value {
    match asker.place {
        Place::Guild => json!({"id": CHANNEL, "type": 0, "guild_id": GUILD, "name": "allmant", "position": 0,
            "permissions": asker.permissions, "flags": 0, "nsfw": false, "last_message_id": null,
            "parent_id": null, "rate_limit_per_user": 0, "topic": null}),
        Place::Direct => json!({"id": DM, "type": 1, "flags": 0, "last_message_id": null,
            "recipients": [user(USER, "testperson", false)]}),
    }
}

fn interaction(id: u64, asker: &Asker, kind: u8, data: Value) -> Value {
    let mut payload = json!({"id": id.to_string(), "application_id": APP, "type": kind, "data": data,
        "token": format!("token-{id}"), "version": 1, "channel": channel(asker),
        "app_permissions": asker.app_permissions, "locale": asker.locale, "entitlements": [],
        "entitlement_sku_ids": [], "attachment_size_limit": 10_485_760});
    match asker.place {
        Place::Guild => {
            payload["guild_id"] = json!(GUILD);
            payload["guild"] = json!({"id": GUILD, "locale": "sv-SE", "features": ["COMMUNITY"]});
            payload["guild_locale"] = json!("sv-SE");
            payload["channel_id"] = json!(CHANNEL);
            payload["member"] = member(asker);
            payload["authorizing_integration_owners"] = json!({"0": GUILD});
            payload["context"] = json!(0);
        }
        Place::Direct => {
            payload["channel_id"] = json!(DM);
            payload["user"] = user(USER, "testperson", false);
            payload["authorizing_integration_owners"] = json!({"0": "0"});
            payload["context"] = json!(1);
        }
    }
    payload
}

pub fn option(name: &str, value: &str) -> Value {
    json!({"name": name, "type": 3, "value": value})
}

pub fn slash(id: u64, asker: &Asker, name: &str, options: Value) -> Value {
    let data = json!({"id": "1300000000000000001", "name": name, "type": 1, "options": options});
    interaction(id, asker, 2, data)
}

pub fn subcommand(id: u64, asker: &Asker, name: &str, sub: &str) -> Value {
    slash(id, asker, name, json!([{"name": sub, "type": 1, "options": []}]))
}

/// A subcommand with what was chosen for it.
pub fn subcommand_with(id: u64, asker: &Asker, name: &str, sub: &str, options: Value) -> Value {
    slash(id, asker, name, json!([{"name": sub, "type": 1, "options": options}]))
}

/// A channel that was chosen for an option, with what the one who chose it may do there.
pub fn with_channel(mut interaction: Value, channel: &str, permissions: &str) -> Value {
    let chosen = json!({"name": "channel", "type": 7, "value": channel});
    interaction["data"]["options"][0]["options"].as_array_mut().unwrap().push(chosen);
    interaction["data"]["resolved"] = json!({"channels": {channel: {"id": channel, "type": 0,
        "name": "traffar", "permissions": permissions, "parent_id": null}}});
    interaction
}

/// A person types in an option of a subcommand; other options are chosen already.
pub fn autocomplete_in(
    id: u64,
    asker: &Asker,
    name: &str,
    sub: &str,
    (typing, typed): (&str, &str),
    chosen: &[(&str, &str)],
) -> Value {
    let mut options: Vec<Value> = chosen.iter().map(|(name, value)| option(name, value)).collect();
    options.push(json!({"name": typing, "type": 3, "value": typed, "focused": true}));
    let options = json!([{"name": sub, "type": 1, "options": options}]);
    let data = json!({"id": "1300000000000000001", "name": name, "type": 1, "options": options});
    interaction(id, asker, 4, data)
}

/// A person types in an option.
pub fn autocomplete(id: u64, asker: &Asker, name: &str, option: &str, typed: &str) -> Value {
    let options = json!([{"name": option, "type": 3, "value": typed, "focused": true}]);
    let data = json!({"id": "1300000000000000001", "name": name, "type": 1, "options": options});
    interaction(id, asker, 4, data)
}

pub fn message_command(id: u64, asker: &Asker, name: &str, content: &str) -> Value {
    let target = message("1250000000000000001", content);
    let data = json!({"id": "1300000000000000002", "name": name, "type": 3, "target_id": target["id"],
        "resolved": {"messages": {"1250000000000000001": target}}});
    interaction(id, asker, 2, data)
}

/// A press on a button of the bot's message.
pub fn button(id: u64, asker: &Asker, custom_id: &str) -> Value {
    let data = json!({"custom_id": custom_id, "component_type": 2, "id": 2});
    let mut payload = interaction(id, asker, 3, data);
    let mut on = message("1250000000000000002", "");
    on["author"] = user(BOT, "ledord", true);
    on["flags"] = json!(64);
    payload["message"] = on;
    payload
}

pub fn modal(id: u64, asker: &Asker, custom_id: &str, field: &str, value: &str) -> Value {
    let field = json!({"type": 4, "id": 2, "custom_id": field, "value": value});
    let rows = json!([{"type": 1, "id": 1, "components": [field]}]);
    interaction(id, asker, 5, json!({"custom_id": custom_id, "components": rows}))
}

/// A form with several fields that was sent.
pub fn form(id: u64, asker: &Asker, custom_id: &str, fields: &[(&str, &str)]) -> Value {
    let row = |(place, (field, value)): (usize, &(&str, &str))| {
        json!({"type": 1, "id": 2 * place + 1,
            "components": [{"type": 4, "id": 2 * place + 2, "custom_id": field, "value": value}]})
    };
    let rows: Vec<Value> = fields.iter().enumerate().map(row).collect();
    interaction(id, asker, 5, json!({"custom_id": custom_id, "components": rows}))
}

fn message(id: &str, content: &str) -> Value {
    json!({"id": id, "channel_id": CHANNEL, "author": user(USER, "testperson", false), "content": content,
        "timestamp": "2026-01-01T00:00:00.000000+00:00", "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
        "pinned": false, "type": 0, "components": [], "flags": 0})
}

/// A private message to the bot.
pub fn direct_message(id: u64, content: &str) -> Value {
    let mut message = message(&id.to_string(), content);
    message["channel_id"] = json!(DM);
    message["channel_type"] = json!(1);
    message
}

/// A message in a channel.
pub fn channel_message(id: u64, content: &str) -> Value {
    let mut message = message(&id.to_string(), content);
    message["guild_id"] = json!(GUILD);
    let mut member = member(&Asker::default());
    member.as_object_mut().unwrap().remove("user");
    member.as_object_mut().unwrap().remove("permissions");
    message["member"] = member;
    message["channel_type"] = json!(0);
    message
}

/// A message in a channel that mentions the bot.
pub fn mention(id: u64, content: &str) -> Value {
    let mut message = channel_message(id, &format!("<@{BOT}> {content}"));
    let mut bot = user(BOT, "ledord", true);
    let mut member = message["member"].clone();
    member["roles"] = json!([]);
    bot["member"] = member;
    message["mentions"] = json!([bot]);
    message
}

pub fn ready(url: &str) -> Value {
    json!({"v": 10, "user": {"id": BOT, "username": "ledord", "discriminator": "0", "global_name": null,
        "avatar": null, "bot": true, "verified": true, "email": null, "mfa_enabled": true, "flags": 0},
        "guilds": [{"id": GUILD, "unavailable": true}], "session_id": SESSION, "session_type": "normal",
        "resume_gateway_url": url, "shard": [0, 1], "application": {"id": APP, "flags": 565_248},
        "private_channels": [], "presences": [], "relationships": [], "user_settings": {},
        "geo_ordered_rtc_regions": [], "guild_join_requests": [], "_trace": []})
}

pub fn guild() -> Value {
    // From text: one `json!` of this size runs into the compiler's recursion limit.
    let mut guild: Value = serde_json::from_str(
        r#"{"name":"Kommunen","icon":null,"splash":null,"discovery_splash":null,"region":"deprecated",
        "afk_channel_id":null,"afk_timeout":300,"verification_level":1,"default_message_notifications":1,
        "explicit_content_filter":0,"emojis":[],"features":["COMMUNITY"],"mfa_level":0,"application_id":null,
        "system_channel_id":null,"system_channel_flags":0,"rules_channel_id":null,"max_presences":null,
        "max_members":500000,"vanity_url_code":null,"description":null,"banner":null,"premium_tier":0,
        "premium_subscription_count":0,"preferred_locale":"sv-SE","public_updates_channel_id":null,
        "nsfw_level":0,"nsfw":false,"stickers":[],"premium_progress_bar_enabled":false,
        "safety_alerts_channel_id":null,"incidents_data":null,"hub_type":null,
        "joined_at":"2024-01-01T00:00:00.000000+00:00","large":false,"unavailable":false,"member_count":2,
        "voice_states":[],"threads":[],"presences":[],"stage_instances":[],"guild_scheduled_events":[],
        "soundboard_sounds":[]}"#,
    )
    .unwrap();
    guild["id"] = json!(GUILD);
    guild["owner_id"] = json!(USER);
    guild["roles"] = json!([{"id": GUILD, "name": "@everyone", "color": 0, "hoist": false, "icon": null,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        "unicode_emoji": null, "position": 0, "permissions": "2248473465835073", "managed": false,
        "mentionable": false, "flags": 0}]);
    let mut bot = member(&Asker::default());
    bot["user"] = user(BOT, "ledord", true);
    guild["members"] = json!([bot, member(&Asker::default())]);
    let mut channel = channel(&Asker::default());
    channel["permission_overwrites"] = json!([]);
    guild["channels"] = json!([channel]);
    guild
}
