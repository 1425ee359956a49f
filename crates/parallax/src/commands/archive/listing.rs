//! `parallax stories`: the stories of the archive, with what a person decided about each.

use super::export::found;
use crate::{
    cli::{self, Sort},
    commands::{Outcome, input},
    console,
    shelf::Shelf,
};
use jiff::Timestamp;
use parallax_archive::{Decision, Reader, StoryRow, Taken};
use parallax_model::StoryId;
use serde::Serialize;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// `parallax stories`
pub(crate) fn stories(command: &cli::Stories) -> anyhow::Result<Outcome> {
    let reader = Reader::open(&command.home.archive)?;
    let marks = Marks::of(&reader)?;
    let chosen = match &command.query {
        Some(question) => Some(found(&command.home, &reader, question)?),
        None => None,
    };
    let as_they_come = chosen.is_none() && !command.starred && command.sort == Sort::Latest;
    let mut rows = if as_they_come && command.as_of.is_none() {
        reader.stories(command.skip, command.most)?
    } else {
        let all = reader.stories(0, usize::MAX >> 1)?.into_iter();
        let fits = |row: &StoryRow| {
            chosen.as_ref().is_none_or(|stories| stories.contains(&row.id))
                && (!command.starred || marks.starred.contains(&row.id))
        };
        let fitting: Vec<StoryRow> = all.filter(fits).collect();
        match command.as_of {
            Some(moment) => past(command, &reader, &fitting, moment)?,
            None => sorted(fitting, command),
        }
    };
    rows.truncate(command.most);
    let mut lines = String::new();
    for row in &rows {
        lines += &if command.json { line(row, &marks)? } else { shown(row, &marks)? };
    }
    console::print(&lines)?;
    Ok(Outcome::Whole)
}

/// Those of the stories of which something was known at `moment`, as they stood then.
fn past(
    command: &cli::Stories,
    reader: &Reader<'_>,
    now: &[StoryRow],
    moment: Timestamp,
) -> anyhow::Result<Vec<StoryRow>> {
    let rules = input::begin(&command.by)?;
    let shelf = Shelf::of(reader, rules, command.comparing.encoding());
    let mut rows = Vec::new();
    for row in now {
        rows.extend(shelf.row_at(row.id, moment)?);
    }
    rows.sort_by_key(|row| (Reverse(row.last), row.id));
    Ok(sorted(rows, command))
}

/// In the order asked for, without those to be passed over.
fn sorted(mut rows: Vec<StoryRow>, command: &cli::Stories) -> Vec<StoryRow> {
    match command.sort {
        // They come so.
        Sort::Latest => (),
        Sort::First => rows.sort_by_key(|row| (Reverse(row.first), row.id)),
        Sort::Articles => rows.sort_by_key(|row| (Reverse(row.articles), row.id)),
        Sort::Outlets => rows.sort_by_key(|row| (Reverse(row.outlets), row.id)),
        Sort::Origins => rows.sort_by_key(|row| (Reverse(row.origins), row.id)),
    }
    rows.into_iter().skip(command.skip).collect()
}

/// What a person decided about stories, as it stands.
#[derive(Debug, Default)]
struct Marks {
    starred: BTreeSet<StoryId>,
    notes: BTreeMap<StoryId, Vec<Taken>>,
    /// The decisions that made a story what it is, by number.
    made_by: BTreeMap<StoryId, Vec<u64>>,
}

