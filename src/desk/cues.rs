//! Words that tell what sort of answer is wanted, in all three languages.
//!
//! Patterns are written as people type: a word, a word with `*` for any ending, or several words joined with `_`.
//! All languages are read at once, because a short question may leave its language open.

use crate::search::Word;

/// A question as lower-case words, ready to be matched.
#[derive(Debug)]
pub(super) struct Cues {
    words: Vec<String>,
}

/// "X vs Y", "skillnaden mellan X och Y", "mitä eroa on …".
const COMPARE: &str = "skillnad* skilj* vs versus kontra jämför* \
    ero eroa erot eroja eroavat eroaa eron eroavatko erotta* vertaa* vertail* \
    difference* differ differs different compare* compared distinguish";
/// Between two terms and nothing else these ask for a comparison too; "the same person" does not.
const OR: &str = "eller vai or samma sama samaa samat same";
/// The asker wants a yes or a no.
const SAME: &str = "samma sama samaa samat same";

const WHO: &str = "vem vilka kuka ketkä who whos";
const IS: &str = "är e heter on onkaan oikein is are s";
const OUR: &str = "vår vårt våra meidän meijän meiän mejän our";
/// When somebody is to be reached.
const AT: &str = "nu natt* kväll* helg* lördag* söndag* jour* yö* ilta* illalla viikonlop* lauantai* sunnuntai* nyt heti päivyst* \
    now night* evening* weekend* saturday* sunday* urgent* duty";
const CONTACT: &str = "telefon* nummer numret telefonnummer telnr mejladress* epost* post e_post* mejl kontakt* adress* \
    puhelin* puhno puhnro puhnumero* numero* soitan soittaa soitetaan ringa ringer call sähköposti* sposti* yhteystie* osoite osoitetta yhteyttä \
    phone telephone number email e_mail contact* address reach call \
    var_finns var_är missä_on where_is";

const NEXT: &str = "nästa när tid datum länk länken seuraava seuraavan milloin koska aika ajankohta päivä linkki linkin \
    next when date dates link time";

const STORE: &str = "spara* sparas lagra* logga* sparar tallen* tallessa talteen talteenko säily* säilö* logata* lokita* \
    store stored stores save saved saves keep kept log logged logs record recorded remember remembers";
const SEE: &str = "ser se läser läsa näkee näkeekö näkevätkö nähdä lukee sees see read reads";
/// What a person says of their own typing here.
const TYPED: &str = "jag_skriver jag_skrivit jag_frågar mina_frågor min_fråga mina_meddelanden \
    kirjoitan kirjoitin kirjoittamani kysyn kysymykseni kysymyksiäni mun_kysymyk* minun_kysymyk* \
    i_type i_typed i_write i_wrote i_asked my_question my_questions my_messages kyselen kyselin mitä_kysyn";
/// The conversation itself.
const CHAT: &str = "chatten samtalet keskustelu keskustelun keskustelua chat conversation conversations";
/// The same, pointed at: however long the question is, it is about this conversation.
const THIS_CHAT: &str = "den_här_chatten det_här_samtalet tämä_keskustelu tämän_keskustelun nämä_keskustelut näitä_keskusteluja \
    this_chat this_conversation these_conversations these_chats";
/// Where this conversation is.
const HERE: &str = "här hit täällä tänne here";
/// Somebody who may look on.
const SOMEBODY: &str = "någon nån joku kukaan anyone anybody someone somebody";

/// Words that people in a panic type; no article need know them for the first step to be right.
const INCIDENT: &str = "hack* hakker* phish* fishing nätfiske* kalastel* ransom* utpress* kirist* virus* viirus* haittaohjel* \
    malware intrång* dataintrång* tietomurto* murto klicka* klikkas* clicked kapad kapat kaapattu hijacked \
    stulen stulit stolen varastettu bluff* huijaus* scam* skum_länk konstigt_mejl outo_viesti strange_message";

const HELP_PHRASES: &str = "vad_kan_du vad_kan_jag_fråga kan_jag_fråga_dig fråga_dig_om vad_kan_man_fråga vem_är_du vad_är_du hur_funkar_du hur_fungerar_du \
    mistä_aiheista millä_kielillä mitä_osaat mitä_sä_osaat mitä_sinä_osaat mitä_voin_kysyä mitä_voi_kysyä sulta_voi_kysyä sinulta_voi_kysyä voinko_kysyä_sinulta kuka_olet kuka_sä_oot mikä_sinä_olet \
    vad_är_ledord mikä_on_ledord what_is_ledord what_can_you_do what_can_you_help what_can_i_ask who_are_you what_are_you how_do_you_work";
/// This program, as it is pointed at: any other bot is a tool that somebody wants to use.
const THIS_BOT: &str = "this_bot this_chatbot den_här_bot* den_här_chatbot* den_här_chattbot* fråga_bot* tämä_botti tämän_botin \
    tämä_chatbotti tältä_bot* tältä_chatbot* tällä_bot* tällä_chatbot* botilta";
