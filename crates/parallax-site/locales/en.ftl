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
