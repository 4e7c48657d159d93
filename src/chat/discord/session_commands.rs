//! The command for sessions of networks: what hosts change, and what anybody may ask.

use poise::Command;
use serenity::all::{CreateAutocompleteResponse, PartialChannel, Permissions, ResolvedValue};

use super::announce::Announcing;
use super::asker::{PLATFORM, Turn};
use super::commands::{Adapter, Asked, CommandError, choices};
use super::custom_id::{Choice, Form};
use super::layout::Start;
use super::limits;
use super::visibility::Wish;
use crate::domain::session::{Announcement, DateRef, Details, SeriesRef, SessionRequest};
use crate::domain::{Asker, Request, Target, TargetKind, TopicId};
use crate::l10n::Message;

type Done = Result<(), CommandError>;

/// The command with its subcommands.
pub(super) fn session_command() -> Command<std::sync::Arc<Adapter>, CommandError> {
    session()
}

#[poise::command(
    slash_command,
    subcommands(
        "next", "follow", "unfollow", "calendar", "announce", "list", "preview", "skip", "relocate",
        "details", "confirm", "pause", "resume", "end", "receipt", "recap"
    ),
    subcommand_required,
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
#[allow(clippy::unused_async, reason = "the macro asks for it; only the subcommands are ever called")]
async fn session(_: Asked<'_>) -> Done {
    Ok(())
}

#[poise::command(slash_command)]
async fn next(
    asked: Asked<'_>,
    #[autocomplete = "networks"]
    #[max_length = 100]
    network: String,
) -> Done {
    of_network(asked, &network, SessionRequest::Next).await
}

#[poise::command(slash_command)]
async fn follow(
    asked: Asked<'_>,
    #[autocomplete = "networks"]
    #[max_length = 100]
    network: String,
) -> Done {
    of_network(asked, &network, SessionRequest::Follow).await
}

#[poise::command(slash_command)]
async fn unfollow(
    asked: Asked<'_>,
    #[autocomplete = "networks"]
    #[max_length = 100]
    network: String,
) -> Done {
    of_network(asked, &network, SessionRequest::Unfollow).await
}

#[poise::command(slash_command)]
async fn calendar(
    asked: Asked<'_>,
    #[autocomplete = "networks"]
    #[max_length = 100]
    network: String,
    #[autocomplete = "coming_dates"]
    #[max_length = 100]
    date: Option<String>,
) -> Done {
    request(asked, SessionRequest::Calendar(date_of(Some(network), date))).await
}

/// Shows the form; who may not announce is told so before they have filled it in.
#[poise::command(slash_command)]
async fn announce(
    asked: Asked<'_>,
    #[autocomplete = "networks"]
    #[max_length = 100]
    network: Option<String>,
    #[channel_types("Text", "News")] channel: Option<PartialChannel>,
) -> Done {
    let adapter = asked.data();
    let turn = Turn::of_command(asked.interaction, &adapter.roles);
    // The bot posts nowhere for somebody who may not post there themselves.
    let may_write = |channel: &PartialChannel| {
        channel.permissions.is_some_and(|permissions| permissions.contains(Permissions::SEND_MESSAGES))
    };
    if channel.as_ref().is_some_and(|channel| !may_write(channel)) {
        adapter.tell(&turn, &Message::ChannelNotYours).await;
        return Ok(());
    }
    let channel = channel.map(|channel| channel.id);
    if let Some(network) = adapter.hosted(network.as_deref(), &turn.asker) {
        let form = Form::Announce(Announcing { network, channel });
        adapter.open_form(&turn, form, turn.locale).await;
        return Ok(());
    }
    // The desk says who can, or asks which network; its buttons open the form.
    let targets = channel.map(|channel| Target::new(PLATFORM, TargetKind::Channel, channel));
    let announcement = Announcement {
        network: network.unwrap_or_default(),
        targets: targets.into_iter().collect(),
        ..Announcement::default()
    };
    request(asked, SessionRequest::Announce(announcement)).await
}

#[poise::command(slash_command)]
async fn list(asked: Asked<'_>) -> Done {
    request(asked, SessionRequest::List).await
}

#[poise::command(slash_command)]
async fn preview(
    asked: Asked<'_>,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::Preview(series_of(series))).await
}

#[poise::command(slash_command)]
async fn skip(
    asked: Asked<'_>,
    #[autocomplete = "dates"]
    #[max_length = 100]
    date: String,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::Skip(date_of(series, Some(date)))).await
}

#[poise::command(slash_command, rename = "move")]
async fn relocate(
    asked: Asked<'_>,
    #[autocomplete = "dates"]
    #[max_length = 100]
    date: String,
    #[max_length = 100] to: String,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::Move(date_of(series, Some(date)), to)).await
}

#[poise::command(slash_command, rename = "set")]
#[allow(clippy::too_many_arguments, reason = "each is an option of the command")]
async fn details(
    asked: Asked<'_>,
    #[autocomplete = "dates"]
    #[max_length = 100]
    date: Option<String>,
    #[max_length = 200] topic: Option<String>,
    #[max_length = 200] speaker: Option<String>,
    #[max_length = 500] link: Option<String>,
    #[max_length = 500] note: Option<String>,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    let details = Details { topic, speaker, link, note };
    request(asked, SessionRequest::Set(date_of(series, date), details)).await
}

