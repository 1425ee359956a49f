# Сайт сўзлари. Ҳар саҳифага бир бўлим, тартиби en.ftl дагидек.
#
# Луғат: outlet — нашр; article — мақола; story — сюжет; account — нашр баёни; origin — мустақил манба
# (кўчирмалари билан бирга бир хабар); claim, statement — маълумот; quotation — иқтибос, speaker — сўзловчи.
# Саноқдан кейин кўплик қўшимчаси қўшилмайди, шунинг учун one ва other бир хил.

## Counts

count-articles = { $count } мақола
count-outlets = { $count } нашр
count-origins = { $count } мустақил манба
count-stories = { $count } сюжет
comma = ,

## Charts

chart-figures = Маълумотлар
chart-rows-more = яна { $count } қатор
chart-universal = Вақт UTC бўйича; белгисизи босилгандек, минтақаси номаълум.
chart-when = Қачон
chart-others = Бошқалар
chart-outlet = Нашр
chart-coverage = Мақолалар вақт бўйича
chart-busiest = Энг кўп мақола: { $count }, { $when }
chart-first = Ким биринчи хабар берди
chart-is-first = биринчи
chart-later = { $length } кеч
chart-claims-first = { $count } маълумотни биринчи бўлиб ёзган
chart-origin = Мустақил манба
chart-first-article = Илк мақола
chart-first-claims = Биринчи ёзгани
chart-lanes = Қачон бўлди, қачон хабар қилинди
chart-lanes-means = Ҳар бир рақам икки марта туради: юқорида — воқеа вақти, пастда — илк хабар вақти.
chart-happened = Юз берган вақти
chart-reported = Илк хабар
chart-moment = аниқ вақт
chart-stretch = бир кун ёки узоқроқ
chart-inferred = матндан келиб чиққан
chart-beyond = анча олдин ёки кейин
chart-number = №
chart-what = Нима бўлди
chart-quantities = Рақам қандай ўзгарди:
chart-first-and-last = Аввал { $first }, охирида { $last }
chart-figure = Рақам
chart-said = Матнда

## Times

as-of = { $moment } ҳолатига кўра

## Every page

site-name = Parallax
skip-to-text = Матнга ўтиш
search-label = Қидирув
search-hint = Сўз, исм, «ибора»
search-button = Қидириш
nav-site = Сайт
nav-outlets = Нашрлар
nav-sources = Тасмалар
nav-settings = Созламалар
nav-languages = Тил
nav-made = Бу қандай қилинган
nav-sections = Бўлимлар
nav-pages = Саҳифалар
page-before = Олдинги
page-after = Кейинги
page-number = Саҳифа: { $page } / { $pages }
news-came = Архивда янгилик бор.
news-load = Кўрсатиш
as-of-label = Ҳолат вақти:
footer-words = Ҳар бир гап — нашрнинг ўз сўзи, турган жойига ҳаволаси билан.
close = Ёпиш
not-shown = Бу нашр матни бу ерда кўрсатилмайди, ўз сайтида ўқинг.
starred = белгиланган
count-differences = { $count } тафовут

## Keys

keys-head = Тугмалар
keys-next = кейинги, олдинги
keys-open = очиш
keys-search = қидирув
keys-tabs = олдинги варақ, кейинги варақ
keys-only = фақат тафовутлар, фақат биттаси айтгани
keys-go = бош саҳифага, нашрларга, тасмаларга, бу қандай қилинган
keys-help = шу рўйхат; уни ёпиш
keys-off = Тугмаларни ўчириш

## What went wrong

missing-head = Бундай саҳифа йўқ
missing-what = Бу манзилда ҳеч нарса йўқ. Балки хато терилган ёки кесилиб қолган.
missing-todo = Барча сюжетлар бош саҳифада; қидирув мақолани сўзи бўйича топади.
broken-head = Архив жавоб бермади
broken-what = Саҳифани тузиб бўлмади. Архив айтган сабаби:
broken-todo = Бироздан кейин такрорланг. Ёрдам бермаса, нима қилишни «parallax doctor» айтади.
gone-head = Бу олиб ташланган
gone-what = Бу ердаги ёзув архивдан олиб ташланган ({ $moment }). Кўрсатилган сабаби:

## Front page

front-head = Сюжетлар
front-no-topic = Бошқа сюжетлар
front-empty = Архивда ҳозирча сюжет йўқ. Саҳифаларни «parallax add» қабул қилади; улардаги сюжетлар шу ерда чиқади.
front-nothing-fits = Бу шартларнинг барига мос сюжет йўқ.
latest-article = Сўнгги мақола:
latest-revision = Ўзгартирилди:
filters = Филтрлар
filter-topic = Мавзу
filter-language = Тил
filter-place = Тилга олинган жой
filter-country = Нашр мамлакати
filter-kind = Нашр тури
filter-from = Бошланиши
filter-to = Тугаши
filter-only = Фақат
filter-all = барчаси
filter-differing = баёнлари фарқли
filter-one-origin = фақат битта мустақил манбали
filter-apply = Қўллаш
filter-none = Филтрларни олиб ташлаш
sources-failing = { $count } тасма ишламаяпти
front-link = Бош саҳифага

## A story: its head

no-story-head = Бундай сюжет йўқ
no-story-what = Архивда рақами шундай бошланадиган сюжет йўқ. Балки хато терилган ёки кесилиб қолган.
no-story-todo = Барча сюжетлар бош саҳифада; қидирув мақолани сўзи бўйича топади.
several-head = Бир нечта сюжет ёки мақола шундай бошланади
several-what = Бу белгилардан бир нечта рақам бошланади. Кўпроқ белги киритинг.
dissolved-head = Бу сюжет энди йўқ
dissolved-what = Унинг мақолалари ажралди: кўпроқ маълум бўлганда ёки одам шундай қарор қилганда, архив нима бир воқеага тегишли эканини қайта аниқлайди. Сюжет шу мақола билан аталган.
dissolved-article = Мақола
dissolved-story = У ҳозир кирган сюжет
not-yet-head = У пайтда ҳали ҳеч нарса маълум эмас эди
not-yet-what = Танланган вақтда бу сюжетнинг бирорта мақоласи маълум эмас эди. Кейинроқ вақтни танланг.
moment-head = Бу сана ҳам, вақт ҳам эмас
moment-what = Кун керак, масалан 2027-03-12, ёки вақт, масалан 2027-03-12T10:00:00Z. Сўралгани:
withheld-head = Бу ерда берилмайди
withheld-what = Бу сюжет мақолаларини тўлиқ бериб бўлмайди: нашр матни парча ёки ҳавола тарзида кўрсатилади.
nav-story = Сюжет бўлимлари
tab-account = Баён
tab-compare = Таққослаш
tab-timeline = Хронология
tab-quotes = Иқтибослар
tab-articles = Мақолалар
tab-changes = Ўзгаришлар
short-head = Қисқача
short-agreed = { $count } маълумот мос
short-differing = { $count } тафовут
short-single = { $count } маълумот фақат бир манбада
short-corrected = { $count } тузатилди
short-earlier = { $count } олдинги хабар
first-and-last = Илк ва сўнгги хабар:
as-of-ask = Қайси вақтдаги ҳолати
as-of-now = ҳозир
as-of-go = Кўрсатиш
past-what = Сюжетнинг шу вақтдаги ҳолати:
past-now = Ҳозирги ҳолатини кўрсатиш
follow = Обуна бўлиш (тасма)
print = Чоп этиш
cite = Ҳавола қилиш
copy = Нусхалаш
copied = Нусхаланди

## A story: the account

