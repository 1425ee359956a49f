//! Markup as it stands, broken or not, token by token: feeds, lists and front pages.
//!
//! Never fails and never looks back, so that reading costs no more than the text is long. What
//! an article's markup means is another room's question; here only lists of links are read.

mod references;
mod tag;

pub(crate) use references::{decoded, escaped};

/// Rules that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Sections of character data are text; `<` ends a broken attribute.
    Xml,
    /// Scripts and styles are no text.
    Html,
}

/// One piece, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag, by name.
    End(&'a str),
    /// Text, with references as written.
    Text(&'a str),
    /// Text of a section of character data, which has no references.
    Raw(&'a str),
    /// A comment.
    Comment(&'a str),
}

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    attributes: &'a str,
    /// `<br/>`
    pub(crate) empty: bool,
}

/// A token and where it starts and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Placed<'a> {
    pub(crate) token: Token<'a>,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The tokens of a text.
pub(crate) struct Markup<'a> {
    text: &'a str,
    at: usize,
    dialect: Dialect,
    /// The script or style that the tokens are inside of.
    raw: Option<&'a str>,
}

impl<'a> Markup<'a> {
    pub(crate) fn new(text: &'a str, dialect: Dialect) -> Self {
        Self { text, at: 0, dialect, raw: None }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Up to `end` behind an opening of `open` bytes, and on behind it; all that is left where there is none.
    fn up_to(&mut self, open: usize, end: &str) -> &'a str {
        let inner = self.rest().get(open..).unwrap_or_default();
        let (length, behind) = match memchr::memmem::find(inner.as_bytes(), end.as_bytes()) {
            Some(length) => (length, length + end.len()),
            None => (inner.len(), inner.len()),
        };
        self.at += open + behind;
        inner.get(..length).unwrap_or_default()
    }

    fn text_token(&mut self) -> Token<'a> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let opens = |at: &usize| {
            bytes
                .get(at + 1)
                .is_some_and(|next| next.is_ascii_alphabetic() || b"/!?_".contains(next))
        };
        let end =
            memchr::memchr_iter(b'<', bytes).find(|at| *at > 0 && opens(at)).unwrap_or(bytes.len());
        self.at += end;
        Token::Text(rest.get(..end).unwrap_or_default())
    }

    /// The text of a script, up to its end tag.
    fn raw_token(&mut self, name: &str) -> Option<Token<'a>> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let closes = |at: &usize| {
            let named = bytes.get(at + 2..at + 2 + name.len());
            bytes.get(at + 1) == Some(&b'/')
                && named.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        };
        let end = memchr::memchr_iter(b'<', bytes).find(closes).unwrap_or(bytes.len());
        self.at += end;
        let text = rest.get(..end).filter(|text| !text.is_empty());
        text.map(Token::Raw)
    }

    fn tag(&mut self) -> Option<Token<'a>> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let (end, behind) = self.end_of_tag(bytes)?;
        self.at += behind;
        let inner = rest.get(1..end).unwrap_or_default();
        if let Some(name) = inner.strip_prefix('/') {
            let name = name.trim_start();
            return Some(Token::End(name.split(is_space).next().unwrap_or_default()));
        }
        let name_end = inner.find(|c: char| is_space(c) || c == '/').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at_checked(name_end).unwrap_or((inner, ""));
        let empty = attributes.ends_with('/');
        let is_raw = |name: &str| {
            ["script", "style", "noscript", "template", "svg"]
                .iter()
                .any(|raw| name.eq_ignore_ascii_case(raw))
        };
        if self.dialect == Dialect::Html && !empty && is_raw(name) {
            self.raw = Some(name);
        }
        Some(Token::Start(Tag { name, attributes, empty }))
    }

    /// Where the tag's `>` is and where reading goes on.
    fn end_of_tag(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        let mut at = 1;
        let mut after_equals = false;
        loop {
            match bytes.get(at)? {
                b'>' => return Some((at, at + 1)),
                b'<' if self.dialect == Dialect::Xml => return Some((at, at)),
                quote @ (b'"' | b'\'') if after_equals => {
                    let inner = bytes.get(at + 1..)?;
                    let closing = match self.dialect {
                        Dialect::Xml => memchr::memchr2(*quote, b'<', inner)?,
                        Dialect::Html => memchr::memchr(*quote, inner)?,
                    };
                    at += 1 + closing;
                    if bytes.get(at) == Some(&b'<') {
                        return Some((at, at));
                    }
                    after_equals = false;
                }
                byte => {
                    let space = byte.is_ascii_whitespace();
                    after_equals = *byte == b'=' || (after_equals && space);
                }
            }
            at += 1;
        }
    }
}

fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

impl<'a> Iterator for Markup<'a> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            let start = self.at;
            if self.rest().is_empty() {
                return None;
            }
            if let Some(name) = self.raw.take()
                && let Some(token) = self.raw_token(name)
            {
                return Some(Placed { token, start, end: self.at });
            }
            let rest = self.rest();
            let token = if rest.starts_with("<!--") {
                Token::Comment(self.up_to(4, "-->"))
            } else if self.dialect == Dialect::Xml && rest.starts_with("<![CDATA[") {
                Token::Raw(self.up_to(9, "]]>"))
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                // A declaration; an inner subset of a document type is passed over with it.
                let subset =
                    rest.find(['[', '>']).is_some_and(|at| rest.as_bytes().get(at) == Some(&b'['));
                self.up_to(2, if subset && rest.starts_with("<!D") { "]>" } else { ">" });
                continue;
            } else if rest.starts_with("</") || opens_tag(rest) {
                let Some(token) = self.tag() else {
                    // A tag that never ends: the text was cut here.
                    self.at = self.text.len();
                    return None;
                };
                token
            } else {
                self.text_token()
            };
            return Some(Placed { token, start, end: self.at });
        }
    }
}

fn opens_tag(rest: &str) -> bool {
    let mut bytes = rest.bytes();
    bytes.next() == Some(b'<')
        && bytes.next().is_some_and(|next| next.is_ascii_alphabetic() || next == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str, dialect: Dialect) -> String {
        let tokens = Markup::new(text, dialect).map(|placed| match placed.token {
            Token::Start(tag) => {
                let attributes =
                    tag.attributes().map(|(name, value)| format!(" {name}={}", decoded(value)));
                format!(
                    "<{}{}{}>",
                    tag.name,
                    attributes.collect::<String>(),
                    if tag.empty { "/" } else { "" }
                )
            }
            Token::End(name) => format!("</{name}>"),
            Token::Text(text) => format!("'{}'", decoded(text)),
            Token::Raw(text) => format!("raw'{text}'"),
            Token::Comment(text) => format!("note'{text}'"),
        });
        tokens.collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(text, Dialect::Xml), expected);
    }

    #[test]
    fn markup_is_read_as_it_stands() {
        check("<?xml version='1.0'?><a b=\"c&amp;d\"/>e&nbsp;f", "<a b=c&d/>'e\u{A0}f'");
        check("<!DOCTYPE a [<!ENTITY b 'c'>]><d>", "<d>");
        check("a<!-- <b> -->c<![CDATA[<d> & e]]>", "'a'note' <b> ''c'raw'<d> & e'");
    }

    #[test]
    fn what_is_broken_costs_itself_alone() {
        check("<a>1 < 2 & 3</a>", "<a>'1 < 2 & 3'</a>");
        check("<a b=\"c<d>e</d>", "<a b=c><d>'e'</d>");
        check("<a><b>c</b", "<a><b>'c'");
        check("<![CDATA[a", "raw'a'");
        check("<a b=c d = 'e' f>g", "<a b=c d=e f=>'g'");
    }

    #[test]
    fn scripts_of_pages_are_no_markup() {
        assert_eq!(
            told("<script>if (a<b) '<p>'</script><p>c", Dialect::Html),
            "<script>raw'if (a<b) '<p>''</script><p>'c'"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end(text in "[<>/!?a\"'= \\[\\]CDAT-]{0,80}") {
            for dialect in [Dialect::Xml, Dialect::Html] {
                let mut end = 0;
                for placed in Markup::new(&text, dialect) {
                    prop_assert!(placed.start >= end && placed.end > placed.start);
                    end = placed.end;
                    if let Token::Start(tag) = placed.token {
                        prop_assert!(tag.attributes().count() <= text.len());
                    }
                }
            }
        }
    }
}
