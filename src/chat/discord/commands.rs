//! The commands, and what they share with buttons and messages: from a request to a reply that is on its way.

use std::sync::Arc;
use std::time::Duration;

use poise::{ApplicationContext, Command};
use serenity::all::{
    AutocompleteChoice, CreateAutocompleteResponse, CreateInteractionResponse,
    CreateInteractionResponseMessage, Message as DiscordMessage,
};

use super::asker::{Roles, Turn};
use super::custom_id::Modal;
use super::kept_forms::KeptForms;
use super::layout::{Card, Readers, Start, lay_out};
use super::limits::{self, shortened};
use super::markdown::{bold, escaped};
use super::respond::{Responder, Sent};
use super::session_commands::session_command;
use super::visibility::{Place, Wish, audience};
use crate::clock::Clock;
use crate::domain::{
    Asker, Carrier, Discretion, Inbound, Language, LanguageHints, Problem, Prose, Reply, ReplyKind, Request,
    Role,
};
use crate::l10n::{Message, problem_message};
use crate::service::{Reload, Service, Suggestion};

/// The name by which people know the platform.
pub(super) const PLATFORM: Carrier = Carrier::Messenger("Discord");

/// How long an answer may take before Discord shows that it is coming; a first answer has three seconds in all.
const AT_ONCE: Duration = Duration::from_millis(700);

/// The desk with what it needs to answer on Discord.
#[derive(Debug)]
pub(super) struct Adapter {
    pub(super) service: Arc<Service>,
    pub(super) responder: Responder,
    pub(super) roles: Roles,
    /// What hosts typed in the last minutes.
    pub(super) kept_forms: KeptForms,
    pub(super) clock: Clock,
    /// The language when nothing tells the asker's.
    pub(super) fallback: Language,
}

/// Commands carry their own errors to the asker; none is left for the framework.
pub(super) type CommandError = std::convert::Infallible;
pub(super) type Asked<'a> = ApplicationContext<'a, Arc<Adapter>, CommandError>;

/// All commands, in English; [`super::words`] gives them their names in every language.
pub(super) fn commands() -> Vec<Command<Arc<Adapter>, CommandError>> {
    vec![ask(), term(), compare(), help(), session_command(), admin(), explain()]
}

#[poise::command(slash_command, install_context = "Guild", interaction_context = "Guild|BotDm")]
async fn ask(
    asked: Asked<'_>,
    #[max_length = 1000] question: String,
    share: Option<bool>,
) -> Result<(), CommandError> {
    answer(asked, Request::Question(question), wish(share)).await
}

#[poise::command(slash_command, install_context = "Guild", interaction_context = "Guild|BotDm")]
async fn term(
    asked: Asked<'_>,
    #[autocomplete = "complete"]
    #[max_length = 100]
    term: String,
    share: Option<bool>,
) -> Result<(), CommandError> {
    answer(asked, Request::Term(term), wish(share)).await
}

#[poise::command(slash_command, install_context = "Guild", interaction_context = "Guild|BotDm")]
async fn compare(
    asked: Asked<'_>,
    #[autocomplete = "complete"]
    #[max_length = 100]
    first: String,
    #[autocomplete = "complete"]
    #[max_length = 100]
    second: String,
    share: Option<bool>,
) -> Result<(), CommandError> {
    answer(asked, Request::Compare(first, second), wish(share)).await
}

#[poise::command(slash_command, install_context = "Guild", interaction_context = "Guild|BotDm")]
async fn help(asked: Asked<'_>) -> Result<(), CommandError> {
    answer(asked, Request::Help, Wish::Private).await
}

#[poise::command(
    slash_command,
    subcommands("reload"),
    subcommand_required,
    install_context = "Guild",
    interaction_context = "Guild"
)]
#[allow(clippy::unused_async, reason = "the macro asks for it; only the subcommands are ever called")]
async fn admin(_: Asked<'_>) -> Result<(), CommandError> {
    Ok(())
}

