//! Two networks and their people, at a moment that a test chooses.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use ledord::chat::console::{Choices, to_text};
use ledord::desk::{self, Effect, Known, Outcome, Sessions, World};
use ledord::domain::language::PerLanguage;
use ledord::domain::session::{
    Change, DateRef, Lead, Network, Nth, Person, Rule, Series, SeriesId, SeriesRef, SeriesState,
    SessionRequest,
};
use ledord::domain::{
    Asker, Carrier, Delivery, DeliveryId, Inbound, Key, Language, LanguageHints, Organisation, Reason, Reply,
    Request, Role, State, Target, TopicId,
};
use ledord::l10n::Catalog;
use ledord::outbox::Worded;
use ledord::search::Detector;
use ledord::snapshot::Snapshot;

/// The host of Kaffe med Uffe.
pub const HOST: &str = "discord:user:1";
/// The deputy.
pub const DEPUTY: &str = "discord:user:2";
/// The host of the other network.
pub const OTHER_HOST: &str = "discord:user:3";
/// Somebody who hosts nothing.
pub const MEMBER: &str = "discord:user:9";
/// The last Thursday of the month at nine, from 26 November 2026.
pub const KAFFE: SeriesId = SeriesId(7);

pub struct Stage {
    pub sessions: Sessions,
    pub now: DateTime,
    pub deliveries: Vec<Delivery>,
    pub snapshot: Arc<Snapshot>,
    catalog: Catalog,
    detector: Detector,
    organisation: Organisation,
}

pub fn target(text: &str) -> Target {
    text.parse().unwrap()
}

pub fn topic(text: &str) -> TopicId {
    TopicId::parse(text).unwrap()
}

pub fn when(text: &str) -> DateTime {
    text.parse().unwrap()
}

pub fn asker(person: &str, role: Role) -> Asker {
    Asker { ids: vec![target(person)], role }
}

/// One date of the series of Kaffe med Uffe; empty: the next.
pub fn on(date: &str) -> DateRef {
    DateRef { series: KAFFE.into(), date: date.to_owned() }
}

pub fn of(series: &str) -> SeriesRef {
    SeriesRef(series.to_owned())
}

fn person(name: &str, id: &str) -> Person {
    Person { name: name.into(), id: target(id) }
}

pub fn kaffe() -> Network {
    Network {
        id: topic("net-kaffe-med-uffe"),
        names: PerLanguage::from_fn(|_| "Kaffe med Uffe".into()),
        hosts: vec![person("Uffe", HOST)],
        deputies: vec![person("Disa", DEPUTY)],
        language: Language::Swedish,
        targets: vec![target("discord:channel:10")],
        fallback: Some(target("discord:channel:11")),
        link: Some("https://meet.example.org/kaffe".into()),
        leads: vec![Lead::Days(7), Lead::Days(1), Lead::Minutes(15)],
        confirm_days: 5,
    }
}

pub fn digifika() -> Network {
    Network {
        id: topic("digifika"),
        names: PerLanguage(["Digifika".into(), "Digikahvit".into(), "Digital coffee".into()]),
        hosts: vec![person("Maria", OTHER_HOST)],
        deputies: Vec::new(),
        language: Language::Finnish,
        targets: vec![target("discord:channel:20")],
        fallback: None,
        link: None,
        leads: vec![Lead::Days(1)],
        confirm_days: 0,
    }
}

pub fn series(id: SeriesId, network: &str, start: &str, rule: Option<Rule>) -> Series {
    Series {
        id,
        network: topic(network),
        state: SeriesState::Active,
        start: when(start),
        zone: TimeZone::get("Europe/Helsinki").unwrap(),
        duration_minutes: 60,
        rule,
        ends_on: None,
        link: None,
        about: None,
        targets: Vec::new(),
        leads: Vec::new(),
        host: target(HOST),
        since: Timestamp::UNIX_EPOCH,
        sequence: 0,
        changes: Vec::new(),
    }
}

pub fn last_thursday() -> Rule {
    Rule::MonthlyByWeekday { every: 1, nth: Nth::Last, day: Weekday::Thursday }
}

impl Stage {
    /// Monday 23 November 2026 at nine, with the series of Kaffe med Uffe in force.
    pub fn new() -> Self {
        let kaffe_series = series(KAFFE, "net-kaffe-med-uffe", "2026-11-26T09:00:00", Some(last_thursday()));
        Self {
            sessions: Sessions {
                networks: vec![kaffe(), digifika()],
                series: vec![kaffe_series],
                admins: vec![target("discord:user:5")],
                installation: "test".into(),
                ..Sessions::default()
            },
            now: when("2026-11-23T09:00:00"),
            deliveries: Vec::new(),
            snapshot: Arc::new(Snapshot::build(Vec::new(), PerLanguage::default()).unwrap()),
            catalog: Catalog::load().unwrap(),
            detector: Detector::default(),
            organisation: Organisation::default(),
        }
    }

    pub fn at(mut self, now: &str) -> Self {
        self.now = when(now);
        self
    }

    pub fn speaking(mut self, language: Language) -> Self {
        self.network().language = language;
        self
    }

