//! The encoding a page says it is written in.

use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

/// Bytes of markup looked through for a declaration. The standard asks authors
/// for the first 1,024; pages with long comments on top need more.
const PRESCAN_BYTES: usize = 8192;

/// The encoding of a label in a protocol header: `windows-1251`, `"utf8"`.
pub(crate) fn of_label(label: &str) -> Option<&'static Encoding> {
    let label = label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';'));
    Encoding::for_label(label.as_bytes()).filter(|&e| e != REPLACEMENT && e != X_USER_DEFINED)
}

/// The encoding a `<meta>` element or an XML declaration names.
pub(crate) fn in_markup(payload: &[u8]) -> Option<&'static Encoding> {
    let start = payload.get(..payload.len().min(PRESCAN_BYTES)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let declarations = start.split('<').filter_map(|tag| {
        let tag = tag.split('>').next().unwrap_or_default();
        let key = match tag {
            meta if meta.starts_with("meta") => "charset",
            xml if xml.starts_with("?xml") => "encoding",
            _ => return None,
        };
        let (_, value) = tag.split_once(key)?;
        of_label(value_of(value)?)
    });
    // Markup that could be read this far is no UTF-16, whatever it says.
    declarations.map(|e| if e == UTF_16LE || e == UTF_16BE { UTF_8 } else { e }).next()
}

/// The value after `charset`: `="utf-8"`, ` = utf-8;`.
fn value_of(rest: &str) -> Option<&str> {
    let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    value.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/')).next()
}
