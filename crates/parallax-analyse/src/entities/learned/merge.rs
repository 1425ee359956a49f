//! What the rules found and what the model sees, as one list.

use super::{
    super::{
        candidates::{Candidate, Told},
        evidence,
        tokens::{Gap, Token, Tokens},
        usage::Usage,
    },
    Learned, Trained,
};
use parallax_language::names::is_place;

/// Votes by which the words of a name alone make it a body's: the rules then know how far it goes.
const SETTLED: u32 = 4;

/// Candidates with the model's word on them, and the names that only the model sees.
///
/// Where both mark a name it goes as far as the model says, unless the rules lead and see several
/// names or a known sort of body in it, or the model runs over a comma, an owner or a title.
pub(super) fn merged(
    tokens: &Tokens<'_>,
    usage: &Usage,
    mut candidates: Vec<Candidate>,
    learned: &[Learned],
    trained: &Trained,
) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| (candidate.from, candidate.to));
    // What the rules are told by a noun beside the name stays.
    let settled = |one: &Candidate| matches!(one.told, Told::Seen(..));
    let unseen = |one: &Candidate| {
        if settled(one) { *one } else { Candidate { told: Told::Unseen(trained.unseen), ..*one } }
    };
    let mut all = Vec::with_capacity(candidates.len() + learned.len());
    let mut rest = candidates.as_slice();
    let mut taken = 0;
    for name in learned {
        let before = rest.iter().take_while(|candidate| candidate.to <= name.from).count();
        let (apart, others) = rest.split_at(before);
        let over = others.iter().take_while(|candidate| candidate.from < name.to).count();
        let (over, others) = others.split_at(over);
        all.extend(apart.iter().map(unseen));
        let body = over.iter().any(|one| evidence::of_words(tokens, one).organization >= SETTLED);
        let fits = trained.leads || over.len() < 2 && !body && is_whole(tokens, name);
        let told = Told::Seen(name.kind, trained.seen);
        if name.from < taken
            || over.is_empty() && !fits
            || !trained.leads && over.iter().any(settled)
        {
            all.extend(over.iter().map(unseen));
        } else if !fits || swallows_title(name, over) {
            all.extend(over.iter().map(|one| Candidate { told, unsure: false, ..*one }));
        } else {
            all.push(seen(tokens, usage, name, over, told));
            all.extend(over.iter().flat_map(|one| places_beside(tokens, usage, name, one)));
        }
        taken = over.last().map_or(name.to, |one| one.to.max(name.to)).max(taken);
        rest = others;
    }
    all.extend(rest.iter().map(unseen));
    all.sort_by_key(|candidate| (candidate.from, candidate.to));
    all
}

/// Whether nothing inside a name parts it: no comma or bracket, no owner.
fn is_whole(tokens: &Tokens<'_>, name: &Learned) -> bool {
    (name.from + 1..name.to).all(|at| {
        let owner = tokens.all.get(at - 1).is_some_and(Token::owns);
        !owner && tokens.gap(at) != Gap::Break
    })
}

/// Whether a name begins with what the rules know for the title of its rest.
fn swallows_title(name: &Learned, candidates: &[Candidate]) -> bool {
    candidates.iter().any(|one| name.from < one.from && one.title <= name.from)
}

/// Known places that the rules had in one name with what the model sees alone.
fn places_beside<'a>(
    tokens: &'a Tokens<'_>,
    usage: &'a Usage,
    name: &Learned,
    candidate: &Candidate,
) -> impl Iterator<Item = Candidate> + 'a {
    let sides = [(candidate.from, name.from), (name.to, candidate.to)];
    sides.into_iter().filter(|(from, to)| from < to && is_place(tokens.phrase(*from, *to))).map(
        |(from, to)| Candidate {
            from,
            to,
            title: from,
            unsure: false,
            common: (from..to).any(|at| usage.is_small(tokens.word(at))),
            closed: to,
            told: Told::Nothing,
        },
    )
}

/// A name as far as the model sees it, with the title before it and the small noun behind it, which
/// the rules know.
fn seen(
    tokens: &Tokens<'_>,
    usage: &Usage,
    name: &Learned,
    candidates: &[Candidate],
    told: Told,
) -> Candidate {
    let same_start = candidates.iter().find(|one| one.from == name.from);
    let same_end = candidates.iter().find(|one| one.to == name.to);
    Candidate {
        from: name.from,
        to: name.to,
        title: same_start.map_or(name.from, |one| one.title),
        unsure: false,
        common: (name.from..name.to).any(|at| usage.is_small(tokens.word(at))),
        closed: same_end.map_or(name.to, |one| one.closed),
        told,
    }
}
