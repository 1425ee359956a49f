use super::article;
use expect_test::{Expect, expect};
use parallax_model::{Article, Capture, CaptureParts, MediaType, NoteKind, Span};
use proptest::prelude::*;
use std::fmt::Write as _;

fn capture(page: &[u8]) -> Capture {
    Capture::new(CaptureParts {
        path: "page.html".into(),
        record: None,
        url: Some("https://gazette.example/news/ferry?utm_source=x".into()),
        media_type: MediaType::Html,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: page.to_vec(),
    })
}

/// The article, one fact a line.
fn render(article: &Article) -> String {
    let mut shown = String::new();
    let mut fact = |name: &str, value: &str| writeln!(shown, "{name:<10} {value}").unwrap();
    let mut part = |name: &str, span: Option<Span>| {
        if let Some(span) = span {
            fact(name, article.words(span));
        }
    };
    part("headline", article.headline);
    part("standfirst", article.standfirst);
    article.paragraphs.iter().for_each(|&span| part("paragraph", Some(span)));
    article.byline.iter().for_each(|author| {
        let role = author.role.as_deref().unwrap_or("-");
        fact("byline", &format!("{} ({role})", author.name));
    });
    let stamp = |stamp: &parallax_model::Stamp| format!("{stamp} from {}", stamp.from.name());
    article.published.iter().for_each(|at| fact("published", &stamp(at)));
    article.outlet.name.iter().for_each(|name| fact("outlet", name));
    article.section.iter().for_each(|name| fact("section", name));
    article.tags.iter().for_each(|tag| fact("tag", tag));
    article.images.iter().for_each(|image| {
        let (caption, credit) = (image.caption.as_deref(), image.credit.as_deref());
        fact("image", &format!("{} [{}]", caption.unwrap_or("-"), credit.unwrap_or("-")));
    });
    article.related.iter().for_each(|teaser| fact("related", &teaser.text));
    article.boilerplate.iter().for_each(|out| fact(out.kind.name(), &out.text));
    shown
}

#[track_caller]
fn check(page: &str, expected: &Expect) {
    let read = article(&capture(page.as_bytes())).value.expect("the page has an article");
    expected.assert_eq(&render(&read));
}

const BODY: &str = "<p>The ferry to Gull Rock was late again on Monday, the harbour office said.</p>\
    <p>Nobody was hurt, but two goats, which had no tickets, had to be led off the pier.</p>";

