//! A reply as one embed with buttons, inside Discord's limits whatever it holds.

use super::custom_id::{Button, Choice, stamp_of, stamped};
use super::limits::{self, length, parts, shortened};
use super::markdown::{Piece, bold, escaped, link, pieces};
use super::visibility::{Place, Public, in_public};
use crate::domain::delivery::Stamp;
use crate::domain::{Action, Attachment, Discretion, Language, Prose, Reply, ReplyKind};
use crate::l10n::Message;

/// A message: one embed and rows of buttons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The heading.
    pub title: Option<String>,
    /// The text, as Markdown.
    pub text: String,
    /// A heading and a list of links, as Markdown.
    pub sources: Option<(String, String)>,
    /// Small print.
    pub footer: Option<String>,
    /// Rows of buttons.
    pub rows: Vec<Vec<CardButton>>,
    /// Files that come along.
    pub files: Vec<Attachment>,
}

impl Card {
    /// Puts a button after the others, if there is room and its request has room in it.
    pub(super) fn add_button(&mut self, label: &str, button: &Button) {
        let Some(id) = button.to_id() else { return };
        let button = CardButton { label: shortened(label, limits::LABEL), id, look: Look::Secondary };
        let rows = self.rows.len();
        match self.rows.last_mut() {
            Some(row) if row.len() < limits::ROW => row.push(button),
            _ if rows < limits::ROWS => self.rows.push(vec![button]),
            _ => {}
        }
    }
}

/// A button as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardButton {
    /// The words on it.
    pub label: String,
    /// See [`Button::to_id`].
    pub id: String,
    /// How it looks.
    pub look: Look,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// What the reply asks for.
    Primary,
    /// What may be done besides.
    Secondary,
}

/// Who reads a message and may press its buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// The asker, who asked at this place; buttons go on in the language of the reply.
    Asker(Place),
    /// Anyone in the channel; buttons answer each in their own language.
    Anyone,
}

/// Where in a reply a message begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// At its beginning.
    Beginning,
    /// At a piece of its sections, counted from 0. What comes before the sections depends on how the question was put;
    /// the sections do not, so that a later message goes on where the one before it ended.
    Sections(usize),
}

