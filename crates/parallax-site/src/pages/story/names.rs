//! A row of names, cut where it would never end.

use super::Scene;
use crate::{Address, Tab};

/// Names that are shown of a longer row.
const MOST: usize = 12;

/// Names, and the way to those that are left out.
pub(super) struct Names<'a> {
    pub(super) shown: Vec<&'a str>,
    pub(super) more: Option<More>,
}

/// How many more there are, and where.
pub(super) struct More {
    pub(super) words: String,
    pub(super) link: String,
}

impl<'a> Names<'a> {
    /// So many of them as fit; the others are to be found on `tab`.
    pub(super) fn of(scene: &Scene<'_>, all: Vec<&'a str>, tab: impl Fn() -> Tab) -> Self {
        let mut shown = all;
        Self { more: More::than(scene, &mut shown, MOST, tab), shown }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}

impl More {
    /// Leaves out what is beyond so many, where there is a way to it.
    pub(super) fn than<T>(
        scene: &Scene<'_>,
        all: &mut Vec<T>,
        most: usize,
        tab: impl Fn() -> Tab,
    ) -> Option<Self> {
        // One more takes no more room than to say that it is left out.
        let more = all.len().saturating_sub(most);
        if more < 2 || scene.frame.fixed {
            return None;
        }
        all.truncate(most);
        Some(Self {
            words: scene.frame.count("more-origins", more),
            link: scene.frame.to(&Address::Story(scene.id.to_owned(), tab())),
        })
    }
}
