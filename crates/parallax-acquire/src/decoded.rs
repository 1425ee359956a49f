//! Bytes of a list as text, whatever encoding they say they are in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// Where an encoding may be declared.
const HEAD: usize = 1024;

/// The text of `bytes`: by their byte-order mark; as UTF-8 where they are; else as they, or `declared`, say; else as they look.
///
/// What many feeds say of their encoding is wrong, and what is UTF-8 by chance is rare.
pub(crate) fn decoded<'a>(bytes: &'a [u8], declared: Option<&str>) -> Cow<'a, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let named = declared.and_then(|name| Encoding::for_label(name.trim().as_bytes()));
    let encoding = named
        .or_else(|| stated(bytes))
        .filter(|encoding| *encoding != UTF_8 || mostly_utf_8(bytes));
    encoding.unwrap_or_else(|| guessed(bytes)).decode_without_bom_handling(bytes).0
}

/// `encoding="…"` of a declaration, or `charset=…` of a page.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD))?).to_ascii_lowercase();
    let behind = ["encoding=", "charset="]
        .iter()
        .find_map(|key| head.split_once(key).map(|(_, rest)| rest))?;
    let value = behind.trim_start_matches(['"', '\'', ' ']);
    let end = value
        .find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c))
        .unwrap_or(value.len());
    Encoding::for_label(value.get(..end)?.as_bytes())
}

/// Whether text that says it is UTF-8 is, but for a few bytes: then only those are lost.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut broken, mut whole) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    broken * 10 < whole.max(1)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_bytes_are_wins_over_what_they_say() {
        assert_eq!(
            decoded("<?xml encoding='iso-8859-1'?>é".as_bytes(), None),
            "<?xml encoding='iso-8859-1'?>é"
        );
        assert_eq!(
            decoded(b"<?xml encoding=\"windows-1251\"?>\xCF\xEE\xF0\xF2", None),
            "<?xml encoding=\"windows-1251\"?>Порт"
        );
        assert_eq!(decoded(b"\xFF\xFEa\0b\0", None), "ab");
        assert_eq!(decoded(b"\xEF\xBB\xBFab", None), "ab");
        assert_eq!(decoded(b"caf\xE9", Some("latin1")), "café");
        assert_eq!(
            decoded(
                "é\u{2019}ééééééééééé"
                    .as_bytes()
                    .iter()
                    .chain(b"\xFF")
                    .copied()
                    .collect::<Vec<_>>()
                    .as_slice(),
                Some("utf-8")
            ),
            "é\u{2019}ééééééééééé\u{FFFD}"
        );
    }
}
