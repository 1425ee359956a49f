use super::{MOST, Robots};
use proptest::prelude::*;
use std::time::Duration;

/// Whether a robots.txt lets Parallax ask for a path.
fn allowed(robots: &str, path: &str) -> bool {
    Robots::read(robots.as_bytes(), "Parallax").refuses(path).is_none()
}

#[test]
fn the_longest_rule_decides_and_of_two_the_kinder() {
    for (rules, path, expected) in [
        ("Allow: /p\nDisallow: /", "/page", true),
        ("Allow: /folder\nDisallow: /folder", "/folder/page", true),
        ("Allow: /page\nDisallow: /*.htm", "/page.htm", false),
        ("Allow: /page\nDisallow: /*.ph", "/page.php5", true),
        ("Allow: /$\nDisallow: /", "/", true),
        ("Allow: /$\nDisallow: /", "/page.htm", false),
        ("Disallow:", "/page", true),
        ("Disallow: /", "/page", false),
        ("Disallow: /", "/robots.txt", true),
        ("Disallow: page", "/page", true),
        ("Disallow: *page", "/a/page", false),
    ] {
        let robots = format!("User-agent: *\n{rules}\n");
        assert_eq!(allowed(&robots, path), expected, "{rules:?} {path}");
    }
}

#[test]
fn stars_stand_for_anything_and_an_end_is_an_end() {
    for (pattern, fits, others) in [
        (
            "/fish",
            "/fish /fish.html /fish/salmon.html /fishheads /fish.php?id=a",
            "/Fish.asp /catfish /?id=fish /desert/fish",
        ),
        ("/fish*", "/fish /fish.html /fish/salmon.html", "/Fish.asp /catfish"),
        ("/fish/", "/fish/ /fish/?id=a /fish/salmon.htm", "/fish /fish.html"),
        (
            "/*.php",
            "/index.php /filename.php /folder/any.php.file.html /filename.php?x",
            "/ /windows.PHP",
        ),
        (
            "/*.php$",
            "/filename.php /folder/filename.php /a.php/b.php",
            "/filename.php?x /filename.php/ /filename.php5",
        ),
        ("/fish*.php", "/fish.php /fishheads/catfish.php?x", "/Fish.PHP"),
        ("/a*b*c$", "/abc /aXbXc /abcbc", "/ab /abcd /acb"),
        ("/**a", "/a /xa", "/b"),
        ("/a$b", "/a$b /a$bc", "/a"),
    ] {
        let robots = format!("User-agent: Parallax\nDisallow: {pattern}");
        for path in fits.split(' ') {
            assert!(!allowed(&robots, path), "{pattern} fits {path}");
        }
        for path in others.split(' ') {
            assert!(allowed(&robots, path), "{pattern} does not fit {path}");
        }
    }
}

#[test]
fn escapes_say_the_same_as_what_they_stand_for() {
    for (pattern, path, fits) in [
        ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar", true),
        ("/foo/bar/ツ", "/foo/bar/%E3%83%84", true),
        ("/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84", true),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz", true),
        ("/foo/bar/baz", "/foo/bar/%62%61%7a", true),
        ("/a%2Fb", "/a/b", false),
        ("/a%2fb", "/a%2Fb", true),
        ("/file-with-a-%2A.html", "/file-with-a-*.html", true),
        ("/file-with-a-%2A.html", "/file-with-a-b.html", false),
        ("/foo-%24", "/foo-$", true),
        ("/100%", "/100%", true),
        ("/a%zz", "/a%ZZ", false),
    ] {
        assert_eq!(
            allowed(&format!("User-agent: *\nDisallow: {pattern}"), path),
            !fits,
            "{pattern} {path}"
        );
    }
}

