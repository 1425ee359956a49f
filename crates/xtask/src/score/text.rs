//! Texts of a set, read as the program reads rows; places carried back.

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;
use parallax_model::{Capture, CaptureParts, MediaType, ReadArticle, Span};
use serde_json::{Map, Value};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    path::Path,
};

/// The rows of a JSON Lines file, compressed or not.
pub(crate) fn rows(file: &Path) -> Result<Vec<Value>> {
    lines(file)?
        .lines()
        .map(|line| line.context("cannot read"))
        .filter(|line| !line.as_ref().is_ok_and(|line| line.trim().is_empty()))
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect::<Result<_>>()
        .with_context(|| format!("in {}", file.display()))
}

/// A file's bytes, unpacked.
pub(crate) fn lines(file: &Path) -> Result<BufReader<Box<dyn Read>>> {
    let opened = File::open(file).with_context(|| format!("cannot open {}", file.display()))?;
    let packed = file.extension().is_some_and(|end| end == "gz");
    let bytes: Box<dyn Read> =
        if packed { Box::new(MultiGzDecoder::new(opened)) } else { Box::new(opened) };
    Ok(BufReader::new(bytes))
}

/// Writes rows as JSON Lines.
pub(crate) fn write_rows(file: &Path, rows: &[Value]) -> Result<()> {
    let mut lines = Vec::new();
    for row in rows {
        writeln!(lines, "{row}")?;
    }
    fs::write(file, lines).with_context(|| format!("cannot write {}", file.display()))
}

/// A row as the program would be given it.
pub(crate) fn capture(fields: &[(&str, &Value)]) -> Capture {
    let row: Map<String, Value> =
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).clone())).collect();
    let record = row.get("id").and_then(Value::as_str).map(str::to_owned);
    Capture::new(CaptureParts {
        path: "set".to_owned(),
        record,
        url: row.get("url").and_then(Value::as_str).map(str::to_owned),
        media_type: MediaType::Row,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: Value::Object(row).to_string().into_bytes(),
    })
}

/// Reads a text alone: no title, so that its first byte stands at byte 1.
pub(crate) fn read(
    text: &str,
    date: Option<&Value>,
    language: Option<&Value>,
) -> Option<ReadArticle> {
    let text = Value::from(text);
    let null = Value::Null;
    let row =
        [("text", &text), ("date", date.unwrap_or(&null)), ("lang", language.unwrap_or(&null))];
    parallax::pipeline::read(&capture(&row)).ok()
}

/// Byte offsets in a text without title, as offsets in characters of that text.
pub(crate) struct Characters {
    starts: Vec<usize>,
}

impl Characters {
    pub(crate) fn of(text: &str) -> Self {
        Self { starts: text.char_indices().map(|(at, _)| at + 1).collect() }
    }

    /// Character offsets of a span.
    pub(crate) fn of_span(&self, span: Span) -> [usize; 2] {
        let at = |byte| self.starts.partition_point(|start| *start < byte);
        [at(span.start()), at(span.end())]
    }
}

/// A file name for the predictions of a set.
pub(crate) fn named(set: &str, end: &str) -> String {
    format!("{}.{end}", set.replace('/', "-"))
}
