//! What came over the wire.

use crate::{CaptureId, Digest, DigestBuilder};
use jiff::Timestamp;
use std::{fmt, ops::Range};

/// One response, file or row, exactly as received.
///
/// The only type with a clock reading in it ([`captured_at`](Self::captured_at)),
/// and that came with the bytes. Everything after it is a function of captures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    id: CaptureId,
    sha256: Digest,
    parts: CaptureParts,
    answer: Vec<(String, String)>,
}

/// What a [`Capture`] is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureParts {
    /// The file it was read from, as given; `-` for standard input.
    pub path: String,
    /// The `id` of a JSON Lines row or a `WARC-Record-ID`.
    pub record: Option<String>,
    /// The address, after redirects, where the capture says (`WARC-Target-URI`).
    pub url: Option<String>,
    /// What the payload is.
    pub media_type: MediaType,
    /// The character encoding a protocol header named.
    pub charset: Option<String>,
    /// The publication date a protocol header named (`Last-Modified` is none).
    pub captured_at: Option<Timestamp>,
    /// Bytes of the file, as stored, that hold this capture.
    pub stored: Range<u64>,
    /// The body: compression and transfer encodings undone, characters untouched.
    pub payload: Vec<u8>,
}

/// What a payload is, told from its content.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaType {
    /// A page of markup.
    Html,
    /// A page dumped as plain text, furniture and all.
    Text,
    /// One row of JSON Lines: an article already cut out.
    Row,
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Html => "text/html",
            Self::Text => "text/plain",
            Self::Row => "application/json",
        })
    }
}

impl Capture {
    /// Names what was received.
    ///
    /// The id covers payload, media type, address and record, not the path: a
    /// file that is moved is the same capture.
    pub fn new(parts: CaptureParts) -> Self {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        let id = DigestBuilder::new("capture")
            .field(text(&parts.url).as_bytes())
            .field(text(&parts.record).as_bytes())
            .field(parts.media_type.to_string().as_bytes())
            .field(&parts.payload)
            .finish()
            .into();
        Self { id, sha256: Digest::of(&parts.payload), parts, answer: Vec::new() }
    }

    /// The same, with the fields of the answer it came in. They are kept beside it, and nothing
    /// that is read in it depends on them.
    #[must_use]
    pub fn answered(self, answer: Vec<(String, String)>) -> Self {
        Self { answer, ..self }
    }

    /// The fields of the answer it came in, names in small letters; none where it came from a file.
    pub fn answer(&self) -> &[(String, String)] {
        &self.answer
    }

    /// The capture's name.
    pub fn id(&self) -> CaptureId {
        self.id
    }

    /// SHA-256 of the payload.
    pub fn sha256(&self) -> Digest {
        self.sha256
    }

    /// What it is made of.
    pub fn parts(&self) -> &CaptureParts {
        &self.parts
    }

    /// The body.
    pub fn payload(&self) -> &[u8] {
        &self.parts.payload
    }

    /// What the payload is.
    pub fn media_type(&self) -> MediaType {
        self.parts.media_type
    }

    /// When the response was taken, if the capture says (`WARC-Date`).
    pub fn captured_at(&self) -> Option<Timestamp> {
        self.parts.captured_at
    }
}
