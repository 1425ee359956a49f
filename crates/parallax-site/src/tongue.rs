//! Languages of the interface.

/// A language of the interface, with its script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// Kazakh in Cyrillic script.
    KazakhCyrillic,
    /// Kazakh in Latin script.
    KazakhLatin,
    /// Kazakh in Arabic script.
    KazakhArabic,
    /// Russian.
    Russian,
    /// English.
    #[default]
    English,
    /// Chinese in simplified characters.
    Chinese,
    /// Uzbek in Cyrillic script.
    UzbekCyrillic,
}

/// The way a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// For a `dir` attribute.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Tongue {
    /// All, in the order of the language menu.
    pub const ALL: [Self; 7] = [
        Self::KazakhCyrillic,
        Self::KazakhLatin,
        Self::KazakhArabic,
        Self::Russian,
        Self::English,
        Self::Chinese,
        Self::UzbekCyrillic,
    ];

    /// By BCP 47, as `lang` attributes have it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::KazakhCyrillic => "kk-Cyrl",
            Self::KazakhLatin => "kk-Latn",
            Self::KazakhArabic => "kk-Arab",
            Self::Russian => "ru",
            Self::English => "en",
            Self::Chinese => "zh-Hans",
            Self::UzbekCyrillic => "uz-Cyrl",
        }
    }

    /// The first step of its addresses.
    pub const fn step(self) -> &'static str {
        match self {
            Self::KazakhCyrillic => "kk",
            Self::KazakhLatin => "kk-latn",
            Self::KazakhArabic => "kk-arab",
            Self::Russian => "ru",
            Self::English => "en",
            Self::Chinese => "zh",
            Self::UzbekCyrillic => "uz",
        }
    }

    /// Its name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::KazakhCyrillic => "Қазақша",
            Self::KazakhLatin => "Qazaqşa",
            Self::KazakhArabic => "قازاقشا",
            Self::Russian => "Русский",
            Self::English => "English",
            Self::Chinese => "中文",
            Self::UzbekCyrillic => "Ўзбекча",
        }
    }

    /// The way it runs, which is its script's.
    pub const fn direction(self) -> Direction {
        match self {
            Self::KazakhArabic => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }
}
