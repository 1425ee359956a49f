# Сайттың сөзі. Бөлімдер en.ftl ретімен; kk-latn.ftl мен kk-arab.ftl осыдан жасалады.
#
# Сөздік: outlet — басылым; article — мақала; story — сюжет; account — басылымның нұсқасы; origin — тәуелсіз дереккөз
# (көшірмелерімен бірге бір хабар); claim, statement — мәлімет; quotation — дәйексөз, speaker — айтқан адам.
# Көптік жалғауы сан есімнен кейін жалғанбайды, сондықтан one мен other бір: таңдау жазылмайды.

## Counts

count-articles = { $count } мақала
count-outlets = { $count } басылым
count-origins = { $count } тәуелсіз дереккөз
count-stories = { $count } сюжет
comma = ,

## Charts

chart-figures = Деректер
chart-rows-more = тағы { $count } жол
chart-universal = Уақыт UTC бойынша; белгісі жоғы басылғандай, белдеуі белгісіз.
chart-when = Қашан
chart-others = Басқалары
chart-outlet = Басылым
chart-coverage = Жарияланым уақыты
chart-busiest = Ең көп мақала: { $count }, { $when }
chart-first = Кім бірінші хабарлады
chart-is-first = бірінші
chart-later = { $length } кеш
chart-claims-first = { $count } мәліметті бірінші болып жазды
chart-origin = Тәуелсіз дереккөз
chart-first-article = Алғашқы мақала
chart-first-claims = Бірінші жазғаны
chart-lanes = Қашан болды, қашан хабарланды
chart-lanes-means = Әр нөмір екі рет тұрады: жоғарыда — оқиға уақыты, төменде — алғашқы хабар уақыты.
chart-happened = Болған уақыты
chart-reported = Алғашқы хабар
chart-moment = нақты уақыт
chart-stretch = бір күн не одан ұзақ
chart-inferred = мәтіннен шығарылған
chart-beyond = әлдеқайда бұрын не кейін
chart-number = №
chart-what = Не болды
chart-quantities = Сан қалай өзгерді:
chart-first-and-last = Бастапқы сан: { $first }, соңғысы: { $last }
chart-figure = Сан
chart-said = Мәтінде

## Times

as-of = Уақыты: { $moment }

## Every page

site-name = Parallax
skip-to-text = Мәтінге өту
search-label = Іздеу
search-hint = Сөз, «сөз тіркесі», есім
search-button = Іздеу
nav-site = Сайт
nav-outlets = Басылымдар
nav-sources = Таспалар
nav-settings = Баптаулар
nav-languages = Тіл
nav-made = Бұл қалай жасалды
nav-sections = Бөлімдер
nav-pages = Беттер
page-before = Алдыңғы
page-after = Келесі
page-number = Бет: { $page } / { $pages }
news-came = Мұрағатта жаңа жазба бар.
news-load = Көрсету
as-of-label = Күйінің уақыты:
footer-words = Әр сөйлем — басылымның өз сөзі, тұрған жеріне сілтемесімен.
close = Жабу
not-shown = Бұл басылымның мәтіні мұнда көрсетілмейді, өз сайтынан оқыңыз.
starred = белгіленген
count-differences = { $count } айырмашылық

## Keys

keys-head = Пернелер
keys-next = келесі, алдыңғы
keys-open = ашу
keys-search = іздеу
keys-tabs = алдыңғы қойынды, келесі қойынды
keys-only = тек айырмашылықтар, тек біреу айтқаны
keys-go = басты бетке, басылымдарға, таспаларға, бұл қалай жасалды
keys-help = осы тізім; оны жабу
keys-off = Пернелерді өшіру

## What went wrong

missing-head = Мұндай бет жоқ
missing-what = Бұл мекенжайда ештеңе жоқ. Қате терілген не қиылып қалған болуы мүмкін.
missing-todo = Барлық сюжет басты бетте; іздеу мақаланы сөзі бойынша табады.
broken-head = Мұрағат жауап бермеді
broken-what = Бетті жасау мүмкін болмады. Мұрағат айтқан себебі:
broken-todo = Сәлден соң қайталаңыз. Көмектеспесе, не істеу керегін «parallax doctor» айтады.
gone-head = Бұл алынып тасталды
gone-what = Мұнда тұрған жазба мұрағаттан алынып тасталды ({ $moment }). Көрсетілген себебі:

## Front page

