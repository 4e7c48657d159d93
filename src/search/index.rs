//! One language's articles in a tantivy index in memory, with passages by heading.

use tantivy::directory::RamDirectory;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, IndexSettings, Searcher, TantivyDocument, TantivyError};

use super::analyzer::Analyzer;
use super::vocabulary::{Standing, Vocabulary};
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
    pub(super) fields: Fields,
    pub(super) searcher: Searcher,
    pub(super) vocabulary: Vocabulary,
    /// What each document of the index is, in the order of document ids.
    pub(super) documents: Vec<Document>,
    /// By document of a whole article: its place in the list that the snapshot keeps.
    pub(super) articles: Vec<usize>,
}

impl std::fmt::Debug for LanguageIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LanguageIndex").field("articles", &self.articles.len()).finish_non_exhaustive()
    }
}

/// A document of the index: a whole article, or one of its sections.
#[derive(Clone, Copy, Debug)]
pub(super) struct Document {
    /// The article's place in this language's list.
    pub(super) article: usize,
    /// The section, or `None` for the article as a whole.
    pub(super) section: Option<SectionId>,
}

/// The fields of the index. The first five belong to whole articles, the last two to passages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) title: Field,
    pub(super) terms: Field,
    pub(super) questions: Field,
    pub(super) answer: Field,
    pub(super) sections: Field,
    pub(super) heading: Field,
    pub(super) passage: Field,
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
        let (schema, fields) = schema();
        let tokenizers = TokenizerManager::default();
        tokenizers.register(TOKENIZER, analyzer.tokenizer());
        let mut writer = Index::builder()
            .schema(schema)
            .settings(IndexSettings::default())
            .tokenizers(tokenizers)
            .single_segment_index_writer(RamDirectory::create(), WRITER_MEMORY_BYTES)?;
        let mut vocabulary = Vocabulary::default();
        let mut documents = Vec::new();
        let mut places = Vec::new();
        for (number, (place, article)) in articles.into_iter().enumerate() {
            places.push(place);
            let mut whole = TantivyDocument::new();
            for (field, standing, text) in whole_article(&fields, article) {
                whole.add_text(field, &text);
                for word in analyzer.words(&text) {
                    vocabulary.add(&word.stem, number, standing);
                }
            }
            writer.add_document(whole)?;
            documents.push(Document { article: number, section: None });
            for section in &article.sections {
                let mut passage = TantivyDocument::new();
                passage.add_text(fields.heading, &section.heading);
                passage.add_text(fields.passage, section.body.to_plain_text());
                writer.add_document(passage)?;
                documents.push(Document { article: number, section: Some(section.id) });
            }
        }
        let searcher = writer.finalize()?.reader()?.searcher();
        Ok(Self { analyzer, fields, searcher, vocabulary, documents, articles: places })
    }
}

impl LanguageIndex {
    /// Whether a title, a term or an example question holds a stem.
    pub fn knows(&self, stem: &str) -> bool {
        self.vocabulary.is_named(stem)
    }
}

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexing =
        TextFieldIndexing::default().set_tokenizer(TOKENIZER).set_index_option(IndexRecordOption::WithFreqs);
    let options = TextOptions::default().set_indexing_options(indexing);
    let mut field = |name| builder.add_text_field(name, options.clone());
    let fields = Fields {
        title: field("title"),
        terms: field("terms"),
        questions: field("questions"),
        answer: field("answer"),
        sections: field("sections"),
        heading: field("heading"),
        passage: field("passage"),
    };
    (builder.build(), fields)
}

/// The texts of a whole article, with their fields.
fn whole_article(fields: &Fields, article: &Article) -> Vec<(Field, Standing, String)> {
    let mut texts = vec![(fields.title, Standing::Title, article.title.clone())];
    texts.extend(article.synonyms.iter().map(|text| (fields.title, Standing::Title, text.clone())));
    texts.extend(article.terms.iter().map(|text| (fields.terms, Standing::Term, text.clone())));
    texts.extend(article.questions.iter().map(|text| (fields.questions, Standing::Question, text.clone())));
    texts.push((fields.answer, Standing::Answer, article.answer.to_plain_text()));
    for section in &article.sections {
        let text = format!("{}\n{}", section.heading, section.body.to_plain_text());
        texts.push((fields.sections, Standing::Section, text));
    }
    texts
}
