//! What the words around a name tell of its sort, beyond the one right before it.

use super::{
    candidates::Candidate,
    evidence::Votes,
    lists, owners, roles, russian,
    tokens::{Gap, Token, Tokens},
};
use parallax_language::names::{is_given_name, is_place, is_role, is_title};

/// Most words of `a small lorry firm from the north` that are read behind a name.
const LONGEST_APPOSITION: usize = 7;

/// Words of an apposition among which its noun is.
const EITHER_REACH: usize = 4;

/// The votes of the words around one mention.
pub(super) fn votes(tokens: &Tokens<'_>, candidate: &Candidate) -> Votes {
    let mut votes = Votes::default();
    if tokens.follows(candidate.title) {
        before(tokens, candidate, &mut votes);
    }
    let owns = tokens.all.get(candidate.closed.saturating_sub(1)).is_some_and(Token::owns);
    if owns {
        owned(tokens, candidate, &mut votes);
    } else if tokens.gap(candidate.closed) == Gap::Space {
        after(tokens, candidate, &mut votes);
    } else if tokens.between(candidate.closed) == "-"
        && matches!(tokens.word(candidate.closed), "based" | "born")
    {
        votes.place += 3;
    }
    russian_office(tokens, candidate, &mut votes);
    // `the mayor of Lowmark, Pella Orrin`: more than the list of places it looks like.
    let several = candidate.to - candidate.from > 1;
    let office = roles::before_comma(tokens, candidate.from);
    // An owner may be a firm.
    if several && office.is_some_and(|office| !lists::is("either", &office.head)) {
        votes.person += 6;
    }
    if tokens.between(candidate.closed) == ", " {
        apposition(tokens, candidate, &mut votes);
    }
    listed(tokens, candidate, &mut votes);
    if candidate.to - candidate.from == 1 && tokens.all[candidate.from].letters {
        acronym(tokens, candidate, &mut votes);
    }
    votes
}

/// `the HWU said`: capitals that act or have an article are a body’s; others may be anything.
fn acronym(tokens: &Tokens<'_>, candidate: &Candidate, votes: &mut Votes) {
    let next = tokens.word(candidate.to);
    let spoken = tokens.gap(candidate.to) == Gap::Space && lists::is("speech", next);
    let before = candidate.from.checked_sub(1).map_or("", |at| tokens.word(at));
    let told = lists::is("speech", before) || matches!(before, "the" | "The" | "by" | "глава");
    votes.organization += 3 * u32::from(spoken) + 3 * u32::from(told);
}

/// `the capital of X`, `shares in X`, `flew to X`.
fn before(tokens: &Tokens<'_>, candidate: &Candidate, votes: &mut Votes) {
    let word = |back: usize| {
        let at = candidate.title.checked_sub(back)?;
        tokens.same_sentence(at, candidate.from).then(|| tokens.word(at))
    };
    let (last, second) = (word(1).unwrap_or_default(), word(2).unwrap_or_default());
    if last == "of" && lists::is("realm", second) {
        votes.place += 3;
    } else if last == "of" && lists::is("ruler", second) {
        votes.place += 2;
    } else if matches!(last, "of" | "at" | "by" | "for") && lists::is("staff", second)
        || matches!(last, "in" | "of") && lists::is("stock", second)
    {
        votes.organization += 2;
    } else if last == "to" && lists::is("motion", second) {
        votes.place += 2;
    } else if candidate.to - candidate.from == 1 && is_russian_owner(tokens, candidate, last) {
        votes.place += 6;
    }
}

/// `столица X`, `консул X`: a word in the genitive that is whose the thing before it is.
fn is_russian_owner(tokens: &Tokens<'_>, candidate: &Candidate, last: &str) -> bool {
    let name = tokens.word(candidate.from);
    let land = name.ends_with("ии") || name.ends_with('ы') || name.ends_with('и');
    land && russian::is_cyrillic(name)
        && !is_given_name(name)
        && (lists::is("realm", last) || lists::is("ruler", last))
}

/// `начальник пожарной службы Лимы Луис Кано`: the land and the person.
fn russian_office(tokens: &Tokens<'_>, candidate: &Candidate, votes: &mut Votes) {
    let (from, to) = (candidate.from, candidate.to);
    if !russian::is_cyrillic(tokens.word(from)) || !owners::office_before(tokens, candidate.title) {
        return;
    }
    let small = (from..to).any(|at| tokens.all.get(at).is_some_and(|token| !token.capital));
    let body = lists::noun(tokens.word(to - 1)) == Some(lists::Noun::Organization);
    let follows =
        tokens.gap(to) == Gap::Space && tokens.all.get(to).is_some_and(|token| token.capital);
    if to - from > 1 && !small && !body && !follows {
        votes.person += 3;
    } else if to - from == 1 && follows && !body && !tokens.all[from].letters {
        votes.place += 3;
    }
}

/// `X’s prime minister`, `X’s shares`.
fn owned(tokens: &Tokens<'_>, candidate: &Candidate, votes: &mut Votes) {
    let next = tokens.word(candidate.closed);
    let minister = (candidate.closed..candidate.closed + 3)
        .any(|at| matches!(tokens.word(at), "minister" | "ministry" | "Minister"));
    if lists::is("realm", next) || minister {
        votes.place += 3;
    } else if lists::is("ruler", next) {
        votes.place += 2;
    } else if lists::is("stock", next) {
        votes.organization += 2;
    }
}

