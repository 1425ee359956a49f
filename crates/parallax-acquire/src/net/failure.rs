//! Why nothing came, in words a person can act on.

use std::{net::IpAddr, time::Duration};
use thiserror::Error;

/// Why something is not asked for at all.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The text is no address.
    #[error("not an address: {0}")]
    NotAnAddress(String),
    /// Another way of asking than HTTP.
    #[error("{0} is not asked for, only http and https")]
    Scheme(String),
    /// Something stands before an `@`.
    #[error("it holds a name or a password")]
    Credentials,
    /// The host is no name of an outlet.
    #[error("the name of the host is refused: {0}")]
    Name(&'static str),
    /// The host is a number.
    #[error("the host is {address}{}{}", if *.disguised { " in disguise" } else { "" },
        .why.map_or_else(|| ": an outlet has a name".to_owned(), |why| format!(", which is {why}")))]
    Literal {
        /// The number.
        address: IpAddr,
        /// Whether it was written in another way than numbers of hosts are.
        disguised: bool,
        /// What is wrong with it, where more is than that it is a number.
        why: Option<&'static str>,
    },
    /// A port that is not for the web.
    #[error("port {0} is not one an outlet is on")]
    Port(u16),
    /// The name leads to a place where no outlet is.
    #[error("{host} leads to {address}, which is {why}")]
    Leads {
        /// The name.
        host: String,
        /// Where it leads to.
        address: IpAddr,
        /// What is wrong with it.
        why: &'static str,
    },
}

/// Why asking gave nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Failure {
    /// It was not asked for.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// A redirect leads to what is not asked for.
    #[error("a redirect is refused: {0}")]
    RedirectRefused(Refusal),
    /// The name leads nowhere.
    #[error("the name {0} leads nowhere")]
    Unresolved(String),
    /// No connection.
    #[error("cannot connect: {0}")]
    Unreachable(String),
    /// The server does not prove who it is.
    #[error("the server does not prove who it is: {0}")]
    Untrusted(String),
    /// It took too long.
    #[error("{what} within {} s", .limit.as_secs_f32())]
    Slow {
        /// What did not happen.
        what: &'static str,
        /// In which time.
        limit: Duration,
    },
    /// The head of the answer is too large.
    #[error("the head of the answer is larger than {} KiB", .0 >> 10)]
    HeadTooLarge(usize),
    /// The body is too large.
    #[error("the body is larger than {} KiB", .0 >> 10)]
    BodyTooLarge(usize),
    /// It expands to far more than was sent.
    #[error("the body expands more than {0}-fold: a bomb")]
    Bomb(usize),
    /// Less came than was said.
    #[error("the body is cut short")]
    CutShort,
    /// More came than was said.
    #[error("the body is longer than its head says")]
    LongerThanSaid,
    /// It is no HTTP.
    #[error("the answer cannot be understood: {0}")]
    Garbled(String),
    /// It is compressed in a way that cannot be undone.
    #[error("the body cannot be unpacked: {0}")]
    Packed(String),
    /// It leads on and on.
    #[error("more than {0} redirects")]
    TooManyRedirects(usize),
    /// It leads in a circle.
    #[error("redirects in a circle")]
    RedirectLoop,
    /// It leads on and does not say where.
    #[error("a redirect that does not say where")]
    RedirectNowhere,
}

impl Failure {
    /// Whether asking again soon would give the same: nothing about it is chance.
    pub fn is_lasting(&self) -> bool {
        match self {
            Self::Refused(_)
            | Self::RedirectRefused(_)
            | Self::TooManyRedirects(_)
            | Self::RedirectLoop
            | Self::RedirectNowhere
            | Self::BodyTooLarge(_)
            | Self::HeadTooLarge(_)
            | Self::Bomb(_) => true,
            Self::Unresolved(_)
            | Self::Unreachable(_)
            | Self::Untrusted(_)
            | Self::Slow { .. }
            | Self::CutShort
            | Self::LongerThanSaid
            | Self::Garbled(_)
            | Self::Packed(_) => false,
        }
    }

    /// Whether it says that the server as a whole cannot be had, and not this one answer of it.
    pub fn is_of_the_server(&self) -> bool {
        matches!(self, Self::Unresolved(_) | Self::Unreachable(_) | Self::Untrusted(_))
    }
}
