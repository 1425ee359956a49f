//! Hubs that tell of changes: asked, heard and believed no further than they should be.

use crate::{
    desk::{Desk, TOPIC, path, signed, until},
    server::{Act, Asked, answer},
};
use jiff::SignedDuration;
use parallax_acquire::watch::Clock;
use std::{collections::BTreeMap, net::TcpStream, sync::atomic::Ordering, thread, time::Duration};

fn at_hub(port: u16) -> String {
    format!("http://hub.example:{port}/")
}

fn yes(_: &Asked) -> Vec<Act> {
    answer(202, "", "")
}

#[test]
fn a_hub_is_asked_and_what_it_tells_of_is_asked_for() {
    let desk = Desk::new(at_hub, yes);
    desk.watched(|| {
        until("the hub is asked", || desk.asked_of_hub().len() == 1);
        let asked = desk.asked_of_hub().remove(0);
        assert_eq!((asked["hub.mode"].as_str(), asked["hub.topic"].as_str()), ("subscribe", TOPIC));
        assert_eq!(desk.times_asked("/robots.txt"), 2, "the hub's robots.txt holds as well");
        let message = signed(&asked["hub.secret"], "anything");
        assert_eq!(
            desk.call("POST", path(&asked), &message, "anything").0,
            410,
            "not before it came back"
        );
        // Only for what was asked, and only where it was to call.
        assert_eq!(desk.verify(&asked, "http://quay.example/other", "864000").0, 404);
        assert_eq!(desk.call("GET", "/hubs/0123?hub.mode=subscribe", "", "").0, 404);
        assert_eq!(desk.verify(&asked, TOPIC, "60").0, 404, "a lease of a minute");
        assert_eq!(desk.verify(&asked, TOPIC, "864000"), (200, "say this & that".to_owned()));

        until("the first article came", || desk.caught.load(Ordering::SeqCst) == 1);
        desk.articles.store(3, Ordering::SeqCst);
        desk.clock.0.fetch_add(90, Ordering::SeqCst);
        let forged = signed("another secret", "anything");
        assert_eq!(desk.call("POST", path(&asked), &forged, "anything").0, 202);
        assert_eq!(desk.call("POST", path(&asked), "", "anything").0, 202);
        assert_eq!(desk.call("POST", "/hubs/0123", &message, "anything").0, 404);
        assert_eq!(desk.call("PUT", path(&asked), &message, "anything").0, 405);
        let long = "x".repeat(20_000);
        assert_eq!(
            desk.call("POST", path(&asked), &signed(&asked["hub.secret"], &long), &long).0,
            413
        );
        thread::sleep(Duration::from_millis(1500));
        assert_eq!(desk.times_asked("/feed"), 1, "nobody who may say so said that it is time");
        assert_eq!(desk.call("POST", path(&asked), &message, "anything").0, 202);
        until("what is new came", || desk.caught.load(Ordering::SeqCst) == 3);
        assert_eq!(desk.times_asked("/feed"), 2);
        // However often it is said, it is asked once a minute.
        for _ in 0..5 {
            assert_eq!(desk.call("POST", path(&asked), &message, "anything").0, 202);
        }
        thread::sleep(Duration::from_millis(1500));
        assert_eq!(desk.times_asked("/feed"), 2);
    });
    let health = desk.health();
    assert!(health.subscribed.is_some());
    // A hub that told of what came lets the clock rest.
    assert!(health.next.unwrap() > desk.clock.now() + SignedDuration::from_hours(2));
    let told = desk.told();
    assert!(told.iter().any(|why| why.contains("asked again after 60 s")), "{told:?}");
    assert!(told.iter().any(|why| why.contains("without the signature of the hub")), "{told:?}");
}

