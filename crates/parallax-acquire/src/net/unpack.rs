//! A body as it was before it was compressed, and never more of it than is wanted.

use super::failure::Failure;
use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use std::io::{self, Read};

/// No page or list shrinks to less than a hundredth; what seems to is made to fill a memory.
const FOLDS: usize = 100;

/// A body of this size may have shrunk to anything: a line that is repeated does.
const HARMLESS: usize = 1 << 20;

/// What a client can unpack.
pub(super) const ACCEPTED: &str = "gzip, deflate, br";

/// Undoes what `encoding` (`Content-Encoding`) says was done to `body`; refuses more than
/// `most` bytes, and what grows more than a hundredfold.
pub fn unpack(encoding: &str, body: Vec<u8>, most: usize) -> Result<Vec<u8>, Failure> {
    let encoding = encoding.trim().to_ascii_lowercase();
    let packed = body.as_slice();
    match encoding.as_str() {
        "" | "identity" if body.len() > most => Err(Failure::BodyTooLarge(most)),
        "" | "identity" => Ok(body),
        _ if body.is_empty() => Ok(body),
        "gzip" | "x-gzip" => grown(MultiGzDecoder::new(packed), packed.len(), most),
        "deflate" if is_zlib(packed) => grown(ZlibDecoder::new(packed), packed.len(), most),
        "deflate" => grown(DeflateDecoder::new(packed), packed.len(), most),
        "br" => {
            let reader = brotli_decompressor::Decompressor::new(packed, 1 << 14);
            grown(reader, packed.len(), most)
        }
        _ => Err(Failure::Packed(format!("{} is not known", plain(&encoding)))),
    }
}

/// Whether the two bytes that open a zlib stream are there; some servers leave them out.
fn is_zlib(packed: &[u8]) -> bool {
    match packed {
        [method, flags, ..] => {
            method & 0xf == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31)
        }
        _ => false,
    }
}

fn grown(reader: impl Read, packed: usize, most: usize) -> Result<Vec<u8>, Failure> {
    let bomb = packed.saturating_mul(FOLDS).max(HARMLESS);
    let limit = most.min(bomb);
    let mut body = Vec::new();
    let limited = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    match reader.take(limited).read_to_end(&mut body) {
        Ok(_) if body.len() <= limit => Ok(body),
        Ok(_) if bomb < most => Err(Failure::Bomb(FOLDS)),
        Ok(_) => Err(Failure::BodyTooLarge(most)),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(Failure::CutShort),
        Err(error) => Err(Failure::Packed(error.to_string())),
    }
}

/// A name from the network, short and in letters that can be printed.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_graphic).take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::unpack;
    use crate::net::Failure;
    use flate2::{
        Compression,
        write::{DeflateEncoder, GzEncoder, ZlibEncoder},
    };
    use proptest::prelude::*;
    use std::io::Write;

    const PAGE: &[u8] = b"<p>The ferry left at nine.</p>";

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    #[test]
    fn every_way_of_packing_is_undone() {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
        zlib.write_all(PAGE).unwrap();
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::best());
        raw.write_all(PAGE).unwrap();
        // One block that is not compressed.
        let brotli = [&[0x8b, 0x0e, 0x80][..], PAGE, &[0x03]].concat();
        for (encoding, packed) in [
            ("gzip", gzip(PAGE)),
            ("X-GZip", gzip(PAGE)),
            ("deflate", zlib.finish().unwrap()),
            ("deflate", raw.finish().unwrap()),
            ("br", brotli),
            ("", PAGE.to_vec()),
        ] {
            assert_eq!(unpack(encoding, packed, 1000).as_deref(), Ok(PAGE), "{encoding}");
        }
    }

    #[test]
    fn what_is_odd_is_told_apart() {
        let bomb = gzip(&vec![b' '; 30 << 20]);
        assert_eq!(unpack("gzip", bomb.clone(), 64 << 20), Err(Failure::Bomb(100)));
        assert_eq!(unpack("gzip", bomb, 1 << 20), Err(Failure::BodyTooLarge(1 << 20)));
        let cut = gzip(PAGE);
        assert_eq!(unpack("gzip", cut[..20].to_vec(), 1000), Err(Failure::CutShort));
        assert!(matches!(unpack("gzip", PAGE.to_vec(), 1000), Err(Failure::Packed(_))));
        assert!(matches!(unpack("zstd", PAGE.to_vec(), 1000), Err(Failure::Packed(_))));
        assert_eq!(unpack("", PAGE.to_vec(), 10), Err(Failure::BodyTooLarge(10)));
    }

    proptest! {
        #[test]
        fn any_bytes_can_come(bytes: Vec<u8>, way in 0_usize..3) {
            let encoding = ["gzip", "deflate", "br"][way];
            if let Ok(body) = unpack(encoding, bytes, 1 << 16) {
                prop_assert!(body.len() <= 1 << 16);
            }
        }
    }
}
