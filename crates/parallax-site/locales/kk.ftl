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

## Times

as-of = Уақыты: { $moment }
