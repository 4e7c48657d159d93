# Sessions of networks.

## What anyone is told.

sessions-title = { $network }: seuraava kerta
sessions-none = { $network }: aikoja ei ole vielä lisätty. Vetäjä tai ylläpitäjä voi lisätä ne.
sessions-past = { $network }: tulevia aikoja ei ole juuri nyt. Vetäjä tai ylläpitäjä voi lisätä seuraavat.
sessions-paused = { $network }: tapaamiset ovat nyt tauolla.
session-start = { $moment }
session-when = { $moment } ({ $length })
session-topic = Aihe: { $topic }
session-speaker = Puhuja: { $speaker }
session-link = Liity tästä: { $link }
session-note = Hyvä tietää: { $note }
session-host = Vetäjä: { $host }
session-language = { $language ->
    [sv] Kieli: ruotsi
    [fi] Kieli: suomi
   *[en] Kieli: englanti
}
under-way = Käynnissä juuri nyt. Päättyy: { $moment }.
unconfirmed = Tietoja ei ole vielä vahvistettu. Aihe ja linkki tulevat, kun vetäjä on vahvistanut ne.
skipped-date = Peruttu: { $moment }.
next-is = Seuraava kerta: { $moment }.
then-is = Sen jälkeen: { $moment }.
calendar-here = { $network }, { $moment }, kalenteritiedostona. Avaa se, niin tapaaminen siirtyy kalenteriisi.
calendar-feed = Kaikki ajat kalenteriisi: tilaa osoite { $url }. Älä anna osoitetta eteenpäin: sen haltija voi lukea kalenteria.

## Private reminders.

followed = Selvä. Saat muistutukset yksityisviestinä: { $network }. Muut eivät näe sitä. Voit lopettaa milloin vain painikkeella.
followed-already = Saat jo muistutukset yksityisviestinä: { $network }. Voit lopettaa milloin vain painikkeella.
unfollowed = Selvä. Et saa enää yksityisiä muistutuksia: { $network }.
not-followed = Et saa yksityisiä muistutuksia: { $network }. Lopetettavaa ei ole.
follow-nobody = En tiedä, kuka olet, joten en voi lähettää sinulle yksityisviestiä. Kokeile palvelussa, johon olet kirjautunut.
private-reminder = Saat tämän, koska seuraat verkostoa. Voit lopettaa milloin vain painikkeella.

## Reminders and notices.

reminder-title = { $network }: { $when }
today = tänään
tomorrow = huomenna
in-days = { $count } päivän päästä
in-minutes = { $count ->
    [one] 1 minuutin päästä
   *[other] { $count } minuutin päästä
}
has-started = on alkanut
reminder-late = Tämä muistutus tulee myöhässä. Sen piti tulla: { $moment }.
moved-title = { $network }: uusi aika
moved-notice = Ei { $before } vaan { $after }.
moved-back-title = { $network } pidetään niin kuin oli sovittu
moved-back-notice = Tapaaminen pidetään sittenkin ensin sovittuna aikana: { $after }.
skipped-title = { $network } on peruttu
skipped-notice = Tapaamista ei ole: { $moment }.
recap-title = { $network } { $date } lyhyesti

## The question to a host.

still-on-title = { $network }: pidetäänkö?
still-on = Pidetäänkö { $network }? Aika: { $moment }. Mikä on aihe, ja onko linkki oikea?
still-on-deputy = Saat kysymyksen sijaisena. Vastausta ei ole vielä tullut: { $hosts }.
still-on-no-topic = Aihe: ei vielä
still-on-link = Linkki, jos vastaat kyllä: { $link }
still-on-no-link = Linkki: ei vielä
still-on-else = Jos kukaan ei vastaa, muistutus lähtee ilman linkkiä ja kertoo, ettei tietoja ole vahvistettu.

## What a host is told when something was not delivered.

