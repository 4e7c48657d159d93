//! Sessions of networks: what people are told of them, and what hosts change.

mod agenda;
mod announce;
mod change;
mod course;
mod find;
mod follow;
mod next;
mod notice;
mod plan;
mod purpose;
mod question;
mod receipt;
mod state;
mod text;
mod trouble;
mod voice;

pub use agenda::{Entry, agenda};
pub(super) use next::{asked_network, next};
pub use notice::notice;
pub use plan::{
    Purpose, changed_since, date_of, escalate, is_unconfirmed, leads, subject, targets, wanted, why_not,
};
pub use state::{Effect, Feeds, Known, Outcome, Sessions};

use find::Asked;
use voice::Voice;

use super::World;
use crate::domain::Inbound;
use crate::domain::session::SessionRequest;

/// Answers what is asked about sessions, and says what is to be changed.
pub fn session(request: &SessionRequest, inbound: &Inbound, known: &Known<'_>, world: &World<'_>) -> Outcome {
    let language = inbound.languages.known().unwrap_or(inbound.languages.fallback);
    let asked = &Asked { voice: Voice { world, language }, asker: &inbound.asker };
    let outcome = match request {
        SessionRequest::Next(network) => {
            let reply = next(network, language, world);
            Ok(Outcome { reply, effects: Vec::new() })
        }
        SessionRequest::List => Ok(next::list(asked)),
        SessionRequest::Announce(announcement) => announce::announce(asked, announcement, known),
        SessionRequest::Save(draft) => announce::save(asked, *draft),
        SessionRequest::Preview(series) => announce::preview(asked, series),
        SessionRequest::Skip(date) => change::skip(asked, date),
        SessionRequest::Move(date, to) => change::shift(asked, date, to),
        SessionRequest::Set(date, details) => change::set(asked, date, details),
        SessionRequest::Confirm(date) => change::confirm(asked, date),
        SessionRequest::Pause(series) => course::pause(asked, series),
        SessionRequest::Resume(series) => course::resume(asked, series),
        SessionRequest::End(series) => course::end(asked, series),
        SessionRequest::Receipt(series) => receipt::receipt(asked, series, known),
        SessionRequest::Recap(date, lines) => receipt::recap(asked, date, lines),
        SessionRequest::Follow(network) => follow::follow(asked, network),
        SessionRequest::Unfollow(network) => follow::unfollow(asked, network),
        SessionRequest::Calendar(date) => follow::calendar(asked, date),
    };
    outcome.unwrap_or_else(|reply| Outcome { reply: *reply, effects: Vec::new() })
}
