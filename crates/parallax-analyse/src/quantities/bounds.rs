//! Words that say on which side of a number the amount lies.

use super::Line;
use parallax_language::fold;
use parallax_model::{Bound, cut};
use std::{collections::BTreeMap, sync::LazyLock};

/// Words in the longest phrase.
const LONGEST: usize = 4;

/// Letters in the longest phrase of a language that is not cut into words.
const LONGEST_LETTERS: usize = 4;

/// Letters between a number and what stands behind it in such a language: the `人` of `200人以上`.
pub(super) const LETTERS_BETWEEN: usize = 1;

/// Case endings of Kazakh numbers before the word behind them: the `ден` of `200-ден астам`.
const ENDINGS: [&str; 10] = ["ден", "дан", "тен", "тан", "нен", "нан", "ге", "ға", "ке", "қа"];

/// The phrases of one language on one side of the number.
type Phrases = BTreeMap<String, Bound>;

/// The phrases by language, before a number and behind it.
static BOUNDS: LazyLock<BTreeMap<&'static str, [Phrases; 2]>> = LazyLock::new(|| {
    let mut languages: BTreeMap<&'static str, [Phrases; 2]> = BTreeMap::new();
    for row in include_str!("../../data/dates/bounds.tsv").lines() {
        let mut cells = row.split('\t');
        let (Some(language), Some(side), Some(bound), Some(phrases)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some(bound) = named(bound) else { continue };
        let sides = languages.entry(language).or_default();
        let [before, behind] = sides;
        let side = if side == "before" { before } else { behind };
        side.extend(phrases.split(',').map(|phrase| (folded(phrase), bound)));
    }
    languages
});

fn folded(phrase: &str) -> String {
    phrase.split(' ').map(fold).collect::<Vec<_>>().join(" ")
}

fn named(name: &str) -> Option<Bound> {
    let all = [
        Bound::About,
        Bound::Nearly,
        Bound::JustOver,
        Bound::AtLeast,
        Bound::MoreThan,
        Bound::AtMost,
        Bound::LessThan,
    ];
    all.into_iter().find(|bound| bound.name() == name)
}

impl Line<'_> {
    /// What the words before byte `start` make of the number there, and where they start.
    ///
    /// Of `at least about 20` the first words count.
    pub(super) fn bound_before(&self, start: usize) -> Option<(Bound, usize)> {
        let (bound, from) = self.phrase_before(start)?;
        let outer = self.phrase_before(from).filter(|_| bound == Bound::About);
        Some(outer.unwrap_or((bound, from)))
    }

    fn phrase_before(&self, start: usize) -> Option<(Bound, usize)> {
        let [phrases, _] = BOUNDS.get(self.language.primary())?;
        if self.unspaced() {
            return self.letters_before(start, phrases);
        }
        let last = self.words.partition_point(|word| word.end <= start);
        let end = last.checked_sub(1).and_then(|at| self.words.get(at))?.end;
        if !self.text.get(end..start)?.trim().is_empty() {
            return None;
        }
        let mut phrase = String::new();
        let mut found = None;
        for at in (last.saturating_sub(LONGEST)..last).rev() {
            let next = self.words.get(at + 1).filter(|_| at + 1 < last);
            let word = self.words.get(at)?;
            let gap = next.and_then(|next| self.text.get(word.end..next.start));
            if gap.is_some_and(|gap| gap.trim() != "") {
                break;
            }
            let word_folded = fold(self.raw(at));
            phrase =
                if phrase.is_empty() { word_folded } else { format!("{word_folded} {phrase}") };
            if let Some(bound) = phrases.get(&phrase) {
                found = Some((*bound, word.start));
            }
        }
        found
    }

    /// What the words behind byte `end` make of the number there, and where they end; where there
    /// are no spaces, behind so many letters at most.
    pub(super) fn bound_behind(&self, end: usize, letters: usize) -> Option<(Bound, usize)> {
        let rest = self.text.get(end..)?;
        let mut after = rest.strip_prefix('+').map(str::chars);
        if let Some(after) = &mut after {
            let alone = after.next().is_none_or(|mark| !mark.is_ascii_digit());
            return alone.then_some((Bound::AtLeast, end + 1));
        }
        let [_, phrases] = BOUNDS.get(self.language.primary())?;
        if self.unspaced() {
            return self.letters_behind(end, letters, phrases);
        }
        let mut at = self.word_from(end);
        let mut from = end;
        let ending = self.language.primary() == "kk" && ENDINGS.contains(&self.raw(at));
        if ending && self.gap_to(end, at) == Some("-") {
            from = self.words.get(at)?.end;
            at += 1;
        }
        let mut phrase = String::new();
        let mut found = None;
        for at in at..at + LONGEST {
            if !matches!(self.gap_to(from, at), Some(" " | "-" | "\u{00A0}")) {
                break;
            }
            let space = if phrase.is_empty() { "" } else { " " };
            phrase = format!("{phrase}{space}{}", fold(self.raw(at)));
            from = self.words.get(at)?.end;
            if let Some(bound) = phrases.get(&phrase) {
                found = Some((*bound, from));
            }
        }
        found
    }

    /// Whether the language goes without spaces between words.
    fn unspaced(&self) -> bool {
        self.language.primary() == "zh"
    }

    fn letters_before(&self, start: usize, phrases: &Phrases) -> Option<(Bound, usize)> {
        let before = cut(self.text, 0..start);
        let letters = before.char_indices().rev().take(LONGEST_LETTERS);
        let found = letters.filter_map(|(at, _)| Some((*phrases.get(before.get(at..)?)?, at)));
        found.last()
    }

    fn letters_behind(
        &self,
        end: usize,
        between: usize,
        phrases: &Phrases,
    ) -> Option<(Bound, usize)> {
        let rest = self.text.get(end..)?;
        let starts = rest.char_indices().map(|(at, _)| at).take(between + 1);
        starts.into_iter().find_map(|from| {
            let words = rest.get(from..)?;
            let letters = words.char_indices().take(LONGEST_LETTERS);
            let ends = letters.map(|(at, letter)| at + letter.len_utf8());
            let said = |to: usize| Some((*phrases.get(words.get(..to)?)?, end + from + to));
            // `200人多` says nothing; `200人以上` does.
            ends.filter_map(said).filter(|(bound, _)| from == 0 || *bound != Bound::MoreThan).last()
        })
    }
}
