//! Who asks: our name, and how to reach whoever runs us.

/// The name by which robots.txt files speak of us.
pub const NAME: &str = "Parallax";

/// What a server is told of who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent(String);

impl Agent {
    /// Our name and version, and an address of a page or of mail that reaches the operator.
    ///
    /// ```
    /// use parallax_acquire::net::Agent;
    ///
    /// let agent = Agent::new("https://quay.example/crawler").unwrap();
    /// assert!(agent.as_str().ends_with(" (+https://quay.example/crawler)"));
    /// assert!(Agent::new("me").is_err());
    /// ```
    pub fn new(contact: &str) -> Result<Self, String> {
        let contact = contact.trim();
        let reaches = contact.starts_with("http://")
            || contact.starts_with("https://")
            || contact
                .split_once('@')
                .is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
        let plain = contact.bytes().all(|byte| byte.is_ascii_graphic() && !b"()\\".contains(&byte));
        if reaches && plain && contact.len() <= 200 {
            Ok(Self(format!("{NAME}/{} (+{contact})", env!("CARGO_PKG_VERSION"))))
        } else {
            Err(format!(
                "not a way to reach who runs this: {contact:?}; give the address of a page or of mail"
            ))
        }
    }

    /// The line that is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