    /// The network Kaffe med Uffe, to change.
    pub fn network(&mut self) -> &mut Network {
        &mut self.sessions.networks[0]
    }

    /// Its series, to change.
    pub fn series(&mut self) -> &mut Series {
        self.sessions.series.iter_mut().find(|series| series.id == KAFFE).unwrap()
    }

    pub fn changed(mut self, original: &str, change: impl FnOnce(&mut Change)) -> Self {
        let mut new = Change::of(when(original));
        change(&mut new);
        self.series().changes.push(new);
        self
    }

    pub fn confirmed(self, original: &str) -> Self {
        self.changed(original, |change| change.is_confirmed = true)
    }

    pub fn instant(&self) -> Timestamp {
        instant(self.now)
    }

    pub fn world(&self) -> World<'_> {
        World {
            snapshot: &self.snapshot,
            catalog: &self.catalog,
            detector: &self.detector,
            organisation: &self.organisation,
            sessions: &self.sessions,
            now: self.instant(),
        }
    }

    pub fn ask_in(&self, language: Language, asker: &Asker, request: &SessionRequest) -> Outcome {
        let inbound = Inbound {
            request: Request::Session(request.clone()),
            languages: LanguageHints::chosen(language),
            carrier: Carrier::Terminal,
            asker: asker.clone(),
        };
        let known = Known { fresh: SeriesId(99), deliveries: &self.deliveries };
        desk::session(request, &inbound, &known, &self.world())
    }

    /// What a host is answered, in English.
    pub fn host(&self, request: &SessionRequest) -> Outcome {
        self.ask_in(Language::English, &asker(HOST, Role::Member), request)
    }

    /// The same, and the effects take place.
    pub fn host_does(&mut self, request: &SessionRequest) -> Reply {
        let outcome = self.host(request);
        for effect in outcome.effects {
            self.apply(effect);
        }
        outcome.reply
    }

    pub fn apply(&mut self, effect: Effect) {
        let sessions = &mut self.sessions;
        match effect {
            Effect::Insert(series) => sessions.series.push(series),
            Effect::Update(series, sequence) => {
                let old = sessions.series.iter_mut().find(|old| old.id == series.id).unwrap();
                assert_eq!(old.sequence, sequence, "read with the sequence in the store");
                assert!(series.sequence > sequence, "a calendar must notice");
                // What differs on single dates is written by itself.
                *old = Series { changes: std::mem::take(&mut old.changes), ..series };
            }
            Effect::Put(id, change) => {
                let series = sessions.series.iter_mut().find(|series| series.id == id).unwrap();
                series.changes.retain(|old| old.original != change.original);
                series.changes.push(change);
            }
            Effect::Confirm(id, original) => {
                let series = sessions.series.iter_mut().find(|series| series.id == id).unwrap();
                if !series.changes.iter().any(|change| change.original == original) {
                    series.changes.push(Change::of(original));
                }
                let change = series.changes.iter_mut().find(|change| change.original == original);
                change.unwrap().is_confirmed = true;
            }
            Effect::Follow(follow) => sessions.follows.push(follow),
            Effect::Unfollow(person, network) => {
                sessions.follows.retain(|follow| follow.person != person || follow.network != network);
            }
        }
    }

    pub fn notice(&self, delivery: &Delivery) -> Worded {
        desk::notice(delivery, &self.deliveries, &self.world())
    }

    /// What a delivery says; anything else fails the test.
    pub fn says(&self, delivery: &Delivery) -> Reply {
        match self.notice(delivery) {
            Worded::Say(reply) => *reply,
            other => panic!("{:?} says nothing: {other:?}", delivery.key),
        }
    }

    /// A reply as the terminal shows it.
    pub fn text(&self, reply: &Reply) -> String {
        let styled =
            to_text(reply, 100, Choices::Numbered, |message| self.catalog.say(reply.language, message));
        anstream::adapter::strip_str(&styled).to_string()
    }
}

pub fn instant(civil: DateTime) -> Timestamp {
    TimeZone::get("Europe/Helsinki").unwrap().to_timestamp(civil).unwrap()
}

/// A delivery about the first date of Kaffe med Uffe, due at a civil time.
pub fn delivery(purpose: &str, to: &str, due: &str) -> Delivery {
    let due_at = instant(when(due));
    Delivery {
        id: DeliveryId(1),
        key: Key {
            subject: format!("series:{KAFFE}"),
            occurrence: "2026-11-26T09:00:00".into(),
            purpose: purpose.into(),
            target: target(to),
        },
        due_at,
        state: State::Planned,
        attempts: 0,
        first_try_at: None,
        not_before: due_at,
        is_in_doubt: false,
        settled_at: None,
        message_id: None,
        message_link: None,
        reason: None,
    }
}

/// The same, settled at a civil time.
pub fn settled(mut delivery: Delivery, state: State, reason: Option<Reason>, at: &str) -> Delivery {
    delivery.state = state;
    delivery.reason = reason;
    delivery.attempts = 1;
    delivery.settled_at = Some(instant(when(at)));
    delivery
}
