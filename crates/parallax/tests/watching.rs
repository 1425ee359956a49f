//! `watch` and `sources`, against an outlet on loopback.

use std::{
    fs,
    io::{BufRead, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Command, Output, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

/// What was asked for, and when.
type Log = Arc<Mutex<Vec<(String, Instant)>>>;

/// Outlets with feeds of so many articles, each at an address of loopback of its own; what they
/// were asked for is written down.
fn outlet(articles: usize) -> (u16, Log) {
    let listener = TcpListener::bind("0.0.0.0:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let log = Arc::new(Mutex::new(Vec::new()));
    let written = Arc::clone(&log);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let log = Arc::clone(&written);
            thread::spawn(move || serve(&stream, articles, &log));
        }
    });
    (port, log)
}

fn serve(stream: &TcpStream, articles: usize, log: &Mutex<Vec<(String, Instant)>>) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    loop {
        let first = lines.next()?.ok()?;
        let mut host = String::new();
        loop {
            let line = lines.next()?.ok()?;
            if line.is_empty() {
                break;
            }
            if let Some(("host", value)) = line.to_ascii_lowercase().split_once(": ") {
                value.clone_into(&mut host);
            }
        }
        let path = first.split(' ').nth(1)?.to_owned();
        log.lock().expect("nobody panics").push((path.clone(), Instant::now()));
        let (status, kind, body) = match path.split('?').next().unwrap_or_default() {
            "/feed" => (200, "application/rss+xml", feed(articles, &host)),
            "/robots.txt" => (200, "text/plain", "User-agent: *\nDisallow: /0\n".to_owned()),
            _ => (200, "text/html", page(&host, &path)),
        };
        let head = format!(
            "HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        (&mut &*stream).write_all((head + &body).as_bytes()).ok()?;
    }
}

fn feed(articles: usize, host: &str) -> String {
    let item =
        |number: usize| format!("<item><link>http://{host}/{number}?utm_source=rss</link></item>");
    format!("<rss><channel>{}</channel></rss>", (0..articles).map(item).collect::<String>())
}

/// A page of some paragraphs between furniture, of words that follow from its address.
fn page(host: &str, path: &str) -> String {
    const WORDS: [&str; 24] = [
        "harbour", "ferry", "council", "bridge", "storm", "market", "teacher", "river", "museum",
        "engine", "garden", "votes", "signal", "orchard", "tunnel", "choir", "winter", "bakery",
        "lantern", "station", "valley", "copper", "theatre", "canal",
    ];
    let mut seed = host
        .bytes()
        .chain(path.bytes())
        .fold(7_usize, |seed, byte| seed.wrapping_mul(31) ^ usize::from(byte));
    let mut word = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        WORDS[(seed >> 33) % WORDS.len()]
    };
    let headline = format!("The {} of the {} opens at pier {path}", word(), word());
    let mut body = String::new();
    for _ in 0..8 {
        let (office, opened, from) = (word(), word(), word());
        let first = format!(
            "<p>The {office} office opened the {opened} on Monday, and nine people came from the {from}.</p>"
        );
        let (waited, runs) = (word(), word());
        let second = format!(
            "<p>\"We waited four years for the {waited},\" said Ada Lindqvist, who runs the {runs} on the quay.</p>"
        );
        body.extend([first, second]);
    }
    let furniture = "<li><a href=\"/\">Section</a></li>".repeat(60);
    format!(
        "<!doctype html><html lang=\"en\"><head><title>{headline}</title></head><body><nav><ul>{furniture}</ul></nav><article>\
         <h1>{headline}</h1>{body}</article><footer><ul>{furniture}</ul></footer></body></html>"
    )
}

