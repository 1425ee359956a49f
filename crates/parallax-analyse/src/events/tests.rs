//! Events from the room's door, over invented sentences.

use super::{Names, Scene, Tree, actors, all_verdicts, firm, verdicts, worth};
use crate::{entities::tests::article, syntax};
use parallax_model::{Event, Span, cut};
use proptest::prelude::*;
use std::ops::Range;

/// `CLASS deed: sources -> targets` for each event of a sentence.
fn read(text: &str) -> Vec<String> {
    let tokens = syntax::sentence(text);
    let tree = Tree::new(text, &tokens);
    let words = |ranges: &[Range<usize>]| {
        let one =
            |range: &Range<usize>| cut(text, tokens[range.start].start..tokens[range.end - 1].end);
        ranges.iter().map(one).collect::<Vec<_>>().join(" + ")
    };
    let event = |verdict: super::Verdict| {
        let actors = actors::actors(&tree, &verdict);
        let deed = tree.word(verdict.deed);
        format!(
            "{} {deed}: {} -> {}",
            verdict.class.name(),
            words(&actors.sources),
            words(&actors.targets)
        )
    };
    verdicts(&tree).into_iter().map(event).collect()
}

/// Whether a sentence of running news tells a firm deed.
fn tells(text: &str) -> bool {
    let tokens = syntax::sentence(text);
    let tree = Tree::new(text, &tokens);
    let scene = Scene::new(&tree, 0, &Names::of(&[]));
    all_verdicts(&tree).iter().any(|verdict| firm::firm(&scene, verdict).is_some())
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(read(text).first().map_or("", String::as_str), expected);
}

#[test]
fn a_deed_has_its_doer_and_whom_it_is_done_to() {
    check(
        "The police arrested two Norland sailors on Monday.",
        "COERCE arrested: The police -> two Norland sailors",
    );
}

#[test]
fn the_verb_above_decides() {
    check(
        "Norland threatened to impose sanctions on Estmark.",
        "THREATEN threatened: Norland -> Estmark",
    );
    check("Norland refused to release the sailors.", "REJECT refused: Norland -> the sailors");
    check("Norland agreed to release the sailors.", "AGREE release: Norland -> the sailors");
}

#[test]
fn what_is_to_come_is_a_promise_or_a_threat() {
    check("Norland will send food to Estmark.", "AGREE send: Norland -> Estmark");
    check(
        "Norland will expel diplomats of Estmark.",
        "THREATEN expel: Norland -> diplomats of Estmark",
    );
}

#[test]
fn what_someone_says_another_must_do_is_a_demand() {
    check(
        "Norland said that the rebels must leave the island.",
        "DEMAND leave: Norland -> the rebels",
    );
}

#[test]
fn the_noun_decides_where_the_verb_says_little() {
    check("The union held a rally in Westhaven.", "PROTEST held: The union -> Westhaven");
    check(
        "The government lifted the curfew in Westhaven.",
        "CONCEDE lifted: The government -> Westhaven",
    );
    check(
        "The government suspended aid to Estmark.",
        "SANCTION suspended: The government -> Estmark",
    );
}

#[test]
fn a_passive_is_turned_round() {
    check("Two sailors were arrested by Norland.", "COERCE arrested: Norland -> Two sailors");
}

#[test]
fn several_doers_stand_apart() {
    check(
        "The government and the rebels signed a treaty.",
        "SUPPORT signed: The government + the rebels -> ",
    );
}

#[test]
fn a_sentence_without_a_known_deed_has_no_event() {
    assert_eq!(read("The harbour is deep and the water is cold."), Vec::<String>::new());
}

proptest! {
    #[test]
    fn events_of_any_text_do_not_break(text in "\\PC{0,80}") {
        prop_assert_eq!(read(&text), read(&text));
    }

    #[test]
    fn a_sentence_that_is_worth_no_tree_tells_nothing(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "Police", "troops", "they", "opened", "fire", "on", "held", "don’t", "hostage", "talks", "signed",
                "an", "accord", "arrested", "the", "must", "hold", "said", "took", "Norland’s", "and", "visit",
                "peace-talks", "soldiers", "of", "rallies", ",", "should", "hos\u{AD}tages", "?",
            ]),
            0..15,
        )
    ) {
        let text = words.join(" ");
        let by_tags = |text| syntax::sentence_if(text, worth::can_tell).is_some();
        prop_assert!(worth::may_tell(&text) && by_tags(&text) || !tells(&text));
    }

    #[test]
    fn events_of_any_words_do_not_break(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "Norland", "said", "to", "threatened", "the", "and", "troops", "by", "must", "not", "will", "on",
                "sanctions", "lift", ",", "Monday", "that", "were", "killed", "agreed", "in", "Estmark", ".",
            ]),
            0..25,
        )
    ) {
        let text = words.join(" ");
        prop_assert_eq!(read(&text), read(&text));
    }
}

