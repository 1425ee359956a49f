//! The features of each word of a sentence.

use super::{
    super::{
        candidates::Candidate,
        evidence,
        tokens::{Token, Tokens},
        usage::Usage,
    },
    Trained,
    alone::{alone, bits},
    facts::{Facts, Known, facts, language},
};
use parallax_language::{
    Memory,
    names::is_place,
    sequence::{Observed, Scale, Worth, feature, hash},
};
use std::{cell::RefCell, ops::Range};

/// Gives every sentence of an article, as the range of its words and their features.
pub(crate) fn observe(
    tokens: &Tokens<'_>,
    usage: &Usage,
    candidates: &[Candidate],
    mut each: impl FnMut(Range<usize>, &Observed),
) {
    let language = language(tokens);
    let known = Known::of(tokens, usage, |word| facts(word, language));
    let signs = Signs::of(tokens, candidates);
    let mut observed = Observed::default();
    let mut features = Vec::new();
    for words in sentences(tokens) {
        observed.clear();
        let view = View { tokens, known: &known, signs: &signs, words: words.clone() };
        for at in words.clone() {
            features.clear();
            for off in AROUND {
                alone(view.facts(at, off), off, &mut features);
            }
            view.together(at, &mut features);
            observed.push_word(&features);
        }
        each(words, &observed);
    }
}

/// Gives every sentence of an article, as the range of its words and the labels that the model sees.
///
/// What a word tells by itself is weighed once for all places where it stands.
pub(super) fn label(
    tokens: &Tokens<'_>,
    usage: &Usage,
    candidates: &[Candidate],
    trained: &Trained,
    mut each: impl FnMut(Range<usize>, &[u8]),
) {
    let (model, language) = (&trained.model, language(tokens));
    let scale = model.scale();
    let outside = weigh(&OUTSIDE, scale);
    let mut weighed: Vec<Weighed> = Vec::new();
    let known = WORDS.with_borrow_mut(|words| {
        Known::of(tokens, usage, |word| {
            let (facts, alone) = words.of(trained.number, word, |word| {
                let facts = facts(word, language);
                (facts, weigh(&facts, scale))
            });
            weighed.push(*alone);
            *facts
        })
    });
    let signs = Signs::of(tokens, candidates);
    let mut worths = Vec::new();
    let mut features = Vec::new();
    for words in sentences(tokens) {
        let view = View { tokens, known: &known, signs: &signs, words: words.clone() };
        worths.clear();
        for at in words.clone() {
            let mut worth = Worth::default();
            for (place, off) in AROUND.into_iter().enumerate() {
                let number = view.number(at, off);
                let alone = number.and_then(|number| weighed.get(number)).unwrap_or(&outside);
                alone.get(place).into_iter().for_each(|alone| worth.add(alone));
            }
            features.clear();
            view.together(at, &mut features);
            scale.add(&features, &mut worth);
            worths.push(worth);
        }
        each(words, &model.best_path(&worths));
    }
}

/// What a word is worth by itself to the words around it, by how far off they are.
type Weighed = [Worth; AROUND.len()];

thread_local! {
    /// What was read of words of articles before, as many as hold most words of any page; 6 MB.
    static WORDS: RefCell<Memory<(Facts, Weighed)>> =
        const { RefCell::new(Memory::of_size(1 << 14)) };
}

fn weigh(facts: &Facts, scale: Scale<'_>) -> Weighed {
    let mut features = Vec::with_capacity(64);
    AROUND.map(|off| {
        features.clear();
        alone(facts, off, &mut features);
        let mut worth = Worth::default();
        scale.add(&features, &mut worth);
        worth
    })
}

/// How far off the words stand that tell something of a word.
const AROUND: [isize; 5] = [-2, -1, 0, 1, 2];

/// The sentences of an article, as ranges of words.
fn sentences(tokens: &Tokens<'_>) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    tokens.all.chunk_by(|one, other| one.sentence == other.sentence).map(move |words| {
        let words = from..from + words.len();
        from = words.end;
        words
    })
}

