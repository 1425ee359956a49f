//! Short forms of names: family names, firms cut short, towns that stand for their club.

use super::{
    clusters::Cluster,
    lists,
    tokens::{Gap, Tokens},
};
use parallax_language::names::{Gender, country_of_demonym, is_place};
use parallax_model::EntityKind;

/// Whether `short` is a usual short form of the cluster's name.
pub(super) fn is_short_for(short: &[String], long: &Cluster, titled: bool) -> bool {
    let words = &long.words;
    if short.len() >= words.len() {
        return false;
    }
    let tail = words.ends_with(short);
    let head = words.starts_with(short);
    if long.may_be_person() {
        let inner = short.len() == 1 && words[1..].contains(&short[0]);
        let guessed = long.votes.person < 2 && short.len() == 1;
        let dropped = short.len() > 1
            && short[0] == words[0]
            && words[1..].windows(short.len() - 1).any(|part| part == &short[1..]);
        return tail || inner || dropped || head && (guessed || !titled && short.len() == 1);
    }
    if titled {
        return false;
    }
    let plain = |word: &String| {
        !is_place(&capitalised(word))
            && country_of_demonym(word).is_none()
            && lists::noun(word).is_none()
    };
    match long.kind() {
        EntityKind::Organization => {
            let belongs = words.first().is_some_and(|first| country_of_demonym(first).is_some());
            let firm = words.last().is_some_and(|last| {
                lists::is("company", last) || words.len() == 2 && is_place(&capitalised(last))
            });
            let russian =
                short.len() > 1 && short.iter().all(|word| super::russian::is_cyrillic(word));
            head && russian
                || head && firm && short.iter().all(plain)
                || tail && (short.len() > 1 || belongs && short.iter().all(plain))
                || tail && short.len() == 1 && plain(&short[0])
        }
        EntityKind::Place => {
            let kind = words.last().is_some_and(|last| lists::is_place_noun(last));
            head && kind && short.len() == words.len() - 1 && short.iter().all(plain)
        }
        _ => tail && short.len() > 1,
    }
}

/// Whether `in` or the like stands before the word at `at`.
pub(super) fn is_located(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    tokens.gap(at) == Gap::Space && (lists::is("locative", before) || lists::is_place_noun(before))
}

/// Whether a town alone stands for the cluster, a club that bears its name last.
pub(super) fn is_club_of(town: &[String], club: &Cluster) -> bool {
    let words = &club.words;
    words.len() == 2
        && !lists::is("direction", &words[0])
        && club.kind() == EntityKind::Organization
        && words.ends_with(town)
        && !is_place(&capitalised(&words[0]))
        && lists::noun(&words[0]).is_none()
        && country_of_demonym(&words[0]).is_none()
}

pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Of several clusters, the one the article named first: papers give the others their full name.
pub(super) fn main_one(
    clusters: &[Cluster],
    fits: impl Iterator<Item = usize>,
    at: usize,
    gender: Option<Gender>,
) -> Option<usize> {
    fits.filter(|&cluster| {
        let known = clusters[cluster].gender;
        gender.is_none() || known.is_none() || gender == known
    })
    .min_by_key(|&cluster| {
        let first = clusters[cluster].first;
        (first > at, first)
    })
}
