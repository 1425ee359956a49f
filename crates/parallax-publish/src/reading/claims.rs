//! What is told, by how many, and by whom first.

use super::{Excerpt, Silence, bare::bare, distinct_outlets, elsewhere, shown::Shown, silence};
use crate::outlets;
use parallax_model::{Claim, ClaimKind, ClaimStatus, Edition, Statement, ToldStory};
use std::collections::BTreeSet;

/// A line of fewer words that does not end as a sentence does is a label that stayed in the text.
const LABEL_WORDS: usize = 3;

/// A claim in one outlet's words.
#[derive(Debug)]
pub(crate) struct Told<'a> {
    pub(crate) id: String,
    pub(crate) excerpt: Excerpt<'a>,
    /// Other outlets that carry it, oldest first.
    pub(crate) also: Vec<&'a str>,
    /// Outlets that carry a part of what the excerpt tells.
    pub(crate) partly: Vec<&'a str>,
    /// How they put it, where they use other words.
    pub(crate) others: Vec<Excerpt<'a>>,
    /// Who had it first, where others have it too.
    pub(crate) first: Option<&'a str>,
    pub(crate) origins: usize,
    /// Who is said to say so, where the excerpt does not name them.
    pub(crate) according_to: Option<&'a str>,
    /// Who does not carry it.
    pub(crate) silence: Silence<'a>,
    /// What is to be said of single outlets: that they cite another, or have its words.
    asides: Vec<(&'a str, String)>,
}

/// What one origin alone tells.
#[derive(Debug)]
pub(crate) struct Alone<'a> {
    /// Index of the origin in its story.
    pub(crate) origin: usize,
    /// The origin's name.
    pub(crate) name: &'a str,
    /// `in`, or `also in` where the origin prints it too.
    pub(crate) carried: &'static str,
    /// The outlets that carry it besides the origin.
    pub(crate) outlets: Vec<&'a str>,
    /// `in Russian, not compared`, where it is told in a language that no other account shares.
    pub(crate) apart: Option<String>,
    /// Origins all of whose articles came out before the first of this one.
    pub(crate) later_than: Vec<&'a str>,
    /// The same by their places in the story.
    pub(crate) after: Vec<usize>,
    pub(crate) told: Vec<Told<'a>>,
}

impl Alone<'_> {
    /// Leaves what is said once over all its claims unsaid with each of them.
    pub(super) fn gather_earlier(&mut self) {
        let earlier: BTreeSet<&str> = self.later_than.iter().copied().collect();
        for told in &mut self.told {
            told.silence.too_early.retain(|name| !earlier.contains(name));
            // That no other tells it is what it stands here for.
            told.silence.not_in.clear();
        }
    }
}

/// Claims that two or more origins carry, as compared: most widely carried first.
///
/// Without those that a sentence of `shown` or a shared quotation tells.
pub(super) fn agreed<'a>(
    edition: &'a Edition,
    told: &'a ToldStory,
    shown: &mut Shown,
) -> Vec<Told<'a>> {
    let claims = told.comparison.claims.iter().enumerate();
    let agreed = claims.filter(|&(at, claim)| is_agreed(told, at, claim)).map(|(_, claim)| claim);
    let (quoted, agreed): (Vec<&Claim>, Vec<&Claim>) =
        agreed.partition(|claim| elsewhere::is_shared_quotation(edition, told, claim));
    for words in quoted.iter().flat_map(|claim| &claim.statements) {
        shown.add(&Excerpt::new(edition, words.article, words.span).whole());
    }
    distinct(edition, told, agreed.into_iter(), shown)
}

