//! The table of `ledord check --plain`: how plainly each article reads.

use std::io::Write;

use crate::domain::Language;
use crate::l10n::{Message, tenths};
use crate::service::PlainFile;

/// How many columns there are.
const COLUMNS: usize = 7;

/// Writes one line for each article under a line of headings, between two empty lines.
pub(super) fn print(
    files: &[PlainFile<'_>],
    language: Language,
    say: impl Fn(&Message<'_>) -> String,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let headings: [Message<'_>; COLUMNS] = [
        Message::PlainFile,
        Message::PlainWords,
        Message::PlainSentences,
        Message::PlainMean,
        Message::PlainLongest,
        Message::PlainLix,
        Message::PlainHeavyWords,
    ];
    let mut rows = vec![headings.map(|heading| say(&heading))];
    rows.extend(files.iter().map(|file| row(file, language)));
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let [path_width, widths @ ..] = widths;
    writeln!(out)?;
    for [path, figures @ ..] in &rows {
        write!(out, "{path:<path_width$}")?;
        for (figure, width) in figures.iter().zip(widths) {
            write!(out, "  {figure:>width$}")?;
        }
        writeln!(out)?;
    }
    writeln!(out)
}

fn row(file: &PlainFile<'_>, language: Language) -> [String; COLUMNS] {
    let counted = &file.readability;
    [
        file.path.to_owned(),
        counted.words.to_string(),
        counted.sentences.to_string(),
        tenths(language, counted.mean()),
        counted.longest.to_string(),
        tenths(language, counted.lix()),
        file.heavy_words.to_string(),
    ]
}