account-lead = Нима бўлди
account-differs = Баёнлар нимада фарқ қилади
account-all = Ҳамма хабар бергани
account-several = Бир нечтаси хабар бергани
account-alone = Фақат бир манба хабар бергани
account-one = Баён
account-apart = Бошқа баёнларда йўқ тилда; улар билан таққосланмаган.
account-background = Воқеа тарихи
account-corrected = Тузатилган ёки қайтариб олинган
account-earlier = Олдинги хабарлар
account-thread = Олдин ва кейин
account-left = Таққосланмаган
also-in = бу ерда ҳам бор:
later-than = Мана бу нашрнинг барча мақолаларидан кейин чиққан:
parting-also = Бу қийматларсиз булар ҳам ёзган:
withdrawn = Олиб ташланган; ўрнига ҳеч нарса қўйилмаган.
earlier-story = Ўша сюжет:
days-earlier = { $count } кун олдин
days-later = { $count } кун кеч
unalike-language = бошқалар билан таққослаб бўлмайдиган тилда
unalike-too-short = таққослаш учун жуда қисқа
unalike-too-long = матн охири жуда узоқда, таққосланмаган
unalike-too-large = сюжетда таққосланадиганидан кўп мақола бор
badge-differs = тафовутли
badge-alone = фақат бир манба
chip-first = биринчи
chip-same-words = ўша сўзлар билан
according-to = айтувчи:
statement-more = Батафсил
other-words = Бошқа сўзлар билан
not-in = Кейин чиққан, лекин бу ҳақда хабар бермайди:
too-early = Бу маълум бўлишидан олдин чиққан:
why-one-claim = Нега бу битта маълумот

## A story: the comparison

kind-number = сон
kind-date = сана
kind-name = исм ёки ном
kind-quotation = иқтибос
kind-wording = ибора
kind-negation = шундайми ёки йўқ
kind-attribution = кимнинг сўзи
nature-update = янгиланиш
nature-scope = қамрови бошқа
nature-conflict = зиддият
nature-wording = ибора
compare-only = Қайси маълумотлар
compare-usual = Бир нечтаси хабар бергани
compare-differing = Фақат тафовутлар
compare-unique = Фақат бир манба хабар бергани
compare-everything = Барча маълумотлар
compare-caption = Ким нима ҳақда хабар берди
compare-statement = Маълумот
compare-none = Бир нечта мустақил манба хабар берган маълумот йўқ.
compare-none-differing = Баёнлар орасида тафовут топилмади.
compare-none-unique = Бошқаларда йўқ маълумот бирорта манбада йўқ.
count-statements = { $count } маълумот
agency = агентлик
column-first = Илк мақола:
first-to-report = Биринчи:
why = нега?
others = Бошқалар
more-origins = яна { $count }
more-tell = шулардан { $count }
cell-told = хабар беради
cell-first = биринчи
cell-same-words = ўша сўзлар билан
cell-translated = бошқа тилда
cell-differs = бошқача
cell-not-told = хабар бермайди
cell-too-early = олдинроқ чиққан
cell-perhaps = балки
cell-times-unclear = вақти ноаниқ
cell-not-compared = таққосланмаган
choose-first = Бошқаси билан таққослаш
choose-second = Танлангани билан таққослаш
beside-head = Ёнма-ён
beside-choose = Энди пастда иккинчи катакни очиб, танланг.
beside-marks = Иккинчисида йўқ сўзлар белгиланган.
why-head = Булар нега битта маълумот деб олинган
why-copy = мана бунинг матнини такрорлайди:
why-nothing = Уларда умумий гап бор.
joined-by-utterance = Бир гапдан иқтибос келтиради
joined-by-words = Умумий сўз, исм, сон ва сана
joined-by-meaning = Маъноси бир
legend = Белгилар маъноси
legend-first = хабар беради, ҳаммадан олдин хабар берган
legend-told = ўз сўзи билан хабар беради
legend-same-words = олдинги баён сўзлари билан деярли бир хил хабар беради
legend-translated = кўрсатилган маълумотдан бошқа тилда хабар беради
legend-differs = бошқа қиймат билан хабар беради; қиймати катакда
legend-not-told = илк эълондан кейин мақоласи чиққан, лекин бу ҳақда хабар бермайди
legend-too-early = барча мақоласи илк эълонгача чиққан: бу сукут эмас
legend-perhaps = яқин гап бор, балки бошқача хабар бергандир
legend-times-unclear = қайси бири олдин чиққани вақтидан билинмайди
legend-not-compared = мақолаларини таққослаб бўлмади
copies-folded = { $count } кўчирма ўз манбасига қўшилди

