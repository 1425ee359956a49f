//! What the judge of stories is taught: pairs of bundles as it sees them, with the right answer.
//!
//! `cargo run --release -p xtask -- lessons RUNS OUT [JUDGE]` reads rows as the clustering sets have them,
//! where `set` names a run and `plain` keeps the encoder out of it, and goes by what was learned so far; see
//! `crates/parallax-group/data/judge.py`, which makes the rows and learns from what is written.

use crate::score::{clustering::article, text::rows};
use anyhow::Result;
use parallax::meaning::signature;
use parallax_group::{Lesson, Signature};
use rayon::prelude::*;
use serde_json::Value;
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// Pairs of bundles drawn for each article, and for a cluster at most.
const DRAWN: usize = 4;
const DRAWN_AT_MOST: usize = 250;

/// Sizes of the bundles that are drawn.
const SIZES: [usize; 8] = [1, 1, 1, 2, 3, 5, 8, 16];

/// Other clusters that are near: three wrong pairs in four are drawn from them.
const NEAR: usize = 6;

/// Writes the lessons of every run of `file`, one a line.
pub(crate) fn write(file: &Path, out: &Path, judge: Option<&Path>) -> Result<()> {
    let documents = rows(file)?;
    let judge = judge.map(fs::read_to_string).transpose()?.unwrap_or_default();
    let mut runs: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for document in &documents {
        runs.entry(text(document, "set")).or_default().push(document);
    }
    let taught: Vec<String> =
        runs.par_iter().map(|(run, documents)| Run::of(documents).lessons(run, &judge)).collect();
    let names = Lesson::TRAITS.join("\t");
    fs::write(out, format!("run\tway\tone\tother\tright\t{names}\n{}", taught.concat()))?;
    Ok(())
}

struct Run<'a> {
    lesson: Lesson,
    golds: Vec<&'a str>,
    clusters: Vec<(&'a str, Vec<usize>)>,
}

impl<'a> Run<'a> {
    fn of(documents: &[&'a Value]) -> Self {
        let mut clusters: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let (mut signatures, mut golds) = (Vec::new(), Vec::new());
        for row in documents {
            let Some(article) = article(row) else { continue };
            let plain = row["plain"].as_bool().unwrap_or_default();
            signatures.push(if plain { Signature::of(&article) } else { signature(&article) });
            clusters.entry(text(row, "gold")).or_default().push(golds.len());
            golds.push(text(row, "gold"));
        }
        Self { lesson: Lesson::of(&signatures), golds, clusters: clusters.into_iter().collect() }
    }

    fn lessons(&self, run: &str, judge: &str) -> String {
        let mut lines = String::new();
        let mut tell = |way: &str, one: &str, other: &str, traits: &[f32]| {
            let traits: Vec<String> = traits.iter().map(|trait_| format!("{trait_:.4}")).collect();
            let right = u8::from(one == other);
            writeln!(lines, "{run}\t{way}\t{one}\t{other}\t{right}\t{}", traits.join("\t"))
                .expect("strings take all");
        };
        let mut dice = Dice(run.bytes().fold(7, |sum, byte| sum * 31 + u64::from(byte)));
        for own in 0..self.clusters.len() {
            self.drawn(own, &mut dice, &mut tell);
        }
        let numbers: Vec<usize> = self
            .golds
            .iter()
            .map(|gold| self.clusters.partition_point(|(name, _)| name < gold))
            .collect();
        for (one, other, traits) in self.lesson.steps(&numbers, judge) {
            tell("step", self.golds[one], self.golds[other], &traits);
        }
        lines
    }

    /// Pairs of bundles drawn from one cluster, and from it and another.
    fn drawn(&self, own: usize, dice: &mut Dice, tell: &mut impl FnMut(&str, &str, &str, &[f32])) {
        let (gold, members) = &self.clusters[own];
        let others = self.others(own);
        for _ in 0..(members.len() * DRAWN).min(DRAWN_AT_MOST) {
            let mixed = self.bundle(members, dice);
            let (one, rest) = mixed.split_at(SIZES[dice.below(SIZES.len())].min(mixed.len()));
            let size = SIZES[dice.below(SIZES.len())];
            let same = self.bundle(rest, dice);
            if !same.is_empty() {
                let traits = self.lesson.compare(one, &same[..size.min(same.len())]);
                tell("drawn", gold, gold, &traits);
            }
            for _ in 0..2 {
                let reach = if dice.below(4) == 0 { others.len() } else { others.len().min(NEAR) };
                let Some(&other) = others.get(dice.below(reach)) else { continue };
                let (name, members) = &self.clusters[other];
                let apart = self.bundle(members, dice);
                let size = SIZES[dice.below(SIZES.len())].min(apart.len());
                tell("drawn", gold, name, &self.lesson.compare(one, &apart[..size]));
            }
        }
    }

    /// The other clusters, the most alike first.
    fn others(&self, own: usize) -> Vec<usize> {
        let mut others: Vec<(f32, usize)> = (0..self.clusters.len())
            .filter(|&other| other != own)
            .map(|other| (self.alike(&self.clusters[own].1, &self.clusters[other].1), other))
            .collect();
        others.sort_by(|a, b| b.0.total_cmp(&a.0));
        others.into_iter().map(|(_, other)| other).collect()
    }

    /// All of `from` in some order; every other time the most alike with the first first,
    /// as when a story is told from one angle.
    fn bundle(&self, from: &[usize], dice: &mut Dice) -> Vec<usize> {
        let mut left = from.to_vec();
        let mut bundle: Vec<usize> =
            (0..from.len()).map(|_| left.swap_remove(dice.below(left.len()))).collect();
        if let ([first, rest @ ..], 0) = (bundle.as_mut_slice(), dice.below(2)) {
            rest.sort_by(|a, b| {
                self.alike(&[*first], &[*b]).total_cmp(&self.alike(&[*first], &[*a]))
            });
        }
        bundle
    }

    fn alike(&self, one: &[usize], other: &[usize]) -> f32 {
        let traits = self.lesson.compare(one, other);
        let of = |name: &str| {
            let at = Lesson::TRAITS.iter().position(|known| *known == name);
            at.map_or(0.0, |at| traits[at])
        };
        of("words") + of("names") + of("meaning")
    }
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }
}

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}
