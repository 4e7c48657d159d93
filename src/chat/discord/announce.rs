//! What a form for new sessions carries, and what it asks for.

use serenity::all::{ChannelId, InputTextStyle};

use super::asker::PLATFORM;
use super::forms::{Field, LINK, Need, TOPIC, WHEN};
use super::limits;
use crate::domain::session::Announcement;
use crate::domain::{Target, TargetKind, TopicId};
use crate::l10n::Message;

const LENGTH: &str = "length";
const REMINDERS: &str = "reminders";

/// Whose sessions are announced, and where: ids alone, nothing that a person typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcing {
    /// The network.
    pub network: TopicId,
    /// The channel for the reminders; `None` for where the network's usually go.
    pub channel: Option<ChannelId>,
}

impl Announcing {
    /// What an announcement names that says nothing else yet; `None` where something was typed.
    pub(super) fn of(announcement: &Announcement) -> Option<Self> {
        let Announcement { network, when, length, link, reminders, topic, targets } = announcement;
        if [when, length, link, reminders, topic].into_iter().any(|text| !text.is_empty()) {
            return None;
        }
        let channel = match targets.as_slice() {
            [] => None,
            [target] if target.platform() == PLATFORM && target.kind() == TargetKind::Channel => {
                Some(channel(target.id())?)
            }
            _ => return None,
        };
        Some(Self { network: TopicId::parse(network)?, channel })
    }

    /// Where the reminders go, as everybody names it.
    pub(super) fn targets(&self) -> Vec<Target> {
        let target = |channel: &ChannelId| Target::new(PLATFORM, TargetKind::Channel, channel);
        self.channel.iter().map(target).collect()
    }

    /// As short text in an id.
    pub(super) fn write(&self) -> String {
        match self.channel {
            Some(channel) => format!("{}.{channel}", self.network),
            None => format!("{}.-", self.network),
        }
    }

    /// What such a text says.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (network, id) = text.split_once('.')?;
        let channel = if id == "-" { None } else { Some(channel(id)?) };
        Some(Self { network: TopicId::parse(network)?, channel })
    }

    /// What the form asks for.
    pub(super) fn fields() -> Vec<Field> {
        let field = |id, label, hint, longest| Field {
            id,
            label,
            hint,
            style: InputTextStyle::Short,
            longest,
            need: if id == WHEN { Need::Required } else { Need::Optional },
        };
        vec![
            field(WHEN, Message::AnnounceWhen, Message::AnnounceWhenHint, limits::WHEN),
            field(LENGTH, Message::AnnounceLength, Message::AnnounceLengthHint, limits::WHEN),
            field(LINK, Message::AnnounceLink, Message::AnnounceLinkHint, limits::ADDRESS),
            field(REMINDERS, Message::AnnounceReminders, Message::AnnounceRemindersHint, limits::WHEN),
            field(TOPIC, Message::AnnounceTopic, Message::AnnounceTopicHint, limits::DETAIL),
        ]
    }

    /// What is announced by sending the form.
    pub(super) fn announcement(&self, filled: impl Fn(&str) -> Option<String>) -> Announcement {
        let text = |id| filled(id).unwrap_or_default();
        Announcement {
            network: self.network.to_string(),
            when: text(WHEN),
            length: text(LENGTH),
            link: text(LINK),
            reminders: text(REMINDERS),
            topic: text(TOPIC),
            targets: self.targets(),
        }
    }
}

/// The channel of an id as Discord writes it.
fn channel(id: &str) -> Option<ChannelId> {
    let number: u64 = id.parse().ok()?;
    (number > 0 && number.to_string() == id).then(|| ChannelId::new(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_carries_a_network_and_a_channel_and_no_words() {
        let network = TopicId::parse("net-kaffe-med-uffe").unwrap();
        for channel in [None, Some(ChannelId::new(u64::MAX))] {
            let announcing = Announcing { network: network.clone(), channel };
            assert_eq!(Announcing::read(&announcing.write()), Some(announcing.clone()));
            let mut announcement = announcing.announcement(|_| None);
            assert_eq!(Announcing::of(&announcement), Some(announcing));
            announcement.when = "x".into();
            assert_eq!(Announcing::of(&announcement), None);
        }
        for strange in ["", "x", "x.", "x.0", "x.01", "x.+1", "X.-", "x.1.2"] {
            assert_eq!(Announcing::read(strange), None, "{strange}");
        }
    }
}
