# Что говорит сайт. Раздел на страницу, порядок как в en.ftl.
#
# Словарик: outlet — издание; article — материал; story — сюжет; account — версия издания; origin — независимый
# источник (независимое сообщение вместе с его перепечатками); claim, statement — утверждение; quotation — цитата, speaker — кто сказал.

## Counts

count-articles = { $count ->
    [one] { $count } материал
    [few] { $count } материала
   *[many] { $count } материалов
}
count-outlets = { $count ->
    [one] { $count } издание
    [few] { $count } издания
   *[many] { $count } изданий
}
count-origins = { $count ->
    [one] { $count } независимый источник
    [few] { $count } независимых источника
   *[many] { $count } независимых источников
}
count-stories = { $count ->
    [one] { $count } сюжет
    [few] { $count } сюжета
   *[many] { $count } сюжетов
}
comma = ,

## Charts

chart-figures = Данные
chart-rows-more = { $count ->
    [one] ещё { $count } строка
    [few] ещё { $count } строки
   *[many] ещё { $count } строк
}
chart-universal = Время всемирное (UTC); без этой пометки — как напечатано, пояс неизвестен.
chart-when = Когда
chart-others = Прочие
chart-outlet = Издание
chart-coverage = Публикации по времени
chart-busiest = Больше всего материалов: { $count }, { $when }
chart-first = Кто сообщил первым
chart-is-first = первым
chart-later = на { $length } позже
chart-claims-first = { $count ->
    [one] первым привёл { $count } утверждение
    [few] первым привёл { $count } утверждения
   *[many] первым привёл { $count } утверждений
}
chart-origin = Независимый источник
chart-first-article = Первый материал
chart-first-claims = Привёл первым
chart-lanes = Когда произошло и когда сообщили
chart-lanes-means = Каждый номер стоит дважды: вверху — время события, внизу — время первого сообщения.
chart-happened = Произошло
chart-reported = Первое сообщение
chart-moment = точное время
chart-stretch = день или дольше
chart-inferred = дата выведена из текста
chart-beyond = намного раньше или позже
chart-number = №
chart-what = Что
chart-quantities = Как менялась цифра:
chart-first-and-last = От { $first } до { $last }
chart-figure = Цифра
chart-said = В тексте

## Times

as-of = По состоянию на { $moment }

## Every page

site-name = Parallax
skip-to-text = Перейти к тексту
search-label = Поиск
search-hint = Слова, имена, «фразы»
search-button = Найти
nav-site = Сайт
nav-outlets = Издания
nav-sources = Ленты
nav-settings = Настройки
nav-languages = Язык
nav-made = Как это сделано
nav-sections = Разделы
nav-pages = Страницы
page-before = Назад
page-after = Далее
page-number = Страница { $page } из { $pages }
news-came = В архиве появилось новое.
news-load = Показать
as-of-label = По состоянию на
footer-words = Каждое предложение — слова самого издания, со ссылкой на то место, где они стоят.
close = Закрыть
not-shown = Тексты этого издания здесь не показываются, читайте их на его сайте.
starred = отмечено
count-differences = { $count ->
    [one] { $count } расхождение
    [few] { $count } расхождения
   *[many] { $count } расхождений
}

## Keys

keys-head = Клавиши
keys-next = следующее, предыдущее
keys-open = открыть
keys-search = поиск
keys-tabs = вкладка слева, вкладка справа
keys-only = только расхождения, только сказанное одним
keys-go = на главную, к изданиям, к лентам, как это сделано
keys-help = этот список; закрыть его
keys-off = Отключить клавиши

## What went wrong

missing-head = Такой страницы нет
missing-what = По этому адресу ничего нет. Возможно, он набран с ошибкой или обрезан.
missing-todo = На главной — все сюжеты; поиск находит материалы по словам.
broken-head = Архив не ответил
broken-what = Страницу не удалось составить. Причина, как её называет архив:
broken-todo = Повторите через минуту. Если не поможет, «parallax doctor» подскажет, что делать.
gone-head = Это удалено
gone-what = То, что здесь было, удалено из архива ({ $moment }). Указанная причина:

## Front page

