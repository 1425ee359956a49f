//! Servers that run as programs of their own.

use anyhow::{Context, Result};
use std::{
    env,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    thread::available_parallelism,
};

/// A server; it ends with this.
pub(crate) struct Served {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Served {
    /// `parallax serve`, on one processor.
    pub(crate) fn archive(folder: &Path, core: usize) -> Result<Self> {
        let mut command = on(&core.to_string())?;
        command.args(["--as-program", "serve", "--listen", "127.0.0.1:0", "--archive"]).arg(folder);
        Self::start(command)
    }

    /// Files as they lie, on one processor.
    pub(crate) fn files(folder: &Path, core: usize) -> Result<Self> {
        let mut command = on(&core.to_string())?;
        command.arg("--as-files").arg(folder);
        Self::start(command)
    }

    fn start(mut command: Command) -> Result<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn().context("taskset is needed")?;
        let said = child.stdout.take().context("it was asked for")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line)?;
        let address =
            line.split("http://").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
        Ok(Self { child, address: address.with_context(|| format!("no address in {line:?}"))? })
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program itself, where any processor is free.
pub(crate) fn program(arguments: &[&str], archive: &Path) -> Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command.arg("--as-program").args(arguments).arg("--archive").arg(archive);
    Ok(command)
}

/// The program on all processors but one.
pub(crate) fn not_on(
    core: usize,
    arguments: &[&str],
    archive: &Path,
    input: &Path,
) -> Result<Child> {
    let cores = available_parallelism()?.get();
    let others: Vec<String> =
        (0..cores).filter(|&other| other != core).map(|other| other.to_string()).collect();
    let mut command = on(&others.join(","))?;
    command.arg("--as-program").args(arguments).arg("--archive").arg(archive).arg(input);
    Ok(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?)
}

fn on(cores: &str) -> Result<Command> {
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", cores]).arg(env::current_exe()?);
    Ok(command)
}
