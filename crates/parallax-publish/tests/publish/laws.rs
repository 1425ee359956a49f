//! What holds for every edition: nothing is made up, nothing is too wide, nothing is markup.

use crate::{drafts, ferry};
use parallax_model::{
    Claim, ClaimKind, ClaimStatus, Comparison, Difference, DifferenceKind, DifferenceValue,
    Direction, Earlier, Edition, First, NamedBy, Nature, Origin, Precision, Quotation,
    QuotationGroup, QuotationKind, QuotationVariant, ReadArticle, Span, Story, TimelineEntry,
    ToldStory, Unread, Voice, When,
};
use parallax_publish::{Generator, csv, html, json, markdown, terminal, terminal::Style};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// Words no label of ours holds, so that every run of them in an output must be an article's.
const THEIRS: &str = "[XQZ]{1,9}";

/// Whatever a page may hold.
const ANYTHING: &str = "[a-zA-Z а-я،-ي海港搁浅。“”«»<>&\"'*_|\\-=\\[\\]\u{1b}\u{7}\u{202e}\u{301}\u{fe0f}\u{1f600}❤\u{200d}\t]{1,60}";

/// One edition of one story: each article its headline and sentences, told as fully as can be.
fn edition(name: &str, pages: &[Vec<String>]) -> Edition {
    let articles: Vec<ReadArticle> = pages
        .iter()
        .enumerate()
        .map(|(at, page)| {
            let sentences: Vec<&str> = page.iter().skip(1).map(String::as_str).collect();
            let outlet = format!("{name} {}", at / 2);
            let mut read = drafts::article(&outlet, &page[0], &[&sentences]);
            read.article.direction =
                if at.is_multiple_of(2) { Direction::Ltr } else { Direction::Rtl };
            read.article.published = Some(drafts::stamp("2026-03-04T07:15"));
            quote_over_sentences(&mut read);
            read
        })
        .collect();
    let told = ToldStory { story: story(&articles), comparison: comparison(&articles) };
    let unread = Unread { path: name.to_owned(), reason: "empty".to_owned() };
    Edition { articles, stories: vec![told], unread: vec![unread], ..Edition::default() }
}

/// A quotation over two sentences, and a dateline: what is shown is not what was claimed.
fn quote_over_sentences(read: &mut ReadArticle) {
    if let [first, second, ..] = read.annotations.sentences.as_slice() {
        read.annotations.quotations.push(Quotation {
            span: first.to(*second),
            kind: QuotationKind::Direct,
            speaker: None,
            speaker_name: None,
            speaker_span: None,
            cue: None,
            utterance: 0,
        });
    }
    let dateline = read.annotations.sentences.last().and_then(|last| {
        let words = read.article.words(*last).split_whitespace().next()?;
        read.article.text.span(last.start(), last.start() + words.len()).ok()
    });
    read.article.dateline = dateline;
}

fn story(articles: &[ReadArticle]) -> Story {
    let origins = articles.iter().enumerate().map(|(at, read)| Origin {
        name: read.article.outlet.name.clone().unwrap_or_default(),
        agency: false,
        named_by: NamedBy::Only,
        outlets: read.article.outlet.name.iter().cloned().collect(),
        articles: vec![at],
    });
    Story {
        id: Story::name(articles[0].article.id),
        aliases: Vec::new(),
        articles: (0..articles.len()).collect(),
        origins: origins.collect(),
    }
}

/// The nth sentences of all articles are one claim, one difference, one quotation, one moment.
fn comparison(articles: &[ReadArticle]) -> Comparison {
    let most = articles.iter().map(|read| read.annotations.sentences.len()).max().unwrap_or(0);
    let mut comparison = Comparison {
        when: When { start: Some("2026-03-03".into()), end: Some("2026-03-04".into()) },
        ..Comparison::default()
    };
    for nth in 0..most {
        let told: Vec<(usize, Span)> = articles
            .iter()
            .enumerate()
            .filter_map(|(at, read)| Some((at, *read.annotations.sentences.get(nth)?)))
            .collect();
        comparison.claims.push(claim(nth, &told));
        comparison.timeline.push(TimelineEntry {
            value: "2026-03".into(),
            precision: Precision::Month,
            text: told[0],
            claim: Some(nth),
            articles: told.iter().map(|&(at, _)| at).collect(),
        });
        comparison.quotations.push(QuotationGroup {
            speaker_name: None,
            fullest: told.len() - 1,
            variants: told
                .iter()
                .map(|&(article, span)| QuotationVariant { article, span })
                .collect(),
        });
        comparison.earlier.push(Earlier { article: told[0].0, span: told[0].1, story: None });
        if nth.is_multiple_of(2) && told.len() > 1 {
            comparison.differences.push(Difference {
                kind: DifferenceKind::Wording,
                nature: if nth == 0 { Nature::Conflict } else { Nature::Update },
                claim: Some(nth),
                about: told[0],
                values: told
                    .iter()
                    .map(|&(article, span)| DifferenceValue { article, span })
                    .collect(),
            });
        }
    }
    comparison
}

