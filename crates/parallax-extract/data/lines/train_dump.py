"""Trains the model that tells the paragraphs of a dumped page from the rest.

usage: train_dump.py SETS [WRITE]

SETS holds folders of labelled pages, each with truth.json ({page: {"text", "url" or "canonical"}}), txt/*.txt.gz and
txt-main/*.txt.gz. First, `train_dump.py SETS pages` lays the dumps ready in target/dump-model/pages; then
`cargo test -p parallax-extract print_rows -- --ignored` writes the features of their blocks; then `train_dump.py SETS`
trains by folds and prints what the folds' models make of pages (and sites) they have not seen, and leaves their answers
for `cargo test -p parallax-extract print_told -- --ignored`, which writes what the program makes of them; and
`train_dump.py SETS write` trains on all of them and writes dump-model.txt. Needs numpy and lightgbm 4; the same input gives the same model.

A block's label: whether most of its words stand in four-word runs that the true text has too.
"""
import collections, glob, gzip, hashlib, json, os, re, sys, urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.path.join(HERE, "../../../../target/dump-model")
WORD = re.compile(r"\w+")
FOLDS, ROUNDS, SWITCH = 5, 260, 0.3
SETTINGS = dict(objective="binary", learning_rate=0.05, num_leaves=32, min_data_in_leaf=60, feature_fraction=0.4, bagging_fraction=0.7,
                bagging_freq=1, lambda_l2=10, verbose=-1, num_threads=1, force_col_wise=True, seed=1, deterministic=True)


def runs(words):
    return [tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))] if words else []


def labels(blocks, text):
    """The share of each block's words that the text has, and how many words it has."""
    true = WORD.findall(text)
    known = set(runs(true))
    own = [WORD.findall(block) for block in blocks]
    flat = [(word, at) for at, words in enumerate(own) for word in words]
    covered = [False] * len(flat)
    for at in range(len(flat) - 3):
        if tuple(word for word, _ in flat[at : at + 4]) in known:
            covered[at : at + 4] = [True] * 4
    hits = collections.Counter(at for (_, at), hit in zip(flat, covered) if hit)
    share = [hits[at] / len(words) if words else 0.0 for at, words in enumerate(own)]
    keep_first_printings(own, share, " " + " ".join(true) + " ")
    return [value > 0.5 for value in share], [len(words) for words in own]


def keep_first_printings(own, share, true):
    """Of words printed oftener than the text has them, those count that stand among its other words."""
    places = collections.defaultdict(list)
    for at, words in enumerate(own):
        if words and share[at] > 0.5:
            places[" ".join(words)].append(at)
    for words, found in places.items():
        most = max(1, true.count(f" {words} "))
        near = lambda at: sum(share[max(0, at - 4) : at]) + sum(share[at + 1 : at + 5])
        for at in sorted(found, key=lambda at: -near(at))[most:]:
            share[at] = 0.0


def site(record, page):
    host = urllib.parse.urlsplit(record.get("url") or record.get("canonical") or "").hostname or page
    parts = host.split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])


def read(sets):
    import numpy
    truth = {name: json.load(open(os.path.join(sets, name, "truth.json"))) for name in sorted(os.listdir(sets)) if os.path.isdir(os.path.join(sets, name, "txt"))}
    pages = []
    for path in sorted(glob.glob(os.path.join(WORK, "rows", "*"))):
        name, style, page = os.path.basename(path)[:-4].split("~")
        lines = [line.rsplit("\t", 1) for line in open(path, encoding="utf-8").read().split("\n")[:-1]]
        if page not in truth[name] or not lines:
            continue
        blocks = [block for block, _ in lines]
        label, size = labels(blocks, truth[name][page]["text"])
        rows = numpy.array([[int(value) for value in row.split(",")] for _, row in lines], dtype=numpy.float32)
        fold = int(hashlib.md5(site(truth[name][page], page).encode()).hexdigest(), 16) % FOLDS
        pages.append(dict(name=os.path.basename(path), set=name, style=style, blocks=blocks, rows=rows, label=label, size=size, fold=fold, text=truth[name][page]["text"]))
    return pages


