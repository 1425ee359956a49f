//! The inner loop of a product, once for each kind of processor.
//!
//! The one place of the encoder with `unsafe`: the vector instructions take pointers, and may only be run where the processor has
//! them. What makes it sound: a [`Kernel`] that needs instructions is only made after asking the processor, and [`Kernel::add`]
//! checks that every place it will read or write lies in its slices.
#![allow(unsafe_code, reason = "vector instructions: f32 at a tenth of the speed otherwise")]

use super::{Line, PANEL, Rows};

/// How the inner loop runs here. Which one it is changes the speed, never a bit of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kernel(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Portable,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "aarch64")]
    Neon,
}

impl Kernel {
    /// All that can run here, the fastest last.
    pub(crate) fn all() -> Vec<Self> {
        let mut kinds = vec![Kind::Portable];
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
                kinds.push(Kind::Avx2);
            }
            if is_x86_feature_detected!("avx512f") {
                kinds.push(Kind::Avx512);
            }
        }
        #[cfg(target_arch = "aarch64")]
        if std::arch::is_aarch64_feature_detected!("neon") {
            kinds.push(Kind::Neon);
        }
        kinds.into_iter().map(Self).collect()
    }

    /// The fastest.
    pub(crate) fn fastest() -> Self {
        Self::all().pop().unwrap_or(Self(Kind::Portable))
    }

    /// Adds to [`PANEL`] columns of `sums` the product of `left` and one panel, two lines for each step.
    pub(crate) fn add(self, left: Rows<'_>, panel: &[Line], sums: &mut [f32], stride: usize) {
        let steps = panel.len() / 2;
        let Some(last) = left.count.checked_sub(1) else { return };
        assert!(
            last * left.stride + steps <= left.numbers.len() && last * stride + PANEL <= sums.len(),
            "a block of a product lies in its matrices"
        );
        match self.0 {
            Kind::Portable => portable(left, panel, sums, stride),
            // SAFETY: this kind was made after the processor said that it has the instructions, and the places were checked above.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => unsafe { avx2::rows(left, panel, sums, stride) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => unsafe { avx512::rows(left, panel, sums, stride) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Kind::Neon => unsafe { neon::rows(left, panel, sums, stride) },
        }
    }
}

/// In plain words; where the processor has no fused multiply-add, it is computed, slowly.
fn portable(left: Rows<'_>, panel: &[Line], sums: &mut [f32], stride: usize) {
    for row in 0..left.count {
        let numbers = &left.numbers[row * left.stride..];
        let sums = &mut sums[row * stride..row * stride + PANEL];
        for (number, lines) in numbers.iter().zip(panel.as_chunks::<2>().0) {
            for (sum, weight) in sums.iter_mut().zip(lines.iter().flat_map(|line| &line.0)) {
                *sum = number.mul_add(*weight, *sum);
            }
        }
    }
}

