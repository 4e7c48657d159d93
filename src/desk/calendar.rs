//! Sessions for calendar programs (RFC 5545): one date as a file, the dates of a network as a feed.
//!
//! One event a date, in UTC: what the rule of a series means is decided here and nowhere else, and no calendar program can
//! read it differently at a clock change.

mod lines;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use self::lines::Lines;
use super::sessions::{Feeds, Sessions};
use crate::domain::reply::Attachment;
use crate::domain::session::{Network, Occurrence, Series, SeriesState};
use crate::domain::{Language, TopicId};

/// Feeds reach back this far, so that a session just held does not vanish from people's calendars.
const PAST: SignedDuration = SignedDuration::from_hours(60 * 24);
/// Feeds reach ahead this far: a year and the notice that people want of the next one.
const COMING: SignedDuration = SignedDuration::from_hours(400 * 24);
/// How often calendar programs are asked to look again (RFC 7986 5.7).
const REFRESH: &str = "PT1H";
/// What stands before the ids of networks that have an article.
const NETWORK_PREFIX: &str = "net-";
/// Hexadecimal digits in the path of a feed: 128 bits that nobody guesses.
const TOKEN_LENGTH: usize = 32;

/// One date as a file for the asker's calendar.
///
/// `link` is where to join, as the caller may tell it: the date's own or the standing one. `at` is the moment of writing.
pub fn file(
    occurrence: &Occurrence,
    series: &Series,
    network: &Network,
    installation: &str,
    language: Language,
    link: Option<&str>,
    at: Timestamp,
) -> Attachment {
    let event = Event {
        summary: summary(network.name(language), topic(occurrence, series), occurrence.speaker.as_deref()),
        note: occurrence.note.as_deref(),
        link,
        status: status(occurrence, series, network),
        uid: uid(occurrence, installation),
        occurrence,
        stamp: at,
    };
    let mut lines = Lines::default();
    begin(&mut lines);
    event.write(&mut lines);
    lines.plain("END", "VCALENDAR");
    let id = network.id.as_str();
    let name = id.strip_prefix(NETWORK_PREFIX).unwrap_or(id);
    Attachment { name: format!("{name}-{}.ics", occurrence.start.date()), text: lines.finish() }
}

/// The dates of a network as a calendar to subscribe to: 60 days back to 400 days ahead. Whoever has its address can read
/// it, so it holds neither links nor notes.
///
/// It stays the same to the letter through a day in UTC while no session changes, so that programs need not fetch it again.
pub fn feed(
    network: &Network,
    series: &[Series],
    installation: &str,
    language: Language,
    now: Timestamp,
) -> String {
    let day = start_of_day(now);
    let from = day.checked_sub(PAST).unwrap_or(Timestamp::MIN);
    let until = day.checked_add(COMING).unwrap_or(Timestamp::MAX);
    let name = network.name(language);
    let mut events = Vec::new();
    let mut dates: Vec<(Occurrence, &Series)> = series
        .iter()
        .filter(|series| series.network == network.id && series.state != SeriesState::Draft)
        .flat_map(|series| series.occurrences(from, until).into_iter().map(move |date| (date, series)))
        .filter(|(date, series)| series.state != SeriesState::Ended || date.starts_at <= now)
        .collect();
    dates.sort_by_key(|(date, _)| (date.starts_at, date.series, date.original));
    for (occurrence, series) in &dates {
        let links =
            [&occurrence.link, &series.link, &network.link].map(|link| link.as_deref().map(str::trim));
        let links: Vec<&str> = links.into_iter().flatten().collect();
        let bare = |text: &str| without_links(text, &links);
        let topic = topic(occurrence, series).map(bare);
        let speaker = occurrence.speaker.as_deref().map(bare);
        events.push(Event {
            summary: summary(name, topic.as_deref(), speaker.as_deref()),
            note: None,
            link: None,
            status: status(occurrence, series, network),
            uid: uid(occurrence, installation),
            occurrence,
            stamp: day,
        });
    }
    let mut lines = Lines::default();
    begin(&mut lines);
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.plain("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.plain("X-PUBLISHED-TTL", REFRESH);
    for event in &events {
        event.write(&mut lines);
    }
    lines.plain("END", "VCALENDAR");
    lines.finish()
}

/// The feed whose path holds a token; `None` when there is none, without telling why.
pub fn feed_of_token(sessions: &Sessions, token: &str, now: Timestamp) -> Option<String> {
    let feeds = sessions.feeds.as_ref()?;
    let network = sessions.networks.iter().find(|network| feed_token(&network.id, &feeds.secret) == token)?;
    Some(feed(network, &sessions.series, &sessions.installation, network.language, now))
}

/// The path of a network's feed, which nobody can guess without the secret.
pub fn feed_path(network: &TopicId, secret: &str) -> String {
    format!("/calendar/{}.ics", feed_token(network, secret))
}

/// The address of a network's feed, for people to give to their calendar programs.
pub fn feed_url(feeds: &Feeds, network: &TopicId) -> String {
    format!("{}{}", feeds.base_url.trim_end_matches('/'), feed_path(network, &feeds.secret))
}

fn feed_token(network: &TopicId, secret: &str) -> String {
    let mut hash = Sha256::new();
    for part in [secret, network.as_str()] {
        hash.update(part.len().to_be_bytes());
        hash.update(part.as_bytes());
    }
    format!("{:x}", hash.finalize()).chars().take(TOKEN_LENGTH).collect()
}

/// What a calendar program is told of one date.
struct Event<'a> {
    summary: String,
    note: Option<&'a str>,
    link: Option<&'a str>,
    status: &'static str,
    uid: String,
    occurrence: &'a Occurrence,
    stamp: Timestamp,
}

