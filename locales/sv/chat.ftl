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
sources = Källor
read-in-language = { $language ->
    [sv] På svenska
    [fi] Suomeksi
   *[en] In English
}
goodbye = Hej då.
reloaded = { $changed ->
    [0] { $articles } artiklar lästes in på { $milliseconds } ms. Inget har ändrats.
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
error-label = fel
warning-label = varning
