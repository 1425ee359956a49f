//! What a reader asks for.

/// A request, as far as the answer hangs on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asking<'a> {
    /// The path as it was sent, percent-encoded: `/ru/story/3f2a90c1/compare/`.
    pub path: &'a str,
    /// What stands after the question mark, as it was sent.
    pub query: &'a str,
    /// The `Cookie` header.
    pub cookies: &'a str,
    /// The `Accept-Language` header.
    pub languages: &'a str,
}
