//! Whatever the text and whatever the bytes: numbers or a refusal, and the same ones again.

use parallax_encoder::{Embedding, Encoder, Unusable};
use proptest::prelude::*;

/// Weights that mean nothing; made by `scripts/tiny.py`.
const TINY: &[u8] = include_bytes!("../data/tiny.weights");

fn tiny() -> Encoder {
    Encoder::open(TINY).expect("the invented weights can be read")
}

/// Letters that the invented pieces know, letters they do not, white space, marks.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zа-я .,\\u{2581}]{0,80}",
        "(ferry|паром|the|мост| |\\PC){0,60}"
    ]
}

#[test]
fn the_invented_weights_are_whole() {
    assert_eq!(tiny().verify(), Ok(()));
}

#[test]
fn a_text_without_words_means_nothing() {
    assert_eq!(tiny().tokens(""), [1, 2]);
    assert_eq!(tiny().embed("  "), Embedding::of(&[]));
    assert_eq!(tiny().vectors(&[""]).len(), 1);
    assert_eq!(tiny().embed_all(&[]), []);
}

#[test]
fn the_longest_piece_wins_and_unknown_letters_are_one_token() {
    let encoder = tiny();
    assert_eq!(encoder.tokens("the ferry").len(), 4);
    assert_eq!(encoder.tokens("ԱԲԳ"), encoder.tokens("Ա"));
}

#[test]
fn a_long_text_is_cut() {
    let encoder = tiny();
    let long = "ferry ".repeat(1_000_000);
    assert_eq!(encoder.tokens(&long).len(), parallax_encoder::MOST_TOKENS + 2);
    assert_eq!(encoder.embed(&long), encoder.embed(&"ferry ".repeat(2_000)));
}

#[test]
fn a_damaged_byte_is_found() {
    let mut bytes = TINY.to_vec();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let encoder = Encoder::open(bytes).expect("a weight is another, no more");
    assert_eq!(encoder.verify(), Err(Unusable::Checksum));
}

#[test]
fn other_files_are_refused() {
    assert_eq!(Encoder::open(&b"%PDF-1.7"[..]).err(), Some(Unusable::Foreign));
    assert_eq!(Encoder::open(&TINY[..TINY.len() - 1]).err(), Some(Unusable::WrongLength));
    assert_eq!(Encoder::open(&TINY[..40]).err(), Some(Unusable::WrongLength));
}

proptest! {
    #[test]
    fn any_text_has_a_meaning_alone_and_among_others(texts in prop::collection::vec(text(), 1..8)) {
        let encoder = tiny();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let together = encoder.embed_all(&texts);
        prop_assert_eq!(together.len(), texts.len());
        for (text, together) in texts.iter().zip(&together) {
            prop_assert_eq!(&encoder.embed(text), together);
            let has_words = encoder.tokens(text).len() > 2;
            prop_assert_eq!(together.cosine(together), if has_words { 1000 } else { 0 });
        }
    }

    #[test]
    fn a_cosine_is_the_same_both_ways(a in text(), b in text()) {
        let (a, b) = (tiny().embed(&a), tiny().embed(&b));
        prop_assert_eq!(a.cosine(&b), b.cosine(&a));
        prop_assert_eq!(Embedding::from_numbers(*a.numbers()), a);
    }

    #[test]
    fn any_bytes_are_weights_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut marked = b"PLXENC01".to_vec();
        marked.extend(bytes);
        prop_assert!(Encoder::open(marked).is_err());
    }

    #[test]
    fn damaged_weights_never_make_it_fail(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        near_the_head in any::<bool>(),
        text in text(),
    ) {
        let mut bytes = TINY.to_vec();
        let reach = if near_the_head { 2200 } else { bytes.len() };
        for (place, byte) in damage {
            bytes[place.index(reach)] = byte;
        }
        if let Ok(encoder) = Encoder::open(bytes) {
            let _ = encoder.embed(&text);
        }
    }
}
