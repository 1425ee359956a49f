use super::{Tag, Tree};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write as _;

/// The tree, one node a line, as deep as it is nested.
#[track_caller]
fn check(page: &str, expected: &Expect) {
    let tree = Tree::read(page);
    let mut shown = String::new();
    for (id, node) in tree.nodes().iter().enumerate().skip(1) {
        let depth = tree.above(id).count() - 1;
        shown.push_str(&"  ".repeat(depth));
        match node.tag {
            Tag::Text => shown.push_str(page.get(node.source.clone()).unwrap()),
            tag => write!(shown, "<{tag:?}>").unwrap(),
        }
        shown.push('\n');
    }
    expected.assert_eq(&shown);
}

#[test]
fn ends_left_out_are_filled_in() {
    check(
        "<ul><li>a<li>b</ul><p>c<p>d &amp; e<div>f</div>",
        &expect![[r"
            <Ul>
              <Li>
                a
              <Li>
                b
            <P>
              c
            <P>
              d &amp; e
            <Div>
              f
        "]],
    );
}

#[test]
fn a_cell_is_a_wall_for_end_tags_inside_it() {
    check(
        "<div><table><tr><td>a</div>b<td>c</table>d</div>",
        &expect![[r"
            <Div>
              <Table>
                <Tr>
                  <Td>
                    a
                    b
                  <Td>
                    c
              d
        "]],
    );
}

#[test]
fn scripts_and_titles_hold_no_elements() {
    check(
        "<title>a <b></title><script>if (a<b) '<p>'</script><p>c",
        &expect![[r"
            <Title>
              a <b>
            <Script>
              if (a<b) '<p>'
            <P>
              c
        "]],
    );
}

#[test]
fn a_head_without_end_ends_with_the_body() {
    check(
        "<head><meta name=a content='b &quot;'><body class=x><p>c</body> d",
        &expect![[r"
            <Head>
              <Meta>
            <Body>
              <P>
                c
                 d
        "]],
    );
}

#[test]
fn a_hundred_thousand_nested_elements_are_read_at_once() {
    let deep = "<div>".repeat(100_000) + "x" + &"</div>".repeat(100_000) + "<p>y";
    let tree = Tree::read(&deep);
    let last = tree.nodes().len() - 2;
    assert_eq!(tree.node(last).tag, Tag::P);
    assert_eq!(tree.node(last).parent, 0);
}

proptest! {
    #[test]
    fn any_markup_makes_a_tree(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<div class='a", "'>", "<table>", "<td>", "</table>", "<li>", "a ",
                "&amp;", "&", "<a href=b>", "</a>", "<script>", "</script>", "<!--", "-->", "é",
                "<b", "=", "</", "<svg/>", "<h1>", "</h2>", "<body>", "<title>", "\r\n", "\0",
            ]),
            0..40,
        )
    ) {
        let page = parts.concat();
        let tree = Tree::read(&page);
        for (id, node) in tree.nodes().iter().enumerate() {
            prop_assert!(node.parent <= id && node.end <= tree.node(node.parent).end);
            prop_assert!(page.get(node.source.clone()).is_some(), "{:?}", node);
        }
    }
}

#[test]
fn a_page_is_read_as_far_as_a_page_goes() {
    assert!(!Tree::read(&"<p>Gulls at dusk".repeat(1_000)).cut_short);
    let busy = "<br>".repeat(260_000);
    let busy = Tree::read(&busy);
    assert!(busy.cut_short && busy.nodes().len() == 250_000);
    let long = format!("<p>{}<p>more", "\u{e9}a\u{e9}".repeat(2 << 20));
    let long = Tree::read(&long);
    assert!(long.cut_short && long.nodes().last().is_some_and(|text| text.source.len() < 9 << 20));
    assert!(!Tree::read(&format!("<script>{}</script><p>a", "x".repeat(9 << 20))).cut_short);
}
