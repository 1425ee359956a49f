//! Names for things: every id is a digest of what it names.

use sha2::{Digest as _, Sha256};
use std::fmt;

/// A SHA-256 digest, printed as 64 lower-case hex digits.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The plain SHA-256 of `bytes`, as other tools print it.
    ///
    /// ```
    /// let empty = parallax_model::Digest::of(b"");
    /// assert!(empty.to_string().starts_with("e3b0c44298fc1c14"));
    /// ```
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest that is printed so.
    ///
    /// ```
    /// use parallax_model::Digest;
    ///
    /// let empty = Digest::of(b"");
    /// assert_eq!(Digest::read(&empty.to_string()), Some(empty));
    /// assert_eq!(Digest::read("e3b0c442"), None);
    /// ```
    pub fn read(digits: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if digits.len() != 2 * bytes.len() {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
            let lower = |digit: &u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(digit);
            let pair = std::str::from_utf8(pair).ok().filter(|_| pair.iter().all(lower))?;
            *byte = u8::from_str_radix(pair, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// The digest's bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Digest {
    /// A digest made before, read back.
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    /// The first eight digits: enough to tell two apart in a test failure.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().take(4).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Feeds fields to a [`Digest`] so that no two field lists can collide.
///
/// The kind comes first and each field carries its length, so
/// `["ab", "c"]` and `["a", "bc"]` differ, and so do two things of different
/// kinds that happen to hold the same bytes.
pub struct DigestBuilder(Sha256);

impl DigestBuilder {
    /// Starts a digest for one kind of thing, such as `"article"`.
    #[must_use]
    pub fn new(kind: &str) -> Self {
        Self(Sha256::new()).field(kind.as_bytes())
    }

    /// Adds one field.
    #[must_use]
    pub fn field(mut self, bytes: &[u8]) -> Self {
        let length = u64::try_from(bytes.len()).expect("a length fits in 64 bits");
        self.0.update(length.to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Ends the digest.
    #[must_use]
    pub fn finish(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Digest);

        impl From<Digest> for $name {
            fn from(digest: Digest) -> Self {
                Self(digest)
            }
        }

        impl $name {
            /// The digest's bytes, for use inside another digest.
            pub const fn as_bytes(&self) -> &[u8; 32] {
                self.0.as_bytes()
            }
        }

        impl fmt::Display for $name {
            /// The first sixteen hex digits: short enough for a url, long
            /// enough that a billion of them rarely meet.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.as_bytes().iter().take(8).try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}:{:?}", stringify!($name), self.0)
            }
        }
    )*};
}

ids! {
    /// Names a [`Capture`](crate::Capture) by its payload and where it came from.
    CaptureId
    /// Names an [`Article`](crate::Article) by its canonical url, or its payload.
    ArticleId
    /// Names a [`Story`](crate::Story) by its founding article.
    StoryId
    /// Names a [`Claim`](crate::Claim) by its story and its first statement.
    ClaimId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_do_not_run_together() {
        let split = |a: &[u8], b: &[u8]| DigestBuilder::new("t").field(a).field(b).finish();
        assert_ne!(split(b"ab", b"c"), split(b"a", b"bc"));
    }

    #[test]
    fn kinds_are_apart() {
        let of = |kind| DigestBuilder::new(kind).field(b"same").finish();
        assert_ne!(of("capture"), of("article"));
    }
}