fn claim(nth: usize, told: &[(usize, Span)]) -> Claim {
    let status = match told.len() {
        1 => ClaimStatus::Single,
        _ if nth.is_multiple_of(2) => ClaimStatus::Differs,
        _ => ClaimStatus::Agreed,
    };
    let kind = if nth % 5 == 4 { ClaimKind::Background } else { ClaimKind::Event };
    let statements =
        told.iter().map(|&(at, span)| drafts::statement(at, span, Voice::Outlet, None)).collect();
    let mut claim = drafts::claim(status, kind, told.len(), statements);
    let published = drafts::stamp("2026-03-04T07:15");
    claim.first = Some(First { article: told[0].0, published });
    claim
}

fn generator() -> Generator {
    Generator { name: "parallax".into(), version: "0".into(), tables: String::new(), encoder: None }
}

/// Every output there is, by name.
fn outputs(edition: &Edition, width: usize) -> Vec<(&'static str, String)> {
    let plain = Style { width, colour: false };
    let mut outputs = vec![
        ("terminal", terminal::edition(edition, &plain)),
        ("colour", terminal::edition(edition, &Style { width, colour: true })),
        ("markdown", markdown::edition(edition)),
        ("html", html::edition(edition)),
        ("csv", csv::edition(edition)),
        ("json", json::edition(edition, &generator())),
    ];
    for read in &edition.articles {
        outputs.push(("article", terminal::article(read, &plain)));
        outputs.push(("explained", terminal::explained(read, &plain)));
        outputs.push(("article json", json::article(read)));
    }
    outputs
}

/// Runs of words that are theirs; whatever is ours ends a run.
fn runs(output: &str) -> BTreeSet<String> {
    let bare = without_marks(output);
    let mut runs = BTreeSet::new();
    let mut run: Vec<&str> = Vec::new();
    for word in bare.split_whitespace() {
        if word.chars().all(|letter| "XQZ".contains(letter)) {
            run.push(word);
        } else if !run.is_empty() {
            runs.insert(std::mem::take(&mut run).join(" "));
        }
    }
    runs.insert(run.join(" "));
    runs
}

/// The output with tags, colours and emphasis gone and every other mark of ours standing alone.
fn without_marks(output: &str) -> String {
    let bare = output
        .replace("<mark>", "")
        .replace("</mark>", "")
        .replace("\u{1b}[1;4m", "")
        .replace("\u{1b}[1m", "")
        .replace("\u{1b}[2m", "")
        .replace("\u{1b}[0m", "")
        // Two paragraphs are two runs.
        .replace("\n\n", " | ")
        .replace("\\n", " | ");
    let letter = |letter: char| "XQZ".contains(letter) || letter.is_whitespace();
    bare.chars().map(|at| if letter(at) { at.to_string() } else { format!(" {at} ") }).collect()
}

