//! What a reader meets, and what they do not meet twice.

use crate::drafts::{article, at, claim, stamp, statement};
use parallax_model::{
    Absence, Absent, Citation, Claim, ClaimKind, ClaimStatus, Comparison, Difference,
    DifferenceKind, DifferenceValue, Edition, First, NamedBy, Nature, NotCompared, Origin,
    Precision, Quotation, QuotationGroup, QuotationKind, QuotationVariant, ReadArticle, Story,
    TimelineEntry, ToldStory, Unalike, Voice,
};
use parallax_publish::{html, markdown, terminal, terminal::Style};

const LANDSLIDE: &str = "A landslide closed the Corran pass on Monday.";
const HEARD: &str = "“We heard the hill before we saw it.";
const RAN: &str = "Then we ran,” said Ansa Vetch, a driver.";

/// The same short account by each of `outlets`.
fn accounts(outlets: &[&str]) -> Vec<ReadArticle> {
    let accounts = outlets.iter().enumerate().map(|(nth, outlet)| {
        let mut read = article(outlet, "Corran pass closed", &[&[LANDSLIDE], &[HEARD, RAN]]);
        read.article.published = Some(stamp(&format!("2026-03-0{}T09:00", nth + 2)));
        read
    });
    accounts.collect()
}

/// `articles` as one story, each its own origin.
fn edition(articles: Vec<ReadArticle>, comparison: Comparison) -> Edition {
    let origins = articles.iter().enumerate().map(|(nth, read)| Origin {
        name: read.article.outlet.name.clone().unwrap(),
        agency: false,
        named_by: NamedBy::Only,
        outlets: vec![read.article.outlet.name.clone().unwrap()],
        articles: vec![nth],
    });
    let story = Story {
        id: Story::name(articles[0].article.id),
        aliases: Vec::new(),
        articles: (0..articles.len()).collect(),
        origins: origins.collect(),
    };
    let stories = vec![ToldStory { story, comparison }];
    Edition { articles, stories, ..Edition::default() }
}

/// What those of `articles` who have `words` tell with them.
fn told(articles: &[ReadArticle], words: &str) -> Claim {
    let carriers = articles.iter().enumerate();
    let carriers = carriers.filter(|(_, read)| read.article.text.as_str().contains(words));
    let statements: Vec<_> =
        carriers.map(|(nth, read)| statement(nth, at(read, words), Voice::Outlet, None)).collect();
    let many = statements.len();
    let status = if many > 1 { ClaimStatus::Agreed } else { ClaimStatus::Single };
    claim(status, ClaimKind::Event, many, statements)
}

fn quote(read: &mut ReadArticle, words: &str) {
    let span = at(read, words);
    read.annotations.quotations.push(Quotation {
        span,
        kind: QuotationKind::Direct,
        speaker: None,
        speaker_name: Some("Ansa Vetch".to_owned()),
        speaker_span: None,
        cue: None,
        utterance: 0,
    });
}

fn entry(articles: &[ReadArticle], article: usize, words: &str, value: &str) -> TimelineEntry {
    TimelineEntry {
        value: value.to_owned(),
        precision: Precision::Day,
        text: (article, at(&articles[article], words)),
        claim: None,
        articles: vec![article],
    }
}

fn text(edition: &Edition) -> String {
    terminal::edition(edition, &Style { width: 96, colour: false }).replace("\u{a0}", " ")
}

/// The lines from `heading` to the next.
fn section<'a>(output: &'a str, heading: &str) -> Vec<&'a str> {
    let lines = output.lines().skip_while(|line| *line != heading).skip(2);
    lines.take_while(|line| line.is_empty() || line.starts_with(' ')).collect()
}

#[test]
fn a_sentence_that_cuts_a_quotation_brings_the_rest_with_it() {
    let mut articles = accounts(&["Gazette", "Courier"]);
    for read in &mut articles {
        quote(read, "We heard the hill before we saw it. Then we ran,");
    }
    let claims = vec![told(&articles, LANDSLIDE), told(&articles, HEARD), told(&articles, RAN)];
    let output = text(&edition(articles, Comparison { claims, ..Comparison::default() }));
    assert_eq!(
        section(&output, "WHAT BOTH TELL"),
        [
            "  • “We heard the hill before we saw it. Then we ran,” said Ansa Vetch, a driver.",
            "    — Gazette; also Courier",
            "",
        ]
    );
}

