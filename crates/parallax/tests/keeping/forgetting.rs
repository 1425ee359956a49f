//! Takedown and retention.

use crate::desk::{
    add, archive, digest, done, event, holds, parallax, rebuilt, stories, story, told,
};
use std::{fs, path::Path};

fn id(value: &serde_json::Value) -> String {
    value["id"].as_str().expect("an id").to_owned()
}

/// The article that founded the only story, and the payload it was read from.
fn founder(folder: &Path) -> (String, String) {
    let edition = story(folder, &id(&stories(folder)[0]));
    let articles = edition["articles"].as_array().expect("articles");
    let founder = articles
        .iter()
        .find(|one| {
            one["capture"]["path"].as_str().is_some_and(|path| path.ends_with("coast-wire-2.txt"))
        })
        .expect("it is there");
    (id(founder), founder["capture"]["sha256"].as_str().expect("a digest").to_owned())
}

#[test]
fn a_story_keeps_its_id_when_its_founder_is_forgotten() {
    let (_home, folder) = archive();
    add(&folder, &event("harbour-fire"));
    let before = stories(&folder);
    let (article, payload) = founder(&folder);
    let count = |listed: &[serde_json::Value]| listed[0]["articles"].as_u64().expect("a number");
    let said = done(&["forget", &payload, "--reason", "asked for by its author"], &folder);
    assert!(said.starts_with("1 captures forgotten, 1 articles gone; 1 of 1"), "{said}");
    let after = stories(&folder);
    assert_eq!(id(&after[0]), id(&before[0]));
    assert_eq!(count(&after), count(&before) - 1);
    let (status, _) = told(&["article", &article], &folder);
    assert_eq!(status, Some(2));
    let after = digest(&folder);
    assert_eq!(rebuilt(&folder), after);
    assert_eq!(digest(&folder), after);
    assert_eq!(id(&stories(&folder)[0]), id(&before[0]));
}

#[test]
fn no_word_of_what_is_forgotten_is_left() {
    let (_home, folder) = archive();
    let page = folder.with_file_name("page.txt");
    let words = "Zvezdolina Harkonnenova";
    fs::write(
        &page,
        format!("Harbour mayor resigns\n\nBy Ann Lee\n\n3 May 2027\n\nThe mayor of Port Ellery, {words}, resigned on Monday after the fire at the harbour. \
                 She said that {words} would answer all questions of the council.\n\nThe council meets again on Thursday, and the harbour stays closed until then.\n"),
    )
    .expect("it can be written");
    add(&folder, &event("harbour-fire"));
    add(&folder, std::slice::from_ref(&page));
    let listed = done(&["search", "--json", "zvezdolina"], &folder);
    let found: serde_json::Value = serde_json::from_str(&listed).expect("JSON");
    let article = id(&found["stories"][0]["articles"][0]);
    let size =
        |folder: &Path| fs::metadata(folder.join("captures/00001.warc.gz")).expect("it").len();
    let before = size(&folder);
    assert!(holds(&folder, words).is_some());
    let shown = done(&["forget", &article, "--dry-run"], &folder);
    assert!(shown.contains("1 captures would be forgotten"), "{shown}");
    done(&["forget", &article, "--reason", "asked for"], &folder);
    assert_eq!(size(&folder), before);
    for words in [words, "zvezdolina", "Zvezdolina", "harkonnen", "Harkonnen", "mayor resigns"] {
        assert_eq!(holds(&folder, words), None, "{words}");
    }
    let found = done(&["search", "--json", "zvezdolina"], &folder);
    assert!(found.contains("\"articles\":0"), "{found}");
    digest(&folder);
    // The same bytes are refused, with the reason, unless they are wanted again.
    let path = page.to_str().expect("text");
    let (status, said) = told(&["add", "--quiet", path], &folder);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("asked for; `--again`"), "{said}");
    done(&["add", "--quiet", "--again", path], &folder);
    let after = digest(&folder);
    assert_eq!(rebuilt(&folder), after);
    assert!(done(&["article", &article], &folder).contains(words));
    done(&["add", "--quiet", path], &folder);
}

