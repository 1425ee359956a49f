//! One capture as one record, and back.

use crate::{place::Place, tombstone::Tombstone};
use flate2::{
    Compression, Crc,
    bufread::MultiGzDecoder,
    write::{DeflateEncoder, GzEncoder},
};
use jiff::Timestamp;
use parallax_model::{Capture, CaptureParts, Digest, DigestBuilder, MediaType};
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};

/// How hard records are compressed: beyond 6 pages grow slower to write and hardly smaller.
const LEVEL: u32 = 6;

/// What a payload does not tell by itself.
#[derive(Serialize, Deserialize)]
struct Told {
    path: String,
    record: Option<String>,
    url: Option<String>,
    media_type: MediaType,
    charset: Option<String>,
    captured_at: Option<Timestamp>,
    start: u64,
    end: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answer: Vec<(String, String)>,
}

const FIELD: &str = "Parallax-Capture: ";
const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// A capture with its record, ready to be appended.
///
/// Making one takes a page as long as reading it, so it is done by many at once; appending them
/// keeps their order.
#[derive(Debug)]
pub struct Recorded {
    pub(super) capture: Capture,
    pub(super) member: Vec<u8>,
    pub(super) digest: Digest,
}

impl Recorded {
    /// Makes the record; `now` is written into it where the capture does not say when it was taken.
    pub fn new(capture: Capture, now: Timestamp) -> Self {
        let member = member(&capture, now);
        Self { digest: Digest::of(&member), capture, member }
    }

    /// The capture.
    pub fn capture(&self) -> &Capture {
        &self.capture
    }
}

/// The record of a capture, as a gzip member.
pub(crate) fn member(capture: &Capture, now: Timestamp) -> Vec<u8> {
    let parts = capture.parts();
    let told = Told {
        path: parts.path.clone(),
        record: parts.record.clone(),
        url: parts.url.clone(),
        media_type: parts.media_type,
        charset: parts.charset.clone(),
        captured_at: parts.captured_at,
        start: parts.stored.start,
        end: parts.stored.end,
        answer: capture.answer().to_vec(),
    };
    let told = serde_json::to_string(&told).expect("text and numbers have a JSON form");
    let digest = capture.sha256();
    // An address is printed as it came, unless it would break the line.
    let printable = |url: &&String| url.chars().all(|letter| !letter.is_control() && letter != ' ');
    let address = parts.url.as_ref().filter(printable).cloned();
    let address = address.unwrap_or_else(|| format!("urn:sha256:{digest}"));
    let charset =
        parts.charset.as_deref().filter(|name| name.bytes().all(|byte| byte.is_ascii_graphic()));
    let charset = charset.map(|name| format!("; charset={name}")).unwrap_or_default();
    let head = format!(
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n\
         WARC-Target-URI: {address}\r\nWARC-Payload-Digest: sha256:{digest}\r\n\
         WARC-Block-Digest: sha256:{digest}\r\nContent-Type: {}{charset}\r\n{FIELD}{told}\r\n\
         Content-Length: {}\r\n\r\n",
        urn(capture.id().as_bytes()),
        seconds(parts.captured_at.unwrap_or(now)),
        parts.media_type,
        parts.payload.len(),
    );
    zipped(&[head.as_bytes(), &parts.payload, END_OF_HEAD])
}

/// The record that opens a file and says what wrote it.
pub(crate) fn opening(file: u32, software: &str, now: Timestamp) -> Vec<u8> {
    let block = format!("software: {software}\r\nformat: WARC File Format 1.1\r\n");
    let name = Digest::of(format!("{file} {block} {now}").as_bytes());
    let head = format!(
        "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n\
         Content-Type: application/warc-fields\r\nContent-Length: {}\r\n\r\n",
        urn(name.as_bytes()),
        seconds(now),
        block.len(),
    );
    zipped(&[head.as_bytes(), block.as_bytes(), END_OF_HEAD])
}

/// Reads back one gzip member: a capture, or none where it is a record of another kind.
pub(crate) fn capture(member: &[u8]) -> Result<Option<Capture>, String> {
    capture_within(member, u64::MAX)
}

/// The same, refused where the record expands beyond `most` bytes.
pub(crate) fn capture_within(member: &[u8], most: u64) -> Result<Option<Capture>, String> {
    let record = expanded(member, most)?;
    let head = find(&record, END_OF_HEAD).ok_or("it has no end of head")?;
    let text = record.get(..head).and_then(|head| std::str::from_utf8(head).ok());
    let text = text.ok_or("its head is not text")?;
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
    let Some(told) = field(FIELD) else { return Ok(None) };
    let told: Told = serde_json::from_str(told).map_err(|error| error.to_string())?;
    let length: usize = field("Content-Length: ")
        .and_then(|length| length.parse().ok())
        .ok_or("it does not say how long it is")?;
    let start = head + END_OF_HEAD.len();
    let end = start.checked_add(length).ok_or("it is cut short")?;
    let payload = record.get(start..end).ok_or("it is cut short")?;
    let capture = Capture::new(CaptureParts {
        path: told.path,
        record: told.record,
        url: told.url,
        media_type: told.media_type,
        charset: told.charset,
        captured_at: told.captured_at,
        stored: told.start..told.end,
        payload: payload.to_vec(),
    });
    let capture = capture.answered(told.answer);
    let digest = format!("sha256:{}", capture.sha256());
    if field("WARC-Payload-Digest: ") == Some(digest.as_str()) {
        Ok(Some(capture))
    } else {
        Err("its payload is not the one that was put there".to_owned())
    }
}

