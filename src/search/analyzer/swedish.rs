/// Brings the genitive of definite neuters, `dataskyddets`, to the stem of `dataskyddet`: the Snowball stemmer takes
/// only the `s`.
pub(super) fn conflate(stem: &mut String) {
    if stem.chars().count() < 7 || !stem.ends_with("et") {
        return;
    }
    stem.truncate(stem.len() - 2);
    let mut backwards = stem.chars().rev();
    if let (Some(last), Some(before)) = (backwards.next(), backwards.next())
        && last == before
        && matches!(last, 'd' | 'g' | 't')
    {
        stem.pop();
    }
}

/// Who asks, and who is asked.
pub(super) const PRONOUNS: &str = "
jag mig mej min mitt mina du dig dej din ditt dina vi oss vår vårt våra ni er ert era man sig
";

/// How the titles of leaders begin: in a question they tell who asks or of whom, not what about.
pub(super) const LEADERS: &str = "kommundirektör stadsdirektör borgmästar";

/// Words that say nothing of the subject: function words, questions, politeness, and how people really type.
pub(super) const STOP_WORDS: &str = "
och i att det som en ett på är av för med till den har de inte om han men var sig från vi så kan nu hon ska
skall mot alla eller då där blir mycket vad sin andra under efter år bara få får fått göra gör gjort hans än
skulle också finns finnas detta vid år sedan vara någon något några nån nåt nåra denna dessa dess kunde kunna
behöver behöva måste borde bör vill vilja fick gå går hur varför när vem vems vilka vilken vilket vart
ens egentligen verkligen ju väl nog lite litet mer mest mindre minst samma annan annat sånt sådan sådant sådana
man mig mej dig dej oss er ert era vår vårt våra min mitt mina din ditt dina sitt sina deras henne honom dem dom
jag du ni e ä å o å va asså alltså typ liksom hej hejsan tack snälla please ok okej ja nej jo jaha hmm
säg säga säger berätta förklara förklarar förklaring betyder betyda betydelse menas menar mena innebär innebära
definition definiera begreppet begrepp ordet ord termen term kort kortfattat enkelt enkla lätt klarspråk svenska
veta vet undrar undra svar svara svarar hjälp hjälpa hjälper handlar handla gäller gälla
ut upp in ner bort över genom mellan utan innan före medan ännu redan alltid aldrig ofta snart sen ens vidare
räcker tror tänker tänka använda används brukar helt ganska väldigt jätte riktigt just precis
här hit dit därför eftersom ifall medans samt varken både antingen fast dock
kommun kommunen kommunens kommuner kommunerna kommunal kommunala
sak saker grej grejer ske sker hända händer igen sätt exempel bra dålig dåligt ny nya nytt
själv självt själva skriva skriver bli blev varit vore hade ha haft ta tar tog sätta sätter låta låter ge ger gav kom kommer komma
dag dagar dagen
allt hos åt ingen inget inga hela enligt två tre måst ur egen eget egna ihop många ändå länge längre först
fram kvar varje emot inom alls mera igenom förhand hördu hen hennes via per tills bland varandra nånstans
någonstans genast efteråt bakom sku sej hu ba tillbaka borta gång gånger första sista nästa förra enda flera
stor stora liten lilla små lång gammal gamla vanlig vanligt står ligger sitter hör heter emellan annars
åtminstone ungefär nästan
pls plz mening meningar sammanfatta sammanfattat sammanfattning snabbt snabb lista översikt förstå förstår
fattar begriper
idag imorgon ikväll igår minut minuten minuter bråttom klockan kl strax börjar började nyss
";
