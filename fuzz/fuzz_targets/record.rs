//! Any bytes as a record of a web archive, packed or not: a capture that is what its digest says, or refused.
#![no_main]

use flate2::{Compression, write::GzEncoder};
use libfuzzer_sys::fuzz_target;
use parallax_archive::{capture_in, warcinfo};
use std::io::Write;

/// More than a fuzzer ever sends.
const MOST: u64 = 1 << 24;

fuzz_target!(|bytes: &[u8]| {
    let _ = capture_in(bytes, MOST);
    let _ = warcinfo("fuzz", bytes);
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).expect("memory takes what is written");
    let packed = packed.finish().expect("memory takes what is written");
    if let Ok(capture) = capture_in(&packed, MOST) {
        let payload = bytes.windows(capture.payload().len().max(1));
        assert!(
            capture.payload().is_empty()
                || payload.into_iter().any(|part| part == capture.payload())
        );
    }
});
