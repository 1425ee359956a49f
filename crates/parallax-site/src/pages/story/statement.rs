//! A statement in the account: an outlet's words, who carries them, who does not.

use super::{
    Scene,
    chips::{self, Chip, Claims},
    names::{More, Names},
};
use crate::{Address, Only, Reach, Tab, Words, foreign::Shown};
use askama::{Template, filters::HtmlSafe};
use parallax_model::ClaimStatus;
use parallax_publish::telling::{Claimed, Place};

/// Other wordings that are shown; all of them are in the comparison.
const OTHERS: usize = 8;

/// A statement.
#[derive(Template)]
#[template(path = "part/statement.html")]
pub(super) struct Statement<'a> {
    words: &'static Words,
    id: String,
    shown: Shown<'a>,
    class: &'static str,
    badge: String,
    chips: Vec<Chip<'a>>,
    more_chips: Option<More>,
    others: Vec<Shown<'a>>,
    more_others: Option<More>,
    according_to: Option<&'a str>,
    not_in: Names<'a>,
    too_early: Names<'a>,
    why: Option<String>,
}

// What it prints is escaped by its own template.
impl HtmlSafe for Statement<'_> {}

impl<'a> Statement<'a> {
    pub(super) fn of(scene: &Scene<'a>, claims: &Claims<'a>, claimed: &'a Claimed) -> Option<Self> {
        let frame = scene.frame;
        let (at, claim) = claims.find(claimed.claim)?;
        let differs = scene.told.comparison.differences.iter().any(|each| each.claim == Some(at));
        let (class, badge) = match claim.status {
            _ if differs => ("differs", frame.say("badge-differs").to_owned()),
            ClaimStatus::Single => ("alone", frame.say("badge-alone").to_owned()),
            _ => ("agreed", frame.count("count-origins", claim.origins)),
        };
        let why = Some(claim.id.to_string());
        let reach = Reach { as_of: scene.as_of.clone(), why, ..Reach::default() };
        let several = claim.statements.len() > 1 && !frame.fixed;
        let row = || {
            let reach = Reach { as_of: scene.as_of.clone(), ..Reach::with(claim.id) };
            Tab::Compare(match claim.status {
                ClaimStatus::Single if !differs => Reach { only: Only::Everything, ..reach },
                _ => reach,
            })
        };
        let names =
            |all: &'a [String]| Names::of(scene, all.iter().map(String::as_str).collect(), row);
        let mut others: Vec<Place> = claimed.others.clone();
        let more_others = More::than(scene, &mut others, OTHERS, row);
        let others = others.into_iter().filter_map(|place| chips::shown(scene, place, &[]));
        let (chips, more_chips) = chips::of(scene, claims, claim, row);
        Some(Self {
            words: frame.words,
            id: claim.id.to_string(),
            shown: chips::shown(scene, claimed.words, &[])?,
            class,
            badge,
            chips,
            more_chips,
            others: others.filter(|shown| shown.words.is_some()).collect(),
            more_others,
            according_to: claimed.according_to.as_deref(),
            not_in: names(&claimed.not_in),
            too_early: names(&claimed.too_early),
            why: several
                .then(|| frame.to(&Address::Story(scene.id.to_owned(), Tab::Compare(reach)))),
        })
    }
}
