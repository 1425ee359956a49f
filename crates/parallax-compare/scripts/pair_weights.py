#!/usr/bin/env python3
"""Weights of the pair score: `data/pair-weights.tsv`.

    pair_weights.py stories FOLDER OUT.jsonl        what is learned from, for `xtask claim-pairs`
    pair_weights.py learn FOLDER PAIRS.jsonl OUT    logistic regression over what `xtask claim-pairs` saw of it

Learned from are the invented events of `../lessons`, and stories with planted truths (a `gold.json` each) in FOLDER. A
pair of sentences is one claim where a claim of the truth names both. Copies and articles about other events are left
out. Prints what is found out of fold, each story weighed by what was learned from the others. Needs numpy.
"""

import json
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict

LESSONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lessons")


def gold(folder):
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, "gold.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                yield json.load(file)


def lessons():
    """(name, accounts) of each event; an account has its fields and (claims, sentence) of each sentence."""
    for name in sorted(os.listdir(LESSONS)):
        with open(os.path.join(LESSONS, name), encoding="utf-8") as file:
            rows = [row.rstrip("\n") for row in file if not row.startswith("#")]
        starts = [at for at, row in enumerate(rows) if row.startswith("= ")] + [len(rows)]
        for start, end in zip(starts, starts[1:]):
            yield rows[start][2:], list(accounts(rows[start + 1 : end]))


def accounts(rows):
    starts = [at for at, row in enumerate(rows) if row.startswith("* ")] + [len(rows)]
    for number, (start, end) in enumerate(zip(starts, starts[1:])):
        outlet, lang, date, title = rows[start][2:].split("\t")
        told = [row.split("\t", 1) for row in rows[start + 1 : end] if row]
        text = " ".join(row.split("\t", 1)[1] if row else "\n\n" for row in rows[start + 1 : end])
        text = re.sub(r" *\n\n *", "\n\n", text).strip()
        fields = {"id": str(number), "outlet": outlet, "title": title, "text": text, "date": date, "lang": lang}
        yield fields, [([int(claim) for claim in claims.split(",")], sentence) for claims, sentence in told]


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
        for name, told in lessons():
            file.write(json.dumps({"id": name, "articles": [fields for fields, _ in told]}) + "\n")


def tokens(text):
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold())


def truths(folder):
    """(story, article, sentence, claim) of all that is known."""
    for story in gold(folder):
        for number, claim in enumerate(story["claims"]):
            for article, sentences in claim["support"].items():
                for sentence in sentences:
                    yield story["story"], article, sentence, number
    for name, told in lessons():
        for fields, sentences in told:
            for at, (claims, sentence) in enumerate(sentences):
                for claim in claims:
                    yield name, fields["id"], sentence, claim or (fields["id"], at)


def labelled(folder, pairs):
    """(story, what was seen, whether one claim) of each pair.

    A sentence of the truth may be cut into several of ours; of their pairs only the likeliest is held to be one claim.
    """
    claims, known = defaultdict(set), defaultdict(dict)
    for story, article, sentence, claim in truths(folder):
        claims[story, article, sentence].add(claim)
        known[story, article][sentence] = Counter(tokens(sentence))

    def sentence(story, article, text):
        own, best = Counter(tokens(text)), (0, None)
        for candidate, words in known[story, article].items():
            both = sum((own & words).values())
            if both >= 0.8 * min(sum(own.values()), sum(words.values())):
                best = max(best, (2 * both / (sum(own.values()) + sum(words.values())), candidate))
        return best[1] and (story, article, best[1])

    with open(pairs, encoding="utf-8") as file:
        names = json.loads(next(file))["features"]
        rows = [json.loads(line) for line in file]
    of, told, best = {}, [], {}
    for row in rows:
        sides = [(row["story"], *side) for side in (row["a"], row["b"])]
        of.update((side, sentence(*side)) for side in sides if side not in of)
        a, b = (of[side] for side in sides)
        if not a or not b:
            continue
        one = int(bool(claims[a] & claims[b]))
        told.append((a, b, row, one))
        if one:
            best[a, b] = max(best.get((a, b), (-10**9,)), (row["odds"], row["seen"]))
    return names, [
        (row["story"], row["seen"], one)
        for a, b, row, one in told
        if not one or best[a, b][1] == row["seen"]
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
    own = np.isin(stories, [name for name, _ in lessons()])
    told("out of fold, stories", odds[~own], one[~own])
    told("out of fold, lessons", odds[own], one[own])
    told("in sample", whole.odds(seen), one)
    with open(out, "w", encoding="utf-8") as file:
        file.write(
            "# What is seen of two sentences TAB millionths of the logarithm of the odds that they tell one thing. "
            "Made by scripts/pair_weights.py from invented stories with planted truths and the events in lessons.\n"
        )
        for name, weight in zip(["any", *names], [whole.any, *whole.weights]):
            file.write("%s\t%d\n" % (name, round(1e6 * weight)))


def told(name, odds, one):
    import numpy as np

    right = np.cumsum(one[np.argsort(-odds)])
    average = (right / np.arange(1, len(right) + 1))[np.diff(right, prepend=0) == 1].sum() / one.sum()
    print("%s: %d pairs, %d one claim, average precision %.3f" % (name, len(one), one.sum(), average))
    for least in (-1, -0.6, -0.3, 0, 0.3, 0.6, 1):
        given = odds >= least
        print("odds %5.1f: precision %.3f, recall %.3f" % (least, one[given].mean(), one[given].sum() / one.sum()))


if __name__ == "__main__":
    {"stories": write_stories, "learn": learn}[sys.argv[1]](*sys.argv[2:])
