//! From the name of a host to its addresses, each looked at before it is used.

use super::{
    failure::{Failure, Refusal},
    network::{Allowed, no_place_for_outlets},
    target::Target,
};
use std::{
    collections::BTreeMap,
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
};
use url::Host;

/// What asking for addresses comes to.
pub type Resolving<'a> = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send + 'a>>;

/// Knows where hosts are.
pub trait Resolve: Send + Sync {
    /// The addresses of `host`.
    fn resolve<'a>(&'a self, host: &'a str) -> Resolving<'a>;
}

/// Asks the system.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Resolve for System {
    fn resolve<'a>(&'a self, host: &'a str) -> Resolving<'a> {
        Box::pin(async move {
            let found = tokio::net::lookup_host((host, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}

/// A list: hosts that are not on it lead nowhere.
#[derive(Clone, Debug, Default)]
pub struct Fixed(BTreeMap<String, Vec<IpAddr>>);

impl Fixed {
    /// Those of a list.
    pub fn new(hosts: impl IntoIterator<Item = (String, Vec<IpAddr>)>) -> Self {
        Self(hosts.into_iter().collect())
    }
}

impl Resolve for Fixed {
    fn resolve<'a>(&'a self, host: &'a str) -> Resolving<'a> {
        Box::pin(async move { Ok(self.0.get(host).cloned().unwrap_or_default()) })
    }
}

/// The addresses of `target`, asked for once: the connection is made to these and no others.
/// One that no outlet is on condemns them all, since which of them is meant is not known.
pub(super) async fn addresses(
    target: &Target,
    allowed: &Allowed,
    resolver: &dyn Resolve,
) -> Result<Vec<SocketAddr>, Failure> {
    let host = target.host();
    let found = match target.parts().host() {
        Some(Host::Ipv4(address)) => vec![address.into()],
        Some(Host::Ipv6(address)) => vec![address.into()],
        _ => resolver.resolve(&host).await.map_err(|_| Failure::Unresolved(host.clone()))?,
    };
    if found.is_empty() {
        return Err(Failure::Unresolved(host));
    }
    for &address in found.iter().filter(|&&address| !allowed.holds(address)) {
        if let Some(why) = no_place_for_outlets(address) {
            return Err(Refusal::Leads { host, address, why }.into());
        }
    }
    Ok(found.into_iter().map(|address| SocketAddr::new(address, target.port())).collect())
}
