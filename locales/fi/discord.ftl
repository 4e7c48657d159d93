# Botti Discordissa. Komentojen ja kenttien nimet: pienet kirjaimet, ei välilyöntejä, enintään 32 merkkiä.
# Kuvaukset: enintään 100 merkkiä. Painikkeiden sanat: lyhyet.

command-ask = kysy
command-ask-about = Kysy digiturvallisuudesta, tietosuojasta tai tietopyynnöistä
command-term = sana
command-term-about = Selvitä, mitä sana tarkoittaa
command-compare = vertaa
command-compare-about = Katso, mitä eroa kahdella sanalla on
command-help = ohje
command-help-about = Katso, mitä osaan
command-admin = ylläpito
command-admin-about = Ylläpitäjille
command-reload = lataa-uudelleen
command-reload-about = Lataa artikkelit uudelleen
command-explain = Selitä selkeästi
option-question = kysymys
option-question-about = Omin sanoin, ilman henkilötietoja
option-share = jaa
option-share-about = Näytä vastaus kaikille kanavalla
option-term = sana
option-term-about = Kirjoita sanan alku ja valitse luettelosta
option-first = ensimmäinen
option-second = toinen
button-more = Lue lisää
button-share = Jaa tänne
button-privately = Vastaa yksityisesti
button-ask-privately = Kysy yksityisesti
button-ask-again = Kysy jotain muuta
form-title = Kysy Ledordilta
form-field = Kysymyksesi
form-hint = Omin sanoin, ilman henkilötietoja
form-move-title = Siirrä tapaaminen
form-move-field = Uusi päivä tai uusi aika
form-move-hint = 18.12.2026 klo 9, tai pelkkä klo 10
form-set-title = Kerro tapaamisesta
form-set-topic = Aihe
form-set-speaker = Kuka puhuu
form-set-link = Kokouslinkki
form-set-note = Muuta, mitä osallistujien on hyvä tietää
form-set-hint = Tyhjä: ei muutosta. Viiva (-): poistetaan.
form-recap-title = Tapaamisen jälkeen
form-recap-field = Tärkein kolmella rivillä
form-recap-hint = Mistä puhuitte, mihin päädyitte, mitä seuraavaksi?
answer-privately = Tähän vastaan mieluummin yksityisesti. Paina painiketta tai lähetä minulle yksityisviesti.
only-for-you = Vain sinä näet tämän vastauksen, koska se voi koskea jonkun omaa asiaa.
shared = Jaettu kanavalle.
may-not-write = En saa kirjoittaa tänne. Palvelimen ylläpitäjä voi antaa minulle luvan lähettää viestejä ja upottaa linkkejä tälle kanavalle.
admins-only = Vain ylläpitäjät voivat tehdä tämän: ne, jotka saavat hallita palvelinta, ja ne, joilla on jokin asetuksissani olevista ylläpitorooleista.
problems-left = { $count ->
    [one] Lisäksi yksi ongelma: näet sen komennolla ledord check.
   *[other] Lisäksi { $count } ongelmaa: näet ne komennolla ledord check.
}
