//! Learning the tagger.

use super::{Averaged, Example, order::Dice};
use crate::syntax::{
    form::Form,
    names::{TAGS, Tag},
    table::{Score, Wide, best},
    tagger::{Context, Entry, Lexicon, WIDTH},
};
use std::collections::BTreeMap;

/// How often the treebanks are read.
const ROUNDS: usize = 8;

/// A word goes into the lexicon when it was seen this often.
const SEEN: u32 = 2;

/// A word has one tag only when it was seen this often and never with another …
const SURE: u32 = 30;

/// … but for one time in so many.
const STRAY: u32 = 500;

/// The lexicon and the weights that `places` of the examples teach.
pub(crate) fn learn(
    examples: &[Example],
    forms: &[Vec<Form>],
    places: &[usize],
) -> (Vec<Entry>, Averaged<WIDTH>) {
    let entries = entries(examples, forms, places);
    let lexicon = Lexicon::new(&entries);
    let mut table = Averaged::new();
    let mut dice = Dice::new();
    let mut order = places.to_vec();
    for _ in 0..ROUNDS {
        dice.shuffle(&mut order);
        for &at in &order {
            sentence(&forms[at], &examples[at].tags, &lexicon, &mut table);
        }
    }
    (entries, table)
}

/// The right answer must lead by this much, or the weights change. Chosen on the development parts.
const MARGIN: i32 = 20;

fn sentence(forms: &[Form], right: &[Tag], lexicon: &Lexicon, table: &mut Averaged<WIDTH>) {
    let context = Context::new(forms, lexicon);
    let mut tags: Vec<Tag> = Vec::with_capacity(forms.len());
    for (at, wanted) in right.iter().enumerate() {
        if let Some((tag, true)) = context.known[at] {
            tags.push(Tag(tag));
            continue;
        }
        let features = context.features(at, &tags);
        let scores = table.score(&features);
        let given = best(&scores, TAGS.len());
        let wanted = usize::from(wanted.0);
        table.step();
        let mut others = scores;
        others[wanted] = i32::MIN;
        let wrong = best(&others, TAGS.len());
        if scores[wanted] - scores[wrong] < MARGIN {
            table.learn(&features, wanted, wrong);
        }
        tags.push(Tag(u8::try_from(given).unwrap_or(0)));
    }
}

/// The table as it will be read at run time.
pub(crate) fn shipped(table: &Averaged<WIDTH>) -> Wide {
    let [heads, gains] = super::shipped::wide(table, super::TAG_BITS);
    Wide::new(&heads, &gains)
}

fn entries(examples: &[Example], forms: &[Vec<Form>], places: &[usize]) -> Vec<Entry> {
    let mut counts: BTreeMap<u32, BTreeMap<u8, u32>> = BTreeMap::new();
    for &at in places {
        for (form, tag) in forms[at].iter().zip(&examples[at].tags) {
            *counts.entry(form.cased).or_default().entry(tag.0).or_default() += 1;
        }
    }
    let entry = |(hash, tags): (u32, BTreeMap<u8, u32>)| {
        let all: u32 = tags.values().sum();
        let (tag, most) =
            tags.into_iter().max_by_key(|&(tag, count)| (count, std::cmp::Reverse(tag)))?;
        let alone = all >= SURE && (all - most) * STRAY <= all;
        (all >= SEEN && hash != 0).then_some((hash, tag, alone))
    };
    counts.into_iter().filter_map(entry).collect()
}
