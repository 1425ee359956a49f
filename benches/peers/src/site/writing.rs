//! Who writes to the archive meanwhile: small runs of `add`, one after the other.

use crate::{Arguments, input, repeated::Row, serving};
use anyhow::{Context, Result};
use parallax_archive::Reader;
use std::{
    collections::BTreeSet,
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

/// Runs that are made ready; no machine ends more of them while it is measured.
const RUNS: usize = 64;

/// Runs of `add`, until it is stopped.
pub(crate) struct Writer {
    enough: Arc<AtomicBool>,
    runs: JoinHandle<Result<(usize, usize)>>,
}

impl Writer {
    /// Adds rows that follow the `held` of the archive, on other processors than the one that serves.
    pub(crate) fn start(
        arguments: &Arguments,
        held: u64,
        rows: &[Row],
        archive: &Path,
        home: &Path,
    ) -> Result<Self> {
        let mut more = input::repeated(rows).skip(usize::try_from(held)?);
        let mut files = Vec::new();
        for run in 0..RUNS {
            let file = home.join(format!("more-{run}.jsonl"));
            let mut out = BufWriter::new(File::create(&file)?);
            for row in more.by_ref().take(arguments.added) {
                serde_json::to_writer(&mut out, &row)?;
                out.write_all(b"\n")?;
            }
            out.flush()?;
            files.push(file);
        }
        let (enough, core, archive) =
            (Arc::new(AtomicBool::new(false)), arguments.core, archive.to_owned());
        let stopped = Arc::clone(&enough);
        let runs = thread::spawn(move || {
            let before: BTreeSet<_> = Reader::open(&archive)?.made_of()?.into_iter().collect();
            let mut through = 0;
            for file in files {
                if stopped.load(Ordering::Relaxed) {
                    break;
                }
                let ended = serving::not_on(core, &["add", "--quiet"], &archive, &file)?.wait()?;
                anyhow::ensure!(ended.success(), "`add` failed");
                through += 1;
            }
            let after = Reader::open(&archive)?.made_of()?;
            Ok((through, after.iter().filter(|one| !before.contains(*one)).count()))
        });
        Ok(Self { enough, runs })
    }

    /// Lets the last run end; how many runs there were, and how many stories are told otherwise.
    pub(crate) fn stop(self) -> Result<(usize, usize)> {
        self.enough.store(true, Ordering::Relaxed);
        self.runs.join().ok().context("the writer does not panic")?
    }
}
