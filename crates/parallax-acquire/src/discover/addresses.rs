//! Addresses as lists write them.

use crate::unwrapped;
use url::Url;

/// Longer addresses are none.
const LONGEST: usize = 4096;

/// An address made whole; `None` where it leads to no page of the web.
///
/// A page as a web archive keeps it is the page itself. The fragment is dropped: it names a
/// place in the page.
pub(super) fn whole(written: &str, base: &Url) -> Option<Url> {
    let written = written.trim();
    if written.is_empty() || written.len() > LONGEST {
        return None;
    }
    let mut url = base.join(written).ok()?;
    if let Some(kept) = unwrapped(url.as_str()) {
        url = Url::parse(&kept.url).ok()?;
    }
    url.set_fragment(None);
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    web.then_some(url)
}
