//! Whether a claim tells what happened, what was said, or what stands behind it.

use crate::{
    lists::{self, Words},
    scene::Scene,
    voice,
};
use jiff::civil::Date;
use parallax_language::calendar::days;
use parallax_model::{ClaimKind, Precision};

/// Days before the main event from which a day is background.
const LONG_BEFORE: i64 = 45;

/// Words that open what stands behind an event.
static BACKGROUND: Words = Words::new(|| lists::words("background"));

/// The kind of the claim that `draft` carries.
pub(crate) fn of(scene: &Scene<'_>, draft: &[usize], main_day: Option<&str>) -> ClaimKind {
    let most = |is: &dyn Fn(usize) -> bool| {
        draft.iter().filter(|&&line| is(line)).count() * 2 > draft.len()
    };
    if most(&|line| reports_speech(scene, line)) {
        ClaimKind::Statement
    } else if most(&|line| is_background(scene, line, main_day)) {
        ClaimKind::Background
    } else {
        ClaimKind::Event
    }
}

/// Whether a line is mostly someone's words or has a reporting word of its own.
fn reports_speech(scene: &Scene<'_>, line: usize) -> bool {
    let own = &scene.lines[line];
    let spoken = voice::speech(scene, line);
    let (mut quoted, mut reported) = (0, false);
    for quotation in spoken {
        let start = quotation.span.start().max(own.span.start());
        quoted += quotation.span.end().min(own.span.end()).saturating_sub(start);
        let cue_here = quotation.cue.is_some_and(|cue| own.span.contains(cue));
        reported |= cue_here;
    }
    reported || quoted * 2 >= own.span.len()
}

/// Whether a line speaks only of times well before the main event.
fn is_background(scene: &Scene<'_>, line: usize, main_day: Option<&str>) -> bool {
    let (own, account) = (&scene.lines[line], scene.account(line));
    let dates: Vec<_> = own
        .dates
        .iter()
        .filter_map(|&at| account.notes.dates.get(at))
        .filter(|date| date.precision != Precision::Duration)
        .collect();
    let published =
        account.article.published.as_ref().and_then(|stamp| Some(stamp.day()?.to_string()));
    let main = main_day.map(str::to_owned).or(published);
    let long_before = |value: &str| match (&main, days(value)) {
        (Some(main), Some((_, day))) => main
            .parse::<Date>()
            .ok()
            .and_then(|main| main.since(day).ok())
            .is_some_and(|gap| i64::from(gap.get_days()) >= LONG_BEFORE),
        _ => false,
    };
    if !dates.is_empty() {
        return dates.iter().all(|date| long_before(&date.value));
    }
    let lower = scene.text(line).to_lowercase();
    BACKGROUND.iter().any(|words| lower.contains(words))
}
