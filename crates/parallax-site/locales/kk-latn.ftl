# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.

## Counts

count-articles = { $count } maqala
count-outlets = { $count } basylym
count-origins = { $count } täuelsız derekköz
count-stories = { $count } siujet

## Charts

chart-figures = Derekter
chart-rows-more = tağy { $count } jol
chart-universal = Uaqyt UTC boiynşa.
chart-when = Qaşan
chart-others = Basqalary
chart-outlet = Basylym
chart-coverage = Jariialanym uaqyty
chart-busiest = Eñ köp maqala: { $count }, { $when }
chart-first = Kım bırınşı habarlady
chart-is-first = bırınşı
chart-later = { $length } keş
chart-claims-first = { $count } mälımettı bırınşı bolyp jazdy
chart-origin = Täuelsız derekköz
chart-first-article = Alğaşqy maqala
chart-first-claims = Bırınşı jazğany
chart-lanes = Qaşan boldy, qaşan habarlandy
chart-lanes-means = Är nömır ekı ret tūrady: joğaryda — oqiğa uaqyty, tömende — alğaşqy habar uaqyty.
chart-happened = Bolğan uaqyty
chart-reported = Alğaşqy habar
chart-moment = naqty uaqyt
chart-stretch = bır kün ne odan ūzaq
chart-inferred = mätınnen şyğarylğan
chart-beyond = äldeqaida būryn ne keiın
chart-number = №
chart-what = Ne boldy
chart-quantities = San qalai özgerdı
chart-first-and-last = Bastapqy san: { $first }, soñğysy: { $last }
chart-figure = San
chart-said = Mätınde

## Times

as-of = Uaqyty: { $moment }

## Every page

site-name = Parallax
skip-to-text = Mätınge ötu
search-label = Izdeu
search-hint = Söz, esım, «tırkes»
search-button = Izdeu
nav-site = Sait
nav-outlets = Basylymdar
nav-sources = Taspalar
nav-settings = Baptaular
nav-languages = Tıl
nav-made = Būl qalai jasaldy
nav-sections = Bölımder
nav-pages = Better
page-before = Aldyñğy
page-after = Kelesı
page-number = Bet: { $page } / { $pages }
news-came = Mūrağatta jaña jazba bar.
news-load = Körsetu
as-of-label = Myna uaqyttağy küiı
footer-words = Är söilem — basylymnyñ öz sözı, tūrğan jerıne sıltemesımen.
close = Jabu
not-shown = Būl basylymnyñ mätını mūnda körsetılmeidı, öz saitynan oqyñyz.
starred = belgılengen
count-differences = { $count } aiyrmaşylyq

## Keys

keys-head = Perneler
keys-next = kelesı, aldyñğy
keys-open = aşu
keys-search = ızdeu
keys-tabs = aldyñğy qoiyndy, kelesı qoiyndy
keys-only = tek aiyrmaşylyqtar, tek bıreu aitqany
keys-go = basty betke, basylymdarğa, taspalarğa, būl qalai jasaldy
keys-help = osy tızım; ony jabu
keys-off = Pernelerdı öşıru

## What went wrong

missing-head = Mūndai bet joq
missing-what = Būl mekenjaida eşteñe joq. Qate terılgen ne qiylyp qalğan boluy mümkın.
missing-todo = Barlyq siujet basty bette; ızdeu maqalany sözı boiynşa tabady.
broken-head = Mūrağat jauap bermedı
broken-what = Bettı jasau mümkın bolmady. Mūrağat aitqan sebebı:
broken-todo = Sälden soñ qaitalañyz. Kömektespese, ne ısteu keregın «parallax doctor» aitady.
gone-head = Būl alynyp tastaldy
gone-what = Mūnda tūrğan jazba mūrağattan alynyp tastaldy ({ $moment }). Körsetılgen sebebı:

## Front page

front-head = Siujetter
front-no-topic = Basqa siujetter
front-empty = Mūrağatta äzırge siujet joq. Betterdı «parallax add» qabyldaidy; olardyñ siujetterı osynda şyğady.
front-nothing-fits = Būl şarttardyñ bärıne sai siujet joq.
latest-article = Soñğy maqala
latest-revision = Özgertıldı
filters = Süzgıler
filter-topic = Taqyryp
filter-language = Tıl
filter-place = Atalğan jer
filter-from = Basy
filter-to = Soñy
filter-only = Tek
filter-all = barlyğy
filter-differing = nūsqalary bölek
filter-one-origin = bır ğana täuelsız derekközı bar
filter-apply = Qoldanu
filter-none = Süzgılerdı alyp tastau
sources-failing = { $count } taspa ıstemei tūr
front-link = Basty betke
