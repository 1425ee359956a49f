//! Which pages are asked for.

use crate::asking;
use anyhow::{Context, Result};
use parallax_archive::Reader;
use std::{fs, net::SocketAddr, path::Path};

/// Pages of a kind that are asked for in turn.
const OF_A_KIND: usize = 500;

/// Articles of the story whose comparison is asked for.
const COMPARED: usize = 100;

/// What sort of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Front,
    Story,
    /// The comparison of the story that has nearest to a hundred articles.
    Compare,
    Article,
}

impl Kind {
    pub(crate) const ALL: [Self; 4] = [Self::Front, Self::Story, Self::Compare, Self::Article];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Front => "front page",
            Self::Story => "story",
            Self::Compare => "compare",
            Self::Article => "article",
        }
    }
}

/// Addresses, a few hundred of a kind.
pub(crate) struct Pages {
    paths: [Vec<String>; 4],
    pub(crate) articles: u64,
    pub(crate) stories: u64,
    /// How many articles the story has whose comparison is asked for.
    pub(crate) compared: usize,
}

impl Pages {
    pub(crate) fn of(archive: &Path) -> Result<Self> {
        let reader = Reader::open(archive)?;
        let counts = reader.counts()?;
        let stories = reader.stories(0, usize::try_from(counts.stories)?)?;
        let compared = stories.iter().min_by_key(|row| row.articles.abs_diff(COMPARED));
        let compared = compared.context("no stories")?;
        let every = (stories.len() / OF_A_KIND).max(1);
        let told = stories.iter().step_by(every).map(|row| format!("/story/{}/", row.id));
        let articles = reader.articles()?;
        let every = (articles.len() / OF_A_KIND).max(1);
        let read = articles.iter().step_by(every).map(|row| format!("/article/{}/", row.id));
        Ok(Self {
            paths: [
                vec!["/".to_owned()],
                told.collect(),
                vec![format!("/story/{}/compare/", compared.id)],
                read.collect(),
            ],
            articles: counts.articles,
            stories: counts.stories,
            compared: compared.articles,
        })
    }

    /// The page that is asked for as number `number`: of each kind in turn, and of its kind too.
    pub(crate) fn at(&self, number: usize) -> (Kind, &str) {
        let kind = Kind::ALL[number % Kind::ALL.len()];
        let paths = &self.paths[kind as usize];
        (kind, &paths[(number / Kind::ALL.len()) % paths.len()])
    }

    pub(crate) fn one_of_each(&self) -> impl Iterator<Item = (Kind, &str)> {
        (0..Kind::ALL.len()).map(|number| self.at(number))
    }

    /// Keeps every page as a file, as it is sent.
    pub(crate) fn save(&self, server: SocketAddr, folder: &Path) -> Result<()> {
        for path in self.paths.iter().flatten() {
            let file = folder.join(path.trim_matches('/')).join("index.html");
            fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
            fs::write(file, asking::get(server, path)?.body)?;
        }
        Ok(())
    }
}
