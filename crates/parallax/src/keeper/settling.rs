//! Which stories changed, and how they are told now.

use super::deciding::{self, Placed};
use crate::{meaning::Encoding, pipeline};
use parallax_archive::{Archive, ArchiveError, ArticleRow, Reader, StoryRow, Told};
use parallax_compare::compare_by_meaning;
use parallax_group::{Settled, folds, story_of};
use parallax_model::{
    Article, ArticleId, Digest, DigestBuilder, Grouping, ReadArticle, Stamp, Story, StoryId,
    ToldStory, Why,
};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

/// Articles that are held at once while stories are told.
const AT_ONCE: usize = 1000;

/// A story that is to be told.
struct Wanted {
    id: StoryId,
    aliases: Vec<StoryId>,
    members: Vec<ArticleRow>,
    made_of: Digest,
}

/// Tells anew what changed in `archive` since its stories were told, which were `held`
/// then; gives the names of those told anew.
pub(super) fn tell(
    archive: &mut Archive,
    settled: &Settled,
    held: Vec<(StoryId, Digest)>,
) -> anyhow::Result<Vec<StoryId>> {
    let held: BTreeMap<StoryId, Digest> = held.into_iter().collect();
    let rows = archive.articles()?;
    let taken = archive.reader().decisions()?;
    // Places of articles that were forgotten are passed over.
    let of = |row: &ArticleRow| settled.stories().get(row.number).copied();
    let settled_in: Vec<StoryId> = rows.iter().filter_map(of).collect();
    let placed = deciding::decided(&taken, &rows, &settled_in, settled.aliases());
    let stories = stories(rows, &placed);
    let now: BTreeSet<StoryId> = stories.iter().map(|story| story.id).collect();
    let gone: Vec<StoryId> = held.keys().filter(|id| !now.contains(id)).copied().collect();
    let changed = |story: &Wanted| held.get(&story.id) != Some(&story.made_of);
    let mut changed: Vec<Wanted> = stories.into_iter().filter(changed).collect();
    let told: Vec<StoryId> = changed.iter().map(|story| story.id).collect();
    if !told.is_empty() || !gone.is_empty() {
        changed.reverse();
        let aliases: Vec<_> =
            placed.aliases.into_iter().filter(|(_, story)| now.contains(story)).collect();
        archive.tell(|reader| some(&mut changed, reader), &gone, &aliases)?;
    }
    Ok(told)
}

/// The stories there are, by id, with what each is made of.
fn stories(rows: Vec<ArticleRow>, placed: &Placed) -> Vec<Wanted> {
    let mut members: BTreeMap<StoryId, Vec<ArticleRow>> = BTreeMap::new();
    for (row, story) in rows.into_iter().zip(&placed.stories) {
        if let Some(story) = story {
            members.entry(*story).or_default().push(row);
        }
    }
    let mut aliases: BTreeMap<StoryId, Vec<StoryId>> = BTreeMap::new();
    for (old, story) in &placed.aliases {
        aliases.entry(*story).or_default().push(*old);
    }
    let story = |(id, members): (StoryId, Vec<ArticleRow>)| {
        let aliases = aliases.remove(&id).unwrap_or_default();
        let made_of = made_of(id, &aliases, &members);
        Wanted { id, aliases, members, made_of }
    };
    members.into_iter().map(story).collect()
}

fn made_of(id: StoryId, aliases: &[StoryId], members: &[ArticleRow]) -> Digest {
    let mut made_of = DigestBuilder::new("telling").field(id.as_bytes());
    for alias in aliases {
        made_of = made_of.field(b"alias").field(alias.as_bytes());
    }
    for member in members {
        made_of = made_of.field(member.id.as_bytes()).field(&member.capture.to_le_bytes());
        made_of = made_of.field(member.copy_of.as_ref().map_or(&[][..], |id| id.as_bytes()));
    }
    made_of.finish()
}

/// Tells the next few of `wanted`, from its end on.
fn some(wanted: &mut Vec<Wanted>, reader: &Reader<'_>) -> Result<Vec<Told>, ArchiveError> {
    let mut loaded = Vec::new();
    let mut articles = 0;
    while articles < AT_ONCE {
        let Some(mut story) = wanted.pop() else { break };
        articles += story.members.len();
        let members = mem::take(&mut story.members);
        let read = members.into_iter().map(|row| Ok((article(reader, row.id)?, row.copy_of)));
        loaded.push((story, read.collect::<Result<Vec<_>, ArchiveError>>()?));
    }
    Ok(loaded.into_par_iter().map(|(story, members)| told(story, members)).collect())
}

fn article(reader: &Reader<'_>, id: ArticleId) -> Result<ReadArticle, ArchiveError> {
    reader.article(id)?.ok_or_else(|| ArchiveError::Damaged {
        what: format!("article {id}"),
        how: "it is missing".to_owned(),
    })
}

fn told(wanted: Wanted, mut members: Vec<(ReadArticle, Option<ArticleId>)>) -> Told {
    members.sort_by_cached_key(|(read, _)| pipeline::place_in_time(&read.article));
    let places: BTreeMap<ArticleId, usize> =
        members.iter().enumerate().map(|(at, (read, _))| (read.article.id, at)).collect();
    let copy_of: Vec<Option<usize>> =
        members.iter().map(|(_, of)| places.get(of.as_ref()?).copied()).collect();
    let (articles, annotations): (Vec<_>, Vec<_>) =
        members.into_iter().map(|(read, _)| (read.article, read.annotations)).unzip();
    let story = story_of(wanted.id, wanted.aliases, &articles, &copy_of);
    let folds = folds(&articles, &copy_of);
    let why = vec![Why::default(); articles.len()];
    let grouping = Grouping { stories: vec![story.clone()], copy_of, why };
    let meanings = pipeline::meanings(&articles, &annotations, &grouping, Encoding::Carried);
    let comparison = compare_by_meaning(&story, &articles, &annotations, &grouping, &meanings);
    let told = ToldStory { story, comparison };
    let row = row(&told, &articles);
    let ids = articles.iter().map(|article| article.id).collect();
    let copies = grouping.copy_of.into_iter().zip(folds).collect();
    Told::new(wanted.made_of, row, ids, copies, told)
}

/// A story in short.
fn row(told: &ToldStory, articles: &[Article]) -> StoryRow {
    let Story { id, origins, .. } = &told.story;
    let moments = || articles.iter().filter_map(published);
    let languages: BTreeSet<&str> = articles.iter().map(|article| &*article.language).collect();
    let outlets: BTreeSet<&str> =
        origins.iter().flat_map(|origin| &origin.outlets).map(String::as_str).collect();
    let headline = articles.get(told.comparison.headline).map(Article::headline_words);
    StoryRow {
        id: *id,
        first: moments().min(),
        last: moments().max(),
        articles: articles.len(),
        outlets: outlets.len(),
        origins: origins.len(),
        topic: told.comparison.topic.map(|topic| topic.code().to_owned()),
        languages: languages.into_iter().collect::<Vec<_>>().join(" "),
        headline: headline.unwrap_or_default().to_owned(),
    }
}

/// The earliest moment at which an article can have been published, in seconds since 1970.
pub(super) fn published(article: &Article) -> Option<i64> {
    let moment = |stamp: &Stamp| stamp.moments(article.outlet.offset).0.as_second();
    article.published.as_ref().map(moment)
}
