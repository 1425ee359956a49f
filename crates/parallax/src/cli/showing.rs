//! Commands that show an archive to others, or give it out.

use super::{Home, Reading};
use clap::{Args, Subcommand, ValueEnum, builder::PossibleValuesParser};
use parallax_model::Show;
use parallax_publish::tables::TABLES;
use parallax_site::Tongue;
use std::{net::SocketAddr, path::PathBuf};

/// `parallax serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// Where readers connect; port 0 takes any that is free [default: 127.0.0.1:8440, or any port where that is taken].
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// A name that readers know the server by; on loopback only its own names are answered otherwise.
    #[arg(long, value_name = "HOST")]
    pub name: Vec<String>,
    /// What is shown of outlets of which nothing is decided: full, excerpt or link. Full on loopback, else excerpt.
    #[arg(long, value_name = "HOW MUCH", value_parser = show)]
    pub show: Option<Show>,
    #[command(flatten)]
    /// Rules by which the archive was read.
    pub by: Reading,
    #[command(flatten)]
    /// What is shown.
    pub home: Home,
}

/// What may be shown, as it is called.
pub(super) fn show(text: &str) -> Result<Show, String> {
    Show::named(text).ok_or_else(|| "it is full, excerpt or link".to_owned())
}

/// `parallax export`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Export {
    /// Something else than stories in one form.
    #[command(subcommand)]
    pub what: Option<ExportWhat>,
    /// In which form.
    #[arg(long, value_enum, default_value_t = ExportForm::Jsonl)]
    pub format: ExportForm,
    /// Only stories that have an article which fits; docs/search.md describes the language.
    #[arg(long, value_name = "QUERY", conflicts_with = "story")]
    pub query: Option<String>,
    /// Only the story with this id, or with an id that begins so.
    #[arg(long, value_name = "ID")]
    pub story: Option<String>,
    /// Which table, with csv; docs/archive.md describes them.
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(TABLES.map(|table| table.name)))]
    pub table: Option<String>,
    /// Into this new file; with parquet, and with csv where no table is named, this new folder.
    #[arg(long, value_name = "PATH")]
    pub to: Option<PathBuf>,
    /// What is held of the story, with what proves it, as one zip that `parallax verify` checks.
    #[arg(long, value_name = "FILE", requires = "story", conflicts_with_all = ["format", "table", "to"])]
    pub evidence: Option<PathBuf>,
    /// The rules for outlets with which the archive was read, if any; only evidence asks for them.
    #[arg(long, value_name = "FOLDER", requires = "evidence")]
    pub outlets: Option<PathBuf>,
    #[command(flatten)]
    /// Where from.
    pub home: Home,
}

/// What else can be exported.
#[derive(Debug, Subcommand)]
pub enum ExportWhat {
    /// The pages of the site, as files that any web server can serve.
    #[command(
        after_help = "Examples:\n  parallax export site public --archive news\n  parallax export site public --language en,ru"
    )]
    Site(ExportSite),
}

/// `parallax export site`
#[derive(Debug, Args)]
pub struct ExportSite {
    /// The new folder.
    #[arg(value_name = "FOLDER")]
    pub to: PathBuf,
    /// Languages of the interface: kk, kk-latn, kk-arab, ru, en, zh, uz. The first is that of addresses without a language.
    #[arg(long, value_name = "LANGUAGE", value_delimiter = ',', default_value = "en,ru,kk,kk-latn,kk-arab,zh,uz", value_parser = tongue)]
    pub language: Vec<Tongue>,
    /// What is shown of outlets of which nothing is decided: full, excerpt or link.
    #[arg(long, value_name = "HOW MUCH", value_parser = show, default_value = "excerpt")]
    pub show: Show,
    #[command(flatten)]
    /// Rules by which the archive was read.
    pub by: Reading,
}

/// A language of the interface, as it stands in addresses.
fn tongue(step: &str) -> Result<Tongue, String> {
    let steps = Tongue::ALL.map(Tongue::step).join(", ");
    Tongue::ALL
        .into_iter()
        .find(|tongue| tongue.step() == step)
        .ok_or_else(|| format!("the languages are {steps}"))
}

/// Forms in which an archive is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportForm {
    /// One story a line, each an edition of its own as docs/CONTRACT.md describes.
    Jsonl,
    /// Tables for spreadsheets: one statement a row, or the table that is named.
    Csv,
    /// The same tables, all of them, in folders by day.
    Parquet,
    /// One ninjs 3.1 item a line (IPTC).
    Ninjs,
    /// The captures, as a web archive: one gzip member each.
    Warc,
}
