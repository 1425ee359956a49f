use crate::html::article;
use parallax_model::{Article, Capture, CaptureParts, MediaType, cut};

fn read(page: &str) -> Option<Article> {
    article(&Capture::new(CaptureParts {
        path: "page.html".into(),
        record: None,
        url: Some("https://gazette.example/news/ferry".into()),
        media_type: MediaType::Html,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: page.as_bytes().to_vec(),
    }))
    .value
}

fn page(body: &str, printed: &str) -> String {
    format!(
        "<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\
        \"headline\":\"Ferry is late again\",\"articleBody\":\"{body}\"}}</script></head>\
        <body><h1>Ferry is late again</h1>{printed}</body></html>"
    )
}

const LONG: &str = "The ferry to Gull Rock was late again on Monday, the harbour office said. \
    Nobody was hurt, but two goats, which had no tickets, had to be led off the pier. \
    The owner of the goats, who lives on the rock, said that he would pay for the day, \
    and that he had told the office twice that its clock was slow by half an hour.";

#[track_caller]
fn check(body: &str, printed: &str, expected: &[&str]) {
    let page = page(body, printed);
    let article = read(&page).expect("the page has an article");
    let found: Vec<&str> = article.paragraphs.iter().map(|at| article.words(*at)).collect();
    assert_eq!(found, expected);
    for run in article.text.runs() {
        let payload = &page.as_bytes()[run.payload.start..run.payload.end];
        let text = cut(article.text.as_str(), run.start..run.end);
        assert!(
            payload == text.as_bytes() || payload.starts_with(b"\\") || payload.contains(&b'&'),
            "{run:?}"
        );
    }
}

#[test]
fn a_body_that_only_the_data_carries_is_the_text() {
    let body = format!("{LONG}\\n\\nCaf\\u00e9s were \\\"full\\\" &amp; warm.");
    check(&body, "<p>Please turn on scripts.</p>", &[LONG, "Cafés were \"full\" & warm."]);
}

#[test]
fn markup_in_the_data_parts_paragraphs() {
    let body = format!("<p>{LONG}<\\/p><p>The <b>goats<\\/b> swam 3 < 4 miles.<\\/p>");
    check(&body, "", &[LONG, "The goats swam 3 < 4 miles."]);
}

#[test]
fn a_page_that_prints_its_text_is_read_as_printed() {
    let printed = format!("<article><p>{LONG}</p></article>");
    check(LONG, &printed, &[LONG]);
    let other = "<article><p>The harbour office has a new clock, which was paid for by the owner \
        of two goats, and which is said to be fast by a quarter of an hour on some days.</p></article>";
    let page = page(LONG, other).replace("<h1>Ferry is late again", "<h1>A clock for the pier");
    let article = read(&page).expect("the page has an article");
    assert!(article.text.as_str().contains("a new clock"));
}

#[test]
fn a_page_that_says_it_is_an_article_is_one() {
    let head = "<meta property='og:type' content='article'>\
        <meta property='og:title' content='Ferry is late again'>\
        <meta property='article:published_time' content='2026-03-04'>";
    let article = read(&format!("<html><head>{head}</head><body>Loading</body></html>"));
    let article = article.expect("the page has an article");
    assert_eq!(article.headline_words(), "Ferry is late again");
    assert!(article.paragraphs.is_empty());
    assert!(read("<html><head><title>Ferry</title></head><body>Loading</body></html>").is_none());
}
