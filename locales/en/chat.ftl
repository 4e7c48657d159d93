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
    [one] Not reloaded: there is one problem to fix. The previous version stays in use.
   *[other] Not reloaded: there are { $count } problems to fix. The previous version stays in use.
}
reload-built-in = The articles are built in, so there is nothing to reload. Start with --knowledge DIR to use your own.
check-clean = { $files ->
    [one] 1 file checked. No problems.
   *[other] { $files } files checked. No problems.
}
check-found = Files checked: { $files }. Errors: { $errors }. Warnings: { $warnings }.
error-label = error
warning-label = warning
