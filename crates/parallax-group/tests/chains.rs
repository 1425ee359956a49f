//! What linking stories promises, seen from its door.

use parallax_group::Chains;
use parallax_model::{
    Annotations, Article, CaptureRef, Digest, Direction, Entity, EntityKind, Grouping, Link,
    MediaType, Mention, MentionForm, Outlet, OutletFrom, PayloadRange, SourcedText, Stamp,
    StampFrom, StampPoint, Story,
};

/// An article of a day: its headline, its sentences, and the names in it.
fn read(day: &str, headline: &str, body: &[&str], names: &[&str]) -> (Article, Annotations) {
    let mut text = SourcedText::default();
    text.push(headline, PayloadRange::new(0, headline.len()));
    let mut sentences = Vec::new();
    for sentence in body {
        text.push_break('\n');
        let start = text.len();
        text.push(sentence, PayloadRange::new(start, start + sentence.len()));
        sentences.extend(text.trimmed(start..text.len()));
    }
    let entity = |name: &&str| Entity {
        name: (*name).to_owned(),
        kind: EntityKind::Organization,
        mentions: text
            .as_str()
            .match_indices(name)
            .filter_map(|(at, name)| text.span(at, at + name.len()).ok())
            .map(|span| Mention { span, form: MentionForm::Named })
            .collect(),
    };
    let entities = names.iter().map(entity).collect();
    let digest = Digest::of(format!("{day} {headline}").as_bytes());
    let article = Article {
        id: digest.into(),
        capture: CaptureRef {
            path: "page.txt".to_owned(),
            record: None,
            url: None,
            media_type: MediaType::Text,
            sha256: digest,
            captured_at: None,
            stored: 0..0,
        },
        outlet: Outlet {
            name: None,
            domain: None,
            from: OutletFrom::Chrome,
            fingerprint: None,
            offset: None,
        },
        url: None,
        language: "en".to_owned(),
        direction: Direction::Ltr,
        headline: text.trimmed(0..headline.len()),
        standfirst: None,
        paragraphs: sentences.clone(),
        text,
        dateline: None,
        byline: Vec::new(),
        published: day.parse().ok().map(|day| Stamp {
            point: StampPoint::Day(day),
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
    (article, Annotations { sentences, entities, ..Annotations::default() })
}

fn chains(read: &[(Article, Annotations)]) -> Chains {
    let (articles, annotations): (Vec<Article>, Vec<Annotations>) = read.iter().cloned().unzip();
    let story = |(at, article): (usize, &Article)| Story {
        id: Story::name(article.id),
        aliases: Vec::new(),
        articles: vec![at],
        origins: Vec::new(),
    };
    let grouping = Grouping {
        stories: articles.iter().enumerate().map(story).collect(),
        copy_of: vec![None; articles.len()],
        ..Grouping::default()
    };
    Chains::of(&articles, &annotations, &grouping)
}

fn collapse(day: &str) -> (Article, Annotations) {
    read(
        day,
        "Halvard bridge collapses into Ostrel river",
        &[
            "The Halvard bridge collapsed into the Ostrel on Monday and injured seven drivers.",
            "Inspectors had found cracks in its bearings in spring.",
        ],
        &["Halvard", "Ostrel"],
    )
}

fn suspension(day: &str) -> (Article, Annotations) {
    read(
        day,
        "Engineer suspended over cracks in collapsed Halvard bridge",
        &[
            "The engineer who let the cracks in the Halvard bridge pass has been suspended.",
            "The bridge collapsed into the Ostrel and injured seven drivers.",
        ],
        &["Halvard", "Ostrel"],
    )
}

#[test]
fn a_follow_up_is_linked_and_says_why() {
    let links = chains(&[collapse("2026-03-02"), suspension("2026-03-11")]).links();
    let [Link { earlier: 0, later: 1, days: 9, names, words }] = links.as_slice() else {
        panic!("one link: {links:?}")
    };
    assert_eq!(names, &["Halvard", "Ostrel"]);
    assert!(words.contains(&"cracks".to_owned()), "{words:?}");
}

#[test]
fn without_another_day_there_is_no_link() {
    for days in [["2026-03-02", "2026-03-02"], ["2026-03-02", ""], ["2026-03-02", "2026-06-11"]] {
        let links = chains(&[collapse(days[0]), suspension(days[1])]).links();
        assert!(links.is_empty(), "{days:?}: {links:?}");
    }
}

#[test]
fn two_matches_of_one_team_are_two_threads() {
    let game = |day, opponent: &str| {
        let headline = format!("Dunmarrow beat {opponent} to stay top of Norland league");
        let lead =
            format!("Dunmarrow beat {opponent} on Saturday with two goals in the first half.");
        let names = ["Dunmarrow", "Norland", opponent];
        read(day, &headline, &[&lead, "They stay top of the league in Norland."], &names)
    };
    let links = chains(&[game("2026-03-07", "Selby"), game("2026-03-14", "Karsten")]).links();
    assert!(links.is_empty(), "{links:?}");
}

#[test]
fn a_sentence_about_an_earlier_story_finds_it() {
    let later = read(
        "2026-03-20",
        "Norland plans new crossing",
        &["Earlier, the Gull reported that the Halvard bridge collapsed into the Ostrel."],
        &["Halvard", "Ostrel", "Gull"],
    );
    let sentence = later.1.sentences[0];
    let chains = chains(&[collapse("2026-03-02"), later.clone()]);
    assert_eq!(chains.told(1, &later.0, &later.1, sentence), Some(0));
    assert_eq!(
        chains.told(0, &later.0, &later.1, sentence),
        None,
        "nothing is earlier than the first"
    );
}

#[test]
fn a_name_within_a_longer_one_is_the_same() {
    let appeal = read(
        "2026-03-09",
        "Halvard Bridge Company appeals against finding on cracks in bearings",
        &[
            "The Halvard Bridge Company will appeal against the finding on cracks in the bearings.",
            "Inspectors blamed it after the bridge collapsed and injured seven drivers.",
        ],
        &["Halvard Bridge Company"],
    );
    let links = chains(&[collapse("2026-03-02"), appeal]).links();
    let [Link { names, .. }] = links.as_slice() else { panic!("one link: {links:?}") };
    assert_eq!(names, &["Halvard Bridge Company"]);
}

#[test]
fn two_disputes_of_one_firm_are_two_threads() {
    let dispute = |day, other: &str, about: &str| {
        let headline = format!("{other} sues Tarnwick over {about}");
        let lead = format!("{other} sued Tarnwick on Monday in a dispute over {about}.");
        read(day, &headline, &[&lead, "The company denies the claims."], &["Tarnwick", other])
    };
    let first = dispute("2026-03-02", "Oldmere Cycles", "the name of its folding bicycle");
    let second = dispute("2026-03-12", "Pell and Sons", "unpaid rent for a warehouse");
    assert!(chains(&[first, second]).links().is_empty());
}
