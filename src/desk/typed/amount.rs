//! Lengths of time as people type them: how long a session lasts, and how long before it reminders go out.

use std::cmp::Reverse;

use super::problem::{LeadsProblem, LengthProblem};
use super::token::{Kind, Tokens};
use super::word::{exact, slip};
use crate::domain::session::Lead;

const MINUTE: u64 = 1;
const HOUR: u64 = 60;
const DAY: u64 = 24 * HOUR;
const WEEK: u64 = 7 * DAY;

/// A session shorter than this is a slip of the keyboard.
const SHORTEST_MINUTES: u64 = 5;
/// So is a longer one: sessions end on the day they begin.
const LONGEST_MINUTES: u64 = 12 * HOUR;
/// More reminders of one session are noise.
const MAX_LEADS: usize = 5;
/// Numbers are kept in hundredths, for "1,25 h".
const WHOLE: u64 = 100;

/// What a word means among amounts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Word {
    /// Minutes in the unit.
    Unit(u64),
    /// A number, in hundredths.
    Number(u64),
    /// "Half an hour".
    Half,
    /// An amount in one word, in minutes: "halvtimme".
    Whole(u64),
    And,
    /// "Before", which goes without saying.
    Filler,
}

const WORDS: [(Word, &str); 28] = [
    (Word::Unit(MINUTE), "m min mins minut minuter minuters minuutti minuuttia minuutin minute minutes"),
    (Word::Unit(HOUR), "h t tim timme timmar timma timmes timmen tunti tuntia tunnin hour hours hr hrs"),
    (Word::Unit(DAY), "d dag dagar dagen dygn pv paiva paivaa paivan vrk vuorokausi vuorokautta day days"),
    (Word::Unit(WEEK), "w v vk vko vecka veckor veckan viikko viikkoa viikon week weeks"),
    (Word::Half, "halv halvt puoli puolta half"),
    (Word::Number(WHOLE + WHOLE / 2), "puolitoista halvannan"),
    (Word::Whole(HOUR / 2), "halvtimme halvtimma halvtimmes puolituntia puolituntinen"),
    (Word::Whole(HOUR / 4), "kvart vartti varttia vartin quarter"),
    (Word::Number(WHOLE), "en ett yksi yhden one a an"),
    (Word::Number(2 * WHOLE), "tva kaksi kahden two"),
    (Word::Number(3 * WHOLE), "tre kolme kolmen three"),
    (Word::Number(4 * WHOLE), "fyra nelja neljan four"),
    (Word::Number(5 * WHOLE), "fem viisi viiden five"),
    (Word::Number(6 * WHOLE), "sex kuusi kuuden six"),
    (Word::Number(7 * WHOLE), "sju seitseman seven"),
    (Word::Number(8 * WHOLE), "atta kahdeksan eight"),
    (Word::Number(9 * WHOLE), "nio yhdeksan nine"),
    (Word::Number(10 * WHOLE), "tio kymmenen ten"),
    (Word::Number(11 * WHOLE), "elva yksitoista eleven"),
    (Word::Number(12 * WHOLE), "tolv kaksitoista twelve"),
    (Word::Number(14 * WHOLE), "fjorton neljatoista fourteen"),
    (Word::Number(15 * WHOLE), "femton viisitoista fifteen"),
    (Word::Number(20 * WHOLE), "tjugo kaksikymmenta twenty"),
    (Word::Number(30 * WHOLE), "trettio kolmekymmenta thirty"),
    (Word::Number(45 * WHOLE), "fyrtiofem neljakymmentaviisi"),
    (Word::Number(60 * WHOLE), "sextio kuusikymmenta sixty"),
    (Word::And, "och ja and samt seka"),
    (Word::Filler, "fore innan before ennen aikaisemmin aiemmin tidigare earlier ca noin about"),
];

/// An amount with the piece of text that it came from.
#[derive(Debug, PartialEq)]
struct Amount {
    /// In hundredths; `None` where only a unit stands.
    number: Option<u64>,
    /// Minutes in the unit; `None` where only a number stands.
    unit: Option<u64>,
    piece: String,
}

