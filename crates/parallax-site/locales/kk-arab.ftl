# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.

## Counts

count-articles = { $count } ماقالا
count-outlets = { $count } باسىلىم
count-origins = { $count } تاۋەلسىز دەرەككوز
count-stories = { $count } سيۋجەت
comma = ،

## Charts

chart-figures = دەرەكتەر
chart-rows-more = تاعى { $count } جول
chart-universal = ۋاقىت UTC بويىنشا؛ بەلگىسى جوعى باسىلعانداي، بەلدەۋى بەلگىسىز.
chart-when = قاشان
chart-others = باسقالارى
chart-outlet = باسىلىم
chart-coverage = جارييالانىم ۋاقىتى
chart-busiest = ەڭ كوپ ماقالا: { $count }، { $when }
chart-first = كىم ٴبىرىنشى حابارلادى
chart-is-first = ٴبىرىنشى
chart-later = { $length } كەش
chart-claims-first = { $count } مالىمەتتى ٴبىرىنشى بولىپ جازدى
chart-origin = تاۋەلسىز دەرەككوز
chart-first-article = العاشقى ماقالا
chart-first-claims = ٴبىرىنشى جازعانى
chart-lanes = قاشان بولدى، قاشان حابارلاندى
chart-lanes-means = ٴار ٴنومىر ەكى رەت تۇرادى: جوعارىدا — وقيعا ۋاقىتى، تومەندە — العاشقى حابار ۋاقىتى.
chart-happened = بولعان ۋاقىتى
chart-reported = العاشقى حابار
chart-moment = ناقتى ۋاقىت
chart-stretch = ٴبىر كۇن نە ودان ۇزاق
chart-inferred = ماتىننەن شىعارىلعان
chart-beyond = الدەقايدا بۇرىن نە كەيىن
chart-number = №
chart-what = نە بولدى
chart-quantities = سان قالاي وزگەردى:
chart-first-and-last = باستاپقى سان: { $first }، سوڭعىسى: { $last }
chart-figure = سان
chart-said = ماتىندە

## Times

as-of = ۋاقىتى: { $moment }

## Every page

site-name = Parallax‏
skip-to-text = ماتىنگە ٴوتۋ
search-label = ىزدەۋ
search-hint = ٴسوز، «ٴسوز تىركەسى»، ەسىم
search-button = ىزدەۋ
nav-site = سايت
nav-outlets = باسىلىمدار
nav-sources = تاسپالار
nav-settings = باپتاۋلار
nav-languages = ٴتىل
nav-made = بۇل قالاي جاسالدى
nav-sections = بولىمدەر
nav-pages = بەتتەر
page-before = الدىڭعى
page-after = كەلەسى
page-number = بەت: { $page } / { $pages }
news-came = مۇراعاتتا جاڭا جازبا بار.
news-load = كورسەتۋ
as-of-label = كۇيىنىڭ ۋاقىتى:
footer-words = ٴار سويلەم — باسىلىمنىڭ ٴوز ٴسوزى، تۇرعان جەرىنە سىلتەمەسىمەن.
close = جابۋ
not-shown = بۇل باسىلىمنىڭ ٴماتىنى مۇندا كورسەتىلمەيدى، ٴوز سايتىنان وقىڭىز.
starred = بەلگىلەنگەن
count-differences = { $count } ايىرماشىلىق

## Keys

keys-head = پەرنەلەر
keys-next = كەلەسى، الدىڭعى
keys-open = اشۋ
keys-search = ىزدەۋ
keys-tabs = الدىڭعى قويىندى، كەلەسى قويىندى
keys-only = تەك ايىرماشىلىقتار، تەك بىرەۋ ايتقانى
keys-go = باستى بەتكە، باسىلىمدارعا، تاسپالارعا، بۇل قالاي جاسالدى
keys-help = وسى ٴتىزىم؛ ونى جابۋ
keys-off = پەرنەلەردى ٴوشىرۋ

## What went wrong

