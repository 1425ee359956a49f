# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.

## Counts

count-articles = { $count } maqala
count-outlets = { $count } basylym
count-origins = { $count } täuelsız derekköz
count-stories = { $count } siujet
comma = ,

## Charts

chart-figures = Derekter
chart-rows-more = tağy { $count } jol
chart-universal = Uaqyt UTC boiynşa; belgısı joğy basylğandai, beldeuı belgısız.
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
chart-quantities = San qalai özgerdı:
chart-first-and-last = Bastapqy san: { $first }, soñğysy: { $last }
chart-figure = San
chart-said = Mätınde

## Times

as-of = Uaqyty: { $moment }

## Every page

site-name = Parallax
skip-to-text = Mätınge ötu
search-label = Izdeu
search-hint = Söz, «söz tırkesı», esım
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
as-of-label = Küiınıñ uaqyty:
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
latest-article = Soñğy maqala:
latest-revision = Özgertıldı:
filters = Süzgıler
filter-topic = Taqyryp
filter-language = Tıl
filter-place = Atalğan jer
filter-country = Basylymnyñ elı
filter-kind = Basylymnyñ türı
filter-from = Basy
filter-to = Soñy
filter-only = Tek
filter-all = barlyğy
filter-differing = nūsqalary ärtürlı
filter-one-origin = bır ğana täuelsız derekközı bar
filter-apply = Qoldanu
filter-none = Süzgılerdı alyp tastau
sources-failing = { $count } taspa ıstemei tūr
front-link = Basty betke

## A story: its head

no-story-head = Mūndai siujet joq
no-story-what = Mūrağatta nömırı osylai bastalatyn siujet joq. Qate terılgen ne qiylyp qalğan boluy mümkın.
no-story-todo = Barlyq siujet basty bette; ızdeu maqalany sözı boiynşa tabady.
several-head = Bırneşe siujet ne maqala osylai bastalady
several-what = Būl tañbalardan bırneşe nömır bastalady. Köbırek tañba berıñız.
dissolved-head = Būl siujet endı joq
dissolved-what = Onyñ maqalalary bölındı: köbırek belgılı bolğanda nemese adam solai şeşkende, mūrağat ne bır oqiğağa jatatynyn qaita anyqtaidy. Siujet osy maqalamen atalğan.
dissolved-article = Maqala
dissolved-story = Ol qazır kıretın siujet
not-yet-head = Ol kezde eşteñe belgısız edı
not-yet-what = Tañdalğan uaqytta būl siujettıñ bırde-bır maqalasy belgılı emes edı. Keiıngı uaqytty tañdañyz.
moment-head = Būl kün de, uaqyt ta emes
moment-what = Kün kerek, mysaly 2027-03-12, ne uaqyt, mysaly 2027-03-12T10:00:00Z. Sūralğany:
withheld-head = Mūnda berılmeidı
withheld-what = Būl siujettıñ maqalalaryn tolyq beruge bolmaidy: basylym mätını üzındımen ne sıltememen ğana körsetıledı.
nav-story = Siujet bölımderı
tab-account = Baian
tab-compare = Salystyru
tab-timeline = Uaqyt jelısı
tab-quotes = Däieksözder
tab-articles = Maqalalar
tab-changes = Özgerıster
short-head = Qysqaşa
short-agreed = { $count } mälımet säikes
short-differing = { $count } aiyrmaşylyq
short-single = { $count } mälımet bır derekközde ğana
short-corrected = { $count } tüzetıldı
short-earlier = { $count } būrynğy habar
first-and-last = Alğaşqy jäne soñğy habar:
as-of-ask = Qai uaqyttağy küiı
as-of-now = qazır
as-of-go = Körsetu
past-what = Siujettıñ myna uaqyttağy küiı:
past-now = Qazırgı küiın körsetu
follow = Jazylu (taspa)
print = Basyp şyğaru
cite = Sılteme jasau
copy = Köşıru
copied = Köşırıldı