front-head = Сюжеттер
front-no-topic = Басқа сюжеттер
front-empty = Мұрағатта әзірге сюжет жоқ. Беттерді «parallax add» қабылдайды; олардың сюжеттері осында шығады.
front-nothing-fits = Бұл шарттардың бәріне сай сюжет жоқ.
latest-article = Соңғы мақала:
latest-revision = Өзгертілді:
filters = Сүзгілер
filter-topic = Тақырып
filter-language = Тіл
filter-place = Аталған жер
filter-country = Басылымның елі
filter-kind = Басылымның түрі
filter-from = Басы
filter-to = Соңы
filter-only = Тек
filter-all = барлығы
filter-differing = нұсқалары әртүрлі
filter-one-origin = бір ғана тәуелсіз дереккөзі бар
filter-apply = Қолдану
filter-none = Сүзгілерді алып тастау
sources-failing = { $count } таспа істемей тұр
front-link = Басты бетке

## A story: its head

no-story-head = Мұндай сюжет жоқ
no-story-what = Мұрағатта нөмірі осылай басталатын сюжет жоқ. Қате терілген не қиылып қалған болуы мүмкін.
no-story-todo = Барлық сюжет басты бетте; іздеу мақаланы сөзі бойынша табады.
several-head = Бірнеше сюжет не мақала осылай басталады
several-what = Бұл таңбалардан бірнеше нөмір басталады. Көбірек таңба беріңіз.
dissolved-head = Бұл сюжет енді жоқ
dissolved-what = Оның мақалалары бөлінді: көбірек белгілі болғанда немесе адам солай шешкенде, мұрағат не бір оқиғаға жататынын қайта анықтайды. Сюжет осы мақаламен аталған.
dissolved-article = Мақала
dissolved-story = Ол қазір кіретін сюжет
not-yet-head = Ол кезде ештеңе белгісіз еді
not-yet-what = Таңдалған уақытта бұл сюжеттің бірде-бір мақаласы белгілі емес еді. Кейінгі уақытты таңдаңыз.
moment-head = Бұл күн де, уақыт та емес
moment-what = Күн керек, мысалы 2027-03-12, не уақыт, мысалы 2027-03-12T10:00:00Z. Сұралғаны:
withheld-head = Мұнда берілмейді
withheld-what = Бұл сюжеттің мақалаларын толық беруге болмайды: басылым мәтіні үзіндімен не сілтемемен ғана көрсетіледі.
nav-story = Сюжет бөлімдері
tab-account = Баян
tab-compare = Салыстыру
tab-timeline = Уақыт желісі
tab-quotes = Дәйексөздер
tab-articles = Мақалалар
tab-changes = Өзгерістер
short-head = Қысқаша
short-agreed = { $count } мәлімет сәйкес
short-differing = { $count } айырмашылық
short-single = { $count } мәлімет бір дереккөзде ғана
short-corrected = { $count } түзетілді
short-earlier = { $count } бұрынғы хабар
first-and-last = Алғашқы және соңғы хабар:
as-of-ask = Қай уақыттағы күйі
as-of-now = қазір
as-of-go = Көрсету
past-what = Сюжеттің мына уақыттағы күйі:
past-now = Қазіргі күйін көрсету
follow = Жазылу (таспа)
print = Басып шығару
cite = Сілтеме жасау
copy = Көшіру
copied = Көшірілді

## A story: the account

account-lead = Не болды
account-differs = Нұсқалардың айырмашылығы
account-all = Бәрі хабарлағаны
account-several = Бірнешеуі хабарлағаны
account-alone = Бір дереккөз ғана хабарлағаны
account-one = Баян
account-apart = Басқа нұсқаларда жоқ тілде; олармен салыстырылмады.
account-background = Оқиға тарихы
account-corrected = Түзетілген не алынған
account-earlier = Бұрынғы хабарлар
account-thread = Бұрын және кейін
account-left = Салыстырылмаған
also-in = мұнда да бар:
later-than = Мына басылымның барлық мақаласынан кейін шықты:
parting-also = Бұл мәндерсіз мыналар да жазды:
withdrawn = Алып тасталды; орнына ештеңе қойылмады.
earlier-story = Сол сюжет:
days-earlier = { $count } күн бұрын
days-later = { $count } күн кеш
unalike-language = басқалармен салыстыруға келмейтін тілде
unalike-too-short = салыстыруға тым қысқа
unalike-too-long = мәтін соңы тым алыс, салыстырылмады
unalike-too-large = сюжетте салыстырылатыннан көп мақала бар
badge-differs = айырмасы бар
badge-alone = бір ғана дереккөз
chip-first = бірінші
chip-same-words = сол сөздермен
according-to = айтқан:
statement-more = Толығырақ
other-words = Басқа сөзбен
not-in = Кейін шықты, бірақ бұл туралы хабарламайды:
too-early = Бұл белгілі болғанға дейін шықты:
why-one-claim = Неге бұл бір мәлімет

