//! Texts in a tantivy index in memory, ranked by the words of a question and by the pieces that they share with the words of
//! the texts.
//!
//! Each field of a text is indexed twice: by the stems of its words, and by the pieces of those stems. A word of the question
//! counts in a field by its exact matches and by the share of its pieces that the field holds, each piece weighed by how rare
//! it is. docs/retrieval.md tells what each part brings.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{Index, IndexSettings, InvertedIndexReader, TantivyDocument, TantivyError};

use super::analyzer::{Reader, Stems};
use super::grams::{self, Grams};
use super::index::IndexError;

const STEMS: &str = "stems";
const GRAMS: &str = "grams";
/// The arena of the writer, in bytes; the smallest that tantivy takes.
const WRITER_MEMORY_BYTES: usize = 15_000_000;

/// How soon a word that is repeated tells nothing more (k1 of BM25).
const SATURATION: f32 = 1.6;
/// A word that so large a share of the texts holds is no longer looked for by its pieces: they are in every text, and reading
/// them takes most of the time.
const COMMON: f32 = 0.25;
/// A word is judged as if there were at least so many texts: among a handful every word would be common.
pub(super) const LEAST_TEXTS: f32 = 60.0;
/// A word of so many characters, its marks included, has the weight 1 by its length.
const USUAL_LENGTH: f32 = 8.0;

/// How the matches in a field of a text count.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldWeights {
    /// How much it counts beside the other fields.
    pub(super) weight: f32,
    /// How much a longer field weakens a match in it (b of BM25), from 0 to 1.
    pub(super) length: f32,
    /// The share of exact matches in the score of a word; the rest is that of its pieces.
    pub(super) exact: f32,
    /// How much personal pronouns count: questions are full of them.
    pub(super) pronouns: f32,
    /// So many words at the beginning count twice.
    pub(super) lead: usize,
    /// A word counts at most so often.
    pub(super) most_times: usize,
}

/// A word of a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) stem: String,
    pub(super) is_pronoun: bool,
    /// How much it counts; 1 for most words.
    pub(super) weight: f32,
}

/// Texts with the same fields, searchable.
pub(super) struct TextIndex {
    fields: Vec<IndexedField>,
    stems: Lexicon,
    grams: Lexicon,
    count: usize,
    /// The same, and at least [`LEAST_TEXTS`].
    presumed: f32,
}

struct IndexedField {
    weights: FieldWeights,
    stems: Postings,
    grams: Postings,
}

/// Which texts hold a term how often, and how their lengths count, by text.
struct Postings {
    reader: Arc<InvertedIndexReader>,
    norms: Vec<f32>,
}

/// Every term of one sort, with where its postings are.
type Lexicon = HashMap<Box<str>, Entry>;

struct Entry {
    /// How many texts hold it, in whatever field.
    texts: f32,
    /// By the number of the field.
    fields: Vec<(usize, TermInfo)>,
}

impl Entry {
    fn in_field(&self, number: usize) -> Option<&TermInfo> {
        self.fields.iter().find(|(field, _)| *field == number).map(|(_, info)| info)
    }
}

impl std::fmt::Debug for TextIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextIndex").field("texts", &self.count).finish_non_exhaustive()
    }
}