fn parallax(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(arguments).arg("--archive").arg(folder).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    let mut text = String::new();
    output.stdout.as_slice().read_to_string(&mut text).expect("text");
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn what_a_feed_lists_is_in_the_archive_once_and_its_faults_are_told() {
    let (port, log) = outlet(6);
    let home = tempfile::tempdir().expect("a folder");
    let (folder, list) = (home.path().join("news"), home.path().join("sources.toml"));
    let source = format!(
        "contact = \"desk@quay.example\"\n[[source]]\nname = \"Quay\"\nfeed = \"http://127.0.0.1:{port}/feed\"\noutlet = \"Quay\"\nshow = \"link\"\n"
    );
    fs::write(&list, source).expect("a file");
    said(&parallax(&["init"], &folder));
    let list = list.to_str().expect("a path of letters");
    let port = port.to_string();
    let watch = [
        "watch",
        "--once",
        "--all",
        "--quiet",
        "--spacing",
        "0s",
        "--allow-private=127.0.0.1",
        "--port",
        &port,
        list,
    ];
    let first = said(&parallax(&watch, &folder));
    assert!(
        first.starts_with(
            "1 sources asked, 0 in trouble; 6 articles asked for, 1 not had; 5 new captures"
        ),
        "{first}"
    );
    let second = said(&parallax(&watch, &folder));
    assert!(second.contains("0 articles asked for, 0 not had; 0 new captures"), "{second}");
    let log = log.lock().expect("nobody panics").clone();
    let log: Vec<_> = log.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(log, ["/robots.txt", "/feed", "/1", "/2", "/3", "/4", "/5", "/feed"]);
    let decided = said(&parallax(&["decisions"], &folder));
    let decided: Vec<_> = decided.lines().filter_map(|line| line.split("  ").last()).collect();
    assert_eq!(decided, ["show 127.0.0.1 link", "show Quay link"]);
    let sources = said(&parallax(&["sources", "--json"], &folder));
    assert!(sources.contains("robots.txt forbids it (Disallow: /0)"), "{sources}");
    let warc = said(&parallax(&["export", "--format", "jsonl"], &folder));
    assert!(warc.contains("Ada Lindqvist"));
    said(&parallax(&["verify", "--quiet"], &folder));
}

#[test]
fn two_processes_leave_an_outlet_the_peace_of_one() {
    let (port, log) = outlet(5);
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("news");
    said(&parallax(&["init"], &folder));
    let watches = ["a", "b"].map(|name| {
        let list = home.path().join(name);
        let feed = format!("http://127.0.0.1:{port}/feed?{name}");
        let list_of = format!(
            "contact = \"desk@quay.example\"\n[[source]]\nname = {name:?}\nfeed = \"{feed}\"\n"
        );
        fs::write(&list, list_of).expect("a file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
        command.args([
            "watch",
            "--once",
            "--quiet",
            "--spacing",
            "300ms",
            "--allow-private=127.0.0.1",
        ]);
        command.args(["--port", &port.to_string()]).arg(&list).arg("--archive").arg(&folder);
        command.stdout(Stdio::null()).spawn().expect("the program runs")
    });
    for mut watch in watches {
        assert!(watch.wait().expect("it ends").success());
    }
    let log = log.lock().expect("nobody panics").clone();
    // robots.txt and a feed each, and four articles that may be asked for, some of them by both.
    assert!((8..=12).contains(&log.len()), "{log:?}");
    for pair in log.windows(2) {
        let wait = pair[1].1 - pair[0].1;
        assert!(wait >= Duration::from_millis(300), "{wait:?} between {pair:?}");
    }
}

#[test]
fn what_is_put_into_a_folder_is_in_the_archive_once() {
    let home = tempfile::tempdir().expect("a folder");
    let (folder, saved) = (home.path().join("news"), home.path().join("saved"));
    let list = home.path().join("sources.toml");
    let saved_at = saved.display();
    let places =
        format!("[[source]]\nfolder = '{saved_at}'\n[[source]]\nfile = '{saved_at}/none.warc'\n");
    fs::write(&list, format!("contact = \"desk@quay.example\"\n{places}")).expect("a file");
    fs::create_dir(&saved).expect("a folder");
    fs::write(saved.join("a.html"), page("quay.example", "/a")).expect("a page");
    said(&parallax(&["init"], &folder));
    let watch = ["watch", "--once", "--quiet", list.to_str().expect("a path of letters")];
    let text = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let first = parallax(&watch, &folder);
    assert_eq!(first.status.code(), Some(1), "one source is in trouble");
    assert!(text(&first).starts_with("2 sources asked, 1 in trouble"), "{}", text(&first));
    assert!(text(&first).contains("1 new captures"), "{}", text(&first));
    assert!(text(&parallax(&watch, &folder)).contains("0 new captures"));
    let sources = said(&parallax(&["sources", "--faults"], &folder));
    assert!(sources.contains("  folder, ") && sources.contains("cannot open"), "{sources}");
}

#[test]
fn without_a_way_to_be_reached_or_into_a_private_network_nothing_is_asked() {
    let (port, log) = outlet(1);
    let home = tempfile::tempdir().expect("a folder");
    let (folder, list) = (home.path().join("news"), home.path().join("sources.toml"));
    fs::write(&list, format!("[[source]]\nfeed = \"http://127.0.0.1:{port}/feed\"\n"))
        .expect("a file");
    said(&parallax(&["init"], &folder));
    let list = list.to_str().expect("a path of letters");
    let unreachable = parallax(&["watch", "--once", list], &folder);
    assert_eq!(unreachable.status.code(), Some(2));
    let refused = parallax(&["watch", "--once", "--contact", "desk@quay.example", list], &folder);
    assert_eq!(refused.status.code(), Some(1));
    let sources = said(&parallax(&["sources"], &folder));
    assert!(sources.contains("127.0.0.1, which is loopback"), "{sources}");
    assert!(log.lock().expect("nobody panics").is_empty());
}

/// How fast it is from the network into the archive, servers on the same cores (`make network`).
#[test]
#[ignore = "measures"]
fn two_hundred_outlets_without_peace() {
    let (port, _) = outlet(26);
    let home = tempfile::tempdir().expect("a folder");
    let (folder, list) = (home.path().join("news"), home.path().join("sources.toml"));
    let source =
        |number: usize| format!("[[source]]\nfeed = \"http://127.0.1.{number}:{port}/feed\"\n");
    let sources: String = (1..=200).map(source).collect();
    fs::write(&list, format!("contact = \"desk@quay.example\"\n{sources}")).expect("a file");
    said(&parallax(&["init"], &folder));
    let (list, port) = (list.to_str().expect("a path of letters"), port.to_string());
    let began = Instant::now();
    let watch = [
        "watch",
        "--once",
        "--quiet",
        "--spacing",
        "0s",
        "--allow-private=127.0.0.0/8",
        "--port",
        &port,
        list,
    ];
    let told = said(&parallax(&watch, &folder));
    println!("{told}5000 articles in {:?}", began.elapsed());
    assert!(told.contains("5000 new captures"), "{told}");
}
