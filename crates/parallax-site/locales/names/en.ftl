# Names and forms that are not ours to choose.
# Dates, months, weekdays, languages and scripts: after CLDR 47 (Unicode licence), days before months as in en-GB.
# Topics: the top level of the IPTC Media Topics (CC BY 4.0), shortened to what fits a row of links.

## Dates

date-day = { $day } { $month } { $year }
date-short = { $day } { $month }
date-full = { $weekday }, { $day }
date-month = { $month } { $year }
date-year = { $year }
moment = { $day }, { $clock } UTC
moment-local = { $day }, { $clock }
moment-clock = { $clock } UTC
length-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
length-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
length-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

## Months within a date, alone, and short

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sept
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Days of the week, from Monday

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

## Topics

topic-01000000 = Culture and media
topic-02000000 = Crime and justice
topic-03000000 = Disasters and accidents
topic-04000000 = Economy
topic-05000000 = Education
topic-06000000 = Environment
topic-07000000 = Health
topic-08000000 = Human interest
topic-09000000 = Labour
topic-10000000 = Lifestyle
topic-11000000 = Politics
topic-12000000 = Religion
topic-13000000 = Science and technology
topic-14000000 = Society
topic-15000000 = Sport
topic-16000000 = Conflict and war
topic-17000000 = Weather

## Languages and scripts

language-af = Afrikaans
language-am = Amharic
language-ar = Arabic
language-az = Azerbaijani
language-ba = Bashkir
language-be = Belarusian
language-bg = Bulgarian
language-bn = Bengali
language-bs = Bosnian
language-ca = Catalan
language-cs = Czech
language-cy = Welsh
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-eo = Esperanto
language-es = Spanish
language-et = Estonian
language-eu = Basque
language-fa = Persian
language-fi = Finnish
language-fr = French
language-ga = Irish
language-gl = Galician
language-gu = Gujarati
language-ha = Hausa
language-he = Hebrew
language-hi = Hindi
language-hr = Croatian
language-hu = Hungarian
language-hy = Armenian
language-id = Indonesian
language-is = Icelandic
language-it = Italian
language-ja = Japanese
language-ka = Georgian
language-kk = Kazakh
language-km = Khmer
language-kn = Kannada
language-ko = Korean
language-ku = Kurdish
language-ky = Kyrgyz
language-la = Latin
language-lb = Luxembourgish
language-lo = Lao
language-lt = Lithuanian
language-lv = Latvian
language-mk = Macedonian
language-ml = Malayalam
language-mn = Mongolian
language-mr = Marathi
language-ms = Malay
language-mt = Maltese
language-my = Burmese
language-nb = Norwegian Bokmål
language-ne = Nepali
language-nl = Dutch
language-nn = Norwegian Nynorsk
language-no = Norwegian
language-or = Odia
language-pa = Punjabi
language-pl = Polish
language-ps = Pashto
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-si = Sinhala
language-sk = Slovak
language-sl = Slovenian
language-so = Somali
language-sq = Albanian
language-sr = Serbian
language-sv = Swedish
language-sw = Swahili
language-ta = Tamil
language-te = Telugu
language-tg = Tajik
language-th = Thai
language-tk = Turkmen
language-tl = Tagalog
language-tr = Turkish
language-tt = Tatar
language-ug = Uyghur
language-uk = Ukrainian
language-ur = Urdu
language-uz = Uzbek
language-vi = Vietnamese
language-yi = Yiddish
language-zh = Chinese
language-zu = Zulu
script-arab = Arabic script
script-cyrl = Cyrillic
script-hans = simplified
script-hant = traditional
script-latn = Latin script
language-und = language not known
