//! Any other texts, ranked by the same code as the articles: so that the ranking can be measured on public sets.

use super::analyzer::Analyzer;
use super::index::{BODY, IndexError, TITLE};
use super::query::asked_of;
use super::rank::top;
use super::texts::TextIndex;
use crate::domain::Language;

/// A text of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusText {
    /// Empty where it has none.
    pub title: String,
    /// The rest.
    pub body: String,
}

/// Texts of one language, searchable.
#[derive(Debug)]
pub struct CorpusIndex {
    analyzer: Analyzer,
    texts: TextIndex,
}

impl CorpusIndex {
    /// Indexes texts.
    ///
    /// # Errors
    /// When the index cannot be built.
    pub fn build(
        language: Language,
        texts: impl IntoIterator<Item = CorpusText>,
    ) -> Result<Self, IndexError> {
        let analyzer = Analyzer::new(language);
        let contents = texts.into_iter().map(|text| vec![text.title, text.body]);
        Ok(Self { texts: TextIndex::build(&mut analyzer.reader(), &[TITLE, BODY], contents)?, analyzer })
    }

    /// The numbers of the best `limit` texts for a question, the best first.
    ///
    /// # Errors
    /// When the index cannot be searched.
    pub fn rank(&self, question: &str, limit: usize) -> Result<Vec<usize>, IndexError> {
        let scores = self.texts.scores(&asked_of(&self.analyzer, question))?;
        Ok(top(scores, limit).into_iter().map(|(number, _)| number).collect())
    }
}
