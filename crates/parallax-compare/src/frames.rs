//! What the figures of a sentence are told of: the dead, the arrested, the price of shares.
//!
//! Of such a thing a story has mostly one figure at a time, so two accounts that give one tell one thing, whatever
//! their figures and their other words.

use crate::scene::{Line, Scene};
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

    pub(crate) fn fits(&self, word: &str) -> bool {
        if self.whole { word == self.letters } else { word.starts_with(self.letters) }
    }
}

/// The words of each frame; of a phrase each word in turn.
static FRAMES: LazyLock<Vec<Vec<Vec<Form>>>> = LazyLock::new(|| {
    let rows = include_str!("../data/frames.tsv").lines().filter(|row| !row.starts_with('#'));
    let phrases = |row: &'static str| {
        let (_, phrases) = row.split_once('\t')?;
        Some(phrases.split('|').map(|phrase| phrase.split(' ').map(Form::of).collect()).collect())
    };
    rows.filter_map(phrases).collect()
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
        let mut known = Starts::default();
        let lines: Vec<Vec<usize>> = scene.lines.iter().map(|line| known.frames(line)).collect();
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

/// The phrases that may begin with a word, by the number of the word: looked up once a story.
#[derive(Default)]
struct Starts(BTreeMap<usize, Vec<(usize, usize)>>);

impl Starts {
    fn frames(&mut self, line: &Line) -> Vec<usize> {
        if line.quantities.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (at, token) in line.tokens.iter().enumerate() {
            let starts = self.0.entry(token.word).or_insert_with(|| starts(&token.folded));
            for &(frame, phrase) in starts.iter() {
                let rest = line.tokens.iter().skip(at).map(|token| token.folded.as_str());
                let phrase = &FRAMES[frame][phrase];
                let fits = phrase.iter().zip(rest).filter(|(form, word)| form.fits(word));
                if fits.count() == phrase.len() && !found.contains(&frame) {
                    found.push(frame);
                }
            }
        }
        found
    }
}

fn starts(word: &str) -> Vec<(usize, usize)> {
    let each = FRAMES.iter().enumerate().flat_map(|(frame, phrases)| {
        let fit = phrases
            .iter()
            .enumerate()
            .filter(|(_, forms)| forms.first().is_some_and(|first| first.fits(word)));
        fit.map(move |(phrase, _)| (frame, phrase))
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::{FRAMES, starts};

    #[test]
    fn every_frame_has_words() {
        assert!(FRAMES.len() > 20);
        assert!(FRAMES.iter().flatten().flatten().all(|form| !form.letters.is_empty()));
    }

    #[test]
    fn a_word_begins_the_phrases_of_its_frame() {
        let frames = |word: &str| starts(word).iter().map(|(frame, _)| *frame).collect::<Vec<_>>();
        assert_eq!(frames("killed"), frames("deaths"));
        assert_ne!(frames("killed"), frames("injured"));
        assert!(frames("bridge").is_empty());
    }
}
