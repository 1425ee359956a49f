//! Which stories changed, and how they are told now.

use super::deciding::{self, Placed};
use crate::{
    meaning::Encoding,
    pipeline::{self, Given},
    revising,
};
use jiff::Timestamp;
use parallax_archive::{Archive, ArchiveError, ArticleRow, Packed, Reader, StoryRow, Told};
use parallax_extract::OutletRules;
use parallax_group::Settled;
use parallax_model::{
    Article, ArticleId, Digest, DigestBuilder, ReadArticle, Story, StoryId, ToldStory,
};
use parallax_search::{Document, Made, Maker, Update};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
    panic::resume_unwind,
    sync::mpsc,
    thread,
};

/// Articles that are held at once while stories are told.
const AT_ONCE: usize = 500;

/// So many times are stories loaded and told ahead of those that are kept.
const AHEAD: usize = 2;

/// A story that is to be told.
struct Wanted {
    id: StoryId,
    aliases: Vec<StoryId>,
    members: Vec<ArticleRow>,
    /// All captures of members that have several.
    captures: Captures,
    made_of: Digest,
}

/// The same, with its articles as they are kept.
struct Loaded {
    story: Wanted,
    members: Vec<(ArticleId, Packed)>,
    /// All revisions of those that have several.
    revisions: Vec<ReadArticle>,
}

/// What is told while stories are: how many of them were, and how many there are to tell.
pub(super) type Watch<'a> = &'a dyn Fn(usize, usize);

/// What is to be told anew.
pub(super) struct Changes {
    /// Stories that are new or have changed, in order.
    wanted: Vec<Wanted>,
    /// Those of them that were told before.
    known: Vec<StoryId>,
    /// Stories that are no more.
    gone: Vec<StoryId>,
    /// Names of stories that went into others.
    aliases: Vec<(StoryId, StoryId)>,
}

impl Changes {
    /// What changed in `archive` since its stories were told, which were `held` then.
    pub(super) fn since(
        held: &[(StoryId, Digest)],
        archive: &Archive,
        settled: &Settled,
    ) -> anyhow::Result<Self> {
        let held: BTreeMap<StoryId, Digest> = held.iter().copied().collect();
        let rows = archive.articles()?;
        let taken = archive.reader().decisions()?;
        // Places of articles that were forgotten are passed over.
        let of = |row: &ArticleRow| settled.stories().get(row.number).copied();
        let settled_in: Vec<StoryId> = rows.iter().filter_map(of).collect();
        let placed = deciding::decided(&taken, &rows, &settled_in, settled.aliases());
        let captures = several(archive.reader().readings()?);
        let stories = stories(rows, &placed, &captures);
        let now: BTreeSet<StoryId> = stories.iter().map(|story| story.id).collect();
        let gone = held.keys().filter(|id| !now.contains(id)).copied().collect();
        let changed = |story: &Wanted| held.get(&story.id) != Some(&story.made_of);
        let wanted: Vec<Wanted> = stories.into_iter().filter(changed).collect();
        let known = wanted.iter().map(|story| story.id).filter(|id| held.contains_key(id));
        let known = known.collect();
        let aliases = placed.aliases.into_iter().filter(|(_, story)| now.contains(story)).collect();
        Ok(Self { wanted, known, gone, aliases })
    }

    /// Whether nothing changed.
    pub(super) fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.gone.is_empty()
    }

    /// Tells it, and puts it into `index`; gives the names of the stories told anew.
    pub(super) fn tell(
        self,
        archive: &mut Archive,
        index: &mut Update<'_>,
        rules: &OutletRules,
        watch: Watch<'_>,
    ) -> anyhow::Result<BTreeSet<StoryId>> {
        let told = self.wanted.iter().map(|story| story.id).collect();
        for id in self.gone.iter().chain(&self.known) {
            index.forget_story(*id);
        }
        in_turn(archive, self.wanted, index, (rules, watch), &self.gone, &self.aliases)?;
        Ok(told)
    }
}

/// Tells `wanted`: while some are kept, the next are told.
fn in_turn(
    archive: &mut Archive,
    mut wanted: Vec<Wanted>,
    index: &mut Update<'_>,
    (rules, watch): (&OutletRules, Watch<'_>),
    gone: &[StoryId],
    aliases: &[(StoryId, StoryId)],
) -> anyhow::Result<()> {
    let (all, mut done, mut asked_for) = (wanted.len(), 0, 0);
    wanted.reverse();
    thread::scope(|scope| {
        let (ask, asked) = mpsc::sync_channel::<Vec<Loaded>>(AHEAD);
        let (answer, answers) = mpsc::sync_channel(AHEAD);
        let teller = scope.spawn(move || {
            for some in asked {
                if answer.send(told_all(some, index)?).is_err() {
                    break;
                }
            }
            anyhow::Ok(())
        });
        let kept = archive.tell(
            |reader| {
                while asked_for < AHEAD && !wanted.is_empty() {
                    asked_for += 1;
                    // Where the teller failed it says why, below.
                    let _ = ask.send(some(&mut wanted, reader, rules)?);
                }
                if asked_for == 0 {
                    return Ok(Vec::new());
                }
                asked_for -= 1;
                let told: Vec<Told> = answers.recv().map_err(|_| ArchiveError::Stopped)?;
                done += told.len();
                watch(done, all);
                Ok(told)
            },
            gone,
            aliases,
        );
        drop(ask);
        drop(answers);
        teller.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        Ok(kept?)
    })
}

/// The stories there are, by id, with what each is made of.
fn stories(rows: Vec<ArticleRow>, placed: &Placed, captures: &Captures) -> Vec<Wanted> {
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
        let of = |row: &ArticleRow| Some((row.id, captures.get(&row.id)?.clone()));
        let captures: Captures = members.iter().filter_map(of).collect();
        let made_of = made_of(id, &aliases, &members, &captures);
        Wanted { id, aliases, members, captures, made_of }
    };
    members.into_iter().map(story).collect()
}

