use crate::{OutletRule, OutletRules, Selector, html::article_by};
use parallax_model::{Article, Capture, CaptureParts, MediaType};

const PAGE: &str = "<html><body><div class=a><h1>Tide Post of Gull Rock</h1></div><div class=t>Goats miss the ferry</div>\
    <div class=w>Ada Lane</div><div class=d>4 March 2026</div>\
    <div class=x><p>The ferry to Gull Rock was late again on Monday, the harbour office said, for the third time.</p>\
    <p class=promo>Our goat calendar is for sale at the pier, at the office and in all good shops of the island.</p>\
    <p>Nobody was hurt, but two goats, which had no tickets, had to be led off the pier by a boy.</p></div></body></html>";

fn read(rule: OutletRule) -> Article {
    let capture = Capture::new(CaptureParts {
        path: "page.html".into(),
        record: None,
        url: Some("https://www.tide.example/goats".into()),
        media_type: MediaType::Html,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: PAGE.as_bytes().to_vec(),
    });
    let rules = OutletRules::new(vec![rule]);
    article_by(&capture, &rules).value.expect("the page has an article")
}

fn rule(always: bool) -> OutletRule {
    let selector = |text: &str| Selector::parse(text).ok();
    OutletRule {
        hosts: vec!["tide.example".into()],
        always,
        headline: selector("div.t"),
        body: selector(".x"),
        byline: selector("div.w"),
        date: selector("div.d"),
        drop: selector(".promo").into_iter().collect(),
    }
}

#[test]
fn a_rule_that_is_always_asked_goes_first() {
    let article = read(rule(true));
    assert_eq!(article.headline_words(), "Goats miss the ferry");
    assert_eq!(article.byline.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["Ada Lane"]);
    assert_eq!(article.published.map(|at| at.to_string()).as_deref(), Some("2026-03-04"));
    assert_eq!(article.paragraphs.len(), 2);
    assert!(!article.text.as_str().contains("calendar"));
}

#[test]
fn a_rule_for_another_host_is_not_asked() {
    let other = OutletRule { hosts: vec!["ebb.example".into()], ..rule(true) };
    assert_eq!(read(other).headline_words(), read(OutletRule::default()).headline_words());
}

#[test]
fn a_rule_is_asked_where_the_general_way_finds_nothing() {
    let article = read(rule(false));
    assert_eq!(article.headline_words(), "Tide Post of Gull Rock");
    assert!(article.published.is_some());
    assert!(!article.text.as_str().contains("calendar"));
}
