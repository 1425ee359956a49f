//! Addresses of pages as web archives keep them, and the pages' own.

use crate::moments;
use jiff::Timestamp;

/// A page that a web archive keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The page's own address.
    pub url: String,
    /// When the archive took it; `None` where the address names no single moment.
    pub at: Option<Timestamp>,
}

/// Archives of archives are not looked into any deeper.
const DEEPEST: usize = 4;

/// What an address of a web archive leads to; `None` where it is an address like any other.
///
/// No list of archives is needed: a moment of fourteen digits followed by an address is how
/// all that run on the software of the Wayback Machine name their pages.
///
/// ```
/// use parallax_acquire::unwrapped;
///
/// let kept = unwrapped("https://web.archive.org/web/20240102030405id_/http://quay.example/a");
/// let kept = kept.expect("it is kept");
/// assert_eq!(kept.url, "http://quay.example/a");
/// assert_eq!(kept.at.map(|at| at.to_string()).as_deref(), Some("2024-01-02T03:04:05Z"));
/// assert_eq!(unwrapped("https://quay.example/2024/01/02/rain"), None);
/// ```
pub fn unwrapped(url: &str) -> Option<Kept> {
    let mut kept = once(url)?;
    for _ in 1..DEEPEST {
        match once(&kept.url) {
            // The innermost archive took the page; those around it took its copy.
            Some(inner) => kept = Kept { at: inner.at.or(kept.at), url: inner.url },
            None => break,
        }
    }
    Some(kept)
}

/// The page's own address, and when it was taken, if an archive keeps it; else the address as it is.
pub(crate) fn own(url: String, at: Option<Timestamp>) -> (String, Option<Timestamp>) {
    match unwrapped(&url) {
        Some(kept) => (kept.url, kept.at.or(at)),
        None => (url, at),
    }
}

fn once(url: &str) -> Option<Kept> {
    let rest =
        url.trim().strip_prefix("http").map(|rest| rest.strip_prefix('s').unwrap_or(rest))?;
    let (host, path) = rest.strip_prefix("://")?.split_once('/')?;
    let host = host.to_ascii_lowercase();
    let wayback = host == "web.archive.org" || host == "wayback.archive.org";
    let mut rest = path;
    // The moment is one of the first parts: /web/M/, /COLLECTION/M/, /wayback/archive/M/, /M/.
    for _ in 0..4 {
        let (part, inner) = rest.split_once('/')?;
        if let Some(named) = named(part, wayback)
            && let Some(url) = address(inner, wayback)
        {
            let at = match named {
                Named::Copy(at) => Some(at),
                Named::Nearest => None,
            };
            return Some(Kept { url, at });
        }
        rest = inner;
    }
    None
}

/// What the part of a path before an address names.
enum Named {
    /// A copy, by its moment.
    Copy(Timestamp),
    /// The copy nearest to a moment.
    Nearest,
}

fn named(part: &str, wayback: bool) -> Option<Named> {
    let digits = part.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    let flags = part.len() - digits.len();
    // id_ im_ js_ cs_ if_ fw_ oe_ mp_
    if flags != 0 && (flags != 3 || !part.ends_with('_')) {
        return None;
    }
    let dotted: String = match digits.split_once('-') {
        // archive.today: 2024.01.02-030405
        Some((day, time)) if day.len() == 10 && time.len() == 6 => {
            day.split('.').chain([time]).collect()
        }
        _ => digits.to_owned(),
    };
    if !dotted.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match dotted.len() {
        14 => moments::packed(&dotted).map(Named::Copy),
        1..14 if wayback => Some(Named::Nearest),
        _ => None,
    }
}

fn address(inner: &str, wayback: bool) -> Option<String> {
    for scheme in ["http", "https"] {
        // Servers that tidy paths make one slash of two.
        let rest = inner.strip_prefix(scheme).and_then(|rest| rest.strip_prefix(":/"));
        if let Some(rest) = rest {
            let rest = rest.trim_start_matches('/');
            let (host, path) =
                rest.split_at_checked(rest.find(['/', '?', '#']).unwrap_or(rest.len()))?;
            let port = if scheme == "http" { ":80" } else { ":443" };
            let host = host.strip_suffix(port).unwrap_or(host);
            return host.contains('.').then(|| format!("{scheme}://{host}{path}"));
        }
    }
    let host = inner.split(['/', '?', '#']).next().unwrap_or_default();
    let named =
        host.contains('.') && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-".contains(&b));
    (wayback && named).then(|| format!("http://{inner}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<(&str, &str)>) {
        let found = unwrapped(url)
            .map(|kept| (kept.url, kept.at.map(|at| at.to_string()).unwrap_or_default()));
        let found = found.as_ref().map(|(url, at)| (url.as_str(), at.as_str()));
        assert_eq!(found, expected, "{url}");
    }

    #[test]
    fn an_address_in_an_archive_leads_to_the_pages_own() {
        let at = "2024-01-02T03:04:05Z";
        let page = "https://quay.example/a?b=c";
        check(&format!("https://web.archive.org/web/20240102030405/{page}"), Some((page, at)));
        check(&format!("http://web.archive.org/web/20240102030405if_/{page}"), Some((page, at)));
        check(
            "https://web.archive.org/web/20240102030405/https:/quay.example/a",
            Some(("https://quay.example/a", at)),
        );
        check(
            "https://web.archive.org/web/20240102030405/http://quay.example:80/",
            Some(("http://quay.example/", at)),
        );
        check(
            "https://web.archive.org/web/20240102030405/quay.example/a",
            Some(("http://quay.example/a", at)),
        );
        check(
            &format!("https://wayback.museum.example/4711/20240102030405mp_/{page}"),
            Some((page, at)),
        );
        check(&format!("https://archive.example/2024.01.02-030405/{page}"), Some((page, at)));
        check(&format!("https://web.archive.org/web/2024/{page}"), Some((page, "")));
        check(
            &format!(
                "https://web.archive.org/web/20250101000000/https://web.archive.org/web/20240102030405/{page}"
            ),
            Some((page, at)),
        );
    }

    #[test]
    fn other_addresses_are_left_alone() {
        check("https://quay.example/web/20240102/http://other.example/", None);
        check("https://web.archive.org/web/*/quay.example", None);
        check("https://web.archive.org/details/a", None);
        check("https://quay.example/20249902030405/https://other.example/", None);
        check("ftp://web.archive.org/web/20240102030405/http://a.example/", None);
        check("https://web.archive.org/web/20240102030405/", None);
    }
}
