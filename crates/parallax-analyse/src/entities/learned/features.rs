//! The features of each word of a sentence.

use super::{
    super::{candidates::Candidate, evidence, tokens::Tokens, usage::Usage},
    facts::{self, Facts},
};
use parallax_language::{
    names::is_place,
    sequence::{Observed, feature, hash},
};
use std::ops::Range;

/// Gives every sentence of an article, as the range of its words and their features.
pub(crate) fn observe(
    tokens: &Tokens<'_>,
    usage: &Usage,
    candidates: &[Candidate],
    mut each: impl FnMut(Range<usize>, &Observed),
) {
    let facts = facts::of_all(tokens, usage);
    let said = rules(tokens, candidates);
    let towns = towns(tokens);
    let mut observed = Observed::default();
    let mut from = 0;
    while let Some(sentence) = tokens.all.get(from).map(|token| token.sentence) {
        let rest = tokens.all.get(from..).unwrap_or_default();
        let to = from + rest.iter().take_while(|token| token.sentence == sentence).count();
        observed.clear();
        let view = View { tokens, facts: &facts, rules: &said, towns: &towns, words: from..to };
        for at in from..to {
            view.word(at, &mut observed);
            observed.end_word();
        }
        each(from..to, &observed);
        from = to;
    }
}

/// Whether each word begins a place's name of two words.
fn towns(tokens: &Tokens<'_>) -> Vec<bool> {
    let begins = |at: usize| {
        tokens.all.get(at).is_some_and(|token| token.capital)
            && tokens.same_sentence(at, at + 1)
            && is_place(tokens.phrase(at, at + 2))
    };
    (0..tokens.all.len()).map(begins).collect()
}

/// What the rules make of each word: in which candidate, of which sort, and how sure.
fn rules(tokens: &Tokens<'_>, candidates: &[Candidate]) -> Vec<u32> {
    let mut said = vec![0; tokens.all.len()];
    for candidate in candidates {
        let mut votes = evidence::of_words(tokens, candidate);
        votes.add(evidence::of_place(tokens, candidate));
        let kind = votes.best().map_or(0, |kind| 1 + kind as u32);
        let sign = 16 * kind + 4 * u32::from(candidate.unsure) + 8 * u32::from(candidate.common);
        for (at, said) in said.iter_mut().enumerate().take(candidate.to).skip(candidate.from) {
            let end = u32::from(at + 1 == candidate.to) + 2 * u32::from(at > candidate.from);
            *said = 1 + sign + end;
        }
        for said in said.iter_mut().take(candidate.from).skip(candidate.title) {
            *said = 1000;
        }
        for said in said.iter_mut().take(candidate.closed).skip(candidate.to) {
            *said = 1001;
        }
    }
    said
}

/// A sentence with what is known of its words.
struct View<'a, 't> {
    tokens: &'a Tokens<'t>,
    facts: &'a [Facts],
    rules: &'a [u32],
    towns: &'a [bool],
    words: Range<usize>,
}

/// What stands for a word outside the sentence.
const OUTSIDE: Facts = Facts {
    word: 1,
    bare: 1,
    shape: 1,
    heads: [1; 4],
    tails: [1; 5],
    lists: 1 << 63,
    class: [0; 2],
    used: 0,
    common: 99,
};

impl View<'_, '_> {
    fn facts(&self, at: usize, off: isize) -> &Facts {
        let at = at.checked_add_signed(off).filter(|at| self.words.contains(at));
        at.and_then(|at| self.facts.get(at)).unwrap_or(&OUTSIDE)
    }

    fn rule(&self, at: usize, off: isize) -> u32 {
        let at = at.checked_add_signed(off).filter(|at| self.words.contains(at));
        at.and_then(|at| self.rules.get(at)).copied().unwrap_or(999)
    }

    /// What stands before the word `off` words on, its first three letters.
    fn gap(&self, at: usize, off: isize) -> u32 {
        let Some(at) = at.checked_add_signed(off).filter(|at| *at <= self.words.end) else {
            return 0;
        };
        if at <= self.words.start {
            return 1;
        }
        let between = self.tokens.between(at);
        let short = between
            .char_indices()
            .nth(3)
            .map_or(between, |(end, _)| between.get(..end).unwrap_or_default());
        hash(short)
    }

