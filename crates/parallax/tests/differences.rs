//! What is a difference between two accounts and what is none, by whole texts.

use parallax::{meaning::Encoding, pipeline};
use parallax_compare::compare_by_meaning;
use parallax_model::{
    Article, Capture, CaptureParts, Difference, DifferenceKind, Grouping, MediaType, Nature,
};

/// Two accounts of one day, by two outlets.
fn read(texts: [&str; 2]) -> (Vec<Article>, Vec<parallax_model::Annotations>) {
    let row = |(number, text): (usize, &str)| {
        let outlet = format!("Outlet {number}");
        let payload = format!(
            "{{\"outlet\": {outlet:?}, \"date\": \"2026-01-15\", \"lang\": \"en\", \"text\": {text:?}}}"
        );
        let capture = Capture::new(CaptureParts {
            path: "rows".to_owned(),
            record: Some(number.to_string()),
            url: None,
            media_type: MediaType::Row,
            charset: None,
            captured_at: None,
            stored: 0..0,
            payload: payload.into_bytes(),
        });
        let read = pipeline::read(&capture).expect("a row is an article");
        (read.article, read.annotations)
    };
    texts.into_iter().enumerate().map(row).unzip()
}

/// The differences of kinds that numbers, days, names and denials have, with the words of each value.
fn told(texts: [&str; 2]) -> Vec<(DifferenceKind, Nature, Vec<String>)> {
    let (articles, annotations) = read(texts);
    let (story, grouping) = Grouping::of_one(&articles).expect("there are articles");
    let meanings = pipeline::meanings(&articles, &annotations, &grouping, Encoding::Carried);
    let found = compare_by_meaning(&story, &articles, &annotations, &grouping, &meanings);
    let words = |one: &Difference| {
        let each = one.values.iter();
        each.map(|value| articles[value.article].words(value.span).to_owned()).collect()
    };
    let kinds = [
        DifferenceKind::Number,
        DifferenceKind::Date,
        DifferenceKind::Name,
        DifferenceKind::Negation,
    ];
    let found = found.differences.iter().filter(|one| kinds.contains(&one.kind));
    found.map(|one| (one.kind, one.nature, words(one))).collect()
}

#[track_caller]
fn differ(texts: [&str; 2], kind: DifferenceKind, values: [&str; 2]) {
    let found = told(texts);
    let wanted = found.iter().any(|(of, nature, told)| {
        *of == kind && *nature == Nature::Conflict && told.as_slice() == values
    });
    assert!(wanted, "{found:?}");
}

#[track_caller]
fn agree(texts: [&str; 2]) {
    assert_eq!(told(texts), []);
}

#[test]
fn one_deed_by_two_people_is_a_difference() {
    differ(
        [
            "Ana Belmar opened the new bridge over the Orro in front of a large crowd on Monday.",
            "Jonas Vikander opened the new bridge over the Orro in front of a large crowd on Monday.",
        ],
        DifferenceKind::Name,
        ["Ana Belmar", "Jonas Vikander"],
    );
}

#[test]
fn two_deeds_of_two_people_are_none() {
    agree([
        "Ana Belmar opened the new bridge over the Orro in front of a large crowd on Monday.",
        "Jonas Vikander criticised the new bridge over the Orro in front of a large crowd on Monday.",
    ]);
}

#[test]
fn who_says_so_is_no_difference_of_names() {
    agree([
        "The ferry sank off the coast with 40 people on board, Ana Belmar of the coast guard said.",
        "The ferry sank off the coast with 40 people on board, Jonas Vikander of the harbour said.",
    ]);
}

#[test]
fn two_ages_of_one_person_are_a_difference() {
    differ(
        [
            "Police are looking for Jonas Vikander, 52, who was last seen at the harbour.",
            "A search began at dawn for 61-year-old Jonas Vikander, a retired pilot.",
        ],
        DifferenceKind::Number,
        ["52", "61"],
    );
}

#[test]
fn a_birthday_and_a_namesake_are_none() {
    agree([
        "Police are looking for Jonas Vikander, 52, who was last seen at the harbour.",
        "A search began at dawn for 53-year-old Jonas Vikander, a retired pilot.",
    ]);
    agree([
        "Police are looking for Jonas Vikander, 52, who was last seen at the harbour.",
        "His brother Tomas Vikander, 44, said the family had been told.",
    ]);
}

#[test]
fn a_night_is_of_a_day() {
    differ(
        [
            "The warehouse on the quay burned down on Saturday night, the fire brigade said.",
            "The warehouse on the quay burned down on Wednesday night, the fire brigade said.",
        ],
        DifferenceKind::Date,
        ["Saturday night", "Wednesday night"],
    );
}

#[test]
fn days_told_from_the_day_of_writing_are_not_told_apart() {
    agree([
        "The warehouse on the quay burned down yesterday, the fire brigade said.",
        "The warehouse on the quay burned down on Saturday, the fire brigade said.",
    ]);
}

#[test]
fn a_total_is_no_score() {
    agree([
        "More than 271 people – 121 of them children – have died from hunger so far, the ministry said.",
        "The number of people who have died from hunger rose by eight to 281, the ministry said.",
    ]);
}

#[test]
fn one_side_of_a_score_makes_the_other_tell() {
    differ(
        [
            "Orro beat Velmar 20-13 to reach the final of the northern cup on Sunday.",
            "Orro beat Velmar 40-13 to reach the final of the northern cup on Sunday.",
        ],
        DifferenceKind::Number,
        ["20-13", "40-13"],
    );
}

#[test]
fn a_count_of_one_thing_is_a_difference_whatever_the_rest() {
    differ(
        [
            "Two undersea cables between Norva and Orro were cut on Friday, the operator said.",
            "Three undersea cables between Norva and Orro were cut on Friday, the operator said.",
        ],
        DifferenceKind::Number,
        ["Two", "Three"],
    );
}
