//! Why a story's comparison says what it says.

use super::{Pair, pair};
use parallax_model::{
    ClaimWhy, DifferenceWhy, Edition, Explanation, LinkWhy, QuotationWhy, ToldStory,
};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ReasonsBody<'a> {
    story: String,
    claims: Vec<ClaimReasons>,
    differences: Vec<DifferenceReasons<'a>>,
    quotations: Vec<QuotationReasons>,
}

impl<'a> ReasonsBody<'a> {
    pub(super) fn new(edition: &'a Edition, told: &'a ToldStory, why: &'a Explanation) -> Self {
        let comparison = &told.comparison;
        let claims = comparison.claims.iter().zip(&why.claims);
        let differences = comparison.differences.iter().zip(&why.differences);
        Self {
            story: told.story.id.to_string(),
            claims: claims
                .map(|(claim, why)| ClaimReasons::new(claim.id.to_string(), why))
                .collect(),
            differences: differences
                .map(|(difference, why)| {
                    let (article, span) = difference.about;
                    let about = edition.articles[article].article.words(span);
                    DifferenceReasons::new(difference.kind.name(), about, why)
                })
                .collect(),
            quotations: why.quotations.iter().map(QuotationReasons::new).collect(),
        }
    }
}

#[derive(Serialize)]
struct ClaimReasons {
    claim: String,
    links: Vec<LinkReasons>,
    copies: Vec<(usize, usize)>,
}

impl ClaimReasons {
    fn new(claim: String, why: &ClaimWhy) -> Self {
        let links = why.links.iter().map(LinkReasons::new).collect();
        Self { claim, links, copies: why.copies.clone() }
    }
}

#[derive(Serialize)]
struct LinkReasons {
    statements: (usize, usize),
    by: &'static str,
    weight: u32,
    words: u32,
    odds: Option<i64>,
    shared: Vec<SharedReasons>,
    parts: Vec<PartReasons>,
}

impl LinkReasons {
    fn new(link: &LinkWhy) -> Self {
        let shared = link.shared.iter();
        let parts = link.parts.iter();
        Self {
            statements: link.statements,
            by: link.by.name(),
            weight: link.weight,
            words: link.words,
            odds: link.odds,
            shared: shared
                .map(|one| SharedReasons {
                    sort: one.sort.name(),
                    spans: (pair(one.spans.0), pair(one.spans.1)),
                    worth: one.worth,
                })
                .collect(),
            parts: parts
                .map(|part| PartReasons { name: part.name, seen: part.seen, adds: part.adds })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct SharedReasons {
    sort: &'static str,
    spans: (Pair, Pair),
    worth: u32,
}

#[derive(Serialize)]
struct PartReasons {
    name: &'static str,
    seen: i64,
    adds: i64,
}

#[derive(Serialize)]
struct DifferenceReasons<'a> {
    kind: &'static str,
    about: &'a str,
    values: Vec<GivenReasons<'a>>,
    alike: u32,
    apart: Option<i64>,
}

impl<'a> DifferenceReasons<'a> {
    fn new(kind: &'static str, about: &'a str, why: &'a DifferenceWhy) -> Self {
        let values = why.values.iter().map(|given| GivenReasons {
            sentence: given.sentence.map(pair),
            published: given.published.as_deref(),
            read_as: given.read_as.as_deref(),
        });
        Self { kind, about, values: values.collect(), alike: why.alike, apart: why.apart }
    }
}

#[derive(Serialize)]
struct GivenReasons<'a> {
    sentence: Option<Pair>,
    published: Option<&'a str>,
    read_as: Option<&'a str>,
}

#[derive(Serialize)]
struct QuotationReasons {
    pairs: Vec<VariantReasons>,
}

impl QuotationReasons {
    fn new(why: &QuotationWhy) -> Self {
        let pairs = why.pairs.iter().map(|pair| VariantReasons {
            variants: pair.variants,
            shared: pair.shared,
            of: pair.of,
            meaning: pair.meaning,
        });
        Self { pairs: pairs.collect() }
    }
}

#[derive(Serialize)]
struct VariantReasons {
    variants: (usize, usize),
    shared: usize,
    of: usize,
    meaning: Option<i16>,
}
