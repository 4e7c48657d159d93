# The bot on Discord. Names of commands and options: small letters, no spaces, at most 32 characters.
# Descriptions: at most 100 characters. Words on buttons: short.

command-ask = ask
command-ask-about = Ask about digital security, data protection or requests for information
command-term = term
command-term-about = Find out what a word means
command-compare = compare
command-compare-about = See how two words differ
command-help = help
command-help-about = See what I can do
command-admin = admin
command-admin-about = For admins
command-reload = reload
command-reload-about = Load the articles again
command-explain = Explain in plain language
option-question = question
option-question-about = In your own words, without personal data
option-share = share
option-share-about = Let everyone in this channel see the answer
option-term = word
option-term-about = Type the beginning of the word and choose from the list
option-first = first
option-second = second
button-more = Read more
button-share = Share here
button-privately = Answer privately
button-ask-privately = Ask privately
button-ask-again = Ask something else
form-title = Ask Ledord
form-field = Your question
form-hint = In your own words, without personal data
answer-privately = I would rather answer this in private. Press the button, or send me a private message.
only-for-you = Only you can see this answer, because it may be about someone's own case.
shared = Shared in this channel.
may-not-write = I am not allowed to write here. A server admin can give me permission to send messages and embed links in this channel.
admins-only = Only admins can do this: those who may manage the server, and those with one of the admin roles in my settings.
problems-left = { $count ->
    [one] One more problem: run ledord check to see it.
   *[other] { $count } more problems: run ledord check to see them.
}
