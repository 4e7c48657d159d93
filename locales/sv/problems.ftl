# What is wrong with an article, and how to mend it.

not-readable = kan inte läsas ({ $cause }): kontrollera att den finns och att du får öppna den
not-utf8 = är inte text i UTF-8: spara den på nytt med kodningen UTF-8
unknown-folder = ”{ $name }” är ingen artikeltyp: lägg filen i en mapp som { $suggestion }
file-name = filnamnet ska bestå av ett ämne och ett språk, till exempel cyber-security.sv.md: använd a till z, siffror och bindestreck, sedan .sv, .fi eller .en
no-articles = inga artiklar här: lägg dem i mappar som concepts/cyber-security.sv.md
no-front-matter = huvudet saknas: börja filen med en rad +++, nycklarna och en rad +++ till
unclosed-front-matter = huvudet är inte avslutat: sätt en rad +++ efter den sista nyckeln
invalid-toml = det här är inte giltig TOML: { $message }
unknown-key = okänd nyckel ”{ $name }”: ta bort den
unknown-key-meant = okänd nyckel ”{ $name }”: menade du ”{ $suggestion }”?
missing-key = nyckeln ”{ $name }” saknas: lägg till den
empty-value = ”{ $name }” är tom: fyll i den
expected-text = ”{ $name }” ska vara text inom citattecken: { $name } = "…"
expected-texts = ”{ $name }” ska vara en lista med texter: { $name } = ["…", "…"]
expected-date = ”{ $name }” ska vara ett datum som finns, utan citattecken: { $name } = 2026-11-23
expected-tables = ”{ $name }” skrivs som tabeller, var och en under [[{ $name }]]
unknown-status = okänd status ”{ $value }”: använd compared, approved eller check
unknown-language = okänt språk ”{ $value }”: använd sv, fi eller en
question-count = { $count ->
    [one] 1 exempelfråga: skriv 4 till 6
   *[other] { $count } exempelfrågor: skriv 4 till 6
}
gist-too-long = kärnmeningen (gist) har { $words } ord: korta den till högst 14
no-sources = inga källor: lägg till minst en under [[sources]]
source-not-https = källan ”{ $url }” är ingen https-adress: använd en som börjar med https://
reviewed-in-future = granskningsdagen { $date } har inte kommit än: använd den dag då du jämförde texten med källorna
review-by-before-reviewed = nästa granskning ({ $date }) är före den senaste: använd en senare dag
review-overdue = granskningen skulle ha gjorts senast { $date }: jämför texten med källorna och ändra sedan ”reviewed” och ”review_by”
deadline-outside-procedure = bara artiklar om förfaranden har tidsfrister: flytta artikeln till procedures, eller ta bort tidsfristen
invalid-period = ”{ $value }” är ingen tidsperiod: skriv den som P14D, P1M eller PT72H
duplicate-deadline = tidsfristen ”{ $name }” finns två gånger: ge var och en ett eget id
unknown-related = det finns inget ämne ”{ $topic }”: ta bort det, eller skriv artikeln
unknown-related-meant = det finns inget ämne ”{ $topic }”: menade du ”{ $suggestion }”?
phrasings-file-name = ge filen samma namn som artikeln, med .txt i slutet, till exempel cyber-security.sv.txt
out-of-scope-file-name = ge filen namnet out-of-scope.sv.txt, eller med fi eller en i stället för sv
personal-data-in-phrasing = raden innehåller personuppgifter ({ $mask }): ta bort dem. De tas bort ur frågorna också, så de gör ingen nytta här
phrasings-without-article = det finns ingen artikel ”{ $topic }” som de här fraserna kan leda till: ge filen samma namn som artikeln
phrasings-without-article-meant = det finns ingen artikel ”{ $topic }” som de här fraserna kan leda till: menade du ”{ $suggestion }”?
related-to-itself = artikeln hänvisar till sig själv: ta bort hänvisningen
duplicate-topic = samma ämne och språk som { $other }: behåll en av dem
missing-sibling = syskonfilen { $file } saknas: skriv den, så att alla tre språken säger samma sak
missing-answer = det inledande svaret saknas: börja texten med ett stycke på högst 60 ord
answer-too-long = det inledande svaret har { $words } ord: korta det till högst 60
text-before-sections = bara ett stycke får stå före den första rubriken: flytta resten under en rubrik
heading-level = rubriker börjar med två nummertecken: ## Varför det spelar roll {"{"}#why{"}"}
heading-without-id = rubriken ”{ $heading }” har inget id: avsluta den med ett, till exempel {"{"}#why{"}"}
unknown-section = okänt avsnitt ”{ $name }”: använd why, decide, ask, steps, expert eller not-covered
unknown-section-meant = okänt avsnitt ”{ $name }”: menade du ”{ $suggestion }”?
duplicate-section = avsnittet ”{ $name }” finns två gånger: slå ihop dem
empty-section = avsnittet ”{ $name }” är tomt: fyll i det, eller ta bort det
raw-html = HTML visas inte: skriv { $html } som vanlig text
stray-delimiter = en rad +++ i texten: bara huvudet har sådana rader
unknown-placeholder = okänd platshållare ”{ $name }”: nycklarna finns i knowledge/README.md
unknown-placeholder-meant = okänd platshållare ”{ $name }”: menade du ”{ $suggestion }”?
broken-placeholder = en platshållare skrivs {"{{"}nyckel|ord att visa{"}}"}: kontrollera klamrarna, nyckeln och orden
unsupported-image = bilder kan inte visas på alla plattformar: säg det med ord
unsupported-table = tabeller kan inte visas på alla plattformar: använd en lista
unsupported-code = kod kan inte visas på alla plattformar: skriv vanlig text
unsupported-quote = citatblock kan inte visas på alla plattformar: skriv vanlig text
unsupported-nested-list = en lista i en lista kan inte visas på alla plattformar: använd en lista, ett stycke per punkt
unsupported-rule = ett streck tvärs över sidan kan inte visas på alla plattformar: ta bort det
unsupported-markup = den här märkningen kan inte visas på alla plattformar: skriv vanlig text
link-in-prose = en länk i texten: flytta adressen till [[sources]]
question-astray = exempelfrågan ”{ $question }” hittar ”{ $topic }” först: gör frågan tydligare, eller lägg till orden i ”terms”
question-lost = exempelfrågan ”{ $question }” hittar ingenting: lägg till orden i ”terms”
long-sentence = meningen ”{ $beginning } …” har { $words } ord: dela den, så att varje del har högst 25
long-sentences = meningarna är långa, i medeltal { $mean } ord: korta dem till högst 15
high-lix = texten är svår att läsa (LIX { $lix }): använd kortare ord och meningar, tills LIX är högst { $limit }
heavy-word = ”{ $word }” är ett tungt ord: skriv ”{ $plain }” i stället
unexplained-term = ”{ $term }” är ett fackord som artikeln inte förklarar: använd ett enklare ord, eller lägg till ett ämne som förklarar det i ”related” ({ $topics })
section-differs = { $other } har avsnittet ”{ $section }”, men det saknas här: skriv det här också, eller ta bort det där
deadlines-differ = tidsfristerna är inte samma som i { $other }: använd samma ”id”, ”period” och ”extension” på alla språk
source-count-differs = antalet källor är { $here } här, men { $there } i { $other }: ange samma källor på alla språk
publishers-differ = källorna har andra utgivare än i { $other } (bara här: { $here }; bara där: { $there }): kontrollera att alla språk bygger på samma sidor
reviewed-differs = granskad { $here }, men { $other } granskades { $there }: jämför texten med den nyare och ändra sedan ”reviewed”
status-differs = statusen är ”{ $here }”, men ”{ $there }” i { $other }: använd samma på alla språk
missing-column = kolumnen ”{ $name }” saknas: lägg till den på raden med kolumnernas namn
unknown-scope = okänt värde ”{ $value }” i kolumnen scope: använd in eller out
golden-no-topic = ämne saknas: skriv i kolumnen ”topic_id” vilket ämne som besvarar frågan, eller ”out” i kolumnen ”scope”
golden-unknown-topic = det finns inget ämne ”{ $topic }”, så det kan inte vara det rätta: rätta namnet eller ta bort det
golden-unknown-topic-meant = det finns inget ämne ”{ $topic }”, så det kan inte vara det rätta: menade du ”{ $suggestion }”?
golden-astray = testfrågan ”{ $question }” ska hitta ”{ $wanted }”, men nu kommer ”{ $topic }” först: gör dem lättare att skilja åt i ”terms” och ”questions”
golden-lost = testfrågan ”{ $question }” ska hitta ”{ $wanted }”, men hittar nu ingenting: lägg till orden i ”terms”
golden-answered = testfrågan ”{ $question }” ska inte få något svar, men nu svarar ”{ $topic }” på den: ta bort vardagsord ur ”terms” där
