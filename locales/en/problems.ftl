# What is wrong with an article, and how to mend it.

not-readable = cannot be read ({ $cause }): check that it exists and that you may open it
not-utf8 = is not UTF-8 text: save it again with the encoding UTF-8
unknown-folder = “{ $name }” is no kind of article: put the file in a folder such as { $suggestion }
file-name = the file name must be a topic and a language, such as cyber-security.sv.md: use a to z, digits and hyphens, then .sv, .fi or .en
no-articles = no articles here: put them in folders such as concepts/cyber-security.sv.md
no-front-matter = the front matter is missing: begin the file with a line +++, the keys, and another line +++
unclosed-front-matter = the front matter has no end: put a line +++ after its last key
invalid-toml = this is not valid TOML: { $message }
unknown-key = unknown key “{ $name }”: take it away
unknown-key-meant = unknown key “{ $name }”: did you mean “{ $suggestion }”?
missing-key = the key “{ $name }” is missing: add it
empty-value = “{ $name }” is empty: fill it in
expected-text = “{ $name }” must be text between quotation marks: { $name } = "…"
expected-texts = “{ $name }” must be a list of texts: { $name } = ["…", "…"]
expected-date = “{ $name }” must be a day that exists, without quotation marks: { $name } = 2026-11-23
expected-tables = “{ $name }” must stand as tables, each under [[{ $name }]]
unknown-status = unknown status “{ $value }”: use compared, approved or check
unknown-source-language = unknown language “{ $value }”: use sv, fi or en
question-count = { $count ->
    [one] 1 example question: write 4 to 6
   *[other] { $count } example questions: write 4 to 6
}
gist-too-long = the gist has { $words } words: say it in 14 at most
no-sources = no sources: add at least one under [[sources]]
source-not-https = the source “{ $url }” is not an https address: use one that begins with https://
reviewed-in-future = reviewed on { $date }, which is still to come: use the day when you compared the text with its sources
review-by-before-reviewed = the next review ({ $date }) is before the last one: use a later day
review-overdue = the review was due by { $date }: compare the text with its sources, then change “reviewed” and “review_by”
deadline-outside-procedure = only procedures have deadlines: move the article to procedures, or take the deadline away
invalid-period = “{ $value }” is no period: write it as P14D, P1M or PT72H
duplicate-deadline = the deadline “{ $name }” is here twice: give each its own id
unknown-related = there is no topic “{ $topic }”: take it away, or write its article
unknown-related-meant = there is no topic “{ $topic }”: did you mean “{ $suggestion }”?
related-to-itself = the article names itself as related: take it away
duplicate-topic = the same topic and language as { $other }: keep one of them
missing-sibling = the sibling { $file } is missing: write it, so that all three languages say the same
missing-answer = the plain answer is missing: begin the text with one paragraph of 60 words at most
answer-too-long = the plain answer has { $words } words: say it in 60 at most
text-before-sections = only one paragraph may stand before the first heading: move the rest under a heading
heading-level = headings begin with two hash signs: ## Why it matters {"{"}#why{"}"}
heading-without-id = the heading “{ $heading }” has no id: end it with one, such as {"{"}#why{"}"}
unknown-section = unknown section “{ $name }”: use why, decide, ask, steps, expert or not-covered
unknown-section-meant = unknown section “{ $name }”: did you mean “{ $suggestion }”?
duplicate-section = the section “{ $name }” is here twice: join them
empty-section = the section “{ $name }” is empty: fill it in, or take it away
raw-html = HTML is not shown: write { $html } as plain text
stray-delimiter = a line +++ in the text: only the front matter has such lines
unknown-placeholder = unknown placeholder “{ $name }”: the keys are in knowledge/README.md
unknown-placeholder-meant = unknown placeholder “{ $name }”: did you mean “{ $suggestion }”?
broken-placeholder = a placeholder is written {"{{"}key|words to show{"}}"}: check its braces, key and words
unsupported-image = pictures cannot be shown on all platforms: say it in words
unsupported-table = tables cannot be shown on all platforms: use a list
unsupported-code = code cannot be shown on all platforms: write plain text
unsupported-quote = quotations cannot be shown on all platforms: write plain text
unsupported-nested-list = a list inside a list cannot be shown on all platforms: use one list, one paragraph an item
unsupported-rule = lines across the page cannot be shown on all platforms: take it away
link-in-prose = a link in the text: move its address to [[sources]]
question-astray = the example question “{ $question }” finds “{ $topic }” first: make it clearer, or add its words to “terms”
question-lost = the example question “{ $question }” finds nothing: add its words to “terms”
