//! Words as Discord's Markdown, with everything escaped that would be read as markup or as a mention.

use crate::domain::{Block, Prose, Span, Style};

/// Characters that mean something to Discord, and are shown as themselves after a backslash.
const MARKUP: [char; 12] = ['\\', '*', '_', '~', '`', '|', '>', '#', '<', '[', ']', '@'];

/// Plain words, shown as they stand. Addresses stay whole, so that they can be opened.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, word) in text.split_inclusive(char::is_whitespace).enumerate() {
        if is_address(word) {
            out.push_str(word);
            continue;
        }
        // A dash at the beginning of a text would make a list of it.
        if place == 0 && word.starts_with('-') {
            out.push('\\');
        }
        for c in word.chars() {
            if MARKUP.contains(&c) {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// A whole address and nothing that could end or hide it.
fn is_address(word: &str) -> bool {
    let address = word.trim_end();
    address.starts_with("https://") && !address.contains(['<', '>', '(', ')', '[', ']', '`', '|', '*', '\\'])
}

/// Bold words.
pub(super) fn bold(text: &str) -> String {
    format!("**{}**", escaped(text.trim()))
}

/// A link with words of its own.
pub(super) fn link(words: &str, address: &str) -> String {
    let address = address.replace(' ', "%20").replace('(', "%28").replace(')', "%29");
    format!("[{}]({address})", escaped(words))
}

/// Paragraphs and list items, each a piece by itself.
pub(super) fn pieces(prose: &Prose) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in &prose.0 {
        match block {
            Block::Paragraph(spans) => pieces.push(Piece::Paragraph(line(spans))),
            Block::Bullets(items) => {
                pieces.extend(items.iter().map(|item| Piece::Item(format!("- {}", line(item)))));
            }
            Block::Numbered(items) => pieces.extend(
                items.iter().zip(1..).map(|(item, number)| Piece::Item(format!("{number}. {}", line(item)))),
            ),
        }
    }
    pieces
}

/// A part of a text that is never cut unless it is too long by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Set apart from what comes before.
    Paragraph(String),
    /// On the line after what comes before.
    Item(String),
}

impl Piece {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Paragraph(text) | Self::Item(text) => text,
        }
    }
}

fn line(spans: &[Span]) -> String {
    let mut out = String::new();
    for span in spans {
        let words = span.words();
        let (mark, words) = match span {
            Span::Text(_, Style::Strong) => ("**", words),
            Span::Text(_, Style::Emphasis) => ("*", words),
            Span::Text(_, Style::Plain) | Span::Placeholder { .. } => ("", words),
        };
        let inner = words.trim();
        if mark.is_empty() || inner.is_empty() {
            out.push_str(&escaped(words));
            continue;
        }
        // Markup with a space at its edge is not read as markup.
        let before = words.len() - words.trim_start().len();
        let after = words.len() - words.trim_end().len();
        out.push_str(words.get(..before).unwrap_or(""));
        for part in [mark, &escaped(inner), mark] {
            out.push_str(part);
        }
        out.push_str(words.get(words.len() - after..).unwrap_or(""));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_person_typed_becomes_markup_or_a_mention() {
        assert_eq!(escaped("*a* <@1> @everyone #x"), "\\*a\\* \\<\\@1\\> \\@everyone \\#x");
        assert_eq!(escaped("- not a list"), "\\- not a list");
        assert_eq!(escaped("see https://example.org/a_b now"), "see https://example.org/a_b now");
        assert_eq!(escaped("https://example.org/](x)"), "https://example.org/\\](x)");
        assert_eq!(
            link("A [b]", "https://example.org/a (b)"),
            "[A \\[b\\]](https://example.org/a%20%28b%29)"
        );
    }

    #[test]
    fn emphasis_hugs_its_words() {
        let spans =
            [Span::plain("Tell "), Span::Text("them now. ".into(), Style::Strong), Span::plain("Go.")];
        assert_eq!(line(&spans), "Tell **them now.** Go.");
    }
}