impl Amount {
    /// Its minutes in hundredths.
    fn hundredths(&self, unit: u64) -> u64 {
        self.number.unwrap_or(WHOLE).saturating_mul(unit)
    }
}

/// Reads amounts; the error is the piece that is not understood.
fn amounts(text: &str) -> Result<Vec<Amount>, String> {
    let tokens = Tokens::new(text);
    let mut amounts: Vec<Amount> = Vec::new();
    // A number, and the token where it begins, that waits for its unit.
    let mut waiting: Option<(u64, usize)> = None;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let begin = at;
        let unknown = || tokens.piece(begin, begin + 1);
        at += 1;
        let word = match token.kind {
            Kind::Number => {
                let number = tokens.number(begin).ok_or_else(unknown)?;
                if let Some((minutes, end)) = clock(&tokens, begin, number) {
                    at = end;
                    Word::Whole(minutes)
                } else {
                    let (number, end) = decimal(&tokens, begin, number);
                    at = end;
                    Word::Number(number)
                }
            }
            Kind::Word => {
                exact(&token.plain, &WORDS).or_else(|| slip(&token.plain, &WORDS)).ok_or_else(unknown)?
            }
            Kind::Sign if matches!(token.plain.as_str(), "," | ";" | "&" | "+" | ".") => Word::And,
            Kind::Sign => return Err(unknown()),
        };
        match word {
            Word::Number(number) => {
                if let Some((number, from)) = waiting.replace((number, begin)) {
                    amounts.push(Amount {
                        number: Some(number),
                        unit: None,
                        piece: tokens.piece(from, begin),
                    });
                }
            }
            // "En halv timme" is half an hour.
            Word::Half => {
                let from = match waiting.take() {
                    None => begin,
                    Some((WHOLE, from)) => from,
                    Some(_) => return Err(unknown()),
                };
                waiting = Some((WHOLE / 2, from));
            }
            Word::Unit(unit) => {
                let (number, from) =
                    waiting.take().map_or((None, begin), |(number, from)| (Some(number), from));
                amounts.push(Amount { number, unit: Some(unit), piece: tokens.piece(from, at) });
            }
            Word::Whole(minutes) => {
                let from = match waiting.take() {
                    None => begin,
                    Some((WHOLE, from)) => from,
                    Some(_) => return Err(unknown()),
                };
                amounts.push(Amount {
                    number: Some(WHOLE),
                    unit: Some(minutes),
                    piece: tokens.piece(from, at),
                });
            }
            Word::And => {
                if let Some((number, from)) = waiting.take() {
                    amounts.push(Amount {
                        number: Some(number),
                        unit: None,
                        piece: tokens.piece(from, begin),
                    });
                }
            }
            Word::Filler => {}
        }
        // "Half an hour".
        let is_article = matches!(tokens.word(at), Some("a" | "an"));
        at += usize::from(word == Word::Half && is_article);
    }
    if let Some((number, from)) = waiting {
        amounts.push(Amount { number: Some(number), unit: None, piece: tokens.piece(from, at) });
    }
    Ok(amounts)
}

/// `1:30`, in minutes.
fn clock(tokens: &Tokens<'_>, at: usize, hours: u16) -> Option<(u64, usize)> {
    let minutes = tokens.number(at + 2).filter(|minutes| *minutes < 60)?;
    let is_clock = tokens.is_sign(at + 1, ":") && tokens.digits(at + 2) == 2 && tokens.is_glued(at + 2);
    is_clock.then_some((u64::from(hours) * HOUR + u64::from(minutes), at + 3))
}

/// `1,5` or `1.25` in hundredths, and where it ends.
fn decimal(tokens: &Tokens<'_>, at: usize, whole: u16) -> (u64, usize) {
    let whole = u64::from(whole) * WHOLE;
    let is_mark = tokens.is_sign(at + 1, ",") || tokens.is_sign(at + 1, ".");
    let is_joined = tokens.is_glued(at + 1) && tokens.is_glued(at + 2);
    match (tokens.number(at + 2).map(u64::from), tokens.digits(at + 2)) {
        (Some(tenths), 1) if is_mark && is_joined => (whole + tenths * 10, at + 3),
        (Some(hundredths), 2) if is_mark && is_joined => (whole + hundredths, at + 3),
        _ => (whole, at + 1),
    }
}

