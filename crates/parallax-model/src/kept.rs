//! How an offset from UTC is kept: as seconds.

use jiff::tz::Offset;
use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de::Error};

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde asks for it so")]
pub(crate) fn serialize<S: Serializer>(
    offset: &Option<Offset>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    offset.map(Offset::seconds).serialize(serializer)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Offset>, D::Error> {
    let seconds = Option::<i32>::deserialize(deserializer)?;
    seconds.map(Offset::from_seconds).transpose().map_err(D::Error::custom)
}
