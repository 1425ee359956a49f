//! Who does not carry a claim: told apart by whether they could have.

use parallax_model::{Absence, Claim, ToldStory};

/// The origins that do not carry a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Silence<'a> {
    /// They came out after it had been published, and do not tell it.
    pub(crate) not_in: Vec<&'a str>,
    /// They came out before it was.
    pub(crate) too_early: Vec<&'a str>,
}

impl<'a> Silence<'a> {
    pub(super) fn of(told: &'a ToldStory, claim: &Claim) -> Self {
        let mut silence = Self::default();
        for absent in claim.absent.iter().flatten() {
            let Some(origin) = told.story.origins.get(absent.origin) else { continue };
            match absent.why {
                Absence::NotTold => silence.not_in.push(&origin.name),
                Absence::NotKnownYet => silence.too_early.push(&origin.name),
                // Nothing is said of a silence that cannot be read.
                Absence::PerhapsTold | Absence::TimesUnclear | Absence::NotCompared => {}
            }
        }
        silence
    }

    /// Keeps the silences of two claims that are shown as one.
    pub(super) fn absorb(&mut self, other: &Self) {
        self.not_in.retain(|name| other.not_in.contains(name));
        self.too_early.retain(|name| other.too_early.contains(name));
    }
}
