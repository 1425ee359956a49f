#!/usr/bin/env python3
"""Classes of words that are used alike, from word vectors: `data/lexicon/classes-LANGUAGE.bin`.

    word_classes.py en SPACY_MODEL OUT      vectors of spaCy's en_core_web_md (Explosion Vectors, CC0; package MIT)

The vectors of the commonest words (wordfreq) are put into CLASSES groups, those into COARSE ones (k-means, fixed
seed). A file is: log2 of the number of slots, the coarse group of each class, and slots of three bytes: a mark of
two bytes and the class. A word's number is its 32-bit FNV-1a; the low bits tell the slot, the others the mark;
the next free slot serves where one is taken.
"""

import sys

import numpy as np
from sklearn.cluster import MiniBatchKMeans
from wordfreq import top_n_list

CLASSES, COARSE, WORDS, BITS = 255, 40, 90_000, 17


def english(path):
    import spacy

    table = spacy.load(path).vocab
    for word in top_n_list("en", 300_000):
        for form in (word, word.capitalize(), word.upper()):
            row = table.vectors.key2row.get(table.strings[form])
            if row is not None:
                yield word, table.vectors.data[row]
                break


def fnv(word):
    so_far = 0x811C9DC5
    for byte in word.encode():
        so_far = (so_far ^ byte) * 0x01000193 & 0xFFFFFFFF
    return so_far


def main(language, path, out):
    words, rows = [], []
    for word, row in {"en": english}[language](path):
        if word.isalpha() and np.linalg.norm(row) > 0:
            words.append(word)
            rows.append(row / np.linalg.norm(row))
        if len(words) == WORDS:
            break
    rows = np.array(rows, dtype=np.float32)
    fine = MiniBatchKMeans(CLASSES, random_state=1, batch_size=4096, n_init=3, max_iter=60).fit(rows)
    centres = fine.cluster_centers_ / np.linalg.norm(fine.cluster_centers_, axis=1, keepdims=True)
    coarse = MiniBatchKMeans(COARSE, random_state=1, batch_size=256, n_init=10, max_iter=200).fit(centres)
    slots = [(0, 0)] * (1 << BITS)
    for word, label in zip(words, fine.labels_):
        number = fnv(word)
        at = number & (1 << BITS) - 1
        mark = max(1, (number >> BITS | number << 32 - BITS) & 0xFFFF)
        while slots[at][0]:
            at = at + 1 & (1 << BITS) - 1
        slots[at] = (mark, int(label) + 1)
    with open(out, "wb") as file:
        file.write(bytes([BITS]) + bytes(int(label) + 1 for label in coarse.labels_))
        for mark, label in slots:
            file.write(mark.to_bytes(2, "little") + bytes([label]))
    for label in range(0, CLASSES, 16):
        print(label, [word for word, own in zip(words, fine.labels_) if own == label][:12])
    print(len(words), "words")


if __name__ == "__main__":
    main(*sys.argv[1:])
