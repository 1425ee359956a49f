//! Who does not carry a claim, and how that silence is to be read.
//!
//! An outlet whose article came out before a thing was known has not left it out.

use crate::{apart::Apart, near::Near, scene::Scene};
use jiff::Timestamp;
use parallax_model::{Absence, Absent};
use std::collections::{BTreeMap, BTreeSet};

/// Origins of a story up to which it is said who does not carry a claim.
///
/// Above it the list of the silent is longer than anyone reads, and grows with the square of the story.
const MOST_ORIGINS: usize = 40;

/// What is known of all claims together.
pub(crate) struct Silence<'a> {
    apart: &'a Apart,
    near: Near,
    /// The claims each line is in.
    claims_of: BTreeMap<usize, Vec<usize>>,
    /// The accounts of each claim's lines.
    accounts_of: Vec<BTreeSet<usize>>,
}

impl<'a> Silence<'a> {
    pub(crate) fn of(scene: &Scene<'_>, drafts: &[Vec<usize>], apart: &'a Apart) -> Self {
        let mut claims_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (claim, draft) in drafts.iter().enumerate() {
            for &line in draft {
                claims_of.entry(line).or_default().push(claim);
            }
        }
        let accounts =
            |draft: &Vec<usize>| draft.iter().map(|&at| scene.lines[at].account).collect();
        let named = (2..=MOST_ORIGINS).contains(&scene.story.origins.len());
        Self {
            apart,
            near: if named { Near::of(scene) } else { Near::default() },
            claims_of,
            accounts_of: drafts.iter().map(accounts).collect(),
        }
    }

    /// The origins that do not carry the claim of `draft`, in the story's order; `None` where they are too many to
    /// name.
    pub(crate) fn of_claim(&self, scene: &Scene<'_>, draft: &[usize]) -> Option<Vec<Absent>> {
        let origins = scene.story.origins.len();
        if origins > MOST_ORIGINS {
            return None;
        }
        let told: BTreeSet<usize> = draft.iter().map(|&line| scene.lines[line].account).collect();
        let origin = |at: usize| scene.accounts[at].origin;
        let carriers: BTreeSet<usize> = told.iter().map(|&at| origin(at)).collect();
        let near: BTreeSet<usize> = self.near_accounts(scene, draft).map(origin).collect();
        let published = Published::of(scene, &told);
        let compared = draft.iter().any(|&line| !self.apart.holds(scene, line));
        let silent = (0..origins).filter(|origin| !carriers.contains(origin));
        let absent = silent.map(|origin| {
            let own: Vec<usize> = accounts(scene, origin).collect();
            let why = if !compared || own.iter().all(|&at| self.apart.holds_account(at)) {
                Absence::NotCompared
            } else if near.contains(&origin) {
                Absence::PerhapsTold
            } else {
                published.against(own.iter().map(|&at| moments(scene, at)))
            };
            Absent { origin, why }
        });
        Some(absent.collect())
    }

    /// Accounts with a line that is near one of the claim's, or that tells another thing a line of the claim tells
    /// too.
    fn near_accounts<'b>(
        &'b self,
        scene: &'b Scene<'_>,
        draft: &'b [usize],
    ) -> impl Iterator<Item = usize> + 'b {
        let near = draft.iter().flat_map(|&line| self.near.to(line));
        let claims = draft.iter().filter_map(|line| self.claims_of.get(line)).flatten();
        near.map(|line| scene.lines[line].account)
            .chain(claims.filter_map(|&claim| self.accounts_of.get(claim)).flatten().copied())
    }
}

/// The accounts of an origin, copies of others' texts left out.
fn accounts<'a>(scene: &'a Scene<'_>, origin: usize) -> impl Iterator<Item = usize> + 'a {
    let all = scene.accounts.iter().enumerate();
    all.filter(move |(_, account)| account.origin == origin && account.copy_of.is_none())
        .map(|(at, _)| at)
}

/// The first and last moment at which an account can have come out.
type Moments = (Timestamp, Timestamp);

fn moments(scene: &Scene<'_>, account: usize) -> Option<Moments> {
    let article = scene.accounts[account].article;
    Some(article.published.as_ref()?.moments(article.outlet.offset))
}

/// When a claim was first published, as far as that is known.
#[derive(Debug)]
struct Published {
    /// The moment before which it was not; `None` where an account that tells it has no time.
    not_before: Option<Timestamp>,
    /// The moment by which it was.
    by: Option<Timestamp>,
}

impl Published {
    fn of(scene: &Scene<'_>, told: &BTreeSet<usize>) -> Self {
        let times: Vec<Option<Moments>> = told.iter().map(|&at| moments(scene, at)).collect();
        let known = times.iter().flatten();
        Self {
            not_before: if times.contains(&None) {
                None
            } else {
                known.clone().map(|times| times.0).min()
            },
            by: known.map(|times| times.1).min(),
        }
    }

    /// How the silence of one who came out at `times` is to be read.
    fn against(&self, times: impl Iterator<Item = Option<Moments>>) -> Absence {
        let (mut later, mut unclear) = (false, false);
        for time in times {
            let known = time.zip(self.by);
            later |= known.is_some_and(|((start, _), by)| start > by);
            let before = time.zip(self.not_before).is_some_and(|((_, end), from)| end < from);
            unclear |= !before;
        }
        match (later, unclear) {
            (true, _) => Absence::NotTold,
            (false, true) => Absence::TimesUnclear,
            (false, false) => Absence::NotKnownYet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(told: (i64, i64), silent: &[Option<(i64, i64)>], expected: Absence) {
        let at = |second| Timestamp::from_second(second).expect("a moment of this age");
        let published = Published { not_before: Some(at(told.0)), by: Some(at(told.1)) };
        let times = silent.iter().map(|time| time.map(|(start, end)| (at(start), at(end))));
        assert_eq!(published.against(times), expected);
    }

    #[test]
    fn who_came_out_before_could_not_know() {
        check((100, 159), &[Some((10, 20))], Absence::NotKnownYet);
    }

    #[test]
    fn who_came_out_after_did_not_tell() {
        check((100, 159), &[Some((10, 20)), Some((200, 259))], Absence::NotTold);
    }

    #[test]
    fn a_day_without_an_hour_does_not_accuse() {
        check((100, 159), &[Some((0, 86_399))], Absence::TimesUnclear);
        check((100, 159), &[Some((10, 20)), None], Absence::TimesUnclear);
    }
}
