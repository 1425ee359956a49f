use super::*;
use parallax_model::{Stamp, StampFrom};
use proptest::prelude::*;

#[track_caller]
fn check(line: &str, expected: &str) {
    let found = stamp(line).map(|printed| {
        let from = StampFrom::Text;
        Stamp { point: printed.point, zone: printed.zone, from }.to_string()
    });
    assert_eq!(found.as_deref().unwrap_or("none"), expected, "{line}");
}

#[test]
fn every_printed_order_is_read() {
    check("10:19, 4 February 2026", "2026-02-04T10:19");
    check("Sunday 9 August 2026 19.20", "2026-08-09T19:20");
    check("9 August 2026, 7.5 million saw it", "2026-08-09");
    check("Wednesday, February 4, 2026", "2026-02-04");
    check("Updated June 26, 2026, 3:05 PM", "2026-06-26T15:05");
    check("MON 18 MAY 2026 14:20 GMT", "2026-05-18T14:20Z");
    check("18 de mayo de 2026, 19:40", "2026-05-18T19:40");
    check("19 мая 2026", "2026-05-19");
    check("19 мая 2026 года, 14:05", "2026-05-19T14:05");
    check("March 11, 2026 6:55 am", "2026-03-11T06:55");
    check("26 June 2026, 1.42pm", "2026-06-26T13:42");
    check("30 May 2026 3:10 p.m. PDT", "2026-05-30T15:10-07:00");
    check("16 Feb 2026", "2026-02-16");
    check("2026-02-04", "2026-02-04");
    check("04.02.2026", "2026-02-04");
    check("27 June 2026 06:00", "2026-06-27T06:00");
    check("Published: 13:02, 16 Feb 2026", "2026-02-16T13:02");
    check("2026年2月4日", "2026-02-04");
    check("31. 10. 2025 17:46", "2025-10-31T17:46");
    check("Publisert: 05.08.24 kl. 14:47", "2024-08-05T14:47");
    check("2026-02-04T10:19:30+05:00", "2026-02-04T10:19:30+05:00");
    check("Updated 1:39 am EST, Wednesday, November 20, 2019", "2019-11-20T01:39-05:00");
    check("Veröffentlicht am 13. Mai 2026 um 15.44 Uhr", "2026-05-13T15:44");
    check("2026 жылғы 4 ақпан, 10:19", "2026-02-04T10:19");
    check("le 3 août 2026 à 19h40", "2026-08-03T19:40");
    check("4 ақпан 2026 12:00", "2026-02-04T12:00");
    check("Feb. 4th, 2026 at 12:05 a.m. ET", "2026-02-04T00:05");
    check("14:05 (GMT+5) 4 February 2026", "2026-02-04T14:05+05:00");
}

#[test]
fn a_date_that_could_be_two_is_none() {
    check("04/02/2026", "none");
    check("14/02/2026", "2026-02-14");
    check("02/14/2026", "2026-02-14");
}

#[test]
fn other_numbers_are_no_dates() {
    check("Call 20.30.2026.14", "none");
    check("Version 1.10.24.3", "none");
    check("31 February 2026", "none");
    check("May 2026", "none");
    check("The vote was 5-2 in 2026", "none");
}

#[test]
fn changes_are_told_from_first_publication() {
    let found = stamps("Published 4 February 2026 10:00 Updated 5 February 2026 11:30");
    let told: Vec<_> = found.iter().map(|stamp| (stamp.modified, stamp.range.clone())).collect();
    assert_eq!(told, [(false, 10..31), (true, 40..61)]);
}

#[test]
fn a_zone_of_several_offsets_gives_none() {
    let found = stamp("3:10 PM CST, 30 May 2026").expect("a date");
    assert_eq!(found.zone.as_deref(), Some("CST"));
    assert_eq!(found.range, 0..24);
}

#[test]
fn date_lines_hold_little_else() {
    assert!(stamp_line("date 2026-02-04 EN").is_some());
    assert!(stamp_line("The ferry sank on 4 February 2026 near the quay").is_none());
    assert!(stamp_line("It sank 4 February 2026.").is_none());
}

proptest! {
    #[test]
    fn ranges_slice_the_line(line in "\\PC{0,80}") {
        for found in stamps(&line) {
            prop_assert!(line.get(found.range).is_some());
        }
    }

    #[test]
    fn dates_in_noise_never_break(line in "[0-9 :.,/+pamT年月日-]{0,40}") {
        let _ = stamps(&line);
    }
}
