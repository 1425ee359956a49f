//! Archives on a server that cuts, changes and refuses.

use crate::{
    pile::{Reader, archive, part},
    server::{Asked, Server, answer, raw},
};
use parallax_acquire::{listing::Kind, watch::Key};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

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
