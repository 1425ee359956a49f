//! What refuses: disks, folders, other people's files.

use crate::desk::{add, archive, digest, done, event, told};
use std::{
    fs,
    io::{self, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

#[test]
fn a_folder_that_is_no_archive_is_told_by_name() {
    let home = tempfile::tempdir().expect("a folder");
    for command in [
        &["stories"][..],
        &["add", "Cargo.toml"],
        &["verify"],
        &["forget", "--finish"],
        &["rebuild"],
    ] {
        let (status, said) = told(command, home.path());
        assert_eq!(status, Some(2), "{command:?}");
        assert!(said.contains("there is no archive in"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    fs::write(home.path().join("archive.sqlite"), "a letter, not a database, and long enough to be one of those that are read in pages of bytes")
        .expect("it can be written");
    let (status, said) = told(&["stories"], home.path());
    assert_eq!(status, Some(2));
    assert!(said.contains("archive.sqlite") && said.contains("file is not a database"), "{said}");
}

/// Runs `add` where no file may grow beyond `kilobytes`: a disk that is full.
fn cramped(folder: &Path, kilobytes: u64) -> Option<Output> {
    let captures: Vec<String> =
        event("harbour-fire").iter().map(|path| path.display().to_string()).collect();
    let script = format!("trap '' XFSZ; ulimit -f {kilobytes} || exit 99; exec \"$@\"");
    let mut command = Command::new("bash");
    command.args([
        "-c",
        &script,
        "add",
        env!("CARGO_BIN_EXE_parallax"),
        "add",
        "--quiet",
        "--archive",
    ]);
    let output = command.arg(folder).args(captures).output().ok()?;
    (output.status.code() != Some(99)).then_some(output)
}

#[test]
fn a_disk_that_is_full_gives_one_error_and_loses_nothing() {
    let (_home, undisturbed) = archive();
    add(&undisturbed, &event("dam-vote"));
    add(&undisturbed, &event("harbour-fire"));
    let (_other, folder) = archive();
    add(&folder, &event("dam-vote"));
    let before = digest(&folder);
    let mut refused = 0;
    // The captures, then the database, then the index find no room.
    for kilobytes in [4, 40, 80, 130, 160] {
        let Some(output) = cramped(&folder, kilobytes) else {
            not_tested("this system has no bash, or no limit on files");
            return;
        };
        if output.status.success() {
            continue;
        }
        refused += 1;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{kilobytes}: {said}");
        assert_eq!(said.lines().count(), 1, "{kilobytes}: {said}");
        assert!(
            ["captures", "archive.sqlite", "index"].iter().any(|name| said.contains(name)),
            "{kilobytes}: {said}"
        );
        let (status, said) = told(&["verify", "--quiet"], &folder);
        assert_eq!(status, Some(0), "{kilobytes}: {said}");
    }
    assert!(refused > 1, "no limit was small enough");
    add(&folder, &event("harbour-fire"));
    assert_ne!(digest(&folder), before);
    assert_eq!(digest(&folder), digest(&undisturbed));
}

/// Runs `add` on a copy of the archive in `folder`, on a disk of its own of so many `kilobytes`, then `verify` there
/// and, with room again, `add` and `verify` once more; gives what each said, with its status. None where no disk can
/// be made.
fn on_a_small_disk(folder: &Path, kilobytes: u64) -> Option<Vec<(i32, String)>> {
    let script = r#"
        set -u
        disk=$1; held=$2; size=$3; program=$4; shift 4
        mount -t tmpfs -o size="$size"k tmpfs "$disk" 2>/dev/null || exit 99
        cp -r "$held" "$disk/archive" || exit 99
        said() { "$program" "$@" --quiet --archive "$disk/archive" 2>&1; echo "status $?"; }
        add() { "$program" add --quiet --archive "$disk/archive" "$@" 2>&1; echo "status $?"; }
        add "$@"
        said verify
        mount -o remount,size=1g "$disk" || exit 99
        add "$@"
        said verify
    "#;
    let disk = tempfile::tempdir().ok()?;
    let mut command = Command::new("unshare");
    command.args(["--mount", "--map-root-user", "bash", "-c", script, "small-disk"]);
    command.arg(disk.path()).arg(folder).arg(kilobytes.to_string());
    command.arg(env!("CARGO_BIN_EXE_parallax")).args(event("harbour-fire"));
    let output = command.output().ok().filter(|output| output.status.success())?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let parts = said.split_inclusive("status ").collect::<Vec<_>>();
    let mut told = Vec::new();
    for (at, part) in parts.iter().enumerate().take(parts.len() - 1) {
        let words = part.trim_end_matches("status ");
        let words = words.trim_start_matches(|letter: char| at > 0 && letter.is_ascii_digit());
        let status = parts[at + 1].split_whitespace().next()?.parse().ok()?;
        told.push((status, words.trim().to_owned()));
    }
    Some(told)
}

#[test]
fn a_small_disk_that_is_filled_gives_one_error_and_loses_nothing() {
    let (_home, undisturbed) = archive();
    add(&undisturbed, &event("dam-vote"));
    let kilobytes = size(&undisturbed).div_ceil(1024);
    let (_other, folder) = archive();
    add(&folder, &event("dam-vote"));
    add(&undisturbed, &event("harbour-fire"));
    let wanted = digest(&undisturbed);
    let mut refused = 0;
    // Room for the captures, for the database too, for nearly all of it.
    for more in [30, 90, 250, 500, 900] {
        let Some(told) = on_a_small_disk(&folder, kilobytes + more) else {
            not_tested("no file system can be mounted here");
            return;
        };
        let [(status, said), left, again, whole] = &told[..] else { panic!("{told:?}") };
        if *status != 0 {
            refused += 1;
            assert_eq!((*status, said.lines().count()), (2, 1), "{more}: {said}");
            assert_eq!(left.0, 0, "{more}: {}", left.1);
        }
        assert_eq!(again.0, 0, "{more}: {}", again.1);
        assert_eq!((whole.0, whole.1.lines().last()), (0, Some(&*wanted)), "{more}");
    }
    assert!(refused > 1, "no disk was small enough");
}

/// Bytes of a folder's files, each by whole pages.
fn size(folder: &Path) -> u64 {
    const PAGE: u64 = 4096;
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    entries
        .map(|entry| match entry.metadata().expect("it can be seen") {
            told if told.is_dir() => size(&entry.path()) + PAGE,
            told => told.len().div_ceil(PAGE) * PAGE,
        })
        .sum()
}

/// Runs a command as somebody who may not write to `folder`; none where that cannot be done.
fn as_a_guest(arguments: &[&str], folder: &Path) -> Option<(Option<i32>, String)> {
    let mut command = if fs::File::create(folder.join("trial")).is_ok() {
        // The superuser may write everywhere, and steps down.
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
        command.arg(env!("CARGO_BIN_EXE_parallax"));
        command
    } else {
        Command::new(env!("CARGO_BIN_EXE_parallax"))
    };
    let output = command.args(arguments).arg("--archive").arg(folder).output().ok()?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    (!said.starts_with("setpriv")).then_some((output.status.code(), said))
}

/// Says past the harness, which hides what tests print, that something could not be tested.
fn not_tested(why: &str) {
    let _ = writeln!(io::stderr(), "NOT TESTED: {why}");
}

#[test]
fn a_folder_that_may_not_be_written_to_is_told_and_read() {
    let (home, folder) = archive();
    add(&folder, &event("dam-vote"));
    let before = digest(&folder);
    for name in ["archive.sqlite-wal", "archive.sqlite-shm"] {
        // Left by readers; a folder that is only read has none.
        let _ = fs::remove_file(folder.join(name));
    }
    let allow = |mode: u32| {
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).expect("it can be set");
        for path in [folder.clone(), folder.join("captures"), folder.join("index")] {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it can be set");
        }
    };
    // The index's own files are for their owner alone; a guest is to see what the owner would.
    for file in fs::read_dir(folder.join("index")).expect("an index") {
        let path = file.expect("a file").path();
        fs::set_permissions(path, fs::Permissions::from_mode(0o644)).expect("it can be set");
    }
    allow(0o555);
    let capture = event("dam-vote")[0].display().to_string();
    let run = |arguments: &[&str]| as_a_guest(arguments, &folder);
    let answers =
        [&["add", "--quiet", &capture][..], &["stories"], &["verify"], &["doctor"]].map(run);
    allow(0o755);
    let _ = fs::remove_file(folder.join("trial"));
    let [Some(added), Some(listed), Some(verified), Some(examined)] = answers else {
        not_tested("nobody can step down here");
        return;
    };
    assert_eq!(added.0, Some(2), "{}", added.1);
    assert_eq!(added.1.lines().count(), 1, "{}", added.1);
    assert!(added.1.contains("writer.lock"), "{}", added.1);
    assert_eq!(listed.0, Some(0), "{}", listed.1);
    assert_eq!(verified.0, Some(0), "{}", verified.1);
    assert!(examined.1.contains("chmod -R u+w"), "{}", examined.1);
    assert_eq!(digest(&folder), before);
    done(&["doctor"], &folder);
}
