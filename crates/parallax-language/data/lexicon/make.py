#!/usr/bin/env python3
"""Writes common.tsv and related.tsv beside itself.

    pip install wordfreq==3.1.1 snowballstemmer
    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wordnet
    python3 make.py wordnet/usr/share/wordnet .

Sources: wordfreq 3.1.1 (its data: CC BY-SA 4.0) and WordNet 3.0 (WordNet licence).
"""
import collections, math, os, re, sys

import snowballstemmer
import wordfreq

# How many stems of each language are kept: what fits 300 KB.
STEMS = {"en": ("english", 14000), "ru": ("russian", 9500)}
# Only senses among a word's first are taken: rarer ones relate words that do not mean the same in the news.
SENSES = {"n": 2, "v": 3, "a": 2, "r": 1}
# Zipf frequency from which a word can be in the table of relations.
LEAST_ZIPF = 3.05
# A parent with more children than this says little about any two of them.
MOST_CHILDREN = 14


def common(folder):
    with open(os.path.join(folder, "common.tsv"), "w", encoding="utf-8") as out:
        out.write("# How common words are: LANGUAGE TAB ten times the Zipf frequency of all forms TAB the commonest form of each stem. "
                  "Source: wordfreq 3.1.1, Robyn Speer, data CC BY-SA 4.0; made by make.py.\n")
        for language, (algorithm, most) in STEMS.items():
            stemmer = snowballstemmer.stemmer(algorithm)
            total, best = collections.Counter(), {}
            for word in wordfreq.top_n_list(language, 80000, wordlist="large"):
                if not re.fullmatch(r"[a-z]+" if language == "en" else r"[а-яё]+", word):
                    continue
                word = word.replace("ё", "е")
                share = wordfreq.word_frequency(word, language, wordlist="large")
                stem = stemmer.stemWord(word)
                total[stem] += share
                if share > best.get(stem, (0, ""))[0]:
                    best[stem] = (share, word)
            rows = collections.defaultdict(list)
            for stem, share in total.most_common(most):
                rows[round(10 * (math.log10(share) + 9))].append(best[stem][1])
            for zipf in sorted(rows, reverse=True):
                out.write(f"{language}\t{zipf}\t{' '.join(sorted(rows[zipf]))}\n")


def synsets(folder):
    """offset+pos -> (words, [(pointer, target, source word, target word)])"""
    found = {}
    for pos, name in (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv")):
        for line in open(os.path.join(folder, "data." + name), encoding="latin-1"):
            if line.startswith(" "):
                continue
            part = line.split(" | ")[0].split()
            n = int(part[3], 16)
            words = [re.sub(r"\(.*", "", part[4 + 2 * i]) for i in range(n)]
            at = 4 + 2 * n
            pointers = []
            for i in range(int(part[at])):
                sign, target, kind, place = part[at + 1 + 4 * i: at + 5 + 4 * i]
                kind = "a" if kind == "s" else kind
                pointers.append((sign, target + kind, int(place[:2], 16), int(place[2:], 16)))
            found[part[0] + pos] = (words, pointers)
    return found


def first_senses(folder):
    """(word, synset) for the first senses of each word"""
    kept = set()
    for pos, name in (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv")):
        for line in open(os.path.join(folder, "index." + name), encoding="latin-1"):
            if line.startswith(" "):
                continue
            part = line.split()
            pointers = int(part[3])
            offsets = part[6 + pointers:]
            kept.update((part[0], offset + pos) for offset in offsets[: SENSES[pos]])
    return kept


def related(wordnet, folder):
    nets, first = synsets(wordnet), first_senses(wordnet)
    stem = snowballstemmer.stemmer("english").stemWord
    usual = lambda word: re.fullmatch(r"[a-z]+", word) and len(word) > 2 and wordfreq.zipf_frequency(word, "en") >= LEAST_ZIPF
    of = lambda net: sorted({word for word in nets[net][0] if usual(word) and (word, net) in first})
    apart = lambda words: len({stem(word) for word in words}) > 1
    rows = set()
    for net in nets:
        words = of(net)
        if apart(words):
            rows.add(("=", " ".join(words)))
        children = [target for sign, target, _, _ in nets[net][1] if sign == "~" and net[-1] == target[-1] == "v"]
        kin = sorted(set(words).union(*[of(child) for child in children])) if children else []
        if len(kin) <= MOST_CHILDREN and apart(kin):
            rows.add(("~", " ".join(kin)))
        for sign, target, here, there in nets[net][1]:
            if sign not in "+!" or here == 0 or there == 0:
                continue
            pair = sorted((nets[net][0][here - 1], nets[target][0][there - 1]))
            if all(usual(word) for word in pair) and apart(pair):
                rows.add((sign, " ".join(pair)))
    with open(os.path.join(folder, "related.tsv"), "w", encoding="utf-8") as out:
        out.write("# English words that are related: SIGN TAB words; = synonyms, + derived, ! antonyms, ~ verbs under one more general verb. "
                  "Source: WordNet 3.0, Princeton University, WordNet licence; made by make.py.\n")
        for sign, words in sorted(rows):
            out.write(f"{sign}\t{words}\n")


if __name__ == "__main__":
    common(sys.argv[2])
    related(sys.argv[1], sys.argv[2])
