//! Sending: in time, once, and with nobody mentioned.
//!
//! Discord wants the first answer to an interaction within three seconds
//! (<https://discord.com/developers/docs/interactions/receiving-and-responding>). A request whose outcome is unknown is
//! sent again: a first answer because Discord takes only one and refuses the second with 40060; a channel message because
//! it carries the same nonce (<https://discord.com/developers/docs/resources/message#create-message>).

use std::sync::Arc;
use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use serenity::all::{
    Builder, ButtonStyle, ChannelId, CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateButton,
    CreateEmbed, CreateEmbedFooter, CreateInteractionResponse, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, CreateMessage, EditInteractionResponse, Http, HttpError, Message,
    MessageReference, Nonce,
};

use super::asker::Turn;
use super::health::Health;
use super::layout::{Card, CardButton, Look};
use super::visibility::Audience;

/// From the moment an interaction is taken on until its first answer must be out.
const FIRST_ANSWER: Duration = Duration::from_millis(2_300);
/// One try at the first answer.
const FIRST_ANSWER_TRY: Duration = Duration::from_millis(800);
/// All tries of a channel message: within the minutes in which Discord remembers a nonce.
const MESSAGE: Duration = Duration::from_mins(1);
/// One try of anything else.
const TRY: Duration = Duration::from_secs(10);

/// Discord's codes (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>).
const UNKNOWN_INTERACTION: isize = 10062;
const ALREADY_ACKNOWLEDGED: isize = 40060;

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sent {
    /// It is there.
    Delivered,
    /// The interaction had its first answer before.
    Already,
    /// Discord no longer takes it.
    TooLate,
    /// The bot may not write there.
    Forbidden,
    /// It could not be delivered.
    Failed,
}

/// Why a try did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// It may or may not have been carried out.
    Unknown,
    /// It was not carried out, and may be a moment later.
    NotYet,
    /// Discord has answered for good.
    Final(Sent),
}

impl Sent {
    /// Whether the interaction has its first answer.
    pub(super) fn is_there(self) -> bool {
        matches!(self, Self::Delivered | Self::Already)
    }
}

impl Trouble {
    fn of(error: &serenity::Error) -> Self {
        let error = match error {
            serenity::Error::Http(error) => error,
            // Discord carried it out; only its answer could not be read.
            serenity::Error::Json(_) => return Self::Final(Sent::Delivered),
            _ => return Self::Final(Sent::Failed),
        };
        let response = match error {
            HttpError::UnsuccessfulRequest(response) => response,
            HttpError::Request(error) if error.is_connect() => return Self::NotYet,
            HttpError::Request(_) => return Self::Unknown,
            _ => return Self::Final(Sent::Failed),
        };
        match (response.error.code, response.status_code.as_u16()) {
            (ALREADY_ACKNOWLEDGED, _) => Self::Final(Sent::Already),
            (UNKNOWN_INTERACTION, _) => Self::Final(Sent::TooLate),
            (_, 401 | 403) => Self::Final(Sent::Forbidden),
            (_, 429) => Self::NotYet,
            (_, 500..) => Self::Unknown,
            _ => Self::Final(Sent::Failed),
        }
    }
}

/// Sends what the desk answers.
#[derive(Debug)]
pub(super) struct Responder {
    /// For answers to interactions. Discord does not count them against the bot's rate limit, so none is kept: serenity's
    /// would remember every interaction for ever.
    pub(super) interactions: Arc<Http>,
    /// For messages in channels, within Discord's rate limits.
    pub(super) channels: Arc<Http>,
    pub(super) health: Arc<Health>,
}

impl Responder {
    /// The first answer to an interaction.
    pub(super) async fn first(&self, turn: &Turn, response: CreateInteractionResponse) -> Sent {
        let attempt = || async {
            let sending = response.clone().execute(&self.interactions, (turn.id, &turn.token));
            within(FIRST_ANSWER_TRY, sending).await
        };
        let sent = until_known(FIRST_ANSWER, Duration::from_millis(40), attempt).await;
        self.count(sent);
        sent
    }

    /// A message as the first answer.
    pub(super) async fn answer(&self, turn: &Turn, card: &Card, audience: Audience) -> Sent {
        self.first(turn, CreateInteractionResponse::Message(response(card, audience))).await
    }

    /// A message after the first answer. A try of unknown outcome is not repeated: Discord would show it twice.
    pub(super) async fn follow_up(&self, turn: &Turn, card: &Card, audience: Audience) {
        let attempt = || async {
            let message = CreateInteractionResponseFollowup::new()
                .embed(embed(card))
                .ephemeral(audience.is_asker_only())
                .allowed_mentions(nobody());
            let sent = within(TRY, message.execute(&self.interactions, (None, &turn.token))).await;
            sent.map_err(|trouble| match trouble {
                Trouble::Unknown => Trouble::Final(Sent::Failed),
                other => other,
            })
        };
        self.count(until_known(MESSAGE, Duration::from_millis(500), attempt).await);
    }

