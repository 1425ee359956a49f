//! One connection: made to addresses that were looked at, and used for one exchange at a time.

use super::{
    exchange::Limits,
    failure::Failure,
    resolve::{Resolve, addresses},
    target::{Bounds, Target},
};
use bytes::Bytes;
use http_body_util::Full;
use hyper::client::conn::http1::{Builder, Connection, SendRequest};
use hyper_util::rt::TokioIo;
use rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName};
use std::{net::SocketAddr, pin::Pin, sync::Arc};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::TlsConnector;

/// What bytes come and go through.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

pub(super) type Wire = TokioIo<Box<dyn Stream>>;

/// The body of what we ask with.
pub(super) type Sent = Full<Bytes>;

/// A connection that is up.
pub(super) struct Line {
    pub(super) sender: SendRequest<Sent>,
    pub(super) connection: Pin<Box<Connection<Wire, Sent>>>,
}

/// Makes connections.
pub(super) struct Dialler {
    bounds: Bounds,
    resolver: Arc<dyn Resolve>,
    tls: Result<Arc<ClientConfig>, String>,
}

impl Dialler {
    pub(super) fn new(bounds: Bounds, resolver: Arc<dyn Resolve>) -> Self {
        Self { bounds, resolver, tls: trusting() }
    }

    pub(super) fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// Resolves the host of `target`, looks at every address, and connects to the first that answers.
    pub(super) async fn dial(&self, target: &Target, limits: &Limits) -> Result<Line, Failure> {
        let resolver = &*self.resolver;
        let found = addresses(target, &self.bounds.allowed, resolver);
        let found = timeout(limits.connect, found)
            .await
            .map_err(|_| limits.slow("the name was not looked up", limits.connect))??;
        let stream = connect(&found, limits).await?;
        let stream: Box<dyn Stream> = if target.is_secure() {
            self.secured(stream, target, limits).await?
        } else {
            Box::new(stream)
        };
        let mut builder = Builder::new();
        builder.max_buf_size(limits.head).max_headers(limits.fields);
        let made = builder.handshake::<_, Sent>(TokioIo::new(stream)).await;
        let (sender, connection) = made.map_err(|error| Failure::Garbled(error.to_string()))?;
        Ok(Line { sender, connection: Box::pin(connection) })
    }

    async fn secured(
        &self,
        stream: TcpStream,
        target: &Target,
        limits: &Limits,
    ) -> Result<Box<dyn Stream>, Failure> {
        let config = self.tls.clone().map_err(Failure::Untrusted)?;
        let name = ServerName::try_from(target.host())
            .map_err(|error| Failure::Untrusted(error.to_string()))?;
        let secured = timeout(limits.connect, TlsConnector::from(config).connect(name, stream));
        match secured.await {
            Ok(Ok(stream)) => Ok(Box::new(stream)),
            Ok(Err(error)) => Err(Failure::Untrusted(error.to_string())),
            Err(_) => Err(limits.slow("no secure connection", limits.connect)),
        }
    }
}

async fn connect(addresses: &[SocketAddr], limits: &Limits) -> Result<TcpStream, Failure> {
    let mut failure = Failure::Unreachable("there is no address".to_owned());
    for address in addresses {
        match timeout(limits.connect, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // Small requests are not held back; a socket that refuses works all the same.
                let _ = stream.set_nodelay(true);
                return Ok(stream);
            }
            Ok(Err(error)) => failure = Failure::Unreachable(error.kind().to_string()),
            Err(_) => failure = limits.slow("no connection", limits.connect),
        }
    }
    Err(failure)
}

/// Trusts whom the system trusts.
fn trusting() -> Result<Arc<ClientConfig>, String> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        return Err(
            "this system has no certificates to trust in (SSL_CERT_FILE names a file of them)"
                .to_owned(),
        );
    }
    let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
