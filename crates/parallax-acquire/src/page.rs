//! A file that is one page.

use crate::{
    MAX_PAYLOAD, Reason, Refused,
    counted::Counted,
    mail,
    saved::{self, Origin},
};
use flate2::bufread::MultiGzDecoder;
use parallax_model::{Capture, CaptureParts, MediaType};
use std::io::{self, BufRead, Read};

/// Reads a page that stands in a file as it is.
pub(crate) fn whole(
    path: &str,
    stored: Counted<impl BufRead>,
    media_type: MediaType,
) -> Result<Capture, Refused> {
    let payload = all_of(stored).map_err(|reason| Refused::new(path, reason(false)))?;
    let end = u64::try_from(payload.len()).expect("a length fits in 64 bits");
    Ok(page(path, payload, media_type, end))
}

/// Reads a page that stands compressed.
pub(crate) fn unzipped<R: BufRead>(
    path: &str,
    stored: Counted<R>,
    media_type: MediaType,
) -> Result<Capture, Refused> {
    let mut decoder = MultiGzDecoder::new(stored);
    let payload = all_of(&mut decoder).map_err(|reason| Refused::new(path, reason(true)))?;
    let end = decoder.into_inner().position();
    Ok(page(path, payload, media_type, end))
}

/// Reads a message, as it stands or compressed: a page saved as one, or a letter.
pub(crate) fn message(
    path: &str,
    stored: Counted<impl BufRead>,
    compressed: bool,
) -> Vec<Result<Capture, Refused>> {
    let refused = |reason| vec![Err(Refused::new(path, reason))];
    let read = if compressed {
        let mut decoder = MultiGzDecoder::new(stored);
        let read = all_of(&mut decoder).map_err(|reason| reason(true));
        read.map(|bytes| (bytes, decoder.into_inner().position()))
    } else {
        let read = all_of(stored).map_err(|reason| reason(false));
        read.map(|bytes| {
            let end = u64::try_from(bytes.len()).expect("a length fits in 64 bits");
            (bytes, end)
        })
    };
    match read {
        Ok((bytes, end)) => mail::message(path, &bytes, 0..end),
        Err(reason) => refused(reason),
    }
}

/// Everything up to the limit; the error tells which reason it is once it is
/// known whether the stream was compressed.
pub(crate) fn all_of(reader: impl Read) -> Result<Vec<u8>, impl FnOnce(bool) -> Reason> {
    enum Failure {
        Stream(io::Error),
        TooLarge,
    }
    let mut payload = Vec::new();
    let limit = u64::try_from(MAX_PAYLOAD).expect("the limit fits in 64 bits");
    let failure = match reader.take(limit + 1).read_to_end(&mut payload) {
        Err(error) => Failure::Stream(error),
        Ok(_) if payload.len() > MAX_PAYLOAD => Failure::TooLarge,
        Ok(_) => return Ok(payload),
    };
    Err(move |compressed| match failure {
        Failure::TooLarge => Reason::TooLarge,
        Failure::Stream(error) if compressed => Reason::Unzip(error),
        Failure::Stream(error) => Reason::Read(error),
    })
}

fn page(path: &str, payload: Vec<u8>, media_type: MediaType, end: u64) -> Capture {
    let origin = match media_type {
        MediaType::Html => saved::origin(&payload),
        _ => Origin::default(),
    };
    Capture::new(CaptureParts {
        path: path.to_owned(),
        record: None,
        url: origin.url,
        media_type,
        charset: None,
        captured_at: origin.at,
        stored: 0..end,
        payload,
    })
}
