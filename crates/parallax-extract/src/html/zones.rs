//! Which parts of a page are furniture, by what the elements are and are called.

use super::{
    flow::Block,
    hints::{self, Hint, Named},
    tree::{Tag, Tree},
};
use parallax_model::BoilerplateKind;

/// A block of fewer characters is no evidence of prose.
const PROSE_SIZE: usize = 50;

/// A block with a greater share of links, in hundredths, is no evidence of prose.
const PROSE_LINKS: usize = 35;

/// What each element of the page is a part of.
pub(crate) struct Zones {
    /// Of each node, the furniture it belongs to, and the element that begins it.
    zone: Vec<Option<(Hint, usize)>>,
    /// What the names of each node say.
    named: Vec<Option<Named>>,
    /// Elements that say they hold the body.
    pub(crate) bodies: Vec<usize>,
}

impl Zones {
    /// Reads the names of all elements. A name is not believed of an element
    /// that holds a great share of the prose of the page.
    pub(crate) fn of(tree: &Tree<'_>, blocks: &[Block]) -> Self {
        let named = hints::of_all_names(tree.nodes());
        let zones = Self::read(tree, blocks, named.clone(), true);
        let prose = |zones: &Self| Prose::of(blocks, |b| zones.hint(b.first).is_none()).all();
        if prose(&zones) * LEFT_AT_LEAST >= Prose::of(blocks, |_| true).all() {
            return zones;
        }
        // Names that leave next to nothing are names for something else.
        let plain = Self::read(tree, blocks, named, false);
        if prose(&plain) > prose(&zones) * LEFT_AT_LEAST { plain } else { zones }
    }

    /// Reads elements, and their names if `all`; else only the names of comments and consent.
    fn read(tree: &Tree<'_>, blocks: &[Block], named: Vec<Option<Named>>, all: bool) -> Self {
        let prose = Prose::of(blocks, |_| true);
        let believed = believed_rules(tree, &named, &prose);
        let mut zones = Self { zone: vec![None; tree.nodes().len()], named, bodies: Vec::new() };
        for (id, node) in tree.nodes().iter().enumerate().skip(1) {
            zones.zone[id] = zones.zone[node.parent];
            // A comment in a sidebar is a comment; a link in a comment is no menu.
            if node.tag == Tag::Text || node.tag.is_data() || zones.zone[id].is_some() {
                continue;
            }
            // The names of a heading tell how it looks, not what it is.
            let named = zones.named(id).filter(|_| !node.tag.is_heading() && !in_code(tree, id));
            let certain = |hint| matches!(hint, Hint::Comments | Hint::Cookie | Hint::Body);
            let named = named.filter(|named| believed(named) && (all || certain(named.hint)));
            let sure = named.is_some_and(|named| named.sure);
            let named = named.map(|named| named.hint).filter(|hint| *hint != Hint::Plain);
            let own = match (named, hints::of_element(node)) {
                (_, Some(Hint::Body)) | (Some(Hint::Body), None) => Some(Hint::Body),
                (Some(named), _) if named != Hint::Body => Some(named),
                (_, element) => element,
            };
            match own {
                Some(Hint::Body) => zones.bodies.push(id),
                Some(hint) => {
                    let most = believed_up_to(hint).max(if sure { SURE_UP_TO } else { 0 });
                    zones.zone[id] = (prose.share(tree, id) < most).then_some((hint, id));
                }
                None => {}
            }
        }
        zones
    }

    /// The furniture a node belongs to.
    pub(crate) fn hint(&self, id: usize) -> Option<Hint> {
        self.zone.get(id).copied().flatten().map(|(hint, _)| hint)
    }

    /// What the names of a node say, whether believed or not.
    pub(crate) fn named(&self, id: usize) -> Option<Named> {
        self.named.get(id).copied().flatten()
    }

    /// The outermost element of the furniture a node belongs to.
    pub(crate) fn root(&self, id: usize) -> Option<usize> {
        self.zone.get(id).copied().flatten().map(|(_, root)| root)
    }
}

/// Whether an element is a part of a program that is shown: what its names call
/// a comment is one in another sense.
fn in_code(tree: &Tree<'_>, id: usize) -> bool {
    const NEAR: usize = 3;
    tree.node(id).tag == Tag::Span
        && tree.above(id).take(NEAR).any(|id| matches!(tree.node(id).tag, Tag::Code | Tag::Pre))
}

