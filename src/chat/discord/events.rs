//! What is to be done so that the scheduled events of a server show the coming sessions.
//!
//! Making an event has no nonce, so each carries our key in the last line of its description and is found again by it.
//! Limits are those of <https://discord.com/developers/docs/resources/guild-scheduled-event>.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::limits::{length, shortened};
use crate::domain::delivery::Stamp;

/// Events of a server that have not ended, whoever made them.
const MOST: usize = 100;
const NAME: usize = 100;
const DESCRIPTION: usize = 1000;
const LOCATION: usize = 100;
/// Stands before the stamp in the last line of a description.
const KEY: &str = "ledord:";

/// An event as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedEvent {
    /// Names the session for good, wherever it is moved.
    pub stamp: Stamp,
    /// What it is called.
    pub name: String,
    /// What it is about; may be empty.
    pub description: String,
    /// When it starts, in the future.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Where to join; a link that is too long for the place stands in the description.
    pub link: Option<String>,
    /// What stands as the place when there is no link that fits: the name of the channel or network.
    pub place: String,
}

/// An event as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExistingEvent {
    /// Discord's id.
    pub id: u64,
    /// Who made it.
    pub maker: Maker,
    /// Whether it is going on.
    pub phase: Phase,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Option<Timestamp>,
    /// Where.
    pub location: String,
}

/// Who made an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// The bot.
    Bot,
    /// Anybody else.
    Another,
}

/// How far on an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It has not begun.
    Coming,
    /// It has begun; its start stays as it is.
    Begun,
}

/// The fields of an event inside Discord's limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventFields {
    /// 1 to 100 characters.
    pub name: String,
    /// 1 to 1,000 characters, the last line with our key.
    pub description: String,
    /// When it starts, to the second.
    pub starts_at: Timestamp,
    /// When it ends, later than that.
    pub ends_at: Timestamp,
    /// 1 to 100 characters.
    pub location: String,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventAction {
    /// Take an event of the bot's away.
    Delete(u64),
    /// Change an event of the bot's.
    Change(u64, Phase, EventFields),
    /// Make an event.
    Create(EventFields),
}

impl WantedEvent {
    fn fields(&self) -> EventFields {
        let text = |text: &str, limit| shortened(text.trim(), limit);
        let link = self.link.as_deref().map(str::trim).filter(|link| !link.is_empty());
        let fitting = link.filter(|link| length(link) <= LOCATION);
        let location = [fitting.unwrap_or_default(), self.place.trim(), self.name.trim(), "–"]
            .into_iter()
            .find(|text| !text.is_empty())
            .map(|location| text(location, LOCATION));
        let mut end =
            link.filter(|_| fitting.is_none()).map(|link| format!("{link}\n\n")).unwrap_or_default();
        if length(&end) > DESCRIPTION / 2 {
            // Half a link leads nowhere.
            end.clear();
        }
        end.push_str(KEY);
        end.push_str(self.stamp.as_str());
        let about = text(&self.description, DESCRIPTION.saturating_sub(length(&end) + 2));
        let description = if about.is_empty() { end } else { format!("{about}\n\n{end}") };
        let starts_at = to_the_second(self.starts_at);
        let shortest = starts_at.saturating_add(SignedDuration::from_mins(1)).unwrap_or(starts_at);
        EventFields {
            name: if self.name.trim().is_empty() { "–".to_owned() } else { text(&self.name, NAME) },
            description,
            starts_at,
            ends_at: to_the_second(self.ends_at).max(shortest),
            location: location.unwrap_or_default(),
        }
    }
}

fn to_the_second(moment: Timestamp) -> Timestamp {
    Timestamp::from_second(moment.as_second()).unwrap_or(moment)
}

impl ExistingEvent {
    /// The stamp by which an event of the bot's own is known; what others made is never taken for it.
    fn stamp(&self) -> Option<Stamp> {
        let last = self.description.trim_end().lines().last()?;
        let stamp = Stamp::parse(last.trim().strip_prefix(KEY)?)?;
        (self.maker == Maker::Bot).then_some(stamp)
    }

    fn shows(&self, wanted: &EventFields) -> bool {
        self.name.trim() == wanted.name
            && self.description.trim() == wanted.description
            && (self.phase == Phase::Begun || to_the_second(self.starts_at) == wanted.starts_at)
            && self.ends_at.map(to_the_second) == Some(wanted.ends_at)
            && self.location.trim() == wanted.location
    }
}

