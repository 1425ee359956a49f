//! The one place that prints.

use crate::cli::{Colour, Look};
use parallax_model::Unread;
use parallax_publish::terminal::Style;
use std::{
    env,
    fmt::Display,
    io::{self, IsTerminal, Write},
};

/// Writes to standard output; a reader that has gone away ends the program quietly.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(error),
        done => done,
    }
}

/// Names what could not be read, on standard error.
pub(crate) fn name(unread: &Unread) {
    let Unread { path, reason } = unread;
    // Standard error that is gone cannot be told about.
    let _ = writeln!(io::stderr(), "parallax: {path}: {reason}");
}

/// Says something that went wrong, on standard error.
pub(crate) fn say(what: &impl Display) {
    // Standard error that is gone cannot be told about.
    let _ = writeln!(io::stderr(), "parallax: {what}");
}

/// How wide to print, and whether in colour.
pub(crate) fn style(look: &Look) -> Style {
    let tty = io::stdout().is_terminal();
    let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || env::var_os("TERM").is_some_and(|term| term == "dumb");
    let colour = match look.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => tty && !plain,
    };
    Style { width: look.width.map_or_else(|| columns(tty), usize::from), colour }
}

/// Columns of the terminal; more than is comfortable to read is not used.
fn columns(tty: bool) -> usize {
    const COMFORTABLE: usize = 110;
    let asked = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let found = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let columns = if tty { asked.or_else(found) } else { None };
    columns.unwrap_or(80).clamp(30, COMFORTABLE)
}
