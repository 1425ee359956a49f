//! Where the accounts of one story agree and where they part.
//!
//! Sentences of different articles are aligned into claims; within a claim the
//! accounts are held against each other, word against word and figure against
//! figure. Nothing is written here: every statement, value and phrase is a
//! span of an article.

mod absent;
mod align;
mod amounts;
mod apart;
mod candidates;
mod changes;
mod claims;
mod clusters;
mod copies;
mod differences;
mod earlier;
mod entities;
mod event;
pub mod events;
mod explain;
mod figures;
mod frames;
mod kind;
pub mod learning;
mod likeness;
mod lists;
mod meaning;
mod near;
mod numbers;
mod pair;
mod phrases;
mod quotations;
mod rarity;
mod revising;
mod scene;
mod senses;
mod spelling;
mod text;
mod timeline;
mod topic;
mod trees;
mod verbatim;
mod vocabulary;
mod voice;
mod wording;

pub use changes::changes;
pub use explain::explain;
pub use meaning::{Meanings, asked};
pub use revising::{Read, corrections, revised};
pub use trees::{Hung, TreeReader};

use absent::Silence;
use align::Links;
use apart::Apart;
use parallax_model::{Annotations, Article, Comparison, Grouping, Story};
use quotations::Utterances;
use scene::Scene;
use std::collections::BTreeSet;

/// Compares the accounts of `story`; articles and annotations are those of the whole edition.
///
/// Every sentence of a body is in at least one claim, and every quotation in
/// exactly one group. Sentences of articles in a language no other article of
/// the story is in stand alone.
pub fn compare(
    story: &Story,
    articles: &[Article],
    annotations: &[Annotations],
    grouping: &Grouping,
) -> Comparison {
    compare_by_meaning(story, articles, annotations, grouping, &Meanings::default())
}

/// As [`compare`], with what the sentences mean: more is aligned, and across languages.
///
/// Articles without meanings are aligned by their words, as [`compare`] does.
pub fn compare_by_meaning(
    story: &Story,
    articles: &[Article],
    annotations: &[Annotations],
    grouping: &Grouping,
    meanings: &Meanings,
) -> Comparison {
    let scene = Scene::new(story, articles, annotations, grouping, meanings);
    let Aligned { utterances, links, drafts } = Aligned::of(&scene);
    let centrality = event::centrality(&scene, &links.best);
    let differences = differences::find(&scene, &drafts, &utterances, &links.possible);
    let differing: BTreeSet<usize> = differences.iter().filter_map(|one| one.claim).collect();
    let when = event::when(&scene);
    let apart = Apart::of(&scene);
    let silence = Silence::of(&scene, &drafts, &apart);
    let build = |(at, draft): (usize, &Vec<usize>)| {
        let differs = differing.contains(&at);
        claims::build(&scene, draft, &centrality, when.start.as_deref(), differs, &silence)
    };
    Comparison {
        headline: event::headline(&scene, &centrality)
            .or(story.articles.first().copied())
            .unwrap_or_default(),
        place: event::place(&scene),
        topic: topic::topic(story, annotations),
        claims: drafts.iter().enumerate().map(build).collect(),
        timeline: timeline::timeline(&scene, &drafts, &centrality),
        earlier: earlier::earlier(&scene),
        quotations: utterances.published(&scene),
        differences,
        when,
        not_compared: apart.sentences,
        entities: scene.entities,
        corrections: Vec::new(),
    }
}

/// Which sentences of a story tell one thing.
struct Aligned {
    utterances: Utterances,
    links: Links,
    /// The lines of each claim, in the order of the claims.
    drafts: Vec<Vec<usize>>,
}

impl Aligned {
    fn of(scene: &Scene<'_>) -> Self {
        let utterances = Utterances::of(scene);
        let links = align::links(scene, &utterances);
        let mut drafts = clusters::claims(scene, &links);
        claims::order(scene, &mut drafts);
        Self { utterances, links, drafts }
    }
}