front-head = Сюжеты
front-no-topic = Другие сюжеты
front-empty = В архиве пока нет сюжетов. Страницы принимает «parallax add»; сюжеты из них появятся здесь.
front-nothing-fits = Под все эти условия не подходит ни один сюжет.
latest-article = Последний материал:
latest-revision = Изменено:
filters = Фильтры
filter-topic = Тема
filter-language = Язык
filter-place = Упомянутое место
filter-country = Страна издания
filter-kind = Вид издания
filter-from = С
filter-to = По
filter-only = Только
filter-all = все
filter-differing = где версии расходятся
filter-one-origin = с одним независимым источником
filter-apply = Применить
filter-none = Сбросить фильтры
sources-failing = { $count ->
    [one] { $count } лента с ошибкой
    [few] { $count } ленты с ошибкой
   *[many] { $count } лент с ошибкой
}
front-link = На главную

## A story: its head

no-story-head = Такого сюжета нет
no-story-what = В архиве нет сюжета, номер которого начинается так. Возможно, он набран с ошибкой или обрезан.
no-story-todo = На главной — все сюжеты; поиск находит материалы по словам.
several-head = Так начинаются несколько сюжетов или материалов
several-what = С этих знаков начинается не один номер. Укажите больше знаков.
dissolved-head = Этого сюжета больше нет
dissolved-what = Его материалы разошлись: когда становится известно больше или когда так решает человек, архив заново определяет, что относится к одному событию. Сюжет был назван по этому материалу.
dissolved-article = Материал
dissolved-story = Сюжет, в который он входит теперь
not-yet-head = Тогда ещё ничего не было известно
not-yet-what = На выбранный момент не было известно ни одного материала этого сюжета. Выберите более поздний.
moment-head = Это не дата и не время
moment-what = Нужен день, например 2027-03-12, или время, например 2027-03-12T10:00:00Z. Запрошено было:
withheld-head = Здесь не выдаётся
withheld-what = Материалы этого сюжета нельзя передавать целиком: тексты изданий показываются в отрывках или только ссылками.
nav-story = Части сюжета
tab-account = Изложение
tab-compare = Сравнение
tab-timeline = Хронология
tab-quotes = Цитаты
tab-articles = Материалы
tab-changes = Изменения
short-head = Коротко
short-agreed = { $count ->
    [one] { $count } утверждение совпадает
    [few] { $count } утверждения совпадают
   *[many] { $count } утверждений совпадают
}
short-differing = { $count ->
    [one] { $count } расхождение
    [few] { $count } расхождения
   *[many] { $count } расхождений
}
short-single = { $count ->
    [one] { $count } только у одного источника
    [few] { $count } только у одного источника
   *[many] { $count } только у одного источника
}
short-corrected = { $count ->
    [one] { $count } исправлено
    [few] { $count } исправлено
   *[many] { $count } исправлено
}
short-earlier = { $count ->
    [one] { $count } более раннее сообщение
    [few] { $count } более ранних сообщения
   *[many] { $count } более ранних сообщений
}
first-and-last = Первое и последнее сообщение:
as-of-ask = Состояние на
as-of-now = сейчас
as-of-go = Показать
past-what = Сюжет, каким он был на момент
past-now = Показать, каков он сейчас
follow = Следить (лента)
print = Печать
cite = Сослаться
copy = Скопировать
copied = Скопировано

## A story: the account