## A story: the account

account-lead = Ne boldy
account-differs = Nūsqalardyñ aiyrmaşylyğy
account-all = Bärı habarlağany
account-several = Bırneşeuı habarlağany
account-alone = Bır derekköz ğana habarlağany
account-one = Baian
account-apart = Basqa nūsqalarda joq tılde; olarmen salystyrylmady.
account-background = Oqiğa tarihy
account-corrected = Tüzetılgen ne alynğan
account-earlier = Būrynğy habarlar
account-thread = Būryn jäne keiın
account-left = Salystyrylmağan
also-in = mūnda da bar:
later-than = Myna basylymnyñ barlyq maqalasynan keiın şyqty:
parting-also = Būl mändersız mynalar da jazdy:
withdrawn = Alyp tastaldy; ornyna eşteñe qoiylmady.
earlier-story = Sol siujet:
days-earlier = { $count } kün būryn
days-later = { $count } kün keş
unalike-language = basqalarmen salystyruğa kelmeitın tılde
unalike-too-short = salystyruğa tym qysqa
unalike-too-long = mätın soñy tym alys, salystyrylmady
unalike-too-large = siujette salystyrylatynnan köp maqala bar
badge-differs = aiyrmasy bar
badge-alone = bır ğana derekköz
chip-first = bırınşı
chip-same-words = sol sözdermen
according-to = aitqan:
statement-more = Tolyğyraq
other-words = Basqa sözben
not-in = Keiın şyqty, bıraq būl turaly habarlamaidy:
too-early = Būl belgılı bolğanğa deiın şyqty:
why-one-claim = Nege būl bır mälımet

## A story: the comparison

kind-number = san
kind-date = künı
kind-name = esım ne atau
kind-quotation = däieksöz
kind-wording = söz qoldanysy
kind-negation = solai ma, joq pa
kind-attribution = kımnıñ sözı
nature-update = jañartu
nature-scope = qamtuy basqa
nature-conflict = qaişylyq
nature-wording = söz qoldanysy
compare-only = Qai mälımetter
compare-usual = Bırneşeuı habarlağany
compare-differing = Tek aiyrmaşylyqtar
compare-unique = Tek bır derekköz habarlağany
compare-everything = Barlyq mälımet
compare-caption = Kım ne habarlady
compare-statement = Mälımet
compare-none = Bırneşe täuelsız derekköz habarlağan mälımet joq.
compare-none-differing = Nūsqalar arasynda aiyrmaşylyq tabylmady.
compare-none-unique = Basqada joq mälımet bırde-bır derekközde joq.
count-statements = { $count } mälımet
agency = agenttık
column-first = Alğaşqy maqala:
first-to-report = Bırınşı:
why = nege?
others = Basqalary
more-origins = tağy { $count }
more-tell = sonyñ { $count }
cell-told = habarlaidy
cell-first = bırınşı
cell-same-words = sol sözdermen
cell-translated = basqa tılde
cell-differs = basqaşa
cell-not-told = habarlamaidy
cell-too-early = erterek şyqqan
cell-perhaps = mümkın
cell-times-unclear = uaqyty belgısız
cell-not-compared = salystyrylmağan
choose-first = Basqamen salystyru
choose-second = Tañdalğanmen salystyru
beside-head = Qatar qoiğanda
beside-choose = Endı tömendegı ekınşı ūiaşyqty aşyp, tañdañyz.
beside-marks = Ekınşısınde joq sözder belgılengen.
why-head = Būlar nege bır mälımet dep sanaldy
why-copy = mynanyñ mätının qaitalaidy:
why-nothing = Olarda ortaq söilem bar.
joined-by-utterance = Bır sözdı däieksöz etedı
joined-by-words = Ortaq söz, esım, san jäne kün
joined-by-meaning = Mağynasy bır
legend = Belgıler nenı bıldıredı
legend-first = habarlaidy, ärı bärınen būryn habarlağan
legend-told = öz sözımen habarlaidy
legend-same-words = būrynğy nūsqanyñ sözımen derlık habarlaidy
legend-translated = körsetılgen mälımetten basqa tılde habarlaidy
legend-differs = basqa mänmen habarlaidy; mänı ūiaşyqta tūr
legend-not-told = alğaş jariialanğannan keiın maqalasy şyqqan, bıraq mūny habarlamaidy
legend-too-early = barlyq maqalasy alğaşqy jariialanymğa deiın şyqqan: būl ündemei qalu emes
legend-perhaps = jaqyn söilem bar, basqaşa habarlauy mümkın
legend-times-unclear = qaisysy būryn şyqqany uaqytynan belgısız
legend-not-compared = maqalalaryn salystyru mümkın bolmady
copies-folded = { $count } köşırme öz derekközıne qosyldy

