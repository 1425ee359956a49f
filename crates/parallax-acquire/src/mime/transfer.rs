//! Transfer encodings undone; what is not of them is passed over or left as it is.

/// `=C3=A9`, and lines cut by `=` at their end.
pub(super) fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'=', rest) {
        let (before, escape) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        out.extend_from_slice(before);
        rest = match escape {
            [_, a, b, rest @ ..] if hex(*a).is_some() && hex(*b).is_some() => {
                out.push(hex(*a).unwrap_or(0) << 4 | hex(*b).unwrap_or(0));
                rest
            }
            [_, b'\r', b'\n', rest @ ..] | [_, b'\n', rest @ ..] => rest,
            [first, rest @ ..] => soft_end(rest).unwrap_or_else(|| {
                out.push(*first);
                rest
            }),
            [] => rest,
        };
    }
    out.extend_from_slice(rest);
    out
}

/// Blanks that a mail server put between `=` and the end of its line.
fn soft_end(rest: &[u8]) -> Option<&[u8]> {
    let blanks = rest.iter().take(80).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    match rest.get(blanks..)? {
        [b'\r', b'\n', rest @ ..] | [b'\n', rest @ ..] if blanks > 0 => Some(rest),
        _ => None,
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// What is no digit of base 64 is passed over; padding ends nothing, since some programs join encoded pieces.
pub(super) fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                (held, bits) = (0, 0);
                continue;
            }
            _ => continue,
        };
        held = held << 6 | u32::from(digit);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xFF).unwrap_or(0));
            held &= (1 << bits) - 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_is_undone() {
        assert_eq!(quoted_printable(b"a=3D=c3=A9 b=\r\nc= \nd=\ne"), "a=é bcde".as_bytes());
        assert_eq!(quoted_printable(b"a=zz=4"), b"a=zz=4");
        assert_eq!(quoted_printable(b"="), b"=");
    }

    #[test]
    fn base_64_is_undone() {
        assert_eq!(base64(b"UmFp\r\nbg=="), b"Rain");
        assert_eq!(base64(b"UmFpbg==IGZlbGw="), b"Rain fell");
        assert_eq!(base64(b"!"), b"");
    }
}
