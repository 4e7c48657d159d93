//! What hosts type for others to read: topics, speakers, links, notes.

use super::voice::Voice;
use crate::desk::typed::WhenProblem;
use crate::domain::Reply;
use crate::l10n::Message;

/// The longest line: it must fit in a reminder together with everything else.
const MAX_LINE: usize = 300;
/// Meeting links are long, but none needs more.
const MAX_LINK: usize = 500;

/// One line of text; `None` when there is nothing in it.
pub(super) fn line(voice: Voice<'_>, typed: &str) -> Result<Option<String>, Box<Reply>> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > MAX_LINE {
        return Err(voice.no(&Message::SessionsTooLong { count: MAX_LINE }));
    }
    Ok(Some(line).filter(|line| !line.is_empty()))
}

/// An address that people can open; `None` when nothing was typed.
pub(super) fn link(voice: Voice<'_>, typed: &str) -> Result<Option<String>, Box<Reply>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let address = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let is_sound = address.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace));
    if !is_sound || typed.chars().any(|c| matches!(c, '<' | '>' | '"')) {
        return Err(voice.no(&Message::SessionsLinkUnclear));
    }
    if typed.chars().count() > MAX_LINK {
        return Err(voice.no(&Message::SessionsTooLong { count: MAX_LINK }));
    }
    Ok(Some(typed.to_owned()))
}

/// Why a day or a time was not understood, with an example to follow.
pub(super) fn unclear(voice: Voice<'_>, problem: &WhenProblem) -> Box<Reply> {
    voice.no(&match problem {
        WhenProblem::NoTime => Message::WhenNoTime,
        WhenProblem::NoDay => Message::WhenNoDay,
        WhenProblem::NoSuchDate(piece) | WhenProblem::NoSuchTime(piece) => Message::WhenNoSuch { piece },
        WhenProblem::WrongWeekday { piece, date } => {
            Message::WhenWrongWeekday { piece, day: date.weekday(), date: *date }
        }
        WhenProblem::Past(date) => Message::WhenPast { date: *date },
        WhenProblem::TooFar(date) => Message::WhenTooFar { date: *date },
        WhenProblem::TooOften(_) => Message::WhenTooOften,
        WhenProblem::TooSeldom(_) => Message::WhenTooSeldom,
        WhenProblem::Unknown(piece) => Message::WhenUnknown { piece },
        WhenProblem::Empty
        | WhenProblem::Unclear(_)
        | WhenProblem::Range(_)
        | WhenProblem::Twice(_)
        | WhenProblem::OfWhat(_)
        | WhenProblem::BadRule(_) => Message::WhenUnclear,
    })
}
