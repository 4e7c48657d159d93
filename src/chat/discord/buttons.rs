//! Buttons under replies, and the form for another question.

use serenity::all::{
    ActionRowComponent, CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal,
    InputTextStyle, ModalInteractionData,
};

use super::announce::AnnounceForm;
use super::asker::Turn;
use super::commands::Adapter;
use super::custom_id::{Button, Choice, Modal};
use super::layout::{Readers, Start, lay_out};
use super::limits;
use super::respond::Sent;
use super::visibility::{Place, Wish, audience};
use crate::domain::session::SessionRequest;
use crate::domain::{Language, Reply, Request};
use crate::l10n::Message;

/// The field of the form.
const FIELD: &str = "question";

impl Adapter {
    /// Answers a press on a button, to the one who pressed it; only sharing shows anything to others.
    pub(super) async fn button(&self, turn: &Turn, id: &str) {
        if let Some(form) = AnnounceForm::parse(id) {
            self.open_announcement(turn, &form).await;
            return;
        }
        let Some(Button { choice, language }) = Button::parse(id) else {
            self.tell(turn, &Message::UnknownTopic).await;
            return;
        };
        match choice {
            Choice::Answer(request) => {
                if matches!(request, Request::Session(SessionRequest::Save(_))) {
                    self.forget_announcement(turn);
                }
                self.answer(turn, request, language, Start::Beginning, Wish::Private).await;
            }
            Choice::More(request, place) => {
                self.answer(turn, request, language, Start::Sections(place), Wish::Private).await;
            }
            Choice::Share(request) => self.share(turn, request, language).await,
            Choice::AskAgain => self.open_form(turn, language).await,
        }
    }

    /// Shows a reply in the channel in a message of its own, which names nobody.
    async fn share(&self, turn: &Turn, request: Request, language: Option<Language>) {
        if !turn.may_write || turn.place == Place::Direct {
            self.tell(turn, &Message::MayNotWrite).await;
            return;
        }
        // Without a sign that it was taken on, the asker would press again, and it would be shared twice.
        if !self.defer(turn).await.is_there() {
            return;
        }
        let reply = self.reply(request, language, turn.locale, &turn.asker).await;
        let said = if !reply.kind.is_answered() {
            Message::UnknownTopic
        } else if audience(turn.place, Wish::Share, &reply).is_public() {
            self.post(turn, &reply).await
        } else {
            Message::OnlyForYou
        };
        let (card, _) = self.words(turn, &said);
        self.responder.edit(turn, &card).await;
    }

    /// Posts all of a reply that no button leads to; says what became of it.
    async fn post(&self, turn: &Turn, reply: &Reply) -> Message<'static> {
        let say = |message: &Message<'_>| self.say(reply.language, message);
        let (card, rest) = lay_out(reply, Start::Beginning, Readers::Anyone, say);
        for (part, card) in std::iter::once(card).chain(rest).enumerate() {
            match self.responder.send(turn.channel, &card, &format!("s{}.{part}", turn.id), None).await {
                Sent::Delivered | Sent::Already => {}
                Sent::Forbidden => return Message::MayNotWrite,
                Sent::TooLate | Sent::Failed => return Message::TryLater,
            }
        }
        Message::Shared
    }

    async fn open_form(&self, turn: &Turn, language: Option<Language>) {
        let words = language.or(turn.locale).unwrap_or(self.fallback);
        let field =
            CreateInputText::new(InputTextStyle::Paragraph, self.say(words, &Message::FormField), FIELD)
                .placeholder(self.say(words, &Message::FormHint))
                .max_length(limits::QUESTION);
        let form = CreateModal::new(Modal { language }.to_id(), self.say(words, &Message::FormTitle))
            .components(vec![CreateActionRow::InputText(field)]);
        self.responder.first(turn, CreateInteractionResponse::Modal(form)).await;
    }

    /// Answers the question in a form, to the one who sent it.
    pub(super) async fn form(&self, turn: &Turn, data: &ModalInteractionData) {
        if let Some(form) = AnnounceForm::parse(&data.custom_id) {
            self.announced(turn, form, data).await;
            return;
        }
        let question =
            data.components.iter().flat_map(|row| &row.components).find_map(|component| match component {
                ActionRowComponent::InputText(field) if field.custom_id == FIELD => field.value.clone(),
                _ => None,
            });
        match (Modal::parse(&data.custom_id), question) {
            (Some(Modal { language }), Some(question)) => {
                let request = Request::Question(question);
                self.answer(turn, request, language, Start::Beginning, Wish::Private).await;
            }
            _ => self.tell(turn, &Message::UnknownTopic).await,
        }
    }
}
