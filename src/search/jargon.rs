//! Finds every known term in a text, inflected, compounded or written apart, in any of the three languages.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::ops::{Bound, Range};

use super::analyzer::{Analyzer, Runs, Word};
use crate::domain::language::PerLanguage;
use crate::domain::{Article, Language, TopicId};

/// A part of a compound shorter than this, in bytes of its stem, is found in too many other words.
const MIN_COMPOUND_PART: usize = 5;

/// A word of so few characters is known by its letters, not only by its stem.
const SHORT: usize = 4;
/// An English ending of more letters makes another word.
const LOST_ENDING: usize = 2;
/// So many of the last letters of a Finnish word may change with its endings.
const CHANGED_ENDING: usize = 3;
/// The most letters that an abbreviation takes as an ending when no colon is written: `CISOn`, `DPOs`.
const LONGEST_ENDING: usize = 5;

/// The terms of all articles, ready to be found in texts.
#[derive(Debug)]
pub struct Jargon {
    languages: PerLanguage<LanguageTerms>,
}

#[derive(Debug)]
struct LanguageTerms {
    language: Language,
    analyzer: Analyzer,
    /// By the stems of the term, joined with spaces.
    terms: HashMap<String, Vec<KnownTerm>>,
    /// By the stem of its first word: how many words a term may have, the most first.
    lengths: HashMap<String, BTreeSet<Reverse<usize>>>,
    /// The stems of the terms of one word, in the order of their letters.
    single: BTreeSet<String>,
    /// With which bytes those begin and end that may be a part of a compound, and how long they are.
    beginnings: HashMap<[u8; MIN_COMPOUND_PART], BTreeSet<usize>>,
    ends: HashMap<[u8; MIN_COMPOUND_PART], BTreeSet<usize>>,
}

/// The words of a text, each looked at once however often it comes.
struct ReadText<'a> {
    /// Where each stands in the text, in bytes.
    places: Vec<Range<usize>>,
    /// For each its number among the distinct ones.
    numbers: Vec<usize>,
    /// Without their stems, and as they are written.
    distinct: Vec<(Word, &'a str)>,
}

impl<'a> ReadText<'a> {
    fn of(text: &'a str) -> Self {
        let mut words = Self { places: Vec::new(), numbers: Vec::new(), distinct: Vec::new() };
        let mut known: HashMap<&str, Option<usize>> = HashMap::new();
        for place in Runs::of(text) {
            let written = text.get(place.clone()).unwrap_or_default();
            let number = *known.entry(written).or_insert_with(|| {
                let word = Word::unstemmed(written, place.clone())?;
                words.distinct.push((word, written));
                Some(words.distinct.len() - 1)
            });
            if let Some(number) = number {
                words.places.push(place);
                words.numbers.push(number);
            }
        }
        words
    }
}

/// What a language knows of a word.
struct Looked<'a> {
    word: Word,
    /// How many words the terms have that begin with it.
    lengths: Option<&'a BTreeSet<Reverse<usize>>>,
    /// Whether a term of one word begins like it.
    begins_a_term: bool,
    /// The terms of the longest known word that it begins or ends with.
    in_compound: Option<&'a Vec<KnownTerm>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct KnownTerm {
    term: String,
    words: Vec<TermWord>,
    topic: TopicId,
    rank: TermRank,
}

/// A word of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TermWord {
    /// In lower case.
    surface: String,
    /// In capitals: an abbreviation, or a name that is one, which takes its endings after a colon.
    is_capital: bool,
    /// With a capital although no heading: a name.
    is_name: bool,
}

impl TermWord {
    fn of(word: &Word, term: &str, rank: TermRank) -> Self {
        let written = term.get(word.start..word.end).unwrap_or_default();
        let is_capital =
            written.chars().count() > 1 && written.chars().all(|c| c.is_uppercase() || c.is_numeric());
        let is_name = rank != TermRank::Title && written.starts_with(char::is_uppercase);
        Self { surface: word.surface.clone(), is_capital, is_name }
    }

