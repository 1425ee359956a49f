//! A small invented library: a flood that three outlets tell of, in words that can be chosen.

use jiff::{Timestamp, civil::date, tz::Offset};
use parallax_model::{
    Absence, Absent, Alteration, Annotations, Article, ArticleId, Author, Boilerplate,
    BoilerplateKind, CaptureRef, Claim, ClaimId, ClaimKind, ClaimStatus, Comparison, Difference,
    DifferenceKind, DifferenceValue, Digest, Direction, Earlier, Edition, Entity, EntityKind,
    Explanation, First, Image, MayShow, MediaTopic, MediaType, NamedBy, Nature, Origin, Outlet,
    OutletFrom, PayloadRange, Precision, Quotation, QuotationGroup, QuotationKind,
    QuotationVariant, ReadArticle, Related, Revised, Show, SourcedText, Span, Stamp, StampFrom,
    StampPoint, Statement, Story, StoryEntity, StoryId, TimelineEntry, Timex, ToldStory, Voice,
    When, Why,
};
use parallax_publish::Generator;
use parallax_site::{
    Narrowing, Way,
    facts::{About, Fact, FactKind, OutletFacts},
    library::{
        Captured, Change, Citing, Event, EventKind, Findings, FoundStory, Founder, Glance, Held,
        InStory, Latest, LatestKind, Library, Listing, Misunderstood, NamedPage, OutletPage,
        OutletRow, Sought, Source, Standing, Told, Trouble,
    },
};
use std::sync::Arc;

/// Words that others chose.
#[derive(Clone, Debug)]
pub(crate) struct Foreign {
    pub(crate) headline: String,
    pub(crate) outlet: String,
    pub(crate) byline: String,
    pub(crate) sentence: String,
    pub(crate) url: String,
    pub(crate) language: String,
}

impl Default for Foreign {
    fn default() -> Self {
        Self {
            headline: "River floods Tarn".to_owned(),
            outlet: "Tarn Post".to_owned(),
            byline: "Ada Quill".to_owned(),
            sentence: "Forty houses were flooded in Tarn on 4 May.".to_owned(),
            url: "https://tarn.example/flood".to_owned(),
            language: "en".to_owned(),
        }
    }
}

/// The name of a story that is none any more.
pub(crate) const DISSOLVED: &str = "d155d155d155d155";

/// A library of one story.
pub(crate) struct Invented {
    pub(crate) edition: Arc<Edition>,
    pub(crate) may: Arc<MayShow>,
    /// Why it does not answer, where it does not.
    pub(crate) trouble: Option<Trouble>,
    foreign: Foreign,
}

impl Invented {
    /// Told by `outlets` outlets and the one whose words are chosen.
    pub(crate) fn new(foreign: Foreign, outlets: usize, usual: Show) -> Self {
        let edition = Arc::new(edition(&foreign, outlets));
        Self { edition, may: Arc::new(MayShow::new(usual)), trouble: None, foreign }
    }

    fn told(&self) -> &ToldStory {
        &self.edition.stories[0]
    }

    fn in_story(&self, article: ArticleId) -> Option<InStory> {
        let at = self.edition.articles.iter().position(|read| read.article.id == article)?;
        let cited = Citing::of(&self.told().comparison, self.edition.articles.len());
        Some(InStory {
            id: self.told().story.id,
            headline: self.foreign.headline.clone(),
            cited: cited.get(at)?.clone(),
            copied: self.edition.articles[at].copy_of.and_then(|of| {
                self.edition.articles.get(of).map(|original| Arc::new(original.clone()))
            }),
        })
    }

    pub(crate) fn id(&self) -> String {
        self.told().story.id.to_string()
    }

    pub(crate) fn article_id(&self) -> String {
        self.edition.articles[0].article.id.to_string()
    }

