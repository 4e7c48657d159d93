//! What the desk knows of sessions, and what it wants changed.

use jiff::civil::DateTime;

use crate::domain::delivery::Delivery;
use crate::domain::session::{Change, Follow, Network, Series, SeriesId};
use crate::domain::{Reply, Target, TopicId};

/// The sessions of networks at one moment: the settings' networks, and what the store holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sessions {
    /// The networks of the settings.
    pub networks: Vec<Network>,
    /// Every series, drafts and ended ones included, by number.
    pub series: Vec<Series>,
    /// Who wants private reminders.
    pub follows: Vec<Follow>,
    /// Who is told when no host can be.
    pub admins: Vec<Target>,
    /// Names this installation in calendar entries; empty while there is no store.
    pub installation: String,
    /// Where calendars can subscribe.
    pub feeds: Option<Feeds>,
}

impl Sessions {
    /// The network of the settings with an id.
    pub fn network(&self, id: &TopicId) -> Option<&Network> {
        self.networks.iter().find(|network| network.id == *id)
    }

    /// The series with a number.
    pub fn series_numbered(&self, id: SeriesId) -> Option<&Series> {
        self.series.iter().find(|series| series.id == id)
    }
}

/// Where calendars can subscribe to a network.
#[derive(Clone, PartialEq, Eq)]
pub struct Feeds {
    /// The address before the path, such as `https://ledord.example.org`.
    pub base_url: String,
    /// Makes the paths unguessable.
    pub secret: String,
}

/// By hand, so that the secret cannot slip into it.
impl std::fmt::Debug for Feeds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Feeds").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}

/// What only some requests need to know.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// A number for a new series that no other has.
    pub fresh: SeriesId,
    /// For a receipt: every delivery of the series in question, in the order in which they are due.
    pub deliveries: &'a [Delivery],
}

/// An answer, and what is to be changed before it is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Given when every effect has taken place.
    pub reply: Reply,
    /// What is to be changed, in this order.
    pub effects: Vec<Effect>,
}

/// Something to be changed in the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// A new series.
    Insert(Series),
    /// A series as it is to be, but for its changes; with the sequence that it was read with.
    Update(Series, i64),
    /// What differs on one date.
    Put(SeriesId, Change),
    /// A date is still on.
    Confirm(SeriesId, DateTime),
    /// A new follow.
    Follow(Follow),
    /// The end of a follow.
    Unfollow(Target, TopicId),
}
