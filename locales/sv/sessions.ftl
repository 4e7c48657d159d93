# Sessions of networks.

## What anyone is told.

sessions-title = { $network }: nästa gång
sessions-none = { $network }: inga datum har lagts till än. Värden eller er administratör kan lägga till dem.
sessions-past = { $network }: inga kommande datum just nu. Värden eller er administratör kan lägga till nästa.
sessions-paused = { $network }: träffarna har paus just nu.
session-start = { $moment }
session-when = { $moment } ({ $length })
session-topic = Ämne: { $topic }
session-speaker = Talare: { $speaker }
session-link = Delta här: { $link }
session-note = Bra att veta: { $note }
session-host = Värd: { $host }
session-language = { $language ->
    [sv] Språk: svenska
    [fi] Språk: finska
   *[en] Språk: engelska
}
under-way = Pågår just nu. Slutar { $moment }.
unconfirmed = Uppgifterna är inte bekräftade än. Ämne och länk kommer när värden har bekräftat dem.
skipped-date = Inställt: { $moment }.
next-is = Nästa gång: { $moment }.
then-is = Sedan: { $moment }.
calendar-here = { $network }, { $moment }, som kalenderfil. Öppna den, så hamnar träffen i din kalender.
calendar-feed = Alla datum i din kalender: prenumerera på { $url }. Ge inte adressen vidare: den som har den kan läsa kalendern.

## Private reminders.

followed = Klart. Du får påminnelser om { $network } i privata meddelanden. Ingen annan ser det. Du slutar när du vill med knappen.
followed-already = Du får redan påminnelser om { $network } i privata meddelanden. Du slutar när du vill med knappen.
unfollowed = Klart. Du får inga fler privata påminnelser om { $network }.
not-followed = Du får inga privata påminnelser om { $network }, så det finns inget att avsluta.
follow-nobody = Här vet jag inte vem du är, så jag kan inte skicka något privat till dig. Prova i en chatt där du är inloggad.
private-reminder = Du får det här för att du följer nätverket. Sluta när du vill med knappen.

## Reminders and notices.

reminder-title = { $network }: { $when }
today = i dag
tomorrow = i morgon
in-days = om { $count } dagar
in-minutes = { $count ->
    [one] om 1 minut
   *[other] om { $count } minuter
}
has-started = har börjat
reminder-late = Den här påminnelsen kommer sent. Den skulle ha kommit { $moment }.
moved-title = { $network } flyttas
moved-notice = Inte { $before } utan { $after }.
moved-back-title = { $network } hålls som planerat
moved-back-notice = Träffen hålls ändå den första tiden: { $after }.
skipped-title = { $network } är inställt
skipped-notice = Det blir ingen träff { $moment }.
recap-title = { $network } { $date } i korthet

## The question to a host.

still-on-title = { $network }: blir det av?
still-on = Blir { $network } av { $moment }? Vad är ämnet, och gäller länken?
still-on-deputy = Du får frågan som ersättare. { $hosts } har inte svarat än.
still-on-no-topic = Ämne: inget än
still-on-link = Länk om du svarar ja: { $link }
still-on-no-link = Länk: ingen än
still-on-else = Om ingen svarar går påminnelsen ut utan länk, och den säger att uppgifterna inte är bekräftade.

## What a host is told when something was not delivered.

