//! What a button carries: everything that is needed to answer it, so that it works after a restart and a reload.
//!
//! A `custom_id` holds 1 to 100 characters (<https://discord.com/developers/docs/components/reference#button>). It
//! never holds anything that a person typed. It may end with the stamp of the message, by which the message is found again.

use super::announce::Announcing;
use super::session_code;
use crate::domain::article::SectionId;
use crate::domain::delivery::Stamp;
use crate::domain::session::{DateRef, Details, SessionRequest};
use crate::domain::{Language, Request, TopicId};

/// Begins every id of this form. Another form gets another mark, and old buttons are still understood or kindly
/// refused.
const FORM: &str = "l1";
/// The longest id, in characters.
const MAX_CHARS: usize = 100;
/// Stands before the stamp.
const STAMP: char = '#';

/// A button under a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it does.
    pub choice: Choice,
    /// The language to answer in; `None` for the language of the one who presses it.
    pub language: Option<Language>,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Answers a request to the one who presses.
    Answer(Request),
    /// Shows the rest of a reply, from a place in it on.
    More(Request, usize),
    /// Shows the reply in the channel.
    Share(Request),
    /// Opens a form for another question.
    AskAgain,
    /// Opens a form about one date of a series.
    Form(DateForm, DateRef),
    /// Opens the form for new sessions.
    Announce(Announcing),
}

/// What a form about one date asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// Another day or time.
    Move,
    /// What it is about, who speaks, where to join, and anything else.
    Set,
    /// Three lines after it.
    Recap,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modal {
    /// What it asks for.
    pub form: Form,
    /// The language to answer in; `None` for the language of the one who sends it.
    pub language: Option<Language>,
}

/// What a form asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A question.
    Question,
    /// Something about one date of a series.
    Date(DateForm, DateRef),
    /// New sessions.
    Announce(Announcing),
}

impl Choice {
    /// The button of something that is asked: what still lacks its words opens a form.
    pub fn of(request: &Request) -> Self {
        match request {
            Request::Session(SessionRequest::Move(date, text)) if text.is_empty() => {
                Self::Form(DateForm::Move, date.clone())
            }
            Request::Session(SessionRequest::Set(date, details)) if *details == Details::default() => {
                Self::Form(DateForm::Set, date.clone())
            }
            Request::Session(SessionRequest::Recap(date, text)) if text.is_empty() => {
                Self::Form(DateForm::Recap, date.clone())
            }
            Request::Session(SessionRequest::Announce(announcement)) => {
                Announcing::of(announcement).map_or_else(|| Self::Answer(request.clone()), Self::Announce)
            }
            other => Self::Answer(other.clone()),
        }
    }
}

impl Form {
    /// Whether a form about a date can be made: the date is named by ids alone.
    pub(super) fn can_carry(date: &DateRef) -> bool {
        session_code::write_date(date).is_some()
    }
}

impl DateForm {
    const ALL: [Self; 3] = [Self::Move, Self::Set, Self::Recap];

    const fn letter(self) -> &'static str {
        match self {
            Self::Move => "m",
            Self::Set => "t",
            Self::Recap => "r",
        }
    }

    fn write(self, date: &DateRef) -> Option<String> {
        Some(format!("o.{}.{}", self.letter(), session_code::write_date(date)?))
    }

    fn read(text: &str) -> Option<(Self, DateRef)> {
        let (letter, date) = text.strip_prefix("o.")?.split_once('.')?;
        let form = Self::ALL.into_iter().find(|form| form.letter() == letter)?;
        let (series, date) = date.split_once('.')?;
        Some((form, session_code::read_date(series, date)?))
    }
}

impl Button {
    /// The id; `None` when the request holds words of a person or is too long for one.
    pub fn to_id(&self) -> Option<String> {
        let language = self.language.map_or("-", Language::code);
        let rest = match &self.choice {
            Choice::Answer(request) => format!("a:{}", write(request)?),
            Choice::More(request, from) => format!("m:{from}:{}", write(request)?),
            Choice::Share(request) => format!("s:{}", write(request)?),
            Choice::AskAgain => "q".to_owned(),
            Choice::Form(form, date) => format!("f:{}", form.write(date)?),
            Choice::Announce(announcing) => format!("n:{}", announcing.write()),
        };
        let id = format!("{FORM}:{language}:{rest}");
        (id.len() <= MAX_CHARS).then_some(id)
    }