#[test]
fn what_happened_stands_under_the_headline_and_not_again() {
    let articles = accounts(&["Gazette", "Courier"]);
    let claims = vec![told(&articles, LANDSLIDE)];
    let output = text(&edition(articles, Comparison { claims, ..Comparison::default() }));
    assert!(output.contains(&format!("What    {LANDSLIDE}\n        — Gazette; also Courier\n")));
    assert_eq!(output.matches(LANDSLIDE).count(), 1);
}

#[test]
fn a_dateline_is_not_a_part_of_the_sentence() {
    let mut articles = accounts(&["Gazette"]);
    let mut wire = article("Wire", "Pass closed", &[&["CORRAN (Wire) — The pass is closed."]]);
    wire.article.dateline = Some(at(&wire, "CORRAN (Wire) —"));
    articles.push(wire);
    let claims = vec![told(&articles, "CORRAN (Wire) — The pass is closed.")];
    let edition = edition(articles, Comparison { claims, ..Comparison::default() });
    assert!(!text(&edition).contains("CORRAN"));
    assert!(markdown::edition(&edition).contains("**The pass is closed.**"));
}

#[test]
fn a_later_account_that_revises_the_first_is_told_first() {
    let mut articles = accounts(&["Gazette"]);
    for (number, day) in [("Two", "2026-03-02"), ("Nine", "2026-03-03")] {
        let sentence = format!("{number} lorries were caught on the pass.");
        let mut read = article("Wire", "Lorries caught", &[&[sentence.as_str()]]);
        read.article.published = Some(stamp(day));
        articles.push(read);
    }
    let statements = [(1, "Two lorries"), (2, "Nine lorries")].map(|(nth, words)| {
        statement(
            nth,
            at(&articles[nth], &format!("{words} were caught on the pass.")),
            Voice::Outlet,
            None,
        )
    });
    let difference = Difference {
        kind: DifferenceKind::Number,
        nature: Nature::Update,
        claim: Some(0),
        about: (1, at(&articles[1], "lorries")),
        values: [(1, "Two"), (2, "Nine")]
            .map(|(article, words)| DifferenceValue {
                article,
                span: at(&articles[article], words),
            })
            .to_vec(),
    };
    let claims = vec![claim(ClaimStatus::Differs, ClaimKind::Event, 1, statements.to_vec())];
    let comparison =
        Comparison { headline: 1, claims, differences: vec![difference], ..Comparison::default() };
    let mut edition = edition(articles, comparison);
    let origins = &mut edition.stories[0].story.origins;
    origins[1].articles.push(2);
    origins.truncate(2);
    let output = text(&edition);
    assert!(output.contains("What    Nine lorries were caught on the pass.\n"), "{output}");
    assert!(output.contains("earlier accounts differ, see below"), "{output}");
    assert!(output.contains("lorries: Two / Nine — number: changed later\n"), "{output}");
}

#[test]
fn a_label_that_stayed_in_the_text_is_not_a_claim() {
    let mut articles = accounts(&["Gazette"]);
    articles.push(article("Post", "Pass", &[&["Traffic news"], &["Snow fell."]]));
    let claims = vec![
        told(&articles, LANDSLIDE),
        told(&articles, "Traffic news"),
        told(&articles, "Snow fell."),
    ];
    let output = text(&edition(articles, Comparison { claims, ..Comparison::default() }));
    assert!(!output.contains("Traffic news") && output.contains("Snow fell."));
}

#[test]
fn the_timeline_tells_no_sentence_twice_and_skips_what_has_no_date() {
    let articles = accounts(&["Gazette", "Courier"]);
    let timeline = vec![
        entry(&articles, 0, RAN, "2026-10"),
        entry(&articles, 0, LANDSLIDE, "2026-03-02"),
        entry(&articles, 1, LANDSLIDE, "2026-03-09"),
        entry(&articles, 0, HEARD, "2026-W23"),
        entry(&articles, 1, RAN, "FUTURE_REF"),
    ];
    let output = text(&edition(articles, Comparison { timeline, ..Comparison::default() }));
    let lines = section(&output, "TIMELINE");
    assert_eq!(
        lines,
        [
            "  2 Mar 2026          A landslide closed the Corran pass on Monday. — Gazette; told 09:00",
            "  week of 1 Jun 2026  “We heard the hill before we saw it. — Gazette",
            "  Oct 2026            Then we ran,” said Ansa Vetch, a driver. — Gazette",
            "",
        ]
    );
}

