//! An archive as the pages of the site ask for it: lists, what narrows them, stories by the
//! beginning of their names, and what is new.

use parallax::library::ArchiveLibrary;
use parallax_extract::OutletRules;
use parallax_model::{EntityKind, Show, Story};
use parallax_site::{
    Asking, Manner, Narrowing, Only, Status, Way, answer,
    library::{Library, Sought},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

fn captures(event: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(event).join("captures")
}

fn run(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    let output = command.args(arguments).arg("--archive").arg(folder).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn add(folder: &Path, event: &str) {
    run(folder, &["add", "--quiet", &captures(event).display().to_string()]);
}

fn archive(events: &[&str]) -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("news");
    run(&folder, &["init"]);
    for event in events {
        add(&folder, event);
    }
    (home, folder)
}

fn open(folder: &Path, usual: Show) -> ArchiveLibrary {
    ArchiveLibrary::open(folder, OutletRules::default(), usual).expect("the archive opens")
}

fn headlines(library: &ArchiveLibrary, narrowing: &Narrowing) -> Vec<String> {
    let listing = library.stories(narrowing, 0, 9).expect("a list");
    assert_eq!(listing.total, listing.stories.len());
    listing.stories.into_iter().map(|glance| glance.headline).collect()
}

#[test]
fn lists_are_narrowed_by_what_stories_are() {
    let (_home, folder) = archive(&["harbour-fire", "dam-vote"]);
    let library = open(&folder, Show::Full);
    let dam = "Varland parliament approves Merrow dam by two votes";
    let fire = "Three dead in warehouse fire at Port Ellery harbour";
    let all = Narrowing::default;
    assert_eq!(headlines(&library, &all()), [dam, fire]);
    let by = |narrowing: Narrowing| headlines(&library, &narrowing);
    assert_eq!(by(Narrowing { topic: Some("03000000".to_owned()), ..all() }), [fire]);
    assert_eq!(by(Narrowing { place: Some("long  QUAY".to_owned()), ..all() }), [fire]);
    assert_eq!(by(Narrowing { from: Some("2027-06-01".to_owned()), ..all() }), [dam]);
    assert_eq!(by(Narrowing { to: Some("2027-03-12".to_owned()), ..all() }), [fire]);
    assert_eq!(by(Narrowing { only: Only::Differing, ..all() }), [dam, fire]);
    assert!(by(Narrowing { only: Only::Unique, ..all() }).is_empty());
    assert!(by(Narrowing { language: Some("tr".to_owned()), ..all() }).is_empty());
    let listing = library.stories(&all(), 1, 9).expect("a list");
    assert_eq!((listing.total, listing.stories.len()), (2, 1));
    assert!(listing.languages.contains(&("ru".to_owned(), 2)));
}

#[test]
fn a_story_is_found_by_the_beginning_of_its_name_and_as_it_stood() {
    let (_home, folder) = archive(&["harbour-fire"]);
    let library = open(&folder, Show::Full);
    let listing = library.stories(&Narrowing::default(), 0, 1).expect("a list");
    let id = listing.stories[0].id.to_string();
    let short: String = id.chars().take(8).collect();
    assert_eq!(library.story(&short, None), Ok(Sought::Moved(id.clone())));
    assert_eq!(library.story("ffffffffff", None), Ok(Sought::Missing));
    let Ok(Sought::Here(edition)) = library.story(&id, None) else { panic!("no story") };
    let second = edition.articles[edition.stories[0].story.articles[1]].article.id;
    match library.story(&Story::name(second).to_string(), None) {
        Ok(Sought::Dissolved(founder)) => {
            let glance = &listing.stories[0];
            let became = (founder.read.article.id, founder.story);
            let expected = (second, Some((glance.id, glance.headline.clone())));
            assert_eq!(became, expected, "a story named after it");
        }
        other => panic!("{other:?}"),
    }
    let at = |moment: &str| {
        let found = library.story(&id, Some(moment.parse().expect("a moment")));
        match found.expect("an answer") {
            Sought::Here(edition) => edition.articles.len(),
            Sought::NotYet => 0,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(at("2027-03-11T00:00:00Z"), 0);
    let (morning, now) = (at("2027-03-12T09:00:00Z"), at("2027-03-14T00:00:00Z"));
    assert!(0 < morning && morning < now, "{morning} of {now}");
    assert_eq!(at("2027-03-12T09:00:00Z"), morning);
}

#[test]
fn outlets_names_and_words_lead_to_their_stories() {
    let (_home, folder) = archive(&["harbour-fire", "mill-fire"]);
    let library = open(&folder, Show::Full);
    let outlet =
        library.outlet("the northport  gazette", 0, 9).expect("an answer").expect("an outlet");
    assert_eq!((outlet.row.name.as_str(), outlet.row.stories), ("The Northport Gazette", 2));
    assert_eq!(library.outlet("Nobody's Herald", 0, 9), Ok(None));
    let named = library.named(EntityKind::Person, "Ruta Maddern", 0, 9).expect("an answer");
    assert_eq!(named.expect("a person").total, 1);
    let stories = library.stories(&Narrowing::default(), 0, 9).expect("a list").stories;
    for glance in stories {
        let found = library.story(&glance.id.to_string(), None).expect("an answer");
        let Sought::Here(edition) = found else { panic!("it is there") };
        for entity in &edition.stories[0].comparison.entities {
            use EntityKind::{Organization, Person, Place};
            if [Person, Organization, Place].contains(&entity.kind) {
                let named = library.named(entity.kind, &entity.name, 0, 99).expect("an answer");
                let named = named.unwrap_or_else(|| panic!("{entity:?}"));
                assert!(named.stories.iter().any(|own| own.id == glance.id), "{entity:?}");
            }
        }
    }
    let found = library.search(&Way::of("\"room by room\""), 0, 9).expect("an answer");
    let found = found.expect("a question");
    assert_eq!(found.found.len(), 1);
    assert!(library.search(&Way::of("colour:red"), 0, 9).expect("an answer").is_err());
}

#[test]
fn what_is_new_is_shown_after_a_refresh_and_not_before() {
    let (_home, folder) = archive(&["mill-fire"]);
    let library = open(&folder, Show::Full);
    let before = library.state();
    assert_eq!(library.refresh().ok(), Some(false));
    add(&folder, "dam-vote");
    assert_eq!(headlines(&library, &Narrowing::default()).len(), 1);
    assert_eq!(library.refresh().ok(), Some(true));
    assert_ne!(library.state(), before);
    assert_eq!(headlines(&library, &Narrowing::default()).len(), 2);
    // Whoever opens it anew finds the same, whether what is kept is there or not.
    let listed = library.stories(&Narrowing::default(), 0, 9);
    assert_eq!(open(&folder, Show::Full).stories(&Narrowing::default(), 0, 9), listed);
    fs::remove_file(folder.join("glances")).expect("what is kept");
    assert_eq!(open(&folder, Show::Full).stories(&Narrowing::default(), 0, 9), listed);
}

#[test]
fn what_was_decided_of_an_outlet_holds_on_every_page() {
    let (_home, folder) = archive(&["mill-fire"]);
    run(&folder, &["decide", "show", "The Northport Gazette", "link"]);
    let library = open(&folder, Show::Full);
    let listing = library.stories(&Narrowing::default(), 0, 1).expect("a list");
    let path = format!("/story/{}/story.json", listing.stories[0].id);
    let asking = Asking { path: &path, ..Asking::default() };
    assert_eq!(answer(&asking, &library, Manner::default()).status, Status::Missing);
}

#[test]
fn what_a_person_wrote_of_outlets_is_shown_with_its_source_and_narrows_lists() {
    let (_home, folder) = archive(&["harbour-fire", "mill-fire"]);
    let library = open(&folder, Show::Full);
    let of = |country: &str| {
        headlines(&library, &Narrowing { country: Some(country.into()), ..Narrowing::default() })
    };
    assert!(of("XK").is_empty(), "nothing is known yet");
    let facts = "[[outlet]]\nname = \"Coast Wire\"\ncountry = \"XK\"\nkind = \"agenzy\"\n\
        owner = \"Its <b>readers</b>\"\nsource = \"https://coast.example/about\"\ndate = 2027-03-01\n";
    fs::write(folder.join("outlets.toml"), facts).expect("it can be written");
    assert!(library.refresh().expect("it is read"), "a fact is news");
    assert_eq!(of("XK"), ["Three dead in warehouse fire at Port Ellery harbour"]);
    assert!(library.faults()[0].starts_with("outlets.toml:4: `agenzy` is no kind of outlet"));
    let asking = Asking { path: "/ru/outlet/Coast%20Wire/", ..Asking::default() };
    let page = String::from_utf8(answer(&asking, &library, Manner::default()).body).unwrap();
    for words in ["Косово", "https://coast.example/about", "1 марта 2027", "Its &#60;b&#62;readers"]
    {
        assert!(page.contains(words), "{words}");
    }
    run(&folder, &["rebuild"]);
    let copy = folder.with_file_name("copy");
    run(&folder, &["backup", &copy.display().to_string()]);
    assert_eq!(fs::read_to_string(copy.join("outlets.toml")).unwrap(), facts);
}
