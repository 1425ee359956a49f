//! Whether a host, as it is written, may be that of an outlet.

use super::{Allowed, Refusal, authority, no_place_for_outlets};
use std::sync::LazyLock;
use url::{Host, Url};

pub(super) fn host(url: &Url, text: &str, allowed: &Allowed) -> Result<(), Refusal> {
    let address = match url.host() {
        None => return Err(Refusal::NotAnAddress("it names no host".to_owned())),
        Some(Host::Domain(name)) => return named(name, written_host(text), allowed),
        Some(Host::Ipv4(address)) => address.into(),
        Some(Host::Ipv6(address)) => address.into(),
    };
    if allowed.holds(address) {
        return Ok(());
    }
    let plain = url.host_str().is_some_and(|host| host == written_host(text));
    Err(Refusal::Literal { address, disguised: !plain, why: no_place_for_outlets(address) })
}

fn named(name: &str, written: &str, allowed: &Allowed) -> Result<(), Refusal> {
    if name.ends_with('.') {
        return Err(Refusal::Name("it ends with a dot"));
    }
    if name.len() > 253 || name.split('.').any(|label| label.is_empty() || label.len() > 63) {
        return Err(Refusal::Name("it is no name of a host"));
    }
    if written.contains('%') || !same_letters(name, written) {
        return Err(Refusal::Name("it is written with letters that only look like its own"));
    }
    if allowed.any() {
        return Ok(());
    }
    if !name.contains('.') {
        return Err(Refusal::Name("it has one part only, so it is of this network"));
    }
    let is_local = LOCAL.iter().any(|local| {
        name.strip_suffix(local).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    if is_local { Err(Refusal::Name("it is of this host or this network")) } else { Ok(()) }
}

/// Whether each label that was written in other letters than ASCII is one that is kept in them.
fn same_letters(name: &str, written: &str) -> bool {
    let labels = || written.split('.');
    labels().count() == name.split('.').count()
        && labels()
            .zip(name.split('.'))
            .all(|(written, read)| written.is_ascii() || read.starts_with("xn--"))
}

static LOCAL: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/local-names.txt").lines();
    lines.filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
});

/// The host as it was written, without a port.
fn written_host(text: &str) -> &str {
    let authority = authority(text);
    if authority.starts_with('[') {
        return authority;
    }
    authority.split(':').next().unwrap_or_default()
}