#[test]
fn a_busy_day_shows_what_most_carry_and_counts_the_rest() {
    let sentences: Vec<String> =
        (1..=9).map(|nth| format!("Lorry number {nth} was dug out on Monday.")).collect();
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let articles = vec![
        article("Gazette", "Dug out", &[&sentences]),
        article("Courier", "Dug out", &[&[LANDSLIDE]]),
    ];
    let mut timeline: Vec<TimelineEntry> =
        sentences.iter().map(|words| entry(&articles, 0, words, "2026-03-02")).collect();
    timeline[8].articles.push(1);
    let edition = edition(articles, Comparison { timeline, ..Comparison::default() });
    let output = text(&edition);
    let lines = section(&output, "TIMELINE");
    assert!(lines[0].contains("number 1 ") && lines[4].contains("number 9 "), "{lines:?}");
    assert_eq!(lines[5].trim(), "and 4 more of that day");
    assert!(html::edition(&edition).contains("<summary>4 more of that day</summary>"));
}

#[test]
fn changed_words_of_a_quotation_are_marked_and_spelling_is_no_change() {
    let full = "“We honour the neighbours who stayed all night,” said Ansa Vetch.";
    let other = "“We honor the neighbors who stayed all winter,” said Ansa Vetch.";
    let cut = "Vetch spoke of neighbours “who stayed all night”.";
    let pages = [("Gazette", full), ("Courier", other), ("Post", cut), ("Wire", cut)];
    let articles: Vec<ReadArticle> =
        pages.iter().map(|(outlet, words)| article(outlet, "Thanks", &[&[words]])).collect();
    let words = [
        "We honour the neighbours who stayed all night,",
        "We honor the neighbors who stayed all winter,",
        "who stayed all night",
        "who stayed all night",
    ];
    let variants = words.iter().enumerate();
    let variants = variants
        .map(|(article, words)| QuotationVariant { article, span: at(&articles[article], words) });
    let group = QuotationGroup {
        speaker_name: Some("Ansa Vetch".to_owned()),
        fullest: 0,
        variants: variants.collect(),
    };
    let quotations = vec![group];
    let edition = edition(articles, Comparison { quotations, ..Comparison::default() });
    assert_eq!(
        section(&text(&edition), "WHO SAID WHAT"),
        [
            "  Ansa Vetch",
            "  • “We honour the neighbours who stayed all *night*” — Gazette",
            "    other words in Courier: “We honor the neighbors who stayed all *winter*”",
            "    cut in Post, Wire: “who stayed all night”",
            "",
        ]
    );
    assert!(html::edition(&edition).contains("all <mark>winter</mark></q>"));
}

#[test]
fn an_account_in_a_language_that_was_not_compared_stands_apart() {
    let mut articles = vec![article("Вестник", "Перевал закрыт", &[&["Перевал закрыт."]])];
    articles[0].article.language = "ru".to_owned();
    articles.extend(accounts(&["Gazette", "Courier"]));
    let claims =
        vec![told(&articles, "Перевал закрыт."), told(&articles, LANDSLIDE), told(&articles, RAN)];
    let comparison = Comparison { headline: 1, claims, ..Comparison::default() };
    let output = text(&edition(articles, comparison));
    assert!(output.contains("WHAT BOTH IN ENGLISH TELL\n"), "{output}");
    assert!(output.contains("  Вестник, in Russian, not compared with the others\n"), "{output}");
    assert!(output.contains("  Вестник, no date, in Russian\n"), "{output}");
}

#[test]
fn many_articles_on_their_own_are_a_short_list() {
    let mut whole = Edition::default();
    for nth in 0..20 {
        let headline = format!("Pass number {nth} closed");
        let one =
            edition(vec![article("Gazette", &headline, &[&[LANDSLIDE]])], Comparison::default());
        let mut told = one.stories.into_iter().next().unwrap();
        told.story.articles = vec![nth];
        told.comparison.headline = nth;
        whole.articles.extend(one.articles);
        whole.stories.push(told);
    }
    let output = text(&whole);
    assert!(output.starts_with("TOLD BY ONE ARTICLE ONLY\n"), "{output}");
    assert_eq!(output.lines().count(), 2 + 20 * 3);
}

