//! The list that the documentation shows is read as it says.

use parallax_acquire::SourceList;

const PAGE: &str = include_str!("../../../docs/sources.md");

#[test]
fn the_documented_list_is_read_whole() {
    let example = PAGE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let (list, faults) =
        SourceList::read("sources.toml", example.expect("the page has an example"));
    assert_eq!(faults, []);
    let kinds: Vec<String> =
        list.kinds().iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    assert_eq!(kinds, ["feed 1", "file 1", "folder 1", "front-page 1", "page 1", "sitemap 1"]);
    assert_eq!(list.contact.as_deref(), Some("desk@quay.example"));
    assert_eq!(SourceList::read("x", &list.to_opml("x")).0.entries, list.entries);
}

#[test]
fn the_documented_faults_are_told_so() {
    let faulty = "[[source]]\npage = 'https://quay.example/'\n\n\n\n\nevry = '1h'\n[[source]]\nfeed = 'tidepost.example/rss'\n";
    let (_, faults) = SourceList::read("sources.toml", faulty);
    for fault in faults {
        assert!(PAGE.contains(&fault.to_string()), "{fault}");
    }
}
