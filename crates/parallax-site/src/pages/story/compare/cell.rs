//! What one origin tells of one statement, or how its silence is to be read.

use super::super::Scene;
use crate::{
    Address, Reach, Tab,
    foreign::{Foreign, Shown},
    frame::Moment,
};
use parallax_model::{
    Absence, Claim, Difference, DifferenceValue, ReadArticle, Show, Span, Statement,
};

/// A cell.
pub(in crate::pages::story) struct Cell<'a> {
    pub(in crate::pages::story) class: &'static str,
    pub(in crate::pages::story) glyph: &'static str,
    pub(in crate::pages::story) label: &'a str,
    /// What it gives that others give otherwise.
    pub(in crate::pages::story) value: Option<Foreign<'a>>,
    pub(in crate::pages::story) passage: Option<Passage<'a>>,
}

/// The words in their place.
pub(in crate::pages::story) struct Passage<'a> {
    pub(in crate::pages::story) before: Option<Foreign<'a>>,
    pub(in crate::pages::story) shown: Shown<'a>,
    pub(in crate::pages::story) after: Option<Foreign<'a>>,
    pub(in crate::pages::story) time: Option<Moment>,
    /// To choose it as one of two to be set side by side.
    pub(in crate::pages::story) choose: Option<(&'a str, String)>,
}

impl<'a> Cell<'a> {
    /// That of a claim: `own` are the origin's statements of it.
    pub(super) fn of(
        scene: &Scene<'a>,
        reach: &Reach,
        claim: &'a Claim,
        differences: &[&'a Difference],
        origin: usize,
        own: &[&'a Statement],
    ) -> Self {
        let Some((words, read)) = foremost(differences, own)
            .and_then(|words| Some((words, scene.edition.articles.get(words.article)?)))
        else {
            return Self::silent(scene, claim, origin);
        };
        let articles =
            scene.told.story.origins.get(origin).map(|origin| origin.articles.as_slice());
        let articles = articles.unwrap_or_default();
        let value = value(differences, articles);
        let first = claim.first.as_ref().is_some_and(|first| articles.contains(&first.article));
        let (class, glyph, key) = if value.is_some() {
            ("differs", "≠", "cell-differs")
        } else if first && claim.origins > 1 {
            ("told first", "◆", "cell-first")
        } else if own.iter().all(|words| words.verbatim.is_some()) {
            ("told same", "＝", "cell-same-words")
        } else if is_translated(scene, claim, read) {
            ("told other", "⇄", "cell-translated")
        } else {
            ("told", "●", "cell-told")
        };
        let pick = format!("{}.{origin}", claim.id);
        Self {
            class,
            glyph,
            label: scene.frame.say(key),
            value: value.and_then(|value| shown_value(scene, value)),
            passage: Some(passage(scene, reach, read, words.span, Some(&pick))),
        }
    }

    /// That of a difference in something that is no claim.
    pub(super) fn value(scene: &Scene<'a>, difference: &'a Difference, origin: usize) -> Self {
        let articles =
            scene.told.story.origins.get(origin).map(|origin| origin.articles.as_slice());
        let value = value(&[difference], articles.unwrap_or_default());
        let read =
            value.and_then(|value| Some((value, scene.edition.articles.get(value.article)?)));
        let Some((value, read)) = read else {
            return Self { class: "absent", glyph: "", label: "", value: None, passage: None };
        };
        Self {
            class: "differs",
            glyph: "≠",
            label: scene.frame.say("cell-differs"),
            value: shown_value(scene, value),
            passage: Some(passage(scene, &Reach::default(), read, value.span, None)),
        }
    }

    fn silent(scene: &Scene<'a>, claim: &Claim, origin: usize) -> Self {
        let absent = claim.absent.iter().flatten().find(|absent| absent.origin == origin);
        let (class, glyph, key) = match absent.map(|absent| absent.why) {
            Some(Absence::NotTold) => ("absent not-told", "–", "cell-not-told"),
            Some(Absence::NotKnownYet) => ("absent too-early", "○", "cell-too-early"),
            Some(Absence::PerhapsTold) => ("absent", "?", "cell-perhaps"),
            Some(Absence::TimesUnclear) => ("absent", "~", "cell-times-unclear"),
            Some(Absence::NotCompared) => ("absent", "×", "cell-not-compared"),
            None => ("absent", "", ""),
        };
        let label = if key.is_empty() { "" } else { scene.frame.say(key) };
        Self { class, glyph, label, value: None, passage: None }
    }
}

/// Of what an origin tells of a claim that which stands for it: where it differs, the latest value.
pub(super) fn foremost<'a>(
    differences: &[&Difference],
    own: &[&'a Statement],
) -> Option<&'a Statement> {
    let articles: Vec<usize> = own.iter().map(|words| words.article).collect();
    let valued = value(differences, &articles);
    let holds = |words: &&&Statement| {
        valued
            .is_some_and(|value| value.article == words.article && value.span.overlaps(words.span))
    };
    own.iter().find(holds).or(own.first()).copied()
}

/// What an origin gives that others give otherwise: its latest value.
fn value<'a>(differences: &[&'a Difference], articles: &[usize]) -> Option<&'a DifferenceValue> {
    let values = differences.iter().flat_map(|difference| &difference.values);
    values.filter(|value| articles.contains(&value.article)).max_by_key(|value| value.article)
}

