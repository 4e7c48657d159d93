//! A messenger in memory that behaves as badly as a real one may.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Mutex;
use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use ledord::domain::Target;
use ledord::domain::delivery::{Reason, Stamp};
use ledord::outbox::{Courier, Found, Notice, Sent};

use super::faults::{Dice, Faults};

/// A nonce is remembered so long.
const NONCE: SignedDuration = SignedDuration::from_mins(5);
/// A request that was given up may still be carried out so much later.
const LATE_MS: u64 = 12_000;

/// What the people of a messenger see.
#[derive(Debug)]
pub struct Channels {
    /// The messenger's own time, which no jump of the bot's clock changes.
    now: Mutex<Timestamp>,
    state: Mutex<State>,
    /// Targets that refuse every message.
    pub refusing: HashMap<Target, Reason>,
    /// Targets whose history may not be read.
    pub unreadable: HashSet<Target>,
    /// How many of a thousand requests go wrong.
    pub trouble_per_mille: Mutex<u64>,
}

#[derive(Debug)]
struct State {
    dice: Dice,
    messages: Vec<Message>,
    nonces: HashMap<(Target, Stamp), (u64, Timestamp)>,
    /// Requests whose sender has given up, and which will be carried out all the same.
    late: Vec<(Timestamp, Target, Stamp)>,
}

/// A message that is there.
#[derive(Clone, Debug)]
pub struct Message {
    pub target: Target,
    pub stamp: Stamp,
    pub at: Timestamp,
}

impl Channels {
    pub fn new(now: Timestamp, seed: u64) -> Self {
        let dice = Dice::new(seed);
        let state = State { dice, messages: vec![], nonces: HashMap::new(), late: vec![] };
        Self {
            now: Mutex::new(now),
            state: Mutex::new(state),
            refusing: HashMap::new(),
            unreadable: HashSet::new(),
            trouble_per_mille: Mutex::new(0),
        }
    }

    pub fn messages(&self) -> Vec<Message> {
        self.state.lock().unwrap().messages.clone()
    }

    /// How often each stamp is there.
    pub fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for message in self.messages() {
            *counts.entry(message.stamp.as_str().to_owned()).or_default() += 1;
        }
        counts
    }

    /// Carries out what was under way and has become due.
    pub fn pass(&self, time: SignedDuration) {
        let now = {
            let mut now = self.now.lock().unwrap();
            *now += time;
            *now
        };
        let mut state = self.state.lock().unwrap();
        let (due, rest) = std::mem::take(&mut state.late).into_iter().partition(|(at, ..)| *at <= now);
        state.late = rest;
        let due: Vec<(Timestamp, Target, Stamp)> = due;
        for (at, target, stamp) in due {
            state.post(&target, &stamp, at);
        }
    }

    fn goes_wrong(&self, state: &mut State) -> bool {
        state.dice.below(1_000) < *self.trouble_per_mille.lock().unwrap()
    }
}

impl State {
    fn post(&mut self, target: &Target, stamp: &Stamp, at: Timestamp) -> u64 {
        let key = (target.clone(), stamp.clone());
        if let Some((id, first)) = self.nonces.get(&key)
            && at.duration_since(*first) < NONCE
        {
            return *id;
        }
        let id = self.messages.len() as u64 + 1;
        self.nonces.insert(key, (id, at));
        self.messages.push(Message { target: target.clone(), stamp: stamp.clone(), at });
        id
    }
}

#[async_trait]
impl Courier for Channels {
    async fn send(&self, target: &Target, notice: &Notice) -> Sent {
        let now = *self.now.lock().unwrap();
        let mut state = self.state.lock().unwrap();
        if let Some(reason) = self.refusing.get(target) {
            return Sent::Refused(*reason);
        }
        if self.goes_wrong(&mut state) {
            return match state.dice.below(4) {
                0 => Sent::NotNow { retry_after: None },
                1 => Sent::NotNow { retry_after: Some(Duration::from_secs(state.dice.below(90))) },
                2 => Sent::Unknown,
                _ if state.dice.below(2) == 0 => {
                    state.post(target, &notice.stamp, now);
                    Sent::Unknown
                }
                _ => {
                    let millis = i64::try_from(state.dice.below(LATE_MS)).unwrap();
                    state.late.push((
                        now + SignedDuration::from_millis(millis),
                        target.clone(),
                        notice.stamp.clone(),
                    ));
                    Sent::Unknown
                }
            };
        }
        let id = state.post(target, &notice.stamp, now);
        Sent::Delivered { message_id: id.to_string(), message_link: None }
    }

    async fn find(&self, target: &Target, stamp: &Stamp, since: Timestamp) -> Found {
        let mut state = self.state.lock().unwrap();
        if self.unreadable.contains(target) {
            return Found::Unreadable;
        }
        if self.goes_wrong(&mut state) {
            return Found::NotNow { retry_after: None };
        }
        let is_it = |message: &&Message| {
            message.target == *target
                && message.stamp == *stamp
                && message.at >= since - SignedDuration::from_mins(5)
        };
        match state.messages.iter().position(|message| is_it(&message)) {
            Some(place) => Found::There { message_id: (place + 1).to_string(), message_link: None },
            None => Found::NotThere,
        }
    }
}

/// A messenger between which and the bot the process may end.
#[derive(Debug)]
pub struct Cut<C> {
    pub inner: std::sync::Arc<C>,
    pub faults: std::sync::Arc<Faults>,
}

#[async_trait]
impl<C: Courier> Courier for Cut<C> {
    async fn send(&self, target: &Target, notice: &Notice) -> Sent {
        self.faults.step(self.inner.send(target, notice)).await
    }

    async fn find(&self, target: &Target, stamp: &Stamp, since: Timestamp) -> Found {
        self.faults.step(self.inner.find(target, stamp, since)).await
    }
}
