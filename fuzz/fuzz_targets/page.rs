//! Any bytes as a page of markup: read or refused, never a broken promise.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_model::{Capture, CaptureParts, MediaType};

fuzz_target!(|bytes: &[u8]| {
    let capture = Capture::new(CaptureParts {
        path: "fuzz".to_owned(),
        record: None,
        url: None,
        media_type: MediaType::Html,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: bytes.to_vec(),
    });
    if let Err(unread) = parallax::pipeline::read(&capture) {
        assert!(!unread.reason.contains("defect"), "{}", unread.reason);
    }
});
