//! `parallax article`: one article, its revisions, and what changed between them.

use super::list::article_named;
use crate::{cli, commands::Outcome, console, outlets, revising};
use anyhow::{Context, bail, ensure};
use parallax_archive::Reader;
use parallax_compare::revised;
use parallax_model::ReadArticle;
use parallax_publish::{json, terminal};

pub(crate) fn article(command: &cli::Article) -> anyhow::Result<Outcome> {
    let reader = Reader::open(&command.home.archive)?;
    let id = article_named(&reader, &command.id)?;
    let style = console::style(&command.look);
    if !command.revisions && command.diff.is_none() {
        let Some(read) = reader.article(id)? else { bail!("article {id} is no more; ask again") };
        let printed = if command.json {
            json::article(&read)
        } else {
            let revisions = reader.places_of(id)?.len();
            let more = format!(
                "\n{revisions} captures; --revisions lists them, --diff shows what changed\n"
            );
            terminal::article(&read, &style) + if revisions > 1 { &more } else { "" }
        };
        console::print(&printed)?;
        return Ok(Outcome::Whole);
    }
    let rules = command.outlets.as_deref().map(outlets::load).transpose()?.unwrap_or_default();
    let revisions = revising::revisions(&reader, id, &rules)?;
    let printed = match &command.diff {
        None if command.json => json::revisions(&revisions),
        None => terminal::revisions(&revisions, &style),
        Some(between) => {
            let (before, after) = two(&revisions, between)?;
            let changed = revised(
                (&before.article, &before.annotations),
                (&after.article, &after.annotations),
            );
            if command.json {
                json::revised(before, after, &changed)
            } else {
                terminal::revised(before, after, &changed, &style)
            }
        }
    };
    console::print(&printed)?;
    Ok(Outcome::Whole)
}

/// The two revisions that `between` names: `1..3`, or the last two where it says nothing.
fn two<'a>(
    revisions: &'a [ReadArticle],
    between: &str,
) -> anyhow::Result<(&'a ReadArticle, &'a ReadArticle)> {
    let last = revisions.len();
    ensure!(last > 1, "there is one revision of this article only");
    let (from, to) = if between.is_empty() {
        (last - 1, last)
    } else {
        let numbers = between.split_once("..").context("two revisions are named as in 1..3")?;
        (numbers.0.parse()?, numbers.1.parse()?)
    };
    let one = |number: usize| {
        let place = number.checked_sub(1).and_then(|at| revisions.get(at));
        place.with_context(|| format!("there is no revision {number}: they are 1 to {last}"))
    };
    Ok((one(from)?, one(to)?))
}