    /// Whether a word with the same stem may be this one: `heti` is no `hetu`, a DPA no DPO, `tosi` no TOS, and to control is not to
    /// be a controller.
    fn may_be(&self, word: &Word, language: Language) -> bool {
        let (known, typed) = (self.surface.chars().count(), word.surface.chars().count());
        if self.is_capital {
            return word.surface == self.surface;
        }
        if known <= SHORT {
            return word.surface.starts_with(&self.surface);
        }
        match language {
            Language::English => typed + LOST_ENDING >= known,
            // Stems are short where endings are many: `lunta` is no `lunnaat`.
            Language::Finnish => {
                let letters = self.surface.chars().zip(word.surface.chars());
                letters.take_while(|(one, other)| one == other).count() + CHANGED_ENDING >= known
            }
            Language::Swedish => true,
        }
    }
}

/// A title says more about where a term belongs than a mention among the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum TermRank {
    Title,
    Synonym,
    Term,
}

/// A known term in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands in the text, in bytes.
    pub place: Range<usize>,
    /// The term as an article names it.
    pub term: String,
    /// The language of the term.
    pub language: Language,
    /// The topics that explain it, the nearest first.
    pub topics: Vec<TopicId>,
    /// How the term stands in the text.
    pub form: Form,
}

/// How a term stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// By itself, inflected or not.
    Whole,
    /// As a part of a longer word.
    InCompound,
}

impl Jargon {
    /// Collects the titles, synonyms and terms of articles.
    pub fn build<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let mut languages = PerLanguage::from_fn(|language| LanguageTerms {
            language,
            analyzer: Analyzer::new(language),
            terms: HashMap::new(),
            lengths: HashMap::new(),
            single: BTreeSet::new(),
            beginnings: HashMap::new(),
            ends: HashMap::new(),
        });
        for article in articles {
            let terms = languages.get_mut(article.language);
            terms.add(article, &article.title, TermRank::Title);
            for synonym in &article.synonyms {
                terms.add(article, synonym, TermRank::Synonym);
            }
            for term in &article.terms {
                terms.add(article, term, TermRank::Term);
            }
        }
        Self { languages }
    }

    /// Every known term in a text, in the order of the text and without overlaps: the longest win, then those that
    /// stand by themselves, then those in the preferred language.
    pub fn find(&self, text: &str, preferred: Language) -> Vec<Mention> {
        self.find_those(text, preferred, |_| true)
    }

    /// The same, of those terms alone that are wanted.
    pub fn find_those(
        &self,
        text: &str,
        preferred: Language,
        wanted: impl Fn(&Candidate<'_>) -> bool,
    ) -> Vec<Mention> {
        let words = ReadText::of(text);
        let mut candidates: Vec<Candidate<'_>> = Vec::new();
        for language in Language::ALL {
            self.languages.get(language).find(&words, &mut candidates);
        }
        candidates.retain(wanted);
        candidates.sort_by_key(|mention| {
            let length = mention.place.end - mention.place.start;
            (Reverse(length), mention.form, mention.language != preferred, mention.place.start)
        });
        let mut taken = vec![false; text.len()];
        candidates.retain(|candidate| {
            let place = taken.get_mut(candidate.place.clone()).filter(|place| !place.contains(&true));
            place.map(|place| place.fill(true)).is_some()
        });
        candidates.sort_by_key(|candidate| candidate.place.start);
        candidates.into_iter().filter_map(Candidate::mention).collect()
    }
}

/// Terms that a place in a text may be.
#[derive(Debug)]
pub struct Candidate<'a> {
    place: Range<usize>,
    terms: Vec<&'a KnownTerm>,
    language: Language,
    form: Form,
}

