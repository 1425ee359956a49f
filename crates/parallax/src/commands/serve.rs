//! `parallax serve`: the archive as a site.

use super::{Outcome, input};
use crate::{cli, console, library::ArchiveLibrary};
use anyhow::Context;
use parallax_model::Show;
use parallax_serve::{Bound, Names, Site, asked_to_end};
use parallax_site::{Answer, Asking, Manner, answer};
use std::{
    io::{self, Write},
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Weak},
    thread,
    time::{Duration, Instant},
};

/// Where readers are looked for when nothing else is said: no service of note has it.
const PORT: u16 = 8440;

/// How often it is looked whether the archive holds something new.
const LOOK: Duration = Duration::from_secs(2);

/// Of so many parts of the time one goes into keeping up with the archive, at most.
const SHARE: u32 = 8;

pub(super) fn run(command: &cli::Serve) -> anyhow::Result<Outcome> {
    let rules = input::begin(&command.by)?;
    let bound = bind(command.listen)?;
    let address = bound.address();
    let usual = command.show.unwrap_or_else(|| usually(address));
    let library = ArchiveLibrary::open(&command.home.archive, rules, usual)?;
    say(&library.faults());
    let shown = Arc::new(Shown(library));
    keep_up(&shown)?;
    console::print(&format!("http://{}/\n", reachable(address)))?;
    bound.serve(shown, Names::of(address, &command.name), asked_to_end())?;
    Ok(Outcome::Whole)
}

/// Names what a person wrote and cannot be read.
fn say(faults: &[String]) {
    faults.iter().for_each(console::say);
}

/// An archive that is shown.
struct Shown(ArchiveLibrary);

impl Site for Shown {
    fn state(&self) -> String {
        self.0.state()
    }

    fn answer(&self, asking: &Asking<'_>) -> Answer {
        answer(asking, &self.0, Manner::default())
    }
}

/// The address that was asked for, else the usual one, else any that is free on loopback.
fn bind(listen: Option<SocketAddr>) -> anyhow::Result<Bound> {
    if let Some(address) = listen {
        return Bound::to(address).with_context(|| format!("cannot listen at {address}"));
    }
    let loopback = |port| Bound::to((Ipv4Addr::LOCALHOST, port).into());
    loopback(PORT).or_else(|_| loopback(0)).context("cannot listen on loopback")
}

/// The texts are their publishers': whole ones are for those who have the archive itself.
fn usually(address: SocketAddr) -> Show {
    if address.ip().is_loopback() { Show::Full } else { Show::default() }
}

/// An address that a browser on this machine can be given.
fn reachable(address: SocketAddr) -> SocketAddr {
    if !address.ip().is_unspecified() {
        return address;
    }
    (Ipv4Addr::LOCALHOST, address.port()).into()
}

/// Follows the archive, for as long as it is shown.
fn keep_up(shown: &Arc<Shown>) -> anyhow::Result<()> {
    let mut faults = shown.0.faults();
    let shown = Arc::downgrade(shown);
    let follow = move || {
        let mut trouble = String::new();
        let mut pause = LOOK;
        loop {
            thread::sleep(pause);
            let Some(shown) = Weak::upgrade(&shown) else { return };
            let start = Instant::now();
            let said =
                shown.0.refresh().err().map_or_else(String::new, |error| format!("{error:#}"));
            pause = LOOK.max(start.elapsed() * (SHARE - 1));
            if said != trouble && !said.is_empty() {
                // Standard error that is gone cannot be told about.
                let _ = writeln!(io::stderr(), "parallax: what is shown stays as it was: {said}");
            }
            trouble = said;
            let now = shown.0.faults();
            if now != faults {
                say(&now);
            }
            faults = now;
        }
    };
    thread::Builder::new()
        .name("following".to_owned())
        .spawn(follow)
        .context("cannot start a thread")?;
    Ok(())
}
