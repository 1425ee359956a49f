#!/usr/bin/env python3
"""Adds what another tagger sees to the hints of a file of `name_texts.py`, for the teacher only.

    name_hints.py MODEL FILE..      MODEL: folder of spaCy's en_core_web_md (MIT)

Each file is written again in place.
"""

import json
import sys

import spacy


def main(model, *files):
    tagger = spacy.load(model, disable=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    for path in files:
        rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        seen = tagger.pipe([row["text"] for row in rows])
        with open(path, "w", encoding="utf-8") as out:
            for row, doc in zip(rows, seen, strict=True):
                for entity in doc.ents:
                    for token in entity:
                        end = token.idx + len(token.text)
                        first = "B" if token.i == entity.start else "I"
                        row["hints"] += [[token.idx, end, "S" + entity.label_], [token.idx, end, first + "S" + entity.label_]]
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
