//! The stories as they stood: made of what was known then, and of nothing else.

use jiff::Timestamp;
use parallax::{
    known::{ReadCaptures, moment, since},
    meaning::Encoding,
    pipeline,
};
use parallax_acquire::{captures, sources};
use parallax_compare::changes;
use parallax_extract::OutletRules;
use parallax_model::{Capture, CaptureParts, Changes, Edition, How, MediaType};
use parallax_publish::{Generator, json};
use std::{fs, path::Path};

fn demo() -> Vec<Capture> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut folders: Vec<String> = fs::read_dir(fixtures)
        .expect("fixtures/ exists")
        .map(|entry| entry.expect("an entry").path().join("captures"))
        .filter(|folder| folder.is_dir())
        .map(|folder| folder.to_string_lossy().into_owned())
        .collect();
    folders.sort();
    sources(&folders)
        .iter()
        .flat_map(|source| captures(source.as_ref().expect("fixtures can be read")))
        .map(|capture| capture.expect("fixtures can be read"))
        .collect()
}

fn at(words: &str) -> Timestamp {
    moment(words).expect("a moment")
}

fn read(captures: &[Capture]) -> ReadCaptures {
    ReadCaptures::of(captures, Vec::new(), &OutletRules::default())
}

fn printed(edition: &Edition) -> String {
    let generator = Generator {
        name: "parallax".to_owned(),
        version: "0".to_owned(),
        tables: String::new(),
        encoder: None,
    };
    json::edition(edition, &generator)
}

#[test]
fn what_stood_then_is_what_the_captures_known_then_make_byte_for_byte() {
    let captures = demo();
    let all = read(&captures);
    let mut sizes = Vec::new();
    for then in
        ["2027-03-12T09:00:00Z", "2027-03-12", "2027-05-19T00:00:00Z", "2027-06-09", "2030-01-01"]
    {
        let then = at(then);
        let known: Vec<Capture> = captures
            .iter()
            .filter(|capture| {
                let read =
                    pipeline::read(capture).expect("every capture of the demo is an article");
                since(&read.article).is_some_and(|since| since <= then)
            })
            .cloned()
            .collect();
        let stood = all.known_at(then).edition(Encoding::LeftOut);
        assert!(
            printed(&stood) == printed(&read(&known).edition(Encoding::LeftOut)),
            "as of {then}"
        );
        sizes.push(stood.articles.len());
    }
    assert!(sizes.is_sorted() && sizes.first() < sizes.last(), "{sizes:?}");
    assert_eq!(sizes.last(), Some(&captures.len()));
}

/// A page of an invented outlet, taken at `taken`.
fn page(outlet: &str, taken: Option<&str>, published: &str, words: &str) -> Capture {
    let payload = format!(
        "<html lang=en><head><title>Ferry aground off Tern Harbour</title>\
         <meta property=\"og:site_name\" content=\"{outlet}\">\
         <link rel=canonical href=\"https://{}.example/ferry\">{published}</head><body><article>\
         <h1>Ferry aground off Tern Harbour</h1>{words}</article></body></html>",
        outlet.to_lowercase()
    );
    Capture::new(CaptureParts {
        path: format!("{outlet}-{}.html", taken.unwrap_or("undated")),
        record: None,
        url: None,
        media_type: MediaType::Html,
        charset: None,
        captured_at: taken.map(|taken| taken.parse().expect("a time")),
        stored: 0..0,
        payload: payload.into_bytes(),
    })
}

const ON: &str = "<meta property=\"article:published_time\" content=\"2031-05-03T09:00:00Z\">";
const CALM: &str = "<p>The sea was calm and the sky was clear over the whole of the bay.</p>";

fn ferry(people: &str) -> String {
    format!(
        "<p>The ferry Halcyon ran aground on a sandbank off Tern Harbour on Saturday morning with {people} people on board, the coast guard said.</p>{CALM}"
    )
}

/// The same told otherwise, with another number.
const HERON: &str = "<p>Rescuers took everybody off the ferry Halcyon, which had run aground on a sandbank off Tern \
    Harbour on Saturday morning with 57 people on board.</p><p>Its captain has sailed there for twenty years.</p>";

fn number_of_articles(captures: &[Capture], then: &str) -> usize {
    read(captures).known_at(at(then)).edition(Encoding::LeftOut).articles.len()
}

#[test]
fn a_capture_is_known_from_when_it_was_taken() {
    let late = [page("Gull", Some("2031-05-05T10:00:00Z"), ON, &ferry("42"))];
    assert_eq!(number_of_articles(&late, "2031-05-04"), 0);
    assert_eq!(number_of_articles(&late, "2031-05-05T10:00:00Z"), 1);
}

