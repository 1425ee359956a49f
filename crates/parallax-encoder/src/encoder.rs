//! The door: weights in, texts in, meanings out.

use crate::{
    embedding::Embedding,
    network::{Batch, Kept, Network},
    normalise::Rules,
    pieces::Pieces,
    product::Kernel,
    table::Table,
    tokens::{MARKS, Tokenizer},
    weights::{Layout, Unusable, verify},
};
use std::{borrow::Cow, fmt, mem, ops::Range};

/// The languages the network was taught, as BCP 47 writes them.
pub const LANGUAGES: [&str; 15] =
    ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"];

/// Tokens that go through the network at once: enough for the products to be worth it, few enough for the second cache.
const BATCH: usize = 384;
/// Texts whose tokens wait at once.
const AT_ONCE: usize = 64;

/// Tells what texts mean.
///
/// Opened once and lent to all threads. Keeps what the tokens it met last mean alone, some 45 MB at most, which changes
/// nothing but the time it takes. See the crate for what it promises.
pub struct Encoder {
    bytes: Cow<'static, [u8]>,
    rules: Range<usize>,
    pieces: Pieces,
    table: Table,
    network: Network,
    kept: Kept,
    kernel: Kernel,
}

impl Encoder {
    /// Reads weights: looks at what is needed to never fail later, not at every byte; [`Encoder::verify`] does.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, Unusable> {
        let bytes = bytes.into();
        let layout = Layout::of(&bytes)?;
        let section = |place: &Range<usize>| bytes.get(place.clone()).ok_or(Unusable::WrongLength);
        let sizes = &layout.sizes;
        if sizes.result != Embedding::LENGTH {
            return Err(Unusable::WrongSizes);
        }
        Rules::of(section(&layout.rules)?)?;
        let pieces = Pieces::read(
            sizes.found,
            sizes.tokens,
            section(&layout.pieces)?,
            section(&layout.ids)?,
            section(&layout.scores)?,
        )?;
        let table = Table::read(
            sizes,
            section(&layout.codes)?,
            section(&layout.row_lengths)?,
            layout.rows.clone(),
        )?;
        let network = Network::read(*sizes, section(&layout.network)?)?;
        let (kept, kernel) = (Kept::new(), Kernel::fastest());
        Ok(Self { rules: layout.rules, pieces, table, network, kept, kernel, bytes })
    }

    /// Whether every byte of the weights is as it was written.
    pub fn verify(&self) -> Result<(), Unusable> {
        verify(&self.bytes)
    }

    /// The checksum that stands at the head of weights, as 16 hexadecimal digits; `None`
    /// where there is no head.
    ///
    /// ```
    /// assert_eq!(parallax_encoder::Encoder::name(b"PLXENC01\x01\0\0\0\0\0\0\x0a").as_deref(), Some("0a00000000000001"));
    /// ```
    pub fn name(weights: &[u8]) -> Option<String> {
        let (_, head) = weights.split_first_chunk::<8>()?;
        Some(format!("{:016x}", u64::from_le_bytes(*head.first_chunk()?)))
    }

    /// Whether the network was taught a language, given as a BCP 47 tag.
    ///
    /// Texts in other languages get an embedding too; it says little.
    ///
    /// ```
    /// use parallax_encoder::Encoder;
    ///
    /// assert!(Encoder::knows("ru") && Encoder::knows("zh-TW"));
    /// assert!(!Encoder::knows("kk"));
    /// ```
    pub fn knows(language: &str) -> bool {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        LANGUAGES.iter().any(|known| known.eq_ignore_ascii_case(primary))
    }

    /// What a text means. Of a long one, its beginning: [`MOST_TOKENS`](crate::MOST_TOKENS). Zeros if there is no word in it.
    pub fn embed(&self, text: &str) -> Embedding {
        self.embed_all(&[text]).pop().expect("a text has an embedding")
    }

    /// What each text means: the same as one by one, and faster.
    pub fn embed_all(&self, texts: &[&str]) -> Vec<Embedding> {
        let meanings = self.meanings(texts);
        meanings.iter().map(Meaning::rounded).collect()
    }

    /// The numbers before they are rounded, of unit length: to be looked at, not to be compared with a threshold.
    pub fn vectors(&self, texts: &[&str]) -> Vec<Vec<f32>> {
        self.meanings(texts).into_iter().map(|meaning| meaning.vector).collect()
    }

    fn meanings(&self, texts: &[&str]) -> Vec<Meaning> {
        texts.chunks(AT_ONCE).flat_map(|texts| self.meanings_of_few(texts)).collect()
    }

    /// All are cut into tokens before any goes through the network, and all finished after: what each needs is read once.
    fn meanings_of_few(&self, texts: &[&str]) -> Vec<Meaning> {
        let mut tokenizer = Tokenizer::default();
        let (mut waiting, mut batches) = (Waiting::default(), Vec::new());
        for text in texts {
            if waiting.tokens.len() >= BATCH {
                batches.push(mem::take(&mut waiting));
            }
            waiting.add(|tokens| self.cut(&mut tokenizer, text, tokens));
        }
        batches.push(waiting);
        let mut sums = Vec::with_capacity(texts.len() * self.network.sums());
        let mut lengths = Vec::with_capacity(texts.len());
        for waiting in batches {
            lengths.extend(waiting.texts.iter().map(Range::len));
            sums.extend(self.added_up(&waiting));
        }
        let vectors = self.network.meanings(self.kernel, &sums, &lengths);
        let vectors = vectors.chunks_exact(Embedding::LENGTH);
        let meaning = |(length, vector): (&usize, &[f32])| Meaning {
            has_words: *length > MARKS,
            vector: vector.to_vec(),
        };
        lengths.iter().zip(vectors).map(meaning).collect()
    }

    /// The numbers of a text's tokens, with the marks of its begin and end.
    pub fn tokens(&self, text: &str) -> Vec<u32> {
        let mut tokens = Vec::new();
        self.cut(&mut Tokenizer::default(), text, &mut tokens);
        tokens
    }

    fn cut(&self, tokenizer: &mut Tokenizer, text: &str, tokens: &mut Vec<u32>) {
        let rules = self.bytes.get(self.rules.clone()).unwrap_or_default();
        let rules = Rules::of(rules).expect("the rules were read before");
        tokenizer.tokens(rules, &self.pieces, text, tokens);
    }

    fn added_up(&self, waiting: &Waiting) -> Vec<f32> {
        let batch = Batch { texts: &waiting.texts, tokens: &waiting.tokens };
        self.network.added_up(self.kernel, &batch, &self.kept, |token, row| {
            self.table.row(&self.bytes, token, row);
        })
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Encoder({} bytes)", self.bytes.len())
    }
}

