//! How many an event befell, told by accounts in other words: figures of one frame are one difference.

use parallax::{known::ReadCaptures, meaning::Encoding};
use parallax_extract::OutletRules;
use parallax_model::{Capture, CaptureParts, DifferenceKind, Edition, MediaType, Nature};

/// A page that says when it was published and tells these paragraphs.
fn page(name: &str, hour: &str, headline: &str, paragraphs: &[&str]) -> Capture {
    let text =
        format!("{name}\n\n{headline}\n\n{hour}, 9 June 2027\n\n{}\n", paragraphs.join("\n\n"));
    Capture::new(CaptureParts {
        path: format!("{name}.txt"),
        record: None,
        url: None,
        media_type: MediaType::Text,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: text.into_bytes(),
    })
}

fn told(pages: &[Capture]) -> Edition {
    let read = ReadCaptures::of(pages, Vec::new(), &OutletRules::default());
    read.edition(Encoding::LeftOut)
}

/// The figures told apart in numbers, with the nature of the difference.
fn figures(edition: &Edition) -> Vec<(Nature, Vec<String>)> {
    let differences = edition.stories.iter().flat_map(|told| &told.comparison.differences);
    let numbers = differences.filter(|one| one.kind == DifferenceKind::Number);
    let words = |one: &parallax_model::Difference| {
        let value = |value: &parallax_model::DifferenceValue| {
            edition.articles[value.article].article.words(value.span).to_owned()
        };
        one.values.iter().map(value).collect()
    };
    numbers.map(|one| (one.nature, words(one))).collect()
}

/// The ferry Amber Tern, told by three outlets in their own words, with what each adds.
fn ferry(early: &str, late: &str, last: &str) -> [Capture; 3] {
    [
        page(
            "Coast Wire",
            "04:10",
            "Ferry Amber Tern capsizes off Port Ellery",
            &[
                "A passenger ferry, the Amber Tern, capsized in rough seas off Port Ellery late on Tuesday.",
                early,
                "The Amber Tern was on its way to the Merrow islands with lorries on its deck.",
            ],
        ),
        page(
            "Ellery Herald",
            "11:20",
            "What we know of the Amber Tern, the ferry that sank off Port Ellery",
            &[
                late,
                "The Amber Tern rolled over off Port Ellery shortly before ten on Tuesday night, bound for the Merrow islands.",
                "The harbour office of Port Ellery said the ferry had been inspected in May.",
            ],
        ),
        page(
            "Inland Post",
            "21:40",
            "Captain of the sunken ferry Amber Tern is held in Port Ellery",
            &[
                last,
                "The captain of the Amber Tern, which went down off Port Ellery on Tuesday, is suspected of negligence.",
                "The ferry to the Merrow islands carried more lorries than its papers allow.",
            ],
        ),
    ]
}

#[test]
fn a_toll_that_grows_is_news_whatever_words_tell_it() {
    let pages = ferry(
        "Waves as high as a house struck her, killing at least 11 people, rescuers said.",
        "Seventeen people are now confirmed dead, and divers fear that the number will climb.",
        "Police held the captain on Wednesday as the number of dead rose to 29.",
    );
    let told = figures(&told(&pages));
    let wanted = vec!["at least 11".to_owned(), "Seventeen".to_owned(), "29".to_owned()];
    assert_eq!(told, vec![(Nature::Update, wanted)]);
}

#[test]
fn a_part_of_those_befallen_and_an_event_of_years_before_are_no_toll() {
    let pages = ferry(
        "Rescuers said that 11 people were killed, including four children.",
        "Among those killed were five children, a nurse said.",
        "It is the worst accident since 2019, when 15 people were killed in the strait.",
    );
    let told = figures(&told(&pages));
    assert!(told.iter().all(|(nature, _)| *nature == Nature::Scope), "{told:?}");
}

#[test]
fn words_that_only_begin_alike_count_nobody() {
    let pages = ferry(
        "The harbour has 11 diesel cranes and 20 deadlines to meet, rescuers said.",
        "The shipyard is hiring 17 people for its cranes, and fears that the number will climb.",
        "A match drew 29 people on Wednesday.",
    );
    assert_eq!(figures(&told(&pages)), Vec::new());
}
