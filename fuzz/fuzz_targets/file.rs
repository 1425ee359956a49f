//! Any bytes as a file: told by content, read to the end, nothing lost without a name.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    for found in parallax_acquire::read("fuzz", Box::new(Cursor::new(bytes.to_vec()))) {
        let _ = found;
    }
});
