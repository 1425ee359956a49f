#!/usr/bin/env python3
"""Weights of the odds that two figures, days or names are told of one thing: `data/value-weights.tsv`.

    value_weights.py pairs ECBPLUS.jsonl.gz OUT.jsonl       pairs of sentences for `xtask value-pairs`
    value_weights.py learn PAIRS.jsonl SEEN.jsonl OUT       logistic regression over what `xtask value-pairs` saw

ECBPLUS is rows of `doc`, `subtopic`, `sentences`, `mentions` with gold chains. A pair is two sentences of two documents
that share an event and a participant, as they stand; the same with one shared figure, day or name replaced, a name by
another of the same sort from the same event; or two sentences that share words and no event. Two values are told of one thing where one of them was put in; all others are not, though
a few are. Prints what is found out of fold, each topic weighed by what was learned from the others. Needs numpy.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
COUNTS = "two three four five six seven eight nine ten eleven twelve".split()
NAMES = ("HUM", "LOC")
MOST_OF_A_KIND, MOST_SAME, MOST_DIFFERENT = 25, 60, 25


def text(tokens):
    joined = " ".join(tokens)
    joined = re.sub(r" ([,.;:!?%)])", r"\1", joined)
    return re.sub(r"([(]) ", r"\1", joined).replace(" '", "'").replace(" n't", "n't").replace("$ ", "$")


def another(word):
    """The kind of a figure or day, and another one."""
    for names in (DAYS, MONTHS):
        if word in names:
            return "date", random.choice([name for name in names if name != word])
    if word.lower() in COUNTS:
        other = random.choice([count for count in COUNTS if count != word.lower()])
        return "number", other.capitalize() if word[0].isupper() else other
    if re.fullmatch(r"\d{1,3}(,\d{3})*|\d{1,4}", word):
        value = int(word.replace(",", ""))
        if 1900 <= value <= 2030:
            return "number", str(value + random.choice([-3, -2, -1, 1, 2, 3]))
        changed = max(2, int(value * random.choice([0.4, 0.6, 0.75, 0.9, 1.2, 1.4, 1.8, 2.3])))
        changed += 3 * (changed == value)
        return "number", f"{changed:,}" if "," in word else str(changed)
    return None


def chains(sentence, kind):
    return {m["cluster"] for m in sentence[1] if m["kind"] == kind and not m["cluster"].startswith("Singleton")}


def couples(sentences):
    """Pairs that share an event and a participant, and pairs that share words alone."""
    same, different = [], []
    for one in sentences:
        for other in sentences:
            if one[2] == other[2]:
                continue
            events = chains(one, "event") & chains(other, "event")
            long_words = [{word.lower() for word in side[0] if len(word) > 4} for side in (one, other)]
            if events and chains(one, "entity") & chains(other, "entity"):
                same.append((one, other))
            elif not events and len(long_words[0] & long_words[1]) > 1:
                different.append((one, other))
    random.shuffle(same)
    random.shuffle(different)
    return same, different


def is_name(sentence, mention):
    """Whether a mention is a name by itself: words with capitals, not the first of the sentence alone."""
    words = [sentence[0][at] for at in mention["tokens"]]
    run = mention["tokens"] == list(range(mention["tokens"][0], mention["tokens"][-1] + 1))
    capitals = all(word[:1].isupper() and word.lower() not in PRONOUNS for word in words)
    return run and capitals and mention.get("type") in NAMES


PRONOUNS = set("i he she it we they his her its our their him them us me my the a an this that who".split())


def replaced(one, other, names):
    """The other sentence with a shared figure, day or name replaced, for each there is; `names` are those of the event."""
    words = [[word.lower() for word in side[0]] for side in (one, other)]
    for at, word in enumerate(other[0]):
        only = all(side.count(word.lower()) == 1 for side in words)
        changed = another(word) if only else None
        if changed:
            yield changed[0], other[0][:at] + [changed[1]] + other[0][at + 1 :], (word, changed[1])
    for mention in other[1]:
        twins = [m for m in one[1] if m["kind"] == "entity" and m["cluster"] == mention["cluster"]]
        if is_name(other, mention) and any(is_name(one, twin) for twin in twins):
            known = {m["cluster"] for side in (one, other) for m in side[1]}
            words = {word.lower() for side in (one, other) for word in side[0]}
            fits = [name for name, cluster, sort in names if sort == mention["type"] and cluster not in known]
            fits = sorted({name for name in fits if not words & {word.lower() for word in name.split()}})
            if fits:
                name, (first, last) = random.choice(fits), (mention["tokens"][0], mention["tokens"][-1])
                was = " ".join(other[0][first : last + 1])
                yield mention["type"], other[0][:first] + name.split() + other[0][last + 1 :], (was, name)


def write_pairs(source, out):
    random.seed(7)
    by_topic = defaultdict(list)
    with gzip.open(source, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            for at, tokens in enumerate(row["sentences"]):
                if 6 <= len(tokens) <= 60:
                    mentions = [m for m in row["mentions"] if m["sent"] == at]
                    by_topic[row["subtopic"]].append((tokens, mentions, row["doc"]))
    rows = []

    def add(label, topic, one, other, changed=(None, None)):
        articles = [
            {"id": str(at), "outlet": f"Outlet {at}", "date": "2026-01-15", "lang": "en", "text": text(tokens)}
            for at, tokens in enumerate((one, other))
        ]
        rows.append({"id": f"g{len(rows)}", "label": label, "topic": topic, "was": changed[0], "now": changed[1], "articles": articles})

    for topic, sentences in sorted(by_topic.items()):
        same, different = couples(sentences)
        for one, other in different[:MOST_DIFFERENT]:
            add("different", topic, one[0], other[0])
        for one, other in same[:MOST_SAME]:
            add("same", topic, one[0], other[0])
        made = Counter()
        named = [(s, m) for s in sentences for m in s[1] if is_name(s, m)]
        names = [(" ".join(s[0][at] for at in m["tokens"]), m["cluster"], m["type"]) for s, m in named]
        for one, other in same:
            for kind, tokens, changed in replaced(one, other, names):
                if made[kind] < MOST_OF_A_KIND:
                    made[kind] += 1
                    add("conflict", topic, one[0], tokens, changed)
    with open(out, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


PRODUCTS = [("sure", "around"), ("around", "around"), ("meaning", "around"), ("in-order", "in-order")]
PRODUCT_NAMES = ["sure-around", "around-around", "meaning-around", "order-order"]
# Two sentences alone are always leads, and an account of one sentence tells nothing elsewhere.
UNSEEN = ("leads", "told-there")


def are_one(told, value):
    """Whether a value that was read is the one that stood there: a word of it, without regard to case."""
    words = set(re.findall(r"\w[\w,]*", told.lower()))
    return bool(value) and bool(words & set(re.findall(r"\w[\w,]*", value.lower())))


def labelled(pairs, seen):
    """Each pair of values: kind, topic, what is seen of it, and whether both are told of one thing.

    In a pair of sentences of which one had a value replaced, only pairs of values that hold what was put in are taken.
    """
    with open(pairs, encoding="utf-8") as file:
        rows = {row["id"]: row for row in map(json.loads, file)}
    with open(seen, encoding="utf-8") as file:
        names = json.loads(next(file))["features"]
        labelled.names = {kind: own + PRODUCT_NAMES for kind, own in names.items()}
        for one in map(json.loads, file):
            row = rows[one["story"]]
            told = dict([one["a"], one["b"]])
            put_in = row["label"] == "conflict" and are_one(told["1"], row["now"])
            if put_in or row["label"] != "conflict":
                own = names[one["kind"]]
                value = dict(zip(own, (v / 1000 for v in one["seen"])))
                value.update({name: 0.0 for name in UNSEEN if name in value})
                products = [value[x] * value[y] for x, y in PRODUCTS]
                topic = re.match(r"\d+", row["topic"]).group(0)
                is_it = put_in and are_one(told["0"], row["was"])
                yield one["kind"], topic, [value[name] for name in own] + products, int(is_it)


def fit(x, y, np):
    mean, spread = x.mean(0), x.std(0)
    spread[spread < 0.03] = 1e9
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / spread])
    ridge = np.eye(z.shape[1]) * 10
    ridge[0, 0] = 0
    weights = np.zeros(z.shape[1])
    for _ in range(60):
        odds = 1 / (1 + np.exp(-z @ weights))
        slope = (z * (odds * (1 - odds))[:, None]).T @ z + ridge
        weights += np.linalg.solve(slope, z.T @ (y - odds) - ridge @ weights)
    each = np.where(spread > 1e8, 0, weights[1:] / spread)
    return weights[0] - (each * mean).sum(), each


def learn(pairs, seen, out):
    import numpy as np

    rows, lines = list(labelled(pairs, seen)), []
    for kind in ("date", "number"):
        own = [row for row in rows if row[0] == kind]
        topics = np.array([row[1] for row in own])
        x, y = np.array([row[2] for row in own]), np.array([row[3] for row in own])
        odds = np.zeros(len(own))
        for topic in sorted(set(topics)):
            held = topics == topic
            any_pair, each = fit(x[~held], y[~held], np)
            odds[held] = any_pair + x[held] @ each
        for least in (-1, 0, 1, 2, 3):
            found = odds >= least
            print(f"{kind} from {least}: {int((y * found).sum())} of {int(y.sum())} found, {int(((1 - y) * found).sum())} wrong")
        any_pair, each = fit(x, y, np)
        lines.append((kind, "any", any_pair))
        lines += [(kind, name, weight) for name, weight in zip(labelled.names[kind], each) if weight]
    with open(out, "w", encoding="utf-8") as file:
        file.write(
            "# What is seen of two values: KIND TAB FEATURE TAB millionths of the logarithm of the odds that they are told of "
            "one thing. Made by scripts/value_weights.py from ECB+ (CC BY 3.0): pairs of sentences about one event, one with a "
            "figure, a day or a name replaced.\n"
        )
        file.writelines(f"{kind}\t{name}\t{round(weight * 1e6)}\n" for kind, name, weight in lines)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["pairs", source, out]:
            write_pairs(source, out)
        case ["learn", pairs, seen, out]:
            learn(pairs, seen, out)
        case _:
            sys.exit(__doc__)
