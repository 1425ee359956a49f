//! The encoder beside the program its weights come from: the same tokens, vectors that point the same way.
//!
//! Sentences are invented; what is expected of them was written by `parallax-encoder/scripts/expected.py`.

use parallax_encoder::{Embedding, Encoder};
use parallax_encoder_weights::WEIGHTS;

/// Steps of the expected numbers from zero to one.
const STEPS: f32 = 65_536.0;

fn sentences() -> Vec<&'static str> {
    include_str!("data/sentences.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a language and a text").1)
        .collect()
}

fn encoder() -> Encoder {
    Encoder::open(WEIGHTS).expect("our own weights can be read")
}

#[test]
fn the_weights_are_whole() {
    encoder().verify().expect("every byte is as it was written");
}

#[test]
fn tokens_are_those_of_sentencepiece() {
    let encoder = encoder();
    let expected = include_str!("data/tokens.txt");
    assert_eq!(expected.lines().count(), sentences().len());
    for (text, expected) in sentences().iter().zip(expected.lines()) {
        let tokens: Vec<String> = encoder.tokens(text).iter().map(u32::to_string).collect();
        assert_eq!(tokens.join(" "), expected, "{text:?}");
    }
}

#[test]
fn vectors_point_where_those_of_the_original_do() {
    let expected = include_bytes!("data/vectors.i16").as_chunks::<2>().0;
    let expected: Vec<f32> =
        expected.iter().map(|steps| f32::from(i16::from_le_bytes(*steps)) / STEPS).collect();
    let found = encoder().vectors(&sentences());
    assert_eq!(expected.len(), found.len() * Embedding::LENGTH);
    let cosines =
        found.iter().zip(expected.chunks_exact(Embedding::LENGTH)).map(|(ours, theirs)| {
            let product: f32 = ours.iter().zip(theirs).map(|(a, b)| a * b).sum();
            product / theirs.iter().map(|number| number * number).sum::<f32>().sqrt()
        });
    let cosines: Vec<f32> = cosines.collect();
    let least = cosines.iter().copied().fold(1.0, f32::min);
    let mean = cosines.iter().sum::<f32>() / cosines.len() as f32;
    println!("cosines: {least} at least, {mean} on average");
    assert!(least > 0.9995 && mean > 0.9999, "{least}, {mean}");
}

#[test]
fn many_at_once_are_the_same_as_one_by_one() {
    let (encoder, sentences) = (encoder(), sentences());
    let together = encoder.vectors(&sentences);
    for (text, together) in sentences.iter().zip(&together) {
        let alone = encoder.vectors(&[text]).pop().expect("a text, a vector");
        assert!(alone.iter().zip(together).all(|(a, b)| a.to_bits() == b.to_bits()), "{text:?}");
    }
}

#[test]
fn what_means_the_same_lies_close_in_any_language() {
    let encoder = encoder();
    let ferry = encoder.embed("The ferry was held back by fog until noon.");
    let fähre = encoder.embed("Die Fähre wurde bis Mittag vom Nebel aufgehalten.");
    let паром = encoder.embed("Паром задержали до полудня из-за тумана.");
    let bread = encoder.embed("The price of bread rose in a year.");
    assert!(ferry.cosine(&fähre) > 500 && ferry.cosine(&паром) > 500);
    assert!(ferry.cosine(&bread) < 300);
}