account-lead = Что произошло
account-differs = В чём версии расходятся
account-all = О чём сообщают все
account-several = О чём сообщают несколько
account-alone = О чём сообщает только один источник
account-one = Изложение
account-apart = На языке, на котором нет других версий; с ними не сравнивалось.
account-background = Предыстория
account-corrected = Исправлено или отозвано
account-earlier = Более ранние сообщения
account-thread = До и после
account-left = Не сравнивалось
also-in = есть также в
later-than = Вышло позже всех материалов издания
parting-also = Без этих значений об этом сообщают также
withdrawn = Отозвано; взамен ничего не появилось.
earlier-story = Тот сюжет:
days-earlier = { $count ->
    [one] на { $count } день раньше
    [few] на { $count } дня раньше
   *[many] на { $count } дней раньше
}
days-later = { $count ->
    [one] на { $count } день позже
    [few] на { $count } дня позже
   *[many] на { $count } дней позже
}
unalike-language = на языке, который нельзя сопоставить с другими
unalike-too-short = слишком короткий для сравнения
unalike-too-long = конец текста слишком далеко и не сравнивался
unalike-too-large = в сюжете больше материалов, чем сравнивается
badge-differs = расходятся
badge-alone = только один источник
chip-first = первым
chip-same-words = теми же словами
according-to = по словам:
statement-more = Подробнее
other-words = Другими словами
not-in = Вышли позже, но об этом не сообщают:
too-early = Вышли раньше, чем это стало известно:
why-one-claim = Почему это одно утверждение

## A story: the comparison

kind-number = число
kind-date = дата
kind-name = имя или название
kind-quotation = цитата
kind-wording = формулировка
kind-negation = так ли это
kind-attribution = чьи это слова
nature-update = обновление
nature-scope = другой охват
nature-conflict = противоречие
nature-wording = формулировка
compare-only = Какие утверждения
compare-usual = О чём сообщают несколько
compare-differing = Только расхождения
compare-unique = Только сказанное одним источником
compare-everything = Все утверждения
compare-caption = Кто о чём сообщает
compare-statement = Утверждение
compare-none = Нет утверждений, о которых сообщали бы несколько независимых источников.
compare-none-differing = Расхождений между версиями не найдено.
compare-none-unique = Ни один источник не сообщает ничего, чего нет у других.
count-statements = { $count ->
    [one] { $count } утверждение
    [few] { $count } утверждения
   *[many] { $count } утверждений
}
agency = агентство
column-first = Первый материал:
first-to-report = Первым:
why = почему?
others = Прочие
more-origins = { $count ->
    [one] ещё { $count }
    [few] ещё { $count }
   *[many] ещё { $count }
}
more-tell = { $count ->
    [one] { $count } из них
    [few] { $count } из них
   *[many] { $count } из них
}
cell-told = сообщает
cell-first = первым
cell-same-words = теми же словами
cell-translated = на другом языке
cell-differs = иначе
cell-not-told = не сообщает
cell-too-early = вышло раньше
cell-perhaps = возможно
cell-times-unclear = время неясно
cell-not-compared = не сравнивалось
choose-first = Сравнить с другой
choose-second = Сравнить с выбранной
beside-head = Рядом
beside-choose = Теперь откройте внизу вторую ячейку и выберите её.
beside-marks = Выделены слова, которых нет в другой.
why-head = Почему это считается одним и тем же
why-copy = повторяет текст:
why-nothing = У них есть общее предложение.
joined-by-utterance = Цитируют одно высказывание
joined-by-words = Общие слова, имена, числа и даты
joined-by-meaning = Означают одно и то же
legend = Что значат знаки
legend-first = сообщает об этом, и раньше всех
legend-told = сообщает своими словами
legend-same-words = сообщает почти словами более ранней версии
legend-translated = сообщает на другом языке, чем показанное утверждение
legend-differs = сообщает с другим значением; оно стоит в ячейке
legend-not-told = выпускал материал уже после первой публикации, но не сообщает об этом
legend-too-early = все материалы вышли до первой публикации: это не умолчание
legend-perhaps = есть близкое предложение, возможно, о том же
legend-times-unclear = по времени нельзя понять, что вышло раньше
legend-not-compared = его материалы не удалось сравнить
copies-folded = { $count ->
    [one] { $count } перепечатка отнесена к своему источнику
    [few] { $count } перепечатки отнесены к своим источникам
   *[many] { $count } перепечаток отнесены к своим источникам
}

## A story: the timeline

timeline-none = Из материалов не удалось узнать время.
timeline-told = первое сообщение
timeline-inferred = день выведен из слова
timeline-more = { $count ->
    [one] ещё { $count } за этот день
    [few] ещё { $count } за этот день
   *[many] ещё { $count } за этот день
}
precision-time = до минуты
precision-week = неделя
precision-season = время года
precision-decade = десятилетие

