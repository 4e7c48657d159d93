//! Scheduled events of servers.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Fake;
use super::clock::iso;
use super::payloads::{BOT, USER, user};
use super::rest::error;

/// Scheduled or active ones in one server (Guild Scheduled Event).
const MOST: usize = 100;

#[derive(Default)]
pub(super) struct Events {
    /// By server and id.
    events: BTreeMap<(String, u64), Value>,
    forbidden: HashSet<String>,
}

fn moment(value: &Value) -> Option<Timestamp> {
    value.as_str()?.parse().ok()
}

/// What Discord refuses in an event, whoever sends it.
fn unsound(event: &Value, now: Timestamp) -> Option<(u16, Value)> {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let (start, end) = (moment(&event["scheduled_start_time"]), moment(&event["scheduled_end_time"]));
    let is_sound = event["entity_type"] == 3
        && event["privacy_level"] == 2
        && event["channel_id"].is_null()
        && (1..=100).contains(&length(&event["name"]))
        && length(&event["description"]) <= 1000
        && (1..=100).contains(&length(&event["entity_metadata"]["location"]))
        && start.zip(end).is_some_and(|(start, end)| start < end)
        && (event["status"] == 2 || start.is_some_and(|start| start > now));
    (!is_sound).then(|| error(400, 50035, "Invalid Form Body"))
}

impl Events {
    /// They begin and end by themselves.
    fn wind_on(&mut self, now: Timestamp) {
        self.events.retain(|_, event| moment(&event["scheduled_end_time"]).is_some_and(|end| end > now));
        for event in self.events.values_mut() {
            if moment(&event["scheduled_start_time"]).is_some_and(|start| start <= now) {
                event["status"] = json!(2);
            }
        }
    }

    fn of(&self, guild: &str) -> Vec<Value> {
        let here = self.events.iter().filter(|((of, _), _)| of == guild);
        here.map(|(_, event)| event.clone()).collect()
    }

    fn create(&mut self, guild: &str, id: u64, creator: &str, body: &Value, now: Timestamp) -> (u16, Value) {
        if let Some(refused) = unsound(body, now) {
            return refused;
        }
        if self.of(guild).len() >= MOST {
            return error(400, 30038, "Maximum number of guild scheduled events reached (100)");
        }
        let normal = |key: &str| {
            moment(&body[key]).map(|moment| moment.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string())
        };
        let event = json!({"id": id.to_string(), "guild_id": guild, "channel_id": null, "creator_id": creator,
            "creator": user(creator, "x", creator == BOT), "name": body["name"],
            "description": body["description"], "image": null,
            "scheduled_start_time": normal("scheduled_start_time"),
            "scheduled_end_time": normal("scheduled_end_time"), "privacy_level": 2, "status": 1,
            "entity_type": 3, "entity_id": null, "recurrence_rule": null,
            "entity_metadata": body["entity_metadata"], "guild_scheduled_event_exceptions": []});
        self.events.insert((guild.to_owned(), id), event.clone());
        (200, event)
    }

    fn own(&mut self, guild: &str, id: &str) -> Result<&mut Value, (u16, Value)> {
        let key = (guild.to_owned(), id.parse().unwrap_or(0));
        let event = self.events.get_mut(&key);
        let event = event.ok_or_else(|| error(404, 10070, "Unknown Guild Scheduled Event"))?;
        if event["creator_id"] == BOT { Ok(event) } else { Err(error(403, 50013, "Missing Permissions")) }
    }

    fn modify(&mut self, guild: &str, id: &str, body: &Value, now: Timestamp) -> (u16, Value) {
        let event = match self.own(guild, id) {
            Ok(event) => event,
            Err(refused) => return refused,
        };
        let mut changed = event.clone();
        for (key, value) in body.as_object().into_iter().flatten() {
            let time = moment(value).filter(|_| key.ends_with("_time"));
            let normal = time.map(|time| json!(time.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string()));
            changed[key] = normal.unwrap_or_else(|| value.clone());
        }
        if let Some(refused) = unsound(&changed, now) {
            return refused;
        }
        *event = changed.clone();
        (200, changed)
    }

    fn delete(&mut self, guild: &str, id: &str) -> (u16, Value) {
        if let Err(refused) = self.own(guild, id) {
            return refused;
        }
        self.events.remove(&(guild.to_owned(), id.parse().unwrap_or(0)));
        (204, Value::Null)
    }
}

impl Fake {
    pub(super) fn about_events(
        &self,
        method: &str,
        guild: &str,
        id: Option<&str>,
        body: &Value,
    ) -> (u16, Value) {
        let now = self.0.clock.now();
        let mut events = self.0.events.lock().unwrap();
        events.wind_on(now);
        if method != "GET" && events.forbidden.contains(guild) {
            return error(403, 50013, "Missing Permissions");
        }
        match (method, id) {
            ("GET", None) => (200, json!(events.of(guild))),
            ("POST", None) => events.create(guild, self.0.clock.snowflake(), BOT, body, now),
            ("PATCH", Some(id)) => events.modify(guild, id, body, now),
            ("DELETE", Some(id)) => events.delete(guild, id),
            _ => error(404, 0, "404: Not Found"),
        }
    }

    /// The scheduled and active events of a server.
    pub fn events(&self, guild: &str) -> Vec<Value> {
        let mut events = self.0.events.lock().unwrap();
        events.wind_on(self.0.clock.now());
        events.of(guild)
    }

    /// A member makes an event; gives its id.
    pub fn add_event(&self, guild: &str, name: &str, start: Timestamp, end: Timestamp) -> String {
        let body = json!({"name": name, "description": "", "entity_type": 3, "privacy_level": 2,
            "scheduled_start_time": iso(start), "scheduled_end_time": iso(end),
            "entity_metadata": {"location": "x"}});
        let (id, now) = (self.0.clock.snowflake(), self.0.clock.now());
        let (status, _) = self.0.events.lock().unwrap().create(guild, id, USER, &body, now);
        assert_eq!(status, 200);
        id.to_string()
    }

    /// Keeps the bot from making events in a server.
    pub fn forbid_events(&self, guild: &str) {
        self.0.events.lock().unwrap().forbidden.insert(guild.to_owned());
    }

    /// Lets the bot make events in a server again.
    pub fn allow_events(&self, guild: &str) {
        self.0.events.lock().unwrap().forbidden.remove(guild);
    }
}
