//! Where one record of an archive ends and the next begins.

use crate::{MAX_PAYLOAD, Reason};
use std::io::{self, BufRead, Read};

/// Longest header block read.
const MAX_HEADER: usize = 64 << 10;

/// One step through an archive.
pub(super) enum Frame {
    /// A record: header block and content, as stored.
    Record(Vec<u8>),
    /// Something that is no whole record; reading can go on behind it.
    Broken(Reason),
    /// Nothing more.
    End,
}

/// Reads up to the end of the next record.
pub(super) fn next(reader: &mut impl BufRead) -> Frame {
    match framed(reader) {
        Ok(frame) => frame,
        Err(error) => Frame::Broken(Reason::Read(error)),
    }
}

fn framed(reader: &mut impl BufRead) -> io::Result<Frame> {
    let mut header = Vec::new();
    let mut strayed = false;
    loop {
        header.clear();
        if line(reader, &mut header)? == 0 {
            return Ok(if strayed { stray() } else { Frame::End });
        }
        if header.starts_with(b"WARC/") {
            if strayed {
                // The header is read; give the record, and let the stray bytes be.
                return rest(reader, header);
            }
            break;
        }
        strayed |= !header.trim_ascii().is_empty();
    }
    rest(reader, header)
}

fn stray() -> Frame {
    Frame::Broken(Reason::BadRecord("bytes that belong to no record".to_owned()))
}

fn rest(reader: &mut impl BufRead, mut header: Vec<u8>) -> io::Result<Frame> {
    let mut length = None;
    loop {
        let start = header.len();
        if line(reader, &mut header)? == 0 {
            let found = u64::try_from(header.len()).unwrap_or(u64::MAX);
            return Ok(Frame::Broken(Reason::CutShort { expected: length.unwrap_or(0), found }));
        }
        let field = header.get(start..).unwrap_or_default();
        if field.trim_ascii().is_empty() {
            break;
        }
        if header.len() > MAX_HEADER {
            return Ok(Frame::Broken(Reason::BadRecord("header without an end".to_owned())));
        }
        length = length.or_else(|| content_length(field));
    }
    let Some(expected) = length else {
        return Ok(Frame::Broken(Reason::BadRecord("no Content-Length".to_owned())));
    };
    let limit = u64::try_from(MAX_PAYLOAD).expect("the limit fits in 64 bits");
    if expected > limit {
        let skipped = io::copy(&mut reader.by_ref().take(expected), &mut io::sink())?;
        let cut = skipped < expected;
        let reason =
            if cut { Reason::CutShort { expected, found: skipped } } else { Reason::TooLarge };
        return Ok(Frame::Broken(reason));
    }
    let found = io::copy(&mut reader.by_ref().take(expected), &mut header)?;
    if found < expected {
        return Ok(Frame::Broken(Reason::CutShort { expected, found }));
    }
    header.extend_from_slice(b"\r\n\r\n");
    Ok(Frame::Record(header))
}

/// Appends one line, no longer than a header may be.
fn line(reader: &mut impl BufRead, into: &mut Vec<u8>) -> io::Result<usize> {
    let limit = u64::try_from(MAX_HEADER).expect("the limit fits in 64 bits");
    reader.by_ref().take(limit).read_until(b'\n', into)
}

fn content_length(field: &[u8]) -> Option<u64> {
    let field = std::str::from_utf8(field).ok()?;
    let (name, value) = field.split_once(':')?;
    name.trim().eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
}
