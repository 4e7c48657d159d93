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
sources = Lähteet
read-in-language = { $language ->
    [sv] På svenska
    [fi] Suomeksi
   *[en] In English
}
goodbye = Hei hei.
reloaded = { $changed ->
    [0] Artikkeleita luettu: { $articles }. Aikaa kului { $milliseconds } ms. Mikään ei muuttunut.
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
error-label = virhe
warning-label = varoitus