## A story: the comparison

kind-number = сан
kind-date = күні
kind-name = есім не атау
kind-quotation = дәйексөз
kind-wording = сөз қолданысы
kind-negation = солай ма, жоқ па
kind-attribution = кімнің сөзі
nature-update = жаңарту
nature-scope = қамтуы басқа
nature-conflict = қайшылық
nature-wording = сөз қолданысы
compare-only = Қай мәліметтер
compare-usual = Бірнешеуі хабарлағаны
compare-differing = Тек айырмашылықтар
compare-unique = Тек бір дереккөз хабарлағаны
compare-everything = Барлық мәлімет
compare-caption = Кім не хабарлады
compare-statement = Мәлімет
compare-none = Бірнеше тәуелсіз дереккөз хабарлаған мәлімет жоқ.
compare-none-differing = Нұсқалар арасында айырмашылық табылмады.
compare-none-unique = Басқада жоқ мәлімет бірде-бір дереккөзде жоқ.
count-statements = { $count } мәлімет
agency = агенттік
column-first = Алғашқы мақала:
first-to-report = Бірінші:
why = неге?
others = Басқалары
more-origins = тағы { $count }
more-tell = соның { $count }
cell-told = хабарлайды
cell-first = бірінші
cell-same-words = сол сөздермен
cell-translated = басқа тілде
cell-differs = басқаша
cell-not-told = хабарламайды
cell-too-early = ертерек шыққан
cell-perhaps = мүмкін
cell-times-unclear = уақыты белгісіз
cell-not-compared = салыстырылмаған
choose-first = Басқамен салыстыру
choose-second = Таңдалғанмен салыстыру
beside-head = Қатар қойғанда
beside-choose = Енді төмендегі екінші ұяшықты ашып, таңдаңыз.
beside-marks = Екіншісінде жоқ сөздер белгіленген.
why-head = Бұлар неге бір мәлімет деп саналды
why-copy = мынаның мәтінін қайталайды:
why-nothing = Оларда ортақ сөйлем бар.
joined-by-utterance = Бір сөзді дәйексөз етеді
joined-by-words = Ортақ сөз, есім, сан және күн
joined-by-meaning = Мағынасы бір
legend = Белгілер нені білдіреді
legend-first = хабарлайды, әрі бәрінен бұрын хабарлаған
legend-told = өз сөзімен хабарлайды
legend-same-words = бұрынғы нұсқаның сөзімен дерлік хабарлайды
legend-translated = көрсетілген мәліметтен басқа тілде хабарлайды
legend-differs = басқа мәнмен хабарлайды; мәні ұяшықта тұр
legend-not-told = алғаш жарияланғаннан кейін мақаласы шыққан, бірақ мұны хабарламайды
legend-too-early = барлық мақаласы алғашқы жарияланымға дейін шыққан: бұл үндемей қалу емес
legend-perhaps = жақын сөйлем бар, басқаша хабарлауы мүмкін
legend-times-unclear = қайсысы бұрын шыққаны уақытынан белгісіз
legend-not-compared = мақалаларын салыстыру мүмкін болмады
copies-folded = { $count } көшірме өз дереккөзіне қосылды

## A story: the timeline

timeline-none = Мақалалардан уақытты білу мүмкін болмады.
timeline-told = алғашқы хабар
timeline-inferred = күні сөзден шығарылған
timeline-more = осы күні тағы { $count }
precision-time = минутына дейін
precision-week = апта
precision-season = жыл мезгілі
precision-decade = онжылдық

## A story: quotations

quotes-none = Ешкімнің сөзі келтірілмеген.
quote-nobody = Аты аталмаған
quote-fullest = ең толығы
quote-in = түпнұсқасы:
quote-cut = қысқартылған
quote-changed = басқа сөзбен
quote-translated = басқа тілде
quote-reported = өз сөзімен баяндалған

## A story: its articles

count-words = { $count } сөз
credit = көрсетілген дереккөз:
at-outlet = Басылымнан оқу
in-common = Басқалармен ортағы:
copy-of = Көшірме:
copy-whole = Толық көшірме:
copy-edited = Өңделген көшірме:
copy-cut = Қысқартылған көшірме:
copy-extended = Толықтырылған көшірме:
copy-excerpt = Үзінді:

## A story: what changed

changes-none = Алғашқы мақаладан бері ештеңе өзгермеді.
event-article = Мақала
event-copy = Көшірме
event-revision = Басылым өзгертті
time-unknown = уақыты белгісіз
decided-merge = Басқа сюжетпен біріктірген:
decided-split = Басқа сюжеттен бөлген:
decided-move = Мақаланы осында көшірген:
decided-star = Белгілеген:
decided-note = Жазба қалдырған:
decided-undone = қайтарылды
revision-captured = Сақталған
revision-form = { $count } пішін өзгерісі көрсетілмеді
about-withdrawn = алынып тасталды
about-added = қосылды
about-style = пішін
about-furniture = бет безендіруі

## An article

no-article-head = Мұндай мақала жоқ
no-article-what = Мұрағатта нөмірі осылай басталатын мақала жоқ. Қате терілген не қиылып қалған болуы мүмкін.
article-in-story = Сюжетте
article-link-only = Бұл мақаланың мәтіні мұнда көрсетілмейді, басылымнан оқыңыз.
article-excerpt-only = Бұл мақаладан салыстырылғаны мен дәйексөзі ғана көрсетіледі; толығы басылымда.
article-cited = { $count ->
    [0] Баянда бұдан ештеңе келтірілмеген.
   *[other] Асты сызылған: салыстыруда келтірілген { $count } үзінді.
}
article-record = Карточкасы
article-notes = Ерекшеліктері
article-revisions = Сақталған көшірмелер
article-capture = байттар, жай мәтін
article-changes = Басылым нені өзгертті
article-all-changes = Пішін өзгерістерін де көрсету
article-left-out = Беттің мәтінге кірмеген бөлігі
article-left-out-show = Беттің мәтінге кірмеген бөлігін көрсету
fact-outlet = Басылым
fact-domain = Домен
fact-byline = Автор
fact-published = Жарияланған
fact-modified = Өзгертілген
fact-dateline = Хабар орны
fact-section = Бөлім
fact-tags = Тегтер
fact-language = Тіл
fact-credit = Көрсетілген дереккөз
fact-captured = Сақталған
fact-media-type = Файл түрі
fact-hash = SHA-256
fact-address = Мекенжай
from-json-ld = беттің құрылымды дерегінен
from-meta = беттің HTML басынан
from-title = бет атауынан
from-chrome = бет безендіруінен
from-text = беттегі сөздерден
from-url = мекенжайдан
from-feed = таспадан не деректер жолынан
from-time-tag = time элементінен
from-http = серверден
from-words = мазмұнынан анықталған
from-capture = сақталған көшірмеден
from-credit = дереккөз жолынан
from-dateline = орны мен күні жазылған жолдан
from-byline = автор жолынан
from-line = бөлек жолдан
note-encoding = Жарияланған кодтау байттарға сай емес.
note-bytes = Кейбір байттар бет кодтауындағы мәтін емес.
note-headline = Тақырып табылмады; орнына бет атауы алынды.
note-structured-data = Беттің құрылымды дерегі оқылмайды.
note-published-after = Жарияланған күні сақталған күнінен кейін.
note-no-date = Жарияланған күні табылмады.
note-quotation = Дәйексөз ашылып, жабылмаған.
note-language = Тіліне байланысты салыстырылмады.
note-paywall = Ақылы жазылым артында; бұл тек басы болуы мүмкін.
note-cut-short = Бет тым үлкен; қалғаны алынбады.
note-other = Бетте әдеттен тыс бірдеңе болды.
left-navigation = навигация
left-language-bar = тіл таңдау
left-masthead = басылым маңдайшасы
left-date-bar = күн жолы
left-author-card = автор карточкасы
left-share-bar = «бөлісу» түймелері
left-cookie-notice = cookie туралы ескерту
left-newsletter = хат таратуға жазылу
left-advertisement = жарнама
left-teaser = аңдатпа
left-tag-line = тегтер жолы
left-comments = пікірлер
left-paywall = ақылы жазылым
left-footer = бет аяғы
left-duplicate = қайталау
left-other = басқа

## Outlets

