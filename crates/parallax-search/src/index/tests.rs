use super::{Index, Order};
use crate::{Document, Query, passages};
use parallax_model::{
    Annotations, Article, CaptureRef, DifferenceKind, Digest, Direction, Entity, EntityKind,
    MediaType, Mention, MentionForm, Outlet, OutletFrom, PayloadRange, ReadArticle, SourcedText,
    Stamp, StampFrom, StampPoint, Story,
};
use std::collections::BTreeSet;

/// An article with its first word, and every capitalised one, for a name.
fn article(url: &str, outlet: &str, language: &str, day: i8, text: &str) -> ReadArticle {
    let mut sourced = SourcedText::default();
    sourced.push(text, PayloadRange::new(0, text.len()));
    let end = text.find('\n').unwrap_or(text.len());
    let name = |word: &parallax_language::Word| {
        word.of(text).chars().next().is_some_and(char::is_uppercase)
    };
    let entities = parallax_language::words(text).filter(name).map(|word| Entity {
        name: word.of(text).to_owned(),
        kind: EntityKind::Place,
        mentions: vec![Mention {
            span: sourced.span(word.start, word.end).unwrap(),
            form: MentionForm::Named,
        }],
    });
    let annotations = Annotations {
        sentences: sourced.span(end + 1, text.len()).into_iter().collect(),
        entities: entities.collect(),
        ..Annotations::default()
    };
    let digest = Digest::of(text.as_bytes());
    let article = Article {
        id: Article::name(Some(url), None, digest),
        capture: CaptureRef {
            path: url.to_owned(),
            record: None,
            url: Some(url.to_owned()),
            media_type: MediaType::Text,
            sha256: digest,
            captured_at: None,
            stored: 0..1,
        },
        outlet: Outlet {
            name: Some(outlet.to_owned()),
            domain: None,
            from: OutletFrom::Meta,
            fingerprint: None,
            offset: None,
        },
        url: Some(url.to_owned()),
        language: language.to_owned(),
        direction: Direction::Ltr,
        headline: sourced.span(0, end).ok(),
        standfirst: None,
        paragraphs: annotations.sentences.clone(),
        text: sourced,
        dateline: None,
        byline: Vec::new(),
        published: Some(Stamp {
            point: StampPoint::Day(jiff::civil::Date::constant(2027, 3, day)),
            zone: None,
            from: StampFrom::Text,
        }),
        modified: None,
        section: None,
        tags: Vec::new(),
        images: Vec::new(),
        related: Vec::new(),
        alternates: Vec::new(),
        wire_credit: None,
        boilerplate: Vec::new(),
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

fn four() -> Vec<ReadArticle> {
    vec![
        article(
            "a",
            "The Herald",
            "en",
            1,
            "Dockers strike at Ellery\nThe dockers stopped work over night shifts.",
        ),
        article(
            "b",
            "Northport Post",
            "en",
            2,
            "Mill burns\nA mill burned in the night; strikes are common.",
        ),
        article("c", "Вестник", "ru", 3, "Забастовка в Эллери\nДокеры прекратили работу."),
        article("d", "日报", "zh", 4, "码头工人罢工\n工人停止工作。"),
    ]
}

fn index(read: &[ReadArticle]) -> (tempfile::TempDir, Index) {
    let home = tempfile::tempdir().unwrap();
    let index = Index::open(home.path()).unwrap();
    let mut update = index.update().unwrap();
    for (at, read) in read.iter().enumerate() {
        let document = Document {
            article: &read.article,
            annotations: &read.annotations,
            story: Story::name(read.article.id),
            origins: at as u64,
            topic: None,
            differs: (at == 2).then_some(DifferenceKind::Number).into_iter().collect(),
        };
        update.put(update.maker().make(&document)).unwrap();
    }
    update.finish("one").unwrap();
    (home, index)
}

/// The addresses of what fits, the best first.
fn check(question: &str, fits: &str) {
    let read = four();
    let (_home, index) = index(&read);
    let query = Query::parse(question).unwrap();
    let found = index.search(&query, Order::Fitting, 0, 10).unwrap();
    let url = |hit: &super::Hit| {
        let of = read.iter().find(|read| read.article.id == hit.article).unwrap();
        of.article.url.clone().unwrap()
    };
    assert_eq!(found.hits.iter().map(url).collect::<String>(), fits, "{question}");
    assert_eq!(found.articles, fits.len());
}

#[test]
fn what_is_asked_for_is_found() {
    check("strike", "ab");
    check("strikes night", "ab");
    check("\"night shifts\"", "a");
    check("\"shifts night\"", "");
    check("strike -mill", "a");
    check("mill OR dockers", "ab");
    check("забастовки", "c");
    check("ellery", "ac");
    check("罢工", "d");
    check("outlet:herald", "a");
    check("lang:ru", "c");
    check("place:Ellery", "ac");
    check("origins:>1 работа", "c");
    check("differs:number докеры", "c");
    check("since:2027-03-02 strike", "b");
    check("until:2027-03-01 strike", "a");
    check("headline:strike", "a");
}

#[test]
fn the_latest_come_first_when_asked_so() {
    let read = four();
    let (_home, index) = index(&read);
    let query = Query::parse("strike OR работа").unwrap();
    let found = index.search_with_facets(&query, Order::Latest, 0, 2).unwrap();
    let days: Vec<_> = found.hits.iter().map(|hit| hit.published).collect();
    assert!(days.is_sorted_by(|a, b| a > b));
    assert_eq!((found.articles, found.hits.len()), (3, 2));
    assert_eq!(found.languages[0].value, "en");
    let alone = index.search(&query, Order::Latest, 0, 2).unwrap();
    assert_eq!((alone.articles, alone.hits, alone.languages), (3, found.hits, Vec::new()));
}

#[test]
fn an_article_that_comes_again_is_held_once() {
    let read = four();
    let (home, index) = index(&read);
    drop(index);
    let again = Index::open(home.path()).unwrap();
    assert_eq!(again.stamp().as_deref(), Some("one"));
    let mut update = again.update().unwrap();
    let story = Story::name(read[0].article.id);
    let differs = BTreeSet::new();
    let document = Document {
        article: &read[0].article,
        annotations: &read[0].annotations,
        story,
        origins: 9,
        topic: None,
        differs,
    };
    update.forget_story(Story::name(read[1].article.id));
    update.put(update.maker().make(&document)).unwrap();
    update.finish("two").unwrap();
    assert_eq!((again.len(), again.stamp().as_deref()), (3, Some("two")));
}

/// Puts those of `read` at `places` into the index in `folder`.
fn put(folder: &std::path::Path, read: &[ReadArticle], places: &[usize]) {
    let index = Index::open(folder).unwrap();
    let mut update = index.update().unwrap();
    for read in places.iter().filter_map(|&at| read.get(at)) {
        let document = Document {
            article: &read.article,
            annotations: &read.annotations,
            story: Story::name(read.article.id),
            origins: 1,
            topic: None,
            differs: BTreeSet::new(),
        };
        update.put(update.maker().make(&document)).unwrap();
    }
    update.finish("some").unwrap();
}

#[test]
fn what_is_found_depends_on_what_is_held_alone() {
    let words = ["ferry", "harbour", "tide", "storm", "pilot"];
    let text = |at: usize| {
        let of = |step: usize| words[(at / step + step * at) % words.len()];
        let body: Vec<&str> = (1..4 + at % 9).map(of).collect();
        format!("The {} at noon\nThe {} {}.", of(1), body.join(" and the "), of(2))
    };
    let read: Vec<ReadArticle> = (0..60)
        .map(|at| {
            let (url, day) = (format!("u{at}"), i8::try_from(1 + at % 3).unwrap());
            article(&url, "Post", "en", day, &text(at))
        })
        .collect();
    let (once, grown) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let all: Vec<usize> = (0..60).collect();
    put(once.path(), &read, &all);
    for some in all.chunks(7).rev() {
        put(grown.path(), &read, some);
    }
    // What is put again leaves behind what was deleted.
    put(grown.path(), &read, &[3, 59, 14, 20, 21]);
    let (once, grown) = (Index::open(once.path()).unwrap(), Index::open(grown.path()).unwrap());
    for question in
        ["ferry", "ferry tide", "storm OR pilot OR tide", "\"the harbour\"", "outlet:post -ferry"]
    {
        let query = Query::parse(question).unwrap();
        for order in [Order::Fitting, Order::Latest] {
            let found = |index: &Index| index.search_with_facets(&query, order, 2, 25).unwrap();
            assert_eq!(found(&grown), found(&once), "{question}");
        }
    }
}

#[test]
fn a_damaged_index_is_made_anew() {
    let (home, index) = index(&four());
    drop(index);
    std::fs::write(home.path().join("meta.json"), "{").unwrap();
    assert!(Index::open_to_read(home.path()).is_none());
    assert!(Index::open(home.path()).unwrap().is_empty());
}

#[test]
fn passages_mark_the_words_that_were_found() {
    let read = &four()[0];
    let query = Query::parse("night strike -mill").unwrap();
    let shown: Vec<String> = passages(&query, read, 2)
        .iter()
        .map(|passage| {
            let marks: Vec<&str> =
                passage.marks.iter().map(|mark| read.article.words(*mark)).collect();
            format!("{}: {}", read.article.words(passage.span), marks.join(" "))
        })
        .collect();
    assert_eq!(
        shown,
        ["Dockers strike at Ellery: strike", "The dockers stopped work over night shifts.: night"]
    );
}

#[test]
fn a_word_that_is_no_name_is_not_marked_for_sounding_like_one() {
    let text = "Fire at the mill\n\nThe mill, which gave work for a century, burned down. Vera Farr saw the fire.";
    let read = article("u", "Post", "en", 1, text);
    let query = Query::parse("fire").unwrap();
    let marks = passages(&query, &read, 9).into_iter().flat_map(|passage| passage.marks);
    let marks: Vec<&str> = marks.map(|mark| read.article.words(mark)).collect();
    assert!(marks.contains(&"fire") && !marks.contains(&"for"), "{marks:?}");
}