/// Lays a reply out. What neither fits nor can be reached by a button comes in further messages.
pub fn lay_out(
    reply: &Reply,
    from: Start,
    readers: Readers,
    say: impl Fn(&Message<'_>) -> String,
) -> (Card, Vec<Card>) {
    let sources = Sources::new(reply, &say);
    let text = Text::new(reply, &sources);
    let start = match from {
        Start::Beginning => 0,
        Start::Sections(place) => text.head.saturating_add(place),
    };
    // An article that has become shorter since begins anew.
    let start = if start < text.pieces.len() { start } else { 0 };
    let (page, next) = text.page(start);
    let mut more = None;
    let mut rest = Vec::new();
    if let Some(mut next) = next {
        let in_sections = next.checked_sub(text.head);
        more = reply.again.clone().zip(in_sections).map(|(again, place)| Choice::More(again, place));
        // A button that has no room for its request leads nowhere.
        more = more.filter(|choice| Button { choice: choice.clone(), language: None }.to_id().is_some());
        while more.is_none() {
            let (page, following) = text.page(next);
            rest.push(Card { text: page, ..Card::default() });
            match following {
                Some(following) => next = following,
                None => break,
            }
        }
    }
    let card = Card {
        title: reply.title.as_deref().map(|title| shortened(title, limits::TITLE)),
        text: page,
        sources: sources.field.filter(|_| start == 0),
        footer: (!reply.review.is_empty()).then(|| shortened(&reply.review.join("\n"), limits::FOOTER)),
        rows: rows(reply, more, readers, &say),
        files: reply.files.clone(),
    };
    (card, rest)
}

/// Lays a reply out as one message that is sent once: what does not fit is left out, and buttons carry the stamp.
pub(super) fn lay_out_once(
    reply: &Reply,
    readers: Readers,
    stamp: &Stamp,
    say: impl Fn(&Message<'_>) -> String,
) -> Card {
    let (mut card, rest) = lay_out(reply, Start::Beginning, readers, &say);
    if !rest.is_empty() {
        card.text.push_str("\n\n…");
    }
    for button in card.rows.iter_mut().flatten() {
        button.id = stamped(&button.id, stamp);
    }
    let is_marked = card.rows.iter().flatten().any(|button| stamp_of(&button.id).is_some());
    if !is_marked {
        let mut buttons = Buttons::default();
        buttons.add(&say(&Message::ButtonAskAgain), Choice::AskAgain, None, Look::Secondary);
        let mut marked = buttons.into_rows();
        for button in marked.iter_mut().flatten() {
            button.id = stamped(&button.id, stamp);
        }
        card.rows.truncate(limits::ROWS.saturating_sub(1));
        card.rows.extend(marked);
    }
    card
}

/// What everybody sees of a reply to a public mention: the plain answer with its sources, and a button to the whole
/// of it; of a reply for the asker alone only the button, and a warning about the message that everybody sees.
pub fn lay_out_in_public(reply: &Reply, say: impl Fn(&Message<'_>) -> String) -> Card {
    let mut buttons = Buttons::default();
    let mut card = match in_public(reply) {
        Public::Short(reply) => {
            let short =
                Reply { sections: Vec::new(), actions: Vec::new(), files: Vec::new(), ..reply.clone() };
            lay_out(&short, Start::Beginning, Readers::Anyone, &say).0
        }
        Public::Only(notices) => {
            let mut lines: Vec<String> = notices.iter().map(|notice| bold(notice)).collect();
            lines.push(escaped(&say(&Message::AnswerPrivately)));
            Card { text: lines.join("\n\n"), ..Card::default() }
        }
    };
    if let Some(again) = &reply.again {
        buttons.add(&say(&Message::ButtonPrivately), Choice::Answer(again.clone()), None, Look::Primary);
    }
    if matches!(reply.kind, ReplyKind::DidYouMean | ReplyKind::Sessions) {
        for action in &reply.actions {
            buttons.add(&action.label, Choice::of(&action.request), None, Look::Primary);
        }
    }
    if reply.again.is_none() {
        buttons.add(&say(&Message::ButtonAskPrivately), Choice::AskAgain, None, Look::Secondary);
    }
    card.rows = buttons.into_rows();
    card
}

/// All text of a reply, in pieces that are not cut.
struct Text {
    pieces: Vec<Piece>,
    /// How many of them come before the sections.
    head: usize,
}

impl Text {
    fn new(reply: &Reply, sources: &Sources) -> Self {
        let mut pieces: Vec<Piece> =
            reply.notices.iter().map(|notice| Piece::Paragraph(bold(notice))).collect();
        let lead = reply.lead.iter().flat_map(|lead| lead.lines());
        pieces.extend(lead.map(|line| Piece::Paragraph(format!("*{}*", escaped(line.trim())))));
        pieces.extend(self::pieces(&reply.answer));
        pieces.extend(reply.entries.iter().flat_map(|entry| under(&entry.heading, &entry.body)));
        pieces.extend(reply.closing.as_ref().map(|closing| Piece::Paragraph(bold(closing))));
        let sections: Vec<Piece> =
            reply.sections.iter().flat_map(|section| under(&section.heading, &section.body)).collect();
        let mut pieces = cut(pieces);
        let head = pieces.len();
        pieces.extend(cut(sections));
        pieces.extend(sources.over.iter().cloned());
        Self { pieces, head }
    }

    /// The text from a piece on, as much as fits, and the piece that comes next.
    fn page(&self, start: usize) -> (String, Option<usize>) {
        let mut text = String::new();
        for (place, piece) in self.pieces.iter().enumerate().skip(start) {
            if !text.is_empty() && length(&text) + 2 + length(piece.text()) > limits::PAGE {
                return (text, Some(place));
            }
            if !text.is_empty() {
                text.push_str(if matches!(piece, Piece::Paragraph(_)) { "\n\n" } else { "\n" });
            }
            text.push_str(piece.text());
        }
        (text, None)
    }
}

/// A heading and what stands under it; the heading never stands alone at the end of a page.
fn under(heading: &str, body: &Prose) -> Vec<Piece> {
    let mut under = pieces(body);
    let heading = bold(heading);
    match under.first_mut() {
        Some(first) => *first = Piece::Paragraph(format!("{heading}\n{}", first.text())),
        None => under.push(Piece::Paragraph(heading)),
    }
    under
}

/// Pieces that are too long by themselves, cut at a sentence.
fn cut(pieces: Vec<Piece>) -> Vec<Piece> {
    pieces
        .into_iter()
        .flat_map(|piece| {
            if length(piece.text()) <= limits::BLOCK {
                return vec![piece];
            }
            let mut cut: Vec<Piece> =
                parts(piece.text(), limits::BLOCK).into_iter().map(Piece::Item).collect();
            if let (Piece::Paragraph(_), Some(first)) = (&piece, cut.first_mut()) {
                *first = Piece::Paragraph(first.text().to_owned());
            }
            cut
        })
        .collect()
}

/// The links below a reply: as many as fit into a field, the others at the end of the text.
struct Sources {
    field: Option<(String, String)>,
    over: Vec<Piece>,
}

impl Sources {
    /// Room for a title in the line of a source.
    const TITLE: usize = 160;
    /// Room for who publishes it, and in which language.
    const ABOUT: usize = 120;

    fn new(reply: &Reply, say: &impl Fn(&Message<'_>) -> String) -> Self {
        let mut field = String::new();
        let mut over = Vec::new();
        for source in &reply.sources {
            let note = source.language_note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            let about = escaped(&shortened(&format!(", {}{note}", source.publisher), Self::ABOUT));
            let line = format!("- {}{about}", link(&shortened(&source.title, Self::TITLE), &source.url));
            if over.is_empty() && length(&field) + 1 + length(&line) <= limits::FIELD {
                if !field.is_empty() {
                    field.push('\n');
                }
                field.push_str(&line);
            } else {
                over.push(Piece::Item(line));
            }
        }
        let field = (!field.is_empty()).then(|| (say(&Message::Sources), field));
        Self { field, over }
    }
}

/// The buttons: first what the reply asks for, then the rest of it, then where it may lead.
fn rows(
    reply: &Reply,
    more: Option<Choice>,
    readers: Readers,
    say: &impl Fn(&Message<'_>) -> String,
) -> Vec<Vec<CardButton>> {
    let own_language = match readers {
        Readers::Asker(_) => Some(reply.language),
        Readers::Anyone => None,
    };
    let asks_back = matches!(reply.kind, ReplyKind::DidYouMean | ReplyKind::Guide);
    let mut buttons = Buttons::default();
    if let Some(more) = more {
        buttons.add(&say(&Message::ButtonMore), more, own_language, Look::Primary);
    }
    let may_share = readers == Readers::Asker(Place::Channel)
        && reply.discretion == Discretion::Shareable
        && reply.kind.is_answered();
    if let Some(again) = reply.again.as_ref().filter(|_| may_share) {
        let share = Choice::Share(again.clone());
        buttons.add(&say(&Message::ButtonShare), share, Some(reply.language), Look::Secondary);
    }
    let look = if asks_back { Look::Primary } else { Look::Secondary };
    let (languages, others): (Vec<&Action>, Vec<&Action>) =
        reply.actions.iter().partition(|action| action.language.is_some());
    let room = (limits::ROW * limits::ROWS).saturating_sub(buttons.len() + languages.len() + 1);
    for action in others.into_iter().take(room) {
        buttons.add(&action.label, Choice::of(&action.request), own_language, look);
    }
    for action in languages {
        buttons.add(&action.label, Choice::of(&action.request), action.language, Look::Secondary);
    }
    if !reply.kind.is_answered() && reply.kind != ReplyKind::Help {
        buttons.add(&say(&Message::ButtonAskAgain), Choice::AskAgain, own_language, Look::Secondary);
    }
    buttons.into_rows()
}

/// Buttons with different ids.
#[derive(Default)]
pub(super) struct Buttons(Vec<CardButton>);

impl Buttons {
    fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn add(&mut self, label: &str, choice: Choice, language: Option<Language>, look: Look) {
        let Some(id) = (Button { choice, language }).to_id() else { return };
        if self.0.iter().all(|button| button.id != id) {
            self.0.push(CardButton { label: shortened(label, limits::LABEL), id, look });
        }
    }

    pub(super) fn into_rows(self) -> Vec<Vec<CardButton>> {
        self.0.chunks(limits::ROW).take(limits::ROWS).map(<[CardButton]>::to_vec).collect()
    }
}