    /// The button of an id; `None` when it is of another form or time.
    pub fn parse(id: &str) -> Option<Self> {
        let (language, rest) = form(id)?;
        let choice = match rest.split_once(':') {
            None if rest == "q" => Choice::AskAgain,
            Some(("a", request)) => Choice::Answer(read(request)?),
            Some(("s", request)) => Choice::Share(read(request)?),
            Some(("n", announcing)) => Choice::Announce(Announcing::read(announcing)?),
            Some(("f", rest)) => {
                let (form, date) = DateForm::read(rest)?;
                Choice::Form(form, date)
            }
            Some(("m", rest)) => {
                let (from, request) = rest.split_once(':')?;
                Choice::More(read(request)?, from.parse().ok()?)
            }
            _ => return None,
        };
        Some(Self { choice, language })
    }
}

impl Modal {
    /// The id of the form; `None` when it would hold words of a person, or is too long.
    pub fn to_id(&self) -> Option<String> {
        let language = self.language.map_or("-", Language::code);
        Some(match &self.form {
            Form::Question => format!("{FORM}:{language}:form"),
            Form::Date(form, date) => format!("{FORM}:{language}:form:{}", form.write(date)?),
            Form::Announce(announcing) => {
                let id = format!("{FORM}:{language}:form:n:{}", announcing.write());
                return (id.len() <= MAX_CHARS).then_some(id);
            }
        })
    }

    /// The form of an id.
    pub fn parse(id: &str) -> Option<Self> {
        let (language, rest) = form(id)?;
        let form = match rest.strip_prefix("form")? {
            "" => Form::Question,
            rest => {
                if let Some(announcing) = rest.strip_prefix(":n:") {
                    Form::Announce(Announcing::read(announcing)?)
                } else {
                    let (form, date) = DateForm::read(rest.strip_prefix(':')?)?;
                    Form::Date(form, date)
                }
            }
        };
        Some(Self { form, language })
    }
}

/// The id with a stamp at its end. Where both have no room, the language makes room; where that is not enough, the id stays
/// without a stamp.
pub(super) fn stamped(id: &str, stamp: &Stamp) -> String {
    let with_stamp = |id: &str| format!("{id}{STAMP}{}", stamp.as_str());
    let fits = |id: &String| id.len() <= MAX_CHARS;
    let without_language = || {
        let (_, rest) = id.strip_prefix(FORM)?.strip_prefix(':')?.split_once(':')?;
        Some(format!("{FORM}:-:{rest}"))
    };
    Some(with_stamp(id))
        .filter(fits)
        .or_else(|| without_language().map(|id| with_stamp(&id)).filter(fits))
        .unwrap_or_else(|| id.to_owned())
}

/// The stamp at the end of an id.
pub(super) fn stamp_of(id: &str) -> Option<Stamp> {
    Stamp::parse(id.rsplit_once(STAMP)?.1)
}

fn form(id: &str) -> Option<(Option<Language>, &str)> {
    let id = match id.rsplit_once(STAMP) {
        Some((id, stamp)) if Stamp::parse(stamp).is_some() => id,
        _ => id,
    };
    let (language, rest) = id.strip_prefix(FORM)?.strip_prefix(':')?.split_once(':')?;
    let language = if language == "-" { None } else { Some(language.parse().ok()?) };
    Some((language, rest))
}

fn write(request: &Request) -> Option<String> {
    Some(match request {
        Request::Topic(topic) => format!("t.{topic}"),
        Request::TopicFrom(topic, section) => format!("f.{topic}.{section}"),
        Request::Expert(topic) => format!("e.{topic}"),
        Request::CompareTopics(one, other) => format!("c.{one}.{other}"),
        Request::Help => "h".to_owned(),
        Request::Session(request) => session_code::write(request)?,
        Request::Question(_) | Request::Term(_) | Request::Compare(..) | Request::Explain(_) => return None,
    })
}

