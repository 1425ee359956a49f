#!/usr/bin/env python3
"""Writes common.tsv, related.tsv, irregular.tsv and senses.tsv beside itself.

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


# Verb forms that are another word at least as often in the news.
RATHER_WORDS = set("bound canning gan ground kent lay might stove wound".split())


def irregular(wordnet, folder):
    stem = snowballstemmer.stemmer("english").stemWord
    usual = lambda word: re.fullmatch(r"[a-z]+", word) and wordfreq.zipf_frequency(word, "en") >= 3
    rows = {}
    for line in open(os.path.join(wordnet, "verb.exc"), encoding="latin-1"):
        form, base = line.split()[:2]
        if usual(form) and usual(base) and stem(form) != stem(base) and form not in RATHER_WORDS:
            rows.setdefault(form, base)
    with open(os.path.join(folder, "irregular.tsv"), "w", encoding="utf-8") as out:
        out.write("# English verb forms that share no stem with their verb: FORM TAB VERB. Source: WordNet 3.0, Princeton University, WordNet licence; made by make.py.\n")
        for form, base in sorted(rows.items()):
            out.write(f"{form}\t{base}\n")


# How many senses of a word are in the table of senses, and from which Zipf frequency a word is.
# What the news does is done in rarer verbs: to nab, to foil.
MOST_SENSES, LEAST_ZIPF_OF_SENSES = 4, {"v": 2.5, "n": 2.9}
# The lexicographers' files of what happens: acts, communication, events, feelings, phenomena, possession, processes, states.
HAPPENINGS = {"04", "10", "11", "12", "19", "21", "22", "26"}


# Small words that make another verb of a verb: to step down, to pull over. And how common such a verb is at least.
PARTICLES, LEAST_ZIPF_OF_PHRASES = set("about across ahead apart aside away back by down in into off on out over through together under up".split()), 4.0


def senses(wordnet, folder):
    """Of each stem its senses, and those above them or caused by them; a noun made from a verb has the verb's, half a step further down."""
    nets, first = synsets(wordnet), collections.defaultdict(list)
    stem = snowballstemmer.stemmer("english").stemWord
    happens = {line[:8] + "n" for line in open(os.path.join(wordnet, "data.noun"), encoding="latin-1") if line[9:11] in HAPPENINGS}
    stems = lambda word: " ".join([stem(word.split("_")[0])] + word.split("_")[1:])
    usual = lambda word, pos: re.fullmatch(r"[a-z]+", word) and wordfreq.zipf_frequency(word, "en") >= LEAST_ZIPF_OF_SENSES[pos]
    for pos, name in (("n", "noun"), ("v", "verb")):
        for line in open(os.path.join(wordnet, "index." + name), encoding="latin-1"):
            part = line.split()
            if line.startswith(" "):
                continue
            verb, _, particle = part[0].partition("_")
            phrase = pos == "v" and particle in PARTICLES and wordfreq.zipf_frequency(verb, "en") >= LEAST_ZIPF_OF_PHRASES
            if usual(part[0], pos) or phrase:
                first[part[0]] += [(rank, offset + pos) for rank, offset in enumerate(part[6 + int(part[3]):][:MOST_SENSES]) if pos == "v" or offset + pos in happens]
    own, above = collections.defaultdict(dict), collections.defaultdict(dict)
    least = lambda table, key, rank: table.__setitem__(key, min(rank, table.get(key, rank)))
    for word, ranked in first.items():
        for rank, net in ranked:
            words, pointers = nets[net]
            place = [known.lower() for known in words].index(word) + 1 if word in [known.lower() for known in words] else 0
            least(own[stems(word)], net, 2 * rank)
            for sign, target, here, _ in pointers:
                if sign == "$" or (sign == "+" and here == place and target[-1] != "a"):
                    least(own[stems(word)], target, 2 * rank + 1)
    for word, ranks in own.items():
        for net, rank in ranks.items():
            for sign, target, _, _ in nets[net][1]:
                if sign in ("@", "@i", ">"):
                    least(above[word], target, rank)
    # A sense that one word alone has, or is under, says nothing of two.
    count = collections.Counter(net for table in (own, above) for ranks in table.values() for net in ranks)
    numbers = {net: place for place, (net, n) in enumerate(count.most_common()) if n > 1}
    shown = lambda ranks: " ".join(f"{numbers[net]}{'abcdefgh'[rank]}" for net, rank in sorted(ranks.items(), key=lambda item: (item[1], item[0])) if net in numbers)
    with open(os.path.join(folder, "senses.tsv"), "w", encoding="utf-8") as out:
        out.write("# Senses of English stems: STEM TAB its senses TAB the senses above them; each a number and a letter, from a for the first sense of a word to h for its fourth as another "
                  "part of speech. Source: WordNet 3.0, Princeton University, WordNet licence; made by make.py.\n")
        for word in sorted(own):
            if shown(own[word]) or shown(above[word]):
                out.write(f"{word}\t{shown(own[word])}\t{shown(above[word])}\n")


if __name__ == "__main__":
    common(sys.argv[2])
    related(sys.argv[1], sys.argv[2])
    irregular(sys.argv[1], sys.argv[2])
    senses(sys.argv[1], sys.argv[2])