## A story: quotations

quotes-none = Никто не цитируется.
quote-nobody = Имя не названо
quote-fullest = полнее всего
quote-in = язык:
quote-cut = сокращена
quote-changed = другими словами
quote-translated = на другом языке
quote-reported = в пересказе

## A story: its articles

count-words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[many] { $count } слов
}
credit = указан источник:
at-outlet = Читать в издании
in-common = Общее с другими:
copy-of = Перепечатка:
copy-whole = Полная перепечатка:
copy-edited = Перепечатка с правкой:
copy-cut = Сокращённая перепечатка:
copy-extended = Дополненная перепечатка:
copy-excerpt = Отрывок:

## A story: what changed

changes-none = С первого материала ничего не изменилось.
event-article = Материал
event-copy = Перепечатка
event-revision = Изменено изданием
time-unknown = время неизвестно
decided-merge = Объединено с другим сюжетом:
decided-split = Отделено от другого сюжета:
decided-move = Сюда перенесён материал:
decided-star = Отметил:
decided-note = Заметка:
decided-undone = отменено
revision-captured = Сохранено
revision-form = { $count ->
    [one] не показано { $count } изменение формы
    [few] не показано { $count } изменения формы
   *[many] не показано { $count } изменений формы
}
about-withdrawn = отозвано
about-added = добавлено
about-style = форма
about-furniture = оформление страницы

## An article

no-article-head = Такого материала нет
no-article-what = В архиве нет материала, номер которого начинается так. Возможно, он набран с ошибкой или обрезан.
article-in-story = В сюжете
article-link-only = Текст этого материала здесь не показывается, читайте его в издании.
article-excerpt-only = Из этого материала показано только то, что сравнивается и цитируется; целиком он стоит в издании.
article-cited = { $count ->
    [0] В изложении из него ничего не приведено.
    [one] Подчёркнуто: { $count } место, приведённое в сравнении.
    [few] Подчёркнуто: { $count } места, приведённых в сравнении.
   *[many] Подчёркнуто: { $count } мест, приведённых в сравнении.
}
article-record = Карточка
article-notes = Что было необычно
article-revisions = Сохранённые копии
article-capture = байты, простым текстом
article-changes = Что изменило издание
article-all-changes = Показать и изменения формы
article-left-out = Что осталось за пределами текста
article-left-out-show = Показать, что осталось за пределами текста
fact-outlet = Издание
fact-domain = Домен
fact-byline = Автор
fact-published = Опубликовано
fact-modified = Изменено
fact-dateline = Откуда сообщение
fact-section = Раздел
fact-tags = Теги
fact-language = Язык
fact-credit = Указан источник
fact-captured = Сохранено
fact-media-type = Вид файла
fact-hash = SHA-256
fact-address = Адрес
from-json-ld = из структурированных данных страницы
from-meta = из заголовка HTML
from-title = из названия страницы
from-chrome = из оформления страницы
from-text = из слов на странице
from-url = из адреса
from-feed = из ленты или строки данных
from-time-tag = из элемента time
from-http = от сервера
from-words = определено по содержанию
from-capture = из сохранённой копии
from-credit = из строки с источником
from-dateline = из строки с местом и датой
from-byline = из строки с автором
from-line = из отдельной строки
note-encoding = Объявленная кодировка не соответствует байтам.
note-bytes = Некоторые байты не являются текстом в кодировке страницы.
note-headline = Заголовок не найден; вместо него взято название страницы.
note-structured-data = Структурированные данные страницы не читаются.
note-published-after = Дата публикации позже даты сохранения.
note-no-date = Дата публикации не найдена.
note-quotation = Цитата открывается и нигде не закрывается.
note-language = Не сравнивалось из-за языка.
note-paywall = За платной подпиской; возможно, здесь только начало.
note-cut-short = Страница слишком велика; остальное опущено.
note-other = На странице было что-то необычное.
left-navigation = навигация
left-language-bar = выбор языка
left-masthead = шапка издания
left-date-bar = строка с датой
left-author-card = карточка автора
left-share-bar = кнопки «поделиться»
left-cookie-notice = уведомление о cookie
left-newsletter = подписка на рассылку
left-advertisement = реклама
left-teaser = анонс
left-tag-line = строка тегов
left-comments = комментарии
left-paywall = платная подписка
left-footer = подвал страницы
left-duplicate = повтор
left-other = прочее

