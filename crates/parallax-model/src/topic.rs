//! What an article or a story is about, in the words of IPTC.

use crate::Span;

/// The top level of IPTC Media Topics (CC BY 4.0).
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MediaTopic(u8);

impl MediaTopic {
    /// How many there are.
    pub const COUNT: usize = NAMES.len();

    /// The topic of a code: `medtop:15000000`, or its eight digits.
    ///
    /// ```
    /// use parallax_model::MediaTopic;
    /// let sport = MediaTopic::of_code("15000000").expect("a top-level code");
    /// assert_eq!((sport.code(), sport.name()), ("medtop:15000000", "sport"));
    /// assert_eq!(MediaTopic::of_code("18000000"), None);
    /// ```
    pub fn of_code(code: &str) -> Option<Self> {
        let digits = code.trim_start_matches("medtop:");
        let at = NAMES.iter().position(|(known, _)| known.ends_with(digits) && digits.len() == 8);
        at.and_then(|at| u8::try_from(at).ok()).map(Self)
    }

    /// All of them, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..NAMES.len()).filter_map(|at| u8::try_from(at).ok()).map(Self)
    }

    /// The code: `medtop:` and eight digits.
    pub fn code(self) -> &'static str {
        NAMES.get(usize::from(self.0)).map_or("", |(code, _)| code)
    }

    /// IPTC's name for it in English.
    pub fn name(self) -> &'static str {
        NAMES.get(usize::from(self.0)).map_or("", |(_, name)| name)
    }

    /// Its place in the order of codes, below [`COUNT`](Self::COUNT).
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

const NAMES: [(&str, &str); 17] = [
    ("medtop:01000000", "arts, culture, entertainment and media"),
    ("medtop:02000000", "crime, law and justice"),
    ("medtop:03000000", "disaster, accident and emergency incident"),
    ("medtop:04000000", "economy, business and finance"),
    ("medtop:05000000", "education"),
    ("medtop:06000000", "environment"),
    ("medtop:07000000", "health"),
    ("medtop:08000000", "human interest"),
    ("medtop:09000000", "labour"),
    ("medtop:10000000", "lifestyle and leisure"),
    ("medtop:11000000", "politics and government"),
    ("medtop:12000000", "religion"),
    ("medtop:13000000", "science and technology"),
    ("medtop:14000000", "society"),
    ("medtop:15000000", "sport"),
    ("medtop:16000000", "conflict, war and peace"),
    ("medtop:17000000", "weather"),
];

/// What an article is about and what told so.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The topic.
    pub media: MediaTopic,
    /// How much tells for it, in thousandths of what tells for it or for the next best.
    pub share: u16,
    /// The words of the text that told most, in document order.
    pub words: Vec<Span>,
    /// Whether the outlet's section told so too.
    pub section: bool,
}
