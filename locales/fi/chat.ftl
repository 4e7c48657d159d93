# The chat in the terminal and the command line.

welcome = Ledord, digiturvallisuuden neuvontapiste. { $topics } aihetta suomeksi, ruotsiksi ja englanniksi.
welcome-hint = Kysy omin sanoin. /help näyttää lisää, Ctrl-D lopettaa.
files-left-out = { $count ->
    [one] Yhdessä tiedostossa on ongelma. Kaikki muu toimii. Katso: ledord check
   *[other] { $count } tiedostossa on ongelmia. Kaikki muu toimii. Katso: ledord check
}
chat-commands =
    /help               mitä osaan
    /explain TEKSTI     selitä tekstin asiantuntijasanat
    /lang sv|fi|en      vastaa yhdellä kielellä; /lang auto seuraa kysymystäsi
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
language-unknown = Valitse /lang sv, /lang fi tai /lang en. Komennolla /lang auto seuraan kysymystäsi.
explain-usage = Kirjoita teksti komennon perään: /explain Tarvitsemme DPIA:n ennen sopimusta
sources = Lähteet
read-in-language = { $language ->
    [sv] På svenska
    [fi] Suomeksi
   *[en] In English
}
goodbye = Hei hei.
reloaded = { $changed ->
    [0] { $articles } artikkelia luettu, aikaa kului { $milliseconds } ms. Mikään ei muuttunut.
    [one] { $articles } artikkelia luettu, aikaa kului { $milliseconds } ms. Yksi muuttui.
   *[other] { $articles } artikkelia luettu, aikaa kului { $milliseconds } ms. { $changed } muuttui.
}
reload-refused = { $count ->
    [one] Ei luettu: yksi ongelma on korjattava. Vanha versio jatkaa.
   *[other] Ei luettu: { $count } ongelmaa on korjattava. Vanha versio jatkaa.
}
reload-built-in = Artikkelit ovat ohjelman sisällä, joten luettavaa ei ole. Käynnistä valitsimella --knowledge DIR, niin käytät omia.
check-clean = { $files ->
    [one] 1 tiedosto tarkistettu. Ei ongelmia.
   *[other] { $files } tiedostoa tarkistettu. Ei ongelmia.
}
check-found = { $files } tiedostoa tarkistettu. Virheitä: { $errors }. Varoituksia: { $warnings }.
error-label = virhe
warning-label = varoitus
