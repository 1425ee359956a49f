//! Any text as a list of sources: read, written in both forms, and read again the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_acquire::SourceList;

fuzz_target!(|text: &str| {
    let (list, faults) = SourceList::read("fuzz", text);
    assert_eq!((list.clone(), faults), SourceList::read("fuzz", text), "read twice, told twice");
    let (again, faults) = SourceList::read("toml", &list.to_toml());
    assert_eq!((&again, faults.as_slice()), (&list, &[][..]));
    let (again, _) = SourceList::read("opml", &list.to_opml("fuzz"));
    // How outlets reach who runs this is not for other readers.
    assert_eq!(again.entries, list.entries);
});
