//! `parallax watch`: from the network into the archive.

mod catch;
mod list;
mod notes;
mod showing;
mod storage;

use super::{Outcome, input};
use crate::{cli, console};
use anyhow::{Context, anyhow};
use catch::Catch;
use jiff::Timestamp;
pub(crate) use notes::Notes;
use parallax_acquire::{
    net::{Agent, Allowed, Bounds, Fetcher, Limits, System},
    politeness::Manners,
    watch::{Callback, Settings, Stop, Tally, Wall, watch},
};
use std::sync::Arc;

pub(super) fn run(command: &cli::Watch) -> anyhow::Result<Outcome> {
    let list = list::load(&command.sources)?;
    let rules = input::begin(&command.by)?;
    let contact = command.contact.as_ref().or(list.contact.as_ref()).context(
        "outlets must be able to reach you: give --contact, or contact = \"…\" in the file of sources",
    )?;
    let agent = Agent::new(contact).map_err(|why| anyhow!(why))?;
    let fetcher = Fetcher::new(agent, bounds(command)?, Limits::default(), Arc::new(System));
    showing::decide(&list.shows, &command.sources, &command.home.archive)?;
    let ledger = Arc::new(Notes::open(&command.home.archive)?);
    let stop = Stop::default();
    stop.at_signals().context("cannot hear when it is enough")?;
    let mut catch = Catch::new(&command.home.archive, rules, command.by.quiet);
    let done = watch(
        fetcher,
        list.lists(),
        list.sources,
        ledger,
        Arc::new(Wall),
        settings(command, list.callback.as_deref())?,
        &stop,
        &mut catch,
    );
    let (captures, retold) = catch.finish()?;
    let Tally { sources, troubled, asked, faults, .. } = done.map_err(|why| anyhow!(why))?;
    console::print(&format!(
        "{sources} sources asked, {troubled} in trouble; {asked} articles asked for, {faults} not had; \
         {captures} new captures, {} of {} stories told anew\n",
        retold.told, retold.stories
    ))?;
    if troubled > 0 || faults > 0 {
        console::print("`parallax sources --faults` says what went wrong\n")?;
    }
    Ok(if troubled == 0 { Outcome::Whole } else { Outcome::Gaps })
}

fn settings(command: &cli::Watch, listed: Option<&str>) -> anyhow::Result<Settings> {
    let callback = command.callback.as_deref().or(listed);
    let callback = callback.map(|public| Callback::new(public, command.listen)).transpose();
    Ok(Settings {
        manners: Manners { spacing: command.spacing, ..Manners::default() },
        at_once: command.at_once,
        all: command.all,
        once: command.once,
        callback: callback.map_err(|why| anyhow!(why))?,
        storage: storage::of_environment(),
        ..Settings::default()
    })
}

fn bounds(command: &cli::Watch) -> anyhow::Result<Bounds> {
    let allowed = match command.allow_private.as_deref() {
        None => Allowed::none(),
        Some("all") => Allowed::all(),
        Some(networks) => {
            let networks = networks.split(',').map(|network| network.trim().parse());
            Allowed::only(networks.collect::<Result<_, String>>().map_err(|why| anyhow!(why))?)
        }
    };
    let usual = Bounds::default();
    Ok(Bounds { allowed, ports: [usual.ports, command.port.clone()].concat() })
}

/// Now, for what does not say when it was taken.
fn now() -> Timestamp {
    Timestamp::now()
}
