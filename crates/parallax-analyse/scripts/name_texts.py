#!/usr/bin/env python3
"""Texts with marked names, from which `xtask learn-names` learns.

    name_texts.py uner ROWS CONLLU OUT      UNER rows, and the same sentences of UD English-EWT
    name_texts.py ewt CONLLU OUT            UD English-EWT alone: no names, only hints for a teacher
    name_texts.py gum CONLLU OUT            GUM: entities with a proper noun as head
    name_texts.py kaznerd ROWS OUT          KazNERD rows
    name_texts.py unerzh ROWS OUT           UNER rows in Chinese
    name_texts.py plain LANGUAGE ROWS OUT   texts in the language alone, each once: no names, for a teacher

Writes JSON Lines: text, lang, spans, hints, all in characters. Rows stand in the order of their source; with
`part=I/N` as last word only every I-th of N blocks of rows is written, `part=-I/N` all but it.
"""

import gzip
import json
import re
import sys

BLOCK = 40  # rows in one block, so that neighbours fall into one part


def opened(path):
    return (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8")


def rows(path):
    with opened(path) as lines:
        return [json.loads(line) for line in lines if line.strip()]


def trees(path):
    """Sentences of a CoNLL-U file: what stands in comments, and tokens with id, form, upos, head, deprel, misc."""
    meta, tokens = {}, []
    for line in opened(path):
        line = line.rstrip("\n")
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            meta[key.strip()] = value.strip()
        elif not line:
            if tokens:
                yield meta, tokens
            meta, tokens = {}, []
        else:
            cells = line.split("\t")
            if re.fullmatch(r"\d+", cells[0]):
                tokens.append(cells)
    if tokens:
        yield meta, tokens


def laid_out(words, spaced):
    """The text of words, and where each stands; `spaced` says whether a space follows."""
    text, places = "", []
    for word, space in zip(words, spaced):
        places.append((len(text), len(text) + len(word)))
        text += word + (" " if space else "")
    return text.rstrip(), places


CLOSING = set(",.!?;:)]»”…%")
OPENING = set("([«“")


def printed(words):
    """Whether a space follows each word, as print would set it."""
    spaced, open_quote = [], False
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if word == '"':
            open_quote = not open_quote
        tight = following in CLOSING or word in OPENING or word == '"' and open_quote
        tight |= following == '"' and open_quote and word != '"'
        spaced.append(not tight)
    return spaced


def in_characters(spans, places):
    return [[places[start][0], places[end - 1][1], label] for start, end, label in spans]


def hints(tokens, places):
    """Word class and relation of each token: gold syntax, for a teacher only."""
    found = []
    for cells, (start, end) in zip(tokens, places):
        found.append([start, end, cells[3]])
        found.append([start, end, f"{cells[3]}/{cells[7].split(':')[0]}"])
        found.append([start, end, cells[4]])
    return found


def made(text, lang, spans, hinted=()):
    return {"text": text, "lang": lang, "spans": spans, "hints": list(hinted)}


def uner(path, conllu):
    known = {tuple(cells[1] for cells in tokens): tokens for _, tokens in trees(conllu)}
    out = []
    for row in rows(path):
        words = row["tokens"]
        # The two releases differ in the tokens of a few sentences.
        tokens = known.get(tuple(words), [])
        pair = []
        for spaced in [[True] * len(words), ["SpaceAfter=No" not in cells[9] for cells in tokens]]:
            if not spaced:
                continue
            text, places = laid_out(words, spaced)
            pair.append(made(text, "en", in_characters(row["spans"], places), hints(tokens, places)))
        out.append(pair)
    return out


def ewt(conllu):
    out = []
    for at, (_, tokens) in enumerate(trees(conllu)):
        words = [cells[1] for cells in tokens]
        spaced = [at % 2 == 1 or "SpaceAfter=No" not in cells[9] for cells in tokens]
        text, places = laid_out(words, spaced)
        out.append([made(text, "en", [], hints(tokens, places))])
    return out


GUM_LABELS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "OTH", "object": "OTH"}
TITLES = set("mr mrs ms dr prof professor president sir lord lady king queen senator captain general chief justice judge honor".split())


def gum_entities(tokens):
    """Entities of a sentence as (first, last, type), outermost first."""
    open_spans, found = [], []
    for at, cells in enumerate(tokens):
        value = dict(part.partition("=")[::2] for part in cells[9].split("|")).get("Entity", "")
        for bracket, body, close in re.findall(r"(\()([^()]+)(\))?", value):
            label = body.split("-")
            open_spans.append((label[0], at, label[1] if len(label) > 1 else ""))
            if close:
                name, start, kind = open_spans.pop()
                found.append((start, at, kind))
        rest = re.sub(r"\([^()]+\)", "", value)
        rest = re.sub(r"\([^()]+", "", rest)
        for name in re.findall(r"([^()]+)\)", rest):
            for back in range(len(open_spans) - 1, -1, -1):
                if open_spans[back][0] == name:
                    _, start, kind = open_spans.pop(back)
                    found.append((start, at, kind))
                    break
    return sorted(found, key=lambda it: (it[0], -it[1]))


