# What the desk answers.

officially = { $term }, officially { $title }.
belongs-to = “{ $term }” is explained under “{ $title }”.
gloss = { $term }: { $line }
not-the-same = Not quite the same.
same-thing = Yes. { $first } and { $second } mean the same thing here.
same-topic = { $first } and { $second } are both explained under “{ $title }”.
compare-title = { $first } and { $second }
also-called = { $title } (“{ $term }”)
did-you-mean = What would you like to know?
long-text = That is a long text. Here is what I recognise in it. Choose one, or ask a short question.
no-answer = I don't know that. I answer questions about digital security, data protection and requests for information.
no-answer-contact = You can ask here: { $contact }
no-answer-no-contact = Ask your municipality's customer service or IT support. Your admin can add their contact details here.
empty-question = Write your question in a few words. For example: what is cyber security?
unknown-topic = That choice is no longer available. Ask in your own words instead.
explain-found = { $count ->
    [one] I can explain one word in that text.
   *[other] I can explain { $count } words in that text.
}
explain-left-out = { $count ->
    [one] There was no room for one more word. Send a shorter text.
   *[other] There was no room for { $count } more words. Send the text in shorter parts.
}
explain-nothing = I found no expert words in that text that I can explain.
review-compared = Compared with its sources on { $date }. This is not a legal review.
review-approved = Approved by the person responsible. Reviewed on { $date }.
review-check = One point here still needs checking. See the sources before you act on it.
review-late = It was due for a new review by { $date }. Check the sources.
other-language-article = { $language ->
    [sv] This is only in Swedish so far.
    [fi] This is only in Finnish so far.
   *[en] This is only in English so far.
}
source-language = { $language ->
    [sv] in Swedish
    [fi] in Finnish
   *[en] in English
}
aland-laws = Your municipality is in Åland, which has its own acts and time limits. The mainland's Openness Act and Information Management Act do not apply. Ask your data protection officer or the registry.
time-limits = Time limits
time-limit = { $period }. The clock starts { $starts } ({ $law }).
time-limit-extension = It can be extended by at most { $period }.
years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
personal-data = Your message contained { $kinds }. Delete the message. I have neither searched for that data nor kept it. Here is my answer without it:
personal-data-only = Ask again in your own words, without the personal data.
kind-with-mask = { $kind } ({ $mask })
kind-identity-code = a personal identity code
kind-email = an e-mail address
kind-phone = a telephone number
kind-iban = a bank account number
kind-long-number = a long number
guide-own-data = The data is about yourself
guide-document = A document or other information
help-title = What I can do
help-what = I explain digital security in plain words, in English, Swedish and Finnish, and show the sources. I answer questions about words, duties, requests for information and what to do when something has gone wrong.
help-how-heading = Try this
help-how-ask = Ask a question: “What must I decide about continuity?”
help-how-compare = Compare two words: “data protection vs information security”
help-how-next-step = Find the next step: “I sent a file to the wrong person”
help-how-request = Find the right place: “someone wants everything we have on them”
help-limits = I give general guidance. I never make decisions in anyone's own case. Do not write personal data here.
privacy-title = What happens to what you write
privacy-nothing-kept = Nothing you write here is written to disk, logged or sent to anyone, so it is not stored. In the chat, the arrow keys bring back your lines until you leave. Then they are gone.
privacy-messenger = I keep nothing you write: it is not written to disk, logged or sent on. { $service } carries your message and keeps it under its own rules. Nobody else in the channel sees a private answer.
privacy-guard = A personal identity code, an e-mail address, a telephone number or a bank account number is taken out before I search.
emergency = You did right to ask. Contact your IT support now and delete nothing. If people's data may be at risk, tell your data protection officer too.
emergency-contact = Call here: { $contact }
try-later = Something went wrong here. Please try again later.
