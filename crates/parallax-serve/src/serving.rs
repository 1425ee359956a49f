//! The socket.

use crate::{answering::Desk, live::Live, names::Names, site::Site};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use std::{
    future, io,
    net::{SocketAddr, TcpListener},
    pin::pin,
    sync::Arc,
    thread,
    time::Duration,
};
use tokio::{net::TcpStream, runtime, signal, sync::Semaphore, task, time};

/// Who does not finish asking is let go.
const ASKING: Duration = Duration::from_secs(15);

/// How long those who are being answered are waited for in the end.
const LEAVING: Duration = Duration::from_secs(3);

/// How many may be connected.
const CONNECTED: usize = 1024;

/// Answers that are made at once for each processor: a page that takes long holds up no short one.
const MAKERS: usize = 4;

/// Bytes of a request's headers.
const HEADERS: usize = 32 << 10;

/// A socket that waits for readers.
#[derive(Debug)]
pub struct Bound {
    listener: TcpListener,
    address: SocketAddr,
}

impl Bound {
    /// Takes the socket; port 0 takes any that is free.
    pub fn to(address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// Where it is.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers to `names` until `end` is over, such as [`asked_to_end`]; who is being answered then
    /// is answered.
    pub fn serve(
        self,
        site: Arc<dyn Site>,
        names: Names,
        end: impl Future<Output = ()>,
    ) -> io::Result<()> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let done = runtime.block_on(self.accept(site, names, end));
        // A page that is still being made is not waited for: nobody will read it.
        runtime.shutdown_background();
        done
    }

    async fn accept(
        self,
        site: Arc<dyn Site>,
        names: Names,
        end: impl Future<Output = ()>,
    ) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let makers = MAKERS * thread::available_parallelism().map_or(1, usize::from);
        let live = Live::of(Arc::clone(&site));
        let service = TowerToHyperService::new(Desk::new(site, names, makers).router(live));
        let places = Arc::new(Semaphore::new(CONNECTED));
        let readers = GracefulShutdown::new();
        let mut end = pin!(end);
        loop {
            let accepted = tokio::select! {
                () = &mut end => break,
                accepted = listener.accept() => accepted,
            };
            // A reader who left before being accepted is no trouble; too many open files pass.
            let Ok((stream, _)) = accepted else {
                time::sleep(Duration::from_millis(20)).await;
                continue;
            };
            let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
            let reader = readers.watch(connection(stream, service.clone()));
            task::spawn(async move {
                let _ = reader.await;
                drop(place);
            });
        }
        drop(listener);
        let _ = time::timeout(LEAVING, readers.shutdown()).await;
        Ok(())
    }
}

/// Until the system asks the program to end: by Ctrl-C, or by the signal of a service manager.
pub async fn asked_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminated.recv() => return,
                told = signal::ctrl_c() => if told.is_ok() { return },
            }
        }
    }
    // Where signals cannot be heard the system ends the program by itself.
    if signal::ctrl_c().await.is_err() {
        future::pending::<()>().await;
    }
}

fn connection<S, B>(stream: TcpStream, service: S) -> http1::Connection<TokioIo<TcpStream>, S>
where
    S: hyper::service::HttpService<hyper::body::Incoming, ResBody = B>,
    S::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    B: hyper::body::Body + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let _ = stream.set_nodelay(true);
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(ASKING)
        .max_buf_size(HEADERS)
        .serve_connection(TokioIo::new(stream), service)
}
