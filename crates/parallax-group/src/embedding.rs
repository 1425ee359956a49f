//! What an article's headline and lead mean, as a sentence encoder sees it.

/// Numbers added side by side, in an order that is the same on every processor.
const LANES: usize = 8;

/// A direction in the encoder's space, of length 1.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Embedding(Box<[i8]>);

impl Embedding {
    /// None where all numbers are 0: that is what an encoder makes of no words.
    pub(crate) fn of(numbers: &[i8]) -> Option<Self> {
        numbers.iter().any(|&number| number != 0).then(|| Self(numbers.into()))
    }

    /// As numbers of length 1.
    pub(crate) fn unit(&self) -> Box<[f32]> {
        let squared: i32 = self.0.iter().map(|&x| i32::from(x) * i32::from(x)).sum();
        let length = (squared as f32).sqrt();
        self.0.iter().map(|&x| f32::from(x) / length).collect()
    }
}

/// The product of two directions or sums of directions.
pub(crate) fn product(ours: &[f32], theirs: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let (ours, _) = ours.as_chunks::<LANES>();
    let (theirs, _) = theirs.as_chunks::<LANES>();
    for (a, b) in ours.iter().zip(theirs) {
        lanes = std::array::from_fn(|lane| lanes[lane] + a[lane] * b[lane]);
    }
    lanes.iter().sum()
}
