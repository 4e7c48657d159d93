//! What is to be written down: the difference between what is wanted and what is there. Pure.

use std::collections::{HashMap, HashSet};

use jiff::{SignedDuration, Timestamp};

use crate::domain::delivery::{Delivery, DeliveryId, Key, State};
use crate::store::Planned;

/// How far ahead deliveries are written down: enough for hosts to see the coming week in a receipt.
const AHEAD: SignedDuration = SignedDuration::from_hours(8 * 24);
/// How far a pass reaches back before the one before it: clocks of two machines differ, and one may have been ahead.
const OVERLAP: SignedDuration = SignedDuration::from_hours(2);

/// The time over which a pass of planning looks: what is due after its beginning and until its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Exclusive.
    pub from: Timestamp,
    /// Inclusive.
    pub until: Timestamp,
}

impl Window {
    /// The window of a pass at `now` after one at `planned_at`. However long the bot was away, nothing between is left out;
    /// a clock that has jumped back since does no harm either.
    pub fn of(planned_at: Option<Timestamp>, now: Timestamp) -> Self {
        let since = planned_at.unwrap_or(now).min(now);
        Self {
            from: since.saturating_sub(OVERLAP).unwrap_or(since),
            until: now.saturating_add(AHEAD).unwrap_or(now),
        }
    }

    /// Whether a moment lies in it.
    pub fn holds(&self, moment: Timestamp) -> bool {
        self.from < moment && moment <= self.until
    }
}

/// What a pass of planning finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference<'a> {
    /// Wanted and not there, or cancelled before.
    pub add: Vec<Planned>,
    /// Planned for another time than is wanted now.
    pub reschedule: Vec<(DeliveryId, Timestamp)>,
    /// Planned, and not wanted.
    pub unwanted: Vec<&'a Delivery>,
}

/// Compares what is wanted in a window with what is there. What was due before `restored_at` may have been sent before the
/// store was restored, and is not planned blindly.
pub fn difference<'a>(
    wanted: &[Planned],
    there: &'a [Delivery],
    window: Window,
    restored_at: Option<Timestamp>,
) -> Difference<'a> {
    let known: HashMap<&Key, &Delivery> = there.iter().map(|delivery| (&delivery.key, delivery)).collect();
    let mut difference = Difference::default();
    let mut keys: HashSet<&Key> = HashSet::with_capacity(wanted.len());
    for planned in wanted {
        if !keys.insert(&planned.key) {
            continue;
        }
        match known.get(&planned.key) {
            None => {
                let may_have_been_sent = restored_at.is_some_and(|restored| planned.due_at <= restored);
                difference.add.push(Planned { may_have_been_sent, ..planned.clone() });
            }
            Some(delivery) if delivery.state == State::Cancelled => {
                difference.add.push(Planned { may_have_been_sent: false, ..planned.clone() });
            }
            Some(delivery) if delivery.state == State::Planned && delivery.due_at != planned.due_at => {
                difference.reschedule.push((delivery.id, planned.due_at));
            }
            Some(_) => {}
        }
    }
    difference.unwanted = there
        .iter()
        .filter(|delivery| delivery.state == State::Planned && window.holds(delivery.due_at))
        .filter(|delivery| !keys.contains(&delivery.key))
        .collect();
    difference
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::delivery::Reason;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn key(purpose: &str) -> Key {
        Key {
            subject: "series:1".into(),
            occurrence: "2026-12-17T09:00:00".into(),
            purpose: purpose.into(),
            target: "discord:channel:1".parse().unwrap(),
        }
    }

    fn planned(purpose: &str, due_at: &str) -> Planned {
        Planned { key: key(purpose), due_at: at(due_at), may_have_been_sent: false }
    }

    fn delivery(id: i64, purpose: &str, due_at: &str, state: State) -> Delivery {
        Delivery {
            id: DeliveryId(id),
            key: key(purpose),
            due_at: at(due_at),
            state,
            attempts: 0,
            first_try_at: None,
            not_before: at(due_at),
            is_in_doubt: false,
            settled_at: None,
            message_id: None,
            message_link: None,
            reason: (state == State::Cancelled).then_some(Reason::Paused),
        }
    }

    const NOW: &str = "2026-12-10T07:00:00Z";

    #[test]
    fn what_is_there_is_left_alone_and_the_rest_is_brought_in_line() {
        let window = Window::of(None, at(NOW));
        let there = [
            delivery(1, "sent", "2026-12-11T07:00:00Z", State::Sent),
            delivery(2, "later", "2026-12-11T07:00:00Z", State::Planned),
            delivery(3, "again", "2026-12-11T07:00:00Z", State::Cancelled),
            delivery(4, "gone", "2026-12-11T07:00:00Z", State::Planned),
            delivery(5, "far", "2027-12-11T07:00:00Z", State::Planned),
        ];
        let wanted = [
            planned("sent", "2026-12-11T07:00:00Z"),
            planned("later", "2026-12-12T07:00:00Z"),
            planned("again", "2026-12-11T07:00:00Z"),
            planned("new", "2026-12-11T07:00:00Z"),
            planned("new", "2026-12-11T07:00:00Z"),
        ];
        let found = difference(&wanted, &there, window, None);
        assert_eq!(found.add, [wanted[2].clone(), wanted[3].clone()]);
        assert_eq!(found.reschedule, [(DeliveryId(2), at("2026-12-12T07:00:00Z"))]);
        assert_eq!(found.unwanted.iter().map(|delivery| delivery.id.0).collect::<Vec<_>>(), [4]);
    }

    #[test]
    fn what_was_due_before_a_restore_is_not_planned_blindly() {
        let window = Window::of(Some(at("2026-12-01T07:00:00Z")), at(NOW));
        let wanted = [planned("old", "2026-12-09T07:00:00Z"), planned("new", "2026-12-11T07:00:00Z")];
        let found = difference(&wanted, &[], window, Some(at(NOW)));
        assert_eq!(
            found.add.iter().map(|planned| planned.may_have_been_sent).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn a_window_leaves_no_gap_however_the_clock_jumps() {
        let after_a_month = Window::of(Some(at("2026-11-10T07:00:00Z")), at(NOW));
        assert!(after_a_month.holds(at("2026-11-10T07:00:00Z")) && after_a_month.holds(at(NOW)));
        let jumped_back = Window::of(Some(at("2030-01-01T00:00:00Z")), at(NOW));
        assert!(jumped_back.holds(at(NOW)) && jumped_back.holds(at("2026-12-18T07:00:00Z")));
    }
}
