//! Pronouns led back to people, where only one can be meant.

use super::{clusters::Cluster, tokens::Tokens};
use parallax_language::names::Gender;
use parallax_model::MentionForm;
use std::collections::BTreeSet;

/// How many sentences back a pronoun may point.
const REACH: usize = 2;

/// Most mentions weighed for one pronoun.
const MOST_NEAR: usize = 24;

/// A mention of a person.
#[derive(Clone, Copy)]
struct Seen {
    from: usize,
    sentence: usize,
    cluster: usize,
    opens: bool,
}

/// Adds pronouns to the mentions of the one person they can mean.
pub(super) fn add(tokens: &Tokens<'_>, clusters: &mut [Cluster]) {
    let mut seen = people(tokens, clusters);
    seen.sort_by_key(|one| (one.from, one.cluster));
    let quoted = inside_quotations(tokens);
    for at in 0..tokens.all.len() {
        let Some(gender) = gender_of(tokens.word(at)) else { continue };
        if quoted.contains(&at) {
            continue;
        }
        if let Some(cluster) = meant(tokens, clusters, &seen, at, gender) {
            clusters[cluster].gender.get_or_insert(gender);
            clusters[cluster].note(tokens, at, at + 1, MentionForm::Pronoun);
        }
    }
}

fn gender_of(word: &str) -> Option<Gender> {
    match word {
        "he" | "He" | "him" | "his" | "His" | "himself" => Some(Gender::Male),
        "she" | "She" | "her" | "Her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

fn people(tokens: &Tokens<'_>, clusters: &[Cluster]) -> Vec<Seen> {
    let mut seen = Vec::new();
    let told = |person: &Cluster| person.gender.is_some() || person.votes.person > 0;
    let people = clusters.iter().enumerate();
    for (cluster, person) in people.filter(|(_, person)| person.is_person() && told(person)) {
        for found in &person.mentions {
            let token = &tokens.all[found.from];
            let start = found
                .from
                .checked_sub(1)
                .is_none_or(|before| tokens.all[before].sentence != token.sentence);
            seen.push(Seen { from: found.from, sentence: token.sentence, cluster, opens: start });
        }
    }
    seen
}

/// Who the pronoun at `at` means: among those named last before it, the only one that fits.
fn meant(
    tokens: &Tokens<'_>,
    clusters: &[Cluster],
    seen: &[Seen],
    at: usize,
    gender: Gender,
) -> Option<usize> {
    let here = tokens.all[at].sentence;
    let before = seen.partition_point(|one| one.from < at);
    let mut sentence = None;
    let mut nearest: Vec<Seen> = Vec::new();
    for one in seen[..before].iter().rev() {
        let fits = clusters[one.cluster].gender.is_none_or(|known| known == gender);
        if one.sentence + REACH < here
            || nearest.len() == MOST_NEAR
            || sentence.is_some_and(|known| known != one.sentence)
        {
            break;
        }
        if fits && nearest.len() < MOST_NEAR {
            sentence = Some(one.sentence);
            nearest.push(*one);
        }
    }
    let sure: BTreeSet<usize> = nearest
        .iter()
        .map(|one| one.cluster)
        .filter(|&cluster| clusters[cluster].gender == Some(gender))
        .collect();
    let all: BTreeSet<usize> = nearest.iter().map(|one| one.cluster).collect();
    let pool = if sure.is_empty() { &all } else { &sure };
    if pool.len() == 1 {
        return pool.first().copied();
    }
    // `Orr met Vale. He said …`: the one the sentence before began with.
    let subject = nearest.iter().find(|one| one.opens && pool.contains(&one.cluster))?;
    (tokens.all[at].opens && subject.sentence < here).then_some(subject.cluster)
}

/// The words inside quotation marks, where a pronoun is the speaker’s.
fn inside_quotations(tokens: &Tokens<'_>) -> BTreeSet<usize> {
    let mut inside = BTreeSet::new();
    let mut open = false;
    for (at, token) in tokens.all.iter().enumerate() {
        if at.checked_sub(1).is_none_or(|before| tokens.all[before].line != token.line) {
            open = parallax_model::cut(tokens.text, 0..token.start).ends_with(['“', '"', '«', '„']);
        } else {
            for mark in tokens.between(at).chars() {
                match mark {
                    '“' | '«' | '„' => open = true,
                    '”' | '»' => open = false,
                    '"' => open = !open,
                    _ => {}
                }
            }
        }
        if open {
            inside.insert(at);
        }
    }
    inside
}