/// What it may be able to: answer.
const ABLE: &str = "fråga svara svarar vet klarar kysyä vastaa tietää osaa ask answer answers know knows";
const HELP_WORDS: &str = "help hjälp apua apuva ohje ohjeet hej hejsan hei moi moro terve hi hello there start ledord \
    tack tackar kiitos kiitti thanks thank you";

impl Cues {
    pub(super) fn new(text: &str) -> Self {
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        Self { words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether any pattern of a list is in the question.
    pub(super) fn any(&self, patterns: &str) -> bool {
        patterns.split_whitespace().any(|pattern| self.find(pattern).is_some())
    }

    /// Where a pattern begins, as a place among the words.
    fn find(&self, pattern: &str) -> Option<usize> {
        let parts: Vec<&str> = pattern.split('_').collect();
        self.words.windows(parts.len()).position(|window| {
            window.iter().zip(&parts).all(|(word, part)| match part.strip_suffix('*') {
                Some(beginning) => word.starts_with(beginning),
                None => word == part,
            })
        })
    }

    pub(super) fn compares(&self) -> bool {
        self.any(COMPARE)
    }

    pub(super) fn says_or(&self) -> bool {
        self.any(OR)
    }

    pub(super) fn asks_whether_same(&self) -> bool {
        self.any(SAME)
    }

    pub(super) fn asks_when_next(&self) -> bool {
        self.any(NEXT)
    }

    /// Whether a person or a contact is asked for, given the patterns of whom, of everyone who may be asked for, and the
    /// words that tell what the question is about: with anything else among them, the question is about that.
    pub(super) fn asks_for_contact(&self, subject: &str, subjects: &str, content: &[Word]) -> bool {
        let Some(place) = subject.split_whitespace().find_map(|pattern| self.find(pattern)) else {
            return false;
        };
        let explained = |word: &Word| {
            let word = Self::new(&word.surface);
            let mut parts = subjects.split_whitespace().flat_map(|pattern| pattern.split('_'));
            [CONTACT, OUR, WHO, AT].into_iter().any(|cues| word.any(cues)) || parts.any(|part| word.any(part))
        };
        if !content.iter().all(explained) {
            return false;
        }
        let ours = place
            .checked_sub(1)
            .and_then(|before| self.words.get(before))
            .is_some_and(|word| OUR.split_whitespace().any(|our| our == word));
        let who_is = self.any(WHO) && self.any(IS) && self.len() <= 8;
        who_is && (ours || self.len() <= 5) || self.any(CONTACT) || ours && self.any(WHO)
    }

    pub(super) fn asks_whether_stored(&self) -> bool {
        let is_kept = self.any(STORE);
        let is_seen = self.any(SEE) && (self.any(WHO) || self.any(SOMEBODY) && self.any(HERE));
        let is_said_here = self.any(TYPED) || self.any(THIS_CHAT) || self.any(CHAT) && self.len() <= 8;
        is_kept && self.any(THIS_BOT) || (is_kept || is_seen) && is_said_here
    }

    /// Whether something bad seems to have happened to a device, an account or a system.
    pub(super) fn tells_of_an_incident(&self) -> bool {
        self.any(INCIDENT)
    }

    pub(super) fn asks_for_help(&self) -> bool {
        let only_help = !self.words.is_empty()
            && self.words.iter().all(|word| HELP_WORDS.split_whitespace().any(|help| help == word));
        let of_the_bot = self.any(THIS_BOT) && self.any(ABLE);
        only_help || self.len() <= 8 && (of_the_bot || self.any(HELP_PHRASES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_about_the_bot_itself_are_told_from_others() {
        for text in [
            "sparas det jag skriver här?",
            "tallennetaanko mitä kirjoitan tänne",
            "Is what I type here stored?",
            "who can see what I write here",
            "do you log my questions",
            "sparas mina frågor?",
            "kuka näkee mun kysymykset",
            "is this chat logged?",
            "näkeekö joku mitä mä kyselen täällä",
            "does this bot log what I ask",
        ] {
            assert!(Cues::new(text).asks_whether_stored(), "{text}");
        }
        for text in [
            "where is log data stored",
            "hur länge sparas loggar",
            "Hur sparar vi här hos oss våra uppgifter säkert?",
            "Do we keep records of processing here?",
            "miten säilytän asiakirjat",
            "someone read my messages, is that a breach?",
            "How can I see what data the municipality holds on me?",
        ] {
            assert!(!Cues::new(text).asks_whether_stored(), "{text}");
        }
        for text in [
            "help",
            "Hej!",
            "vad kan du?",
            "mitä osaat",
            "What can you do for me?",
            "mitä tältä botilta voi kysyä",
            "vad kan den här botten svara på?",
            "what does this bot know",
            "Millä kielillä osaat vastata ja mistä aiheista?",
        ] {
            assert!(Cues::new(text).asks_for_help(), "{text}");
        }
        for text in [
            "clicked a fishing link help",
            "hjälp vi har blivit hackade",
            "can our chatbot answer residents?",
            "can you answer me this: we got hacked",
            "",
        ] {
            assert!(!Cues::new(text).asks_for_help(), "{text}");
        }
    }
}
