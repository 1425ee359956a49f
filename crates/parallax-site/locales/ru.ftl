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

## Charts

chart-figures = Данные
chart-rows-more = { $count ->
    [one] ещё { $count } строка
    [few] ещё { $count } строки
   *[many] ещё { $count } строк
}
chart-universal = Время всемирное (UTC).
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
chart-quantities = Как менялась цифра
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
latest-article = Последний материал
latest-revision = Изменено
filters = Фильтры
filter-topic = Тема
filter-language = Язык
filter-place = Упомянутое место
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