missing-head = مۇنداي بەت جوق
missing-what = بۇل مەكەنجايدا ەشتەڭە جوق. قاتە تەرىلگەن نە قيىلىپ قالعان بولۋى مۇمكىن.
missing-todo = بارلىق سيۋجەت باستى بەتتە؛ ىزدەۋ ماقالانى ٴسوزى بويىنشا تابادى.
broken-head = مۇراعات جاۋاپ بەرمەدى
broken-what = بەتتى جاساۋ مۇمكىن بولمادى. مۇراعات ايتقان سەبەبى:
broken-todo = سالدەن سوڭ قايتالاڭىز. كومەكتەسپەسە، نە ىستەۋ كەرەگىن «parallax doctor‏» ايتادى.
gone-head = بۇل الىنىپ تاستالدى
gone-what = مۇندا تۇرعان جازبا مۇراعاتتان الىنىپ تاستالدى ({ $moment }). كورسەتىلگەن سەبەبى:

## Front page

front-head = سيۋجەتتەر
front-no-topic = باسقا سيۋجەتتەر
front-empty = مۇراعاتتا ازىرگە سيۋجەت جوق. بەتتەردى «parallax add‏» قابىلدايدى؛ ولاردىڭ سيۋجەتتەرى وسىندا شىعادى.
front-nothing-fits = بۇل شارتتاردىڭ بارىنە ساي سيۋجەت جوق.
latest-article = سوڭعى ماقالا:
latest-revision = وزگەرتىلدى:
filters = سۇزگىلەر
filter-topic = تاقىرىپ
filter-language = ٴتىل
filter-place = اتالعان جەر
filter-country = باسىلىمنىڭ ەلى
filter-kind = باسىلىمنىڭ ٴتۇرى
filter-from = باسى
filter-to = سوڭى
filter-only = تەك
filter-all = بارلىعى
filter-differing = نۇسقالارى ٴارتۇرلى
filter-one-origin = ٴبىر عانا تاۋەلسىز دەرەككوزى بار
filter-apply = قولدانۋ
filter-none = سۇزگىلەردى الىپ تاستاۋ
sources-failing = { $count } تاسپا ىستەمەي تۇر
front-link = باستى بەتكە

## A story: its head

no-story-head = مۇنداي سيۋجەت جوق
no-story-what = مۇراعاتتا ٴنومىرى وسىلاي باستالاتىن سيۋجەت جوق. قاتە تەرىلگەن نە قيىلىپ قالعان بولۋى مۇمكىن.
no-story-todo = بارلىق سيۋجەت باستى بەتتە؛ ىزدەۋ ماقالانى ٴسوزى بويىنشا تابادى.
several-head = بىرنەشە سيۋجەت نە ماقالا وسىلاي باستالادى
several-what = بۇل تاڭبالاردان بىرنەشە ٴنومىر باستالادى. كوبىرەك تاڭبا بەرىڭىز.
dissolved-head = بۇل سيۋجەت ەندى جوق
dissolved-what = ونىڭ ماقالالارى ٴبولىندى: كوبىرەك بەلگىلى بولعاندا نەمەسە ادام سولاي شەشكەندە، مۇراعات نە ٴبىر وقيعاعا جاتاتىنىن قايتا انىقتايدى. سيۋجەت وسى ماقالامەن اتالعان.
dissolved-article = ماقالا
dissolved-story = ول ٴقازىر كىرەتىن سيۋجەت
not-yet-head = ول كەزدە ەشتەڭە بەلگىسىز ەدى
not-yet-what = تاڭدالعان ۋاقىتتا بۇل سيۋجەتتىڭ بىردە-ٴبىر ماقالاسى بەلگىلى ەمەس ەدى. كەيىنگى ۋاقىتتى تاڭداڭىز.
moment-head = بۇل كۇن دە، ۋاقىت تا ەمەس
moment-what = كۇن كەرەك، مىسالى 2027-03-12، نە ۋاقىت، مىسالى 2027-03-12T10:00:00Z. سۇرالعانى:
withheld-head = مۇندا بەرىلمەيدى
withheld-what = بۇل سيۋجەتتىڭ ماقالالارىن تولىق بەرۋگە بولمايدى: باسىلىم ٴماتىنى ۇزىندىمەن نە سىلتەمەمەن عانا كورسەتىلەدى.
nav-story = سيۋجەت بولىمدەرى
tab-account = بايان
tab-compare = سالىستىرۋ
tab-timeline = ۋاقىت جەلىسى
tab-quotes = دايەكسوزدەر
tab-articles = ماقالالار
tab-changes = وزگەرىستەر
short-head = قىسقاشا
short-agreed = { $count } مالىمەت سايكەس
short-differing = { $count } ايىرماشىلىق
short-single = { $count } مالىمەت ٴبىر دەرەككوزدە عانا
short-corrected = { $count } تۇزەتىلدى
short-earlier = { $count } بۇرىنعى حابار
first-and-last = العاشقى جانە سوڭعى حابار:
as-of-ask = قاي ۋاقىتتاعى كۇيى
as-of-now = ٴقازىر
as-of-go = كورسەتۋ
past-what = سيۋجەتتىڭ مىنا ۋاقىتتاعى كۇيى:
past-now = قازىرگى كۇيىن كورسەتۋ
follow = جازىلۋ (تاسپا)
print = باسىپ شىعارۋ
cite = سىلتەمە جاساۋ
copy = كوشىرۋ
copied = كوشىرىلدى

