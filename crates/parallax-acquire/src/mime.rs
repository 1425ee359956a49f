//! Messages of many parts (RFC 2045, 2046), as mail and saved pages come.

mod fields;
mod transfer;

pub(crate) use fields::Fields;

use std::borrow::Cow;

/// Parts in parts in parts: no mail program writes more.
const DEEPEST: usize = 8;

/// More parts in one message are not looked at.
const MOST: usize = 5000;

/// One part of a message, or all of it.
pub(crate) struct Part<'a> {
    pub(crate) fields: Fields,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    /// Fields, an empty line, the body.
    pub(crate) fn read(bytes: &'a [u8]) -> Self {
        let (fields, body) = Fields::read(bytes);
        Self { fields, body }
    }

    /// `text/html`, in small letters; mail that does not say is plain text.
    pub(crate) fn media_type(&self) -> String {
        let value = self.fields.get("content-type").unwrap_or_default();
        let kind = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if kind.is_empty() { "text/plain".to_owned() } else { kind }
    }

    /// A parameter of the content type.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        fields::parameter(self.fields.get("content-type")?, name)
    }

    /// The body, its transfer encoding undone.
    pub(crate) fn decoded(&self) -> Cow<'a, [u8]> {
        let how = self.fields.get("content-transfer-encoding").unwrap_or_default();
        match how.trim().to_ascii_lowercase().as_str() {
            "quoted-printable" => Cow::Owned(transfer::quoted_printable(self.body)),
            "base64" => Cow::Owned(transfer::base64(self.body)),
            _ => Cow::Borrowed(self.body),
        }
    }

    /// Whether it is told as attached, and so not what the message says.
    fn is_attached(&self) -> bool {
        let how = self.fields.get("content-disposition").unwrap_or_default();
        how.trim_start().to_ascii_lowercase().starts_with("attachment")
    }

    /// All parts that have none inside, in order; attachments are left out.
    pub(crate) fn leaves(self) -> Vec<Part<'a>> {
        let mut leaves = Vec::new();
        let mut left = MOST;
        self.gather(0, &mut left, &mut leaves);
        leaves
    }

    fn gather(self, depth: usize, left: &mut usize, leaves: &mut Vec<Part<'a>>) {
        if *left == 0 || self.is_attached() {
            return;
        }
        *left -= 1;
        let kind = self.media_type();
        let boundary = self.parameter("boundary").filter(|boundary| !boundary.is_empty());
        match boundary {
            Some(boundary) if kind.starts_with("multipart/") && depth < DEEPEST => {
                for part in parts(self.body, &boundary) {
                    Part::read(part).gather(depth + 1, left, leaves);
                }
            }
            // A message inside a message, as digests of lists have them.
            _ if kind == "message/rfc822" && depth < DEEPEST => {
                Part::read(self.body).gather(depth + 1, left, leaves);
            }
            _ => leaves.push(self),
        }
    }
}

/// What stands between boundaries; a last part without an end is given as far as it goes.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let marked =
            line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary.as_bytes()));
        let behind =
            marked.map(<[u8]>::trim_ascii).filter(|behind| behind.is_empty() || *behind == b"--");
        if let Some(behind) = behind {
            let end = without_line_end(body, at);
            parts.extend(start.and_then(|start| body.get(start..end.max(start))));
            start = behind.is_empty().then_some(at + line.len());
            if start.is_none() || parts.len() >= MOST {
                return parts;
            }
        }
        at += line.len();
    }
    parts.extend(start.and_then(|start| body.get(start..)));
    parts
}

/// The line end before a boundary belongs to the boundary.
fn without_line_end(body: &[u8], at: usize) -> usize {
    let before = body.get(..at).unwrap_or_default();
    let cut = before.strip_suffix(b"\n").unwrap_or(before);
    cut.strip_suffix(b"\r").unwrap_or(cut).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(message: &str) -> Vec<String> {
        let leaves = Part::read(message.as_bytes()).leaves();
        let told = |part: &Part<'_>| {
            format!("{} {:?}", part.media_type(), String::from_utf8_lossy(&part.decoded()))
        };
        leaves.iter().map(told).collect()
    }

    #[test]
    fn a_message_is_its_parts() {
        let message = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"a b\"\r\n\r\nnot read\r\n\
            --a b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\nRain\r\n--c\r\n\
            Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>R=61=\r\nin\r\n--c--\r\n\
            --a b\r\nContent-Disposition: attachment\r\n\r\nno\r\n--a b\r\nContent-Transfer-Encoding: base64\r\n\r\nUmFp\r\nbg==\r\n--a b--\r\nend";
        assert_eq!(
            told(message),
            ["text/plain \"Rain\"", "text/html \"<p>Rain\"", "text/plain \"Rain\""]
        );
    }

    #[test]
    fn a_message_that_was_cut_gives_what_is_there() {
        let message =
            "Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\n\n<p>Rai";
        assert_eq!(told(message), ["text/html \"<p>Rai\""]);
        assert_eq!(told("Subject: a"), ["text/plain \"\""]);
    }

    #[test]
    fn parts_in_parts_without_end_cost_little() {
        let inner = "Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(10_000);
        assert!(told(&inner).len() <= MOST);
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_asked(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let message = [b"Content-Type: multipart/mixed; boundary=a\nContent-Transfer-Encoding: base64\n\n--a\n", bytes.as_slice()].concat();
            for part in Part::read(&message).leaves() {
                let _ = (part.decoded(), part.media_type());
            }
        }
    }
}
