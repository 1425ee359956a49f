//! What is held, for those who read.

use crate::{
    error::{ArchiveError, Result},
    packed::Packed,
    place::Place,
    rows::{ArticleRow, Counts, KeptStory, StoryRow, Telling},
    store::{self, Kept, Sqlite, View},
    warc::Files,
};
use parallax_model::{
    ArticleId, Capture, CaptureId, Digest, DigestBuilder, ReadArticle, Story, StoryId,
};
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// A view of the archive, as it stood when a question was asked of it.
///
/// Any number of processes read while one writes.
#[derive(Debug)]
pub struct Reader<'a> {
    folder: PathBuf,
    view: Held<'a>,
}

/// An archive that is open to be read, to be handed from one thread to another.
#[derive(Debug)]
pub struct Opened {
    folder: PathBuf,
    view: Box<dyn View>,
}

impl Opened {
    /// Opens the archive in `folder`.
    pub fn open(folder: &Path) -> Result<Self> {
        if !store::path(folder).exists() {
            return Err(ArchiveError::Missing(folder.to_owned()));
        }
        Ok(Self { folder: folder.to_owned(), view: Box::new(Sqlite::open_to_read(folder)?) })
    }

    /// What is seen of it.
    pub fn reader(&self) -> Reader<'_> {
        Reader::of(&self.folder, &*self.view)
    }
}

#[derive(Debug)]
enum Held<'a> {
    Own(Box<dyn View>),
    Lent(&'a dyn View),
}

impl Reader<'static> {
    /// Opens the archive in `folder`.
    pub fn open(folder: &Path) -> Result<Self> {
        if !store::path(folder).exists() {
            return Err(ArchiveError::Missing(folder.to_owned()));
        }
        let view = Held::Own(Box::new(Sqlite::open_to_read(folder)?));
        Ok(Self { folder: folder.to_owned(), view })
    }

    /// A view of a copy of the database in `file`.
    pub(crate) fn of_copy(folder: &Path, file: &Path) -> Result<Self> {
        let view = Held::Own(Box::new(Sqlite::open_copy(file)?));
        Ok(Self { folder: folder.to_owned(), view })
    }
}

impl<'a> Reader<'a> {
    pub(crate) fn of(folder: &Path, view: &'a dyn View) -> Self {
        Self { folder: folder.to_owned(), view: Held::Lent(view) }
    }

