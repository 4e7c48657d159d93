//! The link with which a server's admin adds the bot.

use serenity::all::{ApplicationId, Permissions};

/// The least that the bot needs: to see a channel, to write in it and in its threads, to show its replies as embeds, to
/// answer a mention as a reply to it (for which Discord asks to read the channel's history) and to look there for a reminder
/// before it is sent again, and to show coming sessions as events.
const PERMISSIONS: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::READ_MESSAGE_HISTORY)
    .union(Permissions::CREATE_EVENTS);

/// The link with which a server's admin adds the bot of an application
/// (<https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow>).
pub fn invite_link(application: ApplicationId) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={}",
        PERMISSIONS.bits()
    )
}
