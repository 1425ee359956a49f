"""Teaches the trees of data/model/blocks.tsv which blocks of a page are body.

Needs numpy and lightgbm 4.7, and pages with their texts. First the numbers of all pages:

    PARALLAX_PAGES=FOLDER cargo test -p parallax-extract --lib write_rows -- --ignored

writes FOLDER.rows beside each folder of ID.html files. Then, for each set its rows and its truth
({ID: {"text": ...}}):

    blocks.py folds SET.rows TRUTH.json ...          figures on pages the trees have not seen
    blocks.py sets SET.rows TRUTH.json ...           the same on sets they have not seen
    blocks.py write OUT.tsv SET.rows TRUTH.json ...  trees of all pages

A block is body where more than half of its runs of four words stand in the text of the page; one of
fewer words, where it stands there beside its neighbour. A block weighs as much as its share of the
words of its page, so that each page weighs the same, as it does in the measure. Only blocks whose
verdict may change are learned from: see `is_open` in model.rs.
"""
import hashlib, json, re, sys
from collections import Counter

import lightgbm
import numpy as np

WORD = re.compile(r"\w+")
FOLDS = 5
# Log odds, in thousandths, from which the program believes the trees: see model.rs.
SURE, SURE_OF_FURNITURE = 200, 400
MENU_LINKS = 90
LONGEST = 60  # words of a block that count
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


def number(page, name):
    return page["rows"][:, page["names"].index(name)]


def is_open(page):
    """Which verdicts may change, as in model.rs."""
    rules = np.array(page["rules"])
    at = np.arange(len(rules))
    depth = number(page, "depth")
    above = (depth == -1) & (number(page, "from_headline") < 0)
    menu = (number(page, "link_share") >= MENU_LINKS) & (depth < 0)
    closed = (rules == "Tags") | (number(page, "zone") == HIDDEN) | above | menu
    return ((rules == "Body") | ~closed) & (at != (-1 if page["headline"] is None else page["headline"]))


def learn(pages):
    def weight(page):
        count = np.minimum(page["count"], LONGEST)
        body = max(18, (count * (page["label"] > 0.5)).sum())
        return (count + 1) / body * 100 * (page["label"] >= 0)
    rows = np.concatenate([p["rows"][is_open(p)] for p in pages])
    labels = np.concatenate([(p["label"] > 0.5)[is_open(p)] for p in pages])
    weights = np.concatenate([weight(p)[is_open(p)] for p in pages])
    # Each split looks at some of the numbers only, so that no tree leans on one.
    settings = dict(
        objective="binary", learning_rate=0.06, num_leaves=16, max_depth=5, min_data_in_leaf=40, lambda_l2=5,
        feature_fraction_bynode=0.3, max_bin=127, seed=1, num_threads=1, deterministic=True, verbose=-1)
    return lightgbm.train(settings, lightgbm.Dataset(rows, labels, weight=weights), 300)


def odds(trees, page):
    """Log odds of each block in thousandths."""
    return trees.predict(page["rows"], raw_score=True) * 1000


def kept(page, odds):
    """Which blocks the program keeps, given the log odds of each."""
    lesser = np.isin(page["rules"], ["Body", "Out(Other)", "Out(Navigation)"])
    return is_open(page) & (odds > np.where(lesser, SURE, SURE_OF_FURNITURE))


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


def unseen(pages, part):
    """Figures where the trees that judge a page have seen no page of its part."""
    keeps = [None] * len(pages)
    for here in sorted({part(p) for p in pages}):
        trees = learn([p for p in pages if part(p) != here])
        for at, page in enumerate(pages):
            if part(page) == here:
                keeps[at] = kept(page, odds(trees, page))
    print("rules"), score(pages, [[r == "Body" and at != p["headline"] for at, r in enumerate(p["rules"])] for p in pages])
    print("trees"), score(pages, keeps)


def write(out, pages):
    trees = learn(pages)
    def planted(node):
        if "leaf_value" in node:
            return [str(round(node["leaf_value"] * 1000))]
        ask = f"{node['split_feature']}<{int(np.floor(node['threshold']))}"
        return [ask] + planted(node["left_child"]) + planted(node["right_child"])
    with open(out, "w") as file:
        file.write("# Trees that weigh blocks of a page: see src/html/model/trees.rs; made by scripts/blocks.py from the labels of article-extraction-benchmark (c) Scrapinghub (MIT), the parser tests of fundus (c) flairNLP (MIT) and WCXB (c) 2026 Murrough Foley (CC-BY-4.0; sampled, matched to blocks of the pages).\n")
        file.write(f"# Numbers asked for: {' '.join(pages[0]['names'])}\n")
        for tree in trees.dump_model()["tree_info"]:
            file.write(" ".join(planted(tree["tree_structure"])) + "\n")


if __name__ == "__main__":
    if sys.argv[1] == "folds":
        unseen(list(pages(sys.argv[2:])), lambda page: int(hashlib.md5(page["page"].encode()).hexdigest(), 16) // 7 % FOLDS)
    elif sys.argv[1] == "sets":
        unseen(list(pages(sys.argv[2:])), lambda page: page["set"])
    else:
        write(sys.argv[2], list(pages(sys.argv[3:])))
