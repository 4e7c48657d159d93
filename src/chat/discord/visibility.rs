//! Who sees a reply. Nothing is sent without an [`Audience`], and only [`audience`] makes one.

use crate::domain::{Discretion, Reply};

/// Where somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A private conversation with the bot.
    Direct,
    /// A channel that others read.
    Channel,
}

/// What the asker chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// For the asker alone.
    Private,
    /// For everyone in the channel.
    Share,
}

/// Who sees a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audience(Seen);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// The asker alone, in a channel that others read.
    ByAsker,
    /// Those of the private conversation, which is the asker.
    InConversation,
    /// Everyone in the channel.
    ByEveryone,
}

/// Who sees a reply to something that was asked at a place with a wish. Everyone only when the asker chose so and the
/// reply is not for the asker alone; never outside the place where it was asked.
pub fn audience(place: Place, wish: Wish, reply: &Reply) -> Audience {
    Audience(match (place, wish, reply.discretion) {
        (Place::Direct, _, _) => Seen::InConversation,
        (Place::Channel, Wish::Share, Discretion::Shareable) => Seen::ByEveryone,
        (Place::Channel, _, _) => Seen::ByAsker,
    })
}

impl Audience {
    /// Whether the message must be marked so that only the asker sees it.
    pub fn is_asker_only(self) -> bool {
        self.0 == Seen::ByAsker
    }

    /// Whether others see it.
    pub fn is_public(self) -> bool {
        self.0 == Seen::ByEveryone
    }
}

/// What others may see of a reply to a public mention of the bot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Public<'a> {
    /// The short answer.
    Short(&'a Reply),
    /// What the asker must know about the message itself, and nothing of the answer.
    Only(&'a [String]),
}

/// What others may see of a reply to a public mention of the bot: nothing of a reply for the asker alone, except the
/// warning about the message that everybody already sees.
pub fn in_public(reply: &Reply) -> Public<'_> {
    match audience(Place::Channel, Wish::Share, reply).0 {
        Seen::ByEveryone => Public::Short(reply),
        Seen::ByAsker | Seen::InConversation => Public::Only(&reply.notices),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Language, Prose, ReplyKind};

    #[test]
    fn a_private_reply_cannot_go_public() {
        let mut reply = Reply::new(ReplyKind::Answer, Language::English, Prose::paragraph("marker"));
        let public = |reply: &Reply, place, wish| audience(place, wish, reply).is_public();
        assert!(public(&reply, Place::Channel, Wish::Share));
        assert!(!public(&reply, Place::Channel, Wish::Private));
        assert!(!public(&reply, Place::Direct, Wish::Share));
        reply.discretion = Discretion::AskerOnly;
        for place in [Place::Channel, Place::Direct] {
            for wish in [Wish::Private, Wish::Share] {
                assert!(!public(&reply, place, wish), "{place:?} {wish:?}");
            }
        }
        assert!(audience(Place::Channel, Wish::Share, &reply).is_asker_only());
        assert_eq!(in_public(&reply), Public::Only(&[]), "nothing of the answer");
    }
}
