//! The names of the numbers, in the order they are given in.
//!
//! Shares are in hundredths, -1 of nothing. `size`, `words`, `sentences`,
//! `commas`: counts; `link_share`, `digit_share`, `capital_share`,
//! `short_share`: of characters that lead elsewhere, of digits, of words with a
//! capital, of short words in lower case; `word_length` in tenths of a letter;
//! `start`, `end`: the kind of the first and last character; `copies`: how often
//! the same words stand on the page.
//!
//! `tag`: the kind of its element; `in_…`: steps up to such an element, -1 where
//! there is none; `style`: 1 bold, 2 slanted, 4 linked as a whole, added up;
//! `own_hint`, `near_hint`: what names of its element, and of the nearest named
//! one, say; `zone`, `zone_prose`: the furniture it belongs to by the rules, and
//! its share of the page's prose; `rule`: what the rules say.
//!
//! `depth`: steps up to the container, -1 before it, -2 after; `from_…`: blocks
//! since the headline, the first and the last body of the rules; `body_before`,
//! `body_after`: how much body stands before (a share) and after (in tens of
//! characters); `near_…`: shares of six blocks; `page_…`, `container_prose`: the
//! size of the page; `told_body`, `told_lead`: how much of it stands in the
//! `articleBody` and the description of the page's data.
//!
//! `make`, `make_outer`: share of the body in elements of this tag and class,
//! alone and in such a parent; `leads`, `begins_linked`, `ends_linked`: its links;
//! `parent_…`, `second_…`, `third_…`: elements made alike beside it, and what
//! the element around holds: blocks, links, body, its part of all body, pictures.
//!
//! `previous_…`, `next_…`: of the blocks around, and whether they share its
//! parent; `heading_…`, `section_…`: the heading above, and what stands under it.
//!
//! `cue_…`, `heading_call` to `heading_you`: words of the table of cues, in the
//! block and in the heading above.
//!
//! `branch_…`: the largest element that holds the block and not the container,
//! or, inside the container, its child: how many steps above the container it
//! hangs, its blocks, links, body, its part of all prose, and how much of all
//! prose stands before and after it under the same element; `around_…`: that
//! element.

/// The names of the numbers.
#[rustfmt::skip]
pub(crate) const NAMES: [&str; 121] = [
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
    "heading_tag", "section_blocks", "section_links", "section_body", "cue_call", "cue_person",
    "cue_law", "cue_more", "cue_credit", "cue_refer", "cue_you", "heading_call", "heading_person",
    "heading_law", "heading_more", "heading_credit", "heading_refer", "heading_you", "branch_up",
    "branch_blocks", "branch_links", "branch_body", "branch_part", "branch_before",
    "branch_after", "around_body", "around_links",
];
