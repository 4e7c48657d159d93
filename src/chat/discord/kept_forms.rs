//! What hosts typed into the form for announcing, so that they lose nothing when a field cannot be read.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::announce::AnnounceForm;
use crate::domain::Target;

/// As long as Discord keeps a conversation about one interaction open.
const KEPT: Duration = Duration::from_mins(15);
/// Of how many people at most.
const PEOPLE: usize = 256;

/// What was typed into each field, in their order. Never shown when debugging, for it is a person's own words.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Typed(pub(super) [String; Self::FIELDS]);

impl Typed {
    /// How many fields there are; Discord takes no more.
    pub(super) const FIELDS: usize = 5;
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed(..)")
    }
}

/// The last form of each person, in memory only, for some minutes.
#[derive(Debug, Default)]
pub(super) struct KeptForms(Mutex<HashMap<Target, Kept>>);

#[derive(Debug)]
struct Kept {
    form: AnnounceForm,
    typed: Typed,
    at: Instant,
}

impl KeptForms {
    /// Keeps what a person typed, in place of what they typed before.
    pub(super) fn keep(&self, person: &Target, form: &AnnounceForm, typed: Typed, now: Instant) {
        self.with(now, |kept| {
            if kept.len() >= PEOPLE
                && !kept.contains_key(person)
                && let Some(oldest) = kept.iter().min_by_key(|(_, kept)| kept.at).map(|(person, _)| person.clone())
            {
                kept.remove(&oldest);
            }
            kept.insert(person.clone(), Kept { form: form.clone(), typed, at: now });
        });
    }

    /// What a person typed into a form for the same network and channel.
    pub(super) fn typed(&self, person: &Target, form: &AnnounceForm, now: Instant) -> Option<Typed> {
        self.with(now, |kept| {
            let kept = kept.get(person)?;
            let is_same = kept.form.network == form.network && kept.form.channel == form.channel;
            is_same.then(|| kept.typed.clone())
        })
    }

    /// Forgets what a person typed.
    pub(super) fn forget(&self, person: &Target) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(person);
    }

    /// What is still kept, without what is too old.
    fn with<T>(&self, now: Instant, act: impl FnOnce(&mut HashMap<Target, Kept>) -> T) -> T {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|_, kept| now.saturating_duration_since(kept.at) < KEPT);
        act(&mut kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{TargetKind, TopicId};

    fn person(id: usize) -> Target {
        Target::new("discord", TargetKind::User, id)
    }

    fn form(network: &str) -> AnnounceForm {
        AnnounceForm { language: None, network: TopicId::parse(network).unwrap(), channel: None }
    }

    fn typed(when: &str) -> Typed {
        Typed([when.to_owned(), String::new(), String::new(), String::new(), String::new()])
    }

    #[test]
    fn what_was_typed_is_kept_for_a_while_for_the_same_person_and_form() {
        let (kept, now) = (KeptForms::default(), Instant::now());
        kept.keep(&person(1), &form("a"), typed("marker"), now);
        assert_eq!(kept.typed(&person(1), &form("a"), now), Some(typed("marker")));
        assert_eq!(kept.typed(&person(2), &form("a"), now), None);
        assert_eq!(kept.typed(&person(1), &form("b"), now), None);
        assert!(!format!("{kept:?}").contains("marker"));
        assert_eq!(kept.typed(&person(1), &form("a"), now + KEPT), None);
        kept.keep(&person(1), &form("a"), typed("x"), now);
        kept.forget(&person(1));
        assert_eq!(kept.typed(&person(1), &form("a"), now), None);
    }

    #[test]
    fn the_oldest_is_forgotten_for_the_newest() {
        let (kept, begin) = (KeptForms::default(), Instant::now());
        for id in 0..=PEOPLE {
            let at = begin + Duration::from_millis(id as u64);
            kept.keep(&person(id), &form("a"), typed("x"), at);
        }
        let now = begin + Duration::from_secs(1);
        assert_eq!(kept.typed(&person(0), &form("a"), now), None);
        assert!(kept.typed(&person(1), &form("a"), now).is_some());
        assert!(kept.typed(&person(PEOPLE), &form("a"), now).is_some());
    }
}
