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

## Times

as-of = { $moment } ҳолатига кўра
