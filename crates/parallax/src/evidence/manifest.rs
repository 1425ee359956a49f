//! What stands in evidence, with the digest of each file.
//!
//! Its canonical form, which is signed: UTF-8, one line of compact JSON with the keys in this
//! order, files by name, captures as they stand, a line feed at the end.

use parallax_model::{Capture, Digest};
use parallax_publish::Generator;
use serde::{Deserialize, Serialize};

/// The version of the form.
pub(super) const FORM: u8 = 1;

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) evidence: u8,
    pub(super) story: String,
    pub(super) aliases: Vec<String>,
    pub(super) generator: MadeBy,
    pub(super) captures: Vec<HeldCapture>,
    pub(super) files: Vec<HeldFile>,
}

/// The program, as [`Generator`] says.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MadeBy {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) tables: String,
    pub(super) encoder: Option<String>,
}

/// A capture and its record in `captures.warc.gz`.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeldCapture {
    pub(super) id: String,
    pub(super) url: Option<String>,
    pub(super) captured_at: Option<String>,
    /// SHA-256 of what the outlet sent, as it is read.
    pub(super) payload_sha256: String,
    /// Where its record stands, in bytes of the file, and the SHA-256 of that.
    pub(super) start: usize,
    pub(super) length: usize,
    pub(super) record_sha256: String,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeldFile {
    pub(super) name: String,
    pub(super) bytes: usize,
    pub(super) sha256: String,
}

impl Manifest {
    /// In its canonical form.
    pub(super) fn written(&self) -> String {
        serde_json::to_string(self).expect("names and numbers have a JSON form") + "\n"
    }
}

impl From<&Generator> for MadeBy {
    fn from(generator: &Generator) -> Self {
        let Generator { name, version, tables, encoder } = generator.clone();
        Self { name, version, tables, encoder }
    }
}

impl HeldCapture {
    pub(super) fn new(capture: &Capture, start: usize, member: &[u8]) -> Self {
        Self {
            id: Digest::from(*capture.id().as_bytes()).to_string(),
            url: capture.parts().url.clone(),
            captured_at: capture.captured_at().map(|at| at.to_string()),
            payload_sha256: capture.sha256().to_string(),
            start,
            length: member.len(),
            record_sha256: Digest::of(member).to_string(),
        }
    }
}

impl HeldFile {
    pub(super) fn new(name: &str, bytes: &[u8]) -> Self {
        let sha256 = Digest::of(bytes).to_string();
        Self { name: name.to_owned(), bytes: bytes.len(), sha256 }
    }
}
