//! The messages of one language, as its files hold them.

use super::figures::Marks;
use crate::Tongue;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::collections::BTreeMap;

/// The messages of one language.
pub(super) struct Catalogue {
    plain: BTreeMap<&'static str, String>,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    pub(super) fn of(tongue: Tongue) -> Self {
        let language = plurals_of(tongue).parse().expect("a tag of our own");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match Marks::of(tongue) {
            Marks::CommaAndPoint => among_words::<false, _>,
            Marks::SpaceAndComma => among_words::<true, _>,
        }));
        for file in files(tongue) {
            // What cannot be read is left out, and the test of equal keys finds it.
            let read = FluentResource::try_new(file.to_owned());
            bundle.add_resource_overriding(read.unwrap_or_else(|(read, _)| read));
        }
        let keys = files(tongue).into_iter().flat_map(keys);
        let plain = keys.filter_map(|key| Some((key, plain(&bundle, key)?))).collect();
        Self { plain, bundle }
    }

    /// A message without arguments.
    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(String::as_str)
    }

    /// A message with its arguments.
    pub(super) fn with(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut faults).into_owned())
    }
}

/// The files of a tongue: what the site says, and names as CLDR and IPTC have them.
pub(super) const fn files(tongue: Tongue) -> [&'static str; 2] {
    match tongue {
        Tongue::KazakhCyrillic => {
            [include_str!("../../locales/kk.ftl"), include_str!("../../locales/names/kk.ftl")]
        }
        Tongue::KazakhLatin => [
            include_str!("../../locales/kk-latn.ftl"),
            include_str!("../../locales/names/kk-latn.ftl"),
        ],
        Tongue::KazakhArabic => [
            include_str!("../../locales/kk-arab.ftl"),
            include_str!("../../locales/names/kk-arab.ftl"),
        ],
        Tongue::Russian => {
            [include_str!("../../locales/ru.ftl"), include_str!("../../locales/names/ru.ftl")]
        }
        Tongue::English => {
            [include_str!("../../locales/en.ftl"), include_str!("../../locales/names/en.ftl")]
        }
        Tongue::Chinese => {
            [include_str!("../../locales/zh.ftl"), include_str!("../../locales/names/zh.ftl")]
        }
        Tongue::UzbekCyrillic => {
            [include_str!("../../locales/uz.ftl"), include_str!("../../locales/names/uz.ftl")]
        }
    }
}

/// Keys of a file: what stands before the sign of equality of a line that is not indented.
pub(super) fn keys(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}

/// The words of a message, if it asks for no argument.
fn plain(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut faults = Vec::new();
    let words = bundle.format_pattern(pattern, None, &mut faults).into_owned();
    faults.is_empty().then_some(words)
}

/// The language whose plurals a tongue has: a script changes none.
const fn plurals_of(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::KazakhCyrillic | Tongue::KazakhLatin | Tongue::KazakhArabic => "kk",
        Tongue::Russian => "ru",
        Tongue::English => "en",
        Tongue::Chinese => "zh",
        Tongue::UzbekCyrillic => "uz",
    }
}

/// How Fluent writes a number among words; it takes a function, and no value with it.
fn among_words<const SPACED: bool, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let marks = if SPACED { Marks::SpaceAndComma } else { Marks::CommaAndPoint };
    Some(marks.grouped(&number.as_string()))
}
