//! What may be asked for: an address is taken apart and refused for the first thing that is wrong with it.

mod host;

use super::{
    failure::Refusal,
    network::{Allowed, no_place_for_outlets},
};
use host::host;
use std::fmt;
use url::{Host, Url};

/// Longer addresses are refused: no article has one.
const LONGEST: usize = 4096;

/// The ports an outlet may be on, where nothing else is said: those of HTTP and HTTPS, and the two that take their place.
pub const PORTS: [u16; 4] = [80, 443, 8080, 8443];

/// What may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Addresses that may be connected to although no outlet is on them.
    pub allowed: Allowed,
    /// The ports.
    pub ports: Vec<u16>,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { allowed: Allowed::none(), ports: PORTS.to_vec() }
    }
}

/// An address that may be asked for, as far as its text tells; what its name resolves to is
/// checked when it is connected to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    url: Url,
}

impl Target {
    /// Takes an address apart; it is refused for the first thing that is wrong with it.
    ///
    /// ```
    /// use parallax_acquire::net::{Bounds, Target};
    ///
    /// let refused = Target::new("http://0x7f.1/", &Bounds::default()).unwrap_err();
    /// assert_eq!(refused.to_string(), "the host is 127.0.0.1 in disguise, which is loopback");
    /// assert!(Target::new("https://quay.example/a", &Bounds::default()).is_ok());
    /// ```
    pub fn new(text: &str, bounds: &Bounds) -> Result<Self, Refusal> {
        let text = text.trim_matches(|letter: char| letter.is_ascii_whitespace());
        written_plainly(text)?;
        let mut url = Url::parse(text).map_err(|error| Refusal::NotAnAddress(error.to_string()))?;
        url.set_fragment(None);
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refusal::Scheme(url.scheme().to_owned()));
        }
        if authority(text).contains('@') || !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::Credentials);
        }
        host(&url, text, &bounds.allowed)?;
        let port = url.port_or_known_default().unwrap_or(0);
        if !bounds.ports.contains(&port) {
            return Err(Refusal::Port(port));
        }
        Ok(Self { url })
    }

    /// Where a redirect from here to `location` leads.
    pub fn follow(&self, location: &str, bounds: &Bounds) -> Result<Self, Refusal> {
        let location = location.trim_matches(|letter: char| letter.is_ascii_whitespace());
        written_plainly(location)?;
        let joined = self.url.join(location);
        let joined = joined.map_err(|error| Refusal::NotAnAddress(error.to_string()))?;
        // As it was written, where it names a host: joining undoes disguises.
        let absolute = Url::parse(location).is_ok();
        Self::new(if absolute { location } else { joined.as_str() }, bounds)
    }

    /// The address, without a fragment.
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The same, taken apart.
    pub fn parts(&self) -> &Url {
        &self.url
    }

    /// The name of the host, or its literal address without brackets.
    pub fn host(&self) -> String {
        match self.url.host() {
            Some(Host::Ipv6(address)) => address.to_string(),
            _ => self.url.host_str().unwrap_or_default().to_owned(),
        }
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.url.port_or_known_default().unwrap_or(0)
    }

    /// Whether it is asked for over TLS.
    pub fn is_secure(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// What a server is asked for: path and query.
    pub fn path_and_query(&self) -> String {
        match self.url.query() {
            Some(query) => format!("{}?{query}", self.url.path()),
            None => self.url.path().to_owned(),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(self.url.as_str()))
    }
}

/// An address as it may stand in a log: what may be a secret is left out, a name and password
/// before the host, and whatever follows a question mark.
///
/// ```
/// use parallax_acquire::net::shown;
///
/// assert_eq!(shown("https://me:pass@quay.example/feed?key=1"), "https://quay.example/feed?…");
/// ```
pub fn shown(url: &str) -> String {
    let bare = url.split(['?', '#']).next().unwrap_or_default();
    let query = if bare.len() < url.len() { "?…" } else { "" };
    let named = match bare.split_once("://") {
        Some((scheme, rest)) => {
            let end = rest.find(['/', '\\']).unwrap_or(rest.len());
            let (host, path) = rest.split_at(end);
            let host = host.rsplit('@').next().unwrap_or_default();
            format!("{scheme}://{host}{path}")
        }
        None => bare.rsplit('@').next().unwrap_or_default().to_owned(),
    };
    let clean = named.chars().filter(|letter| !letter.is_control()).take(300);
    clean.collect::<String>() + query
}

