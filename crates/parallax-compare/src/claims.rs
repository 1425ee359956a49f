//! A claim as it is published: its statements, who says so, how many origins carry it, who had it first.

use crate::{absent::Silence, kind, scene::Scene, verbatim, voice};
use parallax_model::{Claim, ClaimStatus, DigestBuilder, First, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// Orders drafts of claims: most widely carried first, then as they stand in the articles.
pub(crate) fn order(scene: &Scene<'_>, drafts: &mut [Vec<usize>]) {
    for draft in drafts.iter_mut() {
        draft.sort_unstable();
    }
    drafts.sort_by_cached_key(|draft| {
        let articles: BTreeSet<usize> =
            draft.iter().map(|&line| scene.lines[line].account).collect();
        let reverse = std::cmp::Reverse;
        (reverse(origins(scene, draft)), reverse(articles.len()), draft.clone())
    });
}

/// Builds the claim of `draft`; `differs` says whether a difference refers to it.
pub(crate) fn build(
    scene: &Scene<'_>,
    draft: &[usize],
    centrality: &BTreeMap<usize, u32>,
    main_day: Option<&str>,
    differs: bool,
    silence: &Silence<'_>,
) -> Claim {
    let verbatim = verbatim::of(scene, draft);
    let statements: Vec<Statement> = draft
        .iter()
        .map(|&line| Statement { verbatim: verbatim.get(&line).copied(), ..statement(scene, line) })
        .collect();
    let central = (0..draft.len())
        .max_by_key(|&at| {
            let account = scene.account(draft[at]);
            let (own, usual) = (account.copy_of.is_none(), account.language == scene.language);
            (own, usual, centrality.get(&draft[at]), std::cmp::Reverse(at))
        })
        .unwrap_or(0);
    let mut attributed_to: Vec<String> = Vec::new();
    for name in statements.iter().filter_map(|statement| statement.attributed_to.as_ref()) {
        if !attributed_to.contains(name) {
            attributed_to.push(name.clone());
        }
    }
    let origins = origins(scene, draft);
    let status = match (differs, origins) {
        (true, _) => ClaimStatus::Differs,
        (false, 0 | 1) => ClaimStatus::Single,
        (false, _) => ClaimStatus::Agreed,
    };
    let mut name = DigestBuilder::new("claim").field(scene.story.id.as_bytes());
    for &line in draft {
        let span = scene.lines[line].span;
        let place = format!("{} {}", span.start(), span.end());
        name = name.field(scene.account(line).article.id.as_bytes()).field(place.as_bytes());
    }
    Claim {
        id: name.finish().into(),
        central,
        status,
        kind: kind::of(scene, draft, main_day),
        attributed_to,
        first: first(scene, draft),
        absent: silence.of_claim(scene, draft),
        statements,
        origins,
    }
}

fn statement(scene: &Scene<'_>, line: usize) -> Statement {
    let (voice, attributed_to) = voice::of(scene, line);
    Statement {
        article: scene.account(line).index,
        span: scene.lines[line].span,
        voice,
        attributed_to,
        verbatim: None,
    }
}

/// How many independent origins carry the lines; one credited to another origin's outlet adds none.
pub(crate) fn origins(scene: &Scene<'_>, draft: &[usize]) -> usize {
    let own: BTreeSet<usize> = draft
        .iter()
        .filter(|&&line| !is_borrowed(scene, line))
        .map(|&line| scene.account(line).origin)
        .collect();
    own.len().max(1)
}

/// Whether a line credits an outlet of another origin of the story.
fn is_borrowed(scene: &Scene<'_>, line: usize) -> bool {
    let account = scene.account(line);
    let mut cited =
        scene.lines[line].citations.iter().filter_map(|&at| account.notes.citations.get(at));
    cited.any(|citation| {
        scene.story.origins.iter().enumerate().any(|(at, origin)| {
            at != account.origin
                && std::iter::once(&origin.name)
                    .chain(&origin.outlets)
                    .any(|name| voice::same_outlet(name, &citation.source_name))
        })
    })
}

/// Who had it first; `None` where the times cannot tell two origins apart.
fn first(scene: &Scene<'_>, draft: &[usize]) -> Option<First> {
    let accounts: BTreeSet<usize> = draft.iter().map(|&line| scene.lines[line].account).collect();
    let mut times = Vec::new();
    let mut untimed: BTreeSet<usize> = BTreeSet::new();
    for account in accounts.into_iter().map(|at| &scene.accounts[at]) {
        match &account.article.published {
            Some(stamp) => {
                times.push((stamp.moments(account.article.outlet.offset), account, stamp));
            }
            None => drop(untimed.insert(account.origin)),
        }
    }
    times.sort_by_key(|(moments, account, _)| (*moments, account.index));
    let ((_, latest), account, stamp) = times.first()?;
    let rival = |origin: usize| origin != account.origin;
    let unsure = times.iter().any(|((start, _), other, _)| rival(other.origin) && start <= latest);
    if unsure || untimed.into_iter().any(rival) {
        return None;
    }
    Some(First { article: account.index, published: (*stamp).clone() })
}
