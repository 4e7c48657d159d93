//! Forms: for another question, and for what a host says of one date.

use serenity::all::{
    ActionRowComponent, CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal,
    InputTextStyle, ModalInteractionData,
};
use tokio::time::Instant;

use super::announce::Announcing;
use super::asker::Turn;
use super::commands::Adapter;
use super::custom_id::{Button, Choice, DateForm, Form, Modal};
use super::kept_forms::Typed;
use super::layout::Start;
use super::limits::{self, shortened};
use super::visibility::Wish;
use crate::domain::session::{DateRef, Details, SessionRequest};
use crate::domain::{Language, Reply, ReplyKind, Request};
use crate::l10n::Message;

/// A field of a form.
pub(super) struct Field {
    pub(super) id: &'static str,
    pub(super) label: Message<'static>,
    pub(super) hint: Message<'static>,
    pub(super) style: InputTextStyle,
    pub(super) longest: u16,
    pub(super) need: Need,
}

/// Whether a field must be filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    Optional,
}

const QUESTION: &str = "question";
pub(super) const WHEN: &str = "when";
pub(super) const TOPIC: &str = "topic";
const SPEAKER: &str = "speaker";
pub(super) const LINK: &str = "link";
const NOTE: &str = "note";
const RECAP: &str = "recap";

impl Form {
    fn title(&self) -> Message<'static> {
        match self {
            Self::Question => Message::FormTitle,
            Self::Date(DateForm::Move, _) => Message::FormMoveTitle,
            Self::Date(DateForm::Set, _) => Message::FormSetTitle,
            Self::Date(DateForm::Recap, _) => Message::FormRecapTitle,
            Self::Announce(_) => Message::AnnounceTitle,
        }
    }

    fn fields(&self) -> Vec<Field> {
        let required =
            |id, label, hint, style, longest| Field { id, label, hint, style, longest, need: Need::Required };
        let optional = |id, label, style, longest| Field {
            id,
            label,
            hint: Message::FormSetHint,
            style,
            longest,
            need: Need::Optional,
        };
        let (short, long) = (InputTextStyle::Short, InputTextStyle::Paragraph);
        match self {
            Self::Question => {
                vec![required(QUESTION, Message::FormField, Message::FormHint, long, limits::QUESTION)]
            }
            Self::Date(DateForm::Move, _) => {
                vec![required(WHEN, Message::FormMoveField, Message::FormMoveHint, short, limits::WHEN)]
            }
            Self::Date(DateForm::Set, _) => vec![
                optional(TOPIC, Message::FormSetTopic, short, limits::DETAIL),
                optional(SPEAKER, Message::FormSetSpeaker, short, limits::DETAIL),
                optional(LINK, Message::FormSetLink, short, limits::ADDRESS),
                optional(NOTE, Message::FormSetNote, long, limits::NOTE),
            ],
            Self::Date(DateForm::Recap, _) => {
                vec![required(RECAP, Message::FormRecapField, Message::FormRecapHint, long, limits::NOTE)]
            }
            Self::Announce(_) => Announcing::fields(),
        }
    }

    /// The button that opens it.
    fn opened_by(&self) -> Choice {
        match self {
            Self::Question => Choice::AskAgain,
            Self::Date(form, date) => Choice::Form(*form, date.clone()),
            Self::Announce(announcing) => Choice::Announce(announcing.clone()),
        }
    }

    /// What is asked by sending the form; `None` when a field that it needs is not there.
    fn request(self, value: impl Fn(&str) -> Option<String>) -> Option<Request> {
        let filled = |id: &str| value(id).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(match self {
            Self::Question => Request::Question(value(QUESTION)?),
            Self::Date(form, date) => Request::Session(about_date(form, date, filled)?),
            Self::Announce(announcing) => {
                Request::Session(SessionRequest::Announce(announcing.announcement(filled)))
            }
        })
    }
}

fn about_date(
    form: DateForm,
    date: DateRef,
    filled: impl Fn(&str) -> Option<String>,
) -> Option<SessionRequest> {
    Some(match form {
        DateForm::Move => SessionRequest::Move(date, filled(WHEN)?),
        DateForm::Recap => SessionRequest::Recap(date, filled(RECAP)?),
        DateForm::Set => SessionRequest::Set(
            date,
            Details {
                topic: filled(TOPIC),
                speaker: filled(SPEAKER),
                link: filled(LINK),
                note: filled(NOTE),
            },
        ),
    })
}

