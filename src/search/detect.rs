//! Which of the three languages a text is written in.

use lingua::{LanguageDetector, LanguageDetectorBuilder};

use super::analyzer::{Analyzer, Word};
use crate::domain::Language;
use crate::domain::language::PerLanguage;

/// What a known word of one language adds to its probability, as a share of all words.
const KNOWN_WORDS: f64 = 0.6;
/// What the stop words that are nothing in the other languages add to the probability of theirs, as a share of all such: the
/// small words around a foreign name are the asker's own.
const OWN_STOP_WORDS: f64 = 1.2;
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
        // Every language cuts a text into the same words; only their stems differ.
        let words = PerLanguage::from_fn(|language| self.analyzers.get(language).words(text));
        let (mut letters, mut own_stop_words) = (0_usize, PerLanguage([0_usize; 3]));
        let mut familiar_words = PerLanguage([0_usize; 3]);
        for (place, word) in words.get(Language::English).iter().enumerate() {
            if word.is_number() {
                continue;
            }
            letters += 1;
            let is_stop_word = |language| self.analyzers.get(language).is_stop_word(&word.surface);
            let is_known = |language| {
                words.get(language).get(place).is_some_and(|word: &Word| knows(language, &word.stem))
            };
            let familiar: Vec<Language> = Language::ALL
                .into_iter()
                .filter(|language| is_stop_word(*language) || is_known(*language))
                .collect();
            for language in &familiar {
                *familiar_words.get_mut(*language) += 1;
            }
            // `it` is a subject in Swedish, `KUN` and a lone letter are names.
            let written = text.get(word.start..word.end).unwrap_or_default();
            let is_name = written.chars().count() < 2 || written.chars().all(char::is_uppercase);
            if let [only] = familiar.as_slice()
                && is_stop_word(*only)
                && !is_name
            {
                *own_stop_words.get_mut(*only) += 1;
            }
        }
        if letters == 0 {
            return None;
        }
        let all_own = own_stop_words.0.iter().sum::<usize>().max(TELLING_STOP_WORDS);
        for language in Language::ALL {
            let share = |count: usize, all: usize| count as f64 / all as f64;
            *likelihood.get_mut(language) += KNOWN_WORDS * share(*familiar_words.get(language), letters)
                + OWN_STOP_WORDS * share(*own_stop_words.get(language), all_own);
        }
        let mut ranked = Language::ALL.map(|language| (language, *likelihood.get(language)));
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let [(language, first), (_, second), _] = ranked;
        let only_known_here = Language::ALL
            .into_iter()
            .filter(|other| *other != language)
            .all(|other| familiar_words.get(other) < familiar_words.get(language));
        let sure = first - second >= SURE_LEAD && (letters > FEW_WORDS || only_known_here);
        let certainty = if sure { Certainty::Sure } else { Certainty::Unsure };
        Some(Guess { language, certainty })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(text: &str) -> Option<Guess> {
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
            ("What does Kyberturvallisuuskeskus do for municipalities?", Language::English),
            ("Huoltovarmuuskeskus, what has that got to do with us?", Language::English),
        ] {
            assert_eq!(guess(text).map(|guess| guess.language), Some(language), "{text}");
        }
        let sure = Guess { language: Language::English, certainty: Certainty::Sure };
        assert_eq!(guess("What is it that VAHTI does for us?"), Some(sure));
        assert_eq!(guess("program?").map(|guess| guess.certainty), Some(Certainty::Unsure));
        assert_eq!(guess(""), None);
        assert_eq!(guess("621 1999"), None);
    }
}