#[test]
fn a_forgetting_that_is_cut_off_is_ended_by_the_next_writer() {
    let (_home, folder) = archive();
    add(&folder, &event("harbour-fire"));
    let whole = fs::read(folder.join("captures/00001.warc.gz")).expect("captures");
    let (_, payload) = founder(&folder);
    done(&["forget", &payload, "--reason", "asked for"], &folder);
    let wanted = digest(&folder);
    // As after a power cut: the tombstone is half written.
    let file = folder.join("captures/00001.warc.gz");
    let stones = fs::read(&file).expect("captures");
    let first = whole.iter().zip(&stones).position(|(one, other)| one != other).expect("a stone");
    let mut torn = stones.clone();
    torn[first + 40..first + 200].copy_from_slice(&whole[first + 40..first + 200]);
    fs::write(&file, &torn).expect("it can be written");
    let (status, said) = told(&["verify", "--quiet"], &folder);
    assert_eq!(status, Some(1));
    assert!(said.contains("00001.warc.gz"), "{said}");
    done(&["forget", "--finish"], &folder);
    assert_eq!(fs::read(&file).expect("captures"), stones);
    assert_eq!(digest(&folder), wanted);
}

#[test]
fn a_copy_knows_what_was_forgotten() {
    let (home, folder) = archive();
    add(&folder, &event("harbour-fire"));
    let (_, payload) = founder(&folder);
    done(&["forget", &payload, "--reason", "asked for"], &folder);
    let copy = home.path().join("copy");
    done(&["backup", copy.to_str().expect("text")], &folder);
    assert_eq!(digest(&copy), digest(&folder));
    let (status, said) =
        told(&["add", "--quiet", event("harbour-fire")[0].to_str().expect("text")], &copy);
    assert_eq!(status, Some(1), "{said}");
    let exported = parallax(&["export", "--format", "warc"], &folder).output().expect("it runs");
    let mut plain = Vec::new();
    std::io::Read::read_to_end(
        &mut flate2::read::MultiGzDecoder::new(&exported.stdout[..]),
        &mut plain,
    )
    .expect("members");
    assert!(!String::from_utf8_lossy(&plain).contains(&payload));
}

#[test]
fn a_rebuild_without_a_database_knows_what_was_forgotten() {
    let (_home, folder) = archive();
    add(&folder, &event("harbour-fire"));
    let (_, payload) = founder(&folder);
    done(&["forget", &payload, "--reason", "asked for by its author"], &folder);
    let articles = stories(&folder)[0]["articles"].clone();
    for name in ["archive.sqlite", "archive.sqlite-wal", "archive.sqlite-shm"] {
        // The log is there only while somebody reads.
        let _ = fs::remove_file(folder.join(name));
    }
    assert!(told(&["stories"], &folder).1.contains("no archive"));
    let made = rebuilt(&folder);
    assert_eq!(digest(&folder), made);
    assert_eq!(stories(&folder)[0]["articles"], articles);
    let again = event("harbour-fire");
    let again: Vec<&str> = again.iter().filter_map(|path| path.to_str()).collect();
    let (status, said) = told(&[&["add", "--quiet"], &again[..]].concat(), &folder);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("asked for by its author"), "{said}");
    assert_eq!(digest(&folder), made);
    assert_eq!(rebuilt(&folder), made);
}

