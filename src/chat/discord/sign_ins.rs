//! How soon the bot may sign in to the gateway. Discord allows a number of sign-ins a day (usually 1,000) and resets the
//! token of a bot that exceeds it (<https://discord.com/developers/docs/events/gateway#session-start-limit-object>).

use std::time::Duration;

use serenity::all::BotGateway;

/// With fewer left than this, they are spread over the time until Discord grants new ones.
const SPREAD_BELOW: u64 = 200;
/// An outage must not be made longer than this by a pause, as long as any sign-in is left.
const LONGEST_PAUSE: Duration = Duration::from_hours(1);

/// How long to wait before the next sign-in, by what Discord says of it.
pub(super) fn pause_of(gateway: &BotGateway) -> Duration {
    let limit = &gateway.session_start_limit;
    pause(limit.remaining, Duration::from_millis(limit.reset_after))
}

/// How long to wait before the next sign-in, when so many are `remaining` until Discord grants new ones after
/// `reset_after`.
fn pause(remaining: u64, reset_after: Duration) -> Duration {
    match remaining {
        0 => reset_after,
        SPREAD_BELOW.. => Duration::ZERO,
        few => {
            let share = reset_after / u32::try_from(few).unwrap_or(u32::MAX);
            share.min(LONGEST_PAUSE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sign_ins_last_until_there_are_new_ones() {
        let hours = Duration::from_hours;
        assert_eq!(pause(1000, hours(24)), Duration::ZERO);
        assert_eq!(pause(200, hours(24)), Duration::ZERO);
        assert_eq!(pause(100, hours(10)), Duration::from_mins(6));
        assert_eq!(pause(1, hours(24)), LONGEST_PAUSE);
        assert_eq!(pause(0, hours(24)), hours(24), "never without any left");
    }
}
