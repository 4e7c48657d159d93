//! A reply as Markdown.

use std::fmt::Write;

use crate::domain::{Block, Prose, Reply, Span, Style};
use crate::l10n::Message;

/// Lays a reply out as Markdown; words that look like markup are escaped.
pub fn to_markdown(reply: &Reply, say: impl Fn(&Message<'_>) -> String) -> String {
    let mut parts: Vec<String> =
        reply.notices.iter().map(|notice| format!("> {}", escaped(notice))).collect();
    parts.extend(reply.lead.iter().map(|lead| format!("*{}*", escaped(lead))));
    parts.extend(reply.title.iter().map(|title| format!("# {}", escaped(title))));
    parts.extend(prose(&reply.answer));
    for entry in &reply.entries {
        parts.push(format!("**{}**", escaped(&entry.heading)));
        parts.extend(prose(&entry.body));
    }
    parts.extend(reply.closing.iter().map(|closing| format!("**{}**", escaped(closing))));
    for section in &reply.sections {
        parts.push(format!("## {}", escaped(&section.heading)));
        parts.extend(prose(&section.body));
    }
    if !reply.sources.is_empty() {
        parts.push(format!("## {}", escaped(&say(&Message::Sources))));
        let items = reply.sources.iter().map(|source| {
            let note = source.language_note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            format!("- [{}](<{}>), {}{note}", escaped(&source.title), source.url, escaped(&source.publisher))
        });
        parts.push(items.collect::<Vec<_>>().join("\n"));
    }
    parts.extend(reply.review.iter().map(|line| format!("*{}*", escaped(line))));
    if !reply.actions.is_empty() && !reply.kind.is_answered() {
        let items = reply.actions.iter().map(|action| format!("- {}", escaped(&action.label)));
        parts.push(items.collect::<Vec<_>>().join("\n"));
    }
    parts.join("\n\n")
}

fn prose(prose: &Prose) -> Option<String> {
    let mut text = String::new();
    for block in &prose.0 {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        match block {
            Block::Paragraph(line) => text.push_str(&spans(line)),
            Block::Bullets(items) => {
                let items = items.iter().map(|item| format!("- {}", spans(item)));
                text.push_str(&items.collect::<Vec<_>>().join("\n"));
            }
            Block::Numbered(items) => {
                for (item, number) in items.iter().zip(1..) {
                    let separator = if number == 1 { "" } else { "\n" };
                    let _ = write!(text, "{separator}{number}. {}", spans(item));
                }
            }
        }
    }
    (!text.is_empty()).then_some(text)
}

fn spans(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(words, Style::Strong) => format!("**{}**", escaped(words.trim())) + trailing(words),
            Span::Text(words, Style::Emphasis) => format!("*{}*", escaped(words.trim())) + trailing(words),
            Span::Text(words, Style::Plain) | Span::Placeholder { words, .. } => escaped(words),
        })
        .collect()
}

fn trailing(words: &str) -> &str {
    if words.ends_with(' ') { " " } else { "" }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control()) {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