#[poise::command(slash_command)]
async fn confirm(
    asked: Asked<'_>,
    #[autocomplete = "dates"]
    #[max_length = 100]
    date: Option<String>,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::Confirm(date_of(series, date))).await
}

#[poise::command(slash_command)]
async fn pause(
    asked: Asked<'_>,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::Pause(series_of(series))).await
}

#[poise::command(slash_command)]
async fn resume(
    asked: Asked<'_>,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::Resume(series_of(series))).await
}

#[poise::command(slash_command)]
async fn end(
    asked: Asked<'_>,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::End(series_of(series))).await
}

#[poise::command(slash_command)]
async fn receipt(
    asked: Asked<'_>,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::Receipt(series_of(series))).await
}

#[poise::command(slash_command)]
async fn recap(
    asked: Asked<'_>,
    #[autocomplete = "dates"]
    #[max_length = 100]
    date: Option<String>,
    #[max_length = 700] text: Option<String>,
    #[autocomplete = "series_of_the_asker"]
    #[max_length = 100]
    series: Option<String>,
) -> Done {
    request(asked, SessionRequest::Recap(date_of(series, date), text.unwrap_or_default())).await
}

impl Adapter {
    /// The network that somebody names and may host; where none is named, the only one that they may host.
    fn hosted(&self, named: Option<&str>, asker: &Asker) -> Option<TopicId> {
        let sessions = self.service.sessions();
        let mut hosted = sessions.networks.iter().filter(|network| asker.may_host(network));
        let Some(named) = named else {
            return hosted.next().filter(|_| hosted.next().is_none()).map(|network| network.id.clone());
        };
        let meant = self.service.network_meant(named)?;
        hosted.any(|network| network.id == meant).then_some(meant)
    }
}

fn series_of(series: Option<String>) -> SeriesRef {
    SeriesRef(series.unwrap_or_default())
}

fn date_of(series: Option<String>, date: Option<String>) -> DateRef {
    DateRef { series: series_of(series), date: date.unwrap_or_default() }
}

async fn request(asked: Asked<'_>, request: SessionRequest) -> Done {
    let turn = Turn::of_command(asked.interaction, &asked.data().roles);
    let request = Request::Session(request);
    // What lacks its words is asked for by a form, where the date has been chosen from the list.
    if let Choice::Form(form, date) = Choice::of(&request)
        && Form::can_carry(&date)
    {
        asked.data().open_form(&turn, Form::Date(form, date), turn.locale).await;
        return Ok(());
    }
    asked.data().answer(&turn, request, None, Start::Beginning, Wish::Private).await;
    Ok(())
}

/// A request about the network that was chosen or typed.
async fn of_network(asked: Asked<'_>, typed: &str, wanted: fn(TopicId) -> SessionRequest) -> Done {
    match asked.data().service.network_meant(typed) {
        Some(network) => request(asked, wanted(network)).await,
        // The desk says which networks there are.
        None => request(asked, SessionRequest::List).await,
    }
}

#[allow(clippy::unused_async, reason = "the framework waits for it")]
async fn networks(asked: Asked<'_>, typed: &str) -> CreateAutocompleteResponse {
    let adapter = asked.data();
    let language = Turn::of_command(asked.interaction, &adapter.roles).locale.unwrap_or(adapter.fallback);
    choices(adapter.service.complete_networks(typed, language, limits::SUGGESTIONS))
}

#[allow(clippy::unused_async, reason = "the framework waits for it")]
async fn series_of_the_asker(asked: Asked<'_>, typed: &str) -> CreateAutocompleteResponse {
    let adapter = asked.data();
    let turn = Turn::of_command(asked.interaction, &adapter.roles);
    let language = turn.locale.unwrap_or(adapter.fallback);
    let now = adapter.clock.now();
    choices(adapter.service.complete_series(typed, &turn.asker, language, limits::SUGGESTIONS, now))
}

/// Dates of the series that another option names, or of every series of the asker.
#[allow(clippy::unused_async, reason = "the framework waits for it")]
async fn dates(asked: Asked<'_>, typed: &str) -> CreateAutocompleteResponse {
    let adapter = asked.data();
    let turn = Turn::of_command(asked.interaction, &adapter.roles);
    let language = turn.locale.unwrap_or(adapter.fallback);
    let (series, now) = (chosen(&asked, "series"), adapter.clock.now());
    choices(adapter.service.complete_dates(series, typed, &turn.asker, language, limits::SUGGESTIONS, now))
}

/// Coming dates of the network that another option names.
#[allow(clippy::unused_async, reason = "the framework waits for it")]
async fn coming_dates(asked: Asked<'_>, typed: &str) -> CreateAutocompleteResponse {
    let adapter = asked.data();
    let language = Turn::of_command(asked.interaction, &adapter.roles).locale.unwrap_or(adapter.fallback);
    let (network, now) = (chosen(&asked, "network"), adapter.clock.now());
    choices(adapter.service.complete_coming(network, typed, language, limits::SUGGESTIONS, now))
}

/// What was chosen for another option; empty where nothing was.
fn chosen<'a>(asked: &Asked<'a>, option: &str) -> &'a str {
    let value = asked.args.iter().find(|known| known.name == option).map(|known| &known.value);
    match value {
        Some(ResolvedValue::String(value)) => value,
        _ => "",
    }
}