/// What stands out of the single word: by word of the article.
struct Signs {
    /// What the rules make of it.
    rules: Vec<u32>,
    /// Whether it begins a place's name of two words.
    towns: Vec<bool>,
}

impl Signs {
    fn of(tokens: &Tokens<'_>, candidates: &[Candidate]) -> Self {
        Self { rules: rules(tokens, candidates), towns: towns(tokens) }
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
    known: &'a Known,
    signs: &'a Signs,
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
    /// The number of the word `off` words on; none outside the sentence.
    fn number(&self, at: usize, off: isize) -> Option<usize> {
        let at = at.checked_add_signed(off).filter(|at| self.words.contains(at))?;
        self.known.number(at)
    }

    fn facts(&self, at: usize, off: isize) -> &Facts {
        self.number(at, off).and_then(|number| self.known.numbered(number)).unwrap_or(&OUTSIDE)
    }

    fn rule(&self, at: usize, off: isize) -> u32 {
        let at = at.checked_add_signed(off).filter(|at| self.words.contains(at));
        at.and_then(|at| self.signs.rules.get(at)).copied().unwrap_or(999)
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

    /// What the word, its neighbours, the rules and what stands between tell together.
    fn together(&self, at: usize, into: &mut Vec<u32>) {
        let [last, own, next] = [-1, 0, 1].map(|off| self.facts(at, off));
        self.place(at, own, into);
        self.gaps(at, own, into);
        into.extend([
            feature(36, pair(last.word, own.word)),
            feature(37, pair(own.word, next.word)),
            feature(38, pair(pair(last.shape, own.shape), next.shape)),
            feature(43, pair(last.word, own.shape)),
            feature(44, pair(next.word, own.shape)),
            feature(45, pair(last.word, next.word)),
            feature(98, pair(last.class[1], own.class[1])),
            feature(99, pair(own.class[1], next.class[1])),
        ]);
        for (template, beside) in [(61, last), (63, next)] {
            into.extend(bits(beside.lists).map(|bit| feature(template, pair(bit, own.shape))));
        }
        self.said(at, own, into);
    }

    /// Where the word stands and how it is written there.
    fn place(&self, at: usize, own: &Facts, into: &mut Vec<u32>) {
        let loud = u32::from(self.tokens.is_loud(at));
        let opens = self.tokens.all.get(at).is_some_and(|token| token.opens);
        let owns = self.tokens.all.get(at).is_some_and(Token::owns);
        let used = u32::from(opens) + own.used + 8 * loud;
        let town = |at: usize| self.signs.towns.get(at).is_some_and(|town| *town);
        let before = at > self.words.start && town(at - 1);
        into.extend([
            feature(10, used),
            feature(11, own.shape.wrapping_add(used)),
            feature(15, u32::from(owns)),
            feature(70, u32::from(before) + 2 * u32::from(town(at))),
        ]);
    }

    /// What stands between the words.
    fn gaps(&self, at: usize, own: &Facts, into: &mut Vec<u32>) {
        let gaps = [-1, 0, 1, 2].map(|off| self.gap(at, off));
        into.extend((30..).zip(gaps).map(|(template, gap)| feature(template, gap)));
        into.push(feature(39, pair(gaps[1], own.shape)));
        into.push(feature(40, pair(gaps[2], own.shape)));
    }

    /// What the rules say of the word and its neighbours.
    fn said(&self, at: usize, own: &Facts, into: &mut Vec<u32>) {
        let [before, rule, after] = [-1, 0, 1].map(|off| self.rule(at, off));
        into.extend([
            feature(80, before),
            feature(81, rule),
            feature(82, after),
            feature(84, pair(rule, own.shape)),
            feature(85, pair(rule, after)),
            feature(86, pair(before, rule)),
            feature(87, pair(rule, own.common)),
        ]);
    }
}

pub(super) const fn pair(one: u32, other: u32) -> u32 {
    one.wrapping_mul(0x9E37_79B1).rotate_left(5) ^ other
}