/// What the network makes of a text.
struct Meaning {
    has_words: bool,
    vector: Vec<f32>,
}

impl Meaning {
    /// The network has an answer for no words too, which would make all empty texts alike.
    fn rounded(&self) -> Embedding {
        Embedding::of(if self.has_words { &self.vector } else { &[] })
    }
}

/// Texts that wait for enough others.
#[derive(Default)]
struct Waiting {
    tokens: Vec<u32>,
    texts: Vec<Range<usize>>,
}

impl Waiting {
    fn add(&mut self, cut: impl FnOnce(&mut Vec<u32>)) {
        let start = self.tokens.len();
        cut(&mut self.tokens);
        self.texts.push(start..self.tokens.len());
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoder, Kept, Kernel};
    use xxhash_rust::xxh3::xxh3_64;

    /// Of the bits of all numbers, as every processor has to give them.
    const SUM: u64 = 9_486_444_153_580_217_515;
    const TEXTS: [&str; 4] = [
        "the ferry of port almer",
        "пожар и паром",
        "",
        "in the port, a fire: 12 of 34 ferries gone.",
    ];

    fn bits(encoder: &Encoder) -> Vec<u8> {
        encoder.vectors(&TEXTS).iter().flatten().flat_map(|number| number.to_le_bytes()).collect()
    }

    #[test]
    fn what_is_kept_changes_no_bit() {
        let encoder = Encoder::open(&include_bytes!("../data/tiny.weights")[..])
            .expect("the invented weights can be read");
        let first = bits(&encoder);
        assert_eq!(bits(&encoder), first);
        let one_by_one = TEXTS.iter().flat_map(|text| encoder.vectors(&[text]));
        let one_by_one: Vec<u8> = one_by_one.flatten().flat_map(f32::to_le_bytes).collect();
        assert_eq!(one_by_one, first);
    }

    #[test]
    fn the_bits_are_the_same_on_every_processor() {
        let mut encoder = Encoder::open(&include_bytes!("../data/tiny.weights")[..])
            .expect("the invented weights can be read");
        for kernel in Kernel::all() {
            (encoder.kernel, encoder.kept) = (kernel, Kept::new());
            assert_eq!(xxh3_64(&bits(&encoder)), SUM, "{kernel:?}");
        }
    }
}
