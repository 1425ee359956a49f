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

## Times

as-of = По состоянию на { $moment }
