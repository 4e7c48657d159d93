//! What a line that was typed asks of the console.

use super::session::{self, Asked};

/// What a line asks of the console.
pub(super) enum Line<'a> {
    Nothing,
    Leave,
    Help,
    Reload,
    Language(&'a str),
    Explain(&'a str),
    Session(Asked<'a>),
    Choice(usize),
    Unknown(&'a str),
    Question(&'a str),
}

/// Reads a line.
pub(super) fn read(line: &str) -> Line<'_> {
    let line = line.trim();
    if line.is_empty() {
        return Line::Nothing;
    }
    if let Ok(number) = line.parse::<usize>()
        && line.len() <= 2
    {
        return Line::Choice(number);
    }
    if matches!(line, "quit" | "exit") {
        return Line::Leave;
    }
    if !line.starts_with('/') {
        return Line::Question(line);
    }
    let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    match command {
        "/help" | "/?" => Line::Help,
        "/quit" | "/exit" | "/q" => Line::Leave,
        "/reload" => Line::Reload,
        "/lang" => Line::Language(rest),
        "/explain" => Line::Explain(rest),
        "/session" | "/sessions" | "/träffar" | "/tapaamiset" => Line::Session(session::read(rest)),
        _ => Line::Unknown(command),
    }
}