fn read(text: &str) -> Option<Request> {
    let mut parts = text.split('.');
    let kind = parts.next()?;
    if matches!(kind, "n" | "s" | "o") {
        return session_code::read(text).map(Request::Session);
    }
    let mut topic = || parts.next().and_then(TopicId::parse);
    let request = match kind {
        "t" => Request::Topic(topic()?),
        "e" => Request::Expert(topic()?),
        "c" => Request::CompareTopics(topic()?, topic()?),
        "f" => Request::TopicFrom(topic()?, SectionId::parse(parts.next()?)?),
        "h" => Request::Help,
        _ => return None,
    };
    parts.next().is_none().then_some(request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::SeriesId;
    use proptest::prelude::*;

    fn date(series: i64) -> DateRef {
        DateRef::of(SeriesId(series), jiff::civil::date(2026, 12, 17).at(9, 0, 0, 0))
    }

    fn stamp() -> Stamp {
        Stamp::parse("0123456789abcdef01234567").unwrap()
    }

    fn topic(text: &str) -> TopicId {
        TopicId::parse(text).unwrap()
    }

    fn announcing() -> Announcing {
        Announcing {
            network: topic("net-kaffe-med-uffe"),
            channel: Some(serenity::all::ChannelId::new(u64::MAX)),
        }
    }

    fn requests() -> Vec<Request> {
        let longest = "a-topic-with-a-name-as-long-as-any-here";
        let mut requests = vec![
            Request::Topic(topic("cyber-security")),
            Request::TopicFrom(topic(longest), SectionId::NotCovered),
            Request::Expert(topic("proc-own-data")),
            Request::CompareTopics(topic(longest), topic(longest)),
            Request::Help,
        ];
        let of_sessions = session_code::tests::carried(SeriesId(i64::MIN), &date(i64::MIN));
        requests.extend(of_sessions.into_iter().map(Request::Session));
        requests
    }

    #[test]
    fn a_button_is_read_back_as_it_was_made() {
        for request in requests() {
            for language in [None, Some(Language::Finnish)] {
                for choice in [
                    Choice::Answer(request.clone()),
                    Choice::More(request.clone(), 17),
                    Choice::Share(request.clone()),
                    Choice::AskAgain,
                    Choice::Form(DateForm::Move, date(-7)),
                    Choice::Announce(announcing()),
                ] {
                    let button = Button { choice, language };
                    let id = button.to_id().unwrap();
                    assert_eq!(Button::parse(&id), Some(button), "{id}");
                }
            }
        }
    }

    #[test]
    fn a_form_is_read_back_as_it_was_made() {
        let forms = DateForm::ALL.map(|form| Form::Date(form, date(123_456)));
        for form in forms.into_iter().chain([Form::Question, Form::Announce(announcing())]) {
            let modal = Modal { form, language: Some(Language::Swedish) };
            assert_eq!(Modal::parse(&modal.to_id().unwrap()), Some(modal));
        }
        let spoken = DateRef { series: SeriesId(1).into(), date: "17.12.".into() };
        assert_eq!(Modal { form: Form::Date(DateForm::Set, spoken), language: None }.to_id(), None);
    }

    #[test]
    fn what_still_lacks_its_words_opens_a_form() {
        let of = |request| Choice::of(&Request::Session(request));
        let date = date(1);
        assert_eq!(
            of(SessionRequest::Move(date.clone(), String::new())),
            Choice::Form(DateForm::Move, date.clone())
        );
        assert_eq!(
            of(SessionRequest::Set(date.clone(), Details::default())),
            Choice::Form(DateForm::Set, date.clone())
        );
        assert_eq!(
            of(SessionRequest::Recap(date.clone(), String::new())),
            Choice::Form(DateForm::Recap, date.clone())
        );
        let spoken = SessionRequest::Move(date, "18.12.".into());
        assert_eq!(Button { choice: of(spoken), language: None }.to_id(), None);
    }

    #[test]
    fn an_id_with_a_stamp_does_the_same_and_names_its_message() {
        for request in requests() {
            for language in [None, Some(Language::Finnish)] {
                let button = Button { choice: Choice::Answer(request.clone()), language };
                let id = stamped(&button.to_id().unwrap(), &stamp());
                assert!(id.len() <= MAX_CHARS, "{id}");
                let read = Button::parse(&id).unwrap();
                assert_eq!(read.choice, button.choice, "{id}");
                assert!(read.language == language || read.language.is_none());
                let is_long = matches!(request, Request::CompareTopics(..));
                assert_eq!(stamp_of(&id), (!is_long).then(stamp), "{id}");
            }
        }
        let unlike = ["l1:-:q", "l1:-:q#0123", "l1:-:q#0123456789ABCDEF01234567"];
        assert_eq!(unlike.map(stamp_of), [None, None, None]);
    }

    #[test]
    fn the_words_of_a_person_never_get_into_a_button() {
        for request in [
            Request::Question("x".into()),
            Request::Term("x".into()),
            Request::Explain("x".into()),
            Request::Compare("x".into(), "y".into()),
        ] {
            assert_eq!(Button { choice: Choice::Answer(request), language: None }.to_id(), None);
        }
    }

    #[test]
    fn the_form_of_ids_is_a_contract_with_old_messages() {
        let button =
            Button { choice: Choice::More(Request::Topic(topic("preparedness")), 3), language: None };
        assert_eq!(button.to_id().as_deref(), Some("l1:-:m:3:t.preparedness"));
        for old in ["", "l0:sv:a:t.x", "l1:de:q", "l1:sv:a:t.", "l1:sv:a:t.x.y", "l1:sv:m:t.x", "fb:up:1"] {
            assert_eq!(Button::parse(old), None, "{old}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(id in "\\PC{0,120}") {
            if let Some(button) = Button::parse(&id) {
                prop_assert!(button.to_id().is_some());
            }
        }
    }
}
