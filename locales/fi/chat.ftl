# The chat in the terminal and the command line.

welcome = Ledord, digiturvallisuuden neuvontapiste. Aiheita suomeksi, ruotsiksi ja englanniksi: { $topics }.
welcome-hint = Kysy omin sanoin. /help näyttää lisää, Ctrl-D lopettaa.
files-left-out = { $count ->
    [one] Yhdessä tiedostossa on ongelma. Kaikki muu toimii. Ongelman näet komennolla ledord check
   *[other] { $count } tiedostossa on ongelmia. Kaikki muu toimii. Ongelmat näet komennolla ledord check
}
chat-commands =
    /help               näytä, mitä osaan
    /explain TEKSTI     selitä tekstin asiantuntijasanat
    /session            ilmoita tapaamisista ja muuta niitä
    /lang sv|fi|en      vastaa yhdellä kielellä; /lang auto: kysymyksen kielellä
    /reload             lue artikkelit uudelleen
    /quit               lopeta (myös Ctrl-D)
unknown-command = En tunne komentoa { $command }. /help näyttää kaikki.
no-such-choice = Vaihtoehtoa { $number } ei ole. Valitse numero luettelosta tai kysy omin sanoin.
choose-hint = Valitse kirjoittamalla numero tai kysy omin sanoin.
next-heading = Seuraavaksi
language-set = { $language ->
    [sv] Vastaan ruotsiksi.
    [fi] Vastaan suomeksi.
   *[en] Vastaan englanniksi.
}
language-unknown = Valitse /lang sv, /lang fi tai /lang en. Komennolla /lang auto vastaan kysymyksesi kielellä.
explain-usage = Kirjoita teksti komennon perään: /explain Tarvitsemme DPIA:n ennen sopimusta
session-commands =
    /session announce VERKOSTO | MILLOIN | KESTO | LINKKI | MUISTUTUKSET | AIHE
                                      kaiken MILLOIN-kohdan jälkeen voi jättää pois
    /session list                     kaikki verkostot ja sarjat
    /session next VERKOSTO            tulevat päivät, kaikille
    /session preview SARJA            seuraavat kaksitoista päivää
    /session skip SARJA | PÄIVÄ       yksi tapaaminen perutaan
    /session move SARJA | PÄIVÄ | UUSI PÄIVÄ TAI AIKA
    /session set topic SARJA | PÄIVÄ | TEKSTI
                                      myös speaker (puhuja), link ja note; - poistaa
    /session confirm SARJA | PÄIVÄ    tapaaminen pidetään
    /session pause SARJA              ei muistutuksia ennen komentoa /session resume SARJA
    /session end SARJA                ei enää uusia päiviä
    /session receipt SARJA            mitä lähetettiin, milloin ja minne
    /session recap SARJA | PÄIVÄ | TEKSTI
                                      kolme riviä tapaamisen jälkeen
    /session calendar SARJA | PÄIVÄ   kalenteritiedosto

    SARJA on numero tai verkoston nimi, PÄIVÄ päivämäärä. Jätä SARJA pois, jos
    sinulla on vain yksi, ja PÄIVÄ, jos tarkoitat seuraavaa.
    Esimerkiksi:
    /session announce Kaffe med Uffe | kuukauden viimeinen torstai klo 9 | 45 min
    /session set topic 28.1.2027 | NIS2 käytännössä
    /session move 28.1.2027 | 4.2.2027 klo 10
session-usage = { $command ->
    [announce] Kirjoita verkosto ja aika: /session announce Kaffe med Uffe | kuukauden viimeinen torstai klo 9 | 45 min
    [save] Valitse ”tallenna” esikatselun numerolla tai kirjoita: /session save NUMERO
    [move] Kirjoita, mikä päivä siirtyy ja minne: /session move 28.1.2027 | 4.2.2027 klo 10
    [set] Kirjoita, mitä asetat (topic, speaker, link tai note), mille päivälle, ja teksti: /session set topic 28.1.2027 | NIS2 käytännössä
    [recap] Kirjoita teksti päivän jälkeen: /session recap 28.1.2027 | Puhuimme …
   *[other] Jotakin puuttuu. /session näyttää, miten se kirjoitetaan.
}
session-unknown = En tunne komentoa /session { $word }. /session näyttää kaiken, mitä voit tehdä.
session-unknown-meant = En tunne komentoa /session { $word }. Tarkoititko /session { $meant }?
session-no-networks = Täällä ei ole vielä verkostoja. Lisää ne tiedostoon ledord.toml kohtaan [[network]]; config.example.toml näyttää miten.
session-which-network = Mitä verkostoa tarkoitat? Näitä on: { $networks }.
session-changed-meanwhile = Joku muu muutti juuri samaa asiaa, joten jätin sen rauhaan. Katso se uudelleen ja yritä sitten taas.
session-look-again = Katso uudelleen
session-type-it = Kirjoita: { $line }
file-saved = Tallennettu tähän kansioon nimellä { $name }.
file-not-saved = Tiedostoa { $name } ei voitu tallentaa tähän kansioon.
rehearsal-nothing = Mitään ei lähetettäisi aikana { $from } – { $to }.
rehearsal-summary = { $count ->
    [one] Yksi viesti. Mitään ei lähetetty: tämä oli harjoitus.
   *[other] { $count } viestiä. Mitään ei lähetetty: tämä oli harjoitus.
}
sources = Lähteet
read-in-language = { $language ->
    [sv] På svenska
    [fi] Suomeksi
   *[en] In English
}
goodbye = Hei hei.
reloaded = { $changed ->
    [0] Artikkeleita luettu: { $articles }. Aikaa kului { $milliseconds } ms. Yksikään artikkeli ei muuttunut.
    [one] Artikkeleita luettu: { $articles }. Aikaa kului { $milliseconds } ms. Yksi artikkeli muuttui.
   *[other] Artikkeleita luettu: { $articles }. Aikaa kului { $milliseconds } ms. { $changed } artikkelia muuttui.
}
reload-refused = { $count ->
    [one] Artikkeleita ei vaihdettu: korjaa ensin yksi ongelma. Vanha versio jää käyttöön.
   *[other] Artikkeleita ei vaihdettu: korjaa ensin { $count } ongelmaa. Vanha versio jää käyttöön.
}
reload-built-in = Artikkelit ovat ohjelman sisällä, joten uudelleen luettavaa ei ole. Jos haluat käyttää omia artikkeleita, käynnistä ohjelma valitsimella --knowledge KANSIO.
check-clean = { $files ->
    [one] 1 tiedosto tarkistettu. Ei ongelmia.
   *[other] { $files } tiedostoa tarkistettu. Ei ongelmia.
}
check-found = Tiedostoja tarkistettu: { $files }. Virheitä: { $errors }. Varoituksia: { $warnings }.
plain-file = tiedosto
plain-words = sanoja
plain-sentences = virkkeitä
plain-mean = keskiarvo
plain-longest = pisin
plain-lix = LIX
plain-heavy-words = raskaita sanoja
error-label = virhe
warning-label = varoitus