impl Modal {
    /// The button that leads back to the form from a reply; `None` where nothing is left to be changed in it.
    pub(super) fn way_back(&self, reply: &Reply) -> Option<Button> {
        let has_more_to_say = match self.form {
            // It is asked anew by another button.
            Form::Question => false,
            Form::Date(..) => reply.kind == ReplyKind::NoAnswer,
            // Also from the dates that are shown before they are saved.
            Form::Announce(_) => true,
        };
        has_more_to_say.then(|| Button { choice: self.form.opened_by(), language: self.language })
    }
}

impl Adapter {
    /// Opens a form, with what the asker typed into it in the last minutes and what could not be read then.
    pub(super) async fn open_form(&self, turn: &Turn, form: Form, language: Option<Language>) {
        let words = language.or(turn.locale).unwrap_or(self.fallback);
        let say = |message: &Message<'_>| self.say(words, message);
        let person = turn.asker.person();
        let typed = person.and_then(|person| self.kept_forms.typed(person, &form, Instant::now()));
        let typed = typed.unwrap_or_default();
        let rows = form.fields().into_iter().map(|field| {
            let label = shortened(&say(&field.label), limits::FIELD_LABEL);
            let mut input = CreateInputText::new(field.style, label, field.id)
                .placeholder(shortened(&say(&field.hint), limits::PLACEHOLDER))
                .max_length(field.longest)
                .required(field.need == Need::Required);
            if let Some(typed) = typed.of(field.id) {
                input = input.value(typed);
            }
            CreateActionRow::InputText(input)
        });
        let (title, rows) = (shortened(&say(&form.title()), limits::FIELD_LABEL), rows.collect());
        let Some(id) = (Modal { form, language }).to_id() else {
            self.tell(turn, &Message::UnknownTopic).await;
            return;
        };
        let modal = CreateModal::new(id, title).components(rows);
        self.responder.first(turn, CreateInteractionResponse::Modal(modal)).await;
    }

    /// Answers what a form asks, to the one who sent it. What a host typed is kept until it is of no more use.
    pub(super) async fn form(&self, turn: &Turn, data: &ModalInteractionData) {
        let value = |id: &str| {
            let mut fields = data.components.iter().flat_map(|row| &row.components);
            fields.find_map(|component| match component {
                ActionRowComponent::InputText(field) if field.custom_id == id => field.value.clone(),
                _ => None,
            })
        };
        let modal = Modal::parse(&data.custom_id);
        let asked = modal.and_then(|modal| Some((modal.form.clone().request(value)?, modal)));
        let Some((request, modal)) = asked else {
            self.tell(turn, &Message::UnknownTopic).await;
            return;
        };
        let person = turn.asker.person().filter(|_| modal.form != Form::Question);
        if let Some(person) = person {
            let fields = modal.form.fields().into_iter();
            let typed = Typed(fields.filter_map(|field| Some((field.id, value(field.id)?))).collect());
            if typed.may_be_kept() {
                self.kept_forms.keep(person, &modal.form, typed, Instant::now());
            } else {
                self.kept_forms.forget(person);
            }
        }
        let replying = async {
            let reply = self.reply(request, modal.language, turn.locale, &turn.asker).await;
            if let Some(person) = person.filter(|_| modal.way_back(&reply).is_none()) {
                self.kept_forms.forget(person);
            }
            reply
        };
        self.deliver(turn, replying, Start::Beginning, Wish::Private, Some(&modal)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::SeriesId;

    #[test]
    fn a_sent_form_is_read_as_what_it_asks() {
        let date = || DateRef::of(SeriesId(1), jiff::civil::date(2026, 12, 17).at(9, 0, 0, 0));
        let typed = |fields: &'static [(&str, &str)]| {
            move |id: &str| fields.iter().find(|(known, _)| *known == id).map(|(_, text)| (*text).to_owned())
        };
        let of = |form, fields| Form::Date(form, date()).request(typed(fields));
        assert_eq!(
            of(DateForm::Move, &[(WHEN, " 18.12. kl. 10 ")]),
            Some(Request::Session(SessionRequest::Move(date(), "18.12. kl. 10".into())))
        );
        assert_eq!(of(DateForm::Move, &[(WHEN, "  ")]), None);
        assert_eq!(
            of(DateForm::Set, &[(TOPIC, "NIS2"), (SPEAKER, ""), (LINK, "-")]),
            Some(Request::Session(SessionRequest::Set(
                date(),
                Details { topic: Some("NIS2".into()), link: Some("-".into()), ..Details::default() }
            )))
        );
        assert_eq!(
            of(DateForm::Recap, &[(RECAP, "a\nb\nc")]),
            Some(Request::Session(SessionRequest::Recap(date(), "a\nb\nc".into())))
        );
        assert_eq!(Form::Question.request(typed(&[(QUESTION, "x")])), Some(Request::Question("x".into())));
    }
}
