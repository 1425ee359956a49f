//! What a person types.
//!
//! Help, completions and the man page are all made from these definitions.

mod deciding;
mod examples;
mod finding;
mod keeping;
mod reading;
mod showing;
mod telling;
mod watching;

pub use deciding::{Decide, Decisions, What};
pub use finding::{Article, Search, Sort, Stories};
pub use keeping::{Add, Backup, Doctor, Forget, Init, Rebuild, Restore, Retain, Verify};
pub use reading::{Colour, Comparing, Home, Input, Look, Reading};
pub use showing::{Export, ExportForm, ExportSite, ExportWhat, Serve};
pub use telling::{Changes, Format, Group, Read, Story};
pub use watching::{Outlets, SourceLists, Sources, Watch};

use clap::{Parser, Subcommand};
use clap_complete::Shell;
use examples::{
    ADD_EXAMPLES, ARTICLE_EXAMPLES, CHANGES_EXAMPLES, DECIDE_EXAMPLES, DOCTOR_EXAMPLES,
    EXPORT_EXAMPLES, FORGET_EXAMPLES, GROUP_EXAMPLES, READ_EXAMPLES, RETAIN_EXAMPLES,
    SEARCH_EXAMPLES, SERVE_EXAMPLES, STORY_EXAMPLES, WATCH_EXAMPLES,
};

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
