//! How what was read is kept: packed, with a check.
//!
//! Eight bytes of xxh3 over the rest, then LZ4 of the postcard form. The form
//! belongs to one version of the program and is no way to pass anything on.

use crate::error::{ArchiveError, Result};
use serde::{Serialize, de::DeserializeOwned};
use xxhash_rust::xxh3::xxh3_64;

/// A value as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(Vec<u8>);

impl Packed {
    /// Packs a value.
    pub fn of(value: &impl Serialize) -> Self {
        let plain = postcard::to_stdvec(value).expect("our types have a postcard form");
        let mut packed = lz4_flex::compress_prepend_size(&plain);
        drop(plain);
        let check = xxh3_64(&packed).to_le_bytes();
        packed.splice(..0, check);
        Self(packed)
    }

    /// What was kept before, not looked at yet.
    pub fn kept(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// As it is kept.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Unpacks the value; `what` names it if it is damaged.
    pub fn open<T: DeserializeOwned>(&self, what: impl Fn() -> String) -> Result<T> {
        let damaged = |how: String| ArchiveError::Damaged { what: what(), how };
        let split = self.0.split_first_chunk::<8>();
        let (check, body) = split.ok_or_else(|| damaged("it is too short".to_owned()))?;
        if xxh3_64(body).to_le_bytes() != *check {
            return Err(damaged("its bytes are not those that were put there".to_owned()));
        }
        let plain = lz4_flex::decompress_size_prepended(body)
            .map_err(|error| damaged(error.to_string()))?;
        postcard::from_bytes(&plain).map_err(|error| damaged(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::Packed;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_out_again(value: Vec<(String, Option<i64>)>) {
            let packed = Packed::of(&value);
            let opened: Vec<(String, Option<i64>)> = packed.open(|| "it".into()).unwrap();
            prop_assert_eq!(opened, value);
        }

        #[test]
        fn a_changed_byte_is_noticed(value: Vec<u16>, at: prop::sample::Index, by in 1_u8..) {
            let mut packed = Packed::of(&value);
            let at = at.index(packed.0.len());
            packed.0[at] ^= by;
            prop_assert!(packed.open::<Vec<u16>>(|| "it".into()).is_err());
        }
    }
}
