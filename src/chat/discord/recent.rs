//! What has been taken on lately. Discord may send an event twice
//! (<https://discord.com/developers/docs/reference#consistency>); it is answered once.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many are remembered: a quarter of an hour at ten a second, and a resumed session replays far fewer.
const REMEMBERED: usize = 9_000;

/// Ids that have been taken on lately.
#[derive(Debug, Default)]
pub(super) struct Recent(Mutex<(HashSet<u64>, VecDeque<u64>)>);

impl Recent {
    /// Whether an id is new; it is remembered from now on.
    pub(super) fn is_new(&self, id: u64) -> bool {
        let mut ids = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, order) = &mut *ids;
        if !known.insert(id) {
            return false;
        }
        order.push_back(id);
        if order.len() > REMEMBERED
            && let Some(oldest) = order.pop_front()
        {
            known.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_new_once_and_the_oldest_are_forgotten() {
        let recent = Recent::default();
        assert!(recent.is_new(0));
        assert!(!recent.is_new(0));
        for id in 1..=REMEMBERED as u64 {
            assert!(recent.is_new(id));
        }
        assert!(recent.is_new(0), "the oldest is forgotten");
        assert!(!recent.is_new(REMEMBERED as u64));
    }
}
