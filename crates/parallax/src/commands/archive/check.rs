//! `parallax verify`: whether everything held is what was put there.

use super::{evidence, made_by};
use crate::{cli, commands::Outcome, console, keeper, outlets, pipeline, progress};
use indicatif::ProgressBar;
use parallax_archive::{Decision, Notebook, Reader, Taken};
use parallax_extract::OutletRules;
use parallax_model::{Article, ArticleId, Capture, ReadArticle, StoryId};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// Captures that are checked at once.
const AT_ONCE: usize = 256;

pub(crate) fn verify(command: &cli::Verify) -> anyhow::Result<Outcome> {
    if let Some(file) = &command.evidence {
        return evidence::verify(file);
    }
    let rules = command.outlets.as_deref().map(outlets::load).transpose()?.unwrap_or_default();
    let reader = Reader::open(&command.home.archive)?;
    let bar = progress::count("captures", command.quiet);
    let mut check = Check { wrong: Vec::new(), rules, current: false };
    for damage in reader.damages() {
        check.say(format!("{damage}; run `parallax rebuild` or take it from a backup"));
    }
    for damage in Notebook::damages(reader.folder()) {
        check.say(format!(
            "watch.sqlite: {damage}; delete it: everything is asked for once more, and known again"
        ));
    }
    let mut report = String::new();
    // What is damaged may be no database that can be asked any more.
    if let Err(error) = check.everything(&reader, &bar, &mut report) {
        if check.wrong.is_empty() {
            return Err(error);
        }
        check.say(format!("{error:#}; take it from a backup"));
    }
    bar.finish_and_clear();
    let mut lines = String::new();
    for wrong in &check.wrong {
        writeln!(lines, "{wrong}")?;
    }
    let digest = if check.wrong.is_empty() {
        reader.digest()?.to_string()
    } else {
        format!("{} wrong", check.wrong.len())
    };
    console::print(&format!("{lines}{report}{digest}\n"))?;
    Ok(if check.wrong.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}

struct Check {
    wrong: Vec<String>,
    rules: OutletRules,
    /// Whether this very program read what is held.
    current: bool,
}

impl Check {
    fn say(&mut self, wrong: String) {
        self.wrong.push(wrong);
    }

    fn everything(
        &mut self,
        reader: &Reader<'_>,
        bar: &ProgressBar,
        report: &mut String,
    ) -> anyhow::Result<()> {
        self.current = reader.read_by()? == made_by();
        self.captures(reader, bar)?;
        self.tombstones(reader)?;
        self.stories(reader)?;
        self.index(reader)?;
        counted(reader, report)?;
        if !self.current {
            writeln!(
                report,
                "read by {}: spans were not checked; `parallax rebuild` reads anew",
                reader.read_by()?
            )?;
        }
        Ok(())
    }

    /// Reads every capture, and every article.
    fn captures(&mut self, reader: &Reader<'_>, bar: &ProgressBar) -> anyhow::Result<()> {
        let places = reader.places()?;
        bar.set_length(u64::try_from(places.len()).unwrap_or_default());
        let mut newest: BTreeMap<u64, ArticleId> =
            reader.articles()?.into_iter().map(|row| (row.capture, row.id)).collect();
        let read: BTreeSet<u64> =
            reader.readings()?.into_iter().map(|(number, _)| number).collect();
        for some in places.chunks(AT_ONCE) {
            let mut captures = Vec::new();
            for place in some {
                if !read.contains(&place.number) && self.current {
                    self.say(format!(
                        "capture {} was never read; run `parallax rebuild`",
                        place.id
                    ));
                }
                let held = newest.remove(&place.number);
                let held = held.and_then(|id| self.article(reader, id));
                match reader.capture(place) {
                    Ok(capture) => captures.push((held, capture)),
                    Err(error) => {
                        let error = anyhow::Error::from(error);
                        self.say(format!("{error:#}; take the file from a backup"));
                    }
                }
            }
            self.readings(&captures);
            bar.inc(u64::try_from(some.len()).unwrap_or_default());
        }
        for id in newest.into_values() {
            self.say(format!(
                "article {id} is of a capture that is not held; run `parallax rebuild`"
            ));
        }
        Ok(())
    }

    /// Opens an article.
    fn article(&mut self, reader: &Reader<'_>, id: ArticleId) -> Option<ReadArticle> {
        match reader.article(id) {
            Ok(Some(read)) => {
                if read.article.id != id {
                    self.say(format!(
                        "article {id}: another one is kept under its name; run `parallax rebuild`"
                    ));
                }
                return Some(read);
            }
            Ok(None) => self.say(format!("article {id} is missing; run `parallax rebuild`")),
            Err(error) => self.say(format!("{error}; run `parallax rebuild`")),
        }
        None
    }

    /// Reads captures anew and compares.
    fn readings(&mut self, captures: &[(Option<ReadArticle>, Capture)]) {
        if !self.current {
            return;
        }
        let rules = &self.rules;
        let differs = |(held, capture): &(Option<ReadArticle>, Capture)| {
            let held = held.as_ref()?;
            let read = pipeline::read_by(capture, rules).ok();
            (read.as_ref() != Some(held)).then_some(held.article.id)
        };
        let differ: Vec<_> = captures.par_iter().filter_map(differs).collect();
        for id in differ {
            self.say(format!("article {id} is not what its capture says; run `parallax rebuild`"));
        }
    }

    /// Looks whether what was forgotten is gone.
    fn tombstones(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        if reader.half_forgotten()? > 0 {
            self.say(
                "captures are half forgotten; the next command that writes, such as `parallax forget --finish`, ends it"
                    .to_owned(),
            );
        }
        for stone in reader.tombstones()? {
            if let Err(error) = reader.stored(&stone.place) {
                let error = anyhow::Error::from(error);
                self.say(format!("tombstone of {error:#}; run `parallax forget --finish`"));
            }
        }
        Ok(())
    }

    /// Opens every story and follows every reference.
    fn stories(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let mut told = BTreeMap::new();
        for (id, _) in reader.made_of()? {
            match reader.story(id) {
                Ok(Some(story)) => {
                    for Article { id: article, .. } in
                        story.articles.iter().map(|read| &read.article)
                    {
                        if told.insert(*article, id).is_some() {
                            self.say(format!(
                                "article {article} is in two stories; run `parallax rebuild`"
                            ));
                        }
                    }
                }
                Ok(None) => self.say(format!("story {id} is missing; run `parallax rebuild`")),
                Err(error) => self.say(format!("{error}; run `parallax rebuild`")),
            }
        }
        let members: BTreeMap<ArticleId, StoryId> = reader.members()?.into_iter().collect();
        for id in apart(&told, &members) {
            self.say(format!(
                "article {id} is listed in another story than tells of it; run `parallax rebuild`"
            ));
        }
        Ok(())
    }

    /// Looks whether the index is whole and holds what is told.
    fn index(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let mend = "; `parallax rebuild --index` makes it again";
        let damages = keeper::index_damages(reader.folder());
        for file in &damages {
            self.say(format!("index/{file} is not what was written{mend}"));
        }
        if !damages.is_empty() {
            return Ok(());
        }
        // One that is missing or behind is made by the next search.
        let Some(index) = keeper::index_as_it_is(reader)? else { return Ok(()) };
        let members: BTreeMap<ArticleId, StoryId> = reader.members()?.into_iter().collect();
        match index.holds() {
            Ok(held) => {
                for id in apart(&members, &held) {
                    self.say(format!("article {id} is not found where it is told{mend}"));
                }
            }
            Err(error) => self.say(format!("{:#}{mend}", anyhow::Error::from(error))),
        }
        Ok(())
    }
}

/// The articles that two lists do not put into the same story.
fn apart(
    one: &BTreeMap<ArticleId, StoryId>,
    other: &BTreeMap<ArticleId, StoryId>,
) -> BTreeSet<ArticleId> {
    let ids = one.keys().chain(other.keys());
    ids.filter(|id| one.get(id) != other.get(id)).copied().collect()
}

/// How much is held.
fn counted(reader: &Reader<'_>, report: &mut String) -> anyhow::Result<()> {
    let counts = reader.counts()?;
    writeln!(
        report,
        "{} captures ({} without an article), {} articles, {} stories",
        counts.captures, counts.refused, counts.articles, counts.stories
    )?;
    if counts.forgotten > 0 {
        writeln!(report, "{} captures were forgotten", counts.forgotten)?;
    }
    let hides =
        |taken: &Taken| matches!(taken.decision, Decision::Hide(_)) && taken.undone.is_none();
    if counts.waiting > 0 && !reader.decisions()?.iter().any(hides) {
        writeln!(
            report,
            "{} articles are in no story yet; the next `parallax add` tells it",
            counts.waiting
        )?;
    }
    Ok(())
}
