//! Whatever is drawn is well-formed, lies within and takes nothing foreign for markup.

use super::well_formed::fault;
use jiff::Timestamp;
use parallax_site::{
    Tongue, Words,
    charts::{
        Coverage, Figure, Name, Teller, Told, When, coverage, first_to_report, lanes, quantities,
        sparkline,
    },
};
use proptest::{collection::vec, prelude::*};

/// Any moment there is, and often some that are close to each other.
fn moments() -> impl Strategy<Value = Vec<Timestamp>> {
    let any = Timestamp::MIN.as_second()..=Timestamp::MAX.as_second();
    let close = 1_800_000_000_i64..1_800_200_000;
    let moment = prop_oneof![1 => any, 4 => close]
        .prop_map(|second| Timestamp::from_second(second).expect("within what there is"));
    vec(moment, 0..40)
}

fn words() -> impl Strategy<Value = &'static Words> {
    (0..Tongue::ALL.len()).prop_map(|nth| Words::of(Tongue::ALL[nth]))
}

/// Every chart of the same values.
fn all(words: &Words, moments: &[Timestamp], name: &str, milli: i128) -> Vec<String> {
    let name = Name { text: name, language: Some(name), address: Some(name) };
    let names = [name; 9];
    let other = |nth: usize| moments[(nth * 7 + 3) % moments.len()];
    let when = |nth: usize| match nth % 3 {
        0 => When::between(moments[nth].min(other(nth)), moments[nth].max(other(nth))),
        _ => When::at(moments[nth]),
    };
    let numbered = |nth: usize| (when(nth), nth % 10);
    let articles: Vec<(When, usize)> = (0..moments.len()).map(numbered).collect();
    let tellers: Vec<Teller<'_>> =
        articles.iter().map(|&(first, nth)| Teller { name, first, claims: nth as u64 }).collect();
    let told: Vec<Told<'_>> = articles
        .iter()
        .zip(moments.iter().rev())
        .map(|(&(reported, nth), &other)| Told {
            words: name,
            happened: (other, if nth % 2 == 0 { other } else { reported.to }),
            when: name.text,
            inferred: nth % 3 == 0,
            reported,
            tellers: nth,
        })
        .collect();
    let figures: Vec<Figure<'_>> = articles
        .iter()
        .map(|&(at, outlet)| Figure {
            outlet,
            at,
            milli: milli.saturating_mul(outlet as i128 - 3),
            said: name,
        })
        .collect();
    vec![
        sparkline(words, moments),
        coverage(words, Coverage { groups: &names, articles: &articles }),
        first_to_report(words, &tellers),
        lanes(words, &told),
        quantities(words, name, &names, &figures),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_values_are_drawn_well(words in words(), moments in moments(), name in any::<String>(), milli in any::<i128>()) {
        for chart in all(words, &moments, &name, milli) {
            let fault = fault(&chart);
            prop_assert!(fault.is_none(), "{fault:?} in {chart}");
        }
    }
}

#[test]
fn no_values_are_no_chart() {
    for chart in all(Words::of(Tongue::English), &[], "", 0) {
        assert_eq!(chart, "");
    }
}

#[test]
fn a_thousand_values_are_no_thousand_marks() {
    let moments: Vec<Timestamp> = (0..1_000)
        .map(|nth| Timestamp::from_second(1_800_000_000 + nth * 977).expect("a moment"))
        .collect();
    for chart in all(Words::of(Tongue::Russian), &moments, "Ведомости", 41_000) {
        assert_eq!(fault(&chart), None);
        let marks = chart.matches("<circle").count() + chart.matches("<rect").count();
        assert!(marks < 500, "{marks} marks");
        assert!(chart.len() < 200_000, "{} bytes", chart.len());
    }
}