#[test]
fn a_page_with_data_is_read() {
    check(
        &format!(
            r#"<html><head><title>Goats delay ferry | Northport Gazette</title>
            <script type="application/ld+json">{{"@type":"NewsArticle","headline":"Goats delay ferry",
            "datePublished":"2031-05-06T07:08:00+02:00","author":{{"name":"Ada Lane and Tom Reid"}},
            "publisher":{{"name":"Northport Gazette"}},"keywords":"goats, ferries"}}</script></head>
            <body><nav><a href=/>Northport Gazette</a> <a href=/sea>Sea</a></nav><main>
            <h1>Goats delay ferry</h1><p class=deck>Two animals hold up a boat for an hour</p>
            {BODY}</main><footer>All rights belong to the sea.</footer>"#
        ),
        &expect![[r"
            headline   Goats delay ferry
            standfirst Two animals hold up a boat for an hour
            paragraph  The ferry to Gull Rock was late again on Monday, the harbour office said.
            paragraph  Nobody was hurt, but two goats, which had no tickets, had to be led off the pier.
            byline     Ada Lane (-)
            byline     Tom Reid (-)
            published  2031-05-06T07:08:00+02:00 from json-ld
            outlet     Northport Gazette
            tag        goats
            tag        ferries
            navigation Northport Gazette Sea
            footer     All rights belong to the sea.
        "]],
    );
}

#[test]
fn a_page_without_prose_has_no_article() {
    for page in ["", "<p>Hello", "<nav>a b c</nav><ul><li><a href=x>One</a></ul>"] {
        assert_eq!(article(&capture(page.as_bytes())).value, None);
    }
}

#[test]
fn broken_data_is_a_note_and_no_more() {
    let page =
        format!("<script type=application/ld+json>{{\"@type\":</script><h1>Goats</h1>{BODY}");
    let read = article(&capture(page.as_bytes()));
    assert!(read.notes.iter().any(|note| note.kind == NoteKind::StructuredDataBroken));
    assert_eq!(read.value.unwrap().headline_words(), "Goats");
}

#[test]
fn a_page_without_data_is_read_by_what_it_prints() {
    let page = format!(
        "<html><head><title>Goats stop the ferry</title>\
         <meta name=description content='Harbour office blames a broken gate'></head><body>\
         <table><tr><td><img src=l.gif alt='Rope &amp; Sail Weekly'></td></tr></table>\
         <div><h2 class=title>Goats stop the ferry</h2>\
         <p>Harbour office blames a broken gate.</p>\
         <p class=small>11.06.2026 09:00 | Ana Gull</p>{BODY}\
         <blockquote class=promo><a href=/g>Podcast: A year with the goats</a></blockquote>\
         <div class=seen><p>See also</p><ol><li><a href=/b>Bell rings on Gull Rock again</a></li>\
         <li><a href=/t>Old tug becomes a tea room</a></li></ol></div>\
         <p>The next boat sails on Tuesday, the office said, and goats pay half of the fare.</p>\
         <p>Filed under: <a href=/1>ferries</a> <a href=/2>Gull Rock</a> <a href=/3>goats</a></p></div>\
         <div class=more><b>More harbours</b><br><a href=/v>Vellport orders twelve new cranes</a><br>\
         <a href=/c>Copper roofs: our yearly table</a></div></body></html>"
    );
    check(
        &page,
        &expect![[r"
            headline   Goats stop the ferry
            standfirst Harbour office blames a broken gate.
            paragraph  The ferry to Gull Rock was late again on Monday, the harbour office said.
            paragraph  Nobody was hurt, but two goats, which had no tickets, had to be led off the pier.
            paragraph  The next boat sails on Tuesday, the office said, and goats pay half of the fare.
            byline     Ana Gull (-)
            published  2026-06-11T09:00 from text
            outlet     Rope & Sail Weekly
            tag        ferries
            tag        Gull Rock
            tag        goats
            related    Podcast: A year with the goats
            related    Bell rings on Gull Rock again
            related    Old tug becomes a tea room
            related    Vellport orders twelve new cranes
            related    Copper roofs: our yearly table
            date bar   11.06.2026 09:00 | Ana Gull
            teaser     See also
            tag line   Filed under: ferries Gull Rock goats
            teaser     More harbours
        "]],
    );
}

#[test]
fn names_in_elements_of_their_own_are_one_byline() {
    let names = |byline: &str| {
        let page = format!("<h1>Goats stop the ferry</h1>{byline}{BODY}");
        let read = article(&capture(page.as_bytes())).value.expect("the page has an article");
        read.byline.into_iter().map(|author| author.name).collect::<Vec<_>>().join("; ")
    };
    let lines = "<div class=byline><a href=/a>Ana Gull</a> in Vellport<br>\
        <a href=/b>Peter Quay</a> in Northport</div>";
    assert_eq!(names(lines), "Ana Gull; Peter Quay");
    let spans = "<div class=meta><span class='author vcard'>Ana Gull</span> / \
        <span class='author vcard'>Peter Quay</span> <time>4 May 2026</time></div>";
    assert_eq!(names(spans), "Ana Gull; Peter Quay");
    let one = "<div class=byline><a href=/a>Ana Gull</a><br>Harbour editor</div>";
    assert_eq!(names(one), "Ana Gull");
}

#[test]
fn an_element_may_be_named_by_an_attribute_of_its_site() {
    let page = format!(
        "<h1>Goats stop the ferry</h1><div data-tp-name=standfirst>\
         <p>Nobody had shut the gate of the pier, and so nobody sailed</p></div>{BODY}"
    );
    let read = article(&capture(page.as_bytes())).value.expect("the page has an article");
    let standfirst = read.standfirst.map(|span| read.words(span).to_owned());
    assert_eq!(
        standfirst.as_deref(),
        Some("Nobody had shut the gate of the pier, and so nobody sailed")
    );
}

#[test]
fn days_are_read_in_the_order_that_the_sentences_write_them() {
    let published = |told: &str| {
        let page = format!(
            "<h1>Goats stop the ferry</h1><p>By Ana Gull<br>04-08-2026, 17:30</p>{BODY}\
             <p>The gate was last painted {told}, the harbour office said on Monday.</p>"
        );
        let read = article(&capture(page.as_bytes())).value.expect("the page has an article");
        read.published.map(|stamp| stamp.to_string())
    };
    let day_first = published("on 3 May and mended on 12 June");
    assert_eq!(day_first.as_deref(), Some("2026-08-04T17:30"));
    assert_eq!(published("on May 3 and mended on June 12"), None);
    assert_eq!(published("in spring"), None);
}

#[test]
fn a_large_page_is_read_in_one_pass() {
    let row = "<div><p>The ferry was late on Monday, and again on Tuesday, said the <a href=/x>office</a>. <br>Again.</p>";
    let page = row.repeat(20_000);
    assert!(article(&capture(page.as_bytes())).value.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_markup_gives_spans_that_slice_and_lead_back(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<div class='related'>", "</div>", "<table>", "<td>", "</table>",
                "<h1>", "</h1>", "<figure><img src=a>", "<figcaption>", "</figure>", "<a href=/b>",
                "</a>", "<br>", "&shy;", "&nbsp;", "é", "e\u{301}", "<title>", "</title>",
                "The ferry was late again on Monday, the office said in a long letter. ",
                "<meta property=og:title content='Ferry late again'>", "<time datetime=2031-05-06>",
                "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":\"A, B\"}</script>",
                "<aside>", "</aside>", "Read more: ", "By Ada Lane", "<h2>", "</h2>", "\0", "\r\n",
            ]),
            0..60,
        )
    ) {
        let page = parts.concat();
        let read = article(&capture(page.as_bytes()));
        let again = article(&capture(page.as_bytes()));
        prop_assert_eq!(&read, &again);
        if let Some(article) = read.value {
            for run in article.text.runs() {
                prop_assert!(run.payload.end <= page.len() && run.payload.start < run.payload.end);
            }
            for &span in &article.paragraphs {
                prop_assert!(article.text.payload_range(span).is_some());
            }
        }
    }
}
