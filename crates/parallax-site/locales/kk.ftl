# Сайттың сөзі. Бөлімдер en.ftl ретімен; kk-latn.ftl мен kk-arab.ftl осыдан жасалады.
#
# Сөздік: outlet — басылым; article — мақала; story — сюжет; account — басылымның нұсқасы; origin — тәуелсіз дереккөз
# (көшірмелерімен бірге бір хабар); claim — мәлімет; quotation — дәйексөз, speaker — айтқан адам.
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