/// How long a session lasts, in minutes: "45", "45 min", "1,5 h", "1 h 30 min", "en timme", "puoli tuntia".
///
/// # Errors
/// When the text is no length, or one under five minutes or over twelve hours.
pub fn length(text: &str) -> Result<u16, LengthProblem> {
    let amounts = amounts(text).map_err(LengthProblem::Unknown)?;
    let mut total = 0_u64;
    let mut last_unit = None;
    let mut last_was_bare = false;
    for amount in &amounts {
        let unit = match (amount.unit, last_unit) {
            (Some(unit), _) if unit < DAY && !last_was_bare => unit,
            // A number alone is in minutes, also after hours.
            (None, None | Some(HOUR)) if !last_was_bare => MINUTE,
            _ => return Err(LengthProblem::Unknown(amount.piece.clone())),
        };
        last_was_bare = amount.unit.is_none();
        last_unit = Some(unit);
        total = total.saturating_add(amount.hundredths(unit));
    }
    let minutes = (total + WHOLE / 2) / WHOLE;
    let piece = || text.trim().to_owned();
    match u16::try_from(minutes) {
        _ if amounts.is_empty() => Err(LengthProblem::Empty),
        _ if minutes < SHORTEST_MINUTES => Err(LengthProblem::TooShort(piece())),
        Ok(length) if minutes <= LONGEST_MINUTES => Ok(length),
        _ => Err(LengthProblem::TooLong(piece())),
    }
}

/// When reminders go out: "7 d, 1 d, 15 min", "7 dagar, 1 dag och 15 minuter", "viikko, päivä ja 15 min". The longest comes
/// first, each once.
///
/// # Errors
/// When the text is no list of lengths of time, or one of them or their number is too large.
pub fn leads(text: &str) -> Result<Vec<Lead>, LeadsProblem> {
    let amounts = amounts(text).map_err(LeadsProblem::Unknown)?;
    let mut found: Vec<(u64, Lead)> = Vec::new();
    // "7 och 1 dagar": the unit of a number is that of the next.
    let mut unit = None;
    for amount in amounts.iter().rev() {
        unit = amount.unit.or(unit);
        let unit = unit.ok_or_else(|| LeadsProblem::NoUnit(amount.piece.clone()))?;
        found.push(lead(amount, unit)?);
    }
    // A day goes before 24 hours, which are dropped beside it.
    found.sort_by_key(|lead| Reverse(*lead));
    found.dedup_by_key(|(minutes, _)| *minutes);
    match found.len() {
        0 => Err(LeadsProblem::Empty),
        typed if typed > MAX_LEADS => Err(LeadsProblem::TooMany { typed }),
        _ => Ok(found.into_iter().map(|(_, lead)| lead).collect()),
    }
}

