//! What a browser is told of every answer.
//!
//! Words of others stand on every page. Should any of them ever come out as markup, it may load
//! nothing, run nothing, send nothing and frame nothing.

use crate::{compress::Coding, kept::Ready};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header},
};
use parallax_site::{Keep, Status};

/// Nothing, but the style, the script, the pictures and the forms of this site.
///
/// No inline script or style, no plug-in, no frame in either direction, and no string that becomes
/// code: Trusted Types are required and none can be made.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// For what is saved and never shown: not even this site's own.
const NOTHING: &str =
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const ALWAYS: [(HeaderName, &str); 7] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), \
         geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
         publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()",
    ),
];

/// What an answer hangs on besides its address.
const VARY: &str = "Accept-Encoding, Accept-Language, Cookie";

/// An answer that is sent, or that it is the one the browser has.
pub(crate) fn response(ready: Ready, asked: &HeaderMap) -> Response<Body> {
    let known = ready.status == Status::Here && is_known(&ready.tag, asked);
    let code = if known { StatusCode::NOT_MODIFIED } else { code(&ready.status) };
    let mut response = Response::new(if known { Body::empty() } else { Body::from(ready.body) });
    *response.status_mut() = code;
    let headers = response.headers_mut();
    guard(headers, if ready.save_as.is_some() { NOTHING } else { POLICY });
    put(headers, header::VARY, VARY);
    put(headers, header::ETAG, &ready.tag);
    put(
        headers,
        header::CACHE_CONTROL,
        match ready.keep {
            Keep::Asking | Keep::Moment => "private, no-cache",
            Keep::Forever => "public, max-age=31536000, immutable",
        },
    );
    if !known {
        put(headers, header::CONTENT_TYPE, ready.media_type);
        if let Some(language) = ready.language {
            put(headers, header::CONTENT_LANGUAGE, language);
        }
        if ready.coding == Coding::Gzip {
            put(headers, header::CONTENT_ENCODING, "gzip");
        }
    }
    if let Status::Moved(to) | Status::Elsewhere(to) = &ready.status {
        put(headers, header::LOCATION, to);
    }
    if let Some(name) = &ready.save_as {
        put(
            headers,
            header::CONTENT_DISPOSITION,
            &format!("attachment; filename=\"{}\"", file_name(name)),
        );
    }
    if let Some(cookie) = &ready.cookie {
        put(headers, header::SET_COOKIE, cookie);
    }
    response
}

/// A few words in plain text, where there is no page to show.
pub(crate) fn plain(code: StatusCode, words: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(words));
    *response.status_mut() = code;
    let headers = response.headers_mut();
    guard(headers, NOTHING);
    put(headers, header::CONTENT_TYPE, "text/plain; charset=utf-8");
    put(headers, header::CACHE_CONTROL, "no-store");
    match code {
        StatusCode::METHOD_NOT_ALLOWED => put(headers, header::ALLOW, "GET, HEAD"),
        StatusCode::SERVICE_UNAVAILABLE => put(headers, header::RETRY_AFTER, "2"),
        _ => {}
    }
    response
}

/// What keeps a browser from more than showing.
pub(crate) fn guard(headers: &mut HeaderMap, policy: &'static str) {
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Guards an answer of which nothing is shown.
pub(crate) fn guard_all(headers: &mut HeaderMap) {
    guard(headers, NOTHING);
}

/// Leaves out what is no value of a header.
fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

const fn code(status: &Status) -> StatusCode {
    match status {
        Status::Here => StatusCode::OK,
        Status::Moved(_) => StatusCode::PERMANENT_REDIRECT,
        Status::Elsewhere(_) => StatusCode::SEE_OTHER,
        Status::Bad => StatusCode::BAD_REQUEST,
        Status::Missing => StatusCode::NOT_FOUND,
        Status::Gone => StatusCode::GONE,
        Status::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Whether the browser names this body as one it has (RFC 9110 §13.1.2, by weak comparison).
fn is_known(tag: &str, asked: &HeaderMap) -> bool {
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

/// Letters, digits, dots and hyphens of a name; no path, no quotation mark, no line.
fn file_name(name: &str) -> String {
    let kept = |letter: char| letter.is_ascii_alphanumeric() || ['.', '-', '_'].contains(&letter);
    name.chars().map(|letter| if kept(letter) { letter } else { '-' }).collect()
}
