//! What ties a story of the archive to the rest of it: earlier and later stories, and what put
//! its articles into it.
//!
//! Both hang on all that is held, and change with it where the story does not. So they are not
//! kept with stories but worked out when a story is read, from what each story is about and how
//! common each term is. These are kept in a file of the archive's folder, `threads`, that is
//! brought up to date by who reads, made again where it is missing, damaged or of another
//! program, and thrown away when something is forgotten: it holds words of articles.

use anyhow::Context;
use parallax_archive::{KeptStory, Packed, Reader};
use parallax_group::{Chains, Portrait, Rarity, Runs, Signature};
use parallax_model::{
    Annotations, Article, ArticleId, Digest, DigestBuilder, Edition, Elsewhere, Link, ReadArticle,
    Story, StoryId, Why,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    process,
};

/// The stories of an archive by what they are about.
#[derive(Debug)]
pub struct Threads {
    chains: Chains,
    /// Oldest first, then by id, as the chains have them.
    stories: Vec<Elsewhere>,
    places: BTreeMap<StoryId, usize>,
    rarity: Rarity,
    /// By article, its number in the archive.
    numbers: BTreeMap<ArticleId, usize>,
}

/// How they are kept.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    made_by: String,
    /// The state of the archive.
    state: String,
    rarity: Rarity,
    /// The articles that are counted: all before this number, which are named by a digest.
    before: usize,
    counted: Option<Digest>,
    stories: Vec<Known>,
}

/// A story, by what it is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Known {
    id: StoryId,
    made_of: Digest,
    first: Option<i64>,
    headline: String,
    portrait: Portrait,
}

impl Threads {
    /// Of the archive as `reader` sees it, for a program that names itself `made_by`.
    pub fn of(reader: &Reader<'_>, made_by: &str) -> anyhow::Result<Self> {
        let file = file(reader.folder());
        let kept =
            fs::read(&file).ok().and_then(|bytes| Packed::kept(bytes).open(String::new).ok());
        let mut kept: Kept = kept.filter(|kept: &Kept| kept.made_by == made_by).unwrap_or_default();
        let rows = reader.articles()?;
        let numbers = rows.iter().map(|row| (row.id, row.number)).collect();
        let rows: Vec<(usize, ArticleId)> = rows.iter().map(|row| (row.number, row.id)).collect();
        let state = format!("{} of {}", reader.state()?, digest(&rows, usize::MAX));
        if (&*kept.made_by, &kept.state) != (made_by, &state) {
            (kept.made_by, kept.state) = (made_by.to_owned(), state);
            count(&mut kept, &rows, reader)?;
            kept.stories = known(kept.stories, reader)?;
            // One that cannot be written is worked out again next time.
            let _ = write(&file, &kept);
        }
        let story = |known: &Known| Elsewhere { id: known.id, headline: known.headline.clone() };
        let stories: Vec<Elsewhere> = kept.stories.iter().map(story).collect();
        let places = stories.iter().enumerate().map(|(at, story)| (story.id, at)).collect();
        let portraits = kept.stories.into_iter().map(|known| known.portrait).collect();
        let chains = Chains::of_portraits(portraits);
        Ok(Self { chains, stories, places, rarity: kept.rarity, numbers })
    }

    /// Ties the only story of an edition, which is as the archive tells it, to the others, and
    /// says what put its articles into it.
    pub fn tie(&self, edition: &mut Edition, reader: &Reader<'_>) -> anyhow::Result<()> {
        self.link(edition);
        let all: Vec<usize> = (0..edition.articles.len()).collect();
        let reasons = self.reasons(&edition.articles, &all, reader)?;
        for (read, why) in edition.articles.iter_mut().zip(reasons) {
            read.why = Some(why).filter(|why| !why.is_empty());
        }
        Ok(())
    }

    /// Links the only story of an edition, which is as the archive tells it, to the others.
    pub fn link(&self, edition: &mut Edition) {
        let Some(told) = edition.stories.first_mut() else { return };
        let Some(&own) = self.places.get(&told.story.id) else { return };
        let mut elsewhere: Vec<usize> = Vec::new();
        let mut numbered = |story: usize| -> usize {
            if story == own {
                return 0;
            }
            let at = elsewhere.iter().position(|&other| other == story);
            1 + at.unwrap_or_else(|| {
                elsewhere.push(story);
                elsewhere.len() - 1
            })
        };
        let ends = |link: Link| Link {
            earlier: numbered(link.earlier),
            later: numbered(link.later),
            ..link
        };
        edition.links = self.chains.links_of(own).into_iter().map(ends).collect();
        for earlier in &mut told.comparison.earlier {
            let Some(read) = edition.articles.get(earlier.article) else { continue };
            let told = self.chains.told(own, &read.article, &read.annotations, earlier.span);
            earlier.story = told.map(&mut numbered);
        }
        let stories = elsewhere.into_iter().filter_map(|at| self.stories.get(at).cloned());
        edition.elsewhere = stories.collect();
    }

