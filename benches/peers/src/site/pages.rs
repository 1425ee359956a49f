//! Which pages are asked for.

use crate::{asking, files};
use anyhow::{Context, Result};
use parallax_archive::Reader;
use std::{fs, net::SocketAddr, path::Path};

/// Pages of a kind that are asked for in turn.
pub(crate) const OF_A_KIND: usize = 500;

/// Articles of the stories whose comparisons are asked for, and how many stories these are.
const COMPARED: usize = 100;
const COMPARISONS: usize = 40;

/// Stories of most articles, which are asked for first.
const LARGEST: usize = 12;

/// What sort of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Front,
    Story,
    /// Comparisons of the stories that have nearest to a hundred articles.
    Compare,
    /// The other tabs of a story.
    Tab,
    Article,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] =
        [Self::Front, Self::Story, Self::Compare, Self::Tab, Self::Article];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Front => "front page",
            Self::Story => "story",
            Self::Compare => "compare",
            Self::Tab => "other tabs",
            Self::Article => "article",
        }
    }
}

/// Addresses, a few hundred of a kind.
pub(crate) struct Pages {
    paths: [Vec<String>; 5],
    pub(crate) articles: u64,
    pub(crate) stories: u64,
    /// How many articles the stories have whose comparisons are asked for, from fewest to most.
    pub(crate) compared: (usize, usize),
    /// How many the largest story has.
    pub(crate) largest: usize,
}

impl Pages {
    pub(crate) fn of(archive: &Path) -> Result<Self> {
        let reader = Reader::open(archive)?;
        let counts = reader.counts()?;
        let mut stories = reader.stories(0, usize::try_from(counts.stories)?)?;
        let every = (stories.len() / OF_A_KIND).max(1);
        let spread: Vec<_> = stories.iter().step_by(every).map(|row| row.id).collect();
        stories.sort_by_key(|row| std::cmp::Reverse(row.articles));
        let largest: Vec<_> = stories.iter().take(LARGEST).map(|row| row.id).collect();
        let most = stories.first().context("no stories")?.articles;
        stories.sort_by_key(|row| row.articles.abs_diff(COMPARED));
        stories.truncate(COMPARISONS);
        let sizes = || stories.iter().map(|row| row.articles);
        let told: Vec<_> = largest.iter().chain(&spread).take(OF_A_KIND).collect();
        let each = |tabs: &[&str]| -> Vec<String> {
            let tabs = told.iter().flat_map(|id| tabs.iter().map(move |tab| (id, tab)));
            tabs.take(OF_A_KIND).map(|(id, tab)| format!("/story/{id}/{tab}")).collect()
        };
        let parts = ["", "?only=differing", "?only=unique", "?only=everything"];
        let compared = parts.iter().flat_map(|part| stories.iter().map(move |row| (row, part)));
        let compared = compared.map(|(row, part)| format!("/story/{}/compare/{part}", row.id));
        let articles = reader.articles()?;
        let every = (articles.len() / OF_A_KIND).max(1);
        let read = articles.iter().step_by(every).map(|row| format!("/article/{}/", row.id));
        Ok(Self {
            paths: [
                vec!["/".to_owned()],
                each(&[""]),
                compared.collect(),
                each(&["timeline/", "quotes/", "articles/", "changes/"]),
                read.collect(),
            ],
            articles: counts.articles,
            stories: counts.stories,
            compared: sizes().min().zip(sizes().max()).context("no stories")?,
            largest: most,
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
            let file = folder.join(files::folder(path)).join("index.html");
            fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
            fs::write(file, asking::get(server, path)?.body)?;
        }
        Ok(())
    }
}