    fn glance(&self) -> Glance {
        Glance {
            id: self.told().story.id,
            headline: self.foreign.headline.clone(),
            language: self.foreign.language.clone(),
            outlet: self.foreign.outlet.clone(),
            topic: self.told().comparison.topic,
            languages: vec![self.foreign.language.clone(), "ru".to_owned()],
            articles: self.edition.articles.len(),
            outlets: self.edition.articles.len(),
            origins: self.told().story.origins.len(),
            agreed: 1,
            differing: 1,
            conflicts: 1,
            single: 1,
            times: vec![moment(6).as_second(), moment(9).as_second()],
            latest: Some(Latest {
                at: moment(9).into(),
                outlet: self.foreign.outlet.clone(),
                what: LatestKind::Article,
            }),
            starred: true,
        }
    }

    fn row(&self) -> OutletRow {
        OutletRow {
            name: self.foreign.outlet.clone(),
            domain: Some(self.foreign.url.clone()),
            articles: 1,
            copies: 0,
            stories: 1,
            first: 1,
            alone: 1,
            corrected: 0,
            languages: vec![self.foreign.language.clone()],
        }
    }

    fn change(&self) -> Change {
        let after = self.edition.articles[0].clone();
        let before = read(
            &Foreign { headline: "Tarn floods".to_owned(), ..self.foreign.clone() },
            0,
            "Three",
        );
        let headline = |read: &ReadArticle| read.article.headline;
        let alteration = Alteration {
            before: headline(&before),
            after: headline(&after),
            about: vec![parallax_model::About::Wording],
            words: Vec::new(),
        };
        Change { before, after, revised: Revised { alterations: vec![alteration], dressed: 2 } }
    }
}

pub(crate) fn moment(hour: i8) -> Timestamp {
    date(2031, 5, 4)
        .at(hour, 0, 0, 0)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .expect("a moment")
        .timestamp()
}

/// An article of five lines: headline, what the outlet says, the toll, a quotation, a memory.
fn read(foreign: &Foreign, number: usize, toll: &str) -> ReadArticle {
    let lines = [
        foreign.headline.clone(),
        foreign.sentence.clone(),
        format!("{toll} people were hurt, the mayor said."),
        "\"We had no warning,\" said Ines Vale.".to_owned(),
        "Earlier, the Post reported that the dam leaked.".to_owned(),
    ];
    let mut text = SourcedText::default();
    let mut spans: Vec<Option<Span>> = Vec::new();
    for line in &lines {
        let start = text.len();
        if !line.trim().is_empty() {
            text.push(line, PayloadRange::new(start, start + line.len()));
        }
        spans.push(text.trimmed(start..text.len()));
        text.push_break('\n');
    }
    let body: Vec<Span> = spans.iter().skip(1).flatten().copied().collect();
    let url =
        if number == 0 { foreign.url.clone() } else { format!("https://o{number}.example/a") };
    let quoted = spans[3].expect("a line of ours");
    let words = text.span(quoted.start() + 1, quoted.start() + 19).expect("words of ours");
    let day = text.as_str().find("4 May").and_then(|at| text.span(at, at + 5).ok());
    let outlet = if number == 0 { foreign.outlet.clone() } else { format!("Outlet {number}") };
    let hour = i8::try_from(6 + number % 12).expect("an hour");
    let annotations = Annotations {
        sentences: body.clone(),
        entities: vec![Entity {
            name: "Ines Vale".to_owned(),
            kind: EntityKind::Person,
            mentions: Vec::new(),
        }],
        quotations: vec![Quotation {
            span: words,
            kind: QuotationKind::Direct,
            speaker: Some(0),
            speaker_name: Some("Ines Vale".to_owned()),
            speaker_span: None,
            cue: None,
            utterance: 0,
        }],
        dates: day
            .map(|day| Timex::new(day, "2031-05-04".to_owned(), Precision::Day))
            .into_iter()
            .collect(),
        ..Annotations::default()
    };
    let article = Article {
        id: Article::name(Some(&format!("{url}{number}")), None, Digest::of(b"")),
        capture: CaptureRef {
            path: "a.html".to_owned(),
            record: None,
            url: Some(url.clone()),
            media_type: MediaType::Html,
            sha256: Digest::of(url.as_bytes()),
            captured_at: Some(moment(hour)),
            stored: 0..9,
        },
        outlet: Outlet {
            name: Some(outlet),
            domain: Some("tarn.example".to_owned()),
            from: OutletFrom::Meta,
            fingerprint: None,
            offset: None,
        },
        url: Some(url),
        language: if number == 1 { "ru".to_owned() } else { foreign.language.clone() },
        direction: Direction::Ltr,
        headline: spans[0],
        standfirst: None,
        paragraphs: body,
        dateline: None,
        byline: vec![Author { name: foreign.byline.clone(), role: Some(foreign.byline.clone()) }],
        published: Some(Stamp {
            point: StampPoint::Clock {
                at: date(2031, 5, 4).at(hour, 0, 0, 0),
                seconds: false,
                offset: Some(Offset::UTC),
            },
            zone: None,
            from: StampFrom::Meta,
        }),
        modified: None,
        section: Some(foreign.byline.clone()),
        tags: vec![foreign.headline.clone()],
        images: vec![Image { caption: Some(foreign.sentence.clone()), credit: None, url: None }],
        related: vec![Related { text: foreign.headline.clone(), url: Some(foreign.url.clone()) }],
        alternates: Vec::new(),
        wire_credit: None,
        boilerplate: vec![Boilerplate {
            kind: BoilerplateKind::Footer,
            text: foreign.headline.clone(),
        }],
        text,
    };
    ReadArticle {
        article,
        annotations,
        copy_of: None,
        fold: None,
        why: None,
        credit: None,
        notes: Vec::new(),
    }
}