/// Each claim in its central words, where nothing before it is told in them.
///
/// A sentence can carry two claims, each with others that tell it: two lists of outlets under one
/// sentence would each say too much, so those who carry one of the two are named apart.
fn distinct<'a>(
    edition: &'a Edition,
    story: &'a ToldStory,
    claims: impl Iterator<Item = &'a Claim>,
    shown: &mut Shown,
) -> Vec<Told<'a>> {
    let mut told: Vec<Told<'a>> = Vec::new();
    for claim in claims {
        let Some(words) = claim.statements.get(claim.central) else { continue };
        let excerpt = Excerpt::new(edition, words.article, words.span).whole();
        if is_label(excerpt.text()) {
            continue;
        }
        if !shown.meets(&excerpt) {
            told.push(Told::new(edition, story, claim, words, excerpt));
        } else if let Some(same) = told.iter_mut().find(|told| told.excerpt.is(&excerpt)) {
            same.absorb(edition, story, claim);
        }
    }
    told
}

fn is_label(text: &str) -> bool {
    let ends = |letter: char| ".!?…。！？।؟\"”»」’'".contains(letter);
    text.split_whitespace().count() < LABEL_WORDS && text.is_ascii() && !text.ends_with(ends)
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
    shown: &mut Shown,
) -> Vec<Alone<'a>> {
    let single: Vec<&Claim> = told
        .comparison
        .claims
        .iter()
        .filter(|claim| claim.status == ClaimStatus::Single && claim.kind != ClaimKind::Background)
        .filter(|claim| !elsewhere::is_told(edition, told, &claim.statements[claim.central]))
        .collect();
    let mut of_articles: Vec<Vec<&Claim>> = vec![Vec::new(); edition.articles.len()];
    for claim in single {
        of_articles[claim.statements[claim.central].article].push(claim);
    }
    let spans = silence::spans(edition, &told.story);
    let origins = told.story.origins.iter().enumerate();
    origins
        .map(|(at, origin)| {
            let mut claims: Vec<&Claim> =
                origin.articles.iter().flat_map(|&article| of_articles[article].clone()).collect();
            claims.sort_by_key(|claim| {
                let central = &claim.statements[claim.central];
                (central.article, central.span)
            });
            let own = origin.outlets.contains(&origin.name);
            let outlets = origin.outlets.iter().map(String::as_str);
            let after = silence::later_than(&spans, at);
            let earlier = after.iter().filter_map(|&at| told.story.origins.get(at));
            Alone {
                origin: at,
                name: if origin.name.is_empty() { "unnamed outlet" } else { &origin.name },
                carried: if own { "also in" } else { "in" },
                outlets: outlets.filter(|outlet| *outlet != origin.name).collect(),
                apart: None,
                later_than: earlier.map(|other| other.name.as_str()).collect(),
                after,
                told: distinct(edition, told, claims.into_iter(), shown),
            }
        })
        .filter(|alone| !alone.told.is_empty())
        .collect()
}

/// What came before or stands behind, most widely carried first.
pub(super) fn background<'a>(
    edition: &'a Edition,
    told: &'a ToldStory,
    shown: &mut Shown,
) -> Vec<Told<'a>> {
    let differences = &told.comparison.differences;
    let claims = told.comparison.claims.iter().enumerate();
    let background = claims
        .filter(|(_, claim)| claim.kind == ClaimKind::Background)
        .filter(|(at, _)| !differences.iter().any(|difference| difference.claim == Some(*at)))
        .filter(|(_, claim)| !elsewhere::is_earlier(told, &claim.statements[claim.central]))
        .map(|(_, claim)| claim);
    distinct(edition, told, background, shown)
}

impl<'a> Told<'a> {
    /// `claim` in the words of one of its statements, shown as `excerpt`.
    pub(super) fn new(
        edition: &'a Edition,
        story: &'a ToldStory,
        claim: &'a Claim,
        words: &'a Statement,
        excerpt: Excerpt<'a>,
    ) -> Self {
        let also = others(edition, claim, &[excerpt.outlet()]);
        let first = claim.first.as_ref().filter(|_| !also.is_empty());
        Self {
            id: claim.id.to_string(),
            excerpt,
            first: first.map(|first| outlets::label(&edition.articles[first.article].article)),
            others: other_words(edition, claim, &excerpt),
            also,
            partly: Vec::new(),
            origins: claim.origins,
            according_to: not_named(words, excerpt.text()),
            silence: Silence::of(story, claim),
            asides: asides(edition, claim),
        }
    }

