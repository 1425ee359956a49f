//! Blocks of JSON as pages have them: commented out, with line breaks and stray
//! commas.

use serde_json::Value;

/// The first value in a block, repaired if need be.
pub(super) fn parse(text: &str) -> Option<Value> {
    let text = strip_wrapping(text);
    let first = |text: &str| serde_json::Deserializer::from_str(text).into_iter().next()?.ok();
    first(text).or_else(|| first(&repaired(text))).filter(|v: &Value| v.is_object() || v.is_array())
}

/// Comments and CDATA marks that hide a block from old browsers.
fn strip_wrapping(text: &str) -> &str {
    let start = text.find(['{', '[']).map_or(text, |mut at| {
        if text.get(at..).is_some_and(|rest| rest.starts_with("[CDATA[")) {
            at += "[CDATA[".len();
        }
        text.get(at..).unwrap_or_default()
    });
    start.trim_start()
}

/// Line breaks inside strings become spaces, commas before a closing bracket
/// go, and a backslash before what needs none is doubled.
fn repaired(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut inside = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                inside = !inside;
                whole.push('"');
            }
            '\\' if inside => match letters.next() {
                Some(next @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => {
                    whole.extend(['\\', next]);
                }
                Some('\'') => whole.push('\''),
                Some(next) => whole.extend(['\\', '\\', next]),
                None => {}
            },
            _ if inside && letter.is_control() => whole.push(' '),
            ']' | '}' if !inside => {
                let kept = whole.trim_end().trim_end_matches(',').len();
                whole.truncate(kept);
                whole.push(letter);
            }
            _ => whole.push(letter),
        }
    }
    whole
}
