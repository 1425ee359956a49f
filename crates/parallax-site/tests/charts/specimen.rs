//! One invented story drawn in every language: goldens in English and in Kazakh in Arabic letters, and
//! a page to look at in `target/tmp/charts-*.html`.

use expect_test::expect_file;
use jiff::Timestamp;
use parallax_site::{
    Tongue, Words,
    charts::{self, Coverage, Figure, Name, Teller, Told, When},
};
use std::{fs, path::Path};

fn at(text: &str) -> Timestamp {
    format!("2027-03-{text}:00Z").parse().expect("a moment")
}

fn when(text: &str) -> When {
    When::at(at(text))
}

/// All that is known of one origin.
const DAY: When =
    When::between(Timestamp::constant(1_804_809_600, 0), Timestamp::constant(1_804_895_999, 0));

const fn name(text: &str) -> Name<'_> {
    Name { text, language: None, address: None }
}

const OUTLETS: [(&str, &str); 5] = [
    ("Kestrel Harbour Courier", "en"),
    ("Вестник Остреля", "ru"),
    ("The Halvard Evening Post and Shipping Gazette", "en"),
    ("Теңіз жағалауы", "kk"),
    ("港口日报", "zh"),
];

fn outlet(nth: usize) -> Name<'static> {
    let (text, language) = OUTLETS[nth];
    Name { text, language: Some(language), address: Some("/outlet/x/") }
}

/// When each published.
const ARTICLES: [(&str, usize); 14] = [
    ("12T14:10", 0),
    ("12T14:25", 0),
    ("12T15:02", 1),
    ("12T15:40", 2),
    ("12T16:10", 0),
    ("12T16:15", 3),
    ("12T18:30", 1),
    ("12T20:00", 4),
    ("12T21:45", 2),
    ("13T06:00", 0),
    ("13T08:20", 1),
    ("13T09:05", 3),
    ("13T13:00", 0),
    ("13T19:30", 2),
];

/// What each said of the toll, and when.
const TOLL: [(usize, &str, i128, &str); 9] = [
    (0, "12T14:25", 12, "12"),
    (1, "12T15:02", 12, "двенадцать"),
    (2, "12T15:40", 15, "at least 15"),
    (0, "12T16:10", 19, "19"),
    (1, "12T18:30", 19, "19"),
    (4, "12T20:00", 20, "二十"),
    (0, "13T06:00", 41, "41"),
    (1, "13T08:20", 38, "не менее 38"),
    (0, "13T13:00", 43, "43"),
];

fn drawn(tongue: Tongue) -> Vec<String> {
    let words = Words::of(tongue);
    let moments: Vec<Timestamp> = ARTICLES.iter().map(|(when, _)| at(when)).collect();
    let groups: Vec<Name<'_>> = (0..OUTLETS.len()).map(outlet).collect();
    let articles: Vec<(When, usize)> =
        ARTICLES.iter().map(|&(at, outlet)| (when(at), outlet)).collect();
    let first = [
        ("12T14:10", 0, 9),
        ("12T15:02", 1, 2),
        ("12T15:40", 2, 0),
        ("12T16:15", 3, 1),
        ("12T20:00", 4, 0),
    ];
    let tellers =
        first.map(|(at, nth, claims)| Teller { name: outlet(nth), first: when(at), claims });
    let tellers =
        [tellers.as_slice(), &[Teller { name: name("The Quay"), first: DAY, claims: 0 }]].concat();
    let figures = TOLL.map(|(outlet, at, toll, said)| Figure {
        outlet,
        at: when(at),
        milli: toll * 1000,
        said: name(said),
    });
    vec![
        charts::sparkline(words, &moments),
        charts::coverage(words, Coverage { groups: &groups, articles: &articles }),
        charts::first_to_report(words, &tellers),
        charts::lanes(words, &told(words)),
        charts::quantities(words, name("people killed"), &groups, &figures),
    ]
}

fn told(words: &Words) -> Vec<Told<'static>> {
    let rows = [
        ("2019", false, "12T16:10", "The quay was last inspected."),
        ("2027-03-12", true, "12T14:10", "A fire broke out at the harbour."),
        ("2027-03-12T13:40", false, "12T14:25", "The alarm was raised."),
        ("2027-03-12T13:55", false, "12T15:02", "The first engines arrived."),
        ("2027-03-12T17:30", false, "12T18:30", "The fire was under control."),
        ("2027-03-13", false, "13T06:00", "The mayor declared a day of mourning."),
        ("2027-03-15", true, "13T13:00", "The inquiry is to open."),
    ];
    rows.map(|(value, inferred, reported, text)| {
        let (from, length) = match value.len() {
            4 => (format!("{value}-01-01T00:00:00Z"), 365 * 86_400),
            10 => (format!("{value}T00:00:00Z"), 86_400),
            _ => (format!("{value}:00Z"), 0),
        };
        let from: Timestamp = from.parse().expect("a moment");
        let to = Timestamp::from_second(from.as_second() + length).expect("a moment");
        let when = if length == 0 { words.moment(from) } else { words.day(value) };
        Told {
            words: Name { language: Some("en"), ..name(text) },
            happened: (from, to),
            when: when.leak(),
            inferred,
            reported: When::at(at(reported)),
            tellers: 1,
        }
    })
    .to_vec()
}

#[test]
fn the_story_is_drawn_as_it_is_kept() {
    let lines = |tongue| drawn(tongue).join("\n").replace("><", ">\n<");
    expect_file!["kept-en.html"].assert_eq(&lines(Tongue::English));
    expect_file!["kept-kk-arab.html"].assert_eq(&lines(Tongue::KazakhArabic));
}

#[test]
fn the_story_can_be_looked_at_in_every_language() {
    for tongue in Tongue::ALL {
        let page = format!(
            "<!doctype html><html lang=\"{}\" dir=\"{}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>Charts</title><style>body{{font-family:system-ui;margin:1rem}}{}</style>{}</html>",
            tongue.tag(),
            tongue.direction().name(),
            charts::STYLES,
            drawn(tongue).join("\n")
        );
        let file =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("charts-{}.html", tongue.step()));
        fs::write(file, page).expect("the folder of tests can be written to");
    }
}