fn claim(
    id: &str,
    status: ClaimStatus,
    words: Vec<(usize, Span)>,
    origins: usize,
    absent: Vec<Absent>,
    first: &ReadArticle,
) -> Claim {
    let statement = |(article, span)| Statement {
        article,
        span,
        voice: Voice::Outlet,
        attributed_to: None,
        verbatim: None,
    };
    Claim {
        id: ClaimId::from(Digest::of(id.as_bytes())),
        central: 0,
        status,
        kind: ClaimKind::Event,
        attributed_to: Vec::new(),
        origins,
        first: first
            .article
            .published
            .clone()
            .map(|published| First { article: words[0].0, published }),
        statements: words.into_iter().map(statement).collect(),
        absent: Some(absent),
    }
}

fn edition(foreign: &Foreign, outlets: usize) -> Edition {
    let tolls = ["Four", "Five", "Six"];
    let articles: Vec<ReadArticle> =
        (0..=outlets).map(|number| read(foreign, number, tolls[number % 3])).collect();
    // Of the end, since what comes before may be nothing at all.
    let line = |at: usize, back: usize| {
        let body = &articles[at].article.paragraphs;
        body[body.len() - back]
    };
    let everybody = 0..articles.len();
    let sentence = articles[0].article.paragraphs[0];
    let toll: Vec<(usize, Span)> = everybody.clone().map(|at| (at, line(at, 3))).collect();
    let values = everybody.clone().map(|at| {
        let span = line(at, 3);
        let words = articles[at].article.words(span).find(' ').expect("words of ours");
        let span = articles[at]
            .article
            .text
            .span(span.start(), span.start() + words)
            .expect("words of ours");
        DifferenceValue { article: at, span }
    });
    let mut claims = vec![
        claim("toll", ClaimStatus::Differs, toll, articles.len(), Vec::new(), &articles[0]),
        claim(
            "sentence",
            ClaimStatus::Single,
            vec![(0, sentence)],
            1,
            vec![
                Absent { origin: 1, why: Absence::NotTold },
                Absent { origin: 2, why: Absence::NotKnownYet },
            ],
            &articles[0],
        ),
    ];
    let quoted: Vec<(usize, Span)> = everybody.clone().map(|at| (at, line(at, 2))).collect();
    claims.push(claim(
        "said",
        ClaimStatus::Agreed,
        quoted,
        articles.len(),
        Vec::new(),
        &articles[0],
    ));
    let quotation = |at: usize| articles[at].annotations.quotations[0].span;
    let comparison = Comparison {
        headline: 0,
        when: When { start: Some("2031-05-04".to_owned()), end: Some("2031-05-04".to_owned()) },
        place: Some(foreign.byline.clone()),
        topic: MediaTopic::of_code("03000000"),
        entities: vec![StoryEntity {
            name: "Ines Vale".to_owned(),
            kind: EntityKind::Person,
            members: vec![(0, 0)],
        }],
        claims,
        differences: vec![Difference {
            kind: DifferenceKind::Number,
            nature: Nature::Conflict,
            claim: Some(0),
            about: (0, line(0, 3)),
            values: values.collect(),
        }],
        quotations: vec![QuotationGroup {
            speaker_name: Some("Ines Vale".to_owned()),
            fullest: 0,
            variants: everybody
                .clone()
                .map(|article| QuotationVariant { article, span: quotation(article) })
                .collect(),
        }],
        timeline: vec![TimelineEntry {
            value: "2031-05-04".to_owned(),
            precision: Precision::Day,
            text: (0, sentence),
            claim: Some(1),
            articles: vec![0],
        }],
        earlier: vec![Earlier { article: 0, span: line(0, 1), story: None }],
        not_compared: Vec::new(),
        corrections: Vec::new(),
    };
    let origins = articles.iter().enumerate().map(|(at, read)| Origin {
        name: read.article.outlet.shown().unwrap_or_default().to_owned(),
        agency: at == 1,
        named_by: NamedBy::Only,
        outlets: vec![read.article.outlet.shown().unwrap_or_default().to_owned()],
        articles: vec![at],
    });
    let story = Story {
        id: Story::name(articles[0].article.id),
        aliases: Vec::new(),
        articles: everybody.collect(),
        origins: origins.collect(),
    };
    Edition { articles, stories: vec![ToldStory { story, comparison }], ..Edition::default() }
}

