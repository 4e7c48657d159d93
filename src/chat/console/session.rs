//! What follows `/session` in the terminal.

use crate::domain::session::{Announcement, DateRef, Details, SeriesId, SeriesRef, SessionRequest};
use crate::domain::{Request, TopicId};
use crate::knowledge::closest;

/// What a line after `/session` asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked<'a> {
    /// How it is written.
    How,
    /// Something that there is not, and the closest thing that there is.
    Unknown(&'a str, Option<&'static str>),
    /// Something that lacks a part.
    Incomplete(&'static str),
    /// A request.
    Request(SessionRequest),
    /// A request about a network, which is found by what was typed.
    Network(&'a str, OfNetwork),
}

/// What may be asked of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OfNetwork {
    Next,
    Follow,
    Unfollow,
}

impl OfNetwork {
    /// The request about a network.
    pub(super) const fn request(self, network: TopicId) -> SessionRequest {
        match self {
            Self::Next => SessionRequest::Next(network),
            Self::Follow => SessionRequest::Follow(network),
            Self::Unfollow => SessionRequest::Unfollow(network),
        }
    }
}

/// Every word that may follow `/session`.
pub(super) const WORDS: [&str; 17] = [
    "announce", "save", "list", "next", "preview", "skip", "move", "set", "confirm", "pause", "resume",
    "end", "receipt", "recap", "follow", "unfollow", "calendar",
];

/// What the words are called in Swedish and Finnish: as on Discord, where there is one.
const NAMES: [(&str, [&str; 2]); 17] = [
    ("announce", ["utlys", "ilmoita"]),
    ("save", ["spara", "tallenna"]),
    ("list", ["lista", "luettelo"]),
    ("next", ["nästa", "seuraava"]),
    ("preview", ["förhandsvisa", "esikatsele"]),
    ("skip", ["hoppa-över", "jätä-väliin"]),
    ("move", ["flytta", "siirrä"]),
    ("set", ["ändra", "muuta"]),
    ("confirm", ["bekräfta", "vahvista"]),
    ("pause", ["pausa", "keskeytä"]),
    ("resume", ["återuppta", "jatka"]),
    ("end", ["avsluta", "lopeta"]),
    ("receipt", ["kvitto", "kuitti"]),
    ("recap", ["sammanfatta", "tiivistä"]),
    ("follow", ["följ", "seuraa"]),
    ("unfollow", ["sluta-följa", "lopeta-seuraaminen"]),
    ("calendar", ["kalender", "kalenteri"]),
];

/// Reads what follows `/session`. Parts are parted by `|`; where a series and a date may stand, a lone part that begins with
/// a digit and is no number is the date.
pub(super) fn read(rest: &str) -> Asked<'_> {
    let (word, rest) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
    let typed = word.to_lowercase();
    let named = NAMES.into_iter().find(|(known, names)| typed == *known || names.contains(&typed.as_str()));
    let Some((command, _)) = named else {
        let meant = closest(&typed, WORDS);
        return if word.is_empty() { Asked::How } else { Asked::Unknown(word, meant) };
    };
    let rest = rest.trim();
    request(command, rest).unwrap_or(Asked::Incomplete(command))
}

/// The request of a command; `None` when a part of it is missing.
fn request<'a>(command: &'static str, rest: &'a str) -> Option<Asked<'a>> {
    use SessionRequest as R;
    let series = || SeriesRef(rest.to_owned());
    Some(Asked::Request(match command {
        "announce" => R::Announce(announcement(rest)?),
        "save" => R::Save(SeriesId(rest.parse().ok()?)),
        "list" => R::List,
        "preview" => R::Preview(series()),
        "pause" => R::Pause(series()),
        "resume" => R::Resume(series()),
        "end" => R::End(series()),
        "receipt" => R::Receipt(series()),
        "skip" => R::Skip(date(rest)),
        "confirm" => R::Confirm(date(rest)),
        "calendar" => R::Calendar(date(rest)),
        "move" => {
            let (date, to) = date_and_text(rest)?;
            // Without a bar nobody knows which of the days is meant.
            rest.contains('|').then_some(R::Move(date, to))?
        }
        "recap" => {
            let (date, lines) = date_and_text(rest)?;
            R::Recap(date, lines)
        }
        "set" => {
            let (what, rest) = rest.split_once(char::is_whitespace)?;
            let (date, text) = date_and_text(rest)?;
            let mut details = Details::default();
            let place = match what.to_ascii_lowercase().as_str() {
                "topic" => &mut details.topic,
                "speaker" => &mut details.speaker,
                "link" => &mut details.link,
                "note" => &mut details.note,
                _ => return None,
            };
            *place = Some(text);
            R::Set(date, details)
        }
        "next" => return Some(Asked::Network(rest, OfNetwork::Next)),
        "follow" => return Some(Asked::Network(rest, OfNetwork::Follow)),
        _ => return Some(Asked::Network(rest, OfNetwork::Unfollow)),
    }))
}

