//! What is told, by how many, and by whom first.

use super::{Excerpt, bare::bare, distinct_outlets, elsewhere};
use crate::outlets;
use parallax_model::{Claim, ClaimKind, ClaimStatus, Edition, Span, Statement, ToldStory};
use std::collections::BTreeSet;

/// A claim in one outlet's words.
#[derive(Debug)]
pub(crate) struct Told<'a> {
    pub(crate) id: String,
    pub(crate) excerpt: Excerpt<'a>,
    /// Other outlets that carry it, oldest first.
    pub(crate) also: Vec<&'a str>,
    /// How they put it, where they use other words.
    pub(crate) others: Vec<Excerpt<'a>>,
    /// Who had it first, where others have it too.
    pub(crate) first: Option<&'a str>,
    pub(crate) origins: usize,
    /// Who is said to say so, where the excerpt does not name them.
    pub(crate) according_to: Option<&'a str>,
}

/// What one origin alone tells.
#[derive(Debug)]
pub(crate) struct Alone<'a> {
    /// The origin's name.
    pub(crate) name: &'a str,
    /// `in`, or `also in` where the origin prints it too.
    pub(crate) carried: &'static str,
    /// The outlets that carry it besides the origin.
    pub(crate) outlets: Vec<&'a str>,
    pub(crate) told: Vec<Told<'a>>,
}

/// Claims that two or more origins carry, as compared: most widely carried first.
pub(super) fn agreed<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Told<'a>> {
    let claims = told.comparison.claims.iter().enumerate();
    let agreed = claims.filter(|&(at, claim)| is_agreed(told, at, claim)).map(|(_, claim)| claim);
    distinct(edition, agreed)
}

/// Each claim in words that no claim before it is told in.
///
/// A sentence can carry two claims, each with others that tell it. The second is told in the
/// words of another of its statements: two lists of outlets under one sentence would each say
/// too much. A claim that has no other words is not told again.
fn distinct<'a>(edition: &'a Edition, claims: impl Iterator<Item = &'a Claim>) -> Vec<Told<'a>> {
    let mut shown: BTreeSet<(usize, Span)> = BTreeSet::new();
    let mut told = Vec::new();
    for claim in claims {
        let central = claim.statements.get(claim.central).into_iter();
        let mut statements = central.chain(&claim.statements);
        if let Some(words) = statements.find(|words| shown.insert((words.article, words.span))) {
            told.push(Told::new(edition, claim, words));
        }
    }
    told
}

/// A claim that differs where no difference says how is shown for what it still is: agreed.
fn is_agreed(told: &ToldStory, at: usize, claim: &Claim) -> bool {
    let shown = told.comparison.differences.iter().any(|difference| difference.claim == Some(at));
    claim.kind != ClaimKind::Background && claim.status != ClaimStatus::Single && !shown
}

/// Claims of one origin, by origin (oldest first), in the order it tells them, without those
/// that another section tells.
pub(super) fn alone<'a>(
    edition: &'a Edition,
    told: &'a ToldStory,
    agreed: &[Told<'a>],
) -> Vec<Alone<'a>> {
    let known: BTreeSet<&str> = agreed.iter().map(|told| told.excerpt.text()).collect();
    let single: Vec<&Claim> = told
        .comparison
        .claims
        .iter()
        .filter(|claim| claim.status == ClaimStatus::Single && claim.kind != ClaimKind::Background)
        .filter(|claim| !elsewhere::is_told(edition, told, &claim.statements[claim.central]))
        .filter(|claim| !known.contains(words(edition, claim)))
        .collect();
    let origins = told.story.origins.iter();
    origins
        .map(|origin| {
            let mut claims: Vec<&Claim> = single
                .iter()
                .copied()
                .filter(|claim| origin.articles.contains(&claim.statements[claim.central].article))
                .collect();
            claims.sort_by_key(|claim| {
                let central = &claim.statements[claim.central];
                (central.article, central.span)
            });
            let own = origin.outlets.contains(&origin.name);
            let outlets = origin.outlets.iter().map(String::as_str);
            Alone {
                name: if origin.name.is_empty() { "unnamed outlet" } else { &origin.name },
                carried: if own { "also in" } else { "in" },
                outlets: outlets.filter(|outlet| *outlet != origin.name).collect(),
                told: distinct(edition, claims.into_iter()),
            }
        })
        .filter(|alone| !alone.told.is_empty())
        .collect()
}

/// The words that stand for the claim.
fn words<'a>(edition: &'a Edition, claim: &Claim) -> &'a str {
    let central = &claim.statements[claim.central];
    edition.articles[central.article].article.words(central.span)
}

/// What came before or stands behind, most widely carried first.
pub(super) fn background<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Told<'a>> {
    let differences = &told.comparison.differences;
    let claims = told.comparison.claims.iter().enumerate();
    let background = claims
        .filter(|(_, claim)| claim.kind == ClaimKind::Background)
        .filter(|(at, _)| !differences.iter().any(|difference| difference.claim == Some(*at)))
        .filter(|(_, claim)| !elsewhere::is_earlier(told, &claim.statements[claim.central]))
        .map(|(_, claim)| claim);
    distinct(edition, background)
}

impl<'a> Told<'a> {
    /// `claim` in the words of one of its statements.
    fn new(edition: &'a Edition, claim: &'a Claim, words: &'a Statement) -> Self {
        let excerpt = Excerpt::new(edition, words.article, words.span);
        let also = others(edition, claim, &[excerpt.outlet()]);
        let first = claim.first.as_ref().filter(|_| !also.is_empty());
        Self {
            id: claim.id.to_string(),
            excerpt,
            first: first.map(|first| outlets::label(&edition.articles[first.article].article)),
            others: other_words(edition, claim, &excerpt),
            also,
            origins: claim.origins,
            according_to: not_named(words, excerpt.text()),
        }
    }
}

/// The claim's statements in other words than `shown`, each wording once.
fn other_words<'a>(edition: &'a Edition, claim: &Claim, shown: &Excerpt<'a>) -> Vec<Excerpt<'a>> {
    let mut seen = BTreeSet::from([bare(shown.text())]);
    let statements = claim.statements.iter();
    let excerpts = statements.map(|words| Excerpt::new(edition, words.article, words.span));
    excerpts.filter(|excerpt| seen.insert(bare(excerpt.text()))).collect()
}

/// The outlets that carry `claim`, without `shown`.
pub(super) fn others<'a>(edition: &'a Edition, claim: &Claim, shown: &[&str]) -> Vec<&'a str> {
    let articles = claim.statements.iter().map(|statement| statement.article);
    let mut names = distinct_outlets(edition, articles);
    names.retain(|name| !shown.contains(name));
    names
}

/// Who is said to say so, where the words do not hold their last name.
///
/// Of this statement alone: that another outlet has it from someone says nothing about these words.
fn not_named<'a>(statement: &'a Statement, text: &str) -> Option<&'a str> {
    let name = statement.attributed_to.as_deref()?;
    let last = name.split_whitespace().next_back()?;
    (!text.to_lowercase().contains(&last.to_lowercase())).then_some(name)
}
