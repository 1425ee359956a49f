//! Whether a text is a message, or a mailbox of them.

use crate::mail;

/// Whether the first line leads in a message, as in a mailbox, and a message follows.
pub(super) fn is_mailbox(start: &[u8]) -> bool {
    let end = memchr::memchr(b'\n', start).map_or(start.len(), |at| at + 1);
    let (lead, behind) = start.split_at_checked(end).unwrap_or((start, &[]));
    mail::is_lead(lead.trim_ascii_end()) && (behind.is_empty() || starts_with_field(behind))
}

/// Fields that programs write into a message, and people into no page.
const OF_MESSAGES: &[&str] = &[
    "mime-version",
    "message-id",
    "received",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "snapshot-content-location",
    "x-mozilla-status",
];

/// Whether the text starts with the fields of a message: nothing else up to an empty line, and
/// among them one that only programs write.
pub(super) fn is_message(start: &[u8]) -> bool {
    if !starts_with_field(start) {
        return false;
    }
    let mut by_program = false;
    for line in start.split(|byte| *byte == b'\n') {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(name) = field_name(line) else { return false };
        by_program |= OF_MESSAGES.contains(&name.as_str());
    }
    by_program
}

fn starts_with_field(start: &[u8]) -> bool {
    field_name(start.split(|byte| *byte == b'\n').next().unwrap_or_default()).is_some()
}

/// The name of a field that a line starts with, in small letters.
fn field_name(line: &[u8]) -> Option<String> {
    let end = line.iter().take(80).position(|byte| *byte == b':')?;
    let name = line.get(..end)?;
    let named =
        !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    named.then(|| String::from_utf8_lossy(name).to_ascii_lowercase())
}