#[poise::command(slash_command)]
async fn reload(asked: Asked<'_>) -> Result<(), CommandError> {
    let turn = Turn::of_command(asked.interaction, &asked.data().roles);
    asked.data().reload(&turn).await;
    Ok(())
}

#[poise::command(
    context_menu_command = "Explain in plain language",
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
async fn explain(asked: Asked<'_>, message: DiscordMessage) -> Result<(), CommandError> {
    answer(asked, Request::Explain(message.content), Wish::Private).await
}

fn wish(share: Option<bool>) -> Wish {
    if share == Some(true) { Wish::Share } else { Wish::Private }
}

async fn answer(asked: Asked<'_>, request: Request, wish: Wish) -> Result<(), CommandError> {
    let turn = Turn::of_command(asked.interaction, &asked.data().roles);
    asked.data().answer(&turn, request, None, Start::Beginning, wish).await;
    Ok(())
}

#[allow(clippy::unused_async, reason = "the framework waits for it")]
async fn complete(asked: Asked<'_>, typed: &str) -> CreateAutocompleteResponse {
    let adapter = asked.data();
    let language = Turn::of_command(asked.interaction, &adapter.roles).locale.unwrap_or(adapter.fallback);
    choices(adapter.service.complete(typed, language, limits::SUGGESTIONS, adapter.clock.now()))
}