## A story: the account

account-lead = نە بولدى
account-differs = نۇسقالاردىڭ ايىرماشىلىعى
account-all = ٴبارى حابارلاعانى
account-several = بىرنەشەۋى حابارلاعانى
account-alone = ٴبىر دەرەككوز عانا حابارلاعانى
account-one = بايان
account-apart = باسقا نۇسقالاردا جوق تىلدە؛ ولارمەن سالىستىرىلمادى.
account-background = وقيعا تاريحى
account-corrected = تۇزەتىلگەن نە الىنعان
account-earlier = بۇرىنعى حابارلار
account-thread = بۇرىن جانە كەيىن
account-left = سالىستىرىلماعان
also-in = مۇندا دا بار:
later-than = مىنا باسىلىمنىڭ بارلىق ماقالاسىنان كەيىن شىقتى:
parting-also = بۇل ماندەرسىز مىنالار دا جازدى:
withdrawn = الىپ تاستالدى؛ ورنىنا ەشتەڭە قويىلمادى.
earlier-story = سول سيۋجەت:
days-earlier = { $count } كۇن بۇرىن
days-later = { $count } كۇن كەش
unalike-language = باسقالارمەن سالىستىرۋعا كەلمەيتىن تىلدە
unalike-too-short = سالىستىرۋعا تىم قىسقا
unalike-too-long = ٴماتىن سوڭى تىم الىس، سالىستىرىلمادى
unalike-too-large = سيۋجەتتە سالىستىرىلاتىننان كوپ ماقالا بار
badge-differs = ايىرماسى بار
badge-alone = ٴبىر عانا دەرەككوز
chip-first = ٴبىرىنشى
chip-same-words = سول سوزدەرمەن
according-to = ايتقان:
statement-more = تولىعىراق
other-words = باسقا سوزبەن
not-in = كەيىن شىقتى، ٴبىراق بۇل تۋرالى حابارلامايدى:
too-early = بۇل بەلگىلى بولعانعا دەيىن شىقتى:
why-one-claim = نەگە بۇل ٴبىر مالىمەت

## A story: the comparison

