//! Rows of convolutions, each written in one pass.

use crate::product::Work;

/// A row of a convolution: what is added before it is cut below zero, what went into it and is added then, and where it is put.
pub(super) struct Row<'a> {
    pub(super) bias: &'a [f32],
    pub(super) entered: &'a [f32],
    pub(super) out: &'a mut [f32],
}

/// Writes a row of a first convolution: its parts are added up in their order.
pub(super) struct FirstRow<'a, const PARTS: usize> {
    pub(super) parts: [&'a [f32]; PARTS],
    pub(super) row: Row<'a>,
}

/// Finishes a row of a second one, whose parts were added up.
pub(super) struct SecondRow<'a>(pub(super) Row<'a>);

impl<const PARTS: usize> Work for FirstRow<'_, PARTS> {
    type Made = ();

    #[inline(always)]
    fn done(self) {
        let Row { bias, entered, out } = self.row;
        let width = out.len();
        let (bias, entered) = (&bias[..width], &entered[..width]);
        let parts = self.parts.map(|part| &part[..width]);
        for (at, out) in out.iter_mut().enumerate() {
            let mut sum = 0.0;
            for part in &parts {
                sum += part[at];
            }
            *out = positive(sum + bias[at]) + entered[at];
        }
    }
}

impl Work for SecondRow<'_> {
    type Made = ();

    #[inline(always)]
    fn done(self) {
        let Row { bias, entered, out } = self.0;
        for (out, (bias, entered)) in out.iter_mut().zip(bias.iter().zip(entered)) {
            *out = positive(*out + bias) + entered;
        }
    }
}

/// Cuts numbers below zero.
#[inline]
pub(super) fn cut_below_zero(numbers: &mut [f32]) {
    for number in numbers {
        *number = positive(*number);
    }
}

/// The number, or zero where it is below.
#[inline]
fn positive(number: f32) -> f32 {
    // Not `max`: which of two zeros it takes is not said.
    if number > 0.0 { number } else { 0.0 }
}
