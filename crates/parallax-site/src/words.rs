//! What the site says, in each language of the interface.
//!
//! A page asks for [`Words::of`] its tongue once and then for messages by key. Messages without
//! arguments are looked up in a map; the others go through Fluent, which knows plurals. What
//! a catalogue lacks is said in English, and a test tells what it lacks.
//!
//! Text arguments are our own words only (dates, names of languages): a foreign name stands in a
//! `<bdi>` beside a message, never within one, so nothing is isolated here.

mod catalogue;
mod dates;
mod figures;
mod names;

use crate::Tongue;
use catalogue::Catalogue;
use fluent_bundle::{FluentArgs, FluentValue};
use std::{borrow::Cow, fmt, sync::OnceLock};

/// What the site says in one language.
pub struct Words {
    tongue: Tongue,
    catalogue: Catalogue,
}

/// An argument of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A count, which chooses the plural and is written as the language writes numbers.
    Number(u64),
    /// Words of our own: a date, the name of a language.
    Text(&'a str),
}

impl Words {
    /// The words of a tongue, made once.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::English).count("count-articles", 1234), "1,234 articles");
    /// ```
    pub fn of(tongue: Tongue) -> &'static Self {
        static ALL: [OnceLock<Words>; Tongue::ALL.len()] =
            [const { OnceLock::new() }; Tongue::ALL.len()];
        ALL[tongue as usize].get_or_init(|| Self { tongue, catalogue: Catalogue::of(tongue) })
    }

    /// The tongue these words are of.
    pub const fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// A message without arguments; the key itself where no catalogue has it.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.known(key).unwrap_or(key)
    }

    /// A message that what follows belongs to, with what parts the two: a space, but none after a
    /// colon that has its own room.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::English).before("first-to-report"), "First: ");
    /// assert_eq!(Words::of(Tongue::Chinese).before("first-to-report"), "最先：");
    /// ```
    pub fn before(&self, key: &str) -> String {
        let words = self.say(key);
        format!("{words}{}", if words.ends_with('：') { "" } else { " " })
    }

    /// What stands between the parts of a list, with its room.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// assert_eq!(Words::of(Tongue::KazakhArabic).comma(), "، ");
    /// assert_eq!(Words::of(Tongue::Chinese).comma(), "、");
    /// ```
    pub fn comma(&self) -> &str {
        // A catalogue cannot end in a space.
        match self.say("comma") {
            "," => ", ",
            "،" => "، ",
            own => own,
        }
    }

    /// Words of our own one after the other: `5 stories, 20 articles`.
    pub fn list<T: AsRef<str>>(&self, all: impl IntoIterator<Item = T>) -> String {
        let mut list = String::new();
        for (at, words) in all.into_iter().enumerate() {
            list += if at == 0 { "" } else { self.comma() };
            list += words.as_ref();
        }
        list
    }

    /// A message without arguments, where there is one.
    pub fn known(&self, key: &str) -> Option<&str> {
        self.catalogue.plain(key).or_else(|| self.english()?.catalogue.plain(key))
    }

    /// A message with its arguments; the key itself where no catalogue has it.
    ///
    /// ```
    /// use parallax_site::{Tongue, Value, Words};
    /// let words = Words::of(Tongue::English);
    /// assert_eq!(words.tell("as-of", &[("moment", Value::Text("12 March 2027"))]), "As of 12 March 2027");
    /// ```
    pub fn tell(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs<'_> =
            values.iter().map(|&(name, value)| (Cow::Borrowed(name), fluent(value))).collect();
        self.catalogue
            .with(key, &args)
            .or_else(|| self.english()?.catalogue.with(key, &args))
            .unwrap_or_else(|| self.say(key).to_owned())
    }

    /// A message about a number of things, `$count` in the catalogues.
    pub fn count(&self, key: &str, number: u64) -> String {
        self.tell(key, &[("count", Value::Number(number))])
    }

    /// What stands in for a message that a catalogue lacks.
    fn english(&self) -> Option<&'static Self> {
        (self.tongue != Tongue::English).then(|| Self::of(Tongue::English))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Words").field(&self.tongue).finish()
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

fn fluent(value: Value<'_>) -> FluentValue<'_> {
    match value {
        Value::Number(number) => FluentValue::from(number),
        Value::Text(text) => FluentValue::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tongue: Tongue, number: u64, expected: &str) {
        assert_eq!(Words::of(tongue).count("count-articles", number), expected);
    }

    #[test]
    fn tongues_stand_in_the_order_of_their_menu() {
        for (place, tongue) in Tongue::ALL.into_iter().enumerate() {
            assert_eq!(tongue as usize, place);
            assert_eq!(Words::of(tongue).tongue(), tongue);
        }
    }

    #[test]
    fn each_language_has_its_plurals_and_its_numbers() {
        check(Tongue::English, 1, "1 article");
        check(Tongue::English, 12_034, "12,034 articles");
        check(Tongue::English, 0, "0 articles");
        check(Tongue::Russian, 1, "1 материал");
        check(Tongue::Russian, 22, "22 материала");
        check(Tongue::Russian, 11, "11 материалов");
        check(Tongue::Russian, 1_000_021, "1\u{A0}000\u{A0}021 материал");
        check(Tongue::KazakhCyrillic, 5, "5 мақала");
        check(Tongue::KazakhLatin, 5, "5 maqala");
        check(Tongue::KazakhArabic, 5, "5 ماقالا");
        check(Tongue::Chinese, 5, "5 篇报道");
        check(Tongue::UzbekCyrillic, 5, "5 мақола");
    }

    #[test]
    fn a_key_nobody_knows_is_said_as_it_is() {
        let words = Words::of(Tongue::Russian);
        assert_eq!(words.say("no-such-key"), "no-such-key");
        assert_eq!(words.count("no-such-key", 3), "no-such-key");
        assert_eq!(words.known("no-such-key"), None);
    }
}