trouble-title = { $network }: kaikki ei mennyt perille
trouble-about = Asia koskee: { $network }, { $moment }.
sent-instead = Viesti meni sen sijaan tänne: { $place }.
what-to-do-person = { $place } ei ota vastaan yksityisviestejäni. Pyydä sallimaan ne.
what-to-do-heading = Tee näin
pass-on-heading = Tämän voit itse lähettää eteenpäin
reason = { $reason ->
    [skipped] tapaaminen on peruttu
    [moved] tapaaminen on siirretty
    [paused] sarja on tauolla
    [ended] sarja on päättynyt
    [unfollowed] vastaanottaja ei enää halua muistutuksia
    [answered] kysymykseen on jo vastattu
    [gone] asiaa, jota se koski, ei enää ole
    [too_late] oli liian myöhäistä
    [forbidden] en saa kirjoittaa sinne
    [not_found] vastaanottajaa ei ole
    [rejected] viestiä ei otettu vastaan
    [history_unreadable] en saanut vastausta enkä saa lukea, mitä siellä jo on
   *[restored] minut on palautettu varmuuskopiosta
}
what-to-do = { $reason ->
    [forbidden] Pyydä kanavan ylläpitäjää antamaan minulle oikeus nähdä kanava ja kirjoittaa sinne.
    [not_found] Tarkista vastaanottaja asetuksista, kohdasta [[network]], tai päätä sarja ja ilmoita se uudelleen toiselle kanavalle.
    [rejected] Tarkista aihe ja linkki. Jos se ei auta, kerro ylläpitäjälle.
    [history_unreadable] Katso kanavalta, tuliko viesti perille. Pyydä kanavan ylläpitäjää antamaan minulle oikeus lukea viestihistoriaa.
    [restored] Katso kanavalta, tuliko viesti perille.
    [too_late] Kerro osallistujille itse, jos siitä on vielä apua.
   *[other] Katso kuitti ja kerro ylläpitäjälle, jos jokin näyttää väärältä.
}

## Receipts.

receipt-title = { $network }: kuitti
receipt-intro = Lähetetyt ja tulevat viestit: { $network }.
receipt-line = { $what }, { $place }: { $outcome }
receipt-private =
    { $what }, yksityisesti { $count ->
        [one] 1 seuraajalle
       *[other] { $count } seuraajalle
    }: { $outcome }
receipt-nothing = Mitään ei ole lähetetty, eikä mitään ole tulossa.
outcome-planned = lähetetään: { $moment }
outcome-trying = { $count ->
    [one] tulossa, 1 yritys tähän mennessä
   *[other] tulossa, { $count } yritystä tähän mennessä
}
outcome-sent = suunniteltu: { $due }, lähetetty: { $moment } { $count ->
        [one] ensimmäisellä yrityksellä
       *[other] { $count } yrityksen jälkeen
    }
outcome-unknown = on voinut tulla perille, mutta en tiedä varmasti; { $reason }
outcome-cancelled = ei lähetetä; { $reason }
outcome-missed = ei tullut perille; { $reason }
state-planned = lähetetään
state-claimed = lähetetään juuri nyt
state-sent = lähetetty
state-unknown = perille tulo ei varma
state-cancelled = ei lähetetä
state-missed = ei tullut perille
purpose-reminder = Muistutus { $lead }
purpose-still-on = Kysymys, pidetäänkö tapaaminen
purpose-still-on-deputy = Kysymys sijaiselle
purpose-moved = Tieto uudesta ajasta
purpose-skipped = Tieto perumisesta
purpose-recap = Yhteenveto
purpose-trouble = Tieto siitä, ettei kaikki mennyt perille
place-channel = kanava { $id }
place-host = vetäjä
place-admin = ylläpitäjä
place-followers = { $count ->
    [one] yksityisesti 1 seuraajalle
   *[other] yksityisesti { $count } seuraajalle
}
lead-days = { $count ->
    [one] 1 päivä ennen
   *[other] { $count } päivää ennen
}
lead-time = { $length } ennen
minutes = { $count ->
    [one] 1 minuutti
   *[other] { $count } minuuttia
}

## How a series recurs.

weekday-name = { $day }
rhythm-once = kerran, { $moment }
rhythm-weekly =
    { $every ->
        [1] joka viikko
        [2] joka toinen viikko
       *[other] joka { $every }. viikko
    }: { $days } klo { $time }
rhythm-monthly-weekday =
    { $every ->
        [1] joka kuukauden
        [2] joka toisen kuukauden
       *[other] joka { $every }. kuukauden
    } { $nth ->
        [1] ensimmäinen
        [2] toinen
        [3] kolmas
        [4] neljäs
        [5] viides
       *[other] viimeinen
    } { $day } klo { $time }
rhythm-monthly-date =
    { $every ->
        [1] joka kuukauden
        [2] joka toisen kuukauden
       *[other] joka { $every }. kuukauden
    } { $day ->
        [0] viimeinen päivä
       *[other] { $day }. päivä
    } klo { $time }
rhythm-yearly =
    { $every ->
        [1] joka vuosi
        [2] joka toinen vuosi
       *[other] joka { $every }. vuosi
    }, ensimmäisen kerran { $date } klo { $time }
series-line = { $network }: { $rhythm }

## What a host sees before saving, and in the list.

