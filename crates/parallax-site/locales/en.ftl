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

## Charts

chart-figures = Figures
chart-rows-more = { $count ->
    [one] { $count } more row
   *[other] { $count } more rows
}
chart-universal = Times are in UTC.
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
chart-quantities = How the figure changed
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
latest-article = Latest article
latest-revision = Changed
filters = Filters
filter-topic = Topic
filter-language = Language
filter-place = Place named
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
