# What the desk answers.

officially = { $term }, virallisesti { $title }.
belongs-to = ”{ $term }” selitetään kohdassa ”{ $title }”.
gloss = { $term }: { $line }
not-the-same = Ei ihan sama asia.
same-thing = Kyllä. { $first } ja { $second } tarkoittavat tässä samaa.
same-topic = { $first } ja { $second } selitetään samassa kohdassa: ”{ $title }”.
compare-title = { $first } ja { $second }
also-called = { $title } (”{ $term }”)
did-you-mean = Mitä haluat tietää?
long-text = Teksti on pitkä. Tunnistan siitä nämä asiat. Valitse jokin niistä tai kysy lyhyesti.
no-answer = Sitä en tiedä. Vastaan kysymyksiin digiturvallisuudesta, tietosuojasta ja tietopyynnöistä.
no-answer-contact = Voit kysyä täältä: { $contact }
no-answer-no-contact = Kysy oman kuntasi asiakaspalvelusta tai IT-tuesta. Ylläpitäjä voi lisätä tähän yhteystiedot.
empty-question = Kirjoita kysymyksesi muutamalla sanalla. Esimerkiksi: mitä kyberturvallisuus on?
unknown-topic = Tätä vaihtoehtoa ei enää ole. Kysy omin sanoin.
explain-found = { $count ->
    [one] Voin selittää tekstistä yhden sanan.
   *[other] Voin selittää tekstistä { $count } sanaa.
}
explain-left-out = { $count ->
    [one] Yksi sana ei mahtunut mukaan. Lähetä lyhyempi teksti.
   *[other] { $count } sanaa ei mahtunut mukaan. Lähetä teksti lyhyemmissä osissa.
}
explain-nothing = En löytänyt tekstistä asiantuntijasanoja, jotka tunnen.
review-compared = Verrattu lähteisiin { $date }. Tämä ei ole juridinen tarkastus.
review-approved = Vastuuhenkilö on hyväksynyt tekstin. Tarkistettu { $date }.
review-check = Yksi kohta on vielä tarkistettava. Katso lähteet, ennen kuin toimit.
review-late = Teksti piti tarkistaa uudelleen viimeistään { $date }. Katso lähteet.
other-language-article = { $language ->
    [sv] Tämä on toistaiseksi vain ruotsiksi.
    [fi] Tämä on toistaiseksi vain suomeksi.
   *[en] Tämä on toistaiseksi vain englanniksi.
}
source-language = { $language ->
    [sv] ruotsiksi
    [fi] suomeksi
   *[en] englanniksi
}
aland-laws = Kuntanne on Ahvenanmaalla. Siellä noudatetaan maakunnan omia lakeja ja määräaikoja, ei Manner-Suomen julkisuuslakia ja tiedonhallintalakia. Kysy tietosuojavastaavalta tai kirjaamosta.
time-limits = Määräajat
time-limit = { $period }. Aika alkaa, { $starts } ({ $law }).
time-limit-extension = Lisäaika on tarvittaessa enintään { $period }.
years = { $count ->
    [one] 1 vuosi
   *[other] { $count } vuotta
}
months = { $count ->
    [one] 1 kuukausi
   *[other] { $count } kuukautta
}
weeks = { $count ->
    [one] 1 viikko
   *[other] { $count } viikkoa
}
days = { $count ->
    [one] 1 päivä
   *[other] { $count } päivää
}
hours = { $count ->
    [one] 1 tunti
   *[other] { $count } tuntia
}
personal-data = Viestissäsi oli { $kinds }. Poista viesti. En käyttänyt tätä tietoa hakuun enkä tallentanut sitä. Vastaan ilman sitä:
personal-data-only = Kysy uudelleen omin sanoin ilman henkilötietoja.
kind-with-mask = { $kind } ({ $mask })
kind-identity-code = henkilötunnus
kind-email = sähköpostiosoite
kind-phone = puhelinnumero
kind-iban = tilinumero
kind-long-number = pitkä numero
guide-own-data = Tiedot sinusta itsestäsi
guide-document = Asiakirja tai muu tieto
help-title = Mitä osaan
help-what = Selitän digiturvallisuutta selkeästi suomeksi, ruotsiksi ja englanniksi, ja näytän lähteet. Voit kysyä sanoista, velvollisuuksista, tietopyynnöistä ja siitä, mitä teet, kun jokin on mennyt pieleen.
help-how-heading = Kokeile näin
help-how-ask = Kysy: ”Mitä minun pitää päättää jatkuvuudesta?”
help-how-compare = Vertaa kahta sanaa: ”tietosuoja vai tietoturva”
help-how-next-step = Löydä seuraava askel: ”lähetin tiedoston väärälle henkilölle”
help-how-request = Löydä oikea reitti: ”asukas haluaa kaiken, mitä meillä on hänestä”
help-limits = Annan yleistä neuvontaa. En koskaan ratkaise kenenkään omaa asiaa. Älä kirjoita tänne henkilötietoja.
privacy-title = Mitä viestillesi tapahtuu
privacy-nothing-kept = Mitään kirjoittamaasi ei tallenneta levylle, kirjata lokiin eikä lähetetä kenellekään. Keskustelussa saat rivisi takaisin nuolinäppäimillä, kunnes lopetat. Sen jälkeen ne ovat poissa.
privacy-messenger = En säilytä mitään kirjoittamaasi: sitä ei tallenneta levylle, kirjata lokiin eikä lähetetä eteenpäin. { $service } välittää viestisi ja säilyttää sen omien sääntöjensä mukaan. Yksityinen vastaus ei näy muille kanavalla.
privacy-guard = Jos viestissäsi on henkilötunnus, sähköpostiosoite, puhelinnumero tai tilinumero, poistan sen ennen hakua.
emergency = Teit oikein, kun kysyit. Ota heti yhteyttä IT-tukeen äläkä poista mitään. Jos ihmisten tiedot voivat olla vaarassa, kerro myös tietosuojavastaavalle.
emergency-contact = Soita tänne: { $contact }
try-later = Jokin meni vikaan. Yritä myöhemmin uudelleen.
