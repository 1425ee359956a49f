//! What a person types.
//!
//! Help, completions and the man page are all made from these definitions.

use crate::{known::moment, meaning::Encoding};
use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser};
use clap_complete::Shell;
use jiff::{SignedDuration, Timestamp};
use parallax_model::Show;
use parallax_publish::tables::TABLES;
use parallax_site::Tongue;
use std::{net::SocketAddr, path::PathBuf, time::Duration};

/// Many outlets, one story: read news pages as they come, group them by event, compare the accounts.
#[derive(Debug, Parser)]
#[command(name = "parallax", version, about, long_about = LONG_ABOUT, after_long_help = EXAMPLES)]
#[command(arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const LONG_ABOUT: &str = "\
Many outlets, one story.

Parallax reads news pages as they come (page dumps full of menus, HTML, JSON Lines, web archives), makes a clean record of \
each article, groups the articles about one event, and compares the accounts: what all tell, what one alone tells, where they \
differ, who said what, when it happened, what came before.

Nothing is made up: every sentence it prints is an outlet's own, with its place. The same captures give the same bytes of \
output, on any machine, with any number of threads.

A CAPTURE is a file, a folder of files, or - for standard input. What a file is is told from its content: HTML, a plain-text \
page dump, JSON Lines of articles (id, url, outlet, date, lang, title, text), WARC, WACZ, a list of those, a page saved as \
MHTML, a letter or a mailbox of newsletters; each also gzipped.";

const EXAMPLES: &str = "\
Examples:
  parallax story captures/                  the stories in a folder of pages, told for people
  parallax story --json a.html b.txt        the same as JSON, for programs
  parallax story --format html captures/ > story.html
  parallax read --json crawl.warc.gz        one article record a line
  curl -s https://quay.example/a | parallax read -
  parallax group --assignments rows.jsonl   record id, tab, story id

Exit status:
  0  every capture was read
  1  some could not be read; each is named on standard error, the rest is printed
  2  wrong usage";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print a clean record of each article.
    #[command(after_help = READ_EXAMPLES)]
    Read(Read),
    /// Group articles into stories and compare their accounts.
    #[command(after_help = STORY_EXAMPLES)]
    Story(Story),
    /// Say what changed between two moments: new claims, second origins, other figures, revised articles.
    #[command(after_help = CHANGES_EXAMPLES)]
    Changes(Changes),
    /// Say which story each article belongs to.
    #[command(after_help = GROUP_EXAMPLES)]
    Group(Group),
    /// Make an archive: a folder that keeps captures and what was read in them.
    Init(Init),
    /// Take captures into the archive, and tell anew the stories that change.
    #[command(after_help = ADD_EXAMPLES)]
    Add(Add),
    /// Ask feeds, sitemaps and front pages for what is new, look into folders and archives, and take it into the archive.
    #[command(after_help = WATCH_EXAMPLES)]
    Watch(Watch),
    /// Say how each source is doing that is watched, and which need a person.
    Sources(Sources),
    /// Check what a person wrote down of outlets for the site: owner, country, kind.
    Outlets(Outlets),
    /// Show the archive as a site to read, while others add to it.
    #[command(after_help = SERVE_EXAMPLES)]
    Serve(Serve),
    /// List the stories of the archive, with what was decided about each.
    Stories(Stories),
    /// Print one article of the archive, its revisions, or what changed between two of them.
    #[command(after_help = ARTICLE_EXAMPLES)]
    Article(Article),
    /// Find articles of the archive, by story.
    #[command(after_help = SEARCH_EXAMPLES)]
    Search(Search),
    /// Read all captures of the archive anew.
    Rebuild(Rebuild),
    /// Check that everything in the archive, or in exported evidence, is what was put there.
    Verify(Verify),
    /// Take captures away for good: a takedown.
    #[command(after_help = FORGET_EXAMPLES)]
    Forget(Forget),
    /// Take away what is old, by rules; what is starred stays.
    #[command(after_help = RETAIN_EXAMPLES)]
    Retain(Retain),
    /// Examine the folder of the archive, and say what mends it.
    #[command(after_help = DOCTOR_EXAMPLES)]
    Doctor(Doctor),
    /// Copy the archive, as it stands at this moment; others may write meanwhile.
    Backup(Backup),
    /// Make an archive of a backup.
    Restore(Restore),
    /// Decide something about stories, articles or outlets of the archive.
    #[command(after_help = DECIDE_EXAMPLES)]
    Decide(Decide),
    /// List what was decided, and what was taken back.
    Decisions(Decisions),
    /// Print what the archive holds, in open formats.
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(Export),
    /// Print completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Print the man page, of the program or of one command.
    Man {
        /// The command: read, story, changes, group.
        command: Option<String>,
    },
}