#[test]
fn groups_are_those_that_name_the_robot_or_else_those_for_all() {
    let robots = "\
        User-agent: *\nDisallow: /a\n\n\
        User-agent: Other\nUser-agent: parallax/2.0\nSitemap: https://quay.example/map.xml\nDisallow: /b\n\n\
        User-agent: Otherbot\nDisallow: /\n\
        User-agent: PARALLAX\nDisallow: /c # for now\nCrawl-delay: 2.5\n";
    let read = Robots::read(robots.as_bytes(), "Parallax");
    let allows = |path: &str| read.refuses(path).is_none();
    assert!(allows("/a") && !allows("/b") && !allows("/c") && allows("/d"));
    assert_eq!(read.delay(), Some(Duration::from_millis(2500)));
    assert_eq!(read.sitemaps(), ["https://quay.example/map.xml"]);
    assert!(!allowed("User-agent: *\nDisallow: /a\nUser-agent: Parallaxbot\nAllow: /", "/a"));
    assert!(
        allowed("User-agent: *\nDisallow: /\nUser-agent: Parallax", "/a"),
        "a group with no rules forbids nothing"
    );
    assert!(allowed("Disallow: /", "/a"), "a rule of no group");
}

#[test]
fn lines_are_read_however_they_are_written() {
    for robots in [
        "\u{feff}user-agent:*\r\ndisallow:/a",
        "USER-AGENT : * \rDISALLOW :\t/a #comment",
        "useragent: *\n\n\nDissallow: /a\n",
        "User-agent: *\nnonsense\nUnknown: b\nDisallow: /a",
    ] {
        assert!(!allowed(robots, "/ab"), "{robots:?}");
    }
    assert!(allowed("<html><body>User agents: all</body></html>", "/a"));
}

#[test]
fn where_there_is_none_all_is_open_and_where_none_can_be_had_nothing() {
    let of = |status| Robots::of_answer(status, b"User-agent: *\nDisallow: /a", "Parallax");
    assert!(of(200).refuses("/a").is_some() && of(200).refuses("/b").is_none());
    for status in [400, 401, 403, 404, 410, 301] {
        assert!(of(status).refuses("/a").is_none(), "{status}");
    }
    for status in [429, 500, 503, 599] {
        assert!(of(status).is_closed() && of(status).refuses("/a").is_some(), "{status}");
    }
}

#[test]
fn what_stands_behind_the_limit_is_not_read() {
    let filler = "# filler\n".repeat(MOST / 9 - 3);
    let robots =
        format!("User-agent: *\n{filler}Disallow: /far-beyond-what-is-read-of-a-file-of-robots");
    assert!(robots.len() > MOST);
    assert!(allowed(&robots, "/far-beyond-what-is-read-of-a-file-of-robots"));
    // A rule that is cut would forbid more than it says.
    assert!(allowed(&robots, "/far"));
}

/// What a pattern means, told in the slowest way.
fn means(pattern: &[char], path: &[char]) -> bool {
    match (pattern.split_first(), path.split_first()) {
        (None, _) | (Some(('$', [])), None) => true,
        (Some(('*', more)), _) => {
            means(more, path) || path.split_first().is_some_and(|(_, rest)| means(pattern, rest))
        }
        (Some((letter, more)), Some((other, rest))) => letter == other && means(more, rest),
        (Some(_), None) => false,
    }
}

proptest! {
    #[test]
    fn any_bytes_can_be_read(bytes: Vec<u8>, path: String) {
        let _ = Robots::read(&bytes, "Parallax").refuses(&path);
    }

    #[test]
    fn a_pattern_means_what_it_says(pattern in "/[ab*]{0,8}\\$?", path in "/[ab]{0,8}") {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        let robots = format!("User-agent: *\nDisallow: {pattern}");
        prop_assert_eq!(!allowed(&robots, &path), means(&letters(&pattern), &letters(&path)));
    }

    #[test]
    fn the_order_of_rules_does_not_matter(
        rules in prop::collection::vec(("(Allow|Disallow)", "/[ab*]{0,3}\\$?"), 0..6),
        path in "/[ab]{0,4}",
    ) {
        let written = |rules: &mut dyn Iterator<Item = &(String, String)>| {
            rules.fold("User-agent: *\n".to_owned(), |file, (field, path)| format!("{file}{field}: {path}\n"))
        };
        let (forth, back) = (written(&mut rules.iter()), written(&mut rules.iter().rev()));
        prop_assert_eq!(allowed(&forth, &path), allowed(&back, &path));
    }
}
