use super::article;
use parallax_model::{Article, Capture, CaptureParts, MediaType, NoteKind};
use proptest::prelude::*;

fn capture(row: &[u8]) -> Capture {
    Capture::new(CaptureParts {
        path: "rows.jsonl".into(),
        record: Some("7".into()),
        url: None,
        media_type: MediaType::Row,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: row.to_vec(),
    })
}

fn read(row: &str) -> Article {
    article(&capture(row.as_bytes())).value.expect("the row has a text")
}

#[test]
fn text_is_title_line_break_and_text_byte_for_byte() {
    let read = read(r#"{"title":"Ferry  late","text":" One.\r\n\n Two\u00a0é. "}"#);
    assert_eq!(read.text.as_str(), "Ferry  late\n One.\r\n\n Two\u{a0}é. ");
    assert_eq!(read.headline_words(), "Ferry  late");
    let paragraphs: Vec<_> = read.paragraphs.iter().map(|&span| read.words(span)).collect();
    assert_eq!(paragraphs, ["One.", "Two\u{a0}é."]);
}

#[test]
fn dateline_and_agency_are_read_from_the_text() {
    let read = read(r#"{"text":"QUAYSIDE (Reuters) - A ferry sank."}"#);
    assert_eq!(read.dateline.map(|span| read.words(span)), Some("QUAYSIDE (Reuters) -"));
    assert_eq!(read.wire_credit.as_deref(), Some("Reuters"));
    assert_eq!(read.paragraphs.len(), 1);
}

#[test]
fn without_a_title_text_starts_with_the_break() {
    let read = read(r#"{"text":"One."}"#);
    assert_eq!(read.text.as_str(), "\nOne.");
    assert_eq!(read.headline, None);
}

#[test]
fn spans_lead_back_through_escapes() {
    let row = r#"{"text":"Say \"no\" \ud83d\ude00 now"}"#;
    let read = read(row);
    let source = |words: &str| {
        let at = read.text.as_str().find(words).unwrap();
        let span = read.text.span(at, at + words.len()).unwrap();
        let payload = read.text.payload_range(span).unwrap();
        row.get(payload.start..payload.end).unwrap()
    };
    assert_eq!(source("no"), "no");
    assert_eq!(source("\"no\""), r#"\"no\""#);
    assert_eq!(source("😀 now"), r"\ud83d\ude00 now");
}

#[test]
fn fields_are_read_and_others_ignored() {
    let read = read(
        r#"{"id":12,"url":"https://news.coast.example/a?utm_source=x","outlet":"Coast","date":
        "2026-05-01T10:00Z","lang":"en-GB","text":"Да","x":[{}]}"#,
    );
    assert_eq!(read.capture.record.as_deref(), Some("12"));
    assert_eq!(read.url.as_deref(), Some("https://news.coast.example/a"));
    assert_eq!(read.outlet.domain.as_deref(), Some("coast.example"));
    assert_eq!(read.outlet.name.as_deref(), Some("Coast"));
    assert_eq!(read.published.unwrap().to_string(), "2026-05-01T10:00Z");
    assert_eq!(read.language, "en");
}

#[test]
fn a_row_without_text_or_sense_is_no_article() {
    let notes = |row: &str| {
        let read = article(&capture(row.as_bytes()));
        assert!(read.value.is_none());
        read.notes.into_iter().map(|note| note.kind).collect::<Vec<_>>()
    };
    assert_eq!(notes(r#"{"title":"a"}"#), []);
    assert_eq!(notes(r#"{"text":" \n "}"#), []);
    assert_eq!(notes(r#"{"text":7}"#), []);
    assert_eq!(notes(r#"{"text":"a"#), [NoteKind::StructuredDataBroken]);
    assert_eq!(notes("[]"), [NoteKind::StructuredDataBroken]);
}

proptest! {
    #[test]
    fn any_text_comes_back_whole(title in any::<String>(), text in any::<String>()) {
        let row = serde_json::json!({ "title": title, "text": text }).to_string();
        if let Some(read) = article(&capture(row.as_bytes())).value {
            prop_assert_eq!(read.text.as_str(), format!("{title}\n{text}"));
        }
    }

    #[test]
    fn no_bytes_make_it_fall(row in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = article(&capture(&row));
        let quoted = [br#"{"text":""#.as_slice(), &row, br#""}"#].concat();
        let _ = article(&capture(&quoted));
    }
}
