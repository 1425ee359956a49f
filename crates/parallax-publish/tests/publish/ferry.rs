//! The edition the goldens show: a ferry that never sailed, told by four outlets that do not exist.

use crate::drafts::{article, at, claim, stamp, statement, within};
use parallax_model::{
    Author, Claim, ClaimKind, ClaimStatus, Comparison, Difference, DifferenceKind, DifferenceValue,
    Direction, Earlier, Edition, Entity, EntityKind, First, Image, Mention, MentionForm, NamedBy,
    Nature, NotCompared, Note, NoteKind, Origin, Precision, Quotation, QuotationGroup,
    QuotationKind, QuotationVariant, ReadArticle, Story, StoryEntity, TimelineEntry, Timex,
    ToldStory, Unalike, Unread, Voice, When, Why,
};

pub(crate) fn edition() -> Edition {
    let articles = vec![wire(), courier(), gazette(), bay(), gulf(), crank()];
    let stories =
        vec![ferry(&articles), alone(&articles, 4), alone_with_claim(&articles, 5, "=SUM(A1:A9)")];
    let unread = Unread { path: "captures/broken.gz".into(), reason: "gzip is cut short".into() };
    Edition { articles, stories, unread: vec![unread], ..Edition::default() }
}

const SCRAPE: &str = "We felt a long scrape and then everything went quiet,";

fn wire() -> ReadArticle {
    let mut read = article(
        "Northern Wire",
        "Ferry with 212 aboard runs aground off Port Harrow",
        &[
            &[
                "The ferry Selkie ran aground on a sandbank off Port Harrow early on Wednesday.",
                "It carried 212 people.",
            ],
            &[
                "“We felt a long scrape and then everything went quiet,” said Ada Lane, a passenger.",
            ],
            &["The harbour office said nobody was hurt."],
        ],
    );
    read.article.published = Some(stamp("2026-03-04T07:15"));
    read.article.url = Some("https://northernwire.example/2026/selkie".into());
    lane(&mut read, SCRAPE, QuotationKind::Direct);
    let day = at(&read, "Wednesday");
    read.annotations.dates.push(Timex::new(day, "2026-03-04".into(), Precision::Day));
    read
}

fn courier() -> ReadArticle {
    let mut read = article(
        "Harrow Courier",
        "Selkie aground off Port Harrow",
        &[
            &[
                "The ferry Selkie ran aground on a sandbank off Port Harrow early on Wednesday.",
                "It carried 212 people.",
            ],
            &[
                "“We felt a long scrape and then everything went quiet,” said Ada Lane, a passenger.",
            ],
        ],
    );
    read.article.published = Some(stamp("2026-03-04T07:50"));
    read.article.wire_credit = Some("Northern Wire".into());
    read.copy_of = Some(0);
    lane(&mut read, SCRAPE, QuotationKind::Direct);
    read
}

fn gazette() -> ReadArticle {
    let mut read = article(
        "The Harrow Gazette",
        "Selkie freed after six hours on the sandbank",
        &[
            &[
                "The Selkie was stuck on a sandbank off Port Harrow for six hours on Wednesday \
                 with 214 people on board.",
                "Ada Lane spoke of “a long scrape” before the engines stopped.",
            ],
            &[
                "“She should never have sailed in that fog,” said Tom Reid, who leads the pilots’ union. “Never.”",
                "He added that two pilots had warned the owner.",
            ],
            &["Earlier, Northern Wire reported that the ferry had run aground."],
            &["The Selkie was built in 1998."],
        ],
    );
    read.article.published = Some(stamp("2026-03-04T13:40"));
    read.article.url = Some("https://harrowgazette.example/news/selkie-freed?page=1&all".into());
    read.article.byline =
        vec![Author { name: "Mina Orr".into(), role: Some("harbour correspondent".into()) }];
    read.article.tags = vec!["Ferries".into(), "Port Harrow".into()];
    read.article.images = vec![Image {
        caption: Some("The Selkie at low tide".into()),
        credit: Some("J. Holm".into()),
        url: None,
    }];
    read.why = Some(Why {
        chance: 941,
        traits: vec![("words", 312), ("names", 405), ("meaning", 633)],
        shared: vec!["Selkie".into(), "Port <Harrow>".into()],
    });
    lane(&mut read, "a long scrape", QuotationKind::Partial);
    read
}

