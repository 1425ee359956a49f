//! A web archive of invented pages, made as CC-NEWS makes its own.
//!
//! Each record is a gzip member of its own: one that says what the file is, then for each page
//! the request and the response, its body unpacked. Other crawlers keep pages as servers send them,
//! in chunks and compressed: so one page in eight may stand. The same every time.

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use std::{
    fmt::Write as _,
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

/// Words of the invented language.
const WORDS: u64 = 4000;

/// Draws numbers, the same every time.
struct Draws(u64);

impl Draws {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }

    /// A word; small numbers are drawn more often, as common words are.
    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 16] = [
            "ka", "lo", "mi", "ren", "tu", "sa", "vel", "no", "dri", "pe", "or", "shi", "ban",
            "el", "gu", "wex",
        ];
        let high = self.below(WORDS) + 1;
        let mut at = self.below(high);
        let mut word = String::new();
        loop {
            let syllable = usize::try_from(at % 16).unwrap_or(0);
            word.push_str(SYLLABLES.get(syllable).copied().unwrap_or_default());
            at /= 16;
            if at == 0 {
                return word;
            }
        }
    }
}

/// What is not as it should be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Odd {
    /// Nothing.
    None,
    /// One page in eight stands as it was sent.
    Packed,
    /// One record in a hundred cannot be read.
    Broken,
}

/// Writes an archive of so many pages.
pub(crate) fn write(path: &Path, pages: u64, kilobytes: u64, odd: Odd) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut draws = Draws(1);
    member(
        &mut file,
        &record(
            "warcinfo",
            "application/warc-fields",
            0,
            b"software: an invented crawler\r\nformat: WARC File Format 1.0\r\n",
        ),
    )?;
    for number in 0..pages {
        let request = format!(
            "GET /{number} HTTP/1.1\r\nUser-Agent: an invented crawler\r\nAccept: text/html\r\nHost: quay.example\r\n\r\n"
        );
        member(
            &mut file,
            &record("request", "application/http; msgtype=request", number, request.as_bytes()),
        )?;
        let page = page(&mut draws, number, kilobytes * 512 + draws_size(number, kilobytes));
        let response = response(&page, odd == Odd::Packed && number % 8 == 7)?;
        let mut stored =
            record("response", "application/http; msgtype=response", number, &response);
        if odd == Odd::Broken && number % 100 == 99 {
            // Half of these say nothing of their length, half more than there is.
            let name =
                if number % 200 == 99 { &b"Content-Xength"[..] } else { b"Content-Length: 9" };
            let at = stored.windows(14).position(|seen| seen == b"Content-Length").unwrap_or(0);
            let behind = if number % 200 == 99 { at + 14 } else { at + 16 };
            stored.splice(at..behind, name.iter().copied());
        }
        member(&mut file, &stored)?;
    }
    file.flush()?;
    Ok(())
}

/// Pages are of all sizes, from half the middle to half as much again.
fn draws_size(number: u64, kilobytes: u64) -> u64 {
    number * 37 % 1000 * kilobytes * 1024 / 1000
}

fn member(file: &mut impl Write, bytes: &[u8]) -> Result<()> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    file.write_all(&encoder.finish()?)?;
    Ok(())
}

fn record(kind: &str, content: &str, number: u64, body: &[u8]) -> Vec<u8> {
    let mut record = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2026-03-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:08x}-0000-4000-8000-000000000000>\r\n\
         WARC-Target-URI: https://quay.example/{number}\r\nWARC-IP-Address: 192.0.2.7\r\nContent-Type: {content}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    record.extend_from_slice(body);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

fn response(page: &str, as_sent: bool) -> Result<Vec<u8>> {
    let head = "HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: Sun, 01 Mar 2026 10:00:00 GMT\r\nContent-Type: text/html; charset=UTF-8\r\nVary: Accept-Encoding\r\n";
    if !as_sent {
        return Ok(format!(
            "{head}X-Crawler-Content-Encoding: gzip\r\nContent-Length: {}\r\n\r\n{page}",
            page.len()
        )
        .into_bytes());
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(page.as_bytes())?;
    let packed = encoder.finish()?;
    let mut response =
        format!("{head}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n").into_bytes();
    for chunk in packed.chunks(8000) {
        response.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        response.extend_from_slice(chunk);
        response.extend_from_slice(b"\r\n");
    }
    response.extend_from_slice(b"0\r\n\r\n");
    Ok(response)
}

/// A page of so many bytes: an article in its middle, and around it what pages have.
fn page(draws: &mut Draws, number: u64, bytes: u64) -> String {
    let bytes = usize::try_from(bytes).unwrap_or(0);
    let mut page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{} {number}</title>",
        draws.word()
    );
    let script = "<script>window.dataLayer=window.dataLayer||[];(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime()});})(window,document,'script');</script>";
    while page.len() < bytes / 3 {
        page.push_str(script);
        let class = draws.word();
        let (number, other) = (draws.below(9999), draws.below(99_999));
        let _ = write!(
            page,
            "<div class=\"card card--{class}\" id=\"{class}-{number}\"><a href=\"/{class}/{other}\">{class}</a></div>"
        );
    }
    page.push_str("<article>");
    while page.len() < bytes {
        page.push_str("<p>");
        for _ in 0..40 {
            page.push_str(&draws.word());
            page.push(' ');
        }
        page.push_str("</p>\n");
    }
    page.push_str("</article></body></html>");
    page
}
