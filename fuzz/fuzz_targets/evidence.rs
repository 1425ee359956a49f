//! Any bytes as evidence, and as the files in it: checked to the end, and nothing that was not made is found right.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::evidence::check;
use parallax_export::zip;
use parallax_publish::Generator;

fuzz_target!(|bytes: &[u8]| {
    let generator = Generator {
        name: "fuzz".into(),
        version: "0".into(),
        tables: "none".into(),
        encoder: None,
    };
    if let Ok(files) = zip::read(bytes) {
        assert_eq!(zip::write(files).as_deref(), Ok(bytes), "another zip has the same files");
    }
    assert!(!check(bytes, &generator).wrong.is_empty());
    let mut parts = bytes.split(|byte| *byte == 0xff);
    let names = ["captures.warc.gz", "manifest.json", "spans.jsonl"];
    let files = names.map(|name| (name, parts.next().unwrap_or_default()));
    let packed = zip::write(files).expect("three files make a zip");
    assert_eq!(zip::read(&packed).expect("what was written").len(), 3);
    assert!(!check(&packed, &generator).wrong.is_empty());
});