no-outlet-head = Мұндай басылым жоқ
no-outlet-what = Мұрағаттың бірде-бір сюжетінде мұндай атаулы басылым жоқ.
outlets-what = «Бірінші» — басқалар да хабарлаған мәліметтер; «жалғыз» — бірнеше дереккөзі бар сюжеттерде басқа ешкім хабарламағаны. Бәрі — сақталғандар арасында ғана.
outlets-none = Әзірге бірде-бір басылым сюжетке кірмеген.
outlet-name = Басылым
outlet-articles = Мақалалар
outlet-stories = Сюжеттер
outlet-copies = Көшірмелер
outlet-first = Бірінші
outlet-alone = Жалғыз
outlet-corrected = Түзетілген
outlet-languages = Тілдері
outlet-facts = Ол туралы не белгілі
outlet-facts-what = Мұны осы мұрағатты жүргізуші жазған, әрқайсысының қайдан оқылғаны көрсетілген; мақалалардың өзінен ештеңе алынбаған.
outlet-fact-read = оқылған күні:
outlet-from = Атауы қайдан алынған және не көрсетіледі
outlet-country = Елі
outlet-kind = Түрі
outlet-language = Тілі
outlet-owner = Иесі
outlet-funding = Қаржы көзі
outlet-founded = Құрылған жылы
outlet-kind-agency = ақпарат агенттігі
outlet-kind-newspaper = газет
outlet-kind-magazine = журнал
outlet-kind-television = телеарна
outlet-kind-radio = радио
outlet-kind-online = интернет-басылым
outlet-kind-blog = блог
outlet-kind-aggregator = агрегатор
outlet-kind-government = мемлекеттік орган
outlet-kind-organization = ұйым
outlet-named-from = Атауы алынған жер:
outlet-may = Мұнда көрсетіледі
may-full = мәтіні толық
may-excerpt = салыстырылғаны мен дәйексөзі, сілтемемен
may-link = тек тақырыптар мен сілтемелер
may-usual = осы сайтта әдеттегідей
outlet-search = Мақалаларынан іздеу
outlet-in-stories = Мына сюжеттерде

## Names

no-name-head = Мұндай атпен ешкім де, ештеңе де жоқ
no-name-what = Мұрағаттың бірде-бір сюжетінде ол бұл атпен аталмаған.
kind-person = Адам
kind-organization = Ұйым
kind-place = Жер
named-search = Мақала іздеу
named-what = Тек аты бойынша табылды: аттастары да осында тұр.
named-beside = Бірге аталады
named-said = Айтылған сөздер
named-stories = Мына сюжеттерде

## Search

search-head = Іздеу
search-fixed = Сайттың бұл көшірмесі файлдарда сақталған, онда іздейтін ешкім жоқ.
search-found = { $count } мақала
search-fitting = алдымен ең сәйкесі
search-latest = алдымен жаңасы
search-nothing = Сәйкесі жоқ. Сөз аз болса, көбірек табылады; есімдер кез келген жазуда табылады.
search-wrong = Сұрау белгіленген жерде түсініксіз:
search-more = осы сюжеттің тағы { $count } мақаласы
search-narrow = Іздеуді нақтылау
search-outlets = Басылымдар
search-languages = Тілдер
search-topics = Тақырыптар
search-help = Қалай сұрау керек
help-words = екі сөз де, барлық түрінде
help-phrase = осы сөздер осы ретпен
help-without = біреуі бар, екіншісі жоқ
help-outlet = осындай атаулы басылымда
help-said = осындай есімді адам айтқан
help-place = осы жер аталған, осы тілде
help-time = осы күндері жарияланған
help-differs = екіден көп дереккөзі бар, сандары әртүрлі сюжеттерде

## Sources

held-captures = Сақталған көшірмелер
held-articles = Мақалалар
held-stories = Сюжеттер
held-refused = Мақаласы жоқ
held-forgotten = Алынып тасталған
held-what = Мақаласы жоқ көшірмелер сақталады, оларды «parallax verify» атайды; алынып тасталғаннан хеш, күн және себебі қалады.
sources-outlets = Барлық басылым
sources-watched = Бақыланатын таспалар
sources-none = Бақыланатын таспа жоқ. «parallax watch» таспаларды, сайт карталарын және басты беттерді өзі сұрайды.
sources-count = { $count } таспа
source-fails = істемей тұр
source-well = жауап береді
source-asked = соңғы сұралған
source-due = келесі сұралу
source-failures = қатарынан { $count } рет

## How this was made

