//! Commands that fill, examine and clear an archive.

use super::{Home, Input};
use clap::{ArgGroup, Args};
use std::path::PathBuf;

/// `parallax init`
#[derive(Debug, Args)]
pub struct Init {
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// `parallax add`
#[derive(Debug, Args)]
pub struct Add {
    /// Take in what was forgotten, too.
    #[arg(long)]
    pub again: bool,
    #[command(flatten)]
    /// Where to.
    pub home: Home,
    #[command(flatten)]
    /// What to read.
    pub input: Input,
}

/// `parallax rebuild`
#[derive(Debug, Args)]
pub struct Rebuild {
    /// Make the index for searching again, and nothing else.
    #[arg(long)]
    pub index: bool,
    /// A folder of rules for outlets whose pages are read wrongly; see docs/outlet-rules.md.
    #[arg(long, value_name = "FOLDER")]
    pub outlets: Option<PathBuf>,
    /// No progress bar.
    #[arg(long, short)]
    pub quiet: bool,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// `parallax verify`
#[derive(Debug, Args)]
pub struct Verify {
    /// Evidence that was exported, to be checked instead of an archive.
    #[arg(value_name = "FILE")]
    pub evidence: Option<PathBuf>,
    /// The rules for outlets with which the archive was read, if any.
    #[arg(long, value_name = "FOLDER")]
    pub outlets: Option<PathBuf>,
    /// No progress bar.
    #[arg(long, short)]
    pub quiet: bool,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// `parallax doctor`
#[derive(Debug, Args)]
pub struct Doctor {
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// `parallax backup`
#[derive(Debug, Args)]
pub struct Backup {
    /// The folder of the copy: new or empty.
    #[arg(value_name = "FOLDER")]
    pub copy: PathBuf,
    #[command(flatten)]
    /// What to copy.
    pub home: Home,
}

/// `parallax restore`
#[derive(Debug, Args)]
pub struct Restore {
    /// The folder of the backup.
    #[arg(value_name = "FOLDER")]
    pub copy: PathBuf,
    #[command(flatten)]
    /// Where to: a folder that is new or empty.
    pub home: Home,
}

/// `parallax forget`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").required(true).args(["captures", "finish"]))]
pub struct Forget {
    /// The captures: an address (all captures of it), the digest of a payload, or the id of a capture or an article, or
    /// how one of these ids begins.
    #[arg(value_name = "CAPTURE")]
    pub captures: Vec<String>,
    /// Why; kept beside the digest, and shown when the same bytes come again.
    #[arg(long, value_name = "WORDS", required_unless_present_any = ["finish", "dry_run"])]
    pub reason: Option<String>,
    /// Say what would go, and do nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Only end what was begun and cut off.
    #[arg(long)]
    pub finish: bool,
    /// The rules for outlets with which the archive was read, if any.
    #[arg(long, value_name = "FOLDER")]
    pub outlets: Option<PathBuf>,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// `parallax retain`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("rule").required(true).args(["older_than", "rules"]))]
pub struct Retain {
    /// What was published longer ago goes: 90d, 12w, 6m (of 30 days), 1y (of 365).
    #[arg(long, value_name = "AGE")]
    pub older_than: Option<String>,
    /// Only of this outlet, by name or domain.
    #[arg(long, value_name = "NAME", conflicts_with = "rules")]
    pub outlet: Option<String>,
    /// A file of rules.
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Why; kept beside each digest.
    #[arg(long, value_name = "WORDS")]
    pub reason: Option<String>,
    /// Say what would go, and do nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// The rules for outlets with which the archive was read, if any.
    #[arg(long, value_name = "FOLDER")]
    pub outlets: Option<PathBuf>,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}
