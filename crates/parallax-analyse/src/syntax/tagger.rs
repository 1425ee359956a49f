//! The tag of each word, from left to right.

use super::{
    form::Form,
    hashes::mix,
    names::{TAGS, Tag},
    table::{Score, best},
};

/// Answers in a row; [`TAGS`] fit in.
pub(crate) const WIDTH: usize = 64;

/// Stands before the first word and after the last.
const NONE: u32 = 0xFFFF;

/// Words that were seen often: the tag they mostly have.
pub(crate) struct Lexicon {
    /// Open addressing by hash; zero is free.
    places: Vec<(u32, u8, bool)>,
}

/// One word of the lexicon: its cased hash, its commonest tag, and whether it has no other.
pub(crate) type Entry = (u32, u8, bool);

impl Lexicon {
    pub(crate) fn new(entries: &[Entry]) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let mut places = vec![(0, 0, false); size];
        for entry in entries {
            let mut at = entry.0 as usize;
            while places[at & (size - 1)].0 != 0 {
                at += 1;
            }
            places[at & (size - 1)] = *entry;
        }
        Self { places }
    }

    #[inline]
    fn find(&self, cased: u32) -> Option<(u8, bool)> {
        let mask = self.places.len() - 1;
        let mut at = cased as usize;
        loop {
            let place = self.places[at & mask];
            if place.0 == cased {
                return Some((place.1, place.2));
            }
            if place.0 == 0 {
                return None;
            }
            at += 1;
        }
    }
}

/// Gives each form its tag.
pub(crate) fn tag(forms: &[Form], lexicon: &Lexicon, table: &impl Score<WIDTH>) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(forms.len());
    let context = Context::new(forms, lexicon);
    for at in 0..forms.len() {
        let tag = if let Some((tag, true)) = context.known[at] {
            tag
        } else {
            let scores = table.score(&context.features(at, &tags));
            u8::try_from(best(&scores, TAGS.len())).unwrap_or(0)
        };
        tags.push(Tag(tag));
    }
    tags
}

/// A sentence, as the tagger looks at it.
pub(crate) struct Context<'a> {
    forms: &'a [Form],
    /// What the lexicon holds of each word.
    pub(crate) known: Vec<Option<(u8, bool)>>,
}

/// How many features a word has.
pub(crate) const FEATURES: usize = 30;

impl<'a> Context<'a> {
    pub(crate) fn new(forms: &'a [Form], lexicon: &Lexicon) -> Self {
        Self { forms, known: forms.iter().map(|form| lexicon.find(form.cased)).collect() }
    }

    /// The features of the word at `at`, the words before it being tagged.
    #[inline]
    pub(crate) fn features(&self, at: usize, tags: &[Tag]) -> [u64; FEATURES] {
        let form = &self.forms[at];
        let word = |by: usize, after: bool| {
            let place = if after { at.checked_add(by) } else { at.checked_sub(by) };
            place.and_then(|place| self.forms.get(place))
        };
        let lower = |by, after| word(by, after).map_or(NONE, |form| form.lower);
        let end = |by, after| word(by, after).map_or(NONE, |form| form.ends[2]);
        let shape = |by, after| word(by, after).map_or(NONE, |form| form.shape);
        let before = |by: usize| at.checked_sub(by).map_or(NONE, |place| u32::from(tags[place].0));
        let likely = |by: usize| match self.known.get(at + by) {
            Some(Some((tag, _))) => u32::from(*tag),
            Some(None) => (NONE - 1).wrapping_add(self.forms[at + by].ends[1]),
            None => NONE,
        };
        let [one, two, three, four] = form.ends;
        let (t1, t2) = (before(1), before(2));
        let (k0, k1, k2) = (likely(0), likely(1), likely(2));
        let first = u32::from(at == 0);
        [
            mix(1, form.lower, 0, 0),
            mix(2, form.cased, first, 0),
            mix(3, one, form.shape, 0),
            mix(4, two, form.shape & 3, 0),
            mix(5, three, form.shape & 3, 0),
            mix(6, four, 0, 0),
            mix(7, form.starts[0], form.shape, 0),
            mix(8, form.starts[2], 0, 0),
            mix(9, form.shape, first, 0),
            mix(10, t1, 0, 0),
            mix(11, t1, t2, 0),
            mix(12, t1, form.lower, 0),
            mix(13, t1, three, 0),
            mix(14, t1, k1, 0),
            mix(15, lower(1, false), 0, 0),
            mix(16, lower(2, false), 0, 0),
            mix(17, lower(1, true), 0, 0),
            mix(18, lower(2, true), 0, 0),
            mix(19, end(1, false), 0, 0),
            mix(20, end(1, true), shape(1, true) & 3, 0),
            mix(21, k1, 0, 0),
            mix(22, k1, k2, 0),
            mix(23, k0, k1, 0),
            mix(24, t1, k0, k1),
            mix(25, t2, t1, k0),
            mix(26, form.lower, lower(1, true), 0),
            mix(27, form.lower, lower(1, false), 0),
            mix(28, form.shape, shape(1, false), shape(1, true)),
            mix(29, k0, t1, form.shape & 3),
            mix(30, k0, lower(1, true), 0),
        ]
    }
}
