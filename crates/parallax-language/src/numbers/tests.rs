//! What numbers read as, by language.

use super::{base_unit, numbers, unit};
use crate::Language;
use proptest::prelude::*;

#[track_caller]
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    let language = Language::of_tag(language).unwrap();
    let found: Vec<(String, String)> = numbers(text, language)
        .iter()
        .map(|number| {
            let (whole, rest) = (number.milli / 1000, number.milli % 1000);
            let value = if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}") };
            (text.get(number.range.clone()).unwrap().to_owned(), value)
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn figures_take_separators_and_scales() {
    check("en", "2,300 jobs", &[("2,300", "2300")]);
    check("en", "at 3.25%", &[("3.25", "3.250")]);
    check("en", "7,100 million euros", &[("7,100 million", "7100000000")]);
    check("en", "€150m a year", &[("150m", "150000000")]);
    check("en", "1.2m tonnes", &[("1.2m", "1200000")]);
    check("en", "1.2bn", &[("1.2bn", "1200000000")]);
    check("en", "5 crore rupees", &[("5 crore", "50000000")]);
    check("en", "10 000 people", &[("10 000", "10000")]);
    check("en", "3 1/4 per cent", &[("3 1/4", "3.250")]);
    check("en", "3½ hours", &[("3½", "3.500")]);
    check("en", "a 12km walk", &[("12", "12")]);
    check("en", "1,234,567.89", &[("1,234,567.89", "1234567.890")]);
    check("en", "10.02.2026", &[]);
}

#[test]
fn metres_are_not_millions() {
    check("en", "the 100m freestyle", &[("100", "100")]);
    check("en", "the 100 m freestyle", &[("100", "100")]);
}

#[test]
fn other_languages_write_decimals_with_a_comma() {
    check("ru", "1,2 млрд рублей", &[("1,2 млрд", "1200000000")]);
    check("ru", "670 тыс. человек", &[("670 тыс", "670000")]);
    check("ru", "1 200 домов", &[("1 200", "1200")]);
    check("es", "2.300 millones de pesos", &[("2.300 millones", "2300000000")]);
    check("es", "3 mil millones", &[("3 mil millones", "3000000000")]);
    check("es", "magnitud 5,4", &[("5,4", "5.400")]);
    check("de", "2.500 Tonnen", &[("2.500", "2500")]);
    check("zh", "3.5万人", &[("3.5万", "35000")]);
}

#[test]
fn english_words_are_numbers() {
    check("en", "forty-one sailors", &[("forty-one", "41")]);
    check("en", "a dozen officers and two dozen cars", &[("a dozen", "12"), ("two dozen", "24")]);
    check("en", "one hundred and five", &[("one hundred and five", "105")]);
    check("en", "two hundred thousand", &[("two hundred thousand", "200000")]);
    check("en", "half a million", &[("half a million", "500000")]);
    check("en", "six and a half years", &[("six and a half", "6.500")]);
    check("en", "two and a half million", &[("two and a half million", "2500000")]);
    check("en", "three fifths of it", &[("three fifths", "0.600")]);
    check("en", "two-thirds", &[("two-thirds", "0.666")]);
    check("en", "about a third.", &[("a third", "0.333")]);
    check("en", "a third man was held", &[]);
    check("en", "No one came", &[]);
    check("en", "nineteen ninety-six", &[("nineteen", "19"), ("ninety-six", "96")]);
}

#[test]
fn russian_and_spanish_words_are_numbers() {
    check("ru", "двадцать один человек", &[("двадцать один", "21")]);
    check("ru", "семи человек", &[("семи", "7")]);
    check("ru", "полтора миллиона", &[("полтора миллиона", "1500000")]);
    check("ru", "два с половиной часа", &[("два с половиной", "2.500")]);
    check("es", "treinta y un muertos", &[("treinta", "30")]);
    check("es", "treinta y dos heridos", &[("treinta y dos", "32")]);
    check("es", "un millón de casas", &[("un millón", "1000000")]);
}

#[test]
fn names_times_and_ordinals_hold_no_numbers() {
    check("en", "F-16 jets, COVID-19, the 21st at 6:35 in the 1980s", &[]);
    check("en", "won 5-2", &[("5", "5"), ("2", "2")]);
    check("en", "123456789012345678901234567890", &[]);
}

#[test]
fn units_convert_within_their_family() {
    let minutes = |name: &str| base_unit(name).unwrap().1 / 60_000;
    assert_eq!((minutes("hour"), minutes("day")), (60, 1440));
    assert_eq!(unit(Language::ENGLISH, &["percentage", "points"]), Some(("percentage point", 2)));
    assert_eq!(base_unit("mile"), Some(("metre", 1_609_344)));
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        let mut last = 0;
        for number in numbers(&text, Language::ENGLISH) {
            prop_assert!(last <= number.range.start && number.range.start < number.range.end);
            prop_assert!(text.get(number.range.clone()).is_some());
            last = number.range.end;
        }
    }

    #[test]
    fn any_run_of_number_words_is_read(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "one", "a", "half", "and", "million", "trillion", "hundred", "dozen", "thirds",
                "third", "99", "1/4", "1.2m", "forty", "-", "999999999999999999",
            ]),
            0..30,
        ),
    ) {
        let text = words.join(" ");
        for number in numbers(&text, Language::ENGLISH) {
            prop_assert!(text.get(number.range).is_some());
        }
    }
}
