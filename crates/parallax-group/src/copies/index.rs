//! Finds of which earlier text a text is a copy, one text after the other.

use super::{
    holders::Holders,
    runs::{Common, Runs},
};
use parallax_model::{CopyKind, Fold};
use std::collections::VecDeque;

/// Share of the shorter text's runs that the longer must hold. Wire copy with
/// one word in twenty changed keeps some 0.7, independent accounts stay under 0.2.
const COPIED: f32 = 0.45;

/// The same for two texts of one outlet, whose follow-ups repeat their background.
const COPIED_AT_HOME: f32 = 0.8;

/// Runs that both must hold: less is a slogan or a form of words.
const SHORTEST: usize = 12;

/// Share of the sampled runs that makes a pair worth comparing in full.
const PROMISING: f32 = 0.15;

/// Runs remembered, at six bytes each and four in the table: some thirty
/// thousand articles, which is more than a day of what a thousand outlets print.
const WINDOW: usize = 1 << 24;

/// Share of a text's words that is all of it but for a corrected word here and there.
const ALL: f32 = 0.98;

/// The same but for a changed sentence or a line that the page adds.
const NEARLY_ALL: f32 = 0.88;

/// Share of the original's words under which a copy is an excerpt of it.
const HALF: f32 = 0.5;

/// The latest texts, in bounded memory, by the runs they hold.
///
/// ```
/// use parallax_group::{CopyIndex, Runs};
/// let mut index = CopyIndex::new();
/// assert!(index.admit(Runs::default()).is_none());
/// assert_eq!(index.len(), 1);
/// ```
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug)]
pub struct CopyIndex {
    holders: Holders,
    /// The texts remembered: the last of all that were admitted.
    #[cfg_attr(feature = "serde", serde(skip))]
    texts: VecDeque<Runs>,
    /// How many texts were forgotten.
    forgotten: usize,
    /// How many texts were admitted.
    admitted: usize,
    /// Runs in the texts remembered.
    runs: usize,
    most: usize,
}

/// Of what a text is a copy, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// The oldest text of which it is one, by its place in the order they were admitted.
    pub of: usize,
    /// Other texts of which it is one, ascending.
    pub also: Vec<usize>,
    /// How it stands to the oldest.
    pub kind: CopyKind,
    /// The share of its words that stand in the oldest, in runs.
    pub held: f32,
    /// The share of the oldest's words that stand in it.
    pub of_original: f32,
}

impl Copy {
    /// The same for publishing, in thousandths.
    pub fn fold(&self) -> Fold {
        Fold {
            kind: self.kind,
            held: thousandths(self.held),
            of_original: thousandths(self.of_original),
            through: None,
        }
    }
}

impl Default for CopyIndex {
    fn default() -> Self {
        Self::new()
    }
}

impl CopyIndex {
    /// An index that remembers as many texts as are worth it: about 160 MB of them.
    pub fn new() -> Self {
        Self::remembering(WINDOW)
    }

    /// An index that remembers texts with so many runs taken together, and always the latest.
    pub fn remembering(most: usize) -> Self {
        Self {
            holders: Holders::default(),
            texts: VecDeque::new(),
            forgotten: 0,
            admitted: 0,
            runs: 0,
            most,
        }
    }

    /// An index that was kept holds none of its texts: from this number of admission on they
    /// have to be [given back](Self::recall), in order, before it goes on as if it had never
    /// been kept.
    pub fn recalls_from(&self) -> usize {
        self.forgotten
    }

    /// How many texts were admitted, given back or not.
    pub fn admitted(&self) -> usize {
        self.admitted
    }

    /// Gives back a text.
    pub fn recall(&mut self, text: Runs) {
        self.texts.push_back(text);
    }

    /// How many texts were admitted.
    pub fn len(&self) -> usize {
        self.forgotten + self.texts.len()
    }

