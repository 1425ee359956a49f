//! By which names the server may be asked for.
//!
//! A page from elsewhere can have its own name lead to this machine and then read what is served
//! here as if it were its own (DNS rebinding). So a server that listens on loopback answers to
//! the names of loopback and to those it is told, and to no other.

use std::net::{IpAddr, SocketAddr};

/// The names in `Host` headers that are answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Lower case, without port; none where every name is answered.
    known: Option<Vec<String>>,
}

impl Names {
    /// Those of a server that listens at `address`: on loopback its own and `others`; else only
    /// `others`, or any where none is given.
    pub fn of(address: SocketAddr, others: &[String]) -> Self {
        let others = others.iter().map(|name| name.to_ascii_lowercase());
        if address.ip().is_loopback() {
            let own = ["localhost".to_owned(), host(address.ip())];
            return Self { known: Some(own.into_iter().chain(others).collect()) };
        }
        let known: Vec<String> = others.collect();
        Self { known: (!known.is_empty()).then_some(known) }
    }

    /// Whether what a `Host` header holds is one of them.
    pub(crate) fn know(&self, asked: &str) -> bool {
        let Some(known) = &self.known else { return true };
        let name = without_port(asked).to_ascii_lowercase();
        known.contains(&name)
    }
}

fn host(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

/// `quay.example:8440` and `[::1]:8440` without what follows the name.
fn without_port(host: &str) -> &str {
    let port =
        host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|digit| digit.is_ascii_digit()));
    match port {
        Some((name, _)) if !name.contains(':') || name.ends_with(']') => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(listening: &str, others: &[&str], asked: &str, answered: bool) {
        let others: Vec<String> = others.iter().map(|&name| name.to_owned()).collect();
        let names = Names::of(listening.parse().unwrap(), &others);
        assert_eq!(names.know(asked), answered, "{asked} of {listening}");
    }

    #[test]
    fn on_loopback_a_name_of_elsewhere_is_not_answered() {
        check("127.0.0.1:8440", &[], "127.0.0.1:8440", true);
        check("127.0.0.1:8440", &[], "LocalHost:8440", true);
        check("127.0.0.1:8440", &[], "rebound.example", false);
        check("127.0.0.1:8440", &[], "127.0.0.1.rebound.example:8440", false);
        check("127.0.0.1:8440", &[], "", false);
        check("127.0.0.1:8440", &["News.example"], "news.example", true);
        check("[::1]:8440", &[], "[::1]:8440", true);
        check("[::1]:8440", &[], "[::2]:8440", false);
    }

    #[test]
    fn elsewhere_any_name_is_answered_unless_some_are_given() {
        check("192.0.2.1:80", &[], "news.example", true);
        check("192.0.2.1:80", &["news.example"], "news.example:80", true);
        check("192.0.2.1:80", &["news.example"], "other.example", false);
    }
}