## Outlets

no-outlet-head = Такого издания нет
no-outlet-what = Ни в одном сюжете архива нет издания с таким названием.
outlets-what = «Первым» — утверждения, о которых сообщали и другие; «только оно» — чего в сюжетах с несколькими источниками не было больше ни у кого. Всё это — среди сохранённого, а не вообще.
outlets-none = Пока ни одно издание не вошло в сюжет.
outlet-name = Издание
outlet-articles = Материалы
outlet-stories = Сюжеты
outlet-copies = Перепечатки
outlet-first = Первым
outlet-alone = Только оно
outlet-corrected = Исправлено
outlet-languages = Языки
outlet-facts = Что о нём известно
outlet-facts-what = Записано тем, кто ведёт этот архив, с указанием, где это прочитано; из самих материалов не взято ничего.
outlet-fact-read = прочитано:
outlet-from = Откуда взято название и что показывается
outlet-country = Страна
outlet-kind = Вид
outlet-language = Язык
outlet-owner = Владелец
outlet-funding = На что существует
outlet-founded = Основано
outlet-kind-agency = информационное агентство
outlet-kind-newspaper = газета
outlet-kind-magazine = журнал
outlet-kind-television = телевидение
outlet-kind-radio = радио
outlet-kind-online = интернет-издание
outlet-kind-blog = блог
outlet-kind-aggregator = агрегатор
outlet-kind-government = государственный орган
outlet-kind-organization = организация
outlet-named-from = Название взято
outlet-may = Здесь показывается
may-full = тексты целиком
may-excerpt = то, что сравнивается и цитируется, со ссылками
may-link = только заголовки и ссылки
may-usual = как обычно на этом сайте
outlet-search = Искать в его материалах
outlet-in-stories = В этих сюжетах

## Names

no-name-head = Никого и ничего с таким именем
no-name-what = Ни в одном сюжете архива такого имени или названия нет.
kind-person = Человек
kind-organization = Организация
kind-place = Место
named-search = Искать материалы
named-what = Найдено только по имени: однофамильцы и тёзки стоят здесь же.
named-beside = Упоминается вместе
named-said = Что было сказано
named-stories = В этих сюжетах

## Search

search-head = Поиск
search-fixed = Эта копия сайта хранится в файлах, искать в ней некому.
search-found = { $count ->
    [one] { $count } материал
    [few] { $count } материала
   *[many] { $count } материалов
}
search-fitting = сначала самые подходящие
search-latest = сначала новые
search-nothing = Ничего не подходит. Чем меньше слов, тем больше найдётся; имена находятся в любом письме.
search-wrong = Запрос непонятен в отмеченном месте:
search-more = { $count ->
    [one] и ещё { $count } материал этого сюжета
    [few] и ещё { $count } материала этого сюжета
   *[many] и ещё { $count } материалов этого сюжета
}
search-narrow = Уточнить поиск
search-outlets = Издания
search-languages = Языки
search-topics = Темы
search-help = Как спрашивать
help-words = оба слова, во всех формах
help-phrase = эти слова в этом порядке
help-without = одно без другого
help-outlet = в издании с таким названием
help-said = сказал человек с таким именем
help-place = названо это место, на этом языке
help-time = опубликовано в эти дни
help-differs = в сюжетах, где расходится число, у более чем двух источников

## Sources

held-captures = Сохранённые копии
held-articles = Материалы
held-stories = Сюжеты
held-refused = Без материала
held-forgotten = Удалено
held-what = Копии без материала хранятся, их называет «parallax verify»; от удалённого остаются хеш, день и причина.
sources-outlets = Все издания
sources-watched = Ленты под наблюдением
sources-none = Лент под наблюдением нет. «parallax watch» сам опрашивает ленты, карты сайтов и главные страницы.
sources-count = { $count ->
    [one] { $count } лента
    [few] { $count } ленты
   *[many] { $count } лент
}
source-fails = ошибка
source-well = отвечает
source-asked = опрошена
source-due = следующий опрос
source-failures = { $count ->
    [one] { $count } раз подряд
    [few] { $count } раза подряд
   *[many] { $count } раз подряд
}

