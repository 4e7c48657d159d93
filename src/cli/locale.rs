//! The language of the terminal.

use crate::domain::Language;

/// The language that the environment names, in the order of POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`.
#[allow(clippy::disallowed_methods, reason = "the command line may read the environment")]
pub(super) fn of_the_terminal() -> Option<Language> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Language::from_tag(&value))
}