/// The line that asks for what a request still lacks, where a choice leaves it to the person: a text, or a new time.
pub(super) fn line_for(request: &Request) -> Option<String> {
    let Request::Session(request) = request else { return None };
    let (command, date) = match request {
        SessionRequest::Set(date, details) if *details == Details::default() => ("set topic", date),
        SessionRequest::Move(date, to) if to.is_empty() => ("move", date),
        SessionRequest::Recap(date, lines) if lines.is_empty() => ("recap", date),
        _ => return None,
    };
    Some(format!("/session {command} {} | {} | …", date.series.0, date.date))
}

fn announcement(rest: &str) -> Option<Announcement> {
    // A topic may hold a bar.
    let mut parts = rest.splitn(6, '|').map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    let announcement = Announcement {
        network: next(),
        when: next(),
        length: next(),
        link: next(),
        reminders: next(),
        topic: next(),
        targets: Vec::new(),
    };
    (!announcement.network.is_empty() && !announcement.when.is_empty()).then_some(announcement)
}

/// `SERIES | DATE`, or one of them, or neither.
fn date(rest: &str) -> DateRef {
    let (series, date) = match rest.split_once('|') {
        Some((series, date)) => (series, date),
        None if looks_like_a_date(rest) => ("", rest),
        None => (rest, ""),
    };
    DateRef { series: SeriesRef(series.trim().to_owned()), date: date.trim().to_owned() }
}

/// `SERIES | DATE | TEXT`, the series, the date or both left out; `None` without a text, which may hold bars.
fn date_and_text(rest: &str) -> Option<(DateRef, String)> {
    let (reference, text) = match rest.split_once('|') {
        None => (DateRef::default(), rest),
        Some((first, text)) => match text.split_once('|') {
            Some((day, text)) if !looks_like_a_date(first.trim()) => {
                let series = SeriesRef(first.trim().to_owned());
                (DateRef { series, date: day.trim().to_owned() }, text)
            }
            _ => (date(first.trim()), text),
        },
    };
    let text = text.trim();
    (!text.is_empty()).then(|| (reference, text.to_owned()))
}

