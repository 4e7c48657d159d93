//! What a button carries: everything that is needed to answer it, so that it works after a restart and a reload.
//!
//! A `custom_id` holds 1 to 100 characters (<https://discord.com/developers/docs/components/reference#button>). It
//! never holds anything that a person typed.

use crate::domain::article::SectionId;
use crate::domain::{Language, Request, TopicId};

/// Begins every id of this form. Another form gets another mark, and old buttons are still understood or kindly
/// refused.
const FORM: &str = "l1";
/// The longest id, in characters.
const MAX_CHARS: usize = 100;

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
}

/// The form for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modal {
    /// The language to answer in; `None` for the language of the one who sends it.
    pub language: Option<Language>,
}

impl Button {
    /// The id; `None` when the request holds words of a person or is too long for one.
    pub fn to_id(&self) -> Option<String> {
        let rest = match &self.choice {
            Choice::Answer(request) => format!("a:{}", write(request)?),
            Choice::More(request, from) => format!("m:{from}:{}", write(request)?),
            Choice::Share(request) => format!("s:{}", write(request)?),
            Choice::AskAgain => "q".to_owned(),
        };
        written(self.language, &rest)
    }

    /// The button of an id; `None` when it is of another form or time.
    pub fn parse(id: &str) -> Option<Self> {
        let (language, rest) = form(id)?;
        let choice = match rest.split_once(':') {
            None if rest == "q" => Choice::AskAgain,
            Some(("a", request)) => Choice::Answer(read(request)?),
            Some(("s", request)) => Choice::Share(read(request)?),
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
    /// The id of the form.
    pub fn to_id(self) -> String {
        format!("{FORM}:{}:form", self.language.map_or("-", Language::code))
    }

    /// The form of an id.
    pub fn parse(id: &str) -> Option<Self> {
        let (language, rest) = form(id)?;
        (rest == "form").then_some(Self { language })
    }
}

/// The id with a language; `None` when it is too long.
pub(super) fn written(language: Option<Language>, rest: &str) -> Option<String> {
    let id = format!("{FORM}:{}:{rest}", language.map_or("-", Language::code));
    (id.len() <= MAX_CHARS).then_some(id)
}

/// The language of an id, and what it says.
pub(super) fn form(id: &str) -> Option<(Option<Language>, &str)> {
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
        Request::Question(_)
        | Request::Term(_)
        | Request::Compare(..)
        | Request::Explain(_)
        | Request::Session(_) => return None,
    })
}

fn read(text: &str) -> Option<Request> {
    let mut parts = text.split('.');
    let kind = parts.next()?;
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
    use proptest::prelude::*;

    fn topic(text: &str) -> TopicId {
        TopicId::parse(text).unwrap()
    }

    fn requests() -> Vec<Request> {
        let longest = "a-topic-with-a-name-as-long-as-any-here";
        vec![
            Request::Topic(topic("cyber-security")),
            Request::TopicFrom(topic(longest), SectionId::NotCovered),
            Request::Expert(topic("proc-own-data")),
            Request::CompareTopics(topic(longest), topic(longest)),
            Request::Help,
        ]
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
                ] {
                    let button = Button { choice, language };
                    let id = button.to_id().unwrap();
                    assert_eq!(Button::parse(&id), Some(button), "{id}");
                }
            }
        }
        let modal = Modal { language: Some(Language::Swedish) };
        assert_eq!(Modal::parse(&modal.to_id()), Some(modal));
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
