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

## Charts

chart-figures = Маълумотлар
chart-rows-more = яна { $count } қатор
chart-universal = Вақт UTC бўйича.
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
chart-quantities = Рақам қандай ўзгарди
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
as-of-label = Қайси вақтга
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
latest-article = Сўнгги мақола
latest-revision = Ўзгартирилди
filters = Филтрлар
filter-topic = Мавзу
filter-language = Тил
filter-place = Тилга олинган жой
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
