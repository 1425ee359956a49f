//! What the figures of a sentence are told of: the dead, the arrested, the price of shares.
//!
//! Of such a thing a story has mostly one figure at a time, so two accounts that give one tell one thing, whatever
//! their figures and their other words.

use crate::{
    phrases::{Phrases, Start, Starts},
    scene::{Line, Scene},
};
use std::{collections::BTreeMap, sync::LazyLock};

/// A word as it must be written, or how it must begin.
pub(crate) struct Form {
    letters: &'static str,
    whole: bool,
}

/// Letters of the shortest stem that tells its word.
const SHORTEST_STEM: usize = 3;

impl Form {
    pub(crate) fn of(written: &'static str) -> Self {
        let whole = written.strip_suffix('=');
        Self { letters: whole.unwrap_or(written), whole: whole.is_some() }
    }

    /// Whether `stem` is what is left of the word without its ending.
    pub(crate) fn has_stem(&self, stem: &str) -> bool {
        stem.chars().count() >= SHORTEST_STEM && self.letters.starts_with(stem)
    }

    /// Adds how the words begin that it fits.
    pub(crate) fn add_to(&self, starts: &mut Starts) {
        if self.whole {
            starts.add(Start::of(self.letters));
        } else {
            starts.add_all(self.letters);
        }
    }

    pub(crate) fn fits(&self, word: &str) -> bool {
        if self.whole { word == self.letters } else { word.starts_with(self.letters) }
    }
}

/// The words of each frame.
static FRAMES: LazyLock<Vec<Phrases>> = LazyLock::new(|| {
    let rows = include_str!("../data/frames.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| Some(Phrases::of(row.split_once('\t')?.1))).collect()
});

/// Which frames the figures of each line may be of, and how many lines of its account share each.
pub(crate) struct Frames {
    lines: Vec<Vec<usize>>,
    told: BTreeMap<(usize, usize), i64>,
}

/// What a frame is worth that one line of each account tells, in thousandths, and all of them at most.
const ALONE: i64 = 1000;
const MOST: i64 = 2000;

impl Frames {
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let lines: Vec<Vec<usize>> = scene.lines.iter().map(told_in).collect();
        let mut told = BTreeMap::new();
        for (line, frames) in scene.lines.iter().zip(&lines) {
            for &frame in frames {
                *told.entry((line.account, frame)).or_default() += 1;
            }
        }
        Self { lines, told }
    }

    /// The worth of the frames that figures of both lines may be of: less, the more lines of an account tell one.
    pub(crate) fn shared(&self, scene: &Scene<'_>, a: usize, b: usize) -> i64 {
        let (Some(ours), Some(theirs)) = (self.lines.get(a), self.lines.get(b)) else { return 0 };
        let both = ours.iter().filter(|frame| theirs.contains(frame));
        let held = |line: usize, frame: usize| {
            self.told.get(&(scene.lines[line].account, frame)).copied().unwrap_or(1)
        };
        let worth: i64 = both.map(|&frame| ALONE / held(a, frame).max(held(b, frame))).sum();
        worth.min(MOST)
    }
}

/// The frames that the figures of a line may be of.
fn told_in(line: &Line) -> Vec<usize> {
    if line.quantities.is_empty() {
        return Vec::new();
    }
    let told = FRAMES.iter().enumerate().filter(|(_, words)| words.places(line).next().is_some());
    told.map(|(frame, _)| frame).collect()
}

#[cfg(test)]
mod tests {
    use super::FRAMES;

    #[test]
    fn every_frame_has_words() {
        assert!(FRAMES.len() > 20);
        assert!(
            FRAMES.iter().all(|phrases| !phrases.is_empty()
                && phrases.forms().all(|form| !form.letters.is_empty()))
        );
    }

    #[test]
    fn a_word_begins_the_phrases_of_its_frame() {
        let begun =
            |word: &str| FRAMES.iter().map(|phrases| phrases.begin_with(word)).collect::<Vec<_>>();
        let frames = |word: &str| {
            let each = begun(word).into_iter().enumerate();
            each.flat_map(|(frame, many)| vec![frame; many]).collect::<Vec<_>>()
        };
        assert_eq!(frames("killed"), frames("deaths"));
        assert_ne!(frames("killed"), frames("injured"));
        assert!(frames("bridge").is_empty());
    }
}
