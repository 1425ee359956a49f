# What the site says. A section a page; keys begin with what they are about.
#
# Glossary: an *outlet* publishes *articles*; a *story* is all articles about one event; an *account* is one outlet's
# telling of it; an *origin* is an independent telling, with its copies folded beneath it; a *claim* is what one or more
# accounts state; a *quotation* has a *speaker*.

## Counts

count-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
count-outlets = { $count ->
    [one] { $count } outlet
   *[other] { $count } outlets
}
count-origins = { $count ->
    [one] { $count } origin
   *[other] { $count } origins
}
count-stories = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
comma = ,

## Charts

chart-figures = Figures
chart-rows-more = { $count ->
    [one] { $count } more row
   *[other] { $count } more rows
}
chart-universal = Times are in UTC; a time without it is as printed, its zone unknown.
chart-when = When
chart-others = Others
chart-outlet = Outlet
chart-coverage = Coverage over time
chart-busiest = Most articles: { $count }, { $when }
chart-first = Who reported first
chart-is-first = first
chart-later = { $length } later
chart-claims-first = { $count ->
    [one] first with { $count } claim
   *[other] first with { $count } claims
}
chart-origin = Origin
chart-first-article = First article
chart-first-claims = Claims it had first
chart-lanes = When it happened, when it was told
chart-lanes-means = Each number stands twice: above at the time of the event, below at the time of the first report.
chart-happened = Happened
chart-reported = First reported
chart-moment = a moment
chart-stretch = a day or longer
chart-inferred = inferred from the wording
chart-beyond = long before or after
chart-number = No.
chart-what = What
chart-quantities = How the figure changed:
chart-first-and-last = From { $first } to { $last }
chart-figure = Figure
chart-said = As printed

## Times

as-of = As of { $moment }

## Every page

site-name = Parallax
skip-to-text = Skip to the text
search-label = Search
search-hint = Words, names, "phrases"
search-button = Search
nav-site = Site
nav-outlets = Outlets
nav-sources = Sources
nav-settings = Settings
nav-languages = Language
nav-made = How this was made
nav-sections = Sections
nav-pages = Pages
page-before = Previous
page-after = Next
page-number = Page { $page } of { $pages }
news-came = There is something new in the archive.
news-load = Load it
as-of-label = As of
footer-words = Every sentence is an outlet’s own, with a link to where it stands.
close = Close
not-shown = The words of this outlet are not shown here; read them there.
starred = starred
count-differences = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
}

## Keys

keys-head = Keys
keys-next = next, previous
keys-open = open
keys-search = search
keys-tabs = tab before, tab after
keys-only = only what differs, only what one alone tells
keys-go = go to the front page, outlets, sources, how this was made
keys-help = this list, close it
keys-off = Switch keys off

## What went wrong

missing-head = There is no such page
missing-what = Nothing stands at this address. It may have been mistyped or cut short.
missing-todo = The front page lists all stories; the search finds articles by their words.
broken-head = The archive did not answer
broken-what = The page could not be made. The cause, as the archive gives it:
broken-todo = Ask again in a moment. If it stays so, “parallax doctor” says what to do.
gone-head = This was taken away
gone-what = What stood here was removed from the archive on { $moment }. The reason given:

## Front page

front-head = Stories
front-no-topic = Other stories
front-empty = The archive holds no story yet. “parallax add” takes in pages; the stories they tell appear here.
front-nothing-fits = No story fits all of these filters.
latest-article = Latest article:
latest-revision = Changed:
filters = Filters
filter-topic = Topic
filter-language = Language
filter-place = Place named
filter-country = Country of an outlet
filter-kind = Kind of an outlet
filter-from = From
filter-to = To
filter-only = Only
filter-all = all
filter-differing = where accounts differ
filter-one-origin = with one origin
filter-apply = Apply
filter-none = Remove all filters
sources-failing = { $count ->
    [one] { $count } source fails
   *[other] { $count } sources fail
}

front-link = To the front page

## A story: its head

