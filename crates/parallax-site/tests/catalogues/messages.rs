//! Every catalogue has every message, with the same arguments.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// All but English, which the others are held to.
const OTHERS: [&str; 6] = ["kk", "kk-latn", "kk-arab", "ru", "zh", "uz"];

/// Arguments by message.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Messages of the two files of a language.
pub(crate) fn of(tongue: &str) -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut messages = Messages::new();
    for file in [folder.join(format!("{tongue}.ftl")), folder.join(format!("names/{tongue}.ftl"))] {
        let text = fs::read_to_string(&file).expect("a catalogue");
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                let (name, _) = line.split_once('=').expect("a message has a sign of equality");
                name.trim_end().clone_into(&mut key);
                let twice = messages.insert(key.clone(), BTreeSet::new());
                assert!(twice.is_none(), "{tongue} has {key} twice");
            }
            let args = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|&letter| letter.is_ascii_alphanumeric() || letter == '-')
                    .collect()
            });
            messages.entry(key.clone()).or_default().extend(args);
        }
        messages.remove("");
    }
    messages
}

#[test]
fn every_catalogue_is_read_without_a_fault() {
    for tongue in OTHERS.into_iter().chain(["en"]) {
        for folder in ["locales", "locales/names"] {
            let file =
                Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(format!("{tongue}.ftl"));
            let text = fs::read_to_string(&file).expect("a catalogue");
            if let Err((_, faults)) = fluent_bundle::FluentResource::try_new(text) {
                panic!("{}: {faults:?}", file.display());
            }
        }
    }
}

#[test]
fn no_catalogue_asks_for_another_argument_or_says_more_than_english() {
    let english = of("en");
    for tongue in OTHERS {
        for (key, args) in of(tongue) {
            let expected = english.get(&key);
            assert_eq!(Some(&args), expected, "{tongue}: {key}");
        }
    }
}

#[test]
fn no_catalogue_lacks_what_english_says() {
    let english = of("en");
    for tongue in OTHERS {
        let messages = of(tongue);
        let lacking: Vec<&String> =
            english.keys().filter(|key| !messages.contains_key(*key)).collect();
        assert!(lacking.is_empty(), "{tongue} lacks {lacking:?}");
    }
}
