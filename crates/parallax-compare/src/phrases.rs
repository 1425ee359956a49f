//! Lists of phrases, each a few words as they are written or begin, looked for in lines.

mod starts;

pub(crate) use starts::{Start, Starts};

use crate::{
    frames::Form,
    scene::{Line, Token},
};
use std::collections::BTreeMap;

/// Words, or phrases of several.
pub(crate) struct Phrases {
    all: Vec<Vec<Form>>,
    /// Which of them begin with a byte.
    by_letter: BTreeMap<u8, Vec<usize>>,
    /// How they begin: of most words, and of most lines, a glance shows that none stands there.
    starts: Starts,
}

impl Phrases {
    /// Of phrases parted by `|`, their words by blanks.
    pub(crate) fn of(words: &'static str) -> Self {
        Self::of_each(words.split('|'))
    }

    /// Of phrases, their words parted by blanks.
    pub(crate) fn of_each(phrases: impl Iterator<Item = &'static str>) -> Self {
        let (mut all, mut by_letter, mut starts) = (Vec::new(), BTreeMap::new(), Starts::default());
        for phrase in phrases {
            if let Some(&letter) = phrase.as_bytes().first() {
                by_letter.entry(letter).or_insert_with(Vec::new).push(all.len());
            }
            let words: Vec<Form> = phrase.split(' ').map(Form::of).collect();
            if let Some(first) = words.first() {
                first.add_to(&mut starts);
            }
            all.push(words);
        }
        Self { all, by_letter, starts }
    }

    /// Whether there are none.
    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The words of all of them.
    #[cfg(test)]
    pub(crate) fn forms(&self) -> impl Iterator<Item = &Form> {
        self.all.iter().flatten()
    }

    /// How many of them a word may begin.
    #[cfg(test)]
    pub(crate) fn begin_with(&self, word: &str) -> usize {
        let firsts = self.all.iter().filter_map(|phrase| phrase.first());
        firsts.filter(|first| first.fits(word)).count()
    }

    /// The words of the first of them that stands at a place of a line.
    pub(crate) fn standing(&self, line: &Line, at: usize) -> Option<usize> {
        let here = line.tokens.get(at..)?;
        self.beginning(here.first()?).find(|phrase| stands(here, phrase)).map(<[Form]>::len)
    }

    /// Where they stand in a line: the place of the first word, and how many there are.
    pub(crate) fn places(&self, line: &Line) -> impl Iterator<Item = (usize, usize)> {
        let places = if self.starts.meet(&line.starts) { line.tokens.len() } else { 0 };
        (0..places).filter_map(|at| Some((at, self.standing(line, at)?)))
    }

    /// Whether one of them is this word.
    pub(crate) fn has(&self, token: &Token) -> bool {
        self.beginning(token).any(|phrase| matches!(phrase, [form] if form.fits(&token.folded)))
    }

    /// Those that begin with the letter that a word begins with.
    fn beginning(&self, token: &Token) -> impl Iterator<Item = &[Form]> {
        let letter = token.folded.as_bytes().first().filter(|_| self.starts.have(token.start));
        let found = letter.and_then(|letter| self.by_letter.get(letter));
        found.into_iter().flatten().filter_map(|&at| self.all.get(at).map(Vec::as_slice))
    }
}

fn stands(here: &[Token], phrase: &[Form]) -> bool {
    let mut both = phrase.iter().zip(here);
    here.len() >= phrase.len() && both.all(|(form, token)| form.fits(&token.folded))
}
