//! Files as sources: folders that are watched, and archives on a server that cuts, changes and refuses.

use crate::{
    server::{Act, Asked, Server, answer, impatient, raw},
    watcher::{Ahead, Basket},
};
use flate2::{Compression, write::GzEncoder};
use parallax_acquire::{
    listing::{Found, Kind},
    politeness::Manners,
    read_listing,
    watch::{Health, InMemory, Key, Lists, Settings, Source, Stop, Storage, Tally, health, watch},
};
use std::{
    fs,
    io::Write,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Someone who watches one source that is files, and what is remembered.
struct Reader {
    ledger: Arc<InMemory>,
    clock: Arc<Ahead>,
    storage: Storage,
    basket: Basket,
}

impl Reader {
    fn new() -> Self {
        let (ledger, clock, basket) = Default::default();
        // What is made in a test was made long ago, unless it is waited for.
        let reader = Self { ledger, clock, storage: Storage::default(), basket };
        reader.clock.0.store(600, Ordering::SeqCst);
        reader
    }

    fn round(&mut self, server: &Server, kind: Kind, url: &str) -> Tally {
        let settings = Settings {
            manners: Manners {
                spacing: Duration::ZERO,
                back_off: Duration::from_millis(10),
                ..Manners::default()
            },
            once: true,
            all: true,
            storage: self.storage.clone(),
            ..Settings::default()
        };
        let fetcher = server.fetcher(&["pile.example"], impatient());
        let ledger = Arc::<InMemory>::clone(&self.ledger);
        let clock = Arc::<Ahead>::clone(&self.clock);
        let (name, url) = ("Pile".to_owned(), url.to_owned());
        let sources = vec![Source { name, url, kind, every: None }];
        let lists = Lists {
            wanted: Arc::new(|_, found: &Found| !found.url.contains("/sport/")),
            ..Lists::all(read_listing)
        };
        let stop = Stop::default();
        self.clock.0.fetch_add(3600, Ordering::SeqCst);
        watch(fetcher, lists, sources, ledger, clock, settings, &stop, &mut self.basket).unwrap()
    }

    fn health(&self) -> Health {
        health(&*self.ledger).unwrap().remove(0)
    }

    fn told(&self) -> Vec<String> {
        self.health().faults.into_iter().map(|fault| fault.why).collect()
    }

    fn urls(&self) -> Vec<&str> {
        let urls = self.basket.0.iter().filter_map(|capture| capture.parts().url.as_deref());
        urls.collect()
    }
}

/// A web archive of so many pages, each a gzip member; one record of it is broken.
fn archive(pages: usize) -> Vec<u8> {
    let mut archive = Vec::new();
    for page in 0..pages {
        let word = |at: usize| format!("{:x} ", (at + 7) * (page + 3) * 2_654_435_761);
        let noise = (0..40).map(word).collect::<Vec<_>>().concat();
        let http = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rain fell on pier {page}. {noise}"
        );
        let section = if page % 5 == 4 { "sport" } else { "news" };
        let length = if page == 3 { "many".to_owned() } else { http.len().to_string() };
        let record = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a:{page}>\r\nWARC-Date: 2027-03-12T10:00:00Z\r\n\
             WARC-Target-URI: https://quay.example/{section}/{page}\r\nContent-Type: application/http; msgtype=response\r\n\
             Content-Length: {length}\r\n\r\n{http}\r\n\r\n"
        );
        let mut member = GzEncoder::new(Vec::new(), Compression::fast());
        member.write_all(record.as_bytes()).unwrap();
        archive.extend(member.finish().unwrap());
    }
    archive
}

/// The part of a file that was asked for.
fn part(file: &[u8], asked: &Asked, tag: &str) -> Vec<Act> {
    let range = asked.field("range").and_then(|range| range.strip_prefix("bytes=")).unwrap();
    let (from, to) = range.split_once('-').unwrap();
    let (from, to): (usize, usize) = (from.parse().unwrap(), to.parse().unwrap());
    if from >= file.len() {
        return answer(416, &format!("Content-Range: bytes */{}\r\n", file.len()), "");
    }
    let to = to.min(file.len() - 1);
    let fields = format!("Content-Range: bytes {from}-{to}/{}\r\nETag: \"{tag}\"\r\n", file.len());
    answer(206, &fields, &file[from..=to])
}

