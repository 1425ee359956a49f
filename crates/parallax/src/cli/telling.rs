//! Commands that read captures and print what stands in them.

use super::{Comparing, Home, Input, Look, Reading};
use crate::known::moment;
use clap::{ArgGroup, Args, ValueEnum};
use jiff::Timestamp;

/// `parallax read`
#[derive(Debug, Args)]
pub struct Read {
    /// One JSON object a line, as docs/CONTRACT.md describes.
    #[arg(long)]
    pub json: bool,
    /// Sentence by sentence, with everything found marked over the words.
    ///
    /// Entities (E), dates (D), numbers (N), citations (C), what was done (A) and reported speech (S) stand in brackets
    /// with a sign; under the sentence, what each was taken for.
    #[arg(long, conflicts_with = "json")]
    pub explain: bool,
    #[command(flatten)]
    /// How to print.
    pub look: Look,
    #[command(flatten)]
    /// What to read.
    pub input: Input,
}

/// `parallax story`
#[derive(Debug, Args)]
pub struct Story {
    /// One JSON object, as docs/CONTRACT.md describes; the same as --format json.
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Why the comparison says what it says, instead of what it says; with --json, a JSON object a line for each story.
    ///
    /// For each claim its statements and, for each two that are one: by what they were joined, how surely, what both
    /// give and what that counts, and what the learned odds are made of; for each difference how its values were
    /// read; for each utterance what its wordings share; and how the silence of the others is read.
    #[arg(long, conflicts_with = "format")]
    pub explain: bool,
    /// The stories as they stood at a moment: an RFC 3339 time, or a day, which is meant to its end in UTC.
    ///
    /// Made of the captures known then and of nothing else: those taken by then or, where a capture does not
    /// say when it was taken, published by then. A page that has no date is left out, and named on standard error.
    #[arg(long, value_name = "WHEN", value_parser = moment)]
    pub as_of: Option<Timestamp>,
    #[command(flatten)]
    /// How to compare.
    pub comparing: Comparing,
    #[command(flatten)]
    /// How to print.
    pub look: Look,
    #[command(flatten)]
    /// Where a story is looked up that is named by its id.
    pub home: Home,
    #[command(flatten)]
    /// What to read.
    pub input: Input,
}

/// Forms a story is printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, in a terminal.
    Text,
    /// Markdown.
    Md,
    /// One self-contained page.
    Html,
    /// One statement a row.
    Csv,
    /// The JSON of docs/CONTRACT.md.
    Json,
}

/// `parallax changes`
#[derive(Debug, Args)]
pub struct Changes {
    /// The earlier moment: an RFC 3339 time, or a day, which is meant to its end in UTC.
    #[arg(long, visible_alias = "from", value_name = "WHEN", value_parser = moment)]
    pub since: Timestamp,
    /// The later moment; all captures, if it is not given.
    #[arg(long, visible_alias = "to", value_name = "WHEN", value_parser = moment)]
    pub until: Option<Timestamp>,
    /// One JSON object, as docs/CONTRACT.md describes.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    /// How to print.
    pub look: Look,
    #[command(flatten)]
    /// How to compare.
    pub comparing: Comparing,
    #[command(flatten)]
    /// How to read.
    pub by: Reading,
    #[command(flatten)]
    /// The archive.
    pub home: Home,
    /// Files, folders, or - for standard input; or the id of a story of the archive. Without any, all of the archive.
    #[arg(value_name = "CAPTURE")]
    pub captures: Vec<String>,
}

/// `parallax group`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("form").required(true))]
pub struct Group {
    /// Print `record id`, a tab, `story id` for each article, in the order read.
    ///
    /// The record id is the row's `id`, else the WARC-Record-ID, else the path.
    #[arg(long, group = "form")]
    pub assignments: bool,
    /// Print a JSON object a line for each article, in the order read: its record id and
    /// story, of which article it is a copy and how, and why it is in its story.
    #[arg(long, group = "form")]
    pub json: bool,
    #[command(flatten)]
    /// How to compare.
    pub comparing: Comparing,
    #[command(flatten)]
    /// What to read.
    pub input: Input,
}