made-lead = Parallax көп басылымның беттерін оқиды, бір оқиға туралы айтатындарын біріктіреді және олардың айтқанын қатар қояды. Сюжеттерді ешкім іріктемеген, бірде-бір сөйлемді модель жазбаған.
made-promise-words = Әр сөйлем — басылымның өз сөзі. Одан мақалаға, ал мақаладан сақталған байттарға сілтеме бар.
made-promise-same = Бірдей көшірмелер кез келген машинада бірдей бет береді, әр байтына дейін.
made-promise-careful = Екі нұсқаны қате біріктіру не жоқ айырмашылықты көрсету бір нәрсені байқамай қалудан жаман деп саналады.
made-steps = Бұл қалай жасалады
made-extract = Оқу
made-extract-what = Тақырып, автор, күн және мәтін бет безендіруінен ажыратылады; алынбағаны түрімен бірге сақталады.
made-analyse = Белгілеу
made-analyse-what = Мәтінде сөйлемдер, есімдер, айтқан адамымен бірге дәйексөздер, күндер мен сандар белгіленеді.
made-group = Сюжеттер
made-group-what = Бір оқиға туралы мақалалар есім, сан, сөз және мағына бойынша біріктіріледі, кез келген тілде.
made-origins = Тәуелсіз дереккөздер
made-origins-what = Бір мәтіннің көшірмелері және бір агенттік хабарын басқандардың бәрі бір дереккөз саналады. Сәйкестік басылым емес, дереккөз бойынша есептеледі.
made-compare = Салыстыру
made-compare-what = Бір нәрсе туралы мәліметтер біріктіріледі; сан, күн, есім және теріске шығарудағы айырмашылықтар көрсетіледі, әр түрі өз атымен.
made-show = Үнсіздік
made-show-what = Дереккөз бірдеңені хабарламайды деу үшін оның мақаласы сол алғаш жарияланғаннан кейін шығуы керек.
made-measured = Қаншалықты дұрыс
made-measured-what = Қолмен белгіленген, ештеңе сәйкестендірілмеген сюжеттерде өлшенді. Жүз пайыз қате жоқ дегенді білдірер еді.
made-measure = Не
made-figure = Дұрыс
measure-body = Мақала мәтіні
measure-headline = Тақырыптар, әрпіне дейін
measure-quotations = Табылған дәйексөздер
measure-speakers = Айтқан адамы дұрыс көрсетілгені
measure-grouping-precision = Біріктірілгендердің шынымен бірге болуға тиісі
measure-grouping-recall = Бірге болуға тиістінің біріктірілгені
measure-claims = Біріктірілген мәліметтің шынымен бір нәрсе туралысы
measure-differences-precision = Көрсетілген айырмашылықтың шынымен айырмашылық болғаны
measure-differences-recall = Табылған айырмашылықтар
measure-copies = Танылған көшірмелер
made-limits = Parallax не істей алмайды
made-limit-languages = Кейбір тілдерде мағына емес, сөз ғана салыстырылады; салыстыруға келмегені солай деп айтылады.
made-limit-absence = «Хабарламайды» сақталған мақалаларға қатысты. Басылым мұны басқа жерде хабарлаған болуы мүмкін.
made-limit-first = «Бірінші» — сақталғандар арасында, басылым көрсеткен уақыт бойынша.
made-limit-conflicts = Күнделікті жаңалықтарда қайшылық деп аталғанның жартысына жуығы ғана шын қайшылық. Сөйлемдер қасында тұр, өзіңіз салыстыра аласыз.
made-limit-names = Аттас екі адам мұнда бір адам саналады.
made-limit-times = Белдеуі жазылмаған уақыт, белгілі болса, басылымдікі, әйтпесе дүниежүзілік деп алынады.
made-limit-truth = Мұнда кім не айтқаны ғана айтылады. Кімдікі дұрыс екені айтылмайды.
made-sources = Мақалалар қайдан алынады
made-run = Осы күйі
made-program = Бағдарлама
made-tables = Ережелер мен кестелер
made-encoder = Мағына кодтаушысы
made-state = Мұрағат күйі

## Settings

settings-language = Тіл
settings-language-what = Түймелер мен жазулардың тілі. Басылымдар жазғаны өз тілінде қалады.
settings-language-browser = браузер сұрағандай
settings-theme = Түстер
theme-system = жүйедегідей
theme-light = ақшыл түсте қою
theme-dark = қою түсте ақшыл
settings-keys = Пернелер
settings-keys-what = Бір әріптік бұйрықтар: j, k, o, / және басқа. Тізімін сұрақ белгісі ашады.
settings-on = қосулы
settings-off = өшірулі
settings-save = Сақтау
settings-cookie = Бұл баптаулар бір ғана cookie файлында сақталады. Басқасы жоқ, ешкімге ештеңе жіберілмейді.
