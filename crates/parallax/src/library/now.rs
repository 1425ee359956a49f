//! What is shown until the next refresh: one moment of an archive.

use super::{catalogue::Catalogue, listing};
use crate::{
    commands::{Notes, generator, made_by},
    keeper,
    meaning::Encoding,
    outlet_facts,
    threads::Threads,
};
use anyhow::Context;
use parallax_acquire::watch::health;
use parallax_archive::{Counts, Decision, Reader, Taken};
use parallax_model::{DigestBuilder, MayShow, Show, StoryId};
use parallax_search::Index;
use parallax_site::facts::OutletFacts;
use parallax_site::library::{OutletRow, Source, Standing};
use std::{collections::BTreeSet, path::Path, sync::Arc};

/// What is shown until the next refresh.
pub(super) struct Now {
    pub(super) catalogue: Catalogue,
    pub(super) standing: Standing,
    pub(super) may: Arc<MayShow>,
    pub(super) facts: Arc<OutletFacts>,
    /// What a person wrote of outlets and cannot be read.
    pub(super) faults: Vec<outlet_facts::Fault>,
    pub(super) starred: BTreeSet<StoryId>,
    pub(super) outlets: Arc<Vec<OutletRow>>,
    /// What lists are narrowed by, where nothing is left out yet.
    pub(super) usual: listing::Usual,
    pub(super) threads: Threads,
    pub(super) index: Option<Index>,
}

/// What is looked at to tell whether anything is new.
pub(super) struct Seen {
    /// What all this is called.
    pub(super) state: String,
    counts: Counts,
    decisions: Vec<Taken>,
    sources: Vec<Source>,
    /// What a person wrote of outlets.
    outlets: String,
}

impl Seen {
    pub(super) fn of(folder: &Path, reader: &Reader<'_>) -> anyhow::Result<Self> {
        let (counts, decisions, sources) =
            (reader.counts()?, reader.decisions()?, sources(folder)?);
        let outlets = outlet_facts::text(folder)
            .with_context(|| format!("cannot read {}", outlet_facts::FILE))?
            .unwrap_or_default();
        let failing = failing(&sources);
        let state = DigestBuilder::new("shown")
            .field(reader.state()?.as_bytes())
            .field(format!("{decisions:?} {counts:?} {failing}").as_bytes())
            .field(outlets.as_bytes())
            .finish()
            .to_string();
        Ok(Self { state: state.chars().take(16).collect(), counts, decisions, sources, outlets })
    }
}

fn failing(sources: &[Source]) -> usize {
    sources.iter().filter(|source| source.fault.is_some()).count()
}

impl Now {
    pub(super) fn of(
        folder: &Path,
        reader: &Reader<'_>,
        usual: Show,
        seen: Seen,
        before: Option<&Self>,
    ) -> anyhow::Result<Self> {
        let made_by = made_by();
        let catalogue = Catalogue::of(reader, &made_by, before.map(|before| &before.catalogue))?;
        let outlets = listing::outlets(&catalogue.entries);
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let newest = catalogue.entries.iter().filter_map(|entry| entry.known()).max();
        let Seen { state, counts, decisions, sources, outlets: written } = seen;
        let (facts, faults) = outlet_facts::read(outlet_facts::FILE, &written);
        let standing = Standing {
            state,
            as_of: newest,
            captures: count(counts.captures),
            refused: count(counts.refused),
            forgotten: count(counts.forgotten),
            articles: count(counts.articles),
            stories: catalogue.entries.len(),
            outlets: outlets.len(),
            watched: sources.len(),
            failing: failing(&sources),
            generator: generator(Encoding::Carried),
        };
        Ok(Self {
            standing,
            may: Arc::new(reader.may_show(usual)?),
            starred: starred(reader, &decisions)?,
            outlets: Arc::new(outlets),
            threads: Threads::of(reader, &made_by)?,
            index: keeper::index(folder, reader, &made_by).ok(),
            usual: listing::Usual::of(&catalogue.entries, &facts),
            facts: Arc::new(facts),
            faults,
            catalogue,
        })
    }
}

/// The stories a person starred.
fn starred(reader: &Reader<'_>, decisions: &[Taken]) -> anyhow::Result<BTreeSet<StoryId>> {
    let aliases = reader.aliases()?;
    let now = |story: StoryId| {
        aliases.iter().find(|(old, _)| *old == story).map_or(story, |(_, story)| *story)
    };
    let standing = decisions.iter().filter(|taken| taken.undone.is_none());
    let starred = standing.filter_map(|taken| match taken.decision {
        Decision::Star(story) => Some(now(story)),
        _ => None,
    });
    Ok(starred.collect())
}

/// What is watched, where something is.
pub(super) fn sources(folder: &Path) -> anyhow::Result<Vec<Source>> {
    if !folder.join("watch.sqlite").exists() {
        return Ok(Vec::new());
    }
    let notes = Notes::open(folder)?;
    let all = health(&notes).map_err(|why| anyhow::anyhow!(why))?;
    let source = |health: parallax_acquire::watch::Health| Source {
        failures: usize::try_from(health.failures).unwrap_or(usize::MAX),
        name: health.name,
        address: health.url,
        asked: health.asked,
        due: health.next,
        fault: health.trouble,
    };
    Ok(all.into_iter().map(source).collect())
}