    /// Puts words in place of "is thinking".
    pub(super) async fn edit(&self, turn: &Turn, card: &Card) {
        let attempt = || async {
            let message = EditInteractionResponse::new()
                .embed(embed(card))
                .components(rows(card))
                .allowed_mentions(nobody());
            let message = files(card).fold(message, EditInteractionResponse::new_attachment);
            within(TRY, message.execute(&self.interactions, &turn.token)).await
        };
        self.count(until_known(MESSAGE, Duration::from_millis(250), attempt).await);
    }

    /// A message of its own in a channel. The nonce makes a repeated try harmless for some minutes.
    pub(super) async fn send(
        &self,
        channel: ChannelId,
        card: &Card,
        nonce: &str,
        reply_to: Option<&Message>,
    ) -> Sent {
        let attempt = || async {
            let mut message = message(card, nonce);
            if let Some(original) = reply_to {
                let reference = MessageReference::from(original);
                message = message.reference_message(reference.fail_if_not_exists(false));
            }
            within(TRY, message.execute(&self.channels, (channel, None))).await
        };
        let sent = until_known(MESSAGE, Duration::from_millis(250), attempt).await;
        self.count(sent);
        sent
    }

    fn count(&self, sent: Sent) {
        match sent {
            Sent::Delivered | Sent::Already => self.health.delivered_total.add(),
            Sent::TooLate => self.health.late_total.add(),
            Sent::Forbidden | Sent::Failed => self.health.undelivered_total.add(),
        }
    }
}

async fn within<T>(
    time: Duration,
    sending: impl Future<Output = Result<T, serenity::Error>>,
) -> Result<(), Trouble> {
    match tokio::time::timeout(time, sending).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(Trouble::of(&error)),
        Err(_) => Err(Trouble::Unknown),
    }
}

/// Tries until the outcome is known or the time is over.
async fn until_known<F>(time: Duration, first_pause: Duration, attempt: impl FnMut() -> F) -> Sent
where
    F: Future<Output = Result<(), Trouble>>,
{
    let pauses = ExponentialBuilder::default()
        .with_min_delay(first_pause)
        .with_max_delay(Duration::from_secs(8))
        .with_jitter()
        .without_max_times();
    let trying = attempt.retry(pauses).when(|trouble| !matches!(trouble, Trouble::Final(_)));
    match tokio::time::timeout(time, trying).await {
        Ok(Ok(())) => Sent::Delivered,
        Ok(Err(Trouble::Final(sent))) => sent,
        Ok(Err(Trouble::Unknown | Trouble::NotYet)) | Err(_) => Sent::Failed,
    }
}

/// Nobody is notified, whatever a text says.
pub(super) fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

/// A card as a message of its own, of which there is only one with this nonce for some minutes.
pub(super) fn message(card: &Card, nonce: &str) -> CreateMessage {
    CreateMessage::new()
        .embed(embed(card))
        .components(rows(card))
        .add_files(files(card))
        .allowed_mentions(nobody())
        .nonce(Nonce::String(nonce.to_owned()))
        .enforce_nonce(true)
}

/// A card as the first answer to an interaction.
fn response(card: &Card, audience: Audience) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .embed(embed(card))
        .components(rows(card))
        .add_files(files(card))
        .ephemeral(audience.is_asker_only())
        .allowed_mentions(nobody())
}

fn embed(card: &Card) -> CreateEmbed {
    let mut embed = CreateEmbed::new().description(&card.text);
    if let Some(title) = &card.title {
        embed = embed.title(title);
    }
    if let Some((heading, links)) = &card.sources {
        embed = embed.field(heading, links, false);
    }
    if let Some(footer) = &card.footer {
        embed = embed.footer(CreateEmbedFooter::new(footer));
    }
    embed
}

/// The files of a card as Discord takes them.
fn files(card: &Card) -> impl Iterator<Item = CreateAttachment> {
    card.files.iter().map(|file| CreateAttachment::bytes(file.text.as_bytes(), &file.name))
}

fn rows(card: &Card) -> Vec<CreateActionRow> {
    let button = |button: &CardButton| {
        let style = match button.look {
            Look::Primary => ButtonStyle::Primary,
            Look::Secondary => ButtonStyle::Secondary,
        };
        CreateButton::new(&button.id).label(&button.label).style(style)
    };
    card.rows.iter().map(|row| CreateActionRow::Buttons(row.iter().map(button).collect())).collect()
}