#[test]
fn an_archive_on_a_server_is_read_once_and_its_bad_records_are_told() {
    let server = Server::apart(|asked: &Asked| match asked.path.as_str() {
        "/a.warc.gz" if asked.field("if-none-match") == Some("\"1\"") => answer(304, "", ""),
        "/a.warc.gz" => part(&archive(20), asked, "1"),
        "/whole.warc.gz" => answer(200, "", archive(5)),
        _ => answer(404, "", ""),
    });
    let mut reader = Reader::new();
    let url = format!("http://pile.example:{}/a.warc.gz", server.port);
    let tally = reader.round(&server, Kind::File, &url);
    // Twenty records, of which one is broken and four are not wanted.
    assert_eq!((tally.caught, tally.faults, tally.troubled), (15, 2, 0), "{:?}", reader.told());
    assert!(reader.told()[0].starts_with("record at byte"), "{:?}", reader.told());
    assert_eq!(reader.basket.0[1].parts().stored.start, reader.basket.0[0].parts().stored.end);
    let tally = reader.round(&server, Kind::File, &url);
    assert_eq!((tally.caught, tally.troubled), (0, 0));
    assert_eq!(server.log().last().unwrap().field("accept-encoding"), Some("identity"));
    let whole = format!("http://pile.example:{}/whole.warc.gz", server.port);
    assert_eq!(reader.round(&server, Kind::File, &whole).caught, 3);
    let gone = format!("http://pile.example:{}/gone.warc.gz", server.port);
    assert_eq!(reader.round(&server, Kind::File, &gone).troubled, 1);
    assert_eq!(reader.health().trouble.as_deref(), Some("the server says 404"));
}

#[test]
fn an_archive_that_is_cut_is_read_on_from_where_it_was_cut() {
    let asked_of_it = Arc::new(AtomicUsize::new(0));
    let times = Arc::clone(&asked_of_it);
    // Far more than a part, and a server that gives no more than a part of a part, and fails for a while.
    let file = archive(60_000);
    assert!(file.len() > 9 << 20, "{}", file.len());
    let served = file.clone();
    let server = Server::apart(move |asked: &Asked| match asked.path.as_str() {
        "/robots.txt" => answer(404, "", ""),
        _ => match times.fetch_add(1, Ordering::SeqCst) {
            1..=6 => raw("HTTP/1.1 206 Word\r\nContent-Length: 1000000\r\n\r\nRain"),
            _ => part(&served, asked, "1"),
        },
    });
    let mut reader = Reader::new();
    let url = format!("http://pile.example:{}/a.warc.gz", server.port);
    let tally = reader.round(&server, Kind::File, &url);
    let first = tally.caught;
    assert!(tally.troubled == 1 && first > 5_000, "{tally:?}");
    while asked_of_it.load(Ordering::SeqCst) < 7 {
        assert_eq!(reader.round(&server, Kind::File, &url).troubled, 1);
    }
    let tally = reader.round(&server, Kind::File, &url);
    assert_eq!(tally.troubled, 0, "{:?}", reader.told());
    let mut urls = reader.urls();
    let came = urls.len();
    urls.sort_unstable();
    urls.dedup();
    assert_eq!(urls.len(), 60_000 * 4 / 5 - 1);
    assert!(came - urls.len() <= 6, "{came} came: the last before each cut comes again");
    let asked = server.log();
    let resumed = asked.last().unwrap().field("range").unwrap().to_owned();
    assert!(!resumed.starts_with("bytes=0-"), "{resumed}");
    assert!(!reader.told().iter().any(|why| why.contains("gzip")), "{:?}", reader.told());
}

