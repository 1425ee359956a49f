//! Where a capture lies.

use parallax_model::{CaptureId, Digest};

/// Where the archive keeps one capture, and by what to know that it is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its number in the archive, from 1, in order of arrival.
    pub number: u64,
    /// The capture's name.
    pub id: CaptureId,
    /// SHA-256 of the payload.
    pub payload: Digest,
    /// The file, from 1: `captures/00001.warc.gz`.
    pub file: u32,
    /// First byte of its record in the file.
    pub start: u64,
    /// Bytes of its record, as stored.
    pub length: u64,
    /// SHA-256 of its record, as stored.
    pub member: Digest,
}
