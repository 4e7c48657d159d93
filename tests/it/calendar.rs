//! What calendar programs get, read back by a parser that is not ours.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty as Property,
};
use calcard::{Entry, Parser};
use jiff::civil::{DateTime, Weekday, datetime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ledord::desk::calendar::{feed, feed_of_token, feed_path, file};
use ledord::desk::{Feeds, Sessions};
use ledord::domain::language::PerLanguage;
use ledord::domain::reply::Attachment;
use ledord::domain::session::{Change, Network, Nth, Occurrence, Rule, Series, SeriesId, SeriesState};
use ledord::domain::{Language, TopicId};
use proptest::prelude::*;

const INSTALLATION: &str = "0123456789abcdef0123456789abcdef";
const STANDING: &str = "https://meet.example.org/standing?a=1,2;b";

pub fn network() -> Network {
    Network {
        id: TopicId::parse("net-kaffe-med-uffe").unwrap(),
        names: PerLanguage(["Kaffe med Uffe", "Kahvit Uffen kanssa", "Coffee with Uffe"].map(str::to_owned)),
        hosts: Vec::new(),
        deputies: Vec::new(),
        language: Language::Swedish,
        targets: Vec::new(),
        fallback: None,
        link: Some(STANDING.into()),
        leads: Vec::new(),
        confirm_days: 5,
    }
}

/// The last Thursday of each month at nine in Helsinki, for an hour, from November 2026.
pub fn series() -> Series {
    Series {
        id: SeriesId(42),
        network: network().id,
        state: SeriesState::Active,
        start: datetime(2026, 11, 26, 9, 0, 0, 0),
        zone: TimeZone::get("Europe/Helsinki").unwrap(),
        duration_minutes: 60,
        rule: Some(Rule::MonthlyByWeekday { every: 1, nth: Nth::Last, day: Weekday::Thursday }),
        ends_on: None,
        link: None,
        about: None,
        targets: Vec::new(),
        leads: Vec::new(),
        host: "discord:user:1".parse().unwrap(),
        since: at("2026-11-01T00:00:00Z"),
        sequence: 0,
        changes: Vec::new(),
    }
}

pub fn sessions() -> Sessions {
    Sessions {
        networks: vec![network()],
        series: vec![series()],
        installation: INSTALLATION.into(),
        feeds: Some(Feeds { base_url: "https://calendar.example.org".into(), secret: "secret".into() }),
        ..Sessions::default()
    }
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn occurrence(start: DateTime) -> Occurrence {
    let starts_at = series().zone.to_timestamp(start).unwrap();
    Occurrence {
        series: SeriesId(42),
        original: datetime(2026, 12, 31, 9, 0, 0, 0),
        start,
        starts_at,
        ends_at: starts_at + SignedDuration::from_hours(1),
        is_skipped: false,
        topic: None,
        speaker: None,
        link: None,
        note: None,
        recap: None,
        is_confirmed: true,
        sequence: 0,
    }
}

fn december() -> Occurrence {
    occurrence(datetime(2026, 12, 17, 9, 0, 0, 0))
}

fn file_of(occurrence: &Occurrence, link: Option<&str>) -> Attachment {
    let now = at("2026-12-01T10:00:00Z");
    file(occurrence, &series(), &network(), INSTALLATION, Language::Swedish, link, now)
}

fn feed_of(series: &[Series], now: &str) -> String {
    feed(&network(), series, INSTALLATION, Language::Swedish, at(now))
}

/// Reads a calendar, and holds its form to RFC 5545 3.1 on the way.
fn read(text: &str) -> ICalendar {
    assert!(text.ends_with("\r\n"));
    for line in text.trim_end_matches("\r\n").split("\r\n") {
        assert!(!line.is_empty() && line.len() <= 75, "{line:?}");
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    let mut parser = Parser::new(text);
    let calendar = match parser.entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("no calendar but {other:?}: {text}"),
    };
    assert!(matches!(parser.entry(), Entry::Eof), "{text}");
    calendar
}

fn events(calendar: &ICalendar) -> Vec<&ICalendarComponent> {
    let is_event = |part: &&ICalendarComponent| part.component_type == ICalendarComponentType::VEvent;
    calendar.components.iter().filter(is_event).collect()
}

fn text<'a>(component: &'a ICalendarComponent, property: &Property) -> Option<&'a str> {
    let entry = component.property(property)?;
    assert_eq!(entry.values.len(), 1, "{entry:?}");
    entry.values[0].as_text()
}

