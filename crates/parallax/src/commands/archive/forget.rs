//! `parallax forget`: captures that are taken away for good.

use super::made_by;
use crate::{cli, commands::Outcome, console, keeper::Keeper, outlets};
use anyhow::bail;
use jiff::Timestamp;
use parallax_archive::{Place, Reader};
use parallax_model::{Article, ArticleId, CaptureId, Digest};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::Path,
};

/// Digits of an id that are enough to name something that is to be taken away.
const SHORTEST_ID: usize = 6;

pub(crate) fn forget(command: &cli::Forget) -> anyhow::Result<Outcome> {
    let folder = &command.home.archive;
    if command.finish {
        return finish(folder, command.outlets.as_deref());
    }
    let reader = Reader::open(folder)?;
    let mut places = BTreeMap::new();
    for named in &command.captures {
        let found = captures_named(&reader, named)?;
        if found.is_empty() {
            bail!("no capture of the archive is, or has the address, digest or id, {named}");
        }
        places.extend(found.into_iter().map(|place| (place.number, place)));
    }
    let places: Vec<Place> = places.into_values().collect();
    if command.dry_run {
        console::print(&listed(&reader, &places)?)?;
        return Ok(Outcome::Whole);
    }
    drop(reader);
    let reason = command.reason.as_deref().unwrap_or_default();
    take_away(folder, &places, reason, command.outlets.as_deref())
}

/// Forgets captures, and says what came of it.
pub(super) fn take_away(
    folder: &Path,
    places: &[Place],
    reason: &str,
    rules: Option<&Path>,
) -> anyhow::Result<Outcome> {
    let rules = rules.map(outlets::load).transpose()?.unwrap_or_default();
    let mut keeper = Keeper::open(folder, rules, &made_by())?;
    let forgot = keeper.forget(places, reason, Timestamp::now())?;
    let (archive, retold) = keeper.finish(&|_, _| ())?;
    let mut said = format!(
        "{} captures forgotten, {} articles gone; {} of {} stories told anew\n",
        forgot.captures, forgot.articles, retold.told, retold.stories
    );
    if archive.reader().is_unswept()? {
        said += "another process still reads what was deleted; once it has ended, run `parallax forget --finish`\n";
    }
    console::print(&said)?;
    Ok(Outcome::Whole)
}

/// Ends what an earlier command began.
fn finish(folder: &Path, rules: Option<&Path>) -> anyhow::Result<Outcome> {
    let rules = rules.map(outlets::load).transpose()?.unwrap_or_default();
    let mut keeper = Keeper::open(folder, rules, &made_by())?;
    keeper.write_stones_again()?;
    let (archive, _) = keeper.finish(&|_, _| ())?;
    if archive.reader().is_unswept()? {
        bail!("another process still reads what was deleted");
    }
    Ok(Outcome::Whole)
}

/// The captures that a person means: by address, digest of the payload, or the beginning of
/// the id of a capture or an article.
fn captures_named(reader: &Reader<'_>, named: &str) -> anyhow::Result<Vec<Place>> {
    if named.contains("://") {
        let article = Article::name(Some(named), None, Digest::of(b""));
        let found = reader.places_of(article)?;
        return if found.is_empty() { at_address(reader, named) } else { Ok(found) };
    }
    let digits = named.strip_prefix("sha256:").unwrap_or(named).to_lowercase();
    if digits.len() < SHORTEST_ID || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Ok(Vec::new());
    }
    let begins = |id: String| id.starts_with(&digits);
    let whole = |id: &CaptureId| Digest::from(*id.as_bytes()).to_string();
    let mut found: Vec<Place> = reader.places()?;
    found.retain(|place| begins(place.payload.to_string()) || begins(whole(&place.id)));
    let payloads: BTreeSet<Digest> = found.iter().map(|place| place.payload).collect();
    let articles: Vec<ArticleId> = reader.articles_named(&digits)?;
    match (payloads.len(), &articles[..]) {
        (0 | 1, []) => Ok(found),
        (0, [article]) => Ok(reader.places_of(*article)?),
        _ => bail!("{named} is the beginning of several ids; give more of it"),
    }
}

/// Captures that say they were taken at an address, whatever the page itself says.
fn at_address(reader: &Reader<'_>, address: &str) -> anyhow::Result<Vec<Place>> {
    let mut found = Vec::new();
    for place in reader.places()? {
        let capture = reader.capture(&place)?;
        if capture.parts().url.as_deref() == Some(address) {
            found.push(place);
        }
    }
    Ok(found)
}

/// Captures, each with the article on it.
pub(super) fn listed(reader: &Reader<'_>, places: &[Place]) -> anyhow::Result<String> {
    let read: BTreeMap<u64, Option<ArticleId>> = reader.readings()?.into_iter().collect();
    let mut lines = String::new();
    for place in places {
        let article = read.get(&place.number).copied().flatten();
        let held = article.map(|id| reader.article(id)).transpose()?.flatten();
        let headline = held.as_ref().map_or("(no article)", |held| held.article.headline_words());
        let outlet = held.as_ref().map(|held| &held.article.outlet);
        let outlet = outlet.and_then(|outlet| outlet.name.as_ref().or(outlet.domain.as_ref()));
        writeln!(lines, "{}  {}  {headline}", place.id, outlet.map_or("", String::as_str))?;
    }
    writeln!(lines, "{} captures would be forgotten", places.len())?;
    Ok(lines)
}
