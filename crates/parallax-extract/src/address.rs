//! Addresses: one canonical form for each article, and the site it is on.

use url::Url;

/// Query parameters that say where a reader came from, not what is read.
const TRACKING: &str = include_str!("../data/html/tracking-parameters.txt");

/// The canonical form of an absolute web address.
///
/// No fragment, no tracking parameter, no default port; host in lower case.
/// `None` for anything that is no `http` or `https` address.
pub(crate) fn canonical(address: &str) -> Option<String> {
    resolve(None, address)
}

/// The canonical form of `address` as printed on the page at `base`.
pub(crate) fn resolve(base: Option<&str>, address: &str) -> Option<String> {
    let address = address.trim();
    let url = match base.and_then(|base| Url::parse(base).ok()) {
        Some(base) => base.join(address).ok()?,
        None => Url::parse(address).ok()?,
    };
    clean(url)
}

fn clean(mut url: Url) -> Option<String> {
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return None;
    }
    url.set_fragment(None);
    if url.query().is_some() {
        let kept: Vec<_> = url
            .query()
            .unwrap_or_default()
            .split('&')
            .filter(|pair| !pair.is_empty() && !is_tracking(pair))
            .collect();
        let query = kept.join("&");
        url.set_query((!query.is_empty()).then_some(query.as_str()));
    }
    Some(url.into())
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    TRACKING.lines().filter(|line| !line.starts_with('#')).any(|rule| {
        match rule.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => !rule.is_empty() && name == rule,
        }
    })
}

/// The host of an address, lower case.
pub(crate) fn host(address: &str) -> Option<String> {
    Some(Url::parse(address.trim()).ok()?.host_str()?.trim_end_matches('.').to_owned())
}

/// The registrable domain of an address: `northport.example` of
/// `https://news.northport.example/a`. A bare host or number stands for itself.
pub(crate) fn domain(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    let host = url.host_str()?.trim_end_matches('.');
    if host.is_empty() {
        return None;
    }
    match url.domain() {
        Some(name) => Some(psl::domain_str(name.trim_end_matches('.')).unwrap_or(host).to_owned()),
        None => Some(host.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{canonical, domain, resolve};

    #[track_caller]
    fn check(address: &str, expected: &str) {
        assert_eq!(canonical(address).as_deref(), Some(expected));
    }

    #[test]
    fn an_address_has_one_canonical_form() {
        check(
            "HTTPS://News.Example:443/a?utm_source=x&id=7&fbclid=q#top",
            "https://news.example/a?id=7",
        );
        check("http://news.example?utm_medium=feed", "http://news.example/");
        check("http://news.example/a?b=1&c=2", "http://news.example/a?b=1&c=2");
    }

    #[test]
    fn only_web_addresses_count() {
        assert_eq!(canonical("mailto:desk@news.example"), None);
        assert_eq!(canonical("/a/b"), None);
        assert_eq!(canonical("javascript:void(0)"), None);
    }

    #[test]
    fn a_printed_address_is_resolved_on_its_page() {
        let page = Some("https://news.example/world/a.html");
        assert_eq!(resolve(page, "../b").as_deref(), Some("https://news.example/b"));
        assert_eq!(
            resolve(page, "//cdn.example/i.jpg").as_deref(),
            Some("https://cdn.example/i.jpg")
        );
        assert_eq!(resolve(None, "../b"), None);
    }

    #[test]
    fn the_site_is_the_registrable_domain() {
        let of = |address| domain(address).unwrap_or_default();
        assert_eq!(of("https://www.news.co.uk/a"), "news.co.uk");
        assert_eq!(of("https://a.b.gazette.example/"), "gazette.example");
        assert_eq!(of("http://localhost/"), "localhost");
        assert_eq!(of("http://127.0.0.1/"), "127.0.0.1");
    }
}
