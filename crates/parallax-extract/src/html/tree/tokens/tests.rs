use super::{Token, Tokens};
use crate::html::references;
use html5gum::{
    Span, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};
use proptest::prelude::*;
use std::convert::Infallible;

/// What our tokens say, a line each.
fn ours(page: &str) -> Vec<String> {
    let mut tokens = Tokens::of(page);
    let mut lines = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(at) => lines.push(format!("text {at:?}")),
            Token::End { name } => lines.push(format!("end {}", name.to_ascii_lowercase())),
            Token::Start { name, self_closing, source } => {
                lines
                    .push(format!("start {} {source:?} {self_closing}", name.to_ascii_lowercase()));
                for written in tokens.attributes() {
                    let value = references::value(written.value);
                    lines.push(format!("{}={value}", written.name.to_ascii_lowercase()));
                }
            }
        }
    }
    lines
}

/// The same of a tokenizer that passes the tests of the standard.
fn theirs(page: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut start, mut open, mut tag, mut attributes) = (0, None, String::new(), Vec::new());
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                (start, open, tag) = (span.start, Some(()), text(name));
                attributes.clear();
            }
            CallbackEvent::AttributeName { name } => attributes.push(text(name) + "="),
            CallbackEvent::AttributeValue { value } => {
                attributes.last_mut().unwrap().push_str(&text(value));
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                assert!(open.take().is_some());
                lines.push(format!("start {tag} {:?} {self_closing}", start..span.end));
                lines.append(&mut attributes);
            }
            CallbackEvent::EndTag { name } => {
                attributes.clear();
                lines.push(format!("end {}", text(name)));
            }
            CallbackEvent::String { .. } => lines.push(format!("text {:?}", span.start..span.end)),
            _ => {}
        }
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(page, emitter).for_each(drop);
    lines
}

#[track_caller]
fn check(page: &str) {
    assert_eq!(ours(page), theirs(page), "{page}");
}

#[test]
fn markup_is_read_as_the_standard_says() {
    check("<!doctype html><p class=a id='b' hidden>One<br/>two</p >three");
    check("a < b <3 </ c> </>d</>e<!>f<?php ?>g<![CDATA[h]]>i<!-");
    check("<a/b=c/d / e = f g='h'i=\"j\"k=l/>m<n o p=>q<r =s==t u\"v<w>x");
    check("<!-->a<!--->b<!-- c -->d<!-- e --!>f<!-- <!-- g -->h<!----!>i<!-- --- ->j");
    check("<A HREF=B>c</A D=E F/>g</h");
    check("<p class=\"a\n&amp;b\" title=c&lt;d>");
}

#[test]
fn raw_text_ends_with_its_own_tag() {
    check("<title>a <b> &amp; </titles></TITLE >c</title>");
    check("<style>a</style b>c<script>d</script/>e<textarea></textarea><xmp>f");
    check("<script>a<!-- b <script> c </script> d --> e </script> f");
    check("<script>a<!--> <script> </script>b<script><!---<script </script>-> </script ");
    check("<script><!--<scripts></script>a<noscript><p>b</noscript><plaintext>c</plaintext>");
}

proptest! {
    #[test]
    fn odd_markup_is_read_as_the_standard_says(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<", ">", "/", "!", "-", "--", "=", "\"", "'", "&", ";", " ", "\n", "?", "a", "é",
                "script", "<script", "</script", "<!--", "-->", "<title", "</title", "<p", "</p",
                "class=", "&amp", "&lt;", "&notit", "&#65", "&#x4a;", "&copy=", "style", "<style>",
                "</style>", "<![CDATA[", "]]>", "<!doctype", "x='y'", "</", "<noscript>", "S",
            ]),
            0..30,
        )
    ) {
        let page = parts.concat();
        prop_assert_eq!(ours(&page), theirs(&page), "{}", page);
    }
}
