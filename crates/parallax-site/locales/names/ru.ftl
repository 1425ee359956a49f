# Names and forms that are not ours to choose.
# Dates, months, weekdays, languages and scripts: after CLDR 47 (Unicode licence). Topics: the top level of the IPTC Media Topics (CC BY 4.0); the Russian names are ours.

## Dates

date-day = { $day } { $month } { $year }
date-short = { $day } { $month }
date-full = { $weekday }, { $day }
date-month = { $month } { $year }
date-year = { $year }
moment = { $day }, { $clock } UTC
moment-clock = { $clock } UTC
length-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
}
length-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
length-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}

## Months within a date, alone, and short

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь
month-short-1 = янв.
month-short-2 = февр.
month-short-3 = мар.
month-short-4 = апр.
month-short-5 = мая
month-short-6 = июн.
month-short-7 = июл.
month-short-8 = авг.
month-short-9 = сент.
month-short-10 = окт.
month-short-11 = нояб.
month-short-12 = дек.

## Days of the week, from Monday

weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье

## Topics

topic-01000000 = Культура и СМИ
topic-02000000 = Криминал и право
topic-03000000 = Катастрофы и происшествия
topic-04000000 = Экономика
topic-05000000 = Образование
topic-06000000 = Экология
topic-07000000 = Здоровье
topic-08000000 = Человек и судьба
topic-09000000 = Труд
topic-10000000 = Образ жизни
topic-11000000 = Политика
topic-12000000 = Религия
topic-13000000 = Наука и технологии
topic-14000000 = Общество
topic-15000000 = Спорт
topic-16000000 = Войны и конфликты
topic-17000000 = Погода

## Languages and scripts

language-af = африкаанс
language-am = амхарский
language-ar = арабский
language-az = азербайджанский
language-ba = башкирский
language-be = белорусский
language-bg = болгарский
language-bn = бенгальский
language-bs = боснийский
language-ca = каталанский
language-cs = чешский
language-cy = валлийский
language-da = датский
language-de = немецкий
language-el = греческий
language-en = английский
language-eo = эсперанто
language-es = испанский
language-et = эстонский
language-eu = баскский
language-fa = персидский
language-fi = финский
language-fr = французский
language-ga = ирландский
language-gl = галисийский
language-gu = гуджарати
language-ha = хауса
language-he = иврит
language-hi = хинди
language-hr = хорватский
language-hu = венгерский
language-hy = армянский
language-id = индонезийский
language-is = исландский
language-it = итальянский
language-ja = японский
language-ka = грузинский
language-kk = казахский
language-km = кхмерский
language-kn = каннада
language-ko = корейский
language-ku = курдский
language-ky = киргизский
language-la = латинский
language-lb = люксембургский
language-lo = лаосский
language-lt = литовский
language-lv = латышский
language-mk = македонский
language-ml = малаялам
language-mn = монгольский
language-mr = маратхи
language-ms = малайский
language-mt = мальтийский
language-my = бирманский
language-nb = норвежский (букмол)
language-ne = непальский
language-nl = нидерландский
language-nn = норвежский (нюнорск)
language-no = норвежский
language-or = ория
language-pa = панджаби
language-pl = польский
language-ps = пушту
language-pt = португальский
language-ro = румынский
language-ru = русский
language-si = сингальский
language-sk = словацкий
language-sl = словенский
language-so = сомалийский
language-sq = албанский
language-sr = сербский
language-sv = шведский
language-sw = суахили
language-ta = тамильский
language-te = телугу
language-tg = таджикский
language-th = тайский
language-tk = туркменский
language-tl = тагальский
language-tr = турецкий
language-tt = татарский
language-ug = уйгурский
language-uk = украинский
language-ur = урду
language-uz = узбекский
language-vi = вьетнамский
language-yi = идиш
language-zh = китайский
language-zu = зулу
script-arab = арабское письмо
script-cyrl = кириллица
script-hans = упрощённое письмо
script-hant = традиционное письмо
script-latn = латиница
language-und = язык не определён