## A story: the timeline

timeline-none = Мақолалардан вақтни билиб бўлмади.
timeline-told = илк хабар
timeline-inferred = куни сўздан келиб чиққан
timeline-more = шу куни яна { $count } та
precision-time = дақиқасигача
precision-week = ҳафта
precision-season = фасл
precision-decade = ўн йиллик

## A story: quotations

quotes-none = Ҳеч кимнинг сўзи келтирилмаган.
quote-nobody = Номи айтилмаган
quote-fullest = энг тўлиғи
quote-in = тили:
quote-cut = қисқартирилган
quote-changed = бошқа сўзлар билан
quote-translated = бошқа тилда
quote-reported = ўз сўзи билан баён қилинган

## A story: its articles

count-words = { $count } сўз
credit = кўрсатилган манба:
at-outlet = Нашрда ўқиш
in-common = Бошқалар билан умумийси:
copy-of = Кўчирма:
copy-whole = Тўлиқ кўчирма:
copy-edited = Таҳрирланган кўчирма:
copy-cut = Қисқартирилган кўчирма:
copy-extended = Тўлдирилган кўчирма:
copy-excerpt = Парча:

## A story: what changed

changes-none = Илк мақоладан бери ҳеч нарса ўзгармаган.
event-article = Мақола
event-copy = Кўчирма
event-revision = Нашр ўзгартирган
time-unknown = вақти номаълум
decided-merge = Бошқа сюжет билан бирлаштирган:
decided-split = Бошқа сюжетдан ажратган:
decided-move = Мақолани шу ерга кўчирган:
decided-star = Белгилаган:
decided-note = Изоҳ қолдирган:
decided-undone = бекор қилинган
revision-captured = Сақланган
revision-form = { $count } та шакл ўзгариши кўрсатилмади
about-withdrawn = олиб ташланди
about-added = қўшилди
about-style = шакл
about-furniture = саҳифа безаги

## An article

