//! What only the own municipality can answer: who, where, which number.

use super::World;
use super::cues::Cues;
use crate::domain::{Language, Prose, Reply, ReplyKind, TopicId};
use crate::l10n::Message;

/// A role or a place that people ask the contact of.
struct Subject {
    /// Patterns of [`Cues`].
    words: &'static str,
    title: Message<'static>,
    role: Message<'static>,
    /// What is shown, by the key of the municipality's settings.
    lines: &'static [(&'static str, Line)],
}

/// Which words stand before a value.
#[derive(Clone, Copy)]
enum Line {
    Name,
    Phone,
    Email,
    Deputy,
    Hours,
    Address,
    Contact,
    Oncall,
    Link,
}

const SUBJECTS: [Subject; 5] = [
    Subject {
        words: "dataskyddsombud* dso dpo tietosuojavastaav* tsv data_protection_officer*",
        title: Message::LocalDpoTitle,
        role: Message::LocalDpoRole,
        lines: &[
            ("dpo.name", Line::Name),
            ("dpo.phone", Line::Phone),
            ("dpo.email", Line::Email),
            ("dpo.deputy", Line::Deputy),
        ],
    },
    Subject {
        words: "informationssäkerhetsansvarig* datasäkerhetsansvarig* säkerhetsansvarig* tietoturvavastaav* \
            tietoturvapäällik* tvv information_security_officer* security_officer* ciso",
        title: Message::LocalInfosecTitle,
        role: Message::LocalInfosecRole,
        lines: &[("infosec.contact", Line::Contact)],
    },
    Subject {
        words: "helpdesk* it_stöd* itstöd* it_support* itsupport* it_tuki it_tuen it_tukeen ituki ituen tietohallinto tietohallinnon tietohallintoon \
            mikrotuki mikrotuen help_desk* service_desk*",
        title: Message::LocalHelpdeskTitle,
        role: Message::LocalHelpdeskRole,
        lines: &[
            ("helpdesk.phone", Line::Phone),
            ("helpdesk.hours", Line::Hours),
            ("oncall.phone", Line::Oncall),
        ],
    },
    Subject {
        words: "registratur* registrator* kirjaamo* registry",
        title: Message::LocalRegistryTitle,
        role: Message::LocalRegistryRole,
        lines: &[
            ("registry.email", Line::Email),
            ("registry.address", Line::Address),
            ("secure_mail.url", Line::Link),
        ],
    },
    Subject {
        words: "välfärdsområde* hyvinvointialue* wellbeing_services_county wellbeing_county",
        title: Message::LocalCountyTitle,
        role: Message::LocalCountyRole,
        lines: &[("wellbeing_county.name", Line::Name), ("wellbeing_county.records_request.url", Line::Link)],
    },
];

/// The contact that a question asks for, if it asks for one.
pub(super) fn contact(text: &str, cues: &Cues, language: Language, world: &World<'_>) -> Option<Reply> {
    let content = world.snapshot.content_words(language, text);
    let all = SUBJECTS.iter().map(|subject| subject.words).collect::<Vec<_>>().join(" ");
    let subject = SUBJECTS.iter().find(|subject| cues.asks_for_contact(subject.words, &all, &content))?;
    let say = |message: &Message<'_>| world.say(language, message);
    let mut lines: Vec<String> = Vec::new();
    for (key, line) in subject.lines {
        if let Some(value) = world.organisation.get(key, language) {
            lines.push(say(&match line {
                Line::Name => Message::LocalName { value },
                Line::Phone => Message::LocalPhone { value },
                Line::Email => Message::LocalEmail { value },
                Line::Deputy => Message::LocalDeputy { value },
                Line::Hours => Message::LocalHours { value },
                Line::Address => Message::LocalAddress { value },
                Line::Contact => Message::LocalContact { value },
                Line::Oncall => Message::LocalOncall { value },
                Line::Link => Message::LocalLink { value },
            }));
        }
    }
    let answer =
        if lines.is_empty() { Prose::paragraph(say(&Message::LocalMissing)) } else { Prose::bullets(lines) };
    let mut reply = Reply::new(ReplyKind::Answer, language, answer);
    reply.title = Some(say(&subject.title));
    reply.review.push(say(&subject.role));
    reply.topic = Some(TopicId::local());
    reply.topics = vec![TopicId::local()];
    reply.confidence = 1.0;
    Some(reply)
}

/// Whom to call when something is wrong now, if the municipality has said so.
pub(super) fn whom_to_call(language: Language, world: &World<'_>) -> Option<String> {
    let value = |key| world.organisation.get(key, language);
    let contact =
        value("helpdesk.phone").or_else(|| value("oncall.phone")).or_else(|| value("infosec.contact"))?;
    Some(world.say(language, &Message::EmergencyContact { contact }))
}

/// Whom to ask when the desk does not know.
pub(super) fn whom_to_ask(language: Language, world: &World<'_>) -> String {
    let value = |key| world.organisation.get(key, language);
    let contact = value("helpdesk.phone").or_else(|| value("registry.email"));
    world.say(
        language,
        &match contact {
            Some(contact) => Message::NoAnswerContact { contact },
            None => Message::NoAnswerNoContact,
        },
    )
}