fn moment(component: &ICalendarComponent, property: &Property) -> Timestamp {
    let value = component.property(property).unwrap().values[0].as_partial_date_time().unwrap();
    Timestamp::from_second(value.to_timestamp().unwrap()).unwrap()
}

fn sequence(component: &ICalendarComponent) -> i64 {
    component.property(&Property::Sequence).unwrap().values[0].as_integer().unwrap()
}

fn uids(calendar: &ICalendar) -> Vec<&str> {
    events(calendar).iter().map(|event| event.uid().unwrap()).collect()
}

#[test]
fn a_file_holds_the_date_in_utc_with_its_link() {
    let mut date = december();
    date.topic = Some("Lösenord; och sånt, 🔑".into());
    date.speaker = Some("Åsa".into());
    date.note = Some("Ta med\nkaffe".into());
    let file = file_of(&date, Some(STANDING));
    assert_eq!(file.name, "kaffe-med-uffe-2026-12-17.ics");
    let calendar = read(&file.text);
    assert_eq!(text(&calendar.components[0], &Property::Method), Some("PUBLISH"));
    let events = events(&calendar);
    assert_eq!(events.len(), 1);
    let event = events[0];
    assert_eq!(event.uid(), Some("42-20261231T090000@0123456789abcdef0123456789abcdef.ledord"));
    assert_eq!(moment(event, &Property::Dtstart), at("2026-12-17T07:00:00Z"));
    assert_eq!(moment(event, &Property::Dtend), at("2026-12-17T08:00:00Z"));
    assert_eq!(moment(event, &Property::Dtstamp), at("2026-12-01T10:00:00Z"));
    assert_eq!(text(event, &Property::Summary), Some("Kaffe med Uffe: Lösenord; och sånt, 🔑 (Åsa)"));
    assert_eq!(text(event, &Property::Location), Some(STANDING));
    assert_eq!(text(event, &Property::Url), Some(STANDING));
    assert_eq!(text(event, &Property::Description), Some(&*format!("Ta med\nkaffe\n{STANDING}")));
    assert_eq!(text(event, &Property::Status), Some("CONFIRMED"));
}

#[test]
fn a_file_without_a_link_shows_none_and_a_room_is_no_address() {
    let calendar = read(&file_of(&december(), None).text);
    let event = events(&calendar)[0];
    for property in [Property::Location, Property::Url, Property::Description] {
        assert!(!event.has_property(&property), "{property:?}");
    }
    let calendar = read(&file_of(&december(), Some("Rum 3, våning 2")).text);
    let event = events(&calendar)[0];
    assert_eq!(text(event, &Property::Location), Some("Rum 3, våning 2"));
    assert!(!event.has_property(&Property::Url));
}

#[test]
fn a_date_says_how_sure_it_is() {
    let check = |change: fn(&mut Occurrence), expect: &str| {
        let mut date = december();
        change(&mut date);
        let calendar = read(&file_of(&date, None).text);
        assert_eq!(text(events(&calendar)[0], &Property::Status), Some(expect));
    };
    check(|_| {}, "CONFIRMED");
    check(|date| date.is_confirmed = false, "TENTATIVE");
    check(|date| date.is_skipped = true, "CANCELLED");
    let mut unasked = network();
    unasked.confirm_days = 0;
    let mut date = december();
    date.is_confirmed = false;
    let now = at("2026-12-01T10:00:00Z");
    let text = file(&date, &series(), &unasked, INSTALLATION, Language::Finnish, None, now).text;
    assert!(
        text.contains("\r\nSTATUS:CONFIRMED\r\n") && text.contains("\r\nSUMMARY:Kahvit Uffen kanssa\r\n")
    );
}

