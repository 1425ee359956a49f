//! Names of Universal Dependencies: word classes and relations.

/// An enum whose members carry the names the treebanks give them.
macro_rules! named {
    ($(#[$doc:meta])* $kind:ident { $($member:ident $name:literal,)+ }) => {
        $(#[$doc])*
        #[expect(missing_docs, reason = "the names are those of Universal Dependencies, explained there")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $kind { $($member,)+ }

        impl $kind {
            /// All of them, in a fixed order.
            pub const ALL: &[Self] = &[$(Self::$member,)+];

            /// The treebanks' name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$member => $name,)+ }
            }

            /// The member of that name.
            pub fn of_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$member),)+ _ => None }
            }
        }
    };
}

named! {
    /// Classes of words (UPOS).
    Class {
        Adj "ADJ", Adp "ADP", Adv "ADV", Aux "AUX", Cconj "CCONJ", Det "DET", Intj "INTJ", Noun "NOUN", Num "NUM",
        Part "PART", Pron "PRON", Propn "PROPN", Punct "PUNCT", Sconj "SCONJ", Sym "SYM", Verb "VERB", X "X",
    }
}

named! {
    /// How a word depends on its head (DEPREL).
    Relation {
        Root "root", Acl "acl", AclRelcl "acl:relcl", Advcl "advcl", AdvclRelcl "advcl:relcl", Advmod "advmod",
        Amod "amod", Appos "appos", Aux "aux", AuxPass "aux:pass", Case "case", Cc "cc", CcPreconj "cc:preconj",
        Ccomp "ccomp", Compound "compound", CompoundPrt "compound:prt", Conj "conj", Cop "cop", Csubj "csubj",
        CsubjOuter "csubj:outer", CsubjPass "csubj:pass", Dep "dep", Det "det", DetPredet "det:predet",
        Discourse "discourse", Dislocated "dislocated", Expl "expl", Fixed "fixed", Flat "flat", Goeswith "goeswith",
        Iobj "iobj", List "list", Mark "mark", Nmod "nmod", NmodDesc "nmod:desc", NmodPoss "nmod:poss",
        NmodUnmarked "nmod:unmarked", Nsubj "nsubj", NsubjOuter "nsubj:outer", NsubjPass "nsubj:pass",
        Nummod "nummod", Obj "obj", Obl "obl", OblAgent "obl:agent", OblUnmarked "obl:unmarked", Orphan "orphan",
        Parataxis "parataxis", Punct "punct", Reparandum "reparandum", Vocative "vocative", Xcomp "xcomp",
    }
}

impl Relation {
    /// Its place in [`ALL`](Self::ALL).
    pub(crate) const fn index(self) -> u32 {
        self as u32
    }
}

/// A word class together with the finer Penn tag: `VERB VBD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag(pub(crate) u8);

/// Every pair seen often enough in the treebanks to be learned.
pub(crate) const TAGS: &[(Class, &str)] = &[
    (Class::Noun, "NN"),
    (Class::Adp, "IN"),
    (Class::Det, "DT"),
    (Class::Propn, "NNP"),
    (Class::Adj, "JJ"),
    (Class::Pron, "PRP"),
    (Class::Punct, "."),
    (Class::Noun, "NNS"),
    (Class::Punct, ","),
    (Class::Adv, "RB"),
    (Class::Verb, "VB"),
    (Class::Cconj, "CC"),
    (Class::Num, "CD"),
    (Class::Verb, "VBN"),
    (Class::Sconj, "IN"),
    (Class::Verb, "VBD"),
    (Class::Verb, "VBG"),
    (Class::Part, "TO"),
    (Class::Aux, "VBZ"),
    (Class::Aux, "MD"),
    (Class::Pron, "PRP$"),
    (Class::Verb, "VBP"),
    (Class::Aux, "VBP"),
    (Class::Aux, "VBD"),
    (Class::Verb, "VBZ"),
    (Class::Part, "RB"),
    (Class::Punct, "-RRB-"),
    (Class::Punct, "-LRB-"),
    (Class::Aux, "VB"),
    (Class::Punct, ":"),
    (Class::Pron, "WDT"),
    (Class::Punct, "``"),
    (Class::Punct, "''"),
    (Class::Adv, "WRB"),
    (Class::Punct, "HYPH"),
    (Class::Pron, "DT"),
    (Class::Part, "POS"),
    (Class::Adj, "NNP"),
    (Class::Pron, "WP"),
    (Class::Adp, "RP"),
    (Class::Intj, "UH"),
    (Class::Propn, "NNPS"),
    (Class::Adj, "JJR"),
    (Class::Pron, "NN"),
    (Class::Adj, "JJS"),
    (Class::Pron, "EX"),
    (Class::Adv, "RBR"),
    (Class::Aux, "VBN"),
    (Class::Sym, "SYM"),
    (Class::Sym, "$"),
    (Class::Propn, "ADD"),
    (Class::Punct, "NFP"),
    (Class::Det, "PDT"),
    (Class::Aux, "VBG"),
    (Class::X, "GW"),
    (Class::X, "FW"),
    (Class::Adv, "RBS"),
    (Class::Num, "LS"),
    (Class::Det, "WDT"),
    (Class::Sym, "NFP"),
    (Class::Sym, ","),
    (Class::Verb, "NNP"),
    (Class::Sym, "NN"),
    (Class::X, "ADD"),
];

impl Tag {
    /// The word class.
    pub fn class(self) -> Class {
        TAGS.get(usize::from(self.0)).map_or(Class::X, |tag| tag.0)
    }

    /// The Penn tag.
    pub fn fine(self) -> &'static str {
        TAGS.get(usize::from(self.0)).map_or("XX", |tag| tag.1)
    }

    /// The tag of these names: that very pair, else one of the class.
    pub fn of_names(class: &str, fine: &str) -> Self {
        let class = Class::of_name(class).unwrap_or(Class::X);
        let exact = TAGS.iter().position(|tag| *tag == (class, fine));
        let at = exact.or_else(|| TAGS.iter().position(|tag| tag.0 == class)).unwrap_or(0);
        Self(u8::try_from(at).unwrap_or(0))
    }
}