def gum_names(tokens):
    """Spans of names: entities whose head is a proper noun, cut down to what is written with capitals."""
    spans, taken = [], set()
    for first, last, kind in gum_entities(tokens):
        label = GUM_LABELS.get(kind)
        inside = range(first, last + 1)
        heads = [at for at in inside if not first <= int(tokens[at][6]) - 1 <= last]
        if not label or not heads or tokens[heads[0]][3] != "PROPN":
            continue
        head = heads[0]

        def part(at):
            cells = tokens[at]
            small = cells[1] in ("of", "and", "the", "for", "de", "la", "van", "von", "&", "-")
            return cells[3] == "PROPN" or cells[1][0].isupper() and cells[3] in ("ADJ", "NOUN", "VERB") or small or cells[3] == "NUM" and at > head

        start = end = head
        while start > first and part(start - 1):
            start -= 1
        while end < last and part(end + 1):
            end += 1
        while start < head and (not tokens[start][1][0].isupper() or tokens[start][1].lower() == "the"):
            start += 1
        while end > head and not (tokens[end][1][0].isupper() or tokens[end][1][0].isdigit()):
            end -= 1
        while label == "PER" and start < end and tokens[start][1].lower().strip(".") in TITLES:
            start += 1
        people = tokens[head][4] == "NNPS" or tokens[head][1].lower().strip(".") in TITLES
        if label == "PER" and people:
            continue
        if any(at in taken for at in range(start, end + 1)):
            continue
        taken.update(range(start, end + 1))
        spans.append([start, end + 1, label])
    return spans


def gum(conllu):
    """One row a document; paragraphs are lines."""
    out, current = [], None
    for meta, tokens in trees(conllu):
        if "newdoc id" in meta or current is None:
            current = made("", "en", [])
            out.append([current])
        words = [cells[1] for cells in tokens]
        text, places = laid_out(words, ["SpaceAfter=No" not in cells[9] for cells in tokens])
        gap = "" if not current["text"] else "\n" if "newpar" in meta else " "
        base = len(current["text"]) + len(gap)
        current["text"] += gap + text
        shifted = [(start + base, end + base) for start, end in places]
        current["spans"] += in_characters(gum_names(tokens), shifted)
        current["hints"] += hints(tokens, shifted)
    return out


KAZNERD_LABELS = {"PERSON": "PER", "ORGANISATION": "ORG", "GPE": "LOC", "LOCATION": "OTH", "FACILITY": "OTH"}


def kaznerd(path):
    out = []
    for row in rows(path):
        words = row["tokens"]
        spans = [[start, end, KAZNERD_LABELS[label]] for start, end, label in row["spans"] if label in KAZNERD_LABELS]
        pair = []
        for spaced in [[True] * len(words), printed(words)]:
            text, places = laid_out(words, spaced)
            pair.append(made(text, "kk-Cyrl", in_characters(spans, places)))
        out.append(pair)
    return out


def unerzh(path):
    out = []
    for row in rows(path):
        words = row["tokens"]
        pair = []
        for space in [True, False]:
            text, places = laid_out(words, [space] * len(words))
            pair.append(made(text, "zh", in_characters(row["spans"], places)))
        out.append(pair)
    return out


def plain(language, path):
    texts = {row["text"] for row in rows(path) if row["lang"] == language and row.get("src", "leipzig").startswith("leipzig") and row.get("form") != "short"}
    return [[made(text, language, []) | {"spaced": False}] for text in sorted(texts)]


def main(words):
    part = words.pop() if words[-1].startswith("part=") else None
    once = words.pop() if words[-1] == "once" else None
    source, *paths, target = words
    pairs = {"uner": uner, "ewt": ewt, "gum": gum, "kaznerd": kaznerd, "unerzh": unerzh, "plain": plain}[source](*paths)
    if part:
        wanted, number = map(int, part[5:].split("/"))
        size = 1 if source == "gum" else BLOCK
        inside = [at // size % number == abs(wanted) - 1 for at in range(len(pairs))]
        pairs = [pair for pair, here in zip(pairs, inside) if here == (wanted > 0)]
    with open(target, "w", encoding="utf-8") as out:
        for pair in pairs:
            for row in pair[:1] if once else pair:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