/// The captures, by number, of each article that has several.
type Captures = BTreeMap<ArticleId, Vec<u64>>;

fn several(readings: Vec<(u64, Option<ArticleId>)>) -> Captures {
    let mut captures = Captures::new();
    for (number, article) in readings {
        if let Some(article) = article {
            captures.entry(article).or_default().push(number);
        }
    }
    captures.retain(|_, captures| captures.len() > 1);
    captures
}

fn made_of(
    id: StoryId,
    aliases: &[StoryId],
    members: &[ArticleRow],
    captures: &Captures,
) -> Digest {
    let mut made_of = DigestBuilder::new("telling").field(id.as_bytes());
    for alias in aliases {
        made_of = made_of.field(b"alias").field(alias.as_bytes());
    }
    for member in members {
        made_of = made_of.field(member.id.as_bytes()).field(&member.capture.to_le_bytes());
        made_of = made_of.field(member.copy_of.as_ref().map_or(&[][..], |id| id.as_bytes()));
        for capture in captures.get(&member.id).into_iter().flatten() {
            made_of = made_of.field(b"revision").field(&capture.to_le_bytes());
        }
    }
    made_of.finish()
}

/// Loads the next few of `wanted`, from its end on.
fn some(
    wanted: &mut Vec<Wanted>,
    reader: &Reader<'_>,
    rules: &OutletRules,
) -> Result<Vec<Loaded>, ArchiveError> {
    let mut loaded = Vec::new();
    let mut articles = 0;
    while articles < AT_ONCE {
        let Some(mut story) = wanted.pop() else { break };
        articles += story.members.len();
        let members = mem::take(&mut story.members).into_iter();
        let packed = members.map(|row| Ok((row.id, reader.packed_article(row.id)?)));
        let members = packed.collect::<Result<_, ArchiveError>>()?;
        let mut revisions = Vec::new();
        for &id in story.captures.keys() {
            revisions.extend(revising::revisions(reader, id, rules)?);
        }
        loaded.push(Loaded { story, members, revisions });
    }
    Ok(loaded)
}

/// Tells some stories, and puts their articles into `index`.
fn told_all(some: Vec<Loaded>, index: &mut Update<'_>) -> anyhow::Result<Vec<Told>> {
    let maker = index.maker();
    let told = some.into_par_iter().map(|loaded| {
        let members = loaded
            .members
            .into_par_iter()
            .map(|(id, packed)| packed.open(|| format!("article {id}")));
        let mut read = members.collect::<Result<Vec<_>, ArchiveError>>()?;
        read.extend(loaded.revisions);
        Ok(told(loaded.story, read, maker))
    });
    let told = told.collect::<Result<Vec<_>, ArchiveError>>()?;
    let mut kept = Vec::with_capacity(told.len());
    for (told, documents) in told {
        for document in documents {
            index.put(document)?;
        }
        kept.push(told);
    }
    Ok(kept)
}

fn told(wanted: Wanted, read: Vec<ReadArticle>, maker: Maker<'_>) -> (Told, Vec<Made>) {
    let Wanted { id, aliases, made_of, .. } = wanted;
    let edition = pipeline::given(vec![Given { id, aliases, read }], Encoding::Carried);
    let told = edition.stories.into_iter().next().expect("a story was told");
    let articles = edition.articles;
    let document = |read: &ReadArticle| {
        let ToldStory { story, comparison } = &told;
        maker.make(&Document::new(&read.article, &read.annotations, story, comparison))
    };
    let documents = articles.iter().map(document).collect();
    let row = row(&told, &articles);
    let ids = articles.iter().map(|read| read.article.id).collect();
    let copies = articles.into_iter().map(|read| (read.copy_of, read.fold)).collect();
    (Told::new(made_of, row, ids, copies, told), documents)
}

/// A story in short.
pub(crate) fn row(told: &ToldStory, read: &[ReadArticle]) -> StoryRow {
    let Story { id, origins, .. } = &told.story;
    let articles = || read.iter().map(|read| &read.article);
    let moments = || articles().filter_map(Article::published_at).map(Timestamp::as_second);
    let languages: BTreeSet<&str> = articles().map(|article| &*article.language).collect();
    let outlets: BTreeSet<&str> =
        origins.iter().flat_map(|origin| &origin.outlets).map(String::as_str).collect();
    let headline = read.get(told.comparison.headline).map(|read| read.article.headline_words());
    StoryRow {
        id: *id,
        first: moments().min(),
        last: moments().max(),
        articles: read.len(),
        outlets: outlets.len(),
        origins: origins.len(),
        topic: told.comparison.topic.map(|topic| topic.code().to_owned()),
        languages: languages.into_iter().collect::<Vec<_>>().join(" "),
        headline: headline.unwrap_or_default().to_owned(),
    }
}