kind-number = سان
kind-date = كۇنى
kind-name = ەسىم نە اتاۋ
kind-quotation = دايەكسوز
kind-wording = ٴسوز قولدانىسى
kind-negation = سولاي ما، جوق پا
kind-attribution = كىمنىڭ ٴسوزى
nature-update = جاڭارتۋ
nature-scope = قامتۋى باسقا
nature-conflict = قايشىلىق
nature-wording = ٴسوز قولدانىسى
compare-only = قاي مالىمەتتەر
compare-usual = بىرنەشەۋى حابارلاعانى
compare-differing = تەك ايىرماشىلىقتار
compare-unique = تەك ٴبىر دەرەككوز حابارلاعانى
compare-everything = بارلىق مالىمەت
compare-caption = كىم نە حابارلادى
compare-statement = مالىمەت
compare-none = بىرنەشە تاۋەلسىز دەرەككوز حابارلاعان مالىمەت جوق.
compare-none-differing = نۇسقالار اراسىندا ايىرماشىلىق تابىلمادى.
compare-none-unique = باسقادا جوق مالىمەت بىردە-ٴبىر دەرەككوزدە جوق.
count-statements = { $count } مالىمەت
agency = اگەنتتىك
column-first = العاشقى ماقالا:
first-to-report = ٴبىرىنشى:
why = نەگە؟
others = باسقالارى
more-origins = تاعى { $count }
more-tell = سونىڭ { $count }
cell-told = حابارلايدى
cell-first = ٴبىرىنشى
cell-same-words = سول سوزدەرمەن
cell-translated = باسقا تىلدە
cell-differs = باسقاشا
cell-not-told = حابارلامايدى
cell-too-early = ەرتەرەك شىققان
cell-perhaps = مۇمكىن
cell-times-unclear = ۋاقىتى بەلگىسىز
cell-not-compared = سالىستىرىلماعان
choose-first = باسقامەن سالىستىرۋ
choose-second = تاڭدالعانمەن سالىستىرۋ
beside-head = قاتار قويعاندا
beside-choose = ەندى تومەندەگى ەكىنشى ۇياشىقتى اشىپ، تاڭداڭىز.
beside-marks = ەكىنشىسىندە جوق سوزدەر بەلگىلەنگەن.
why-head = بۇلار نەگە ٴبىر مالىمەت دەپ سانالدى
why-copy = مىنانىڭ ٴماتىنىن قايتالايدى:
why-nothing = ولاردا ورتاق سويلەم بار.
joined-by-utterance = ٴبىر ٴسوزدى دايەكسوز ەتەدى
joined-by-words = ورتاق ٴسوز، ەسىم، سان جانە كۇن
joined-by-meaning = ماعىناسى ٴبىر
legend = بەلگىلەر نەنى بىلدىرەدى
legend-first = حابارلايدى، ٴارى بارىنەن بۇرىن حابارلاعان
legend-told = ٴوز سوزىمەن حابارلايدى
legend-same-words = بۇرىنعى نۇسقانىڭ سوزىمەن دەرلىك حابارلايدى
legend-translated = كورسەتىلگەن مالىمەتتەن باسقا تىلدە حابارلايدى
legend-differs = باسقا مانمەن حابارلايدى؛ ٴمانى ۇياشىقتا تۇر
legend-not-told = العاش جارييالانعاننان كەيىن ماقالاسى شىققان، ٴبىراق مۇنى حابارلامايدى
legend-too-early = بارلىق ماقالاسى العاشقى جارييالانىمعا دەيىن شىققان: بۇل ۇندەمەي قالۋ ەمەس
legend-perhaps = جاقىن سويلەم بار، باسقاشا حابارلاۋى مۇمكىن
legend-times-unclear = قايسىسى بۇرىن شىققانى ۋاقىتىنان بەلگىسىز
legend-not-compared = ماقالالارىن سالىستىرۋ مۇمكىن بولمادى
copies-folded = { $count } كوشىرمە ٴوز دەرەككوزىنە قوسىلدى

## A story: the timeline

timeline-none = ماقالالاردان ۋاقىتتى ٴبىلۋ مۇمكىن بولمادى.
timeline-told = العاشقى حابار
timeline-inferred = كۇنى سوزدەن شىعارىلعان
timeline-more = وسى كۇنى تاعى { $count }
precision-time = مينۋتىنا دەيىن
precision-week = اپتا
precision-season = جىل مەزگىلى
precision-decade = ونجىلدىق

## A story: quotations

quotes-none = ەشكىمنىڭ ٴسوزى كەلتىرىلمەگەن.
quote-nobody = اتى اتالماعان
quote-fullest = ەڭ تولىعى
quote-in = ٴتۇپنۇسقاسى:
quote-cut = قىسقارتىلعان
quote-changed = باسقا سوزبەن
quote-translated = باسقا تىلدە
quote-reported = ٴوز سوزىمەن باياندالعان

## A story: its articles

count-words = { $count } ٴسوز
credit = كورسەتىلگەن دەرەككوز:
at-outlet = باسىلىمنان وقۋ
in-common = باسقالارمەن ورتاعى:
copy-of = كوشىرمە:
copy-whole = تولىق كوشىرمە:
copy-edited = وڭدەلگەن كوشىرمە:
copy-cut = قىسقارتىلعان كوشىرمە:
copy-extended = تولىقتىرىلعان كوشىرمە:
copy-excerpt = ٴۇزىندى:

## A story: what changed

changes-none = العاشقى ماقالادان بەرى ەشتەڭە وزگەرمەدى.
event-article = ماقالا
event-copy = كوشىرمە
event-revision = باسىلىم وزگەرتتى
time-unknown = ۋاقىتى بەلگىسىز
decided-merge = باسقا سيۋجەتپەن بىرىكتىرگەن:
decided-split = باسقا سيۋجەتتەن بولگەن:
decided-move = ماقالانى وسىندا كوشىرگەن:
decided-star = بەلگىلەگەن:
decided-note = جازبا قالدىرعان:
decided-undone = قايتارىلدى
revision-captured = ساقتالعان
revision-form = { $count } ٴپىشىن وزگەرىسى كورسەتىلمەدى
about-withdrawn = الىنىپ تاستالدى
about-added = قوسىلدى
about-style = ٴپىشىن
about-furniture = بەت بەزەندىرۋى

