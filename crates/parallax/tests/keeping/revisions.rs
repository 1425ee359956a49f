//! What an outlet changed after it was printed.

use crate::desk::{add, archive, digest, done, rebuilt, stories, story, told};
use parallax::pipeline::read;
use parallax_model::{Capture, CaptureParts, MediaType, ReadArticle, Revised};
use std::{fs, path::Path};

fn page(body: &str) -> String {
    format!(
        "<html><head><link rel=canonical href='https://quay.example/bridge'><title>Bridge closed</title>\
         <meta property='article:published_time' content='2027-03-12T08:00:00Z'></head><body><article><h1>Bridge at Ostrel closed after a crack is found</h1>{body}</article></body></html>"
    )
}

const FIRST: &str = "<p>The bridge at Ostrel was closed on Friday after workers found a crack of 12 centimetres in its northern pier, the port office said.</p>\
    <p>Mayor Agnes Corvin said the council would pay for the repairs.</p>\
    <p>\"We will open it by summer,\" engineer Paul Dane told reporters.</p>\
    <p>Ferries carry passengers across the river until then.</p>\
    <p>The crack had been known since January, a worker said.</p>";

fn article(body: &str) -> ReadArticle {
    let capture = Capture::new(CaptureParts {
        path: "page.html".to_owned(),
        record: None,
        url: None,
        media_type: MediaType::Html,
        charset: None,
        captured_at: None,
        stored: 0..1,
        payload: page(body).into_bytes(),
    });
    read(&capture).expect("an article")
}

fn revised(older: &ReadArticle, newer: &ReadArticle) -> Revised {
    parallax_compare::revised(
        (&older.article, &older.annotations),
        (&newer.article, &newer.annotations),
    )
}

