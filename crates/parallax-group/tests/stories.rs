//! What grouping promises, seen from its door.

use jiff::civil::DateTime;
use parallax_group::{CopyIndex, Runs, Signature, Stream, folds, stories_by};
use parallax_model::{
    Article, Author, CaptureRef, CopyKind, Digest, Direction, Grouping, MediaType, Outlet,
    OutletFrom, PayloadRange, SourcedText, Stamp, StampFrom, StampPoint,
};
use proptest::prelude::*;

/// An article of a `.example` outlet: when, headline, body.
fn article(outlet: &str, published: &str, headline: &str, body: &str) -> Article {
    in_language("en", outlet, published, headline, body)
}

fn in_language(
    language: &str,
    outlet: &str,
    published: &str,
    headline: &str,
    body: &str,
) -> Article {
    let mut text = SourcedText::default();
    text.push(headline, PayloadRange::new(0, headline.len()));
    text.push_break('\n');
    let start = text.len();
    text.push(body, PayloadRange::new(start + 1, start + 1 + body.len()));
    let digest = Digest::of(format!("{outlet}\n{published}\n{headline}\n{body}").as_bytes());
    let at: Option<DateTime> = published.parse().ok();
    Article {
        id: digest.into(),
        capture: CaptureRef {
            path: format!("{outlet}.txt"),
            record: None,
            url: None,
            media_type: MediaType::Text,
            sha256: digest,
            captured_at: None,
            stored: 0..0,
        },
        outlet: Outlet {
            name: Some(outlet.to_owned()).filter(|name| !name.is_empty()),
            domain: None,
            from: OutletFrom::Chrome,
            fingerprint: None,
            offset: None,
        },
        url: None,
        language: language.to_owned(),
        direction: Direction::Ltr,
        headline: text.trimmed(0..headline.len()),
        standfirst: None,
        paragraphs: text.trimmed(start..text.len()).into_iter().collect(),
        text,
        dateline: None,
        byline: Vec::new(),
        published: at.map(|at| Stamp {
            point: StampPoint::Clock { at, seconds: false, offset: None },
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
    }
}

fn group(articles: &[Article]) -> Grouping {
    stories_by(articles, articles.iter().map(Signature::of).collect())
}

/// The outlets of each story, stories and articles oldest first.
fn outlets(articles: &[Article]) -> Vec<Vec<String>> {
    let name = |&at: &usize| articles[at].outlet.name.clone().unwrap_or_default();
    let grouping = group(articles);
    grouping.stories.iter().map(|story| story.articles.iter().map(name).collect()).collect()
}

const BRIDGE: &str = "A road bridge over the Ostrel river collapsed on Monday morning, sending four \
    lorries into the water near the town of Dunmarrow and injuring seven people, the regional fire \
    service said. The Halvard bridge, opened in 1968, had been closed to heavy traffic for repairs \
    until last month. Divers reached the last of the drivers shortly before noon. The transport \
    ministry ordered an inspection of eleven bridges of the same design, a spokesman said. Traffic \
    between Dunmarrow and the port of Selby Quay was sent over the northern ring road, a detour of \
    forty kilometres. Engineers who examined the bridge in spring had reported cracks in two \
    bearings, according to a council paper. The council’s labour committee will meet on Thursday.";

const BRIDGE_RETOLD: &str = "Seven people were hurt when the Halvard bridge gave way under four \
    lorries outside Dunmarrow yesterday. Witnesses heard a long crack, then saw the middle span drop \
    into the Ostrel. Firefighters and divers worked for three hours to free a driver from his cab. \
    Cracks had been found in the bearings of the crossing in spring, the council admits, but the \
    weight limit on it was lifted in September. Ministers want every bridge built to that design \
    looked at. Lorries bound for Selby Quay now have to go the long way round.";

const BRIDGE_LATER: &str = "The engineer who signed off repairs to the Halvard bridge has been \
    suspended, nine days after it fell into the Ostrel with four lorries on it. Dunmarrow council \
    said cracks in the bearings had been noted in spring and not passed on. The seven people who \
    were injured have all left hospital. Inspectors have so far closed two more bridges of the same \
    design, the transport ministry said.";

const OTHER_BRIDGE: &str = "A footbridge in the Karsten hills was swept away by flood water on \
    Tuesday, cutting off the village of Emmerdorf. Nobody was hurt. The wooden structure had been \
    built by volunteers two summers ago after an earlier one rotted. The mayor, Lene Straub, said \
    the army would be asked for a pontoon. Rain is expected to go on until the weekend and campers \
    were told to leave the valley.";

#[test]
fn two_accounts_of_one_event_are_one_story() {
    let articles = [
        article("Dunmarrow Echo", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article(
            "The Inland Post",
            "2031-03-04T06:00",
            "‘A long crack’: bridge drops lorries into the Ostrel",
            BRIDGE_RETOLD,
        ),
    ];
    assert_eq!(outlets(&articles), [["Dunmarrow Echo", "The Inland Post"]]);
    assert_eq!(group(&articles).copy_of, [None, None]);
}

#[test]
fn a_follow_up_days_later_joins_its_story() {
    let articles = [
        article("Dunmarrow Echo", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article(
            "The Inland Post",
            "2031-03-12T06:00",
            "Engineer suspended over Halvard bridge",
            BRIDGE_LATER,
        ),
    ];
    assert_eq!(outlets(&articles).len(), 1);
}

#[test]
fn an_event_that_only_looks_the_same_stays_apart() {
    let articles = [
        article("Dunmarrow Echo", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article(
            "Karsten Bote",
            "2031-03-04T08:00",
            "Bridge swept away in the Karsten hills",
            OTHER_BRIDGE,
        ),
    ];
    assert_eq!(outlets(&articles), [["Dunmarrow Echo"], ["Karsten Bote"]]);
}

#[test]
fn the_same_minister_elsewhere_is_another_story() {
    let opened = "Transport Minister Odile Varga opened a ferry terminal at Selby Quay on Friday. \
        The terminal has room for three ships and took four years to build. Varga said tourists \
        would come to the islands in greater numbers. Restaurants on the harbour front gave away \
        fish soup, and a brass band played in the rain.";
    let resigned = "Transport Minister Odile Varga survived a vote of no confidence on Tuesday by \
        51 votes to 48. The opposition had accused her of hiding the cost of the new railway \
        signalling system. Two members of her own party stayed away from the chamber. Varga called \
        the result a relief and promised to publish the auditor’s report.";
    let articles = [
        article("Dunmarrow Echo", "2031-03-07T11:40", "Varga opens ferry terminal", opened),
        article(
            "The Inland Post",
            "2031-03-11T20:00",
            "Minister survives vote over signals",
            resigned,
        ),
    ];
    assert_eq!(outlets(&articles).len(), 2);
}

#[test]
fn one_event_in_three_languages_is_one_story() {
    let english = "A ferry with 212 passengers ran aground off Kestova on Sunday. The captain, Ilmar \
        Jorvik, was detained. The company Nordvelle said the Astrelia had left Port Maren 48 \
        minutes late. Ilmar Jorvik told police in Kestova that the Astrelia lost power.";
    let spanish = "Un transbordador con 212 pasajeros encalló el domingo frente a Kestova. El \
        capitán, Ilmar Jorvik, fue detenido. La compañía Nordvelle dijo que el Astrelia había \
        salido de Port Maren con 48 minutos de retraso.";
    let russian = "Паром с 212 пассажирами сел на мель у берегов города Кестова в воскресенье. \
        Капитан Ильмар Йорвик задержан. Судно «Астрелия» компании «Нордвелле» вышло из порта с \
        опозданием на 48 минут, рассказал полиции в Кестове Ильмар Йорвик.";
    let articles = [
        article("Sound Mail", "2031-05-04T11:40", "Captain held after ferry runs aground", english),
        in_language(
            "es",
            "El Faro",
            "2031-05-04T13:00",
            "Detenido el capitán del Astrelia",
            spanish,
        ),
        in_language(
            "ru",
            "Берег",
            "2031-05-04T14:00",
            "Паром сел на мель: капитан задержан",
            russian,
        ),
    ];
    assert_eq!(outlets(&articles).len(), 1);
}

#[test]
fn one_figure_in_common_across_languages_is_chance() {
    let articles = [
        article(
            "Sound Mail",
            "2031-05-04T11:40",
            "Rain",
            "It rained for days, and 212 cellars filled.",
        ),
        in_language("ru", "Берег", "2031-05-04T14:00", "Театр", "В зале было занято 212 мест."),
    ];
    assert_eq!(outlets(&articles).len(), 2);
}

/// `body` as an editor would leave it: other dateline, other spelling, a sentence less, a line more.
fn edited(body: &str) -> String {
    let kept = body.replace("labour", "labor").replace("kilometres", "kilometers");
    let cut = kept.split(" Divers reached").next().unwrap_or_default().to_owned();
    let rest = kept.split("before noon. ").nth(1).unwrap_or_default();
    format!("DUNMARROW — {cut} {rest}\nSign up for our morning letter.")
}

#[test]
fn a_lightly_edited_copy_is_a_copy() {
    let articles = [
        article("Osprey Wire", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article(
            "The Inland Post",
            "2031-03-03T12:00",
            "Seven hurt in bridge fall",
            &edited(BRIDGE),
        ),
    ];
    let grouping = group(&articles);
    assert_eq!(grouping.copy_of, [None, Some(0)]);
    let origins = &grouping.stories[0].origins;
    assert_eq!(origins.len(), 1);
    assert_eq!((origins[0].name.as_str(), origins[0].agency), ("Osprey Wire", true));
    assert_eq!(origins[0].outlets, ["Osprey Wire", "The Inland Post"]);
}

#[test]
fn the_agency_wrote_it_even_if_a_paper_printed_it_first() {
    let articles = [
        article(
            "The Inland Post",
            "2031-03-03T11:40",
            "Seven hurt in bridge fall",
            &edited(BRIDGE),
        ),
        article("Osprey Wire", "2031-03-03T12:00", "Bridge collapses near Dunmarrow", BRIDGE),
    ];
    let grouping = group(&articles);
    assert_eq!(grouping.copy_of, [Some(1), None]);
    assert_eq!(grouping.stories[0].origins[0].name, "Osprey Wire");
    assert_eq!(grouping.stories[0].id, parallax_model::Story::name(articles[0].id));
}

#[test]
fn accounts_that_share_quotations_are_not_copies() {
    let said = "“We heard the steel go and then there was nothing under the wheels at all, and I \
        thought of my daughter and of the brakes, in that order, and then there was only the cold \
        and somebody’s torch, and I do not want to see that river again as long as I live,”";
    let one = format!(
        "{said} driver Pavel Orne told reporters outside the hospital in Dunmarrow, \
        where he and six others were treated after Monday’s collapse of the Halvard bridge."
    );
    let two = format!(
        "The Halvard bridge fell while he was on it. {said} said Pavel Orne, who was \
        pulled out of the Ostrel by divers. He will stay in Dunmarrow hospital for some days."
    );
    let articles = [
        article("Dunmarrow Echo", "2031-03-03T18:40", "Driver tells of bridge fall", &one),
        article("The Inland Post", "2031-03-03T19:00", "‘Only the cold’", &two),
    ];
    assert_eq!(group(&articles).copy_of, [None, None]);
}

#[test]
fn ten_copies_of_one_agency_text_are_one_origin() {
    let mut articles = vec![article("Osprey Wire", "2031-03-03T11:00", "Bridge collapses", BRIDGE)];
    for paper in 0..10 {
        let time = format!("2031-03-03T12:{paper:02}");
        articles.push(article(&format!("Paper {paper}"), &time, "Bridge falls", &edited(BRIDGE)));
    }
    articles.push(article("The Inland Post", "2031-03-04T06:00", "A long crack", BRIDGE_RETOLD));
    let grouping = group(&articles);
    assert_eq!(grouping.stories.len(), 1);
    let origins = &grouping.stories[0].origins;
    let told: Vec<_> =
        origins.iter().map(|o| (o.name.as_str(), o.agency, o.outlets.len())).collect();
    assert_eq!(told, [("Osprey Wire", true, 11), ("The Inland Post", false, 1)]);
}

#[test]
fn a_credited_agency_is_the_origin() {
    let mut articles = [
        article("Dunmarrow Echo", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article("The Inland Post", "2031-03-04T06:00", "Bridge drops lorries", BRIDGE_RETOLD),
    ];
    for article in &mut articles {
        article.wire_credit = Some("Osprey Wire".to_owned());
    }
    let grouping = group(&articles);
    let origins = &grouping.stories[0].origins;
    assert_eq!(origins.len(), 1);
    assert_eq!((origins[0].name.as_str(), origins[0].agency), ("Osprey Wire", true));
}

#[test]
fn what_a_newsroom_wrote_with_an_agency_is_its_own() {
    let mut articles =
        [article("Dunmarrow Echo", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE)];
    let author = |name: &str| Author { name: name.to_owned(), role: None };
    articles[0].byline = vec![author("Osprey Wire"), author("Ada Lind")];
    articles[0].wire_credit = Some("Osprey Wire".to_owned());
    let grouping = group(&articles);
    let origin = &grouping.stories[0].origins[0];
    assert_eq!((origin.name.as_str(), origin.agency), ("Dunmarrow Echo", false));
}

#[test]
fn an_outlet_is_one_voice_with_all_its_articles() {
    let articles = [
        article("The Inland Post", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article("Inland Post", "2031-03-04T06:00", "Bridge drops lorries", BRIDGE_RETOLD),
    ];
    let grouping = group(&articles);
    assert_eq!(grouping.stories[0].origins.len(), 1);
    assert_eq!(grouping.copy_of, [None, None]);
}

#[test]
fn outlets_without_a_name_are_not_one_outlet() {
    let articles = [
        article("", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article("", "2031-03-04T06:00", "Bridge drops lorries", BRIDGE_RETOLD),
    ];
    assert_eq!(group(&articles).stories[0].origins.len(), 2);
}

#[test]
fn each_copy_says_why_it_is_one() {
    let shorter = BRIDGE.split_once(" Traffic between").unwrap().0;
    let longer = format!("{BRIDGE} {OTHER_BRIDGE}");
    let articles = [
        article("Ostrel Post", "2026-03-02T09:00", "Bridge falls", BRIDGE),
        article("Selby Echo", "2026-03-02T10:00", "Bridge falls into river", BRIDGE),
        article("Quay Times", "2026-03-02T11:00", "Bridge down", shorter),
        article("Karsten Mail", "2026-03-02T12:00", "Two bridges", &longer),
        article("Dunmarrow News", "2026-03-02T13:00", "Lorries fall", BRIDGE_RETOLD),
    ];
    let folds = folds(&articles, &group(&articles).copy_of);
    let seen: Vec<Option<(CopyKind, u16, u16)>> = folds
        .iter()
        .map(|fold| fold.as_ref().map(|fold| (fold.kind, fold.held / 100, fold.of_original / 100)))
        .collect();
    assert_eq!(
        seen,
        [
            None,
            Some((CopyKind::Whole, 10, 10)),
            Some((CopyKind::Cut, 10, 6)),
            Some((CopyKind::Extended, 6, 10)),
            None
        ]
    );
}

#[test]
fn a_stream_of_copies_is_told_in_bounded_memory() {
    let copy = article("Selby Echo", "2026-03-02T10:00", "Bridge falls into river", BRIDGE);
    let other = article("Karsten Mail", "2026-03-02T11:00", "Footbridge gone", OTHER_BRIDGE);
    let all = |most| {
        let mut index = CopyIndex::remembering(most);
        [&copy, &other, &copy].map(|one| index.admit(Runs::of(one)).map(|copy| copy.of))
    };
    assert_eq!(all(10_000), [None, None, Some(0)]);
    assert_eq!(all(20), [None, None, None], "the first is forgotten by then");
}

#[test]
fn a_stream_comes_to_the_same_stories() {
    let articles = [
        article("Dunmarrow Echo", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article("The Inland Post", "2031-03-04T06:00", "Bridge drops lorries", BRIDGE_RETOLD),
        article("Karsten Bote", "2031-03-04T08:00", "Bridge swept away in the hills", OTHER_BRIDGE),
        article("Echo", "2031-03-12T06:00", "Engineer suspended over bridge", BRIDGE_LATER),
    ];
    let mut stream = Stream::new();
    let admitted: Vec<_> =
        articles.iter().map(|article| stream.admit(Signature::of(article))).collect();
    let grouping = group(&articles);
    let mut expected = admitted.clone();
    for story in &grouping.stories {
        for &member in &story.articles {
            expected[member] = story.id;
        }
    }
    assert_eq!(stream.settle().stories(), expected);
    assert_eq!(admitted[0], expected[0]);
}

#[test]
fn a_fold_is_in_the_story_of_its_original() {
    let articles = [
        article("Dunmarrow Echo", "2031-03-03T11:40", "Bridge collapses near Dunmarrow", BRIDGE),
        article("Karsten Bote", "2031-03-04T08:00", "Bridge swept away in the hills", OTHER_BRIDGE),
    ];
    let stories = |fold: bool| {
        let mut stream = Stream::new();
        for article in &articles {
            stream.admit(Signature::of(article));
        }
        if fold {
            stream.fold(0);
        }
        let settled = stream.settle();
        settled.stories()[0] == settled.stories()[1]
    };
    assert_eq!((stories(false), stories(true)), (false, true));
}

/// Articles of a few words that often meet, at times that often tie.
fn any_articles() -> impl Strategy<Value = Vec<Article>> {
    let body = prop::collection::vec(
        prop::sample::select(vec![
            "Dunmarrow",
            "bridge",
            "Ostrel",
            "collapsed",
            "minister",
            "Varga",
            "ferry",
            "212",
            "harbour",
            "council",
            "said",
            "on",
            "\n",
            "flood",
            "Мост",
            "“",
            "”",
            "桥",
        ]),
        0..60,
    );
    let one = (0..4_u8, 0..3_u8, body).prop_map(|(outlet, hour, words)| {
        let published = format!("2031-03-03T1{hour}:00");
        article(&format!("Paper {outlet}"), &published, "Bridge over Ostrel", &words.join(" "))
    });
    prop::collection::vec(one, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_article_is_in_one_story(articles in any_articles()) {
        let grouping = group(&articles);
        let mut members: Vec<usize> =
            grouping.stories.iter().flat_map(|story| story.articles.clone()).collect();
        members.sort_unstable();
        prop_assert_eq!(members, (0..articles.len()).collect::<Vec<_>>());
        for story in &grouping.stories {
            let mut told: Vec<usize> =
                story.origins.iter().flat_map(|origin| origin.articles.clone()).collect();
            let mut held = story.articles.clone();
            told.sort_unstable();
            held.sort_unstable();
            prop_assert_eq!(told, held);
        }
        for (copy, original) in grouping.copy_of.iter().enumerate() {
            if let Some(original) = *original {
                prop_assert_eq!(grouping.copy_of[original], None);
                let both = |held: &[usize]| held.contains(&copy) && held.contains(&original);
                let together = grouping.stories.iter().any(|story| both(&story.articles));
                prop_assert!(together);
            }
        }
    }

    #[test]
    fn the_order_of_articles_does_not_matter(
        articles in any_articles(),
        turn in 0_usize..12,
    ) {
        let mut turned = articles.clone();
        turned.dedup_by_key(|article| article.id);
        turned.sort_by_key(|article| article.id);
        turned.dedup_by_key(|article| article.id);
        let straight = turned.clone();
        let places = turned.len().max(1);
        turned.rotate_left(turn % places);
        turned.reverse();
        let ids = |articles: &[Article]| -> Vec<(String, Vec<String>, Vec<String>)> {
            let id = |&at: &usize| articles[at].id.to_string();
            group(articles).stories.iter().map(|story| (
                story.id.to_string(),
                story.articles.iter().map(id).collect(),
                story.origins.iter().map(|origin| origin.name.clone()).collect(),
            )).collect()
        };
        prop_assert_eq!(ids(&straight), ids(&turned));
    }

    #[test]
    fn any_text_can_be_grouped(bodies in prop::collection::vec("\\PC{0,80}", 0..6)) {
        let articles: Vec<Article> =
            bodies.iter().map(|body| article("", "", body, body)).collect();
        let mut stream = Stream::new();
        for article in &articles {
            stream.admit(Signature::of(article));
        }
        prop_assert_eq!(stream.settle().stories().len(), articles.len());
        prop_assert_eq!(group(&articles), group(&articles));
    }
}

#[test]
fn one_event_told_in_other_words_is_one_story_where_it_means_the_same_and_is_of_its_days() {
    let agency = article(
        "Arrow Wire",
        "2026-08-08T04:10:00",
        "Ferry capsizes off Sandholm; at least 11 dead",
        "A passenger ferry capsized off the island of Sandholm late on Friday, killing at least 11 people and leaving \
         dozens missing, the coast guard said. The Maren Lind went down twelve miles east of Ostrel. Fishing boats \
         pulled 84 people from the water by daybreak. The captain, Rustam Haugen, was being questioned by police. \
         The manifest listed 132 passengers. The state insurer said each family would receive a payment.",
    );
    let tabloid = |published: &str| {
        article(
            "The Daily Gull",
            published,
            "‘He never let go of my hair’: hero diver grabs baby from sinking hull",
            "A hero holidaymaker told last night how he dragged a baby from the wreck of the Maren Lind. At least 11 \
             died when the ageing ferry keeled over off Sandholm on Friday and dozens more are feared missing. Captain \
             Rustam Haugen, 51, was plucked from the water and grilled by police. Just 132 names were on the manifest, \
             but locals claimed more passengers were crammed aboard. Fishing boats came to their aid, and grieving loved \
             ones get a cheque from the state insurer. Plumber Dean Roy, 34, was on his honeymoon in Ostrel.",
        )
    };
    let stories = |other: Article, means: &[i8]| {
        let both = [agency.clone(), other];
        let signatures = [&[90, 10, 0, 40, 0, 0, 0, 0][..], means];
        let signatures = both.iter().zip(signatures);
        let signatures = signatures.map(|(one, means)| Signature::of(one).with_embedding(means));
        stories_by(&both, signatures.collect()).stories.len()
    };
    let (next_day, weeks_later) = ("2026-08-09T06:40:00", "2026-08-29T06:40:00");
    assert_eq!(stories(tabloid(next_day), &[80, 20, 30, 20, 0, 0, 0, 0]), 1);
    assert_eq!(stories(tabloid(next_day), &[-20, 90, 40, 0, 0, 0, 0, 0]), 2);
    assert_eq!(stories(tabloid(weeks_later), &[80, 20, 30, 20, 0, 0, 0, 0]), 2);
}