## An article

no-article-head = مۇنداي ماقالا جوق
no-article-what = مۇراعاتتا ٴنومىرى وسىلاي باستالاتىن ماقالا جوق. قاتە تەرىلگەن نە قيىلىپ قالعان بولۋى مۇمكىن.
article-in-story = سيۋجەتتە
article-link-only = بۇل ماقالانىڭ ٴماتىنى مۇندا كورسەتىلمەيدى، باسىلىمنان وقىڭىز.
article-excerpt-only = بۇل ماقالادان سالىستىرىلعانى مەن دايەكسوزى عانا كورسەتىلەدى؛ تولىعى باسىلىمدا.
article-cited = { $count ->
    [0] باياندا بۇدان ەشتەڭە كەلتىرىلمەگەن.
   *[other] استى سىزىلعان: سالىستىرۋدا كەلتىرىلگەن { $count } ٴۇزىندى.
}
article-record = كارتوچكاسى
article-notes = ەرەكشەلىكتەرى
article-revisions = ساقتالعان كوشىرمەلەر
article-capture = بايتتار، جاي ٴماتىن
article-changes = باسىلىم نەنى وزگەرتتى
article-all-changes = ٴپىشىن وزگەرىستەرىن دە كورسەتۋ
article-left-out = بەتتىڭ ماتىنگە كىرمەگەن بولىگى
article-left-out-show = بەتتىڭ ماتىنگە كىرمەگەن بولىگىن كورسەتۋ
fact-outlet = باسىلىم
fact-domain = دومەن
fact-byline = اۆتور
fact-published = جارييالانعان
fact-modified = وزگەرتىلگەن
fact-dateline = حابار ورنى
fact-section = ٴبولىم
fact-tags = تەگتەر
fact-language = ٴتىل
fact-credit = كورسەتىلگەن دەرەككوز
fact-captured = ساقتالعان
fact-media-type = فايل ٴتۇرى
fact-hash = SHA-256
fact-address = مەكەنجاي
from-json-ld = بەتتىڭ قۇرىلىمدى دەرەگىنەن
from-meta = بەتتىڭ HTML باسىنان
from-title = بەت اتاۋىنان
from-chrome = بەت بەزەندىرۋىنەن
from-text = بەتتەگى سوزدەردەن
from-url = مەكەنجايدان
from-feed = تاسپادان نە دەرەكتەر جولىنان
from-time-tag = time ەلەمەنتىنەن
from-http = سەرۆەردەن
from-words = مازمۇنىنان انىقتالعان
from-capture = ساقتالعان كوشىرمەدەن
from-credit = دەرەككوز جولىنان
from-dateline = ورنى مەن كۇنى جازىلعان جولدان
from-byline = اۆتور جولىنان
from-line = بولەك جولدان
note-encoding = جارييالانعان كودتاۋ بايتتارعا ساي ەمەس.
note-bytes = كەيبىر بايتتار بەت كودتاۋىنداعى ٴماتىن ەمەس.
note-headline = تاقىرىپ تابىلمادى؛ ورنىنا بەت اتاۋى الىندى.
note-structured-data = بەتتىڭ قۇرىلىمدى دەرەگى وقىلمايدى.
note-published-after = جارييالانعان كۇنى ساقتالعان كۇنىنەن كەيىن.
note-no-date = جارييالانعان كۇنى تابىلمادى.
note-quotation = دايەكسوز اشىلىپ، جابىلماعان.
note-language = تىلىنە بايلانىستى سالىستىرىلمادى.
note-paywall = اقىلى جازىلىم ارتىندا؛ بۇل تەك باسى بولۋى مۇمكىن.
note-cut-short = بەت تىم ۇلكەن؛ قالعانى الىنبادى.
note-other = بەتتە ادەتتەن تىس بىردەڭە بولدى.
left-navigation = ناۆيگاتسييا
left-language-bar = ٴتىل تاڭداۋ
left-masthead = باسىلىم ماڭدايشاسى
left-date-bar = كۇن جولى
left-author-card = اۆتور كارتوچكاسى
left-share-bar = «ٴبولىسۋ» تۇيمەلەرى
left-cookie-notice = cookie تۋرالى ەسكەرتۋ
left-newsletter = حات تاراتۋعا جازىلۋ
left-advertisement = جارناما
left-teaser = اڭداتپا
left-tag-line = تەگتەر جولى
left-comments = پىكىرلەر
left-paywall = اقىلى جازىلىم
left-footer = بەت اياعى
left-duplicate = قايتالاۋ
left-other = باسقا

