//! Outlets are watched over several rounds: nothing forbidden is asked, nobody is hurried, every
//! article that can be had comes once, and every fault is told.

use crate::{
    outlets::{FAULTS, Fault, Outlets},
    server::impatient,
    watched::Watched,
    watcher::Ahead,
};
use jiff::Timestamp;
use parallax_acquire::{
    net::Limits,
    read_listing,
    watch::{InMemory, Lists, Settings, Sink, Stop, watch},
};
use parallax_model::Capture;
use std::{
    sync::{Arc, atomic::Ordering},
    time::{Duration, Instant},
};

#[test]
fn twenty_five_outlets_are_watched_as_one_should() {
    let outlets = Outlets::new(25, 4, &FAULTS);
    let mut watched = Watched::new(outlets, Duration::from_millis(15), impatient());
    let began = Instant::now();
    watched.rounds(4);
    assert!(began.elapsed() < Duration::from_secs(40), "nothing hangs: {:?}", began.elapsed());
    watched.is_as_it_should_be();
}

#[test]
fn what_came_is_told_with_where_and_when_and_in_which_answer() {
    let mut watched =
        Watched::new(Outlets::new(1, 2, &[Fault::None]), Duration::ZERO, Limits::default());
    let before = Timestamp::now();
    let tally = watched.round(watched.settings());
    assert_eq!((tally.sources, tally.caught, tally.faults), (1, 2, 0));
    let capture = &watched.basket.0[0];
    let parts = capture.parts();
    assert_eq!(
        parts.url.as_deref(),
        Some(format!("http://outlet-000.example:{}/a/0", watched.server.port).as_str())
    );
    assert_eq!(parts.charset.as_deref(), Some("utf-8"));
    assert!(parts.captured_at.unwrap() >= before);
    assert!(capture.answer().iter().any(|(name, _)| name == "content-type"));
    // Again at once: nothing is due, and nothing is asked for but the feed.
    let asked = watched.server.log().len();
    let tally = watched.round(watched.settings());
    assert_eq!((tally.sources, tally.caught, watched.server.log().len() - asked), (1, 0, 1));
    // And without being told to ask all, not even that.
    let tally = watched.round(Settings { all: false, ..watched.settings() });
    assert_eq!((tally.sources, watched.server.log().len() - asked), (0, 1));
}

/// A sink that cannot keep anything.
struct Full;

impl Sink for Full {
    fn take(&mut self, _: Vec<Capture>) -> Result<(), String> {
        Err("the disk is full".to_owned())
    }
}

#[test]
fn what_is_not_kept_is_asked_for_again() {
    let mut watched =
        Watched::new(Outlets::new(3, 2, &[Fault::None]), Duration::ZERO, Limits::default());
    let hosts = watched.outlets.hosts();
    let fetcher = watched.server.fetcher(&hosts, watched.limits);
    let ledger = Arc::<InMemory>::clone(&watched.ledger);
    let clock = Arc::<Ahead>::clone(&watched.clock);
    let (sources, settings, stop) = (watched.sources(), watched.settings(), Stop::default());
    let failed = watch(
        fetcher,
        Lists::all(read_listing),
        sources,
        ledger,
        clock,
        settings,
        &stop,
        &mut Full,
    );
    assert_eq!(failed, Err("the disk is full".to_owned()));
    watched.round(watched.settings());
    assert_eq!(watched.came().len(), 6);
}

/// A sink that has seen enough after the first.
struct Enough(Stop, usize);

impl Sink for Enough {
    fn take(&mut self, caught: Vec<Capture>) -> Result<(), String> {
        self.1 += caught.len();
        self.0.say();
        Ok(())
    }
}

#[test]
fn a_word_ends_it_and_what_was_asked_is_kept() {
    let watched = Watched::new(
        Outlets::new(3, 50, &[Fault::None]),
        Duration::from_millis(100),
        Limits::default(),
    );
    let fetcher = watched.server.fetcher(&watched.outlets.hosts(), watched.limits);
    let ledger = Arc::<InMemory>::clone(&watched.ledger);
    let clock = Arc::<Ahead>::clone(&watched.clock);
    let stop = Stop::default();
    let mut sink = Enough(stop.clone(), 0);
    let settings = Settings { once: false, ..watched.settings() };
    let began = Instant::now();
    let tally = watch(
        fetcher,
        Lists::all(read_listing),
        watched.sources(),
        ledger,
        clock,
        settings,
        &stop,
        &mut sink,
    )
    .unwrap();
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    assert_eq!(usize::try_from(tally.caught).unwrap(), sink.1);
    assert!((1..150).contains(&sink.1));
}

/// The most memory this process ever held, in KiB, where the system says.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// The whole of it: two hundred outlets, five thousand articles, ten rounds (`make network`).
#[test]
#[ignore = "takes minutes"]
fn two_hundred_outlets_are_watched_as_one_should() {
    let outlets = Outlets::new(200, 25, &FAULTS);
    let mut watched = Watched::new(outlets, Duration::from_millis(10), impatient());
    let began = Instant::now();
    watched.rounds(1);
    println!("one round: {:?}, {} captures", began.elapsed(), watched.basket.0.len());
    watched.nothing_forbidden_was_asked();
    watched.nobody_was_hurried();
    watched.every_fault_is_told();
    for round in 1..10 {
        watched.outlets.begin(round);
        watched.round(watched.settings());
        watched.clock.0.fetch_add(3 * 3600, Ordering::SeqCst);
    }
    let (asked, captures) = (watched.server.log().len(), watched.basket.0.len());
    println!(
        "ten rounds: {:?}, {asked} questions, {captures} captures, {} KiB",
        began.elapsed(),
        most_memory()
    );
    watched.is_as_it_should_be();
    // Everything that came is held by this test, and the servers are in it.
    assert!(most_memory() < 600 << 10);
}

/// How fast it is where nobody wants peace, servers on the same cores (`make network`).
#[test]
#[ignore = "measures"]
fn two_hundred_outlets_without_peace() {
    let outlets = Outlets::new(200, 25, &[Fault::None]);
    let mut watched = Watched::new(outlets, Duration::ZERO, Limits::default());
    let began = Instant::now();
    let tally = watched.round(watched.settings());
    let rate = f64::from(u32::try_from(tally.caught).unwrap()) / began.elapsed().as_secs_f64();
    println!("{} articles in {:?}: {rate:.0} a second", tally.caught, began.elapsed());
    assert_eq!(tally.caught, 5000);
}