/// A time before a session with its minutes.
fn lead(amount: &Amount, unit: u64) -> Result<(u64, Lead), LeadsProblem> {
    let total = amount.hundredths(unit);
    let minutes = total / WHOLE;
    let step = if unit >= DAY { DAY } else { MINUTE };
    if total == 0 || !total.is_multiple_of(step * WHOLE) {
        return Err(LeadsProblem::NotWhole(amount.piece.clone()));
    }
    let number = u16::try_from(minutes / step).ok().filter(|_| minutes <= u64::from(Lead::MAX_DAYS) * DAY);
    let number = number.ok_or_else(|| LeadsProblem::TooEarly(amount.piece.clone()))?;
    Ok((minutes, if step == DAY { Lead::Days(number) } else { Lead::Minutes(number) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_three_languages() {
        for (text, minutes) in [
            ("45", 45),
            ("45 min", 45),
            ("45min.", 45),
            ("45 minuter", 45),
            ("45 minuuttia", 45),
            ("1 h", 60),
            ("1h", 60),
            ("1,5 h", 90),
            ("1.5 hours", 90),
            ("1,25 tim", 75),
            ("1 h 30 min", 90),
            ("1h30", 90),
            ("1h 30m", 90),
            ("1:30", 90),
            ("1 tunti", 60),
            ("tunti", 60),
            ("2 tuntia", 120),
            ("puolitoista tuntia", 90),
            ("tunti ja vartti", 75),
            ("puoli tuntia", 30),
            ("en timme", 60),
            ("EN TIMMA", 60),
            ("två timmar", 120),
            ("1 timme och 15 minuter", 75),
            ("en halv timme", 30),
            ("halvtimme", 30),
            ("en kvart", 15),
            ("half an hour", 30),
            ("an hour and a half hour", 90),
            ("one hour", 60),
            ("12 h", 720),
            ("5", 5),
        ] {
            assert_eq!(length(text), Ok(minutes), "{text}");
        }
    }

    #[test]
    fn what_is_no_length_is_refused() {
        let piece = |text: &str| text.to_owned();
        for (text, problem) in [
            ("", LengthProblem::Empty),
            (" ", LengthProblem::Empty),
            ("länge", LengthProblem::Unknown(piece("länge"))),
            ("-5", LengthProblem::Unknown(piece("-"))),
            ("9-10", LengthProblem::Unknown(piece("-"))),
            ("1 dag", LengthProblem::Unknown(piece("1 dag"))),
            ("45 45", LengthProblem::Unknown(piece("45"))),
            ("999999 min", LengthProblem::Unknown(piece("999999"))),
            ("0", LengthProblem::TooShort(piece("0"))),
            ("1", LengthProblem::TooShort(piece("1"))),
            ("4 min", LengthProblem::TooShort(piece("4 min"))),
            ("721 min", LengthProblem::TooLong(piece("721 min"))),
            ("65535 h", LengthProblem::TooLong(piece("65535 h"))),
        ] {
            assert_eq!(length(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn times_before_are_read_in_three_languages() {
        use Lead::{Days, Minutes};
        let usual = vec![Days(7), Days(1), Minutes(15)];
        for (text, leads_before) in [
            ("7 d, 1 d, 15 min", usual.clone()),
            ("7d,1d,15m", usual.clone()),
            ("7d 1d 15m", usual.clone()),
            ("15 min, 1 d, 7 d, 7 d", usual.clone()),
            ("7 dagar, 1 dag och 15 minuter", usual.clone()),
            ("en vecka, en dag och 15 minuter före", usual.clone()),
            ("7 och 1 dagar och en kvart", usual.clone()),
            ("viikko, päivä ja 15 min", usual.clone()),
            ("viikkoa ennen, paivaa ennen, vartti", usual.clone()),
            ("1 vko; 1 pv; 15 min", usual.clone()),
            ("1 week, a day and 15 minutes before", usual),
            ("1 week 1 day 2 h", vec![Days(7), Days(1), Minutes(120)]),
            ("1,5 h", vec![Minutes(90)]),
            ("half an hour", vec![Minutes(30)]),
            ("1 d, 24 h", vec![Days(1)]),
            ("31 d", vec![Days(31)]),
        ] {
            assert_eq!(leads(text), Ok(leads_before), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_before_is_refused() {
        let piece = |text: &str| text.to_owned();
        for (text, problem) in [
            ("", LeadsProblem::Empty),
            ("ofta", LeadsProblem::Unknown(piece("ofta"))),
            ("7", LeadsProblem::NoUnit(piece("7"))),
            ("1 d, 15", LeadsProblem::NoUnit(piece("15"))),
            ("0 d", LeadsProblem::NotWhole(piece("0 d"))),
            ("0,5 d", LeadsProblem::NotWhole(piece("0,5 d"))),
            ("32 d", LeadsProblem::TooEarly(piece("32 d"))),
            ("5 weeks", LeadsProblem::TooEarly(piece("5 weeks"))),
            ("6 d, 5 d, 4 d, 3 d, 2 d, 1 d", LeadsProblem::TooMany { typed: 6 }),
        ] {
            assert_eq!(leads(text), Err(problem), "{text}");
        }
    }
}
