"""Writes weights that mean nothing, for tests: a few pieces, a network of a few columns, numbers drawn with a fixed seed.

    target/venv/bin/python crates/parallax-encoder/scripts/tiny.py crates/parallax-encoder/data/tiny.weights
"""

import sys

import numpy

from weights import BRANCHES, write

TOKEN, BRANCH, SUMMED, NARROW, WIDE, RESULT, KINDS = 8, 4, 8, 8, 8, 512, 3
WORDS = "the of in and ferry fire port bridge mayor паром пожар порт мост мэр".split()
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя0123456789.,"


def main():
    draw = numpy.random.default_rng(7)
    texts = ["\u2581"] + list(LETTERS) + WORDS + ["\u2581" + word for word in WORDS]
    pieces = [(b"<unk>", 0.0, 2), (b"<s>", 0.0, 3), (b"</s>", 0.0, 3)]
    pieces += [(text.encode(), -9.0 + 0.5 * len(text), 1) for text in texts]

    def matrix(rows, columns):
        return draw.integers(-127, 128, (rows, columns)).astype(numpy.float32) * numpy.float32(0.01)

    def vector(columns, at=0.0):
        return (at + draw.normal(0, 0.1, columns)).astype(numpy.float32)

    arrays = {f"q{kind + 1}": draw.binomial(63, 0.5, (len(pieces), TOKEN)).astype(numpy.uint8) for kind in range(KINDS)}
    arrays |= {"scale": numpy.full(KINDS, 0.1, numpy.float32), "lo": numpy.full(KINDS, -3.15, numpy.float32)}
    for n in BRANCHES:
        arrays |= {f"proj{n}": matrix(TOKEN, BRANCH), f"proj_b{n}": vector(BRANCH)}
        arrays |= {f"ln_g{n}": vector(BRANCH, 1.0), f"ln_b{n}": vector(BRANCH)}
        for layer in (1, 2):
            arrays |= {f"w{layer}_{n}": matrix(n * BRANCH, BRANCH), f"b{layer}_{n}": vector(BRANCH)}
    every = TOKEN + len(BRANCHES) * BRANCH
    arrays |= {"ln_g": vector(every, 1.0), "ln_b": vector(every), "cnn_W": matrix(every, SUMMED), "cnn_b": vector(SUMMED)}
    arrays |= {"d0": matrix(SUMMED, NARROW), "p1": matrix(SUMMED, NARROW), "d1": matrix(NARROW, NARROW)}
    arrays |= {"d2": matrix(NARROW, WIDE), "p3": matrix(NARROW, RESULT), "d3": matrix(WIDE, RESULT)}
    write(sys.argv[1], b"", pieces, arrays)


if __name__ == "__main__":
    main()