impl Candidate<'_> {
    /// Where it stands in the text, in bytes.
    pub const fn place(&self) -> &Range<usize> {
        &self.place
    }

    /// The term that comes first, with its language and its topic.
    pub fn term(&self) -> Option<(Language, &TopicId, &str)> {
        let first = self.terms.first()?;
        Some((self.language, &first.topic, &first.term))
    }

    fn mention(self) -> Option<Mention> {
        let mut topics: Vec<TopicId> = Vec::new();
        for term in &self.terms {
            if !topics.contains(&term.topic) {
                topics.push(term.topic.clone());
            }
        }
        let term = self.terms.first()?.term.clone();
        Some(Mention { place: self.place, term, language: self.language, topics, form: self.form })
    }
}

impl LanguageTerms {
    fn add(&mut self, article: &Article, term: &str, rank: TermRank) {
        let words = self.analyzer.words(term);
        let tells = |word: &Word| !word.is_number() && !self.analyzer.is_stop_word(&word.surface);
        if !words.iter().any(tells) || words.iter().all(|word| word.surface.chars().count() < 2) {
            return;
        }
        let key = Word::stems(&words);
        if let Some(first) = words.first() {
            self.lengths.entry(first.stem.clone()).or_default().insert(Reverse(words.len()));
        }
        if words.len() == 1 {
            self.single.insert(key.clone());
            let bytes = key.as_bytes();
            if let (Some(beginning), Some(end)) = (bytes.first_chunk(), bytes.last_chunk()) {
                self.beginnings.entry(*beginning).or_default().insert(bytes.len());
                self.ends.entry(*end).or_default().insert(bytes.len());
            }
        }
        let words = words.iter().map(|word| TermWord::of(word, term, rank)).collect();
        let known = KnownTerm { term: term.to_owned(), words, topic: article.topic.clone(), rank };
        let entries = self.terms.entry(key).or_default();
        if !entries.iter().any(|entry| entry.topic == known.topic && entry.words == known.words) {
            entries.push(known);
            entries.sort_by_key(|entry| entry.rank);
        }
    }

