//! Every decision of a comparison has its reasons, and they are the ones it was made for.

use parallax::{
    meaning::Encoding,
    pipeline::{self, explanations},
};
use parallax_acquire::{captures, sources};
use parallax_extract::OutletRules;
use parallax_model::{Capture, Edition, Explanation, JoinedBy};
use parallax_publish::{json, terminal, terminal::Style};
use std::{collections::BTreeSet, path::Path};

fn told(event: &str, encoding: Encoding) -> (Edition, Vec<Explanation>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(event);
    let read: Vec<Capture> = sources(&[folder.join("captures").to_string_lossy().into_owned()])
        .iter()
        .flat_map(|source| captures(source.as_ref().expect("fixtures can be read")))
        .map(|capture| capture.expect("fixtures can be read"))
        .collect();
    let edition = pipeline::run_by(&read, Vec::new(), &OutletRules::default(), encoding);
    let why = explanations(&edition, encoding);
    (edition, why)
}

#[test]
fn statements_of_one_claim_are_joined_by_what_is_said() {
    for (event, encoding) in [("dam-vote", Encoding::Carried), ("harbour-fire", Encoding::LeftOut)]
    {
        let (edition, why) = told(event, encoding);
        assert_eq!(why.len(), edition.stories.len());
        for (story, why) in edition.stories.iter().zip(&why) {
            assert_eq!(why.claims.len(), story.comparison.claims.len());
            for (claim, why) in story.comparison.claims.iter().zip(&why.claims) {
                let mut joined: BTreeSet<usize> = BTreeSet::new();
                for link in &why.links {
                    joined.extend([link.statements.0, link.statements.1]);
                    assert!(link.weight > 0);
                    let adds: i64 = link.parts.iter().map(|part| part.adds).sum();
                    let odds = link.odds.unwrap_or(adds);
                    assert!((adds - odds).abs() <= 20, "{adds} is not {odds}: {link:?}");
                    assert!(link.odds.is_some() || link.by != JoinedBy::Meaning);
                }
                joined.extend(why.copies.iter().flat_map(|&(copy, original)| [copy, original]));
                if claim.statements.len() > 1 {
                    assert_eq!(joined.len(), claim.statements.len(), "{event}: {claim:?} {why:?}");
                }
            }
        }
    }
}

#[test]
fn what_two_statements_share_are_words_of_both() {
    let (edition, why) = told("harbour-fire", Encoding::LeftOut);
    let mut seen = 0;
    for (story, why) in edition.stories.iter().zip(&why) {
        for (claim, why) in story.comparison.claims.iter().zip(&why.claims) {
            for link in &why.links {
                let (a, b) =
                    (&claim.statements[link.statements.0], &claim.statements[link.statements.1]);
                for shared in &link.shared {
                    assert!(a.span.contains(shared.spans.0) && b.span.contains(shared.spans.1));
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "only {seen} things are shared");
}

#[test]
fn differences_say_how_their_values_were_read() {
    let (edition, why) = told("harbour-fire", Encoding::LeftOut);
    let page = terminal::reasons(&edition, &why, &Style { width: 100, colour: false });
    assert!(page.contains("read as at least 3"), "{page}");
    assert!(page.contains("not known yet: "), "{page}");
    assert_eq!(json::reasons(&edition, &why).lines().count(), edition.stories.len());
}

#[test]
fn the_reasons_are_the_same_when_they_are_asked_for_again() {
    let (edition, why) = told("dock-strike", Encoding::LeftOut);
    assert_eq!(explanations(&edition, Encoding::LeftOut), why);
}
