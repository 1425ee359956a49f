//! What is shown above a comparison when it is asked for: two cells side by side, and why
//! statements are held to tell one thing.

use super::{
    super::Scene,
    cell::{Passage, foremost, passage},
};
use crate::{
    Address, Reach, Tab,
    beside::beside,
    foreign::Foreign,
    library::{Library, Told},
};
use parallax_model::{Claim, ClaimWhy, JoinedBy, LinkWhy, ReadArticle, Show, Statement};

/// Pairs of statements that are explained.
const PAIRS: usize = 6;

/// One cell or two that were chosen.
pub(super) struct Beside<'a> {
    pub(super) sides: Vec<Side<'a>>,
    pub(super) close: String,
}

pub(super) struct Side<'a> {
    pub(super) origin: &'a str,
    pub(super) words: Option<Foreign<'a>>,
    pub(super) passage: Passage<'a>,
}

impl<'a> Beside<'a> {
    pub(super) fn of(scene: &Scene<'a>, reach: &Reach) -> Option<Self> {
        let (one, first) = picked(scene, reach.a.as_deref()?)?;
        let second = reach.b.as_deref().and_then(|digits| picked(scene, digits));
        let close = Reach { a: None, b: None, ..reach.clone() };
        let close = scene.frame.to(&Address::Story(scene.id.to_owned(), Tab::Compare(close)));
        let Some((other, second)) = second else {
            return Some(Self { sides: vec![side(scene, one, first, None)?], close });
        };
        let (ours, theirs) = (words(scene, first)?, words(scene, second)?);
        let (ours, theirs) = beside(ours, theirs);
        let sides =
            vec![side(scene, one, first, Some(ours))?, side(scene, other, second, Some(theirs))?];
        Some(Self { sides, close })
    }
}

/// The statement that is named by the digits of a claim and the number of an origin.
fn picked<'a>(scene: &Scene<'a>, pick: &str) -> Option<(&'a str, &'a Statement)> {
    let (digits, origin) = pick.split_once('.')?;
    let (at, claim) = claim(scene, digits)?;
    let origin = scene.told.story.origins.get(origin.parse::<usize>().ok()?)?;
    let differences = scene.told.comparison.differences.iter();
    let differences: Vec<_> = differences.filter(|each| each.claim == Some(at)).collect();
    let own = claim.statements.iter().filter(|words| origin.articles.contains(&words.article));
    Some((&origin.name, foremost(&differences, &own.collect::<Vec<_>>())?))
}

fn claim<'a>(scene: &Scene<'a>, digits: &str) -> Option<(usize, &'a Claim)> {
    let mut claims = scene.told.comparison.claims.iter().enumerate();
    claims.find(|(_, claim)| claim.id.to_string() == digits)
}

fn read<'a>(scene: &Scene<'a>, words: &Statement) -> Option<&'a ReadArticle> {
    let read = scene.edition.articles.get(words.article)?;
    (scene.frame.showing().of(read) > Show::Link).then_some(read)
}

fn words<'a>(scene: &Scene<'a>, words: &Statement) -> Option<&'a str> {
    Some(read(scene, words)?.article.words(words.span))
}

fn side<'a>(
    scene: &Scene<'a>,
    origin: &'a str,
    words: &Statement,
    pieces: Option<Vec<(&'a str, bool)>>,
) -> Option<Side<'a>> {
    let read = read(scene, words)?;
    let pieces = pieces.unwrap_or_else(|| vec![(read.article.words(words.span), false)]);
    Some(Side {
        origin,
        words: Some(Foreign::pieced(pieces, &read.article)),
        passage: passage(scene, &Reach::default(), read, words.span, None),
    })
}

/// Why statements are one claim.
pub(super) struct Why<'a> {
    pub(super) pairs: Vec<Pair<'a>>,
    pub(super) copies: Vec<(&'a str, &'a str)>,
}

pub(super) struct Pair<'a> {
    pub(super) by: &'a str,
    pub(super) weight: String,
    pub(super) sides: Vec<(&'a str, Foreign<'a>)>,
}

impl<'a> Why<'a> {
    pub(super) fn of(scene: &Scene<'a>, digits: &str, library: &dyn Library) -> Told<Option<Self>> {
        let Some((at, claim)) = claim(scene, digits) else { return Ok(None) };
        let reasons = library.reasons(scene.told.story.id)?;
        Ok(reasons.claims.get(at).map(|why| Self::explained(scene, claim, why)))
    }

    fn explained(scene: &Scene<'a>, claim: &'a Claim, why: &ClaimWhy) -> Self {
        let outlet = |statement: usize| {
            let words = claim.statements.get(statement)?;
            Some(
                scene
                    .edition
                    .articles
                    .get(words.article)?
                    .article
                    .outlet
                    .shown()
                    .unwrap_or_default(),
            )
        };
        let copies =
            why.copies.iter().filter_map(|(copy, of)| Some((outlet(*copy)?, outlet(*of)?)));
        let links = why.links.iter().filter_map(|link| pair(scene, claim, link));
        Self { pairs: links.take(PAIRS).collect(), copies: copies.collect() }
    }
}

fn pair<'a>(scene: &Scene<'a>, claim: &'a Claim, link: &LinkWhy) -> Option<Pair<'a>> {
    let side = |statement: usize, first: bool| {
        let words = claim.statements.get(statement)?;
        let read = read(scene, words)?;
        let shared = link.shared.iter();
        let marks: Vec<_> =
            shared.map(|one| if first { one.spans.0 } else { one.spans.1 }).collect();
        let outlet = read.article.outlet.shown().unwrap_or_default();
        Some((outlet, Foreign::marked(&read.article, words.span, &marks)))
    };
    let by = match link.by {
        JoinedBy::Utterance => "joined-by-utterance",
        JoinedBy::Words => "joined-by-words",
        JoinedBy::Meaning => "joined-by-meaning",
    };
    Some(Pair {
        by: scene.frame.say(by),
        weight: scene.frame.words.percent(link.weight.min(1000)),
        sides: vec![side(link.statements.0, true)?, side(link.statements.1, false)?],
    })
}
