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

#[test]
fn one_person_by_two_first_names_is_a_difference_whatever_else_is_told() {
    differ(
        [
            "The ferry Orro Star sank off Harrow on Monday. The captain, Rosten Belmar, was questioned by police.",
            "A ferry went down off Harrow on Monday. Skipper Rodan Belmar, 51, was pulled from the sea.",
        ],
        DifferenceKind::Name,
        ["Rosten Belmar", "Rodan Belmar"],
    );
    agree([
        "The ferry Orro Star sank off Harrow on Monday. The captain, Rosten Belmar, was questioned by police.",
        "A ferry went down off Harrow on Monday. Roda Belmar, the wife of the captain, waited on the quay.",
    ]);
}

#[test]
fn two_figures_of_one_subject_are_a_difference_whatever_else_is_told() {
    differ(
        [
            "Thieves took a silver bell from the museum of Harrow. A prize of no kind was won. The gang wants a ransom of €40,000.",
            "The silver bell of Harrow is gone. Whoever has it is demanding €65,000 in ransom, the mayor said.",
        ],
        DifferenceKind::Number,
        ["€40,000", "€65,000"],
    );
    // What was demanded is not what was given, and what somebody else was given is neither.
    agree([
        "Milo Tarran was jailed for seven years. Prosecutors had asked for ten years.",
        "Milo Tarran was sentenced to seven years in prison. His deputy was given a term of two years.",
    ]);
}

#[test]
fn a_deed_that_one_affirms_and_another_denies_is_a_difference() {
    differ(
        [
            "The trawler Ana sank off Harrow on Monday night. No distress call was received from the trawler, the coastguard said.",
            "A trawler was lost off Harrow. The crew of the trawler radioed for help at nine, the harbour master said.",
        ],
        DifferenceKind::Negation,
        ["No distress call", "radioed for help"],
    );
    agree([
        "The mayor of Harrow will not resign over the bridge.",
        "Councillors asked the mayor of Harrow whether she would resign over the bridge.",
    ]);
}

#[test]
fn two_days_of_what_is_to_come_are_a_difference_though_they_are_neighbours() {
    differ(
        [
            "Dockers in Harrow are on strike. Negotiations are to resume on Friday, 23 January before a mediator.",
            "The port of Harrow is shut. Mediation is set to continue on Saturday, 24 January, the union said.",
        ],
        DifferenceKind::Date,
        ["Friday, 23 January", "Saturday, 24 January"],
    );
}
