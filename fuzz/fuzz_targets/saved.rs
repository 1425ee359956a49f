//! Any bytes as what people save by hand: messages, mailboxes, lists of archives, zips, pages with a note.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_acquire::read;
use std::io::Cursor;

/// What the rest is led in by, so that it is taken for the kind that is meant.
const LEADS: [&[u8]; 6] = [
    b"",
    b"From - Tue Jan 02 03:04:05 2024\nMessage-ID: <1@a.example>\n",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: ",
    b"Message-ID: <1@a.example>\nContent-Type: text/html\n\n<h2><a href=https://a.example/1>One and two and three</a></h2>",
    b"<!-- saved from url=(0024)",
    b"PK\x03\x04",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let whole = [LEADS[usize::from(*first) % LEADS.len()], rest].concat();
    let told = || -> Vec<String> {
        read("fuzz", Box::new(Cursor::new(whole.clone())))
            .map(|found| match found {
                Ok(capture) => format!("{} {:?}", capture.sha256(), capture.parts().url),
                Err(refused) => refused.to_string(),
            })
            .collect()
    };
    assert_eq!(told(), told(), "read twice, told twice");
});