no-article-head = Бундай мақола йўқ
no-article-what = Архивда рақами шундай бошланадиган мақола йўқ. Балки хато терилган ёки кесилиб қолган.
article-in-story = Сюжетда
article-link-only = Бу мақола матни бу ерда кўрсатилмайди, нашрда ўқинг.
article-excerpt-only = Бу мақоладан фақат таққослангани ва иқтибослар кўрсатилади; тўлиғи нашрда.
article-cited = { $count ->
    [0] Баёнда бундан ҳеч нарса келтирилмаган.
   *[other] Тагига чизилган: таққослашда келтирилган { $count } парча.
}
article-record = Карточкаси
article-notes = Ғайриоддий жиҳатлар
article-revisions = Сақланган нусхалар
article-capture = байтлар, оддий матн
article-changes = Нашр нимани ўзгартирган
article-all-changes = Шакл ўзгаришларини ҳам кўрсатиш
article-left-out = Саҳифанинг матнга кирмаган қисми
article-left-out-show = Саҳифанинг матнга кирмаган қисмини кўрсатиш
fact-outlet = Нашр
fact-domain = Домен
fact-byline = Муаллиф
fact-published = Эълон қилинган
fact-modified = Ўзгартирилган
fact-dateline = Хабар жойи
fact-section = Бўлим
fact-tags = Теглар
fact-language = Тил
fact-credit = Кўрсатилган манба
fact-captured = Сақланган
fact-media-type = Файл тури
fact-hash = SHA-256
fact-address = Манзил
from-json-ld = саҳифанинг тузилган маълумотидан
from-meta = саҳифанинг HTML бошидан
from-title = саҳифа номидан
from-chrome = саҳифа безагидан
from-text = саҳифадаги сўзлардан
from-url = манзилдан
from-feed = тасмадан ёки маълумот қаторидан
from-time-tag = time элементидан
from-http = сервердан
from-words = мазмунидан аниқланган
from-capture = сақланган нусхадан
from-credit = манба қаторидан
from-dateline = жой ва сана қаторидан
from-byline = муаллиф қаторидан
from-line = алоҳида қатордан
note-encoding = Эълон қилинган кодлаш байтларга мос эмас.
note-bytes = Баъзи байтлар саҳифа кодлашидаги матн эмас.
note-headline = Сарлавҳа топилмади; ўрнига саҳифа номи олинди.
note-structured-data = Саҳифанинг тузилган маълумоти ўқилмайди.
note-published-after = Эълон санаси сақлаш санасидан кейин.
note-no-date = Эълон санаси топилмади.
note-quotation = Иқтибос очилиб, ёпилмаган.
note-language = Тили сабабли таққосланмаган.
note-paywall = Пуллик обуна ортида; бу фақат боши бўлиши мумкин.
note-cut-short = Саҳифа жуда катта; қолгани олинмади.
note-other = Саҳифада ғайриоддий нарса бор эди.
left-navigation = навигация
left-language-bar = тил танлаш
left-masthead = нашр пешлавҳаси
left-date-bar = сана қатори
left-author-card = муаллиф карточкаси
left-share-bar = «улашиш» тугмалари
left-cookie-notice = cookie ҳақида огоҳлантириш
left-newsletter = хабарномага обуна
left-advertisement = реклама
left-teaser = анонс
left-tag-line = теглар қатори
left-comments = изоҳлар
left-paywall = пуллик обуна
left-footer = саҳифа ости
left-duplicate = такрор
left-other = бошқа

## Outlets

no-outlet-head = Бундай нашр йўқ
no-outlet-what = Архивнинг бирорта сюжетида бундай номли нашр йўқ.
outlets-what = «Биринчи» — бошқалар ҳам айтган маълумотлар; «ёлғиз» — бир нечта манбали сюжетларда бошқа ҳеч ким айтмагани. Ҳаммаси — фақат сақланганлар орасида.
outlets-none = Ҳозирча бирорта нашр сюжетга кирмаган.
outlet-name = Нашр
outlet-articles = Мақолалар
outlet-stories = Сюжетлар
outlet-copies = Кўчирмалар
outlet-first = Биринчи
outlet-alone = Ёлғиз
outlet-corrected = Тузатилган
outlet-languages = Тиллари
outlet-facts = У ҳақда нима маълум
outlet-facts-what = Буни шу архивни юритувчи ёзган, ҳар бири қаердан ўқилгани кўрсатилган; мақолаларнинг ўзидан ҳеч нарса олинмаган.
outlet-fact-read = ўқилган сана:
outlet-from = Номи қаердан олинган ва нима кўрсатилади
outlet-country = Мамлакати
outlet-kind = Тури
outlet-language = Тили
outlet-owner = Эгаси
outlet-funding = Маблағ манбаи
outlet-founded = Ташкил этилган йили
outlet-kind-agency = ахборот агентлиги
outlet-kind-newspaper = газета
outlet-kind-magazine = журнал
outlet-kind-television = телеканал
outlet-kind-radio = радио
outlet-kind-online = интернет-нашр
outlet-kind-blog = блог
outlet-kind-aggregator = агрегатор
outlet-kind-government = давлат органи
outlet-kind-organization = ташкилот
outlet-named-from = Номи олинган жой:
outlet-may = Бу ерда кўрсатилади
may-full = матнлари тўлиқ
may-excerpt = таққослангани ва иқтибослар, ҳавола билан
may-link = фақат сарлавҳа ва ҳаволалар
may-usual = бу сайтда одатдагидек
outlet-search = Мақолаларидан қидириш
outlet-in-stories = Мана бу сюжетларда

