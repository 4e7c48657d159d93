//! One language's articles in tantivy indexes in memory: whole articles in one, their passages in another, so that
//! neither's lengths and counts distort the other's scores.

use tantivy::directory::RamDirectory;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, IndexSettings, Searcher, TantivyDocument, TantivyError};

use super::analyzer::Analyzer;
use super::vocabulary::{Compounds, Standing, Vocabulary};
use crate::domain::{Article, Language, SectionId};

const TOKENIZER: &str = "ledord";
/// The arena of the writer, in bytes; the smallest that tantivy takes.
const WRITER_MEMORY_BYTES: usize = 15_000_000;

/// The index cannot be built or searched.
#[derive(Debug, thiserror::Error)]
#[error("cannot use the search index")]
pub struct IndexError(#[from] TantivyError);

/// One language's articles, searchable.
pub struct LanguageIndex {
    pub(super) analyzer: Analyzer,
    pub(super) vocabulary: Vocabulary,
    pub(super) whole: WholeIndex,
    pub(super) passages: PassageIndex,
    /// The place of each article in the list that the snapshot keeps.
    pub(super) places: Vec<usize>,
}

/// Whole articles; document ids are places in [`LanguageIndex::places`].
pub(super) struct WholeIndex {
    pub(super) searcher: Searcher,
    pub(super) title: Field,
    pub(super) terms: Field,
    pub(super) questions: Field,
    pub(super) answer: Field,
    pub(super) sections: Field,
}

/// Sections of articles, each by itself.
pub(super) struct PassageIndex {
    pub(super) searcher: Searcher,
    pub(super) heading: Field,
    pub(super) body: Field,
    /// By document id: the article, by its place in [`LanguageIndex::places`], and the section.
    pub(super) sections: Vec<(usize, SectionId)>,
}

impl std::fmt::Debug for LanguageIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LanguageIndex").field("articles", &self.places.len()).finish_non_exhaustive()
    }
}

impl LanguageIndex {
    /// Indexes the articles of one language; `articles` names each by its place in the caller's list.
    ///
    /// # Errors
    /// When tantivy cannot build the index.
    pub fn build<'a>(
        language: Language,
        articles: impl IntoIterator<Item = (usize, &'a Article)>,
    ) -> Result<Self, IndexError> {
        let analyzer = Analyzer::new(language);
        let (places, articles): (Vec<usize>, Vec<&Article>) = articles.into_iter().unzip();
        let mut vocabulary = Vocabulary::new(match language {
            Language::Swedish | Language::Finnish => Compounds::OneWord,
            Language::English => Compounds::Apart,
        });
        for (number, article) in articles.iter().enumerate() {
            for (standing, text) in standings(article) {
                let words = analyzer.words(&text);
                vocabulary.add_text(words.iter().map(|word| word.stem.as_str()), number, standing);
            }
        }
        Ok(Self {
            whole: WholeIndex::build(&analyzer, &articles)?,
            passages: PassageIndex::build(&analyzer, &articles)?,
            analyzer,
            vocabulary,
            places,
        })
    }

    /// Whether a title, a term or an example question holds a stem.
    pub fn knows(&self, stem: &str) -> bool {
        self.vocabulary.is_named(stem)
    }
}

impl WholeIndex {
    fn build(analyzer: &Analyzer, articles: &[&Article]) -> Result<Self, IndexError> {
        let mut schema = Schema::builder();
        // An article with many names is no worse a match for one of them, so the length of these does not count.
        let names = text_options(Lengths::Ignored);
        let prose = text_options(Lengths::Counted);
        let title = schema.add_text_field("title", names.clone());
        let terms = schema.add_text_field("terms", names);
        let questions = schema.add_text_field("questions", prose.clone());
        let answer = schema.add_text_field("answer", prose.clone());
        let sections = schema.add_text_field("sections", prose);
        let documents = articles.iter().map(|article| {
            let mut document = TantivyDocument::new();
            for (standing, text) in standings(article) {
                let field = match standing {
                    Standing::Title => title,
                    Standing::Term => terms,
                    Standing::Question => questions,
                    Standing::Answer => answer,
                    Standing::Section => sections,
                };
                document.add_text(field, text);
            }
            document
        });
        let searcher = index(analyzer, schema.build(), documents)?;
        Ok(Self { searcher, title, terms, questions, answer, sections })
    }
}

impl PassageIndex {
    fn build(analyzer: &Analyzer, articles: &[&Article]) -> Result<Self, IndexError> {
        let mut schema = Schema::builder();
        let heading = schema.add_text_field("heading", text_options(Lengths::Ignored));
        let body = schema.add_text_field("body", text_options(Lengths::Counted));
        let mut sections = Vec::new();
        let mut documents = Vec::new();
        for (number, article) in articles.iter().enumerate() {
            for section in &article.sections {
                let mut document = TantivyDocument::new();
                document.add_text(heading, &section.heading);
                document.add_text(body, section.body.to_plain_text());
                documents.push(document);
                sections.push((number, section.id));
            }
        }
        let searcher = index(analyzer, schema.build(), documents)?;
        Ok(Self { searcher, heading, body, sections })
    }
}

/// Whether a longer text makes a match in it weaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lengths {
    Counted,
    Ignored,
}

fn text_options(lengths: Lengths) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(TOKENIZER)
        .set_index_option(IndexRecordOption::WithFreqs)
        .set_fieldnorms(lengths == Lengths::Counted);
    TextOptions::default().set_indexing_options(indexing)
}

/// An index in memory with one segment, so that document ids follow the order of the documents.
fn index(
    analyzer: &Analyzer,
    schema: Schema,
    documents: impl IntoIterator<Item = TantivyDocument>,
) -> Result<Searcher, IndexError> {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(TOKENIZER, analyzer.tokenizer());
    let mut writer = Index::builder()
        .schema(schema)
        .settings(IndexSettings::default())
        .tokenizers(tokenizers)
        .single_segment_index_writer(RamDirectory::create(), WRITER_MEMORY_BYTES)?;
    for document in documents {
        writer.add_document(document)?;
    }
    Ok(writer.finalize()?.reader()?.searcher())
}

/// The texts of an article, with where they stand in it.
fn standings(article: &Article) -> Vec<(Standing, String)> {
    let mut texts = vec![(Standing::Title, article.title.clone())];
    texts.extend(article.synonyms.iter().map(|text| (Standing::Title, text.clone())));
    texts.extend(article.terms.iter().map(|text| (Standing::Term, text.clone())));
    texts.extend(article.questions.iter().map(|text| (Standing::Question, text.clone())));
    texts.push((Standing::Answer, article.answer.to_plain_text()));
    for section in &article.sections {
        texts.push((Standing::Section, format!("{}\n{}", section.heading, section.body.to_plain_text())));
    }
    texts
}