/// Whether a text is a date rather than the number or the name of a series.
fn looks_like_a_date(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit()) && text.contains(|c: char| !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date_ref(series: &str, date: &str) -> DateRef {
        DateRef { series: SeriesRef(series.into()), date: date.into() }
    }

    fn check(line: &str, expected: SessionRequest) {
        assert_eq!(read(line), Asked::Request(expected), "{line}");
    }

    #[test]
    fn the_words_are_those_of_every_language() {
        use crate::domain::Language;
        use crate::l10n::{Catalog, Message};
        let catalog = Catalog::load().unwrap();
        for (message, word) in [
            (Message::CommandSessionAnnounce, "announce"),
            (Message::CommandSessionList, "list"),
            (Message::CommandSessionNext, "next"),
            (Message::CommandSessionPreview, "preview"),
            (Message::CommandSessionSkip, "skip"),
            (Message::CommandSessionMove, "move"),
            (Message::CommandSessionSet, "set"),
            (Message::CommandSessionConfirm, "confirm"),
            (Message::CommandSessionPause, "pause"),
            (Message::CommandSessionResume, "resume"),
            (Message::CommandSessionEnd, "end"),
            (Message::CommandSessionReceipt, "receipt"),
            (Message::CommandSessionRecap, "recap"),
            (Message::CommandSessionFollow, "follow"),
            (Message::CommandSessionUnfollow, "unfollow"),
            (Message::CommandSessionCalendar, "calendar"),
        ] {
            for language in Language::ALL {
                let name = catalog.say(language, &message);
                assert_eq!(
                    read(&format!("{name} 1 | 28.1. | x")),
                    read(&format!("{word} 1 | 28.1. | x")),
                    "{name}"
                );
            }
        }
        assert!(WORDS.iter().all(|word| NAMES.iter().any(|(known, _)| known == word)));
    }

    #[test]
    fn a_new_series_needs_a_network_and_a_time_and_may_tell_more() {
        let whole = Announcement {
            network: "Kaffe med Uffe".into(),
            when: "sista torsdagen i månaden kl. 9".into(),
            length: "45 min".into(),
            link: "https://example.org/m".into(),
            reminders: "7 d, 1 d".into(),
            topic: "NIS2 | i praktiken".into(),
            targets: Vec::new(),
        };
        let line = "announce Kaffe med Uffe | sista torsdagen i månaden kl. 9 | 45 min | https://example.org/m | 7 d, 1 d \
            | NIS2 | i praktiken";
        check(line, SessionRequest::Announce(whole));
        let short =
            Announcement { network: "digifika".into(), when: "17.12.2026 9:00".into(), ..Default::default() };
        check("ANNOUNCE digifika|17.12.2026 9:00", SessionRequest::Announce(short));
        for line in ["announce", "announce digifika", "announce | 17.12.", "announce digifika | "] {
            assert_eq!(read(line), Asked::Incomplete("announce"), "{line}");
        }
    }

    #[test]
    fn series_and_date_may_be_left_out() {
        for (rest, series, date) in [
            ("", "", ""),
            ("kaffe", "kaffe", ""),
            ("123456", "123456", ""),
            ("28.1.", "", "28.1."),
            ("2027-01-28", "", "2027-01-28"),
            ("kaffe | 28 januari", "kaffe", "28 januari"),
            ("| torsdag", "", "torsdag"),
        ] {
            check(&format!("skip {rest}"), SessionRequest::Skip(date_ref(series, date)));
            check(&format!("confirm {rest}"), SessionRequest::Confirm(date_ref(series, date)));
            check(&format!("calendar {rest}"), SessionRequest::Calendar(date_ref(series, date)));
        }
        let topic = |text: &str| Details { topic: Some(text.into()), ..Details::default() };
        check("set topic NIS2", SessionRequest::Set(DateRef::default(), topic("NIS2")));
        check("set topic 28.1. | NIS2", SessionRequest::Set(date_ref("", "28.1."), topic("NIS2")));
        check(
            "set topic kaffe | 28.1. | a | b",
            SessionRequest::Set(date_ref("kaffe", "28.1."), topic("a | b")),
        );
        check(
            "move kaffe | 28.1. | 4.2. kl 10",
            SessionRequest::Move(date_ref("kaffe", "28.1."), "4.2. kl 10".into()),
        );
        check("move 28.1. | 4.2.", SessionRequest::Move(date_ref("", "28.1."), "4.2.".into()));
        check("recap We met.", SessionRequest::Recap(DateRef::default(), "We met.".into()));
    }

    #[test]
    fn a_choice_that_needs_a_text_says_how_to_type_it() {
        let date = || date_ref("7", "2026-12-31T09:00");
        let set = SessionRequest::Set(date(), Details::default());
        let line = line_for(&Request::Session(set)).unwrap();
        assert_eq!(line, "/session set topic 7 | 2026-12-31T09:00 | …");
        let typed = line.replace('…', "NIS2").replace("/session ", "");
        let details = Details { topic: Some("NIS2".into()), ..Details::default() };
        check(&typed, SessionRequest::Set(date(), details));
        assert!(line_for(&Request::Session(SessionRequest::Move(date(), String::new()))).is_some());
        assert_eq!(line_for(&Request::Session(SessionRequest::Skip(date()))), None);
    }

    #[test]
    fn what_lacks_a_part_or_does_not_exist_is_told_apart() {
        for (line, command) in [
            ("move", "move"),
            ("move 4.2.", "move"),
            ("move kaffe | ", "move"),
            ("set", "set"),
            ("set topic", "set"),
            ("set colour | blue", "set"),
            ("recap", "recap"),
            ("save", "save"),
            ("save nothing", "save"),
        ] {
            assert_eq!(read(line), Asked::Incomplete(command), "{line}");
        }
        assert_eq!(read("  "), Asked::How);
        assert_eq!(read("anounce x"), Asked::Unknown("anounce", Some("announce")));
        assert_eq!(read("dance"), Asked::Unknown("dance", None));
        assert_eq!(read("follow kaffe"), Asked::Network("kaffe", OfNetwork::Follow));
    }
}
