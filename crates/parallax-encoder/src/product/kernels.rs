//! The inner loop of a product, once for each kind of processor.
//!
//! The one place of the encoder with `unsafe`: the vector instructions take pointers, and may only be run where the processor has
//! them. What makes it sound: a [`Kernel`] that needs instructions is only made after asking the processor, and [`Kernel::add`]
//! checks that every place it will read or write lies in its slices.
#![allow(unsafe_code, reason = "vector instructions: a tenth of the speed otherwise")]

use super::{LINES, PANEL, Panel, Rows, STEPS};

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

    /// Adds to [`PANEL`] columns of `sums` the product of `left` and one panel; what `sums` held counts for nothing where these
    /// are the first steps.
    ///
    /// All steps of a product have to be added before its sums can be read. No number of `left` is [`i8::MIN`], and the steps are so few
    /// that no sum of products overflows.
    pub(crate) fn add(self, left: Rows<'_>, panel: Panel<'_>, sums: &mut [i32], stride: usize) {
        let fours = panel.lines.len() / LINES;
        let Some(last) = left.steps.len().checked_sub(1) else { return };
        assert!(
            last * left.stride + fours * STEPS <= left.numbers.len()
                && last * stride + PANEL <= sums.len(),
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

/// In plain words.
fn portable(left: Rows<'_>, panel: Panel<'_>, sums: &mut [i32], stride: usize) {
    for row in 0..left.steps.len() {
        let numbers = left.numbers[row * left.stride..].as_chunks::<STEPS>().0;
        let sums = &mut sums[row * stride..row * stride + PANEL];
        if panel.of_all.is_some() {
            sums.fill(0);
        }
        for (numbers, lines) in numbers.iter().zip(panel.lines.as_chunks::<LINES>().0) {
            let numbers = numbers.map(i16::from);
            let weights = lines.iter().flat_map(|line| line.0.as_chunks::<STEPS>().0);
            for (sum, weights) in sums.iter_mut().zip(weights) {
                let [a, b, c, d] = weights.map(i16::from);
                let products = [a * numbers[0], b * numbers[1], c * numbers[2], d * numbers[3]];
                *sum += products.map(i32::from).iter().sum::<i32>();
            }
        }
    }
}

/// The inner loop with vectors: a tile of `TALL` rows and `WIDE` vectors stays in registers while all steps go by.
///
/// `first`, `load` and `store` are of as many sums as there are lanes: `first` is what sums begin with in columns whose weights add up
/// to what it is given. `weights` loads four steps of as many columns, `spread` four numbers of a row for all lanes, and `add`
/// adds what both make to the sums.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
macro_rules! kernel {
    ($name:ident, $features:literal, $arch:ident, $lanes:literal, $tall:literal, $wide:literal,
     first: $first:expr, load: $load:expr, store: $store:expr, weights: $weights:expr, spread: $spread:expr, add: $add:expr) => {
        mod $name {
            use super::{
                super::{LINES, PANEL, Panel, Rows, STEPS},
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
                panel: Panel<'_>,
                sums: &mut [i32],
                stride: usize,
            ) {
                let (fours, count) = (panel.lines.len() / LINES, left.steps.len());
                for first in (0..PANEL).step_by($wide * $lanes) {
                    let weights = panel.lines.as_ptr().cast::<i8>().wrapping_add(first * STEPS);
                    let of_all = panel.of_all.map(|sums| sums.as_ptr().wrapping_add(first));
                    let mut row = 0;
                    while row < count {
                        // SAFETY: rows up to `count` lie in the slices, by this function's own promise.
                        row += unsafe {
                            let numbers = left.numbers.as_ptr().add(row * left.stride);
                            let sums = sums.as_mut_ptr().add(row * stride + first);
                            #[allow(
                                unreachable_patterns,
                                reason = "where the tallest is of 4 rows"
                            )]
                            let tile = match count - row {
                                $tall.. => tile::<$tall>,
                                // A tile of fewer rows takes as long as one of 4: its sums wait for each other.
                                4.. => tile::<4>,
                                3 => tile::<3>,
                                2 => tile::<2>,
                                _ => tile::<1>,
                            };
                            tile(numbers, left.stride, weights, fours, sums, stride, of_all)
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
                numbers: *const i8,
                number_stride: usize,
                weights: *const i8,
                fours: usize,
                sums: *mut i32,
                stride: usize,
                of_all: Option<*const i32>,
            ) -> usize {
                // SAFETY: every place lies in the slices, by this function's own promise.
                unsafe {
                    let mut tile = [[$first($load(sums)); $wide]; TALL];
                    for (row, tile) in tile.iter_mut().enumerate() {
                        for (at, vector) in tile.iter_mut().enumerate() {
                            *vector = match of_all {
                                Some(of_all) => $first($load(of_all.add(at * $lanes))),
                                None => $load(sums.add(row * stride + at * $lanes)),
                            };
                        }
                    }
                    for four in 0..fours {
                        let first = weights.add(four * PANEL * STEPS);
                        let mut weights = [$weights(first); $wide];
                        for (at, weights) in weights.iter_mut().enumerate().skip(1) {
                            *weights = $weights(first.add(at * $lanes * STEPS));
                        }
                        for (row, tile) in tile.iter_mut().enumerate() {
                            let numbers = $spread(numbers.add(row * number_stride + four * STEPS));
                            for (vector, weights) in tile.iter_mut().zip(weights) {
                                *vector = $add(*vector, numbers, weights);
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

// Its instruction wants one side positive: 128 is added to each number of a row, and what that makes of the weights is taken off before.
// Without AVX-512BW, though these processors have it: with it the compiler makes two instructions of the one that multiplies and adds.
#[cfg(target_arch = "x86_64")]
kernel!(
    avx512, "avx512f,avx512vnni", x86_64, 16, 12, 2,
    first: |of_all| arch::_mm512_sub_epi32(arch::_mm512_setzero_si512(), arch::_mm512_slli_epi32::<7>(of_all)),
    load: |sums: *const i32| arch::_mm512_loadu_epi32(sums),
    store: |sums: *mut i32, vector| arch::_mm512_storeu_epi32(sums, vector),
    weights: |weights: *const i8| arch::_mm512_loadu_epi32(weights.cast()),
    spread: |numbers: *const i8| arch::_mm512_xor_epi32(
        arch::_mm512_set1_epi32(numbers.cast::<i32>().read_unaligned()),
        arch::_mm512_set1_epi32(i32::from_ne_bytes([128; STEPS]))
    ),
    add: |sums, numbers, weights| arch::_mm512_dpbusd_epi32(sums, numbers, weights)
);
// Its instruction wants one side positive too, and adds two products to 16 bits: signs go from the weights to the numbers of the row, and two
// products of 127 and 128 are few enough.
#[cfg(target_arch = "x86_64")]
kernel!(
    avx2, "avx2", x86_64, 8, 4, 2,
    first: |_| arch::_mm256_setzero_si256(),
    load: |sums: *const i32| arch::_mm256_loadu_si256(sums.cast()),
    store: |sums: *mut i32, vector| arch::_mm256_storeu_si256(sums.cast(), vector),
    weights: |weights: *const i8| arch::_mm256_loadu_si256(weights.cast()),
    spread: |numbers: *const i8| arch::_mm256_set1_epi32(numbers.cast::<i32>().read_unaligned()),
    add: |sums, numbers, weights| arch::_mm256_add_epi32(
        sums,
        arch::_mm256_madd_epi16(
            arch::_mm256_maddubs_epi16(
                arch::_mm256_abs_epi8(weights),
                arch::_mm256_sign_epi8(numbers, weights)
            ),
            arch::_mm256_set1_epi16(1)
        )
    )
);
#[cfg(target_arch = "aarch64")]
kernel!(
    neon, "neon", aarch64, 4, 6, 2,
    first: |_| arch::vdupq_n_s32(0),
    load: |sums: *const i32| arch::vld1q_s32(sums),
    store: |sums: *mut i32, vector| arch::vst1q_s32(sums, vector),
    weights: |weights: *const i8| arch::vld1q_s8(weights),
    spread: |numbers: *const i8| arch::vreinterpretq_s8_s32(arch::vdupq_n_s32(
        numbers.cast::<i32>().read_unaligned()
    )),
    add: |sums, numbers: arch::int8x16_t, weights: arch::int8x16_t| arch::vaddq_s32(
        sums,
        arch::vpaddq_s32(
            arch::vpaddlq_s16(arch::vmull_s8(
                arch::vget_low_s8(numbers),
                arch::vget_low_s8(weights)
            )),
            arch::vpaddlq_s16(arch::vmull_high_s8(numbers, weights))
        )
    )
);

#[cfg(test)]
mod tests {
    use super::{
        super::{LINE, Line},
        Kernel, LINES, PANEL, Panel, Rows, STEPS,
    };

    /// Numbers up to some size, either side of zero.
    fn odd_numbers(count: usize, seed: u32, most: i16) -> Vec<i16> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ((state >> 16) as u16).cast_signed() % (most + 1)
        };
        (0..count).map(|_| next()).collect()
    }

    /// The same, no further from zero than a weight.
    fn odd_bytes(count: usize, seed: u32, least: i8) -> Vec<i8> {
        let numbers = odd_numbers(count, seed, 128).into_iter();
        numbers.map(|number| i8::try_from(number).unwrap_or(127).max(least)).collect()
    }

    fn weight(lines: &[Line], step: usize, column: usize) -> i32 {
        let line = lines[step / STEPS * LINES + column / LINE];
        line.0[column % LINE * STEPS + step % STEPS].into()
    }

    /// The product of two rows and columns, as it is defined.
    fn expected(left: Rows<'_>, lines: &[Line], before: &[i32], stride: usize) -> Vec<i32> {
        let mut sums = before.to_vec();
        for row in 0..left.steps.len() {
            for column in 0..PANEL {
                let sum = &mut sums[row * stride + column];
                *sum = 0;
                for step in 0..lines.len() / LINES * STEPS {
                    let number = left.numbers[row * left.stride + step];
                    *sum += i32::from(number) * weight(lines, step, column);
                }
            }
        }
        sums
    }

    #[test]
    fn every_kernel_gives_the_product() {
        let steps = 64;
        let lines: Vec<Line> = odd_bytes(steps * PANEL, 3, -128)
            .as_chunks::<{ LINE * STEPS }>()
            .0
            .iter()
            .map(|numbers| Line(*numbers))
            .collect();
        let of_all =
            std::array::from_fn(|column| (0..steps).map(|step| weight(&lines, step, column)).sum());
        for count in [0, 1, 3, 4, 5, 6, 11, 12, 13, 29] {
            for stride in [steps, 16, 100] {
                let numbers = odd_bytes(count * stride + steps, 5, -127);
                let ones = vec![1.0; count];
                let left = Rows { numbers: &numbers, stride, steps: &ones };
                let before: Vec<i32> =
                    odd_numbers(count * 40, 7, 32_766).into_iter().map(i32::from).collect();
                let expected = expected(left, &lines, &before, 40);
                for kernel in Kernel::all() {
                    let mut sums = before.clone();
                    let (first, second) = lines.split_at(lines.len() / 4);
                    kernel.add(left, Panel { lines: first, of_all: Some(&of_all) }, &mut sums, 40);
                    let left = left.from(first.len() / LINES * STEPS);
                    kernel.add(left, Panel { lines: second, of_all: None }, &mut sums, 40);
                    assert_eq!(sums, expected, "{kernel:?}: {count} rows, {stride} apart");
                }
            }
        }
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let lines = vec![Line([-128; LINE * STEPS]); LINES * 64];
        let of_all = [-128 * 256; PANEL];
        let numbers = vec![-127; 256];
        let left = Rows { numbers: &numbers, stride: 256, steps: &[1.0] };
        for kernel in Kernel::all() {
            let mut sums = [7; PANEL];
            kernel.add(left, Panel { lines: &lines, of_all: Some(&of_all) }, &mut sums, PANEL);
            assert_eq!(sums, [127 * 128 * 256; PANEL], "{kernel:?}");
        }
    }
}
