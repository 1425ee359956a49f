# Сайт сўзлари. Ҳар саҳифага бир бўлим, тартиби en.ftl дагидек.
#
# Луғат: outlet — нашр; article — мақола; story — сюжет; account — нашр баёни; origin — мустақил манба
# (кўчирмалари билан бирга бир хабар); claim — даъво; quotation — иқтибос, speaker — сўзловчи.
# Саноқдан кейин кўплик қўшимчаси қўшилмайди, шунинг учун one ва other бир хил.

## Counts

count-articles = { $count } мақола
count-outlets = { $count } нашр
count-origins = { $count } мустақил манба
count-stories = { $count } сюжет

## Charts

chart-figures = Маълумотлар
chart-rows-more = яна { $count } қатор
chart-universal = Вақт UTC бўйича.
chart-when = Қачон
chart-others = Бошқалар
chart-outlet = Нашр
chart-coverage = Мақолалар вақт бўйича
chart-busiest = Энг кўп мақола: { $count }, { $when }
chart-first = Ким биринчи хабар берди
chart-is-first = биринчи
chart-later = { $length } кеч
chart-claims-first = { $count } маълумотни биринчи бўлиб ёзган
chart-origin = Мустақил манба
chart-first-article = Илк мақола
chart-first-claims = Биринчи ёзгани
chart-lanes = Қачон бўлди, қачон хабар қилинди
chart-lanes-means = Ҳар бир рақам икки марта туради: юқорида — воқеа вақти, пастда — илк хабар вақти.
chart-happened = Юз берган вақти
chart-reported = Илк хабар
chart-moment = аниқ вақт
chart-stretch = бир кун ёки узоқроқ
chart-inferred = матндан келиб чиққан
chart-beyond = анча олдин ёки кейин
chart-number = №
chart-what = Нима бўлди
chart-quantities = Рақам қандай ўзгарди
chart-first-and-last = Аввал { $first }, охирида { $last }
chart-figure = Рақам
chart-said = Матнда

## Times

as-of = { $moment } ҳолатига кўра
