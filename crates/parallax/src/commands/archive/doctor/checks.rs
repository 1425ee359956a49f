//! What is examined, one thing after the other.

use super::{Finding, State};
use crate::{commands::archive::made_by, keeper};
use jiff::{SignedDuration, Timestamp};
use parallax_archive::{Decision, Folder, Notebook, Reader, Taken};
use parallax_model::{ArticleId, StoryId};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
};

/// Free space under which nothing more fits, and under which it will soon not.
const NONE_LEFT: u64 = 64 << 20;
const LITTLE_LEFT: u64 = 1 << 30;

/// A log of the database this long was not written into it for a while.
const LONG_LOG: u64 = 256 << 20;

/// Names that are shown of a list at most.
const SHOWN: usize = 5;

/// Examines the folder at `path`, from the outside in.
pub(super) fn examine(path: &Path) -> Vec<Finding> {
    let mut report = Report { path, findings: Vec::new() };
    let folder = Folder::new(path);
    if !folder.is_archive() {
        report.broken("archive", format!("there is none in {}", path.display()), "init");
        return report.findings;
    }
    report.fine("archive", path.display().to_string());
    report.writing(&folder);
    report.space();
    report.format(&folder);
    report.leftovers(&folder);
    report.notes();
    match Reader::open(path) {
        Ok(reader) => {
            if let Err(error) = report.inside(&folder, &reader) {
                report.broken("database", format!("{error:#}"), "verify");
            }
        }
        Err(error) => {
            let error = anyhow::Error::from(error);
            report.put("database", State::Broken, format!("{error:#}"), None);
        }
    }
    report.findings
}

struct Report<'a> {
    path: &'a Path,
    findings: Vec<Finding>,
}

