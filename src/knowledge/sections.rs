//! The Markdown below the front matter: the answer, then sections by heading id.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::closest;
use crate::domain::organisation::KEYS;
use crate::domain::problem::Unsupported;
use crate::domain::{Block, Problem, ProblemKind, Prose, Section, SectionId, Span, Style};

/// A plain answer is read on a phone, before anything else: longer ones are not read.
const ANSWER_WORDS: usize = 60;

/// What could be read of the body.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) answer: Option<Prose>,
    pub(super) sections: Vec<Section>,
    /// The line of the file, counted from 1, of each paragraph and list item of the answer, then of the section on why.
    pub(super) plain_lines: Vec<usize>,
}

/// Reads the body, which begins on `first_line` of the file.
pub(super) fn read(file: &str, text: &str, first_line: usize, problems: &mut Vec<Problem>) -> Body {
    let mut reader = Reader {
        file,
        text,
        first_line,
        problems,
        body: Body::default(),
        current: Current::Answer,
        blocks: Vec::new(),
        lines: Vec::new(),
        current_offset: 0,
        reported: HashSet::new(),
    };
    reader.run();
    reader.body
}

/// What the blocks now being read belong to.
enum Current {
    Answer,
    Section {
        id: SectionId,
        heading: String,
    },
    /// Under a heading that could not be used; already reported.
    Skipped,
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    first_line: usize,
    problems: &'a mut Vec<Problem>,
    body: Body,
    current: Current,
    blocks: Vec<Block>,
    /// The line of each paragraph and list item in `blocks`.
    lines: Vec<usize>,
    current_offset: usize,
    reported: HashSet<(usize, &'static str)>,
}

/// A list being read: its kind and its items so far.
struct OpenList {
    numbered: bool,
    items: Vec<Vec<Span>>,
}

impl Reader<'_> {
    fn line(&self, offset: usize) -> usize {
        self.text.get(..offset).unwrap_or(self.text).matches('\n').count() + self.first_line
    }

    fn push(&mut self, offset: usize, kind: ProblemKind) {
        let line = self.line(offset);
        self.problems.push(Problem::at(self.file, line, kind));
    }

    fn unsupported(&mut self, offset: usize, what: Unsupported, name: &'static str) {
        if self.reported.insert((self.line(offset), name)) {
            self.push(offset, ProblemKind::Unsupported { what });
        }
    }

