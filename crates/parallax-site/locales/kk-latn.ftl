# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.

## Counts

count-articles = { $count } maqala
count-outlets = { $count } basylym
count-origins = { $count } täuelsız derekköz
count-stories = { $count } siujet

## Times

as-of = Uaqyty: { $moment }