    /// ` (first)`, ` (citing Coast Wire)`, ` (same words)`: what is to be said of one of its outlets.
    pub(crate) fn aside(&self, outlet: &str) -> String {
        let first = (self.first == Some(outlet)).then_some("first");
        let own = self.asides.iter().filter(|(name, _)| *name == outlet);
        let all: Vec<&str> =
            first.into_iter().chain(own.map(|(_, aside)| aside.as_str())).collect();
        if all.is_empty() { String::new() } else { format!(" ({})", all.join(", ")) }
    }

    /// Takes in another claim that the same sentence tells.
    fn absorb(&mut self, edition: &'a Edition, story: &'a ToldStory, claim: &Claim) {
        self.silence.absorb(&Silence::of(story, claim));
        let carriers = others(edition, claim, &[self.excerpt.outlet()]);
        let (both, one): (Vec<&str>, Vec<&str>) =
            std::mem::take(&mut self.also).into_iter().partition(|name| carriers.contains(name));
        let more = carriers.into_iter().filter(|name| !both.contains(name));
        for name in one.into_iter().chain(more) {
            if !self.partly.contains(&name) {
                self.partly.push(name);
            }
        }
        self.also = both;
        self.origins = self.origins.min(claim.origins);
        self.first =
            self.first.filter(|first| *first == self.excerpt.outlet() || self.also.contains(first));
        let known: BTreeSet<String> = self.others.iter().map(|other| bare(other.text())).collect();
        let more = other_words(edition, claim, &self.excerpt);
        self.others.extend(more.into_iter().filter(|other| !known.contains(&bare(other.text()))));
    }
}

/// Which outlets cite another for it, and which have nearly the words of an older account.
///
/// Of an outlet with several statements, what holds for all of them.
fn asides<'a>(edition: &'a Edition, claim: &Claim) -> Vec<(&'a str, String)> {
    let mut by_outlet: Vec<(&str, Vec<Vec<String>>)> = Vec::new();
    for statement in &claim.statements {
        let read = &edition.articles[statement.article];
        let cited = read.annotations.citations.iter();
        let cited = cited.filter(|citation| statement.span.contains(citation.span));
        let mut asides: Vec<String> =
            cited.map(|citation| format!("citing {}", citation.source_name)).collect();
        if let Some(older) = statement.verbatim {
            let whose = outlets::label(&edition.articles[older].article);
            asides.push(format!("in the words of {whose}"));
        }
        let outlet = outlets::label(&read.article);
        match by_outlet.iter_mut().find(|(name, _)| *name == outlet) {
            Some((_, all)) => all.push(asides),
            None => by_outlet.push((outlet, vec![asides])),
        }
    }
    let mut held = Vec::new();
    for (outlet, statements) in by_outlet {
        let Some((first, rest)) = statements.split_first() else { continue };
        for aside in first {
            let said = held.contains(&(outlet, aside.clone()));
            if !said && rest.iter().all(|other| other.contains(aside)) {
                held.push((outlet, aside.clone()));
            }
        }
    }
    held
}

/// The claim's statements in other words than `shown`, each wording once.
fn other_words<'a>(edition: &'a Edition, claim: &Claim, shown: &Excerpt<'a>) -> Vec<Excerpt<'a>> {
    let statements = claim.statements.iter();
    let excerpts = statements.map(|words| Excerpt::new(edition, words.article, words.span).whole());
    let others: Vec<Excerpt<'a>> = excerpts.filter(|excerpt| !excerpt.is(shown)).collect();
    if others.is_empty() {
        return others;
    }
    let mut seen = BTreeSet::from([bare(shown.text())]);
    others.into_iter().filter(|excerpt| seen.insert(bare(excerpt.text()))).collect()
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
