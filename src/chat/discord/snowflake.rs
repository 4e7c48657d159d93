//! Discord's ids, which hold the moment of their making (<https://discord.com/developers/docs/reference#snowflakes>).

use jiff::Timestamp;

/// The first moment of 2015 in UTC, in milliseconds since 1970.
const EPOCH_MS: i64 = 1_420_070_400_000;
/// The bits below the milliseconds.
const COUNTER_BITS: u32 = 22;

/// The lowest id that could be made at a moment.
pub(super) fn lowest_at(moment: Timestamp) -> u64 {
    let since = moment.as_millisecond().saturating_sub(EPOCH_MS);
    u64::try_from(since).unwrap_or(0) << COUNTER_BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_holds_its_moment() {
        // The example of the documentation.
        let moment: Timestamp = "2016-04-30T11:18:25.796Z".parse().unwrap();
        assert_eq!(lowest_at(moment) >> COUNTER_BITS, 175_928_847_299_117_063 >> COUNTER_BITS);
        assert_eq!(lowest_at(Timestamp::UNIX_EPOCH), 0);
    }
}