const READ_EXAMPLES: &str = "\
Examples:
  parallax read page.html
  parallax read --explain page.html | less -R
  parallax read --json captures/ | jq -r '.headline'";

const STORY_EXAMPLES: &str = "\
Examples:
  parallax story fixtures/
  parallax story --format md captures/ > story.md
  parallax story --explain captures/ | less -R
  parallax story --as-of 2027-03-12T10:00:00Z captures/
  parallax story --json captures/ | jq '.stories[].differences'";

const ADD_EXAMPLES: &str = "\
Examples:
  parallax init --archive news
  parallax add --archive news captures/ crawl.warc.gz
  parallax stories --archive news
  parallax story --archive news 3f2a90c1";

const WATCH_EXAMPLES: &str = "\
Examples:
  parallax init --archive news
  parallax watch --archive news --contact desk@quay.example sources.toml
  parallax watch --once --archive news sources.toml         for cron; the contact stands in the file
  parallax sources --archive news

sources.toml:
  contact = \"https://quay.example/our-crawler\"

  [[source]]
  name = \"Quay\"
  feed = \"https://quay.example/feed.xml\"       or sitemap, front-page, page, folder, file: docs/sources.md

robots.txt is asked first, always. Ctrl-C ends it once what was asked is heard.";

const SERVE_EXAMPLES: &str = "\
Examples:
  parallax serve --archive news                        then open http://127.0.0.1:8440/
  parallax serve --archive news --listen 127.0.0.1:0   prints the address it takes
  parallax serve --listen 192.0.2.7:80 --name news.example

Nothing can be changed by it. On any other address than loopback a reader sees the sentences that are compared, each
with its link, and not whole articles, unless `parallax decide show` says otherwise of an outlet. Ctrl-C ends it.";

const CHANGES_EXAMPLES: &str = "\
Examples:
  parallax changes --since 2027-03-12T10:00:00Z captures/
  parallax changes --since 2027-03-11 --until 2027-03-12 --json captures/
  parallax changes --archive news --since 2027-03-12T06:00:00Z
  parallax changes --archive news --since 2027-03-11 3f2a90c1

Each of the two states is made of the captures known at its moment, and of nothing else: the same as
parallax story --as-of prints.";

const DECIDE_EXAMPLES: &str = "\
Examples:
  parallax decide merge 3f2a90c1 77b0e2d4
  parallax decide split 0b7c11d2 9a40cc01
  parallax decide hide 'The Daily Copy'
  parallax decide show tidepost.example link
  parallax decide undo 3

Decisions are kept as a log with who and when, outlast a rebuild, and are applied in the order they were taken.";

const EXPORT_EXAMPLES: &str = "\
Examples:
  parallax export > stories.jsonl
  parallax export --format csv --query 'topic:labour since:2027-03' > statements.csv
  parallax export --format parquet --to tables
  parallax export --format warc --story 3f2a90c1 --to captures.warc.gz
  parallax export --story 3f2a90c1 --evidence story.zip

Nothing is written over, and nothing stands under its name before it is whole.";