## A story: the timeline

timeline-none = Maqalalardan uaqytty bılu mümkın bolmady.
timeline-told = alğaşqy habar
timeline-inferred = künı sözden şyğarylğan
timeline-more = osy künı tağy { $count }
precision-time = minutyna deiın
precision-week = apta
precision-season = jyl mezgılı
precision-decade = onjyldyq

## A story: quotations

quotes-none = Eşkımnıñ sözı keltırılmegen.
quote-nobody = Aty atalmağan
quote-fullest = eñ tolyğy
quote-in = tüpnūsqasy:
quote-cut = qysqartylğan
quote-changed = basqa sözben
quote-translated = basqa tılde
quote-reported = öz sözımen baiandalğan

## A story: its articles

count-words = { $count } söz
credit = körsetılgen derekköz:
at-outlet = Basylymnan oqu
in-common = Basqalarmen ortağy:
copy-of = Köşırme:
copy-whole = Tolyq köşırme:
copy-edited = Öñdelgen köşırme:
copy-cut = Qysqartylğan köşırme:
copy-extended = Tolyqtyrylğan köşırme:
copy-excerpt = Üzındı:

## A story: what changed

changes-none = Alğaşqy maqaladan berı eşteñe özgermedı.
event-article = Maqala
event-copy = Köşırme
event-revision = Basylym özgerttı
time-unknown = uaqyty belgısız
decided-merge = Basqa siujetpen bırıktırgen:
decided-split = Basqa siujetten bölgen:
decided-move = Maqalany osynda köşırgen:
decided-star = Belgılegen:
decided-note = Jazba qaldyrğan:
decided-undone = qaitaryldy
revision-captured = Saqtalğan
revision-form = { $count } pışın özgerısı körsetılmedı
about-withdrawn = alynyp tastaldy
about-added = qosyldy
about-style = pışın
about-furniture = bet bezendıruı

## An article

