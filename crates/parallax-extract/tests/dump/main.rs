//! Dumped pages of outlets and places that do not exist, read whole.

use expect_test::{Expect, expect};
use parallax_extract::article;
use parallax_model::{Article, Capture, CaptureParts, MediaType};
use proptest::prelude::*;
use std::fmt::Write as _;

fn capture(payload: &[u8]) -> Capture {
    Capture::new(CaptureParts {
        path: "page.txt".to_owned(),
        record: None,
        url: None,
        media_type: MediaType::Text,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: payload.to_vec(),
    })
}

/// One fact a line.
fn render(article: &Article) -> String {
    let mut out = String::new();
    let mut fact = |name: &str, value: &str| {
        writeln!(out, "{name}: {value}").expect("a string takes all");
    };
    fact("outlet", article.outlet.name.as_deref().unwrap_or("-"));
    fact("headline", article.headline_words());
    if let Some(span) = article.standfirst {
        fact("standfirst", article.words(span));
    }
    if let Some(stamp) = &article.published {
        fact("published", &stamp.to_string());
    }
    for author in &article.byline {
        fact("byline", &format!("{} / {}", author.name, author.role.as_deref().unwrap_or("-")));
    }
    if let Some(section) = &article.section {
        fact("section", section);
    }
    for tag in &article.tags {
        fact("tag", tag);
    }
    for image in &article.images {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
        fact("image", &format!("{} / {}", part(&image.caption), part(&image.credit)));
    }
    for related in &article.related {
        fact("related", &related.text);
    }
    for alternate in &article.alternates {
        fact("alternate", &format!("{} {}", alternate.label, alternate.language));
    }
    if let Some(span) = article.dateline {
        fact("dateline", article.words(span));
    }
    if let Some(wire) = &article.wire_credit {
        fact("wire", wire);
    }
    for span in &article.paragraphs {
        fact("paragraph", article.words(*span));
    }
    for left in &article.boilerplate {
        fact(left.kind.name(), &left.text);
    }
    out
}

#[track_caller]
fn check(page: &str, expected: &Expect) {
    let read = article(&capture(page.as_bytes())).value;
    expected.assert_eq(&read.map_or("no article".to_owned(), |article| render(&article)));
}

#[test]
fn a_page_with_bars_captions_and_tags() {
    let page = "\
 date 2026-05-04 EN
  • ру
  • en
  • 中文
    Politics
    Economy
    World

    Ferry with forty aboard runs aground off Gull Island

    18:40, 4 May 2026

    The ferry Heron ran aground off Gull Island on Monday with forty people aboard, reports a Quayside Courier correspondent.

    The ferry Heron on the reef off Gull Island
    The ferry Heron on the reef off Gull Island Photo credit: Harbour Office of Norland

    All passengers were brought ashore by midnight, harbour master Petra Quay said.

    Read more: Lighthouse gets a new lamp after a century

    “Nobody was hurt, and nobody was dry,” she told reporters.

    Norland Gull Island Petra Quay Ferries World News
    Ana Reed
    Author
    Most popular
    How to keep gulls off your chips
    See All
";
    check(
        page,
        &expect![[r"
        outlet: Quayside Courier
        headline: Ferry with forty aboard runs aground off Gull Island
        published: 2026-05-04T18:40
        byline: Ana Reed / -
        tag: Norland
        tag: Gull Island
        tag: Petra Quay
        tag: Ferries
        tag: World News
        image: The ferry Heron on the reef off Gull Island / Harbour Office of Norland
        related: Lighthouse gets a new lamp after a century
        alternate: ру ru
        alternate: en en
        alternate: 中文 zh
        paragraph: The ferry Heron ran aground off Gull Island on Monday with forty people aboard, reports a Quayside Courier correspondent.
        paragraph: All passengers were brought ashore by midnight, harbour master Petra Quay said.
        paragraph: “Nobody was hurt, and nobody was dry,” she told reporters.
        date bar: date 2026-05-04 EN
        language bar: ру
        language bar: en
        language bar: 中文
        navigation: Politics
        navigation: Economy
        navigation: World
        date bar: 18:40, 4 May 2026
        duplicate: The ferry Heron on the reef off Gull Island
        tag line: Norland Gull Island Petra Quay Ferries World News
        author card: Ana Reed
        author card: Author
        teaser: Most popular
        teaser: How to keep gulls off your chips
        navigation: See All
    "]],
    );
}

#[test]
fn a_wire_page_with_a_lead_printed_twice() {
    let page = "\
| Welcome to Norland Mirror\r
\r
Tuesday, May 5, 2026\r
\r
Norland closes its old ferry line\r
\r
QUAYSIDE (Gull Wire) - The island council voted on Tuesday to close the old ferry line after the Heron ran aground.\r
\r
QUAYSIDE (Gull Wire) - The island council voted on Tuesday to close the old ferry line after the Heron ran aground.\r
\r
The line had run for ninety years, and its boats were older than most of the people they carried.\r
\r
(Reporting by Ana Reed and Tom Wells)\r
Norland Mirror\r
";
    check(
        page,
        &expect![[r"
            outlet: Norland Mirror
            headline: Norland closes its old ferry line
            published: 2026-05-05
            byline: Ana Reed / -
            byline: Tom Wells / -
            dateline: QUAYSIDE (Gull Wire) -
            wire: Gull Wire
            paragraph: QUAYSIDE (Gull Wire) - The island council voted on Tuesday to close the old ferry line after the Heron ran aground.
            paragraph: The line had run for ninety years, and its boats were older than most of the people they carried.
            masthead: Welcome to Norland Mirror
            date bar: Tuesday, May 5, 2026
            duplicate: QUAYSIDE (Gull Wire) - The island council voted on Tuesday to close the old ferry line after the Heron ran aground.
            author card: (Reporting by Ana Reed and Tom Wells)
            masthead: Norland Mirror
        "]],
    );
}

#[test]
fn a_page_without_prose_has_no_article() {
    check("Home\nWorld\nSport\nContact us\n© Norland Mirror", &expect!["no article"]);
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    let line = prop_oneof![
        "[A-Z][a-z]{2,8}( [a-z]{2,8}){8,20}\\.",
        "\\PC{0,60}",
        Just("Read more: Gulls".to_owned()),
        Just("Photo: Ana Reed".to_owned()),
        Just("By Ana Reed | 4 May 2026 14:05".to_owned()),
        Just("  • ру".to_owned()),
        Just(String::new()),
    ];
    prop::collection::vec(line, 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_span_slices_and_leads_back(lines in lines(), ending in "(\n|\r\n|\n\n)") {
        let page = lines.join(&ending);
        let Some(read) = article(&capture(page.as_bytes())).value else { return Ok(()) };
        for span in read.paragraphs.iter().chain(&read.headline).chain(&read.standfirst) {
            prop_assert!(!read.words(*span).is_empty());
            let source = read.text.payload_range(*span).expect("words come from the payload");
            prop_assert!(source.end <= page.len());
        }
        prop_assert_eq!(article(&capture(page.as_bytes())).value, Some(read));
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = article(&capture(&bytes));
    }
}
