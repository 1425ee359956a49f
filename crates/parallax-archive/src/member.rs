//! Records of captures outside of an archive: in what is exported.

use crate::warc::record;
use jiff::Timestamp;
use parallax_model::Capture;

/// Bytes of the first record that are expanded to learn its date.
const HEAD: u64 = 1 << 30;

/// The capture in a gzip member, as [`Reader::stored`](crate::Reader::stored) gives them, checked
/// against the digest in it; says what is wrong with it otherwise.
///
/// One that would expand to `most` bytes or beyond is refused.
pub fn capture_in(member: &[u8], most: u64) -> Result<Capture, String> {
    match record::capture_within(member, most)? {
        Some(capture) => Ok(capture),
        None => Err("it holds no capture of an archive".to_owned()),
    }
}

/// The record that opens a web archive and says that `software` wrote it: of the moment that
/// its first capture, in `first`, says it was taken or added.
pub fn warcinfo(software: &str, first: &[u8]) -> Vec<u8> {
    let moment = record::moment(first, HEAD).unwrap_or(Timestamp::UNIX_EPOCH);
    record::opening(1, software, moment)
}

#[cfg(test)]
mod tests {
    use super::{capture_in, warcinfo};
    use crate::warc::record::{capture, member};
    use flate2::{Compression, write::GzEncoder};
    use parallax_model::{Capture, CaptureParts, MediaType};
    use std::io::Write;

    fn a_capture() -> Capture {
        Capture::new(CaptureParts {
            path: "a.html".to_owned(),
            record: None,
            url: None,
            media_type: MediaType::Html,
            charset: None,
            captured_at: None,
            stored: 0..9,
            payload: b"<p>Rain fell.</p>".to_vec(),
        })
    }

    #[test]
    fn a_capture_is_found_in_its_record() {
        let put = member(&a_capture(), "2031-05-03T09:00:00Z".parse().unwrap());
        assert_eq!(capture_in(&put, 1 << 20).unwrap(), a_capture());
        let opening = warcinfo("test", &put);
        assert_eq!(capture(&opening), Ok(None));
        assert!(capture_in(&opening, 1 << 20).unwrap_err().contains("no capture"));
        assert_eq!(opening, warcinfo("test", &put));
    }

    #[test]
    fn a_record_that_expands_without_end_is_refused() {
        let mut bomb = GzEncoder::new(Vec::new(), Compression::fast());
        bomb.write_all(&vec![0; 1 << 21]).unwrap();
        let bomb = bomb.finish().unwrap();
        assert!(capture_in(&bomb, 1 << 20).unwrap_err().contains("expands"));
    }
}