/// Refuses letters that readers of addresses drop or turn into others.
fn written_plainly(text: &str) -> Result<(), Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::NotAnAddress(format!("longer than {LONGEST} bytes")));
    }
    if text.chars().any(char::is_control) {
        return Err(Refusal::NotAnAddress("it holds control characters".to_owned()));
    }
    let before_query = text.split('?').next().unwrap_or_default();
    if before_query.contains('\\') {
        return Err(Refusal::NotAnAddress("it holds a backslash".to_owned()));
    }
    Ok(())
}

/// What stands where host and port stand.
fn authority(text: &str) -> &str {
    let after = text.split_once(':').map_or("", |(_, rest)| rest).trim_start_matches('/');
    after.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Target, shown};
    use crate::net::{Allowed, Network};
    use proptest::prelude::*;

    fn refused(url: &str) -> String {
        match Target::new(url, &Bounds::default()) {
            Ok(target) => format!("let through: {target}"),
            Err(refusal) => refusal.to_string(),
        }
    }

    #[test]
    fn what_is_wrong_is_said_in_words() {
        assert_eq!(refused("http://127.0.0.1/"), "the host is 127.0.0.1, which is loopback");
        assert_eq!(refused("http://8.8.8.8/"), "the host is 8.8.8.8: an outlet has a name");
        assert_eq!(refused("ftp://quay.example/"), "ftp is not asked for, only http and https");
        assert_eq!(refused("http://quay.example:22/"), "port 22 is not one an outlet is on");
        assert_eq!(refused("http://a:b@quay.example/"), "it holds a name or a password");
    }

    #[test]
    fn names_in_any_script_are_let_through() {
        for url in [
            "https://қала.example/a",
            "https://QUAY.example:443/",
            "http://a.b.quay.example:8080/?b=c",
        ] {
            assert!(Target::new(url, &Bounds::default()).is_ok(), "{url}: {}", refused(url));
        }
    }

    #[test]
    fn a_redirect_is_held_to_the_same() {
        let bounds = Bounds::default();
        let from = Target::new("https://quay.example/a/b?c", &bounds).unwrap();
        assert_eq!(from.follow("../d#e", &bounds).unwrap().url(), "https://quay.example/d");
        assert_eq!(
            from.follow("//news.quay.example/", &bounds).unwrap().host(),
            "news.quay.example"
        );
        for location in [
            "//127.1/",
            "http://0177.0.0.1/",
            "//a@quay.example/",
            "file:///etc/passwd",
            "\\\\127.0.0.1\\",
        ] {
            assert!(from.follow(location, &bounds).is_err(), "{location}");
        }
    }

    #[test]
    fn what_is_allowed_is_let_through_and_no_more() {
        let networks = vec!["10.1.0.0/16".parse::<Network>().unwrap()];
        let bounds = Bounds { allowed: Allowed::only(networks), ..Bounds::default() };
        assert!(Target::new("http://10.1.2.3/", &bounds).is_ok());
        assert!(Target::new("http://wiki/", &bounds).is_ok());
        assert!(Target::new("http://10.2.2.3/", &bounds).is_err());
    }

    #[test]
    fn secrets_are_not_shown() {
        assert_eq!(shown("http://u:p@h.example:80/x?token=1#f"), "http://h.example:80/x?…");
        assert_eq!(shown("u:p@h"), "h");
        assert_eq!(shown("http://u:p@h.example\\x@y/"), "http://h.example\\x@y/");
    }

    proptest! {
        #[test]
        fn anything_can_be_looked_at(url in "(http://)?[a-z0-9:@%\\[\\].。/\\\\?#\u{0}-\u{ff}]{0,40}") {
            if let Ok(target) = Target::new(&url, &Bounds::default()) {
                prop_assert!(target.parts().host().is_some_and(|host| matches!(host, url::Host::Domain(_))));
                prop_assert_eq!(&Target::new(target.url(), &Bounds::default()).unwrap(), &target);
            }
            let _ = shown(&url);
        }
    }
}