    fn run(&mut self) {
        let text = self.text;
        let options = Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_TASKLISTS;
        let mut heading: Option<(Range<usize>, HeadingLevel, Option<String>, String)> = None;
        let mut list: Option<OpenList> = None;
        let mut depth = 0_usize;
        let mut spans: Vec<Run> = Vec::new();
        let mut styles: Vec<Style> = Vec::new();
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let at = range.start;
            match event {
                Event::Start(Tag::Heading { level, id, .. }) => {
                    heading = Some((range, level, id.map(|id| id.to_string()), String::new()));
                }
                Event::End(TagEnd::Heading(_)) => {
                    if let Some((range, level, id, words)) = heading.take() {
                        self.open_section(&range, level, id.as_deref(), words.trim());
                    }
                }
                Event::Start(Tag::List(start)) => {
                    if depth == 0 {
                        list = Some(OpenList { numbered: start.is_some(), items: Vec::new() });
                    } else {
                        self.unsupported(at, Unsupported::NestedList, "nested");
                    }
                    depth += 1;
                }
                Event::End(TagEnd::List(_)) => {
                    depth = depth.saturating_sub(1);
                    if depth == 0
                        && let Some(OpenList { numbered, items }) = list.take()
                    {
                        self.blocks.push(if numbered {
                            Block::Numbered(items)
                        } else {
                            Block::Bullets(items)
                        });
                    }
                }
                Event::Start(Tag::Item) if depth == 1 => spans.clear(),
                Event::Start(Tag::Item) => push_words(&mut spans, " ", Style::Plain, at),
                Event::End(TagEnd::Item) if depth == 1 => {
                    if let Some(list) = &mut list
                        && !spans.is_empty()
                    {
                        list.items.push(self.item(std::mem::take(&mut spans), at));
                    }
                }
                Event::Start(Tag::Paragraph) => {
                    if list.is_none() {
                        spans.clear();
                    } else if !spans.is_empty() {
                        self.unsupported(at, Unsupported::NestedList, "nested");
                        push_words(&mut spans, " ", Style::Plain, at);
                    }
                }
                Event::End(TagEnd::Paragraph) if list.is_none() => {
                    let finished = self.finish(std::mem::take(&mut spans));
                    if plain(&finished).trim() == "+++" {
                        self.push(at, ProblemKind::StrayDelimiter);
                    }
                    self.paragraph(finished, at);
                }
                Event::Start(Tag::Strong) => styles.push(Style::Strong),
                Event::Start(Tag::Emphasis) => styles.push(Style::Emphasis),
                Event::End(TagEnd::Strong | TagEnd::Emphasis) => {
                    styles.pop();
                }
                Event::Text(words) => match &mut heading {
                    Some((.., title)) => title.push_str(&words),
                    None => push_words(&mut spans, &words, style(&styles), at),
                },
                Event::SoftBreak | Event::HardBreak => push_words(&mut spans, " ", style(&styles), at),
                Event::Code(words) => {
                    self.unsupported(at, Unsupported::Code, "code");
                    match &mut heading {
                        Some((.., title)) => title.push_str(&words),
                        None => push_words(&mut spans, &words, style(&styles), at),
                    }
                }
                Event::Start(Tag::Strikethrough) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                    self.unsupported(at, Unsupported::Markup, "markup");
                }
                Event::Html(html) | Event::InlineHtml(html) => self.html(at, &html),
                Event::Start(Tag::Link { .. }) => self.push(at, ProblemKind::LinkInProse),
                Event::Start(Tag::Image { .. }) => self.unsupported(at, Unsupported::Image, "image"),
                Event::Start(Tag::Table(_)) => self.unsupported(at, Unsupported::Table, "table"),
                Event::Start(Tag::CodeBlock(_)) => self.unsupported(at, Unsupported::Code, "code"),
                Event::Start(Tag::BlockQuote(_)) => self.unsupported(at, Unsupported::Quote, "quote"),
                Event::Rule => self.unsupported(at, Unsupported::Rule, "rule"),
                _ => {}
            }
        }
        self.close();
        if self.body.answer.is_none() {
            self.problems.push(Problem::at(self.file, self.first_line, ProblemKind::MissingAnswer));
        }
    }

    fn html(&mut self, at: usize, html: &str) {
        let shown: String = html.trim().chars().take(40).collect();
        if self.reported.insert((self.line(at), "html")) {
            self.push(at, ProblemKind::RawHtml { html: shown });
        }
    }

    fn item(&mut self, runs: Vec<Run>, at: usize) -> Vec<Span> {
        self.lines.push(self.line(at));
        self.finish(runs)
    }

    fn paragraph(&mut self, spans: Vec<Span>, at: usize) {
        if plain(&spans).trim().is_empty() {
            return;
        }
        if !matches!(self.current, Current::Answer) {
            self.blocks.push(Block::Paragraph(spans));
            self.lines.push(self.line(at));
            return;
        }
        if self.body.answer.is_some() || !self.blocks.is_empty() {
            self.push(at, ProblemKind::TextBeforeSections);
            return;
        }
        let words = plain(&spans).split_whitespace().count();
        if words > ANSWER_WORDS {
            self.push(at, ProblemKind::AnswerTooLong { words });
        }
        self.body.answer = Some(Prose(vec![Block::Paragraph(spans)]));
        self.body.plain_lines.push(self.line(at));
    }

    fn open_section(&mut self, range: &Range<usize>, level: HeadingLevel, id: Option<&str>, heading: &str) {
        self.close();
        self.current_offset = range.start;
        self.current = Current::Skipped;
        if level != HeadingLevel::H2 {
            self.push(range.start, ProblemKind::HeadingLevel);
        }
        let Some(id) = id else {
            self.push(range.start, ProblemKind::HeadingWithoutId { heading: heading.to_owned() });
            return;
        };
        if heading.contains("{{") {
            self.push(range.start, ProblemKind::BrokenPlaceholder);
        }
        let Some(section) = SectionId::parse(id) else {
            let suggestion = closest(id, SectionId::ALL.map(SectionId::as_str));
            self.push(range.start, ProblemKind::UnknownSection { id: id.to_owned(), suggestion });
            return;
        };
        if self.body.sections.iter().any(|earlier| earlier.id == section) {
            self.push(range.start, ProblemKind::DuplicateSection { id: id.to_owned() });
            return;
        }
        self.current = Current::Section { id: section, heading: heading.to_owned() };
    }

    /// Ends the section being read.
    fn close(&mut self) {
        let blocks = std::mem::take(&mut self.blocks);
        let lines = std::mem::take(&mut self.lines);
        match std::mem::replace(&mut self.current, Current::Skipped) {
            Current::Section { id, heading } => {
                if blocks.is_empty() {
                    self.push(self.current_offset, ProblemKind::EmptySection { id: id.as_str().to_owned() });
                } else {
                    if id == SectionId::Why {
                        self.body.plain_lines.extend(lines);
                    }
                    self.body.sections.push(Section { id, heading, body: Prose(blocks) });
                }
            }
            Current::Answer if !blocks.is_empty() => self.push(0, ProblemKind::TextBeforeSections),
            Current::Answer | Current::Skipped => {}
        }
    }

    /// Turns `{{key|words}}` in runs of text into placeholders.
    fn finish(&mut self, runs: Vec<Run>) -> Vec<Span> {
        let mut finished = Vec::new();
        for Run { text, style, starts } in runs {
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once("{{") {
                let place = text.len() - rest.len() + before.len();
                let at = starts.iter().rev().find(|(start, _)| *start <= place).map_or(0, |(_, at)| *at);
                push_span(&mut finished, before, style);
                let Some((inside, remainder)) = after.split_once("}}") else {
                    self.push(at, ProblemKind::BrokenPlaceholder);
                    rest = after;
                    continue;
                };
                rest = remainder;
                self.placeholder(inside, at, &mut finished);
            }
            push_span(&mut finished, rest, style);
        }
        finished
    }

    fn placeholder(&mut self, inside: &str, at: usize, spans: &mut Vec<Span>) {
        let Some((key, words)) = inside.split_once('|') else {
            self.push(at, ProblemKind::BrokenPlaceholder);
            return;
        };
        let (key, words) = (key.trim(), words.trim());
        if words.is_empty() {
            self.push(at, ProblemKind::BrokenPlaceholder);
            return;
        }
        if !KEYS.contains(&key) {
            let suggestion = closest(key, KEYS.iter().copied());
            self.push(at, ProblemKind::UnknownPlaceholder { key: key.to_owned(), suggestion });
            spans.push(Span::plain(words));
            return;
        }
        spans.push(Span::Placeholder { key: key.to_owned(), words: words.to_owned() });
    }
}

/// Words of one style as they were read, before placeholders are looked for.
struct Run {
    text: String,
    style: Style,
    /// Where each piece begins in `text`, and in the body.
    starts: Vec<(usize, usize)>,
}

/// The innermost style that is open.
fn style(open: &[Style]) -> Style {
    open.last().copied().unwrap_or(Style::Plain)
}

fn push_words(runs: &mut Vec<Run>, words: &str, style: Style, at: usize) {
    match runs.last_mut().filter(|last| last.style == style) {
        Some(last) => {
            last.starts.push((last.text.len(), at));
            last.text.push_str(words);
        }
        None => runs.push(Run { text: words.to_owned(), style, starts: vec![(0, at)] }),
    }
}

fn push_span(spans: &mut Vec<Span>, words: &str, style: Style) {
    if words.is_empty() {
        return;
    }
    if let Some(Span::Text(last, last_style)) = spans.last_mut()
        && *last_style == style
    {
        last.push_str(words);
        return;
    }
    spans.push(Span::Text(words.to_owned(), style));
}

fn plain(spans: &[Span]) -> String {
    spans.iter().map(Span::words).collect()
}
