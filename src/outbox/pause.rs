//! How long to wait before another try. Pure.

use std::time::Duration;

use jiff::SignedDuration;

use crate::domain::delivery::DeliveryId;

/// The pause after the first try.
const FIRST: i64 = 2_000;
/// No pause is longer than this: what is late is still worth trying.
const LONGEST: i64 = 5 * 60_000;

/// The pause after so many tries: doubled each time, with up to a quarter more or less so that deliveries that failed together
/// are not tried together, and never shorter than what the platform asks for.
pub fn pause(id: DeliveryId, attempts: i64, retry_after: Option<Duration>) -> SignedDuration {
    let doublings = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or(0);
    let pause = FIRST.saturating_mul(2_i64.saturating_pow(doublings)).min(LONGEST);
    let jitter = (spread(id, attempts) % 501 - 250) * pause / 1_000;
    let asked = retry_after.map_or(0, |time| i64::try_from(time.as_millis()).unwrap_or(LONGEST));
    SignedDuration::from_millis((pause + jitter).max(asked))
}

/// A number that looks random and is always the same for the same try (the finaliser of splitmix64).
fn spread(id: DeliveryId, attempts: i64) -> i64 {
    let mut mixed = id.0.unsigned_abs().wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ attempts.unsigned_abs();
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    i64::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_spread_out_and_heed_the_platform() {
        let pause = |id, attempts, asked| pause(DeliveryId(id), attempts, asked).as_millis();
        for id in 0..200 {
            assert!((1_500..=2_500).contains(&pause(id, 1, None)));
            assert!((3_000..=5_000).contains(&pause(id, 2, None)));
            assert!((225_000..=375_000).contains(&pause(id, 40, None)));
            assert!(pause(id, 1, Some(Duration::from_secs(30))) >= 30_000);
        }
        let first: std::collections::BTreeSet<i128> = (0..50).map(|id| pause(id, 1, None)).collect();
        assert!(first.len() > 40, "they differ");
    }
}
