//! Names that are the same on every page: languages, countries, topics, days of the week, months.

use super::Words;
use jiff::civil::{Date, Weekday};
use std::borrow::Cow;

impl Words {
    /// What a language is called, by its BCP 47 tag: `Russian`, `Kazakh (Arabic script)`; the tag
    /// itself where it has no name here.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::English).language("kk-Arab"), "Kazakh (Arabic script)");
    /// assert_eq!(Words::of(Tongue::Russian).language("pt-BR"), "португальский");
    /// assert_eq!(Words::of(Tongue::English).language("tlh"), "tlh");
    /// ```
    pub fn language<'a>(&'a self, tag: &'a str) -> Cow<'a, str> {
        let mut parts = tag.split('-');
        let key = format!("language-{}", parts.next().unwrap_or_default());
        let Some(language) = self.known(&key) else { return Cow::Borrowed(tag) };
        let scripts =
            parts.filter_map(|part| self.known(SCRIPTS.iter().find(|(code, _)| *code == part)?.1));
        match scripts.last() {
            Some(script) => Cow::Owned(format!("{language} ({script})")),
            None => Cow::Borrowed(language),
        }
    }

    /// What a country is called, by its two letters of ISO 3166; what is no such letters is its name already.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::UzbekCyrillic).country("KZ"), "Қозоғистон");
    /// assert_eq!(Words::of(Tongue::English).country("Varland"), "Varland");
    /// ```
    pub fn country<'a>(&'a self, country: &'a str) -> &'a str {
        if country.len() != 2 {
            return country;
        }
        self.known(&format!("country-{}", country.to_ascii_lowercase())).unwrap_or(country)
    }

    /// What a sort of outlet is called, one of [`KINDS`](crate::facts::KINDS).
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::Russian).outlet_kind("newspaper"), "газета");
    /// ```
    pub fn outlet_kind<'a>(&'a self, kind: &'a str) -> &'a str {
        self.known(&format!("outlet-kind-{kind}")).unwrap_or(kind)
    }

    /// What a topic is called, by its code of the IPTC Media Topics, with or without `medtop:`;
    /// the code itself where it has no name here.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::English).topic("medtop:15000000"), "Sport");
    /// ```
    pub fn topic<'a>(&'a self, code: &'a str) -> &'a str {
        let bare = code.strip_prefix("medtop:").unwrap_or(code);
        self.known(&format!("topic-{bare}")).unwrap_or(code)
    }

    /// The day of the week.
    pub fn weekday(&self, date: Date) -> &str {
        self.say(match date.weekday() {
            Weekday::Monday => "weekday-1",
            Weekday::Tuesday => "weekday-2",
            Weekday::Wednesday => "weekday-3",
            Weekday::Thursday => "weekday-4",
            Weekday::Friday => "weekday-5",
            Weekday::Saturday => "weekday-6",
            Weekday::Sunday => "weekday-7",
        })
    }
}

/// Scripts that are told apart within a language.
const SCRIPTS: [(&str, &str); 5] = [
    ("Cyrl", "script-cyrl"),
    ("Latn", "script-latn"),
    ("Arab", "script-arab"),
    ("Hans", "script-hans"),
    ("Hant", "script-hant"),
];
