//! Networks: which addresses an outlet may have.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    str::FromStr,
    sync::LazyLock,
};

/// A range of addresses: `10.0.0.0/8`, `fc00::/7`, or a single address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

impl Network {
    /// Whether it holds `address`. An IPv4 address in the form of an IPv6 one is in no IPv4 network.
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.base, address) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                let kept = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                (u32::from(base) ^ u32::from(address)) & kept == 0
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                let kept = u128::MAX.checked_shl(128 - u32::from(self.bits)).unwrap_or(0);
                (u128::from(base) ^ u128::from(address)) & kept == 0
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("not a network: {text}");
        let (base, bits) = match text.split_once('/') {
            Some((base, bits)) => (base, Some(bits.parse::<u8>().map_err(|_| wrong())?)),
            None => (text, None),
        };
        let base: IpAddr = base.parse().map_err(|_| wrong())?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(most);
        if bits > most { Err(wrong()) } else { Ok(Self { base, bits }) }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.base, self.bits)
    }
}

/// What is wrong with `address`, in words; nothing where an outlet may have it.
///
/// ```
/// use parallax_acquire::net::no_place_for_outlets;
///
/// assert_eq!(no_place_for_outlets("192.168.1.1".parse().unwrap()), Some("private"));
/// assert_eq!(no_place_for_outlets("::ffff:8.8.8.8".parse().unwrap()), Some("an IPv4 address in disguise (IPv4-mapped)"));
/// assert_eq!(no_place_for_outlets("8.8.8.8".parse().unwrap()), None);
/// ```
pub fn no_place_for_outlets(address: IpAddr) -> Option<&'static str> {
    let named = REFUSED
        .iter()
        .filter(|(network, _)| network.holds(address))
        .max_by_key(|(network, _)| network.bits)
        .map(|&(_, words)| words);
    named.or_else(|| {
        let strange = address.is_ipv6() && !GIVEN_OUT.holds(address);
        strange.then_some("outside the addresses that are given out")
    })
}

/// The only IPv6 addresses that are given out to anybody (RFC 4291, 2.4).
const GIVEN_OUT: Network =
    Network { base: IpAddr::V6(Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0)), bits: 3 };

static REFUSED: LazyLock<Vec<(Network, &'static str)>> = LazyLock::new(|| {
    include_str!("../../data/refused-networks.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(network, words)| (network.parse().expect("the table holds networks"), words))
        .collect()
});

/// Which addresses may be connected to although no outlet is on them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed(Vec<Network>);

impl Allowed {
    /// None: what news are read from is public.
    pub fn none() -> Self {
        Self::default()
    }

    /// All of them: an intranet, or a test.
    pub fn all() -> Self {
        let (v4, v6) = (Ipv4Addr::UNSPECIFIED.into(), Ipv6Addr::UNSPECIFIED.into());
        Self(vec![Network { base: v4, bits: 0 }, Network { base: v6, bits: 0 }])
    }

    /// Those of some networks.
    pub fn only(networks: Vec<Network>) -> Self {
        Self(networks)
    }

    /// Whether `address` is one of them.
    pub fn holds(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.holds(address))
    }

    /// Whether there are any.
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Allowed, Network, REFUSED, no_place_for_outlets};
    use proptest::prelude::*;
    use std::net::{IpAddr, Ipv4Addr};

    #[test]
    fn the_narrower_network_names_an_address() {
        let says = |address: &str| no_place_for_outlets(address.parse().unwrap());
        assert_eq!(says("169.254.169.254"), Some("a cloud's metadata service"));
        assert_eq!(says("169.254.1.1"), Some("link-local"));
        assert_eq!(says("::1"), Some("loopback"));
        assert_eq!(says("::8.8.8.8"), Some("an IPv4 address in disguise (IPv4-compatible)"));
        assert_eq!(says("2001:0:53aa:64c::"), Some("an IPv4 address in disguise (Teredo)"));
        assert_eq!(says("4000::1"), Some("outside the addresses that are given out"));
        assert_eq!(says("2a00:1450:4001:81b::200e"), None);
        assert_eq!(REFUSED.len(), 47);
    }

    #[test]
    fn a_network_of_no_bits_holds_every_address_of_its_kind() {
        let all = Allowed::all();
        assert!(all.holds("127.0.0.1".parse().unwrap()) && all.holds("::1".parse().unwrap()));
        assert!("10.0.0.0/33".parse::<Network>().is_err());
        assert!("10.0.0.0/x".parse::<Network>().is_err());
        let one = Allowed::only(vec!["127.0.0.1".parse().unwrap()]);
        assert!(!one.holds("127.0.0.2".parse().unwrap()));
        assert!(!one.holds("::ffff:127.0.0.1".parse().unwrap()));
    }

    proptest! {
        #[test]
        fn the_standard_library_finds_nothing_private_in_what_is_let_through(bits: u32) {
            let address = Ipv4Addr::from(bits);
            if no_place_for_outlets(IpAddr::V4(address)).is_none() {
                prop_assert!(!address.is_private() && !address.is_loopback());
                prop_assert!(!address.is_link_local() && !address.is_multicast());
                prop_assert!(!address.is_broadcast() && !address.is_documentation());
                prop_assert!(!address.is_unspecified());
            }
            prop_assert!(no_place_for_outlets(address.to_ipv6_mapped().into()).is_some());
            prop_assert!(no_place_for_outlets(address.to_ipv6_compatible().into()).is_some());
        }
    }
}
