//! Discord's limits, and cutting text to them at a sentence.
//!
//! Lengths count Unicode scalar values, which is never less than what Discord counts for text in Latin script
//! (<https://discord.com/developers/docs/resources/message#embed-object-embed-limits>).

/// Title of an embed.
pub(super) const TITLE: usize = 256;
/// Value of a field.
pub(super) const FIELD: usize = 1024;
/// What stands on one page of an embed: two screens of a phone; Discord would take 4,096.
pub(super) const PAGE: usize = 1800;
/// A paragraph or list item longer than this is cut into several.
pub(super) const BLOCK: usize = 900;
/// Footer; Discord would take 2,048.
pub(super) const FOOTER: usize = 700;
/// Label of a button.
pub(super) const LABEL: usize = 80;
/// Title of a form, or label of a field of it.
pub(super) const FIELD_LABEL: usize = 45;
/// Example in an empty field of a form.
pub(super) const PLACEHOLDER: usize = 100;
/// Name or value of a choice of completion.
pub(super) const SUGGESTION: usize = 100;
/// How many choices a completion may show.
pub(super) const SUGGESTIONS: usize = 25;
/// Buttons in one row.
pub(super) const ROW: usize = 5;
/// Rows of buttons; Discord would take 5, a phone shows 3 without scrolling.
pub(super) const ROWS: usize = 3;
/// A question typed into a command or a form.
pub(super) const QUESTION: u16 = 1000;
/// A day and time typed into a form.
pub(super) const WHEN: u16 = 100;
/// A topic or a name typed into a form.
pub(super) const DETAIL: u16 = 200;
/// An address typed into a form; meeting links are long.
pub(super) const ADDRESS: u16 = 500;
/// A few lines typed into a form.
pub(super) const NOTE: u16 = 700;

/// All text of the embeds of one message together.
const EMBEDS: usize = 6000;
const _: () = assert!(TITLE + 2 * PAGE + FIELD + TITLE + FOOTER <= EMBEDS, "a page always fits");

/// How long a text is, in the units of the limits.
pub(super) fn length(text: &str) -> usize {
    text.chars().count()
}

/// The text, with `…` in place of what is over `limit`.
pub(super) fn shortened(text: &str, limit: usize) -> String {
    if length(text) <= limit {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(limit.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// The text in parts of at most `limit`, cut after a sentence, else after a word, else anywhere.
pub(super) fn parts(text: &str, limit: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while length(rest) > limit {
        let end = rest.char_indices().nth(limit).map_or(rest.len(), |(place, _)| place);
        let (window, _) = rest.split_at(end);
        let sentence = window.rmatch_indices(['.', '!', '?', '\n']).find_map(|(place, mark)| {
            let after = place + mark.len();
            let ends = rest.get(after..).is_none_or(|rest| rest.starts_with(char::is_whitespace));
            ends.then_some(after)
        });
        let word = window.rfind(char::is_whitespace).filter(|place| *place > 0);
        let cut = sentence.or(word).unwrap_or(end);
        let (part, following) = rest.split_at(cut);
        parts.push(part.trim_end().to_owned());
        rest = following.trim_start();
    }
    if !rest.is_empty() {
        parts.push(rest.to_owned());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_is_cut_at_a_sentence() {
        assert_eq!(parts("One two. Three four. Five.", 20), ["One two. Three four.", "Five."]);
        assert_eq!(parts("One two. Three four. Five.", 19), ["One two.", "Three four. Five."]);
        assert_eq!(parts("version 1.5 of the text", 12), ["version 1.5", "of the text"]);
        assert_eq!(parts("åäöåäö", 4), ["åäöå", "äö"]);
        assert!(parts("  ", 4).is_empty());
        assert_eq!(shortened("åäöåäö", 4), "åäö…");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_long(text in "\\PC{0,400}", limit in 1usize..80) {
            let parts = parts(&text, limit);
            prop_assert!(parts.iter().all(|part| length(part) <= limit));
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&parts.concat()), bare(&text));
            prop_assert!(length(&shortened(&text, limit)) <= limit);
        }
    }
}
