# Boten på Discord. Namn på kommandon och fält: små bokstäver, inga mellanslag, högst 32 tecken.
# Beskrivningar: högst 100 tecken. Ord på knappar: korta.

command-ask = fråga
command-ask-about = Fråga om digital säkerhet, dataskydd eller begäran om uppgifter
command-term = ord
command-term-about = Vad betyder ett ord?
command-compare = jämför
command-compare-about = Vad är skillnaden mellan två ord?
command-help = hjälp
command-help-about = Vad jag kan och vad som händer med det du skriver
command-admin = admin
command-admin-about = För administratörer
command-reload = ladda-om
command-reload-about = Läs in artiklarna på nytt
command-explain = Förklara på klarspråk
option-question = fråga
option-question-about = Med egna ord, utan personuppgifter
option-share = dela
option-share-about = Låt alla i kanalen se svaret
option-term = ord
option-term-about = Skriv början av ordet och välj i listan
option-first = första
option-second = andra
button-more = Läs mer
button-share = Dela här
button-privately = Svara privat
button-ask-privately = Fråga privat
button-ask-again = Fråga något annat
form-title = Fråga Ledord
form-field = Din fråga
form-hint = Med egna ord, utan personuppgifter
answer-privately = Det här svarar jag hellre på privat. Tryck på knappen eller skriv till mig i ett privat meddelande.
only-for-you = Bara du ser det här svaret, eftersom det gäller ditt eget ärende.
shared = Delat i kanalen.
may-not-write = Jag får inte skriva här. Serverns administratör kan ge mig rätt att skicka meddelanden och bädda in länkar i kanalen.
admins-only = Bara administratörer kan göra det här: de som hanterar servern och de som har en administratörsroll i mina inställningar.
problems-left = { $count ->
    [one] Ett problem till: kör ledord check för att se det.
   *[other] { $count } problem till: kör ledord check för att se dem.
}
