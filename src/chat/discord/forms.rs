//! Forms: for another question, and for what a host says of one date.

use serenity::all::{
    ActionRowComponent, CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal,
    InputTextStyle, ModalInteractionData,
};

use super::asker::Turn;
use super::commands::Adapter;
use super::custom_id::{DateForm, Form, Modal};
use super::layout::Start;
use super::limits;
use super::visibility::Wish;
use crate::domain::session::{DateRef, Details, SessionRequest};
use crate::domain::{Language, Request};
use crate::l10n::Message;

/// A field of a form.
struct Field {
    id: &'static str,
    label: Message<'static>,
    hint: Message<'static>,
    style: InputTextStyle,
    longest: u16,
    need: Need,
}

/// Whether a field must be filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Required,
    Optional,
}

const QUESTION: &str = "question";
const WHEN: &str = "when";
const TOPIC: &str = "topic";
const SPEAKER: &str = "speaker";
const LINK: &str = "link";
const NOTE: &str = "note";
const RECAP: &str = "recap";

impl Form {
    fn title(&self) -> Message<'static> {
        match self {
            Self::Question => Message::FormTitle,
            Self::Date(DateForm::Move, _) => Message::FormMoveTitle,
            Self::Date(DateForm::Set, _) => Message::FormSetTitle,
            Self::Date(DateForm::Recap, _) => Message::FormRecapTitle,
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
        }
    }

    /// What is asked by sending the form; `None` when a field that it needs is not there.
    fn request(self, value: impl Fn(&str) -> Option<String>) -> Option<Request> {
        let filled = |id: &str| value(id).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(match self {
            Self::Question => Request::Question(value(QUESTION)?),
            Self::Date(form, date) => Request::Session(about_date(form, date, filled)?),
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

impl Adapter {
    /// Opens a form.
    pub(super) async fn open_form(&self, turn: &Turn, form: Form, language: Option<Language>) {
        let words = language.or(turn.locale).unwrap_or(self.fallback);
        let say = |message: &Message<'_>| self.say(words, message);
        let rows = form.fields().into_iter().map(|field| {
            let input = CreateInputText::new(field.style, say(&field.label), field.id)
                .placeholder(say(&field.hint))
                .max_length(field.longest)
                .required(field.need == Need::Required);
            CreateActionRow::InputText(input)
        });
        let (title, rows) = (say(&form.title()), rows.collect());
        let Some(id) = (Modal { form, language }).to_id() else {
            self.tell(turn, &Message::UnknownTopic).await;
            return;
        };
        let modal = CreateModal::new(id, title).components(rows);
        self.responder.first(turn, CreateInteractionResponse::Modal(modal)).await;
    }

    /// Answers what a form asks, to the one who sent it.
    pub(super) async fn form(&self, turn: &Turn, data: &ModalInteractionData) {
        let value = |id: &str| {
            let mut fields = data.components.iter().flat_map(|row| &row.components);
            fields.find_map(|component| match component {
                ActionRowComponent::InputText(field) if field.custom_id == id => field.value.clone(),
                _ => None,
            })
        };
        let modal = Modal::parse(&data.custom_id);
        let asked = modal.and_then(|modal| Some((modal.form.request(value)?, modal.language)));
        let Some((request, language)) = asked else {
            self.tell(turn, &Message::UnknownTopic).await;
            return;
        };
        self.answer(turn, request, language, Start::Beginning, Wish::Private).await;
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