/// The inner loop with vectors: a tile of `TALL` rows and `WIDE` vectors stays in registers while all steps go by.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
macro_rules! kernel {
    ($name:ident, $features:literal, $arch:ident, $lanes:literal, $tall:literal, $wide:literal,
     $load:ident, $store:ident, $spread:ident, $fused:expr) => {
        mod $name {
            use super::super::{Line, PANEL, Rows};
            use std::arch::$arch::{$load, $spread, $store};

            /// # Safety
            ///
            /// The processor has the instructions; each row of `left` has a number, and each row of `sums` a panel's width, for all steps.
            #[target_feature(enable = $features)]
            pub(super) unsafe fn rows(
                left: Rows<'_>,
                panel: &[Line],
                sums: &mut [f32],
                stride: usize,
            ) {
                let steps = panel.len() / 2;
                for first in (0..PANEL).step_by($wide * $lanes) {
                    let mut row = 0;
                    while row < left.count {
                        // SAFETY: rows up to `left.count` lie in the slices, by this function's own promise.
                        row += unsafe {
                            let numbers = left.numbers.as_ptr().add(row * left.stride);
                            let panel = panel.as_ptr().cast::<f32>().add(first);
                            let sums = sums.as_mut_ptr().add(row * stride + first);
                            match left.count - row {
                                $tall.. => {
                                    tile::<$tall>(numbers, left.stride, panel, steps, sums, stride)
                                }
                                // A tile of fewer rows takes as long as one of 4: its sums wait for each other.
                                4.. => tile::<4>(numbers, left.stride, panel, steps, sums, stride),
                                3 => tile::<3>(numbers, left.stride, panel, steps, sums, stride),
                                2 => tile::<2>(numbers, left.stride, panel, steps, sums, stride),
                                _ => tile::<1>(numbers, left.stride, panel, steps, sums, stride),
                            }
                        };
                    }
                }
            }

            /// # Safety
            ///
            /// As `rows`, for `TALL` rows.
            #[inline]
            #[target_feature(enable = $features)]
            unsafe fn tile<const TALL: usize>(
                numbers: *const f32,
                number_stride: usize,
                panel: *const f32,
                steps: usize,
                sums: *mut f32,
                stride: usize,
            ) -> usize {
                // SAFETY: every place lies in the slices, by this function's own promise.
                unsafe {
                    let mut tile = [[$spread(0.0); $wide]; TALL];
                    for (row, tile) in tile.iter_mut().enumerate() {
                        for (at, vector) in tile.iter_mut().enumerate() {
                            *vector = $load(sums.add(row * stride + at * $lanes));
                        }
                    }
                    for step in 0..steps {
                        let mut weights = [$spread(0.0); $wide];
                        for (at, weights) in weights.iter_mut().enumerate() {
                            *weights = $load(panel.add(step * PANEL + at * $lanes));
                        }
                        for (row, tile) in tile.iter_mut().enumerate() {
                            let number = $spread(*numbers.add(row * number_stride + step));
                            for (vector, weights) in tile.iter_mut().zip(weights) {
                                *vector = $fused(number, weights, *vector);
                            }
                        }
                    }
                    for (row, tile) in tile.iter().enumerate() {
                        for (at, vector) in tile.iter().enumerate() {
                            $store(sums.add(row * stride + at * $lanes), *vector);
                        }
                    }
                }
                TALL
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
kernel!(
    avx512,
    "avx512f",
    x86_64,
    16,
    12,
    2,
    _mm512_loadu_ps,
    _mm512_storeu_ps,
    _mm512_set1_ps,
    std::arch::x86_64::_mm512_fmadd_ps
);
#[cfg(target_arch = "x86_64")]
kernel!(
    avx2,
    "avx2,fma",
    x86_64,
    8,
    6,
    2,
    _mm256_loadu_ps,
    _mm256_storeu_ps,
    _mm256_set1_ps,
    std::arch::x86_64::_mm256_fmadd_ps
);
#[cfg(target_arch = "aarch64")]
kernel!(
    neon,
    "neon",
    aarch64,
    4,
    6,
    4,
    vld1q_f32,
    vst1q_f32,
    vdupq_n_f32,
    |number, weights, sum| std::arch::aarch64::vfmaq_f32(sum, weights, number)
);

#[cfg(test)]
mod tests {
    use super::{Kernel, Line, PANEL, Rows};

    /// Numbers whose sums depend on their order.
    fn odd_numbers(count: usize, seed: u32) -> Vec<f32> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f32::from((state >> 16) as u16) / 7919.0 - 4.1
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn every_kernel_gives_the_same_bits() {
        let steps = 61;
        let panel: Vec<Line> = odd_numbers(steps * PANEL, 3)
            .as_chunks::<16>()
            .0
            .iter()
            .map(|numbers| Line(*numbers))
            .collect();
        for count in [0, 1, 3, 4, 5, 6, 11, 12, 13, 29] {
            for left_stride in [steps, 16, 100] {
                let numbers = odd_numbers(count * left_stride + steps, 5);
                let left = Rows { numbers: &numbers, stride: left_stride, count };
                let before = odd_numbers(count * 40, 7);
                let bits: Vec<Vec<u32>> = Kernel::all()
                    .into_iter()
                    .map(|kernel| {
                        let mut sums = before.clone();
                        kernel.add(left, &panel, &mut sums, 40);
                        sums.iter().map(|sum| sum.to_bits()).collect()
                    })
                    .collect();
                assert!(
                    bits.windows(2).all(|pair| pair[0] == pair[1]),
                    "{count} rows, {left_stride} apart"
                );
            }
        }
    }
}
