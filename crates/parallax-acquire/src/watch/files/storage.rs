//! Object storage (`s3://`): which address a file has, and how we say that we may have it.

use super::super::asking::Unasked;
use crate::net::{Failure, Target};
use jiff::{Timestamp, tz::TimeZone};
use ring::{digest, hmac};
use std::{
    fmt::{self, Write},
    ops::Range,
};
use url::Url;

/// The digest of nothing: what a question holds beside its head.
const NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// How object storage is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Storage {
    /// Its address; where there is none, that of Amazon in the region.
    pub endpoint: Option<String>,
    /// In which region its buckets are.
    pub region: String,
    /// With what it is asked for; nothing, for what is public.
    pub key: Option<Key>,
}

/// What shows that one may have a file. It is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub id: String,
    /// By what questions are signed.
    pub secret: String,
    /// What is sent with a key that holds for a while.
    pub token: Option<String>,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Default for Storage {
    fn default() -> Self {
        Self { endpoint: None, region: "us-east-1".to_owned(), key: None }
    }
}

/// Where a file is asked for.
#[derive(Clone, Debug)]
pub(super) struct Place {
    url: Url,
    /// For files of object storage: how questions to this server are signed.
    storage: Option<Storage>,
}

impl Storage {
    /// Where a file is; the error says what is wrong with its address.
    pub(super) fn place(&self, url: &str) -> Result<Place, String> {
        let Some(file) = url.strip_prefix("s3://") else {
            let url = Url::parse(url).map_err(|error| format!("not an address: {error}"))?;
            return Ok(Place { url, storage: None });
        };
        let (bucket, key) = file.split_once('/').unwrap_or((file, ""));
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        if bucket.is_empty() || !bucket.chars().all(is_plain) || key.is_empty() {
            return Err("not a file of a bucket: write s3://BUCKET/PATH".to_owned());
        }
        let usual = || format!("https://s3.{}.amazonaws.com", self.region);
        let endpoint = self.endpoint.clone().unwrap_or_else(usual);
        let url = format!("{}/{bucket}/{}", endpoint.trim_end_matches('/'), encoded(key));
        let url = Url::parse(&url).map_err(|error| format!("not an address: {error}"))?;
        Ok(Place { url, storage: Some(self.clone()) })
    }
}

impl Place {
    pub(super) fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The fields that show that we may have it, for this server and no other.
    pub(super) fn fields(
        &self,
        target: &Target,
        range: &Range<u64>,
        now: Timestamp,
    ) -> Vec<(&'static str, String)> {
        let same = target.parts().origin() == self.url.origin();
        match &self.storage {
            Some(Storage { key: Some(key), region, .. }) if same => {
                signed(key, region, target.parts(), range, now)
            }
            _ => Vec::new(),
        }
    }

    /// What can be done about a failure, where that is known.
    pub(super) fn explained(&self, why: Unasked) -> Unasked {
        let storage = self.storage.as_ref();
        match (why, storage) {
            (Unasked::Failed(Failure::BodyTooLarge(_)), _) => Unasked::Odd(
                "the server gives no parts of files: fetch it, and name the file".to_owned(),
            ),
            (Unasked::Failed(Failure::RedirectNowhere), Some(_)) => {
                Unasked::Odd("the bucket is in another region: set AWS_REGION".to_owned())
            }
            (Unasked::Odd(why), Some(Storage { key: None, .. })) if why.ends_with("403") => {
                Unasked::Odd(format!(
                    "{why}: it is not public; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                ))
            }
            (why, _) => why,
        }
    }
}

/// A path as a signature wants it written: everything but letters, figures and four signs as its bytes.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |mut written, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            written.push(char::from(byte));
        } else {
            let _ = write!(written, "%{byte:02X}");
        }
        written
    })
}

