//! Functions the network needs that are not exact in every library, the same bits everywhere: sums, the hyperbolic tangent; and the largest.

/// Sums that run side by side; their order is part of the result.
const LANES: usize = 16;

/// The sum of what `of` makes of each number.
#[inline(always)]
pub(crate) fn sum(numbers: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let (whole, rest) = numbers.as_chunks::<LANES>();
    for chunk in whole {
        for (lane, number) in lanes.iter_mut().zip(chunk) {
            *lane += of(*number);
        }
    }
    for (lane, number) in lanes.iter_mut().zip(rest) {
        *lane += of(*number);
    }
    let mut width = LANES / 2;
    while width > 0 {
        let (left, right) = lanes.split_at_mut(width);
        for (a, b) in left.iter_mut().zip(right) {
            *a += *b;
        }
        width /= 2;
    }
    lanes[0]
}

/// How far the number is from zero that is furthest; those that are none count for infinity or more.
#[inline(always)]
pub(crate) fn largest(numbers: &[f32]) -> f32 {
    /// All but the sign; without it the order of numbers is that of their bits.
    const SIZE: i32 = i32::MAX;
    let sizes = numbers.iter().map(|number| number.to_bits().cast_signed() & SIZE);
    f32::from_bits(sizes.fold(0, i32::max).cast_unsigned())
}

/// The hyperbolic tangent, from the four operations alone.
pub(crate) fn tanh(x: f32) -> f32 {
    let x = f64::from(x);
    let size = x.abs().min(20.0);
    let e = exp(2.0 * size);
    let value = if size < 1e-4 { size } else { (e - 1.0) / (e + 1.0) };
    #[expect(clippy::cast_possible_truncation, reason = "the result is in single precision")]
    let value = value.copysign(x) as f32;
    value
}

/// The exponential function for 0 ≤ x ≤ 40: the series near zero, then doubled.
fn exp(x: f64) -> f64 {
    const HALVINGS: u32 = 10;
    /// Terms of the series: with x below 0.04, the last is below 1e-18.
    const TERMS: usize = 9;
    /// What each term is of the one before it, for one: a division takes as long as the rest.
    const SHARES: [f64; TERMS] = {
        let mut shares = [1.0; TERMS];
        let mut term = 0;
        while term < TERMS {
            shares[term] = 1.0 / (term + 1) as f64;
            term += 1;
        }
        shares
    };
    let small = x / f64::from(1_u32 << HALVINGS);
    let mut sum = 1.0;
    for share in SHARES.iter().rev() {
        sum = 1.0 + sum * (small * share);
    }
    for _ in 0..HALVINGS {
        sum *= sum;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{sum, tanh};

    #[test]
    fn the_tangent_is_near_the_library_s() {
        for step in -4000_i16..4000 {
            let x = f32::from(step) / 400.0;
            assert!((tanh(x) - x.tanh()).abs() <= 2e-7, "{x}");
        }
        assert!((tanh(f32::INFINITY) - 1.0).abs() < 1e-7);
        assert!((tanh(f32::MIN) + 1.0).abs() < 1e-7);
    }

    #[test]
    fn sums_take_every_number() {
        let numbers: Vec<f32> = (1_u8..=37).map(f32::from).collect();
        assert!((sum(&numbers, |x| x) - 703.0).abs() < 1e-3);
    }
}
