//! Why a comparison says what it says: the same steps as the comparison, with what each of them saw.

mod shared;

use crate::{
    Aligned, Meanings, align,
    align::Link,
    copies,
    likeness::likeness,
    meaning,
    pair::{self, Sights},
    quotations::Utterances,
    scene::Scene,
    wording,
};
use parallax_model::{
    Annotations, Article, ClaimWhy, Comparison, Difference, DifferenceKind, DifferenceWhy,
    Explanation, Given, Grouping, JoinedBy, LinkWhy, OddsPart, QuotationGroup, QuotationWhy, Story,
    VariantPair,
};
use std::{cmp::Reverse, collections::BTreeMap};

/// Variants of an utterance that are shown pair by pair.
const MOST_VARIANTS: usize = 12;

/// The reasons for `comparison`, which is what was made of the same story, articles and meanings.
///
/// Whole numbers and places, the same on every run; made anew each time, so that a comparison nobody asks about
/// costs nothing more.
pub fn explain(
    story: &Story,
    articles: &[Article],
    annotations: &[Annotations],
    grouping: &Grouping,
    meanings: &Meanings,
    comparison: &Comparison,
) -> Explanation {
    let scene = Scene::new(story, articles, annotations, grouping, meanings);
    let aligned = Aligned::of(&scene);
    let pairs = Pairs::of(&scene, &aligned);
    let originals = copies::originals(&scene);
    let claims = aligned.drafts.iter();
    let groups = aligned.utterances.groups.iter().zip(&comparison.quotations);
    Explanation {
        claims: claims.map(|draft| pairs.claim(draft, &originals)).collect(),
        differences: comparison.differences.iter().map(|one| difference(&scene, one)).collect(),
        quotations: groups
            .map(|(own, group)| quotation(&scene, &aligned.utterances, own, group))
            .collect(),
    }
}

/// The pairs of lines that were held to tell one thing, with what was seen of them.
struct Pairs<'a> {
    scene: &'a Scene<'a>,
    utterances: &'a Utterances,
    links: BTreeMap<(usize, usize), Link>,
    seen: Sights,
}

impl<'a> Pairs<'a> {
    fn of(scene: &'a Scene<'a>, aligned: &'a Aligned) -> Self {
        Self {
            scene,
            utterances: &aligned.utterances,
            links: aligned.links.best.iter().map(|link| ((link.a, link.b), *link)).collect(),
            seen: align::seen(scene, &aligned.utterances).1,
        }
    }

    fn claim(&self, draft: &[usize], originals: &BTreeMap<usize, usize>) -> ClaimWhy {
        let mut links = Vec::new();
        for (at, &a) in draft.iter().enumerate() {
            for (to, &b) in draft.iter().enumerate().skip(at + 1) {
                links.extend(self.link((a, b), (at, to)));
            }
        }
        links.sort_by_key(|link: &LinkWhy| (Reverse(link.weight), link.statements));
        let place = |line: usize| draft.iter().position(|&other| other == line);
        let copies = draft.iter().enumerate();
        let copies = copies.filter_map(|(at, line)| Some((at, place(*originals.get(line)?)?)));
        ClaimWhy { links, copies: copies.collect() }
    }

    fn link(&self, (a, b): (usize, usize), statements: (usize, usize)) -> Option<LinkWhy> {
        let link = self.links.get(&(a, b))?;
        let seen = self.seen.get((a, b));
        let odds = seen.map(pair::odds);
        let by = if self.utterances.share(a, b) {
            JoinedBy::Utterance
        } else if seen.is_none() {
            JoinedBy::Words
        } else {
            JoinedBy::Meaning
        };
        let parts = seen.into_iter().flat_map(pair::parts);
        let mut parts: Vec<OddsPart> = parts
            .map(|(name, seen, adds)| OddsPart { name, seen, adds })
            .filter(|part| part.adds != 0)
            .collect();
        parts.sort_by_key(|part| (Reverse(part.adds.abs()), part.name));
        Some(LinkWhy {
            statements,
            by,
            weight: link.weight,
            words: likeness(self.scene, a, b).sure,
            shared: shared::shared(self.scene, a, b),
            odds,
            parts,
        })
    }
}

