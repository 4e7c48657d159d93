//! What a delivery about a session is for, as its key says.

use jiff::civil::DateTime;

use super::voice::Voice;
use crate::domain::session::Lead;
use crate::l10n::Message;

/// What a delivery about a session is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// So long before it; of a start that is not that of the rule.
    Reminder { lead: Lead, of: Option<DateTime> },
    /// The question to the hosts.
    StillOn,
    /// The question to the deputies.
    StillOnDeputy,
    /// It takes place at another time.
    Moved(DateTime),
    /// It does not take place.
    Skipped,
    /// Three lines after it.
    Recap,
    /// Something was not delivered, or nobody knows.
    Trouble,
}

impl Purpose {
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text.split(['@', ':']).next() == Some("trouble") {
            return Some(Self::Trouble);
        }
        let (name, start) = match text.split_once('@') {
            Some((name, start)) => (name, Some(start.parse::<DateTime>().ok()?)),
            None => (text, None),
        };
        if let Some(lead) = name.strip_prefix("reminder:") {
            return Some(Self::Reminder { lead: lead.parse().ok()?, of: start });
        }
        match (name, start) {
            ("moved", Some(start)) => Some(Self::Moved(start)),
            ("still-on", None) => Some(Self::StillOn),
            ("still-on-deputy", None) => Some(Self::StillOnDeputy),
            ("skipped", _) => Some(Self::Skipped),
            ("recap", _) => Some(Self::Recap),
            _ => None,
        }
    }

    /// Whether channels and followers receive it, rather than those who run the network.
    pub(super) const fn is_for_everyone(self) -> bool {
        matches!(self, Self::Reminder { .. } | Self::Moved(_) | Self::Skipped | Self::Recap)
    }

    pub(super) fn name(self, voice: Voice<'_>) -> String {
        voice.say(&match self {
            Self::Reminder { lead, .. } => {
                return voice.say(&Message::PurposeReminder { lead: &voice.lead(lead) });
            }
            Self::StillOn => Message::PurposeStillOn,
            Self::StillOnDeputy => Message::PurposeStillOnDeputy,
            Self::Moved(_) => Message::PurposeMoved,
            Self::Skipped => Message::PurposeSkipped,
            Self::Recap => Message::PurposeRecap,
            Self::Trouble => Message::PurposeTrouble,
        })
    }
}
