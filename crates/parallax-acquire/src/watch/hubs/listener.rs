//! Where hubs call us: a server that answers to addresses nobody else knows, and gives nothing away.

use super::{Calls, Told};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{
    Method, Request, Response, StatusCode,
    body::Incoming,
    header::{CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS},
    server::conn::http1::Builder,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{convert::Infallible, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::timeout,
};

/// Hubs that are heard at once.
const AT_ONCE: usize = 32;

/// Bytes and fields of the head of a call.
const HEAD: usize = 16 << 10;
const FIELDS: usize = 64;

/// For the head of a call, and for all of it.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
const WITHIN: Duration = Duration::from_mins(1);

/// Hears calls for as long as it is polled.
pub(in super::super) async fn listen(listener: TcpListener, calls: Arc<dyn Calls>) {
    let room = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            // No more files may be open: others have to end first.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let calls = Arc::clone(&calls);
        tokio::spawn(async move {
            // Whoever calls and does not speak is hung up on.
            let _ = timeout(WITHIN, hear(stream, &*calls)).await;
            drop(place);
        });
    }
}

async fn hear(stream: TcpStream, calls: &dyn Calls) {
    let mut server = Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN).keep_alive(false);
    server.max_buf_size(HEAD).max_headers(FIELDS);
    let answers = service_fn(|call| async move { Ok::<_, Infallible>(answer(call, calls).await) });
    // A call that breaks off is the hub's to repeat.
    let _ = server.serve_connection(TokioIo::new(stream), answers).await;
}

async fn answer(call: Request<Incoming>, calls: &dyn Calls) -> Response<Full<Bytes>> {
    let token = call.uri().path().rsplit('/').next().unwrap_or_default().to_owned();
    let told = match *call.method() {
        Method::GET => calls.asks(&token, call.uri().query().unwrap_or_default()),
        Method::POST => message(&token, call, calls).await,
        _ => Told::Nothing(StatusCode::METHOD_NOT_ALLOWED),
    };
    let (status, words) = match told {
        Told::Words(words) => (StatusCode::OK, words),
        Told::Nothing(status) => (status, String::new()),
    };
    let mut answer = Response::new(Full::new(Bytes::from(words)));
    *answer.status_mut() = status;
    // What it echoes is nothing that a browser should make a page of.
    answer
        .headers_mut()
        .insert(CONTENT_TYPE, "text/plain; charset=utf-8".parse().expect("a value"));
    answer.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, "nosniff".parse().expect("a value"));
    answer
}

/// Hears a message for its signature alone, part by part: what it says is not kept.
async fn message(token: &str, call: Request<Incoming>, calls: &dyn Calls) -> Told {
    let field = call.headers().get("x-hub-signature").and_then(|value| value.to_str().ok());
    let mut begun = match calls.begins(token, field.unwrap_or_default()) {
        Ok(begun) => begun,
        Err(status) => return Told::Nothing(status),
    };
    let mut body = call.into_body();
    let mut bytes = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map(|frame| frame.into_data().unwrap_or_default()) else {
            return Told::Nothing(StatusCode::BAD_REQUEST);
        };
        bytes += data.len();
        if bytes > calls.largest() {
            return Told::Nothing(StatusCode::PAYLOAD_TOO_LARGE);
        }
        if let Some(signed) = &mut begun {
            signed.goes_on(&data);
        }
    }
    calls.ended(token, begun.is_some_and(super::Signed::holds));
    // A hub is not told whether it was believed.
    Told::Nothing(StatusCode::ACCEPTED)
}
