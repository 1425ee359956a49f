//! Where hubs can call us.

use std::net::SocketAddr;
use url::Url;

/// Where hubs can reach us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callback {
    public: Url,
    /// Where it is listened: what stands in front passes on what comes to the public address.
    pub listen: SocketAddr,
}

impl Callback {
    /// `public` is the address that hubs are given, to which each adds a part of its own.
    ///
    /// ```
    /// use parallax_acquire::watch::Callback;
    ///
    /// let listen = "127.0.0.1:8087".parse().unwrap();
    /// assert!(Callback::new("https://desk.example/hubs", listen).is_ok());
    /// assert!(Callback::new("desk.example", listen).is_err());
    /// ```
    pub fn new(public: &str, listen: SocketAddr) -> Result<Self, String> {
        let wrong = |why: &str| format!("hubs cannot call at {public}: {why}");
        let mut url = Url::parse(public).map_err(|error| wrong(&error.to_string()))?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(wrong("write it with https:// at its start"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(wrong("it holds a name or a password"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(wrong("it ends in a path, which hubs make longer"));
        }
        let path = format!("{}/", url.path().trim_end_matches('/'));
        url.set_path(&path);
        Ok(Self { public: url, listen })
    }

    pub(super) fn address(&self, token: &str) -> String {
        format!("{}{token}", self.public)
    }
}