impl Report<'_> {
    fn put(&mut self, what: &'static str, state: State, said: String, mend: Option<String>) {
        self.findings.push(Finding { what, state, said, mend });
    }

    fn fine(&mut self, what: &'static str, said: impl Into<String>) {
        self.put(what, State::Fine, said.into(), None);
    }

    fn warning(&mut self, what: &'static str, said: impl Into<String>, command: &str) {
        let mend = self.command(command);
        self.put(what, State::Warning, said.into(), Some(mend));
    }

    fn broken(&mut self, what: &'static str, said: impl Into<String>, command: &str) {
        let mend = self.command(command);
        self.put(what, State::Broken, said.into(), Some(mend));
    }

    /// A command of ours for this archive, ready to be run.
    fn command(&self, command: &str) -> String {
        format!("parallax {command} --archive {}", quoted(self.path))
    }

    fn writing(&mut self, folder: &Folder) {
        if let Err(error) = folder.try_writing() {
            let said = format!("{:#}; what is held can be read", anyhow::Error::from(error));
            let mend = format!("chmod -R u+w {}", quoted(self.path));
            self.put("writing", State::Warning, said, Some(mend));
            return;
        }
        match folder.is_busy() {
            Ok(false) => self.fine("writing", "nobody writes, and one could"),
            Ok(true) => {
                let said = "another process writes now; readers see what was there before";
                self.put("writing", State::Fine, said.to_owned(), None);
            }
            Err(error) => {
                let said = format!("{:#}", anyhow::Error::from(error));
                self.put("writing", State::Broken, said, None);
            }
        }
    }

    fn space(&mut self) {
        let Some(free) = free_space(self.path) else {
            self.fine("space", "how much is free is not known here");
            return;
        };
        let said = format!("{} MB free", free >> 20);
        let state = if free < NONE_LEFT {
            State::Broken
        } else if free < LITTLE_LEFT {
            State::Warning
        } else {
            State::Fine
        };
        let mend =
            (state != State::Fine).then(|| self.command("retain --older-than 365d --dry-run"));
        self.put("space", state, said, mend);
    }

    fn format(&mut self, folder: &Folder) {
        match folder.format() {
            Ok((found, known)) if found == known => self.fine("format", format!("{found}")),
            Ok((found, known)) if found < known => {
                let said =
                    format!("{found}; this program writes {known}, and brings it up to date");
                self.warning("format", said, "stories");
            }
            Ok((found, known)) => {
                let said = format!("{found}, of a newer version; this program knows {known}");
                self.put("format", State::Broken, said, None);
            }
            Err(error) => {
                let said = format!("{:#}", anyhow::Error::from(error));
                self.put("format", State::Broken, said, None);
            }
        }
    }

    fn leftovers(&mut self, folder: &Folder) {
        let left = folder.leftovers();
        if left.is_empty() {
            self.fine("leftovers", "none");
            return;
        }
        let names: Vec<String> = left.iter().map(|path| quoted(path)).collect();
        let said = format!("{} files of something that was cut off", left.len());
        self.put("leftovers", State::Warning, said, Some(format!("rm {}", names.join(" "))));
    }

    /// What is remembered between two looks at the network.
    fn notes(&mut self) {
        let damages = Notebook::damages(self.path);
        match Notebook::count(self.path) {
            Ok(None) => self.fine("notes", "none"),
            Ok(Some(count)) if damages.is_empty() => {
                self.fine("notes", format!("{count} on what was asked of the network"));
            }
            _ => {
                let said = format!(
                    "watch.sqlite is damaged: {}; without it everything is asked for once more",
                    some(&damages)
                );
                let mend = format!("rm -f {}*", quoted(&self.path.join("watch.sqlite")));
                self.put("notes", State::Broken, said, Some(mend));
            }
        }
    }

    fn inside(&mut self, folder: &Folder, reader: &Reader<'_>) -> anyhow::Result<()> {
        self.log(folder);
        self.reading(reader)?;
        self.captures(folder, reader)?;
        self.forgotten(reader)?;
        self.rows(reader)?;
        self.index(reader)?;
        self.decisions(reader)?;
        self.clock(reader)
    }

    fn log(&mut self, folder: &Folder) {
        let log = folder.log();
        let said = format!("{} kB wait to be written into the database", log >> 10);
        if log < LONG_LOG {
            self.fine("log", said);
        } else {
            self.warning("log", said + "; a reader holds on to it", "forget --finish");
        }
    }

    fn reading(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let by = reader.read_by()?;
        if by == made_by() || by.is_empty() && reader.counts()?.captures == 0 {
            self.fine("reading", "by this version of the program");
        } else {
            let by = if by.is_empty() { "an older version" } else { &by };
            self.warning("reading", format!("what is held was read by {by}"), "rebuild");
        }
        Ok(())
    }

    /// Whether every capture is where it is said to be, and nothing after the last.
    fn captures(&mut self, folder: &Folder, reader: &Reader<'_>) -> anyhow::Result<()> {
        let mut ends: BTreeMap<u32, u64> = BTreeMap::new();
        let stones = reader.tombstones()?.into_iter().map(|stone| stone.place);
        for place in reader.places()?.into_iter().chain(stones) {
            let end = ends.entry(place.file).or_default();
            *end = (*end).max(place.start + place.length);
        }
        let last = ends.keys().next_back().copied().unwrap_or_default();
        let mut well = true;
        for (&file, &end) in &ends {
            let length = folder.length_of(file).unwrap_or_default();
            let name = format!("captures/{file:05}.warc.gz");
            if length < end {
                well = false;
                let said =
                    format!("{name} ends after {length} of {end} bytes; take it from a backup");
                self.broken("captures", said, "verify");
            } else if length > end && file == last {
                well = false;
                let said = format!("{name} has {} bytes that no row speaks of", length - end);
                self.warning("captures", said, "forget --finish");
            }
        }
        if well {
            self.fine("captures", format!("{} files, as long as they should be", ends.len()));
        }
        Ok(())
    }

    fn forgotten(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let half = reader.half_forgotten()?;
        if half > 0 {
            let said = format!("{half} captures are half forgotten");
            self.broken("forgotten", said, "forget --finish");
        } else if reader.is_unswept()? {
            let said = "bytes of what was forgotten may be in the database still";
            self.warning("forgotten", said, "forget --finish");
        } else {
            self.fine("forgotten", format!("{} captures", reader.counts()?.forgotten));
        }
        Ok(())
    }

    /// Whether what refers to something refers to what there is.
    fn rows(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let captures: BTreeSet<u64> = reader.places()?.iter().map(|place| place.number).collect();
        let articles = reader.articles()?;
        let held: BTreeSet<ArticleId> = articles.iter().map(|row| row.id).collect();
        let stories: BTreeSet<StoryId> = reader.made_of()?.into_iter().map(|(id, _)| id).collect();
        let members = reader.members()?;
        let told: BTreeSet<StoryId> = members.iter().map(|(_, story)| *story).collect();
        let wrong = [
            (
                "articles without a capture",
                articles.iter().filter(|row| !captures.contains(&row.capture)).count(),
            ),
            (
                "readings without a capture",
                reader.readings()?.iter().filter(|(number, _)| !captures.contains(number)).count(),
            ),
            ("stories without an article", stories.difference(&told).count()),
            ("places in stories that are not", told.difference(&stories).count()),
            (
                "places of articles that are not",
                members.iter().filter(|(article, _)| !held.contains(article)).count(),
            ),
        ];
        let wrong: Vec<String> = wrong
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(what, count)| format!("{count} {what}"))
            .collect();
        let counts = reader.counts()?;
        if !wrong.is_empty() {
            self.broken("rows", wrong.join(", "), "rebuild");
        } else if counts.waiting > 0 && !hides(reader)? {
            let said = format!("{} articles are in no story yet", counts.waiting);
            self.warning("rows", said, "forget --finish");
        } else {
            let said = format!(
                "{} captures, {} articles, {} stories",
                counts.captures, counts.articles, counts.stories
            );
            self.fine("rows", said);
        }
        Ok(())
    }

    fn index(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let damages = keeper::index_damages(self.path);
        if !damages.is_empty() {
            let said = format!("not what was written: {}", some(&damages));
            self.broken("index", said, "rebuild --index");
        } else if keeper::index_as_it_is(reader)?.is_some() {
            self.fine("index", "in step with the stories");
        } else {
            let said = "missing or behind; the next search makes it";
            self.warning("index", said, "rebuild --index");
        }
        Ok(())
    }

    /// Whether what a person decided is about something that is there.
    fn decisions(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let mut stories: BTreeSet<StoryId> =
            reader.made_of()?.into_iter().map(|(id, _)| id).collect();
        stories.extend(reader.aliases()?.into_iter().map(|(old, _)| old));
        let rows = reader.articles()?;
        let articles: BTreeSet<ArticleId> = rows.iter().map(|row| row.id).collect();
        let names = rows.iter().filter_map(|row| Some(row.outlet.as_ref()?.to_lowercase()));
        let outlets: BTreeSet<String> = names.collect();
        let idle = |decision: &Decision| match decision {
            Decision::Merge(one, other) => !stories.contains(one) || !stories.contains(other),
            Decision::Split(some) => !some.iter().any(|id| articles.contains(id)),
            Decision::Move(article, _) => !articles.contains(article),
            Decision::Hide(outlet) => !outlets.contains(&outlet.to_lowercase()),
            Decision::Star(story) | Decision::Note(story, _) => !stories.contains(story),
            // It may be said of an outlet before it has articles.
            Decision::Show(..) | Decision::Undo(_) => false,
        };
        let standing: Vec<Taken> =
            reader.decisions()?.into_iter().filter(|taken| taken.undone.is_none()).collect();
        let idle: Vec<String> = standing
            .iter()
            .filter(|taken| idle(&taken.decision))
            .map(|taken| taken.number.to_string())
            .collect();
        match idle.first() {
            None => self.fine("decisions", format!("{} stand", standing.len())),
            Some(first) => {
                let said = format!("about what is not there any more: {}", some(&idle));
                self.warning("decisions", said, &format!("decide undo {first}"));
            }
        }
        Ok(())
    }

    /// Whether something is written as of later than now.
    fn clock(&mut self, reader: &Reader<'_>) -> anyhow::Result<()> {
        let soon = Timestamp::now() + SignedDuration::from_hours(24);
        let decided = reader.decisions()?.into_iter().map(|taken| taken.at);
        let forgot = reader.tombstones()?.into_iter().map(|stone| stone.at);
        let written = decided.chain(forgot).filter(|at| *at > soon).count();
        let published = reader.published()?;
        let moments = published.iter().filter_map(|(_, seconds)| *seconds);
        let ahead = moments.filter(|&seconds| seconds > soon.as_second()).count();
        if written > 0 {
            let said =
                format!("{written} decisions are of later than now: the clock was or is wrong");
            self.put("clock", State::Warning, said, Some("date".to_owned()));
        } else if ahead > 0 {
            let said = format!("{ahead} articles say they are published tomorrow or later");
            self.put("clock", State::Warning, said, None);
        } else {
            self.fine("clock", "nothing is of later than now");
        }
        Ok(())
    }
}

fn hides(reader: &Reader<'_>) -> anyhow::Result<bool> {
    let hides =
        |taken: &Taken| matches!(taken.decision, Decision::Hide(_)) && taken.undone.is_none();
    Ok(reader.decisions()?.iter().any(hides))
}

/// The first few of a list.
fn some(names: &[String]) -> String {
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN { format!("{shown} and {} more", names.len() - SHOWN) } else { shown }
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let words = path.display().to_string();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    if !words.is_empty() && words.chars().all(plain) {
        words
    } else {
        format!("'{}'", words.replace('\'', "'\\''"))
    }
}

/// Bytes that are free where `path` lies, as the system's `df` tells.
fn free_space(path: &Path) -> Option<u64> {
    let output = Command::new("df").arg("-Pk").arg(path).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let kilobytes: u64 = said.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(kilobytes << 10)
}
