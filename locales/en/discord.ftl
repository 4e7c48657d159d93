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
form-move-title = Move the session
form-move-field = New day or new time
form-move-hint = 18.12.2026 at 9, or just 10:00
form-set-title = Tell about the session
form-set-topic = Topic
form-set-speaker = Who speaks
form-set-link = Meeting link
form-set-note = Anything else that people should know
form-set-hint = Empty: no change. A dash (-): taken away.
form-recap-title = After the session
form-recap-field = The main points in three lines
form-recap-hint = What did you talk about, what was agreed, what comes next?
answer-privately = I would rather answer this in private. Press the button, or send me a private message.
only-for-you = Only you can see this answer, because it may be about someone's own case.
shared = Shared in this channel.
may-not-write = I am not allowed to write here. A server admin can give me permission to send messages and embed links in this channel.
admins-only = Only admins can do this: those who may manage the server, and those with one of the admin roles in my settings.
problems-left = { $count ->
    [one] One more problem: run ledord check to see it.
   *[other] { $count } more problems: run ledord check to see them.
}
