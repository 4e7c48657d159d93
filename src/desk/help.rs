//! The bot about itself.

use super::World;
use crate::domain::reply::ReplySection;
use crate::domain::{Carrier, Language, Prose, Reply, ReplyKind, Request, TopicId};
use crate::l10n::Message;

/// What the desk can do.
pub(super) fn help(language: Language, world: &World<'_>) -> Reply {
    let say = |message: &Message<'_>| world.say(language, message);
    let mut reply = about_itself(language, Message::HelpWhat, Message::HelpTitle, world);
    let examples =
        [Message::HelpHowAsk, Message::HelpHowCompare, Message::HelpHowNextStep, Message::HelpHowRequest];
    reply.sections.push(ReplySection {
        heading: say(&Message::HelpHowHeading),
        body: Prose::bullets(examples.iter().map(say)),
    });
    reply.review.push(say(&Message::HelpLimits));
    reply.again = Some(Request::Help);
    reply
}

/// What happens to what people type. It must follow what the program does: the chat's history is in
/// memory only, and no log or store holds a question.
pub(super) fn privacy(language: Language, carrier: Carrier, world: &World<'_>) -> Reply {
    let words = match carrier {
        Carrier::Terminal => Message::PrivacyNothingKept,
        Carrier::Messenger(service) => Message::PrivacyMessenger { service },
    };
    let mut reply = about_itself(language, words, Message::PrivacyTitle, world);
    reply.review.push(world.say(language, &Message::PrivacyGuard));
    reply
}

/// Said when a question holds no words.
pub(super) fn empty(language: Language, world: &World<'_>) -> Reply {
    Reply::new(ReplyKind::Help, language, Prose::paragraph(world.say(language, &Message::EmptyQuestion)))
}

fn about_itself(language: Language, words: Message<'_>, title: Message<'_>, world: &World<'_>) -> Reply {
    let answer = Prose::paragraph(world.say(language, &words));
    let mut reply = Reply::new(ReplyKind::Help, language, answer);
    reply.title = Some(world.say(language, &title));
    reply.topic = Some(TopicId::bot_help());
    reply.topics = vec![TopicId::bot_help()];
    reply.confidence = 1.0;
    reply
}
