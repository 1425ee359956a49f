#!/usr/bin/env python3
"""Weights of the pair score: `data/pair-weights.tsv`.

    pair_weights.py stories FOLDER OUT.jsonl        stories with planted truths (a `gold.json` each) for `xtask claim-pairs`
    pair_weights.py learn FOLDER PAIRS.jsonl OUT    logistic regression over what `xtask claim-pairs` saw of them

A pair of sentences is one claim where a claim of the gold names both. Copies and articles about other events are left
out. Prints what is found out of fold, each story weighed by what was learned from the others. Needs numpy.
"""

import json
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict


def gold(folder):
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, "gold.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                yield json.load(file)


def write_stories(folder, out):
    with open(out, "w", encoding="utf-8") as file:
        for story in gold(folder):
            told = [a for a in story["articles"] if not a["copy_of"] and not a["distractor"]]
            articles = [
                {
                    "id": a["file"],
                    "outlet": a["outlet"],
                    "title": a["headline"],
                    "text": "\n\n".join(a["paragraphs"]),
                    "date": a["published"],
                    "lang": a["language"],
                }
                for a in told
            ]
            file.write(json.dumps({"id": story["story"], "articles": articles}) + "\n")


def tokens(text):
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold())


def labelled(folder, pairs):
    """(story, what was seen, whether one claim) of each pair; and how many pairs of sentences are one claim."""
    claims, known = defaultdict(set), defaultdict(dict)
    for story in gold(folder):
        for number, claim in enumerate(story["claims"]):
            for article, sentences in claim["support"].items():
                for sentence in sentences:
                    claims[story["story"], article, sentence].add(number)
                    known[story["story"], article][sentence] = Counter(tokens(sentence))

    def sentence(story, article, text):
        own, best = Counter(tokens(text)), (0, None)
        for candidate, words in known[story, article].items():
            both = sum((own & words).values())
            if both >= 0.8 * min(sum(own.values()), sum(words.values())):
                best = max(best, (2 * both / (sum(own.values()) + sum(words.values())), candidate))
        return claims[story, article, best[1]]

    with open(pairs, encoding="utf-8") as file:
        names = json.loads(next(file))["features"]
        rows = [json.loads(line) for line in file]
    of = {}
    for row in rows:
        for side in (row["a"], row["b"]):
            key = (row["story"], *side)
            if key not in of:
                of[key] = sentence(*key)
    return names, [
        (row["story"], row["seen"], int(bool(of[row["story"], *row["a"]] & of[row["story"], *row["b"]])))
        for row in rows
        if of[row["story"], *row["a"]] and of[row["story"], *row["b"]]
    ]


# Not learned, millionths a unit: among twice as many sentences another is alike by chance twice as often. The stories
# are of much one length and could not teach it.
GIVEN = {"crowd": -1000}
RIDGE = 1 / 0.3


class Model:
    """Logistic regression over standardised features, with what is given added to the odds."""

    def __init__(self, names, seen, one):
        import numpy as np

        self.given = np.array([GIVEN.get(name, 0) / 1e6 for name in names])
        self.mean, spread = seen.mean(0), seen.std(0)
        self.spread = np.where((spread == 0) | (self.given != 0), np.inf, spread)
        rows = np.hstack([np.ones((len(seen), 1)), (seen - self.mean) / self.spread])
        offset, ridge = seen @ self.given, np.diag([0.0] + [RIDGE] * len(names))
        weights = np.zeros(rows.shape[1])
        weights[0] = np.log(one.mean() / (1 - one.mean())) - offset.mean()
        for _ in range(100):
            likely = 1 / (1 + np.exp(-(rows @ weights + offset)))
            slope = rows.T @ (one - likely) - ridge @ weights
            step = np.linalg.solve(rows.T @ (rows * (likely * (1 - likely))[:, None]) + ridge, slope)
            weights += step / max(1, 2 * abs(step).max())
        self.weights = weights[1:] / self.spread + self.given
        self.any = weights[0] - (weights[1:] / self.spread * self.mean).sum()

    def odds(self, seen):
        return self.any + seen @ self.weights


def learn(folder, pairs, out):
    import numpy as np

    names, rows = labelled(folder, pairs)
    stories = np.array([story for story, *_ in rows])
    seen = np.array([values for _, values, _ in rows], dtype=float)
    one = np.array([label for *_, label in rows])
    odds = np.zeros(len(rows))
    for story in sorted(set(stories)):
        others = stories != story
        odds[~others] = Model(names, seen[others], one[others]).odds(seen[~others])
    whole = Model(names, seen, one)
    print(len(rows), "pairs,", one.sum(), "one claim")
    for name, odds in (("out of fold", odds), ("in sample", whole.odds(seen))):
        order = np.argsort(-odds)
        right = np.cumsum(one[order])
        average = (right / np.arange(1, len(order) + 1))[one[order] == 1].sum() / one.sum()
        print("%s: average precision %.3f" % (name, average))
        for least in (-1, -0.6, -0.3, 0, 0.2, 0.6, 1):
            given = odds >= least
            print("odds %5.1f: precision %.3f, recall %.3f" % (least, one[given].mean(), one[given].sum() / one.sum()))
    with open(out, "w", encoding="utf-8") as file:
        file.write(
            "# What is seen of two sentences TAB millionths of the logarithm of the odds that they tell one thing. "
            "Made by scripts/pair_weights.py from invented stories with planted truths.\n"
        )
        for name, weight in zip(["any", *names], [whole.any, *whole.weights]):
            file.write("%s\t%d\n" % (name, round(1e6 * weight)))


if __name__ == "__main__":
    {"stories": write_stories, "learn": learn}[sys.argv[1]](*sys.argv[2:])