no-article-head = Mūndai maqala joq
no-article-what = Mūrağatta nömırı osylai bastalatyn maqala joq. Qate terılgen ne qiylyp qalğan boluy mümkın.
article-in-story = Siujette
article-link-only = Būl maqalanyñ mätını mūnda körsetılmeidı, basylymnan oqyñyz.
article-excerpt-only = Būl maqaladan salystyrylğany men däieksözı ğana körsetıledı; tolyğy basylymda.
article-cited = { $count ->
    [0] Baianda būdan eşteñe keltırılmegen.
   *[other] Asty syzylğan: salystyruda keltırılgen { $count } üzındı.
}
article-record = Kartotşkasy
article-notes = Erekşelıkterı
article-revisions = Saqtalğan köşırmeler
article-capture = baittar, jai mätın
article-changes = Basylym nenı özgerttı
article-all-changes = Pışın özgerısterın de körsetu
article-left-out = Bettıñ mätınge kırmegen bölıgı
article-left-out-show = Bettıñ mätınge kırmegen bölıgın körsetu
fact-outlet = Basylym
fact-domain = Domen
fact-byline = Avtor
fact-published = Jariialanğan
fact-modified = Özgertılgen
fact-dateline = Habar orny
fact-section = Bölım
fact-tags = Tegter
fact-language = Tıl
fact-credit = Körsetılgen derekköz
fact-captured = Saqtalğan
fact-media-type = Fail türı
fact-hash = SHA-256
fact-address = Mekenjai
from-json-ld = bettıñ qūrylymdy deregınen
from-meta = bettıñ HTML basynan
from-title = bet atauynan
from-chrome = bet bezendıruınen
from-text = bettegı sözderden
from-url = mekenjaidan
from-feed = taspadan ne derekter jolynan
from-time-tag = time elementınen
from-http = serverden
from-words = mazmūnynan anyqtalğan
from-capture = saqtalğan köşırmeden
from-credit = derekköz jolynan
from-dateline = orny men künı jazylğan joldan
from-byline = avtor jolynan
from-line = bölek joldan
note-encoding = Jariialanğan kodtau baittarğa sai emes.
note-bytes = Keibır baittar bet kodtauyndağy mätın emes.
note-headline = Taqyryp tabylmady; ornyna bet atauy alyndy.
note-structured-data = Bettıñ qūrylymdy deregı oqylmaidy.
note-published-after = Jariialanğan künı saqtalğan künınen keiın.
note-no-date = Jariialanğan künı tabylmady.
note-quotation = Däieksöz aşylyp, jabylmağan.
note-language = Tılıne bailanysty salystyrylmady.
note-paywall = Aqyly jazylym artynda; būl tek basy boluy mümkın.
note-cut-short = Bet tym ülken; qalğany alynbady.
note-other = Bette ädetten tys bırdeñe boldy.
left-navigation = navigatsiia
left-language-bar = tıl tañdau
left-masthead = basylym mañdaişasy
left-date-bar = kün joly
left-author-card = avtor kartotşkasy
left-share-bar = «bölısu» tüimelerı
left-cookie-notice = cookie turaly eskertu
left-newsletter = hat taratuğa jazylu
left-advertisement = jarnama
left-teaser = añdatpa
left-tag-line = tegter joly
left-comments = pıkırler
left-paywall = aqyly jazylym
left-footer = bet aiağy
left-duplicate = qaitalau
left-other = basqa

## Outlets

no-outlet-head = Mūndai basylym joq
no-outlet-what = Mūrağattyñ bırde-bır siujetınde mūndai atauly basylym joq.
outlets-what = «Bırınşı» — basqalar da habarlağan mälımetter; «jalğyz» — bırneşe derekközı bar siujetterde basqa eşkım habarlamağany. Bärı — saqtalğandar arasynda ğana.
outlets-none = Äzırge bırde-bır basylym siujetke kırmegen.
outlet-name = Basylym
outlet-articles = Maqalalar
outlet-stories = Siujetter
outlet-copies = Köşırmeler
outlet-first = Bırınşı
outlet-alone = Jalğyz
outlet-corrected = Tüzetılgen
outlet-languages = Tılderı
outlet-facts = Ol turaly ne belgılı
outlet-facts-what = Mūny osy mūrağatty jürgızuşı jazğan, ärqaisysynyñ qaidan oqylğany körsetılgen; maqalalardyñ özınen eşteñe alynbağan.
outlet-fact-read = oqylğan künı:
outlet-from = Atauy qaidan alynğan jäne ne körsetıledı
outlet-country = Elı
outlet-kind = Türı
outlet-language = Tılı
outlet-owner = Iesı
outlet-funding = Qarjy közı
outlet-founded = Qūrylğan jyly
outlet-kind-agency = aqparat agenttıgı
outlet-kind-newspaper = gazet
outlet-kind-magazine = jurnal
outlet-kind-television = telearna
outlet-kind-radio = radio
outlet-kind-online = internet-basylym
outlet-kind-blog = blog
outlet-kind-aggregator = agregator
outlet-kind-government = memlekettık organ
outlet-kind-organization = ūiym
outlet-named-from = Atauy alynğan jer:
outlet-may = Mūnda körsetıledı
may-full = mätını tolyq
may-excerpt = salystyrylğany men däieksözı, sıltememen
may-link = tek taqyryptar men sıltemeler
may-usual = osy saitta ädettegıdei
outlet-search = Maqalalarynan ızdeu
outlet-in-stories = Myna siujetterde

