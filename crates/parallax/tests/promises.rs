//! The promises, on the bundled events and whole: nothing is made up, and the way back holds.

use parallax::pipeline;
use parallax_acquire::{captures, sources};
use parallax_model::{Capture, Edition, Span};
use std::{fs, path::Path};

fn demo() -> (Vec<Capture>, Edition) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut folders: Vec<String> = fs::read_dir(fixtures)
        .expect("fixtures/ exists")
        .map(|entry| entry.expect("an entry").path().join("captures"))
        .filter(|folder| folder.is_dir())
        .map(|folder| folder.to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let captures: Vec<Capture> = sources(&folders)
        .iter()
        .flat_map(|source| captures(source.as_ref().expect("fixtures can be read")))
        .map(|capture| capture.expect("fixtures can be read"))
        .collect();
    let edition = pipeline::run(&captures, Vec::new());
    (captures, edition)
}

#[test]
fn every_capture_of_the_demo_is_an_article() {
    let (captures, edition) = demo();
    assert!(edition.unread.is_empty(), "{:?}", edition.unread);
    assert_eq!(edition.articles.len(), captures.len());
}

#[test]
fn every_byte_of_an_article_leads_back_to_its_capture() {
    let (captures, edition) = demo();
    for read in &edition.articles {
        let article = &read.article;
        let capture = captures
            .iter()
            .find(|capture| capture.parts().path == article.capture.path)
            .expect("an article has a capture");
        let text = article.text.as_str();
        let mut covered = vec![false; text.len()];
        for run in article.text.runs() {
            let payload = capture.payload().get(run.payload.start..run.payload.end);
            let payload = payload
                .unwrap_or_else(|| panic!("{}: {run:?} is past the payload", article.capture.path));
            let words = text.get(run.start..run.end).expect("a run is text");
            // A run as long as its payload, in a page of UTF-8, is the very bytes.
            if payload.len() == words.len() && std::str::from_utf8(capture.payload()).is_ok() {
                let same = std::str::from_utf8(payload).is_ok_and(|payload| payload == words);
                let space = words.chars().all(char::is_whitespace);
                assert!(same || space, "{}: {words:?} is not {payload:?}", article.capture.path);
            }
            covered[run.start..run.end].fill(true);
        }
        let strayed: String = text
            .char_indices()
            .filter(|(at, letter)| !covered[*at] && !letter.is_whitespace())
            .map(|(_, letter)| letter)
            .collect();
        assert_eq!(strayed, "", "{}: words without a source", article.capture.path);
    }
}

#[test]
fn everything_a_story_tells_is_a_span_of_an_article() {
    let (_, edition) = demo();
    let check = |article: usize, span: Span| {
        let text = &edition.articles[article].article.text;
        assert!(text.span(span.start(), span.end()).is_ok(), "{span:?} of article {article}");
        assert!(text.payload_range(span).is_some(), "{span:?} of article {article} has no source");
    };
    let mut told = 0;
    for story in &edition.stories {
        let comparison = &story.comparison;
        for statement in comparison.claims.iter().flat_map(|claim| &claim.statements) {
            check(statement.article, statement.span);
            told += 1;
        }
        for difference in &comparison.differences {
            check(difference.about.0, difference.about.1);
            difference.values.iter().for_each(|value| check(value.article, value.span));
        }
        for variant in comparison.quotations.iter().flat_map(|group| &group.variants) {
            check(variant.article, variant.span);
        }
        comparison.timeline.iter().for_each(|entry| check(entry.text.0, entry.text.1));
        comparison.earlier.iter().for_each(|earlier| check(earlier.article, earlier.span));
    }
    assert!(told > 50, "only {told} statements were told");
}

#[test]
fn a_claim_is_agreed_by_two_origins_or_more_and_single_by_one() {
    use parallax_model::ClaimStatus::{Agreed, Single};
    let (_, edition) = demo();
    for story in &edition.stories {
        for claim in &story.comparison.claims {
            match claim.status {
                Agreed => assert!(claim.origins >= 2),
                Single => assert!(claim.origins <= 1),
                parallax_model::ClaimStatus::Differs => {}
            }
        }
    }
}
