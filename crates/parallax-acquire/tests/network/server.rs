//! A server on loopback that does exactly what it is told, right or wrong, and writes down what it was asked.

use parallax_acquire::net::{Agent, Allowed, Bounds, Fetcher, Fixed, Limits};
use std::{
    net::IpAddr,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What a server was asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) at: Instant,
    pub(crate) method: String,
    pub(crate) host: String,
    pub(crate) path: String,
    /// The head, as it came.
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Asked {
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (field, value) = line.split_once(':')?;
            field.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// What a server does.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Say(Vec<u8>),
    Wait(Duration),
    HangUp,
}

/// A whole answer, with its right length.
pub(crate) fn answer(status: u16, fields: &str, body: impl AsRef<[u8]>) -> Vec<Act> {
    let body = body.as_ref();
    let head = format!("HTTP/1.1 {status} Word\r\nContent-Length: {}\r\n{fields}\r\n", body.len());
    vec![Act::Say([head.as_bytes(), body].concat())]
}

/// An answer with a head as it is given, and whatever follows; the server hangs up after it.
pub(crate) fn raw(bytes: impl AsRef<[u8]>) -> Vec<Act> {
    vec![Act::Say(bytes.as_ref().to_vec()), Act::HangUp]
}

pub(crate) fn page(words: &str) -> Vec<Act> {
    answer(200, "Content-Type: text/html; charset=utf-8\r\n", words)
}

pub(crate) type Script = dyn Fn(&Asked) -> Vec<Act> + Send + Sync;

/// A server that is up.
pub(crate) struct Server {
    pub(crate) port: u16,
    log: Arc<Mutex<Vec<Asked>>>,
    accepting: tokio::task::JoinHandle<()>,
}

impl Server {
    pub(crate) async fn new(script: impl Fn(&Asked) -> Vec<Act> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Arc::new(Mutex::new(Vec::new()));
        let script: Arc<Script> = Arc::new(script);
        let written = Arc::clone(&log);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (script, log) = (Arc::clone(&script), Arc::clone(&written));
                tokio::spawn(async move { serve(stream, &*script, &log).await });
            }
        });
        Self { port, log, accepting }
    }

    /// The same on a thread of its own, for as long as the test runs.
    pub(crate) fn apart(script: impl Fn(&Asked) -> Vec<Act> + Send + Sync + 'static) -> Self {
        let (up, is_up) = std::sync::mpsc::channel();
        thread::spawn(move || {
            let driver =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            driver.block_on(async {
                let server = Self::new(script).await;
                up.send(server).unwrap();
                std::future::pending::<()>().await;
            });
        });
        is_up.recv().unwrap()
    }

    /// What it was asked so far.
    pub(crate) fn log(&self) -> Vec<Asked> {
        self.log.lock().unwrap().clone()
    }

    /// A fetcher for which `hosts` are on this server, and nothing else on loopback may be asked.
    pub(crate) fn fetcher(&self, hosts: &[&str], limits: Limits) -> Fetcher {
        let here: IpAddr = "127.0.0.1".parse().unwrap();
        let hosts = hosts.iter().map(|host| ((*host).to_owned(), vec![here]));
        Fetcher::new(agent(), self.bounds(), limits, Arc::new(Fixed::new(hosts)))
    }

    pub(crate) fn bounds(&self) -> Bounds {
        Bounds {
            allowed: Allowed::only(vec!["127.0.0.1".parse().unwrap()]),
            ports: vec![self.port],
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

pub(crate) fn agent() -> Agent {
    Agent::new("https://quay.example/crawler").unwrap()
}

/// Limits that a test can wait for.
pub(crate) fn impatient() -> Limits {
    Limits {
        connect: Duration::from_millis(500),
        first_byte: Duration::from_millis(300),
        stalled: Duration::from_millis(200),
        whole: Duration::from_millis(900),
        ..Limits::default()
    }
}

async fn serve(mut stream: TcpStream, script: &Script, log: &Mutex<Vec<Asked>>) -> Option<()> {
    let mut read = Vec::new();
    loop {
        let asked = asked(&mut stream, &mut read).await?;
        log.lock().unwrap().push(asked.clone());
        for act in script(&asked) {
            match act {
                Act::Say(bytes) => stream.write_all(&bytes).await.ok()?,
                Act::Wait(time) => tokio::time::sleep(time).await,
                Act::HangUp => return stream.shutdown().await.ok(),
            }
        }
    }
}

async fn asked(stream: &mut TcpStream, read: &mut Vec<u8>) -> Option<Asked> {
    let end = loop {
        if let Some(end) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break end;
        }
        (stream.read_buf(read).await.ok()? > 0).then_some(())?;
    };
    let head = String::from_utf8(read.drain(..end + 4).collect()).ok()?;
    let mut first = head.lines().next()?.split(' ');
    let mut asked = Asked {
        at: Instant::now(),
        method: first.next()?.to_owned(),
        path: first.next()?.to_owned(),
        host: String::new(),
        head: head.clone(),
        body: String::new(),
    };
    let length: usize =
        asked.field("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while read.len() < length {
        (stream.read_buf(read).await.ok()? > 0).then_some(())?;
    }
    asked.body = String::from_utf8(read.drain(..length).collect()).ok()?;
    asked.host = asked.field("host")?.split(':').next()?.to_owned();
    Some(asked)
}
