//! The few files that pages use; their addresses name their content.

use crate::{Address, Answer, Keep, Status, charts};
use parallax_model::Digest;
use std::sync::LazyLock;

/// A file that pages use.
pub(crate) struct Asset {
    /// With the beginning of the digest of what is in it.
    pub(crate) name: String,
    media_type: &'static str,
    content: String,
}

/// Digits of the digest in a name: enough that no two states of a file share them.
const DIGITS: usize = 12;

pub(crate) static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "site",
        "css",
        "text/css; charset=utf-8",
        [include_str!("../assets/site.css"), charts::STYLES].concat(),
    )
});
pub(crate) static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "site",
        "js",
        "text/javascript; charset=utf-8",
        include_str!("../assets/site.js").to_owned(),
    )
});
pub(crate) static ICON: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("icon", "svg", "image/svg+xml", include_str!("../assets/icon.svg").to_owned())
});

impl Asset {
    fn new(stem: &str, end: &str, media_type: &'static str, content: String) -> Self {
        let digest = Digest::of(content.as_bytes()).to_string();
        let digits: String = digest.chars().take(DIGITS).collect();
        Self { name: format!("{stem}.{digits}.{end}"), media_type, content }
    }

    pub(crate) fn address(&self) -> Address {
        Address::Asset(self.name.clone())
    }
}

/// The addresses of all.
pub(crate) fn all() -> [Address; 3] {
    [STYLE.address(), SCRIPT.address(), ICON.address()]
}

/// The file of a name.
pub(crate) fn answer(name: &str) -> Option<Answer> {
    let found = [&STYLE, &SCRIPT, &ICON].into_iter().find(|asset| asset.name == name)?;
    Some(Answer {
        status: Status::Here,
        media_type: found.media_type,
        language: None,
        save_as: None,
        cookie: None,
        keep: Keep::Forever,
        body: found.content.as_bytes().to_vec(),
    })
}
