//! Which of the three languages a text is written in.

use lingua::{LanguageDetector, LanguageDetectorBuilder};

use super::analyzer::{Analyzer, unstemmed};
use crate::domain::Language;
use crate::domain::language::PerLanguage;

/// What a known word of one language adds to its probability, as a share of all words.
const KNOWN_WORDS: f64 = 0.6;
/// What the stop words that only one language has add to its probability, as a share of those of all: the small words around
/// a foreign name are the asker's own.
const OWN_STOP_WORDS: f64 = 0.8;
/// Fewer than so many tell less.
const TELLING_STOP_WORDS: usize = 2;
/// So few words may be an abbreviation that is the same in all languages: then only where they are known tells.
const FEW_WORDS: usize = 2;
/// A lead below this is a guess.
const SURE_LEAD: f64 = 0.25;

/// Tells the three languages apart.
pub struct Detector {
    lingua: LanguageDetector,
    analyzers: PerLanguage<Analyzer>,
}

impl std::fmt::Debug for Detector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Detector").finish_non_exhaustive()
    }
}

/// The most likely language of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The language.
    pub language: Language,
    /// Whether it leads clearly.
    pub certainty: Certainty,
}

/// How far a guess may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It leads clearly.
    Sure,
    /// Another language is nearly as likely.
    Unsure,
}

impl Default for Detector {
    fn default() -> Self {
        let languages = [lingua::Language::Swedish, lingua::Language::Finnish, lingua::Language::English];
        Self {
            lingua: LanguageDetectorBuilder::from_languages(&languages).build(),
            analyzers: PerLanguage::from_fn(Analyzer::new),
        }
    }
}

impl Detector {
    /// Reads the language models, so that the first question need not wait for them.
    pub fn warm_up(&self) {
        self.lingua.compute_language_confidence_values("tietosuoja dataskydd data protection");
    }

    /// The most likely language of a text; `None` when it holds no letters.
    ///
    /// `knows` says whether the knowledge of a language holds a stem: a single word such as "dataskydd" is better
    /// told by where it is known than by its letters.
    pub fn guess(&self, text: &str, knows: impl Fn(Language, &str) -> bool) -> Option<Guess> {
        let mut likelihood = PerLanguage([0.0_f64; 3]);
        for (language, value) in self.lingua.compute_language_confidence_values(text) {
            let language = match language {
                lingua::Language::Swedish => Language::Swedish,
                lingua::Language::Finnish => Language::Finnish,
                lingua::Language::English => Language::English,
            };
            *likelihood.get_mut(language) = value;
        }
        let own_stop_words = self.own_stop_words(text, &knows);
        let all_own: usize = own_stop_words.0.iter().sum();
        let mut familiar_words = PerLanguage([0_usize; 3]);
        let mut few_words = false;
        for language in Language::ALL {
            let analyzer = self.analyzers.get(language);
            let words = analyzer.words(text);
            let letters: Vec<_> = words.iter().filter(|word| !word.is_number()).collect();
            if letters.is_empty() {
                return None;
            }
            let familiar = letters
                .iter()
                .filter(|word| analyzer.is_stop_word(&word.surface) || knows(language, &word.stem))
                .count();
            *likelihood.get_mut(language) += KNOWN_WORDS * familiar as f64 / letters.len() as f64;
            *likelihood.get_mut(language) += OWN_STOP_WORDS * *own_stop_words.get(language) as f64
                / all_own.max(TELLING_STOP_WORDS) as f64;
            *familiar_words.get_mut(language) = familiar;
            few_words = letters.len() <= FEW_WORDS;
        }
        let mut ranked = Language::ALL.map(|language| (language, *likelihood.get(language)));
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let [(language, first), (_, second), _] = ranked;
        let only_known_here = Language::ALL
            .into_iter()
            .filter(|other| *other != language)
            .all(|other| familiar_words.get(other) < familiar_words.get(language));
        let sure = first - second >= SURE_LEAD && (!few_words || only_known_here);
        let certainty = if sure { Certainty::Sure } else { Certainty::Unsure };
        Some(Guess { language, certainty })
    }

    /// How many words of a text are stop words of one language and nothing in the others: `it` is a subject in Swedish.
    fn own_stop_words(&self, text: &str, knows: impl Fn(Language, &str) -> bool) -> PerLanguage<usize> {
        let mut counts = PerLanguage([0; 3]);
        for word in unstemmed(text) {
            let written = text.get(word.start..word.end).unwrap_or_default();
            let is_letter = word.surface.chars().nth(1).is_none();
            let is_name = written.chars().all(char::is_uppercase);
            let is_stop_word =
                |language: &Language| self.analyzers.get(*language).is_stop_word(&word.surface);
            let mut languages = Language::ALL.into_iter().filter(is_stop_word);
            let (Some(language), None, false) = (languages.next(), languages.next(), is_letter || is_name)
            else {
                continue;
            };
            let is_known = |other: &Language| {
                let stem = self.analyzers.get(*other).stem(&word.surface);
                *other != language && stem.is_some_and(|stem| knows(*other, &stem))
            };
            if !Language::ALL.iter().any(is_known) {
                *counts.get_mut(language) += 1;
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(text: &str) -> Option<Guess> {
        // `it` is a subject in Swedish.
        Detector::default().guess(text, |language, stem| language == Language::Swedish && stem == "it")
    }

    #[test]
    fn small_words_tell_the_language_around_a_name_of_another() {
        for (text, language) in [
            ("What is Digiturvakompassi?", Language::English),
            ("Vad är Digiturvakompassi?", Language::Swedish),
            ("tietosuojavastaava vs tietoturvavastaava whats the difference", Language::English),
            ("är varautuminen o valmius samma sak på svenska", Language::Swedish),
            ("mikä on dataskyddsombud suomeksi", Language::Finnish),
            ("ensam it-säkerhetsperson", Language::Swedish),
            ("IT-tuki ei vastaa", Language::Finnish),
            ("tiedonhallintalaki 4 a luku", Language::Finnish),
            ("KUN-TVV medlemskap för kommunen", Language::Swedish),
        ] {
            assert_eq!(guess(text).map(|guess| guess.language), Some(language), "{text}");
        }
        let sure = Guess { language: Language::English, certainty: Certainty::Sure };
        assert_eq!(guess("What is it that VAHTI does for us?"), Some(sure));
        assert_eq!(guess(""), None);
        assert_eq!(guess("621 1999"), None);
    }
}
