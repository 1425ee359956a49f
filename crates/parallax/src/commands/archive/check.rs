//! `parallax verify`: whether everything held is what was put there.

use super::made_by;
use crate::{cli, commands::Outcome, console, outlets, pipeline, progress};
use parallax_archive::{Decision, Reader, Taken};
use parallax_extract::OutletRules;
use parallax_model::{Article, ArticleId, Capture, ReadArticle};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// Captures that are checked at once.
const AT_ONCE: usize = 256;

pub(crate) fn verify(command: &cli::Verify) -> anyhow::Result<Outcome> {
    let rules = command.outlets.as_deref().map(outlets::load).transpose()?.unwrap_or_default();
    let reader = Reader::open(&command.home.archive)?;
    let bar = progress::count(command.quiet);
    let places = reader.places()?;
    bar.set_length(u64::try_from(places.len()).unwrap_or_default());
    let current = reader.read_by()? == made_by();
    let mut check = Check { wrong: Vec::new(), rules, current };
    let mut newest: BTreeMap<u64, ArticleId> =
        reader.articles()?.into_iter().map(|row| (row.capture, row.id)).collect();
    for some in places.chunks(AT_ONCE) {
        let mut captures = Vec::new();
        for place in some {
            match reader.capture(place) {
                Ok(capture) => {
                    let held = newest.remove(&place.number);
                    captures.push((held.and_then(|id| check.article(&reader, id)), capture));
                }
                Err(error) => check.say(format!("{error}; take the file from a backup")),
            }
        }
        check.readings(&captures);
        bar.inc(u64::try_from(some.len()).unwrap_or_default());
    }
    for id in newest.into_values() {
        check.article(&reader, id);
    }
    check.stories(&reader)?;
    bar.finish_and_clear();
    let mut report = String::new();
    for wrong in &check.wrong {
        writeln!(report, "{wrong}")?;
    }
    let counts = reader.counts()?;
    writeln!(
        report,
        "{} captures ({} without an article), {} articles, {} stories",
        counts.captures, counts.refused, counts.articles, counts.stories
    )?;
    let hides =
        |taken: &Taken| matches!(taken.decision, Decision::Hide(_)) && taken.undone.is_none();
    if counts.waiting > 0 && !reader.decisions()?.iter().any(hides) {
        writeln!(
            report,
            "{} articles are in no story yet; the next `parallax add` tells it",
            counts.waiting
        )?;
    }
    if !current {
        writeln!(
            report,
            "read by {}: spans were not checked; `parallax rebuild` reads anew",
            reader.read_by()?
        )?;
    }
    let digest = if check.wrong.is_empty() {
        reader.digest()?.to_string()
    } else {
        format!("{} wrong", check.wrong.len())
    };
    writeln!(report, "{digest}")?;
    console::print(&report)?;
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

    /// Opens every story and follows every reference.
    fn stories(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let mut told = BTreeSet::new();
        for (id, _) in reader.made_of()? {
            match reader.story(id) {
                Ok(Some(story)) => {
                    let twice = story.articles.iter().find(|read| !told.insert(read.article.id));
                    if let Some(Article { id: article, .. }) = twice.map(|read| &read.article) {
                        self.say(format!(
                            "article {article} is in two stories; run `parallax rebuild`"
                        ));
                    }
                }
                Ok(None) => self.say(format!("story {id} is missing; run `parallax rebuild`")),
                Err(error) => self.say(format!("{error}; run `parallax rebuild`")),
            }
        }
        Ok(())
    }
}
