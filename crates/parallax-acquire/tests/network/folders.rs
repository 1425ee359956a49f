//! Folders that are watched as they fill.

use crate::{
    pile::{Reader, archive},
    server::{Server, answer},
};
use parallax_acquire::listing::Kind;
use std::{
    fs,
    io::Write,
    path::Path,
    sync::atomic::Ordering,
    thread,
    time::{Duration, Instant},
};

fn page(folder: &Path, name: &str, words: &str) {
    fs::write(folder.join(name), format!("<!doctype html><p>{words}")).unwrap();
}

#[test]
fn a_folder_is_read_as_it_fills() {
    let server = Server::apart(|_| answer(404, "", ""));
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let place = at.to_str().unwrap();
    page(at, "a.html", "Rain fell.");
    page(at, "b.html.part", "Rain");
    fs::create_dir(at.join("deep")).unwrap();
    fs::write(at.join("deep/two.warc.gz"), archive(3)).unwrap();
    fs::write(
        at.join("list.paths"),
        format!("deep/two.warc.gz\nnone.warc\nhttp://pile.example:{}/x.warc\n", server.port),
    )
    .unwrap();
    let mut reader = Reader::new();
    let tally = reader.round(&server, Kind::Folder, place);
    assert_eq!(tally.caught, 4, "{:?}", reader.told());
    let told = reader.told().join("\n");
    assert!(
        told.contains("there is no such file") && told.contains("the server says 404"),
        "{told}"
    );
    fs::remove_file(at.join("list.paths")).unwrap();
    assert_eq!(reader.round(&server, Kind::Folder, place).caught, 0);
    page(at, "a.html", "Rain fell again.");
    fs::rename(at.join("b.html.part"), at.join("b.html")).unwrap();
    assert_eq!(reader.round(&server, Kind::Folder, place).caught, 2);
    assert!(reader.health().trouble.is_none() && reader.health().kind == Kind::Folder);
    let gone = at.join("gone");
    assert_eq!(reader.round(&server, Kind::Folder, gone.to_str().unwrap()).troubled, 1);
}

#[test]
fn a_file_that_is_being_written_is_waited_for() {
    let server = Server::apart(|_| answer(404, "", ""));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.html");
    fs::write(&path, "<!doctype html><p>Rain").unwrap();
    let mut reader = Reader::new();
    reader.clock.0.store(-3600, Ordering::SeqCst);
    let written = path.clone();
    let writer = thread::spawn(move || {
        for _ in 0..4 {
            thread::sleep(Duration::from_secs(1));
            let mut file = fs::OpenOptions::new().append(true).open(&written).unwrap();
            file.write_all(b" fell.").unwrap();
        }
    });
    let began = Instant::now();
    let tally = reader.round(&server, Kind::Folder, folder.path().to_str().unwrap());
    writer.join().unwrap();
    assert_eq!(tally.caught, 1);
    assert!(began.elapsed() >= Duration::from_secs(8), "{:?}", began.elapsed());
    let payload = String::from_utf8(reader.basket.0[0].payload().to_vec()).unwrap();
    assert_eq!(payload.matches("fell.").count(), 4);
}
