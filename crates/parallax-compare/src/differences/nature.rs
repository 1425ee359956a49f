//! What sort of difference it is: later knowledge, another scope, or a conflict.

use super::Value;
use crate::{likeness::likeness, scene::Scene};
use parallax_language::{fold, words};
use parallax_model::Nature;
use std::collections::BTreeSet;

/// Seconds after which a second account may know more than a first.
const LATER: i64 = 3 * 3600;

/// Words whose figures grow while an event goes on, by their folded beginnings.
const DEVELOPS: &[&str] = &[
    "kill",
    "dead",
    "die",
    "death",
    "toll",
    "victim",
    "injur",
    "wound",
    "hurt",
    "missing",
    "miss",
    "casualt",
    "fatal",
    "evacuat",
    "displac",
    "homeless",
    "infect",
    "trap",
    "rescued",
    "погиб",
    "жертв",
    "пострада",
    "ранен",
    "пропал",
    "эваку",
    "muert",
    "herid",
    "fallecid",
];

/// Words that say an account revises an earlier one, by their folded beginnings.
const REVISES: &[&str] = &[
    "revis",
    "correct",
    "updat",
    "postpon",
    "delay",
    "reschedul",
    "downgrad",
    "upgrad",
    "put off",
    "pushed back",
    "brought forward",
    "has now",
    "have now",
    "climbed to",
    "risen to",
    "rose to",
    "increased to",
    "уточн",
    "перенес",
    "отложи",
    "возрос",
    "вырос",
];

/// Words that set out which quantity is meant, folded.
const SCOPE: &[&str] = &[
    "including",
    "included",
    "includes",
    "excluding",
    "except",
    "excluded",
    "alone",
    "worldwide",
    "globally",
    "nationwide",
    "altogether",
    "включая",
    "исключая",
    "кроме",
];

/// The nature of a difference in numbers.
pub(super) fn of_numbers(scene: &Scene<'_>, values: &[Value]) -> Nature {
    if other_scope(scene, values) {
        return Nature::Scope;
    }
    let develops = values.iter().any(|value| mentions(scene, value.line, DEVELOPS));
    let revises = values.iter().any(|value| mentions(scene, value.line, REVISES));
    if (develops || revises) && grows(scene, values) {
        return Nature::Update;
    }
    // Only sentences that tell much the same can contradict each other.
    if contradict(scene, values) { Nature::Conflict } else { Nature::Scope }
}

/// The likeness, in thousandths, from which two figures of one slot cannot both be so.
const CONTRADICT: u32 = 280;

/// Whether two of the lines are alike enough to exclude each other.
fn contradict(scene: &Scene<'_>, values: &[Value]) -> bool {
    let alike = |a: &Value, b: &Value| {
        let found = likeness(scene, a.line, b.line);
        a.line != b.line && (found.held * 3 + found.common * 7) / 10 >= CONTRADICT
    };
    values.iter().enumerate().any(|(at, a)| values.iter().skip(at + 1).any(|b| alike(a, b)))
}

/// The nature of a difference in dates: an update where the later account says that it was moved.
pub(super) fn of_dates(scene: &Scene<'_>, values: &[Value]) -> Nature {
    let Some(latest) = values.iter().max_by_key(|value| moment(scene, value.line)) else {
        return Nature::Conflict;
    };
    if mentions(scene, latest.line, REVISES) { Nature::Update } else { Nature::Conflict }
}

fn mentions(scene: &Scene<'_>, line: usize, beginnings: &[&str]) -> bool {
    let text = scene.text(line).to_lowercase();
    beginnings.iter().any(|beginning| {
        if beginning.contains(' ') {
            return text.contains(beginning);
        }
        words(&text).any(|word| fold(word.of(&text)).starts_with(beginning))
    })
}

/// Whether one account limits or widens what is counted and another does not.
fn other_scope(scene: &Scene<'_>, values: &[Value]) -> bool {
    let scopes: BTreeSet<BTreeSet<&str>> = values
        .iter()
        .map(|value| {
            let tokens = scene.lines[value.line].tokens.iter();
            let near = tokens.filter(|token| token.span.start().abs_diff(value.span.start()) < 90);
            near.filter_map(|token| SCOPE.iter().copied().find(|word| *word == token.folded))
                .collect()
        })
        .collect();
    scopes.len() > 1
}

/// When an account was published, in seconds.
pub(super) fn moment(scene: &Scene<'_>, line: usize) -> Option<i64> {
    let article = scene.account(line).article;
    let stamp = article.published.as_ref()?;
    Some(stamp.moments(article.outlet.offset).0.as_second())
}

/// Whether the figures only grow with time, and no two of about the same time differ.
fn grows(scene: &Scene<'_>, values: &[Value]) -> bool {
    let mut timed: Vec<(i64, i128)> = Vec::new();
    for value in values {
        let notes = scene.account(value.line).notes;
        let amount = notes.quantities.iter().find(|quantity| quantity.span == value.span);
        match (moment(scene, value.line), amount) {
            (Some(at), Some(amount)) => timed.push((at, amount.milli)),
            _ => return false,
        }
    }
    timed.sort_unstable();
    timed.windows(2).all(|step| match step {
        [(early, few), (late, many)] => few == many || (few < many && late - early >= LATER),
        _ => true,
    })
}