## Names

no-name-head = Бундай номли ҳеч ким ва ҳеч нарса йўқ
no-name-what = Архивнинг бирорта сюжетида у бу ном билан тилга олинмаган.
kind-person = Шахс
kind-organization = Ташкилот
kind-place = Жой
named-search = Мақола қидириш
named-what = Фақат номи бўйича топилди: номдошлари ҳам шу ерда.
named-beside = Бирга тилга олинади
named-said = Айтилган сўзлар
named-stories = Мана бу сюжетларда

## Search

search-head = Қидирув
search-fixed = Сайтнинг бу нусхаси файлларда сақланган, унда қидирув йўқ.
search-found = { $count } мақола
search-fitting = аввал энг мослари
search-latest = аввал янгилари
search-nothing = Мос келадигани йўқ. Сўз кам бўлса, кўпроқ топилади; исмлар ҳар қандай ёзувда топилади.
search-wrong = Сўров белгиланган жойда тушунарсиз:
search-more = шу сюжетнинг яна { $count } мақоласи
search-narrow = Қидирувни аниқлаштириш
search-outlets = Нашрлар
search-languages = Тиллар
search-topics = Мавзулар
search-help = Қандай сўраш керак
help-words = иккала сўз, барча шаклларида
help-phrase = шу сўзлар шу тартибда
help-without = бири бор, иккинчиси йўқ
help-outlet = шундай номли нашрда
help-said = шундай исмли одам айтган
help-place = шу жой тилга олинган, шу тилда
help-time = шу кунларда эълон қилинган
help-differs = иккитадан кўп манбали, сони фарқли сюжетларда

## Sources

held-captures = Сақланган нусхалар
held-articles = Мақолалар
held-stories = Сюжетлар
held-refused = Мақоласиз
held-forgotten = Олиб ташланган
held-what = Мақоласиз нусхалар сақланади, уларни «parallax verify» айтади; олиб ташланганидан хеш, кун ва сабаб қолади.
sources-outlets = Барча нашрлар
sources-watched = Кузатилаётган тасмалар
sources-none = Кузатилаётган тасма йўқ. «parallax watch» тасмаларни, сайт хариталарини ва бош саҳифаларни ўзи сўрайди.
sources-count = { $count } тасма
source-fails = ишламаяпти
source-well = жавоб беряпти
source-asked = охирги сўралган
source-due = кейинги сўров
source-failures = кетма-кет { $count } марта

## How this was made

