//! The form with which a host announces sessions, and the way back to it with everything that was typed.

use serenity::all::{
    ActionRowComponent, ChannelId, CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal,
    InputTextStyle, ModalInteractionData,
};
use tokio::time::Instant;

use super::asker::{PLATFORM, Turn};
use super::commands::Adapter;
use super::custom_id;
use super::kept_forms::Typed;
use super::layout::{CardButton, Look, Start};
use super::limits::{self, shortened};
use super::visibility::Wish;
use crate::domain::session::{Announcement, SessionRequest};
use crate::domain::{Language, Request, Target, TargetKind, TopicId};
use crate::l10n::Message;

/// What the id of the form begins with, after the language.
const NAME: &str = "announce";

/// The form, and the button that opens it again: both have the same id, which holds nothing that a person typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AnnounceForm {
    /// The language of the form and of the answer; `None` for the language of the one who sends it.
    pub(super) language: Option<Language>,
    /// Whose sessions.
    pub(super) network: TopicId,
    /// Where the reminders go; `None` for where the network's usually go.
    pub(super) channel: Option<ChannelId>,
}

/// One field of the form.
struct Field {
    id: &'static str,
    label: Message<'static>,
    hint: Message<'static>,
    /// The most characters it takes.
    longest: u16,
    is_required: bool,
}

/// The fields in their order.
const FIELDS: [Field; Typed::FIELDS] = [
    Field {
        id: "when",
        label: Message::AnnounceWhen,
        hint: Message::AnnounceWhenHint,
        longest: 200,
        is_required: true,
    },
    Field {
        id: "length",
        label: Message::AnnounceLength,
        hint: Message::AnnounceLengthHint,
        longest: 50,
        is_required: false,
    },
    Field {
        id: "link",
        label: Message::AnnounceLink,
        hint: Message::AnnounceLinkHint,
        longest: 500,
        is_required: false,
    },
    Field {
        id: "reminders",
        label: Message::AnnounceReminders,
        hint: Message::AnnounceRemindersHint,
        longest: 100,
        is_required: false,
    },
    Field {
        id: "topic",
        label: Message::AnnounceTopic,
        hint: Message::AnnounceTopicHint,
        longest: 200,
        is_required: false,
    },
];

impl AnnounceForm {
    /// The id; `None` when the network's id is too long for one.
    pub(super) fn to_id(&self) -> Option<String> {
        let channel = self.channel.map_or_else(|| "-".to_owned(), |channel| channel.to_string());
        custom_id::written(self.language, &format!("{NAME}:{}:{channel}", self.network))
    }

    /// The form of an id.
    pub(super) fn parse(id: &str) -> Option<Self> {
        let (language, rest) = custom_id::form(id)?;
        let (network, channel) = rest.strip_prefix(NAME)?.strip_prefix(':')?.split_once(':')?;
        let network = TopicId::parse(network)?;
        if channel == "-" {
            return Some(Self { language, network, channel: None });
        }
        let number = channel.parse().ok().filter(|number: &u64| *number > 0 && number.to_string() == channel)?;
        Some(Self { language, network, channel: Some(ChannelId::new(number)) })
    }
}

impl Adapter {
    /// Whether the asker may announce sessions of a network.
    pub(super) fn may_host(&self, turn: &Turn, network: &TopicId) -> bool {
        let sessions = self.service.sessions();
        let network = sessions.networks.iter().find(|known| known.id == *network);
        network.is_some_and(|network| turn.asker.may_host(network))
    }

    /// Opens the form, with what the asker typed into it in the last minutes.
    pub(super) async fn open_announcement(&self, turn: &Turn, form: &AnnounceForm) {
        let Some(id) = form.to_id() else {
            self.tell(turn, &Message::TryLater).await;
            return;
        };
        let language = form.language.or(turn.locale).unwrap_or(self.fallback);
        let typed = turn
            .asker
            .person()
            .and_then(|person| self.kept_forms.typed(person, form, Instant::now()))
            .unwrap_or_default();
        let rows = FIELDS.iter().zip(typed.0).map(|(field, typed)| {
            let label = shortened(&self.say(language, &field.label), limits::FIELD_LABEL);
            let mut input = CreateInputText::new(InputTextStyle::Short, label, field.id)
                .placeholder(shortened(&self.say(language, &field.hint), limits::PLACEHOLDER))
                .max_length(field.longest)
                .required(field.is_required);
            if !typed.is_empty() {
                input = input.value(typed);
            }
            CreateActionRow::InputText(input)
        });
        let title = shortened(&self.say(language, &Message::AnnounceTitle), limits::FIELD_LABEL);
        let modal = CreateModal::new(id, title).components(rows.collect());
        self.responder.first(turn, CreateInteractionResponse::Modal(modal)).await;
    }

    /// Shows what was announced before it is saved, or which field cannot be read, with a way back to the form.
    pub(super) async fn announced(&self, turn: &Turn, form: AnnounceForm, data: &ModalInteractionData) {
        let typed = Typed(FIELDS.map(|field| value_of(data, field.id)));
        if let Some(person) = turn.asker.person() {
            self.kept_forms.keep(person, &form, typed.clone(), Instant::now());
        }
        let [when, length, link, reminders, topic] = typed.0;
        let targets = form.channel.map(|channel| Target::new(PLATFORM, TargetKind::Channel, channel));
        let announcement = Announcement {
            network: form.network.to_string(),
            when,
            length,
            link,
            reminders,
            topic,
            targets: targets.into_iter().collect(),
        };
        let language = form.language.or(turn.locale).unwrap_or(self.fallback);
        let again = form.to_id().filter(|_| self.may_host(turn, &form.network)).map(|id| CardButton {
            label: self.say(language, &Message::ButtonChangeForm),
            id,
            look: Look::Secondary,
        });
        let request = Request::Session(SessionRequest::Announce(announcement));
        let replying = self.reply(request, form.language, turn.locale, &turn.asker);
        self.deliver(turn, replying, Start::Beginning, Wish::Private, again).await;
    }

    /// Forgets what the asker typed into the form: it is saved.
    pub(super) fn forget_announcement(&self, turn: &Turn) {
        if let Some(person) = turn.asker.person() {
            self.kept_forms.forget(person);
        }
    }
}

/// What was typed into a field.
fn value_of(data: &ModalInteractionData, id: &str) -> String {
    let mut fields = data.components.iter().flat_map(|row| &row.components);
    let value = fields.find_map(|component| match component {
        ActionRowComponent::InputText(field) if field.custom_id == id => field.value.clone(),
        _ => None,
    });
    value.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_read_back_as_it_was_made() {
        let network = TopicId::parse("net-kaffe-med-uffe").unwrap();
        for channel in [None, Some(ChannelId::new(u64::MAX))] {
            for language in [None, Some(Language::Swedish)] {
                let form = AnnounceForm { language, network: network.clone(), channel };
                assert_eq!(AnnounceForm::parse(&form.to_id().unwrap()), Some(form));
            }
        }
        for strange in ["l1:sv:announce", "l1:sv:announce:x", "l1:sv:announce:x:0", "l1:sv:announce:X:-", "l1:sv:q"] {
            assert_eq!(AnnounceForm::parse(strange), None, "{strange}");
        }
        let long = TopicId::parse(&"x".repeat(90)).unwrap();
        assert_eq!(AnnounceForm { language: None, network: long, channel: None }.to_id(), None);
    }
}