/// The record that stands where a capture was forgotten: a gzip member of `length` bytes, as
/// the capture's was. What does not fit is left out, the reason first; none where nothing fits.
pub(crate) fn tombstone(of: &Tombstone, length: usize) -> Option<Vec<u8>> {
    let Tombstone { place: Place { id, payload, .. }, article, at, reason, .. } = of;
    // A reason is one line of the record.
    let reason: String =
        reason.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let mut fields = vec![
        format!("forgotten: sha256:{payload}\r\n"),
        format!("capture: {}\r\n", Digest::from(*id.as_bytes())),
        article
            .map(|id| format!("article: {}\r\n", Digest::from(*id.as_bytes())))
            .unwrap_or_default(),
        format!("reason: {reason}\r\n"),
    ];
    loop {
        let block = fields.concat();
        let name =
            DigestBuilder::new("tombstone").field(id.as_bytes()).field(at.to_string().as_bytes());
        let head = format!(
            "WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n\
             WARC-Refers-To: {}\r\nContent-Type: application/warc-fields\r\nContent-Length: {}\r\n\r\n",
            urn(name.finish().as_bytes()),
            seconds(*at),
            urn(id.as_bytes()),
            block.len(),
        );
        let record = [head.as_bytes(), block.as_bytes(), END_OF_HEAD].concat();
        if let Some(member) = padded(&record, length) {
            return Some(member);
        }
        fields.pop()?;
    }
}

/// Reads back what [`tombstone`] wrote, without where it stands; none where it is a record of another kind, or where
/// the capture was of a few letters and not even its name found room.
pub(crate) fn stone(member: &[u8]) -> Option<Tombstone> {
    let record = expanded(member, u64::MAX).ok()?;
    let text = std::str::from_utf8(&record).ok()?;
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
    let payload = Digest::read(field("forgotten: sha256:")?)?;
    let id = Digest::read(field("capture: ")?)?;
    let article = field("article: ").and_then(Digest::read);
    let place = Place {
        number: 0,
        id: id.into(),
        payload,
        file: 0,
        start: 0,
        length: 0,
        member: Digest::of(member),
    };
    Some(Tombstone {
        place,
        article: article.map(Into::into),
        heir: None,
        at: field("WARC-Date: ")?.parse().ok()?,
        reason: field("reason: ").unwrap_or_default().to_owned(),
        again: None,
    })
}

/// `plain` as a gzip member of exactly `length` bytes, if it can be one: filled up with
/// blocks of nothing, which every reader passes over, and a comment of some spaces.
fn padded(plain: &[u8], length: usize) -> Option<Vec<u8>> {
    const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
    const COMMENT: u8 = 1 << 4;
    const NOTHING: [u8; 5] = [0, 0, 0, 0xff, 0xff];
    let mut squeezed = DeflateEncoder::new(Vec::new(), Compression::best());
    squeezed.write_all(plain).expect("memory takes what is written");
    let squeezed = squeezed.finish().expect("memory takes what is written");
    let room = length.checked_sub(HEAD.len() + squeezed.len() + 8)?;
    let (blocks, comment) = (room / NOTHING.len(), room % NOTHING.len());
    let mut member = HEAD.to_vec();
    if comment > 0 {
        *member.get_mut(3)? |= COMMENT;
        member.extend(std::iter::repeat_n(b' ', comment - 1));
        member.push(0);
    }
    member.extend(std::iter::repeat_n(NOTHING, blocks).flatten());
    member.extend(squeezed);
    let mut check = Crc::new();
    check.update(plain);
    member.extend(check.sum().to_le_bytes());
    member.extend(check.amount().to_le_bytes());
    Some(member)
}

/// When a record says that what it holds was taken.
pub(crate) fn moment(member: &[u8], most: u64) -> Option<Timestamp> {
    let record = expanded(member, most).ok()?;
    let head = std::str::from_utf8(record.get(..find(&record, END_OF_HEAD)?)?).ok()?;
    head.lines().find_map(|line| line.strip_prefix("WARC-Date: ")?.parse().ok())
}

