"""Teaches the trees of data/model/blocks.tsv which blocks of a page are body.

Needs numpy and scikit-learn 1.9, and pages with their texts. First the numbers of all pages:

    PARALLAX_PAGES=FOLDER cargo test -p parallax-extract --lib write_rows -- --ignored

writes FOLDER.rows beside each folder of ID.html files. Then, for each set its rows and its truth
({ID: {"text": ...}}):

    blocks.py folds SET.rows TRUTH.json ...          figures on pages the trees have not seen
    blocks.py write OUT.tsv SET.rows TRUTH.json ...  trees of all pages

A block is body where more than half of its runs of four words stand in the text of the page; one of
fewer words, where it stands there beside its neighbour. A block weighs as much as its share of the
words of its page, so that each page weighs the same, as it does in the measure.
"""
import hashlib, json, re, sys
from collections import Counter

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

WORD = re.compile(r"\w+")
FOLDS = 5
# Log odds, in thousandths, from which the program believes the trees: see model.rs.
STAYS, COMES, COMES_FROM_FURNITURE = 200, 200, 850
MENU_LINKS, SEEDS = 90, 4
HIDDEN = 18  # the place of `Hint::Hidden` in hints.rs


def runs(words, n=4):
    return [tuple(words[k:k + n]) for k in range(len(words) - n + 1)]


def label(blocks, text):
    """Share of each block that stands in the text; -1 where a block holds no word."""
    words = WORD.findall(text)
    known, joined = set(runs(words)), " " + " ".join(words) + " "
    lines = {tuple(WORD.findall(line)) for line in text.split("\n")}
    blocks = [WORD.findall(block) for block in blocks]
    labels = [sum(r in known for r in runs(b)) / (len(b) - 3) if len(b) > 3 else None for b in blocks]
    spoken = [k for k, b in enumerate(blocks) if b]
    for place, k in enumerate(spoken):
        if labels[k] is not None:
            continue
        before = spoken[place - 1] if place else None
        after = spoken[place + 1] if place + 1 < len(spoken) else None
        stands = lambda run: " " + " ".join(run) + " " in joined
        labels[k] = float(
            before is not None and (labels[before] or 0) > 0.5 and stands(blocks[before][-3:] + blocks[k])
            or after is not None and stands(blocks[k] + blocks[after][:3])
            or len(blocks[k]) > 1 and tuple(blocks[k]) in lines)
    return np.array([-1 if x is None else x for x in labels]), np.array([len(b) for b in blocks])


def pages(arguments):
    for rows, truth in zip(arguments[::2], arguments[1::2]):
        truth = json.load(open(truth))
        for line in open(rows):
            page = json.loads(line)
            if truth.get(page["page"], {}).get("text"):
                page["set"], page["text"] = rows, truth[page["page"]]["text"]
                page["label"], page["count"] = label(page["blocks"], page["text"])
                page["rows"] = np.array(page["rows"], dtype=np.float32)
                yield page


def learn(pages):
    def weight(page):
        count = np.minimum(page["count"], 200)
        body = max(60, (count * (page["label"] > 0.5)).sum())
        return (count + 1) / body * 100 * (page["label"] >= 0)
    blocks = np.concatenate([p["rows"] for p in pages])
    labels = np.concatenate([p["label"] > 0.5 for p in pages])
    weights = np.concatenate([weight(p) for p in pages])
    # Each split looks at some of the numbers only; forests of such trees err apart.
    return [HistGradientBoostingClassifier(
        max_iter=60, learning_rate=0.15, max_depth=5, max_leaf_nodes=16, min_samples_leaf=40,
        l2_regularization=5, max_features=0.3, max_bins=128, early_stopping=False, random_state=seed,
    ).fit(blocks, labels, sample_weight=weights) for seed in range(SEEDS)]


def kept(page, odds):
    """Which blocks the program keeps, given the log odds of each in thousandths."""
    names = ("link_share", "zone", "depth", "from_headline")
    links, zones, depth, below = (page["rows"][:, page["names"].index(name)] for name in names)
    def keep(at, rule):
        if at == page["headline"]:
            return False
        if rule == "Body":
            return odds[at] > STAYS
        lesser = rule in ("Out(Other)", "Out(Navigation)")
        if rule == "Tags" or zones[at] == HIDDEN or depth[at] == -1 and below[at] < 0:
            return False
        return links[at] < MENU_LINKS and odds[at] > (COMES if lesser else COMES_FROM_FURNITURE)
    return [keep(at, rule) for at, rule in enumerate(page["rules"])]


def score(pages, keeps):
    """Means over pages of precision and recall of runs of four words, and their F1, by set."""
    sums = {}
    for page, keep in zip(pages, keeps):
        lines = [block for block, keeps in zip(page["blocks"], keep) if keeps]
        once = [b for at, b in enumerate(lines) if len(b) < 60 or b not in lines[:at]]
        words = WORD.findall("\n".join(once))
        a, b = Counter(runs(WORD.findall(page["text"]))), Counter(runs(words))
        hits = sum((a & b).values())
        sums.setdefault(page["set"], []).append((hits / max(1, sum(b.values())), hits / max(1, sum(a.values()))))
    for name, values in sums.items():
        p, r = np.mean(values, axis=0)
        print(f"{name}: F1 {2 * p * r / (p + r):.4f} P {p:.4f} R {r:.4f} on {len(values)} pages")


def folds(pages):
    fold = lambda page: int(hashlib.md5(page["page"].encode()).hexdigest(), 16) // 7 % FOLDS
    keeps = [None] * len(pages)
    for k in range(FOLDS):
        trees = learn([p for p in pages if fold(p) != k])
        for at, page in enumerate(pages):
            if fold(page) == k:
                keeps[at] = kept(page, sum(t.decision_function(page["rows"]) for t in trees) / SEEDS * 1000)
    print("rules"), score(pages, [[r == "Body" and at != p["headline"] for at, r in enumerate(p["rules"])] for p in pages])
    print("trees"), score(pages, keeps)


def write(out, pages):
    trees = learn(pages)
    def planted(nodes, at):
        node = nodes[at]
        if node["is_leaf"]:
            return [str(round(node["value"] * 1000 / SEEDS))]
        ask = f"{node['feature_idx']}<{int(np.floor(node['num_threshold']))}"
        return [ask] + planted(nodes, node["left"]) + planted(nodes, node["right"])
    with open(out, "w") as file:
        file.write("# Trees that weigh blocks of a page: see src/html/model/trees.rs; made by scripts/blocks.py from the labels of article-extraction-benchmark (c) Scrapinghub (MIT), the parser tests of fundus (c) flairNLP (MIT) and WCXB (c) 2026 Murrough Foley (CC-BY-4.0; sampled, matched to blocks of the pages).\n")
        file.write(f"# Numbers asked for: {' '.join(pages[0]['names'])}\n")
        file.write(f"base\t{round(float(np.ravel(trees[0]._baseline_prediction)[0]) * 1000)}\n")
        for (tree,) in (stage for forest in trees for stage in forest._predictors):
            file.write(" ".join(planted(tree.nodes, 0)) + "\n")


if __name__ == "__main__":
    if sys.argv[1] == "folds":
        folds(list(pages(sys.argv[2:])))
    else:
        write(sys.argv[2], list(pages(sys.argv[3:])))
