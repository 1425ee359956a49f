//! Any words as a question: understood, and then the same once it is written down, or refused at a place in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_search::Query;

fuzz_target!(|question: &str| {
    match Query::parse(question) {
        Ok(query) => {
            let written = query.to_string();
            let again = Query::parse(&written);
            assert_eq!(again.map(|again| again.to_string()), Ok(written));
        }
        Err(error) => {
            assert!(question.get(error.at.clone()).is_some(), "{:?} is no place", error.at);
            assert!(!error.pointed(question).is_empty());
        }
    }
});
