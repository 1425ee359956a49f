//! How likely two bundles tell of one event.

use crate::{bundle::Bundle, traits::Traits};

/// Days that two tellings of one event may lie apart without any doubt.
const SAME_DAYS: f32 = 1.5;

/// What every further day takes off, in logits: a follow-up a week later still
/// belongs, the same quarrel next season does not.
const A_DAY: f32 = 0.2;

/// Judges bundles of one run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judge {
    articles: f32,
}

/// A probability in millionths: what is compared and sorted is whole.
pub(crate) type Chance = u32;

/// A chance of one half.
pub(crate) const EVEN: Chance = 500_000;

impl Judge {
    /// A judge for a run of so many articles.
    pub(crate) fn for_run(articles: f32) -> Self {
        Self { articles }
    }

    /// What the two have in common.
    pub(crate) fn traits(self, one: &Bundle, other: &Bundle) -> Traits {
        Traits::of(one, other, self.articles)
    }

    /// How likely the two are one event.
    pub(crate) fn chance(self, one: &Bundle, other: &Bundle) -> Chance {
        let traits = self.traits(one, other);
        let score = plain(&traits) - distance(one, other);
        millionths(1.0 / (1.0 + (-score).exp()))
    }
}

/// A bar on bare likeness.
fn plain(traits: &Traits) -> f32 {
    let t = &traits.0;
    let alike = if t[13] > 0.0 {
        let mut alike = t[0].max(0.0).powf(0.3) * t[1].max(0.0).powf(0.7);
        if t[19] >= 3.9_f32.ln() && t[2] < 0.6 && t[16] > 41.0_f32.ln() {
            alike = 0.0;
        }
        if t[16] >= 21.0_f32.ln() {
            alike *= ((t[3].exp() - 1.0) / 10.0).sqrt().min(1.0);
        }
        alike
    } else {
        let breadth = t[9].exp() - 1.0;
        0.85 * t[6].max(0.0).powf(0.3) * t[7].max(0.0).powf(0.7) * (breadth / 3.0).min(1.0)
    };
    let bar = 0.16 + 0.11 * t[21] + 0.06 * t[15];
    (alike - bar) * 25.0
}

/// What the days between the two take off.
fn distance(one: &Bundle, other: &Bundle) -> f32 {
    let gap = one.days_apart(other).unwrap_or(0.0);
    (gap - SAME_DAYS).max(0.0) * A_DAY
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn millionths(chance: f32) -> Chance {
    (chance.clamp(0.0, 1.0) * 1e6) as Chance
}