## Names

no-name-head = Mūndai atpen eşkım de, eşteñe de joq
no-name-what = Mūrağattyñ bırde-bır siujetınde ol būl atpen atalmağan.
kind-person = Adam
kind-organization = Ūiym
kind-place = Jer
named-search = Maqala ızdeu
named-what = Tek aty boiynşa tabyldy: attastary da osynda tūr.
named-beside = Bırge atalady
named-said = Aitylğan sözder
named-stories = Myna siujetterde

## Search

search-head = Izdeu
search-fixed = Saittyñ būl köşırmesı faildarda saqtalğan, onda ızdeitın eşkım joq.
search-found = { $count } maqala
search-fitting = aldymen eñ säikesı
search-latest = aldymen jañasy
search-nothing = Säikesı joq. Söz az bolsa, köbırek tabylady; esımder kez kelgen jazuda tabylady.
search-wrong = Sūrau belgılengen jerde tüsınıksız:
search-more = osy siujettıñ tağy { $count } maqalasy
search-narrow = Izdeudı naqtylau
search-outlets = Basylymdar
search-languages = Tılder
search-topics = Taqyryptar
search-help = Qalai sūrau kerek
help-words = ekı söz de, barlyq türınde
help-phrase = osy sözder osy retpen
help-without = bıreuı bar, ekınşısı joq
help-outlet = osyndai atauly basylymda
help-said = osyndai esımdı adam aitqan
help-place = osy jer atalğan, osy tılde
help-time = osy künderı jariialanğan
help-differs = ekıden köp derekközı bar, sandary ärtürlı siujetterde

## Sources

held-captures = Saqtalğan köşırmeler
held-articles = Maqalalar
held-stories = Siujetter
held-refused = Maqalasy joq
held-forgotten = Alynyp tastalğan
held-what = Maqalasy joq köşırmeler saqtalady, olardy «parallax verify» ataidy; alynyp tastalğannan heş, kün jäne sebebı qalady.
sources-outlets = Barlyq basylym
sources-watched = Baqylanatyn taspalar
sources-none = Baqylanatyn taspa joq. «parallax watch» taspalardy, sait kartalaryn jäne basty betterdı özı sūraidy.
sources-count = { $count } taspa
source-fails = ıstemei tūr
source-well = jauap beredı
source-asked = soñğy sūralğan
source-due = kelesı sūralu
source-failures = qatarynan { $count } ret

## How this was made