trouble-title = { $network }: något kom inte fram
trouble-about = Det gäller { $network }, { $moment }.
sent-instead = Det gick till { $place } i stället.
what-to-do-person = { $place } tar inte emot privata meddelanden från mig. Be om att de tillåts.
what-to-do-heading = Gör så här
pass-on-heading = Det här kan du själv skicka vidare
reason = { $reason ->
    [skipped] träffen är inställd
    [moved] träffen är flyttad
    [paused] serien har paus
    [ended] serien har avslutats
    [unfollowed] mottagaren vill inte längre ha påminnelser
    [answered] frågan är redan besvarad
    [gone] det den gällde finns inte längre
    [too_late] det var för sent
    [forbidden] jag får inte skriva där
    [not_found] mottagaren finns inte
    [rejected] meddelandet togs inte emot
    [history_unreadable] jag fick inget svar och får inte läsa vad som redan står där
   *[restored] jag startades om från en säkerhetskopia
}
what-to-do = { $reason ->
    [forbidden] Be den som sköter kanalen att låta mig se den och skriva där.
    [not_found] Kontrollera mottagaren i inställningarna, under [[network]], eller avsluta serien och utlys den på nytt med en annan kanal.
    [rejected] Kontrollera ämnet och länken. Hjälper det inte, säg till er administratör.
    [history_unreadable] Titta i kanalen om meddelandet kom fram. Be den som sköter kanalen att låta mig läsa historiken.
    [restored] Titta i kanalen om meddelandet kom fram.
    [too_late] Säg till deltagarna själv, om det ännu behövs.
   *[other] Titta på kvittot, och säg till er administratör om något ser fel ut.
}

## Receipts.

receipt-title = { $network }: kvitto
receipt-intro = Det här har skickats för { $network }, och det här är på väg.
receipt-line = { $what }, { $place }: { $outcome }
receipt-private =
    { $what }, privat till { $count ->
        [one] 1 följare
       *[other] { $count } följare
    }: { $outcome }
receipt-nothing = Inget har skickats, och inget är på väg.
outcome-planned = ska skickas { $moment }
outcome-trying = { $count ->
    [one] på väg, 1 försök hittills
   *[other] på väg, { $count } försök hittills
}
outcome-sent = planerad till { $due }, skickad { $moment } { $count ->
        [one] på första försöket
       *[other] efter { $count } försök
    }
outcome-unknown = kan ha kommit fram, men jag vet inte säkert; { $reason }
outcome-cancelled = skickas inte; { $reason }
outcome-missed = kom inte fram; { $reason }
state-planned = ska skickas
state-claimed = skickas just nu
state-sent = skickad
state-unknown = vet inte om den kom fram
state-cancelled = skickas inte
state-missed = kom inte fram
purpose-reminder = Påminnelse { $lead }
purpose-still-on = Frågan om träffen blir av
purpose-still-on-deputy = Frågan till ersättaren
purpose-moved = Beskedet om ny tid
purpose-skipped = Beskedet om att träffen är inställd
purpose-recap = Sammandraget
purpose-trouble = Beskedet om att något inte kom fram
place-channel = kanal { $id }
place-host = värden
place-admin = administratören
place-followers = { $count ->
    [one] privat till 1 följare
   *[other] privat till { $count } följare
}
lead-days = { $count ->
    [one] 1 dag före
   *[other] { $count } dagar före
}
lead-time = { $length } före
minutes = { $count ->
    [one] 1 minut
   *[other] { $count } minuter
}

## How a series recurs.

weekday-name = { $day }
rhythm-once = en gång, { $moment }
rhythm-weekly =
    { $every ->
        [1] varje vecka
        [2] varannan vecka
       *[other] var { $every }:e vecka
    }: { $days } kl. { $time }
rhythm-monthly-weekday =
    { $nth ->
        [1] första
        [2] andra
        [3] tredje
        [4] fjärde
        [5] femte
       *[other] sista
    } { $day }en { $every ->
        [1] i varje månad
        [2] varannan månad
       *[other] var { $every }:e månad
    } kl. { $time }
rhythm-monthly-date =
    { $day ->
        [0] sista dagen
       *[other] den { $day }
    } { $every ->
        [1] i varje månad
        [2] varannan månad
       *[other] var { $every }:e månad
    } kl. { $time }
rhythm-yearly =
    { $every ->
        [1] varje år
        [2] vartannat år
       *[other] vart { $every }:e år
    } från { $date } kl. { $time }
series-line = { $network }: { $rhythm }

## What a host sees before saving, and in the list.

