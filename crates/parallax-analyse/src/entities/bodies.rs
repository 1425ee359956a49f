//! Bodies named with small letters: `Ireland’s finance ministry`, `the Chilean presidential office`.

use super::{
    clusters::{Cluster, words_of},
    evidence::Votes,
    tokens::{Gap, Tokens},
};
use parallax_language::{
    WordTable,
    names::{bare, country, country_of_demonym},
};
use std::{collections::BTreeMap, collections::BTreeSet, sync::LazyLock};

/// Names of bodies without their country, as lists of bare words.
static BODIES: LazyLock<BTreeSet<Vec<String>>> = LazyLock::new(|| {
    include_str!("../../data/entities/bodies.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split(' ').map(bare).collect())
        .collect()
});

/// The words that such a name starts with.
static FIRSTS: LazyLock<WordTable<()>> = LazyLock::new(|| {
    BODIES.iter().filter_map(|words| words.first()).map(|word| (word.clone(), ())).collect()
});

/// Most words of such a name.
const LONGEST: usize = 3;

/// Adds a cluster for every such body; ones with the same words share it.
pub(super) fn add(tokens: &Tokens<'_>, clusters: &mut Vec<Cluster>) {
    let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut at = 0;
    while at < tokens.all.len() {
        let Some(to) = body_at(tokens, at) else {
            at += 1;
            continue;
        };
        let from = owner_before(tokens, at).unwrap_or(at);
        if is_definite(tokens, from, at) {
            let words = words_of(tokens, from, to);
            let cluster = *known.entry(words.clone()).or_insert_with(|| {
                clusters.push(Cluster {
                    words,
                    printed: tokens.phrase(from, to).to_owned(),
                    votes: Votes { organization: 4, ..Votes::default() },
                    gender: None,
                    common: true,
                    first: from,
                    mentions: Vec::new(),
                });
                clusters.len() - 1
            });
            clusters[cluster].mention(tokens, from, to);
        }
        at = to;
    }
}

/// One past the last word of a body's name that starts at `at`.
fn body_at(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.all.get(at)?.capital && !tokens.all[at].opens {
        return None;
    }
    FIRSTS.of_bare(tokens.word(at))?;
    let mut words = Vec::new();
    let mut longest = None;
    for next in at..at + LONGEST {
        let joined = next == at || tokens.gap(next) == Gap::Space;
        let token = tokens.all.get(next)?;
        if !joined || next > at && (token.capital || tokens.all[next - 1].owns()) {
            break;
        }
        words.push(bare(tokens.word(next)));
        if BODIES.contains(&words) && !token.owns() {
            longest = Some(next + 1);
        }
    }
    longest
}

/// Where the country starts that owns the body at `at`.
fn owner_before(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let last = at.checked_sub(1)?;
    if tokens.gap(at) != Gap::Space || !tokens.same_sentence(last, at) {
        return None;
    }
    let token = tokens.all.get(last)?;
    let adjective = !token.owns() && country_of_demonym(tokens.word(last)).is_some();
    let acronym = !token.owns() && token.letters && country(tokens.word(last)).is_some();
    if adjective || acronym {
        return Some(last);
    }
    let named = |from: usize| {
        token.owns()
            && tokens.all.get(from).is_some_and(|first| first.capital)
            && country(tokens.phrase(from, last + 1)).is_some()
    };
    [last, last.saturating_sub(1)].into_iter().find(|&from| named(from))
}

/// Whether it is one body: it has a country, or `the` stands before it.
fn is_definite(tokens: &Tokens<'_>, from: usize, at: usize) -> bool {
    let article = from.checked_sub(1).map(|before| tokens.word(before));
    from < at && article != Some("a") && article != Some("an")
        || article.is_some_and(|word| matches!(word, "the" | "The"))
            && tokens.same_sentence(from - 1, from)
}
