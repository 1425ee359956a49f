//! What memory a page costs, measured in a process of its own.

use crate::{ours::capture, set::Set};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::{
    env, fs,
    io::{Read, Write, stdin},
    process::{Command, Stdio},
};

/// How many of the largest pages are tried; the costliest of them is told.
const LARGEST: usize = 8;

/// Smaller pages tell nothing: memory comes in chunks of this order.
const LEAST_BYTES: usize = 100_000;

/// Read first, so that tables built on first use are not counted to the page.
const SMALL: &str = "<title>Bridge reopens</title><h1>Bridge reopens</h1><p>By Ada Lane</p>\
    <p>The old bridge over the harbour reopened on Monday, the town council said.</p>\
    <p>It had been closed since 3 May 2024 for repairs.</p>";

/// The memory of one page, in bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Memory {
    /// The page's size.
    pub(crate) page: usize,
    /// Peak of the resident set less what was resident before the page was there.
    pub(crate) grown: usize,
    /// Peak of the resident set, program and tables and all.
    pub(crate) whole: usize,
}

impl Memory {
    /// How many times the page's size its reading takes, the page itself included.
    pub(crate) fn times(&self) -> f64 {
        self.grown as f64 / self.page.max(1) as f64
    }
}

/// The costliest of the largest pages; `None` where no page is large
/// or the system does not tell.
pub(crate) fn largest(set: &Set) -> Option<Memory> {
    let pages = set.pages.iter().map(|page| page.html.as_str());
    let mut pages: Vec<&str> = pages.filter(|html| html.len() >= LEAST_BYTES).collect();
    pages.sort_by_key(|html| std::cmp::Reverse(html.len()));
    let measured = pages.into_iter().take(LARGEST).map(in_child);
    let measured: Result<Vec<Memory>> = measured.collect();
    match measured {
        Ok(all) => all.into_iter().max_by(|a, b| a.times().total_cmp(&b.times())),
        Err(error) => {
            eprintln!("memory was not measured: {error:#}");
            None
        }
    }
}

fn in_child(html: &str) -> Result<Memory> {
    let mut child = Command::new(env::current_exe()?)
        .args(["--memory-of", &html.len().to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    child.stdin.take().context("no way to hand over the page")?.write_all(html.as_bytes())?;
    let output = child.wait_with_output()?;
    serde_json::from_slice(&output.stdout).context("the child did not say")
}

/// The child's part: reads a page of so many bytes from standard input and
/// prints what its extraction took.
pub(crate) fn measure_page(bytes: usize) -> Result<()> {
    let small = parallax_extract::article(&capture(SMALL.to_owned()));
    drop(small);
    let before = status("VmRSS:")?;
    let mut html = String::with_capacity(bytes + 1);
    stdin().read_to_string(&mut html)?;
    let page = html.len();
    let capture = capture(html);
    let article = parallax_extract::article(&capture);
    let whole = status("VmHWM:")?;
    drop(article);
    let memory = Memory { page, grown: whole.saturating_sub(before), whole };
    println!("{}", serde_json::to_string(&memory)?);
    Ok(())
}

/// A figure of this process, in bytes.
fn status(field: &str) -> Result<usize> {
    let status = fs::read_to_string("/proc/self/status").context("no /proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()).context("no such line")?;
    Ok(kilobytes.parse::<usize>()? * 1024)
}
