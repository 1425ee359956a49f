# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.

## Counts

count-articles = { $count } ماقالا
count-outlets = { $count } باسىلىم
count-origins = { $count } تاۋەلسىز دەرەككوز
count-stories = { $count } سيۋجەت

## Charts

chart-figures = دەرەكتەر
chart-rows-more = تاعى { $count } جول
chart-universal = ۋاقىت UTC بويىنشا.
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
chart-quantities = سان قالاي وزگەردى
chart-first-and-last = باستاپقى سان: { $first }، سوڭعىسى: { $last }
chart-figure = سان
chart-said = ماتىندە

## Times

as-of = ۋاقىتى: { $moment }

## Every page

site-name = Parallax‏
skip-to-text = ماتىنگە ٴوتۋ
search-label = ىزدەۋ
search-hint = ٴسوز، ەسىم، «تىركەس»
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
as-of-label = مىنا ۋاقىتتاعى كۇيى
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
latest-article = سوڭعى ماقالا
latest-revision = وزگەرتىلدى
filters = سۇزگىلەر
filter-topic = تاقىرىپ
filter-language = ٴتىل
filter-place = اتالعان جەر
filter-from = باسى
filter-to = سوڭى
filter-only = تەك
filter-all = بارلىعى
filter-differing = نۇسقالارى بولەك
filter-one-origin = ٴبىر عانا تاۋەلسىز دەرەككوزى بار
filter-apply = قولدانۋ
filter-none = سۇزگىلەردى الىپ تاستاۋ
sources-failing = { $count } تاسپا ىستەمەي تۇر
front-link = باستى بەتكە
