//! Which archive and which captures, and how to read, compare and print: what many commands are told.

use crate::meaning::Encoding;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Which archive.
#[derive(Debug, Args)]
pub struct Home {
    /// The folder of the archive.
    #[arg(
        long,
        short = 'a',
        value_name = "FOLDER",
        env = "PARALLAX_ARCHIVE",
        default_value = "archive",
        global = true
    )]
    pub archive: PathBuf,
}

/// What to read.
#[derive(Debug, Args)]
pub struct Input {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "CAPTURE")]
    pub captures: Vec<String>,
    #[command(flatten)]
    /// How to read it.
    pub by: Reading,
}

/// How to read.
#[derive(Debug, Args)]
pub struct Reading {
    /// Worker threads; as many as the machine has cores. The output does not depend on it.
    #[arg(long, short = 'j', value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
    /// A folder of rules for outlets whose pages are read wrongly; see docs/outlet-rules.md.
    #[arg(long, value_name = "FOLDER")]
    pub outlets: Option<PathBuf>,
    /// No progress bar.
    #[arg(long, short)]
    pub quiet: bool,
}

/// How to compare articles.
#[derive(Debug, Args)]
pub struct Comparing {
    /// Compare by words, names and numbers alone: faster, and fewer accounts in other languages are found.
    ///
    /// The JSON then says `"encoder": null`.
    #[arg(long)]
    pub no_encoder: bool,
}

impl Comparing {
    /// Whether articles are compared by meaning.
    pub(crate) fn encoding(&self) -> Encoding {
        if self.no_encoder { Encoding::LeftOut } else { Encoding::Carried }
    }
}

/// How to print for people.
#[derive(Debug, Args)]
pub struct Look {
    /// Columns to fill; the terminal's own, or 80.
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(30..))]
    pub width: Option<u16>,
    /// When to use colour; `auto` is on a terminal, unless `NO_COLOR` is set.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    pub color: Colour,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
