//! The inner loop of a product, once for each kind of processor.
//!
//! The one place of the encoder with `unsafe`: the vector instructions take pointers, and may only be run where the processor has
//! them. What makes it sound: a [`Kernel`] that needs instructions is only made after asking the processor, and [`Kernel::add`]
//! checks that every place it will read or write lies in its slices.
#![allow(unsafe_code, reason = "vector instructions: a tenth of the speed otherwise")]

use super::{LINES, Line, PANEL, Rows};

/// How the inner loop runs here. Which one it is changes the speed, never the result.
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

/// Work on slices of numbers, one by one.
///
/// Its function is always inlined, with all that it calls: only so are its loops made for each kind of processor. A closure, used
/// once for each kind, would be too large to be.
pub(crate) trait Work {
    /// What is made.
    type Made;

    /// Does it.
    fn done(self) -> Self::Made;
}

impl Kernel {
    /// All that can run here, the fastest last.
    pub(crate) fn all() -> Vec<Self> {
        let mut kinds = vec![Kind::Portable];
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx2") {
                kinds.push(Kind::Avx2);
            }
            if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vnni") {
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

    /// Does work whose loops are made for this kind of processor. That changes no bit: what vectors do to each number is what is
    /// done to one.
    #[inline]
    pub(crate) fn run<W: Work>(self, work: W) -> W::Made {
        match self.0 {
            // SAFETY: this kind was made after the processor said that it has the instructions.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => unsafe { avx2::run(work) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => unsafe { avx512::run(work) },
            _ => work.done(),
        }
    }

    /// Adds to [`PANEL`] columns of `sums` the product of `left` and one panel, whose steps come by two; what `sums` held counts for
    /// nothing where they are `fresh`.
    ///
    /// The numbers are no further from zero than an `i16`, and small enough that no sum of products overflows.
    pub(crate) fn add(
        self,
        left: Rows<'_>,
        panel: &[Line],
        sums: &mut [i32],
        stride: usize,
        fresh: bool,
    ) {
        let pairs = panel.len() / LINES;
        let Some(last) = left.steps.len().checked_sub(1) else { return };
        assert!(
            last * left.stride + pairs * 2 <= left.numbers.len()
                && last * stride + PANEL <= sums.len(),
            "a block of a product lies in its matrices"
        );
        match self.0 {
            Kind::Portable => portable(left, panel, sums, stride, fresh),
            // SAFETY: this kind was made after the processor said that it has the instructions, and the places were checked above.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => unsafe { avx2::rows(left, panel, sums, stride, fresh) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => unsafe { avx512::rows(left, panel, sums, stride, fresh) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Kind::Neon => unsafe { neon::rows(left, panel, sums, stride, fresh) },
        }
    }
}

/// In plain words.
fn portable(left: Rows<'_>, panel: &[Line], sums: &mut [i32], stride: usize, fresh: bool) {
    for row in 0..left.steps.len() {
        let numbers = left.numbers[row * left.stride..].as_chunks::<2>().0;
        let sums = &mut sums[row * stride..row * stride + PANEL];
        if fresh {
            sums.fill(0);
        }
        for ([first, second], lines) in numbers.iter().zip(panel.as_chunks::<LINES>().0) {
            let [first, second] = [i32::from(*first), i32::from(*second)];
            let weights = lines.iter().flat_map(|line| line.0.as_chunks::<2>().0);
            for (sum, [one, other]) in sums.iter_mut().zip(weights) {
                let product = i32::from(*one) * first + i32::from(*other) * second;
                *sum = sum.wrapping_add(product);
            }
        }
    }
}

