//! Whether a message is from the hub that has our secret (`X-Hub-Signature`).

use ring::hmac;

/// A message as far as it came.
pub(crate) struct Signed {
    context: hmac::Context,
    /// What its signature must be.
    said: Vec<u8>,
}

impl Signed {
    /// Begins with the value of the field: the name of a method, `=`, and figures. Nothing where it cannot be checked.
    pub(crate) fn new(secret: &str, field: &str) -> Option<Self> {
        let (method, figures) = field.trim().split_once('=')?;
        let method = match method.to_ascii_lowercase().as_str() {
            // As a signature with a secret it still holds; most hubs know no other.
            "sha1" => hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
            "sha256" => hmac::HMAC_SHA256,
            "sha384" => hmac::HMAC_SHA384,
            "sha512" => hmac::HMAC_SHA512,
            _ => return None,
        };
        let context = hmac::Context::with_key(&hmac::Key::new(method, secret.as_bytes()));
        Some(Self { context, said: bytes(figures)? })
    }

    /// More of the message.
    pub(crate) fn goes_on(&mut self, bytes: &[u8]) {
        self.context.update(bytes);
    }

    /// Whether that was the message that was signed. How long it takes tells nothing of where they part.
    pub(crate) fn holds(self) -> bool {
        let tag = self.context.sign();
        let right = tag.as_ref();
        let parted = right.iter().zip(&self.said).fold(0, |parted, (a, b)| parted | (a ^ b));
        parted == 0 && right.len() == self.said.len()
    }
}

fn bytes(figures: &str) -> Option<Vec<u8>> {
    let figure =
        |byte: &u8| char::from(*byte).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let pairs = figures.as_bytes().chunks(2);
    pairs
        .map(|pair| match pair {
            [high, low] => Some(figure(high)? << 4 | figure(low)?),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Signed;
    use proptest::prelude::*;

    fn is_right(secret: &str, field: &str, message: &[u8]) -> bool {
        Signed::new(secret, field).is_some_and(|mut signed| {
            message.chunks(3).for_each(|part| signed.goes_on(part));
            signed.holds()
        })
    }

    #[test]
    fn what_the_hub_signed_is_told_from_everything_else() {
        let message = b"The quick brown fox jumps over the lazy dog";
        let sha1 = "de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9";
        let sha256 = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";
        for (method, figures) in [("sha1", sha1), ("sha256", sha256), ("SHA256", sha256)] {
            assert!(is_right("key", &format!("{method}={figures}"), message));
            assert!(!is_right("kez", &format!("{method}={figures}"), message));
            assert!(!is_right("key", &format!("{method}={figures}"), b"The quick brown cat"));
            assert!(!is_right("key", &format!("{method}={figures}00"), message));
        }
        for odd in
            ["", "sha1", "sha1=", "md5=00", "sha256=zz", "sha256=f7bc8", sha256, "=", "sha1=é"]
        {
            assert!(!is_right("key", odd, message), "{odd}");
        }
        assert!(!is_right("key", &format!("sha256={sha1}"), message));
    }

    proptest! {
        #[test]
        fn any_field_can_come(field: String, message: Vec<u8>) {
            prop_assert!(!is_right("key", &field, &message));
        }
    }
}
