//! Any bytes as a page of markup: read or refused, never a broken promise.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::{capture, keeps_promises};
use parallax_model::MediaType;

fuzz_target!(|bytes: &[u8]| keeps_promises(&capture(MediaType::Html, bytes)));