/// The inner loop with vectors: a tile of `TALL` rows and `WIDE` vectors stays in registers while all steps go by.
///
/// `zero`, `load` and `store` are of as many sums as there are lanes, `weights` loads two steps of as many columns,
/// `spread` two numbers of a row for all lanes, and `add` adds what both make to the sums.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
macro_rules! kernel {
    ($name:ident, $features:literal, $arch:ident, $lanes:literal, $tall:literal, $wide:literal,
     zero: $zero:expr, load: $load:expr, store: $store:expr, weights: $weights:expr, spread: $spread:expr, add: $add:expr) => {
        mod $name {
            use super::{
                super::{LINES, Line, PANEL, Rows},
                Work,
            };
            use std::arch::$arch as arch;

            /// Safe but for processors that lack the instructions.
            #[cfg_attr(
                not(target_arch = "x86_64"),
                allow(dead_code, reason = "they are in every program")
            )]
            #[target_feature(enable = $features)]
            pub(super) fn run<W: Work>(work: W) -> W::Made {
                work.done()
            }

            /// # Safety
            ///
            /// The processor has the instructions; each row of `left` has a number, and each row of `sums` a panel's width, for all steps.
            #[target_feature(enable = $features)]
            pub(super) unsafe fn rows(
                left: Rows<'_>,
                panel: &[Line],
                sums: &mut [i32],
                stride: usize,
                fresh: bool,
            ) {
                let (pairs, count) = (panel.len() / LINES, left.steps.len());
                for first in (0..PANEL).step_by($wide * $lanes) {
                    let mut row = 0;
                    while row < count {
                        // SAFETY: rows up to `count` lie in the slices, by this function's own promise.
                        row += unsafe {
                            let numbers = left.numbers.as_ptr().add(row * left.stride);
                            let panel = panel.as_ptr().cast::<i16>().add(first * 2);
                            let sums = sums.as_mut_ptr().add(row * stride + first);
                            match count - row {
                                $tall.. => tile::<$tall>(
                                    numbers,
                                    left.stride,
                                    panel,
                                    pairs,
                                    sums,
                                    stride,
                                    fresh,
                                ),
                                // A tile of fewer rows takes as long as one of 4: its sums wait for each other.
                                4.. => tile::<4>(
                                    numbers,
                                    left.stride,
                                    panel,
                                    pairs,
                                    sums,
                                    stride,
                                    fresh,
                                ),
                                3 => tile::<3>(
                                    numbers,
                                    left.stride,
                                    panel,
                                    pairs,
                                    sums,
                                    stride,
                                    fresh,
                                ),
                                2 => tile::<2>(
                                    numbers,
                                    left.stride,
                                    panel,
                                    pairs,
                                    sums,
                                    stride,
                                    fresh,
                                ),
                                _ => tile::<1>(
                                    numbers,
                                    left.stride,
                                    panel,
                                    pairs,
                                    sums,
                                    stride,
                                    fresh,
                                ),
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
                numbers: *const i16,
                number_stride: usize,
                panel: *const i16,
                pairs: usize,
                sums: *mut i32,
                stride: usize,
                fresh: bool,
            ) -> usize {
                // SAFETY: every place lies in the slices, by this function's own promise.
                unsafe {
                    let mut tile = [[$zero; $wide]; TALL];
                    for (row, tile) in tile.iter_mut().enumerate().filter(|_| !fresh) {
                        for (at, vector) in tile.iter_mut().enumerate() {
                            *vector = $load(sums.add(row * stride + at * $lanes));
                        }
                    }
                    for pair in 0..pairs {
                        let panel = panel.add(pair * PANEL * 2);
                        let mut weights = [$weights(panel); $wide];
                        for (at, weights) in weights.iter_mut().enumerate().skip(1) {
                            *weights = $weights(panel.add(at * $lanes * 2));
                        }
                        for (row, tile) in tile.iter_mut().enumerate() {
                            let both = $spread(numbers.add(row * number_stride + pair * 2));
                            for (vector, weights) in tile.iter_mut().zip(weights) {
                                *vector = $add(*vector, both, weights);
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

// Without AVX-512BW, though these processors have it: with it the compiler makes two instructions of the one that multiplies and adds.
#[cfg(target_arch = "x86_64")]
kernel!(
    avx512, "avx512f,avx512vnni", x86_64, 16, 12, 2,
    zero: arch::_mm512_setzero_si512(),
    load: |sums: *mut i32| arch::_mm512_loadu_epi32(sums),
    store: |sums: *mut i32, vector| arch::_mm512_storeu_epi32(sums, vector),
    weights: |panel: *const i16| arch::_mm512_loadu_epi32(panel.cast()),
    spread: |numbers: *const i16| arch::_mm512_set1_epi32(numbers.cast::<i32>().read_unaligned()),
    add: |sums, both, weights| arch::_mm512_dpwssd_epi32(sums, both, weights)
);
#[cfg(target_arch = "x86_64")]
kernel!(
    avx2, "avx2", x86_64, 8, 6, 2,
    zero: arch::_mm256_setzero_si256(),
    load: |sums: *mut i32| arch::_mm256_loadu_si256(sums.cast()),
    store: |sums: *mut i32, vector| arch::_mm256_storeu_si256(sums.cast(), vector),
    weights: |panel: *const i16| arch::_mm256_loadu_si256(panel.cast()),
    spread: |numbers: *const i16| arch::_mm256_set1_epi32(numbers.cast::<i32>().read_unaligned()),
    add: |sums, both, weights| arch::_mm256_add_epi32(sums, arch::_mm256_madd_epi16(both, weights))
);
#[cfg(target_arch = "aarch64")]
kernel!(
    neon, "neon", aarch64, 4, 6, 2,
    zero: arch::vdupq_n_s32(0),
    load: |sums: *mut i32| arch::vld1q_s32(sums),
    store: |sums: *mut i32, vector| arch::vst1q_s32(sums, vector),
    weights: |panel: *const i16| arch::vld2_s16(panel),
    spread: |numbers: *const i16| [arch::vld1_dup_s16(numbers), arch::vld1_dup_s16(numbers.add(1))],
    add: |sums, [first, second]: [arch::int16x4_t; 2], weights: arch::int16x4x2_t| arch::vmlal_s16(
        arch::vmlal_s16(sums, weights.0, first),
        weights.1,
        second
    )
);

#[cfg(test)]
mod tests {
    use super::{Kernel, LINES, Line, PANEL, Rows};

    /// Numbers up to some size, either side of zero.
    fn odd_numbers(count: usize, seed: u32, most: i16) -> Vec<i16> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ((state >> 16) as u16).cast_signed() % (most + 1)
        };
        (0..count).map(|_| next()).collect()
    }

    /// The product of two rows and columns, as it is defined.
    fn expected(left: Rows<'_>, panel: &[Line], before: &[i32], stride: usize) -> Vec<i32> {
        let mut sums = before.to_vec();
        for row in 0..left.steps.len() {
            for column in 0..PANEL {
                for step in 0..panel.len() / LINES * 2 {
                    let line = panel[step / 2 * LINES + column / 16];
                    let weight = line.0[column % 16 * 2 + step % 2];
                    let number = left.numbers[row * left.stride + step];
                    sums[row * stride + column] += i32::from(number) * i32::from(weight);
                }
            }
        }
        sums
    }

    /// The same, with zeros where a product is put.
    fn cleared(sums: &[i32]) -> Vec<i32> {
        let at = |(place, sum): (usize, &i32)| if place % 40 < PANEL { 0 } else { *sum };
        sums.iter().enumerate().map(at).collect()
    }

    #[test]
    fn every_kernel_gives_the_product() {
        let steps = 62;
        let panel: Vec<Line> = odd_numbers(steps * PANEL, 3, 127)
            .as_chunks::<32>()
            .0
            .iter()
            .map(|numbers| Line(*numbers))
            .collect();
        for count in [0, 1, 3, 4, 5, 6, 11, 12, 13, 29] {
            for stride in [steps, 16, 100] {
                let numbers = odd_numbers(count * stride + steps, 5, 32_766);
                let ones = vec![1.0; count];
                let left = Rows { numbers: &numbers, stride, steps: &ones };
                let before: Vec<i32> =
                    odd_numbers(count * 40, 7, 32_766).into_iter().map(i32::from).collect();
                let once = expected(left, &panel, &cleared(&before), 40);
                let twice = expected(left, &panel, &once, 40);
                let expected = expected(left, &panel, &before, 40);
                for kernel in Kernel::all() {
                    let mut sums = before.clone();
                    kernel.add(left, &panel, &mut sums, 40, false);
                    assert_eq!(sums, expected, "{kernel:?}: {count} rows, {stride} apart");
                    kernel.add(left, &panel, &mut sums, 40, true);
                    kernel.add(left, &panel, &mut sums, 40, false);
                    assert_eq!(sums, twice, "{kernel:?}: {count} rows, {stride} apart, afresh");
                }
            }
        }
    }
}
