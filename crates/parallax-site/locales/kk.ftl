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

## Charts

chart-figures = Деректер
chart-rows-more = тағы { $count } жол
chart-universal = Уақыт UTC бойынша.
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
chart-quantities = Сан қалай өзгерді
chart-first-and-last = Бастапқы сан: { $first }, соңғысы: { $last }
chart-figure = Сан
chart-said = Мәтінде

## Times

as-of = Уақыты: { $moment }

## Every page

site-name = Parallax
skip-to-text = Мәтінге өту
search-label = Іздеу
search-hint = Сөз, есім, «тіркес»
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
as-of-label = Мына уақыттағы күйі
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
latest-article = Соңғы мақала
latest-revision = Өзгертілді
filters = Сүзгілер
filter-topic = Тақырып
filter-language = Тіл
filter-place = Аталған жер
filter-from = Басы
filter-to = Соңы
filter-only = Тек
filter-all = барлығы
filter-differing = нұсқалары бөлек
filter-one-origin = бір ғана тәуелсіз дереккөзі бар
filter-apply = Қолдану
filter-none = Сүзгілерді алып тастау
sources-failing = { $count } таспа істемей тұр
front-link = Басты бетке
