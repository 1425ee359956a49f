//! How object storage is asked, as the environment of other programs for it says.

use parallax_acquire::watch::{Key, Storage};
use std::env;

/// What the variables say by which such programs are told.
pub(super) fn of_environment() -> Storage {
    let said = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let key = || {
        Some(Key {
            id: said("AWS_ACCESS_KEY_ID")?,
            secret: said("AWS_SECRET_ACCESS_KEY")?,
            token: said("AWS_SESSION_TOKEN"),
        })
    };
    let usual = Storage::default();
    Storage {
        endpoint: said("AWS_ENDPOINT_URL_S3").or_else(|| said("AWS_ENDPOINT_URL")),
        region: said("AWS_REGION").or_else(|| said("AWS_DEFAULT_REGION")).unwrap_or(usual.region),
        key: key(),
    }
}
