//! Commands by which a person decides.

use super::{Home, showing::show};
use clap::{Args, Subcommand};
use parallax_model::Show;

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