impl TextIndex {
    /// Indexes texts, each as the contents of its fields in the order of `weights`.
    ///
    /// # Errors
    /// When tantivy cannot build the index.
    pub(super) fn build(
        reader: &mut Reader,
        weights: &[FieldWeights],
        texts: impl IntoIterator<Item = Vec<String>>,
    ) -> Result<Self, IndexError> {
        let mut schema = Schema::builder();
        let fields: Vec<(Field, Field)> = (0..weights.len())
            .map(|number| {
                let stems = schema.add_text_field(&format!("{STEMS}{number}"), options(STEMS));
                (stems, schema.add_text_field(&format!("{GRAMS}{number}"), options(GRAMS)))
            })
            .collect();
        let tokenizers = TokenizerManager::default();
        tokenizers.register(STEMS, Stems);
        tokenizers.register(GRAMS, TextAnalyzer::builder(Stems).filter(Grams).build());
        // With one segment, the ids of documents follow the order of the texts.
        let mut writer = Index::builder()
            .schema(schema.build())
            .settings(IndexSettings::default())
            .tokenizers(tokenizers)
            .single_segment_index_writer(RamDirectory::create(), WRITER_MEMORY_BYTES)?;
        let mut count = 0_usize;
        for contents in texts {
            let mut document = TantivyDocument::new();
            for ((content, (stems, grams)), weights) in contents.iter().zip(&fields).zip(weights) {
                let words = reader.words(content);
                let read = words.iter().take(weights.lead).chain(&words).map(|word| word.stem.as_str());
                let read = seldom_enough(read, weights.most_times).join("\n");
                document.add_text(*stems, &read);
                document.add_text(*grams, &read);
            }
            writer.add_document(document)?;
            count += 1;
        }
        let searcher = writer.finalize()?.reader()?.searcher();
        let mut readers = Vec::new();
        for (stems, grams) in &fields {
            let Some(segment) = searcher.segment_readers().first() else { break };
            readers.push((segment.inverted_index(*stems)?, segment.inverted_index(*grams)?));
        }
        let (stem_readers, gram_readers): (Vec<_>, Vec<_>) = readers.into_iter().unzip();
        let (stems, stem_lengths) = lexicon(&stem_readers, count)?;
        let (grams, gram_lengths) = lexicon(&gram_readers, count)?;
        let fields = weights
            .iter()
            .zip(stem_readers.into_iter().zip(stem_lengths))
            .zip(gram_readers.into_iter().zip(gram_lengths))
            .map(|((weights, stems), grams)| {
                let postings = |(reader, lengths): (_, Vec<f32>)| Postings {
                    reader,
                    norms: norms(&lengths, weights.length),
                };
                IndexedField { weights: *weights, stems: postings(stems), grams: postings(grams) }
            })
            .collect();
        Ok(Self { fields, stems, grams, count, presumed: LEAST_TEXTS.max(count as f32) })
    }

    /// The score of each text for the words of a question, by the number of the text; 0 where nothing matches.
    ///
    /// # Errors
    /// When tantivy cannot read the index.
    pub(super) fn scores(&self, words: &[Asked]) -> Result<Vec<f32>, IndexError> {
        let mut scores = vec![0.0; self.count];
        for word in words {
            self.add_word(word, &mut scores)?;
        }
        Ok(scores)
    }

    fn add_word(&self, word: &Asked, scores: &mut [f32]) -> Result<(), IndexError> {
        let entry = self.stems.get(word.stem.as_str());
        let texts = entry.map_or(0.0, |entry| entry.texts);
        let length = word.stem.chars().count() as f32 + 2.0;
        let by_length = (length / USUAL_LENGTH).sqrt().sqrt() * word.weight;
        let is_common = texts > COMMON * self.presumed;
        let mut factors = Vec::with_capacity(self.fields.len());
        for (number, field) in self.fields.iter().enumerate() {
            let here = entry.and_then(|entry| entry.in_field(number));
            let rarity =
                (self.rarity(here.map_or(0.0, |info| info.doc_freq as f32)) * self.rarity(texts)).sqrt();
            let pronouns = if word.is_pronoun { field.weights.pronouns } else { 1.0 };
            let factor = field.weights.weight * rarity * by_length * pronouns;
            let exact = if is_common { 1.0 } else { field.weights.exact };
            if let Some(info) = here {
                add(&field.stems, info, factor * exact, scores)?;
            }
            factors.push(factor * (1.0 - exact));
        }
        if is_common {
            return Ok(());
        }
        let grams = grams::of(&word.stem);
        let known: Vec<Option<&Entry>> = grams.iter().map(|gram| self.grams.get(gram.as_str())).collect();
        let rarity = |entry: Option<&Entry>| self.rarity(entry.map_or(0.0, |entry| entry.texts));
        let all: f32 = known.iter().copied().map(rarity).sum();
        for entry in known.iter().flatten() {
            let share = self.rarity(entry.texts) / all;
            for (number, info) in &entry.fields {
                if let (Some(field), Some(factor)) = (self.fields.get(*number), factors.get(*number)) {
                    add(&field.grams, info, factor * share, scores)?;
                }
            }
        }
        Ok(())
    }

