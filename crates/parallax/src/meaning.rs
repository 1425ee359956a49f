//! What articles and their sentences mean, where the program carries the encoder.

use parallax_compare::Meanings;
use parallax_group::Signature;
use parallax_model::{Annotations, Article};
#[cfg(feature = "encoder")]
use rayon::prelude::*;

/// What grouping needs of an article: its terms and, where the encoder reads its
/// language, what headline and lead mean.
pub fn signature(article: &Article) -> Signature {
    with_meaning(Signature::of(article), article)
}

#[cfg(feature = "encoder")]
fn with_meaning(signature: Signature, article: &Article) -> Signature {
    match encoder::of(article) {
        Some(embedding) => signature.with_embedding(embedding.numbers()),
        None => signature,
    }
}

#[cfg(not(feature = "encoder"))]
fn with_meaning(signature: Signature, _article: &Article) -> Signature {
    signature
}

/// Names the weights the program carries.
#[cfg(feature = "encoder")]
pub(crate) fn encoder_name() -> Option<String> {
    parallax_encoder::Encoder::name(parallax_encoder_weights::WEIGHTS)
}

/// No name: the program carries no encoder.
#[cfg(not(feature = "encoder"))]
pub(crate) fn encoder_name() -> Option<String> {
    None
}

/// What the sentences mean of the articles at `places`; nothing where the program carries no encoder.
#[cfg(feature = "encoder")]
pub(crate) fn of_sentences(
    articles: &[Article],
    annotations: &[Annotations],
    places: &[usize],
) -> Meanings {
    let read = places.par_iter().filter_map(|&at| {
        let meant = encoder::of_sentences(articles.get(at)?, annotations.get(at)?)?;
        Some((at, meant))
    });
    Meanings::new(read.collect::<Vec<_>>())
}

/// Nothing: the program carries no encoder.
#[cfg(not(feature = "encoder"))]
pub(crate) fn of_sentences(_: &[Article], _: &[Annotations], _: &[usize]) -> Meanings {
    Meanings::default()
}

#[cfg(feature = "encoder")]
mod encoder {
    use parallax_encoder::{Embedding, Encoder};
    use parallax_encoder_weights::WEIGHTS;
    use parallax_group::Signature;
    use parallax_model::{Annotations, Article};
    use std::sync::LazyLock;

    /// Languages the encoder was not taught and reads as well: of translated articles the
    /// nearest one in another language is the right one, 99 times of 100.
    const READ_TOO: [&str; 1] = ["id"];

    static ENCODER: LazyLock<Option<Encoder>> = LazyLock::new(|| Encoder::open(WEIGHTS).ok());

    pub(super) fn of(article: &Article) -> Option<Embedding> {
        let language = article.language.split('-').next().unwrap_or_default();
        let reads = Encoder::knows(&article.language) || READ_TOO.contains(&language);
        let brief = Signature::brief(article);
        (reads && !brief.trim().is_empty()).then(|| Some(ENCODER.as_ref()?.embed(brief)))?
    }

    pub(super) fn of_sentences(article: &Article, notes: &Annotations) -> Option<Vec<Embedding>> {
        Some(parallax_compare::meanings(ENCODER.as_ref()?, article, notes))
    }
}
