//! Mailbox files (mbox): one message behind the other, each led in by a `From ` line.

use super::message;
use crate::{MAX_PAYLOAD, Reason, Refused, moments::When, rows::next_line};
use parallax_model::Capture;
use std::{collections::VecDeque, io::BufRead, ops::Range};

type Found = Result<Capture, Refused>;

/// The captures of a mailbox; a message that cannot be read is named and the rest goes on.
///
/// `compressed` mailboxes have no places of their own for their messages.
pub(crate) fn messages(
    path: String,
    mut reader: impl BufRead + Send,
    compressed: bool,
) -> impl Iterator<Item = Found> + Send {
    let mut waiting = VecDeque::new();
    let mut gathered = Gathered::default();
    let mut position = 0;
    let mut ended = false;
    std::iter::from_fn(move || {
        while waiting.is_empty() && !ended {
            match next_line(&mut reader) {
                Ok(Some(line)) => {
                    let start = position;
                    position += line.taken;
                    if gathered.after_gap && is_lead(&line.bytes) {
                        waiting.extend(gathered.take(&path, start, compressed));
                        gathered.start = position;
                    } else {
                        gathered.add(&line.bytes, line.too_long);
                    }
                }
                Ok(None) => {
                    ended = true;
                    waiting.extend(gathered.take(&path, position, compressed));
                }
                Err(error) => {
                    ended = true;
                    waiting.extend(gathered.take(&path, position, compressed));
                    let reason =
                        if compressed { Reason::Unzip(error) } else { Reason::Read(error) };
                    waiting.push_back(Err(Refused::at(
                        &path,
                        format!("message at byte {position}"),
                        reason,
                    )));
                }
            }
        }
        waiting.pop_front()
    })
}

/// The message that is being read.
struct Gathered {
    bytes: Vec<u8>,
    start: u64,
    too_large: bool,
    /// Whether an empty line, or nothing, came before.
    after_gap: bool,
}

impl Default for Gathered {
    fn default() -> Self {
        Self { bytes: Vec::new(), start: 0, too_large: false, after_gap: true }
    }
}

impl Gathered {
    fn add(&mut self, line: &[u8], too_long: bool) {
        self.after_gap = line.trim_ascii().is_empty();
        if too_long || self.bytes.len() + line.len() > MAX_PAYLOAD {
            self.too_large = true;
            self.bytes = Vec::new();
        }
        if !self.too_large {
            self.bytes.extend_from_slice(unquoted(line));
        }
    }

    fn take(&mut self, path: &str, end: u64, compressed: bool) -> Vec<Found> {
        let gathered = std::mem::take(self);
        let place: Range<u64> = if compressed { 0..0 } else { gathered.start..end };
        if gathered.too_large {
            let at = format!("message at byte {}", gathered.start);
            return vec![Err(Refused::at(path, at, Reason::TooLarge))];
        }
        if gathered.bytes.trim_ascii().is_empty() {
            return Vec::new();
        }
        message(path, &gathered.bytes, place)
    }
}

/// Whether a line leads in a message: `From`, a sender, a moment.
pub(crate) fn is_lead(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let rest = String::from_utf8_lossy(rest.get(..rest.len().min(400)).unwrap_or_default());
    let moment = rest.trim().split_once(' ').and_then(|(_, date)| When::read(date));
    matches!(moment, Some(When::Local(_) | When::Moment(_)))
}

/// `>From` inside a message stands for `From`, `>>From` for `>From`.
fn unquoted(line: &[u8]) -> &[u8] {
    let marks = line.iter().take_while(|byte| **byte == b'>').count();
    let quoted = marks > 0 && line.get(marks..).is_some_and(|rest| rest.starts_with(b"From "));
    if quoted { line.get(1..).unwrap_or_default() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(mailbox: &str) -> Vec<String> {
        let told = |found: Found| match found {
            Ok(capture) => format!(
                "{:?} {}",
                capture.parts().stored,
                String::from_utf8_lossy(capture.payload()).trim()
            ),
            Err(refused) => refused.to_string(),
        };
        messages("box".to_owned(), mailbox.as_bytes(), false).map(told).collect()
    }

    #[test]
    fn messages_are_told_apart_by_their_lead() {
        let mailbox = "From - Tue Jan 02 03:04:05 2024\nFrom: a@b.example\nMessage-ID: <1>\n\nRain fell.\n\nFrom the harbour.\n\n>From there.\n\n\
            From a@b.example Wed Jan 03 03:04:05 +0000 2024\nMessage-ID: <2>\nContent-Type: image/png\n\nno\n\nFrom - Thu Jan  4 03:04:05 2024\nMessage-ID: <3>\n\nSnow.";
        assert_eq!(
            told(mailbox),
            [
                "32..112 Rain fell.\n\nFrom the harbour.\n\nFrom there.",
                "box: message at byte 160: a message without text",
                "237..259 Snow.",
            ]
        );
    }
}