    fn find<'a>(&'a self, words: &ReadText<'_>, candidates: &mut Vec<Candidate<'a>>) {
        let looked: Vec<Looked<'a>> =
            words.distinct.iter().map(|(word, written)| self.look_up(word, written)).collect();
        let at = |place: usize| looked.get(*words.numbers.get(place)?);
        let is_known = |looked: &Looked<'_>| {
            looked.lengths.is_some() || looked.begins_a_term || looked.in_compound.is_some()
        };
        for (start, place) in words.places.iter().enumerate() {
            let Some(first) = at(start).filter(|looked| is_known(looked)) else { continue };
            let known = first.lengths.into_iter().flatten().map(|Reverse(length)| *length);
            let joined = at(start + 1).and_then(|second| self.written_apart(first, second));
            let mut lengths: Vec<usize> = known.chain(joined.map(|_| 2)).collect();
            lengths.sort_by_key(|length| Reverse(*length));
            let whole = lengths.into_iter().find_map(|length| {
                let span = (start..start + length).map(at).collect::<Option<Vec<_>>>()?;
                let terms = self.alike(&span);
                let joined = if length == 2 { joined } else { None };
                let terms = if terms.is_empty() { joined?.iter().collect() } else { terms };
                Some((place.start..words.places.get(start + length - 1)?.end, terms, Form::Whole))
            });
            // `kenelle` is no form of Kenno.
            let whole = whole.filter(|(found, terms, _)| {
                let surface = &first.word.surface;
                found.end > place.end
                    || !self.analyzer.is_stop_word(surface)
                    || terms.iter().any(|term| term.words.iter().any(|known| known.surface == *surface))
            });
            let found = whole
                .or_else(|| Some((place.clone(), first.in_compound?.iter().collect(), Form::InCompound)));
            let candidate = |(place, terms, form)| Candidate { place, terms, language: self.language, form };
            candidates.extend(found.map(candidate).filter(|candidate| !candidate.terms.is_empty()));
        }
    }

    fn look_up(&self, word: &Word, written: &str) -> Looked<'_> {
        let word = Word { stem: self.analyzer.stem(&word.surface), ..word.clone() };
        let word = self.without_ending(word, written);
        Looked {
            lengths: self.lengths.get(&word.stem),
            begins_a_term: self.begins_a_term(&word.surface),
            in_compound: self.in_compound(&word.stem),
            word,
        }
    }

    /// An abbreviation without the ending that is written right after it.
    fn without_ending(&self, word: Word, written: &str) -> Word {
        let capitals = written.len() - written.trim_start_matches(char::is_uppercase).len();
        let (name, ending) = written.split_at(capitals);
        let is_name = name.chars().count() > 1 && (1..=LONGEST_ENDING).contains(&ending.chars().count());
        if !is_name || !ending.chars().all(char::is_lowercase) {
            return word;
        }
        let bare = self.analyzer.words(name).into_iter().next();
        let is_known = |bare: &Word| self.terms.contains_key(&bare.stem);
        match bare.filter(is_known) {
            Some(bare) => Word { surface: bare.surface, stem: bare.stem, ..word },
            None => word,
        }
    }

    /// The terms that some words may be.
    fn alike(&self, words: &[&Looked<'_>]) -> Vec<&KnownTerm> {
        let is_alike = |term: &&KnownTerm| {
            term.words.iter().zip(words).all(|(known, looked)| known.may_be(&looked.word, self.language))
        };
        let key = Word::stems(words.iter().map(|looked| &looked.word));
        self.terms.get(&key).into_iter().flatten().filter(is_alike).collect()
    }

    /// The terms that two words make when joined: "data skydd".
    fn written_apart(&self, first: &Looked<'_>, second: &Looked<'_>) -> Option<&Vec<KnownTerm>> {
        // Nearly all pairs make no word that any term begins like, and need no stem.
        if !first.begins_a_term {
            return None;
        }
        let (first, second) = (&first.word.surface, &second.word.surface);
        let joined = format!("{first}{second}");
        let one_more = first.len() + second.chars().next()?.len_utf8();
        if !self.begins_a_term(joined.get(..one_more)?) {
            return None;
        }
        self.terms.get(&self.analyzer.stem(&joined))
    }

    /// Whether the stem of a term of one word begins like this.
    fn begins_a_term(&self, beginning: &str) -> bool {
        let from = (Bound::Included(beginning), Bound::Unbounded);
        self.single.range::<str, _>(from).next().is_some_and(|term| term.starts_with(beginning))
    }

    /// The terms of the longest known word that a longer word begins or ends with.
    fn in_compound<'a>(&'a self, stem: &str) -> Option<&'a Vec<KnownTerm>> {
        // Abbreviations and names stand apart, or before a hyphen: a vahtimestari does not work for VAHTI.
        let is_plain = |terms: &&Vec<KnownTerm>| {
            !terms.iter().flat_map(|term| &term.words).any(|word| word.is_capital || word.is_name)
        };
        let known = |part: Option<&str>| self.terms.get(part?).filter(is_plain);
        let shorter = |lengths: Option<&'a BTreeSet<usize>>| {
            lengths.into_iter().flat_map(|lengths| lengths.range(..stem.len()).rev().copied())
        };
        let bytes = stem.as_bytes();
        let first = shorter(self.beginnings.get(bytes.first_chunk()?))
            .find_map(|length| Some((length, known(stem.get(..length))?)));
        let last = shorter(self.ends.get(bytes.last_chunk()?))
            .find_map(|length| Some((length, known(stem.get(stem.len() - length..))?)));
        let is_longer = last.map(|(length, _)| length) > first.map(|(length, _)| length);
        let longer = if is_longer { last } else { first };
        longer.map(|(_, terms)| terms)
    }
}
