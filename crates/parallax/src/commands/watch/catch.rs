//! What the network caught goes into the archive; stories are told when it rests.

use super::{super::archive::made_by, now};
use crate::{
    console,
    keeper::{self, Keeper, Retold},
};
use parallax_acquire::watch::Sink;
use parallax_archive::ArchiveError;
use parallax_extract::OutletRules;
use parallax_model::{Capture, Unread};
use std::{
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// How often it is tried, a second apart, to write where another process writes.
const TRIES: u32 = 120;

/// Takes captures into an archive, which is held only while there are any.
pub(super) struct Catch {
    folder: PathBuf,
    rules: OutletRules,
    quiet: bool,
    keeper: Option<Keeper>,
    captures: usize,
    retold: Retold,
}

impl Catch {
    pub(super) fn new(folder: &Path, rules: OutletRules, quiet: bool) -> Self {
        let (folder, retold) = (folder.to_owned(), Retold::default());
        Self { folder, rules, quiet, keeper: None, captures: 0, retold }
    }

    /// Tells what is to be told; gives how many captures came, and which stories were told.
    pub(super) fn finish(mut self) -> anyhow::Result<(usize, Retold)> {
        self.tell()?;
        Ok((self.captures, self.retold))
    }

    /// Takes in what `input` gives.
    pub(super) fn add(&mut self, input: &mut impl keeper::Input) -> anyhow::Result<()> {
        let keeper = match &mut self.keeper {
            Some(keeper) => keeper,
            none => none.insert(opened(&self.folder, &self.rules)?),
        };
        self.captures += keeper.add(input, now(), false)?.captures;
        Ok(())
    }

    fn tell(&mut self) -> anyhow::Result<()> {
        let Some(keeper) = self.keeper.take() else { return Ok(()) };
        let (_, retold) = keeper.finish(&|_, _| ())?;
        self.retold = Retold { told: self.retold.told + retold.told, stories: retold.stories };
        Ok(())
    }
}

impl Sink for Catch {
    fn take(&mut self, caught: Vec<Capture>) -> Result<(), String> {
        let mut batch = Once { caught: Some(caught), quiet: self.quiet };
        self.add(&mut batch).map_err(|error| format!("{error:#}"))
    }

    fn rest(&mut self) -> Result<(), String> {
        self.tell().map_err(|error| format!("{error:#}"))
    }
}

/// Opens an archive to be written to, once nobody else writes.
fn opened(folder: &Path, rules: &OutletRules) -> anyhow::Result<Keeper> {
    once_free(|| Keeper::open(folder, rules.clone(), &made_by()))
}

/// What `open` gives once nobody else writes.
pub(super) fn once_free<T>(open: impl Fn() -> anyhow::Result<T>) -> anyhow::Result<T> {
    for _ in 0..TRIES {
        match open() {
            Err(error) if matches!(error.downcast_ref(), Some(ArchiveError::Busy(_))) => {
                thread::sleep(Duration::from_secs(1));
            }
            opened => return opened,
        }
    }
    open()
}

/// One batch, and then no more.
struct Once {
    caught: Option<Vec<Capture>>,
    quiet: bool,
}

impl keeper::Input for Once {
    fn batch(&mut self) -> Vec<Capture> {
        self.caught.take().unwrap_or_default()
    }

    fn refuse(&mut self, unread: &Unread) {
        if !self.quiet {
            console::name(unread);
        }
    }

    fn tell(&mut self, _: usize) {}
}