    fn word(&self, at: usize, into: &mut Observed) {
        self.own(at, into);
        self.neighbours(at, into);
        self.said(at, into);
    }

    /// What the word itself tells.
    fn own(&self, at: usize, into: &mut Observed) {
        let own = self.facts(at, 0);
        into.push(feature(0, 0));
        for (template, tail) in (1..).zip(own.tails) {
            into.push(feature(template, tail));
        }
        for (template, head) in (6..).zip(own.heads) {
            into.push(feature(template, head));
        }
        let loud = u32::from(self.tokens.is_loud(at));
        let opens = self.tokens.all.get(at).is_some_and(|token| token.opens);
        let owns = self.tokens.all.get(at).is_some_and(super::super::tokens::Token::owns);
        let used = u32::from(opens) + own.used + 8 * loud;
        into.push(feature(10, used));
        into.push(feature(11, own.shape.wrapping_add(used)));
        into.push(feature(12, own.shape ^ own.tails[2]));
        into.push(feature(13, own.common));
        into.push(feature(14, own.shape.wrapping_add(own.common)));
        into.push(feature(15, u32::from(owns)));
        into.push(feature(16, own.bare));
        for (template, class) in (17..).zip(own.class) {
            into.push(feature(template, class));
            into.push(feature(template + 100, pair(class, own.shape)));
        }
    }

    /// What the words around tell.
    fn neighbours(&self, at: usize, into: &mut Observed) {
        for (template, off) in (20..).zip(-2..=2) {
            into.push(feature(template, self.facts(at, off).word));
        }
        for (template, off) in (25..).zip(-2..=2) {
            into.push(feature(template, self.facts(at, off).shape));
        }
        for (template, off) in (30..).zip(-1..=2) {
            into.push(feature(template, self.gap(at, off)));
        }
        let (last, own, next) = (self.facts(at, -1), self.facts(at, 0), self.facts(at, 1));
        into.push(feature(34, last.bare));
        into.push(feature(35, next.bare));
        into.push(feature(36, pair(last.word, own.word)));
        into.push(feature(37, pair(own.word, next.word)));
        into.push(feature(38, pair(pair(last.shape, own.shape), next.shape)));
        into.push(feature(39, pair(self.gap(at, 0), own.shape)));
        into.push(feature(40, pair(self.gap(at, 1), own.shape)));
        into.push(feature(41, last.tails[2]));
        into.push(feature(42, next.tails[2]));
        into.push(feature(43, pair(last.word, own.shape)));
        into.push(feature(44, pair(next.word, own.shape)));
        into.push(feature(45, pair(last.word, next.word)));
        for (template, off) in (50..).zip(-2..=2) {
            let mut bits = self.facts(at, off).lists;
            while bits != 0 {
                let bit = bits.trailing_zeros();
                bits &= bits - 1;
                into.push(feature(template, bit));
                if off.abs() == 1 || off == 0 {
                    into.push(feature(template + 10, pair(bit, own.shape)));
                }
            }
        }
        for (template, off) in (90..).zip([-2, -1, 1, 2]) {
            for (template, class) in (template..).step_by(4).zip(self.facts(at, off).class) {
                into.push(feature(template, class));
            }
        }
        into.push(feature(98, pair(last.class[1], own.class[1])));
        into.push(feature(99, pair(own.class[1], next.class[1])));
        let town = |at: usize| self.towns.get(at).is_some_and(|town| *town);
        let before = at > self.words.start && town(at - 1);
        into.push(feature(70, u32::from(before) + 2 * u32::from(town(at))));
    }

    /// What the rules say of the word and its neighbours.
    fn said(&self, at: usize, into: &mut Observed) {
        let own = self.rule(at, 0);
        for (template, off) in (80..).zip(-1..=1) {
            into.push(feature(template, self.rule(at, off)));
        }
        into.push(feature(84, pair(own, self.facts(at, 0).shape)));
        into.push(feature(85, pair(own, self.rule(at, 1))));
        into.push(feature(86, pair(self.rule(at, -1), own)));
        into.push(feature(87, pair(own, self.facts(at, 0).common)));
    }
}

const fn pair(one: u32, other: u32) -> u32 {
    one.wrapping_mul(0x9E37_79B1).rotate_left(5) ^ other
}
