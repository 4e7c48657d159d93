//! What Discord has said once and does not change, such as which server a channel belongs to.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How many are remembered; then all are asked for anew.
const MOST: usize = 10_000;

/// Answers by id.
#[derive(Debug)]
pub(super) struct Known<T>(Mutex<HashMap<u64, T>>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Copy> Known<T> {
    /// What is known of an id.
    pub(super) fn get(&self, id: u64) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).copied()
    }

    /// Remembers what was said of an id.
    pub(super) fn put(&self, id: u64, answer: T) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(id, answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_never_grows_without_bound() {
        let known = Known::default();
        for id in 0..=MOST as u64 {
            known.put(id, id);
        }
        assert_eq!(known.get(0), None);
        assert_eq!(known.get(MOST as u64), Some(MOST as u64));
    }
}