#[test]
fn a_moved_date_stays_the_same_event_and_its_sequence_grows() {
    let mut moved = occurrence(datetime(2026, 12, 18, 14, 30, 0, 0));
    moved.sequence = 1;
    let (before, after) = (file_of(&december(), None), file_of(&moved, None));
    assert_eq!(after.name, "kaffe-med-uffe-2026-12-18.ics");
    let (before, after) = (read(&before.text), read(&after.text));
    assert_eq!(uids(&before), uids(&after));
    let (before, after) = (events(&before)[0], events(&after)[0]);
    assert!(sequence(after) > sequence(before));
    assert_eq!(moment(after, &Property::Dtstart), at("2026-12-18T12:30:00Z"));
}

#[test]
fn a_feed_keeps_nine_o_clock_through_the_year_and_marks_what_is_off() {
    let mut series = series();
    let (skipped, moved) = (datetime(2026, 12, 31, 9, 0, 0, 0), datetime(2027, 1, 28, 9, 0, 0, 0));
    series.changes = vec![
        Change { is_skipped: true, sequence: 1, ..Change::of(skipped) },
        Change {
            moved_to: Some(datetime(2027, 1, 29, 13, 0, 0, 0)),
            is_confirmed: true,
            sequence: 2,
            ..Change::of(moved)
        },
    ];
    let feed = feed_of(&[series.clone()], "2026-12-01T10:00:00Z");
    let calendar = read(&feed);
    let whole = &calendar.components[0];
    assert_eq!(text(whole, &Property::Other("X-WR-CALNAME".into())), Some("Kaffe med Uffe"));
    assert!(feed.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"));
    let events = events(&calendar);
    assert_eq!(events.len(), 14, "November 2026 to December 2027");
    let statuses: Vec<_> = events.iter().map(|event| text(event, &Property::Status).unwrap()).collect();
    assert_eq!(statuses[..4], ["TENTATIVE", "CANCELLED", "CONFIRMED", "TENTATIVE"]);
    let sequences: Vec<_> = events.iter().map(|event| sequence(event)).collect();
    assert_eq!(sequences[..4], [0, 1, 2, 0]);
    assert_eq!(moment(events[2], &Property::Dtstart), at("2027-01-29T11:00:00Z"));
    for event in events.iter().skip(3) {
        let start = moment(event, &Property::Dtstart).to_zoned_datetime(series.zone.clone());
        assert_eq!((start.hour(), start.minute(), start.weekday()), (9, 0, Weekday::Thursday));
    }
    series.changes.clear();
    assert_eq!(uids(&read(&feed_of(&[series], "2026-12-01T10:00:00Z"))), uids(&calendar));
}

#[test]
fn a_feed_stays_the_same_through_the_day() {
    let morning = feed_of(&[series()], "2026-12-01T00:00:00Z");
    assert_eq!(morning, feed_of(&[series()], "2026-12-01T23:59:59Z"));
    assert_ne!(morning, feed_of(&[series()], "2026-12-02T00:00:00Z"));
}

#[test]
fn a_feed_holds_no_link_no_note_and_no_recap() {
    let secret = "https://meet.example.org/abc";
    let mut series = series();
    series.link = Some("https://meet.example.org/series".into());
    series.about = Some(format!("Om {secret} allt"));
    series.changes = vec![
        Change {
            topic: Some(format!("Lösenord ({secret}) och meet.example.org/abc")),
            speaker: Some("Åsa www.example.org".into()),
            link: Some(secret.into()),
            note: Some("a note".into()),
            recap: Some("a recap".into()),
            is_confirmed: true,
            ..Change::of(series.start)
        },
        Change {
            link: Some("teams.example.org:l:1".into()),
            ..Change::of(datetime(2026, 12, 31, 9, 0, 0, 0))
        },
    ];
    let feed = feed_of(&[series], "2026-12-01T10:00:00Z");
    let calendar = read(&feed);
    let unfolded = feed.replace("\r\n ", "");
    for word in ["http", "meet.", "www.", "teams.", "a note", "a recap"] {
        assert!(!unfolded.contains(word), "{word}: {unfolded}");
    }
    let summaries: Vec<_> =
        events(&calendar).iter().map(|event| text(event, &Property::Summary).unwrap()).collect();
    assert_eq!(summaries[..2], ["Kaffe med Uffe: Lösenord och (Åsa)", "Kaffe med Uffe: Om allt"]);
    for event in events(&calendar) {
        for property in [Property::Location, Property::Url, Property::Description] {
            assert!(!event.has_property(&property), "{property:?}");
        }
    }
}

#[test]
fn a_feed_shows_only_what_is_announced_in_its_own_network() {
    let count = |change: fn(&mut Series)| {
        let mut series = series();
        change(&mut series);
        events(&read(&feed_of(&[series], "2026-12-01T10:00:00Z"))).len()
    };
    assert_eq!(count(|series| series.state = SeriesState::Draft), 0);
    assert_eq!(count(|series| series.network = TopicId::parse("net-digifika").unwrap()), 0);
    assert_eq!(count(|series| series.state = SeriesState::Ended), 1, "what was held stays");
    assert_eq!(count(|series| series.state = SeriesState::Paused), 14);
}

#[test]
fn a_feed_is_found_by_its_token_alone() {
    let (sessions, now) = (sessions(), at("2026-12-01T10:00:00Z"));
    let path = feed_path(&network().id, "secret");
    let token = path.strip_prefix("/calendar/").unwrap().strip_suffix(".ics").unwrap();
    assert_eq!(feed_of_token(&sessions, token, now), Some(feed_of(&[series()], "2026-12-01T10:00:00Z")));
    for wrong in ["", "net-kaffe-med-uffe", &token[..31], &token.to_uppercase()] {
        assert_eq!(feed_of_token(&sessions, wrong, now), None, "{wrong}");
    }
    let closed = Sessions { feeds: None, ..sessions };
    assert_eq!(feed_of_token(&closed, token, now), None);
}

/// What may be lost of a text: control characters, and the kind of a line break.
fn kept(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

fn check_text(written: &str) {
    let mut date = december();
    date.topic = Some(written.to_owned());
    date.note = Some(written.to_owned());
    let calendar = read(&file_of(&date, Some(written)).text);
    let event = events(&calendar)[0];
    let kept = kept(written);
    let summary = if written.is_empty() { String::new() } else { format!(": {kept}") };
    assert_eq!(text(event, &Property::Summary), Some(&*format!("Kaffe med Uffe{summary}")));
    assert_eq!(text(event, &Property::Description), Some(&*self::kept(&format!("{written}\n{written}"))));
    if !kept.is_empty() {
        assert_eq!(text(event, &Property::Location), Some(&*kept));
    }
}

#[test]
fn odd_texts_are_read_back_as_they_were() {
    for text in [
        "å",
        "a;b,c\\d:e\"f\"",
        "\\n is no break, \\\\ neither",
        "first\nsecond\r\nthird\rfourth",
        " spaces  around ",
        "BEGIN:VEVENT\r\nEND:VCALENDAR",
        "👩‍💻🇫🇮 é\u{2028}x",
        "a\u{0}b\u{7f}c\u{85}d\te",
    ] {
        check_text(text);
    }
    for letter in ["a", "å", "😀", ";", " ", "\n", "\\"] {
        for padding in 0..4 {
            check_text(&format!("{}x{}x", "y".repeat(padding), letter.repeat(500)));
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_back_as_it_was(text in prop_oneof![any::<String>(), "[\\PC\n\r\t;,\\\\ å😀]{0,500}"]) {
        check_text(&text);
    }
}
