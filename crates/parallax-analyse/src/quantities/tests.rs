//! What numbers count, and how exactly.

use super::quantities;
use crate::timexes::{tests::article, timexes};
use parallax_model::Bound;
use proptest::prelude::*;

/// Each expectation is `words | value | unit | counted`, the value after its bound.
#[track_caller]
fn check(language: &str, text: &str, expected: &[&str]) {
    let article = article(language, Some("2026-02-04"), text);
    let dates = timexes(&article, &[]);
    let found: Vec<String> = quantities(&article, &[], &dates)
        .iter()
        .map(|one| {
            let number = |milli: i128| match milli % 1000 {
                0 => (milli / 1000).to_string(),
                rest => format!("{}.{rest:03}", milli / 1000),
            };
            let upper = one.upper.map_or(String::new(), |upper| format!("..{}", number(upper)));
            let about = match one.bound {
                Bound::Exactly => "",
                Bound::About => "~",
                Bound::Nearly => "~<",
                Bound::JustOver => "~>",
                Bound::AtLeast => ">=",
                Bound::MoreThan => ">",
                Bound::AtMost => "<=",
                Bound::LessThan => "<",
            };
            let words = article.words(one.span);
            format!(
                "{words} | {about}{}{upper} | {} | {}",
                number(one.milli),
                one.unit,
                one.counted
            )
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn two_ends_are_one_range() {
    check("en", "Between 20 and 30 officers came.", &["20 and 30 | 20..30 |  | offic"]);
    check("ru", "Ранены от 20 до 30 сотрудников.", &["от 20 до 30 | 20..30 |  | сотрудник"]);
    check("en", "It grew from 20 to 30 officers.", &["20 | 20 |  | ", "30 | 30 |  | offic"]);
    check("ru", "Сгорело более 5 тыс. домов.", &["более 5 тыс | >5000 |  | дом"]);
}

#[test]
fn people_and_things_are_counted() {
    check("en", "The ship and its 17 crew sank.", &["17 | 17 |  | crew"]);
    check("en", "A boat with 23 people on board.", &["23 | 23 |  | peopl"]);
    check("en", "It means 2,300 job losses.", &["2,300 | 2300 |  | job"]);
    check("en", "It will cut 2,300 jobs.", &["2,300 | 2300 |  | job"]);
    check("en", "Three of the victims were young.", &["Three | 3 |  | victim"]);
    check("en", "It sailed with a crew of 19.", &["19 | 19 |  | crew"]);
    check("en", "They met 87 other people.", &["87 | 87 |  | peopl"]);
    check("en", "A magnitude 5.4 quake.", &["5.4 | 5.400 |  | magnitud"]);
}

#[test]
fn units_and_money_are_named() {
    check("en", "They spoke for nearly two hours.", &["nearly two hours | ~<2 | hour | "]);
    check("en", "It paid about €1.2bn.", &["about €1.2bn | ~1200000000 | euro | "]);
    check("en", "It rose to 3.25%.", &["3.25% | 3.250 | percent | "]);
    check("en", "Cut by 50 basis points.", &["50 basis points | 50 | basis point | "]);
    check(
        "en",
        "It fell by a quarter of a percentage point.",
        &["a quarter of a percentage point | 0.250 | percentage point | "],
    );
    check(
        "en",
        "They landed 1.2m tonnes of herring.",
        &["1.2m tonnes | 1200000 | tonne | herring"],
    );
    check(
        "en",
        "It cost US$40 or 70 billion Kenyan shillings.",
        &["US$40 | 40 | dollar | ", "70 billion Kenyan shillings | 70000000000 | shilling | "],
    );
}

#[test]
fn a_range_is_one_amount_and_a_change_two() {
    check("en", "It takes two to three weeks.", &["two to three weeks | 2..3 | week | "]);
    check(
        "en",
        "It costs 2 to 3 million euros.",
        &["2 to 3 million euros | 2000000..3000000 | euro | "],
    );
    check("en", "It rose from 35 to 50 euros.", &["35 | 35 |  | ", "50 euros | 50 | euro | "]);
    check("en", "They won 5-2.", &["5 | 5 |  | ", "2 | 2 |  | "]);
}

#[test]
fn words_around_a_number_bound_it() {
    check("en", "At least 20 lorries burnt.", &["At least 20 | >=20 |  | lorri"]);
    check("en", "No fewer than 20 lorries burnt.", &["No fewer than 20 | >=20 |  | lorri"]);
    check("en", "More than 20 lorries burnt.", &["More than 20 | >20 |  | lorri"]);
    check("en", "As many as 20 lorries burnt.", &["As many as 20 | <=20 |  | lorri"]);
    check("en", "Up to about 20 lorries burnt.", &["Up to about 20 | <=20 |  | lorri"]);
    check("en", "Fewer than 20 lorries burnt.", &["Fewer than 20 | <20 |  | lorri"]);
    check("en", "Just over 20 lorries burnt.", &["Just over 20 | ~>20 |  | lorri"]);
    check("en", "Some 20 lorries burnt.", &["Some 20 | ~20 |  | lorri"]);
    check("en", "There were 20 or more lorries.", &["20 or more | >=20 |  | lorri"]);
    check(
        "en",
        "There were 20-plus lorries and 30+ cars.",
        &["20-plus | >=20 |  | lorri", "30+ | >=30 |  | car"],
    );
    check("en", "It is 20 km or more away.", &["20 km or more | >=20 | kilometre | "]);
    check("en", "It took 20 minutes or so.", &["20 minutes or so | ~20 | minute | "]);
    check("en", "More than 10 to 12 boats came.", &["More than 10 to 12 | >10..12 |  | boat"]);
}

#[test]
fn bounds_are_read_in_other_languages() {
    check("ru", "Погибли не менее 20 человек.", &["не менее 20 | >=20 |  | человек"]);
    check("ru", "Погибли до 20 человек.", &["до 20 | <=20 |  | человек"]);
    check("ru", "Ранены менее 20 человек.", &["менее 20 | <20 |  | человек"]);
    check("ru", "Доход вырос с 10 до 20 рублей.", &["10 | 10 |  | ", "20 рублей | 20 | rouble | "]);
    check("es", "Hay al menos 20 heridos.", &["al menos 20 | >=20 |  | her"]);
    check("es", "Hay más de 20 heridos.", &["más de 20 | >20 |  | her"]);
    check(
        "es",
        "Hay unos 20 heridos o hasta 30.",
        &["unos 20 | ~20 |  | her", "hasta 30 | <=30 |  | "],
    );
    check("de", "Mindestens 20 Boote sanken.", &["Mindestens 20 | >=20 |  | boote"]);
    check("de", "Es gab 20 neue Boote.", &["20 | 20 |  | boote"]);
    check("de", "Es kostet knapp 20 Euro.", &["knapp 20 Euro | ~<20 | euro | "]);
    check("de", "Bis zu 20 Boote sanken.", &["Bis zu 20 | <=20 |  | boote"]);
    check("fr", "Au moins 20 bateaux ont coulé.", &["Au moins 20 | >=20 |  | bateaux"]);
    check("fr", "Près de 20 bateaux ont coulé.", &["Près de 20 | ~<20 |  | bateaux"]);
    check("fr", "Moins de 20 bateaux ont coulé.", &["Moins de 20 | <20 |  | bateaux"]);
    check("kk-Cyrl", "Кемінде 20 адам келді.", &["Кемінде 20 | >=20 |  | адам"]);
    check("kk-Cyrl", "Жиынға 200-ден астам адам келді.", &["200-ден астам | >200 |  | адам"]);
    check("kk-Cyrl", "Жиынға 200-ге жуық адам келді.", &["200-ге жуық | ~<200 |  | адам"]);
    check("zh", "至少20人死亡。", &["至少20 | >=20 |  | 人"]);
    check("zh", "超过20人死亡。", &["超过20 | >20 |  | 人"]);
    check("zh", "20名工人和3艘渔船", &["20 | 20 |  | 人", "3 | 3 |  | 船"]);
    check("zh", "有20多人死亡。", &["20多 | >20 |  | 人"]);
    check("zh", "有200人以上死亡。", &["200人以上 | >=200 |  | 人"]);
    check("zh", "不到20人死亡，近30人受伤。", &["不到20 | <20 |  | 人", "近30 | ~<30 |  | 人"]);
}

#[test]
fn one_amount_is_one_in_every_language() {
    check("en", "It cost €1.2bn.", &["€1.2bn | 1200000000 | euro | "]);
    check("en", "It cost 1,200 million euros.", &["1,200 million euros | 1200000000 | euro | "]);
    check("ru", "Это стоит 1,2 млрд евро.", &["1,2 млрд евро | 1200000000 | euro | "]);
    check(
        "es",
        "Costó 1.200 millones de euros.",
        &["1.200 millones de euros | 1200000000 | euro | "],
    );
    check("de", "Es kostet 1,2 Milliarden Euro.", &["1,2 Milliarden Euro | 1200000000 | euro | "]);
    check("fr", "Il coûte 1,2 milliard d'euros.", &["1,2 milliard d'euros | 1200000000 | euro | "]);
    check("fr", "Il y a 2 millions d'habitants.", &["2 millions | 2000000 |  | habitants"]);
    check("kk-Cyrl", "Ол 1,2 млрд теңге тұрады.", &["1,2 млрд теңге | 1200000000 | tenge | "]);
    check("zh", "造价12亿欧元。", &["12亿欧元 | 1200000000 | euro | "]);
}

#[test]
fn ages_hours_and_vague_shares_count_nothing() {
    check("en", "Ms Hill, 22, studies rivers.", &[]);
    check("en", "The 36-year-old driver and a man aged 45 to 50.", &[]);
    check("en", "The boy, 9, was hurt at the age of 8.", &[]);
    check(
        "en",
        "They took 21, 36 and 40 people.",
        &["21 | 21 |  | ", "36 | 36 |  | ", "40 | 40 |  | peopl"],
    );
    check("en", "The boy is 12 years old.", &[]);
    check("ru", "Пострадал 36-летний водитель.", &[]);
    check("en", "It left at six in the morning, due at ten.", &[]);
    check("en", "It came at ten o'clock.", &[]);
    check("en", "The toll stood at seven.", &["seven | 7 |  | "]);
    check("en", "Police raided homes at 7 sites.", &["7 | 7 |  | site"]);
    check("en", "He asked for half of what it cost.", &[]);
}

#[test]
fn shares_say_of_what() {
    check("en", "Half of the lorries stayed.", &["Half | 0.500 |  | lorri"]);
    check(
        "en",
        "Half of Osk's 400 lorries stayed.",
        &["Half | 0.500 |  | lorri", "400 | 400 |  | lorri"],
    );
    check("en", "A third of residents left.", &["A third | 0.333 |  | resid"]);
    check("en", "Two thirds of the town's homes burnt.", &["Two thirds | 0.666 |  | home"]);
    check("en", "Three quarters of all drivers agreed.", &["Three quarters | 0.750 |  | driver"]);
    check("ru", "Половина домов осталась без света.", &["Половина | 0.500 |  | дом"]);
}

#[test]
fn days_without_a_year_to_belong_to_are_no_amounts() {
    let article = article("en", None, "The council met on October 30 and on 3 March.");
    assert_eq!(quantities(&article, &[], &timexes(&article, &[])), []);
}

#[test]
fn dates_are_no_amounts() {
    check("en", "On February 3, 2026, in 2018 and at 6:35 a.m.", &[]);
}

#[test]
fn russian_and_spanish_amounts_are_read() {
    check("ru", "Погибли около 250 человек.", &["около 250 | ~250 |  | человек"]);
    check("ru", "Без света 95 тысяч домов.", &["95 тысяч | 95000 |  | дом"]);
    check("ru", "Переговоры шли почти два часа.", &["почти два часа | ~<2 | hour | "]);
    check("es", "Hay 61 heridos.", &["61 | 61 |  | her"]);
    check(
        "es",
        "Costará 2.300 millones de pesos.",
        &["2.300 millones de pesos | 2300000000 | peso | "],
    );
}

proptest! {
    #[test]
    fn any_text_is_read(text in "[\\PC\n]{0,80}") {
        let article = article("en", Some("2026-02-04"), &text);
        let dates = timexes(&article, &[]);
        for one in quantities(&article, &[], &dates) {
            prop_assert!(one.span.contains(one.number));
        }
    }
}
