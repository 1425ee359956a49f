//! Big input, made as the test runs: it is read on a small stack, and in time that grows no
//! faster than its size (a quadratic trap would take hours here, not seconds).

#[path = "big_input/makes.rs"]
mod makes;

use makes::{MAKES, Make};
use parallax::pipeline;
use std::{fs, io::Cursor, path::Path, thread};

/// A quarter of what worker threads have.
const STACK: usize = 512 << 10;

/// Reads a file of one page; a defect of ours fails the test.
fn survives(name: &'static str, page: String) {
    let read = move || {
        for found in parallax_acquire::read(name, Box::new(Cursor::new(page.into_bytes()))) {
            let Ok(capture) = found else { continue };
            if let Err(unread) = pipeline::read(&capture) {
                assert!(!unread.reason.contains("defect"), "{name}: {}", unread.reason);
            }
        }
    };
    let reader = thread::Builder::new().stack_size(STACK).spawn(read).expect("a thread starts");
    assert!(reader.join().is_ok(), "{name} breaks a promise");
}

#[test]
fn big_input_of_every_make_is_read() {
    for Make { name, tested, page, .. } in MAKES {
        survives(name, page(*tested));
    }
}

/// Writes the makes, some fifty megabytes each, for measuring: see `docs/robustness.md`.
#[test]
#[ignore = "writes gigabytes"]
fn pages_for_measuring_are_written() {
    const MEASURED: usize = 50_000_000;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("big");
    fs::create_dir_all(&folder).expect("a folder can be made");
    for make in MAKES {
        let one = (make.page)(1_000).len();
        let ten = (make.page)(2_000).len();
        let times = MEASURED / ((ten - one) / 1_000).max(1);
        fs::write(folder.join(make.name), (make.page)(times)).expect("a page can be written");
    }
}
