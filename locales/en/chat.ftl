# The chat in the terminal and the command line.

welcome = Ledord, the answer desk for digital security. { $topics } topics in Swedish, Finnish and English.
welcome-hint = Ask in your own words. /help shows more, Ctrl-D leaves.
files-left-out = { $count ->
    [one] One file has a problem. Everything else works. To see it: ledord check
   *[other] { $count } files have problems. Everything else works. To see them: ledord check
}
chat-commands =
    /help               what I can do
    /explain TEXT       explain the expert words in a text
    /lang sv|fi|en      answer in one language; /lang auto follows your question
    /reload             read the articles again
    /quit               leave (Ctrl-D too)
unknown-command = I don't know the command { $command }. /help shows them all.
no-such-choice = There is no choice { $number }. Choose a number from the list, or ask in your own words.
choose-hint = Type a number to choose, or ask in your own words.
next-heading = Next
language-set = { $language ->
    [sv] I will answer in Swedish.
    [fi] I will answer in Finnish.
   *[en] I will answer in English.
}
language-unknown = Choose /lang sv, /lang fi or /lang en. With /lang auto I follow your question.
explain-usage = Write the text after the command: /explain We need a DPIA before we sign
sources = Sources
read-in-language = { $language ->
    [sv] På svenska
    [fi] Suomeksi
   *[en] In English
}
goodbye = Goodbye.
reloaded = { $changed ->
    [0] Reloaded { $articles } articles in { $milliseconds } ms. Nothing has changed.
    [one] Reloaded { $articles } articles in { $milliseconds } ms. One has changed.
   *[other] Reloaded { $articles } articles in { $milliseconds } ms. { $changed } have changed.
}
reload-refused = { $count ->
    [one] Not reloaded: there is a problem to mend. The old version goes on.
   *[other] Not reloaded: there are { $count } problems to mend. The old version goes on.
}
reload-built-in = The articles are built in, so there is nothing to reload. Start with --knowledge DIR to use your own.
check-clean = { $files ->
    [one] 1 file checked. No problems.
   *[other] { $files } files checked. No problems.
}
check-found = { $files } files checked. Errors: { $errors }. Warnings: { $warnings }.
error-label = error
warning-label = warning