no-story-head = There is no such story
no-story-what = No story of the archive has an id that begins so. It may have been mistyped or cut short.
no-story-todo = The front page lists all stories; the search finds articles by their words.
several-head = Several stories or articles begin so
several-what = These digits are the beginning of more than one id. Give more of them.
dissolved-head = This is no longer a story of its own
dissolved-what = Its articles were taken apart: as more becomes known, or as a person decides, an archive tells anew what belongs together. It was named after this article.
dissolved-article = The article
dissolved-story = The story it is in now
not-yet-head = Nothing was known yet
not-yet-what = At the moment asked for, no article of this story was known. Choose a later one.
moment-head = This is no moment
moment-what = A moment is a day, as 2027-03-12, or a time, as 2027-03-12T10:00:00Z. This was asked for:
withheld-head = Not given here
withheld-what = The articles of this story may not be passed on whole: their publishers’ texts are shown in excerpts or as links only.
nav-story = Parts of this story
tab-account = Account
tab-compare = Compare
tab-timeline = Timeline
tab-quotes = Quotes
tab-articles = Articles
tab-changes = Changes
short-head = In short
short-agreed = { $count ->
    [one] { $count } statement agreed
   *[other] { $count } statements agreed
}
short-differing = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
}
short-single = { $count ->
    [one] { $count } told by one alone
   *[other] { $count } told by one alone
}
short-corrected = { $count ->
    [one] { $count } corrected
   *[other] { $count } corrected
}
short-earlier = { $count ->
    [one] { $count } earlier report
   *[other] { $count } earlier reports
}
first-and-last = First and last report
as-of-ask = As it stood
as-of-now = now
as-of-go = Show
past-what = This is the story as it stood on
past-now = Show it as it is now
follow = Follow (feed)
print = Print
cite = Cite
copy = Copy
copied = Copied

## A story: the account

account-lead = What happened
account-differs = Where the accounts differ
account-all = What all tell
account-several = What several tell
account-alone = What one alone tells
account-one = The account
account-apart = In a language that no other account shares; not compared with the others.
account-background = Background
account-corrected = Corrected or withdrawn
account-earlier = Earlier reports
account-thread = Before and after
account-left = Not compared
also-in = also in
later-than = Came out after all articles of
parting-also = Also told, without either value, by
withdrawn = Withdrawn; nothing stands in its place.
earlier-story = That story:
days-earlier = { $count ->
    [one] { $count } day earlier
   *[other] { $count } days earlier
}
days-later = { $count ->
    [one] { $count } day later
   *[other] { $count } days later
}
unalike-language = in a language that could not be set beside the others
unalike-too-short = too short to be compared
unalike-too-long = its end was too far down to be compared
unalike-too-large = the story has more than is compared
badge-differs = differs
badge-alone = one origin only
chip-first = first
chip-same-words = same words
according-to = according to
statement-more = More
other-words = In other words
not-in = Came out later and does not tell it:
too-early = Came out before it was known:
why-one-claim = Why these are one statement

## A story: the comparison

kind-number = number
kind-date = date
kind-name = name
kind-quotation = quotation
kind-wording = wording
kind-negation = whether it is so
kind-attribution = who says so
nature-update = update
nature-scope = other scope
nature-conflict = conflict
nature-wording = wording
compare-only = Which statements
compare-usual = Told by several
compare-differing = Only what differs
compare-unique = Only what one alone tells
compare-everything = All statements
compare-caption = Who tells what
compare-statement = Statement
compare-none = No statement is carried by several origins.
compare-none-differing = The accounts differ in nothing that was found.
compare-none-unique = No origin tells anything alone.
count-statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
agency = agency
column-first = First article:
first-to-report = First:
why = why?
others = Others
more-origins = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
more-tell = { $count ->
    [one] { $count } of them
   *[other] { $count } of them
}
cell-told = told
cell-first = first
cell-same-words = same words
cell-translated = other language
cell-differs = differs
cell-not-told = not told
cell-too-early = too early
cell-perhaps = perhaps
cell-times-unclear = times unclear
cell-not-compared = not compared
choose-first = Set beside another
choose-second = Set beside the one chosen
beside-head = Side by side
beside-choose = Now open a second cell below and choose it.
beside-marks = Marked: words that the other does not have.
why-head = Why these are held to tell one thing
why-copy = has the text of
why-nothing = The statements have one sentence in common.
joined-by-utterance = They quote one utterance
joined-by-words = Words, names, amounts and days in common
joined-by-meaning = They mean the same
legend = What the signs mean
legend-first = tells it, and told it before all others
legend-told = tells it in its own words
legend-same-words = tells it nearly in the words of an older account
legend-translated = tells it in another language than the statement shown
legend-differs = tells it with another value; the value stands in the cell
legend-not-told = had an article after it was first published, and does not tell it
legend-too-early = all its articles came out before it was first published: no silence
legend-perhaps = a sentence is near it and may tell it otherwise
legend-times-unclear = the times do not say which came first
legend-not-compared = its articles could not be compared
copies-folded = { $count ->
    [one] { $count } copy folded into its origin
   *[other] { $count } copies folded into their origins
}

## A story: the timeline

timeline-none = No time could be told from the articles.
timeline-told = first told
timeline-inferred = day told from a word
timeline-more = { $count ->
    [one] { $count } more of this day
   *[other] { $count } more of this day
}
precision-time = to the minute
precision-week = a week
precision-season = a season
precision-decade = a decade

## A story: quotations

quotes-none = Nobody is quoted.
quote-nobody = Not named
quote-fullest = fullest
quote-in = in
quote-cut = cut
quote-changed = other words
quote-translated = another language
quote-reported = retold

