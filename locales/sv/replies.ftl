# What the desk answers.

officially = { $term }, officiellt { $title }.
belongs-to = ”{ $term }” förklaras under ”{ $title }”.
gloss = { $term }: { $line }
not-the-same = Inte riktigt samma sak.
same-thing = Ja. { $first } och { $second } betyder samma sak här.
same-topic = Både { $first } och { $second } förklaras under ”{ $title }”.
compare-title = { $first } och { $second }
also-called = { $title } (”{ $term }”)
did-you-mean = Vad vill du veta?
long-text = Det var en lång text. Det här känner jag igen i den. Välj något, eller ställ en kort fråga.
no-answer = Det vet jag inte. Jag svarar på frågor om digital säkerhet, dataskydd och begäran om uppgifter.
no-answer-contact = Du kan fråga här: { $contact }
no-answer-no-contact = Fråga kommunens kundservice eller it-stöd. Er administratör kan lägga till deras kontaktuppgifter här.
empty-question = Skriv din fråga med några ord. Till exempel: vad är cybersäkerhet?
unknown-topic = Det valet finns inte längre. Fråga med egna ord i stället.
explain-found = { $count ->
    [one] Ett ord i texten kan jag förklara.
   *[other] { $count } ord i texten kan jag förklara.
}
explain-left-out = { $count ->
    [one] Ett ord till fick inte plats. Skicka en kortare text.
   *[other] { $count } ord till fick inte plats. Skicka texten i kortare delar.
}
explain-nothing = Jag hittade inga expertord som jag känner till i texten.
review-compared = Jämförd med källorna { $date }. Det här är ingen juridisk granskning.
review-approved = Godkänd av den som ansvarar. Granskad { $date }.
review-check = En punkt här måste kontrolleras. Se källorna innan du agerar.
review-late = Texten skulle ha granskats på nytt senast { $date }. Kontrollera källorna.
other-language-article = { $language ->
    [sv] Det här finns än så länge bara på svenska.
    [fi] Det här finns än så länge bara på finska.
   *[en] Det här finns än så länge bara på engelska.
}
source-language = { $language ->
    [sv] på svenska
    [fi] på finska
   *[en] på engelska
}
aland-laws = Er kommun ligger på Åland. Där har landskapet egna lagar och tidsfrister i stället för rikets offentlighetslag och informationshanteringslag. Fråga ert dataskyddsombud eller registratorskontoret.
time-limits = Tidsfrister
time-limit = { $period }. Tiden börjar löpa { $starts } ({ $law }).
time-limit-extension = Kan förlängas med högst { $period }.
years = { $count ->
    [one] 1 år
   *[other] { $count } år
}
months = { $count ->
    [one] 1 månad
   *[other] { $count } månader
}
weeks = { $count ->
    [one] 1 vecka
   *[other] { $count } veckor
}
days = { $count ->
    [one] 1 dag
   *[other] { $count } dagar
}
hours = { $count ->
    [one] 1 timme
   *[other] { $count } timmar
}
personal-data = Ditt meddelande innehöll { $kinds }. Radera meddelandet. Jag har varken sparat uppgiften eller sökt med den. Jag svarar utan den:
personal-data-only = Fråga igen med egna ord, utan personuppgifter.
kind-with-mask = { $kind } ({ $mask })
kind-identity-code = en personbeteckning
kind-email = en e-postadress
kind-phone = ett telefonnummer
kind-iban = ett kontonummer
kind-long-number = ett långt nummer
guide-own-data = Uppgifterna gäller dig själv
guide-document = En handling eller annan information
help-title = Det här kan jag
help-what = Jag förklarar digital säkerhet i klara ord, på svenska, finska och engelska, och visar källorna. Jag svarar på frågor om ord, skyldigheter, begäran om uppgifter och vad du gör när något har gått fel.
help-how-heading = Prova så här
help-how-ask = Ställ en fråga: ”Vad ska jag besluta om kontinuitet?”
help-how-compare = Jämför två ord: ”dataskydd vs datasäkerhet”
help-how-next-step = Hitta nästa steg: ”jag skickade en fil till fel person”
help-how-request = Hitta rätt väg: ”en invånare vill ha allt vi har om henne”
help-limits = Jag ger allmän vägledning. Jag avgör aldrig enskilda ärenden. Skriv inga personuppgifter här.
privacy-title = Vad händer med det du skriver
privacy-nothing-kept = Inget av det du skriver här sparas på disk, hamnar i någon logg eller skickas till någon. I chatten kan du hämta fram dina rader med piltangenterna tills du avslutar. Sedan är de borta.
privacy-messenger = Jag behåller inget av det du skriver: det sparas inte på disk, hamnar inte i någon logg och skickas inte vidare. { $service } förmedlar ditt meddelande och sparar det enligt sina egna regler. Ett privat svar syns inte för andra i kanalen.
privacy-guard = En personbeteckning, en e-postadress, ett telefonnummer eller ett kontonummer plockas bort innan jag söker.
emergency = Du gjorde rätt som frågade. Kontakta genast ert it-stöd och radera ingenting. Kan uppgifter om människor vara i fara, säg till också till dataskyddsombudet.
emergency-contact = Ring hit: { $contact }
try-later = Något gick fel här. Försök igen senare.
