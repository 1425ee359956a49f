# Что говорит сайт. Раздел на страницу, порядок как в en.ftl.
#
# Словарик: outlet — издание; article — материал; story — сюжет; account — версия издания; origin — независимый
# источник (независимое сообщение вместе с его перепечатками); claim — утверждение; quotation — цитата, speaker — кто сказал.

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
