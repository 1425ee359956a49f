//! How an article writes its words: with a capital, small, on their own.

use super::tokens::{Gap, Tokens};
use parallax_language::{WordTable, names::bare};

/// Words by how they are written in the article.
pub(crate) struct Usage {
    /// Words with a capital where a capital says something, bare.
    capital: WordTable<()>,
    /// Words written small, folded.
    small: WordTable<()>,
    /// Capital words that no hyphen touches.
    apart: WordTable<()>,
}

/// How one word is written.
#[derive(Clone, Copy, Default)]
struct Written {
    small: bool,
    capital: bool,
    apart: bool,
}

impl Usage {
    pub(super) fn of(tokens: &Tokens<'_>) -> Self {
        let (firsts, numbers) = tokens.numbered();
        let mut written = vec![Written::default(); firsts.len()];
        for ((at, token), number) in tokens.all.iter().enumerate().zip(numbers) {
            let Some(word) = written.get_mut(number) else { continue };
            if !token.capital {
                word.small = true;
            } else if !tokens.is_loud(at) {
                word.capital |= !token.opens;
                word.apart |= tokens.gap(at) != Gap::Hyphen && tokens.gap(at + 1) != Gap::Hyphen;
            }
        }
        let (mut capital, mut small, mut apart) = (Vec::new(), Vec::new(), Vec::new());
        for (first, written) in firsts.into_iter().zip(written) {
            let word = bare(tokens.word(first));
            for (_, list) in [
                (written.small, &mut small),
                (written.capital, &mut capital),
                (written.apart, &mut apart),
            ]
            .into_iter()
            .filter(|(holds, _)| *holds)
            {
                list.push((word.clone(), ()));
            }
        }
        let table = |words: Vec<(String, ())>| words.into_iter().collect();
        Self { capital: table(capital), small: table(small), apart: table(apart) }
    }

    /// Whether the word is written small anywhere in the article.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small.of_bare(word).is_some()
    }

    /// Whether the word has a capital in the article where a capital says something.
    pub(super) fn is_capital(&self, word: &str) -> bool {
        self.capital.of_bare(word).is_some()
    }

    /// Whether the word is written small in the article and never, for its own sake, with a capital.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.is_small(word) && !self.is_capital(word)
    }

    /// Whether the word has a capital in the article where no hyphen touches it.
    pub(super) fn is_apart(&self, word: &str) -> bool {
        self.apart.of_bare(word).is_some()
    }
}