fn check_nothing_is_made_up(edition: &Edition) -> Result<(), TestCaseError> {
    let texts: Vec<String> = edition
        .articles
        .iter()
        .map(|read| read.article.text.as_str().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    // At forty columns no two accounts stand on one line.
    for (name, output) in outputs(edition, 40) {
        for run in runs(&output.replace('*', "")) {
            let known = texts.iter().any(|text| text.contains(&run));
            prop_assert!(known, "{name} holds words of no article: {run}");
        }
    }
    Ok(())
}

/// Every text of the JSON stands at its span.
fn check_spans(edition: &Edition) -> Result<(), TestCaseError> {
    let line = json::edition(edition, &generator());
    let whole: Value = serde_json::from_str(&line).unwrap();
    let words = |holder: &Value, article: &str| -> Option<String> {
        let span = holder["span"].as_array()?;
        let [start, end] =
            [span[0].as_u64()?, span[1].as_u64()?].map(|at| usize::try_from(at).unwrap());
        let articles = whole["articles"].as_array()?;
        let read = articles.iter().find(|read| read["id"] == article)?;
        Some(read["text"].as_str()?.get(start..end)?.to_owned())
    };
    for story in whole["stories"].as_array().unwrap() {
        for list in ["claims", "quotations"] {
            for group in story[list].as_array().unwrap() {
                let holders = group["statements"].as_array().or(group["variants"].as_array());
                let mut texts = Vec::new();
                for holder in holders.unwrap() {
                    let found = words(holder, holder["article"].as_str().unwrap());
                    prop_assert_eq!(found.as_deref(), holder["text"].as_str());
                    texts.extend(found);
                }
                let text = group["text"].as_str().unwrap().to_owned();
                prop_assert!(texts.contains(&text));
            }
        }
        for difference in story["differences"].as_array().unwrap() {
            for value in difference["values"].as_array().unwrap() {
                let found = words(value, value["article"].as_str().unwrap());
                prop_assert_eq!(found.as_deref(), value["value"].as_str());
            }
        }
    }
    Ok(())
}

fn without_colour(line: &str) -> String {
    ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[2m", "\u{1b}[1;4m", "\u{1b}[31m"]
        .iter()
        .fold(line.to_owned(), |line, code| line.replace(code, ""))
}

fn check_widths(edition: &Edition, width: usize) -> Result<(), TestCaseError> {
    for (name, output) in outputs(edition, width) {
        if !matches!(name, "terminal" | "colour" | "article" | "explained") {
            continue;
        }
        for line in output.lines() {
            let line = without_colour(line);
            prop_assert!(line.width() <= width, "{name}, {} > {width}: {line:?}", line.width());
            prop_assert!(!line.contains(char::is_control), "{name} steers: {line:?}");
        }
    }
    Ok(())
}

fn pages(words: &'static str, longest: usize) -> impl Strategy<Value = Vec<Vec<String>>> {
    let sentence = prop::collection::vec(words, 1..longest).prop_map(|words| words.join(" "));
    prop::collection::vec(prop::collection::vec(sentence, 2..7), 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn every_sentence_that_is_printed_is_an_articles_own(pages in pages(THEIRS, 12)) {
        let edition = edition("outlet", &pages);
        check_nothing_is_made_up(&edition)?;
        check_spans(&edition)?;
    }

    #[test]
    fn no_line_is_wider_than_the_terminal(pages in pages(ANYTHING, 3), width in 20..130_usize) {
        check_widths(&edition("Gazette 日報 \u{1b}[2J", &pages), width)?;
    }

    #[test]
    fn the_same_edition_gives_the_same_bytes(pages in pages(ANYTHING, 3)) {
        let edition = edition("Gazette", &pages);
        prop_assert_eq!(outputs(&edition, 72), outputs(&edition.clone(), 72));
    }

    #[test]
    fn a_page_cannot_write_markup(pages in pages(ANYTHING, 3)) {
        let edition = edition("Gazette <script>alert(1)</script>", &pages);
        let page = html::edition(&edition);
        let (_, body) = page.split_once("<body>").unwrap();
        for tag in body.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
            prop_assert!(TAGS.contains(&name), "a page wrote <{tag}");
        }
    }

    #[test]
    fn a_table_has_as_many_fields_in_every_row(pages in pages(ANYTHING, 3)) {
        let table = csv::edition(&edition("Gazette, \"daily\"", &pages));
        for row in rows(&table) {
            prop_assert_eq!(row.len(), 14);
            for field in row {
                prop_assert!(!field.starts_with(['=', '+', '-', '@']));
            }
        }
    }
}

const TAGS: [&str; 37] = [
    "a", "article", "b", "bdi", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "h1",
    "h2", "h3", "h4", "header", "html", "li", "main", "mark", "nav", "ol", "p", "q", "section",
    "small", "span", "summary", "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
];

/// A reader of RFC 4180.
fn rows(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = table.chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => {
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            _ => row.last_mut().unwrap().push(letter),
        }
    }
    rows.pop();
    rows
}

#[test]
fn nothing_is_printed_as_markup_or_formula() {
    let edition = ferry::edition();
    let page = html::edition(&edition);
    assert!(!page.contains("<script") && !page.contains("href=\"javascript"));
    assert!(!markdown::edition(&edition).replace("\\<", "").contains("<s"));
    assert!(!csv::edition(&edition).contains(",=") && !csv::edition(&edition).contains(",\"="));
}

#[test]
fn an_empty_edition_prints() {
    for (_, output) in outputs(&Edition::default(), 80) {
        assert!(!output.contains('\u{1b}'));
    }
}
