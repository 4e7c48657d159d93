/// Endings of stems that are one word in another case, and what they are brought to. The Snowball stemmer leaves
/// them apart: `turvallisuus`, `turvallisuuden` and `turvallisuutta` get three stems.
const ENDINGS: [(&str, &str); 21] = [
    ("uuks", "uu"),
    ("uus", "uu"),
    ("uud", "uu"),
    ("uut", "uu"),
    ("yyks", "yy"),
    ("yys", "yy"),
    ("yyd", "yy"),
    ("yyt", "yy"),
    ("eus", "eu"),
    ("eud", "eu"),
    ("eut", "eu"),
    ("uks", "u"),
    ("us", "u"),
    ("yks", "y"),
    ("ys", "y"),
    ("min", "m"),
    ("mis", "m"),
    ("ain", "ai"),
    ("ais", "ai"),
    ("äin", "äi"),
    ("äis", "äi"),
];
/// The strong grade of a stem's last consonants, and the weak one to which it is brought.
const GRADES: [(&str, &str); 5] = [("nt", "n"), ("lt", "l"), ("rt", "r"), ("nk", "n"), ("ng", "n")];
/// Shorter stems keep their endings: too many words would fall together.
const MIN_CHARS: usize = 5;

/// Brings stems of one word together that the stemmer leaves apart.
pub(super) fn conflate(stem: &mut String) {
    let long = stem.chars().count() >= MIN_CHARS;
    if let Some((ending, short)) = ENDINGS.iter().find(|(ending, _)| long && stem.ends_with(ending)) {
        stem.truncate(stem.len() - ending.len());
        stem.push_str(short);
    }
    let mut backwards = stem.chars().rev();
    if backwards.next().is_some_and(is_vowel) && backwards.next().is_some_and(|before| !is_vowel(before)) {
        stem.pop();
    }
    if stem.ends_with('d') {
        stem.pop();
        stem.push('t');
    }
    if let Some((strong, weak)) = GRADES.iter().find(|(strong, _)| long && stem.ends_with(strong)) {
        stem.truncate(stem.len() - strong.len());
        stem.push_str(weak);
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö')
}

/// Who asks, and who is asked.
pub(super) const PRONOUNS: &str = "
minä minun minua minut minulla minulle minulta minusta mä mun mua mulle mulla sinä sinun sinua sinulla sinulle sä
sun me meidän meitä meillä meille te teidän teitä teillä teille
";

/// How the titles of leaders begin: in a question they tell who asks or of whom, not what about.
pub(super) const LEADERS: &str = "kunnanjohtaj kaupunginjohtaj pormestar";

/// Words that say nothing of the subject: function words, questions, politeness, and how people really type.
pub(super) const STOP_WORDS: &str = "
ja on ei se että oli mutta ovat hän joka kun jos niin kuin kuten myös tai sekä eli vaan vai sillä koska vaikka
olla ole olen olet olemme olette olisi olivat ollut olleet en et emme ette eivät eikä älä älkää
minä mä mää mie sinä sä sää sie me te he ne nämä nää tämä tää tuo nuo tätä tässä tästä tähän tälle tällä sitä
siinä siitä siihen sille sillä niitä niistä niihin näitä tuota sen minun mun minua minulle mulle minulla mulla sinun
sun meidän meijän meille meillä teidän teijän heidän hänen häntä itse
mikä mitä mitkä minkä missä mistä mihin mille millä miksi miten milloin koska kuka ketkä kenen kenelle keneltä
kumpi kumpaa kumpaan montako paljonko kuinka millainen minkälainen onko onks oliko eikö voiko voiks saako saaks
pitääkö tarviiko tarvitseeko tuleeko olisiko
pitää piti täytyy tulee tule tulla tuli saa saada saan saamme sai voi voida voin voimme voisi voivat tehdä tehdään
tekee teen teemme tehtävä tarvitsee tarvii tarvita haluan haluaa haluta haluu haluais aikoo
tarkoittaa tarkoitetaan tarkoittaako tarkottaa meinaa merkitsee selitä selittää selitys kerro kertoa sano
määritelmä käsite sana termi lyhyesti yksinkertaisesti selkosuomeksi selkokielellä suomeksi pähkinänkuoressa
ihmeen ihme oikein oikeasti oikeestaan todella aivan ihan vähän paljon enemmän vielä jo aina usein joskus heti nyt
sitten sit siis niinku tota no joo juu kyllä ehkä vain yli alle ennen jälkeen aikana kanssa ilman asti saakka
varten mukaan vastaan välillä kautta takia vuoksi
joku jotain jotakin jonkun joku joskus jossain kaikki kaikkea kaiken muu muuta muut muita toinen toista sama samaa
sellainen tällainen tällanen semmonen tommonen tämmönen
hei moi moro terve kiitos kiitti kiitoksia ole hyvä please ok okei
asia asiaa asian asiat asioita juttu homma tapa esimerkki uusi uutta hyvä huono
kunta kunnan kuntaa kunnassa kunnalle kunnalta kunnasta kuntien kunnat kunnissa
tietää tiedätkö tiedän vastaa vastata vastaus apua auttaa liittyy koskee koskevat
mennä menee lähteä ottaa ota otan antaa anna annan laittaa laita panna jää jäädä alkaa loppua
ekana eka mut ku et sekään myöskään
päivä päivää päivän päivässä aikaa
ettei koko mitään pitäisi pitäis kukaan ketään ketä kelle kehen jossa jotka jonka joita jolla jolle jota josta
johon voinko voidaanko saanko saadaanko täytyykö kuuluuko kuuluu kuulu yhä enää enkä silti pois mukana
kokonaan kesken läpi ulos suoraan vasta entä toiseen toisen toisella yksi yhden yhtä kaksi kahden kolme kolmen
jokin jokainen johonkin jostain jollakin jollekin oo oon minne sinne siellä täällä muualla niiden muiden
häneltä hänelle meitä meidät meiltä minut minusta ovatko nykyään silloin juuri jotta mikään tahansa takaisin
kauan kauanko koskaan monta miks miksei samalla samaan samasta saman olemassa olevan tämän yhdessä varalta
kannalta puoleen nojalla liikaa liian melkein muuten toki edes eihän eiks eikai ootko oletko oliks niitten
tälläkin
pls plz lause lauseella lauseessa virkkeellä tiivistä tiivistetysti tiivistelmä nopeasti pikaisesti äkkiä
lista listan listaa suunnilleen sanoin sanalla ymmärrä ymmärtää tajua
tänään huomenna huomiseksi eilen illalla äsken minuutti minuuttia minuutin minuutissa kello klo kiire kiireesti
";