made-lead = Parallax кўп нашрнинг саҳифаларини ўқийди, бир воқеа ҳақидагиларини бирлаштиради ва улар айтганини ёнма-ён қўяди. Сюжетларни ҳеч ким танламаган, бирорта гапни модель ёзмаган.
made-promise-words = Ҳар бир гап — нашрнинг ўз сўзи. Ундан мақолага, мақоладан эса сақланган байтларга ҳавола бор.
made-promise-same = Бир хил нусхалар ҳар қандай машинада бир хил саҳифа беради, байтма-байт.
made-promise-careful = Икки баённи янглиш бирлаштириш ёки йўқ тафовутни кўрсатиш бирор нарсани ўтказиб юборишдан ёмонроқ ҳисобланади.
made-steps = Бу қандай ҳосил бўлади
made-extract = Ўқиш
made-extract-what = Сарлавҳа, муаллиф, сана ва матн саҳифа безагидан ажратилади; олинмагани тури билан сақланади.
made-analyse = Белгилаш
made-analyse-what = Матнда гаплар, исмлар, айтувчиси билан иқтибослар, саналар ва сонлар белгиланади.
made-group = Сюжетлар
made-group-what = Бир воқеа ҳақидаги мақолалар исм, сон, сўз ва маъно бўйича бирлаштирилади, ҳар қандай тилда.
made-origins = Мустақил манбалар
made-origins-what = Бир матннинг кўчирмалари ва бир агентлик хабарини босган барча нашр бир манба ҳисобланади. Мослик нашр эмас, манба бўйича ҳисобланади.
made-compare = Таққослаш
made-compare-what = Бир нарса ҳақидаги маълумотлар бирлаштирилади; сон, сана, исм ва инкордаги тафовутлар кўрсатилади, ҳар бир тури ўз номи билан.
made-show = Сукут
made-show-what = Манба бирор нарса ҳақида хабар бермайди дейиш учун унинг мақоласи илк эълондан кейин чиққан бўлиши керак.
made-measured = Қанчалик тўғри
made-measured-what = Қўлда белгиланган, ҳеч нарса мослаштирилмаган сюжетларда ўлчанган. Юз фоиз хато йўқлигини билдирар эди.
made-measure = Нима
made-figure = Тўғри
measure-body = Мақола матни
measure-headline = Сарлавҳалар, ҳарфигача
measure-quotations = Топилган иқтибослар
measure-speakers = Сўзловчиси тўғри кўрсатилгани
measure-grouping-precision = Бирлаштирилганларнинг чиндан бирга бўлиши кераги
measure-grouping-recall = Бирга бўлиши керак бўлганларнинг бирлаштирилгани
measure-claims = Бирлаштирилган маълумотларнинг чиндан бир нарса ҳақидагиси
measure-differences-precision = Кўрсатилган тафовутларнинг чиндан тафовут бўлгани
measure-differences-recall = Топилган тафовутлар
measure-copies = Аниқланган кўчирмалар
made-limits = Parallax нимага қодир эмас
made-limit-languages = Баъзи тилларда маъно эмас, фақат сўзлар таққосланади; таққослаб бўлмагани шундай деб айтилади.
made-limit-absence = «Хабар бермайди» сақланган мақолаларга тегишли. Нашр бу ҳақда бошқа жойда хабар берган бўлиши мумкин.
made-limit-first = «Биринчи» — сақланганлар орасида, нашрлар кўрсатган вақт бўйича.
made-limit-conflicts = Кундалик янгиликларда зиддият деб аталганнинг ярмига яқинигина чин зиддият. Гаплар ёнида турибди, ўзингиз солиштира оласиз.
made-limit-names = Исмдош икки киши бу ерда битта ҳисобланади.
made-limit-times = Минтақаси кўрсатилмаган вақт, маълум бўлса, нашрники, акс ҳолда жаҳон вақти деб олинади.
made-limit-truth = Бу ерда ким нима дегани айтилади. Ким ҳақлиги айтилмайди.
made-sources = Мақолалар қаердан олинади
made-run = Шу ҳолат
made-program = Дастур
made-tables = Қоида ва жадваллар
made-encoder = Маъно кодлагичи
made-state = Архив ҳолати

## Settings

settings-language = Тил
settings-language-what = Тугма ва ёзувлар тили. Нашрлар ёзгани ўз тилида қолади.
settings-language-browser = браузер сўраганидек
settings-theme = Ранглар
theme-system = тизимдагидек
theme-light = оч рангда тўқ
theme-dark = тўқ рангда оч
settings-keys = Тугмалар
settings-keys-what = Бир ҳарфли буйруқлар: j, k, o, / ва бошқалар. Рўйхатини сўроқ белгиси очади.
settings-on = ёқилган
settings-off = ўчирилган
settings-save = Сақлаш
settings-cookie = Бу созламалар битта cookie файлида сақланади. Бошқаси йўқ, ҳеч кимга ҳеч нарса юборилмайди.
