# The chat in the terminal and the command line.

welcome = Ledord, the answer desk for digital security. Topics in Swedish, Finnish and English: { $topics }.
welcome-hint = Ask in your own words. Type /help for more, or press Ctrl-D to leave.
files-left-out = { $count ->
    [one] One file has a problem. Everything else works. To see it: ledord check
   *[other] { $count } files have problems. Everything else works. To see them: ledord check
}
chat-commands =
    /help               what I can do
    /explain TEXT       explain the expert words in a text
    /session            announce sessions, and change them
    /lang sv|fi|en      answer in one language; /lang auto follows your question
    /reload             read the articles again
    /quit               leave (or press Ctrl-D)
unknown-command = I don't know the command { $command }. Type /help to see them all.
no-such-choice = { $number } is not one of the choices. Choose a number from the list, or ask in your own words.
choose-hint = Type a number to choose, or ask in your own words.
next-heading = Next
language-set = { $language ->
    [sv] I will answer in Swedish.
    [fi] I will answer in Finnish.
   *[en] I will answer in English.
}
language-unknown = Type /lang sv, /lang fi or /lang en. With /lang auto I answer in the language of your question.
explain-usage = Write the text after the command: /explain We need a DPIA before we sign
session-commands =
    /session announce NETWORK | WHEN | LENGTH | LINK | REMINDERS | TOPIC
                                      all after WHEN may be left out
    /session list                     every network and series
    /session next NETWORK             the coming dates, for anyone
    /session preview SERIES           the next twelve dates
    /session skip SERIES | DATE       one date does not take place
    /session move SERIES | DATE | NEW DAY OR TIME
    /session set topic SERIES | DATE | TEXT
                                      also speaker, link and note; - takes it away
    /session confirm SERIES | DATE    the date is still on
    /session pause SERIES             no reminders until /session resume SERIES
    /session end SERIES               no more dates
    /session receipt SERIES           what was sent, when and where
    /session recap SERIES | DATE | TEXT
                                      three lines after a session
    /session calendar SERIES | DATE   a calendar file

    SERIES is a number or the name of a network, and DATE a day. Leave SERIES out
    if you have only one, and DATE for the next one.
    For example:
    /session announce Kaffe med Uffe | last Thursday of the month 9:00 | 45 min
    /session set topic 28.1.2027 | NIS2 in practice
    /session move 28.1.2027 | 4.2.2027 10:00
session-usage = { $command ->
    [announce] Tell me the network and when: /session announce Kaffe med Uffe | last Thursday of the month 9:00 | 45 min
    [save] Choose "save" from the preview by its number, or type: /session save NUMBER
    [move] Tell me which date and where to: /session move 28.1.2027 | 4.2.2027 10:00
    [set] Tell me what to set (topic, speaker, link or note), for which date, and the text: /session set topic 28.1.2027 | NIS2 in practice
    [recap] Write the text after the date: /session recap 28.1.2027 | We talked about …
   *[other] Something is missing. /session shows how it is written.
}
session-unknown = I don't know /session { $word }. /session shows everything that you can do.
session-unknown-meant = I don't know /session { $word }. Did you mean /session { $meant }?
session-no-networks = No networks are set up here yet. Add them as [[network]] in ledord.toml; config.example.toml shows how.
session-which-network = Which network do you mean? There are: { $networks }.
session-changed-meanwhile = Someone else has just changed this, so I did not. Look at it again, then try once more.
session-look-again = Look again
session-type-it = Type: { $line }
file-saved = Saved in this folder as { $name }.
file-not-saved = I could not save { $name } in this folder.
rehearsal-nothing = Nothing would be sent from { $from } to { $to }.
rehearsal-summary = { $count ->
    [one] One message. Nothing has been sent: this was a rehearsal.
   *[other] { $count } messages. Nothing has been sent: this was a rehearsal.
}
sources = Sources
read-in-language = { $language ->
    [sv] På svenska
    [fi] Suomeksi
   *[en] In English
}
goodbye = Goodbye.
reloaded = { $changed ->
    [0] Reloaded { $articles } articles in { $milliseconds } ms. No article has changed.
    [one] Reloaded { $articles } articles in { $milliseconds } ms. One has changed.
   *[other] Reloaded { $articles } articles in { $milliseconds } ms. { $changed } have changed.
}
reload-refused = { $count ->
    [one] Not reloaded: there is one problem to fix. The previous version stays in use.
   *[other] Not reloaded: there are { $count } problems to fix. The previous version stays in use.
}
reload-built-in = The articles are built in, so there is nothing to reload. Start with --knowledge DIR to use your own.
check-clean = { $files ->
    [one] 1 file checked. No problems.
   *[other] { $files } files checked. No problems.
}
check-found = Files checked: { $files }. Errors: { $errors }. Warnings: { $warnings }.
plain-file = file
plain-words = words
plain-sentences = sentences
plain-mean = mean
plain-longest = longest
plain-lix = LIX
plain-heavy-words = heavy words
error-label = error
warning-label = warning