#[test]
fn who_could_not_know_is_told_apart_from_who_does_not_tell() {
    let mut articles = accounts(&["Gazette", "Courier", "Post", "Echo"]);
    for (nth, words) in [(2, "The pass is a hundred years old."), (3, "Snow fell.")] {
        let outlet = articles[nth].article.outlet.name.clone().unwrap();
        articles[nth] = article(&outlet, "Pass", &[&[words]]);
    }
    let mut both = told(&articles, LANDSLIDE);
    let heard = told(&articles, HEARD);
    let absent = |origin, why| Absent { origin, why };
    both.absent = Some(vec![absent(2, Absence::NotTold), absent(3, Absence::PerhapsTold)]);
    let heard = Claim {
        absent: Some(vec![absent(2, Absence::NotKnownYet), absent(3, Absence::TimesUnclear)]),
        ..heard
    };
    let claims = vec![both, heard];
    let edition = edition(articles, Comparison { claims, ..Comparison::default() });
    let output = text(&edition);
    assert!(output.contains("also Courier; not found in Post\n"), "{output}");
    assert!(output.contains("also Courier; too early for Post\n"), "{output}");
    assert!(!output.contains("Echo;"), "{output}");
    assert!(markdown::edition(&edition).contains("; too early for Post*"));
    assert!(html::edition(&edition).contains("; not found in <bdi>Post</bdi>"));
}

#[test]
fn what_was_not_compared_is_said() {
    let articles = accounts(&["Gazette", "Courier"]);
    let left = NotCompared { article: 1, why: Unalike::TooShort, sentences: 3 };
    let comparison = Comparison { not_compared: vec![left], ..Comparison::default() };
    let edition = edition(articles, comparison);
    let expected = ["  • Courier: Corran pass closed — too short to compare", ""];
    assert_eq!(section(&text(&edition), "NOT COMPARED"), expected);
    assert!(markdown::edition(&edition).contains("## Not compared\n"));
    assert!(html::edition(&edition).contains("<h3>Not compared</h3>"));
}

#[test]
fn an_outlet_that_cites_another_or_has_its_words_is_said_to() {
    let mut articles = accounts(&["Gazette", "Courier", "Post"]);
    let span = at(&articles[1], "landslide");
    articles[1].annotations.citations =
        vec![Citation { span, source_name: "Corran Radio".to_owned() }];
    let mut claim = told(&articles, LANDSLIDE);
    claim.statements[2].verbatim = Some(0);
    let edition = edition(articles, Comparison { claims: vec![claim], ..Comparison::default() });
    let output = text(&edition).replace("\n        ", " ");
    let credit = "— Gazette; also Courier (citing Corran Radio), Post (in the words of Gazette)\n";
    assert!(output.contains(credit), "{output}");
}

#[test]
fn a_table_says_who_tells_what() {
    let mut articles = accounts(&["Gazette", "Courier", "Post"]);
    articles[2] = article("Post", "Pass", &[&["The pass is a hundred years old.", HEARD, RAN]]);
    let absent = |origin, why| Some(vec![Absent { origin, why }]);
    let mut slide = told(&articles, LANDSLIDE);
    slide.first = Some(First { article: 0, published: stamp("2026-03-02T09:00") });
    slide.absent = absent(2, Absence::NotTold);
    let mut heard = told(&articles, HEARD);
    heard.statements.truncate(2);
    heard.absent = absent(2, Absence::NotKnownYet);
    heard.statements[1].verbatim = Some(0);
    let claims = vec![slide, heard];
    let edition = edition(articles, Comparison { claims, ..Comparison::default() });
    let table = markdown::edition(&edition);
    let table = table.split("## Who tells what").nth(1).expect("there is a table");
    assert!(table.contains("| What is told | Gazette | Courier | Post |"), "{table}");
    assert!(table.contains("Monday. | ● first | ● told | – not found |"), "{table}");
    assert!(table.contains("| ● told | ● same words | ○ too early |"), "{table}");
    assert!(html::edition(&edition).contains("<th scope=\"row\">"));
}

#[test]
fn two_origins_need_no_table() {
    let articles = accounts(&["Gazette", "Courier"]);
    let claims = vec![told(&articles, LANDSLIDE), told(&articles, HEARD)];
    let edition = edition(articles, Comparison { claims, ..Comparison::default() });
    assert!(!markdown::edition(&edition).contains("Who tells what"));
}