    /// The folder of the archive.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn view(&self) -> &dyn View {
        match &self.view {
            Held::Own(view) => &**view,
            Held::Lent(view) => *view,
        }
    }

    /// Which program read what is held, by the name it gave itself.
    pub fn read_by(&self) -> Result<String> {
        Ok(self.view().fact("read by")?.unwrap_or_default())
    }

    /// How much is held.
    pub fn counts(&self) -> Result<Counts> {
        self.view().counts()
    }

    /// Whether a capture is held.
    pub fn holds(&self, id: CaptureId) -> Result<bool> {
        self.view().holds(id)
    }

    /// Stories, the latest first, beginning with the one after `skip` others.
    pub fn stories(&self, skip: usize, most: usize) -> Result<Vec<StoryRow>> {
        self.view().stories(skip, most)
    }

    /// The stories whose name, or that of a story that went into them, begins with `digits`.
    pub fn stories_named(&self, digits: &str) -> Result<Vec<StoryId>> {
        let Some((low, high)) = between(digits) else { return Ok(Vec::new()) };
        let named = self.view().named(Kept::Story, low, high)?;
        let mut found: Vec<StoryId> = named.into_iter().map(Into::into).collect();
        let within = |old: &StoryId| (low..=high).contains(&store::of_story(*old));
        let merged = self.view().aliases()?.into_iter().filter(|(old, _)| within(old));
        found.extend(merged.map(|(_, story)| story));
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// The articles after which a story is named, whether or not there is one now, whose name begins with `digits`.
    ///
    /// Looks at every article of the archive.
    pub fn founders_named(&self, digits: &str) -> Result<Vec<ArticleId>> {
        let Some((low, high)) = between(digits) else { return Ok(Vec::new()) };
        let all = self.view().named(Kept::Article, [0; 32].into(), [0xff; 32].into())?;
        let all = all.into_iter().map(ArticleId::from);
        let within =
            |article: &ArticleId| (low..=high).contains(&store::of_story(Story::name(*article)));
        Ok(all.filter(within).collect())
    }

    /// The articles whose name begins with `digits`.
    pub fn articles_named(&self, digits: &str) -> Result<Vec<ArticleId>> {
        let Some((low, high)) = between(digits) else { return Ok(Vec::new()) };
        let named = self.view().named(Kept::Article, low, high)?;
        Ok(named.into_iter().map(Into::into).collect())
    }

    /// A story as it was told, without its articles: their names alone.
    pub fn telling(&self, id: StoryId) -> Result<Option<Telling>> {
        let packed = self.view().kept(Kept::Story, store::of_story(id))?;
        packed.map(|packed| packed.open(|| format!("story {id}"))).transpose()
    }

    /// A story as it was told, with its articles.
    pub fn story(&self, id: StoryId) -> Result<Option<KeptStory>> {
        let Some(telling) = self.telling(id)? else { return Ok(None) };
        let mut articles = Vec::with_capacity(telling.articles.len());
        for (article, (copy_of, fold)) in telling.articles.iter().zip(telling.copies) {
            let mut read = self.article(*article)?.ok_or_else(|| ArchiveError::Damaged {
                what: format!("story {id}"),
                how: format!("its article {article} is missing"),
            })?;
            (read.copy_of, read.fold) = (copy_of, fold);
            articles.push(read);
        }
        Ok(Some(KeptStory { articles, told: telling.told }))
    }

    /// An article as it was read, without what other articles tell of it.
    pub fn article(&self, id: ArticleId) -> Result<Option<ReadArticle>> {
        let packed = self.view().kept(Kept::Article, store::of_article(id))?;
        packed.map(|packed| packed.open(|| format!("article {id}"))).transpose()
    }

    /// The same, not unpacked yet; there has to be one.
    pub fn packed_article(&self, id: ArticleId) -> Result<Packed> {
        let packed = self.view().kept(Kept::Article, store::of_article(id))?;
        packed.ok_or_else(|| ArchiveError::Damaged {
            what: format!("article {id}"),
            how: "it is missing".to_owned(),
        })
    }

    /// All articles in short, in the order in which they were first met.
    pub fn articles(&self) -> Result<Vec<ArticleRow>> {
        self.view().articles()
    }

    /// What grouping needs of each article, in the order in which they were first met; none of
    /// those of which no capture is held any more.
    pub fn traces<T: DeserializeOwned>(
        &self,
        take: impl FnMut(ArticleId, Option<T>),
    ) -> Result<()> {
        self.traces_from(0, take)
    }

    /// The same, of those before which `from` or more others were met.
    pub fn traces_from<T: DeserializeOwned>(
        &self,
        from: usize,
        mut take: impl FnMut(ArticleId, Option<T>),
    ) -> Result<()> {
        self.view().traces(from, &mut |id, packed| {
            let opened = (!packed.is_empty()).then(|| packed.open(|| format!("article {id}")));
            take(id.into(), opened.transpose()?);
            Ok(())
        })
    }

    /// What grouping needs of the article before which `number` others were met.
    pub fn trace<T: DeserializeOwned>(&self, number: usize) -> Result<Option<T>> {
        let packed = self.view().trace(number)?;
        packed.map(|packed| packed.open(|| format!("article {number}"))).transpose()
    }

    /// The same from number `from` on, not unpacked yet; nothing at places of those of which no
    /// capture is held any more.
    pub fn packed_traces(
        &self,
        from: usize,
        mut take: impl FnMut(ArticleId, Option<Packed>) -> Result<()>,
    ) -> Result<()> {
        self.view().traces(from, &mut |id, packed| {
            take(id.into(), Some(packed).filter(|packed| !packed.is_empty()))
        })
    }

    /// Names what grouping needs of the articles before number `before`: another name whenever
    /// any of it is another.
    pub fn seen(&self, before: usize) -> Result<String> {
        self.view().seen(before)
    }

    /// Names the state of the stories: another one whenever a story was told.
    pub fn state(&self) -> Result<String> {
        self.view().state()
    }

    /// A story in short.
    pub fn story_row(&self, id: StoryId) -> Result<Option<StoryRow>> {
        self.view().story(id)
    }

    /// Names what each story was told from.
    pub fn made_of(&self) -> Result<Vec<(StoryId, Digest)>> {
        self.view().made_of()
    }

    /// Where every capture lies, in order.
    pub fn places(&self) -> Result<Vec<Place>> {
        self.view().places()
    }

    /// The capture at `place`, checked to be the one that was put there.
    pub fn capture(&self, place: &Place) -> Result<Capture> {
        Files::new(&self.folder, "").read(place)
    }

    /// The bytes of the record at `place`, as stored: a gzip member that holds a WARC record.
    pub fn stored(&self, place: &Place) -> Result<Vec<u8>> {
        Files::new(&self.folder, "").member(place)
    }

    /// The captures that the articles of a story were read from, every revision of each.
    pub fn captures_of(&self, story: StoryId) -> Result<Vec<CaptureId>> {
        self.view().captures_of(story)
    }

    /// A digest of everything that was read: alike for archives that answer alike.
    ///
    /// Covers captures in order, articles, stories and aliases; not when they came.
    pub fn digest(&self) -> Result<Digest> {
        let mut whole = DigestBuilder::new("archive");
        for place in self.view().places()? {
            whole = whole.field(place.id.as_bytes());
        }
        for stone in self.view().tombstones()? {
            whole = whole.field(b"forgotten").field(stone.place.id.as_bytes());
        }
        for what in [Kept::Article, Kept::Story] {
            self.view().each(what, &mut |_, packed| {
                whole = std::mem::replace(&mut whole, DigestBuilder::new("")).field(packed.bytes());
                Ok(())
            })?;
        }
        let aliases = self.view().aliases()?;
        for (old, _) in &aliases {
            whole = whole.field(old.as_bytes());
        }
        for (_, story) in &aliases {
            whole = whole.field(story.as_bytes());
        }
        Ok(whole.finish())
    }
}

/// The least and the greatest digest that begin with `digits`; `None` where they are no digits.
pub(crate) fn between(digits: &str) -> Option<(Digest, Digest)> {
    let (mut low, mut high) = ([0; 32], [0xff; 32]);
    if digits.is_empty() || digits.len() > 64 {
        return None;
    }
    for (at, digit) in digits.chars().enumerate() {
        let digit = u8::try_from(digit.to_digit(16)?).ok()?;
        let (shift, kept) = if at % 2 == 0 { (4, 0x0f) } else { (0, 0xf0) };
        let place = at / 2;
        *low.get_mut(place)? |= digit << shift;
        let byte = high.get_mut(place)?;
        *byte = (*byte & kept) | (digit << shift);
    }
    Some((low.into(), high.into()))
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn a_name_cut_short_stands_for_all_that_begin_so() {
        let (low, high) = between("aB3").unwrap();
        let (low, high) = (low.as_bytes(), high.as_bytes());
        assert_eq!((low[0], low[1], low[2], low[31]), (0xab, 0x30, 0, 0));
        assert_eq!((high[0], high[1], high[2], high[31]), (0xab, 0x3f, 0xff, 0xff));
        assert!(between("xy").is_none());
        assert!(between("").is_none());
    }
}