## A story: its articles

count-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
credit = credit:
at-outlet = Read it there
in-common = In common with the others:
copy-of = Copy of
copy-whole = Whole copy of
copy-edited = Edited copy of
copy-cut = Cut copy of
copy-extended = Extended copy of
copy-excerpt = Excerpt of

## A story: what changed

changes-none = Nothing changed since the first article.
event-article = Article
event-copy = Copy
event-revision = Changed by its outlet
time-unknown = time not known
decided-merge = Merged with another story by
decided-split = Split from another story by
decided-move = An article moved here by
decided-star = Starred by
decided-note = Note by
decided-undone = taken back
revision-captured = Captured
revision-form = { $count ->
    [one] { $count } change of form is not shown
   *[other] { $count } changes of form are not shown
}
about-withdrawn = withdrawn
about-added = added
about-style = form
about-furniture = page furniture

## An article

no-article-head = There is no such article
no-article-what = No article of the archive has an id that begins so. It may have been mistyped or cut short.
article-in-story = In the story
article-link-only = The text of this article is not shown here; read it at its outlet.
article-excerpt-only = Of this article only what is compared and quoted is shown; the whole stands at its outlet.
article-cited = { $count ->
    [0] Nothing of it is cited in the account.
    [one] Underlined: { $count } passage that the comparison cites.
   *[other] Underlined: { $count } passages that the comparison cites.
}
article-record = Record
article-notes = What was odd
article-revisions = Captures
article-capture = bytes, as plain text
article-changes = What its outlet changed
article-all-changes = Show changes of form, too
article-left-out = What of the page was left out
article-left-out-show = Show what of the page was left out
fact-outlet = Outlet
fact-domain = Domain
fact-byline = Byline
fact-published = Published
fact-modified = Changed
fact-dateline = Dateline
fact-section = Section
fact-tags = Tags
fact-language = Language
fact-credit = Credited to
fact-captured = Captured
fact-media-type = Kind of file
fact-hash = SHA-256
fact-address = Address
from-json-ld = from structured data of the page
from-meta = from the head of the page
from-title = from the page’s title
from-chrome = from the page’s furniture
from-text = from words on the page
from-url = from the address
from-feed = from a feed or a row
from-time-tag = from a time element
from-http = from the server
from-words = told from the content
from-capture = from the capture
from-credit = from the credit line
from-dateline = from the dateline
from-byline = from the byline
from-line = from a line of its own
note-encoding = The encoding that was declared disagrees with the bytes.
note-bytes = Some bytes are not text in the page’s encoding.
note-headline = No headline was found; the page’s title stands for it.
note-structured-data = The structured data of the page does not parse.
note-published-after = Published after it was captured.
note-no-date = No date of publication was found.
note-quotation = A quotation opens and never closes.
note-language = Not compared: its language.
note-paywall = Behind a paywall; this may be only its beginning.
note-cut-short = The page is too large; the rest was left out.
note-other = Something was odd about the page.
left-navigation = navigation
left-language-bar = language bar
left-masthead = masthead
left-date-bar = date bar
left-author-card = author card
left-share-bar = share bar
left-cookie-notice = cookie notice
left-newsletter = newsletter
left-advertisement = advertisement
left-teaser = teaser
left-tag-line = tag line
left-comments = comments
left-paywall = paywall
left-footer = footer
left-duplicate = duplicate
left-other = other

## Outlets

no-outlet-head = There is no such outlet
no-outlet-what = No story of the archive is carried by an outlet of this name.
outlets-what = “First” counts statements that others carry too; “alone” counts what no other origin carried in stories of several origins. Both hold among the captures, not in the world.
outlets-none = No outlet is in a story yet.
outlet-name = Outlet
outlet-articles = Articles
outlet-stories = Stories
outlet-copies = Copies
outlet-first = First
outlet-alone = Alone
outlet-corrected = Corrected
outlet-languages = Languages
outlet-facts = What is known of it
outlet-facts-what = Written down by who keeps this archive, each with where it was read; nothing of it comes from the articles.
outlet-fact-read = read on
outlet-from = Where its name is from, and what is shown
outlet-country = Country
outlet-kind = Kind
outlet-language = Language
outlet-owner = Owner
outlet-funding = Funding
outlet-founded = Founded
outlet-kind-agency = news agency
outlet-kind-newspaper = newspaper
outlet-kind-magazine = magazine
outlet-kind-television = television
outlet-kind-radio = radio
outlet-kind-online = online outlet
outlet-kind-blog = blog
outlet-kind-aggregator = aggregator
outlet-kind-government = government
outlet-kind-organization = organization
outlet-named-from = Its name is
outlet-may = Shown here
may-full = its whole texts
may-excerpt = what is compared and quoted, with links
may-link = headlines and links only
may-usual = as is usual on this site
outlet-search = Search its articles
outlet-in-stories = In these stories

