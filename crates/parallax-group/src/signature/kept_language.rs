//! How the language of a signature is kept: by its tag.

use parallax_language::Language;
use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

pub(super) fn serialize<S: Serializer>(
    language: &&'static str,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    language.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<&'static str, D::Error> {
    let tag = String::deserialize(deserializer)?;
    Ok(Language::of_tag(&tag).unwrap_or(Language::UNKNOWN).primary())
}
