//! An archive in which everything that others say would run, if it ever came out as markup.

use crate::{add, archive as make, here, program};
use serde_json::{Value, json};
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

/// What the articles tell of: events of different months, so that each is a story of its own. The
/// headline; who speaks and what; a sentence with a number; what one outlet alone tells.
const EVENTS: [[&str; 4]; 6] = [
    [
        "Warehouse on the north quay burns",
        "\u{201c}Nobody saw where the fire began {p},\u{201d} said harbour master Halvard Ostrel.",
        "A warehouse on the north quay of Port Ostrel {p} burned on Friday night and {n} dockers were led out unhurt.",
        "The insurers of the warehouse had asked for {p} new doors in the spring.",
    ],
    [
        "Council closes the Merrow bridge",
        "\u{201c}The northern pier is cracked {p} from top to bottom,\u{201d} engineer Paula Dane told reporters.",
        "The council of Merrow {p} closed its only bridge on Monday after {n} bolts were found broken.",
        "A ferry {p} will carry schoolchildren until the bridge is open again.",
    ],
    [
        "Minister Corvin resigns over grain contracts",
        "\u{201c}I signed what I was given {p},\u{201d} Agnes Corvin told parliament.",
        "Agriculture minister Agnes Corvin {p} resigned on Tuesday over {n} contracts for grain.",
        "Her deputy {p} takes over the ministry until the autumn.",
    ],
    [
        "Thieves empty the museum of Tarn",
        "\u{201c}They knew every camera {p},\u{201d} said curator Ines Vale.",
        "Thieves took {n} paintings from the museum of Tarn {p} before dawn on Sunday.",
        "A guard {p} had reported a broken window in the cellar.",
    ],
    [
        "Snow cuts off the villages of Upper Kest",
        "\u{201c}We have bread for three days {p},\u{201d} said Mayor Tobias Renn by radio.",
        "Snow has cut off {n} villages in the valley of Upper Kest {p} since Wednesday.",
        "The army {p} sent two helicopters with fuel.",
    ],
    [
        "Nurses of Lowmark hospital walk out",
        "\u{201c}Nobody works three nights in a row {p} without mistakes,\u{201d} said union leader Ruta Maddern.",
        "Nurses at Lowmark hospital {p} walked out on Thursday and {n} operations were put off.",
        "The hospital {p} has asked a court to order them back.",
    ],
];

/// Makes it below `home`.
pub(crate) fn archive(home: &Path) -> PathBuf {
    let payloads = fs::read_to_string(here("browser/payloads.txt")).expect("the payloads");
    let payloads: Vec<&str> = payloads.lines().filter(|line| !line.starts_with('#')).collect();
    let folder = home.join("hostile");
    let written = |name: &str, text: String| {
        let file = home.join(name);
        fs::write(&file, text).expect("a file");
        file
    };
    make(&folder, &[written("first.jsonl", rows(&payloads, false))]);
    add(&folder, &[written("second.jsonl", rows(&payloads, true))]);
    fs::write(folder.join("outlets.toml"), facts(&payloads)).expect("a file");
    watch(&folder, &written("sources.toml", sources(&payloads)));
    decide(&folder, &payloads);
    folder
}

/// Articles, a line each: for each payload two outlets that tell of one event. Each event is told
/// by many, so every payload stands in a comparison. The second time some were changed.
fn rows(payloads: &[&str], again: bool) -> String {
    let mut rows = String::new();
    for (number, payload) in payloads.iter().enumerate() {
        let (month, event) = (1 + number % EVENTS.len(), EVENTS[number % EVENTS.len()]);
        for outlet in ["Gazette", "Courier"] {
            if again && (outlet == "Courier" || number >= 3 * EVENTS.len()) {
                continue;
            }
            let told = if again { number + 1 } else { number };
            let filled =
                |words: &str| words.replace("{p}", payload).replace("{n}", &told.to_string());
            let [headline, said, tells, alone] = event;
            let mut text =
                format!("OSTREL {payload} \u{2014} {}\n\n{}", filled(tells), filled(said));
            if outlet == "Gazette" {
                write!(text, "\n\n{}", filled(alone)).expect("memory");
            }
            write!(text, "\n\nPhoto: a picture {payload} by Ida {payload} Brandt").expect("memory");
            let row = json!({
                "id": format!("{number} {outlet} {payload}"),
                "url": format!("https://{}.example/{number}/{payload}", outlet.to_lowercase()),
                "outlet": format!("{outlet} {payload}"),
                "byline": format!("Ida {payload} Brandt"),
                "date": format!("2027-{month:02}-10T{:02}:00:00Z", number % 12),
                "lang": "en",
                "title": format!("{headline} {payload}{}", if again { ", again" } else { "" }),
                "text": text,
            });
            writeln!(rows, "{row}").expect("memory");
        }
    }
    rows
}

/// What somebody wrote down of the outlets.
fn facts(payloads: &[&str]) -> String {
    let mut facts = String::new();
    // Two that differ only in their case are one outlet to us, and would be refused.
    let mut seen: Vec<String> = Vec::new();
    for payload in payloads {
        if seen.contains(&payload.to_lowercase()) {
            continue;
        }
        seen.push(payload.to_lowercase());
        for outlet in ["Gazette", "Courier"] {
            let values = [
                ("name", format!("{outlet} {payload}")),
                ("country", format!("Land of {payload}")),
                ("owner", format!("Owner {payload}")),
                ("funding", (*payload).to_owned()),
                ("source", format!("https://facts.example/{payload}")),
            ];
            writeln!(facts, "[[outlet]]\nkind = \"blog\"\ndate = 2027-03-01").expect("memory");
            for (key, value) in values {
                writeln!(facts, "{key} = {}", Value::String(value)).expect("memory");
            }
        }
    }
    facts
}

/// Sources whose names would run, at addresses that are never asked.
fn sources(payloads: &[&str]) -> String {
    let mut sources = "contact = \"desk@quay.example\"\n".to_owned();
    for (number, payload) in payloads.iter().enumerate() {
        let name = Value::String(format!("Source {number} {payload}"));
        let feed = Value::String(format!("http://127.0.{number}.1:9/{payload}"));
        writeln!(sources, "[[source]]\nname = {name}\nfeed = {feed}").expect("memory");
    }
    sources
}

/// Has each source asked once; none of them answers.
fn watch(folder: &Path, sources: &Path) {
    let mut watch = program(folder);
    watch.args(["watch", "--once", "--quiet"]).arg(sources);
    let done = watch.stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(done.is_ok_and(|status| status.code() != Some(2)), "watch --once");
}

/// Decides of stories, in words and under names that would run.
fn decide(folder: &Path, payloads: &[&str]) {
    let listed = program(folder).args(["stories", "--json"]).output().expect("it runs");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let stories: Vec<String> = listed
        .lines()
        .filter_map(|line| {
            serde_json::from_str::<Value>(line).ok()?["id"].as_str().map(str::to_owned)
        })
        .collect();
    assert!(stories.len() >= EVENTS.len(), "{} stories: {listed}", stories.len());
    for (payload, story) in payloads.iter().zip(stories.iter().cycle()) {
        let mut decide = program(folder);
        let (note, who) = (format!("A note {payload}"), format!("--who={payload}"));
        decide.args(["decide", "note", story, &note, &who]);
        let done = decide.stdout(Stdio::null()).status();
        assert!(done.is_ok_and(|status| status.success()), "a note of {payload}");
    }
}