#[test]
fn an_archive_that_changes_while_it_is_read_is_read_again() {
    let asked_of_it = Arc::new(AtomicUsize::new(0));
    let times = Arc::clone(&asked_of_it);
    let file = archive(60_000);
    let server = Server::apart(move |asked: &Asked| {
        if asked.path == "/robots.txt" {
            return answer(404, "", "");
        }
        let tag = if times.fetch_add(1, Ordering::SeqCst) == 0 { "old" } else { "new" };
        part(&file, asked, tag)
    });
    let mut reader = Reader::new();
    let url = format!("http://pile.example:{}/a.warc.gz", server.port);
    assert_eq!(reader.round(&server, Kind::File, &url).troubled, 1);
    assert!(reader.told().iter().any(|why| why.contains("changed while it was read")));
    while reader.round(&server, Kind::File, &url).troubled == 1 {}
    let mut urls = reader.urls();
    urls.sort_unstable();
    urls.dedup();
    assert_eq!(urls.len(), 60_000 * 4 / 5 - 1);
}

#[test]
fn a_list_of_archives_is_read_one_by_one_and_leads_to_nothing_on_this_machine() {
    let server = Server::apart(|asked: &Asked| match asked.path.as_str() {
        "/robots.txt" => answer(200, "", "User-agent: *\nDisallow: /closed/\n"),
        "/crawl/03/warc.paths" => {
            let lines = "crawl/03/a.warc.gz\nb.warc.gz\n/etc/hosts.warc\n/closed/c.warc.gz\nhttp://169.254.169.254/d.warc.gz\nhttp://10.0.0.1/e.warc\n";
            answer(200, "", lines)
        }
        "/crawl/03/a.warc.gz" => part(&archive(3), asked, "a"),
        "/crawl/03/b.warc.gz" => part(&archive(2), asked, "b"),
        _ => answer(404, "", ""),
    });
    let mut reader = Reader::new();
    let url = format!("http://pile.example:{}/crawl/03/warc.paths", server.port);
    let tally = reader.round(&server, Kind::File, &url);
    assert_eq!((tally.caught, tally.troubled), (5, 0), "{:?}", reader.told());
    let asked = |path: &str| server.log().iter().filter(|asked| asked.path == path).count();
    assert_eq!(
        (asked("/crawl/03/a.warc.gz"), asked("/etc/hosts.warc"), asked("/closed/c.warc.gz")),
        (1, 1, 0)
    );
    // What was read is not asked for again, and what failed is, six times.
    for _ in 0..60 {
        assert_eq!(reader.round(&server, Kind::File, &url).caught, 0);
    }
    assert_eq!((asked("/crawl/03/a.warc.gz"), asked("/etc/hosts.warc")), (1, 6));
    let told = reader.told().join("\n");
    for why in ["the server says 404", "robots.txt forbids it", "169.254.169.254", "10.0.0.1"] {
        assert!(told.contains(why), "{why}: {told}");
    }
}

#[test]
fn files_of_a_bucket_are_asked_for_with_a_signature() {
    let server = Server::apart(|asked: &Asked| match asked.path.as_str() {
        "/robots.txt" => answer(403, "", ""),
        "/pile/crawl/march%3D1.warc.gz" => match asked.field("authorization") {
            Some(said) if said.starts_with("AWS4-HMAC-SHA256 Credential=Ada/") => {
                assert!(asked.field("x-amz-date").is_some());
                part(&archive(2), asked, "1")
            }
            _ => answer(403, "", ""),
        },
        _ => answer(404, "", ""),
    });
    let mut reader = Reader::new();
    reader.storage.endpoint = Some(format!("http://pile.example:{}", server.port));
    let url = "s3://pile/crawl/march=1.warc.gz";
    assert_eq!(reader.round(&server, Kind::File, url).troubled, 1);
    let told = reader.told();
    assert!(told[0].contains("set AWS_ACCESS_KEY_ID"), "{told:?}");
    let (id, secret) = ("Ada".to_owned(), "quiet".to_owned());
    reader.storage.key = Some(Key { id, secret, token: None });
    assert_eq!(reader.round(&server, Kind::File, url).caught, 2);
}

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