/// Suggestions as Discord shows them.
pub(super) fn choices(suggestions: Vec<Suggestion>) -> CreateAutocompleteResponse {
    let choices = suggestions.into_iter().map(|suggestion| {
        let label = shortened(&suggestion.label, limits::SUGGESTION);
        AutocompleteChoice::new(label, shortened(&suggestion.term, limits::SUGGESTION))
    });
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

impl Adapter {
    /// What the desk replies, with everything done that was asked. `chosen` is a language that the asker chose by a button.
    pub(super) async fn reply(
        &self,
        request: Request,
        chosen: Option<Language>,
        locale: Option<Language>,
        asker: &Asker,
    ) -> Reply {
        let languages = LanguageHints { chosen, locale, fallback: self.fallback };
        let inbound = Inbound { request, languages, carrier: PLATFORM, asker: asker.clone() };
        self.service.serve(&inbound, self.clock.now()).await
    }

    pub(super) fn say(&self, language: Language, message: &Message<'_>) -> String {
        self.service.say(language, message)
    }

    /// Answers a request where it was asked, and to whom the asker chose.
    pub(super) async fn answer(
        &self,
        turn: &Turn,
        request: Request,
        chosen: Option<Language>,
        from: Start,
        wish: Wish,
    ) {
        let replying = self.reply(request, chosen, turn.locale, &turn.asker);
        self.deliver(turn, replying, from, wish, None).await;
    }

    /// Gives a reply where it was asked, with a way back to the form that was sent for it. What is not there at once is
    /// awaited, with a sign that it is coming, and then given to the asker alone, who may share it.
    pub(super) async fn deliver(
        &self,
        turn: &Turn,
        replying: impl Future<Output = Reply> + Send,
        from: Start,
        wish: Wish,
        sent: Option<&Modal>,
    ) {
        // Dropped by no time-out: what a request changes is carried out whole.
        let mut replying = std::pin::pin!(replying);
        let in_time = tokio::time::timeout(AT_ONCE, &mut replying).await;
        let (mut reply, deferred) = if let Ok(reply) = in_time {
            (reply, None)
        } else {
            let deferred = self.defer(turn).await;
            (replying.await, Some(deferred))
        };
        let wish = if deferred.is_some() { Wish::Private } else { wish };
        let audience = audience(turn.place, wish, &reply);
        if wish == Wish::Share && audience.is_asker_only() {
            reply.notices.insert(0, self.say(reply.language, &Message::OnlyForYou));
        }
        let readers = if audience.is_public() { Readers::Anyone } else { Readers::Asker(turn.place) };
        let (mut card, rest) = lay_out(&reply, from, readers, |message| self.say(reply.language, message));
        if let Some(button) = sent.and_then(|modal| modal.way_back(&reply)) {
            card.add_button(&self.say(reply.language, &Message::ButtonChangeForm), &button);
        }
        match deferred {
            Some(deferred) if deferred.is_there() => self.responder.edit(turn, &card).await,
            None if self.responder.answer(turn, &card, audience).await.is_there() => {}
            Some(_) | None => return,
        }
        for card in &rest {
            self.responder.follow_up(turn, card, audience).await;
        }
    }

    /// A line of words, for the asker alone.
    pub(super) fn words(&self, turn: &Turn, message: &Message<'_>) -> (Card, Reply) {
        let language = turn.locale.unwrap_or(self.fallback);
        let words = self.say(language, message);
        let card = Card { text: escaped(&words), ..Card::default() };
        let mut reply = Reply::new(ReplyKind::Help, language, Prose::paragraph(words));
        reply.discretion = Discretion::AskerOnly;
        (card, reply)
    }

    /// Tells the asker something in one line.
    pub(super) async fn tell(&self, turn: &Turn, message: &Message<'_>) {
        let (card, reply) = self.words(turn, message);
        self.responder.answer(turn, &card, audience(turn.place, Wish::Private, &reply)).await;
    }

    /// Says sorry when a handler has failed or none was free, also after "is thinking".
    pub(super) async fn sorry(self: Arc<Self>, turn: Turn) {
        let (card, reply) = self.words(&turn, &Message::TryLater);
        let audience = audience(turn.place, Wish::Private, &reply);
        if self.responder.answer(&turn, &card, audience).await == Sent::Already {
            self.responder.follow_up(&turn, &card, audience).await;
        }
    }

    /// Asks Discord to show that an answer is coming, to the asker alone.
    pub(super) async fn defer(&self, turn: &Turn) -> Sent {
        let hidden = CreateInteractionResponseMessage::new().ephemeral(turn.place == Place::Channel);
        self.responder.first(turn, CreateInteractionResponse::Defer(hidden)).await
    }

    async fn reload(&self, turn: &Turn) {
        if turn.asker.role < Role::Admin {
            self.tell(turn, &Message::AdminsOnly).await;
            return;
        }
        if !self.defer(turn).await.is_there() {
            return;
        }
        let service = Arc::clone(&self.service);
        let today = self.clock.in_finland().date();
        let reloading = tokio::task::spawn_blocking(move || service.reload(today)).await;
        let language = turn.locale.unwrap_or(self.fallback);
        let say = |message: &Message<'_>| self.say(language, message);
        let text = match reloading {
            Ok(Ok(Reload::Done { articles, changed, elapsed_ms })) => {
                escaped(&say(&Message::Reloaded { articles, changed, milliseconds: elapsed_ms }))
            }
            Ok(Ok(Reload::BuiltIn)) => escaped(&say(&Message::ReloadBuiltIn)),
            Ok(Ok(Reload::Refused(problems))) => refused(&problems, say),
            Ok(Err(_)) | Err(_) => escaped(&say(&Message::TryLater)),
        };
        self.responder.edit(turn, &Card { text, ..Card::default() }).await;
    }
}

/// Every problem that fits, with its place, and how many there are.
fn refused(problems: &[Problem], say: impl Fn(&Message<'_>) -> String) -> String {
    let mut text = bold(&say(&Message::ReloadRefused { count: problems.len() }));
    for (place, problem) in problems.iter().enumerate() {
        let at = problem.place.line.map_or_else(String::new, |line| format!(":{line}"));
        let words = problem_message(&problem.kind, &say);
        let line = format!("\n- {}", escaped(&format!("{}{at}: {words}", problem.place.file)));
        let left = problems.len() - place;
        let more = format!("\n{}", escaped(&say(&Message::ProblemsLeft { count: left })));
        if limits::length(&text) + limits::length(&line) + limits::length(&more) > 2 * limits::PAGE {
            text.push_str(&more);
            break;
        }
        text.push_str(&line);
    }
    text
}
