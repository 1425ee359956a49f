//! The page in one record, if it holds one.

use crate::{MAX_PAYLOAD, Reason, wayback};
use fastwarc::{
    stream_io::traits::IntoWarcReader,
    warc::{
        iter::ArchiveIterator,
        record::{AutoDecode, WarcRecord, WarcRecordType},
    },
};
use jiff::Timestamp;
use parallax_model::{Capture, CaptureParts, MediaType};
use std::{
    io::{Cursor, Read},
    ops::Range,
};

/// Reads a whole record; `None` where it holds no page (requests, pictures,
/// redirects, the outlet's errors).
pub(super) fn page(
    path: &str,
    bytes: Vec<u8>,
    stored: Range<u64>,
) -> Result<Option<Capture>, Reason> {
    let bad = |error: std::io::Error| Reason::BadRecord(error.to_string());
    let mut records = ArchiveIterator::new(Cursor::new(bytes).into_warc_reader())
        .with_stream_detect(false)
        .with_quirks_mode(true)
        .with_decode_http_payload(AutoDecode::All);
    let Some(record) = records.next() else { return Ok(None) };
    let record = record.map_err(bad)?;
    let mut record = record.borrow_mut();
    let Some(media_type) = media_type(&record) else { return Ok(None) };
    let payload = body(&mut record)?;
    if payload.trim_ascii().is_empty() {
        return Ok(None);
    }
    let header = |name: &str| record.headers().get(name).map(|value| value.trim().to_owned());
    let trimmed = |value: String| value.trim_matches(['<', '>']).to_owned();
    let taken = header("WARC-Date").and_then(|date| date.parse::<Timestamp>().ok());
    let (url, captured_at) = match header("WARC-Target-URI").map(trimmed) {
        Some(url) => {
            let (url, at) = wayback::own(url, taken);
            (Some(url), at)
        }
        None => (None, taken),
    };
    Ok(Some(Capture::new(CaptureParts {
        path: path.to_owned(),
        record: header("WARC-Record-ID").map(trimmed),
        url,
        media_type,
        charset: record.http_charset().map(std::borrow::Cow::into_owned),
        captured_at,
        stored,
        payload,
    })))
}

/// What the record holds, where that is a page an outlet gave out.
fn media_type(record: &WarcRecord) -> Option<MediaType> {
    let declared = match record.record_type() {
        WarcRecordType::Response => {
            let answer = record.http_headers()?;
            if answer.status_code() != Some(200) {
                return None;
            }
            answer.get("Content-Type")
        }
        WarcRecordType::Resource | WarcRecordType::Conversion => {
            record.headers().get("Content-Type")
        }
        _ => return None,
    };
    let declared = declared.map(|value| value.to_ascii_lowercase()).unwrap_or_default();
    match declared.split(';').next().unwrap_or_default().trim() {
        "text/html" | "application/xhtml+xml" | "" => Some(MediaType::Html),
        "text/plain" => Some(MediaType::Text),
        _ => None,
    }
}

fn body(record: &mut WarcRecord) -> Result<Vec<u8>, Reason> {
    let mut payload = Vec::new();
    let limit = u64::try_from(MAX_PAYLOAD).expect("the limit fits in 64 bits");
    if let Some(reader) = record.reader_mut() {
        reader
            .take(limit + 1)
            .read_to_end(&mut payload)
            .map_err(|error| Reason::BadRecord(error.to_string()))?;
    }
    if payload.len() > MAX_PAYLOAD { Err(Reason::TooLarge) } else { Ok(payload) }
}
