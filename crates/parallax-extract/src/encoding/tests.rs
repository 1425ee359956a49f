use super::decode;
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, ISO_2022_JP, KOI8_R, SHIFT_JIS, WINDOWS_1251};
use parallax_model::{Capture, CaptureParts, MediaType, NoteKind, PayloadRange};
use proptest::prelude::*;

fn capture(payload: &[u8], media_type: MediaType, charset: Option<&str>) -> Capture {
    Capture::new(CaptureParts {
        path: "page".into(),
        record: None,
        url: None,
        media_type,
        charset: charset.map(str::to_owned),
        captured_at: None,
        stored: 0..0,
        payload: payload.to_vec(),
    })
}

/// Decodes, checks that every character leads back to its bytes, and gives text and notes.
#[track_caller]
fn check(payload: &[u8], charset: Option<&str>, text: &str, notes: &[NoteKind]) {
    let decoded = decode(&capture(payload, MediaType::Html, charset));
    assert_eq!(decoded.text, text);
    assert_eq!(decoded.notes.iter().map(|note| note.kind).collect::<Vec<_>>(), notes);
}

#[track_caller]
fn check_way_back(encoding: &'static Encoding, text: &str) {
    let (payload, _, unmappable) = encoding.encode(text);
    assert!(!unmappable);
    let decoded = decode(&capture(&payload, MediaType::Text, Some(encoding.name())));
    assert_eq!(decoded.text, text);
    for (at, letter) in text.char_indices() {
        let range = decoded.payload(at..at + letter.len_utf8());
        let bytes = payload.get(range.start..range.end).unwrap();
        let (again, _) = encoding.decode_without_bom_handling(bytes);
        assert_eq!(again, letter.to_string(), "at {at} of {}", encoding.name());
    }
}

#[test]
fn every_character_leads_back_to_its_bytes() {
    check_way_back(WINDOWS_1251, "В порту — пожар, 3 раненых.");
    check_way_back(KOI8_R, "Паром ушёл в море");
    check_way_back(GB18030, "港口 fire 火灾，三人");
    check_way_back(BIG5, "港口 fire 火災");
    check_way_back(SHIFT_JIS, "港で火事 ok");
    check_way_back(EUC_KR, "항구 화재 2");
}

#[test]
fn a_page_in_a_state_encoding_is_read() {
    let (payload, _, _) = ISO_2022_JP.encode("火事 at the port");
    check(&payload, Some("iso-2022-jp"), "火事 at the port", &[]);
}

#[test]
fn valid_utf8_wins_over_a_wrong_header() {
    check("café".as_bytes(), Some("iso-8859-1"), "café", &[NoteKind::EncodingDisagrees]);
}

#[test]
fn a_page_may_be_right_about_itself() {
    let (payload, _, _) = WINDOWS_1251.encode("<meta charset=windows-1251>Пожар в порту");
    check(&payload, None, "<meta charset=windows-1251>Пожар в порту", &[]);
    let old = "<META content='text/html; charset=koi8-r' http-equiv=Content-Type>Пожар";
    let (payload, _, _) = KOI8_R.encode(old);
    check(&payload, None, old, &[]);
}

#[test]
fn a_page_that_says_utf8_and_is_not_is_detected() {
    let text = "<meta charset=utf-8>Губернатор прибыл в порт, где ночью начался пожар";
    let (payload, _, _) = WINDOWS_1251.encode(text);
    check(&payload, None, text, &[NoteKind::EncodingDisagrees]);
}

#[test]
fn utf16_is_read_with_and_without_a_mark() {
    let units = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    check(&units("\u{feff}<p>Порт</p>"), None, "<p>Порт</p>", &[]);
    check(&units("<html><p>Port on fire</p>"), None, "<html><p>Port on fire</p>", &[]);
}

#[test]
fn broken_bytes_lead_back_to_themselves() {
    let payload = b"\xef\xbb\xbfcaf\xc3\xa9 \xff caf\xc3\xa9, \xc3\xa9t\xc3\xa9, \xc3\xa9";
    let decoded = decode(&capture(payload, MediaType::Text, None));
    assert_eq!(decoded.text, "café \u{fffd} café, été, é");
    assert_eq!(decoded.payload(6..9), PayloadRange::new(9, 10));
    assert_eq!(decoded.payload(10..15), PayloadRange::new(11, 16));
}

#[test]
fn control_characters_become_spaces_of_their_width() {
    check(b"a\0b\x1fc\n", None, "a b c\n", &[]);
    check("a\u{85}b\u{e9}".as_bytes(), None, "a  bé", &[]);
}

proptest! {
    #[test]
    fn any_bytes_decode_and_map_into_the_payload(
        payload in prop::collection::vec(any::<u8>(), 0..200),
        label in prop::sample::select(vec![None, Some("gbk"), Some("utf-8"), Some("big5")]),
    ) {
        let decoded = decode(&capture(&payload, MediaType::Html, label));
        let mut last = 0;
        for (at, letter) in decoded.text.char_indices() {
            let range = decoded.payload(at..at + letter.len_utf8());
            prop_assert!(last <= range.start && range.start <= range.end);
            prop_assert!(range.end <= payload.len());
            last = range.start;
        }
    }
}