impl Library for Invented {
    fn standing(&self) -> Told<Standing> {
        if let Some(trouble) = &self.trouble {
            return Err(trouble.clone());
        }
        Ok(Standing {
            state: "5e".to_owned(),
            as_of: Some(moment(9).into()),
            captures: 3,
            refused: 1,
            forgotten: 0,
            articles: self.edition.articles.len(),
            stories: 1,
            outlets: 3,
            watched: 1,
            failing: 1,
            generator: Generator {
                name: "parallax".into(),
                version: "0.1.0".into(),
                tables: "none".into(),
                encoder: None,
            },
        })
    }

    fn may_show(&self) -> Told<Arc<MayShow>> {
        Ok(Arc::clone(&self.may))
    }

    fn facts(&self) -> Told<Arc<OutletFacts>> {
        let fact = |what, value: &str| Fact {
            what,
            value: value.to_owned(),
            source: self.foreign.url.clone(),
            read: date(2031, 5, 1),
        };
        let mut facts = OutletFacts::default();
        facts.add(About {
            name: Some(self.foreign.outlet.clone()),
            hosts: Vec::new(),
            facts: vec![
                fact(FactKind::Country, "KZ"),
                fact(FactKind::Kind, "newspaper"),
                fact(FactKind::Language, "kk-Arab"),
                fact(FactKind::Owner, &self.foreign.byline),
                fact(FactKind::Funding, &self.foreign.headline),
            ],
        });
        Ok(Arc::new(facts))
    }

    fn stories(&self, _: &Narrowing, skip: usize, _: usize) -> Told<Listing> {
        let stories = if skip == 0 { vec![self.glance()] } else { Vec::new() };
        Ok(Listing {
            total: 1,
            stories,
            topics: self.told().comparison.topic.map(|topic| (topic, 1)).into_iter().collect(),
            languages: vec![(self.foreign.language.clone(), 1)],
            places: vec![(self.foreign.byline.clone(), 1)],
            countries: vec![("KZ".to_owned(), 1)],
            kinds: vec![("newspaper".to_owned(), 1)],
        })
    }

    fn story(&self, digits: &str, as_of: Option<Timestamp>) -> Told<Sought<Arc<Edition>>> {
        Ok(if digits == DISSOLVED {
            let read = self.edition.articles[0].clone();
            let story = Some((self.told().story.id, self.foreign.headline.clone()));
            Sought::Dissolved(Box::new(Founder { read, story }))
        } else if digits != self.id() {
            Sought::Missing
        } else if as_of.is_some_and(|at| at < moment(6)) {
            Sought::NotYet
        } else {
            Sought::Here(Arc::clone(&self.edition))
        })
    }

