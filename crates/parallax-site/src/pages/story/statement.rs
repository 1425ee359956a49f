//! A statement in the account: an outlet's words, who carries them, who does not.

use super::{
    Scene,
    chips::{self, Chip, Claims},
};
use crate::{Address, Reach, Tab, Words, foreign::Shown};
use askama::{Template, filters::HtmlSafe};
use parallax_model::ClaimStatus;
use parallax_publish::telling::Claimed;

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
    others: Vec<Shown<'a>>,
    according_to: Option<&'a str>,
    not_in: &'a [String],
    too_early: &'a [String],
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
        let others = claimed.others.iter().filter_map(|place| chips::shown(scene, *place, &[]));
        Some(Self {
            words: frame.words,
            id: claim.id.to_string(),
            shown: chips::shown(scene, claimed.words, &[])?,
            class,
            badge,
            chips: chips::of(scene, claim),
            others: others.filter(|shown| shown.words.is_some()).collect(),
            according_to: claimed.according_to.as_deref(),
            not_in: &claimed.not_in,
            too_early: &claimed.too_early,
            why: several
                .then(|| frame.to(&Address::Story(scene.id.to_owned(), Tab::Compare(reach)))),
        })
    }
}