fn bay() -> ReadArticle {
    let mut read = article(
        "Вестник Залива",
        "Паром сел на мель у Порт-Харроу",
        &[&["Паром «Селки» с 240 пассажирами сел на мель у Порт-Харроу в среду."]],
    );
    read.article.language = "ru".into();
    read.article.published = Some(stamp("2026-03-04"));
    read
}

fn gulf() -> ReadArticle {
    let mut read = article(
        "Gulf <script>alert(1)</script> Post",
        "عبّارة تجنح قرب ميناء هارو",
        &[&["جنحت العبّارة «سيلكي» قرب ميناء هارو."]],
    );
    read.article.language = "ar".into();
    read.article.direction = Direction::Rtl;
    read.article.url = Some("javascript:alert(1)".into());
    read.notes = vec![Note { kind: NoteKind::LanguageNotCompared, span: None }];
    read
}

fn crank() -> ReadArticle {
    article(
        "The \"Crank\", weekly",
        "*Hull* | <b>painted</b>",
        &[&["=SUM(A1:A9) was painted on the hull, \"twice\"."]],
    )
}

/// Names Ada Lane and gives her the quotation.
fn lane(read: &mut ReadArticle, words: &str, kind: QuotationKind) {
    let (mention, span) = (at(read, "Ada Lane"), at(read, words));
    read.annotations.entities.push(Entity {
        name: "Ada Lane".into(),
        kind: EntityKind::Person,
        mentions: vec![Mention { span: mention, form: MentionForm::Named }],
    });
    read.annotations.quotations.push(Quotation {
        span,
        kind,
        speaker: Some(0),
        speaker_name: Some("Ada Lane".into()),
        speaker_span: Some(mention),
        cue: None,
        utterance: 0,
    });
}

fn ferry(articles: &[ReadArticle]) -> ToldStory {
    let [wire, courier, gazette, bay, ..] = articles else {
        unreachable!("four tell of the ferry")
    };
    let span = |read, words| at(read, words);
    let variant = |article, span| QuotationVariant { article, span };
    let value = |article, span| DifferenceValue { article, span };
    let scrape = |article, read, words| variant(article, span(read, words));
    let comparison = Comparison {
        headline: 2,
        when: When { start: Some("2026-03-04".into()), end: Some("2026-03-04".into()) },
        place: Some("off Port Harrow".into()),
        topic: None,
        entities: vec![StoryEntity {
            name: "Ada Lane".into(),
            kind: EntityKind::Person,
            members: vec![(0, 0), (1, 0), (2, 0)],
        }],
        claims: claims(articles),
        differences: vec![Difference {
            kind: DifferenceKind::Number,
            nature: Nature::Conflict,
            claim: Some(1),
            about: (0, span(wire, "people")),
            values: vec![
                value(2, span(gazette, "214")),
                value(0, within(wire, "It carried 212 people.", "212")),
                value(1, within(courier, "It carried 212 people.", "212")),
                value(3, span(bay, "240")),
            ],
        }],
        quotations: vec![
            QuotationGroup {
                speaker_name: Some("Tom Reid".into()),
                fullest: 0,
                variants: vec![
                    scrape(2, gazette, "She should never have sailed in that fog,"),
                    scrape(2, gazette, "Never."),
                ],
            },
            QuotationGroup {
                speaker_name: Some("Ada Lane".into()),
                fullest: 0,
                variants: vec![
                    scrape(0, wire, SCRAPE),
                    scrape(1, courier, SCRAPE),
                    scrape(2, gazette, "a long scrape"),
                ],
            },
        ],
        timeline: vec![
            entry(
                "1998",
                Precision::Year,
                (2, span(gazette, "The Selkie was built in 1998.")),
                &[2],
            ),
            entry("2026-03-04", Precision::Day, (0, wire.annotations.sentences[0]), &[0, 1, 2, 3]),
        ],
        not_compared: vec![NotCompared { article: 3, why: Unalike::Language, sentences: 2 }],
        corrections: Vec::new(),
        earlier: vec![Earlier {
            article: 2,
            span: span(gazette, "Earlier, Northern Wire reported that the ferry had run aground."),
            story: None,
        }],
    };
    ToldStory { story: story(articles, &[0, 1, 2, 3], &origins()), comparison }
}