impl Event<'_> {
    fn write(&self, lines: &mut Lines) {
        let date = self.occurrence;
        lines.plain("BEGIN", "VEVENT");
        lines.text("UID", &self.uid);
        lines.plain("DTSTAMP", &utc(self.stamp));
        lines.plain("SEQUENCE", &date.sequence.max(0).to_string());
        lines.plain("DTSTART", &utc(date.starts_at));
        // RFC 5545 3.8.2.2: an end must be later than the start.
        if date.ends_at > date.starts_at {
            lines.plain("DTEND", &utc(date.ends_at));
        }
        lines.plain("STATUS", self.status);
        lines.text("SUMMARY", &self.summary);
        if let Some(link) = self.link {
            lines.text("LOCATION", link);
            if is_url(link) {
                lines.plain("URL", link);
            }
        }
        let description: Vec<&str> = self.note.into_iter().chain(self.link).collect();
        if !description.is_empty() {
            lines.text("DESCRIPTION", &description.join("\n"));
        }
        lines.plain("END", "VEVENT");
    }
}

fn begin(lines: &mut Lines) {
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Ledord//Sessions//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", "PUBLISH");
}

/// Names a date for good: made of the start by the rule, so that a moved date stays the same event.
fn uid(occurrence: &Occurrence, installation: &str) -> String {
    let original = occurrence.original.strftime("%Y%m%dT%H%M%S");
    format!("{}-{original}@{installation}.ledord", occurrence.series)
}

fn status(occurrence: &Occurrence, series: &Series, network: &Network) -> &'static str {
    let is_open = network.confirm_days > 0 && !occurrence.is_confirmed;
    if occurrence.is_skipped {
        "CANCELLED"
    } else if is_open || series.state == SeriesState::Paused {
        "TENTATIVE"
    } else {
        "CONFIRMED"
    }
}

fn topic<'a>(occurrence: &'a Occurrence, series: &'a Series) -> Option<&'a str> {
    occurrence.topic.as_deref().or(series.about.as_deref())
}

/// `Kaffe med Uffe: passwords (Name)`.
fn summary(name: &str, topic: Option<&str>, speaker: Option<&str>) -> String {
    let mut summary = name.to_owned();
    if let Some(topic) = topic.filter(|topic| !topic.is_empty()) {
        summary.push_str(": ");
        summary.push_str(topic);
    }
    if let Some(speaker) = speaker.filter(|speaker| !speaker.is_empty()) {
        summary.push_str(" (");
        summary.push_str(speaker);
        summary.push(')');
    }
    summary
}

/// The text without addresses: a host may have typed the link into the topic.
fn without_links(text: &str, links: &[&str]) -> String {
    let mut text = text.to_owned();
    // A link of one word, such as the name of a room, is no secret and may be part of other words.
    let telling = |link: &&&str| link.contains(['.', '/']);
    for link in links.iter().filter(telling).filter(|link| link.contains(char::is_whitespace)) {
        text = text.replace(link, " ");
    }
    let is_address = |word: &&str| {
        let host_and_path = word.split_once('/').is_some_and(|(host, _)| host.contains('.'));
        let known = links.iter().filter(telling).any(|link| word.contains(link));
        known || host_and_path || word.contains("://") || word.to_ascii_lowercase().contains("www.")
    };
    text.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ")
}

/// Whether it can stand as a URI (RFC 3986), which is not escaped.
fn is_url(link: &str) -> bool {
    let has_host =
        ["https://", "http://"].iter().any(|scheme| link.len() > scheme.len() && link.starts_with(scheme));
    has_host && link.chars().all(|c| c.is_ascii_graphic())
}

fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The midnight in UTC before a moment.
fn start_of_day(moment: Timestamp) -> Timestamp {
    const DAY_SECONDS: i64 = 24 * 60 * 60;
    let second = moment.as_second();
    Timestamp::from_second(second - second.rem_euclid(DAY_SECONDS)).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_keeps_its_words_and_loses_its_addresses() {
        let links = ["teams.example.org:l:1", "Room", "call 000.111 code 2"];
        let check = |text: &str, expect: &str| assert_eq!(without_links(text, &links), expect);
        check("Passwords, 24/7 and so on", "Passwords, 24/7 and so on");
        check("Join https://a.example/x?y now", "Join now");
        check("see (http://a.example) or WWW.a.example", "see or");
        check("(teams.example.org:l:1) Room A", "Room A");
        check("Passwords; call 000.111 code 2", "Passwords;");
        check("meet.example.org/abc", "");
    }

    #[test]
    fn the_path_of_a_feed_depends_on_the_network_and_the_secret() {
        let network = |id: &str| TopicId::parse(id).unwrap();
        let path = feed_path(&network("net-a"), "secret");
        assert_eq!(path.len(), "/calendar/.ics".len() + TOKEN_LENGTH);
        assert_eq!(path, feed_path(&network("net-a"), "secret"));
        assert_ne!(path, feed_path(&network("net-b"), "secret"));
        assert_ne!(path, feed_path(&network("net-a"), "other"));
        let feeds = Feeds { base_url: "https://a.example/x/".into(), secret: "secret".into() };
        assert_eq!(feed_url(&feeds, &network("net-a")), format!("https://a.example/x{path}"));
    }

    #[test]
    fn a_day_begins_at_midnight_in_utc() {
        let check = |moment: &str, expect: &str| {
            assert_eq!(start_of_day(moment.parse().unwrap()), expect.parse::<Timestamp>().unwrap());
        };
        check("2026-12-17T23:59:59.9Z", "2026-12-17T00:00:00Z");
        check("2026-12-17T00:00:00Z", "2026-12-17T00:00:00Z");
        check("1969-12-31T12:00:00Z", "1969-12-31T00:00:00Z");
    }
}
