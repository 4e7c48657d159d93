//! The words of days and times in three languages, as people type them: lower case and without marks on letters.

use jiff::civil::Weekday;

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A day of the week.
    Day(Weekday),
    /// The same day of every week.
    Days(Weekday),
    /// Monday to Friday.
    Workdays,
    /// A month of the year.
    Month(i8),
    /// Second, or other as in "every other".
    Nth(u8),
    Last,
    Every,
    EveryOther,
    Fortnightly,
    /// "Välein": an interval stands before it.
    Apart,
    Count(u16),
    Unit(Unit),
    /// "Weekly".
    Adverb(Unit),
    /// A day, as in "the last day" or "15 days".
    AnyDay,
    Daily,
    Clock,
    Am,
    Pm,
    From,
    Next,
    /// So many days from today.
    Relative(i8),
    And,
    Of,
    The,
    Filler,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Week,
    Month,
    Year,
}

/// Shorter words are read only as they are: another letter makes another word of them.
const SLIP_CHARS: usize = 5;

/// Words with their meaning; a `*` stands for any ending, and the first that fits counts.
const WORDS: [(Word, &str); 74] = [
    (Word::Days(Weekday::Monday), "mandagar* maanantaisin mondays"),
    (Word::Days(Weekday::Tuesday), "tisdagar* tiistaisin tuesdays"),
    (Word::Days(Weekday::Wednesday), "onsdagar* keskiviikkoisin wednesdays"),
    (Word::Days(Weekday::Thursday), "torsdagar* torstaisin thursdays"),
    (Word::Days(Weekday::Friday), "fredagar* perjantaisin fridays"),
    (Word::Days(Weekday::Saturday), "lordagar* lauantaisin saturdays"),
    (Word::Days(Weekday::Sunday), "sondagar* sunnuntaisin sundays"),
    (Word::Day(Weekday::Monday), "mandag mandagen maanantai* monday man ma mon"),
    (Word::Day(Weekday::Tuesday), "tisdag tisdagen tiistai* tuesday tis ti tue tues"),
    (
        Word::Day(Weekday::Wednesday),
        "onsdag onsdagen keskiviikko keskiviikkona keskiviikkoa keskiviikon wednesday ons ke wed weds",
    ),
    (Word::Day(Weekday::Thursday), "torsdag torsdagen torstai* thursday tors tor to thu thur thurs"),
    (Word::Day(Weekday::Friday), "fredag fredagen perjantai* friday fre fr pe fri"),
    (Word::Day(Weekday::Saturday), "lordag lordagen lauantai* saturday lor la sat"),
    (Word::Day(Weekday::Sunday), "sondag sondagen sunnuntai* sunday son su sun"),
    (Word::Workdays, "vardag vardagar arkisin arkipaiva* weekday weekdays"),
    (Word::Month(1), "januari january tammikuu* jan"),
    (Word::Month(2), "februari february helmikuu* feb"),
    (Word::Month(3), "mars march maaliskuu* mar"),
    (Word::Month(4), "april huhtikuu* apr"),
    (Word::Month(5), "maj may toukokuu*"),
    (Word::Month(6), "juni june kesakuu* jun"),
    (Word::Month(7), "juli july heinakuu* jul"),
    (Word::Month(8), "augusti august elokuu* aug"),
    (Word::Month(9), "september syyskuu* sep sept"),
    (Word::Month(10), "oktober october lokakuu* okt oct"),
    (Word::Month(11), "november marraskuu* nov"),
    (Word::Month(12), "december joulukuu* dec"),
    (Word::Nth(1), "forsta forste ensimmainen ensimmaise* eka ekana first"),
    (Word::Nth(2), "andra andre annan toinen toisen toisena toka second other"),
    (Word::Nth(3), "tredje kolmas kolmannen kolmantena third"),
    (Word::Nth(4), "fjarde neljas neljannen neljantena fourth"),
    (Word::Nth(5), "femte viides viidennen viidentena fifth"),
    (Word::Last, "sista siste viimeinen viimeisen viimeisena vika last"),
    (Word::EveryOther, "varannan vartannat vartannan"),
    (Word::Fortnightly, "fortnightly"),
    (Word::Every, "varje var vart alla joka jokainen every each"),
    (Word::Apart, "valein"),
    (Word::Count(1), "en ett yksi yhden one"),
    (Word::Count(2), "tva kaksi kahden two"),
    (Word::Count(3), "tre kolme kolmen three"),
    (Word::Count(4), "fyra nelja neljan four"),
    (Word::Count(5), "fem viisi viiden five"),
    (Word::Count(6), "sex kuusi kuuden six"),
    (Word::Adverb(Unit::Week), "veckovis viikoittain weekly"),
    (Word::Adverb(Unit::Month), "manatlig* manadsvis kuukausittain monthly"),
    (Word::Adverb(Unit::Year), "arligen arsvis vuosittain yearly annually"),
    (Word::Daily, "dagligen paivittain daily"),
    (Word::Unit(Unit::Week), "vecka veckan veckor viikko viikon viikkoa week weeks vko"),
    (
        Word::Unit(Unit::Month),
        "manad manaden manads manadens manader kuukausi kuukauden kuukautta kuukaudessa",
    ),
    (Word::Unit(Unit::Month), "kuu kuun kuuta kuussa month months kk"),
    (Word::Unit(Unit::Year), "ar aret vuosi vuoden vuotta year years"),
    (Word::AnyDay, "dag dagen dagar paiva paivana paivan paivaa pv day days"),
    (Word::Clock, "kl klo klockan kello at"),
    (Word::Am, "am"),
    (Word::Pm, "pm"),
    (Word::From, "fran from fom starting start startar borjar borjan alkaa alkaen lahtien since"),
    (Word::Next, "nasta kommande ensi seuraava seuraavana tuleva tulevana next"),
    (Word::Relative(-1), "igar eilen yesterday"),
    (Word::Relative(0), "idag tanaan today"),
    (Word::Relative(1), "imorgon huomenna tomorrow"),
    (Word::Relative(2), "overmorgon ylihuomenna"),
    (Word::And, "och ja and samt seka"),
    (Word::Of, "of i in"),
    (Word::The, "den the det"),
    (Word::Filler, "on pa om av med oclock t till this denna tana a"),
    (Word::Filler, "morgonen aamulla formiddagen aamupaivalla iltapaivalla eftermiddagen"),
    // Seven to twelve, for intervals and lengths.
    (Word::Count(7), "sju seitseman seven"),
    (Word::Count(8), "atta kahdeksan eight"),
    (Word::Count(9), "nio yhdeksan nine"),
    (Word::Count(10), "tio kymmenen ten"),
    (Word::Count(11), "elva yksitoista eleven"),
    (Word::Count(12), "tolv kaksitoista twelve"),
    (Word::Count(14), "fjorton neljatoista fourteen"),
    (Word::Count(15), "femton viisitoista fifteen"),
];