## Outlets

no-outlet-head = مۇنداي باسىلىم جوق
no-outlet-what = مۇراعاتتىڭ بىردە-ٴبىر سيۋجەتىندە مۇنداي اتاۋلى باسىلىم جوق.
outlets-what = «ٴبىرىنشى» — باسقالار دا حابارلاعان مالىمەتتەر؛ «جالعىز» — بىرنەشە دەرەككوزى بار سيۋجەتتەردە باسقا ەشكىم حابارلاماعانى. ٴبارى — ساقتالعاندار اراسىندا عانا.
outlets-none = ازىرگە بىردە-ٴبىر باسىلىم سيۋجەتكە كىرمەگەن.
outlet-name = باسىلىم
outlet-articles = ماقالالار
outlet-stories = سيۋجەتتەر
outlet-copies = كوشىرمەلەر
outlet-first = ٴبىرىنشى
outlet-alone = جالعىز
outlet-corrected = تۇزەتىلگەن
outlet-languages = تىلدەرى
outlet-facts = ول تۋرالى نە بەلگىلى
outlet-facts-what = مۇنى وسى مۇراعاتتى جۇرگىزۋشى جازعان، ٴارقايسىسىنىڭ قايدان وقىلعانى كورسەتىلگەن؛ ماقالالاردىڭ وزىنەن ەشتەڭە الىنباعان.
outlet-fact-read = وقىلعان كۇنى:
outlet-from = اتاۋى قايدان الىنعان جانە نە كورسەتىلەدى
outlet-country = ەلى
outlet-kind = ٴتۇرى
outlet-language = ٴتىلى
outlet-owner = يەسى
outlet-funding = قارجى كوزى
outlet-founded = قۇرىلعان جىلى
outlet-kind-agency = اقپارات اگەنتتىگى
outlet-kind-newspaper = گازەت
outlet-kind-magazine = جۋرنال
outlet-kind-television = تەلەارنا
outlet-kind-radio = راديو
outlet-kind-online = ينتەرنەت-باسىلىم
outlet-kind-blog = بلوگ
outlet-kind-aggregator = اگرەگاتور
outlet-kind-government = مەملەكەتتىك ورگان
outlet-kind-organization = ۇيىم
outlet-named-from = اتاۋى الىنعان جەر:
outlet-may = مۇندا كورسەتىلەدى
may-full = ٴماتىنى تولىق
may-excerpt = سالىستىرىلعانى مەن دايەكسوزى، سىلتەمەمەن
may-link = تەك تاقىرىپتار مەن سىلتەمەلەر
may-usual = وسى سايتتا ادەتتەگىدەي
outlet-search = ماقالالارىنان ىزدەۋ
outlet-in-stories = مىنا سيۋجەتتەردە

## Names

no-name-head = مۇنداي اتپەن ەشكىم دە، ەشتەڭە دە جوق
no-name-what = مۇراعاتتىڭ بىردە-ٴبىر سيۋجەتىندە ول بۇل اتپەن اتالماعان.
kind-person = ادام
kind-organization = ۇيىم
kind-place = جەر
named-search = ماقالا ىزدەۋ
named-what = تەك اتى بويىنشا تابىلدى: اتتاستارى دا وسىندا تۇر.
named-beside = بىرگە اتالادى
named-said = ايتىلعان سوزدەر
named-stories = مىنا سيۋجەتتەردە

## Search