/// What is to be done in a server so that its events are those that are wanted, as far as there is room, the nearest first:
/// deletions first, then changes, then creations. `wanted` is everything that is wanted in that server. An event that has
/// begun is left to its end.
pub fn plan(wanted: &[WantedEvent], existing: &[ExistingEvent]) -> Vec<EventAction> {
    let mut existing: Vec<&ExistingEvent> = existing.iter().collect();
    existing.sort_by_key(|event| event.id);
    let mut wanted: Vec<&WantedEvent> = wanted.iter().collect();
    wanted.sort_by_key(|event| event.starts_at);
    let mut actions = Vec::new();
    let mut taken = 0;
    let mut own: BTreeMap<String, &ExistingEvent> = BTreeMap::new();
    for event in existing {
        let stamp = event.stamp().map(|stamp| stamp.as_str().to_owned());
        let is_wanted = |stamp: &String| wanted.iter().any(|wanted| wanted.stamp.as_str() == stamp);
        match stamp {
            Some(stamp) if event.phase == Phase::Coming || is_wanted(&stamp) => {
                // A second one is there when making the first had an unknown outcome.
                if let Some(second) = own.insert(stamp.clone(), event).map(|first| (first, event)) {
                    let (first, second) = second;
                    own.insert(stamp, first);
                    actions.push(EventAction::Delete(second.id));
                }
            }
            _ => taken += 1,
        }
    }
    let mut changes = Vec::new();
    let mut creations = Vec::new();
    let mut room = MOST.saturating_sub(taken);
    let mut planned: Vec<&Stamp> = Vec::new();
    for event in wanted {
        if room == 0 || planned.contains(&&event.stamp) {
            continue;
        }
        planned.push(&event.stamp);
        room -= 1;
        let fields = event.fields();
        match own.remove(event.stamp.as_str()) {
            Some(existing) if existing.shows(&fields) => {}
            Some(existing) => changes.push(EventAction::Change(existing.id, existing.phase, fields)),
            None => creations.push(EventAction::Create(fields)),
        }
    }
    actions.extend(own.into_values().map(|event| EventAction::Delete(event.id)));
    actions.extend(changes);
    actions.extend(creations);
    actions
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stamp(number: usize) -> Stamp {
        Stamp::parse(&format!("{number:024x}")).unwrap()
    }

    fn at(hours: usize) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(500_000 + i64::try_from(hours).unwrap())
    }

    fn wanted(number: usize) -> WantedEvent {
        WantedEvent {
            stamp: stamp(number),
            name: "Kaffe med Uffe".into(),
            description: "NIS2 i praktiken".into(),
            starts_at: at(number),
            ends_at: at(number + 1),
            link: Some("https://example.org/m".into()),
            place: "Kaffe med Uffe".into(),
        }
    }

    fn made(id: u64, event: &WantedEvent) -> ExistingEvent {
        let fields = event.fields();
        ExistingEvent {
            id,
            maker: Maker::Bot,
            phase: Phase::Coming,
            name: fields.name,
            description: fields.description,
            starts_at: fields.starts_at,
            ends_at: Some(fields.ends_at),
            location: fields.location,
        }
    }

    fn of_another(id: u64) -> ExistingEvent {
        ExistingEvent { maker: Maker::Another, ..made(id, &wanted(1)) }
    }

    #[test]
    fn events_are_made_changed_and_taken_away() {
        let first = wanted(1);
        assert_eq!(plan(std::slice::from_ref(&first), &[]), [EventAction::Create(first.fields())]);
        assert_eq!(plan(std::slice::from_ref(&first), &[made(7, &first)]), []);
        assert_eq!(plan(&[], &[made(7, &first)]), [EventAction::Delete(7)]);
        let mut moved = first.clone();
        (moved.starts_at, moved.ends_at) = (at(30), at(31));
        let change = EventAction::Change(7, Phase::Coming, moved.fields());
        assert_eq!(plan(&[moved], &[made(7, &first)]), [change]);
        let begun = ExistingEvent { phase: Phase::Begun, ..made(7, &first) };
        assert_eq!(plan(&[], &[begun]), [], "what has begun goes on to its end");
    }

    #[test]
    fn what_others_made_is_never_touched_even_with_our_key() {
        let create = EventAction::Create(wanted(1).fields());
        assert_eq!(plan(&[wanted(1)], &[of_another(7)]), [create]);
        assert_eq!(plan(&[], &[of_another(7)]), []);
        let without_key = ExistingEvent { description: "x".into(), ..made(8, &wanted(1)) };
        assert_eq!(plan(&[], &[without_key]), []);
    }

    #[test]
    fn of_two_for_one_session_the_second_goes() {
        let event = wanted(1);
        let twice = [made(9, &event), made(7, &event)];
        assert_eq!(plan(&[event], &twice), [EventAction::Delete(9)]);
    }

    #[test]
    fn where_there_is_little_room_the_nearest_are_shown() {
        let others: Vec<ExistingEvent> = (0..98).map(of_another).collect();
        let all: Vec<WantedEvent> = (1..=5).rev().map(wanted).collect();
        let creations = [1, 2].map(|number| EventAction::Create(wanted(number).fields()));
        assert_eq!(plan(&all, &others), creations);
        // A nearer one takes the place of one that is further off.
        let mut full = others.clone();
        full.extend([made(200, &wanted(2)), made(201, &wanted(3))]);
        let expected = [EventAction::Delete(201), EventAction::Create(wanted(1).fields())];
        assert_eq!(plan(&all, &full), expected);
    }

    #[test]
    fn a_link_that_is_too_long_for_a_place_stands_in_the_description() {
        let long = format!("https://teams.example.org/{}", "x".repeat(150));
        let fields = WantedEvent { link: Some(long.clone()), ..wanted(1) }.fields();
        assert_eq!(fields.location, "Kaffe med Uffe");
        assert!(fields.description.contains(&format!("\n\n{long}\n\nledord:")), "{}", fields.description);
    }

    proptest! {
        #[test]
        fn whatever_is_wanted_fits_and_is_settled_at_once(
            texts in proptest::collection::vec("\\PC{0,1200}", 4), minutes in -10i64..100,
        ) {
            let [name, description, link, place] = texts.try_into().unwrap();
            let mut event = WantedEvent { name, description, link: Some(link), place, ..wanted(1) };
            event.ends_at = event.starts_at + SignedDuration::from_mins(minutes);
            let fields = event.fields();
            prop_assert!((1..=100).contains(&length(&fields.name)));
            prop_assert!((1..=1000).contains(&length(&fields.description)));
            prop_assert!((1..=100).contains(&length(&fields.location)));
            prop_assert!(fields.starts_at < fields.ends_at);
            let existing = made(1, &event);
            prop_assert_eq!(existing.stamp(), Some(event.stamp.clone()));
            prop_assert_eq!(plan(&[event], &[existing]), vec![]);
        }
    }
}
