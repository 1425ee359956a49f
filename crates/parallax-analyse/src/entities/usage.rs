//! How an article writes its words: with a capital, small, on their own.

use super::tokens::{Gap, Tokens};
use parallax_language::names::bare;
use std::collections::BTreeSet;

/// Words by how they are written in the article.
pub(crate) struct Usage {
    /// Words with a capital where a capital says something, bare.
    pub(super) capital: BTreeSet<String>,
    /// Words written small, folded.
    small: BTreeSet<String>,
    /// Capital words that no hyphen touches.
    pub(super) apart: BTreeSet<String>,
}

impl Usage {
    pub(super) fn of(tokens: &Tokens<'_>) -> Self {
        let mut usage =
            Self { capital: BTreeSet::new(), small: BTreeSet::new(), apart: BTreeSet::new() };
        for (at, token) in tokens.all.iter().enumerate() {
            let word = tokens.word(at);
            if !token.capital {
                usage.small.insert(bare(word));
            } else if !tokens.is_loud(at) {
                if !token.opens {
                    usage.capital.insert(bare(word));
                }
                if tokens.gap(at) != Gap::Hyphen && tokens.gap(at + 1) != Gap::Hyphen {
                    usage.apart.insert(bare(word));
                }
            }
        }
        usage
    }

    /// Whether the word is written small anywhere in the article.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small.contains(&bare(word))
    }

    /// Whether the word has a capital in the article where a capital says something.
    pub(super) fn is_capital(&self, word: &str) -> bool {
        self.capital.contains(&bare(word))
    }

    /// Whether the word is written small in the article and never, for its own sake, with a capital.
    pub(super) fn is_common(&self, word: &str) -> bool {
        let word = bare(word);
        self.small.contains(&word) && !self.capital.contains(&word)
    }
}
