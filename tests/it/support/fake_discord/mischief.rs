//! A network and a Discord that fail at random, the same way for the same seed.

use super::Act;
use serde_json::json;

/// How posting messages fails. Each message fails in at most one way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Misbehaviour {
    /// Of a thousand messages, so many are posted and their answer is lost.
    pub lose_per_mille: u64,
    /// Every message is posted this late at most.
    pub delay_ms: u64,
    /// Of a thousand messages, so many are not posted: in turn 503, and 429 with a short pause to keep.
    pub refuse_per_mille: u64,
    pub seed: u64,
}

#[derive(Default)]
pub(super) struct Mischief {
    how: Misbehaviour,
    state: u64,
    refusals: u64,
}

impl Mischief {
    pub(super) fn new(how: Misbehaviour) -> Self {
        Self { how, state: how.seed, refusals: 0 }
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// How late the next message is posted, in milliseconds, and what else happens to it.
    pub(super) fn decide(&mut self) -> (u64, Option<Act>) {
        let late = if self.how.delay_ms == 0 { 0 } else { self.next() % (self.how.delay_ms + 1) };
        let drawn = self.next() % 1000;
        if drawn < self.how.lose_per_mille {
            return (late, Some(Act::LoseAnswer));
        }
        if drawn >= self.how.lose_per_mille + self.how.refuse_per_mille {
            return (late, None);
        }
        self.refusals += 1;
        let (status, headers, body) = if self.refusals % 2 == 1 {
            (503, vec![], json!({"message": "upstream connect error", "code": 0}))
        } else {
            let body =
                json!({"message": "You are being rate limited.", "retry_after": 0.05, "global": false});
            (429, vec![("retry-after", "1".to_owned())], body)
        };
        (late, Some(Act::Answer { status, headers, body }))
    }
}
