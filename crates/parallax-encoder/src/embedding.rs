//! What a text means, as 512 small whole numbers.

use std::fmt;

/// What a text means: the direction of 512 whole numbers.
///
/// Made from numbers of unit length, each as a multiple of 1/[`STEPS`](Embedding::STEPS); a cosine moves by less than a
/// thousandth or two by it. Equal texts have equal embeddings.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Embedding([i8; Embedding::LENGTH]);

impl Embedding {
    /// How many numbers there are.
    pub const LENGTH: usize = 512;
    /// Steps from zero to one. A number of a vector of unit length is hardly ever larger than 127 of them; such are cut.
    pub const STEPS: f32 = 512.0;

    /// Rounds a vector of unit length; what is missing is zero.
    pub fn of(vector: &[f32]) -> Self {
        /// Added to a number and taken from it again, it leaves nothing behind the point: rounded to even, without a call for each.
        const NO_FRACTIONS: f32 = 12_582_912.0;
        let mut numbers = [0; Self::LENGTH];
        for (number, value) in numbers.iter_mut().zip(vector) {
            let nearest = (value * Self::STEPS).clamp(-127.0, 127.0) + NO_FRACTIONS - NO_FRACTIONS;
            #[expect(clippy::cast_possible_truncation, reason = "clamped; no number is zero")]
            let rounded = nearest as i8;
            *number = rounded;
        }
        Self(numbers)
    }

    /// The numbers an embedding was kept as.
    pub fn from_numbers(numbers: [i8; Self::LENGTH]) -> Self {
        Self(numbers)
    }

    /// The numbers, to be kept.
    pub fn numbers(&self) -> &[i8; Self::LENGTH] {
        &self.0
    }

    /// How near two meanings are, in thousandths: 1000 for the same direction, 0 for nothing in common, never less than −1000.
    ///
    /// Computed in whole numbers alone. An embedding of zeros is near nothing.
    ///
    /// ```
    /// use parallax_encoder::Embedding;
    ///
    /// let east = Embedding::of(&[1.0, 0.0]);
    /// let north_east = Embedding::of(&[0.1, 0.1]);
    /// assert_eq!(east.cosine(&east), 1000);
    /// assert_eq!(east.cosine(&north_east), 707);
    /// assert_eq!(east.cosine(&Embedding::of(&[])), 0);
    /// ```
    pub fn cosine(&self, other: &Self) -> i16 {
        self.measured().cosine(&other.measured())
    }

    /// The same with its length, to be held against many.
    pub fn measured(&self) -> Measured {
        let numbers = self.0.map(i16::from);
        Measured { length: product(&numbers, &numbers).unsigned_abs(), numbers }
    }
}

/// An embedding with its length: which of many are near each other is told in a third of the time.
#[derive(Clone)]
pub struct Measured {
    /// Wider than they need to be: so they are multiplied as they stand.
    numbers: [i16; Embedding::LENGTH],
    /// Squared.
    length: u32,
}

impl Measured {
    /// As [`Embedding::cosine`].
    pub fn cosine(&self, other: &Self) -> i16 {
        let length = (u64::from(self.length) * u64::from(other.length)).isqrt();
        if length == 0 {
            return 0;
        }
        // Rounded to the nearest thousandth: twice the cosine in thousandths, and half of that.
        let product = product(&self.numbers, &other.numbers);
        let twice = 2000_u64 * u64::from(product.unsigned_abs());
        let thousandths = i16::try_from((twice / length).div_ceil(2).min(1000)).unwrap_or(1000);
        if product < 0 { -thousandths } else { thousandths }
    }
}

fn product(ours: &[i16; Embedding::LENGTH], theirs: &[i16; Embedding::LENGTH]) -> i32 {
    ours.iter().zip(theirs).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}

impl fmt::Debug for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Measured({:?}…)", &self.numbers[..4])
    }
}

impl fmt::Debug for Embedding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Embedding({:?}…)", &self.0[..4])
    }
}
