//! What holds for every capture, whatever its bytes: the promises that the fuzz targets ask for.

use parallax::pipeline;
use parallax_model::{
    Annotations, Article, Capture, CaptureParts, MediaType, ReadArticle, SourcedText, Span,
};
use parallax_publish::json;

/// Bytes as one capture.
pub fn capture(media_type: MediaType, bytes: &[u8]) -> Capture {
    Capture::new(CaptureParts {
        path: "fuzz".to_owned(),
        record: None,
        url: None,
        media_type,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: bytes.to_vec(),
    })
}

/// Reads a capture, twice, and asks for the promises.
///
/// # Panics
///
/// Where one is broken.
pub fn keeps_promises(capture: &Capture) {
    let read = pipeline::read(capture);
    match (&read, pipeline::read(capture)) {
        (Ok(once), Ok(twice)) => assert!(*once == twice, "read twice, told twice"),
        (Err(once), Err(twice)) => assert_eq!(once.reason, twice.reason),
        _ => panic!("read once and refused once"),
    }
    match read {
        Ok(read) => sound(&read, capture.payload().len()),
        Err(unread) => assert!(!unread.reason.contains("defect"), "{}", unread.reason),
    }
}

/// Asks one article for the promises about spans and sources.
pub fn sound(read: &ReadArticle, payload: usize) {
    let text = &read.article.text;
    spans_slice(&read.article, &read.annotations);
    sources_lie_in_the_payload(text, payload);
    let record = json::article(read);
    let parsed = serde_json::from_str::<serde_json::Value>(&record);
    assert!(parsed.is_ok_and(|value| value["text"] == text.as_str()), "the record is no JSON");
}

fn spans_slice(article: &Article, layers: &Annotations) {
    let parts = [article.headline, article.standfirst, article.dateline];
    let mut spans: Vec<Span> = parts.into_iter().flatten().collect();
    spans.extend(&article.paragraphs);
    spans.extend(&layers.sentences);
    spans.extend(layers.entities.iter().flat_map(|e| e.mentions.iter().map(|m| m.span)));
    spans.extend(layers.quotations.iter().flat_map(|quotation| {
        [Some(quotation.span), quotation.speaker_span, quotation.cue].into_iter().flatten()
    }));
    spans.extend(layers.dates.iter().map(|date| date.span));
    spans.extend(layers.citations.iter().map(|citation| citation.span));
    spans.extend(layers.quantities.iter().flat_map(|count| [count.span, count.number]));
    for span in spans {
        let found = article.text.span(span.start(), span.end());
        assert!(found.is_ok(), "{span:?} is no part of the text: {found:?}");
    }
    let speakers = layers.quotations.iter().filter_map(|quotation| quotation.speaker);
    assert!(speakers.into_iter().all(|at| at < layers.entities.len()), "a speaker is no entity");
}

fn sources_lie_in_the_payload(text: &SourcedText, payload: usize) {
    let mut end = 0;
    for run in text.runs() {
        let gap = text.as_str().get(end..run.start).expect("runs stand in order");
        assert!(gap.chars().all(char::is_whitespace), "{gap:?} has no source");
        assert!(run.payload.start <= run.payload.end && run.payload.end <= payload, "{run:?}");
        end = run.end;
    }
    let rest = text.as_str().get(end..).expect("runs end in the text");
    assert!(rest.chars().all(char::is_whitespace), "{rest:?} has no source");
}
