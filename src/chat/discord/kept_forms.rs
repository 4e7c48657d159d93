//! What hosts typed into a form, so that they lose nothing when it cannot be read.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::custom_id::Form;
use crate::domain::Target;
use crate::domain::personal_data::{self, PersonalData};

/// As long as Discord takes answers to one interaction.
const KEPT: Duration = Duration::from_mins(15);
/// Of how many people at most.
const PEOPLE: usize = 256;

/// What was typed, by field. Never shown when debugging, for these are a person's own words.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Typed(pub(super) Vec<(&'static str, String)>);

impl Typed {
    /// What was typed into a field; `None` when nothing was.
    pub(super) fn of(&self, field: &str) -> Option<&str> {
        let typed = self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str());
        typed.filter(|text| !text.is_empty())
    }

    /// Whether it is free of identity codes: of such a text the desk says that nothing was kept.
    pub(super) fn may_be_kept(&self) -> bool {
        let holds_code = |text: &str| personal_data::guard(text).found.contains(&PersonalData::IdentityCode);
        !self.0.iter().any(|(_, text)| holds_code(text))
    }
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
    form: Form,
    typed: Typed,
    at: Instant,
}

impl KeptForms {
    /// Keeps what a person typed, in place of what they typed before.
    pub(super) fn keep(&self, person: &Target, form: &Form, typed: Typed, now: Instant) {
        self.with(now, |kept| {
            let oldest = || kept.iter().min_by_key(|(_, kept)| kept.at).map(|(person, _)| person.clone());
            if kept.len() >= PEOPLE
                && !kept.contains_key(person)
                && let Some(oldest) = oldest()
            {
                kept.remove(&oldest);
            }
            kept.insert(person.clone(), Kept { form: form.clone(), typed, at: now });
        });
    }

    /// What a person typed into this form.
    pub(super) fn typed(&self, person: &Target, form: &Form, now: Instant) -> Option<Typed> {
        self.with(now, |kept| {
            kept.get(person).filter(|kept| kept.form == *form).map(|kept| kept.typed.clone())
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
    use crate::chat::discord::announce::Announcing;
    use crate::domain::{TargetKind, TopicId};

    fn person(id: usize) -> Target {
        Target::new("discord", TargetKind::User, id)
    }

    fn form(network: &str) -> Form {
        Form::Announce(Announcing { network: TopicId::parse(network).unwrap(), channel: None })
    }

    fn typed(when: &str) -> Typed {
        Typed(vec![("when", when.to_owned()), ("length", String::new())])
    }

    #[test]
    fn what_was_typed_is_kept_for_a_while_for_the_same_person_and_form() {
        let (kept, now) = (KeptForms::default(), Instant::now());
        kept.keep(&person(1), &form("a"), typed("marker"), now);
        let found = kept.typed(&person(1), &form("a"), now).unwrap();
        assert_eq!((found.of("when"), found.of("length"), found.of("topic")), (Some("marker"), None, None));
        assert_eq!(kept.typed(&person(2), &form("a"), now), None);
        assert_eq!(kept.typed(&person(1), &form("b"), now), None);
        assert!(!format!("{kept:?}").contains("marker"));
        assert_eq!(kept.typed(&person(1), &form("a"), now + KEPT), None);
        kept.keep(&person(1), &form("a"), typed("x"), now);
        kept.forget(&person(1));
        assert_eq!(kept.typed(&person(1), &form("a"), now), None);
    }

    #[test]
    fn an_identity_code_is_never_kept() {
        assert!(typed("last Thursday of the month").may_be_kept());
        assert!(!typed("131052-308T").may_be_kept());
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