/// What a gzip member holds, where that is not more than `most` bytes.
fn expanded(member: &[u8], most: u64) -> Result<Vec<u8>, String> {
    let mut record = Vec::new();
    let decoder = MultiGzDecoder::new(member);
    let read = decoder.take(most).read_to_end(&mut record).map_err(|error| error.to_string())?;
    if u64::try_from(read).is_ok_and(|read| read >= most) {
        return Err(format!("it expands beyond {most} bytes"));
    }
    Ok(record)
}

fn zipped(parts: &[&[u8]]) -> Vec<u8> {
    let mut member = GzEncoder::new(Vec::new(), Compression::new(LEVEL));
    for part in parts {
        member.write_all(part).expect("memory takes what is written");
    }
    member.finish().expect("memory takes what is written")
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// A name of a record by the first bytes of a digest (a UUID of version 8, RFC 9562).
fn urn(digest: &[u8; 32]) -> String {
    let whole = digest.iter().take(16).fold(0_u128, |id, byte| (id << 8) | u128::from(*byte));
    // Version 8 in four bits, the variant in two.
    let id = whole & !(0xf << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
    let part = |bits: u32, digits: u32| (id >> bits) & ((1_u128 << (4 * digits)) - 1);
    format!(
        "<urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}>",
        part(96, 8),
        part(80, 4),
        part(64, 4),
        part(48, 4),
        part(0, 12)
    )
}

/// A moment as the standard wants it.
fn seconds(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::{capture, member, padded, stone, tombstone};
    use crate::{place::Place, tombstone::Tombstone};
    use flate2::bufread::GzDecoder;
    use jiff::Timestamp;
    use parallax_model::{Article, Capture, CaptureParts, Digest, MediaType};
    use proptest::prelude::*;
    use std::io::Read;

    fn a_capture(payload: Vec<u8>, url: Option<String>, path: String) -> Capture {
        Capture::new(CaptureParts {
            path,
            record: None,
            url,
            media_type: MediaType::Html,
            charset: Some("utf-8".to_owned()),
            captured_at: None,
            stored: 3..9,
            payload,
        })
    }

    proptest! {
        #[test]
        fn a_capture_comes_back_as_it_was(payload: Vec<u8>, url: Option<String>, path: String) {
            let put = a_capture(payload, url, path);
            let got = capture(&member(&put, Timestamp::UNIX_EPOCH)).unwrap().unwrap();
            prop_assert_eq!(&got, &put);
        }
    }

    proptest! {
        #[test]
        fn what_is_padded_is_as_long_as_asked_and_unpacks(plain: Vec<u8>, more in 0_usize..400) {
            let least = (0..9000).find(|&length| padded(&plain, length).is_some());
            let length = least.unwrap() + more;
            let member = padded(&plain, length).unwrap();
            prop_assert_eq!(member.len(), length);
            let mut unpacked = Vec::new();
            let mut rest = GzDecoder::new(&member[..]);
            rest.read_to_end(&mut unpacked).unwrap();
            prop_assert_eq!(unpacked, plain);
            prop_assert!(rest.into_inner().is_empty());
        }

        #[test]
        fn a_tombstone_fits_where_any_capture_was(payload: Vec<u8>, reason: String) {
            let put = a_capture(payload, None, String::new());
            let length = member(&put, Timestamp::UNIX_EPOCH).len();
            let of = Tombstone {
                place: Place {
                    number: 1,
                    id: put.id(),
                    payload: put.sha256(),
                    file: 1,
                    start: 0,
                    length: 0,
                    member: Digest::of(b""),
                },
                article: Some(Article::name(None, None, Digest::of(b"a"))),
                heir: None,
                at: Timestamp::UNIX_EPOCH,
                reason,
                again: None,
            };
            let put = tombstone(&of, length).unwrap();
            prop_assert_eq!(put.len(), length);
            prop_assert!(capture(&put).unwrap().is_none());
            // Where a few letters were captured, not all of it fits.
            let read = stone(&put).unwrap_or(of.clone());
            prop_assert_eq!((read.place.id, read.place.payload), (of.place.id, of.place.payload));
            prop_assert!(read.article.is_none() || read.article == of.article);
            prop_assert_eq!(read.at, of.at);
        }
    }

    #[test]
    fn the_answer_it_came_in_comes_back_with_it() {
        let put = a_capture(b"<p>Rain fell.</p>".to_vec(), None, "a".to_owned())
            .answered(vec![("etag".to_owned(), "\"a\r\n\"".to_owned())]);
        let got = capture(&member(&put, Timestamp::UNIX_EPOCH)).unwrap().unwrap();
        assert_eq!(got.answer(), put.answer());
        assert_eq!(got, put);
    }

    #[test]
    fn a_changed_payload_is_noticed() {
        let put = a_capture(b"<p>Rain fell.</p>".to_vec(), None, "a".to_owned());
        let mut bytes = member(&put, Timestamp::UNIX_EPOCH);
        let middle = bytes.len() - 20;
        bytes[middle] ^= 1;
        assert!(capture(&bytes).is_err());
    }
}
