//! Bodies and places that are one under two names.

use super::{clusters::Cluster, short_forms::capitalised};
use parallax_language::names::{country, country_of_demonym};
use parallax_model::EntityKind;
use std::collections::BTreeMap;

/// Joins bodies and places that are one: by country (`Iceland’s` and `Icelandic`), spelling, acronym in brackets.
pub(super) fn join_bodies(clusters: &mut Vec<Cluster>) {
    let mut known: BTreeMap<(Option<&'static str>, String), usize> = BTreeMap::new();
    // By name without country: where it is, and whether it is the only one.
    let mut bodies: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    let mut joined: Vec<Cluster> = Vec::new();
    // Those with their country first, so that the others can be led back to them.
    let mut all: Vec<_> =
        std::mem::take(clusters).into_iter().map(|cluster| (body_key(&cluster), cluster)).collect();
    all.sort_by_key(|((country, _), _)| country.is_none());
    for (key, cluster) in all {
        let open = key.0.is_none() && cluster.kind() == EntityKind::Organization;
        let same = known.get(&key).copied().or_else(|| {
            let only = bodies.get(&key.1).filter(|(_, only)| open && *only);
            only.map(|(at, _)| *at)
        });
        if let Some(at) = same {
            join(&mut joined[at], cluster);
        } else {
            bodies
                .entry(key.1.clone())
                .and_modify(|(_, only)| *only = false)
                .or_insert((joined.len(), true));
            known.insert(key, joined.len());
            joined.push(cluster);
        }
    }
    *clusters = joined;
}

fn join(into: &mut Cluster, other: Cluster) {
    into.votes.add(other.votes);
    into.gender = into.gender.or(other.gender);
    if other.words.len() > into.words.len() {
        into.words = other.words;
        into.printed = other.printed;
    }
    into.first = into.first.min(other.first);
    into.mentions.extend(other.mentions);
}

/// The country a name begins with, and the rest of it without spaces.
fn body_key(cluster: &Cluster) -> (Option<&'static str>, String) {
    let whole = country(&cluster.printed);
    if let Some(country) = whole {
        return (Some(country), String::new());
    }
    let first = cluster.words.first().map_or("", String::as_str);
    let owner = country_of_demonym(first).or_else(|| country(&capitalised(first)));
    match owner.filter(|_| cluster.words.len() > 1 && !cluster.is_person()) {
        Some(country) => (Some(country), cluster.words[1..].concat()),
        None => (None, cluster.words.concat()),
    }
}
