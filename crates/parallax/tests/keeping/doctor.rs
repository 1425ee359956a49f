//! What the doctor finds.

use crate::desk::{add, archive, done, event, stories, told};
use serde_json::Value;
use std::{fs, io::Write, path::Path};

/// How one thing is, and what mends it.
fn found(folder: &Path, what: &str) -> (String, String) {
    let (_, said) = told(&["doctor", "--json"], folder);
    let report: Value = serde_json::from_str(&said).expect("JSON");
    let check = report["checks"]
        .as_array()
        .expect("checks")
        .iter()
        .find(|check| check["what"] == what)
        .unwrap_or_else(|| panic!("{what} is examined: {said}"))
        .clone();
    let words = |name: &str| check[name].as_str().unwrap_or_default().to_owned();
    (words("state"), words("mend"))
}

#[test]
fn what_is_wrong_is_named_with_the_command_that_mends_it() {
    let (_home, folder) = archive();
    add(&folder, &event("harbour-fire"));
    let well = done(&["doctor"], &folder);
    let states: Vec<&str> = well.lines().filter_map(|line| line.split(' ').next()).collect();
    let other = states.iter().filter(|state| **state != "fine");
    // How much space is free is the machine's own.
    assert!(other.count() <= 2 && !well.contains("broken"), "{well}");

    fs::write(folder.join("archive.sqlite.part"), "half").expect("it can be written");
    let (state, mend) = found(&folder, "leftovers");
    assert_eq!(state, "warning");
    assert!(mend.starts_with("rm ") && mend.ends_with("archive.sqlite.part"), "{mend}");
    fs::remove_file(folder.join("archive.sqlite.part")).expect("it is there");

    let index = folder.join("index/meta.json");
    let whole = fs::read(&index).expect("an index");
    fs::write(&index, &whole[1..]).expect("it can be written");
    let (state, mend) = found(&folder, "index");
    assert_eq!(state, "broken");
    assert!(mend.starts_with("parallax rebuild --index --archive"), "{mend}");
    done(&["rebuild", "--index"], &folder);
    assert_eq!(found(&folder, "index").0, "fine");

    assert_eq!(found(&folder, "notes").0, "fine");
    fs::write(folder.join("watch.sqlite"), "no database at all").expect("it can be written");
    let (state, mend) = found(&folder, "notes");
    assert!(
        state == "broken" && mend.starts_with("rm ") && mend.ends_with("watch.sqlite*"),
        "{mend}"
    );
    fs::remove_file(folder.join("watch.sqlite")).expect("it is there");

    let story = stories(&folder)[0]["id"].as_str().expect("an id").to_owned();
    done(&["decide", "--who", "Ann", "hide", "Coast Wire"], &folder);
    done(&["decide", "--who", "Ann", "star", &story], &folder);
    assert_eq!(found(&folder, "decisions").0, "fine");

    let captures = folder.join("captures/00001.warc.gz");
    let whole = fs::read(&captures).expect("captures");
    let mut file = fs::File::options().append(true).open(&captures).expect("captures");
    file.write_all(&whole[..60]).expect("it can be written");
    assert_eq!(found(&folder, "captures").0, "warning");
    done(&["forget", "--finish"], &folder);
    assert_eq!(found(&folder, "captures").0, "fine");
    fs::write(&captures, &whole[..whole.len() - 9]).expect("it can be written");
    assert_eq!(found(&folder, "captures").0, "broken");
    assert_eq!(told(&["doctor"], &folder).0, Some(1));
    fs::write(&captures, &whole).expect("it can be written");
    assert_eq!(found(&folder, "captures").0, "fine");
}

#[test]
fn there_is_a_doctor_where_there_is_no_archive() {
    let home = tempfile::tempdir().expect("a folder");
    let (status, said) = told(&["doctor"], home.path());
    assert_eq!(status, Some(1));
    assert!(said.contains("parallax init --archive"), "{said}");
}
