//! Text with a little form: paragraphs, lists, emphasis and placeholders.
//!
//! Articles and replies carry this instead of Markdown, so that every platform lays it out by its own rules
//! and nothing that an editor or a person typed is ever read as markup by mistake.

/// How a piece of text stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As the rest.
    Plain,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
}

/// A run of text inside a paragraph or a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words in one style.
    Text(String, Style),
    /// What only the municipality knows: a key of its settings, and the words to show while it is unset.
    Placeholder {
        /// A key of [`crate::domain::organisation::KEYS`].
        key: String,
        /// Shown while the key is unset.
        words: String,
    },
}

impl Span {
    /// Words without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text(text.into(), Style::Plain)
    }

    /// The words alone.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(text, _) => text,
            Self::Placeholder { words, .. } => words,
        }
    }
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// One paragraph.
    Paragraph(Vec<Span>),
    /// Items with bullets.
    Bullets(Vec<Vec<Span>>),
    /// Items numbered from 1.
    Numbered(Vec<Vec<Span>>),
}

/// A text of several blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(pub Vec<Block>);

impl Prose {
    /// One paragraph of plain words.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self(vec![Block::Paragraph(vec![Span::plain(text)])])
    }

    /// A list with bullets of plain words.
    pub fn bullets(items: impl IntoIterator<Item = String>) -> Self {
        Self(vec![Block::Bullets(items.into_iter().map(|item| vec![Span::plain(item)]).collect())])
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same text with every placeholder replaced by its value, or by its words where there is none.
    #[must_use]
    pub fn filled(&self, value: impl Fn(&str) -> Option<String>) -> Self {
        let fill = |spans: &Vec<Span>| {
            spans
                .iter()
                .map(|span| match span {
                    Span::Text(..) => span.clone(),
                    Span::Placeholder { key, words } => {
                        Span::plain(value(key).unwrap_or_else(|| words.clone()))
                    }
                })
                .collect::<Vec<_>>()
        };
        Self(
            self.0
                .iter()
                .map(|block| match block {
                    Block::Paragraph(spans) => Block::Paragraph(fill(spans)),
                    Block::Bullets(items) => Block::Bullets(items.iter().map(fill).collect()),
                    Block::Numbered(items) => Block::Numbered(items.iter().map(fill).collect()),
                })
                .collect(),
        )
    }

    /// The words of each paragraph and each list item.
    pub fn paragraphs(&self) -> Vec<String> {
        let words = |spans: &Vec<Span>| spans.iter().map(Span::words).collect::<String>();
        let paragraphs = self.0.iter().flat_map(|block| match block {
            Block::Paragraph(spans) => vec![words(spans)],
            Block::Bullets(items) | Block::Numbered(items) => items.iter().map(words).collect(),
        });
        paragraphs.collect()
    }

    /// The words alone: one line for each paragraph and list item, lists marked with `-` or their number.
    pub fn to_plain_text(&self) -> String {
        let line = |spans: &[Span]| spans.iter().map(Span::words).collect::<String>();
        let mut lines = Vec::new();
        for block in &self.0 {
            match block {
                Block::Paragraph(spans) => lines.push(line(spans)),
                Block::Bullets(items) => lines.extend(items.iter().map(|item| format!("- {}", line(item)))),
                Block::Numbered(items) => {
                    lines.extend(
                        items.iter().zip(1..).map(|(item, number)| format!("{number}. {}", line(item))),
                    );
                }
            }
        }
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_take_their_value_or_their_words() {
        let prose = Prose(vec![
            Block::Paragraph(vec![
                Span::plain("Tell "),
                Span::Placeholder { key: "dpo.email".into(), words: "your officer".into() },
                Span::plain(" now."),
            ]),
            Block::Numbered(vec![
                vec![Span::Text("Stop.".into(), Style::Strong)],
                vec![Span::plain("Wait.")],
            ]),
        ]);
        assert_eq!(prose.filled(|_| None).to_plain_text(), "Tell your officer now.\n1. Stop.\n2. Wait.");
        assert_eq!(
            prose.filled(|key| Some(format!("<{key}>"))).to_plain_text(),
            "Tell <dpo.email> now.\n1. Stop.\n2. Wait."
        );
    }
}
