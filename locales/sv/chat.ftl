# The chat in the terminal and the command line.

welcome = Ledord svarar på frågor om digital säkerhet. { $topics } ämnen på svenska, finska och engelska.
welcome-hint = Fråga med egna ord. /help visar mer, med Ctrl-D avslutar du.
files-left-out = { $count ->
    [one] En fil har ett problem. Allt annat fungerar. Se det med: ledord check
   *[other] { $count } filer har problem. Allt annat fungerar. Se dem med: ledord check
}
chat-commands =
    /help               det här kan jag
    /explain TEXT       förklara expertorden i en text
    /session            utlys träffar och ändra dem
    /lang sv|fi|en      svara på ett visst språk; /lang auto följer din fråga
    /reload             läs in artiklarna på nytt
    /quit               avsluta (också Ctrl-D)
unknown-command = Jag känner inte till kommandot { $command }. /help visar alla.
no-such-choice = Det finns inget val { $number }. Välj en siffra i listan, eller fråga med egna ord.
choose-hint = Skriv en siffra för att välja, eller fråga med egna ord.
next-heading = Gå vidare
language-set = { $language ->
    [sv] Jag svarar på svenska.
    [fi] Jag svarar på finska.
   *[en] Jag svarar på engelska.
}
language-unknown = Välj /lang sv, /lang fi eller /lang en. Med /lang auto följer jag din fråga.
explain-usage = Skriv texten efter kommandot: /explain Vi behöver en DPIA före avtalet
session-commands =
    /session announce NÄTVERK | NÄR | LÄNGD | LÄNK | PÅMINNELSER | ÄMNE
                                      allt efter NÄR kan utelämnas
    /session list                     alla nätverk och serier
    /session next NÄTVERK             kommande datum, för alla
    /session preview SERIE            de tolv följande datumen
    /session skip SERIE | DATUM       ett datum ställs in
    /session move SERIE | DATUM | NY DAG ELLER TID
    /session set topic SERIE | DATUM | TEXT
                                      även speaker (talare), link och note; - tar bort
    /session confirm SERIE | DATUM    träffen blir av
    /session pause SERIE              inga påminnelser förrän /session resume SERIE
    /session end SERIE                inga fler datum
    /session receipt SERIE            vad som skickats, när och vart
    /session recap SERIE | DATUM | TEXT
                                      tre rader efter träffen
    /session calendar SERIE | DATUM   en kalenderfil

    SERIE är ett nummer eller namnet på ett nätverk, DATUM en dag. Utelämna SERIE
    om du bara har en, och DATUM om du menar nästa.
    Till exempel:
    /session announce Kaffe med Uffe | sista torsdagen i månaden kl. 9 | 45 min
    /session set topic 28.1.2027 | NIS2 i praktiken
    /session move 28.1.2027 | 4.2.2027 kl. 10
session-usage = { $command ->
    [announce] Skriv nätverket och tiden: /session announce Kaffe med Uffe | sista torsdagen i månaden kl. 9 | 45 min
    [save] Välj ”spara” med siffran i förhandsvisningen, eller skriv: /session save NUMMER
    [move] Skriv vilket datum som flyttas och vart: /session move 28.1.2027 | 4.2.2027 kl. 10
    [set] Skriv vad du anger (topic, speaker, link eller note), för vilket datum, och texten: /session set topic 28.1.2027 | NIS2 i praktiken
    [recap] Skriv texten efter datumet: /session recap 28.1.2027 | Vi talade om …
   *[other] Något saknas. /session visar hur man skriver.
}
session-unknown = Jag känner inte till /session { $word }. /session visar allt du kan göra.
session-unknown-meant = Jag känner inte till /session { $word }. Menade du /session { $meant }?
session-no-networks = Här finns inga nätverk ännu. Lägg till dem som [[network]] i ledord.toml; config.example.toml visar hur.
session-which-network = Vilket nätverk menar du? De här finns: { $networks }.
session-changed-meanwhile = Någon annan har just ändrat samma sak, så jag lät bli. Titta på den igen och försök på nytt.
session-look-again = Titta igen
session-type-it = Skriv: { $line }
file-saved = Sparades i den här mappen som { $name }.
file-not-saved = Det gick inte att spara { $name } i den här mappen.
rehearsal-nothing = Ingenting skulle skickas från { $from } till { $to }.
rehearsal-summary = { $count ->
    [one] Ett meddelande. Inget har skickats: det här var en repetition.
   *[other] { $count } meddelanden. Inget har skickats: det här var en repetition.
}
sources = Källor
read-in-language = { $language ->
    [sv] På svenska
    [fi] Suomeksi
   *[en] In English
}
goodbye = Hej då.
reloaded = { $changed ->
    [0] { $articles } artiklar lästes in på { $milliseconds } ms. Ingen artikel har ändrats.
    [one] { $articles } artiklar lästes in på { $milliseconds } ms. En har ändrats.
   *[other] { $articles } artiklar lästes in på { $milliseconds } ms. { $changed } har ändrats.
}
reload-refused = { $count ->
    [one] Artiklarna lästes inte in: det finns ett problem att rätta. Den gamla versionen gäller tills vidare.
   *[other] Artiklarna lästes inte in: det finns { $count } problem att rätta. Den gamla versionen gäller tills vidare.
}
reload-built-in = Artiklarna är inbyggda, så det finns inget att läsa in på nytt. Starta med --knowledge DIR om du vill använda egna.
check-clean = { $files ->
    [one] 1 fil kontrollerad. Inga problem.
   *[other] { $files } filer kontrollerade. Inga problem.
}
check-found = { $files } filer kontrollerade. Fel: { $errors }. Varningar: { $warnings }.
plain-file = fil
plain-words = ord
plain-sentences = meningar
plain-mean = medeltal
plain-longest = längsta
plain-lix = LIX
plain-heavy-words = tunga ord
error-label = fel
warning-label = varning