#[test]
fn one_that_does_not_say_is_known_from_when_it_was_published() {
    let undated = [page("Gull", None, ON, &ferry("42"))];
    assert_eq!(number_of_articles(&undated, "2031-05-03T08:59:59Z"), 0);
    assert_eq!(number_of_articles(&undated, "2031-05-03T09:00:00Z"), 1);
    let timeless = [page("Gull", None, "", &ferry("42"))];
    assert_eq!(number_of_articles(&timeless, "2099-01-01"), 0);
}

#[test]
fn the_revision_known_then_is_the_one_that_is_told() {
    let captures = [
        page("Gull", Some("2031-05-03T10:00:00Z"), ON, &ferry("42")),
        page("Gull", Some("2031-05-03T20:00:00Z"), ON, &ferry("47")),
    ];
    for (then, people) in [("2031-05-03T12:00:00Z", "42"), ("2031-05-04", "47")] {
        let stood = read(&captures).known_at(at(then)).edition(Encoding::LeftOut);
        assert_eq!(stood.articles.len(), 1);
        assert!(stood.articles[0].article.text.as_str().contains(&format!("with {people} people")));
    }
}

fn changed(captures: &[Capture], since: &str) -> (Edition, Edition, Changes) {
    let all = read(captures);
    let before = all.known_at(at(since)).edition(Encoding::LeftOut);
    let after = all.edition(Encoding::LeftOut);
    let changes = changes(&before, &after);
    (before, after, changes)
}

#[test]
fn nothing_changes_where_nothing_new_is_known() {
    let captures = demo();
    let (_, _, changes) = changed(&captures, "2040-01-01");
    assert_eq!(changes, Changes::default());
}

#[test]
fn a_revised_article_says_what_was_taken_out_and_put_in() {
    let captures = [
        page("Gull", Some("2031-05-03T10:00:00Z"), ON, &ferry("42")),
        page("Gull", Some("2031-05-03T20:00:00Z"), ON, &ferry("47")),
    ];
    let (before, after, changes) = changed(&captures, "2031-05-03T12:00:00Z");
    let [story] = changes.stories.as_slice() else { panic!("one story changed: {changes:?}") };
    let [revision] = story.revisions.as_slice() else { panic!("one article was revised") };
    let words = |edition: &Edition, spans: &[parallax_model::Span]| -> Vec<String> {
        let article = &edition.articles[0].article;
        spans.iter().map(|span| article.words(*span).to_owned()).collect()
    };
    let out = words(&before, &revision.taken_out);
    assert!(out.len() == 1 && out[0].contains("42 people"), "{out:?}");
    let put_in = words(&after, &revision.put_in);
    assert!(put_in.len() == 1 && put_in[0].contains("47 people"), "{put_in:?}");
}

#[test]
fn another_dress_is_no_revision() {
    let captures = [
        page("Gull", Some("2031-05-03T10:00:00Z"), ON, &ferry("42")),
        page(
            "Gull",
            Some("2031-05-03T20:00:00Z"),
            ON,
            &ferry("42").replace("the coast", "the Coast"),
        ),
    ];
    assert_eq!(changed(&captures, "2031-05-03T12:00:00Z").2, Changes::default());
}

#[test]
fn a_second_origin_and_another_figure_are_told() {
    let later = "<meta property=\"article:published_time\" content=\"2031-05-03T19:00:00Z\">";
    let captures = [page("Gull", None, ON, &ferry("42")), page("Heron", None, later, HERON)];
    let (_, after, changes) = changed(&captures, "2031-05-03T12:00:00Z");
    let [story] = changes.stories.as_slice() else { panic!("one story changed: {changes:?}") };
    assert_eq!(story.articles.len(), 1);
    let second: Vec<&str> = story
        .claims
        .iter()
        .filter(|claim| claim.how == How::SecondOrigin)
        .map(|change| {
            let claim = &after.stories[story.story].comparison.claims[change.claim];
            let central = &claim.statements[claim.central];
            after.articles[central.article].article.words(central.span)
        })
        .collect();
    assert!(second.iter().any(|words| words.contains("sandbank")), "{second:?}");
    let [difference] = story.differences.as_slice() else {
        panic!("the numbers differ: {story:?}")
    };
    assert_eq!(difference.how, How::New);
}

#[test]
fn a_story_that_was_not_there_is_new_and_lists_its_articles() {
    let captures = [page("Gull", None, ON, &ferry("42"))];
    let (_, _, changes) = changed(&captures, "2031-05-01");
    let [story] = changes.stories.as_slice() else { panic!("one story is new: {changes:?}") };
    assert!(story.was.is_empty() && story.articles == [0] && story.claims.is_empty());
}
