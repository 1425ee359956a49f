//! Any bytes as a robots.txt and an address: what is let through is what it says it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_acquire::{
    net::{Bounds, Target, shown, unpack},
    robots::Robots,
};

/// Bytes that anything may expand to here.
const MOST: usize = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    let (first, rest) = bytes.split_at(bytes.iter().position(|&byte| byte == b'\n').unwrap_or(0));
    let text = String::from_utf8_lossy(first);
    let robots = Robots::read(rest, "Parallax");
    let _ = robots.refuses(&text);
    assert!(robots.refuses("/robots.txt").is_none());
    let _ = shown(&text);
    if let Ok(target) = Target::new(&text, &Bounds::default()) {
        assert!(target.host().parse::<std::net::IpAddr>().is_err(), "{text} is a number");
        assert_eq!(Target::new(target.url(), &Bounds::default()), Ok(target));
    }
    for encoding in ["gzip", "deflate", "br"] {
        if let Ok(body) = unpack(encoding, rest.to_vec(), MOST) {
            assert!(body.len() <= MOST);
        }
    }
});