const ARTICLE_EXAMPLES: &str = "\
Examples:
  parallax article 0b7c11d2
  parallax article --revisions 0b7c11d2
  parallax article 0b7c11d2 --diff
  parallax article 0b7c11d2 --diff 1..3 --json";

const FORGET_EXAMPLES: &str = "\
Examples:
  parallax forget https://quay.example/a --reason 'asked by the author, 3 May'
  parallax forget 0b7c11d2 --reason 'wrong person named' --dry-run

What was made of a capture goes with it. Its digest, the moment and the reason stay, so that the same bytes are refused
when they come again, and the stories it was in keep their ids.";

const RETAIN_EXAMPLES: &str = "\
Examples:
  parallax retain --older-than 365d --dry-run
  parallax retain --older-than 90d --outlet 'The Daily Copy'
  parallax retain --rules retention.toml

A rule in the file:
  [[rule]]
  outlet = \"The Daily Copy\"   # by name or domain; every outlet where it is left out
  older-than = \"90d\"          # d, w, m (30 days) or y (365 days)
  keep = false                 # true: what fits stays, whatever later rules say

The first rule that fits an article decides.";

const DOCTOR_EXAMPLES: &str = "\
Examples:
  parallax doctor --archive news
  parallax doctor --json | jq '.checks[] | select(.state != \"fine\")'

Each thing is fine, a warning (nothing is lost) or broken, and has the command that mends it beside it. The exit status is 1
where something is broken. What every byte says is checked by parallax verify.";

const SEARCH_EXAMPLES: &str = "\
Examples:
  parallax search 'dock strike'
  parallax search 'said:\"Otto Brandt\" since:2027-03'
  parallax search --latest 'differs:number origins:>2 lang:ru'";

const GROUP_EXAMPLES: &str = "\
Example:
  parallax group --assignments rows.jsonl > stories.tsv";

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

/// A length of time as people write it.
fn time(text: &str) -> Result<Duration, String> {
    let time: SignedDuration = text.parse().map_err(|error: jiff::Error| error.to_string())?;
    Duration::try_from(time).map_err(|_| "no time is shorter than none".to_owned())
}

/// What may be shown, as it is called.
fn show(text: &str) -> Result<Show, String> {
    Show::named(text).ok_or_else(|| "it is full, excerpt or link".to_owned())
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

/// `parallax decide`
#[derive(Debug, Args)]
pub struct Decide {
    /// What.
    #[command(subcommand)]
    pub what: What,
    /// Who decides; shown beside it.
    #[arg(long, value_name = "NAME", env = "USER", default_value = "", global = true)]
    pub who: String,
    #[command(flatten)]
    /// Where.
    pub home: Home,
}

/// What can be decided.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Two stories are one, under the id of the first.
    Merge {
        /// The story that stays.
        into: String,
        /// The story that goes into it.
        from: String,
    },
    /// Some articles are a story of their own.
    Split {
        /// The articles.
        #[arg(required = true)]
        articles: Vec<String>,
    },
    /// An article belongs to another story.
    Move {
        /// The article.
        article: String,
        /// The story.
        story: String,
    },
    /// An outlet is left out of all stories; its captures stay.
    Hide {
        /// Its name as the stories show it, or its domain.
        outlet: String,
    },
    /// What of an outlet may be shown to others.
    Show {
        /// Its name as the stories show it, or its domain.
        outlet: String,
        /// full, excerpt (the sentences that are compared and quoted) or link.
        #[arg(value_parser = show)]
        what: Show,
    },
    /// A story is worth keeping in sight.
    Star {
        /// The story.
        story: String,
    },
    /// A remark on a story.
    Note {
        /// The story.
        story: String,
        /// The remark.
        words: String,
    },
    /// Take a decision back.
    Undo {
        /// Its number.
        number: u64,
    },
}

/// `parallax decisions`
#[derive(Debug, Args)]
pub struct Decisions {
    #[command(flatten)]
    /// Where.
    pub home: Home,
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
