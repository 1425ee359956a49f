//! What speaks against two values contradicting each other, whichever way they were found.

use super::{Found, Value, role, tolls};
use crate::scene::Scene;
use parallax_model::{DifferenceKind, Nature};

/// Sentences of a story from which so many look alike by chance that two days need one verb.
///
/// Chosen on real news; stories of a few articles have fewer.
const MANY: usize = 200;

/// Whether a conflict is none after all: no two of its values are of one deed.
pub(super) fn holds(scene: &Scene<'_>, found: &Found) -> bool {
    let many = scene.lines.len() >= MANY;
    let apart: fn(&Scene<'_>, Value, Value) -> bool = match found.kind {
        DifferenceKind::Date if many => |scene, a, b| !role::is_one_verb(scene, a, b),
        DifferenceKind::Number => {
            |scene, a, b| role::is_by_others(scene, a, b) || tolls::are_of_several(scene, a, b)
        }
        _ => return false,
    };
    let words = |value: &Value| scene.account(value.line).words(value.span).to_lowercase();
    let pairs = found.values.iter().enumerate().flat_map(|(at, one)| {
        let rest = found.values.get(at + 1..).unwrap_or_default();
        rest.iter().map(move |other| (*one, *other))
    });
    let mut others =
        pairs.filter(|(one, other)| one.line != other.line && words(one) != words(other));
    found.nature == Nature::Conflict && others.all(|(one, other)| apart(scene, one, other))
}
