//! JSON Lines: one article a line, read one line at a time.

use crate::{MAX_PAYLOAD, Reason, Refused};
use parallax_model::{Capture, CaptureParts, MediaType};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::{
    borrow::Cow,
    io::{self, BufRead},
    ops::Range,
};

/// Whether a row's bytes can be found again in the file as stored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Places {
    /// Rows stand in the file as they are.
    Stored,
    /// Rows stand inside a compressed stream: only the whole has a place.
    Compressed,
}

/// The rows of a stream; a bad row is named and the rest goes on.
pub(crate) fn rows(
    path: String,
    mut reader: impl BufRead + Send,
    places: Places,
) -> impl Iterator<Item = Result<Capture, Refused>> + Send {
    let mut line_number = 0_u64;
    let mut position = 0_u64;
    let mut ended = false;
    std::iter::from_fn(move || {
        while !ended {
            line_number += 1;
            let start = position;
            let at = || format!("line {line_number}");
            let line = match next_line(&mut reader) {
                Err(error) => {
                    ended = true;
                    let reason = match places {
                        Places::Stored => Reason::Read(error),
                        Places::Compressed => Reason::Unzip(error),
                    };
                    return Some(Err(Refused::at(&path, at(), reason)));
                }
                Ok(None) => return None,
                Ok(Some(line)) => line,
            };
            position += line.taken;
            if line.too_long {
                return Some(Err(Refused::at(&path, at(), Reason::TooLarge)));
            }
            let trimmed = line.bytes.trim_ascii_end().len();
            if line.bytes.trim_ascii().is_empty() {
                continue;
            }
            let mut payload = line.bytes;
            payload.truncate(trimmed);
            let stored = match places {
                Places::Stored => start..start + u64::try_from(trimmed).unwrap_or(0),
                Places::Compressed => 0..0,
            };
            return Some(
                row(&path, payload, stored).map_err(|reason| Refused::at(&path, at(), reason)),
            );
        }
        None
    })
}

/// A line, its end included.
pub(crate) struct Line {
    pub(crate) bytes: Vec<u8>,
    pub(crate) taken: u64,
    pub(crate) too_long: bool,
}

/// One line, its end included, holding no more of it than the limit.
pub(crate) fn next_line(reader: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut line = Line { bytes: Vec::new(), taken: 0, too_long: false };
    loop {
        let buffer = match reader.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok((line.taken > 0).then_some(line));
        }
        let end = buffer.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
        let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or(buffer);
        if line.bytes.len() + part.len() > MAX_PAYLOAD {
            line.too_long = true;
            line.bytes = Vec::new();
        } else if !line.too_long {
            line.bytes.extend_from_slice(part);
        }
        let taken = part.len();
        line.taken += u64::try_from(taken).expect("a length fits in 64 bits");
        reader.consume(taken);
        if end.is_some() {
            return Ok(Some(line));
        }
    }
}

/// What acquire needs of a row; the room that extracts reads the rest.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    url: Option<Cow<'a, str>>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
}

fn row(path: &str, payload: Vec<u8>, stored: Range<u64>) -> Result<Capture, Reason> {
    let text =
        std::str::from_utf8(&payload).map_err(|error| Reason::NotUtf8(error.valid_up_to()))?;
    let head: Head<'_> = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| Reason::BadRow(error.to_string()))?;
    match head.text.map(RawValue::get) {
        Some(value) if value.starts_with('"') => {}
        Some(_) => return Err(Reason::BadRow("`text` is not a string".to_owned())),
        None => return Err(Reason::BadRow("no `text`".to_owned())),
    }
    let record = head.id.map(RawValue::get).filter(|id| *id != "null").map(name_of);
    let url = head.url.map(Cow::into_owned).filter(|url| !url.is_empty());
    Ok(Capture::new(CaptureParts {
        path: path.to_owned(),
        record,
        url,
        media_type: MediaType::Row,
        charset: None,
        captured_at: None,
        stored,
        payload,
    }))
}

/// An id may be a string or a number; a number is named as it is written.
fn name_of(id: &str) -> String {
    serde_json::from_str::<String>(id).unwrap_or_else(|_| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &str) -> Vec<String> {
        rows("rows.jsonl".to_owned(), lines.as_bytes(), Places::Stored)
            .map(|row| match row {
                Ok(row) => format!("{:?} {:?}", row.parts().record, row.parts().stored),
                Err(refused) => refused.to_string(),
            })
            .collect()
    }

    #[test]
    fn a_bad_row_is_named_and_the_rest_goes_on() {
        let lines = "{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":2}\nnonsense\r\n{\"text\":\"y\"}";
        assert_eq!(
            check(lines),
            [
                "Some(\"a\") 0..21",
                "rows.jsonl: line 3: not an article: no `text`",
                "rows.jsonl: line 4: not an article: expected ident at line 1 column 2",
                "None 42..54",
            ]
        );
    }
}