    fn beside(&self, _: &Edition, _: &[usize]) -> Told<Vec<Why>> {
        Ok(Vec::new())
    }

    fn reasons(&self, _: StoryId) -> Told<Arc<Explanation>> {
        Ok(Arc::default())
    }

    fn log(&self, _: StoryId) -> Told<Vec<Event>> {
        let article = EventKind::Article {
            id: self.article_id(),
            outlet: self.foreign.outlet.clone(),
            headline: self.foreign.headline.clone(),
            language: self.foreign.language.clone(),
            copy: false,
        };
        Ok(vec![
            Event {
                at: Some(moment(9).into()),
                what: EventKind::Revision(Box::new(self.change())),
            },
            Event { at: Some(moment(6).into()), what: article },
        ])
    }

    fn article(&self, digits: &str) -> Told<Sought<Held>> {
        let found = self.edition.articles.iter().find(|read| read.article.id.to_string() == digits);
        Ok(found.map_or(Sought::Missing, |read| {
            Sought::Here(Held {
                read: Arc::new(read.clone()),
                story: self.in_story(read.article.id),
                revisions: vec![(Some(moment(6)), Digest::of(b"a")), (None, Digest::of(b"b"))],
                changes: vec![self.change()],
            })
        }))
    }

    fn capture(&self, digits: &str, number: usize) -> Told<Sought<Captured>> {
        let found = self.edition.articles.iter().find(|read| read.article.id.to_string() == digits);
        let found = found.filter(|_| number < 3);
        Ok(found.map_or(Sought::Missing, |read| {
            let payload = self.foreign.sentence.clone().into_bytes();
            Sought::Here(Captured { read: Arc::new(read.clone()), payload })
        }))
    }

    fn search(&self, way: &Way, _: usize, _: usize) -> Told<Result<Findings, Misunderstood>> {
        if way.question.starts_with("colour:") {
            return Ok(Err(Misunderstood { at: 0..6, what: self.foreign.headline.clone() }));
        }
        let read = self.edition.articles[0].clone();
        let passage = (read.article.paragraphs[0], vec![read.article.paragraphs[0]]);
        Ok(Ok(Findings {
            articles: 1,
            stories: 1,
            found: vec![FoundStory {
                glance: self.glance(),
                fitting: 2,
                articles: vec![(read, vec![passage])],
            }],
            outlets: vec![(self.foreign.outlet.clone(), 1), ("Outlet 1".to_owned(), 1)],
            languages: vec![(self.foreign.language.clone(), 1), ("ru".to_owned(), 1)],
            topics: Vec::new(),
        }))
    }

    fn outlets(&self) -> Told<Arc<Vec<OutletRow>>> {
        Ok(Arc::new(vec![self.row()]))
    }

    fn outlet(&self, name: &str, skip: usize, _: usize) -> Told<Option<OutletPage>> {
        let row = OutletRow { name: name.to_owned(), ..self.row() };
        Ok(Some(OutletPage {
            row,
            named_from: vec![("meta".to_owned(), 1)],
            stories: if skip == 0 { vec![self.glance()] } else { Vec::new() },
        }))
    }

    fn named(&self, _: EntityKind, _: &str, skip: usize, _: usize) -> Told<Option<NamedPage>> {
        Ok(Some(NamedPage {
            total: 1,
            stories: if skip == 0 { vec![self.glance()] } else { Vec::new() },
            said: vec![Arc::clone(&self.edition)],
            beside: vec![(EntityKind::Place, self.foreign.byline.clone(), 1)],
        }))
    }

    fn sources(&self) -> Told<Vec<Source>> {
        Ok(vec![Source {
            name: self.foreign.outlet.clone(),
            address: self.foreign.url.clone(),
            asked: Some(moment(7)),
            due: None,
            failures: 2,
            fault: Some(self.foreign.headline.clone()),
        }])
    }
}
