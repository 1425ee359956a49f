//! Which sentences could not be set beside those of other origins, and why.

use crate::{
    meaning,
    scene::{Account, MOST_ACCOUNTS, MOST_LINES, Scene},
};
use parallax_model::{NotCompared, Unalike};
use std::collections::{BTreeMap, BTreeSet};

/// Words that say something below which a line is no sentence that could be compared.
const LEAST_WORDS: usize = 3;

/// What could not be compared.
#[derive(Debug, Default)]
pub(crate) struct Apart {
    /// By article, in the story's order.
    pub(crate) sentences: Vec<NotCompared>,
    /// Accounts of which nothing was compared.
    whole: BTreeSet<usize>,
}

impl Apart {
    /// Finds them; a story of one origin has nothing to compare, and a copy is told with its original.
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let mut apart = Self::default();
        if scene.story.origins.len() < 2 {
            return apart;
        }
        let tongues = Tongues::of(scene);
        for (at, account) in scene.accounts.iter().enumerate() {
            if account.copy_of.is_some() {
                continue;
            }
            let all = account.lines.len();
            let why = if at >= MOST_ACCOUNTS {
                Some((Unalike::TooLarge, all))
            } else if !tells(scene, account) {
                Some((Unalike::TooShort, all))
            } else {
                tongues.reach(scene, at)
            };
            let Some((why, sentences)) = why else { continue };
            if sentences == all {
                apart.whole.insert(at);
            }
            apart.sentences.push(NotCompared { article: account.index, why, sentences });
        }
        apart
    }

    /// Whether a line was set beside those of other origins.
    pub(crate) fn holds(&self, scene: &Scene<'_>, line: usize) -> bool {
        self.whole.contains(&scene.lines[line].account) || scene.lines[line].tokens.is_empty()
    }

    /// Whether an account was.
    pub(crate) fn holds_account(&self, account: usize) -> bool {
        self.whole.contains(&account)
    }
}

/// Whether an account has a sentence that says something.
fn tells(scene: &Scene<'_>, account: &Account<'_>) -> bool {
    account.lines.clone().any(|line| {
        let telling = scene.lines[line].tokens.iter().filter(|token| token.weight > 0);
        telling.take(LEAST_WORDS).count() == LEAST_WORDS
    })
}

/// Which origins tell in which language, and which of them tell what the encoder reads.
struct Tongues {
    spoken: BTreeMap<&'static str, BTreeSet<usize>>,
    meant: BTreeSet<usize>,
    /// Whether so many sentences are known by meaning that they are not aligned by it.
    crowded: bool,
}

impl Tongues {
    fn of(scene: &Scene<'_>) -> Self {
        let mut tongues = Self {
            spoken: BTreeMap::new(),
            meant: BTreeSet::new(),
            crowded: meaning::are_many(scene),
        };
        let told = scene.accounts.iter().take(MOST_ACCOUNTS);
        for account in told.filter(|account| account.copy_of.is_none() && tells(scene, account)) {
            tongues.spoken.entry(account.language.primary()).or_default().insert(account.origin);
            if meaning::is_known(scene, account) {
                tongues.meant.insert(account.origin);
            }
        }
        tongues
    }

    /// Why sentences of an account meet none of another origin, and how many.
    fn reach(&self, scene: &Scene<'_>, at: usize) -> Option<(Unalike, usize)> {
        let account = &scene.accounts[at];
        let other = |origins: &BTreeSet<usize>| origins.iter().any(|&one| one != account.origin);
        let all = account.lines.len();
        let longer = |most: usize| (all > most).then(|| (Unalike::TooLong, all - most));
        if self.spoken.get(account.language.primary()).is_some_and(other) {
            return longer(MOST_LINES);
        }
        if !self.spoken.values().any(other) {
            // The others say nothing, and it is said of them.
            return None;
        }
        match meaning::is_known(scene, account) && other(&self.meant) {
            true if self.crowded => Some((Unalike::TooLarge, all)),
            true => longer(meaning::MOST_SENTENCES),
            false => Some((Unalike::Language, all)),
        }
    }
}