/// Which rules of the table hold on this page. One that takes out much of the
/// prose, be it in many small pieces, means something else here: page builders
/// call every paragraph a widget.
fn believed_rules(
    tree: &Tree<'_>,
    named: &[Option<Named>],
    prose: &Prose,
) -> impl Fn(&Named) -> bool + use<> {
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (id, (node, named)) in tree.nodes().iter().zip(named).enumerate() {
        if let Some(named) = named {
            taken.resize(taken.len().max(named.rule + 1), (0, 0));
            let (sum, end) = &mut taken[named.rule];
            if id >= *end {
                *sum += prose.inside(tree, id);
                *end = node.end;
            }
        }
    }
    let all = prose.all().max(1);
    move |named| {
        let sum = taken.get(named.rule).map_or(0, |(sum, _)| *sum);
        let most = believed_up_to(named.hint).max(if named.sure { SURE_UP_TO } else { 0 });
        named.hint == Hint::Body || named.hint == Hint::Plain || sum * 100 / all < most
    }
}

/// Where the hints leave less than one part in so many of the prose, they are
/// tried without names.
const LEFT_AT_LEAST: usize = 8;

/// The share of the prose of the page, in hundredths, up to which a sure rule is
/// believed: lists of related pages and consent forms outweigh a short article.
const SURE_UP_TO: usize = 85;

/// The share of the prose of the page, in hundredths, up to which a hint is
/// believed. Chosen on odd pages of three sets of annotated pages: comments may
/// outweigh their article, a byline never does.
fn believed_up_to(hint: Hint) -> usize {
    match hint {
        Hint::Body | Hint::Plain => 0,
        Hint::Comments => 97,
        Hint::Teaser | Hint::Hidden => 60,
        Hint::Navigation | Hint::Footer | Hint::Cookie | Hint::Languages => 50,
        Hint::Byline | Hint::Date | Hint::Tags | Hint::Picture | Hint::Author => 25,
        Hint::Masthead
        | Hint::Share
        | Hint::Newsletter
        | Hint::Advert
        | Hint::Paywall
        | Hint::Other => 40,
    }
}

/// Running totals of prose over the blocks of a page.
pub(crate) struct Prose {
    /// First node of each block.
    firsts: Vec<usize>,
    /// Characters of prose before each block, and in all.
    before: Vec<usize>,
}

impl Prose {
    /// Counts the blocks that `counts`.
    pub(crate) fn of(blocks: &[Block], counts: impl Fn(&Block) -> bool) -> Self {
        let mut before = vec![0];
        let mut sum = 0;
        for block in blocks {
            sum += if counts(block) { block.prose } else { 0 };
            before.push(sum);
        }
        Self { firsts: blocks.iter().map(|block| block.first).collect(), before }
    }

    /// Characters of prose inside an element.
    pub(crate) fn inside(&self, tree: &Tree<'_>, id: usize) -> usize {
        let at = |node| self.firsts.partition_point(|&first| first < node);
        self.before[at(tree.node(id).end)] - self.before[at(id)]
    }

    /// Share of all prose inside an element, in hundredths.
    pub(crate) fn share(&self, tree: &Tree<'_>, id: usize) -> usize {
        self.inside(tree, id) * 100 / self.all().max(1)
    }

    /// Characters of prose on the page.
    pub(crate) fn all(&self) -> usize {
        self.before.last().copied().unwrap_or(0)
    }
}

/// How many characters of a block are evidence of prose.
pub(crate) fn prose(block: &Block) -> usize {
    let enough = block.size >= PROSE_SIZE && block.link_share() <= PROSE_LINKS;
    let sentence = || {
        block.words().contains(['.', ',', '!', '?', '…', '。', '，', '؟', '।', '։', '"', '”', '»'])
    };
    if enough && sentence() { block.size } else { 0 }
}

/// What a hint is called among boilerplate.
pub(crate) const fn kind(hint: Hint) -> BoilerplateKind {
    match hint {
        Hint::Navigation => BoilerplateKind::Navigation,
        Hint::Languages => BoilerplateKind::LanguageBar,
        Hint::Masthead => BoilerplateKind::Masthead,
        Hint::Share => BoilerplateKind::ShareBar,
        Hint::Cookie => BoilerplateKind::CookieNotice,
        Hint::Newsletter => BoilerplateKind::Newsletter,
        Hint::Advert => BoilerplateKind::Advertisement,
        Hint::Teaser => BoilerplateKind::Teaser,
        Hint::Tags => BoilerplateKind::TagLine,
        Hint::Author | Hint::Byline => BoilerplateKind::AuthorCard,
        Hint::Date => BoilerplateKind::DateBar,
        Hint::Comments => BoilerplateKind::Comments,
        Hint::Paywall => BoilerplateKind::Paywall,
        Hint::Footer => BoilerplateKind::Footer,
        Hint::Body | Hint::Plain | Hint::Picture | Hint::Other | Hint::Hidden => {
            BoilerplateKind::Other
        }
    }
}