search-head = ىزدەۋ
search-fixed = سايتتىڭ بۇل كوشىرمەسى فايلداردا ساقتالعان، وندا ىزدەيتىن ەشكىم جوق.
search-found = { $count } ماقالا
search-fitting = الدىمەن ەڭ سايكەسى
search-latest = الدىمەن جاڭاسى
search-nothing = سايكەسى جوق. ٴسوز از بولسا، كوبىرەك تابىلادى؛ ەسىمدەر كەز كەلگەن جازۋدا تابىلادى.
search-wrong = سۇراۋ بەلگىلەنگەن جەردە تۇسىنىكسىز:
search-more = وسى سيۋجەتتىڭ تاعى { $count } ماقالاسى
search-narrow = ىزدەۋدى ناقتىلاۋ
search-outlets = باسىلىمدار
search-languages = تىلدەر
search-topics = تاقىرىپتار
search-help = قالاي سۇراۋ كەرەك
help-words = ەكى ٴسوز دە، بارلىق تۇرىندە
help-phrase = وسى سوزدەر وسى رەتپەن
help-without = بىرەۋى بار، ەكىنشىسى جوق
help-outlet = وسىنداي اتاۋلى باسىلىمدا
help-said = وسىنداي ەسىمدى ادام ايتقان
help-place = وسى جەر اتالعان، وسى تىلدە
help-time = وسى كۇندەرى جارييالانعان
help-differs = ەكىدەن كوپ دەرەككوزى بار، ساندارى ٴارتۇرلى سيۋجەتتەردە

## Sources

held-captures = ساقتالعان كوشىرمەلەر
held-articles = ماقالالار
held-stories = سيۋجەتتەر
held-refused = ماقالاسى جوق
held-forgotten = الىنىپ تاستالعان
held-what = ماقالاسى جوق كوشىرمەلەر ساقتالادى، ولاردى «parallax verify‏» اتايدى؛ الىنىپ تاستالعاننان حەش، كۇن جانە سەبەبى قالادى.
sources-outlets = بارلىق باسىلىم
sources-watched = باقىلاناتىن تاسپالار
sources-none = باقىلاناتىن تاسپا جوق. «parallax watch‏» تاسپالاردى، سايت كارتالارىن جانە باستى بەتتەردى ٴوزى سۇرايدى.
sources-count = { $count } تاسپا
source-fails = ىستەمەي تۇر
source-well = جاۋاپ بەرەدى
source-asked = سوڭعى سۇرالعان
source-due = كەلەسى سۇرالۋ
source-failures = قاتارىنان { $count } رەت

## How this was made