## How this was made

made-lead = Parallax читает страницы многих изданий, собирает вместе те, что говорят об одном событии, и ставит рядом то, что они сообщают. Сюжеты никто не отбирал, и ни одного предложения не написала модель.
made-promise-words = Каждое предложение — слова самого издания. От него ведёт ссылка к материалу, а от материала — к сохранённым байтам.
made-promise-same = Одни и те же копии дают одни и те же страницы, байт в байт, на любой машине.
made-promise-careful = Ошибочно соединить две версии или показать расхождение там, где его нет, считается хуже, чем что-то упустить.
made-steps = Как это получается
made-extract = Чтение
made-extract-what = Заголовок, автор, дата и текст отделяются от оформления страницы; отброшенное хранится с указанием вида.
made-analyse = Разметка
made-analyse-what = В тексте отмечаются предложения, имена, цитаты с теми, кто их сказал, даты и числа.
made-group = Сюжеты
made-group-what = Материалы об одном событии соединяются по именам, числам, словам и смыслу, на любом языке.
made-origins = Независимые источники
made-origins-what = Перепечатки одного текста и все, кто печатает одно сообщение агентства, считаются одним источником. Согласие считается по источникам, а не по изданиям.
made-compare = Сравнение
made-compare-what = Утверждения об одном и том же соединяются; расхождения в числах, датах, именах и отрицаниях показываются, каждый вид под своим названием.
made-show = Молчание
made-show-what = О том, что источник чего-то не сообщает, говорится лишь тогда, когда его материал вышел уже после первой публикации.
made-measured = Насколько часто это верно
made-measured-what = Измерено на сюжетах, размеченных вручную, под которые ничего не подгонялось. Сто процентов означали бы, что ошибок нет.
made-measure = Что
made-figure = Верно
measure-body = Текст материалов
measure-headline = Заголовки, до буквы
measure-quotations = Найденные цитаты
measure-speakers = Верно названные авторы слов
measure-grouping-precision = Соединённые материалы, которые и должны быть вместе
measure-grouping-recall = Материалы, которые должны быть вместе и соединены
measure-claims = Соединённые утверждения, которые об одном и том же
measure-differences-precision = Показанные расхождения, которые действительно расхождения
measure-differences-recall = Найденные расхождения
measure-copies = Распознанные перепечатки
made-limits = Чего Parallax не умеет
made-limit-languages = На некоторых языках сравниваются только слова, но не смысл; о том, что не удалось сравнить, так и сказано.
made-limit-absence = «Не сообщает» относится к сохранённым материалам. Издание могло сообщить об этом в другом месте.
made-limit-first = «Первым» — среди сохранённого, по времени, которое указывают издания.
made-limit-conflicts = В обычных новостях противоречием бывает лишь около половины того, что так названо. Фразы приведены рядом, чтобы судить самим.
made-limit-names = Двое с одним именем здесь — один человек.
made-limit-times = Время без часового пояса считается временем издания, если оно известно, иначе всемирным.
made-limit-truth = Здесь говорится, кто что сообщает. Кто прав — не говорится.
made-sources = Откуда берутся материалы
made-run = Это состояние
made-program = Программа
made-tables = Правила и таблицы
made-encoder = Кодировщик смысла
made-state = Состояние архива

## Settings

settings-language = Язык
settings-language-what = Язык кнопок и подписей. Написанное изданиями остаётся на своём языке.
settings-language-browser = как просит браузер
settings-theme = Цвета
theme-system = как в системе
theme-light = тёмное на светлом
theme-dark = светлое на тёмном
settings-keys = Клавиши
settings-keys-what = Команды одной буквой: j, k, o, / и другие. Их список открывает вопросительный знак.
settings-on = включены
settings-off = отключены
settings-save = Сохранить
settings-cookie = Эти настройки хранятся в одном файле cookie. Других нет, и никому больше ничего не отправляется.
