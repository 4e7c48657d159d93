//! The coming sessions as entries of a platform's own calendar.

use jiff::{SignedDuration, Timestamp};

use super::plan::{self, targets};
use super::voice::{Date, Voice, hosts};
use crate::desk::World;
use crate::domain::Target;
use crate::domain::delivery::Key;
use crate::domain::session::SeriesState;
use crate::l10n::Message;

/// How far ahead sessions are shown: further ahead much may still change.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 90);

/// One coming session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Names it for good; the target is to be filled in by the platform.
    pub key: Key,
    /// Where it is announced.
    pub targets: Vec<Target>,
    /// What it is called.
    pub name: String,
    /// What is to be known of it, line by line.
    pub description: String,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Where to join, where that may be shown.
    pub link: Option<String>,
    /// What stands as the place where there is no link.
    pub place: String,
}

/// The sessions that begin after `world.now` and within three months, in the networks' own languages.
pub fn agenda(world: &World<'_>) -> Vec<Entry> {
    let (now, until) = (world.now, world.now.saturating_add(AHEAD).unwrap_or(world.now));
    let mut entries = Vec::new();
    for series in world.sessions.series.iter().filter(|series| series.state == SeriesState::Active) {
        let Some(network) = world.sessions.network(&series.network) else { continue };
        let voice = Voice { world, language: network.language };
        let name = network.name(network.language);
        for occurrence in series.occurrences(now, until) {
            if occurrence.is_skipped || occurrence.starts_at <= now || occurrence.starts_at > until {
                continue;
            }
            let targets = targets(series, network).to_vec();
            let Some(first) = targets.first() else { continue };
            let key = plan::key(&occurrence, "event", first);
            let date = Date { series, network, occurrence };
            let mut lines: Vec<String> =
                date.topic().map(|topic| voice.say(&Message::SessionTopic { topic })).into_iter().collect();
            let occurrence = &date.occurrence;
            let speaker = occurrence.speaker.as_deref();
            lines.extend(speaker.map(|speaker| voice.say(&Message::SessionSpeaker { speaker })));
            lines.extend(occurrence.note.as_deref().map(|note| voice.say(&Message::SessionNote { note })));
            lines.extend(hosts(network).map(|host| voice.say(&Message::SessionHost { host: &host })));
            if date.is_unconfirmed() {
                lines.push(voice.say(&Message::Unconfirmed));
            }
            entries.push(Entry {
                key,
                targets,
                name: name.to_owned(),
                description: lines.join("\n"),
                starts_at: occurrence.starts_at,
                ends_at: occurrence.ends_at,
                link: date.link().map(str::to_owned),
                place: name.to_owned(),
            });
        }
    }
    entries
}