fn difference(scene: &Scene<'_>, difference: &Difference) -> DifferenceWhy {
    let lines: Vec<Option<usize>> = difference
        .values
        .iter()
        .map(|value| {
            let account = scene.accounts.iter().find(|account| account.index == value.article)?;
            account.lines.clone().find(|&line| scene.lines[line].span.overlaps(value.span))
        })
        .collect();
    let values = difference.values.iter().zip(&lines);
    let known: Vec<usize> = lines.iter().flatten().copied().collect();
    let pairs = known
        .iter()
        .enumerate()
        .flat_map(|(at, &a)| known.iter().skip(at + 1).map(move |&b| likeness(scene, a, b).sure));
    let moments: Option<Vec<i64>> = known.iter().map(|&line| moment(scene, line)).collect();
    let ends = moments.and_then(|all| Some((*all.iter().min()?, *all.iter().max()?)));
    DifferenceWhy {
        values: values
            .map(|(value, line)| Given {
                sentence: line.map(|line| scene.lines[line].span),
                published: line.and_then(|line| published(scene, line)),
                read_as: line.and_then(|line| read_as(scene, line, difference.kind, value.span)),
            })
            .collect(),
        alike: pairs.min().unwrap_or(0),
        apart: ends.map(|(first, last)| last - first),
    }
}

fn moment(scene: &Scene<'_>, line: usize) -> Option<i64> {
    Some(scene.account(line).article.published_at()?.as_second())
}

fn published(scene: &Scene<'_>, line: usize) -> Option<String> {
    Some(scene.account(line).article.published.as_ref()?.to_string())
}

/// What the words of a value were read as.
fn read_as(
    scene: &Scene<'_>,
    line: usize,
    kind: DifferenceKind,
    value: parallax_model::Span,
) -> Option<String> {
    let notes = scene.account(line).notes;
    match kind {
        DifferenceKind::Number => {
            let amount = notes.quantities.iter().find(|one| one.span.overlaps(value))?;
            Some(shared::amount(amount))
        }
        DifferenceKind::Date => {
            Some(notes.dates.iter().find(|one| one.span.overlaps(value))?.value.clone())
        }
        _ => None,
    }
}

fn quotation(
    scene: &Scene<'_>,
    utterances: &Utterances,
    own: &[usize],
    group: &QuotationGroup,
) -> QuotationWhy {
    let quotes: Vec<_> = own.iter().filter_map(|&at| utterances.quotes.get(at)).collect();
    let mut pairs = Vec::new();
    if quotes.len() != group.variants.len() {
        return QuotationWhy::default();
    }
    for (at, one) in quotes.iter().enumerate().take(MOST_VARIANTS) {
        for (to, other) in quotes.iter().enumerate().take(MOST_VARIANTS).skip(at + 1) {
            if one.account == other.account {
                continue;
            }
            let language = |account: usize| scene.accounts[account].language;
            let foreign = language(one.account) != language(other.account);
            let near = |lines: &[usize], line: usize| {
                lines.iter().filter_map(|&a| meaning::nearness(scene, a, line)).max()
            };
            let meaning = other.lines.iter().filter_map(|&line| near(&one.lines, line)).max();
            let pair = VariantPair {
                variants: (at, to),
                shared: wording::overlap(&one.words, &other.words).pairs.len(),
                of: one.words.len().min(other.words.len()),
                meaning: meaning.filter(|_| foreign),
            };
            pairs.extend((pair.shared > 0 || pair.meaning.is_some()).then_some(pair));
        }
    }
    QuotationWhy { pairs }
}
