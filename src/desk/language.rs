//! In which language to answer: the asker's choice, then the platform's locale, then the question's own language.

use super::World;
use crate::domain::{Language, LanguageHints};
use crate::search::Certainty;

/// The language of a reply, and whether the question may be in another.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReplyLanguage {
    pub(super) language: Language,
    pub(super) basis: Basis,
}

/// What the choice of language rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// The asker or the platform has said it.
    Known,
    /// The question is clearly written in it.
    Detected,
    /// Nothing tells; it is what was used before.
    Fallback,
}

pub(super) fn choose(text: &str, hints: LanguageHints, world: &World<'_>) -> ReplyLanguage {
    if let Some(language) = hints.known() {
        return ReplyLanguage { language, basis: Basis::Known };
    }
    match world.detector.guess(text, |language, stem| world.snapshot.knows(language, stem)) {
        Some(guess) if guess.certainty == Certainty::Sure => {
            ReplyLanguage { language: guess.language, basis: Basis::Detected }
        }
        _ => ReplyLanguage { language: hints.fallback, basis: Basis::Fallback },
    }
}
