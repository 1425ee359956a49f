//! The one form of an article's address, so that it is asked for once however it is linked to.

use std::{collections::BTreeSet, sync::LazyLock};
use url::Url;

/// An address without what says how a reader came to it, and the name its article goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical {
    /// What to ask for.
    pub url: String,
    /// By what to know it again: the same over HTTP and HTTPS.
    pub key: String,
}

/// The form of an address in which an article is asked for and known.
///
/// ```
/// use parallax_acquire::watch::canonical;
///
/// let found = canonical("HTTPS://Quay.example:443/a?utm_source=x&id=7&fbclid=y#top").unwrap();
/// assert_eq!(found.url, "https://quay.example/a?id=7");
/// assert_eq!(found.key, "//quay.example/a?id=7");
/// ```
pub fn canonical(url: &str) -> Option<Canonical> {
    let mut url = Url::parse(url.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    url.set_fragment(None);
    let query = url.query().map(|query| {
        let kept = query.split('&').filter(|part| !part.is_empty() && !is_tracking(part));
        kept.collect::<Vec<_>>().join("&")
    });
    url.set_query(query.as_deref().filter(|query| !query.is_empty()));
    let text = String::from(url);
    let key = text.split_once(':').map(|(_, rest)| rest.to_owned())?;
    Some(Canonical { url: text, key })
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    let Table { names, starts } = &*TABLE;
    names.contains(name.as_str()) || starts.iter().any(|start| name.starts_with(start))
}

struct Table {
    names: BTreeSet<&'static str>,
    starts: Vec<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let lines = include_str!("../../data/tracking.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
    let (starts, names): (Vec<_>, Vec<_>) = lines.partition(|line| line.ends_with('*'));
    Table {
        names: names.into_iter().collect(),
        starts: starts.into_iter().map(|line| line.trim_end_matches('*')).collect(),
    }
});

#[cfg(test)]
mod tests {
    use super::canonical;
    use proptest::prelude::*;

    fn url(text: &str) -> Option<String> {
        canonical(text).map(|found| found.url)
    }

    #[test]
    fn what_says_how_one_came_is_dropped_and_nothing_else() {
        for (given, kept) in [
            ("http://quay.example/a?utm_campaign=x", "http://quay.example/a"),
            ("http://quay.example/a?UTM_Campaign=x&b", "http://quay.example/a?b"),
            ("http://quay.example/a?b=2&a=1&gclid=3", "http://quay.example/a?b=2&a=1"),
            ("http://quay.example/a?", "http://quay.example/a"),
            ("http://quay.example/a?&&b", "http://quay.example/a?b"),
            ("http://quay.example?id=utm_source", "http://quay.example/?id=utm_source"),
            ("http://quay.example:80/a#utm", "http://quay.example/a"),
        ] {
            assert_eq!(url(given).as_deref(), Some(kept));
        }
        assert_eq!(url("mailto:desk@quay.example"), None);
        assert_eq!(url("not an address"), None);
    }

    #[test]
    fn an_article_is_the_same_over_http_and_https() {
        let key = |text: &str| canonical(text).unwrap().key;
        assert_eq!(key("http://quay.example/a"), key("https://quay.example/a?fbclid=1"));
        assert_ne!(key("http://quay.example/a"), key("http://quay.example/a/"));
    }

    proptest! {
        #[test]
        fn it_stays_as_it_is(text in "https?://[a-z]{1,8}\\.example/[a-z?&=_#%]{0,20}") {
            if let Some(once) = canonical(&text) {
                prop_assert_eq!(canonical(&once.url), Some(once));
            }
        }
    }
}
