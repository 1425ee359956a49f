//! `parallax sources`: how each source is doing, and which need a person.

use super::{Outcome, source_lists, watch::Notes};
use crate::{cli, console};
use anyhow::anyhow;
use jiff::Timestamp;
use parallax_acquire::{
    politeness::registrable,
    watch::{Health, health},
};
use parallax_archive::Reader;
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Write};

pub(super) fn run(command: &cli::Sources) -> anyhow::Result<Outcome> {
    if let Some(what) = &command.what {
        return source_lists::run(what);
    }
    let now = Timestamp::now();
    let notes = Notes::open(&command.home.archive)?;
    let all = health(&notes).map_err(|why| anyhow!(why))?;
    let copies = Copies::of(&Reader::open(&command.home.archive)?)?;
    let mut printed = String::new();
    for health in all {
        let line = Line::of(&health, &copies, now);
        if command.ailing && line.needs_a_person.is_none() {
            continue;
        }
        if command.json {
            printed += &serde_json::to_string(&line)?;
            printed.push('\n');
        } else {
            tell(&line, command.faults, &mut printed)?;
        }
    }
    console::print(&printed)?;
    Ok(Outcome::Whole)
}

/// One source.
#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    kind: String,
    url: &'a str,
    needs_a_person: Option<String>,
    asked: Option<Timestamp>,
    success: Option<Timestamp>,
    change: Option<Timestamp>,
    next: Option<Timestamp>,
    /// Where its changes are announced.
    hub: Option<&'a str>,
    /// Until when we are told of them.
    hub_until: Option<Timestamp>,
    articles_a_day: f64,
    /// Of the articles of its outlet that are held, in hundredths.
    copies: Option<u64>,
    trouble: Option<&'a str>,
    odd: &'a [String],
    faults: Vec<Fault<'a>>,
    faults_forgotten: u64,
}

#[derive(Serialize)]
struct Fault<'a> {
    at: Timestamp,
    url: &'a str,
    why: &'a str,
    times: u64,
}

impl<'a> Line<'a> {
    fn of(health: &'a Health, copies: &Copies, now: Timestamp) -> Self {
        let faults = health.faults.iter().rev();
        Self {
            name: &health.name,
            kind: health.kind.to_string(),
            url: &health.url,
            needs_a_person: health.needs_a_person(now),
            asked: health.asked,
            success: health.success,
            change: health.change,
            next: health.next,
            hub: health.hub.as_ref().map(|hub| hub.url.as_str()),
            hub_until: health.subscribed,
            articles_a_day: (health.articles_a_day(now) * 10.0).round() / 10.0,
            copies: copies.share(health),
            trouble: health.trouble.as_deref(),
            odd: &health.odd,
            faults: faults
                .map(|fault| Fault {
                    at: fault.at,
                    url: &fault.url,
                    why: &fault.why,
                    times: fault.times,
                })
                .collect(),
            faults_forgotten: health.forgotten,
        }
    }
}

fn tell(line: &Line<'_>, faults: bool, printed: &mut String) -> std::fmt::Result {
    let day = |moment: Option<Timestamp>| {
        moment.map_or_else(
            || "never".to_owned(),
            |moment| moment.strftime("%Y-%m-%d %H:%M").to_string(),
        )
    };
    let mark = if line.needs_a_person.is_some() { '!' } else { ' ' };
    writeln!(printed, "{mark} {}  {}, {}", line.name, line.kind, line.url)?;
    let copies = line.copies.map(|share| format!(", {share}% copies")).unwrap_or_default();
    writeln!(
        printed,
        "    last answered {}, last new {}, articles a day {}{copies}, next asked {}",
        day(line.success),
        day(line.change),
        line.articles_a_day,
        day(line.next)
    )?;
    if let (Some(hub), Some(_)) = (line.hub, line.hub_until) {
        writeln!(printed, "    {hub} tells of its changes until {}", day(line.hub_until))?;
    }
    if let Some(why) = &line.needs_a_person {
        writeln!(printed, "    look after it: {why}")?;
    }
    for odd in line.odd {
        writeln!(printed, "    {odd}")?;
    }
    let all = line.faults.iter().map(|fault| fault.times).sum::<u64>();
    if faults {
        for Fault { at, url, why, times } in &line.faults {
            let times = if *times > 1 { format!(", {times} times") } else { String::new() };
            writeln!(printed, "    {} {url}: {why}{times}", at.strftime("%Y-%m-%d %H:%M"))?;
        }
    } else if all > 0 {
        writeln!(printed, "    faults: {all}; --faults lists them")?;
    }
    Ok(())
}

/// By outlet, how many articles are held and how many of these are copies.
struct Copies(BTreeMap<String, (u64, u64)>);

impl Copies {
    fn of(reader: &Reader<'_>) -> anyhow::Result<Self> {
        let mut outlets: BTreeMap<String, (u64, u64)> = BTreeMap::new();
        for row in reader.articles()? {
            let (all, copies) =
                outlets.entry(row.outlet.unwrap_or_default().to_lowercase()).or_default();
            *all += 1;
            *copies += u64::from(row.copy_of.is_some());
        }
        Ok(Self(outlets))
    }

    /// That of a source's outlet, known by the source's name or by its domain.
    fn share(&self, health: &Health) -> Option<u64> {
        let host = health.url.split("://").nth(1)?.split(['/', ':']).next()?;
        let names =
            [health.name.to_lowercase(), registrable(host).to_lowercase(), host.to_lowercase()];
        let (all, copies) = names.iter().find_map(|name| self.0.get(name))?;
        Some(copies * 100 / all)
    }
}