/// A question for a range, signed (AWS Signature Version 4).
fn signed(
    key: &Key,
    region: &str,
    url: &Url,
    range: &Range<u64>,
    now: Timestamp,
) -> Vec<(&'static str, String)> {
    let now = now.to_zoned(TimeZone::UTC);
    let (day, moment) = (now.strftime("%Y%m%d"), now.strftime("%Y%m%dT%H%M%SZ").to_string());
    let host = url.host_str().unwrap_or_default();
    let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let mut fields = vec![
        ("host", host),
        ("range", bytes(range)),
        ("x-amz-content-sha256", NOTHING.to_owned()),
        ("x-amz-date", moment.clone()),
    ];
    fields.extend(key.token.clone().map(|token| ("x-amz-security-token", token)));
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let names = names.join(";");
    let lines: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}:{}\n", value.trim())).collect();
    let question = format!("GET\n{}\n\n{}\n{names}\n{NOTHING}", url.path(), lines.concat());
    let scope = format!("{day}/{region}/s3/aws4_request");
    let digest = figures(digest::digest(&digest::SHA256, question.as_bytes()).as_ref());
    let words = format!("AWS4-HMAC-SHA256\n{moment}\n{scope}\n{digest}");
    let steps = [day.to_string(), region.to_owned(), "s3".to_owned(), "aws4_request".to_owned()];
    let begun = format!("AWS4{}", key.secret).into_bytes();
    let made = steps.iter().fold(begun, |made, step| sign(&made, step));
    let signature = figures(&sign(&made, &words));
    let said = format!(
        "AWS4-HMAC-SHA256 Credential={}/{scope},SignedHeaders={names},Signature={signature}",
        key.id
    );
    // Host and range are sent with every question.
    fields.retain(|(name, _)| name.starts_with("x-amz"));
    fields.push(("authorization", said));
    fields
}

/// A range as it is asked for.
pub(super) fn bytes(range: &Range<u64>) -> String {
    format!("bytes={}-{}", range.start, range.end.saturating_sub(1))
}

fn sign(key: &[u8], words: &str) -> Vec<u8> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key);
    hmac::sign(&key, words.as_bytes()).as_ref().to_vec()
}

fn figures(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut written, byte| {
        let _ = write!(written, "{byte:02x}");
        written
    })
}

#[cfg(test)]
mod tests {
    use super::{Key, Storage, signed};
    use crate::net::{Allowed, Bounds, Target};
    use url::Url;

    fn key() -> Key {
        Key {
            id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
            secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
            token: None,
        }
    }

    /// The example that Amazon's documentation of the method works through.
    #[test]
    fn a_question_is_signed_as_the_method_says() {
        let url = Url::parse("https://examplebucket.s3.amazonaws.com/test.txt").unwrap();
        let now = "2013-05-24T00:00:00Z".parse().unwrap();
        let fields = signed(&key(), "us-east-1", &url, &(0..10), now);
        let said = &fields.iter().find(|(name, _)| *name == "authorization").unwrap().1;
        assert!(
            said.ends_with(
                "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
            ),
            "{said}"
        );
    }

    #[test]
    fn a_file_of_a_bucket_has_an_address() {
        let storage = Storage::default();
        let url = |file: &str| storage.place(file).map(|place| place.url().to_owned());
        assert_eq!(
            url("s3://pile/a b/c+d=é.warc.gz").unwrap(),
            "https://s3.us-east-1.amazonaws.com/pile/a%20b/c%2Bd%3D%C3%A9.warc.gz"
        );
        for odd in ["s3://", "s3://pile", "s3://pile/", "s3://a@b/c", "s3://a:80/c", "s3:///c"] {
            assert!(url(odd).is_err(), "{odd}");
        }
        let own = Storage { endpoint: Some("http://minio.example:9000/".to_owned()), ..storage };
        let place = own.place("s3://pile/a.warc").unwrap();
        assert_eq!(place.url(), "http://minio.example:9000/pile/a.warc");
    }

    #[test]
    fn a_key_is_shown_to_nobody_else_and_never_printed() {
        let storage = Storage { key: Some(key()), ..Storage::default() };
        assert!(!format!("{storage:?}").contains("wJalr"));
        let place = storage.place("s3://pile/a.warc").unwrap();
        let bounds = Bounds { allowed: Allowed::none(), ..Bounds::default() };
        let fields = |url: &str| {
            let target = Target::new(url, &bounds).unwrap();
            place.fields(&target, &(0..10), "2027-03-12T10:00:00Z".parse().unwrap())
        };
        assert_eq!(fields(place.url()).len(), 3);
        assert_eq!(fields("https://quay.example/pile/a.warc"), []);
        assert_eq!(fields("http://s3.us-east-1.amazonaws.com/pile/a.warc"), []);
    }
}