/// `CLASS deed: sources -> targets | place | date` for each event given in an article.
fn given(body: &str) -> Vec<String> {
    let text = format!("News of the harbour\n{body}\nThe harbour is deep.\nThe water is cold.");
    let article = article(&text, "en", "The Harbour Post");
    let marked = crate::annotate(&article).into_value(&mut Vec::new());
    let words = |spans: &[Span]| {
        spans.iter().map(|span| article.words(*span)).collect::<Vec<_>>().join(" + ")
    };
    let event = |event: &Event| {
        let date = event.date.and_then(|at| marked.dates.get(at));
        let date = date.map_or("", |date| article.words(date.span));
        format!(
            "{} {}: {} -> {} | {} | {date}",
            event.class.name(),
            article.words(event.span),
            words(&event.sources),
            words(&event.targets),
            event.place.map_or("", |place| article.words(place)),
        )
    };
    marked.events.iter().map(event).collect()
}

#[track_caller]
fn check_given(body: &str, expected: &[&str]) {
    assert_eq!(given(body), expected);
}

#[test]
fn an_article_gives_deeds_of_those_who_can_act() {
    check_given(
        "The police arrested two sailors on 4 March 2024.",
        &["COERCE arrested: The police -> two sailors |  | 4 March 2024"],
    );
    check_given("Two sailors were arrested.", &["COERCE arrested:  -> Two sailors |  | "]);
    check_given(
        "The minister agreed to release the sailors.",
        &["AGREE release: The minister -> the sailors |  | "],
    );
}

#[test]
fn fires_and_stoves_attack_nobody() {
    check_given("A fire in a mill killed three people.", &[]);
    check_given("The police believe that a stove killed three people.", &[]);
    check_given("Three sailors were killed in the fire.", &[]);
    check_given("The death toll rose to seven.", &[]);
}

#[test]
fn talking_to_the_press_is_no_consultation() {
    check_given("The chief told a news conference that the search was over.", &[]);
    check_given("The minister told reporters that the session was very good.", &[]);
}

#[test]
fn what_is_only_possible_is_not_given() {
    check_given("The police could arrest two sailors.", &[]);
    check_given("If the police arrest two sailors, the union will be angry.", &[]);
    check_given("The sailors could refuse and be deported.", &[]);
    check_given("The minister is likely to sign a treaty with the rebels.", &[]);
    check_given("Prosecutors allege that the minister supported the rebels.", &[]);
    check_given("Did the police arrest two sailors?", &[]);
    check_given("The union believes that the police arrested two sailors.", &[]);
}

#[test]
fn deeds_nobody_is_known_to_have_done_to_anybody_are_not_given() {
    check_given("The crossing was closed.", &[]);
    check_given("The old mill was pulled down.", &[]);
    check_given("They were released after eleven days.", &[]);
    check_given("The minister called the walkout “reckless”.", &[]);
}

#[test]
fn a_length_of_time_is_no_date() {
    check_given(
        "The police questioned two sailors for three hours.",
        &["INVESTIGATE questioned: The police -> two sailors |  | "],
    );
}

#[test]
fn a_verb_of_another_sense_tells_no_deed() {
    check_given("The minister declined to comment.", &[]);
    check_given("The minister released a letter from the doctor.", &[]);
    check_given("The workers held a news conference.", &[]);
    check_given("Neither the sailors nor the doctors were arrested.", &[]);
}

#[test]
fn a_deed_of_harm_may_be_the_subject() {
    check_given(
        "An Estmark strike on the harbour killed four journalists.",
        &["ASSAULT killed: Estmark -> four journalists |  | "],
    );
    check_given(
        "Three sailors were killed in Estmark strikes.",
        &["ASSAULT killed: Estmark -> Three sailors |  | "],
    );
}

#[test]
fn nouns_tell_deeds_with_both_sides() {
    check_given(
        "The price of grain rose after the rebels’ attack on the government.",
        &["FIGHT attack: the rebels -> the government |  | "],
    );
    check_given(
        "Talks between the rebels and the government ended.",
        &["CONSULT Talks: the rebels + the government ->  |  | "],
    );
    check_given("The minister warned of an attack on the government by rebels.", &[]);
    check_given("The minister will come to talks between the union and the government.", &[]);
}

#[test]
fn what_was_begun_or_hastened_was_done() {
    check_given(
        "The ministers were quick to praise the sailors.",
        &["SUPPORT praise: The ministers -> the sailors |  | "],
    );
    check_given("The ministers were ready to praise the sailors.", &[]);
}

#[test]
fn crowds_are_told_by_those_they_are_of() {
    check_given(
        "Thousands of workers marched.",
        &["PROTEST marched: Thousands of workers ->  |  | "],
    );
    check_given("The leaders met.", &["CONSULT met: The leaders ->  |  | "]);
}

#[test]
fn whoever_is_arrested_after_a_protest_need_not_protest() {
    check_given(
        "Two sailors were arrested after the protest.",
        &["COERCE arrested:  -> Two sailors |  | "],
    );
}

#[test]
fn a_line_of_an_agency_is_no_actor() {
    check_given(
        "HARROW, Norland (TW) — The police arrested two sailors.",
        &["COERCE arrested: The police -> two sailors |  | "],
    );
}