made-lead = Parallax köp basylymnyñ betterın oqidy, bır oqiğa turaly aitatyndaryn bırıktıredı jäne olardyñ aitqanyn qatar qoiady. Siujetterdı eşkım ırıktemegen, bırde-bır söilemdı model jazbağan.
made-promise-words = Är söilem — basylymnyñ öz sözı. Odan maqalağa, al maqaladan saqtalğan baittarğa sılteme bar.
made-promise-same = Bırdei köşırmeler kez kelgen maşinada bırdei bet beredı, är baityna deiın.
made-promise-careful = Ekı nūsqany qate bırıktıru ne joq aiyrmaşylyqty körsetu bır närsenı baiqamai qaludan jaman dep sanalady.
made-steps = Būl qalai jasalady
made-extract = Oqu
made-extract-what = Taqyryp, avtor, kün jäne mätın bet bezendıruınen ajyratylady; alynbağany türımen bırge saqtalady.
made-analyse = Belgıleu
made-analyse-what = Mätınde söilemder, esımder, aitqan adamymen bırge däieksözder, künder men sandar belgılenedı.
made-group = Siujetter
made-group-what = Bır oqiğa turaly maqalalar esım, san, söz jäne mağyna boiynşa bırıktırıledı, kez kelgen tılde.
made-origins = Täuelsız derekközder
made-origins-what = Bır mätınnıñ köşırmelerı jäne bır agenttık habaryn basqandardyñ bärı bır derekköz sanalady. Säikestık basylym emes, derekköz boiynşa esepteledı.
made-compare = Salystyru
made-compare-what = Bır närse turaly mälımetter bırıktırıledı; san, kün, esım jäne terıske şyğarudağy aiyrmaşylyqtar körsetıledı, är türı öz atymen.
made-show = Ünsızdık
made-show-what = Derekköz bırdeñenı habarlamaidy deu üşın onyñ maqalasy sol alğaş jariialanğannan keiın şyğuy kerek.
made-measured = Qanşalyqty dūrys
made-measured-what = Qolmen belgılengen, eşteñe säikestendırılmegen siujetterde ölşendı. Jüz paiyz qate joq degendı bıldırer edı.
made-measure = Ne
made-figure = Dūrys
measure-body = Maqala mätını
measure-headline = Taqyryptar, ärpıne deiın
measure-quotations = Tabylğan däieksözder
measure-speakers = Aitqan adamy dūrys körsetılgenı
measure-grouping-precision = Bırıktırılgenderdıñ şynymen bırge boluğa tiısı
measure-grouping-recall = Bırge boluğa tiıstınıñ bırıktırılgenı
measure-claims = Bırıktırılgen mälımettıñ şynymen bır närse turalysy
measure-differences-precision = Körsetılgen aiyrmaşylyqtyñ şynymen aiyrmaşylyq bolğany
measure-differences-recall = Tabylğan aiyrmaşylyqtar
measure-copies = Tanylğan köşırmeler
made-limits = Parallax ne ıstei almaidy
made-limit-languages = Keibır tılderde mağyna emes, söz ğana salystyrylady; salystyruğa kelmegenı solai dep aitylady.
made-limit-absence = «Habarlamaidy» saqtalğan maqalalarğa qatysty. Basylym mūny basqa jerde habarlağan boluy mümkın.
made-limit-first = «Bırınşı» — saqtalğandar arasynda, basylym körsetken uaqyt boiynşa.
made-limit-conflicts = Kündelıktı jañalyqtarda qaişylyq dep atalğannyñ jartysyna juyğy ğana şyn qaişylyq. Söilemder qasynda tūr, özıñız salystyra alasyz.
made-limit-names = Attas ekı adam mūnda bır adam sanalady.
made-limit-times = Beldeuı jazylmağan uaqyt, belgılı bolsa, basylymdıkı, äitpese düniejüzılık dep alynady.
made-limit-truth = Mūnda kım ne aitqany ğana aitylady. Kımdıkı dūrys ekenı aitylmaidy.
made-sources = Maqalalar qaidan alynady
made-run = Osy küiı
made-program = Bağdarlama
made-tables = Erejeler men kesteler
made-encoder = Mağyna kodtauşysy
made-state = Mūrağat küiı

## Settings

settings-language = Tıl
settings-language-what = Tüimeler men jazulardyñ tılı. Basylymdar jazğany öz tılınde qalady.
settings-language-browser = brauzer sūrağandai
settings-theme = Tüster
theme-system = jüiedegıdei
theme-light = aqşyl tüste qoiu
theme-dark = qoiu tüste aqşyl
settings-keys = Perneler
settings-keys-what = Bır ärıptık būiryqtar: j, k, o, / jäne basqa. Tızımın sūraq belgısı aşady.
settings-on = qosuly
settings-off = öşırulı
settings-save = Saqtau
settings-cookie = Būl baptaular bır ğana cookie failynda saqtalady. Basqasy joq, eşkımge eşteñe jıberılmeidı.
