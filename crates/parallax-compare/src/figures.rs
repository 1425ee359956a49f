//! What two sentences share of amounts, whatever they count: an amount hardly stands in two of them by chance.

use crate::{
    amounts::{self, Fit},
    likeness::one_sort,
    scene::Scene,
};
use parallax_model::Quantity;
use std::collections::BTreeMap;

/// What an amount both sentences give is worth that no other sentence gives, in thousandths: one with a unit, or large.
const TELLING: i64 = 1000;
/// The same for a count that is not large.
const COUNT: i64 = 700;
/// The same for twos and threes, which are everywhere.
const SMALL: i64 = 300;
/// The count above which one is large, and up to which it is small, in thousandths.
const LARGE: i128 = 20_000;
const FEW: i128 = 3000;
/// What the amounts of a pair are worth at most.
const MOST: i64 = 2000;

/// How many lines of a story give each amount.
pub(crate) struct Figures<'a> {
    scene: &'a Scene<'a>,
    lines: BTreeMap<(&'a str, i128), i64>,
}

/// What the amounts of two lines say of their being one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shared {
    /// The worth of the amounts both give.
    pub(crate) worth: i64,
    /// Whether both give amounts, none of them in common and no two of one sort.
    pub(crate) others: bool,
}

impl<'a> Figures<'a> {
    pub(crate) fn of(scene: &'a Scene<'a>) -> Self {
        let mut lines: BTreeMap<(&str, i128), i64> = BTreeMap::new();
        for line in 0..scene.lines.len() {
            let mut own: Vec<(&str, i128)> = given(scene, line).map(amounts::size).collect();
            own.sort_unstable();
            own.dedup();
            for amount in own {
                *lines.entry(amount).or_default() += 1;
            }
        }
        Self { scene, lines }
    }

    /// Holds the amounts of two lines against each other.
    pub(crate) fn shared(&self, a: usize, b: usize) -> Shared {
        if [a, b].iter().any(|line| given(self.scene, *line).next().is_none()) {
            return Shared::default();
        }
        let ours: Vec<&Quantity> = given(self.scene, a).collect();
        let mut free: Vec<&Quantity> = given(self.scene, b).collect();
        let (mut worth, mut left) = (0, Vec::new());
        for amount in ours {
            match free.iter().position(|other| are_one(amount, other)) {
                Some(at) => worth += self.worth(amount, free.swap_remove(at)),
                None => left.push(amount),
            }
        }
        let rivals = |amount: &&Quantity, other: &&Quantity| {
            let comparable = amounts::compare(amount, other) != Fit::Unlike;
            comparable && one_sort(amount, other) && !amounts::far_apart(amount, other)
        };
        let others =
            worth == 0 && !left.iter().any(|amount| free.iter().any(|other| rivals(amount, other)));
        Shared { worth: worth.min(MOST), others }
    }

    /// What one amount is worth that is given twice: less, the more lines give it.
    fn worth(&self, amount: &Quantity, other: &Quantity) -> i64 {
        let size = match amount.milli.abs() {
            _ if !amount.unit.is_empty() => TELLING,
            milli if milli > LARGE => TELLING,
            milli if milli > FEW => COUNT,
            _ => SMALL,
        };
        let (ours, theirs) = (amounts::size(amount), amounts::size(other));
        let held = |amount| self.lines.get(&amount).copied().unwrap_or(1);
        let lines = if ours == theirs { held(ours) } else { held(ours) + held(theirs) };
        size * 2 / lines.max(2)
    }
}

/// Whether two amounts can be one, a share of something in words and in percent among them: `a fifth` and
/// `21 per cent`.
fn are_one(a: &Quantity, b: &Quantity) -> bool {
    /// How far a share in words may be from the true one, in thousandths of the whole.
    const ROUND: i128 = 20;
    let told =
        |amount: &Quantity| (amount.unit.is_empty() && amount.milli < 1000).then_some(amount.milli);
    let measured = |amount: &Quantity| (amount.unit == "percent").then_some(amount.milli / 100);
    let shares = told(a).zip(measured(b)).or_else(|| measured(a).zip(told(b)));
    let near = shares.is_some_and(|(told, measured)| told > 0 && (told - measured).abs() <= ROUND);
    near || amounts::compare(a, b) == Fit::Same
}

fn given<'a>(scene: &'a Scene<'_>, line: usize) -> impl Iterator<Item = &'a Quantity> {
    let all = &scene.account(line).notes.quantities;
    scene.lines[line].quantities.iter().filter_map(|&at| all.get(at))
}