fn shown_value<'a>(scene: &Scene<'a>, value: &DifferenceValue) -> Option<Foreign<'a>> {
    let read = scene.edition.articles.get(value.article)?;
    (scene.frame.showing().of(read) > Show::Link).then(|| Foreign::of(&read.article, value.span))
}

fn is_translated(scene: &Scene<'_>, claim: &Claim, read: &ReadArticle) -> bool {
    let central = claim.statements.get(claim.central);
    let central = central.and_then(|words| scene.edition.articles.get(words.article));
    central.is_some_and(|central| primary(central) != primary(read))
}

fn primary(read: &ReadArticle) -> &str {
    read.article.language.split('-').next().unwrap_or_default()
}

/// Words with the sentence before and the sentence behind them.
pub(super) fn passage<'a>(
    scene: &Scene<'a>,
    reach: &Reach,
    read: &'a ReadArticle,
    span: Span,
    pick: Option<&str>,
) -> Passage<'a> {
    let frame = scene.frame;
    let sentences = &read.annotations.sentences;
    let first = sentences.partition_point(|sentence| sentence.end() <= span.start());
    let behind = sentences.partition_point(|sentence| sentence.start() < span.end());
    let whole = sentences.get(first..behind).unwrap_or_default();
    let around = whole.iter().fold(span, |all, sentence| all.to(*sentence));
    let marks: &[Span] = if around == span { &[] } else { &[span] };
    let shown = frame.showing().words(read, around, marks);
    let beside = |at: Option<usize>| {
        let sentence = sentences.get(at?)?;
        shown.words.is_some().then(|| Foreign::of(&read.article, *sentence))
    };
    Passage {
        before: beside(first.checked_sub(1)),
        after: beside(Some(behind)),
        time: read.article.published.as_ref().map(|stamp| frame.stamp(stamp)),
        choose: pick
            .filter(|_| !frame.fixed && shown.words.is_some())
            .map(|pick| choose(scene, reach, pick)),
        shown,
    }
}

/// The way to a page with this cell chosen: the second where one is.
fn choose<'a>(scene: &Scene<'a>, reach: &Reach, pick: &str) -> (&'a str, String) {
    let chosen = reach.a.as_deref().filter(|a| reach.b.is_none() && *a != pick);
    let (key, a, b) = match chosen {
        Some(a) => ("choose-second", a.to_owned(), Some(pick.to_owned())),
        None => ("choose-first", pick.to_owned(), None),
    };
    let to = Reach { a: Some(a), b, why: None, ..reach.clone() };
    let address = Address::Story(scene.id.to_owned(), Tab::Compare(to));
    (scene.frame.say(key), scene.frame.to(&address) + "#beside")
}
