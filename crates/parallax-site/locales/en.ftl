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

## Times

as-of = As of { $moment }