/// `X employs …`, `X said it …`, `X residents`.
fn after(tokens: &Tokens<'_>, candidate: &Candidate, votes: &mut Votes) {
    let at = candidate.closed;
    let next = tokens.word(at);
    let small = tokens.all.get(at).is_some_and(|token| !token.capital);
    if !small || !tokens.same_sentence(candidate.from, at) {
        return;
    }
    if lists::is("trade", next) {
        votes.organization += 2;
    } else if lists::is("life", next) {
        votes.person += 2;
    } else if lists::is("people-of", next) || lists::is_place_noun(next) {
        votes.place += 1;
    } else if lists::is("speech", next) {
        let that = usize::from(matches!(tokens.word(at + 1), "that" | "on"));
        match tokens.word(at + 1 + that) {
            "it" | "its" => votes.organization += 3,
            "he" | "she" | "his" | "her" => votes.person += 3,
            _ => {}
        }
    }
}

/// Whether the role told at `at` is one that firms have too.
fn is_either(tokens: &Tokens<'_>, at: usize) -> bool {
    (at..at + EITHER_REACH)
        .take_while(|&it| it == at || tokens.gap(it) == Gap::Space)
        .any(|it| lists::is("either", tokens.word(it)))
}

/// `X, a lorry firm`, `X, which owns …`, `X, where …`.
fn apposition(tokens: &Tokens<'_>, candidate: &Candidate, votes: &mut Votes) {
    let at = candidate.closed;
    if !tokens.same_sentence(candidate.from, at) {
        return;
    }
    let before = candidate.title.checked_sub(1).map_or("", |at| tokens.word(at));
    let inside = matches!(before, "at" | "in");
    if !inside && roles::is_appositive(tokens, at) && !is_either(tokens, at) {
        votes.person += 3;
    }
    match tokens.word(at) {
        "which" => {
            votes.organization += if lists::is("trade", tokens.word(at + 1)) { 3 } else { 1 }
        }
        "where" | "где" => votes.place += 3,
        "a" | "an" | "the" => described(tokens, at, votes),
        _ => {}
    }
}

fn described(tokens: &Tokens<'_>, from: usize, votes: &mut Votes) {
    let mut head = from;
    for at in from + 1..from + LONGEST_APPOSITION {
        let word = tokens.word(at);
        if !tokens.same_sentence(from, at) || tokens.gap(at) == Gap::Break {
            break;
        }
        // `the ferry and freight group`: what it is may be told behind `and`.
        let goes_on = word == "and" && !lists::is("link", tokens.word(at + 1));
        if goes_on && !says_sort(tokens.word(head)) {
            continue;
        }
        if lists::is("link", word) {
            break;
        }
        head = at;
    }
    let noun = tokens.word(head);
    if head == from || tokens.all.get(head).is_some_and(|token| token.capital) {
        return;
    }
    let one = noun.strip_suffix('s').unwrap_or(noun);
    if is_role(noun) || is_title(noun) || lists::is("family", noun) {
        votes.person += 3;
    } else if lists::is("ship", noun) {
        votes.other += 3;
    } else if lists::is("maker", noun) || lists::is("maker", one) {
        votes.organization += 3;
    } else if lists::is_place_noun(noun) || lists::is("realm", noun) {
        votes.place += 3;
    } else if lists::noun(noun) == Some(lists::Noun::Organization) {
        votes.organization += 2;
    }
}

/// Whether a noun tells what sort of thing its name is.
fn says_sort(noun: &str) -> bool {
    let one = noun.strip_suffix('s').unwrap_or(noun);
    is_role(noun)
        || is_title(noun)
        || lists::noun(noun).is_some()
        || ["family", "ship", "maker", "realm"].iter().any(|class| lists::is(class, noun))
        || lists::is("maker", one)
}

/// Most words of a list before the name.
const LONGEST_LIST: usize = 16;

/// Whether the name is a later one of `the villages of X, Y and Z`.
fn heads_list(tokens: &Tokens<'_>, from: usize) -> bool {
    let mut at = from;
    let mut parted = false;
    while at > 1 && from - at < LONGEST_LIST && tokens.same_sentence(at - 1, from) {
        let comma = tokens.between(at) == ", ";
        if !comma && tokens.gap(at) != Gap::Space {
            return false;
        }
        let word = tokens.word(at - 1);
        if word == "of" {
            let whose = tokens.word(at - 2);
            // `the leaders of X, Y and Z` are several; after `the leader of X,` comes a person.
            let one = is_role(whose) && !whose.ends_with('s');
            return parted && !one && (lists::is("realm", whose) || lists::is("ruler", whose));
        }
        if !tokens.all[at - 1].capital && word != "and" {
            return false;
        }
        parted |= comma || word == "and";
        at -= 1;
    }
    false
}

/// `Norway and X`, `X and Norway`, `between X and Y`.
fn listed(tokens: &Tokens<'_>, candidate: &Candidate, votes: &mut Votes) {
    let place = |at: usize| {
        tokens.all.get(at).is_some_and(|token| token.capital && !token.opens)
            && is_place(tokens.word(at))
            && tokens.same_sentence(at, candidate.from)
    };
    let and = |at: usize| matches!(tokens.word(at), "and" | "or" | "и" | "или");
    let (from, to) = (candidate.title, candidate.closed);
    // `X, Norway’s prime minister`: no list goes on with an owner.
    let behind = and(to) && place(to + 1)
        || tokens.between(to) == ", " && place(to) && !tokens.all[to].owns();
    let ahead = from > 1
        && (and(from - 1) && place(from - 2) || tokens.between(from) == ", " && place(from - 1));
    let between = from > 0 && tokens.word(from - 1) == "between" && and(to)
        || from > 2 && and(from - 1) && tokens.word(from - 3) == "between";
    if from > 0 && heads_list(tokens, from) {
        votes.place += 3;
    }
    votes.place += u32::from(behind) + u32::from(ahead) + u32::from(between);
}
