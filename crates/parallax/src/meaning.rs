//! What articles and their sentences mean, where the program carries the encoder and is not told to leave it out.

use parallax_compare::Meanings;
use parallax_group::Signature;
use parallax_model::{Annotations, Article};

/// Whether articles and sentences are compared by meaning too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// With the encoder that the program carries, where it carries one.
    #[default]
    Carried,
    /// By words, names and numbers alone.
    LeftOut,
}

impl Encoding {
    /// What grouping needs of an article: its terms and, where the encoder reads its
    /// language or there is a table of its words, what headline and lead mean.
    pub fn signature(self, article: &Article) -> Signature {
        let signature = Signature::of(article);
        match self {
            Self::Carried => encoder::with_meaning(signature, article),
            Self::LeftOut => signature,
        }
    }

    /// Names the weights of the encoder that is used.
    pub(crate) fn name(self) -> Option<String> {
        match self {
            Self::Carried => encoder::name(),
            Self::LeftOut => None,
        }
    }

    /// What the sentences mean of the articles at `places`; nothing where no encoder is used.
    pub(crate) fn sentences(
        self,
        articles: &[Article],
        annotations: &[Annotations],
        places: &[usize],
    ) -> Meanings {
        match self {
            Self::Carried => encoder::sentences(articles, annotations, places),
            Self::LeftOut => Meanings::default(),
        }
    }
}

/// What grouping needs of an article, with all that the program carries.
pub fn signature(article: &Article) -> Signature {
    Encoding::Carried.signature(article)
}

#[cfg(feature = "encoder")]
mod encoder {
    use parallax_compare::Meanings;
    use parallax_encoder::{Embedding, Encoder, WordTables};
    use parallax_encoder_weights::{WEIGHTS, WORDS};
    use parallax_group::Signature;
    use parallax_model::{Annotations, Article};
    use rayon::prelude::*;
    use std::{
        collections::{BTreeMap, BTreeSet},
        sync::LazyLock,
    };

    /// Sentences that one thread reads at once: several times what goes through the network together.
    const AT_ONCE: usize = 32;

    /// Languages the encoder was not taught and reads as well: of translated articles the
    /// nearest one in another language is the right one, 99 times of 100.
    const READ_TOO: [&str; 1] = ["id"];

    static ENCODER: LazyLock<Option<Encoder>> = LazyLock::new(|| Encoder::open(WEIGHTS).ok());
    static TABLES: LazyLock<Option<WordTables>> = LazyLock::new(|| WordTables::open(WORDS).ok());

    pub(super) fn name() -> Option<String> {
        Encoder::name(WEIGHTS)
    }

    pub(super) fn with_meaning(signature: Signature, article: &Article) -> Signature {
        match of(article) {
            Some(embedding) => signature.with_embedding(embedding.numbers()),
            None => signature,
        }
    }

    fn reads(language: &str) -> bool {
        let primary = language.split('-').next().unwrap_or_default();
        Encoder::knows(language) || READ_TOO.contains(&primary)
    }

    fn of(article: &Article) -> Option<Embedding> {
        let brief = Signature::brief(article);
        if !reads(&article.language) {
            return TABLES.as_ref()?.embed(&article.language, brief);
        }
        (!brief.trim().is_empty()).then(|| Some(ENCODER.as_ref()?.embed(brief)))?
    }

    pub(super) fn sentences(
        articles: &[Article],
        annotations: &[Annotations],
        places: &[usize],
    ) -> Meanings {
        let asked = places.iter().filter_map(|&at| {
            let (article, notes) = (articles.get(at)?, annotations.get(at)?);
            Some((at, &*article.language, parallax_compare::asked(article, notes)))
        });
        let (read, others): (Vec<_>, Vec<_>) = asked.partition(|(_, language, _)| reads(language));
        let known = once_each(read.iter().flat_map(|(_, _, texts)| texts).copied());
        let of = |text: &&str| known.get(*text).cloned();
        let meant = read.iter().map(|(at, _, texts)| (*at, texts.iter().filter_map(of).collect()));
        let by_words = others
            .par_iter()
            .filter_map(|(at, language, texts)| Some((*at, by_words(language, texts)?)));
        let by_words: Vec<(usize, Vec<Embedding>)> = by_words.collect();
        let places: Vec<usize> = by_words.iter().map(|(at, _)| *at).collect();
        Meanings::new(meant.chain(by_words)).knowing_words_of(places)
    }

    /// What each of the texts means: what several articles have word for word is read once.
    fn once_each<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Embedding> {
        let Some(encoder) = ENCODER.as_ref() else { return BTreeMap::new() };
        let mut seen = BTreeSet::new();
        let texts: Vec<&str> = texts.filter(|text| seen.insert(*text)).collect();
        let read = texts
            .par_chunks(AT_ONCE)
            .flat_map_iter(|some| some.iter().copied().zip(encoder.embed_all(some)));
        read.collect()
    }

    /// What sentences mean by their words alone; of one whose words are not known, nothing.
    fn by_words(language: &str, sentences: &[&str]) -> Option<Vec<Embedding>> {
        let tables = TABLES.as_ref()?;
        let meant = sentences.iter().map(|sentence| tables.embed(language, sentence));
        let meant: Vec<Option<Embedding>> = meant.collect();
        let known = meant.iter().any(Option::is_some);
        known.then(|| {
            meant.into_iter().map(|one| one.unwrap_or_else(|| Embedding::of(&[]))).collect()
        })
    }
}

#[cfg(not(feature = "encoder"))]
mod encoder {
    use parallax_compare::Meanings;
    use parallax_group::Signature;
    use parallax_model::{Annotations, Article};

    pub(super) fn name() -> Option<String> {
        None
    }

    pub(super) fn with_meaning(signature: Signature, _: &Article) -> Signature {
        signature
    }

    pub(super) fn sentences(_: &[Article], _: &[Annotations], _: &[usize]) -> Meanings {
        Meanings::default()
    }
}