fn claims(articles: &[ReadArticle]) -> Vec<Claim> {
    let sentence = |article: usize, nth: usize| articles[article].annotations.sentences[nth];
    let own = |article, nth| statement(article, sentence(article, nth), Voice::Outlet, None);
    let lane =
        |article, nth| statement(article, sentence(article, nth), Voice::Speaker, Some("Ada Lane"));
    let reid = |nth| statement(2, sentence(2, nth), Voice::Speaker, Some("Tom Reid"));
    let office = Some("harbour office");
    let mut aground = claim(
        ClaimStatus::Agreed,
        ClaimKind::Event,
        3,
        vec![own(0, 0), own(1, 0), own(2, 0), own(3, 0)],
    );
    aground.first = Some(First { article: 0, published: stamp("2026-03-04T07:15") });
    vec![
        aground,
        claim(
            ClaimStatus::Differs,
            ClaimKind::Event,
            3,
            vec![own(0, 1), own(1, 1), own(2, 0), own(3, 0)],
        ),
        claim(
            ClaimStatus::Agreed,
            ClaimKind::Statement,
            2,
            vec![lane(0, 2), lane(1, 2), lane(2, 1)],
        ),
        claim(
            ClaimStatus::Single,
            ClaimKind::Statement,
            1,
            vec![statement(0, sentence(0, 3), Voice::Office, office)],
        ),
        claim(ClaimStatus::Single, ClaimKind::Statement, 1, vec![reid(3)]),
        claim(ClaimStatus::Single, ClaimKind::Statement, 1, vec![reid(2)]),
        claim(ClaimStatus::Single, ClaimKind::Background, 1, vec![own(2, 5)]),
    ]
}

fn entry(
    value: &str,
    precision: Precision,
    text: (usize, parallax_model::Span),
    articles: &[usize],
) -> TimelineEntry {
    TimelineEntry { value: value.into(), precision, text, claim: None, articles: articles.to_vec() }
}

fn origins() -> Vec<Origin> {
    let origin = |name: &str, agency, outlets: &[&str], articles: &[usize]| Origin {
        name: name.into(),
        agency,
        named_by: if agency { NamedBy::OwnPage } else { NamedBy::Only },
        outlets: outlets.iter().map(|&outlet| outlet.to_owned()).collect(),
        articles: articles.to_vec(),
    };
    vec![
        origin("Northern Wire", true, &["Northern Wire", "Harrow Courier"], &[0, 1]),
        origin("The Harrow Gazette", false, &["The Harrow Gazette"], &[2]),
        origin("Вестник Залива", false, &["Вестник Залива"], &[3]),
    ]
}

fn story(articles: &[ReadArticle], members: &[usize], origins: &[Origin]) -> Story {
    Story {
        id: Story::name(articles[members[0]].article.id),
        aliases: Vec::new(),
        articles: members.to_vec(),
        origins: origins.to_vec(),
    }
}

fn alone(articles: &[ReadArticle], index: usize) -> ToldStory {
    let name = articles[index].article.outlet.name.clone().unwrap_or_default();
    let origin = Origin {
        name: name.clone(),
        agency: false,
        named_by: NamedBy::Only,
        outlets: vec![name],
        articles: vec![index],
    };
    ToldStory {
        story: story(articles, &[index], &[origin]),
        comparison: Comparison { headline: index, ..Comparison::default() },
    }
}

fn alone_with_claim(articles: &[ReadArticle], index: usize, words: &str) -> ToldStory {
    let mut told = alone(articles, index);
    let start = at(&articles[index], words);
    let sentences = &articles[index].annotations.sentences;
    let sentence = sentences.iter().find(|sentence| sentence.contains(start)).unwrap();
    let own = statement(index, *sentence, Voice::Outlet, None);
    told.comparison.claims = vec![claim(ClaimStatus::Single, ClaimKind::Event, 1, vec![own])];
    told
}