    /// How much a term tells apart that so many texts hold (the idf of BM25).
    fn rarity(&self, texts: f32) -> f32 {
        ((self.presumed + 1.0) / (texts + 0.5)).ln()
    }
}

/// Words without their later repetitions, of which every piece would be indexed.
fn seldom_enough<'a>(words: impl Iterator<Item = &'a str>, most_times: usize) -> Vec<&'a str> {
    let mut times: HashMap<&'a str, usize> = HashMap::new();
    let is_seldom = |word: &&'a str| {
        let times = times.entry(*word).or_default();
        *times += 1;
        *times <= most_times
    };
    words.filter(is_seldom).collect()
}

fn options(tokenizer: &str) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokenizer)
        .set_index_option(IndexRecordOption::WithFreqs)
        .set_fieldnorms(false);
    TextOptions::default().set_indexing_options(indexing)
}

/// Every term of some fields, and for each field the length of every text in terms.
fn lexicon(
    readers: &[Arc<InvertedIndexReader>],
    texts: usize,
) -> Result<(Lexicon, Vec<Vec<f32>>), IndexError> {
    let mut lexicon = Lexicon::new();
    let mut lengths = vec![vec![0.0_f32; texts]; readers.len()];
    for (number, reader) in readers.iter().enumerate() {
        let mut terms = reader.terms().stream().map_err(TantivyError::from)?;
        while terms.advance() {
            let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
            let info = terms.value().clone();
            match lexicon.get_mut(term) {
                Some(entry) => entry.fields.push((number, info)),
                None => {
                    lexicon.insert(term.into(), Entry { texts: 0.0, fields: vec![(number, info)] });
                }
            }
        }
    }
    let mut holding: Vec<u32> = Vec::new();
    for entry in lexicon.values_mut() {
        holding.clear();
        for (number, info) in &entry.fields {
            let (Some(reader), Some(lengths)) = (readers.get(*number), lengths.get_mut(*number)) else {
                continue;
            };
            each(reader, info, |text, times| {
                holding.push(text);
                if let Some(length) = lengths.get_mut(text as usize) {
                    *length += times;
                }
            })?;
        }
        holding.sort_unstable();
        holding.dedup();
        entry.texts = holding.len() as f32;
        entry.fields.shrink_to_fit();
    }
    Ok((lexicon, lengths))
}

/// What the length of each text adds to the saturation, against the mean length of those that are not empty.
fn norms(lengths: &[f32], weight: f32) -> Vec<f32> {
    let filled = lengths.iter().filter(|length| **length > 0.0).count().max(1) as f32;
    let mean = lengths.iter().sum::<f32>() / filled;
    let norm = |length: &f32| SATURATION * (1.0 - weight + weight * length / mean.max(1.0));
    lengths.iter().map(norm).collect()
}

/// Adds what each text that holds a term gets for it.
fn add(postings: &Postings, info: &TermInfo, factor: f32, scores: &mut [f32]) -> Result<(), IndexError> {
    let factor = factor * (SATURATION + 1.0);
    each(&postings.reader, info, |text, times| {
        let text = text as usize;
        if let (Some(score), Some(norm)) = (scores.get_mut(text), postings.norms.get(text)) {
            *score += factor * times / (times + norm);
        }
    })
}

/// Every text that holds a term, and how often.
fn each(
    reader: &InvertedIndexReader,
    info: &TermInfo,
    mut found: impl FnMut(u32, f32),
) -> Result<(), IndexError> {
    let postings = reader.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs);
    let mut block = postings.map_err(TantivyError::from)?;
    while block.block_len() > 0 {
        for (text, times) in block.docs().iter().zip(block.freqs()) {
            found(*text, *times as f32);
        }
        block.advance();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_indexed_only_so_often() {
        let words = ["data", "law", "data", "data"];
        assert_eq!(seldom_enough(words.into_iter(), 2), ["data", "law", "data"]);
        assert!(seldom_enough(std::iter::empty(), 2).is_empty());
    }
}
