//! The link with which a server's admin adds the bot.

use serenity::all::{ApplicationId, Permissions};

/// The least that the bot needs: to see a channel, to write in it and in its threads, to show its replies as embeds, and to
/// answer a mention as a reply to it (for which Discord asks to read the channel's history). The history is also where a
/// reminder of unknown outcome is looked for before it is sent again. Sessions become events of the server.
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