## Names

no-name-head = Nobody and nothing of this name
no-name-what = No story of the archive names it so.
kind-person = Person
kind-organization = Organization
kind-place = Place
named-search = Search articles
named-what = Found by its name alone: who or what has the same name stands here too.
named-beside = Named with
named-said = What was said
named-stories = In these stories

## Search

search-head = Search
search-fixed = This copy of the site is kept in files, and nobody is there to search it.
search-found = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
search-fitting = best first
search-latest = latest first
search-nothing = Nothing fits. Fewer words find more; names are found in all scripts.
search-wrong = The question cannot be understood at the marked place:
search-more = { $count ->
    [one] and { $count } more article of this story
   *[other] and { $count } more articles of this story
}
search-narrow = Narrow the search
search-outlets = Outlets
search-languages = Languages
search-topics = Topics
search-help = How to ask
help-words = both words, in all their forms
help-phrase = these words in this order
help-without = the one and not the other
help-outlet = in an outlet of this name
help-said = said by somebody of this name
help-place = names this place, in this language
help-time = published on these days
help-differs = in stories that differ in a number, of more than two origins

## Sources

held-captures = Captures
held-articles = Articles
held-stories = Stories
held-refused = Without an article
held-forgotten = Taken away
held-what = Captures without an article are kept and named by “parallax verify”; what was taken away leaves its digest, the day and the reason.
sources-outlets = All outlets
sources-watched = Sources that are watched
sources-none = No source is watched. “parallax watch” asks feeds, sitemaps and front pages by itself.
sources-count = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
source-fails = fails
source-well = answers
source-asked = last asked
source-due = next asked
source-failures = { $count ->
    [one] { $count } time in a row
   *[other] { $count } times in a row
}

## How this was made

made-lead = Parallax reads pages of many outlets, puts together those that tell of one event, and sets side by side what they say. No person chose the stories, and no model wrote a sentence.
made-promise-words = Every sentence is an outlet’s own. Each leads to its article, and each article to the bytes that were captured.
made-promise-same = The same captures give the same pages, byte for byte, on any machine.
made-promise-careful = Two accounts set together wrongly, or a difference that is none, is held to be worse than one that was missed.
made-steps = How it comes about
made-extract = Reading
made-extract-what = Headline, byline, date and text are told from the furniture of the page; what was left out is kept with its kind.
made-analyse = Marking
made-analyse-what = Sentences, names, quotations with their speakers, dates and figures are marked in the text.
made-group = Stories
made-group-what = Articles about one event are put together by names, figures, words and meaning, in any language.
made-origins = Origins
made-origins-what = Copies of one text are folded into one origin, as are all that print one agency’s copy. Agreement is counted by origins, not by outlets.
made-compare = Comparison
made-compare-what = Statements that tell one thing are joined; figures, dates, names and denials that differ are shown, each sort under its name.
made-show = Silence
made-show-what = An origin is said not to tell something only if an article of it came out after that had been published.
made-measured = How often it is right
made-measured-what = Measured on stories that were marked by hand and to which nothing had been fitted. A hundred percent would be no error.
made-measure = What
made-figure = Right
measure-body = Text of articles
measure-headline = Headlines, to the letter
measure-quotations = Quotations found
measure-speakers = Speakers named rightly
measure-grouping-precision = Articles put together that belong together
measure-grouping-recall = Articles that belong together put together
measure-claims = Statements joined that tell one thing
measure-differences-precision = Differences shown that are differences
measure-differences-recall = Differences that were found
measure-copies = Copies recognised
made-limits = What it cannot do
made-limit-languages = Of some languages only words are compared, not meaning; what could not be compared is said to be so.
made-limit-absence = “Not told” holds for the articles that were captured. An outlet may have told it elsewhere.
made-limit-first = “First” holds among the captures, by the times that outlets print.
made-limit-conflicts = On everyday news about half of what is called a conflict is one. The sentences stand beside it, to be judged.
made-limit-names = Two people of one name are one here.
made-limit-times = Times without a zone are taken as the outlet’s, where that is known, else as universal time.
made-limit-truth = It says who tells what. It does not say who is right.
made-sources = Where articles come from
made-run = This state
made-program = Program
made-tables = Rules and tables
made-encoder = Encoder
made-state = State of the archive

## Settings

settings-language = Language
settings-language-what = Of buttons and labels. What outlets wrote stays in its language.
settings-language-browser = as the browser asks
settings-theme = Colours
theme-system = as the system has them
theme-light = dark on light
theme-dark = light on dark
settings-keys = Keys
settings-keys-what = Single letters as commands: j, k, o, / and others. The question mark lists them.
settings-on = on
settings-off = off
settings-save = Save
settings-cookie = These settings are kept in one cookie. There is no other, and nothing is sent to anyone else.
