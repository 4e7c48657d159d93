# Boten på Discord. Namn på kommandon och fält: små bokstäver, inga mellanslag, högst 32 tecken.
# Beskrivningar: högst 100 tecken. Ord på knappar: korta.

command-ask = fråga
command-ask-about = Fråga om digital säkerhet, dataskydd eller begäran om uppgifter
command-term = ord
command-term-about = Ta reda på vad ett ord betyder
command-compare = jämför
command-compare-about = Se vad som skiljer två ord åt
command-help = hjälp
command-help-about = Se vad jag kan
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
form-move-title = Flytta träffen
form-move-field = Ny dag eller ny tid
form-move-hint = 18.12.2026 kl. 9, eller bara kl. 10
form-set-title = Berätta om träffen
form-set-topic = Ämne
form-set-speaker = Vem talar
form-set-link = Möteslänk
form-set-note = Annat som deltagarna behöver veta
form-set-hint = Tomt: ingen ändring. Ett streck (-): tas bort.
form-recap-title = Efter träffen
form-recap-field = Det viktigaste på tre rader
form-recap-hint = Vad talade ni om, vad kom ni fram till, vad händer nu?
answer-privately = Jag svarar hellre privat på det här. Tryck på knappen eller skicka mig ett privat meddelande.
only-for-you = Bara du ser det här svaret, eftersom det kan gälla någons eget ärende.
shared = Delat i kanalen.
may-not-write = Jag får inte skriva här. Serverns administratör kan ge mig rätt att skicka meddelanden och bädda in länkar i den här kanalen.
admins-only = Bara administratörer kan göra det här: de som får hantera servern och de som har någon av administratörsrollerna i mina inställningar.
problems-left = { $count ->
    [one] Ett problem till: se det med kommandot ledord check.
   *[other] { $count } problem till: se dem med kommandot ledord check.
}
