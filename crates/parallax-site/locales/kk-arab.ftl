# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.

## Counts

count-articles = { $count } ماقالا
count-outlets = { $count } باسىلىم
count-origins = { $count } تاۋەلسىز دەرەككوز
count-stories = { $count } سيۋجەت

## Times

as-of = ۋاقىتى: { $moment }
