//! Private messages, and messages in a channel that mention the bot.

use std::sync::Arc;

use serenity::all::{Message as DiscordMessage, UserId};

use super::commands::Adapter;
use super::layout::{Card, Readers, Start, lay_out, lay_out_in_public};
use super::markdown::escaped;
use super::visibility::Place;
use crate::domain::Request;
use crate::l10n::Message;

/// A message to the bot.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) message: DiscordMessage,
    pub(super) place: Place,
    pub(super) bot: UserId,
}

impl Told {
    /// What is asked, without the mention of the bot.
    fn question(&self) -> String {
        let id = self.bot.get();
        let content = self.message.content.replace(&format!("<@{id}>"), " ");
        content.replace(&format!("<@!{id}>"), " ").trim().to_owned()
    }

    /// The same message always gives the same nonce, of at most 25 characters.
    fn nonce(&self, part: usize) -> String {
        format!("m{}.{part}", self.message.id)
    }
}

impl Adapter {
    /// Answers a private message in full, and a mention with the short form that everybody may see.
    pub(super) async fn message(&self, told: &Told) {
        let asker = self.roles.author(&told.message);
        let reply = self.reply(Request::Question(told.question()), None, None, &asker).await;
        let say = |message: &Message<'_>| self.say(reply.language, message);
        let (card, rest) = match told.place {
            Place::Direct => lay_out(&reply, Start::Beginning, Readers::Asker(Place::Direct), say),
            Place::Channel => (lay_out_in_public(&reply, say), Vec::new()),
        };
        let cards: Vec<Card> = std::iter::once(card).chain(rest).collect();
        self.tell_all(told, &cards).await;
    }

    /// Says sorry when a handler has failed. If it had answered before, Discord drops this one for its nonce.
    pub(super) async fn sorry_for(self: Arc<Self>, told: Told) {
        let words = self.say(self.fallback, &Message::TryLater);
        let card = Card { text: escaped(&words), ..Card::default() };
        self.tell_all(&told, &[card]).await;
    }

    async fn tell_all(&self, told: &Told, cards: &[Card]) {
        let reply_to = (told.place == Place::Channel).then_some(&told.message);
        for (part, card) in cards.iter().enumerate() {
            let nonce = told.nonce(part);
            self.responder.send(told.message.channel_id, card, &nonce, reply_to).await;
        }
    }
}
