"""river's TextClust, a published clusterer of text streams, run as a child of the benchmark of grouping.

Reads two lines of JSON from standard input: the texts, answered with {"name": …};
then any line, answered with {"seconds": processor time of one pass over all
texts, "clusters": the cluster of each}.
"""

import json
import os
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"  # one core; read when the libraries are loaded


def main():
    answers, sys.stdout = sys.stdout, sys.stderr  # a library that prints must not break the answers
    import river
    from river import cluster, feature_extraction

    texts = json.loads(sys.stdin.readline())
    print(json.dumps({"name": f"river {river.__version__}, TextClust"}), file=answers, flush=True)
    for _ in sys.stdin:
        words = feature_extraction.BagOfWords(lowercase=True, ngram_range=(1, 1))
        # As its makers document it for texts: pairs left to fade, the radius found by itself.
        model = words | cluster.TextClust(
            real_time_fading=False, fading_factor=0.001, tgap=100, auto_r=True, radius=0.9
        )
        start = time.process_time()
        clusters = []
        for text in texts:
            model.learn_one(text)
            clusters.append(model.predict_one(text, type="micro"))
        seconds = time.process_time() - start
        answer = {"seconds": seconds, "clusters": [-1 if c is None else int(c) for c in clusters]}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
