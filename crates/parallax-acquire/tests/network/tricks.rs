//! Ways of making a fetcher ask where it should not: all refused, each with its reason.

use crate::server::{Server, agent, answer, impatient, page};
use parallax_acquire::net::{
    Allowed, Ask, Bounds, Failure, Fetcher, Fixed, Limits, Network, Refusal, Resolve, Resolving,
    Target,
};
use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

/// What is asked for, and words of the reason for which it is refused.
const WRITTEN: &[(&str, &str)] = &[
    // This host and its network, written plainly.
    ("http://127.0.0.1/", "loopback"),
    ("http://127.255.255.254/", "loopback"),
    ("http://0.0.0.0/", "this host itself"),
    ("http://0.1.2.3/", "this host itself"),
    ("http://10.0.0.1/", "private"),
    ("http://172.16.0.1/", "private"),
    ("http://172.31.255.255/", "private"),
    ("http://192.168.0.1/", "private"),
    ("http://100.64.0.1/", "CGNAT"),
    ("http://169.254.1.1/", "link-local"),
    ("http://192.0.0.8/", "reserved for protocols"),
    ("http://192.0.2.1/", "for documentation"),
    ("http://198.51.100.1/", "for documentation"),
    ("http://203.0.113.1/", "for documentation"),
    ("http://198.18.0.1/", "for benchmarks"),
    ("http://192.88.99.1/", "6to4 relay"),
    ("http://224.0.0.1/", "multicast"),
    ("http://240.0.0.1/", "reserved"),
    ("http://255.255.255.255/", "broadcast"),
    // Where clouds keep secrets.
    ("http://169.254.169.254/latest/meta-data/", "metadata"),
    ("http://169.254.170.2/v2/credentials", "metadata"),
    ("http://100.100.100.200/latest/meta-data/", "metadata"),
    ("http://168.63.129.16/machine", "metadata"),
    ("http://192.0.0.192/opc/v1/", "metadata"),
    ("http://[fd00:ec2::254]/", "metadata"),
    ("http://metadata.google.internal/computeMetadata/v1/", "this network"),
    ("http://2852039166/", "169.254.169.254 in disguise"),
    // The same in other notations.
    ("http://2130706433/", "127.0.0.1 in disguise"),
    ("http://0x7f000001/", "127.0.0.1 in disguise"),
    ("http://0x7F.0x0.0x0.0x1/", "127.0.0.1 in disguise"),
    ("http://017700000001/", "127.0.0.1 in disguise"),
    ("http://0177.0.0.01/", "127.0.0.1 in disguise"),
    ("http://127.1/", "127.0.0.1 in disguise"),
    ("http://127.0.1/", "127.0.0.1 in disguise"),
    ("http://0/", "0.0.0.0 in disguise"),
    ("http://0x0a.1/", "10.0.0.1 in disguise"),
    ("http://127.0.0.1./", "127.0.0.1 in disguise"),
    ("http://127.0.0.%31/", "127.0.0.1 in disguise"),
    ("http://%31%32%37.0.0.1/", "127.0.0.1 in disguise"),
    ("http://１２７.０.０.１/", "127.0.0.1 in disguise"),
    ("http://127。0。0。1/", "127.0.0.1 in disguise"),
    ("http://①②⑦.⓪.⓪.①/", "127.0.0.1 in disguise"),
    ("http://8.8.8.8/", "an outlet has a name"),
    ("http://134744072/", "8.8.8.8 in disguise"),
    ("http://256.256.256.256/", "not an address"),
    ("http://1.2.3.4.5/", "not an address"),
    // In the newer numbers.
    ("http://[::1]/", "loopback"),
    ("http://[::]/", "this host itself"),
    ("http://[0:0:0:0:0:0:0:1]/", "loopback"),
    ("http://[::ffff:127.0.0.1]/", "IPv4-mapped"),
    ("http://[::ffff:7f00:1]/", "IPv4-mapped"),
    ("http://[::127.0.0.1]/", "IPv4-compatible"),
    ("http://[::ffff:0:127.0.0.1]/", "IPv4-translated"),
    ("http://[64:ff9b::7f00:1]/", "NAT64"),
    ("http://[64:ff9b:1::a00:1]/", "local NAT64"),
    ("http://[2002:7f00:1::]/", "6to4"),
    ("http://[2001:0:7f00:1::]/", "Teredo"),
    ("http://[fe80::1]/", "link-local"),
    ("http://[fe80::1%25eth0]/", "not an address"),
    ("http://[fc00::1]/", "unique local"),
    ("http://[fec0::1]/", "site-local"),
    ("http://[ff02::1]/", "multicast"),
    ("http://[2001:db8::1]/", "for documentation"),
    ("http://[3fff::1]/", "for documentation"),
    ("http://[100::1]/", "a sink"),
    ("http://[5f00::1]/", "reserved for routing"),
    ("http://[4000::1]/", "outside the addresses"),
    ("http://[2a00:1450:4001:81b::200e]/", "an outlet has a name"),
    // Names of this host.
    ("http://localhost/", "one part only"),
    ("http://LOCALHOST/", "one part only"),
    ("http://localhost./", "ends with a dot"),
    ("http://quay.example./", "ends with a dot"),
    ("http://a.localhost/", "this host"),
    ("http://localhost.localdomain/", "this host"),
    ("http://printer.local/", "this network"),
    ("http://router.home.arpa/", "this network"),
    ("http://1.0.0.127.in-addr.arpa/", "this network"),
    ("http://wiki.corp/", "this network"),
    ("http://intranet/", "one part only"),
    ("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "only look like"),
    ("http://local\u{ad}host/", "only look like"),
    ("http://ｑuay.example/", "only look like"),
    ("http://loc%61lhost/", "only look like"),
    ("http://quay\u{3002}example/", "only look like"),
    ("http://quay..example/", "no name of a host"),
    // Someone else before the host, or something else than a host.
    ("http://quay.example@127.0.0.1/", "name or a password"),
    ("http://quay.example:80@127.0.0.1/", "name or a password"),
    ("http://user:secret@quay.example/", "name or a password"),
    ("http://@quay.example/", "name or a password"),
    ("http://quay.example\\@127.0.0.1/", "backslash"),
    ("http:\\\\127.0.0.1\\", "backslash"),
    ("http://127.0.0.1#@quay.example/", "loopback"),
    ("http://127.0.0.1?@quay.example/", "loopback"),
    ("http:///127.0.0.1/", "loopback"),
    ("http:127.0.0.1/", "loopback"),
    ("http://quay.example\t@127.0.0.1/", "control characters"),
    ("http://127.0.0.1\r\nHost: quay.example/", "control characters"),
    ("http://quay.example/\u{0}", "control characters"),
    ("http:// quay.example/", "not an address"),
    // Other ways of asking.
    ("file:///etc/passwd", "file is not asked for"),
    ("ftp://quay.example/", "ftp is not asked for"),
    ("gopher://quay.example:70/_", "gopher is not asked for"),
    ("dict://quay.example:2628/", "dict is not asked for"),
    ("data:text/html,x", "data is not asked for"),
    ("javascript:alert(1)", "javascript is not asked for"),
    ("jar:http://quay.example!/", "jar is not asked for"),
    ("view-source:http://quay.example/", "view-source is not asked for"),
    // Ports that are not for the web.
    ("http://quay.example:22/", "port 22"),
    ("http://quay.example:25/", "port 25"),
    ("http://quay.example:6379/", "port 6379"),
    ("http://quay.example:0/", "port 0"),
    ("https://quay.example:11211/", "port 11211"),
    ("//127.0.0.1/", "not an address"),
    ("", "not an address"),
];

#[test]
fn what_is_written_to_lead_astray_is_refused_with_its_reason() {
    let mut wrong = Vec::new();
    for (url, reason) in WRITTEN {
        match Target::new(url, &Bounds::default()) {
            Ok(target) => wrong.push(format!("{url}: let through as {target}")),
            Err(refusal) if !refusal.to_string().contains(reason) => {
                wrong.push(format!("{url}: {refusal}, and not {reason}"));
            }
            Err(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(WRITTEN.len() >= 100);
}

#[test]
fn the_same_are_refused_as_redirects() {
    let bounds = Bounds::default();
    let start = Target::new("https://quay.example/a", &bounds).unwrap();
    for (url, _) in WRITTEN.iter().filter(|(url, _)| !url.is_empty()) {
        // A scheme without slashes goes on from the address it stands in.
        let refused = start.follow(url, &bounds);
        assert!(refused.is_err(), "{url} leads to {}", refused.unwrap());
    }
}

/// Names that lead to other places than their outlet would have them.
#[tokio::test]
async fn a_name_that_leads_to_no_outlet_is_refused_before_anything_is_sent() {
    let server = Server::new(|_| page("A secret.")).await;
    let places = [
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "192.0.2.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:a00:1::",
        "fd00:ec2::254",
    ];
    for place in places {
        for beside in [None, Some("93.184.215.14")] {
            let addresses: Vec<IpAddr> =
                beside.into_iter().chain([place]).map(|text| text.parse().unwrap()).collect();
            let resolver = Fixed::new([("rebound.example".to_owned(), addresses)]);
            let bounds = Bounds { allowed: Allowed::none(), ports: vec![server.port] };
            let fetcher = Fetcher::new(agent(), bounds, impatient(), Arc::new(resolver));
            let url = format!("http://rebound.example:{}/", server.port);
            let failure = fetcher.get(&url, &Ask::at_most(1000)).await.unwrap_err();
            let Failure::Refused(Refusal::Leads { host, why, .. }) = &failure else {
                panic!("{place}: {failure}");
            };
            assert!(host == "rebound.example" && !why.is_empty());
        }
    }
    assert!(server.log().is_empty());
}

/// Answers with a place that is allowed when it is asked first, and with another ever after.
struct Rebinding {
    asked: AtomicUsize,
    first: IpAddr,
    then: IpAddr,
}

impl Resolve for Rebinding {
    fn resolve<'a>(&'a self, _: &'a str) -> Resolving<'a> {
        let first = self.asked.fetch_add(1, Ordering::SeqCst) == 0;
        let address = if first { self.first } else { self.then };
        Box::pin(async move { Ok(vec![address]) })
    }
}

#[tokio::test]
async fn a_name_is_looked_up_once_for_a_hop_and_what_was_found_is_what_is_connected_to() {
    let server = Server::new(|asked| match asked.path.as_str() {
        // The connection is not to be used again, so that the name is asked for again.
        "/moved" => [
            answer(302, "Location: /secret\r\nConnection: close\r\n", ""),
            vec![crate::server::Act::HangUp],
        ]
        .concat(),
        _ => page("The ferry left."),
    })
    .await;
    let resolver = Arc::new(Rebinding {
        asked: AtomicUsize::new(0),
        first: "127.0.0.1".parse().unwrap(),
        then: "127.0.0.2".parse().unwrap(),
    });
    let asking = Arc::<Rebinding>::clone(&resolver);
    let fetcher = Fetcher::new(agent(), server.bounds(), impatient(), asking);
    let url = format!("http://rebinding.example:{}/moved", server.port);
    let failure = fetcher.get(&url, &Ask::at_most(1000)).await.unwrap_err();
    assert_eq!(
        failure.to_string(),
        "refused: rebinding.example leads to 127.0.0.2, which is loopback"
    );
    assert_eq!(resolver.asked.load(Ordering::SeqCst), 2);
    assert_eq!(server.log().len(), 1);
}

#[tokio::test]
async fn a_redirect_to_a_private_place_is_refused_before_anything_is_sent() {
    let locations: Vec<String> = WRITTEN
        .iter()
        .map(|(url, _)| (*url).to_owned())
        .filter(|url| {
            !url.is_empty()
                && !url.contains(|letter: char| letter.is_control() || !letter.is_ascii())
        })
        .filter(|url| !url.contains("quay.example"))
        .collect();
    let script = locations.clone();
    let server = Server::new(move |asked| {
        let number: usize = asked.path.trim_start_matches('/').parse().unwrap_or(0);
        answer(302, &format!("Location: {}\r\n", script[number]), "")
    })
    .await;
    // Names of one part are let through where anything private is; what they lead to is not.
    let fetcher = server.fetcher(
        &["quay.example"],
        Limits { first_byte: impatient().first_byte, ..Limits::default() },
    );
    for (number, location) in locations.iter().enumerate() {
        let url = format!("http://quay.example:{}/{number}", server.port);
        let failure = fetcher.get(&url, &Ask::at_most(1000)).await.expect_err(location);
        let told = matches!(failure, Failure::RedirectRefused(_) | Failure::Unresolved(_));
        assert!(told, "{location}: {failure}");
    }
    assert_eq!(server.log().len(), locations.len());
}

#[test]
fn what_is_let_through_on_purpose_is_that_and_no_more() {
    let only: Network = "127.0.0.1".parse().unwrap();
    let bounds = Bounds { allowed: Allowed::only(vec![only]), ..Bounds::default() };
    assert!(Target::new("http://127.0.0.1/", &bounds).is_ok());
    for url in [
        "http://127.0.0.2/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/",
        "http://10.0.0.1/",
    ] {
        assert!(Target::new(url, &bounds).is_err(), "{url}");
    }
}
