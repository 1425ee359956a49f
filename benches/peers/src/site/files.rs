//! The floor: a server that reads a file and sends it.

use anyhow::Result;
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    thread,
};

/// Serves the files of a folder until it is killed, a thread for each reader; prints where.
pub(crate) fn serve(folder: &Path) -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}/", listener.local_addr()?);
    for stream in listener.incoming() {
        let (stream, folder) = (stream?, folder.to_owned());
        thread::spawn(move || answer(stream, &folder));
    }
    Ok(())
}

/// Where in the folder the file for a path lies.
pub(crate) fn folder(path: &str) -> String {
    path.trim_matches('/').replace('?', "~")
}

fn answer(stream: TcpStream, folder: &Path) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut asked = BufReader::new(stream);
    let mut line = String::new();
    loop {
        line.clear();
        if asked.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let path = self::folder(line.split(' ').nth(1).unwrap_or("/"));
        while line != "\r\n" {
            line.clear();
            asked.read_line(&mut line)?;
        }
        let body = fs::read(folder.join(path).join("index.html"))?;
        let mut sent =
            format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len()).into_bytes();
        sent.extend(body);
        asked.get_mut().write_all(&sent)?;
    }
}
