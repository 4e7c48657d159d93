//! The commands' names and descriptions in every language, from the locale files.

use std::borrow::Cow;

use poise::{Command, CommandParameter};
use serenity::all::CreateCommand;

use crate::domain::Language;
use crate::l10n::Message;

/// Discord's locales that are ours
/// (<https://discord.com/developers/docs/reference#locales>). Each of the two English ones falls back on the other, so both
/// are given.
const LOCALES: [(&str, Language); 4] = [
    ("sv-SE", Language::Swedish),
    ("fi", Language::Finnish),
    ("en-GB", Language::English),
    ("en-US", Language::English),
];

/// The name and the description of a command or of an option of it.
type Words = (Message<'static>, Message<'static>);

fn of_command(name: &str) -> Option<Words> {
    Some(match name {
        "ask" => (Message::CommandAsk, Message::CommandAskAbout),
        "term" => (Message::CommandTerm, Message::CommandTermAbout),
        "compare" => (Message::CommandCompare, Message::CommandCompareAbout),
        "help" => (Message::CommandHelp, Message::CommandHelpAbout),
        "admin" => (Message::CommandAdmin, Message::CommandAdminAbout),
        "reload" => (Message::CommandReload, Message::CommandReloadAbout),
        "session" => (Message::CommandSession, Message::CommandSessionAbout),
        "announce" => (Message::CommandSessionAnnounce, Message::CommandSessionAnnounceAbout),
        "list" => (Message::CommandSessionList, Message::CommandSessionListAbout),
        "preview" => (Message::CommandSessionPreview, Message::CommandSessionPreviewAbout),
        "skip" => (Message::CommandSessionSkip, Message::CommandSessionSkipAbout),
        "move" => (Message::CommandSessionMove, Message::CommandSessionMoveAbout),
        "set" => (Message::CommandSessionSet, Message::CommandSessionSetAbout),
        "confirm" => (Message::CommandSessionConfirm, Message::CommandSessionConfirmAbout),
        "pause" => (Message::CommandSessionPause, Message::CommandSessionPauseAbout),
        "resume" => (Message::CommandSessionResume, Message::CommandSessionResumeAbout),
        "end" => (Message::CommandSessionEnd, Message::CommandSessionEndAbout),
        "receipt" => (Message::CommandSessionReceipt, Message::CommandSessionReceiptAbout),
        "recap" => (Message::CommandSessionRecap, Message::CommandSessionRecapAbout),
        "follow" => (Message::CommandSessionFollow, Message::CommandSessionFollowAbout),
        "unfollow" => (Message::CommandSessionUnfollow, Message::CommandSessionUnfollowAbout),
        "next" => (Message::CommandSessionNext, Message::CommandSessionNextAbout),
        "calendar" => (Message::CommandSessionCalendar, Message::CommandSessionCalendarAbout),
        _ => return None,
    })
}

fn of_option(name: &str, is_required: bool) -> Option<Words> {
    Some(match name {
        "question" => (Message::OptionQuestion, Message::OptionQuestionAbout),
        "share" => (Message::OptionShare, Message::OptionShareAbout),
        "term" => (Message::OptionTerm, Message::OptionTermAbout),
        "first" => (Message::OptionFirst, Message::OptionTermAbout),
        "second" => (Message::OptionSecond, Message::OptionTermAbout),
        "network" => (Message::OptionNetwork, Message::OptionNetworkAbout),
        "series" => (Message::OptionSeries, Message::OptionSeriesAbout),
        "channel" => (Message::OptionChannel, Message::OptionChannelAbout),
        "to" => (Message::OptionTo, Message::OptionToAbout),
        "topic" => (Message::OptionTopic, Message::OptionTopicAbout),
        "speaker" => (Message::OptionSpeaker, Message::OptionSpeakerAbout),
        "link" => (Message::OptionLink, Message::OptionLinkAbout),
        "note" => (Message::OptionNote, Message::OptionNoteAbout),
        "text" => (Message::OptionText, Message::OptionTextAbout),
        "date" if is_required => (Message::OptionDate, Message::OptionDateAbout),
        "date" => (Message::OptionDate, Message::OptionDateOrNextAbout),
        _ => return None,
    })
}

/// Words in each of Discord's locales, and in English for all others.
struct Localized {
    english: String,
    each: Vec<(Cow<'static, str>, Cow<'static, str>)>,
}

fn localized(message: &Message<'_>, say: &impl Fn(Language, &Message<'_>) -> String) -> Localized {
    let each = LOCALES.map(|(locale, language)| (Cow::from(locale), Cow::from(say(language, message))));
    Localized { english: say(Language::English, message), each: each.to_vec() }
}

/// Names and describes commands and their options.
pub(super) fn name_all<U, E>(
    commands: &mut [Command<U, E>],
    say: &impl Fn(Language, &Message<'_>) -> String,
) {
    for command in commands {
        if let Some((name, about)) = of_command(&command.name) {
            command.name_localizations = localized(&name, say).each.into();
            let about = localized(&about, say);
            command.description = Some(about.english.into());
            command.description_localizations = about.each.into();
        }
        command.parameters.iter_mut().for_each(|parameter| name_option(parameter, say));
        name_all(&mut command.subcommands, say);
    }
}

fn name_option<U, E>(option: &mut CommandParameter<U, E>, say: &impl Fn(Language, &Message<'_>) -> String) {
    let Some((name, about)) = of_option(&option.name, option.required) else { return };
    option.name_localizations = localized(&name, say).each.into();
    let about = localized(&about, say);
    option.description = Some(about.english.into());
    option.description_localizations = about.each.into();
}

/// The commands as Discord takes them.
pub(super) fn for_discord<U, E>(
    commands: &[Command<U, E>],
    say: &impl Fn(Language, &Message<'_>) -> String,
) -> Vec<CreateCommand> {
    let slash = commands.iter().filter_map(Command::create_as_slash_command);
    let menus = commands.iter().filter_map(Command::create_as_context_menu_command).map(|menu| {
        let names = localized(&Message::CommandExplain, say).each;
        names.into_iter().fold(menu, |menu, (locale, name)| menu.name_localized(locale, name))
    });
    slash.chain(menus).collect()
}
