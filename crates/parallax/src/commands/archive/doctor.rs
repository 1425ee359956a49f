//! `parallax doctor`: whether the folder of an archive is well, and what mends it.

mod checks;

use crate::{cli, commands::Outcome, console};
use checks::examine;
use serde::Serialize;
use std::fmt::Write;

pub(crate) fn doctor(command: &cli::Doctor) -> anyhow::Result<Outcome> {
    let findings = examine(&command.home.archive);
    let worst = findings.iter().map(|one| one.state).max().unwrap_or(State::Fine);
    let printed = if command.json {
        let archive = command.home.archive.display().to_string();
        serde_json::to_string(&Report { archive, state: worst, checks: &findings })? + "\n"
    } else {
        text(&findings)?
    };
    console::print(&printed)?;
    Ok(if worst == State::Broken { Outcome::Gaps } else { Outcome::Whole })
}

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    /// As it should be.
    Fine,
    /// Nothing is lost, and something is to be done or known.
    Warning,
    /// Something does not work, or is lost.
    Broken,
}

/// What was found about one thing.
#[derive(Debug, Serialize)]
struct Finding {
    what: &'static str,
    state: State,
    said: String,
    /// The command that mends it.
    mend: Option<String>,
}

#[derive(Serialize)]
struct Report<'a> {
    archive: String,
    state: State,
    checks: &'a [Finding],
}

fn text(findings: &[Finding]) -> anyhow::Result<String> {
    let mut lines = String::new();
    for Finding { what, state, said, mend } in findings {
        let state = match state {
            State::Fine => "fine",
            State::Warning => "warning",
            State::Broken => "broken",
        };
        writeln!(lines, "{state:<8} {what:<10} {said}")?;
        if let Some(mend) = mend {
            writeln!(lines, "{:<19} mend it: {mend}", "")?;
        }
    }
    Ok(lines)
}