preview-draft-title = { $network }: luonnos
preview-title = { $network }: tulevat ajat
preview-not-saved = Ei vielä tallennettu. Jos kaikki on oikein, tallenna. Muuten ilmoita uudelleen.
preview-rhythm = Milloin: { $rhythm } ({ $length })
preview-no-link = Linkkiä ei vielä ole
preview-dates = Ajat
preview-reminders = Muistutukset
preview-places = Lähetetään: { $places }
preview-nowhere = Kanavaa ei ole valittu, joten muistutukset saavat vain verkoston seuraajat.
preview-asks = { $days ->
    [one] Päivää ennen kysyn, pidetäänkö tapaaminen: { $hosts }.
   *[other] { $days } päivää ennen kysyn, pidetäänkö tapaaminen: { $hosts }.
}
mark-skipped = peruttu
mark-moved = siirretty, alkuperäinen aika { $moment }
mark-summer-time-began = kesäaika on juuri alkanut
mark-summer-time-ended = kesäaika on juuri päättynyt
mark-clock-change = kelloja siirretään juuri silloin
mark-holiday =
    { $holiday ->
         [new-years-day] uudenvuodenpäivä
         [epiphany] loppiainen
         [good-friday] pitkäperjantai
         [easter-sunday] pääsiäispäivä
         [easter-monday] toinen pääsiäispäivä
         [may-day] vappu
         [ascension-day] helatorstai
         [whit-sunday] helluntai
         [midsummer-eve] juhannusaatto
         [midsummer-day] juhannuspäivä
         [all-saints-day] pyhäinpäivä
         [independence-day] itsenäisyyspäivä
         [christmas-eve] jouluaatto
         [christmas-day] joulupäivä
         [boxing-day] tapaninpäivä
       *[new-years-eve] uudenvuodenaatto
    }
mark-july = heinäkuu, moni on lomalla
state-draft = Ei vielä tallennettu.
state-paused = Tauolla.
state-ended = Päättynyt.
list-intro = { $count ->
    [one] Yhdellä verkostolla on täällä tapaamisia.
   *[other] { $count } verkostolla on täällä tapaamisia.
}
list-nothing = Aikoja ei vielä ole.
list-yours = Vedät tätä verkostoa.
list-line = { $rhythm }. { $state } (nro { $number })

## What a host has changed.

sessions-saved = Tallennettu. Hoidan nyt muistutukset: { $network }.
sessions-already-saved = { $network } on jo tallennettu. Mikään ei muuttunut.
sessions-clash = Huomaa: samaan aikaan on jo { $network }, { $moment }.
skipped = Peruttu: { $network } { $moment }. Muistutuksia ei lähetetä siltä päivältä, ja muistutuksen jo saaneet saavat tiedon.
skipped-already = { $network } { $moment } on jo peruttu. Mikään ei muuttunut.
on-again = { $network } { $moment } pidetään sittenkin. Muistutukset lähetetään taas.
confirmed = Kiitos! { $network } { $moment } on vahvistettu. Tältä se näyttää:
confirmed-already = { $network } { $moment } on jo vahvistettu. Tältä se näyttää:
move-where = Mihin { $network } { $moment } siirretään? Kirjoita uusi päivä, uusi aika tai molemmat, esimerkiksi 2026-12-18 10:00.
moved = { $network } siirtyy. Ennen: { $before }. Nyt: { $after }. Muistutukset siirtyvät mukana, ja muistutuksen jo saaneet saavat tiedon.
moved-already = { $network } on jo { $moment }. Mikään ei muuttunut.
set-what = Mitä haluat muuttaa: { $network } { $moment }? Anna aihe, puhuja, linkki tai muuta hyvää tietää. Merkki - poistaa. Nyt se näyttää tältä:
set-done = Valmis. { $network } { $moment } on vahvistettu ja näyttää tältä:
set-skipped = Valmis, mutta { $network } { $moment } on yhä peruttu.
paused = { $network } on tauolla. Mitään ei lähetetä, ennen kuin jatkat.
paused-already = { $network } on jo tauolla. Mikään ei muuttunut.
resumed = { $network } jatkuu. Tauon aikana väliin jääneitä viestejä ei lähetetä jälkikäteen.
not-paused = { $network } ei ole tauolla. Mikään ei muuttunut.
ended = { $network } on päätetty. Uusia muistutuksia ei lähetetä, mutta kuitit säilyvät.
ended-last = Viimeinen kerta: { $moment }.
ended-told = Ne, joita on jo muistutettu myöhemmästä kerrasta, saavat tiedon, että se on peruttu.
recap-how = Kirjoita enintään kolme riviä: { $network } { $moment }. Mistä puhuttiin, mitä päätettiin ja mitä seuraavaksi tapahtuu?
recap-kept = Kiitos! Yhteenveto lähtee nyt niille, jotka saavat muistutukset: { $network } { $moment }.
recap-changed = Yhteenveto on muutettu: { $network } { $moment }. Jos se on jo lähetetty, sitä ei lähetetä uudelleen.
recap-skipped = { $network } { $moment } oli peruttu, joten yhteenvetoa ei tarvita.
recap-too-early = { $network } { $moment } ei ole vielä alkanut. Palaa sen jälkeen.
recap-too-long = Teksti on liian pitkä. Enintään { $lines } riviä ja { $count } merkkiä mahtuu.

