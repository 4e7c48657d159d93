//! How a purpose is spoken of, and who it is for.

use super::plan::Purpose;
use super::voice::Voice;
use crate::l10n::Message;

impl Purpose {
    /// Whether channels and followers receive it, rather than those who run the network.
    pub(super) const fn is_for_everyone(&self) -> bool {
        matches!(self, Self::Reminder(..) | Self::Moved(_) | Self::Skipped(_) | Self::Recap)
    }

    /// What it is, at the beginning of a line.
    pub(super) fn name(&self, voice: Voice<'_>) -> String {
        voice.say(&match self {
            Self::Reminder(lead, _) => {
                return voice.say(&Message::PurposeReminder { lead: &voice.lead(*lead) });
            }
            Self::StillOn => Message::PurposeStillOn,
            Self::StillOnDeputy => Message::PurposeStillOnDeputy,
            Self::Moved(_) => Message::PurposeMoved,
            Self::Skipped(_) => Message::PurposeSkipped,
            Self::Recap => Message::PurposeRecap,
            Self::Trouble(_) => Message::PurposeTrouble,
        })
    }
}