made-lead = Parallax كوپ باسىلىمنىڭ بەتتەرىن وقيدى، ٴبىر وقيعا تۋرالى ايتاتىندارىن بىرىكتىرەدى جانە ولاردىڭ ايتقانىن قاتار قويادى. سيۋجەتتەردى ەشكىم ىرىكتەمەگەن، بىردە-ٴبىر سويلەمدى مودەل جازباعان.
made-promise-words = ٴار سويلەم — باسىلىمنىڭ ٴوز ٴسوزى. ودان ماقالاعا، ال ماقالادان ساقتالعان بايتتارعا سىلتەمە بار.
made-promise-same = بىردەي كوشىرمەلەر كەز كەلگەن ماشينادا بىردەي بەت بەرەدى، ٴار بايتىنا دەيىن.
made-promise-careful = ەكى نۇسقانى قاتە بىرىكتىرۋ نە جوق ايىرماشىلىقتى كورسەتۋ ٴبىر نارسەنى بايقاماي قالۋدان جامان دەپ سانالادى.
made-steps = بۇل قالاي جاسالادى
made-extract = وقۋ
made-extract-what = تاقىرىپ، اۆتور، كۇن جانە ٴماتىن بەت بەزەندىرۋىنەن اجىراتىلادى؛ الىنباعانى تۇرىمەن بىرگە ساقتالادى.
made-analyse = بەلگىلەۋ
made-analyse-what = ماتىندە سويلەمدەر، ەسىمدەر، ايتقان ادامىمەن بىرگە دايەكسوزدەر، كۇندەر مەن ساندار بەلگىلەنەدى.
made-group = سيۋجەتتەر
made-group-what = ٴبىر وقيعا تۋرالى ماقالالار ەسىم، سان، ٴسوز جانە ماعىنا بويىنشا بىرىكتىرىلەدى، كەز كەلگەن تىلدە.
made-origins = تاۋەلسىز دەرەككوزدەر
made-origins-what = ٴبىر ٴماتىننىڭ كوشىرمەلەرى جانە ٴبىر اگەنتتىك حابارىن باسقانداردىڭ ٴبارى ٴبىر دەرەككوز سانالادى. سايكەستىك باسىلىم ەمەس، دەرەككوز بويىنشا ەسەپتەلەدى.
made-compare = سالىستىرۋ
made-compare-what = ٴبىر نارسە تۋرالى مالىمەتتەر بىرىكتىرىلەدى؛ سان، كۇن، ەسىم جانە تەرىسكە شىعارۋداعى ايىرماشىلىقتار كورسەتىلەدى، ٴار ٴتۇرى ٴوز اتىمەن.
made-show = ۇنسىزدىك
made-show-what = دەرەككوز بىردەڭەنى حابارلامايدى دەۋ ٴۇشىن ونىڭ ماقالاسى سول العاش جارييالانعاننان كەيىن شىعۋى كەرەك.
made-measured = قانشالىقتى دۇرىس
made-measured-what = قولمەن بەلگىلەنگەن، ەشتەڭە سايكەستەندىرىلمەگەن سيۋجەتتەردە ولشەندى. ٴجۇز پايىز قاتە جوق دەگەندى بىلدىرەر ەدى.
made-measure = نە
made-figure = دۇرىس
measure-body = ماقالا ٴماتىنى
measure-headline = تاقىرىپتار، ارپىنە دەيىن
measure-quotations = تابىلعان دايەكسوزدەر
measure-speakers = ايتقان ادامى دۇرىس كورسەتىلگەنى
measure-grouping-precision = بىرىكتىرىلگەندەردىڭ شىنىمەن بىرگە بولۋعا ٴتيىسى
measure-grouping-recall = بىرگە بولۋعا ٴتيىستىنىڭ بىرىكتىرىلگەنى
measure-claims = بىرىكتىرىلگەن مالىمەتتىڭ شىنىمەن ٴبىر نارسە تۋرالىسى
measure-differences-precision = كورسەتىلگەن ايىرماشىلىقتىڭ شىنىمەن ايىرماشىلىق بولعانى
measure-differences-recall = تابىلعان ايىرماشىلىقتار
measure-copies = تانىلعان كوشىرمەلەر
made-limits = Parallax نە ىستەي المايدى
made-limit-languages = كەيبىر تىلدەردە ماعىنا ەمەس، ٴسوز عانا سالىستىرىلادى؛ سالىستىرۋعا كەلمەگەنى سولاي دەپ ايتىلادى.
made-limit-absence = «حابارلامايدى» ساقتالعان ماقالالارعا قاتىستى. باسىلىم مۇنى باسقا جەردە حابارلاعان بولۋى مۇمكىن.
made-limit-first = «ٴبىرىنشى» — ساقتالعاندار اراسىندا، باسىلىم كورسەتكەن ۋاقىت بويىنشا.
made-limit-conflicts = كۇندەلىكتى جاڭالىقتاردا قايشىلىق دەپ اتالعاننىڭ جارتىسىنا جۋىعى عانا شىن قايشىلىق. سويلەمدەر قاسىندا تۇر، ٴوزىڭىز سالىستىرا الاسىز.
made-limit-names = اتتاس ەكى ادام مۇندا ٴبىر ادام سانالادى.
made-limit-times = بەلدەۋى جازىلماعان ۋاقىت، بەلگىلى بولسا، باسىلىمدىكى، ايتپەسە دۇنيەجۇزىلىك دەپ الىنادى.
made-limit-truth = مۇندا كىم نە ايتقانى عانا ايتىلادى. كىمدىكى دۇرىس ەكەنى ايتىلمايدى.
made-sources = ماقالالار قايدان الىنادى
made-run = وسى كۇيى
made-program = باعدارلاما
made-tables = ەرەجەلەر مەن كەستەلەر
made-encoder = ماعىنا كودتاۋشىسى
made-state = مۇراعات كۇيى

## Settings

settings-language = ٴتىل
settings-language-what = تۇيمەلەر مەن جازۋلاردىڭ ٴتىلى. باسىلىمدار جازعانى ٴوز تىلىندە قالادى.
settings-language-browser = براۋزەر سۇراعانداي
settings-theme = تۇستەر
theme-system = جۇيەدەگىدەي
theme-light = اقشىل تۇستە قويۋ
theme-dark = قويۋ تۇستە اقشىل
settings-keys = پەرنەلەر
settings-keys-what = ٴبىر ارىپتىك بۇيرىقتار: j‏، k‏، o‏، / جانە باسقا. ٴتىزىمىن سۇراق بەلگىسى اشادى.
settings-on = قوسۋلى
settings-off = ٴوشىرۋلى
settings-save = ساقتاۋ
settings-cookie = بۇل باپتاۋلار ٴبىر عانا cookie فايلىندا ساقتالادى. باسقاسى جوق، ەشكىمگە ەشتەڭە جىبەرىلمەيدى.
