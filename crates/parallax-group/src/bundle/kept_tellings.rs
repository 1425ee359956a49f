//! How what is told in each language is kept: the language by its tag.

use super::Telling;
use parallax_language::Language;
use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

pub(super) fn serialize<S: Serializer>(
    tellings: &[(&'static str, Telling)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    tellings.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<(&'static str, Telling)>, D::Error> {
    let tellings = Vec::<(String, Telling)>::deserialize(deserializer)?;
    let known = |tag: &str| Language::of_tag(tag).unwrap_or(Language::UNKNOWN).primary();
    Ok(tellings.into_iter().map(|(tag, telling)| (known(&tag), telling)).collect())
}
