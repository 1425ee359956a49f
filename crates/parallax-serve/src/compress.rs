//! Fewer bytes on the way.

use flate2::{Compression, GzBuilder};
use std::io::Write;

/// Shorter bodies do not get shorter by more than the headers say it in.
const SHORTEST: usize = 512;

/// What a body is sent as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Coding {
    /// As it is.
    Plain,
    /// As a gzip member.
    Gzip,
}

impl Coding {
    /// The best that an `Accept-Encoding` header allows.
    pub(crate) fn accepted(header: &str) -> Self {
        let mut any = None;
        for part in header.split(',') {
            let mut fields = part.split(';').map(str::trim);
            let name = fields.next().unwrap_or_default().to_ascii_lowercase();
            let wanted = fields.all(|field| !is_nothing(field));
            match name.as_str() {
                "gzip" | "x-gzip" => return if wanted { Self::Gzip } else { Self::Plain },
                "*" => any = Some(wanted),
                _ => {}
            }
        }
        if any == Some(true) { Self::Gzip } else { Self::Plain }
    }

    /// `body` in this coding and the coding it is in: not every body gets shorter.
    pub(crate) fn of(self, body: Vec<u8>, media_type: &str) -> (Self, Vec<u8>) {
        if self == Self::Plain || body.len() < SHORTEST || !is_text(media_type) {
            return (Self::Plain, body);
        }
        match gzip(&body) {
            Some(short) if short.len() < body.len() => (Self::Gzip, short),
            _ => (Self::Plain, body),
        }
    }
}

/// `q=0`, `q=0.000`: not this one.
fn is_nothing(field: &str) -> bool {
    let quality = field.strip_prefix("q=").or_else(|| field.strip_prefix("Q="));
    quality.is_some_and(|quality| quality.trim().parse::<f32>().is_ok_and(|quality| quality <= 0.0))
}

fn is_text(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.starts_with("text/")
        || ["json", "xml", "javascript"].iter().any(|form| essence.ends_with(form))
}

fn gzip(body: &[u8]) -> Option<Vec<u8>> {
    let mut member =
        GzBuilder::new().write(Vec::with_capacity(body.len() / 3), Compression::new(5));
    member.write_all(body).ok()?;
    member.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn a_browser_is_sent_what_it_reads() {
        let check = |header: &str, coding: Coding| {
            assert_eq!(Coding::accepted(header), coding, "{header}");
        };
        check("gzip, deflate, br, zstd", Coding::Gzip);
        check("br, GZIP;q=0.5", Coding::Gzip);
        check("gzip;q=0, *", Coding::Plain);
        check("*", Coding::Gzip);
        check("*;q=0.0", Coding::Plain);
        check("identity", Coding::Plain);
        check("", Coding::Plain);
    }

    #[test]
    fn a_body_comes_out_as_it_went_in() {
        let page = "<p>The quay burned.</p>".repeat(100).into_bytes();
        let (coding, short) = Coding::Gzip.of(page.clone(), "text/html; charset=utf-8");
        assert_eq!(coding, Coding::Gzip);
        assert!(short.len() < 200);
        let mut read = Vec::new();
        GzDecoder::new(&*short).read_to_end(&mut read).unwrap();
        assert_eq!(read, page);
    }

    #[test]
    fn what_is_short_or_packed_goes_as_it_is() {
        assert_eq!(Coding::Gzip.of(b"<p>".to_vec(), "text/html").0, Coding::Plain);
        assert_eq!(Coding::Gzip.of(vec![0; 2000], "image/png").0, Coding::Plain);
        assert_eq!(Coding::Gzip.of(vec![b' '; 2000], "image/svg+xml").0, Coding::Gzip);
        assert_eq!(Coding::Gzip.of(vec![b' '; 2000], "application/atom+xml").0, Coding::Gzip);
    }
}