    /// What put those of the articles of a story that are asked for, by their places, beside the
    /// others.
    pub fn reasons(
        &self,
        articles: &[ReadArticle],
        asked: &[usize],
        reader: &Reader<'_>,
    ) -> anyhow::Result<Vec<Why>> {
        let mut signatures = Vec::new();
        for id in articles.iter().map(|read| read.article.id) {
            let number = self.numbers.get(&id).copied();
            let traces =
                number.map(|number| reader.trace::<(Signature, Runs)>(number)).transpose()?;
            let (signature, _) =
                traces.flatten().with_context(|| format!("article {id} has no traces"))?;
            signatures.push(signature);
        }
        Ok(self.rarity.reasons_of(&signatures.iter().collect::<Vec<_>>(), asked))
    }
}

/// Throws away what is kept of the archive in `folder`.
pub(crate) fn discard(folder: &Path) -> anyhow::Result<()> {
    let file = file(folder);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", file.display()))
        }
        _ => Ok(()),
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("threads")
}

/// Counts the articles that were not yet, or all where others were counted.
fn count(kept: &mut Kept, rows: &[(usize, ArticleId)], reader: &Reader<'_>) -> anyhow::Result<()> {
    if kept.counted != Some(digest(rows, kept.before)) {
        (kept.rarity, kept.before) = (Rarity::default(), 0);
    }
    let rarity = &mut kept.rarity;
    reader.traces_from(kept.before, |_, traces: Option<(Signature, Runs)>| {
        if let Some((signature, _)) = traces {
            rarity.count(&signature);
        }
    })?;
    kept.before = rows.last().map_or(0, |(number, _)| number + 1);
    kept.counted = Some(digest(rows, kept.before));
    Ok(())
}

/// Names the articles before a number.
fn digest(rows: &[(usize, ArticleId)], before: usize) -> Digest {
    let rows = rows.iter().take_while(|(number, _)| *number < before);
    let each = |state: DigestBuilder, (number, id): &(usize, ArticleId)| {
        state.field(&number.to_le_bytes()).field(id.as_bytes())
    };
    rows.fold(DigestBuilder::new("counted"), each).finish()
}

/// The stories there are, oldest first, then by id: those that are as they were, and those that
/// are read now.
fn known(kept: Vec<Known>, reader: &Reader<'_>) -> anyhow::Result<Vec<Known>> {
    let mut kept: BTreeMap<(StoryId, Digest), Known> =
        kept.into_iter().map(|known| ((known.id, known.made_of), known)).collect();
    let mut all = Vec::new();
    for (id, made_of) in reader.made_of()? {
        match kept.remove(&(id, made_of)) {
            Some(known) => all.push(known),
            None => all.extend(reader.story(id)?.map(|story| read(made_of, story))),
        }
    }
    all.sort_by_key(|known| (known.first.is_none(), known.first, known.id));
    Ok(all)
}

fn read(made_of: Digest, kept: KeptStory) -> Known {
    let KeptStory { articles, told } = kept;
    let copy_of: Vec<Option<usize>> = articles.iter().map(|read| read.copy_of).collect();
    let first = articles.iter().filter_map(|read| read.article.published_at()).min();
    let headline = articles.get(told.comparison.headline);
    let headline = headline.map(|read| read.article.headline_words().to_owned());
    let (articles, annotations): (Vec<Article>, Vec<Annotations>) =
        articles.into_iter().map(|read| (read.article, read.annotations)).unzip();
    let story: &Story = &told.story;
    Known {
        id: story.id,
        made_of,
        first: first.map(jiff::Timestamp::as_second),
        headline: headline.unwrap_or_default(),
        portrait: Portrait::of(story, &articles, &annotations, &copy_of),
    }
}

/// Writes what is kept: whole, or not at all.
fn write(file: &Path, kept: &Kept) -> io::Result<()> {
    let part = file.with_extension(format!("{}.part", process::id()));
    let written = fs::write(&part, Packed::of(kept).bytes()).and_then(|()| fs::rename(&part, file));
    if written.is_err() {
        // What cannot be cleared away is in nobody's way.
        let _ = fs::remove_file(&part);
    }
    written
}
