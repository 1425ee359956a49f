//! Runs the scorer that stands beside a set.

use anyhow::{Context, Result, bail};
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