## What does not work, and what to do instead.

sessions-hosts-only = Sen voivat tehdä vain verkoston vetäjät ({ $network }). Kysy: { $hosts }.
sessions-admin-only = { $network }: vetäjää ei vielä ole. Pyydä ylläpitäjää nimeämään vetäjä.
sessions-not-a-host = Et ole täällä minkään verkoston vetäjä. Pyydä ylläpitäjää lisäämään sinut.
sessions-not-your-draft = Luonnos on jonkun muun. Vain sen tekijä tai ylläpitäjä voi tallentaa sen.
sessions-who-are-you = En tiedä, kuka olet. Kirjaudu sisään ja yritä uudelleen.
sessions-no-networks = Verkostoja ei vielä ole. Ylläpitäjä voi lisätä ne asetuksiin, kohtaan [[network]].
sessions-unknown-network = En tunne verkostoa ”{ $name }”. Nämä ovat olemassa:
sessions-which-network = Mitä verkostoa tarkoitat?
sessions-network-gone = Verkostoa { $network } ei enää ole asetuksissa. Ylläpitäjä voi lisätä sen uudelleen.
sessions-nothing-yours = Valittavia tapaamisia ei ole. Ilmoita ensimmäinen komennolla /tapaamiset ilmoita.
sessions-which-series = Mitä sarjaa tarkoitat?
sessions-which-date = Mitä kertaa tarkoitat? { $network }:
sessions-no-such-date = { $network }: ei tapaamista ”{ $date }”. Valitse jokin näistä tai kirjoita päivä muodossa 2026-12-17.
sessions-date-over = { $network } { $moment } on jo ohi, joten sitä ei voi enää muuttaa.
sessions-already-ended = { $network } on päättynyt. Ilmoita uudelleen komennolla /tapaamiset ilmoita, jos tapaamiset jatkuvat.
sessions-not-saved = Luonnosta ei ole vielä tallennettu. Tallenna se ensin.
sessions-draft-gone = Luonnosta ei enää ole. Ilmoita uudelleen komennolla /tapaamiset ilmoita.
when-unclear = En ymmärtänyt aikaa. Kirjoita esimerkiksi ”kuukauden viimeinen torstai klo 9”, ”17.12.2026 klo 9” tai ”2026-12-17 09:00”.
when-unknown = En ymmärtänyt tätä: ”{ $piece }”. Kirjoita esimerkiksi ”kuukauden viimeinen torstai klo 9”, ”17.12.2026 klo 9” tai ”2026-12-17 09:00”.
when-no-time = Mihin aikaan? Lisää esimerkiksi klo 9 tai 09:00.
when-no-day = Minä päivänä? Kirjoita esimerkiksi ”kuukauden viimeinen torstai klo 9”, ”17.12.2026 klo 9” tai ”2026-12-17 09:00”.
when-no-such = ”{ $piece }”: sellaista päivää tai kellonaikaa ei ole. Tarkista ja yritä uudelleen.
when-wrong-weekday = { $date } on { $day }, ei ”{ $piece }”. Kumpaa tarkoitat?
when-past = { $date } on jo mennyt. Valitse tuleva päivä.
when-too-far = { $date } on hyvin kaukana. Tarkista vuosi.
when-too-often = Niin tiheä sarja ei onnistu. Sarja voi toistua tiettyinä päivinä joka viikko.
when-too-seldom = Niin harva sarja ei onnistu. Ilmoita yksi kerta kerrallaan.
sessions-in-the-past = { $moment } on jo mennyt. Valitse tuleva aika.
sessions-no-dates = Tästä ei tule yhtään tulevaa aikaa. Tarkista aika.
sessions-length-unclear = En ymmärtänyt kestoa. Kirjoita esimerkiksi ”45 min” tai ”1 h”.
sessions-leads-unclear = En ymmärtänyt, milloin muistutukset lähetetään. Kirjoita esimerkiksi ”7 d, 1 d, 15 min”. Enintään 31 päivää ennen.
sessions-link-unclear = Linkin alussa pitää olla https:// eikä siinä saa olla välilyöntejä.
sessions-too-long = Teksti on liian pitkä. Enintään { $count } merkkiä mahtuu.
sessions-identity-code = Tekstissä on henkilötunnus. Poista se ja yritä uudelleen. En tallentanut mitään.

## Buttons.

button-save = Tallenna
button-receipt = Kuitti
button-preview = Näytä ajat
button-still-on = Pidetään sittenkin
button-topic = Aihe ja linkki
button-resume = Jatka
button-follow = Muistuta minua
button-unfollow = Lopeta muistutukset
button-next = Seuraava kerta
button-calendar = Kalenteriin
button-yes = Kyllä, pidetään
button-move = Siirrä
button-skip = Peru
