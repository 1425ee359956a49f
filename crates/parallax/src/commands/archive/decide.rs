//! `parallax decide` and `decisions`: what a person knows better.

use super::{list, made_by};
use crate::{
    cli::{self, What},
    commands::Outcome,
    console,
    keeper::Keeper,
};
use anyhow::bail;
use jiff::Timestamp;
use parallax_archive::{Decision, Reader};
use parallax_extract::OutletRules;
use std::fmt::Write;

/// `parallax decide`
pub(crate) fn decide(command: &cli::Decide) -> anyhow::Result<Outcome> {
    let mut keeper = Keeper::open(&command.home.archive, OutletRules::default(), &made_by())?;
    let decision = meant(&command.what, &keeper.reader())?;
    let Some(number) = keeper.decide(&decision, &command.who, Timestamp::now())? else {
        bail!("there is no such decision that stands; `parallax decisions` lists them");
    };
    let (_, retold) = keeper.finish(&|_, _| ())?;
    console::print(&format!("decision {number}; {} stories told anew\n", retold.told))?;
    Ok(Outcome::Whole)
}

/// `parallax decisions`
pub(crate) fn decisions(command: &cli::Decisions) -> anyhow::Result<Outcome> {
    let mut lines = String::new();
    for taken in Reader::open(&command.home.archive)?.decisions()? {
        let at = taken.at.strftime("%Y-%m-%d %H:%M");
        write!(lines, "{:>4}  {at}  {}  {}", taken.number, taken.who, shown(&taken.decision))?;
        match taken.undone {
            Some(by) => writeln!(lines, "  (taken back by {by})")?,
            None => lines.push('\n'),
        }
    }
    console::print(&lines)?;
    Ok(Outcome::Whole)
}

fn meant(what: &What, reader: &Reader<'_>) -> anyhow::Result<Decision> {
    let story = |digits: &str| list::story_named(reader, digits);
    let article = |digits: &str| list::article_named(reader, digits);
    Ok(match what {
        What::Merge { into, from } => Decision::Merge(story(into)?, story(from)?),
        What::Split { articles } => {
            Decision::Split(articles.iter().map(|id| article(id)).collect::<anyhow::Result<_>>()?)
        }
        What::Move { article: one, story: into } => Decision::Move(article(one)?, story(into)?),
        What::Hide { outlet } => Decision::Hide(outlet.clone()),
        What::Show { outlet, what } => Decision::Show(outlet.clone(), *what),
        What::Star { story: one } => Decision::Star(story(one)?),
        What::Note { story: one, words } => Decision::Note(story(one)?, words.clone()),
        What::Undo { number } => Decision::Undo(*number),
    })
}

fn shown(decision: &Decision) -> String {
    match decision {
        Decision::Merge(into, from) => format!("merge {into} {from}"),
        Decision::Split(articles) => {
            let articles: Vec<String> = articles.iter().map(ToString::to_string).collect();
            format!("split {}", articles.join(" "))
        }
        Decision::Move(article, story) => format!("move {article} {story}"),
        Decision::Hide(outlet) => format!("hide {outlet}"),
        Decision::Show(outlet, show) => format!("show {outlet} {}", show.name()),
        Decision::Star(story) => format!("star {story}"),
        Decision::Note(story, words) => format!("note {story} {words}"),
        Decision::Undo(number) => format!("undo {number}"),
    }
}