/// The changes from the first revision, each as `about: words that were > words that are`.
fn check(newer: &str, expected: &[&str]) {
    let (older, newer) = (article(FIRST), article(newer));
    let found = revised(&older, &newer);
    let words = |read: &ReadArticle, span: Option<parallax_model::Span>| {
        span.map_or_else(String::new, |span| read.article.words(span).to_owned())
    };
    let shown: Vec<String> = found
        .alterations
        .iter()
        .map(|one| {
            let about: Vec<&str> = one.about.iter().map(|about| about.name()).collect();
            let words: Vec<String> = one
                .words
                .iter()
                .map(|(was, now)| format!("{} > {}", words(&older, *was), words(&newer, *now)))
                .collect();
            format!("{}: {}", about.join(" "), words.join("; "))
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn commas_and_spaces_are_no_change() {
    check(FIRST, &[]);
    check(&FIRST.replace("Friday after", "Friday, after").replace("mayor", "Mayor"), &[]);
    let dressed = revised(&article(FIRST), &article(&FIRST.replace("pier, the", "pier – the")));
    assert_eq!(
        (dressed.alterations.len(), dressed.dressed, dressed.is_substantive()),
        (0, 1, false)
    );
}

#[test]
fn figures_names_dates_denials_and_quotations_are_told_apart() {
    check(&FIRST.replace("12 centimetres", "21 centimetres"), &["number: 12 > 21"]);
    check(&FIRST.replace("on Friday", "on Thursday"), &["date: Friday > Thursday"]);
    check(&FIRST.replace("Paul Dane", "Peter Lund"), &["name: Paul Dane > Peter Lund"]);
    check(&FIRST.replace("would pay", "would not pay"), &["negation:  > not"]);
    check(&FIRST.replace("by summer", "by autumn"), &["quotation: summer > autumn"]);
    check(&FIRST.replace("carry passengers", "carry walkers"), &["wording: passengers > walkers"]);
}

#[test]
fn sentences_that_come_and_go_are_told() {
    let withdrawn =
        FIRST.replace("<p>The crack had been known since January, a worker said.</p>", "");
    check(&withdrawn, &["withdrawn: The crack had been known since January, a worker said. > "]);
    let more = FIRST.replace(
        "until then.</p>",
        "until then.</p><p>Two schools stay closed as well, the prefect announced.</p>",
    );
    check(&more, &["added:  > Two schools stay closed as well, the prefect announced."]);
}

#[test]
fn a_text_is_no_other_than_itself_turned_round() {
    let [one, other] = [article(FIRST), article(&FIRST.replace("12", "21"))];
    assert_eq!(revised(&one, &one), Revised::default());
    let there = revised(&one, &other);
    let back = revised(&other, &one);
    let turned: Vec<_> =
        back.alterations.iter().map(|one| (one.after, one.before, one.about.clone())).collect();
    let straight: Vec<_> =
        there.alterations.iter().map(|one| (one.before, one.after, one.about.clone())).collect();
    assert_eq!(straight, turned);
}

fn capture(folder: &Path, name: &str, body: &str) -> std::path::PathBuf {
    let path = folder.with_file_name(name);
    fs::write(&path, page(body)).expect("it can be written");
    path
}

#[test]
fn a_revision_is_followed_into_the_story() {
    let (_home, folder) = archive();
    let first = capture(&folder, "a.html", FIRST);
    // Paths break ties where nothing says which came later.
    let corrected = FIRST
        .replace("12 centimetres", "21 centimetres")
        .replace("<p>The crack had been known since January, a worker said.</p>", "");
    let other = capture(&folder, "B.html", &corrected);
    add(&folder, std::slice::from_ref(&first));
    let listed = stories(&folder);
    add(&folder, std::slice::from_ref(&other));
    assert_eq!(stories(&folder)[0]["id"], listed[0]["id"]);
    assert_eq!(stories(&folder)[0]["articles"], 1);
    let id = listed[0]["id"].as_str().expect("an id");
    let told_now = story(&folder, id);
    let corrections = told_now["stories"][0]["corrections"].as_array().expect("corrections");
    assert_eq!(corrections.len(), 2, "{corrections:?}");
    assert_eq!(corrections[0]["kind"], "corrected");
    assert_eq!(corrections[0]["about"][0], "number");
    assert!(corrections[0]["before"]["text"].as_str().expect("text").contains("12 centimetres"));
    assert!(corrections[0]["claim"].is_string());
    assert_eq!(corrections[1]["kind"], "withdrawn");
    assert_eq!(corrections[1]["claim"], serde_json::Value::Null);
    let shown = done(&["story", id], &folder);
    assert!(
        shown.to_lowercase().contains("corrected or withdrawn")
            && shown.contains("not said any more"),
        "{shown}"
    );
    // The same captures given at once tell the same.
    let paths = [&first, &other].map(|path| path.to_str().expect("text"));
    let direct = std::process::Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(["story", "--json", "--quiet"])
        .args(paths)
        .output()
        .expect("it runs");
    let direct: serde_json::Value = serde_json::from_slice(&direct.stdout).expect("JSON");
    assert_eq!(direct["stories"][0]["corrections"], told_now["stories"][0]["corrections"]);
    let after = digest(&folder);
    assert_eq!(rebuilt(&folder), after);

    let article = told_now["articles"][0]["id"].as_str().expect("an id").to_owned();
    assert!(done(&["article", &article], &folder).contains("2 captures; --revisions lists them"));
    assert_eq!(done(&["article", &article, "--revisions", "--json"], &folder).lines().count(), 2);
    let changed: serde_json::Value =
        serde_json::from_str(&done(&["article", &article, "--json", "--diff"], &folder))
            .expect("JSON");
    assert_eq!(changed["substantive"], true);
    assert_eq!(changed["changes"].as_array().map(Vec::len), Some(2));
    let back = done(&["article", &article, "--diff", "2..1"], &folder);
    assert!(back.contains("added"), "{back}");
    let (status, said) = told(&["article", &article, "--diff", "1..3"], &folder);
    assert_eq!(status, Some(2));
    assert!(said.contains("there is no revision 3: they are 1 to 2"), "{said}");
    // What is found is the newest.
    let found = |words: &str| {
        let said = done(&["search", "--json", words], &folder);
        serde_json::from_str::<serde_json::Value>(&said).expect("JSON")["articles"].clone()
    };
    assert_eq!((found("21 centimetres"), found("January")), (1.into(), 0.into()));
}
