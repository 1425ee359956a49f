# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.

## Counts

count-articles = { $count } ماقالا
count-outlets = { $count } باسىلىم
count-origins = { $count } تاۋەلسىز دەرەككوز
count-stories = { $count } سيۋجەت

## Charts

chart-figures = دەرەكتەر
chart-rows-more = تاعى { $count } جول
chart-universal = ۋاقىت UTC بويىنشا.
chart-when = قاشان
chart-others = باسقالارى
chart-outlet = باسىلىم
chart-coverage = جارييالانىم ۋاقىتى
chart-busiest = ەڭ كوپ ماقالا: { $count }، { $when }
chart-first = كىم ٴبىرىنشى حابارلادى
chart-is-first = ٴبىرىنشى
chart-later = { $length } كەش
chart-claims-first = { $count } مالىمەتتى ٴبىرىنشى بولىپ جازدى
chart-origin = تاۋەلسىز دەرەككوز
chart-first-article = العاشقى ماقالا
chart-first-claims = ٴبىرىنشى جازعانى
chart-lanes = قاشان بولدى، قاشان حابارلاندى
chart-lanes-means = ٴار ٴنومىر ەكى رەت تۇرادى: جوعارىدا — وقيعا ۋاقىتى، تومەندە — العاشقى حابار ۋاقىتى.
chart-happened = بولعان ۋاقىتى
chart-reported = العاشقى حابار
chart-moment = ناقتى ۋاقىت
chart-stretch = ٴبىر كۇن نە ودان ۇزاق
chart-inferred = ماتىننەن شىعارىلعان
chart-beyond = الدەقايدا بۇرىن نە كەيىن
chart-number = №
chart-what = نە بولدى
chart-quantities = سان قالاي وزگەردى
chart-first-and-last = باستاپقى سان: { $first }، سوڭعىسى: { $last }
chart-figure = سان
chart-said = ماتىندە

## Times

as-of = ۋاقىتى: { $moment }
