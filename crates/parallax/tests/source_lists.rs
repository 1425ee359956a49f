//! `parallax sources import`, `export` and `check`, as a person runs them.

use std::{
    fs,
    process::{Command, Output},
};

fn parallax(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_parallax")).args(arguments).output().expect("it runs")
}

fn said(output: &Output) -> (String, String, Option<i32>) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn a_list_goes_in_and_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let opml = "<opml><body><outline text='Local'><outline text='The Tide' xmlUrl='https://tide.example/rss'/></outline>\
        <outline text='x' xmlUrl='tide'/></body></opml>";
    fs::write(at("a.opml"), opml).unwrap();
    let (list, faults, status) = said(&parallax(&["sources", "import", &at("a.opml")]));
    let expected = "[[source]]\nname = \"The Tide\"\nfeed = \"https://tide.example/rss\"\ncategories = [\"Local\"]\n";
    assert_eq!((list.as_str(), status), (expected, Some(1)));
    assert!(
        faults
            .contains("a.opml:1: `feed` is no address: tide; write it with https:// at its start"),
        "{faults}"
    );

    fs::write(at("sources.toml"), &list).unwrap();
    let (told, _, status) = said(&parallax(&["sources", "check", &at("sources.toml")]));
    assert_eq!((told.as_str(), status), ("1 sources: 1 feed\n", Some(0)));
    let (exported, _, _) = said(&parallax(&["sources", "export", &at("sources.toml")]));
    fs::write(at("b.opml"), exported).unwrap();
    let (again, _, status) = said(&parallax(&["sources", "import", &at("b.opml")]));
    assert_eq!((again.as_str(), status), (expected, Some(0)));
    assert_eq!(said(&parallax(&["sources", "check", &at("none")])).2, Some(2));
}
