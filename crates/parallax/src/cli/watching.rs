//! Commands about sources and outlets.

use super::{Home, Reading};
use clap::{Args, Subcommand};
use jiff::SignedDuration;
use std::{net::SocketAddr, path::PathBuf, time::Duration};

/// `parallax watch`
#[derive(Debug, Args)]
pub struct Watch {
    /// The file of sources: TOML as docs/sources.md describes it, OPML, or what other readers export.
    #[arg(value_name = "SOURCES")]
    pub sources: PathBuf,
    /// End when all that is due was seen to.
    #[arg(long)]
    pub once: bool,
    /// Ask every source now, due or not.
    #[arg(long)]
    pub all: bool,
    /// How outlets reach whoever runs this: the address of a page or of mail. It is sent with every question.
    #[arg(long, value_name = "ADDRESS", env = "PARALLAX_CONTACT")]
    pub contact: Option<String>,
    /// How long one domain is left alone between two questions: 2s, 500ms. robots.txt may want more.
    #[arg(long, value_name = "TIME", default_value = "2s", value_parser = time)]
    pub spacing: Duration,
    /// Questions at once, to all domains together.
    #[arg(long, value_name = "N", default_value_t = 64)]
    pub at_once: usize,
    /// Also ask addresses where no outlet is: of these networks (10.1.0.0/16), or of all. For intranets and tests.
    #[arg(long, value_name = "NETWORK", num_args = 0..=1, default_missing_value = "all", require_equals = true)]
    pub allow_private: Option<String>,
    /// Also ask this port; otherwise only 80, 443, 8080 and 8443.
    #[arg(long, value_name = "PORT")]
    pub port: Vec<u16>,
    /// Where hubs can call us to tell of changes: the address as it is seen from outside. What stands there passes calls on
    /// to where we listen.
    #[arg(long, value_name = "URL")]
    pub callback: Option<String>,
    /// Where we listen to hubs, where there is an address at which they can call.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8087")]
    pub listen: SocketAddr,
    #[command(flatten)]
    /// How to read.
    pub by: Reading,
    #[command(flatten)]
    /// Where to.
    pub home: Home,
}

/// A length of time as people write it.
fn time(text: &str) -> Result<Duration, String> {
    let time: SignedDuration = text.parse().map_err(|error: jiff::Error| error.to_string())?;
    Duration::try_from(time).map_err(|_| "no time is shorter than none".to_owned())
}

/// `parallax sources`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Sources {
    /// What to do with a file of sources; without it, how the sources of the archive are doing is told.
    #[command(subcommand)]
    pub what: Option<SourceLists>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// List each fault.
    #[arg(long)]
    pub faults: bool,
    /// Only those that need a person.
    #[arg(long)]
    pub ailing: bool,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// What can be done with a file of sources; docs/sources.md describes it.
#[derive(Debug, Subcommand)]
pub enum SourceLists {
    /// Print a file of sources made of other readers' lists: OPML, or JSON of Google Reader, `FreshRSS` or Miniflux.
    Import {
        /// The lists, or - for standard input; several are put together.
        #[arg(required = true, value_name = "LIST")]
        files: Vec<String>,
    },
    /// Print a file of sources as OPML.
    Export {
        /// The file, or - for standard input.
        #[arg(value_name = "FILE")]
        file: String,
    },
    /// Say what is wrong with a file of sources, and where.
    Check {
        /// The file, or - for standard input.
        #[arg(value_name = "FILE")]
        file: String,
    },
}

/// `parallax outlets`
#[derive(Debug, Args)]
pub struct Outlets {
    /// The file; without it, outlets.toml in the folder of the archive. docs/outlets.md describes it.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}