preview-draft-title = { $network }: förslag
preview-title = { $network }: kommande datum
preview-not-saved = Inte sparat än. Ser det rätt ut, spara. Annars utlyser du på nytt.
preview-rhythm = När: { $rhythm } ({ $length })
preview-no-link = Ingen länk än
preview-dates = Datum
preview-reminders = Påminnelser
preview-places = Skickas till: { $places }
preview-nowhere = Ingen kanal är vald, så påminnelserna går bara till dem som följer nätverket.
preview-asks = { $days ->
    [one] En dag före frågar jag { $hosts } om träffen blir av.
   *[other] { $days } dagar före frågar jag { $hosts } om träffen blir av.
}
mark-skipped = inställt
mark-moved = flyttat från { $moment }
mark-summer-time-began = sommartiden har just börjat
mark-summer-time-ended = sommartiden har just slutat
mark-clock-change = klockan ställs om just då
mark-holiday =
    { $holiday ->
         [new-years-day] nyårsdagen
         [epiphany] trettondagen
         [good-friday] långfredagen
         [easter-sunday] påskdagen
         [easter-monday] annandag påsk
         [may-day] första maj
         [ascension-day] Kristi himmelsfärdsdag
         [whit-sunday] pingstdagen
         [midsummer-eve] midsommarafton
         [midsummer-day] midsommardagen
         [all-saints-day] alla helgons dag
         [independence-day] självständighetsdagen
         [christmas-eve] julafton
         [christmas-day] juldagen
         [boxing-day] annandag jul
       *[new-years-eve] nyårsafton
    }
mark-july = juli, många har semester
state-draft = Inte sparat än.
state-paused = Har paus.
state-ended = Avslutad.
list-intro = { $count ->
    [one] Ett nätverk har sina träffar här.
   *[other] { $count } nätverk har sina träffar här.
}
list-nothing = Inga datum än.
list-yours = Du är värd här.
list-line = { $rhythm }. { $state } (nr { $number })

## What a host has changed.

sessions-saved = Sparat. Nu sköter jag påminnelserna för { $network }.
sessions-already-saved = { $network } är redan sparat. Inget har ändrats.
sessions-clash = Obs: { $network } har redan en träff { $moment }.
skipped = Inställt: { $network } { $moment }. Inga påminnelser skickas för den dagen, och de som redan har fått en får veta.
skipped-already = { $network } { $moment } är redan inställt. Inget har ändrats.
on-again = { $network } { $moment } blir av trots allt. Påminnelserna skickas igen.
confirmed = Tack! { $network } { $moment } är bekräftat. Så här ser det ut:
confirmed-already = { $network } { $moment } är redan bekräftat. Så här ser det ut:
move-where = Vart ska { $network } { $moment } flyttas? Skriv ny dag, ny tid eller båda, till exempel 2026-12-18 10:00.
moved = { $network } flyttas från { $before } till { $after }. Påminnelserna följer med, och de som redan har fått en får veta.
moved-already = { $network } är redan { $moment }. Inget har ändrats.
set-what = Vad vill du ändra för { $network } { $moment }? Ge ämne, talare, länk eller något annat som är bra att veta. Ett - tar bort. Så här ser det ut nu:
set-done = Klart. { $network } { $moment } är bekräftat och ser ut så här:
set-skipped = Klart, men { $network } { $moment } är fortfarande inställt.
paused = { $network } har paus. Inget skickas förrän du fortsätter.
paused-already = { $network } har redan paus. Inget har ändrats.
resumed = { $network } fortsätter. Det som skulle ha skickats under pausen skickas inte i efterhand.
not-paused = { $network } har ingen paus. Inget har ändrats.
ended = { $network } är avslutat. Inga nya påminnelser skickas, men kvittona finns kvar.
ended-last = Sista gången: { $moment }.
ended-told = De som redan har fått en påminnelse om ett senare tillfälle får veta att det är inställt.
recap-how = Skriv högst tre rader om { $network } { $moment }: vad ni talade om, vad ni kom fram till och vad som händer nu.
recap-kept = Tack! Sammandraget av { $network } { $moment } skickas nu till dem som får påminnelserna:
recap-changed = Sammandraget av { $network } { $moment } är ändrat. Har det redan skickats, skickas det inte på nytt.
recap-skipped = { $network } { $moment } var inställt, så det finns inget att sammanfatta.
recap-too-early = { $network } { $moment } har inte börjat än. Kom tillbaka efteråt.
recap-too-long = Det blev för långt. Högst { $lines } rader och { $count } tecken ryms.

