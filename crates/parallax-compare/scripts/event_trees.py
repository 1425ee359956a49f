#!/usr/bin/env python3
"""Trees that tell texts of one story and tellings of one event: `data/event-texts.tsv`, `event-pairs.tsv`, `event-sides.tsv`.

    xtask event-lessons texts ROWS TEXTS.tsv
    event_trees.py texts ROWS TEXTS.tsv event-texts.tsv ODDS.tsv    also writes the odds of each pair, out of fold
    xtask event-lessons pairs ROWS PAIRS.tsv ODDS.tsv
    event_trees.py pairs ROWS PAIRS.tsv event-pairs.tsv [OUT.tsv]   OUT: the odds out of fold
    xtask event-lessons sides ROWS SIDES.tsv
    event_trees.py sides ROWS SIDES.tsv event-sides.tsv

ROWS are documents with gold `mentions` of events, as JSON Lines; the trees at hand were learned from the training
part of ECB+ (Cybulska & Vossen 2014, CC BY 3.0). Each topic is weighed by what was learned from the others, and what
was found so is printed. Needs numpy and lightgbm."""
import gzip, json, sys

import lightgbm as lgb
import numpy as np

FOLDS = 5
# The same seed, the same trees; one thread, for sums in one order.
ALWAYS = dict(objective="binary", bagging_freq=1, bagging_fraction=0.7, lambda_l2=10, verbose=-1, num_threads=1, seed=1, deterministic=True,
              min_data_in_leaf=100)
HOW = {
    "texts": (dict(ALWAYS, num_leaves=8, max_depth=4, learning_rate=0.1, feature_fraction=0.7), 80),
    "pairs": (dict(ALWAYS, num_leaves=10, max_depth=5, learning_rate=0.08, feature_fraction=0.5), 150),
    "sides": (dict(ALWAYS, num_leaves=8, max_depth=4, learning_rate=0.08, feature_fraction=0.6), 120),
}
# Pairs of texts of different topics are easy and many.
OTHER_TOPICS = 0.3
ABOUT = {
    "texts": "Trees that judge whether two texts are of one story",
    "pairs": "Trees that judge whether two tellings are of one event",
    "sides": "Trees that judge whether tellings of two sentences are of one event",
}


def rows(path):
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def read(path):
    with open(path, encoding="utf-8") as file:
        names = next(file).rstrip("\n").split("\t")[2:]
        table = np.loadtxt(file, dtype=np.int32, delimiter="\t", ndmin=2)
    return names, table[:, 0], table[:, 1], table[:, 2:].astype(np.float32)


def nodes(node, names):
    """A tree in prefix order; what is seen is whole, so a bound is rounded down."""
    if "leaf_value" in node:
        return ["= %d" % round(1000 * node["leaf_value"])]
    head = "%s %d" % (names[node["split_feature"]], np.floor(node["threshold"]))
    return [head] + nodes(node["left_child"], names) + nodes(node["right_child"], names)


def precision(gold, odds):
    order = np.argsort(-odds, kind="stable")
    hits = gold[order]
    return (np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean()


def learn(kind, source, seen, target, odds_out=None):
    documents = rows(source)
    names, a, b, x = read(seen)
    if kind == "texts":
        topic, gold = [d["topic"] for d in documents], [d["subtopic"] for d in documents]
    else:
        told = [(d["topic"], m["cluster"]) for d in documents for m in d["mentions"] if m["kind"] == "event"]
        topic, gold = [t for t, _ in told], [c for _, c in told]
    fold = {t: at % FOLDS for at, t in enumerate(sorted(set(topic)))}
    of = np.array([fold[t] for t in topic])
    same = np.array([gold[i] == gold[j] for i, j in zip(a, b)])
    weight = np.array([1.0 if topic[i] == topic[j] else OTHER_TOPICS for i, j in zip(a, b)])
    settings, trees = HOW[kind]
    train = lambda kept: lgb.train(settings, lgb.Dataset(x[kept], same[kept], weight=weight[kept]), trees)
    odds = np.zeros(len(same))
    for k in range(FOLDS):
        own = (of[a] == k) | (of[b] == k)
        odds[own] = train(~own).predict(x[own], raw_score=True)
    print(f"{kind}: {len(same)} pairs, {same.sum()} of one; average precision out of fold {precision(same, odds):.4f}")
    model = train(np.ones(len(same), bool))
    for gain, name in sorted(zip(model.feature_importance("gain"), names), reverse=True):
        print(f"  {name}\t{gain:.0f}")
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"# {ABOUT[kind]}, one a line, nodes in prefix order: trait and the most that goes left, or = and the answer in thousandths.\n")
        out.write("# Learned from the training part of ECB+ (Cybulska & Vossen 2014, CC BY 3.0) by scripts/event_trees.py.\n")
        for tree in model.dump_model()["tree_info"]:
            out.write("\t".join(nodes(tree["tree_structure"], names)) + "\n")
    if odds_out:
        with open(odds_out, "w", encoding="utf-8") as out:
            for i, j, value in zip(a, b, odds):
                out.write(f"{i}\t{j}\t{round(1000 * value)}\n")


if __name__ == "__main__":
    learn(*sys.argv[1:])