    /// Whether no text was admitted.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes in a text and says of which remembered one it is a copy.
    pub fn admit(&mut self, text: Runs) -> Option<Copy> {
        let near = self.near(&text);
        let mut copied = near.into_iter().filter_map(|at| {
            let other = self.texts.get(at.checked_sub(self.forgotten)?)?;
            judged(&text, other).map(|common| (at, common))
        });
        let copy = copied.next().map(|(of, common)| Copy {
            of,
            kind: kind(&common),
            held: common.held,
            of_original: common.of_other,
            also: copied.map(|(at, _)| at).collect(),
        });
        self.runs += text.len();
        self.texts.push_back(text);
        self.admitted += 1;
        self.forget();
        copy
    }

    /// The remembered texts that share enough of the sampled runs, ascending.
    fn near(&mut self, text: &Runs) -> Vec<usize> {
        // More texts than fit 32 bits are all the last of them: none is found twice.
        let own = u32::try_from(self.len()).unwrap_or(u32::MAX - 1);
        let mut met = Vec::new();
        for run in text.sample() {
            self.holders.meet(run, own, &mut met);
        }
        met.sort_unstable();
        let promising = met.chunk_by(|a, b| a == b).filter_map(|same| {
            let at = usize::try_from(*same.first()?).ok()?;
            let other = self.texts.get(at.checked_sub(self.forgotten)?)?;
            let least = PROMISING * text.sampled().min(other.sampled()) as f32;
            (same.len() as f32 >= least).then_some(at)
        });
        promising.collect()
    }

    fn forget(&mut self) {
        while self.runs > self.most && self.texts.len() > 1 {
            let gone = self.texts.pop_front();
            self.runs -= gone.map_or(0, |gone| gone.len());
            self.forgotten += 1;
        }
        self.holders.forget_before(u32::try_from(self.forgotten).unwrap_or(u32::MAX - 1));
    }
}

/// What the two have in common, where one is a copy of the other.
pub(super) fn judged(text: &Runs, other: &Runs) -> Option<Common> {
    let least = if text.at_home_with(other) { COPIED_AT_HOME } else { COPIED };
    let common = text.common(other);
    let copied =
        common.runs >= SHORTEST && common.of_shorter >= least && common.plain_of_shorter >= least;
    copied.then_some(common)
}

/// How a copy stands to its original.
pub(super) fn kind(common: &Common) -> CopyKind {
    let Common { held, of_other, .. } = *common;
    let part = if of_other < HALF { CopyKind::Excerpt } else { CopyKind::Cut };
    match (held >= NEARLY_ALL, of_other >= NEARLY_ALL) {
        _ if held.min(of_other) >= ALL => CopyKind::Whole,
        (true, false) => part,
        (false, true) => CopyKind::Extended,
        (false, false) if of_other < HALF.min(held) => CopyKind::Excerpt,
        (false, false) if held < HALF.min(of_other) => CopyKind::Extended,
        (true, true) | (false, false) => CopyKind::Edited,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
pub(super) fn thousandths(share: f32) -> u16 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u16
}

#[cfg(test)]
mod tests {
    use super::{Common, CopyKind, kind};

    #[track_caller]
    fn check(held: f32, of_other: f32, expected: CopyKind) {
        let common = Common { runs: 100, of_shorter: 1.0, plain_of_shorter: 1.0, held, of_other };
        assert_eq!(kind(&common), expected, "{held} {of_other}");
    }

    #[test]
    fn a_copy_is_named_by_what_each_holds_of_the_other() {
        check(1.0, 0.99, CopyKind::Whole);
        check(0.93, 0.95, CopyKind::Edited);
        check(0.7, 0.7, CopyKind::Edited);
        check(0.99, 0.6, CopyKind::Cut);
        check(0.99, 0.3, CopyKind::Excerpt);
        check(0.8, 0.3, CopyKind::Excerpt);
        check(0.6, 1.0, CopyKind::Extended);
        check(0.2, 0.8, CopyKind::Extended);
    }
}
