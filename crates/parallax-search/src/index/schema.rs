//! What the index knows of an article, field by field.

use super::terms::PLACED;
use tantivy::schema::{
    BytesOptions, FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STORED, STRING,
    Schema as Fields, TextFieldIndexing, TextOptions,
};

/// The fields, by name.
pub(super) struct Schema {
    pub(super) fields: Fields,
    pub(super) article: Field,
    pub(super) story: Field,
    pub(super) rank: Field,
    pub(super) origins: Field,
    pub(super) published: Field,
    pub(super) text: Field,
    pub(super) headline: Field,
    pub(super) quoted: Field,
    pub(super) speaker: Field,
    pub(super) person: Field,
    pub(super) organization: Field,
    pub(super) place: Field,
    pub(super) outlet: Field,
    pub(super) outlet_shown: Field,
    pub(super) language: Field,
    pub(super) language_family: Field,
    pub(super) topic: Field,
    pub(super) differs: Field,
}

/// Fields that are counted for facets.
pub(super) const OUTLET: &str = "outlet_shown";
pub(super) const LANGUAGE: &str = "language";
pub(super) const TOPIC: &str = "topic";
/// The field that articles are ordered by which fit alike.
pub(super) const RANK: &str = "rank";
/// The field that articles are ordered by in time.
pub(super) const PUBLISHED: &str = "published";

impl Schema {
    pub(super) fn new() -> Self {
        let mut fields = Fields::builder();
        let placed = TextFieldIndexing::default()
            .set_tokenizer(PLACED)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let placed = TextOptions::default().set_indexing_options(placed);
        let counted = TextFieldIndexing::default()
            .set_tokenizer(PLACED)
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::WithFreqs);
        let counted = TextOptions::default().set_indexing_options(counted);
        let name: BytesOptions = BytesOptions::default() | INDEXED | STORED;
        let number: NumericOptions = NumericOptions::default() | INDEXED | FAST;
        let shown: TextOptions = TextOptions::default() | STRING | FAST;
        Self {
            article: fields.add_bytes_field("article", name.clone()),
            story: fields.add_bytes_field("story", name),
            rank: fields.add_u64_field(RANK, FAST),
            origins: fields.add_u64_field("origins", number.clone()),
            published: fields.add_i64_field(PUBLISHED, number),
            text: fields.add_text_field("text", placed),
            headline: fields.add_text_field("headline", counted.clone()),
            quoted: fields.add_text_field("quoted", counted.clone()),
            speaker: fields.add_text_field("speaker", counted.clone()),
            person: fields.add_text_field("person", counted.clone()),
            organization: fields.add_text_field("organization", counted.clone()),
            place: fields.add_text_field("place", counted.clone()),
            outlet: fields.add_text_field("outlet", counted),
            outlet_shown: fields.add_text_field(OUTLET, shown.clone()),
            language: fields.add_text_field(LANGUAGE, shown.clone()),
            language_family: fields.add_text_field("language_family", STRING),
            topic: fields.add_text_field(TOPIC, shown.clone()),
            differs: fields.add_text_field("differs", STRING),
            fields: fields.build(),
        }
    }
}
