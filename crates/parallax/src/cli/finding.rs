//! Commands that look something up in an archive.

use super::{Comparing, Home, Look, Reading};
use crate::known::moment;
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use std::path::PathBuf;

/// `parallax stories`
#[derive(Debug, Args)]
pub struct Stories {
    /// Only stories that have an article which fits; docs/search.md describes the language.
    #[arg(value_name = "QUERY")]
    pub query: Option<String>,
    /// Only those that are starred.
    #[arg(long)]
    pub starred: bool,
    /// In which order.
    #[arg(long, value_enum, default_value_t = Sort::Latest)]
    pub sort: Sort,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// How many at most.
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub most: usize,
    /// How many to pass over.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub skip: usize,
    /// As they stood at a moment: an RFC 3339 time, or a day, which is meant to its end in UTC.
    ///
    /// Those of which something was known then, each as `parallax story --as-of` tells it. All articles of the archive
    /// are looked at, so this takes longer the more it holds. Which stories fit a QUERY, are starred or have notes is as
    /// it is now.
    #[arg(long, value_name = "WHEN", value_parser = moment)]
    pub as_of: Option<Timestamp>,
    #[command(flatten)]
    /// How to compare what stood at a moment.
    pub comparing: Comparing,
    #[command(flatten)]
    /// How to read what stood at a moment.
    pub by: Reading,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// Orders of stories; always the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// By their last article.
    Latest,
    /// By their first article.
    First,
    /// By how many articles they have.
    Articles,
    /// By how many outlets carry them.
    Outlets,
    /// By how many tellings are independent.
    Origins,
}

/// `parallax article`
#[derive(Debug, Args)]
pub struct Article {
    /// Its id, or how it begins.
    pub id: String,
    /// One JSON object, as docs/CONTRACT.md describes.
    #[arg(long)]
    pub json: bool,
    /// List its revisions, the oldest first.
    #[arg(long, conflicts_with = "diff")]
    pub revisions: bool,
    /// What its outlet changed: from the last revision but one to the last, or from one to another by their numbers.
    #[arg(long, value_name = "FROM..TO", num_args = 0..=1, default_missing_value = "")]
    pub diff: Option<String>,
    /// The rules for outlets with which the archive was read, if any.
    #[arg(long, value_name = "FOLDER")]
    pub outlets: Option<PathBuf>,
    #[command(flatten)]
    /// How to print.
    pub look: Look,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// `parallax search`
#[derive(Debug, Args)]
pub struct Search {
    /// What to find; docs/search.md describes the language.
    #[arg(required = true, value_name = "QUERY", num_args = 1..)]
    pub query: Vec<String>,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
    /// The latest first, not the best.
    #[arg(long)]
    pub latest: bool,
    /// How all that is found falls into outlets, languages and topics.
    #[arg(long)]
    pub facets: bool,
    /// How many stories at most.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub most: usize,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}
