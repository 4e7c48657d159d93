# What is wrong with an article, and how to mend it.

not-readable = tiedostoa ei voi lukea ({ $cause }): tarkista, että se on olemassa ja että saat avata sen
not-utf8 = tiedosto ei ole UTF-8-tekstiä: tallenna se uudelleen UTF-8-merkistöllä
unknown-folder = ”{ $name }” ei ole artikkelin laji: siirrä tiedosto kansioon, jonka nimi on esimerkiksi { $suggestion }
file-name = tiedoston nimessä on oltava aihe ja kieli, esimerkiksi cyber-security.sv.md: käytä kirjaimia a–z, numeroita ja yhdysmerkkejä, sitten .sv, .fi tai .en
no-articles = täällä ei ole artikkeleita: laita ne kansioihin, esimerkiksi concepts/cyber-security.sv.md
no-front-matter = otsikkotiedot puuttuvat: aloita tiedosto rivillä +++, kirjoita avaimet ja lopeta riviin +++
unclosed-front-matter = otsikkotiedot eivät pääty: lisää rivi +++ viimeisen avaimen jälkeen
invalid-toml = tämä ei ole kelvollista TOMLia: { $message }
unknown-key = tuntematon avain ”{ $name }”: poista se
unknown-key-meant = tuntematon avain ”{ $name }”: tarkoititko ”{ $suggestion }”?
missing-key = avain ”{ $name }” puuttuu: lisää se
empty-value = ”{ $name }” on tyhjä: täytä se
expected-text = avaimen ”{ $name }” arvon on oltava tekstiä lainausmerkeissä: { $name } = "…"
expected-texts = avaimen ”{ $name }” arvon on oltava luettelo tekstejä: { $name } = ["…", "…"]
expected-date = avaimen ”{ $name }” arvon on oltava oikea päivä ilman lainausmerkkejä: { $name } = 2026-11-23
expected-tables = ”{ $name }” kirjoitetaan taulukkoina, kukin otsikon [[{ $name }]] alle
unknown-status = tuntematon tila ”{ $value }”: käytä jotakin näistä: compared, approved, check
unknown-language = tuntematon kieli ”{ $value }”: käytä jotakin näistä: sv, fi, en
question-count = { $count ->
    [one] 1 esimerkkikysymys: kirjoita 4–6
   *[other] { $count } esimerkkikysymystä: kirjoita 4–6
}
gist-too-long = ydinlauseessa (gist) on { $words } sanaa: tiivistä se enintään 14 sanaan
no-sources = lähteitä ei ole: lisää ainakin yksi otsikon [[sources]] alle
source-not-https = lähde ”{ $url }” ei ole https-osoite: käytä osoitetta, jonka alussa on https://
reviewed-in-future = tarkistuspäivä ({ $date }) on vasta tulossa: käytä päivää, jona vertasit tekstiä lähteisiin
review-by-before-reviewed = seuraava tarkistus ({ $date }) on ennen edellistä tarkistusta: käytä myöhempää päivää
review-overdue = tarkistus piti tehdä viimeistään { $date }: vertaa tekstiä lähteisiin ja muuta sitten ”reviewed” ja ”review_by”
deadline-outside-procedure = määräaikoja saa olla vain menettelyissä: siirrä artikkeli kansioon procedures tai poista määräaika
invalid-period = ”{ $value }” ei ole ajanjakso: kirjoita se muodossa P14D, P1M tai PT72H
duplicate-deadline = määräaika ”{ $name }” on kahteen kertaan: anna kummallekin oma tunnus
unknown-related = aihetta ”{ $topic }” ei ole: poista se tai kirjoita sen artikkeli
unknown-related-meant = aihetta ”{ $topic }” ei ole: tarkoititko ”{ $suggestion }”?
phrasings-file-name = anna tiedostolle artikkelin nimi ja pääte .txt, esimerkiksi cyber-security.sv.txt
out-of-scope-file-name = anna tiedostolle nimi out-of-scope.fi.txt, tai fi:n tilalle sv tai en
personal-data-in-phrasing = rivillä on henkilötietoja ({ $mask }): poista ne. Ne poistetaan myös kysymyksistä, joten niistä ei ole tässä hyötyä
phrasings-without-article = näille ilmauksille ei ole artikkelia ”{ $topic }”: anna tiedostolle sama nimi kuin artikkelilla on
phrasings-without-article-meant = näille ilmauksille ei ole artikkelia ”{ $topic }”: tarkoititko ”{ $suggestion }”?
related-to-itself = artikkeli viittaa itseensä: poista viittaus
duplicate-topic = sama aihe ja kieli kuin tiedostossa { $other }: säilytä vain toinen
missing-sibling = sisartiedosto { $file } puuttuu: kirjoita se, jotta sama asia on kaikilla kolmella kielellä
missing-answer = selkeä vastaus puuttuu: aloita teksti yhdellä kappaleella, enintään 60 sanaa
answer-too-long = selkeässä vastauksessa on { $words } sanaa: tiivistä se enintään 60 sanaan
text-before-sections = ennen ensimmäistä otsikkoa saa olla vain yksi kappale: siirrä muu teksti otsikon alle
heading-level = otsikon alussa on oltava kaksi ristikkomerkkiä: ## Miksi tällä on väliä {"{"}#why{"}"}
heading-without-id = otsikolla ”{ $heading }” ei ole tunnusta: lisää sen loppuun esimerkiksi {"{"}#why{"}"}
unknown-section = tuntematon osio ”{ $name }”: käytä why, decide, ask, steps, expert tai not-covered
unknown-section-meant = tuntematon osio ”{ $name }”: tarkoititko ”{ $suggestion }”?
duplicate-section = osio ”{ $name }” on kahteen kertaan: yhdistä ne
empty-section = osio ”{ $name }” on tyhjä: täytä se tai poista se
raw-html = HTML:ää ei näytetä: kirjoita { $html } tavallisena tekstinä
stray-delimiter = tekstissä on rivi +++: poista se, sillä niitä saa olla vain otsikkotiedoissa
unknown-placeholder = tuntematon paikkamerkki ”{ $name }”: avaimet luetellaan tiedostossa knowledge/README.md
unknown-placeholder-meant = tuntematon paikkamerkki ”{ $name }”: tarkoititko ”{ $suggestion }”?
broken-placeholder = paikkamerkki kirjoitetaan {"{{"}avain|näytettävät sanat{"}}"}: tarkista sulkeet, avain ja sanat
unsupported-image = kuvia ei voi näyttää kaikilla alustoilla: sano se sanoin
unsupported-table = taulukoita ei voi näyttää kaikilla alustoilla: käytä luetteloa
unsupported-code = koodia ei voi näyttää kaikilla alustoilla: kirjoita tavallista tekstiä
unsupported-quote = lainauksia ei voi näyttää kaikilla alustoilla: kirjoita tavallista tekstiä
unsupported-nested-list = luetteloa luettelon sisällä ei voi näyttää kaikilla alustoilla: tee yksi luettelo ja joka kohtaan yksi kappale
unsupported-rule = vaakaviivoja ei voi näyttää kaikilla alustoilla: poista viiva
unsupported-markup = tätä merkintää ei voi näyttää kaikilla alustoilla: kirjoita tavallista tekstiä
link-in-prose = tekstissä on linkki: siirrä sen osoite kohtaan [[sources]]
question-astray = esimerkkikysymys ”{ $question }” löytää ensin aiheen ”{ $topic }”: selkeytä kysymystä tai lisää sen sanoja kohtaan ”terms”
question-lost = esimerkkikysymys ”{ $question }” ei löydä mitään: lisää sen sanoja kohtaan ”terms”
long-sentence = virkkeessä ”{ $beginning } …” on { $words } sanaa: jaa se niin, että kussakin osassa on enintään 25
long-sentences = virkkeet ovat pitkiä, keskimäärin { $mean } sanaa: lyhennä ne enintään 15 sanaan
high-lix = teksti on vaikealukuinen (LIX { $lix }): käytä lyhyempiä sanoja ja virkkeitä, kunnes LIX on enintään { $limit }
heavy-word = ”{ $word }” on raskas sana: kirjoita sen sijaan ”{ $plain }”
unexplained-term = ”{ $term }” on ammattisana, jota artikkeli ei selitä: käytä tutumpaa sanaa tai lisää kohtaan ”related” aihe, joka selittää sen ({ $topics })
section-differs = tiedostossa { $other } on osio ”{ $section }”, mutta tästä se puuttuu: kirjoita se myös tähän tai poista se sieltä
deadlines-differ = määräajat eivät ole samat kuin tiedostossa { $other }: käytä kaikissa kielissä samoja arvoja kohdissa ”id”, ”period” ja ”extension”
source-count-differs = lähteiden määrä on tässä { $here }, mutta tiedostossa { $other } se on { $there }: käytä kaikissa kielissä samoja lähteitä
publishers-differ = lähteillä on eri julkaisijat kuin tiedostossa { $other } (vain tässä: { $here }; vain siellä: { $there }): tarkista, että kaikki kielet perustuvat samoihin sivuihin
reviewed-differs = tarkistettu { $here }, mutta { $other } on tarkistettu { $there }: vertaa tekstiä uudempaan ja muuta sitten ”reviewed”
status-differs = tila on ”{ $here }”, mutta tiedostossa { $other } se on ”{ $there }”: käytä kaikissa kielissä samaa
missing-column = sarake ”{ $name }” puuttuu: lisää se riville, jolla sarakkeet nimetään
unknown-scope = tuntematon arvo ”{ $value }” sarakkeessa scope: käytä arvoa in tai out
golden-no-topic = aihe puuttuu: kirjoita sarakkeeseen ”topic_id” aihe, joka vastaa kysymykseen, tai sarakkeeseen ”scope” arvo ”out”
golden-unknown-topic = aihetta ”{ $topic }” ei ole, joten se ei voi olla oikea: korjaa nimi tai poista se
golden-unknown-topic-meant = aihetta ”{ $topic }” ei ole, joten se ei voi olla oikea: tarkoititko ”{ $suggestion }”?
golden-astray = testikysymyksen ”{ $question }” pitäisi löytää ”{ $wanted }”, mutta nyt ensin tulee ”{ $topic }”: tee ero selvemmäksi aiheiden kohdissa ”terms” ja ”questions”
golden-lost = testikysymyksen ”{ $question }” pitäisi löytää ”{ $wanted }”, mutta nyt se ei löydä mitään: lisää sen sanoja kohtaan ”terms”
golden-answered = testikysymyksen ”{ $question }” pitäisi jäädä ilman vastausta, mutta nyt siihen vastaa ”{ $topic }”: poista sen kohdasta ”terms” arkisia sanoja
