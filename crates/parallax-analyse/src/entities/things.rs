//! Bodies meant by what they are: `the company`, `the union`.

use super::{
    clusters::Cluster,
    lists::{self, Noun},
    tokens::{Gap, Tokens},
};
use parallax_language::{Script, names::bare};
use parallax_model::{EntityKind, MentionForm};
use std::collections::BTreeSet;

/// How many sentences back a noun may point. Chosen on news in short paragraphs, where a body is
/// named again every few of them.
const REACH: usize = 8;

/// Most mentions weighed for one noun.
const MOST_NEAR: usize = 32;

/// Adds mentions by noun to the body that the article named last, if only one fits.
pub(super) fn add(tokens: &Tokens<'_>, clusters: &mut [Cluster]) {
    let taken: BTreeSet<usize> =
        clusters.iter().flat_map(|it| &it.mentions).flat_map(|it| it.from..it.to).collect();
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (at, body) in clusters.iter().enumerate() {
        if body.kind() == EntityKind::Organization {
            named.extend(body.mentions.iter().map(|found| (found.from, at)));
        }
    }
    named.sort_unstable();
    for head in 0..tokens.all.len() {
        if taken.contains(&head) || !is_noun(tokens, head) {
            continue;
        }
        let Some(start) = definite(tokens, head, &taken) else { continue };
        if let Some(cluster) = meant(tokens, clusters, &named, head) {
            clusters[cluster].note(tokens, start, head + 1, MentionForm::Descriptive);
        }
    }
}

/// A small noun for a body, with nothing behind it that says which one.
fn is_noun(tokens: &Tokens<'_>, head: usize) -> bool {
    let Some(token) = tokens.all.get(head) else { return false };
    let word = tokens.word(head);
    let small = !token.capital || token.opens && is_cyrillic(word);
    if !small || !is_firm_noun(word) && lists::noun(word) != Some(Noun::Organization) {
        return false;
    }
    let next = tokens.all.get(head + 1);
    let joined =
        tokens.gap(head + 1) == Gap::Space || tokens.between(head + 1).ends_with(['«', '“']);
    let named = joined && next.is_some_and(|next| next.capital);
    let said =
        matches!(tokens.word(head + 1), "of" | "for" | "по") && tokens.gap(head + 1) == Gap::Space;
    let compound = tokens.gap(head + 1) == Gap::Space
        && !token.owns()
        && (lists::noun(tokens.word(head + 1)).is_some()
            || lists::is("people-of", tokens.word(head + 1)));
    !named && !said && !compound
}

/// Where the description starts: `the` with at most one small word between, in Russian the noun itself.
fn definite(tokens: &Tokens<'_>, head: usize, taken: &BTreeSet<usize>) -> Option<usize> {
    let joined =
        |at: usize| at > 0 && tokens.gap(at) == Gap::Space && tokens.same_sentence(at - 1, at);
    if is_cyrillic(tokens.word(head)) {
        let described = joined(head)
            && (super::russian::is_adjective(tokens.word(head - 1)) || taken.contains(&(head - 1)));
        return (!described && is_firm_noun(tokens.word(head)) && !is_plural(tokens.word(head)))
            .then_some(head);
    }
    let the = |at: usize| matches!(tokens.word(at), "the" | "The");
    if !joined(head) {
        return None;
    }
    if the(head - 1) {
        return Some(head - 1);
    }
    let between = tokens.all.get(head - 1)?;
    let plain = !between.capital && !between.owns() && !taken.contains(&(head - 1));
    let told = plain
        && !tokens.is_stop(tokens.word(head - 1))
        && !lists::is("other-one", tokens.word(head - 1));
    (told && is_firm_noun(tokens.word(head)) && joined(head - 1) && the(head - 2)).then(|| head - 2)
}

/// The body named last before the noun, if it fits and no other in its sentence does.
fn meant(
    tokens: &Tokens<'_>,
    clusters: &[Cluster],
    named: &[(usize, usize)],
    head: usize,
) -> Option<usize> {
    let noun = bare(tokens.word(head));
    let here = tokens.all.get(head)?.sentence;
    let before = named.partition_point(|(at, _)| *at < head);
    let mut found: Option<(usize, usize)> = None;
    for &(at, cluster) in named[..before].iter().rev().take(MOST_NEAR) {
        let sentence = tokens.all.get(at)?.sentence;
        if sentence + REACH < here || found.is_some_and(|(_, known)| sentence < known) {
            break;
        }
        if !fits(tokens, &clusters[cluster], tokens.word(head), &noun) {
            continue;
        }
        match found {
            Some((other, _)) if other != cluster => return None,
            _ => found = Some((cluster, sentence)),
        }
    }
    found.map(|(cluster, _)| cluster)
}

/// Whether the noun can be said of the body.
fn fits(tokens: &Tokens<'_>, body: &Cluster, word: &str, noun: &str) -> bool {
    if tokens.is_outlet(&body.printed) {
        return false;
    }
    let has_noun = body.words.iter().any(|part| part == noun);
    let last = body.words.last().map_or("", String::as_str);
    let sort = body.words.iter().any(|part| lists::noun(part) == Some(Noun::Organization));
    let firm = !crate::citations::is_medium(&body.printed)
        && (lists::is("company", last) || !sort && !lists::is_state_body(&body.printed));
    let club = lists::is("club-word", last);
    if lists::is("club-noun", word) {
        return has_noun || club;
    }
    has_noun || is_firm_noun(word) && firm && !club
}

fn is_firm_noun(word: &str) -> bool {
    lists::is_any(&["firm", "club-noun"], word)
}

/// Plural forms of the Russian nouns that are the same stem.
fn is_plural(word: &str) -> bool {
    ["ии", "ы", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ий"]
        .iter()
        .any(|end| word.ends_with(end))
}

fn is_cyrillic(word: &str) -> bool {
    Script::dominant(word) == Some(Script::Cyrillic)
}
