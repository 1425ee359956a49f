#!/usr/bin/env python3
"""Which German nouns are common and which are names, as a table: `data/german/nouns.bin`.

    german.py NOUNS_CSV OUT

NOUNS_CSV: `german_nouns/nouns.csv` of german-nouns 1.2.5 (PyPI, CC BY-SA 4.0, from the German Wiktionary).
A file is: log2 of the number of slots, and slots of three bytes: a mark of two bytes, and the bits of what the word can
be: 1 a common noun, 2 somebody by what they do, 4 a place, 8 a given name, 16 a family name. A word's number is the
32-bit FNV-1a of its small letters; the low bits tell the slot, the others the mark; the next free slot serves where one
is taken. Compounds whose parts are in the table are left out.
"""

import csv
import re
import sys

BITS, MOST = 17, 108_000
COMMON, PERSON, PLACE, GIVEN, FAMILY = 1, 2, 4, 8, 16
LINKS = ("", "s", "es", "n", "en", "er", "e")


def fnv(word):
    so_far = 0x811C9DC5
    for byte in word.encode():
        so_far = (so_far ^ byte) * 0x01000193 & 0xFFFFFFFF
    return so_far


def main(path, out):
    rows = list(csv.DictReader(open(path, encoding="utf-8")))
    fits = lambda word: re.fullmatch(r"[A-ZÄÖÜÉ][a-zäöüßé]{2,}", word or "")
    plain = lambda word: word.translate(str.maketrans("äöü", "aou")).lower()
    female = {plain(row["lemma"]): row["lemma"] for row in rows if row["lemma"].endswith("in") and row["genus"] == "f"}
    bits = {}
    for row in rows:
        lemma, sorts = row["lemma"], row["pos"].split(",")
        if not fits(lemma) or "Wortverbindung" in sorts:
            continue
        names = [bit for sort, bit in (("Toponym", PLACE), ("Vorname", GIVEN), ("Nachname", FAMILY)) if sort in sorts]
        own = sum(names) or (0 if "Eigenname" in sorts or "Abkürzung" in sorts else COMMON)
        stem = plain(lemma[:-1] if lemma.endswith("e") else lemma)
        male = row["genus"] == "m" and stem + "in" in female
        known = lemma.endswith("in") and row["genus"] == "f" and any(
            plain(lemma)[:-2] + end in MALE for end in ("", "e"))
        if own == COMMON and (male or known or "adjektivische Deklination" in sorts):
            own |= PERSON
        if not own:
            continue
        forms = {lemma} | {row[key] for key in row if re.match("(nominativ|genitiv|dativ|akkusativ) ", key) and "gemischt" not in key}
        for form in forms:
            if fits(form):
                bits[form.lower()] = bits.get(form.lower(), 0) | own
    common = {word for word, own in bits.items() if own & COMMON}

    def composed(word):
        own = bits[word]
        if own & ~(COMMON | PERSON):
            return False
        for cut in range(3, len(word) - 3):
            head, tail = word[:cut], word[cut:]
            if tail in common and bits[tail] & ~28 == own:
                if any(head.endswith(link) and head[: len(head) - len(link)] in common for link in LINKS):
                    return True
        return False

    kept = sorted((word for word in bits if not composed(word)), key=lambda word: (not bits[word] & 30, len(word), word))[:MOST]
    slots = [(0, 0)] * (1 << BITS)
    for word in kept:
        number = fnv(word)
        at = number & (1 << BITS) - 1
        mark = max(1, (number >> BITS | number << 32 - BITS) & 0xFFFF)
        while slots[at][0]:
            at = at + 1 & (1 << BITS) - 1
        slots[at] = (mark, bits[word])
    with open(out, "wb") as file:
        file.write(bytes([BITS]))
        for mark, own in slots:
            file.write(mark.to_bytes(2, "little") + bytes([own]))
    print(len(bits), "words,", len(kept), "kept")
    for word in "verkehrsministerin ministerin boote elbe ostsee hartwig bord sprecher stürmer polizeidirektion direktion lena nachfolger däne wittenau reederei schlamm richterin".split():
        print(word, bits.get(word), word in kept)


MALE = set()
if __name__ == "__main__":
    for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
        if row["genus"] == "m":
            MALE.add(row["lemma"].translate(str.maketrans("äöü", "aou")).lower())
    main(*sys.argv[1:])
