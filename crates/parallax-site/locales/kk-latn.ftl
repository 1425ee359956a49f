# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.

## Counts

count-articles = { $count } maqala
count-outlets = { $count } basylym
count-origins = { $count } täuelsız derekköz
count-stories = { $count } siujet

## Charts

chart-figures = Derekter
chart-rows-more = tağy { $count } jol
chart-universal = Uaqyt UTC boiynşa.
chart-when = Qaşan
chart-others = Basqalary
chart-outlet = Basylym
chart-coverage = Jariialanym uaqyty
chart-busiest = Eñ köp maqala: { $count }, { $when }
chart-first = Kım bırınşı habarlady
chart-is-first = bırınşı
chart-later = { $length } keş
chart-claims-first = { $count } mälımettı bırınşı bolyp jazdy
chart-origin = Täuelsız derekköz
chart-first-article = Alğaşqy maqala
chart-first-claims = Bırınşı jazğany
chart-lanes = Qaşan boldy, qaşan habarlandy
chart-lanes-means = Är nömır ekı ret tūrady: joğaryda — oqiğa uaqyty, tömende — alğaşqy habar uaqyty.
chart-happened = Bolğan uaqyty
chart-reported = Alğaşqy habar
chart-moment = naqty uaqyt
chart-stretch = bır kün ne odan ūzaq
chart-inferred = mätınnen şyğarylğan
chart-beyond = äldeqaida būryn ne keiın
chart-number = №
chart-what = Ne boldy
chart-quantities = San qalai özgerdı
chart-first-and-last = Bastapqy san: { $first }, soñğysy: { $last }
chart-figure = San
chart-said = Mätınde

## Times

as-of = Uaqyty: { $moment }
