//! A reply for the terminal: wrapped, with colours that vanish where they are not wanted.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use textwrap::Options;

use crate::domain::{Block, Prose, Reply, ReplyKind, Span, Style as SpanStyle};
use crate::l10n::Message;

const TITLE: Style = Style::new().bold();
const HEADING: Style = AnsiColor::Cyan.on_default().bold();
const LEAD: Style = Style::new().italic();
const NOTICE: Style = AnsiColor::Yellow.on_default();
const QUIET: Style = Style::new().dimmed();
const LINK: Style = AnsiColor::Blue.on_default().underline();

/// How what may be chosen next is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choices {
    /// With numbers to type.
    Numbered,
    /// As a list to read, and only where the reply is a question back.
    Listed,
}

/// Lays a reply out in lines of `width` columns. The colours are for a writer that strips them where the terminal
/// has none.
pub fn to_text(
    reply: &Reply,
    width: usize,
    choices: Choices,
    say: impl Fn(&Message<'_>) -> String,
) -> String {
    let mut page = Page { text: String::new(), width: width.clamp(20, 100) };
    for notice in &reply.notices {
        page.lines(notice, "", NOTICE);
        page.gap();
    }
    if let Some(lead) = &reply.lead {
        page.lines(lead, "", LEAD);
        page.gap();
    }
    if let Some(title) = &reply.title {
        page.lines(title, "", TITLE);
    }
    page.prose(&reply.answer, "");
    page.gap();
    for entry in &reply.entries {
        page.lines(&entry.heading, "", HEADING);
        page.prose(&entry.body, "  ");
        page.gap();
    }
    if let Some(closing) = &reply.closing {
        page.lines(closing, "", TITLE);
        page.gap();
    }
    for section in &reply.sections {
        page.lines(&section.heading, "", HEADING);
        page.prose(&section.body, "  ");
        page.gap();
    }
    if !reply.sources.is_empty() {
        page.lines(&say(&Message::Sources), "", HEADING);
        for source in &reply.sources {
            let note = source.language_note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            page.lines(&format!("{}, {}{note}", source.title, source.publisher), "  ", Style::new());
            page.link(&source.url);
        }
        page.gap();
    }
    for line in &reply.review {
        page.lines(line, "", QUIET);
    }
    if !reply.review.is_empty() {
        page.gap();
    }
    page.choices(reply, choices, &say);
    page.text
}

struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Text of one style, wrapped; every line of it begins with `indent`.
    fn lines(&mut self, text: &str, indent: &str, style: Style) {
        let options = Options::new(self.width).initial_indent(indent).subsequent_indent(indent);
        for paragraph in text.lines() {
            for line in textwrap::wrap(&visible(paragraph), &options) {
                let _ = writeln!(self.text, "{style}{line}{style:#}");
            }
        }
    }

    /// An address on a line of its own, never broken, so that terminals can open it.
    fn link(&mut self, url: &str) {
        let _ = writeln!(self.text, "  {LINK}{}{LINK:#}", visible(url));
    }

    fn prose(&mut self, prose: &Prose, indent: &str) {
        for (place, block) in prose.0.iter().enumerate() {
            match block {
                Block::Paragraph(spans) => {
                    if place > 0 {
                        self.gap();
                    }
                    self.spans(spans, indent, indent);
                }
                Block::Bullets(items) => {
                    for item in items {
                        self.spans(item, &format!("{indent}• "), &format!("{indent}  "));
                    }
                }
                Block::Numbered(items) => {
                    for (item, number) in items.iter().zip(1..) {
                        self.spans(item, &format!("{indent}{number}. "), &format!("{indent}   "));
                    }
                }
            }
        }
    }

    /// Runs of text with emphasis. Styles have no width, so the words are wrapped first and styled after.
    fn spans(&mut self, spans: &[Span], first: &str, rest: &str) {
        let words: String = spans.iter().map(|span| visible(span.words())).collect();
        let options = Options::new(self.width).initial_indent(first).subsequent_indent(rest);
        let mut styles = spans.iter().flat_map(|span| {
            let style = match span {
                Span::Text(_, SpanStyle::Strong) => Style::new().bold(),
                Span::Text(_, SpanStyle::Emphasis) => Style::new().italic(),
                Span::Text(_, SpanStyle::Plain) | Span::Placeholder { .. } => Style::new(),
            };
            visible(span.words())
                .chars()
                .filter(|c| !c.is_whitespace())
                .map(move |_| style)
                .collect::<Vec<_>>()
        });
        for (number, line) in textwrap::wrap(&words, &options).iter().enumerate() {
            let indent = if number == 0 { first } else { rest };
            let body = line.strip_prefix(indent).unwrap_or(line);
            self.text.push_str(indent);
            let mut current = Style::new();
            for c in body.chars() {
                let style = if c.is_whitespace() { current } else { styles.next().unwrap_or_default() };
                if style != current {
                    let _ = write!(self.text, "{current:#}{style}");
                    current = style;
                }
                self.text.push(c);
            }
            let _ = writeln!(self.text, "{current:#}");
        }
    }

    fn choices(&mut self, reply: &Reply, choices: Choices, say: impl Fn(&Message<'_>) -> String) {
        if reply.actions.is_empty() {
            return;
        }
        let asks_back = matches!(reply.kind, ReplyKind::DidYouMean | ReplyKind::Guide);
        match choices {
            Choices::Numbered => {
                self.lines(&say(&Message::NextHeading), "", HEADING);
                for (action, number) in reply.actions.iter().zip(1..) {
                    let label = visible(&action.label);
                    let _ = writeln!(self.text, "  {TITLE}{number}{TITLE:#}  {label}");
                }
                if asks_back {
                    self.lines(&say(&Message::ChooseHint), "", QUIET);
                }
            }
            Choices::Listed if asks_back => {
                for action in &reply.actions {
                    self.lines(&format!("• {}", action.label), "  ", Style::new());
                }
            }
            Choices::Listed => {}
        }
    }
}

/// Text without control characters, which could move the cursor or change the terminal; a section sign stays beside
/// its number.
fn visible(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    text.replace(" §", "\u{a0}§")
}
