//! The name of a language.

use std::fmt;

/// A BCP 47 language tag we know, such as `en` or `kk-Latn`.
///
/// The script is part of the tag only where a language is written in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(&'static str);

impl Language {
    /// English.
    pub const ENGLISH: Self = Self("en");
    /// Russian.
    pub const RUSSIAN: Self = Self("ru");
    /// Spanish.
    pub const SPANISH: Self = Self("es");
    /// A language we could not tell.
    pub const UNKNOWN: Self = Self("und");

    /// The languages we tell apart, as BCP 47 tags.
    pub const ALL: &'static [&'static str] = &[
        "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi",
        "fr", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk-Arab", "kk-Cyrl",
        "kk-Latn", "ko", "ky", "lt", "lv", "mk", "mn", "nb", "nl", "pl", "pt", "ro", "ru", "sk",
        "sl", "sr", "sv", "ta", "te", "tg", "th", "tk", "tr", "tt", "ug", "uk", "ur", "uz-Cyrl",
        "uz-Latn", "vi", "zh", "sw", "xh", "zu", "af", "kaa", "ba", "ckb", "cv", "ps", "sah", "eu",
        "is", "sq", "sr-Latn", "tl", "und",
    ];

    /// The language of a tag, compared without case or region: `en-US` is English.
    ///
    /// ```
    /// use parallax_language::Language;
    /// assert_eq!(Language::of_tag("en-US"), Some(Language::ENGLISH));
    /// assert_eq!(Language::of_tag("kk_latn").map(Language::tag), Some("kk-Latn"));
    /// assert_eq!(Language::of_tag("tlh"), None);
    /// ```
    pub fn of_tag(tag: &str) -> Option<Self> {
        let wanted = tag.trim().to_ascii_lowercase().replace('_', "-");
        let known = |name: &str| Self::ALL.iter().find(|tag| tag.eq_ignore_ascii_case(name));
        let mut parts = wanted.split('-');
        let primary = parts.next().unwrap_or_default();
        let script = parts.find(|part| part.len() == 4);
        let exact = script.and_then(|script| known(&format!("{primary}-{script}")));
        let plain = || known(primary);
        let usual = || match primary {
            "kk" => known("kk-Cyrl"),
            "uz" => known("uz-Latn"),
            "no" | "nn" => known("nb"),
            _ => None,
        };
        exact.or_else(plain).or_else(usual).map(|tag| Self(tag))
    }

    /// Its place among [all](Self::ALL): a number that no other language has.
    ///
    /// ```
    /// use parallax_language::Language;
    /// assert_ne!(Language::ENGLISH.number(), Language::RUSSIAN.number());
    /// ```
    pub fn number(self) -> u32 {
        (0..).zip(Self::ALL).find(|(_, tag)| **tag == self.0).map_or(u32::MAX, |(at, _)| at)
    }

    /// The tag.
    pub const fn tag(self) -> &'static str {
        self.0
    }

    /// The tag without script: `kk` for `kk-Latn`.
    pub fn primary(self) -> &'static str {
        /// Letters of the longest tag without a script.
        const LONGEST: usize = 3;
        if self.0.len() <= LONGEST { self.0 } else { self.0.split('-').next().unwrap_or(self.0) }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
