# What is wrong with an article, and how to fix it.

not-readable = cannot be read ({ $cause }): check that it exists and that you may open it
not-utf8 = is not plain text in UTF-8: save it again as plain text and choose the encoding UTF-8
unknown-folder = “{ $name }” is not a kind of article: put the file in a folder such as { $suggestion }
file-name = the file name must be a topic and a language, such as cyber-security.sv.md: use a to z, digits and hyphens, then .sv, .fi or .en
no-articles = there are no articles here: put them in folders such as concepts/cyber-security.sv.md
no-front-matter = the top of the article is missing: begin the file with a line of +++, then the keys, then another line of +++
unclosed-front-matter = the top of the article has no end: put a line of +++ after its last key
invalid-toml = the top of the article is not written correctly (as TOML): { $message }
unknown-key = unknown key “{ $name }”: remove it
unknown-key-meant = unknown key “{ $name }”: did you mean “{ $suggestion }”?
missing-key = the key “{ $name }” is missing: add it
empty-value = “{ $name }” is empty: fill it in
expected-text = “{ $name }” must be text between quotation marks: { $name } = "…"
expected-texts = “{ $name }” must be a list in square brackets, each text between quotation marks: { $name } = ["…", "…"]
expected-date = “{ $name }” must be a real date, without quotation marks: { $name } = 2026-11-23
expected-tables = “{ $name }” must be written in blocks, each under its own line [[{ $name }]]
unknown-status = unknown status “{ $value }”: use compared, approved or check
unknown-language = unknown language “{ $value }”: use sv, fi or en
question-count = { $count ->
    [one] 1 example question: write 4 to 6
   *[other] { $count } example questions: write 4 to 6
}
gist-too-long = the gist has { $words } words: use 14 at most
no-sources = there are no sources: add at least one under [[sources]]
source-not-https = the source “{ $url }” is not an https address: use one that begins with https://
reviewed-in-future = the review date { $date } is in the future: use the day when you compared the text with its sources
review-by-before-reviewed = the next review ({ $date }) is before the last one: use a later day
review-overdue = the review was due by { $date }: compare the text with its sources, then change “reviewed” and “review_by”
deadline-outside-procedure = only procedures have deadlines: move the article to procedures, or remove the deadline
invalid-period = “{ $value }” is not a period: write it like P14D, P1M or PT72H
duplicate-deadline = the deadline “{ $name }” appears twice: give each its own id
unknown-related = there is no topic “{ $topic }”: remove it, or write its article
unknown-related-meant = there is no topic “{ $topic }”: did you mean “{ $suggestion }”?
phrasings-file-name = name the file as its article is named, with .txt at the end, such as cyber-security.sv.txt
out-of-scope-file-name = name the file out-of-scope.en.txt, or with sv or fi in place of en
personal-data-in-phrasing = this line holds personal data ({ $mask }): take it out. It is taken out of questions too, so it is of no use here
phrasings-without-article = there is no article “{ $topic }” that these phrases could find: name the file as its article is named
phrasings-without-article-meant = there is no article “{ $topic }” that these phrases could find: did you mean “{ $suggestion }”?
related-to-itself = the article names itself as related: remove it
duplicate-topic = the same topic and language as { $other }: keep one of them
missing-sibling = the file { $file } is missing: write it, so that all three languages have the article
missing-answer = the plain answer is missing: begin the text with one paragraph of 60 words at most
answer-too-long = the plain answer has { $words } words: use 60 at most
text-before-sections = there may be only one paragraph before the first heading: move the rest under a heading
heading-level = headings begin with two hash signs: ## Why it matters {"{"}#why{"}"}
heading-without-id = the heading “{ $heading }” has no id: end it with one, such as {"{"}#why{"}"}
unknown-section = unknown section “{ $name }”: use why, decide, ask, steps, expert or not-covered
unknown-section-meant = unknown section “{ $name }”: did you mean “{ $suggestion }”?
duplicate-section = the section “{ $name }” appears twice: make one of the two
empty-section = the section “{ $name }” is empty: fill it in, or remove it
raw-html = HTML cannot be shown: write { $html } as plain text
stray-delimiter = there is a line of +++ in the text: only the top of the article has such lines
unknown-placeholder = unknown placeholder “{ $name }”: the keys are in knowledge/README.md
unknown-placeholder-meant = unknown placeholder “{ $name }”: did you mean “{ $suggestion }”?
broken-placeholder = a placeholder is written {"{{"}key|words to show{"}}"}: check its braces, key and words
unsupported-image = pictures cannot be shown on all platforms: say it in words
unsupported-table = tables cannot be shown on all platforms: use a list
unsupported-code = code cannot be shown on all platforms: write plain text
unsupported-quote = quotation blocks cannot be shown on all platforms: write plain text
unsupported-nested-list = a list inside a list cannot be shown on all platforms: use one list, with one paragraph for each item
unsupported-rule = lines across the page cannot be shown on all platforms: remove this one
unsupported-markup = this markup cannot be shown on all platforms: write plain text
link-in-prose = there is a link in the text: move its address to [[sources]]
question-astray = the example question “{ $question }” finds “{ $topic }” first: make it clearer, or add its words to “terms”
question-lost = the example question “{ $question }” finds nothing: add its words to “terms”
long-sentence = the sentence “{ $beginning } …” has { $words } words: split it, so that each part has 25 at most
long-sentences = the sentences are long, { $mean } words on average: shorten them to 15 at most
high-lix = the text is hard to read (LIX { $lix }): use shorter words and sentences, until LIX is { $limit } at most
heavy-word = “{ $word }” is a heavy word: write “{ $plain }” instead
unexplained-term = “{ $term }” is an expert word that this article does not explain: use a plainer word, or add a topic that explains it to “related” ({ $topics })
section-differs = { $other } has the section “{ $section }”, but this file does not: write it here too, or remove it there
deadlines-differ = the deadlines are not the same as in { $other }: use the same “id”, “period” and “extension” in all languages
source-count-differs = the number of sources is { $here } here, but { $there } in { $other }: name the same sources in all languages
publishers-differ = the sources come from other publishers than in { $other } (only here: { $here }; only there: { $there }): check that all languages rest on the same pages
reviewed-differs = reviewed on { $here }, but { $other } on { $there }: compare this text with the newer one, then change “reviewed”
status-differs = the status is “{ $here }”, but “{ $there }” in { $other }: use the same in all languages
missing-column = the column “{ $name }” is missing: add it to the line that names the columns
unknown-scope = unknown scope “{ $value }”: use in or out
golden-no-topic = no topic: in the column “topic_id”, write the topic that answers the question, or write “out” in the column “scope”
golden-unknown-topic = there is no topic “{ $topic }”, so it cannot be the right one: correct the name or take it out
golden-unknown-topic-meant = there is no topic “{ $topic }”, so it cannot be the right one: did you mean “{ $suggestion }”?
golden-astray = the test question “{ $question }” should find “{ $wanted }”, but “{ $topic }” now comes first: make the two easier to tell apart in their “terms” and “questions”
golden-lost = the test question “{ $question }” should find “{ $wanted }”, but now finds nothing: add its words to “terms”
golden-answered = the test question “{ $question }” should stay unanswered, but “{ $topic }” now answers it: take everyday words out of its “terms”
