//! The two functions the network needs that are not exact in every library: sums and the hyperbolic tangent, the same bits everywhere.

/// Sums that run side by side; their order is part of the result.
const LANES: usize = 16;

/// The sum of what `of` makes of each number.
#[inline]
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
    const TERMS: u32 = 9;
    let small = x / f64::from(1_u32 << HALVINGS);
    let mut sum = 1.0;
    for term in (1..=TERMS).rev() {
        sum = 1.0 + sum * small / f64::from(term);
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