#[test]
fn an_article_of_which_one_capture_is_forgotten_goes_by_the_other() {
    let (_home, folder) = archive();
    let page = |words: &str| {
        format!(
            "<html><head><link rel=canonical href='https://quay.example/dam'><title>Dam holds</title></head><body><article><h1>Dam holds at Kestovo</h1>\
             <p>The dam at Kestovo held on Monday, the ministry of waterways said, after a night of rain.</p><p>{words} people had left their homes in the valley by the morning, it said.</p>\
             <p>The road to the coast is to be opened again on Thursday.</p></article></body></html>"
        )
    };
    let [first, second] = ["first.html", "second.html"].map(|name| folder.with_file_name(name));
    fs::write(&first, page("Some 400")).expect("written");
    fs::write(&second, page("Some 700")).expect("written");
    add(&folder, &event("dam-vote"));
    add(&folder, std::slice::from_ref(&first));
    add(&folder, std::slice::from_ref(&second));
    let digest_of = |path: &Path| {
        let bytes = fs::read(path).expect("it");
        parallax_model::Digest::of(&bytes).to_string()
    };
    for (gone, left, word) in [(&first, "700", "400"), (&second, "400", "700")] {
        done(&["forget", &digest_of(gone), "--reason", "asked for"], &folder);
        let found = done(&["search", "--json", "kestovo waterways"], &folder);
        let found: serde_json::Value = serde_json::from_str(&found).expect("JSON");
        let article = id(&found["stories"][0]["articles"][0]);
        let shown = done(&["article", &article], &folder);
        assert!(shown.contains(left) && !shown.contains(word), "{shown}");
        let after = digest(&folder);
        assert_eq!(rebuilt(&folder), after);
        let path = gone.to_str().expect("text");
        done(&["add", "--quiet", "--again", path], &folder);
        let after = digest(&folder);
        assert_eq!(rebuilt(&folder), after);
    }
}

#[test]
fn what_is_old_goes_and_what_is_starred_stays() {
    let (_home, folder) = archive();
    let rows = |outlet: &str, day: &str, title: &str, text: &str| {
        format!(
            "{{\"id\":\"{outlet} {day}\",\"outlet\":\"{outlet}\",\"date\":\"{day}\",\"lang\":\"en\",\"title\":\"{title}\",\"text\":\"{text}\"}}\n"
        )
    };
    let file = folder.with_file_name("rows.jsonl");
    let all = [
        rows(
            "The Quay",
            "2019-03-01",
            "Old mill museum shows its wheels",
            "Visitors saw the restored wheels turn for the first time since the flood, and bakers sold bread.",
        ),
        rows(
            "The Daily Copy",
            "2019-05-01",
            "Kestovo builds a swimming pool",
            "Work on the basin begins in autumn. Engineers expect that heating by the brewery will halve its cost.",
        ),
        rows(
            "The Daily Copy",
            "2019-06-01",
            "Third railway bridge delayed",
            "Steel for the spans lies in a foreign port; the minister of transport blamed a customs dispute on Tuesday.",
        ),
        rows(
            "The Daily Copy",
            "2199-06-01",
            "A library for sailors",
            "Captain Olsen gave nine hundred books, most of them about whales, ice and the stars of the southern sky.",
        ),
    ];
    fs::write(&file, all.concat()).expect("written");
    add(&folder, &[file]);
    let named = |words: &str| {
        let listed = stories(&folder).into_iter();
        listed
            .filter(|one| one["headline"].as_str().is_some_and(|line| line.contains(words)))
            .map(|one| id(&one))
            .next()
    };
    done(&["decide", "star", &named("swimming").expect("a story")], &folder);
    let rules = folder.with_file_name("rules.toml");
    fs::write(
        &rules,
        "[[rule]]\noutlet = \"The Quay\"\nkeep = true\n\n[[rule]]\nolder-than = \"1y\"\n",
    )
    .expect("written");
    let by_rules = ["retain", "--rules", rules.to_str().expect("text")];
    let shown = done(&[&by_rules[..], &["--dry-run"]].concat(), &folder);
    assert!(
        shown.contains("railway") && shown.contains("1 captures would be forgotten"),
        "{shown}"
    );
    assert!(shown.contains("1 articles stay: their story is starred"), "{shown}");
    done(&by_rules, &folder);
    assert_eq!(named("railway"), None);
    assert!(
        named("swimming").is_some() && named("mill museum").is_some() && named("library").is_some()
    );
    done(&["retain", "--older-than", "1y", "--outlet", "the quay"], &folder);
    assert_eq!(named("mill museum"), None);
    let after = digest(&folder);
    assert_eq!(rebuilt(&folder), after);
    let (status, said) = told(&["retain", "--older-than", "soon"], &folder);
    assert_eq!(status, Some(2));
    assert!(said.contains("\"soon\" is no age"), "{said}");
}