#[test]
fn a_subscription_outlasts_the_program_and_is_renewed() {
    let desk = Desk::new(at_hub, yes);
    let mut first = BTreeMap::new();
    desk.watched(|| {
        until("the hub is asked", || desk.asked_of_hub().len() == 1);
        first = desk.asked_of_hub().remove(0);
        assert_eq!(desk.verify(&first, TOPIC, "36000").0, 200);
    });
    desk.clock.0.fetch_add(7 * 3600, Ordering::SeqCst);
    desk.watched(|| {
        let message = signed(&first["hub.secret"], "");
        until("it listens", || TcpStream::connect(desk.here).is_ok());
        until("it is heard", || desk.call("POST", path(&first), &message, "").0 == 202);
        until("the source is asked", || desk.times_asked("/feed") == 2);
        assert_eq!(desk.asked_of_hub().len(), 1);
        desk.clock.0.fetch_add(2 * 3600, Ordering::SeqCst);
        until("the hub is asked again", || desk.asked_of_hub().len() == 2);
        assert_eq!(desk.asked_of_hub()[1], first);
    });
}

#[test]
fn without_its_hub_a_source_is_asked_by_the_clock() {
    // Where nobody is, a hub that says no, one that says yes and does not come back, and one that forbids.
    let nobody: fn(u16) -> String = |_| "http://169.254.169.254/latest/".to_owned();
    let says_no: fn(&Asked) -> Vec<Act> = |_| answer(403, "", "");
    let leads_in: fn(&Asked) -> Vec<Act> =
        |_| answer(307, "Location: http://127.0.0.1:22/\r\n", "");
    for (hub, says, why) in [
        (nobody, yes as fn(&Asked) -> Vec<Act>, "the hub: refused: the host is 169.254.169.254"),
        (at_hub, says_no, "the hub says 403"),
        (at_hub, leads_in, "the hub: a redirect is refused"),
    ] {
        let desk = Desk::new(hub, says);
        desk.watched(|| {
            until("the article came", || desk.caught.load(Ordering::SeqCst) == 1);
            until("it was asked", || !desk.told().is_empty());
        });
        let (health, told) = (desk.health(), desk.told());
        assert!(told.iter().any(|told| told.starts_with(why)), "{told:?}");
        assert!(health.trouble.is_none() && health.subscribed.is_none());
        assert!(health.next.unwrap() < desk.clock.now() + SignedDuration::from_hours(2));
    }
}

#[test]
fn a_hub_may_say_that_it_tells_of_nothing_more() {
    let desk = Desk::new(at_hub, yes);
    desk.watched(|| {
        until("the hub is asked", || desk.asked_of_hub().len() == 1);
        let asked = desk.asked_of_hub().remove(0);
        assert_eq!(desk.verify(&asked, TOPIC, "864000").0, 200);
        let denied =
            format!("{}?hub.mode=denied&hub.topic={TOPIC}&hub.reason=too+many", path(&asked));
        assert_eq!(desk.call("GET", &denied, "", "").0, 200);
        let message = signed(&asked["hub.secret"], "");
        assert_eq!(desk.call("POST", path(&asked), &message, "").0, 410);
        let end =
            format!("{}?hub.mode=unsubscribe&hub.topic={TOPIC}&hub.challenge=x", path(&asked));
        assert_eq!(desk.call("GET", &end, "", "").0, 404, "we never asked for an end");
        desk.clock.0.fetch_add(3600, Ordering::SeqCst);
        until("the source is asked by the clock", || desk.times_asked("/feed") == 2);
    });
    let told = desk.told();
    assert_eq!(told, ["the hub tells of no changes: too many"]);
}

#[test]
fn who_calls_and_says_nothing_keeps_nobody_else_from_calling() {
    let desk = Desk::new(at_hub, yes);
    desk.watched(|| {
        until("the hub is asked", || desk.asked_of_hub().len() == 1);
        let silent: Vec<_> = (0..20).map(|_| TcpStream::connect(desk.here).unwrap()).collect();
        let asked = desk.asked_of_hub().remove(0);
        assert_eq!(desk.verify(&asked, TOPIC, "864000").0, 200);
        let fields = "X-Long: y\r\n".repeat(100);
        assert_eq!(desk.call("GET", path(&asked), &fields, "").0, 431);
        drop(silent);
    });
}