## What does not work, and what to do instead.

sessions-hosts-only = Det kan bara värdarna för { $network } göra. Fråga { $hosts }.
sessions-admin-only = { $network } har ingen värd än. Be er administratör lägga till en.
sessions-not-a-host = Du är inte värd för något nätverk här. Be er administratör lägga till dig.
sessions-not-your-draft = Det förslaget är någon annans. Bara den som har gjort det, eller en administratör, kan spara det.
sessions-who-are-you = Jag vet inte vem du är. Logga in där chatten finns och försök igen.
sessions-no-networks = Inga nätverk finns här än. Er administratör kan lägga till dem i inställningarna, under [[network]].
sessions-unknown-network = Jag känner inte till nätverket ”{ $name }”. De här finns:
sessions-which-network = Vilket nätverk menar du?
sessions-network-gone = Nätverket { $network } finns inte längre i inställningarna. Er administratör kan lägga till det igen.
sessions-nothing-yours = Det finns inga träffar att välja bland. Utlys den första med /träffar utlys.
sessions-which-series = Vilken serie menar du?
sessions-which-date = Vilken gång menar du? { $network }:
sessions-no-such-date = { $network } har ingen träff ”{ $date }”. Välj en av de här, eller skriv dagen som 2026-12-17.
sessions-date-over = { $network } { $moment } är redan över, så det går inte längre att ändra.
sessions-already-ended = { $network } är avslutat. Utlys på nytt med /träffar utlys om träffarna fortsätter.
sessions-not-saved = Det förslaget är inte sparat än. Spara först.
sessions-draft-gone = Det förslaget finns inte längre. Utlys på nytt med /träffar utlys.
when-unclear = Jag förstod inte när. Skriv till exempel ”sista torsdagen i månaden kl. 9”, ”17.12.2026 kl. 9” eller ”2026-12-17 09:00”.
when-unknown = Jag förstod inte ”{ $piece }”. Skriv till exempel ”sista torsdagen i månaden kl. 9”, ”17.12.2026 kl. 9” eller ”2026-12-17 09:00”.
when-no-time = Vilken tid på dagen? Lägg till till exempel kl. 9 eller 09:00.
when-no-day = Vilken dag? Skriv till exempel ”sista torsdagen i månaden kl. 9”, ”17.12.2026 kl. 9” eller ”2026-12-17 09:00”.
when-no-such = ”{ $piece }” finns inte i kalendern eller på klockan. Kontrollera och försök igen.
when-wrong-weekday = { $date } är en { $day }, inte ”{ $piece }”. Vilket menar du?
when-past = { $date } har redan varit. Välj en dag som kommer.
when-too-far = { $date } ligger väldigt långt fram. Kontrollera året.
when-too-often = Så ofta går det inte. En serie kan hållas högst på vissa dagar varje vecka.
when-too-seldom = Så sällan går det inte. Utlys en träff i taget i stället.
sessions-in-the-past = { $moment } har redan varit. Välj en tid som kommer.
sessions-no-dates = Det blir inga kommande datum av det där. Kontrollera tiden.
sessions-length-unclear = Jag förstod inte hur länge. Skriv till exempel ”45 min” eller ”1 h”.
sessions-leads-unclear = Jag förstod inte när påminnelserna ska skickas. Skriv till exempel ”7 d, 1 d, 15 min”. Högst 31 dagar före går.
sessions-link-unclear = Länken ska börja med https:// och vara utan mellanslag.
sessions-too-long = Det blev för långt. Högst { $count } tecken ryms.
sessions-identity-code = I texten står en personbeteckning. Ta bort den och försök igen. Jag har inte sparat något.

## Buttons.

button-save = Spara
button-receipt = Kvitto
button-preview = Visa datum
button-still-on = Blir av ändå
button-topic = Ämne och länk
button-resume = Fortsätt
button-follow = Påminn mig
button-unfollow = Sluta påminna
button-next = Nästa gång
button-calendar = Till kalendern
button-yes = Ja, det blir av
button-move = Flytta
button-skip = Ställ in
