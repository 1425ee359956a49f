//! The names of the numbers, in the order they are given in.

/// The names of the numbers.
#[rustfmt::skip]
pub(crate) const NAMES: [&str; 98] = [
    "size", "words", "link_share", "end", "sentences", "commas", "digit_share", "capital_share",
    "short_share", "word_length", "start", "copies", "tag", "in_li", "in_table",
    "in_blockquote", "in_article", "in_section", "in_aside", "in_header", "in_figure", "in_dl",
    "style", "own_hint", "near_hint", "zone", "zone_prose", "rule", "depth", "from_headline",
    "from_first", "from_last", "body_before", "body_after", "near_body_before",
    "near_body_after", "near_links_before", "near_links_after", "page_blocks", "page_body",
    "page_body_share", "container_prose", "told_body", "told_lead", "make_outer", "make",
    "leads", "begins_linked", "ends_linked", "parent_alike", "parent_blocks", "parent_links",
    "parent_body", "parent_part", "parent_pictures", "second_alike", "second_blocks",
    "second_links", "second_body", "second_part", "second_pictures", "third_alike",
    "third_blocks", "third_links", "third_body", "third_part", "third_pictures",
    "previous_size", "previous_links", "previous_rule", "previous_tag", "previous_end",
    "previous_sibling", "next_size", "next_links", "next_rule", "next_tag", "next_end",
    "next_sibling", "previous2_size", "previous2_links", "previous2_rule", "previous2_tag",
    "previous2_end", "previous2_sibling", "next2_size", "next2_links", "next2_rule",
    "next2_tag", "next2_end", "next2_sibling", "heading_from", "heading_rule", "heading_size",
    "heading_tag", "section_blocks", "section_links", "section_body",
];
