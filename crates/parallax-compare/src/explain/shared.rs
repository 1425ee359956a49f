//! What two lines both give, with the places where they give it.

use crate::{
    amounts::{self, Fit},
    likeness::{amounts_of, closeness, counts, dates_of, day_worth, entity_worth, worth},
    scene::{Scene, Token},
};
use parallax_model::{Bound, Quantity, Shared, SharedSort, Span};
use std::cmp::Reverse;

/// What both lines give, the worthiest first.
pub(super) fn shared(scene: &Scene<'_>, a: usize, b: usize) -> Vec<Shared> {
    let mut all = words(scene, a, b);
    all.extend(entities(scene, a, b));
    all.extend(amounts(scene, a, b));
    all.extend(dates(scene, a, b));
    all.sort_by_key(|one| (Reverse(one.worth), one.sort, one.spans));
    all
}

fn words(scene: &Scene<'_>, a: usize, b: usize) -> Vec<Shared> {
    let language = scene.account(a).language;
    if language != scene.account(b).language {
        return Vec::new();
    }
    let mut free: Vec<&Token> = scene.lines[b].tokens.iter().filter(|one| counts(one)).collect();
    let mut shared = Vec::new();
    for token in scene.lines[a].tokens.iter().filter(|one| counts(one)) {
        let near = free.iter().enumerate().map(|(at, other)| {
            let tenths =
                if other.stem == token.stem { 10 } else { closeness(language, token, other) };
            (token.weight.min(other.weight) * tenths / 10, Reverse(at))
        });
        if let Some((worth, Reverse(at))) = near.max().filter(|(worth, _)| *worth > 0) {
            let other = free.swap_remove(at);
            shared.push(Shared { sort: SharedSort::Word, spans: (token.span, other.span), worth });
        }
    }
    shared
}

fn entities(scene: &Scene<'_>, a: usize, b: usize) -> Vec<Shared> {
    let (ours, theirs) = (&scene.lines[a], &scene.lines[b]);
    let both = ours.entities.intersection(&theirs.entities);
    let shared = both.filter_map(|&entity| {
        Some(Shared {
            sort: SharedSort::Entity,
            spans: (meant(scene, a, entity)?, meant(scene, b, entity)?),
            worth: entity_worth(scene, ours, entity).min(entity_worth(scene, theirs, entity)),
        })
    });
    shared.collect()
}

/// Where a line means an entity: by its name, else by a description or a pronoun.
fn meant(scene: &Scene<'_>, line: usize, entity: usize) -> Option<Span> {
    let (own, notes) = (&scene.lines[line], scene.account(line).notes);
    let known = notes.entities.iter().enumerate();
    let forms = known.filter(|(at, _)| scene.story_entity(own.account, *at) == Some(entity));
    let mentions = forms.flat_map(|(_, form)| &form.mentions);
    let inside = mentions.filter(|mention| own.span.contains(mention.span));
    inside.min_by_key(|mention| (mention.form, mention.span)).map(|mention| mention.span)
}

fn amounts(scene: &Scene<'_>, a: usize, b: usize) -> Vec<Shared> {
    let mut free: Vec<&Quantity> = amounts_of(scene, b).collect();
    let mut shared = Vec::new();
    for ours in amounts_of(scene, a) {
        let same = free.iter().position(|theirs| amounts::compare(ours, theirs) == Fit::Same);
        if let Some(theirs) = same.map(|at| free.swap_remove(at)) {
            let worth = worth(ours).min(worth(theirs));
            shared.push(Shared {
                sort: SharedSort::Amount,
                spans: (ours.span, theirs.span),
                worth,
            });
        }
    }
    shared
}

fn dates(scene: &Scene<'_>, a: usize, b: usize) -> Vec<Shared> {
    let mut free: Vec<_> = dates_of(scene, b).collect();
    let mut shared = Vec::new();
    for ours in dates_of(scene, a) {
        let same = free.iter().position(|theirs| theirs.value == ours.value);
        if let Some(theirs) = same.map(|at| free.swap_remove(at)) {
            let worth = day_worth(scene, ours);
            shared.push(Shared { sort: SharedSort::Date, spans: (ours.span, theirs.span), worth });
        }
    }
    shared
}

/// An amount as it was read: `at least 3 people`.
pub(super) fn amount(amount: &Quantity) -> String {
    let number = |milli: i128| {
        let (whole, part) = (milli / 1000, milli % 1000);
        let part = format!("{:03}", part.abs());
        let part = part.trim_end_matches('0');
        if part.is_empty() { whole.to_string() } else { format!("{whole}.{part}") }
    };
    let mut words = match amount.bound {
        Bound::Exactly => String::new(),
        bound => format!("{} ", bound.name().replace('-', " ")),
    };
    words += &number(amount.milli);
    for what in [amount.unit.as_str(), amount.counted.as_str()] {
        if !what.is_empty() {
            words.push(' ');
            words.push_str(what);
        }
    }
    words
}
