//! Buttons under replies.

use super::asker::Turn;
use super::commands::Adapter;
use super::custom_id::{Button, Choice, Form};
use super::layout::{Readers, Start, lay_out};
use super::respond::Sent;
use super::visibility::{Place, Wish, audience};
use crate::domain::session::SessionRequest;
use crate::domain::{Language, Reply, Request};
use crate::l10n::Message;

impl Adapter {
    /// Answers a press on a button, to the one who pressed it; only sharing shows anything to others.
    pub(super) async fn button(&self, turn: &Turn, id: &str) {
        let Some(Button { choice, language }) = Button::parse(id) else {
            self.tell(turn, &Message::UnknownTopic).await;
            return;
        };
        match choice {
            Choice::Answer(request) => {
                if matches!(request, Request::Session(SessionRequest::Save(_))) {
                    turn.asker.person().inspect(|person| self.kept_forms.forget(person));
                }
                self.answer(turn, request, language, Start::Beginning, Wish::Private).await;
            }
            Choice::More(request, place) => {
                self.answer(turn, request, language, Start::Sections(place), Wish::Private).await;
            }
            Choice::Share(request) => self.share(turn, request, language).await,
            Choice::AskAgain => self.open_form(turn, Form::Question, language).await,
            Choice::Announce(announcing) => self.open_form(turn, Form::Announce(announcing), language).await,
            Choice::Form(form, date) => self.open_form(turn, Form::Date(form, date), language).await,
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
}