impl Word {
    /// Whether a slip of the keyboard is forgiven. Not in small words, whose neighbours mean something else.
    const fn forgives(self) -> bool {
        !matches!(
            self,
            Self::From | Self::Filler | Self::Of | Self::The | Self::And | Self::Clock | Self::Relative(_)
        )
    }
}

/// The meaning of a word.
pub(super) fn meaning(word: &str) -> Option<Word> {
    exact(word, &WORDS).or_else(|| slip(word, &WORDS).filter(|word| word.forgives()))
}

/// The meaning of a word that stands in a list.
pub(super) fn exact<T: Copy>(word: &str, words: &[(T, &str)]) -> Option<T> {
    let found = words.iter().find(|(_, patterns)| patterns.split(' ').any(|pattern| fits(pattern, word)));
    found.map(|(meaning, _)| *meaning)
}

/// The meaning of a word that is one slip of the keyboard away from one in a list, where only one meaning is so near.
pub(super) fn slip<T: Copy + PartialEq>(word: &str, words: &[(T, &str)]) -> Option<T> {
    let is_long = |text: &str| text.chars().nth(SLIP_CHARS - 1).is_some();
    let near = |pattern: &str| {
        let pattern = pattern.trim_end_matches('*');
        is_long(pattern)
            && word.len().abs_diff(pattern.len()) <= 1
            && strsim::osa_distance(pattern, word) == 1
    };
    let mut found = words
        .iter()
        .filter(|(_, patterns)| is_long(word) && patterns.split(' ').any(near))
        .map(|(meaning, _)| *meaning);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

fn fits(pattern: &str, word: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == pattern,
    }
}
