//! Runs the scorer that stands beside a set.

use super::{
    figures::Figures,
    text::{named, rows, write_rows},
};
use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use serde_json::Value;
use std::{ffi::OsStr, path::Path, process::Command};

/// Runs `score.py` and gives what it prints.
pub(crate) fn output<A: AsRef<OsStr>>(scorer: &Path, arguments: &[A]) -> Result<String> {
    let done = Command::new("python3")
        .arg(scorer)
        .args(arguments)
        .output()
        .with_context(|| format!("cannot run python3 {}", scorer.display()))?;
    if !done.status.success() {
        bail!("{}: {}", scorer.display(), String::from_utf8_lossy(&done.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// Runs `score.py` and reads the JSON it prints.
pub(crate) fn figures<A: AsRef<OsStr>>(scorer: &Path, arguments: &[A]) -> Result<Value> {
    let printed = output(scorer, arguments)?;
    serde_json::from_str(&printed).with_context(|| format!("{} prints no JSON", scorer.display()))
}

/// Measures a set that is answered row by row: one answer a row, then the scorer.
pub(crate) fn answered(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    taken: &mut Figures,
    answer: impl Fn(&Value) -> Value + Send + Sync,
) -> Result<()> {
    let answers: Vec<Value> = rows(file)?.par_iter().map(answer).collect();
    let out = work.join(named(name, "jsonl"));
    write_rows(&out, &answers)?;
    taken.take(name, &figures(scorer, &[out.as_path(), file])?);
    Ok(())
}