impl Marks {
    fn of(reader: &Reader<'_>) -> anyhow::Result<Self> {
        let decisions = reader.decisions()?;
        if decisions.is_empty() {
            return Ok(Self::default());
        }
        let aliases: BTreeMap<StoryId, StoryId> = reader.aliases()?.into_iter().collect();
        let members: BTreeMap<_, StoryId> = reader.members()?.into_iter().collect();
        let now = |story: StoryId| aliases.get(&story).copied().unwrap_or(story);
        let mut marks = Self::default();
        for taken in decisions.into_iter().filter(|taken| taken.undone.is_none()) {
            let stories: BTreeSet<StoryId> = match &taken.decision {
                Decision::Star(story) => {
                    marks.starred.insert(now(*story));
                    continue;
                }
                Decision::Note(story, _) => {
                    marks.notes.entry(now(*story)).or_default().push(taken);
                    continue;
                }
                Decision::Merge(into, _) | Decision::Move(_, into) => [now(*into)].into(),
                Decision::Split(articles) => {
                    articles.iter().filter_map(|article| members.get(article).copied()).collect()
                }
                Decision::Hide(_) | Decision::Show(..) | Decision::Undo(_) => continue,
            };
            for story in stories {
                marks.made_by.entry(story).or_default().push(taken.number);
            }
        }
        Ok(marks)
    }

    fn notes(&self, story: StoryId) -> impl Iterator<Item = (&Taken, &str)> {
        self.notes.get(&story).into_iter().flatten().filter_map(|taken| match &taken.decision {
            Decision::Note(_, words) => Some((taken, words.as_str())),
            _ => None,
        })
    }

    fn made_by(&self, story: StoryId) -> &[u64] {
        self.made_by.get(&story).map_or(&[], Vec::as_slice)
    }
}

/// A story as a line for people, with its notes below.
fn shown(row: &StoryRow, marks: &Marks) -> anyhow::Result<String> {
    let mut lines = String::new();
    let star = if marks.starred.contains(&row.id) { "* " } else { "" };
    writeln!(
        lines,
        "{}  {}  {:>4} articles {:>3} outlets {:>3} origins  {star}{}",
        row.id,
        row.last.and_then(day).unwrap_or_else(|| "          ".to_owned()),
        row.articles,
        row.outlets,
        row.origins,
        row.headline
    )?;
    for (taken, words) in marks.notes(row.id) {
        writeln!(lines, "    {} {}: {words}", taken.at.strftime("%Y-%m-%d"), taken.who)?;
    }
    let made_by: Vec<String> = marks.made_by(row.id).iter().map(u64::to_string).collect();
    if !made_by.is_empty() {
        writeln!(lines, "    made so by decision {}", made_by.join(", "))?;
    }
    Ok(lines)
}

/// A story in short, as a line of JSON.
fn line(row: &StoryRow, marks: &Marks) -> anyhow::Result<String> {
    #[derive(Serialize)]
    struct Line<'a> {
        id: String,
        headline: &'a str,
        first: Option<String>,
        last: Option<String>,
        articles: usize,
        outlets: usize,
        origins: usize,
        topic: Option<&'a str>,
        languages: Vec<&'a str>,
        starred: bool,
        notes: Vec<Note<'a>>,
        decisions: &'a [u64],
    }
    #[derive(Serialize)]
    struct Note<'a> {
        decision: u64,
        at: String,
        who: &'a str,
        text: &'a str,
    }
    let moment = |seconds: i64| Timestamp::from_second(seconds).ok().map(|at| at.to_string());
    let line = Line {
        id: row.id.to_string(),
        headline: &row.headline,
        first: row.first.and_then(moment),
        last: row.last.and_then(moment),
        articles: row.articles,
        outlets: row.outlets,
        origins: row.origins,
        topic: row.topic.as_deref(),
        languages: row.languages.split(' ').filter(|language| !language.is_empty()).collect(),
        starred: marks.starred.contains(&row.id),
        notes: marks
            .notes(row.id)
            .map(|(taken, text)| Note {
                decision: taken.number,
                at: taken.at.to_string(),
                who: &taken.who,
                text,
            })
            .collect(),
        decisions: marks.made_by(row.id),
    };
    Ok(serde_json::to_string(&line)? + "\n")
}

/// The day of a moment, in UTC.
fn day(seconds: i64) -> Option<String> {
    Some(Timestamp::from_second(seconds).ok()?.strftime("%Y-%m-%d").to_string())
}
