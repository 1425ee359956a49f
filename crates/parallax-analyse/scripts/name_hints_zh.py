#!/usr/bin/env python3
"""Adds what jieba's word tagger sees to the hints of a file of Chinese texts of `name_texts.py`, for the teacher only.

    name_hints_zh.py LAC_SMALL FILE..      LAC_SMALL: folder `jieba/lac_small` of jieba 0.42.1 (PyPI, MIT)

The tagger is two layers of gated recurrent units in both directions and a conditional random field; its weights are
read as they lie, and run with numpy alone. Each file is written again in place; texts without spaces get a copy with
spaces between the words it sees, as treebanks are printed.
"""

import json
import struct
import sys

import numpy as np

HIDDEN = 128


def tensor(path):
    """The array in a file of the tagger."""
    data = open(path, "rb").read()
    (levels,) = struct.unpack_from("<Q", data, 4)
    at = 12
    for _ in range(levels):
        (size,) = struct.unpack_from("<Q", data, at)
        at += 8 + size
    (size,) = struct.unpack_from("<i", data, at + 4)
    about, at = data[at + 8 : at + 8 + size], at + 8 + size
    shape, place = [], 0
    while place < len(about):
        field, place, value, shift = about[place], place + 1, 0, 0
        while True:
            byte, place = about[place], place + 1
            value, shift = value | (byte & 127) << shift, shift + 7
            if byte < 128:
                break
        if field == 0x10:
            shape.append(value)
    return np.frombuffer(data[at:], dtype="<f4").reshape(shape).astype("f8")


class Tagger:
    def __init__(self, folder):
        names = ["word_emb", "crfw"]
        names += [f"fc_{layer}.{part}_0" for layer in range(5) for part in "wb"]
        names += [f"gru_{layer}.{part}_0" for layer in range(4) for part in "wb"]
        self.weights = {name: tensor(f"{folder}/model_baseline/{name}") for name in names}
        rows = [line.rstrip("\n").split("\t") for line in open(f"{folder}/word.dic", encoding="utf-8")]
        self.letters = {row[1]: int(row[0]) for row in rows if len(row) == 2}
        rows = [line.strip().split("\t") for line in open(f"{folder}/tag.dic", encoding="utf-8")]
        self.tags = {int(row[0]): row[1] for row in rows}

    def full(self, name, rows):
        return rows @ self.weights[f"{name}.w_0"] + self.weights[f"{name}.b_0"].reshape(-1)

    def recurrent(self, name, rows, backwards):
        weights = np.ascontiguousarray(self.weights[f"{name}.w_0"]).reshape(-1)
        gates = weights[: 2 * HIDDEN * HIDDEN].reshape(HIDDEN, 2 * HIDDEN)
        candidate = weights[2 * HIDDEN * HIDDEN :].reshape(HIDDEN, HIDDEN)
        rows = rows + self.weights[f"{name}.b_0"].reshape(-1)
        state, out = np.zeros(HIDDEN), np.zeros((len(rows), HIDDEN))
        for at in reversed(range(len(rows))) if backwards else range(len(rows)):
            both = 1 / (1 + np.exp(-(rows[at, : 2 * HIDDEN] + state @ gates)))
            update, reset = both[:HIDDEN], both[HIDDEN:]
            new = np.tanh(rows[at, 2 * HIDDEN :] + (reset * state) @ candidate)
            state = out[at] = (1 - update) * state + update * new
        return out

    def tag(self, text):
        unknown = self.letters["OOV"]
        rows = self.weights["word_emb"][[self.letters.get(letter, unknown) for letter in text]]
        for layer in (0, 2):
            ahead = self.recurrent(f"gru_{layer}", self.full(f"fc_{layer}", rows), False)
            back = self.recurrent(f"gru_{layer + 1}", self.full(f"fc_{layer + 1}", rows), True)
            rows = np.concatenate([ahead, back], 1)
        worth, field = self.full("fc_4", rows), self.weights["crfw"]
        best, last = worth[0] + field[0], []
        for at in range(1, len(worth)):
            ways = best[:, None] + field[2:]
            last.append(ways.argmax(0))
            best = ways.max(0) + worth[at]
        path = [int((best + field[1]).argmax())]
        for ways in reversed(last):
            path.append(int(ways[path[-1]]))
        return [self.tags[tag] for tag in reversed(path)]


STOPS = "。！？；\n"


def sentences(letters):
    """Ranges of letters that end with a stop."""
    first = 0
    for at, (_, letter) in enumerate(letters):
        if letter in STOPS or at - first > 200:
            yield letters[first : at + 1]
            first = at + 1
    if letters[first:]:
        yield letters[first:]


def hinted(tagger, row):
    """The row with its hints, and where words begin."""
    letters = [(at, letter) for at, letter in enumerate(row["text"]) if letter != " "]
    hints, begins = [], set()
    for part in sentences(letters):
        tags = tagger.tag("".join("," if letter == "，" else letter for _, letter in part))
        for (at, _), tag in zip(part, tags):
            sort = tag.split("-")[0]
            hints += [[at, at + 1, tag], [at, at + 1, "L" + sort]]
            if not tag.endswith("-I"):
                begins.add(at)
    return hints, begins


def spaced(row, begins):
    """The row with spaces where words begin."""
    moved, text = {}, ""
    for at, letter in enumerate(row["text"]):
        if text and at in begins and not text.endswith((" ", "\n")):
            text += " "
        moved[at] = len(text)
        text += letter
    place = lambda spans: [[moved[start], moved[end - 1] + 1, label] for start, end, label in spans]
    return row | {"text": text, "spans": place(row["spans"]), "hints": place(row["hints"])}


def main(folder, *files):
    tagger = Tagger(folder)
    for path in files:
        rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        with open(path, "w", encoding="utf-8") as out:
            for row in rows:
                row["hints"], begins = hinted(tagger, row)
                print(json.dumps(row, ensure_ascii=False), file=out)
                if not row.pop("spaced", True):
                    print(json.dumps(spaced(row, begins), ensure_ascii=False), file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