def train(pages):
    import lightgbm, numpy
    # Each page weighs the same, as in the score; in it, a block by its words.
    weight = [numpy.minimum(page["size"], 150) + 3 for page in pages]
    weight = numpy.concatenate([30 * own / own.sum() for own in weight])
    rows, label = numpy.vstack([page["rows"] for page in pages]), numpy.concatenate([page["label"] for page in pages]).astype(int)
    return lightgbm.train(SETTINGS, lightgbm.Dataset(rows, label, weight=weight), ROUNDS)


def keep(scores):
    """The likeliest blocks to keep, where each change between keeping and leaving costs SWITCH."""
    best, back = (0.0, -SWITCH), []
    for score in scores:
        step = [(max((best[0], 0), (best[1] - SWITCH, 1))), (max((best[1], 1), (best[0] - SWITCH, 0)))]
        back.append((step[0][1], step[1][1]))
        best = (step[0][0], step[1][0] + score)
    state, kept = int(best[1] - SWITCH > best[0]), []
    for before in reversed(back):
        kept.append(bool(state))
        state = before[state]
    return kept[::-1]


def score(pages):
    precision, recall = [], []
    for page in pages:
        kept = "\n".join(block for block, kept in zip(page["blocks"], page["kept"]) if kept)
        found, true = (collections.Counter(runs(WORD.findall(text))) for text in (kept, page["text"]))
        same = sum((found & true).values())
        precision += [same / sum(found.values())] if found else []
        recall += [same / sum(true.values())] if true else []
    p, r = sum(precision) / max(1, len(precision)), sum(recall) / max(1, len(recall))
    return f"P {p:.4f} R {r:.4f} F1 {2 * p * r / max(p + r, 1e-9):.4f}"


def tokens(node):
    """A tree, parents first: `feature:most` (left where the feature is at most that), `=thousandths` at a leaf."""
    if "leaf_value" in node:
        return ["=%d" % round(1000 * node["leaf_value"])]
    head = "%d:%d" % (node["split_feature"], int(node["threshold"] // 1))
    return [head] + tokens(node["left_child"]) + tokens(node["right_child"])


def main(sets, do=""):
    if do == "pages":
        os.makedirs(os.path.join(WORK, "pages"), exist_ok=True)
        for path in glob.glob(os.path.join(sets, "*", "txt*", "*.txt.gz")):
            name, style, page = path.split(os.sep)[-3:]
            open(os.path.join(WORK, "pages", f"{name}~{style}~{page[:-7]}.txt"), "wb").write(gzip.open(path).read())
        return
    pages = read(sets)
    if do == "write":
        trees = train(pages).dump_model()["tree_info"]
        head = ("# Trees that tell paragraphs of a dump from the rest. A line a tree, parents first: feature:most, =thousandths. Source: made by train_dump.py\n"
                "# (LightGBM) from the labels of article-extraction-benchmark (MIT), Fundus parser tests (MIT) and WCXB, (c) 2026 Murrough Foley (CC-BY-4.0).\n")
        lines = [" ".join(tokens(tree["tree_structure"])) + "\n" for tree in trees]
        open(os.path.join(HERE, "dump-model.txt"), "w").write(head + "".join(lines))
        return
    for fold in range(FOLDS):
        model = train([page for page in pages if page["fold"] != fold])
        for page in pages:
            if page["fold"] == fold:
                page["kept"] = keep(model.predict(page["rows"], raw_score=True))
    os.makedirs(os.path.join(WORK, "kept"), exist_ok=True)
    for page in pages:
        with open(os.path.join(WORK, "kept", page["name"]), "w") as out:
            out.write("".join("01"[kept] for kept in page["kept"]))
    for kind in sorted({(page["set"], page["style"]) for page in pages}):
        print(*kind, score([page for page in pages if (page["set"], page["style"]) == kind]))


main(*sys.argv[1:])
